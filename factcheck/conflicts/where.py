"""Where: one act told of at two places that lie beside each other.

Levels, first that holds:

    FC591   compatible       one place, a place within the other, or places of which that may be so
            apart            two rooms, two towns, two limbs
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, story_veto, value_of
from factcheck.frame_notes import DEFINITE, IT, OPENED
from factcheck.model import BEARING, COURSE, FLANK, HOME, SCENE, Claim
from factcheck.topics.comparability import marker_veto, names_veto, other_instance_veto, time_veto
from factcheck.topics.participants import link
from factcheck.topics.strength import GOOD, MODEST, SOUND, STRONG
from factcheck.values import Relation, WhereValue, relation_of

_TOWN, _ROOM = "town", "room"
"""The scales of names that no gazetteer knows and of rooms: of two of them one may be a part of the other."""
_LASTING = frozenset({"birth", "verb:birth", "verb:raise", "verb:educate"})
"""Classes of events that are told alike however long ago they were."""
_ENTERING, _BEGINNING, _FIRE = "verb:enter", "verb:start", "fire"
_ALIKE = 0.5
"""Part of the letters of a name from which another is taken for a spelling of it."""


class WhereComparer(Comparer):
    """Compares where an act happened, across articles of one story."""

    kind = "where"
    codes: tuple[str, ...] = ("FC591",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that tell two places of acts that may be one: those tell of two acts, or of both versions."""
        unsure: set[str] = set()
        by_article: dict[str, list[Claim]] = {}
        for claim in block:
            for other in by_article.setdefault(claim.anchor.article, []):
                apart = relation_of(claim.value, other.value) is Relation.APART
                if apart and names_veto(claim, other, (claim.frame.event or "",)) is None:
                    unsure |= {claim.id, other.id}
            by_article[claim.anchor.article].append(claim)
        return [claim for claim in block if claim.id not in unsure]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same act; orientations, bearings, event locations and hometowns have comparers of their own."""
        if claim.frame.role in (FLANK, COURSE, SCENE, HOME, BEARING):
            return None
        return f"{_FIRE}.where-at" if _may_be_fire(claim, context) else claim.slot

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC591; see the module's list of levels."""
        left, right = (_believed(claim) for claim in (left, right))
        veto = _veto(left, right, context)
        return Doubt(veto) if veto else clash_of_places(left, right, _prove(left, right, context), context)


def clash_of_places(left: Claim, right: Claim, proof: ComparabilityProof | Doubt, context: ComparisonContext) -> Clash | Doubt:
    """How two proven places stand: FC591 of level "apart" or "compatible"; a Doubt where there is no proof, or two towns may be one."""
    if isinstance(proof, Doubt):
        return proof
    one, other = value_of(left, WhereValue), value_of(right, WhereValue)
    relation = one.relation(other)
    scales = set(one.clashing(other))
    if scales == {_ROOM} and may_be_within(one, other, _ROOM, context.words.texts("where.within-room")):
        return Doubt("the one room may lie in the other")
    if scales == {_TOWN}:
        doubt = town_doubt(left, right, context)
        if doubt:
            return Doubt(doubt)
    level = "apart" if relation is Relation.APART else "compatible"
    return clash("FC591", level, relation, one, other, proof)


def may_be_within(one: WhereValue, other: WhereValue, scale: str, within: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether one of two places of a scale may lie in the other ("the boiler room", "the basement"); ``within`` tells by place which may
    lie there."""
    pairs = [(mine, theirs) for mine in one.at(scale) for theirs in other.at(scale)]
    return any(mine in within.get(theirs, ()) or theirs in within.get(mine, ()) for mine, theirs in pairs)


def _may_be_fire(claim: Claim, context: ComparisonContext) -> bool:
    """Whether what is said to have begun may be a fire: "it broke out in the kitchen", "flames broke out"."""
    thing, began = claim.frame.thing, claim.frame.event == _BEGINNING and OPENED in claim.frame.subset
    return began and (thing in context.words["where.flames"] or IT in claim.frame.subset)


def _believed(claim: Claim) -> Claim:
    """The claim without a hedge where it tells where something began: what investigators believe of that is what they tell."""
    return replace(claim, scope=replace(claim.scope, hedged=False)) if OPENED in claim.frame.subset and claim.scope.hedged else claim


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    veto = story_veto(left, right, context) or marker_veto(left, right) or names_veto(left, right, context.stories.located)
    if veto or left.frame.event in _LASTING:
        return veto
    articles = (left.anchor.article, right.anchor.article)
    if not context.stories.near(*articles) and not (
        is_once(left, right, left.frame.event, context) and context.stories.for_weeks(*articles)
    ):
        return "told on days far apart"
    return time_veto(left, right, context.stories.days) or other_instance_veto(left, right, context.stories)


def is_once(left: Claim, right: Claim, act: str | None, context: ComparisonContext) -> bool:
    """Whether an act is one that a person undergoes once in a story, and both claims tell it of one person: by name, or the one of the
    person whom the first lines of both articles name, the other of somebody known who has no name there ("the actor")."""
    if act not in context.words["where.once"]:
        return False
    mine, theirs = ([set(name.split()) for name in persons_in(claim)] for claim in (left, right))
    same = any(len(one & other) > 1 and (one <= other or other <= one) for one in mine for other in theirs)
    return same or headed_by(left, right, context) is not None


def headed_by(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """The surname, as "word:...", of the one person of one of two claims, whom the first lines of both articles name, where the other claim
    tells of somebody known without a name; else None."""
    named, other = (left, right) if persons_in(left) else (right, left)
    persons = persons_in(named)
    if len(persons) != 1 or persons_in(other) or DEFINITE not in other.frame.subset or not (left.frame.lead and right.frame.lead):
        return None
    heads = [context.stories.heads.get(claim.anchor.article, frozenset()) for claim in (left, right)]
    word = f"word:{persons[0].split()[-1]}"
    return word if word in heads[0] & heads[1] else None


def persons_in(claim: Claim) -> list[str]:
    """The names of the persons whom a claim tells of."""
    ids = claim.frame.agents | claim.frame.targets
    return [name.removeprefix("person:") for name in ids if name.startswith("person:")]


def town_doubt(left: Claim, right: Claim, context: ComparisonContext, *, apart: bool = False) -> str | None:
    """Why one of two towns that no gazetteer knows may be a part of the other, or the same: one article names both, or they look alike.

    ``apart``: two towns are at stake in the story, so that an article that names both takes none for a part of the other.
    """
    towns, others = value_of(left, WhereValue).at(_TOWN), value_of(right, WhereValue).at(_TOWN)
    for names, article in ((towns, right.anchor.article), (others, left.anchor.article)):
        held = {word for name in context.stories.names[article] for word in name.partition(":")[2].split()}
        if not apart and any(set(name.split()) <= held for name in names):
            return "one article names both places"
    if any(Levenshtein.normalized_similarity(one, other) > _ALIKE for one in towns for other in others):
        return "two spellings of one name, it may be"
    return None


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The same act with one known person or thing in it, or done to the one thing of its name in the story."""
    between = link(left, right)
    articles = (left.anchor.article, right.anchor.article)
    words = " / ".join(sorted({f'"{claim.frame.predicate}"' for claim in (left, right)}))
    story = context.story(left, right)
    things = {claim.frame.thing for claim in (left, right)} - {None}
    heavy = context.salient(between.crossed)
    persons = frozenset(name for name in heavy if name.startswith("person:"))
    often = left.frame.event in context.words["where.often"] and len(heavy) < 2
    if not often and (persons or (heavy and len(things) < 2)):
        shared = context.labels(persons or heavy)
        return ComparabilityProof((f"same act: {words}", f"same participant: {shared}", story), STRONG if persons else GOOD)
    if any(claim.frame.agents or claim.frame.targets for claim in (left, right)) and not between.crossed:
        known = [claim for claim in (left, right) if claim.frame.targets or claim.frame.agents]
        if len(known) == 2:
            return Doubt("the participants are not known to be one")
    single = [claim.frame.subset - {OPENED} for claim in (left, right)]
    if len(things) == 1 and None not in {claim.frame.thing for claim in (left, right)} and single[0] == single[1] and DEFINITE in single[0]:
        return ComparabilityProof((f"same act: {words}", f"done to, or by, the same: the {things.pop()}", story), SOUND)
    if left.frame.event in context.words["where.single"] and {IT, DEFINITE} <= single[0] | single[1]:
        return ComparabilityProof((f"same act: {words}", "a story has one of these", story), MODEST)
    leads = (context.stories.lead.get(article, frozenset()) for article in articles)
    entered = frozenset().union(*leads) & context.words["where.entered"].keys()
    if left.frame.event == _ENTERING and entered:
        return ComparabilityProof((f"same act: {words}", f"the one way in of the {min(entered)}", story), SOUND)
    event = _begun(left, right, context)
    if event is not None and _are_inside(left, right, context):
        return ComparabilityProof((f"same act: {words}", f"the {event} that both articles begin with", story), MODEST)
    return Doubt("what was done there is not known to be one")


def _begun(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """The class of the main event of both articles, of which both claims tell: the first lines of both name it, or those of one where both
    say that it began there; None where they do not."""
    articles = (left.anchor.article, right.anchor.article)
    events = {claim.frame.event for claim in (left, right)} - {_BEGINNING}
    event = _FIRE if not events else events.pop()
    if events or event is None:
        return None
    if all(OPENED in claim.frame.subset for claim in (left, right)):
        leads = (context.stories.lead.get(article, frozenset()) for article in articles)
        return event if event in frozenset().union(*leads) else None
    return event if event in context.stories.shared_lead(*articles) else None


def _are_inside(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether all that tells two places from each other is the room, the floor or the like, so that the building may be one."""
    scales = set(value_of(left, WhereValue).clashing(value_of(right, WhereValue)))
    return bool(scales) and all(scale.partition("-")[0] in context.words["where.inside"] for scale in scales)
