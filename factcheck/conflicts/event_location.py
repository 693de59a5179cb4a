"""Compares event locations: acts of one group in one story, told of at two places.

Levels, first that holds:

    FC591   compatible       one place, or places of which the one may lie in the other
            apart            two places of one scale, or two sites of which none lies in the other
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.lexical_overlap import further, reported_names
from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    ComparisonContext,
    Doubt,
    OneMindComparer,
    clash,
    news_veto,
    values_of,
)
from factcheck.conflicts.where import headed_by, is_once, may_be_within, town_doubt
from factcheck.frame_notes import DEFINITE, FORMED, VEHICLE
from factcheck.model import SCENE, Claim
from factcheck.topics.participants import link, persons_differ
from factcheck.topics.strength import FAIR, GOOD, MODEST
from factcheck.values import Relation, WhereValue

_SITE, _ROOM = "site", "room"
_TOWN = "town"


class EventLocationComparer(OneMindComparer):
    """Compares where an act of one group was done, across articles of one story that each tell one such place."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Acts of one group."""
        return claim.slot if claim.frame.role == SCENE else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        if left.frame.thing in context.words["where.act-planned"]:
            left, right = (replace(claim, scope=replace(claim.scope, planned=False)) for claim in (left, right))
        once = is_once(left, right, left.frame.thing, context)
        veto = news_veto(left, right, context, once=once) or further(left, right, context) or _persons_veto(left, right)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        one, other = values_of(left, right, WhereValue)
        scales = _clashing(one, other, context)
        doubt = town_doubt(left, right, context, apart=bool(_joining(left, right, context))) if scales == {_TOWN} else None
        if doubt:
            return Doubt(doubt)
        level = "apart" if scales else "compatible"
        relation = Relation.APART if scales else Relation.OVERLAP if one.places != other.places else Relation.SAME
        return clash("FC591", level, relation, one, other, proof)


def _clashing(one: WhereValue, other: WhereValue, context: ComparisonContext) -> set[str]:
    """The scales on which two places exclude each other; sites and rooms of which one may lie in the other do not."""
    scales = set(one.clashing(other))
    for scale, within in ((_SITE, "where.beside"), (_ROOM, "where.within-room")):
        if scale in scales and may_be_within(one, other, scale, context.words.texts(within)):
            scales -= {scale}
    return scales


def _persons_veto(left: Claim, right: Claim) -> str | None:
    """Why the persons to whom something was done make two acts of the two; None where they do not."""
    return "done to different persons" if persons_differ(left, right, "targets") else None


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One known participant, a salient name beside both, or the one act of its group that both articles tell in their first lines."""
    words = " / ".join(sorted({f'"{claim.frame.predicate}"' for claim in (left, right)}))
    story = context.story(left, right)
    crossed = context.salient(link(left, right).crossed)
    headed = headed_by(left, right, context) if left.frame.thing in context.words["where.once"] else None
    if headed is not None:
        shown = context.labels(frozenset({headed}))
        return ComparabilityProof((f"acts of one sort: {words}", f"named in the first lines of both: {shown}", story), FAIR)
    fled = _flight(left, right, context)
    if fled:
        return ComparabilityProof((f"acts of one sort: {words}", f"the one vehicle of the {fled}", story), MODEST)
    joined = _joining(left, right, context)
    if joined:
        return ComparabilityProof((f"acts of one sort: {words}", f"the one seat after the {joined}", story), MODEST)
    if FORMED in left.frame.subset ^ right.frame.subset and _joined_by(left, right, context):
        return Doubt("the seat of a body to come, and another one")
    nouns = [claim.frame.subset - {DEFINITE, VEHICLE} for claim in (left, right)]
    if VEHICLE in left.frame.subset | right.frame.subset and all(nouns) and not nouns[0] & nouns[1]:
        return Doubt("two vehicles, or a vehicle and another thing")
    often = left.frame.thing in context.words["where.act-often"]
    things = (left.frame.subset & right.frame.subset) - {DEFINITE, FORMED}
    many = left.frame.thing in context.words["where.act-many"] and not things
    if len(crossed) > many:
        shown = context.labels(crossed)
        return ComparabilityProof((f"acts of one sort: {words}", f"same participant: {shown}", story), GOOD)
    told = reported_names(left, right, context)
    lead = left.frame.lead and right.frame.lead and DEFINITE in left.frame.subset | right.frame.subset
    main = _main(left, right, context)
    if often and not main and (many or not (len(told) > 1 or (lead and things))):
        return Doubt("a story has several of these, and the participants are not known to be one")
    if told or (lead and things):
        shown = context.labels(told) or ", ".join(f"the {thing}" for thing in sorted(things))
        return ComparabilityProof((f"acts of one sort: {words}", f"named beside both: {shown}", story), FAIR)
    if lead or main:
        return ComparabilityProof((f"acts of one sort: {words}", "what both articles begin with", story), MODEST)
    return Doubt("what was done there is not known to be one")


def _flight(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """The crime that one of the articles begins with, and in whose news both tell of the vehicle that was left behind; None where that is
    not so."""
    told = left.frame.subset & right.frame.subset
    if left.frame.thing not in context.words["where.left-behind"] or VEHICLE not in told:
        return None
    leads = (context.stories.lead.get(claim.anchor.article, frozenset()) for claim in (left, right))
    known = DEFINITE in left.frame.subset | right.frame.subset
    return min(frozenset().union(*leads) & context.words["where.entered"].keys(), default=None) if known else None


def _joining(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """The event by which two bodies become one, where both tell of the seat of that one; None where that is not so."""
    return _joined_by(left, right, context) if FORMED in left.frame.subset & right.frame.subset else None


def _joined_by(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """The event by which two bodies become one, with which one of the articles begins."""
    leads = (context.stories.lead.get(claim.anchor.article, frozenset()) for claim in (left, right))
    return min(frozenset().union(*leads) & context.words["where.joining"].keys(), default=None)


def _main(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the first lines of both articles tell of such an act, these claims among them, in articles or at a time of one day."""
    articles = (left.anchor.article, right.anchor.article)
    one_day = context.stories.one_day_news(*articles) or (left.frame.time is not None and left.frame.time == right.frame.time)
    classes = context.words.texts("where.act-class")
    groups = {word for event in context.stories.shared_lead(*articles) for word in classes.get(event, ())}
    return one_day and left.frame.lead and right.frame.lead and left.frame.thing in groups
