"""The proof that two claims answer the same question about the same event, or the reason why that is not proven.

Every test has three outcomes: it speaks for (an anchor), against (a veto) or not at all; what is unknown is neither equal nor different.
A pair is comparable when nothing vetoes and the anchors suffice for its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from factcheck.frame_notes import FIRST, LAST, NoteKind
from factcheck.model import Claim
from factcheck.topics.participants import ROLES, Link, Parts, link, persons_differ, without
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.stories import Stories
from factcheck.topics.strength import CERTAIN, MODEST, NEAR_CERTAIN, SOUND, VERY_STRONG
from factcheck.topics.windows import BACKGROUND_DAYS
from factcheck.values import DateValue, Relation


@dataclass(frozen=True, slots=True)
class ComparabilityProof:
    """Two claims are comparable; ``anchors`` are the printed reasons, ``strength`` in (0, 1] ranks them."""

    anchors: tuple[str, ...]
    strength: float


@dataclass(slots=True)
class Doubt:
    """Two claims are not proven comparable; ``reason`` says what vetoed or what was missing.  Not frozen, for most pairs end in one."""

    reason: str


def meant_veto(left: Claim, right: Claim, *flags: str) -> str | None:
    """Which of some scope flags ("question", "hedged") keeps one of two statements from asserting its value; None where none does."""
    for claim in (left, right):
        for name in flags:
            if getattr(claim.scope, name):
                return f"one statement is {name}"
    return None


def scope_veto(left: Claim, right: Claim) -> str | None:
    """Why two statements are not meant alike; None when they are.

    A negated, interrogative or conditional statement asserts no value; a plan and an outcome assert two.
    """
    for scope in (left.scope, right.scope):
        if scope.negated or scope.question or scope.conditional:
            return meant_veto(left, right, "negated", "question", "conditional")
    return "one is a plan, the other an outcome" if left.scope.planned != right.scope.planned else None


def marker_veto(left: Claim, right: Claim) -> str | None:
    """Why a word such as "second" or "earlier" makes two events of the two; None when no such word stands at one only."""
    marks = left.frame.markers ^ right.frame.markers
    return f"a word singles out another instance ({', '.join(sorted(marks))})" if marks else None


def instance_veto(left: Claim, right: Claim) -> str | None:
    """Why the participants make two events of the two; None when nothing says so."""
    between = link(left, right)
    return _difference(replace(between, targets_differ=False) if between.targets_differ and _bare_thing(left, right) else between)


def _bare_thing(left: Claim, right: Claim) -> str | None:
    """The one known thing of two days that one side names by more than its noun: "the Elbe bridge was shut", "the bridge was closed"."""
    thing = left.frame.thing if left.kind == "date" and left.frame.thing == right.frame.thing else None
    if any(not NoteKind.KNOWN_UNDERGOER.words(claim.frame.subset) for claim in (left, right)):
        return None
    bare = [claim.frame.targets == {f"noun:{thing}"} for claim in (left, right)]
    return thing if thing is not None and bare[0] != bare[1] else None


def _difference(between: Link) -> str | None:
    if between.agents_differ:
        return "different actors"
    return "different things acted on" if between.targets_differ else None


_WEEK = 7


def sentence_veto(left: Claim, right: Claim) -> str | None:
    """Why two claims of one sentence are two events, parts or calendars: it knows of both; None for claims of two sentences."""
    mine, theirs = left.anchor, right.anchor
    same = (mine.article, mine.field, mine.quote_start) == (theirs.article, theirs.field, theirs.quote_start)
    return "one sentence tells both" if same else None


def time_veto(left: Claim, right: Claim, published: Mapping[str, date]) -> str | None:
    """Why the times told beside two claims make them two events; None when they do not.

    Neighbouring days may be one night, and a day beside a month that of its first hours; neighbouring years are two.

    A claim with a time far from its article's publication (or, where that is unknown, with a year of its own) is background and meets only
    claims of the same time.

    Args:
        published: day of publication by article id; articles without a known day are absent.
    """
    first, second = left.frame.time, right.frame.time
    if first is not None and second is not None:
        touching = (first.gap(second) or 2) <= 1 and min(first.days or 0, second.days or 0) <= _WEEK
        if first.relation(second) is Relation.APART:
            return None if touching else "told of different times"
        if first.open_year == second.open_year:
            return None
    early = [
        time is not None and is_background(time, published.get(claim.anchor.article)) for claim, time in ((left, first), (right, second))
    ]
    if None not in (first, second):  # "in 2018" and "on 14 September": whichever year, it is one of the news
        return "one is told of an earlier time" if early[0] != early[1] else None
    return "one is told of an earlier time" if any(early) else None


def other_instance_veto(left: Claim, right: Claim, stories: Stories) -> str | None:
    """Why the first lines of two articles report two different events of the claims' class; None where they do not.

    Not used for dates, whose day is the question itself.
    """
    mine, theirs = left.anchor.article, right.anchor.article
    if mine == theirs:
        return None
    for event in (left.frame.event or "", right.frame.event or "", *stories.shared_lead(mine, theirs)):
        if stories.two_instances(mine, theirs, event):
            return "the articles begin with two events of one kind"
    return None


SINGLE = frozenset({FIRST, LAST})
"""Marks of which a story has one: "the first patient", "the last train"."""


def is_background(time: DateValue, published: date | None) -> bool:
    """Whether a time told lies far from the day of publication; without such a day, whether it names a year of its own, or a month or
    season without a day: news of the week is told by its day."""
    if published is None:
        return not time.open_year or (time.days or 0) > _WEEK
    if time.open_year:  # "in October", of an article of June: whichever of the two it is
        years = [time.in_year(published.year + step) for step in (-1, 0, 1)]
        return min((year.gap(DateValue(published, published)) or 0) for year in years) > BACKGROUND_DAYS
    return (time.gap(DateValue(published, published)) or 0) > BACKGROUND_DAYS


def prove_event(
    left: Claim, right: Claim, stories: Stories, *, once: frozenset[str], label: Callable[[str], str]
) -> ComparabilityProof | Doubt:
    """Whether two claims speak of the same event.

    Proven by the same class with the same actor and the same thing acted on; or, where one of the two is unknown on one side, by the
    same class, the other participant shared, and both standing in the lead of articles that are about it.  Across articles they must
    tell the same story.

    Args:
        once: the shared participants to whom such an event cannot happen twice; not empty, they are proof enough.
    """
    between = link(left, right)
    undergone = any(name.startswith("person:") for name in once)  # who dies, dies once, whoever acts
    event = left.frame.event or ""
    between_names = names_veto(left, right, stories.located) if event in stories.located else instance_veto(left, right)
    veto = scope_veto(left, right) or marker_veto(left, right) or (None if undergone else between_names)
    if veto:
        return Doubt(veto)
    same_article = left.anchor.article == right.anchor.article
    same_story = stories.same(left.anchor.article, right.anchor.article)
    if not same_story:
        return Doubt("the articles do not share a story")
    anchors = [f"same event: {event.removeprefix('verb:').replace('-', ' ')} ({_predicates(left, right)})"]
    named = frozenset(name for name in between.crossed if not name.startswith("noun:"))
    both = len(named) >= 2 and bool((between.shared_agents | between.shared_targets) & named)
    if between.shared_agents & named:
        anchors.append(f"same actor: {_labels(between.shared_agents & named, label)}")
    if between.shared_targets & named:
        anchors.append(f"same object: {_labels(between.shared_targets & named, label)}")
    if not same_article:
        anchors.append(stories.line(left.anchor.article, right.anchor.article, label))
    if once:
        anchors.append(f"cannot happen twice to {_labels(once, label)}")
        return ComparabilityProof(tuple(anchors), CERTAIN if both else NEAR_CERTAIN)
    if both:
        return ComparabilityProof(tuple(anchors), VERY_STRONG)
    main = all(claim.frame.lead and stories.main_event(claim.anchor.article, event) for claim in (left, right))
    specific = any(stories.weight(name) >= LEAST_SALIENCE for name in named)
    if main and specific:
        anchors.append(f"what both articles are about: {event.replace('-', ' ')}")
        return ComparabilityProof(tuple(anchors), SOUND)
    thing = _by_thing(left, right, stories, named, label)
    if thing is not None:
        return ComparabilityProof((*anchors, thing), MODEST)
    if left.scope.planned and left.frame.markers and not same_article and stories.near(left.anchor.article, right.anchor.article):
        anchors.append(f"planned, and singled out alike: {', '.join(sorted(left.frame.markers))}")
        return ComparabilityProof(tuple(anchors), MODEST)
    nouns = _shared_nouns(left, right, between, stories)
    close = same_article or stories.near(left.anchor.article, right.anchor.article)
    if nouns and close and not same_article:
        anchors.append(f"same participant: the {', the '.join(nouns)}")
        return ComparabilityProof(tuple(anchors), MODEST)
    return Doubt("actor and object are not both known and shared")


def _shared_nouns(left: Claim, right: Claim, between: Link, stories: Stories) -> list[str]:
    """The telling nouns of those who take part in both, without what happened itself ("the offensive").

    None where two days are told of two things ("searched the bus", "the hotel").
    """
    if left.kind == "date" and left.frame.thing and right.frame.thing and left.frame.thing != right.frame.thing:
        return []
    bare = _bare_thing(left, right)
    nouns = {name.partition(":")[2] for name in between.crossed if name.startswith("noun:")} | ({bare} if bare else set())
    told = {(claim.frame.predicate or "").lower() for claim in (left, right)}
    return sorted(noun for noun in nouns if noun not in stories.plain and noun not in told)


def _by_thing(left: Claim, right: Claim, stories: Stories, named: frozenset[str], label: Callable[[str], str]) -> str | None:
    """The proof of two days by one known thing: of an owner whom both name ("the team's bus"), or the first or last of its kind."""
    articles = (left.anchor.article, right.anchor.article)
    thing = left.frame.thing if left.kind == "date" and left.frame.thing == right.frame.thing else None
    if thing is None or articles[0] == articles[1] or not stories.near(*articles):
        return None
    if any(stories.weight(name) >= LEAST_SALIENCE for name in named):
        return f"same thing, the {thing}, and same owner: {_labels(named, label)}"
    single = left.frame.markers & SINGLE
    return f"singled out alike: the {', '.join(sorted(single))} {thing}" if single else None


def names_veto(left: Claim, right: Claim, located: Collection[str]) -> str | None:
    """Why the names of those who take part make two events of the two; nouns may be two words for the same ("robbers", "gang").

    Args:
        left: a claim.
        right: another one.
        located: classes of events whose places are where they happened: two of them make no two events.
    """
    return _difference(link(_named_only(left, located), _named_only(right, located)))


def _named_only(claim: Claim, located: Collection[str]) -> Parts:
    return without(claim, "noun:", "place:") if claim.frame.event in located else without(claim, "noun:")


def prove_main(left: Claim, right: Claim, stories: Stories, *, label: Callable[[str], str]) -> ComparabilityProof | None:
    """Proof by what both articles are about: a class of events that few stories tell, in the first lines of both; None where that is not
    so.

    Classes that very many articles begin with (a death, a meeting) prove nothing, nor do participants that differ.
    """
    event = left.frame.event or ""
    articles = (left.anchor.article, right.anchor.article)
    if event != right.frame.event or not event or event.startswith("verb:") or event in stories.generic or articles[0] == articles[1]:
        return None
    if scope_veto(left, right) or marker_veto(left, right) or names_veto(left, right, stories.located):
        return None
    main = all(claim.frame.lead or stories.main_event(claim.anchor.article, event) for claim in (left, right))
    if not (main and stories.same(*articles) and stories.close(*articles)):
        return None
    shared = ", ".join(label(name) for name in stories.shared(*articles)[:4])
    return ComparabilityProof(
        (
            f"same event: {event.removeprefix('verb:').replace('-', ' ')} ({_predicates(left, right)})",
            f"what both articles of one story are about: both name {shared}",
        ),
        MODEST,
    )


def prove_single(
    left: Claim, right: Claim, stories: Stories, single: Collection[str], *, label: Callable[[str], str]
) -> ComparabilityProof | None:
    """Proof by a class of events of which a story has one ("the kick-off", "the funeral"); None where the class is none or names differ.

    Args:
        single: the classes; both articles must have appeared within days of each other.
    """
    event, articles = left.frame.event or "", (left.anchor.article, right.anchor.article)
    if event not in single or event != right.frame.event or articles[0] == articles[1]:
        return None
    if (
        scope_veto(left, right)
        or marker_veto(left, right)
        or names_veto(left, right, stories.located)
        or persons_differ(left, right, *ROLES)
    ):
        return None
    if not (stories.same(*articles) and stories.close(*articles)):
        return None
    anchors = (f"the one {event.replace('-', ' ')} of the story ({_predicates(left, right)})", stories.line(*articles, label))
    return ComparabilityProof(anchors, MODEST)


def _predicates(left: Claim, right: Claim) -> str:
    words = sorted({(left.frame.predicate or "").lower(), (right.frame.predicate or "").lower()} - {""})
    return " / ".join(f'"{word}"' for word in words)


def _labels(names: frozenset[str], label: Callable[[str], str]) -> str:
    return ", ".join(sorted(label(name) for name in names))
