"""Compares bearings: one thing that lies north of a named place and south of it.

Levels, first that holds:

    FC591   compatible       directions that do not exclude each other (north, north-east; north, west)
            apart            directions that lead opposite ways (north-east, south)
"""

from __future__ import annotations

from factcheck.conflicts.lexical_overlap import further
from factcheck.conflicts.pairs import Clash, ComparabilityProof, ComparisonContext, Doubt, OneMindComparer, clash, news_veto, values_of
from factcheck.model import BEARING, Claim
from factcheck.topics.participants import link
from factcheck.topics.strength import FAIR, FIRM, SOUND
from factcheck.values import Relation, WhereValue


class BearingComparer(OneMindComparer):
    """Compares on which side of a named place two articles of one story put one thing or event."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """One landmark."""
        return f"{BEARING}/{min(claim.frame.targets)}" if claim.frame.role == BEARING else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        veto = news_veto(left, right, context) or further(left, right, context)
        proof = Doubt(veto) if veto else _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        one, other = values_of(left, right, WhereValue)
        relation = one.relation(other)
        level = "apart" if relation is Relation.APART else "compatible"
        return clash("FC591", level, relation, one, other, proof)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """A named thing, one sort of thing, or the one event that both articles begin with, told of from one landmark."""
    landmark, story = f"seen from {context.labels(left.frame.targets)}", context.story(left, right)
    heavy = context.salient(link(left, right).crossed - left.frame.targets)
    if heavy and _are_two_things(left, right):
        return Doubt("two things, which one name is told with")
    if heavy:
        return ComparabilityProof((landmark, f"what lies there: {context.labels(heavy)}", story), FIRM)
    things = {note for note in left.frame.subset & right.frame.subset if context.same_noun(note) not in context.words["where.bearing-any"]}
    if things and not _are_two_events(left, right):
        return ComparabilityProof((landmark, f"what lies there: the {min(things)}", story), SOUND)
    event = left.frame.event
    shared = context.stories.shared_lead(left.anchor.article, right.anchor.article)
    if event is not None and event == right.frame.event and event in shared and event not in context.words["where.bearing-any"]:
        return ComparabilityProof((landmark, f"the {event} that both articles begin with", story), FAIR)
    return Doubt("what lies there is not known to be one")


def _are_two_events(left: Claim, right: Claim) -> bool:
    """Whether both tell of what happened, and not of one: the robbery of one centre, a meeting in another."""
    return None not in (left.frame.event, right.frame.event) and left.frame.event != right.frame.event


def _are_two_things(left: Claim, right: Claim) -> bool:
    """Whether each is told by nouns of its own, and not of one event: the trawler Vanta Rose sank, a raft of the Vanta Rose was found."""
    mine, theirs = left.frame.subset, right.frame.subset
    return bool(mine and theirs) and not mine & theirs and None in (left.frame.event, right.frame.event)
