"""Compares orientations: the left knee and the right one, the northern tip and the southern one, a fire that moves north and south.

Levels, first that holds:

    FC591   compatible       one side, or sides of two rows (left, northern)
            apart            two sides of one row; two directions of which one leads back where the other comes from
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.conflicts.lexical_overlap import further, reported_names, shared_words
from factcheck.conflicts.pairs import Clash, ComparabilityProof, ComparisonContext, Doubt, OneMindComparer, clash, news_veto, value_of
from factcheck.frame_notes import DEFINITE, PAST
from factcheck.model import COURSE, FLANK, Claim
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.topics.participants import link
from factcheck.topics.strength import FAIR, FIRM, MODEST, SLIGHT, SOUND, STRONG
from factcheck.values import Relation, WhereValue

_BARE = "hand"
_TOLD = 2
"""Names and words that two sentences must share where a side is told of nothing ("from the left")."""


class OrientationComparer(OneMindComparer):
    """Compares the side of a thing that two articles of one story tell."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """One sort of thing, and sides of one row."""
        return claim.slot if claim.frame.role == FLANK else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        veto = _unhedged_veto(left, right, context) or further(left, right, context)
        return Doubt(veto) if veto else _outcome(left, right, _prove_orientation(left, right, context))


class MotionDirectionComparer(OneMindComparer):
    """Compares the direction in which two articles of one story let a thing move."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Whatever moves."""
        return COURSE if claim.frame.role == COURSE else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        veto = news_veto(left, right, context) or _later(left, right, context)
        return Doubt(veto) if veto else _outcome(left, right, _prove_motion_direction(left, right, context))


def _unhedged_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """As ``news_veto``, of two claims that are hedged alike too: what may happen to the left eye is no doubt about which eye it is."""
    if left.scope.hedged and right.scope.hedged:
        left, right = (replace(claim, scope=replace(claim.scope, hedged=False)) for claim in (left, right))
    return news_veto(left, right, context)


def _later(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the one direction may be a later one: told in articles of two days, which do not tell one time; else None."""
    times = [claim.frame.time for claim in (left, right)]
    early, late = sorted((left, right), key=lambda claim: context.stories.days.get(claim.anchor.article, date.min))
    recalled = PAST in late.frame.subset and PAST not in early.frame.subset
    if context.one_day_news(left, right) or recalled or (times[0] is not None and times[0] == times[1]):
        return None
    return "which way it moves changes from day to day"


def _outcome(left: Claim, right: Claim, proof: ComparabilityProof | Doubt) -> Clash | Doubt:
    if isinstance(proof, Doubt):
        return proof
    one, other = value_of(left, WhereValue), value_of(right, WhereValue)
    relation = one.relation(other)
    level = "apart" if relation is Relation.APART else "compatible"
    return clash("FC591", level, relation, one, other, proof)


def _prove_orientation(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One thing by its owner, one person's limb, or one sort of thing in sentences that share a salient name or what happened."""
    story = context.story(left, right)
    things = " / ".join(sorted({f"the {claim.frame.thing}" for claim in (left, right)}))
    group = left.slot.rpartition(".")[2]
    owners = link(left, right)
    heavy = context.salient(owners.crossed)
    if group in context.words["where.limb"]:
        return _prove_limb(left, right, context, (f"one person's: {things}", story))
    told = reported_names(left, right, context)
    words = shared_words(left, right, context)
    if group == _BARE:
        if len(told) + len(words) < _TOLD or not told:
            return Doubt("the sides are not known to be of one thing")
    elif owners.targets_differ:
        return Doubt("sides of two things")
    if heavy:
        return ComparabilityProof((f"sides of one thing: {things}", f"same names: {context.labels(heavy)}", story), FIRM)
    if told:
        return ComparabilityProof((f"sides of one sort of thing: {things}", f"named beside both: {context.labels(told)}", story), SOUND)
    if left.frame.event is not None and left.frame.event == right.frame.event:
        return ComparabilityProof((f"sides of one sort of thing: {things}", f"same act: {left.frame.event}", story), FAIR)
    if words or _owned_in_both(left, right, context):
        return ComparabilityProof(
            (f"sides of one sort of thing: {things}", "the only such side that each of the two articles tells", story), MODEST
        )
    return Doubt("the sides are not known to be of one thing")


def _owned_in_both(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the one side is that of something which the article of the other, a known one as well, names too."""
    for own, other in ((left, right), (right, left)):
        held = context.stories.names[own.anchor.article] & context.stories.names[other.anchor.article]
        owners = {f"word:{word}" for name in own.frame.targets if name.startswith("name:") for word in name[5:].split()}
        if owners & held and not other.frame.targets and DEFINITE in own.frame.subset & other.frame.subset:
            return True
    return False


def _prove_limb(left: Claim, right: Claim, context: ComparisonContext, anchors: tuple[str, ...]) -> ComparabilityProof | Doubt:
    """A limb of one person: both name it, or the one article names whom the other tells it of."""
    if left.frame.event != right.frame.event and any(_is_having(claim, context) for claim in (left, right)):
        return Doubt("what somebody has there, and what was done to it")
    persons = [_persons(claim.frame.targets) or _persons(claim.frame.agents) for claim in (left, right)]
    if persons[0] & persons[1]:
        return ComparabilityProof((*anchors, f"same person: {', '.join(sorted(persons[0] & persons[1]))}"), STRONG)
    families = {f"word:{name}" for name in persons[0] | persons[1]}
    if persons[0] and persons[1] and not families & reported_names(left, right, context):
        return Doubt("limbs of two persons")
    for own, other in ((left, right), (right, left)):
        named = sorted(_persons(own.frame.targets | own.frame.agents | own.frame.others))
        held = context.stories.names[other.anchor.article]
        if any(f"word:{name}" in held for name in named):
            return ComparabilityProof((*anchors, f"named in both articles: {', '.join(named)}"), SOUND)
    known = DEFINITE in left.frame.subset & right.frame.subset and not (persons[0] and persons[1])
    if known and (left.frame.thing, left.frame.event) == (right.frame.thing, right.frame.event):
        if context.stories.close(left.anchor.article, right.anchor.article):
            return ComparabilityProof((*anchors, "the only such limb that each of the two articles tells"), SLIGHT)
    return Doubt("whose limb it is, is not known")


def _is_having(claim: Claim, context: ComparisonContext) -> bool:
    """Whether somebody is told to have or wear something on a limb: "has a tattoo on the right arm"."""
    return verb_stem(fold(claim.frame.predicate or "")) in map(verb_stem, context.words["scope.having"])


def _prove_motion_direction(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One named thing that moves, or one sort of thing."""
    between, story = link(left, right), context.story(left, right)
    heavy = context.salient(between.crossed)
    things = {claim.frame.thing for claim in (left, right)} - {None}
    if heavy:
        return ComparabilityProof((f"what moves: {context.labels(heavy)}", story), FIRM)
    if between.agents_differ or len(things) > 1:
        return Doubt("two things move")
    if all(claim.frame.thing for claim in (left, right)):
        return ComparabilityProof((f"what moves: the {things.pop()}", story), SOUND)
    if all(claim.frame.lead for claim in (left, right)):
        return ComparabilityProof(("the only movement that each of the two articles begins with", story), MODEST)
    return Doubt("what moves is not known to be one")


def _persons(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(name.removeprefix("person:").split()[-1] for name in ids if name.startswith("person:"))
