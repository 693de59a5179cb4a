"""Numbers that do not contradict each other because one is a part of the other, as the sentences tell: "60,000 euros for the victory and
20,000 for the record" beside "80,000 euros"; "14 fires, two more than on Monday" beside "12 fires".
"""

from __future__ import annotations

import re
from itertools import combinations
from math import isclose

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.contexts import WordRole
from factcheck.model import Claim
from factcheck.topics.views import context_of, question_of, sentence_of
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue

_MOST = 6
"""Numbers of a sentence that are added up; one with more is a table."""
_ADDED = 2
"""Most numbers that are added to one."""
_EXACT = 1e-9
_ADDABLE = frozenset({"length", "mass", "area", "volume", "duration", "energy", "power"})
"""Dimensions of measures whose amounts can be added up."""
_CLASS = WordRole.VERB | WordRole.GOVERNOR | WordRole.NEAR
_MORE = re.compile(r"(?<![\w.,])([a-z]+|\d[\d,]*)(?: percentage points?| points?)? more than\b")
"""By how much a number has grown: "14 fires, two more than at the start of the week"."""


def make_one(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the smaller of two exact numbers of two articles makes the larger one with others of its sentence, told of the same things to
    which the same happened, or with that by which the sentence of the larger one says that it has grown."""
    ends = _amount(left), _amount(right)
    if left.anchor.article == right.anchor.article or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return False
    smaller, larger = (left, right) if ends[0] < ends[1] else (right, left)
    missing = abs(ends[0] - ends[1])
    numbers = _beside(smaller, context)
    added = [sum(parts) for number in range(1, _ADDED + 1) for parts in combinations(numbers, number)]
    return any(isclose(total, missing, rel_tol=_EXACT) for total in (*added, *_grown_by(larger, context)))


def _beside(claim: Claim, context: ComparisonContext) -> list[float]:
    """The other numbers of a claim's sentence that can be added to it."""
    told = context.alignments.told(claim.anchor.article)
    here = [other for other in told.get(question_of(claim), ()) if sentence_of(other) == sentence_of(claim)]
    own = next((other for other in here if other.anchor.span == claim.anchor.span), None)
    if own is None or len(here) > _MOST:
        return []
    numbers = [_amount(other) for other in here if other is not own and _unit(other) == _unit(own) and _are_alike(own, other)]
    if isinstance(claim.value, MoneyValue):  # "60,000 euros for the victory and 20,000 for the record"
        numbers += [_amount(other) for other in told.get("count", ()) if sentence_of(other) == sentence_of(claim)]
    return [number for number in numbers if number]


def _grown_by(claim: Claim, context: ComparisonContext) -> list[float]:
    """By how much the sentence of a number says that it, or another number there, is more than before."""
    found = (match[1] for match in _MORE.finditer(claim.anchor.quote.lower()))
    named = context.words.number("number.unit")
    return [float(word.replace(",", "")) if word[0].isdigit() else named[word] for word in found if word[0].isdigit() or word in named]


def _are_alike(one: Claim, other: Claim) -> bool:
    """Whether two numbers of a sentence are told of the same things, to which the same happened, as it says; "two of them" are none."""
    if context_of(other).partitive:
        return False
    if one.frame.thing and other.frame.thing and one.frame.thing != other.frame.thing:
        return False
    classes = [
        {word for word in (claim.frame.context.in_any_of(_CLASS) if claim.frame.context is not None else ()) if word.isupper()}
        for claim in (one, other)
    ]
    return not all(classes) or bool(classes[0] & classes[1])


def _amount(claim: Claim) -> float | None:
    """The exact number that a claim tells; None for a range, and for what cannot be added up."""
    value = claim.value
    if isinstance(value, CountValue):
        return None if value.approximate else value.named
    if isinstance(value, MeasureValue):
        exact = value.amount is not None and not value.approximate and value.dimension in _ADDABLE
        return value.amount * value.factor if exact and value.amount is not None else None
    return value.amount if isinstance(value, (MoneyValue, PercentValue)) and not value.approximate else None


def _unit(claim: Claim) -> str:
    """The currency of a sum; "" for other values, whose questions tell what can be added."""
    return claim.value.currency or claim.value.family if isinstance(claim.value, MoneyValue) else ""


__all__ = ["make_one"]
