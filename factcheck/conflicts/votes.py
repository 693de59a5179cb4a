"""How one vote went, told twice: "by six votes to three", "seven members backed it, with two against".

A body has as many votes as it has members, so that two results with one sum are of one body; in a house with many seats some abstain.

Levels, first that holds:

    FC621   compatible       the same numbers
            apart            others
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    by_article,
    clash,
    news_veto,
    values_of,
)
from factcheck.mentions.votes import VOTES
from factcheck.model import Claim
from factcheck.topics.strength import GOOD, MODEST
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import PlainValue, Relation

_HOUSE = 20
"""Votes from which a body is large enough for some to be away or to abstain."""
_ABSENT = 0.1
"""Part of its votes that may be told otherwise."""


class VoteComparer(Comparer):
    """Compares the results of votes, across articles of one story that appeared on one day or the next."""

    kind = "plain"
    codes: tuple[str, ...] = ("FC621",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that tell of two votes of one body."""
        told = by_article(block)
        return [claim for claim in block if not any(_are_two(claim, other) for other in told[claim.anchor.article])]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Every result of a vote."""
        return claim.slot if claim.frame.role == VOTES else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC621; see the module's list of levels."""
        apart = context.days_between(left, right)
        if apart is None or abs(apart) > NEXT_DAY:
            return Doubt("the articles are not known to have appeared on one day or the next")
        veto = news_veto(left, right, context)
        if veto:
            return Doubt(veto)
        kinds = [_kinds(claim, context) for claim in (left, right)]
        if kinds[0] != kinds[1]:
            return Doubt("two votes of one body")
        sums = [_sum(claim) for claim in (left, right)]
        shared = context.salient(left.frame.others & right.frame.others)
        if sums[0] != sums[1] and not (shared and _may_be_of_one_body(left, right)):
            return Doubt("two bodies, or two votes")
        told = [f"as many votes in both: {sums[0]}"] if sums[0] == sums[1] else []
        named = [f"named beside both: {context.labels(shared)}"] if shared else []
        proof = ComparabilityProof(
            ("the only vote that each article tells", *told, *named, context.story(left, right)), GOOD if shared else MODEST
        )
        one, other = values_of(left, right, PlainValue)
        same = one.answer == other.answer
        return clash("FC621", "compatible" if same else "apart", Relation.SAME if same else Relation.APART, one, other, proof)


def _kinds(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The words of a sentence that say what sort of vote it was."""
    return frozenset(context.words["vote.kind"]).intersection(claim.anchor.quote.lower().replace(",", " ").split())


def _sum(claim: Claim) -> int:
    """How many votes a claim tells of."""
    return sum(int(number) for number in claim.value.iso().partition(":")[2].split("-"))


def _may_be_of_one_body(left: Claim, right: Claim) -> bool:
    few, many = sorted((_sum(left), _sum(right)))
    return few == many or (few >= _HOUSE and many - few <= _ABSENT * many)


def _are_two(claim: Claim, other: Claim) -> bool:
    """Whether two results are those of two votes of one body."""
    return claim.value.iso() != other.value.iso() and _may_be_of_one_body(claim, other)


__all__ = ["VoteComparer"]
