"""Compares tolls of earlier events that articles recall: "the quake of 2003 killed 176 people", "a crash in 2007 cost 28 lives".

Such an event is identified by its year and its kind, or by its month and a rare name.  Where both sentences name places, they must share
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.conflicts.lexical_overlap import reported_names
from factcheck.conflicts.pairs import ComparabilityProof, ComparisonContext, Doubt
from factcheck.frame_notes import ANOTHER, EARLIER, OTHER
from factcheck.model import Claim
from factcheck.topics.comparability import is_background
from factcheck.topics.strength import MODEST
from factcheck.values import Relation

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_YEAR, _MONTH = 366, 31
_NEAR, _SHORT = 12, 5
"""Words before "since" among which the superlative stands, and letters from which on a word in "-est" is one ("west", "guest" are none)."""
_RECALLED = frozenset({ANOTHER, EARLIER, OTHER})
"""Marks of the earlier event itself, which its year singles out as well."""


def is_recalled(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a toll is told of a known time long before the news of its article."""
    time = claim.frame.time
    toll = claim.frame.event in context.words["count.toll"] or claim.frame.fate == "dead"
    day = context.stories.days.get(claim.anchor.article)
    return toll and time is not None and (day is None or not time.open_year) and is_background(time, day)


def prove_recalled(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two tolls of earlier times are of one event: one year, one sort of event by a word of both sentences, and no two places."""
    articles, stories = (left.anchor.article, right.anchor.article), context.stories
    if articles[0] == articles[1] or not stories.same(*articles):
        return Doubt("the articles do not share a story")
    first, second = left.frame.time, right.frame.time
    if first is None or second is None or first.relation(second) is Relation.APART or first.bound != second.bound:
        return Doubt("told of different times")
    if min(first.days or _YEAR + 1, second.days or _YEAR + 1) > _YEAR or first.bound != "on":
        return Doubt("not an event of one known year")
    if any((left.frame.markers ^ right.frame.markers) - _RECALLED) or left.frame.subset != right.frame.subset:
        return Doubt("a word singles out a part")
    for claim in (left, right):
        if claim.scope.negated or claim.scope.question or claim.scope.conditional or claim.scope.planned:
            return Doubt("one statement is no outcome")
    sorts = _agreeing(left, right, context)
    named = reported_names(left, right, context) if max(first.days or _YEAR, second.days or _YEAR) <= _MONTH else frozenset[str]()
    if not sorts[0] & sorts[1] and (all(sorts) or not named):
        return Doubt("what happened then is not known to be one event")
    if _several(left, context) or _several(right, context):
        return Doubt("told of several events")
    places = [_places(claim, context) for claim in (left, right)]
    if all(places) and not places[0] & places[1]:
        return Doubt("two places")
    when = first.caption() if first.open_year or first.earliest is None else str(first.earliest.year)
    shared = sorts[0] & sorts[1]
    what = f"the {min(shared)} of {when}" if shared else f"what happened in {first.caption()} ({_in_words(named, context)})"
    return ComparabilityProof((f"same earlier event: {what}", stories.line(*articles, context.label)), MODEST)


def _in_words(names: Iterable[str], context: ComparisonContext) -> str:
    return ", ".join(sorted(map(context.label, names)))


def _agreeing(left: Claim, right: Claim, context: ComparisonContext) -> list[frozenset[str]]:
    """The sorts of events of both claims; what one only calls an accident is of the other's sort, where both name a place."""
    sorts = [_sorts(claim, context) for claim in (left, right)]
    for one, claim in enumerate((left, right)):
        words = {word for word in _WORD.findall(claim.anchor.quote.lower()) if word in context.words["count.cause"]}
        vague = words and words <= context.words["count.mishap"].keys()
        if vague and sorts[1 - one] and reported_names(left, right, context):
            sorts[one] = sorts[1 - one]
    return sorts


def _is_ranked(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a sentence tells the earlier event as the last that the news is compared with: "the worst since 2004, when 38 died"."""
    before, since, _ = claim.anchor.quote.lower().partition(" since ")
    words = _WORD.findall(before)[-_NEAR:] if since else []
    return any(word in context.words["count.ranking"] or (word.endswith("est") and len(word) > _SHORT) for word in words)


def _sorts(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The sorts of events that the words of a claim's sentence name."""
    listed = context.words["count.cause"]
    told = frozenset(str(listed[word]) for word in _WORD.findall(claim.anchor.quote.lower()) if word in listed)
    if told or not (claim.frame.markers & _RECALLED or _is_ranked(claim, context)):
        return told
    lead = context.stories.lead[claim.anchor.article]  # "another, in 2003, cost 177 lives": of the sort that the article is about
    return frozenset(str(listed[word]) for event in lead for word in event.split("-") if word in listed)


def _several(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the sentence counts the victims of several events ("accidents")."""
    listed = context.words["count.cause"]
    words = set(_WORD.findall(claim.anchor.quote.lower()))
    return any(f"{word}s" in words or f"{word}es" in words for word in listed if not word.endswith("s"))


def _places(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The rare names of a claim's sentence."""
    ids = claim.frame.others | claim.frame.agents | claim.frame.targets
    return context.salient(name for name in ids if not name.startswith(("noun:", "person:")))
