"""Windows of days: how far apart two articles, or two days that they tell, may lie for what is asked of them.

All are compared with ``Stories.days_between`` or ``DateValue.gap``; what holds where a day is not known, each comparer says.
"""

from __future__ import annotations

NEXT_DAY = 1
"""News of one day and the next: no plan has changed since, no state has ended, no share has grown, and no turn has come round again."""
NEAR_DAYS = 3
"""Articles that appeared this close to each other tell the same news where they tell one story."""
SAME_NEWS_DAYS = 3
"""Amounts told as news, or of days, further apart than this are not of one day's news."""
SLIP_DAYS = 3
"""Days told in the first lines that lie further apart than this are those of two events, not a slip or a night between."""
NEWS_DAYS = 7
"""Within these, articles of one story that tell how something came out, or that nothing did, tell of the same news."""
CLOSE_DAYS = 14
"""Within these, articles may take up each other's news, and repeat what was said or planned."""
GROWTH_DAYS = 14
"""Tolls of articles further apart are not one growing figure."""
BACKGROUND_DAYS = 45
"""A time told that lies further than this from an article's publication is background, not the news of the day."""
FAR_DAYS = 60
"""Articles further apart tell one story only where they share much: a trial recalls its crime by many names."""
