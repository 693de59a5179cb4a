"""Homes: one person born in two places, one choir from two towns.

Levels, first that holds:

    FC591   compatible       one place, or places of which the one may lie in the other
            apart            two places of one scale
"""

from __future__ import annotations

from factcheck.conflicts.pairs import Clash, Doubt, OneMindComparer, Proof, Setting, story_veto
from factcheck.conflicts.tellings import told_names
from factcheck.conflicts.where import clash_of_places
from factcheck.model import HOME, Claim
from factcheck.topics.participants import link


class HomeComparer(OneMindComparer):
    """Compares where two articles of one story say that somebody was born or comes from."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """Where somebody was born, or where somebody comes from."""
        return claim.slot if claim.frame.role == HOME else None

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        veto = story_veto(left, right, setting)
        return Doubt(veto) if veto else clash_of_places(left, right, _prove(left, right, setting), setting)


def _prove(left: Claim, right: Claim, setting: Setting) -> Proof | Doubt:
    """One person by name; a person whom the first lines of the other article name, which tells of nobody else; or one thing by its noun."""
    articles, story = (left.anchor.article, right.anchor.article), setting.story(left, right)
    between = link(left, right)
    if between.crossed:
        shown = setting.labels(between.crossed)
        return Proof((f"the same person: {shown}", story), 0.75)
    if between.agents_differ:
        return Doubt("different persons")
    if not setting.stories.close(*articles):
        return Doubt("told on days far apart")
    for own, other in ((left, right), (right, left)):
        family = {f"word:{name.split()[-1].removeprefix('person:')}" for name in own.frame.agents}
        heads = [setting.stories.heads.get(article, frozenset()) for article in articles]
        held = setting.stories.names[other.anchor.article]
        known = heads[0] | heads[1] if "the" not in other.frame.subset else held
        named = family & known & held
        if named and not other.frame.agents:
            return Proof(
                (f"named in both articles, in the first lines of one: {setting.labels(named)}", story),
                0.55,
            )
    same = left.frame.thing is not None and left.frame.thing == right.frame.thing
    if same and ("the" in left.frame.subset & right.frame.subset or told_names(left, right, setting)):
        return Proof((f"the same thing: the {left.frame.thing}", story), 0.55)
    return Doubt("who is from there is not known to be one")
