"""The days of articles as numbers, and which articles appeared around a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from factcheck.topics.windows import NEAR_DAYS


class Calendar:
    """The articles of a corpus by their days of publication."""

    def __init__(self, days: Mapping[str, date], articles: Collection[str]) -> None:
        """``days`` are those that are known; ``articles`` all of the corpus."""
        self.ordinals = {article: day.toordinal() for article, day in days.items()}
        self._undated = frozenset(articles) - self.ordinals.keys()
        self._by_day: dict[int, list[str]] = defaultdict(list)
        for article, day in self.ordinals.items():
            self._by_day[day].append(article)
        self._around: dict[int, frozenset[str]] = {}

    def between(self, left: str, right: str) -> int | None:
        """Days from the publication of one article to that of another, negative where the other appeared earlier; None where a day is not
        known."""
        first, second = self.ordinals.get(left), self.ordinals.get(right)
        return None if first is None or second is None else second - first

    def around(self, day: int) -> frozenset[str]:
        """The articles within NEAR_DAYS of an ordinal day, bounds included, and those of which no day is known."""
        known = self._around.get(day)
        if known is None:
            near = (self._by_day.get(other, ()) for other in range(day - NEAR_DAYS, day + NEAR_DAYS + 1))
            known = self._around[day] = self._undated.union(*near)
        return known
