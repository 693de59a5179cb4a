"""Decides whether the larger of two tolls is the later one, and so an update."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise

from factcheck.conflicts.pairs import ComparisonContext, values_of
from factcheck.model import Claim
from factcheck.topics.windows import GROWTH_DAYS
from factcheck.values import CountValue, Relation

_WORD = re.compile(r"[a-z]+")
_BY_HOUR = re.compile(r"\b[Bb]y (?:noon|midnight|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)\b")


def growth(left: Claim, right: Claim, context: ComparisonContext) -> bool | None:
    """Whether the larger toll can be the later one; None when both are of one day or a day is not known.

    A toll is of the day and hour its article appeared, or of the earlier day up to which its sentence counts ("by Tuesday").  The day on
    which it happened says nothing: the dead of Tuesday are counted on Tuesday and on Wednesday.
    """
    mine, theirs = values_of(left, right, CountValue)
    smaller, larger = (left, right) if mine.low < theirs.low else (right, left)
    later = context.days_between(smaller, larger)
    if later is None:
        return None
    if abs(later) > GROWTH_DAYS:
        return False
    if later:
        return later > 0
    told = smaller.frame.time
    day = context.stories.days[larger.anchor.article]
    earlier = told is not None and told.bound in ("by", "until") and told.latest is not None and told.latest < day
    if earlier and larger.frame.time != told:
        return True
    return True if _hours_between(smaller, larger, context) >= 1 else None


def growth_level(left: Claim, right: Claim, context: ComparisonContext) -> str:
    """The level of two tolls that exclude each other, by what ``growth`` says of them."""
    grown = growth(left, right, context)
    if grown is False and shrinks(left, right, context):
        return "grown"
    return {True: "grown", False: "shrunk", None: "apart"}[grown]


def shrinks(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two numbers are of a state that people come out of from day to day ("missing"), so that the later one is less."""
    apart = context.days_between(left, right)
    alike = left.frame.event == right.frame.event and left.frame.event in context.words["count.shrinking"]
    return alike and apart is not None and abs(apart) <= GROWTH_DAYS


def may_have_grown(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether either sentence tells of what becomes more from day to day, and the larger number can be the later one.

    Numbers with swapped digits have not grown.
    """
    mine, theirs = left.value, right.value
    if not isinstance(mine, CountValue) or not isinstance(theirs, CountValue) or mine.relation(theirs) is not Relation.APART:
        return False
    if not any(_is_growing(claim, context) for claim in (left, right)) or transposed(left, right):
        return False
    return context.days_between(left, right) is None or growth(left, right, context) is True


def _is_growing(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the sentence of a number tells of what grows, or counts up to a moment."""
    return counts_so_far(claim, context) or not context.words["count.growing"].keys().isdisjoint(_phrases(claim))


def counts_so_far(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the sentence of a number counts up to a moment: "by Tuesday", "by 10 p.m.", "so far"."""
    running = claim.frame.time is not None and claim.frame.time.bound in ("by", "until")
    return (
        running or _BY_HOUR.search(claim.anchor.quote) is not None or not context.words["count.so-far"].keys().isdisjoint(_phrases(claim))
    )


def _phrases(claim: Claim) -> set[str]:
    told = _WORD.findall(claim.anchor.quote.lower())
    return {*told, *map(" ".join, pairwise(told))}


def transposed(left: Claim, right: Claim) -> bool:
    """Whether two numbers of two digits and more have the same digits in another order (187, 178): a slip of the pen."""
    digits = [
        str(int(claim.value.named)) for claim in (left, right) if isinstance(claim.value, CountValue) and claim.value.named is not None
    ]
    return len(digits) == 2 and len(digits[0]) > 1 and digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])


def _hours_between(first: Claim, second: Claim, context: ComparisonContext) -> float:
    """By how many hours the first article appeared before the second; 0 where one has no time, or one alone a zone."""
    before, after = (_appeared(claim, context) for claim in (first, second))
    if before is None or after is None or (before.tzinfo is None) != (after.tzinfo is None):
        return 0
    return (after - before).total_seconds() / 3600


def _appeared(claim: Claim, context: ComparisonContext) -> datetime | None:
    """Day and time at which an article was published; None where one of them is not known."""
    article = claim.anchor.article
    day, hour = context.stories.days.get(article), context.hours.get(article, "").strip()
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{hour}") if day and hour else None
    except ValueError:
        return None
