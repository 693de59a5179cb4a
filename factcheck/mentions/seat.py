"""Reads where a firm or body has its seat: "headquartered in Dell", "Dell-based", "its head office in Dell", "the Dell head office"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SEAT = "seat"
"""What is told: where a firm or body has its seat."""
SEATED = ("based", "headquartered")
"""Participles that say where the seat is."""
HEAD_OFFICES = ("headquarters", "office", "seat")
"""Nouns for the seat; an office is one with a word that says so."""
_CHIEF = frozenset({"head", "main", "registered"})
_BESIDE = frozenset({"compound", "nmod", "amod"})
_STAYING = frozenset({"is", "be", "are", "remain", "remains", "stay", "stays", "lies"})
_DEPTH = 3

Names = Callable[["Token"], tuple[int, ...]]
"""The indices of the words of the name behind a word of place."""


def seat_of(word: Token, names: Names) -> tuple[tuple[int, ...], int | None]:
    """The indices of the words of the place that a word of SEATED or HEAD_OFFICES is told with, and that of the name of whose seat it is.

    The former is empty, the latter None where the words do not say so.
    """
    return _seated(word, names) if word.lower_ in SEATED else _head_office(word, names)


def _seated(verb: Token, names: Names) -> tuple[tuple[int, ...], int | None]:
    doc, at = verb.doc, verb.i
    if at > 1 and doc[at - 1].text == "-":
        return ((at - 2,), _name(verb.head)) if doc[at - 2].tag_.startswith("NNP") else ((), None)
    place = _behind(verb, names)
    if not place:
        return (), None
    if verb.dep_ in ("acl", "relcl"):
        return place, _name(verb.head)
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None:
        return place, _name(subject)
    before = doc[at - 2] if at > 1 and doc[at - 1].text == "," else None  # a name that opens a sentence, which the parse may miss
    return place, before.i if before is not None and before.text[0].isupper() else None


def _head_office(noun: Token, names: Names) -> tuple[tuple[int, ...], int | None]:
    beside = [child for child in noun.children if child.dep_ in _BESIDE and child.i < noun.i]
    if noun.lower_ == "office" and not any(child.lower_ in _CHIEF for child in beside):
        return (), None
    if noun.lower_ == "seat" and not any(child.lower_ == "of" for child in noun.children):
        return (), None
    if noun.dep_ == "nsubj" and any(child.dep_ == "aux" for child in noun.head.children):
        return (), None  # "its head office will be in Dell"
    place = _behind(noun, names)
    verb = noun.head if noun.dep_ == "nsubj" and noun.head.lower_ in _STAYING else None
    if not place and verb is not None:
        place = _behind(verb, names)
    named = [child.i for child in beside if child.tag_.startswith("NNP")]
    return place or tuple(named), _owner(noun)


def _behind(word: Token, names: Names) -> tuple[int, ...]:
    preps = (child for child in word.children if child.dep_ == "prep" and child.lower_ in ("in", "at") and child.i > word.i)
    return next((found for prep in preps if (found := names(prep))), ())


def _owner(noun: Token) -> int | None:
    """The name of whose seat it is: told before it, behind "of", or what a pronoun before it stands for."""
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_.startswith("NNP"):
            return int(child.i)
        if child.dep_ == "poss" and child.lower_ == "whose" and noun.head.dep_ == "relcl":
            return _name(noun.head.head)
        if child.dep_ == "poss" and child.lower_ == "its" and noun.dep_ == "pobj" and noun.head.lower_ == "with":
            return _name(noun.head.head)
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((inner.i for inner in child.children if inner.tag_.startswith("NNP")), None)
    return None


def _name(noun: Token) -> int | None:
    """A name, or the one that a noun stands in apposition to; None where the noun has none."""
    for _ in range(_DEPTH):
        if noun.tag_.startswith("NNP"):
            return int(noun.i)
        inside = next((child for child in noun.children if child.dep_ == "appos" and child.tag_.startswith("NNP")), None)
        if inside is not None:
            return int(inside.i)
        if noun.dep_ != "appos":
            return None
        noun = noun.head
    return None
