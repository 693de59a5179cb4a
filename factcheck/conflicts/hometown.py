"""Compares hometowns: one person born in two places, one choir from two towns.

Levels, first that holds:

    FC591   compatible       one place, or places of which the one may lie in the other
            apart            two places of one scale
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.conflicts.lexical_overlap import reported_names
from factcheck.conflicts.pairs import Clash, ComparabilityProof, ComparisonContext, Doubt, OneMindComparer, story_veto
from factcheck.conflicts.where import clash_of_places
from factcheck.frame_notes import DEFINITE
from factcheck.model import HOME, Claim, Scope
from factcheck.topics.participants import link
from factcheck.topics.strength import FAIR, STRONG

_SEATED = f"{HOME}.seat"


class HometownComparer(OneMindComparer):
    """Compares where two articles of one story say that somebody was born or comes from."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Where somebody was born, or where somebody comes from."""
        return claim.slot if claim.frame.role == HOME else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        if left.slot == _SEATED:  # whatever the sentence says, it takes the seat for known
            left, right = (replace(claim, scope=Scope()) for claim in (left, right))
        veto = story_veto(left, right, context)
        return Doubt(veto) if veto else clash_of_places(left, right, _prove(left, right, context), context)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One person by name; a person whom the first lines of the other article name, which tells of nobody else; or one thing by its noun."""
    articles, story = (left.anchor.article, right.anchor.article), context.story(left, right)
    between = link(left, right)
    if between.crossed:
        shown = context.labels(between.crossed)
        return ComparabilityProof((f"the same {'body' if left.slot == _SEATED else 'person'}: {shown}", story), STRONG)
    if between.agents_differ:
        return Doubt("different persons")
    if not context.stories.close(*articles):
        return Doubt("told on days far apart")
    for own, other in ((left, right), (right, left)):
        family = {f"word:{name.split()[-1].removeprefix('person:')}" for name in own.frame.agents}
        heads = [context.stories.heads.get(article, frozenset()) for article in articles]
        held = context.stories.names[other.anchor.article]
        known = heads[0] | heads[1] if DEFINITE not in other.frame.subset else held
        named = family & known & held
        if named and not other.frame.agents:
            return ComparabilityProof(
                (f"named in both articles, in the first lines of one: {context.labels(named)}", story),
                FAIR,
            )
    same = left.frame.thing is not None and left.frame.thing == right.frame.thing
    if same and (DEFINITE in left.frame.subset & right.frame.subset or reported_names(left, right, context)):
        return ComparabilityProof((f"the same thing: the {left.frame.thing}", story), FAIR)
    return Doubt("who is from there is not known to be one")
