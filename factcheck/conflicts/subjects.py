"""What a finding is about, in words: the question of its message and the heading it stands under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.conflicts.alignment import common_words
from factcheck.conflicts.amounts import amount_subject, attribute
from factcheck.conflicts.count import count_subject, counted, plural
from factcheck.conflicts.pairs import ComparisonContext
from factcheck.model import CONTEXT, FLANK, HISTORY, SCENE, WEEKDAY, Claim, Topic
from factcheck.text import fold
from factcheck.topics.labels import Labels
from factcheck.topics.participants import link
from factcheck.topics.persons import subject_of
from factcheck.topics.stories import Stories
from factcheck.values import MeasureValue

MOST_NAMES = 2
"""Names of its story that stand in a heading where the claims themselves name nobody and nothing in common."""
_TOLD_BY_WORDS = ("told_at", "alarmed_at", "noticed_at", SCENE)
"""Roles of acts that are compared by groups of words: the name of a group ("slay") is none for people."""
_AMOUNTS = ("measure", "money", "percent")
_ALIGNED = {
    "age": "age",
    "count": "number",
    "date": "day",
    "duration": "length of time",
    "money": "sum",
    "percent": "share",
    "time": "time of day",
}
"""What aligned sentences give, in words, by the kind of the value; of a measure it is the dimension."""
_TELLING_WORDS = 2
"""Words in common by which aligned sentences are told from others."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What two claims are both about: ``core`` ids of names, ``question`` the words of the message, ``heading`` those of the topic."""

    core: frozenset[str]
    question: str
    heading: str


def subject_of_pair(left: Claim, right: Claim, labels: Labels) -> Subject:
    """The subject of two claims that answer one question."""
    core = link(left, right).crossed
    return _aligned_subject(core, left, right, labels) if left.kind == CONTEXT else _subject(core, left, right, labels)


def _subject(core: frozenset[str], left: Claim, right: Claim, labels: Labels) -> Subject:
    event = _told_words(left, right) if left.frame.role in _TOLD_BY_WORDS else _event_words(left)
    names = labels.of(core)
    kind = left.kind
    if kind == "date" and left.frame.role == HISTORY:
        return _history_subject(core, left, right, labels)
    if kind == "count":
        return Subject(core, count_subject(left, names, labels.words), counted(left, labels.words))
    if kind in (WEEKDAY, "attribution"):
        told = f"“{left.frame.thing}”" if kind == WEEKDAY else f"who said “{left.frame.thing} …”"
        return Subject(frozenset(), told, "day of the week" if kind == WEEKDAY else "quotation")
    if kind in ("age", "role"):
        return Subject(*subject_of(left, right, labels))
    if kind in _AMOUNTS:
        core, question = amount_subject(left, right, labels)
        return Subject(core, question, attribute(left, labels.words))
    if kind == "polarity" and event.startswith("staying") and left.frame.thing:
        event = f"{plural(left.frame.thing, labels.words)} {event}"
    of, asked = (labels.words[name] for name in ("subject.of", "subject.asked"))
    role = None if left.frame.role == FLANK and left.frame.event else left.frame.role  # things have sides; what happened on one has a place
    sort = role if role and (role in of or role in asked) else kind
    word = str(of.get(sort) or asked.get(sort, ""))
    if not word or (kind == "date" and left.frame.role != right.frame.role):
        return Subject(core, _with((names,), event), event)
    event = "" if event == kind else event
    if kind in ("scope", "membership"):
        word = f"{word} {plural(left.frame.thing or '', labels.words) or event}"
        if kind == "membership":
            return Subject(core, word, word)
    if sort == "spell":  # a stretch of time has no name of its own
        return Subject(core, _with((names,), word), word)
    if sort not in of or event.startswith('"'):
        return Subject(core, _with((event, names), word), _with((event,), word))
    question = f"{word} of the {event}" if event else word
    return Subject(core, _with((names,), question), event if kind in ("date", "time") and event else question)


def _history_subject(core: frozenset[str], left: Claim, right: Claim, labels: Labels) -> Subject:
    """When something of a life or a history happened: "when the ferry was built (Northern Star)", "when Ada Fonn was born"."""
    fact = left.slot.partition(".")[2]
    happened = str(labels.words["subject.happened"].get(fact, f"had its {fact}"))
    told = left.frame.targets | right.frame.targets
    named = frozenset(_whole(name, told) for name in core if not name.startswith("noun:"))
    owners = named & told
    thing = left.frame.thing or right.frame.thing
    if thing is None and not owners:
        thing = "person" if fact in labels.words["history.person"] else "thing"
    if thing is None:
        question = _with((labels.of(named - owners),), f"when {labels.of(owners)} {happened}")
        return Subject(core, question, fact)
    asked = f"when the {thing} {happened}"
    return Subject(core, _with((labels.of(named),), asked), asked)


def _whole(name: str, told: Iterable[str]) -> str:
    """The one person of those told who bears a family name, else the name itself."""
    bearers = [other for other in told if other.startswith("person:") and _families((other,)) == {name}]
    return bearers[0] if len(bearers) == 1 else name


def _with(parts: Sequence[str], word: str) -> str:
    """The word with what is known besides it in brackets: "length of the strike (Morvia)"."""
    inside = ", ".join(part for part in parts if part)
    return f"{word} ({inside})" if inside else word


def _aligned_subject(core: frozenset[str], left: Claim, right: Claim, labels: Labels) -> Subject:
    """What two aligned sentences give, with words that stand in both and are neither part of a value nor without a meaning of their own."""
    value = left.value
    what = value.dimension if isinstance(value, MeasureValue) else _ALIGNED[value.kind]
    values = f"{left.anchor.match} {right.anchor.match}".lower()
    told = [word for word in common_words(left, right) if word.lower() not in labels.words["subject.bare"] and word.lower() not in values]
    names = {word: name for name in sorted(left.frame.others & right.frame.others) for word in _words(name)}
    whole = dict.fromkeys(labels(names[fold(word)]) if fold(word) in names else word for word in told)  # "Kellmouth City" for "City"
    subject = _with(list(whole)[:_TELLING_WORDS], what)
    return Subject(core, subject, subject)


def _words(name: str) -> list[str]:
    """The folded words of a name by its id; none of an id of the gazetteer."""
    sort, _, words = name.partition(":")
    return fold(words).split() if sort in ("person", "name") else []


def _told_words(left: Claim, right: Claim) -> str:
    """What happened by the words of both reports, where no class of events says it."""
    return " / ".join(sorted({f'"{(claim.frame.predicate or "").lower()}"' for claim in (left, right)}))


def topic_of(pairs: Sequence[tuple[Claim, Claim]], subject: Subject, context: ComparisonContext, labels: Labels) -> Topic:
    """The topic of a finding from the pairs of claims that clash, the surest first, of whose first ``subject`` is.

    The id holds by what most pairs are about, so that one more article on a side leaves it as it is.
    """
    left, right = pairs[0]
    cores = [_families(subject_of_pair(*pair, labels).core) for pair in pairs]
    articles = (left.anchor.article, right.anchor.article)
    core = sorted(name for name in subject.core if not name.startswith("noun:"))
    told = context.stories.whole.of(core, *articles) if core else context.stories.salient(*articles)[:MOST_NAMES]
    names = ", ".join(dict.fromkeys(sorted(map(labels, told)) if core else map(labels, told)))
    event = left.slot if left.kind == CONTEXT else left.frame.event
    return Topic(f"{event}:{_most_telling(cores, context.stories)}", f"{names}: {subject.heading}" if names else subject.heading)


def _event_words(claim: Claim) -> str:
    """What happened, in words; where no event is told, the thing or the kind of claim."""
    event = claim.frame.event
    if event is None or event.startswith("match:"):
        return claim.frame.thing or claim.kind
    if event.startswith(("verb:", "act:")):
        return f'"{(claim.frame.predicate or event.partition(":")[2]).lower()}"'
    return event.replace("-", " ")


def _families(names: Iterable[str]) -> frozenset[str]:
    """The ids with persons by family name, as other articles may name them shortly."""
    return frozenset("person:" + name.split()[-1] if name.startswith("person:") else name for name in names)


def _most_telling(cores: Sequence[frozenset[str]], stories: Stories) -> str:
    """The one id that tells a question from its like in other stories: a name before a noun, then what most pairs of claims are about; ""
    where they share nothing."""
    counts = Counter(name for core in cores for name in core)
    return min(counts, key=lambda name: (name.startswith("noun:"), -counts[name], -stories.weight(name), name), default="")
