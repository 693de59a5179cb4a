"""The words of acts: which acts a verb or a noun may tell, alone or with words beside it (the lists "act.verb..." and "act.noun...")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from factcheck.nouns import singular
from factcheck.rulebook import Lists
from factcheck.stems import verb_stem
from factcheck.text import fold

Entry = tuple[frozenset[str], str]
"""The words that must stand beside a verb or noun, and the act that they then tell."""
_VERBS, _NOUNS, _HELD = "act.verb.", "act.noun.", "act.held"
HISTORY = ("history.verb", "history.noun", "history.since")
"""The lists of facts of a life or a history: by verb, by noun, and by verb where the day is one since which something is so."""


@dataclass(frozen=True, slots=True, eq=False)
class ActWords:
    """Acts by the stem of a verb, by a noun in the singular; ``held`` are the verbs that say no more than that their subject took place."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    held: Mapping[str, tuple[Entry, ...]]

    @classmethod
    def of(cls, lists: Lists, sources: tuple[str, str, str] = (_VERBS, _NOUNS, _HELD)) -> ActWords:
        """The words of a rulebook's word lists; ``sources`` are what the ids of those for verbs, nouns and ``held`` begin with."""
        of_verbs, of_nouns, of_held = sources
        verbs: dict[str, list[Entry]] = {}
        nouns: dict[str, list[Entry]] = {}
        held: dict[str, list[Entry]] = {}
        for name in lists:
            into = verbs if name.startswith(of_verbs) else nouns if name.startswith(of_nouns) else held if name == of_held else None
            if into is None:
                continue
            for act, told in lists.texts(name).items():
                for first, rest in _expressions(told):
                    for key in {first} if into is nouns else {first, verb_stem(first)}:
                        into.setdefault(key, []).append((rest, act))
        return cls(*({key: tuple(entries) for key, entries in found.items()} for found in (verbs, nouns, held)))

    def of_verb(self, word: str, beside: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]] | None:
        """The acts of a verb and the words that told them; those told by most words alone, None where there is none."""
        return _most(self.verbs.get(verb_stem(fold(word)), ()), beside)  # "found" is a form of "find", though "founded" is one of "found"

    def of_noun(self, word: str, inside: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]] | None:
        """The same of a noun."""
        return _most([entry for form in lookup_forms(word) for entry in self.nouns.get(form, ())], inside)

    def of_held(self, word: str, beside: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]] | None:
        """The same of a verb among ``held``."""
        return _most(self.held.get(verb_stem(fold(word)), ()), beside)

    def holds(self, word: str, beside: AbstractSet[str]) -> bool:
        """Whether a verb with the words beside it says that its subject or object takes place ("is held", "will be made up for")."""
        return any(rest <= beside for rest, _ in self.held.get(verb_stem(fold(word)), ()))


def _most(entries: tuple[Entry, ...] | list[Entry], words: AbstractSet[str]) -> tuple[frozenset[str], frozenset[str]] | None:
    fitting = [(rest, act) for rest, act in entries if rest <= words]
    if not fitting:
        return None
    most = max(len(rest) for rest, _ in fitting)
    best = [(rest, act) for rest, act in fitting if len(rest) == most]
    return frozenset(act for _, act in best), frozenset().union(*(rest for rest, _ in best))


def _expressions(told: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for expression in told:
        parts = [part.split("/") for part in expression.split()]
        for words in product(*parts):
            yield fold(words[0]), frozenset(fold(word) for word in words[1:])


@lru_cache(maxsize=8192)
def lookup_forms(word: str) -> frozenset[str]:
    """The forms under which a word of a text is looked up: as it stands, as a noun in the singular, as a verb's stem."""
    plain = fold(word)
    return frozenset((plain, verb_stem(plain), singular(plain)))
