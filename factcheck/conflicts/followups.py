"""Decides whether two articles of a continuing story report the same act, or one act and the next of its kind.

In a story of several days there may be a shelling, a match or an arrest every other day; Friday's paper reports Wednesday's and Sunday's
paper reports Friday's.  Where the days move on with the days of publication, the same class of act by the same agent at the same place
proves nothing.  Two reports are of one act only if what it was done to is known in both and shared, and only for acts that are not repeated
on the same thing within days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.frame_notes import NoteKind
from factcheck.model import Claim
from factcheck.stems import verb_stem
from factcheck.topics.comparability import SINGLE
from factcheck.values import DateValue

_NEWS = 7
"""Days within which a paper tells an act as news."""
_COARSE = 3
"""Days of a date from which it is told too coarsely to move on with the papers."""
_LATER = 2
"""Days between two papers from which days told as far apart are those of two acts even if the earlier paper could have told both."""

_ERROR = 1.25
"""How many times as many two papers may count."""


def follow_up_veto(
    left: Claim, right: Claim, events: Collection[str], context: ComparisonContext, once: frozenset[str] = frozenset()
) -> str | None:
    """Why two days may be those of two acts, one after the other; None where they are of one, or where the news did not move on.

    Args:
        left: a claim of a day.
        right: another one, told as of the same class.
        events: the classes of events, or acts, that both may tell.
        context: of the run.
        once: shared participants to whom it cannot happen twice.
    """
    if _apart(left, right, NoteKind.NTH):
        return "another one of a row"
    if _other_number(left, right, events, context.words["event.suffered"]) or (not once and _to_another(left, right, context)):
        return "one word of two things, or of another number of them"
    single = left.frame.markers & right.frame.markers & SINGLE  # a story has one "first patient"
    told = {event.removeprefix("act:") for event in events}
    again = not told.isdisjoint(context.words["event.again"])
    known = all(_entries(claim, NoteKind.UNDERGOER) | _entries(claim, NoteKind.UNDERGOER_NAME) for claim in (left, right))
    if again and known and not single and not left.scope.planned and not _same_undergone(left, right, context, by_thing=True):
        return "such an act is done again within days, and not known to be done to the same"
    if single or set(events) <= context.words["event.unique"].keys() or not moved_on(left, right, events, context):
        return None
    if _apart(left, right, NoteKind.MEANS):
        return "the news moved on: by other means"
    if once:
        return None
    by = {str(context.words["event.final"].get(event, "")) for event in told} - {""}
    if not by or again:
        return "the news moved on: such an act is done again within days"
    alone = told.isdisjoint(context.words["act.many"]) and not known and _gap(left, right) <= 1  # "put it back together"
    same = alone or _same_undergone(left, right, context, by_thing="thing" in by)
    return None if same else "the news moved on: not known to be done to the same"


def moved_on(left: Claim, right: Claim, events: Collection[str], context: ComparisonContext) -> bool:
    """Whether the later of two days was told by the later paper, or by one that can tell it as news when another had told the earlier day.

    False where a day of publication is not known, a day is told coarsely, is still to come, or lies further back than news do.
    """
    told = [_told(claim, context) for claim in (left, right)]
    if told[0] is None or told[1] is None:
        return False
    (early, paper), (late, other) = sorted((told[0], told[1]))
    if paper < other and (late >= paper or late - early == other - paper >= timedelta(_LATER)):
        return True
    return any(day < late for article in (left.anchor.article, right.anchor.article) for day in _papers(article, early, events, context))


def _told(claim: Claim, context: ComparisonContext) -> tuple[date, date] | None:
    """The day that a claim tells as news, and that of its article; None where it is none."""
    published, value = context.stories.days.get(claim.anchor.article), claim.value
    if published is None or not isinstance(value, DateValue):
        return None
    day = _day(value, published)
    return (day, published) if day is not None and 0 <= (published - day).days <= _NEWS else None


def _day(value: DateValue, published: date) -> date | None:
    """The last day of a value that is told closely, an open year set before the publication; None where it is told coarsely."""
    if value.days is None or value.days > _COARSE:
        return None
    years = (published.year, published.year - 1)
    days = [value.in_year(year).latest for year in years] if value.open_year else [value.latest]
    return next((day for day in days if day is not None and day <= published), None)


def _papers(article: str, early: date, events: Collection[str], context: ComparisonContext) -> Iterator[date]:
    """The days of publication of papers of the story that tell such an act of the day ``early``."""
    stories = context.stories
    for other in stories.related(article):
        published = stories.days.get(other)
        if other == article or published is None or not timedelta(0) <= published - early <= timedelta(_NEWS):
            continue
        days = (day for event in events for day, _ in stories.told.get(other, {}).get(event, ()))
        if any(_day(day, published) == early for day in days) and stories.same(article, other):
            yield published


def _gap(left: Claim, right: Claim) -> int:
    """The days between what two claims tell; 0 where a year is open."""
    one, other = left.value, right.value
    return (one.gap(other) or 0) if isinstance(one, DateValue) and isinstance(other, DateValue) else 0


def _entries(claim: Claim, kind: NoteKind) -> frozenset[str]:
    return kind.words(claim.frame.subset)


def _apart(left: Claim, right: Claim, kind: NoteKind) -> bool:
    mine, theirs = _entries(left, kind), _entries(right, kind)
    return bool(mine and theirs) and not mine & theirs


def _other_number(left: Claim, right: Claim, events: Collection[str], tolls: Collection[str]) -> bool:
    """Whether numbers of those it was done to differ by more than papers err by; tolls of one disaster grow, and show nothing."""
    mine, theirs = ([float(number) for number in _entries(claim, NoteKind.HOW_MANY) if number.isdigit()] for claim in (left, right))
    if not mine or not theirs or any(event.removeprefix("act:") in tolls for event in events):
        return False
    return all(max(one, other) > _ERROR * min(one, other) for one in mine for other in theirs)


def _to_another(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two reports use one word of two things, by name or noun, of which neither report knows that of the other."""
    if verb_stem(left.frame.predicate or "") != verb_stem(right.frame.predicate or ""):
        return False
    names = [
        frozenset(name for name in _entries(claim, NoteKind.UNDERGOER_NAME) if not name.startswith("place:")) for claim in (left, right)
    ]
    if names[0] and names[1]:
        return not any(_is_part(name, other) for name in names[0] for other in names[1])
    known = [context.stories.nouns.get(claim.anchor.article, frozenset()) for claim in (right, left)]
    mine, theirs = (
        _entries(claim, NoteKind.UNDERGOER).difference(context.stories.plain) for claim in (left, right)
    )  # "people" may be migrants
    if not mine or not theirs or mine & theirs or not mine.isdisjoint(known[0]) or not theirs.isdisjoint(known[1]):
        return False
    return not any(mine & set(rule.nouns) and theirs & set(rule.nouns) for rule in context.events.values())  # "blaze", "wildfire"


def _same_undergone(left: Claim, right: Claim, context: ComparisonContext, *, by_thing: bool) -> bool:
    """Whether what underwent the act is known on both sides and shared: its name or, with ``by_thing``, one known thing beside a name."""
    names = [
        frozenset(name for name in _entries(claim, NoteKind.UNDERGOER_NAME) if not name.startswith("place:")) for claim in (left, right)
    ]
    nouns = [frozenset(context.same_noun(noun) for noun in _entries(claim, NoteKind.UNDERGOER)) for claim in (left, right)]
    shared = context.salient(name for name in names[0] if any(_is_part(name, other) for other in names[1]))
    if names[0] and names[1] and not shared:
        return False
    words = {word for name in names[0] | names[1] for word in name.partition(":")[2].split()}
    if nouns[0] and nouns[1] and not nouns[0] & nouns[1] and not (nouns[0] | nouns[1]) & words:
        return False
    if shared or not by_thing:
        return bool(shared)
    known = [frozenset(context.same_noun(noun) for noun in _entries(claim, NoteKind.KNOWN_UNDERGOER)) for claim in (left, right)]
    things = (known[0] & known[1]).difference(context.stories.plain)
    return bool(things and context.salient(_named(left) & _named(right)))


def _is_part(name: str, other: str) -> bool:
    """Whether one name is the other or a shorter form of it."""
    words, others = (frozenset(one.partition(":")[2].split()) for one in (name, other))
    return words <= others or others <= words


def _named(claim: Claim) -> frozenset[str]:
    frame = claim.frame
    return frozenset(name for name in frame.agents | frame.targets | frame.others if not name.startswith("noun:"))
