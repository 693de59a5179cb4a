"""Reads where a firm or body has its seat: "headquartered in Dell", "Dell-based", "its head office in Dell", "the Dell head office"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.rulebook import Lists

if TYPE_CHECKING:
    from factcheck.parses import Token

SEAT = "seat"
"""What is told: where a firm or body has its seat."""
_OFFICE, _SEAT = "office", "seat"
"""Nouns for the seat that mean it only with a word beside or behind them: "head office", "the seat of the bank"."""
_DEPTH = 3

Names = Callable[["Token"], tuple[int, ...]]
"""The indices of the words of the name behind a word of place."""


class SeatReader:
    """Reads the place and the owner of a seat beside a word of it."""

    def __init__(self, words: Lists, names: Names) -> None:
        """
        Args:
            words: all word lists.
            names: reads the name behind a word of place.
        """
        self._seated, self._nouns = frozenset(words["where.seated"]), frozenset(words["where.head-office"])
        self._chief, self._staying = frozenset(words["where.chief"]), frozenset(words["where.seat-verb"])
        self._names = names
        self.triggers = self._seated | self._nouns
        """The words that ``read`` may be asked about."""

    def read(self, word: Token) -> tuple[tuple[int, ...], int | None]:
        """The indices of the words of the place that a word is told with, and that of the name of whose seat it is.

        The former is empty, the latter None where the words do not say so.
        """
        return self._participle(word) if word.lower_ in self._seated else self._head_office(word)

    def _participle(self, verb: Token) -> tuple[tuple[int, ...], int | None]:
        doc, at = verb.doc, verb.i
        if at > 1 and doc[at - 1].text == "-":
            return ((at - 2,), _name(verb.head)) if doc[at - 2].tag_.startswith("NNP") else ((), None)
        place = self._behind(verb)
        if not place:
            return (), None
        if verb.dep_ in ("acl", "relcl"):
            return place, _name(verb.head)
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return place, _name(subject)
        before = doc[at - 2] if at > 1 and doc[at - 1].text == "," else None  # a name that opens a sentence, which the parse may miss
        return place, before.i if before is not None and before.text[0].isupper() else None

    def _head_office(self, noun: Token) -> tuple[tuple[int, ...], int | None]:
        beside = [child for child in noun.children if child.dep_ in ("compound", "nmod", "amod") and child.i < noun.i]
        if noun.lower_ == _OFFICE and not any(child.lower_ in self._chief for child in beside):
            return (), None
        if noun.lower_ == _SEAT and not any(child.lower_ == "of" for child in noun.children):
            return (), None
        if noun.dep_ == "nsubj" and any(child.dep_ == "aux" for child in noun.head.children):
            return (), None  # "its head office will be in Dell"
        place = self._behind(noun)
        verb = noun.head if noun.dep_ == "nsubj" and noun.head.lower_ in self._staying else None
        if not place and verb is not None:
            place = self._behind(verb)
        named = [child.i for child in beside if child.tag_.startswith("NNP")]
        return place or tuple(named), _owner(noun)

    def _behind(self, word: Token) -> tuple[int, ...]:
        preps = (child for child in word.children if child.dep_ == "prep" and child.lower_ in ("in", "at") and child.i > word.i)
        return next((found for prep in preps if (found := self._names(prep))), ())


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
