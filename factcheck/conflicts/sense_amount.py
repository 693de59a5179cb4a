"""Compares amounts told in one sense: two papers that tell one sum, share or measure with different words.

What the comparers of the kinds need, one role and one owner in the grammar of both sentences, few pairs of papers give.  Here the words
around both values must have one sense ("asks for", "opened at"), and what they are told of must be the same as far as it is known: a
noun that both clauses hold, an owner whom both name, or, where nothing speaks against it, that each article gives no other amount of the
kind.  Notes of ``factcheck.claims.senses`` in ``Frame.subset`` hold senses and nouns.

Levels: those of the kind's own code.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace

from factcheck.conflicts.amounts import amount_veto, is_lasting, is_of_substance, only_answers, rounding_level, shared_names
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.frame_notes import NoteKind
from factcheck.model import Claim
from factcheck.topics.participants import are_kin
from factcheck.topics.persons import respelt
from factcheck.topics.strength import FAINT, MODEST, SLIGHT
from factcheck.values import MeasureValue, MoneyValue, PercentValue, relation_of

_NEVER = frozenset({"direction", "magnitude", "data", "angle"})
"""Dimensions that have comparers of their own, or that stories tell of too many things."""
_ITSELF = frozenset({"mass", "speed", "area", "volume", "temperature"})
"""Dimensions that are an attribute by themselves; a length may be any."""
_FAR = 4.0
"""Sums and measures further apart than this factor are of two things as often as of one."""
_MOST_SENSES = 3
"""Senses that the line of a proof names where amounts may have several."""
NEARLY_ALL = 2.5
"""How near to a hundred two shares may come that are told of the two parts of one whole, in other senses."""
_HALF_AGAIN, _EVEN = 1.5, 0.02
"""From what factor on, and how exactly, a sum must be a whole multiple of another to be one that was divided."""
_OF_ONE = frozenset({"whole"})
"""Stands for the sense of shares of one whole of which no listed word tells more."""
_AWAY = frozenset({"away"})
"""The sense of distances, which need a landmark; the comparer of measures sees to them."""
_ANY = "any"
"""The sense of a length of which no word tells more."""
_NEAR_BY = 2.5
"""Measures further apart than this factor are not taken for those of one thing that two papers call by different nouns."""
_VAGUE = 3
"""Senses of the nearest word from which it tells none of them."""


class SenseAmountComparer(Comparer):
    """Compares the amounts of a kind that are told in one sense.

    Tolerance ``rounding``: as of the kind's own comparer.
    """

    def __init__(self, kind: str, code: str) -> None:
        self.kind = kind
        self.codes: tuple[str, ...] = (code,)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Those whose article gives no other amount in the same sense."""
        return only_answers(block, _may_be_one)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The kind, and the dimension of a measure."""
        value = claim.value
        if not isinstance(value, MoneyValue | PercentValue | MeasureValue) or value.amount is None:
            return None
        if not isinstance(value, MeasureValue):
            return self.kind
        if value.dimension in _NEVER or " per " in (claim.frame.role or "") or (value.dimension not in _ITSELF | {"length"}):
            return None
        return f"{self.kind}/{value.dimension}"

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The senses; a dimension that is an attribute by itself needs none."""
        value = claim.value
        return frozenset(
            {
                *_all(claim),
                *([_ANY] if claim.kind == "measure" else []),
                *([value.dimension] if isinstance(value, MeasureValue) and value.dimension in _ITSELF else []),
            }
        )

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "apart", "rounding" or "compatible"."""
        itself = isinstance(left.value, MeasureValue) and left.value.dimension in _ITSELF
        senses = frozenset() if itself else _senses(left, right, context)
        if senses == _AWAY or (not senses and not itself):
            return Doubt("told in no common sense")
        lasting = bool(senses) and senses <= context.words["sense.lasting"].keys()
        articles = left.anchor.article, right.anchor.article
        timeless = (lasting and not _is_dated(left) and not _is_dated(right)) or (
            left.kind == "measure" and is_lasting(_attribute(left, senses), context) and not is_of_substance(left, right)
        )
        if not context.stories.close(*articles):
            undated = context.days_between(left, right) is None
            kept = timeless or (undated and left.kind == "money" and senses.isdisjoint(context.words["sense.of-its-day"]))
            if not kept or not context.stories.same(*articles):
                return Doubt("a day of publication is not known" if undated else "news of different weeks")
        standing = bool(senses & context.words["sense.standing"].keys())
        right = respelt(left, right, context.folder, context.stories)
        neutral = {*context.words["sense.neutral"], *(["earlier"] if _periods(left) & _periods(right) else [])}
        plain = _plainly(left, neutral), _plainly(right, neutral)
        veto = amount_veto(*plain, context, standing=standing, timeless=timeless) or _veto(left, right, senses, context)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, senses, context)
        if isinstance(proof, Doubt):
            return proof
        relation = relation_of(left.value, right.value)
        assert isinstance(left.value, MoneyValue | PercentValue | MeasureValue)
        assert isinstance(right.value, MoneyValue | PercentValue | MeasureValue)
        level = rounding_level(left.value, right.value, context, self.codes[0])
        return clash(self.codes[0], level, relation, left.value, right.value, proof, told=relation.value)


def _may_be_one(left: Claim, right: Claim) -> bool:
    """Whether two amounts of one article may be told in one sense."""
    itself = isinstance(left.value, MeasureValue) and left.value.dimension in _ITSELF
    return (
        itself
        or _ANY in _all(left) | _all(right)
        or bool(_all(left) & _noted(right, NoteKind.SENSE) or _all(right) & _noted(left, NoteKind.SENSE))
    )


def _plainly(claim: Claim, neutral: Collection[str]) -> Claim:
    """A claim without the marks that single nothing out of its sense, and without a "without" that denies another thing."""
    scope = claim.scope
    if scope.negated and all(cue.words.lower() == "without" for cue in scope.cues if cue.name == "negated"):
        scope = replace(scope, negated=False)
    markers = frozenset(word for word in claim.frame.markers if word not in neutral)
    return replace(claim, scope=scope, frame=replace(claim.frame, markers=markers))


def _noted(claim: Claim, kind: NoteKind) -> frozenset[str]:
    return kind.words(claim.frame.subset)


def _all(claim: Claim) -> frozenset[str]:
    return _noted(claim, NoteKind.SENSE) | _noted(claim, NoteKind.POSSIBLE_SENSE)


def senses_differ(left: Claim, right: Claim) -> bool:
    """Whether both amounts are told in known senses and have none in common."""
    return bool(_all(left) and _all(right)) and not _all(left) & _all(right)


def _shared_senses(left: Claim, right: Claim) -> frozenset[str]:
    """The senses in which both amounts are told: of the nearest word of one, and of any near the other, both ways."""
    mine, theirs = _noted(left, NoteKind.SENSE), _noted(right, NoteKind.SENSE)
    if _ANY in mine or _ANY in theirs:
        return (mine | theirs) - {_ANY} or frozenset({"length"})
    if mine & _all(right) and theirs & _all(left):
        return (mine & _all(right)) | (theirs & _all(left))
    return frozenset()


def _senses(left: Claim, right: Claim, context: ComparisonContext) -> frozenset[str]:
    """The senses in which two amounts are told alike; where both are told of one thing, or the sense is the thing, any near both."""
    shared = _all(left) & _all(right)
    if _are_of_one_whole(left, right, context) and not (_noted(left, NoteKind.SENSE) and _noted(right, NoteKind.SENSE)):
        return _noted(left, NoteKind.SENSE) | _noted(right, NoteKind.SENSE) or _OF_ONE
    if _things(left, context) & _things(right, context):
        return _shared_senses(left, right) or shared
    return _shared_senses(left, right) or shared & context.words["sense.itself"].keys() & (
        _noted(left, NoteKind.SENSE) | _noted(right, NoteKind.SENSE)
    )


def _are_of_one_whole(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two shares, each the only one of its article, are of one whole that both name."""
    wholes = [_folded(_noted(claim, NoteKind.WHOLE), context) for claim in (left, right)]
    return bool(wholes[0] & wholes[1]) and all(_is_sole(claim, context.stories.values) for claim in (left, right))


def _is_dated(claim: Claim) -> bool:
    return claim.frame.time is not None


def _attribute(claim: Claim, senses: frozenset[str]) -> str | None:
    """What of a thing a measure is: the dimension where that says it, else its sense."""
    if isinstance(claim.value, MeasureValue) and claim.value.dimension in _ITSELF:
        return claim.value.dimension
    return min(senses, default=None)


def _things(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The nouns that a claim is told of, each under the one that stands for it, without those that say nothing."""
    return _folded(_noted(claim, NoteKind.OF) | _noted(claim, NoteKind.OWNER) | _class(claim, context), context)


def _class(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The class of what is measured, where it is listed: a named ship is a vessel."""
    known = claim.kind == "measure" and claim.frame.thing in context.words["measure.thing"].values()
    return frozenset({claim.frame.thing or ""}) if known else frozenset()


def _owners_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether what has the amounts is known on both sides and has no noun in common; of measures the one thing that is measured."""
    if left.kind == "measure":
        mine, theirs = (_folded(_noted(claim, NoteKind.OWNER) | _class(claim, context), context) for claim in (left, right))
    else:
        mine, theirs = _things(left, context), _things(right, context)
    return bool(mine and theirs and not mine & theirs)


def _folded(nouns: Collection[str], context: ComparisonContext) -> frozenset[str]:
    same, own, wide = context.words["noun.same"], context.words["sense.same"], context.words["sense.wide"]
    folded = (str(same.get(noun, noun)) for noun in nouns)
    return frozenset(str(own.get(noun, noun)) for noun in folded if noun in own or noun not in wide) - {""}


def _veto(left: Claim, right: Claim, senses: frozenset[str], context: ComparisonContext) -> str | None:
    """Why two amounts of one sense are not the same amount; None when nothing says so."""
    mine, theirs = left.value, right.value
    if isinstance(mine, MoneyValue) and isinstance(theirs, MoneyValue) and mine.same_currency(theirs) is False:
        return "two currencies"
    if isinstance(mine, PercentValue) and isinstance(theirs, PercentValue) and mine.points != theirs.points:
        return "points and per cent"
    growing = {*context.words["sense.growing"], *context.words["measure.growing"]}
    if isinstance(mine, MeasureValue) and mine.dimension in ("area", "volume") and not _spreads(left, right, context):
        growing = set()
    if (senses or {_attribute(left, senses)}) <= growing and not context.one_day_news(left, right) and not _of_one_day(left, right):
        return "a figure that grows, told on different days"
    words = words_veto(left, right) or _roles_veto(left, right, context)
    if words:
        return words
    if left.kind != "percent" and not 0 < _ratio(left, right) <= _FAR:
        return "too far apart for two reports of one amount"
    return parts_veto(left, right, context)


def _roles_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one sum is lost and the other paid, by the nouns that they are called by; None where both may be told in that sense."""
    for one, other in ((left, right), (right, left)):
        role = one.frame.role or ""
        if one.kind == "money" and role in context.words["sense.lost"] and other.frame.role not in (None, role) and role not in _all(other):
            return f"called by another noun ({role})"
    return None


def _periods(claim: Claim) -> frozenset[str]:
    """The spans of time that a figure is told of."""
    return frozenset(mind for mind in _noted(claim, NoteKind.QUALIFIED) if mind.startswith("period "))


def words_veto(left: Claim, right: Claim) -> str | None:
    """Which words near two amounts make another one of either: a part, a forecast, an old one, another period, form or person; None where
    no such word stands at one only."""
    minds = _noted(left, NoteKind.QUALIFIED) ^ _noted(right, NoteKind.QUALIFIED)
    odd = {mind for mind in minds if not mind.startswith("period ")}
    if odd:
        return f"a word makes another amount of one ({', '.join(sorted(odd))})"
    periods = [_periods(claim) for claim in (left, right)]
    if all(periods) and not periods[0] & periods[1]:
        return "amounts of different periods"
    if {*_noted(left, NoteKind.FORM), *_noted(right, NoteKind.FORM)} == {"to", "by"}:
        return "a level and a change"
    return "different persons" if are_kin(left, right) else None


def _spreads(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one of the sentences tells of what burns, floods or runs out."""
    words = context.words["sense.spreading"].keys()
    return any(not words.isdisjoint(claim.anchor.quote.lower().replace(",", " ").split()) for claim in (left, right))


def _of_one_day(left: Claim, right: Claim) -> bool:
    """Whether both claims are told of one known day."""
    first, second = left.frame.time, right.frame.time
    return first is not None and first == second and (first.days or 0) <= 1


def parts_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one of two amounts may be a share of the other, or both the parts of one whole; None when nothing says so."""
    mine, theirs = left.value, right.value
    if isinstance(mine, PercentValue) and isinstance(theirs, PercentValue):
        low, high = mine.low + theirs.low, (mine.amount or mine.low) + (theirs.amount or theirs.low)
        hundred = abs(low - 100) < NEARLY_ALL or abs(high - 100) < NEARLY_ALL
        return (
            "the shares may be the two parts of one whole"
            if hundred and _noted(left, NoteKind.SENSE) != _noted(right, NoteKind.SENSE)
            else None
        )
    ratio, shared = _ratio(left, right), context.words["sense.share"].keys()
    divided = any(not shared.isdisjoint(claim.anchor.quote.lower().split()) for claim in (left, right))
    return "one amount may be the other divided" if divided and ratio > _HALF_AGAIN and abs(ratio - round(ratio)) < _EVEN else None


def _ratio(left: Claim, right: Claim) -> float:
    """How many times the larger of two sums or measures is the smaller; 0 for other values, and for nothing at all."""
    ends = [abs(claim.value.low) for claim in (left, right) if isinstance(claim.value, MoneyValue | MeasureValue)]
    return max(ends) / min(ends) if len(ends) > 1 and min(ends) > 0 else 0.0


def _prove(left: Claim, right: Claim, senses: frozenset[str], context: ComparisonContext) -> ComparabilityProof | Doubt:
    """What ties two amounts of one sense together besides their story."""
    told = f"told in one sense: {min(senses)}" if len(senses) == 1 else f"both may be: {', '.join(sorted(senses)[:_MOST_SENSES])}"
    sense = told if senses else f"same attribute: {_attribute(left, senses)}"
    anchors = (sense, context.story(left, right))
    things, others = _things(left, context), _things(right, context)
    agents = [claim.frame.agents - _noted(claim, NoteKind.SPEAKER) for claim in (left, right)]
    owners = context.salient(shared_names(agents[0], agents[1]))
    itself = bool(senses) and senses <= context.words["sense.itself"].keys()
    differ = _owners_differ(left, right, context) and not things & others and not itself
    if isinstance(left.value, MeasureValue) and left.value.dimension == "temperature":
        places = context.salient(shared_names(left.frame.agents | left.frame.others, right.frame.agents | right.frame.others))
        return (
            ComparabilityProof((f"same place: {context.labels(places)}", *anchors), SLIGHT)
            if places
            else Doubt("temperatures of unknown places")
        )
    if things & others:
        return ComparabilityProof((f"told of the same: {', '.join(sorted(things & others))}", *anchors), MODEST)
    if differ and _are_other_nouns(left, right, context) and _shared_senses(left, right):
        return ComparabilityProof(("one thing under two nouns, the only amount of its kind in both", *anchors), FAINT)
    if differ and not (isinstance(left.value, MoneyValue) and owners and _shared_senses(left, right)):
        return Doubt(f"told of different things ({', '.join(sorted(things))}; {', '.join(sorted(others))})")
    if owners:
        return ComparabilityProof((f"same owner: {context.labels(owners)}", *anchors), MODEST)
    weak = min(len(_noted(claim, NoteKind.SENSE)) for claim in (left, right)) > _VAGUE
    doers = [_folded(_noted(claim, NoteKind.PAYER), context) for claim in (left, right)]
    if weak and all(doers) and not doers[0] & doers[1]:
        return Doubt(f"paid or taken by others ({', '.join(sorted(doers[0]))}; {', '.join(sorted(doers[1]))})")
    if not isinstance(left.value, MoneyValue):
        plain = frozenset().union(*(context.stories.nouns.get(claim.anchor.article, ()) for claim in (left, right)))
        named = [_places(claim, context, plain) for claim in (left, right)]
        if all(named) and not shared_names(named[0], named[1]):
            return Doubt("other names in both sentences")
    if not weak and senses & context.words["sense.once"].keys() and _shared_senses(left, right):
        return ComparabilityProof(("the only amount of its sense in both", *anchors), SLIGHT)
    if _is_sole(left, context.stories.values) and _is_sole(right, context.stories.values):
        return ComparabilityProof(("the only amount of its kind in both", *anchors), SLIGHT)
    return Doubt("what the amount is of is not known on both sides")


def _are_other_nouns(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the nouns of two measures may be two words for one thing: neither article has the other's, nor any other measure near it."""
    if not isinstance(left.value, MeasureValue) or not isinstance(right.value, MeasureValue):
        return False
    nouns = [_noted(claim, NoteKind.OWNER) for claim in (left, right)]
    known = [context.stories.nouns.get(claim.anchor.article, frozenset()) for claim in (left, right)]
    values = context.stories.values
    return (
        all(nouns)
        and _ratio(left, right) <= _NEAR_BY
        and nouns[0].isdisjoint(known[1])
        and nouns[1].isdisjoint(known[0])
        and _is_sole(left, values)
        and _is_sole(right, values)
    )


def _places(claim: Claim, context: ComparisonContext, plain: Collection[str]) -> frozenset[str]:
    """The specific names of a claim's sentence that are no persons, do not speak, and are no common nouns of the story (``plain``)."""
    named = context.salient(claim.frame.agents | claim.frame.others) - _noted(claim, NoteKind.SPEAKER)
    return frozenset(name for name in named if not name.startswith("person:") and name.partition(":")[2] not in plain)


def _is_sole(claim: Claim, values: Mapping[str, frozenset[str]]) -> bool:
    """Whether an article gives no other sum, share or measure of a kind."""
    return sum(value.startswith(f"{claim.kind}: ") for value in values.get(claim.anchor.article, ())) < 2
