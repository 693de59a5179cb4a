"""Dates: the same event on days that exclude each other, and phases of one event that do not fit.

Levels, first that holds:

    FC101   compatible           the sets of days share a day
            a-day-apart          neighbouring days: a time zone or a night may explain it
            apart                more than a day apart

    FC102   compatible           the phases come in order and close together
            reported-first       a report dated before the announcement it reports
            spread               agreed and announced more than ``spread_days`` apart
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.conflicts.followups import follow_up_veto
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, values_of
from factcheck.conflicts.zones import clock_veto
from factcheck.frame_notes import LAST, NoteKind
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import prove_event, prove_main, prove_single, sentence_veto
from factcheck.topics.participants import link
from factcheck.topics.persons import respelt
from factcheck.topics.strength import SOUND
from factcheck.values import DateValue, Relation

_PHASES = ("agreed_on", "announced_on", "reported_on")
_WORDS = {"on": "", "agreed_on": "agreed", "announced_on": "announced", "reported_on": "reported", "by": "", "since": "", "until": ""}


class Slot(NamedTuple):
    """Notes of one kind that two claims may fill with different names; ``sort`` is how the ids begin that count, "" for all."""

    kind: NoteKind
    sort: str = ""


_AGENT, _PLACE, _SIDE = Slot(NoteKind.AGENT_NAME), Slot(NoteKind.PLACE_NAME), Slot(NoteKind.SIDE)
_SURE = (_SIDE, Slot(NoteKind.PATIENT_NAME, "person:"))
"""Slots in which two names make two events whatever else is shared."""
_WEAK = SOUND
"""Strength of a proof that names of those who acted elsewhere outweigh."""


class DateComparer(Comparer):
    """Compares days of one event.

    Tolerances (days): ``instance_days`` of FC101 is the gap from which two dates of a repeatable event are taken for two events,
    ``planned_days`` the same where both are still to come or were the last of their kind, ``repeated_days`` where each may be another's of
    many; ``instance_days`` of FC102 the same between phases;
    ``spread_days`` the gap that agreement and announcement may have.
    """

    kind = "date"
    codes: tuple[str, ...] = ("FC101", "FC102")

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Dates of one event class, of its kinds and of classes of the same moment meet, whatever their phase."""
        event = claim.frame.event
        return None if event is None or event.startswith("act:") else _family(event, context)

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by phase: agreed, announced, reported, or the event itself."""
        role = claim.frame.role or "on"
        return role, _WORDS.get(role, "")

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC101 for the same role, FC102 for two phases; see the module's list of levels."""
        left, right = coming(left, context), coming(right, context)
        left_value, right_value = values_of(left, right, DateValue)
        left_role, right_role = left.frame.role, right.frame.role
        if not one_part(left, right) and not (left_role in _PHASES and right_role in _PHASES):
            return Doubt("the dates play different parts")
        if met_in_time(left, right):
            return Doubt("done within the time that is set for it")
        if not _one_class(left.frame.event, right.frame.event, context):
            return Doubt("two kinds of events")
        gap = nearest_gap(left_value, right_value)
        veto = sentence_veto(left, right) or clock_veto(left, right, gap)
        if veto:
            return Doubt(veto)
        things = {left.frame.thing, right.frame.thing} - {None}
        if len(things) > 1 and (left.frame.event in context.words["event.each"] or (left.frame.event or "").startswith("verb:")):
            return Doubt("done to one thing after another")
        right = respelt(left, right, context.folder, context.stories)
        code = "FC101" if one_part(left, right) else "FC102"
        once = context.once(left, right) if left_role == right_role == "on" else frozenset()
        planned = left.scope.planned and right.scope.planned
        if not once and gap > context.codes[code].tolerances[_reach(left, right, planned=planned) if code == "FC101" else "instance_days"]:
            return Doubt("too far apart to be one happening")
        if not once and gap > context.codes["FC101"].tolerances["repeated_days"] and _of_others(left, right, context):
            return Doubt("others do so on days of their own")
        proof = prove_event(left, right, context.stories, once=once, label=context.label)
        if isinstance(proof, Doubt) and code == "FC101":
            proof = _prove_one(left, right, context) or proof
        told = (_AGENT, Slot(NoteKind.NEW_NOUN), *_SURE)
        slots = told if left.frame.event in context.stories.located else (_PLACE, *told)
        if isinstance(proof, ComparabilityProof) and slots_apart(left, right, slots if proof.strength <= _WEAK else _SURE):
            return Doubt("other people, places or parts are named")
        if isinstance(proof, Doubt):
            return proof
        veto = follow_up_veto(left, right, {left.frame.event or "", right.frame.event or ""}, context, once) if code == "FC101" else None
        if veto:
            return Doubt(veto)
        relation = left_value.relation(right_value)
        level = day_level(left_value, relation, gap) if code == "FC101" else self._phases(left, right, gap, context)
        apart = caption_gap(left_value, right_value) if relation is Relation.APART else relation.value
        detail = f"{self._caption(left)} / {self._caption(right)}: {apart}"
        return Clash(code, Comparison(level, relation, detail), proof)

    def _phases(self, left: Claim, right: Claim, gap: int, context: ComparisonContext) -> str:
        first, second = sorted((left, right), key=lambda claim: _PHASES.index(claim.frame.role or "agreed_on"))
        mine, theirs = values_of(first, second, DateValue)
        if mine.relation(theirs) is not Relation.APART:
            return "compatible"
        early, late = aligned(mine, theirs)
        if second.frame.role == "reported_on":
            before = late.latest is not None and early.earliest is not None and late.latest < early.earliest
            return "reported-first" if before else "compatible"
        return "spread" if gap > context.codes["FC102"].tolerances["spread_days"] else "compatible"

    def _caption(self, claim: Claim) -> str:
        words = _WORDS.get(claim.frame.role or "", "")
        return f"{words} {claim.value.caption()}".strip()


def slots_apart(left: Claim, right: Claim, slots: Sequence[Slot] = (_PLACE, _AGENT, _SIDE)) -> bool:
    """Whether both claims name somebody or some place in one slot and share none of them; a place of the
    one that the other names in whatever slot is shared ("the explosion at the mill", "the mill in the town blew up")."""
    for slot in slots:
        mine, theirs = (_named_in(claim, (slot,)) for claim in (left, right))
        if not mine or not theirs or _meet(mine, theirs):
            continue
        everywhere = [_named_in(claim, (_PLACE, _AGENT, Slot(NoteKind.PATIENT_NAME))) for claim in (left, right)] if slot == _PLACE else []
        if not everywhere or not (_meet(mine, everywhere[1]) or _meet(everywhere[0], theirs)):
            return True
    return False


def _named_in(claim: Claim, slots: Iterable[Slot]) -> list[frozenset[str]]:
    """The words of each name that a claim tells in some slots."""
    names = (name for slot in slots for name in slot.kind.words(claim.frame.subset) if name.startswith(slot.sort))
    return [frozenset(name.rpartition(":")[2].split()) for name in names]


def _meet(mine: list[frozenset[str]], theirs: list[frozenset[str]]) -> bool:
    return any(one <= other or other <= one for one in mine for other in theirs)


def coming(claim: Claim, context: ComparisonContext) -> Claim:
    """A claim, as a plan where its day lies after the day of its article, whatever the tense: "the board meets on 5 November"."""
    published, day = context.stories.days.get(claim.anchor.article), claim.value
    if claim.scope.planned or published is None or not isinstance(day, DateValue) or day.open_year or day.earliest is None:
        return claim
    return replace(claim, scope=replace(claim.scope, planned=True)) if day.earliest > published else claim


def _of_others(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two claims tell what many do, each on a day of its own, and name different ones: "the committee meets", "the council"."""
    things = [NoteKind.UNDERGOER.words(claim.frame.subset) for claim in (left, right)]
    if any(name.startswith("noun:") for name in link(left, right).crossed):
        return False
    return left.frame.event in context.words["act.many"] and all(things) and things[0].isdisjoint(things[1])


def one_part(left: Claim, right: Claim) -> bool:
    """Whether two days play one part in what they date: the same, or a deadline and the day that is planned."""
    roles = {left.frame.role, right.frame.role}
    return len(roles) == 1 or (roles == {"by", "on"} and left.scope.planned and right.scope.planned)


def met_in_time(left: Claim, right: Claim) -> bool:
    """Whether one of two days is a deadline and the other may lie before it."""
    if left.frame.role == right.frame.role:
        return False
    limit, done = sorted((left, right), key=lambda claim: claim.frame.role != "by")
    last, first = values_of(limit, done, DateValue)
    early, late = aligned(first, last)
    return limit.frame.role == "by" and late.latest is not None and early.earliest is not None and early.earliest <= late.latest


def _reach(left: Claim, right: Claim, *, planned: bool) -> str:
    """The tolerance from which two days are of two events: of its own for what is to come or was last done."""
    return "planned_days" if planned or LAST in left.frame.markers & right.frame.markers else "instance_days"


def _prove_one(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | None:
    """Proof by the one event of its class that both articles tell; who was "fired three on Saturday and one on Tuesday" tells of two."""
    articles, event = (left.anchor.article, right.anchor.article), left.frame.event or ""
    if not all(context.stories.one_day(article, event) for article in articles):
        return None
    main = prove_main(left, right, context.stories, label=context.label) if left.frame.lead or right.frame.lead else None
    return main or prove_single(left, right, context.stories, context.words["event.single"], label=context.label)


def _family(event: str, context: ComparisonContext) -> str:
    """The class under which dates meet: the broader one, or the moment that several classes tell ("lifted off", "was launched")."""
    rule = context.events.get(event)
    root = rule.broader if rule is not None and rule.broader else event
    return context.words.text("time.moment").get(root, root)


def _one_class(first: str | None, second: str | None, context: ComparisonContext) -> bool:
    """Whether two classes may name one event: the same, a kind of the other, or the same moment; a place is taken and taken back on two
    days."""
    if first == second or first is None or second is None:
        return True
    rules = [rule for rule in (context.events.get(first), context.events.get(second)) if rule is not None]
    if any("place" in rule.once for rule in rules):
        return False
    moments = context.words["time.moment"]
    return any(rule.broader in (first, second) for rule in rules) or (first in moments and moments.get(first) == moments.get(second))


def aligned(left: DateValue, right: DateValue) -> tuple[DateValue, DateValue]:
    """The two values with open years set where the two come closest; a pair without a year is set in one common year."""
    if left.open_year and right.open_year:
        year = 2024 if left.latest and left.latest.month == 2 and left.latest.day == 29 else 2023
        return left.in_year(year), right.in_year(year)
    if left.open_year:
        return _nearest(left, right), right
    if right.open_year:
        return left, _nearest(right, left)
    return left, right


def _nearest(open_value: DateValue, other: DateValue) -> DateValue:
    around = other.earliest or other.latest or date(2000, 1, 1)
    last = other.latest or other.earliest or around
    candidates = [open_value.in_year(year) for year in range(around.year - 1, last.year + 2)]
    return min(candidates, key=lambda value: (value.gap(other) or 0, value.earliest or date.min))


def nearest_gap(left: DateValue, right: DateValue) -> int:
    """Days between two values, with open years set where they come closest; 0 when they can meet."""
    if left.relation(right) is not Relation.APART:
        return 0
    first, second = aligned(left, right)
    return first.gap(second) or 0


def day_level(left: DateValue, relation: Relation, gap: int) -> str:
    """The level of FC101 of two days of one event."""
    if relation is not Relation.APART:
        return "compatible"
    if left.bound in ("by", "until") and gap <= 1:
        return "compatible"
    return "a-day-apart" if gap <= 1 else "apart"


_IN_DAYS, _IN_MONTHS = 60, 700
"""Days below which a gap is told in days, and in months."""
_DAYS_OF_MONTH, _DAYS_OF_YEAR = 30.4, 365.25


_YEAR = 12
"""The months of a year."""


def caption_gap(left: DateValue, right: DateValue) -> str:
    """How far two dates that exclude each other lie apart, in words.

    Two whole years or months are so many years or months apart, two days so many days (from two months on "about 3 months"); of other
    spans it is only known how far their nearest ends are: "at least 12 days apart".
    """
    first, second = aligned(left, right)
    spans = [_whole_months(value) for value in (first, second)]
    months = spans[0][1] - spans[1][1] if spans[0] and spans[1] and spans[0][0] == spans[1][0] else 0
    for unit, size in (("year", _YEAR), ("month", 1)):
        if months and spans[0] and spans[0][0] == size:
            return f"{_many(abs(months) // size, unit)} apart"
    days = first.gap(second) or 0
    exact = first.days == 1 and second.days == 1
    told, length = ("day", 1.0) if days < _IN_DAYS else ("month", _DAYS_OF_MONTH) if days < _IN_MONTHS else ("year", _DAYS_OF_YEAR)
    about = ("" if told == "day" else "about ") if exact else "at least "
    return f"{about}{_many(round(days / length) if exact else int(days / length), told)} apart"


def _many(number: int, unit: str) -> str:
    return f"one {unit}" if number == 1 else f"{number} {unit}s"


def _whole_months(value: DateValue) -> tuple[int, int] | None:
    """How many whole months some days make, and which is the first of them, counted from one for all years; None where they make none."""
    first, last = value.earliest, value.latest
    if first is None or last is None or first.day != 1 or (last + timedelta(days=1)).day != 1:
        return None
    begun = first.year * _YEAR + first.month
    return last.year * _YEAR + last.month - begun + 1, begun
