"""Compares sums and shares that two reports begin with: the only one of each article's first lines, told of the same names.

What the sum is need not be said alike, nor on both sides ("goes to Norvik for 1.8 billion euros", "agreed to buy Fabrel for 1.3 billion");
the names that both clauses share and the place in the lead stand for it.  Two roles that are known and differ are two questions.

Levels: those of the kind's own code.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.amounts import amount_veto, only_answers, rounding_level, shared_names
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.conflicts.sense_amount import parts_veto, senses_differ, words_veto
from factcheck.frame_notes import NoteKind
from factcheck.model import Claim
from factcheck.topics.strength import MODEST
from factcheck.values import MoneyValue, PercentValue, Relation

_NAMES = 2
"""Specific names that both clauses must share."""


class LeadAmountComparer(Comparer):
    """Compares the one sum, or share, that the first lines of two articles of one story give.

    Tolerance ``rounding``: as of the kind's own comparer.
    """

    def __init__(self, kind: str, code: str) -> None:
        self.kind = kind
        self.codes: tuple[str, ...] = (code,)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Those whose article gives no other in its first lines."""
        return only_answers(block, lambda left, right: True)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """All that stand in the lead, are no rates, and are singled out by no word."""
        value = claim.value
        told = isinstance(value, MoneyValue | PercentValue) and value.amount is not None
        return self.kind if told and claim.frame.lead and not claim.frame.markers else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "apart", "rounding" or "compatible"."""
        roles = {left.frame.role, right.frame.role} - {None}
        if len(roles) > 1 or senses_differ(left, right):
            return Doubt("two roles")
        veto = amount_veto(left, right, context) or words_veto(left, right) or parts_veto(left, right, context)
        if veto or not context.stories.close(left.anchor.article, right.anchor.article):
            return Doubt(veto or "news of different weeks")
        mine, theirs = left.value, right.value
        relation = Relation.SAME
        if isinstance(mine, MoneyValue) and isinstance(theirs, MoneyValue):
            if mine.same_currency(theirs) is not True:
                return Doubt("two currencies")
            relation = mine.relation(theirs)
        elif isinstance(mine, PercentValue) and isinstance(theirs, PercentValue):
            relation = mine.relation(theirs)
        shared = context.salient(shared_names(left.frame.agents | left.frame.others, right.frame.agents | right.frame.others))
        spoken = NoteKind.SPEAKER.words(left.frame.subset | right.frame.subset)
        if len(shared - spoken) < _NAMES:
            return Doubt("the clauses do not share two names")
        code = self.codes[0]
        anchors = (
            "the only one of its kind in both leads",
            f"same names around: {context.labels(shared)}",
            context.story(left, right),
        )
        level = "compatible"
        if relation is Relation.APART and isinstance(mine, MoneyValue | PercentValue) and isinstance(theirs, MoneyValue | PercentValue):
            level = rounding_level(mine, theirs, context, code)
        return clash(code, level, relation, left.value, right.value, ComparabilityProof(anchors, MODEST), told=relation.value)
