"""Compares territorial control: "gained the valley in 2020" against "took a part of it in 2020 and the rest in 2023".

Levels, first that holds:

    FC561   later-whole      for one time the one article tells that the land was taken, the other that a part was, and the whole later
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt
from factcheck.model import TAKEN_PART, TAKEN_WHOLE, Claim, Comparison
from factcheck.topics.comparability import marker_veto, meant_veto
from factcheck.topics.strength import SOUND
from factcheck.values import Relation


class TerritorialControlComparer(Comparer):
    """Compares how much of a land somebody took at a time, across articles of one story.

    A part alone proves nothing: who took the town has taken a part of the land around it as well.  What excludes the whole is that the
    same article tells of the whole as taken later.
    """

    kind = "scope"
    codes: tuple[str, ...] = ("FC561",)
    equal_agree = False  # a whole is told again, later

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The wholes, and the parts whose article tells of the whole as taken later by the same."""
        wholes: dict[str, list[Claim]] = {}
        for claim in block:
            if claim.frame.role == TAKEN_WHOLE:
                wholes.setdefault(claim.anchor.article, []).append(claim)
        return [
            claim
            for claim in block
            if claim.frame.role == TAKEN_WHOLE or any(_is_later(whole, claim) for whole in wholes.get(claim.anchor.article, ()))
        ]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The class of the act, of lands."""
        return claim.frame.event if claim.frame.role in (TAKEN_WHOLE, TAKEN_PART) else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC561; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if left.frame.role == right.frame.role or articles[0] == articles[1]:
            return Doubt("two wholes, two parts, or one article")
        veto = meant_veto(left, right, "question", "conditional", "hedged", "negated", "planned") or marker_veto(left, right)
        if veto or not context.stories.same(*articles):
            return Doubt(veto or "the articles do not share a story")
        if _times(left, right) is not Relation.SAME and _times(left, right) is not Relation.WITHIN:
            return Doubt("not told of one time")
        agents, places = left.frame.agents & right.frame.agents, left.frame.targets & right.frame.targets
        if not agents or not context.salient(places):
            return Doubt("who took it, or which land, is not known to be shared")
        anchors = (
            f"same land: {context.labels(places)}",
            f"taken by the same: {context.labels(agents)}",
            "one article tells that the whole was taken later",
            context.story(left, right),
        )
        return Clash("FC561", Comparison("later-whole", Relation.APART, ""), ComparabilityProof(anchors, SOUND))


def _times(left: Claim, right: Claim) -> Relation:
    """How the times told stand to each other; APART where one, or its year, is not known."""
    first, second = left.frame.time, right.frame.time
    if first is None or second is None or first.open_year or second.open_year:
        return Relation.APART
    return first.relation(second)


def _is_later(whole: Claim, part: Claim) -> bool:
    """Whether a whole that the part belongs to was taken by the same after it; a land told as taken before can be taken again."""
    first, second = part.frame.time, whole.frame.time
    if first is None or second is None or first.latest is None or second.earliest is None or first.open_year or second.open_year:
        return False
    shared = whole.frame.agents & part.frame.agents and whole.frame.targets & part.frame.targets
    return bool(shared) and second.earliest > first.latest and not any((whole.scope.negated, whole.scope.hedged, whole.scope.planned))
