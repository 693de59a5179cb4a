"""Prison terms: the length to which somebody is sentenced, by a verb or noun of courts, custody, or a judge who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import SUBJECTS, EventFrameReader
from factcheck.claims.length_words import Length, LengthWords
from factcheck.frame_notes import SUSPENDED
from factcheck.mentions.duration import DurationReading
from factcheck.values.duration import HOURS

if TYPE_CHECKING:
    from factcheck.parses import Token


def term_of(words: LengthWords, root: Token, verb: Token | None, reading: DurationReading) -> Length | None:
    """A prison term: "sentenced to six years in prison", "jailed for six years", "a six-year prison sentence", "six years behind bars"."""
    reader = words.reader
    rule = reader.rule_at(verb) if verb is not None else None
    by_court = rule is not None and reader.vocabulary.listed("length.class").get(rule.id) == "court" and not _went_before(root, verb)
    noun = reading.joined and (words.behind(root, "custody") or reading.of == "sentence")
    held = words.behind(root, "custody") and (verb is None or words.has(verb, "receiving") or _will_spend(words, verb))
    given = verb is not None and words.has(verb, "receiving")
    told = given and ((verb is not None and _is_by_judge(words, root, verb, reading)) or _is_of_term(words, root))
    if not (by_court or noun or held or told):
        return None
    if verb is not None and words.has(verb, "serving"):
        return None
    owner = _sentenced(words, root, verb) if verb is not None else _for_whom(reader, root)
    light = any(words.has(token, "suspended") for token in root.sent)
    subset = frozenset({SUSPENDED}) if light else frozenset()
    return Length("term", "sentence", "sentence", verb.text if verb is not None else root.text, frozenset(owner), subset=subset)


def _went_before(root: Token, verb: Token | None) -> bool:
    """Whether a length stands behind "after": "convicted after a three-week trial", "found guilty after 13 hours of talks"."""
    for token in root.ancestors:
        if verb is not None and token.i == verb.i:
            break
        if token.lower_ == "after":
            return True
    return False


def _is_by_judge(words: LengthWords, root: Token, verb: Token, reading: DurationReading) -> bool:
    """Whether a judge gives somebody a length, and no time for something: "the judge gave him five years"."""
    judge = any(child.dep_ == "nsubj" and words.has(child, "bench") for child in verb.children)
    behind = root.doc[root.i + 1 : root.i + 2]
    open_ended = any(token.tag_ in ("TO", "POS", "JJR") or token.lower_ in ("from", "extra") for token in (*behind, *root.children))
    return judge and reading.low >= HOURS["month"] and not reading.joined and not open_ended and root.head.i == verb.i


def _is_of_term(words: LengthWords, root: Token) -> bool:
    """Whether a length is that of a term in custody: "a prison term of 60 months"."""
    of = root.head if root.dep_ == "pobj" else None
    return (
        of is not None
        and of.lower_ == "of"
        and of.head.lower_ in ("sentence", "term")
        and (of.head.lower_ == "sentence" or any(words.has(child, "custody") for child in of.head.children))
    )


def _will_spend(words: LengthWords, verb: Token) -> bool:
    return words.has(verb, "spending") and any(child.lower_ in ("will", "'ll", "must") for child in verb.children)


def _sentenced(words: LengthWords, root: Token, verb: Token) -> set[str]:
    inside = {token.i for token in root.subtree}
    objects = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj", "dative") and child.i not in inside]
    people = [
        child for child in objects if not any(words.has(token, "custody") or token.lower_ in ("sentence", "term") for token in (child,))
    ]
    if not people:
        people = [child for child in verb.children if child.dep_ in SUBJECTS]
    return {name for child in people for name in words.reader.ids(child)}


def _for_whom(reader: EventFrameReader, root: Token) -> set[str]:
    return {
        name
        for child in root.children
        if child.dep_ == "prep" and child.lower_ == "for"
        for noun in child.children
        for name in reader.ids(noun)
    }


__all__ = ["term_of"]
