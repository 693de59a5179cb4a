"""Tells whether two counts are told of one set, or one of them of a part of the other's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.frame_notes import PART_OF_WHOLE, PERIOD, SELECTED, SEVERAL, Note, preposition_and_name
from factcheck.model import Claim
from factcheck.text import either_of, fold
from factcheck.topics.participants import not_of_sort
from factcheck.values import CountValue, DateValue, Relation

_AT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside) (?:the )?([A-Z][\w'-]{2,20}(?: [A-Z][\w'-]{2,20}){0,2})")


def subset_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the adjectives make parts of the two; people must be narrowed alike, things may be named more shortly."""
    first, second = left.frame.subset - {SELECTED}, right.frame.subset - {SELECTED}
    if first == second:
        return None
    parts = PART_OF_WHOLE in left.frame.markers & right.frame.markers  # "six of them tourists", "including four Polish tourists"
    if left.frame.thing != "person" and not parts and (not first or not second or first & second):
        return dividing_veto(first, second, context)
    return _differing(first ^ second)


def dividing_veto(first: frozenset[Note], second: frozenset[Note], context: ComparisonContext) -> str | None:
    """Why a word sets the counted of one side apart from others of their kind ("four foreign satellites"); None where none does."""
    dividing = (first ^ second) & context.words["count.dividing"].keys()
    return _differing(frozenset(dividing)) if dividing else None


def have_left(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one number alone is of things that are told to be no longer there: tents that went back to store, houses that were sold."""
    fates, leaving = {left.frame.fate, right.frame.fate}, context.words["fate.leaving"]
    return None in fates and any(fate in leaving for fate in fates)


def at_peak(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both sentences tell the number of the peak ("At its height 60 firefighters were there"), of which an event has one."""
    peaks = context.words["count.peak"]
    return all(any(map(claim.anchor.quote.lower().__contains__, peaks)) for claim in (left, right))


def places_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the sentences tell of two places; where the other article names the place too, but not here, it tells of another event."""
    places = [{fold(word) for found in _AT.findall(claim.anchor.quote) for word in found.split()} for claim in (left, right)]
    quotes = [fold(claim.anchor.quote) for claim in (left, right)]
    if not all(places) or any(place in quotes[1] for place in places[0]) or any(place in quotes[0] for place in places[1]):
        return None
    shared = {name.partition(":")[2] for name in context.stories.shared(left.anchor.article, right.anchor.article)}
    return "each is told of its own place" if (places[0] | places[1]) & shared else None


def owned_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why things of an owner ("five ships of the company") or members of a body are not those that the other side counts; None where one
    thing became of both, or no owner is told on one side alone."""
    frames = left.frame, right.frame
    if SELECTED in frames[0].subset | frames[1].subset and "member" in (frames[0].thing, frames[1].thing):
        camps = context.words["count.camp"]
        if any(context.same_noun(frame.thing or "") in camps for frame in frames):
            return "members of a body are not all of a sort"
    owners = [any(preposition_and_name(mark)[0] == "of" for mark in frame.markers) for frame in frames]
    if owners[0] == owners[1] or (frames[0].fate is not None and frames[0].fate == frames[1].fate):
        return None
    return "those of one owner are a part of all"


def reversed_veto(left: Claim, right: Claim) -> str | None:
    """Why each side did it to the other ("Norvia expelled six diplomats of Karelia", "Karelia four of Norvia"); None elsewhere."""
    mine, theirs = left.frame, right.frame
    there, back = not_of_sort(mine.agents, "noun:") & theirs.targets, not_of_sort(theirs.agents, "noun:") & mine.targets
    return "each did it to the other" if there and back and not mine.agents & theirs.agents else None


def month_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one count is of a month or year that was over when its article appeared ("In June it fired 1,240 drones"), and the other of the
    news; None where the other may be of that time, too."""
    for claim, other in ((left, right), (right, left)):
        time, day = claim.frame.time, context.stories.days.get(claim.anchor.article)
        if time is None or day is None or time.open_year or (time.days or 1) < MONTH or time.latest is None or time.latest >= day:
            continue
        news = other.frame.time or context.stories.days.get(other.anchor.article)
        if isinstance(news, date):
            news = DateValue(news, news)
        if news is not None and (news.days or 0) == 1 and news.relation(time) is Relation.APART:
            return "one is told of a month that was over"
    return None


def period_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one sentence alone sums up a longer time ("has raised 520 million in four rounds"); None where none does, or both."""
    told = [_is_summed_up(claim, context) for claim in (left, right)]
    return "one is summed up over a longer time" if told[0] != told[1] else None


def _is_summed_up(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a value stands between "has" and the words for a longer time."""
    quote, at = claim.anchor.quote, claim.anchor.span.start - claim.anchor.quote_start
    if " has " not in quote and " have " not in quote:
        return False
    return any(match.start() < at < match.end() for match in _perfect_period(context).finditer(quote))


@lru_cache(maxsize=1)
def _perfect_period(context: ComparisonContext) -> re.Pattern[str]:
    period = rf"{either_of(context.words['count.period'])}|since (?:19|20)\d\d|in (?:\w+ ){{1,2}}(?:instalments|rounds|stages|tranches)"
    return re.compile(rf"\b(?:has|have)\b.{{1,90}}\b(?:{period})\b", re.IGNORECASE)


def without_rounded(block: Sequence[Claim]) -> list[Claim]:
    """Without the numbers that their article also gives as those of several happenings or a longer time, which a headline leaves out."""
    full = {_told(claim) for claim in block if claim.frame.markers & _WIDER}
    return [claim for claim in block if claim.frame.markers & _WIDER or _told(claim) not in full]


MONTH = 28
"""Days from which a time is no day of the news."""
_WIDER = frozenset({SEVERAL, PERIOD})


def _told(claim: Claim) -> tuple[str, float | None, str | None]:
    value = claim.value
    return claim.anchor.article, value.named if isinstance(value, CountValue) else None, claim.frame.event


def _differing(words: frozenset[Note]) -> str:
    return f"different subsets ({', '.join(sorted(words))})"
