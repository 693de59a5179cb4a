"""Announced acts: one says that it was announced, another that it was not.

Levels, first that holds:

    FC501   compatible       the same answer
            denied           opposite answers, each with a speaker of its own: disputed
            opposed          opposite answers of one voice: a conflict
"""

from __future__ import annotations

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.model import Claim, Verdict
from factcheck.topics.participants import link
from factcheck.topics.strength import STRONG
from factcheck.values import Relation, relation_of


class PolarityComparer(Comparer):
    """Compares whether the same person or body announced the same act, inside one article.

    Across articles an announcement and its denial are a sequence as often as a contradiction, so they are not compared.
    """

    kind = "polarity"
    codes: tuple[str, ...] = ("FC501",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same class of act, announced, in one article."""
        if claim.frame.role != "announced":
            return None
        return f"{claim.anchor.article}\x1f{claim.slot}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC501; see the module's list of levels."""
        if any(claim.scope.question or claim.scope.conditional for claim in (left, right)):
            return Doubt("one statement is a question or a condition")
        between = link(left, right)
        if not between.shared_agents:
            return Doubt("the announcers are not known to be one")
        if between.targets_differ:
            return Doubt("the acts have different owners")
        relation = relation_of(left.value, right.value)
        event = (left.frame.event or "").replace("-", " ")
        anchors = [f"same act: {event}", f"same announcer: {context.labels(between.shared_agents)}"]
        if between.shared_targets:
            anchors.append(f"same owner: {context.labels(between.shared_targets)}")
        speakers = {left.scope.said_by, right.scope.said_by}
        level = "compatible"
        verdict: Verdict = "conflict"
        if relation is Relation.APART:
            disputed = len(speakers) == 2 and None not in speakers
            level = "denied" if disputed else "opposed"
            verdict = "disputed" if disputed else "conflict"
            if disputed:
                anchors.append(f"two speakers: {' and '.join(sorted(context.label(name or '') for name in speakers))}")
        return clash("FC501", level, relation, left.value, right.value, ComparabilityProof(tuple(anchors), STRONG), verdict=verdict)
