"""Gaps and turns: the first since 1988 against the first in 52 years, the third time against the fourth.

Levels, first that holds:

    FC571   compatible       years that may be one, or the same turn
            apart            two years of the last one, "never" against a year; two turns of one row
"""

from __future__ import annotations

from factcheck.conflicts.lexical_overlap import further, reported_names
from factcheck.conflicts.pairs import Clash, ComparabilityProof, ComparisonContext, Doubt, OneMindComparer, clash, value_of, values_of
from factcheck.frame_notes import NoteKind, without_kinds, word_behind_colon
from factcheck.model import GAP, TURN, Claim
from factcheck.text import whole_words
from factcheck.topics.comparability import other_instance_veto, time_veto
from factcheck.topics.participants import Parts, link, persons_of
from factcheck.topics.strength import FAIR, GOOD, MODEST
from factcheck.topics.windows import NEWS_DAYS, NEXT_DAY
from factcheck.values import OrdinalValue, Relation


class GapComparer(OneMindComparer):
    """Compares when two articles of one story say that the last one was."""

    kind = "ordinal"
    codes: tuple[str, ...] = ("FC571",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Whatever there was none of."""
        return GAP if claim.frame.role == GAP else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC571; see the module's list of levels."""
        veto = _veto(left, right, context) or _rows_veto(left, right)
        if veto:
            return Doubt(veto)
        told, story = reported_names(left, right, context), context.story(left, right)
        same = left.frame.thing is not None and left.frame.thing == right.frame.thing
        degrees = _of(left, NoteKind.DEGREE) & _of(right, NoteKind.DEGREE)
        if told and (same or degrees):
            shown = context.labels(told)
            row = next(iter(degrees)) if degrees else f"the {left.frame.thing}"
            return _outcome(left, right, ComparabilityProof((f"the last one of a row: {row}", f"named beside both: {shown}", story), GOOD))
        lead = left.frame.lead and right.frame.lead
        if lead and len(told) >= (2 if _two_nouns(left, right) else 1):
            shown = context.labels(told)
            return _outcome(
                left, right, ComparabilityProof(("the only such row that each article tells", f"named beside both: {shown}", story), FAIR)
            )
        one_day = context.one_day_news(left, right)
        unnamed = one_day and None in (left.frame.thing, right.frame.thing)
        if same or degrees or (unnamed and lead):
            return _outcome(left, right, ComparabilityProof(("the only such row that each article tells", story), MODEST))
        return Doubt("the rows are not known to be one")


class TurnComparer(OneMindComparer):
    """Compares for which time two articles of one story say that something is."""

    kind = "ordinal"
    codes: tuple[str, ...] = ("FC571",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Rows of one kind of thing or act."""
        return claim.slot if claim.frame.role == TURN else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC571; see the module's list of levels."""
        veto = _veto(left, right, context) or _turns_veto(left, right, context)
        if veto:
            return Doubt(veto)
        told, story = reported_names(left, right, context), context.story(left, right)
        row = f"places in rows of one kind: {(left.frame.thing or '').replace('-', ' ')}"
        crossed = context.salient(link(left, right).crossed)
        if crossed or told:
            shown = context.labels(crossed or told)
            return _outcome(left, right, ComparabilityProof((row, f"named beside both: {shown}", story), GOOD))
        if left.frame.lead and right.frame.lead:
            return _outcome(left, right, ComparabilityProof((row, "what both articles begin with", story), MODEST))
        return Doubt("the rows are not known to be one")


class LooseTurnComparer(OneMindComparer):
    """Compares turns next to each other of an act that one article tells by a verb and the other by a noun ("took off for the ninth time",
    "its tenth flight"), where each of them tells one turn."""

    kind = "ordinal"
    codes: tuple[str, ...] = ("FC571",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Whatever is counted."""
        return TURN if claim.frame.role == TURN and claim.frame.lead else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC571; see the module's list of levels."""
        veto = _veto(left, right, context) or _turns_veto(left, right, context)
        if veto:
            return Doubt(veto)
        acts = [(claim.frame.predicate or "").startswith("verb:") for claim in (left, right)]
        told, ranks = reported_names(left, right, context), sorted(value_of(claim, OrdinalValue).rank for claim in (left, right))
        crossed = context.salient(link(left, right).crossed)
        noun, verb = (right, left) if acts[0] else (left, right)
        named = noun.frame.thing is not None and (noun.frame.thing in verb.anchor.quote.lower() or noun.frame.thing == verb.frame.thing)
        if acts[0] == acts[1] or not (told or crossed or named) or ranks[1] - ranks[0] > max(1, ranks[1] // _NEXT):
            return Doubt("the rows are not known to be one")
        shown = context.labels(told or crossed) or f"the {noun.frame.thing}"
        anchors = ("turns next to each other, the only ones that each article begins with", f"named beside both: {shown}")
        return _outcome(left, right, ComparabilityProof((*anchors, context.story(left, right)), MODEST))


_NEXT = 5
"""Turns further apart than this part of the greater are hardly those of one row."""


def _of(claim: Claim, kind: NoteKind) -> frozenset[str]:
    return kind.words(claim.frame.subset)


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return "one article tells of both"
    for claim in (left, right):
        if claim.scope.hedged or claim.scope.question or claim.scope.conditional or claim.scope.planned:
            return "one statement is hedged, asked or planned"
        if whole_words(tuple(context.words["ordinal.recalling"])).search(claim.anchor.quote.lower()):
            return "a sentence recalls another one"
    if not context.stories.same(*articles) or not context.stories.close(*articles):
        return "the articles do not share a story, or are told on days far apart"
    if link(*(_persons(claim) for claim in (left, right))).agents_differ:
        return "different subjects"
    return other_instance_veto(left, right, context.stories)


def _persons(claim: Claim) -> Parts:
    """The participants of a claim, of its actors those who are persons; whom it is done to may be who acts in the other."""
    return Parts(persons_of(claim, "agents"), claim.frame.targets)


def _rows_veto(left: Claim, right: Claim) -> str | None:
    """Why the words that narrow them make two rows of the two; None where they do not."""
    for kind in (NoteKind.DEGREE, NoteKind.AT, NoteKind.ACT):
        mine, theirs = _of(left, kind), _of(right, kind)
        if mine and theirs and not mine & theirs:
            return f"two rows ({', '.join(sorted(mine | theirs))})"
    words = frozenset(
        word for own, other in ((left, right), (right, left)) for word in _of(own, NoteKind.WORD) if word not in other.anchor.quote.lower()
    )
    if words:
        return f"two rows ({', '.join(sorted(words))})"
    return None


def _two_nouns(left: Claim, right: Claim) -> bool:
    """Whether two rows are told by two nouns of which none stands for the other."""
    things = {claim.frame.thing for claim in (left, right)}
    return None not in things and len(things) > 1 and not any((claim.frame.predicate or "").startswith("verb:") for claim in (left, right))


_DEGREE = f"{TURN}.degree"


def _turns_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the turns may be of two rows, or of two things of one row; None where they may not."""
    rows = [
        frozenset(note for note in own.frame.subset if word_behind_colon(note) not in other.anchor.quote.lower())
        for own, other in ((left, right), (right, left))
    ]
    if rows[0] != rows[1]:
        short, long = (0, 1) if rows[0] > rows[1] else (1, 0)
        nouns = not any((claim.frame.predicate or "").startswith("verb:") for claim in (left, right))
        ranks = [value.rank for value in values_of(left, right, OrdinalValue)]
        within = nouns and rows[short] > rows[long] and ranks[short] > ranks[long]
        if (not within and without_kinds(rows[0] ^ rows[1], NoteKind.AREA)) or (rows[0] and rows[1]):
            return f"two rows ({', '.join(sorted(rows[0] ^ rows[1]))})"
    gap = context.days_between(left, right)
    if gap is None:
        return "which of the two was told first is not known"
    ranks = [value.rank for value in values_of(left, right, OrdinalValue)]
    later = gap * (1 if ranks[1] > ranks[0] else -1)
    degrees = left.slot == right.slot and left.slot.startswith(_DEGREE)
    if later > (NEWS_DAYS if degrees else NEXT_DAY):  # no record falls every day
        return "the greater turn may be that of a later one"
    persons = link(_persons(left), _persons(right)).crossed
    lasting = persons and degrees  # the youngest winner stays that
    return (None if lasting else time_veto(left, right, context.stories.days)) or further(left, right, context)


def _outcome(left: Claim, right: Claim, proof: ComparabilityProof) -> Clash:
    one, other = value_of(left, OrdinalValue), value_of(right, OrdinalValue)
    relation = one.relation(other)
    level = "apart" if relation is Relation.APART else "compatible"
    return clash("FC571", level, relation, one, other, proof)
