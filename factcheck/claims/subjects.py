"""Who a sentence is about: the one person who is subject of the sentence before, as readers take "he" and "the 36-year-old" first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.framing_context import FramingContext
from factcheck.claims.people import Person
from factcheck.columns import SUBJECTS, columns_of, first_subject, sentences_of
from factcheck.resolving import Resolved
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token, Words

_SENTENCES = 3
"""Sentences before the one in question that are looked at, as long as they name nobody but by pronoun."""
_TITLE = 30
"""Characters before a name in which what its bearer is may end."""
_PRONOUNS = frozenset({"he", "she"})


def person_before(passage: int, start: int, around: FramingContext, fits: Callable[[Person], bool], *, spoken: bool) -> Person | None:
    """The one person who is subject of the last sentence with one before a place; None where nobody or several are.

    Sentences are those of the place's passage and of the one before it.  A subject that is "he" or "she" leads on to the sentence before,
    and to persons of that gender.

    Args:
        passage: index of the passage.
        start: the place in its text.
        around: the document.
        fits: whether a person comes into question, by gender.
        spoken: whether subjects of verbs of speech count too.
    """
    pronoun = ""
    for seen, (index, sentence, limit) in enumerate(_sentences_before(passage, start, around)):
        if seen > _SENTENCES:
            return None
        own = [token for token in sentence if token.idx < limit and token.dep_ in SUBJECTS]
        own += [joined for token in own for joined in token.conjuncts if joined.idx < limit]
        found: dict[str, Person] = {}
        for token in own:
            person = _named_by(token, index, around)
            speaks = around.phrases.speaks.match(f" {token.head.text}") is not None
            if person is not None and fits(person) and may_be(person, pronoun, around) and (spoken or not speaks):
                found[person.id] = person
        if found:
            others = [_named_by(token, index, around) for token in sentence if token.idx < limit and _undergoes(token)]
            rival = any(other.id not in found and fits(other) and may_be(other, pronoun, around) for other in others if other is not None)
            return next(iter(found.values())) if len(found) == 1 and not rival else None
        reader = around.readers[index]
        nobody = reader.vocabulary.listed("pronoun.nobody") if reader is not None else ()
        own = [token for token in own if token.lower_ not in nobody]
        pronouns = {token.lower_ for token in own} & _PRONOUNS
        if any(token.ent_type_ == "PERSON" for token in own) or (own and len(pronouns) != 1) or (pronoun and pronouns - {pronoun}):
            return None
        pronoun = min(pronouns, default=pronoun)
    return None


def acting(item: Resolved, around: FramingContext) -> Person | None:
    """The person who is subject of the verb that governs a mention, by name or as "he" or "she"; None where that is not clear."""
    reader = around.readers[item.passage]
    token = span_root(reader.doc, item.found.span.start, item.found.span.end) if reader is not None else None
    if token is None:
        return None
    verb = next((word for word in (token, *token.ancestors) if word.tag_.startswith("VB")), None)
    subject = first_subject(verb) if verb is not None else None
    if subject is None:
        return None
    if subject.lower_ in _PRONOUNS:
        word = subject.lower_
        return person_before(item.passage, subject.idx, around, lambda person: may_be(person, word, around), spoken=True)
    return _named_by(subject, item.passage, around)


def person_described_as(noun: str, around: FramingContext) -> Person | None:
    """The one person whom the article tells to be what a definite noun says ("the judge", of "Judge Ada Fonn" and "Ada Fonn, a judge");
    None where it tells it of nobody or of several."""
    if not noun:
        return None
    word = re.escape(noun)
    leads = re.compile(rf"(?:^|\W){word},? $", re.IGNORECASE)
    follows = re.compile(rf", (?:an?|the|its|his|her|their) (?:[\w'-]{{1,20}} ){{0,3}}{word}(?!\w)", re.IGNORECASE)
    found: dict[str, Person] = {}
    for index, names in around.named.items():
        text = around.document.passages[index].text
        for span, person in names:
            if leads.search(text, max(0, span.start - _TITLE), span.start) or follows.match(text, span.end):
                found[person.id] = person
    return next(iter(found.values())) if len(found) == 1 else None


def person_accused(noun: str, around: FramingContext) -> Person | None:
    """The one person whom the article tells to be charged, tried or sentenced, for "the defendant" and its like; None for other nouns, and
    where that is nobody or several."""
    reader = next((reader for reader in around.readers if reader is not None), None)
    if reader is None or noun not in reader.vocabulary.listed("age.accused"):
        return None
    events = reader.vocabulary.listed("age.accused-event")
    told = [found for index in range(len(around.readers)) for found in around.event_frames(index) if found.rule.id in events]
    ids = {name for found in told for name in found.targets if name.startswith("person:")}
    return next((person for person in around.people.persons if person.id in ids), None) if len(ids) == 1 else None


def _sentences_before(passage: int, start: int, around: FramingContext) -> Iterator[tuple[int, Words, int]]:
    """(passage, sentence, end of what counts of it) from the sentence of a place backwards, through one passage before."""
    for index in (passage, passage - 1):
        doc = around.document.passages[index].doc if index >= 0 else None
        if doc is None:
            return
        limit = start if index == passage else len(around.document.passages[index].text)
        starts, sentences = columns_of(doc).starts, sentences_of(doc)
        for at in range(bisect_left(sentences, limit, key=lambda sentence: starts[sentence.start]) - 1, -1, -1):
            yield index, doc[sentences[at].start : sentences[at].stop], limit


def _undergoes(token: Token) -> bool:
    return token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _named_by(token: Token, index: int, around: FramingContext) -> Person | None:
    """The person whose name a word belongs to, also in apposition to it ("the champion, Ada Fonn,"); None where it belongs to none."""
    for word in (token, *(child for child in token.children if child.dep_ == "appos")):
        for span, person in around.named.get(index, ()):
            if span.start <= word.idx < span.end:
                return person
    return None


def may_be(person: Person, pronoun: str, around: FramingContext) -> bool:
    """Whether a pronoun, or none, may stand for a person by what form of address or given name tell."""
    wanted = {"he": "m", "she": "f"}.get(pronoun, "")
    reader = next((reader for reader in around.readers if reader is not None), None)
    given = fold(person.value.given[0]) if person.value.given else ""
    told = person.gender or (reader.vocabulary.group("name.given").get(given, "") if reader is not None else "")
    return not wanted or told not in ("m", "f") or told == wanted
