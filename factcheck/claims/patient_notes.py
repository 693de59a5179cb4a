"""Notes on what an act was done to, by what means, and which one of a series it was.

In a story that goes on for days, these tell one act from the next act of its kind.  The notes are of the kinds UNDERGOER, KNOWN_UNDERGOER,
UNDERGOER_NAME, MEANS, NTH and HOW_MANY (``factcheck.frame_notes``).  What undergoes an act is the object of its verb, or else who took part
with the subject; for verbs without either it is the subject.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS, EventFrameReader
from factcheck.claims.grammar import below, is_passive, noun_key
from factcheck.frame_notes import ANOTHER, LATER, Note, NoteKind

if TYPE_CHECKING:
    from factcheck.parses import Token

_PARTS = frozenset({"compound", "appos", "poss", "nmod", "amod"})
_TIMES = frozenset({"DATE", "TIME"})


def undergone(reader: EventFrameReader, *tokens: Token) -> frozenset[Note]:
    """The entries of the verbs and nouns that tell one act; the first that tells what it was done to decides."""
    for token in tokens:
        nouns = [noun for noun in _undergoers(reader, token) if noun.i not in {one.i for one in tokens}]
        if nouns:
            told = {entry for noun in nouns for entry in _entries(reader, noun)}
            return frozenset(told | {entry for one in tokens for entry in _means(reader, one, nouns)})
    return frozenset()


def _undergoers(reader: EventFrameReader, token: Token) -> Iterator[Token]:
    """The nouns of what underwent an act, with those that stand beside them ("the mayor and his wife")."""
    for noun in _first(reader, token):
        yield noun
        yield from (word for word in noun.conjuncts if word.i > noun.i and word.head.dep_ in (noun.dep_, "conj"))


def _first(reader: EventFrameReader, token: Token) -> list[Token]:
    if not token.tag_.startswith("VB"):
        return _of_noun(reader, token)
    nouns = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and child.ent_type_ not in _TIMES]
    nouns = nouns or _governed(token, reader.vocabulary.listed("preposition.partner"))
    if nouns or is_passive(token):
        return nouns or ([token.head] if token.dep_ in ("acl", "relcl") else [])
    return [child for child in token.children if child.dep_ == "nsubj"]


def _of_noun(reader: EventFrameReader, noun: Token) -> list[Token]:
    """What the act that a noun tells was done to: what stands behind "of", the object of its verb ("a fire destroyed it"), or what stands
    before it."""
    verb = noun.head if noun.dep_ in SUBJECTS and noun.head.tag_.startswith("VB") else None
    acted = verb is not None and reader.rule_at(verb) is not None  # "a fire destroyed the mill", not "the attack cost him a finger"
    objects = [child for child in verb.children if child.dep_ in OBJECTS] if verb is not None and acted else []
    before = [child for child in noun.children if child.dep_ in ("compound", "poss") and child.ent_type_ not in _TIMES]
    at = [where for where in _governed(noun, frozenset({"at"})) if where.tag_ in ("NN", "NNS")]  # "the explosion at the Hendry mill"
    return _governed(noun, reader.vocabulary.listed("preposition.belonging")) or at or objects or before


def _governed(token: Token, listed: Container[str]) -> list[Token]:
    preps = [child for child in token.children if child.dep_ == "prep" and child.lower_ in listed]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj" and noun.ent_type_ not in _TIMES]


def _entries(reader: EventFrameReader, noun: Token) -> Iterator[Note]:
    ids = reader.named_at(noun)
    yield from map(NoteKind.UNDERGOER_NAME.of, ids)
    if noun.tag_ in ("NN", "NNS") and not ids:
        word = noun_key(noun)
        yield NoteKind.UNDERGOER.of(word)
        if noun.tag_ == "NN" and _is_known(reader, noun) and all(_is_known(reader, part) for part in _governed(noun, frozenset({"of"}))):
            yield NoteKind.KNOWN_UNDERGOER.of(word)
    for child in noun.children:
        if child.dep_ in _PARTS:
            yield from (NoteKind.UNDERGOER_NAME.of(name) for word in (child, *below(child)) for name in reader.named_at(word))
        elif child.dep_ == "prep" and child.lower_ == "of":
            words = (word for inner in child.children for word in (inner, *_names_of(inner)))
            yield from (NoteKind.UNDERGOER_NAME.of(name) for word in words for name in reader.named_at(word))
        yield from _numbers(reader, noun, child)


def _is_known(reader: EventFrameReader, noun: Token) -> bool:
    """Whether a noun is told as known, or is a name: "the roof of the hall", not "the office of a travel agency"."""
    return noun.tag_.startswith("NNP") or reader.vocabulary.is_pointed(noun) or any(child.dep_ == "poss" for child in noun.children)


def _names_of(noun: Token) -> Iterator[Token]:
    yield from (child for child in noun.children if child.dep_ in _PARTS)


def _numbers(reader: EventFrameReader, noun: Token, child: Token) -> Iterator[Note]:
    numbers, word = reader.vocabulary.listed("ordinal.word"), child.lower_
    if child.dep_ in ("amod", "nummod") and word in numbers:
        yield NoteKind.NTH.of(str(numbers[word]))
    elif child.dep_ == "amod" and word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
        yield NoteKind.NTH.of(word[:-2])
    elif child.dep_ == "nummod" and not any(True for _ in child.children):  # "sixty-one" is not one
        cardinals = reader.vocabulary.listed("number.unit")
        number = str(cardinals.get(word, word.replace(",", "")))
        yield (NoteKind.NTH if child.i > noun.i else NoteKind.HOW_MANY).of(number)


def _means(reader: EventFrameReader, token: Token, nouns: list[Token]) -> Iterator[Note]:
    """The common nouns behind "with", but for those that took part themselves."""
    if token.tag_.startswith("VB"):
        taken = {noun.i for noun in nouns}
        beside = [noun for noun in _governed(token, frozenset({"with"})) if noun.i not in taken and not reader.named_at(noun)]
        yield from (NoteKind.MEANS.of(noun_key(noun)) for noun in beside)


def set_apart(reader: EventFrameReader, token: Token) -> frozenset[Note]:
    """The marks that make an act another one than that before: done to "a third man", or a death that came later."""
    return _of_a_further_one(reader, token) | _died_later(reader, token)


def _of_a_further_one(reader: EventFrameReader, token: Token) -> frozenset[Note]:
    """The mark of an act that was done to one more of several: "a third man was arrested", not "the third stage was won"."""
    numbers = reader.vocabulary.listed("ordinal.word")
    lowers = [{child.lower_ for child in noun.children} for noun in _first(reader, token) if noun.tag_ == "NN"]
    further = any("a" in words and (words & numbers.keys()) - {"first"} for words in lowers)
    return frozenset({ANOTHER}) if further else frozenset()


def _died_later(reader: EventFrameReader, token: Token) -> frozenset[Note]:
    """The mark of a death that followed on an injury told before, whose day is not that of what happened: "a man injured in the crash died
    on Thursday", "died of his wounds"; empty elsewhere."""
    rule = reader.rule_at(token)
    if rule is None or rule.id != "death" or not token.tag_.startswith("VB"):
        return frozenset()
    hurt = reader.vocabulary.listed("death.before")
    clauses = [word for noun in token.children if noun.dep_ in SUBJECTS for word in noun.children if word.dep_ in ("acl", "relcl", "amod")]
    causes = _governed(token, frozenset({"of", "from", "to"}))
    return frozenset({LATER}) if any(word.lower_ in hurt for word in (*clauses, *causes)) else frozenset()
