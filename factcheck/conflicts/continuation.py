"""Compares whether a state ends or goes on: a group that leaves a place and stays there, a bridge that is closed and remains open.

Levels, first that holds:

    FC551   compatible       the same answer
            denied           opposite answers, each with a speaker of its own: disputed
            goes-on          opposite answers: a conflict
            goes-on-in-part  the group leaves a whole place and stays in a part of it
"""

from __future__ import annotations

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import NAMED_WHOLE
from factcheck.mentions.continuation import ENDS, LASTS, STAYING
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, meant_veto, sentence_veto, time_veto
from factcheck.topics.strength import SOUND
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import PolarityValue, Relation


class ContinuationComparer(Comparer):
    """Compares whether the state of one group or thing ends, inside one article and across articles of one story."""

    kind = "polarity"
    codes: tuple[str, ...] = ("FC551",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same state of a group of the same noun, at one time (what will be, what is)."""
        return f"{claim.slot} {claim.frame.thing or ''}" if claim.rule in (ENDS, LASTS) else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC551; see the module's list of levels."""
        mine, theirs = values_of(left, right, PolarityValue)
        veto = _meaning_veto(left, right) or marker_veto(left, right) or time_veto(left, right, context.stories.days)
        veto = veto or _order_veto(left, right, context)
        proof = Doubt(veto) if veto else _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = mine.relation(theirs)
        if relation is not Relation.APART:
            return clash("FC551", "compatible", relation, mine, theirs, proof)
        speakers = {left.scope.said_by, right.scope.said_by}
        if len(speakers) == 2 and None not in speakers:
            return clash("FC551", "denied", relation, mine, theirs, proof, verdict="disputed")
        whole = left.frame.targets == right.frame.targets and NAMED_WHOLE in left.frame.subset & right.frame.subset
        level = "goes-on" if whole or left.frame.event != STAYING else "goes-on-in-part"
        return clash("FC551", level, relation, mine, theirs, proof)


def _meaning_veto(left: Claim, right: Claim) -> str | None:
    """Why the two are not meant alike or not told of one group."""
    veto = meant_veto(left, right, "question", "conditional", "hedged", "negated")
    if veto:
        return veto
    if left.frame.subset - {NAMED_WHOLE} != right.frame.subset - {NAMED_WHOLE}:
        return f"different groups ({', '.join(sorted((left.frame.subset ^ right.frame.subset) - {NAMED_WHOLE}))})"
    return sentence_veto(left, right)


def _order_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the one state may have followed the other; None inside one article, which tells its plans and its present at one time."""
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return None
    if not context.stories.same(*articles) or not context.stories.near(*articles):
        return "the articles do not share a story, or are told on days far apart"
    ends, lasts = (left, right) if left.rule == ENDS else (right, left)
    gap = context.days_between(ends, lasts)
    if gap is None:
        return None if left.frame.role == "stay-planned" else "which of the two was told first is not known"
    first = 0 if left.frame.role != "stay-planned" else -NEXT_DAY
    return None if first <= gap <= NEXT_DAY else "the one may have followed the other"


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    articles = (left.anchor.article, right.anchor.article)
    owners = left.frame.agents & right.frame.agents
    if not owners:
        return Doubt("the groups are not known to be one")
    whose = context.labels(owners)
    anchors = [f"same group: {left.frame.thing} ({whose})" if left.frame.thing else f"same group: {whose}"]
    if left.frame.event == STAYING:
        ends = left if left.rule == ENDS else right
        places = left.frame.targets & right.frame.targets
        if not places or NAMED_WHOLE not in ends.frame.subset:
            return Doubt("the places are not known to be one, or the one a part of the other")
        anchors.append(f"same place: {context.labels(places)}")
    elif left.frame.thing is None and not context.salient(owners):
        return Doubt("a country alone says too little")
    if articles[0] == articles[1]:
        anchors.append("told by one article")
    else:
        anchors.append(context.story(left, right))
    return ComparabilityProof(tuple(anchors), SOUND)
