"""Times of day: one event at times that exclude each other.

Levels, first that holds:

    FC151   compatible       the sets of minutes share one; with a zone told on one side only, whole and half hours exclude nothing
            rounding         closer than the way of telling lets expect: people round to full hours, halves and fives
            minutes-apart    less than half an hour apart
            apart            half an hour or more apart
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    are_apart,
    clash,
    torn_articles,
)
from factcheck.conflicts.zones import on_local_clocks, same_face
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, names_veto, other_instance_veto, prove_event, prove_single, scope_veto, time_veto
from factcheck.topics.occurrences import weekday_named, weekday_of
from factcheck.topics.participants import ROLES, link, persons_differ
from factcheck.topics.persons import respelt
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.strength import FAIR, FIRM, MODEST, SOUND
from factcheck.values import DateValue, Relation, TimeValue, Value

_ROLES = frozenset({"at", "started_at", "ended_at"})
_EVENING, _SMALL_HOURS = 20 * 60, 5 * 60
"""Minutes of the day from which on it is evening, and until which night."""
_WORDS = {"started_at": "started", "ended_at": "ended"}


class ClockComparer(Comparer):
    """Compares times of day of one event on one day.

    Tolerances (minutes): ``full``, ``half``, ``five`` and ``odd`` are the gaps that an exact time may have to another on the full hour, the
    half hour, a multiple of five or any other minute; ``near`` is the gap from which a difference weighs fully; ``days`` the days that may
    lie between two articles of which one does not tell the day.
    """

    kind = "time"
    codes: tuple[str, ...] = ("FC151",)
    equal_agree = False  # two clocks may show one time

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give several times: those tell of several events, or of phases of one."""
        several = torn_articles(block, _more_than_a_minute_apart)
        return [claim for claim in block if claim.anchor.article not in several]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same family of event and same role; limits ("by 8 p.m.") answer no question."""
        frame = claim.frame
        if frame.role not in _ROLES or not isinstance(claim.value, TimeValue):
            return None
        return f"{frame.thing or frame.event}/{frame.role}"

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value alone; the role is one within a block."""
        return "", _WORDS.get(claim.frame.role or "", "")

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC151; see the module's list of levels."""
        right = respelt(left, right, context.folder, context.stories)
        clocks = on_local_clocks(left, right)
        if clocks is None:
            return Doubt("a conversion of the time beside it")
        mine, theirs = clocks
        proof = self._prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = mine.relation(theirs)
        if relation is not Relation.APART and not same_face(mine, theirs):
            return Doubt("whose clock one of them goes by is not known")
        level = self._level(left, right, clocks, context)
        if isinstance(level, Doubt):
            return level
        told = f"{_least(mine, theirs)}{mine.gap(theirs)} minutes apart" if relation is Relation.APART else relation.value
        return clash("FC151", level, relation, mine, theirs, proof, told=told)

    def _level(self, left: Claim, right: Claim, clocks: tuple[TimeValue, TimeValue], context: ComparisonContext) -> str | Doubt:
        """The level of two times of one act; here by the clocks alone, in subclasses by what the claims tell, too."""
        return level_of(*clocks, context.codes["FC151"].tolerances)

    def _prove(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        """The same actor and object; a person to whom it happens once a day; or an event of a moment that both articles are about."""
        veto = act_veto(left, right, context)
        if veto:
            return Doubt(veto)
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1]:
            return Doubt("an article that tells two times tells of two things")
        if not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        sure = self.one_day(left, right, context)
        if not left.frame.event:
            return _prove_thing(left, right, context) if sure else Doubt("not known to be told of one day")
        proof = prove_event(left, right, context.stories, once=frozenset(), label=context.label)
        if isinstance(proof, ComparabilityProof) and sure:
            return proof
        found = self._prove_moment(left, right, context, sure=sure)
        single = context.words["event.single"]
        other = prove_single(left, right, context.stories, single, label=context.label) if sure and isinstance(found, Doubt) else None
        return other or found

    def _prove_moment(self, left: Claim, right: Claim, context: ComparisonContext, *, sure: bool) -> ComparabilityProof | Doubt:
        """The proof without an actor and an object.  ``sure``: both are known to be told of one day, or of the day of two articles that
        appeared together; where that is not known, both times must stand in the lead."""
        thing = (left.frame.thing or left.frame.event or "").replace("-", " ")
        words = sorted({(claim.frame.predicate or "").lower() for claim in (left, right)})
        anchors = [f"same event: {thing} ({' / '.join(words)})", context.story(left, right)]
        between = link(left, right)
        shared = sorted(name for name in between.crossed if not name.startswith("noun:") and context.stories.weight(name) >= LEAST_SALIENCE)
        if shared:
            anchors.append(f"same participants: {', '.join(context.label(name) for name in shared)}")
        if all((claim.frame.event or "") in context.words["time.once-a-day"] for claim in (left, right)):
            person = any(name.startswith("person:") for name in between.crossed)
            return (
                ComparabilityProof((*anchors, "happens to a person once a day"), SOUND)
                if person and sure
                else Doubt("no shared person on one day")
            )
        if not left.frame.thing or left.frame.thing != right.frame.thing:
            return Doubt("not an event of one moment")
        main = all(_is_main(claim, context) for claim in (left, right))
        if main:
            anchors.append(f"what both articles are about: {thing}")
        if (main and (sure or (left.frame.lead and right.frame.lead))) or (shared and sure):
            return ComparabilityProof(tuple(anchors), FIRM if main and shared else FAIR)
        return Doubt("neither one day with a shared participant nor a main event that both leads time")

    def one_day(self, left: Claim, right: Claim, context: ComparisonContext) -> bool:
        """Whether both are told of one day (vetoed before where they are not), if only by the same words ("on Tuesday").

        Where one does not tell it: whether the articles appeared within the tolerance ``days``.
        """
        first, second = left.frame.time, right.frame.time
        if first is not None and second is not None and not (first.open_year and second.open_year):
            return True
        if all(claim.frame.subset or claim.frame.time is not None for claim in (left, right)) and (left.frame.subset or right.frame.subset):
            return True  # the same words, or one day of the week
        if first is not None or second is not None:
            told, untold = (left, right) if first is not None else (right, left)
            if not untold.frame.subset and _is_news_of(told.frame.time, untold, context):
                return True
        apart = context.days_between(left, right)
        return apart is not None and abs(apart) <= context.codes["FC151"].tolerances["days"]


def _is_news_of(day: DateValue | None, claim: Claim, context: ComparisonContext) -> bool:
    """Whether what first lines tell without a day is the news of one day: of the day on which their article appeared, or the one before."""
    published = context.stories.days.get(claim.anchor.article)
    if day is None or day.days != 1 or day.earliest is None or day.open_year or published is None or not claim.frame.lead:
        return False
    return 0 <= (published - day.earliest).days <= 1


def _prove_thing(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two times are of one thing of no class that began or ended: the same known noun in one story of the same days."""
    articles = (left.anchor.article, right.anchor.article)
    if not context.stories.close(*articles):
        return Doubt("the articles do not clearly tell one story")
    if persons_differ(left, right, *ROLES):
        return Doubt("different persons")
    return ComparabilityProof((f"same thing: the {left.frame.thing}", context.story(left, right)), MODEST)


def _is_main(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the title or first lines of the claim's article tell an event of its family ("took off" and "the launch" are one)."""
    families = context.words["time.moment"]
    return any(families.get(event, event) == claim.frame.thing for event in context.stories.lead[claim.anchor.article])


def act_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two times of day are not of one act, whatever word tells it; None when nothing says so."""
    return (
        scope_veto(left, right)
        or marker_veto(left, right)
        or names_veto(left, right, ())  # "the ground" and "a magnitude" make no two earthquakes of one
        or time_veto(left, right, context.stories.days)
        or day_veto(left, right)
        or other_instance_veto(left, right, context.stories)
    )


def day_veto(left: Claim, right: Claim) -> str | None:
    """Two days; neighbouring ones only where a zone is told, for it may be the next day there, or where one is told of the evening and the
    other of the night after."""
    if left.frame.subset != right.frame.subset:
        weekdays = [_weekday(claim) for claim in (left, right)]
        told = [claim.frame.time is not None or bool(claim.frame.subset) for claim in (left, right)]
        if all(told):
            return None if weekdays[0] is not None and weekdays[0] == weekdays[1] else "a day is told that is not known"
        return None if any(day is not None for day in weekdays) else "a day is told that is not known"
    first, second = left.frame.time, right.frame.time
    if first is None or second is None or first.relation(second) is not Relation.APART:
        return None
    zoned = any(isinstance(claim.value, TimeValue) and claim.value.zones for claim in (left, right))
    one_night = _of_evening(left, right) or _of_evening(right, left)
    return None if (zoned or one_night) and first.gap(second) == 1 else "told of different days"


_PARTS = frozenset({"early", "late", "on", "morning", "afternoon", "evening", "night"})


def _weekday(claim: Claim) -> int | None:
    """The day of the week on which something is told to have happened, Monday 0, by its name alone where the date is not known; None where
    more than that is told ("last Monday"), or nothing."""
    dated = weekday_of(claim.frame.time)
    if dated is not None:
        return dated
    words = [word for phrase in claim.frame.subset for word in phrase.split() if word not in _PARTS]
    return weekday_named(words[0]) if len(words) == 1 else None


def _of_evening(left: Claim, right: Claim) -> bool:
    """Whether the left claim is told of an evening and the right one of the small hours of the day after."""
    days, values = (left.frame.time, right.frame.time), (left.value, right.value)
    if not all(isinstance(value, TimeValue) and value.named is not None and not value.either for value in values):
        return False
    after = days[0] is not None and days[1] is not None and (days[0].latest or date.max) < (days[1].earliest or date.min)
    named = [value.named or 0 for value in values if isinstance(value, TimeValue)]
    return after and named[0] >= _EVENING and named[1] < _SMALL_HOURS


def _more_than_a_minute_apart(one: Value, other: Value) -> bool:
    return isinstance(one, TimeValue) and isinstance(other, TimeValue) and are_apart(one, other) and one.gap(other) > 1


def _slack(value: TimeValue, tolerances: Mapping[str, float]) -> float:
    """How far from an exact time the event may lie; a time that says so itself ("around") is wide already."""
    if value.named is None or value.approximate or value.low != value.high:
        return tolerances["odd"]
    for step, name in ((60, "full"), (30, "half"), (5, "five")):
        if value.named % step == 0:
            return tolerances[name]
    return tolerances["odd"]


def level_of(left: TimeValue, right: TimeValue, tolerances: Mapping[str, float]) -> str:
    """The level of two times of one moment; see the module's list."""
    if left.relation(right) is not Relation.APART:
        return "compatible"
    gap = left.gap(right)
    if gap <= max(_slack(value, tolerances) for value in (left, right)):
        return "rounding"
    return "minutes-apart" if gap < tolerances["near"] else "apart"


def _least(left: TimeValue, right: TimeValue) -> str:
    """ "at least " where one of the two leaves open how far they are apart: a stretch, half of the day, or whose clock."""
    wide = any(value.width > 1 for value in (left, right))
    return "at least " if wide or bool(left.zones) != bool(right.zones) else ""
