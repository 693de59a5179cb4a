"""What the claims of one article say of when each class of event happened, and how strong it was."""

from __future__ import annotations

import re
from collections.abc import Collection

from factcheck.model import Extraction
from factcheck.values import DateValue, MeasureValue

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = re.compile(r"[a-z]+")


def days_told(item: Extraction) -> dict[str, tuple[tuple[DateValue, bool], ...]]:
    """By class of event and by "act:...", the days on which an article says that it happened, each with whether its first lines say so."""
    found: dict[str, dict[tuple[DateValue, bool], None]] = {}
    for claim in item.claims:
        if isinstance(claim.value, DateValue) and claim.frame.event and claim.frame.role in ("on", "start") and not claim.scope.negated:
            acts = claim.frame.subset if claim.frame.event.startswith("act:") else ()
            for event in [f"act:{act}" for act in acts if " " not in act] or [claim.frame.event]:
                found.setdefault(event, {})[claim.value, claim.frame.lead] = None
    return {event: tuple(days) for event, days in found.items()}


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


def magnitudes_told(item: Extraction) -> tuple[float, ...]:
    """The magnitudes told in the first lines."""
    values = [claim.value for claim in item.claims if claim.frame.lead]
    return tuple(value.low for value in values if isinstance(value, MeasureValue) and value.dimension == "magnitude")


def weekdays_apart(left: Collection[int], right: Collection[int]) -> bool:
    """Whether all days of the week of one article lie two days and more from those of another, going round."""
    return bool(left and right) and all(min((one - other) % 7, (other - one) % 7) > 1 for one in left for other in right)
