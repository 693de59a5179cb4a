"""Days of the week that articles tell, where they are all that is known of a day."""

from __future__ import annotations

import re
from collections.abc import Collection

from factcheck.model import Extraction

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = re.compile(r"[a-z]+")


def weekdays_told(item: Extraction, names: Collection[str]) -> dict[str, frozenset[int]]:
    """By class of event the days of the week that the first lines name beside it, Monday 0."""
    numbers = {name: _WEEK.index(name[:3]) for name in names if name[:3] in _WEEK}
    found: dict[str, set[int]] = {}
    for claim in item.claims:
        time, event = claim.frame.time, claim.frame.event
        if not claim.frame.lead or not event or claim.scope.negated:
            continue
        named = {numbers[word] for word in _WORD.findall(claim.anchor.quote.lower()) if word in numbers}
        if time is not None and time.days == 1 and time.earliest is not None and not time.open_year:
            named = {time.earliest.weekday()}
        if len(named) == 1:
            found.setdefault(event, set()).update(named)
    return {event: frozenset(days) for event, days in found.items()}


def weekdays_apart(left: Collection[int], right: Collection[int]) -> bool:
    """Whether all days of the week of one article lie two days and more from those of another, going round."""
    return bool(left and right) and all(min((one - other) % 7, (other - one) % 7) > 1 for one in left for other in right)
