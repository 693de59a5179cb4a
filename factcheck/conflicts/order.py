"""Orders: of two events that two articles tell, the one tells the one first, the other the other.

Levels, first that holds:

    FC611   compatible       the same order
            reversed         the other way round: a conflict
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, news_veto
from factcheck.frame_notes import Note, NoteKind, notes_of_event
from factcheck.mentions.order import PLANNED
from factcheck.model import Claim, Comparison
from factcheck.topics.strength import SOUND
from factcheck.topics.windows import NEAR_DAYS
from factcheck.values import Relation


@dataclass(frozen=True, slots=True)
class _OrderedEvent:
    """What the marks of a frame say of one event: words for it, nouns that act and that it is done to, names,
    names that a pronoun may mean, the noun that tells it, what narrows it."""

    acts: frozenset[str]
    parts: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    maybe: frozenset[str]
    itself: frozenset[str]
    only: frozenset[str]
    again: frozenset[str]

    @classmethod
    def of(cls, claim: Claim, number: int) -> _OrderedEvent:
        """The earlier (1) or the later (2) event of a claim."""
        return _event_of(notes_of_event(number, claim.frame.subset))


@lru_cache(maxsize=4096)  # a claim is compared with many
def _event_of(notes: frozenset[Note]) -> _OrderedEvent:
    return _OrderedEvent(
        acts=NoteKind.ACT.words(notes),
        parts=NoteKind.PART.words(notes),
        things=NoteKind.THING.words(notes),
        names=NoteKind.NAME.words(notes),
        maybe=NoteKind.POSSIBLE_ID.words(notes),
        itself=NoteKind.ITSELF.words(notes),
        only=NoteKind.ONLY.words(notes),
        again=NoteKind.AGAIN.words(notes),
    )


class OrderComparer(Comparer):
    """Compares which of two events came first, across articles of one story.

    Both events must be known to be the same in both articles: by a word that they share, and by somebody or something that takes part.
    """

    kind = "order"
    codes: tuple[str, ...] = ("FC611",)
    equal_agree = False  # one word may tell two events

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Of any two events; which they are, the proof tells."""
        return claim.slot

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The words for the two events; two orders without a word in common are those of others."""
        return NoteKind.ACT.among(notes_of_event(1, claim.frame.subset) | notes_of_event(2, claim.frame.subset))

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC611; see the module's list of levels."""
        if left.rule == PLANNED:  # both are to come, whatever words of planning the sentences hold
            left, right = (replace(claim, scope=replace(claim.scope, planned=True)) for claim in (left, right))
        veto = news_veto(left, right, context, once=left.rule != PLANNED)
        veto = veto or (_plans_veto if left.rule == PLANNED else _later_veto)(left, right, context)
        if veto:
            return Doubt(veto)
        mine, theirs = ([_OrderedEvent.of(claim, number) for number in (1, 2)] for claim in (left, right))
        straight = _are_same(mine, theirs, context)
        crossed = _are_same(mine, theirs[::-1], context)
        if isinstance(straight, Doubt) is isinstance(crossed, Doubt):
            return Doubt("the two happenings are not known to be the same two")
        story = context.story(left, right)
        if isinstance(crossed, Doubt):
            assert not isinstance(straight, Doubt)
            return Clash("FC611", Comparison("compatible", Relation.SAME, ""), ComparabilityProof((*straight, story), SOUND))
        return Clash("FC611", Comparison("reversed", Relation.APART, ""), ComparabilityProof((*crossed, story), SOUND))


def _later_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the one tells of what came after the other was written; None where nothing says so."""
    for one, other in ((left, right), (right, left)):
        time, day = one.frame.time, context.stories.days.get(other.anchor.article)
        if time is not None and not time.open_year and time.earliest is not None and day and time.earliest > day:
            return "told of a day after the other article"
    return None


def _plans_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why an order in which two things are to be done may have been changed: the articles did not appear close to each other."""
    apart = context.days_between(left, right)
    return "plans may have changed" if apart is None or abs(apart) > NEAR_DAYS else None


def _are_same(mine: Sequence[_OrderedEvent], theirs: Sequence[_OrderedEvent], context: ComparisonContext) -> tuple[str, ...] | Doubt:
    """The reasons why each of two events is the one beside it, or why that is not known."""
    reasons: list[str] = []
    strong = 0
    for one, other in zip(mine, theirs, strict=True):
        doubt = _differ(one, other, context)
        if doubt:
            return Doubt(doubt)
        shared = _shared(one, other, context)
        acts = one.acts & other.acts
        bare = not (one.parts | one.things | one.names) or not (other.parts | other.things | other.names)
        if not acts and not one.things & other.things:
            return Doubt("two happenings")
        if not shared and not (acts and bare):
            return Doubt("nobody and nothing is known to take part in both")
        strong += bool(acts and (shared or bare))
        words = f"{', '.join(sorted(acts)) or 'what was done'} ({', '.join(shared) or 'by its word'})"
        reasons.append(f"same happening: {words}")
    common = set(_shared(mine[0], theirs[0], context)) & set(_shared(mine[1], theirs[1], context))
    if strong < len(mine) and common:
        return Doubt("one happening is known by what both share alone")
    return tuple(reasons) if strong else Doubt("neither happening is known by a word of its own")


def _differ(one: _OrderedEvent, other: _OrderedEvent, context: ComparisonContext) -> str | None:
    """Why two are not the same event; None where nothing says so."""
    if one.again != other.again:
        return "a word singles out another instance"
    if one.only and other.only and not one.only & other.only:
        return "different parts of a whole"
    persons = [frozenset(name for name in side.names if name.startswith("person:")) for side in (one, other)]
    if persons[0] and persons[1] and not _known(*persons):
        return "different persons"
    nouns = [frozenset(context.same_noun(noun) for noun in side.things) for side in (one, other)]
    if nouns[0] and nouns[1] and not nouns[0] & nouns[1]:
        return "done to different things"
    parts = [frozenset(context.same_noun(noun) for noun in side.parts) for side in (one, other)]
    free = not one.things and not other.things and not _known(*persons)
    if free and parts[0] and parts[1] and not parts[0] & parts[1]:
        return "different things take part"
    return None


def _known(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The names of those of some persons who may be one of the others: "Palo" and "Ines Palo", but not "Otto Palo" and "Ines Palo"."""
    words = [[frozenset(name.removeprefix("person:").split()) for name in side] for side in (mine, theirs)]
    return frozenset(" ".join(sorted(one | other)) for one in words[0] for other in words[1] if one <= other or other <= one)


def _shared(one: _OrderedEvent, other: _OrderedEvent, context: ComparisonContext) -> tuple[str, ...]:
    """Who and what takes part in both, in words."""
    nouns = (one.parts | one.things | one.itself) & (other.parts | other.things | other.itself)
    # a passive's subject is what an active one is done to, and the other way round
    names = context.salient((one.names | one.maybe) & (other.names | other.maybe))
    persons = [frozenset(name for name in side.names | side.maybe if name.startswith("person:")) for side in (one, other)]
    return tuple(sorted({*nouns, *_known(*persons), *(context.label(name) for name in names if not name.startswith("person:"))}))
