"""Compares the day of the week told beside a date with the calendar.

Levels:

    FC103   compatible       the date is such a weekday
            apart            it is another one
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import INFERRED
from factcheck.model import WEEKDAY, Claim
from factcheck.topics.strength import VERY_STRONG
from factcheck.values import DateValue, Relation

_SEVERAL = 2
"""Dates that do not fit from which the year is doubted, and not the dates."""
_YEARS = 10
"""Years before and after that in which they may all fit."""


class WeekdayComparer(Comparer):
    """Compares each date of an article with the weekday told beside it."""

    kind = WEEKDAY
    codes: tuple[str, ...] = ("FC103",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without dates of inferred years where several of one article do not fit, and one other year makes all right: that is the year."""
        pairs: dict[str, list[Claim]] = defaultdict(list)
        for claim in block:
            pairs[claim.frame.thing or ""].append(claim)
        inferred = {thing: pair for thing, pair in pairs.items() if _is_inferred(pair[0])}
        wrong = [thing for thing, pair in inferred.items() if len({claim.value.iso() for claim in pair}) > 1]
        if len(wrong) < _SEVERAL or not _has_other_year(inferred.values()):
            return list(block)
        return [claim for claim in block if claim.frame.thing not in wrong]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The article."""
        return claim.anchor.article

    def side(self, claim: Claim) -> tuple[str, str]:
        """The weekday stands before the date."""
        return "", f"{_day(claim)},"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC103; see the module's list of levels."""
        if left.frame.thing != right.frame.thing:
            return Doubt("two dates")
        mine, theirs = values_of(left, right, DateValue)
        relation = mine.relation(theirs)
        dated = mine if left.frame.role == "dated" else theirs
        calendar = f"{dated.caption()} is a {_day(left if left.frame.role == 'dated' else right)}"
        how = "the year is that of the publication" if _is_inferred(left) else "the year is told"
        level = "apart" if relation is Relation.APART else "compatible"
        return clash("FC103", level, relation, mine, theirs, ComparabilityProof((calendar, how), VERY_STRONG), told=relation.value)


def _has_other_year(pairs: Iterable[Sequence[Claim]]) -> bool:
    """Whether in one year around that of their dates all dates fall on the weekdays told."""
    days = [{claim.frame.role: claim.value.earliest for claim in pair if isinstance(claim.value, DateValue)} for pair in pairs]
    told = [(day["dated"], day["told"]) for day in days if "dated" in day and "told" in day]
    return any(all(_falls(dated, weekday, years) for dated, weekday in told) for years in range(-_YEARS, _YEARS + 1) if years)


def _falls(dated: date | None, told: date | None, years: int) -> bool:
    """Whether a date, so many years on, is of the weekday of another day."""
    if dated is None or told is None:
        return False
    return date(dated.year + years, dated.month, min(dated.day, 28 if dated.month == 2 else dated.day)).weekday() == told.weekday()


def _day(claim: Claim) -> str:
    """The weekday of a claim's date."""
    value = claim.value
    return f"{value.earliest:%A}" if isinstance(value, DateValue) and value.earliest is not None else ""


def _is_inferred(claim: Claim) -> bool:
    return INFERRED in claim.frame.markers
