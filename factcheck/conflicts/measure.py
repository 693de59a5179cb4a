"""Measures: the same attribute of the same thing, or the distance of the same place from the same landmark.

Levels, first that holds:

    FC251   compatible       the intervals share a value, conversions between units allowed for
            rounding         closer than rounding makes ("4,120" and "4,100"; a tenth of a magnitude)
            agencies         magnitudes as close as the solutions of two agencies
            direction        the same distance in opposite directions from one landmark
            apart            values that exclude each other
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.conflicts.amounts import (
    amount_veto,
    is_lasting,
    is_of_substance,
    is_rounding,
    only_answers,
    owners_differ,
    shared_names,
    slip,
)
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, value_of, values_of
from factcheck.frame_notes import FIXED, MANY, NoteKind
from factcheck.model import Claim
from factcheck.topics.occurrences import weekday_of
from factcheck.topics.strength import FAIR, FIRM, GOOD, MODEST, SLIGHT, STRONG
from factcheck.values import MeasureValue, Relation
from factcheck.values.measure import DIRECTION

_PLACES = frozenset({"distance", DIRECTION})
_SITE = "site"
_SUBSTANCES = frozenset({"mass", "volume"})
"""Dimensions of which a story tells an amount of a substance ("40 tonnes of foam")."""
_FORMER = frozenset({NoteKind.QUALIFIED.of("unsure old"), NoteKind.QUALIFIED.of("unsure former")})
"""Notes on words that set what is measured apart from what took its place."""
_FLOAT_SLACK = 1.001
"""Factor by which a difference of one tenth may be wide, as floats have it."""
_TENTH = 0.1
_REVISED = 0.35
"""Magnitudes closer than this are as often two agencies' solutions of one shock, or a first and a revised one, as a slip."""


class MeasureComparer(Comparer):
    """Compares measures with the same dimension and attribute.

    Tolerance ``rounding``: the part of the larger value by which two may differ when one is approximate or rounded.
    """

    kind = "measure"
    codes: tuple[str, ...] = ("FC251",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The only answers of their articles."""
        return only_answers(block, _may_be_one)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same dimension and attribute; temperatures are told of too many places and hours to be compared."""
        value = claim.value
        told = isinstance(value, MeasureValue) and value.amount is not None and claim.frame.role is not None
        if not told or not isinstance(value, MeasureValue) or value.dimension == "temperature":
            return None
        return f"{value.dimension}/{claim.frame.role}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC251; see the module's list of levels."""
        mine, theirs = values_of(left, right, MeasureValue)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = mine.relation(theirs)
        level = "compatible"
        if relation is Relation.APART:
            level = "direction" if mine.dimension == DIRECTION else "apart"
            tenth = mine.dimension == "magnitude" and abs(mine.low - theirs.low) < _TENTH * _FLOAT_SLACK
            if mine.dimension == "magnitude" and abs(mine.low - theirs.low) < _REVISED:
                level = "agencies"
            if level != "direction" and (tenth or is_rounding(mine, theirs, context.codes["FC251"].tolerances["rounding"])):
                level = "rounding"
        return clash("FC251", level, relation, mine, theirs, proof, told=relation.value)


def _may_be_one(left: Claim, right: Claim) -> bool:
    """Whether two measures of one article may be of one thing, so that their difference makes the article's answer uncertain."""
    things = {left.frame.thing, right.frame.thing} - {None}
    if left.frame.markers != right.frame.markers or (left.frame.targets and not shared_names(left.frame.targets, right.frame.targets)):
        return False
    return len(things) < 2 or _SITE in things


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    role, value = left.frame.role or "", value_of(left, MeasureValue)
    veto = amount_veto(left, right, context, timeless=is_lasting(role, context) and not is_of_substance(left, right))
    if veto:
        return Doubt(veto)
    if (left.frame.subset ^ right.frame.subset) & _FORMER:
        return Doubt("one is of another instance")
    growing = context.words["measure.growing"]
    if (value.dimension in growing or role in growing) and " per " not in role and context.days_between(left, right) != 0:
        return Doubt("a figure that grows, told on different or unknown days")
    if role in _PLACES:
        return _prove_distance(left, right, context)
    return _prove_attribute(left, right, context)


def _class(claim: Claim, context: ComparisonContext) -> str:
    """The class of what is measured; "" where it is not known."""
    thing = claim.frame.thing or ""
    return context.words.text("measure.thing").get(thing, thing)


def _own(claim: Claim) -> frozenset[str]:
    """The ids of the owners of what is measured, without who is only told to say it."""
    return claim.frame.agents - NoteKind.SPEAKER.words(claim.frame.subset)


def _is_listed(thing: str, context: ComparisonContext) -> bool:
    return thing in context.words["measure.thing"].values()


def _of_one_day(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both days of publication are known, or both times told agree."""
    if context.days_between(left, right) is not None:
        return True
    first, second = left.frame.time, right.frame.time
    if first is not None and second is not None and first.relation(second) in (Relation.SAME, Relation.WITHIN):
        return True
    assert isinstance(left.value, MeasureValue)
    assert isinstance(right.value, MeasureValue)
    if left.value.dimension == "magnitude" and abs(left.value.low - right.value.low) >= _REVISED:
        return False  # every seventh earthquake is of a Sunday
    weekdays = [_weekday(claim, context) for claim in (left, right)]
    return weekdays[0] is not None and weekdays[0] == weekdays[1]


def _weekday(claim: Claim, context: ComparisonContext) -> int | None:
    """The day of the week on which it happened, by the claim's own day or the first lines of its article; None where it is not known."""
    if claim.frame.time is not None:
        return weekday_of(claim.frame.time)
    told = frozenset[int]().union(*context.stories.weekdays.get(claim.anchor.article, {}).values())
    return next(iter(told)) if len(told) == 1 else None


def _prove_distance(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Distances and directions: the same landmark, and the same thing seen from it."""
    landmark = _shared_landmark(left, right)
    if not landmark:
        return Doubt("different or unknown landmarks")
    if all(name.startswith("noun:") for name in landmark) and _levels(left, landmark, context) != _levels(right, landmark, context):
        return Doubt("two landmarks of one noun")
    fixed = [FIXED in claim.frame.subset for claim in (left, right)]
    owners = shared_names(_own(left), _own(right))
    if owners_differ(left, right, context):
        return Doubt("different owners")
    if any(fixed) and not context.salient(owners):
        return Doubt("how far a place lies is not how far away something happened")
    things = (_placed(left, context), _placed(right, context))
    happened = _happened(things, left, right, context)
    if happened is False or (not happened and left.frame.event and right.frame.event and left.frame.event != right.frame.event):
        return Doubt("different events")
    anchors = [f"same landmark: {context.labels(landmark)}", context.story(left, right)]
    if things[0] and things[0] == things[1]:
        return ComparabilityProof((f"same thing: {things[0]}", *anchors), FIRM)
    if all(things) and not owners and not (_SITE in things and set(things) <= {_SITE, *context.words["measure.sited"]}):
        return Doubt(f"different things ({things[0]}, {things[1]})")
    if context.salient(owners):
        return ComparabilityProof((f"same owner: {context.labels(owners)}", *anchors), FIRM)
    named = any(not name.startswith("noun:") for name in landmark)
    if all(things) or (named and (left.frame.lead or right.frame.lead)):
        return ComparabilityProof(tuple(anchors), FAIR)
    return Doubt("what lies there is not known on one side")


def _shared_landmark(left: Claim, right: Claim) -> frozenset[str]:
    """The landmarks of one claim that the other has too; a town that the parser takes for a person in one of two sentences is itself."""
    return shared_names(_as_places(left.frame.targets), _as_places(right.frame.targets))


def _as_places(landmark: frozenset[str]) -> frozenset[str]:
    """Ids of landmarks, those of single words that look like persons as names: nobody measures how far a train lies from a person."""
    return frozenset(
        f"name:{name.removeprefix('person:')}" if name.startswith("person:") and " " not in name else name for name in landmark
    )


def _placed(claim: Claim, context: ComparisonContext) -> str:
    """The class of what lies somewhere; what happens ("the accident") lies at the site, and so does where it is told to have happened."""
    happenings = context.words["measure.happening"].keys()
    thing = _class(claim, context)
    fixed = FIXED in claim.frame.subset
    return _SITE if not fixed and (thing in happenings or NoteKind.OF.words(claim.frame.subset) & happenings) else thing


def _happened(things: tuple[str, str], left: Claim, right: Claim, context: ComparisonContext) -> bool | None:
    """Whether one of two things at a landmark is what happened there and the other its site or what it befell; None where neither is."""
    if _SITE not in things or all(_class(claim, context) in (_SITE, thing) for claim, thing in zip((left, right), things, strict=True)):
        return None
    befell = context.words["measure.befalling"]
    told = (claim.frame.event in (None, *befell) for claim, thing in zip((left, right), things, strict=True) if thing != _SITE)
    return set(things) <= {_SITE, *context.words["measure.sited"]} and all(told)


def _levels(claim: Claim, landmark: frozenset[str], context: ComparisonContext) -> frozenset[str]:
    """The words before the nouns of a landmark that say of what it is one ("provincial" of "the provincial capital")."""
    listed = context.words["measure.landmark-level"]
    found = (re.search(rf"([a-z]+) {re.escape(name[5:])}\b", claim.anchor.quote.lower()) for name in landmark)
    return frozenset(match[1] for match in found if match is not None and match[1] in listed)


def _prove_attribute(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """All other attributes: the same thing, or one that belongs to the event both articles are about."""
    role = left.frame.role or ""
    things = (_class(left, context), _class(right, context))
    mine, theirs = values_of(left, right, MeasureValue)
    slipped = slip(mine, theirs)
    if all(things) and things[0] != things[1] and not (slipped and _named_beside(left, right, context)):
        return Doubt(f"different things ({things[0]}, {things[1]})")
    if owners_differ(left, right, context):
        return Doubt("different owners")
    anchors = [f"same attribute: {role}", context.story(left, right)]
    leads = left.frame.lead, right.frame.lead
    main = frozenset(context.words.texts("measure.main").get(role, ()))
    if main:
        if not _of_one_day(left, right, context):
            return Doubt("events of this class repeat, and the days are not known")
        both = [context.stories.lead[claim.anchor.article] & main for claim in (left, right)]
        if all(both) and (role != "magnitude" or any(leads)):
            return ComparabilityProof(
                (f"what both articles are about: {min(both[0]).replace('-', ' ')}", *anchors), STRONG if all(leads) else GOOD
            )
    return _prove_thing(left, right, context, things, anchors)


def _prove_thing(
    left: Claim, right: Claim, context: ComparisonContext, things: tuple[str, str], anchors: list[str]
) -> ComparabilityProof | Doubt:
    """The same thing: of one owner, copied wrongly, or the only value of the attribute in both articles."""
    role, leads = left.frame.role or "", (left.frame.lead, right.frame.lead)
    close = context.stories.close(left.anchor.article, right.anchor.article)
    if not all(things) and any(leads) and close and (" per " in role or (role == "covered" and any(things))):
        return ComparabilityProof(("the only value of its kind in both", *anchors), SLIGHT)
    if not all(things) or role == "magnitude":
        return Doubt("what is measured is not known on one side")
    owners = context.salient(shared_names(left.frame.agents, right.frame.agents))
    if owners:
        return ComparabilityProof((f"same owner: {context.labels(owners)}", *anchors), FIRM)
    mine, theirs = values_of(left, right, MeasureValue)
    slipped = slip(mine, theirs)
    if slipped:
        return ComparabilityProof((f"same thing: {things[0]}, and {slipped}", *anchors), GOOD)
    many = left.frame.subset & right.frame.subset & {MANY}
    listed = _is_listed(things[0], context) and MANY not in left.frame.subset | right.frame.subset and _of_one_day(left, right, context)
    plural = many and any(leads) and (close or is_lasting(role, context)) and things[0] not in context.words["noun.generic"]
    if listed or plural:
        return ComparabilityProof((f"same thing: {things[0]}, in each article the only value", *anchors), MODEST)
    amount = mine.dimension in _SUBSTANCES and things[0] == things[1]
    if amount and close and not _is_listed(things[0], context) and things[0] not in context.words["noun.generic"]:
        return ComparabilityProof((f"the only amount of {things[0]} in both", *anchors), SLIGHT)
    if all(leads) or context.salient(shared_names(left.frame.others, right.frame.others)):
        return ComparabilityProof((f"same thing: {things[0]}", *anchors), FAIR)
    return Doubt("neither owner nor names are shared")


def _named_beside(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the sentence of one claim also names the thing of the other: a participle may belong to either."""
    return any(NoteKind.NEAR.of(str(_class(one, context))) in other.frame.subset for one, other in ((left, right), (right, left)))
