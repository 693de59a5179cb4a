"""Wholes and their own lists: a sentence that says three and names four, or whose parts do not add up.

Levels, first that holds:

    FC211   compatible       the list has as many members as the sentence states
            apart            it has more, or fewer
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.model import Claim
from factcheck.topics.strength import VERY_STRONG
from factcheck.values import MembershipValue, Relation


class MembershipComparer(Comparer):
    """Compares a stated number with the list in the same sentence; nothing else is known to be the same whole."""

    kind = "membership"
    codes: tuple[str, ...] = ("FC211",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """None where a sentence holds two lists of one noun: which belongs to which number is not known."""
        stated = [claim for claim in block if claim.frame.role == "stated"]
        return list(block) if len(stated) == 1 and len(block) == 2 else []

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """One sentence of one article, or the place of the whole, and the noun counted."""
        anchor = claim.anchor
        if claim.frame.markers:
            return f"{anchor.article}/{anchor.field}/{min(claim.frame.markers)}/{claim.frame.thing}"
        return f"{anchor.article}/{anchor.field}/{anchor.quote_start}/{claim.frame.thing}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC211; see the module's list of levels."""
        mine, theirs = values_of(left, right, MembershipValue)
        relation = mine.relation(theirs)
        level = "apart" if relation is Relation.APART else "compatible"
        how = "the parts are given right behind it" if "summed" in (left.frame.role, right.frame.role) else "the list names them all"
        return clash(
            "FC211",
            level,
            relation,
            mine,
            theirs,
            ComparabilityProof((f"one whole: {left.frame.thing}", how), VERY_STRONG),
            told=relation.value,
        )
