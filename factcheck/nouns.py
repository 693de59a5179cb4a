"""One key for both numbers of a noun: "village", "villages"; "bus", "buses"; "person", "people"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from factcheck.rulebook import Lists, shipped_rules
from factcheck.text import fold

_ENDINGS = (("ies", 3, "y"), ("sses", 2, ""), ("shes", 2, ""), ("ches", 2, ""), ("xes", 2, ""), ("zzes", 2, ""))
"""Endings of plurals that lose more than an "s": how many letters go, and what comes in their place."""
_SINGULAR = ("ss", "us", "is", "'s")
"""Endings in -s of words that are no plurals."""
_SHORTEST = 4
"""Letters of the shortest word whose "s" is taken for that of a plural."""


@dataclass(frozen=True, slots=True, eq=False)
class Nouns:
    """The nouns whose number the endings do not tell, by word lists: ``irregular`` gives the singular of plurals (noun.irregular),
    ``invariant`` what a number counts in nouns without a plural ending (noun.invariant); ``not_plural`` are words in -s that are none,
    ``short_plurals`` plurals of less than four letters (noun.plural-short).
    """

    irregular: Mapping[str, str]
    invariant: Mapping[str, str]
    not_plural: frozenset[str]
    short_plurals: frozenset[str]

    @classmethod
    def of(cls, lists: Lists) -> Nouns:
        """The nouns of a rulebook's word lists.

        Raises:
            KeyError: the rules lack one of the lists.
        """
        return cls(
            lists.text("noun.irregular"),
            lists.text("noun.invariant"),
            frozenset(lists["noun.not-plural"]),
            frozenset(lists["noun.plural-short"]),
        )

    def singular(self, word: str) -> str:
        """The singular by which a noun is compared, folded; the folded word itself where its form is that of no plural."""
        noun = _bare(word)
        if noun in self.irregular:
            return self.irregular[noun]
        plural = self._ends_as_plural(noun) and self.invariant.get(noun) != noun
        return fold(_without_ending(noun) if plural else noun)

    def counted(self, word: str) -> str:
        """The same of a noun behind a number: nobody counts "police", but officers."""
        noun = _bare(word)
        return self.invariant.get(noun) or self.singular(noun)

    def is_listed(self, word: str) -> bool:
        """Whether a word (in lower case) is a plural by a list."""
        return word in self.irregular or word in self.invariant

    def is_plural(self, word: str) -> bool:
        """Whether a word (in lower case) can be a plural noun, by a list or its form."""
        return self.is_listed(word) or self._ends_as_plural(word)

    def _ends_as_plural(self, word: str) -> bool:
        if word in self.not_plural or len(word) < _SHORTEST:
            return word in self.short_plurals
        return word.endswith("s") and not word.endswith(_SINGULAR)


@lru_cache(maxsize=1)
def _shipped() -> Nouns:
    return Nouns.of(shipped_rules().words())


@lru_cache(maxsize=1 << 13)
def singular(word: str) -> str:
    """The singular by which a noun is compared, as ``Nouns.singular`` gives it with the lists of the shipped rules.

    Only the form is looked at: "leaves" is the plural of "leaf".  Who knows a word for a verb does not ask.
    """
    return _shipped().singular(word)


def _bare(word: str) -> str:
    return word.lower().removesuffix("'").removesuffix("'s")


def _without_ending(noun: str) -> str:
    for ending, length, put in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return noun[: len(noun) - length] + put
    return noun[:-1]
