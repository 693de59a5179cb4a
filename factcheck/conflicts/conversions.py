"""Compares a measure with its conversion in brackets behind it: "2,700 kilometres (2,680 miles)".

Levels:

    FC251   compatible       the two are one measure, as far as rounding and units of one name (miles at sea, short and long tons) go
            apart            they are two
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.model import CONTEXT, Claim
from factcheck.topics.strength import VERY_STRONG
from factcheck.values import MeasureValue, Relation

MOST = 1.25
"""How many times the lesser the greater may be: a nautical mile is 1.15 miles, an imperial gallon 1.2 of the others, a long ton 1.12."""
_UNSUITED = frozenset({"temperature", "magnitude", "angle", "direction"})
"""Dimensions whose bracket may hold something else: degrees of a change ("rose by 2C (3.6F)"), another scale."""


class ConversionComparer(Comparer):
    """Compares two measures of one sentence of which the second is the first in another unit."""

    kind = CONTEXT
    codes: tuple[str, ...] = ("FC251",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The sentence and the dimension; None for what has no bracket before or behind it."""
        value, anchor = claim.value, claim.anchor
        if not isinstance(value, MeasureValue) or value.dimension in _UNSUITED or not (_opens(claim) or _closes(claim)):
            return None
        return f"converted/{anchor.article}/{anchor.field}/{anchor.quote_start}/{value.dimension}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC251; see the module's list of levels."""
        first, second = sorted((left, right), key=lambda claim: claim.anchor.span)
        if not _opens(first) or not _closes(second) or not 0 < second.anchor.span.start - first.anchor.span.end <= len(" ("):
            return Doubt("not a measure and its conversion")
        mine, theirs = values_of(left, right, MeasureValue)
        if mine.unit == theirs.unit or mine.high is None or theirs.high is None:
            return Doubt("told in one unit, or without a limit")
        less, more = sorted((value.low + (value.high or 0)) / 2 for value in (mine, theirs))
        relation = mine.relation(theirs)
        apart = relation is Relation.APART and less > 0 and more / less >= MOST
        proof = ComparabilityProof(("the second is the first in another unit",), VERY_STRONG)
        told = f"{first.value.caption()} are {_converted(*values_of(first, second, MeasureValue))}"
        return clash("FC251", "apart" if apart else "compatible", relation, mine, theirs, proof, told=told)


def _opens(claim: Claim) -> bool:
    """Whether a bracket opens right behind a value."""
    behind = claim.anchor.quote[claim.anchor.span.end - claim.anchor.quote_start :]
    return behind.startswith((" (", "("))


def _closes(claim: Claim) -> bool:
    """Whether a value alone stands in brackets."""
    start, end = (place - claim.anchor.quote_start for place in (claim.anchor.span.start, claim.anchor.span.end))
    return claim.anchor.quote[start - 1 : start] == "(" and claim.anchor.quote[end : end + 1] == ")"


def _converted(value: MeasureValue, to: MeasureValue) -> str:
    """A measure in the unit of another, in words, to three digits."""
    amount = float(f"{(value.low - to.offset) / to.factor:.3g}")
    return replace(to, low=value.low, high=value.low, amount=amount, approximate=False).caption()


__all__ = ["ConversionComparer"]
