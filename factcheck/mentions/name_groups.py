"""The lists of forms of one name, by word: accepted forms of given names, romanisations, and whole names of one person."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from factcheck.rulebook import AliasRule, Rulebook
from factcheck.text import fold

_VOWELS = frozenset("aeiouy")
_DOUBLED = 5
"""Letters from which on a word that is in no list is looked up without its doubled consonants (Ghassem, Ghasem)."""


class NameGroups:
    """The groups of one sort in a rulebook.  Immutable; what was asked last is kept."""

    def __init__(self, rulebook: Rulebook, of: Literal["given", "spelling", "person"]) -> None:
        rules = [rule for rule in rulebook.of(AliasRule) if rule.of == of]
        groups: dict[str, set[str]] = defaultdict(set)
        short: dict[str, set[str]] = defaultdict(set)
        for rule in rules:
            for form in map(fold, rule.forms):
                groups[form].add(rule.id)
                short[undoubled(form)].add(rule.id)
        self.forms = tuple(tuple(map(fold, rule.forms)) for rule in rules)
        """The folded forms of each group."""
        self._groups = {form: frozenset(ids) for form, ids in groups.items()}
        self._short = {form: frozenset(ids) for form, ids in short.items()}
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, word: str) -> frozenset[str]:
        """The groups that a folded word is in, by their rules' ids."""
        found = self._groups.get(word)
        if found is None and len(word) >= _DOUBLED:
            found = self._short.get(undoubled(word))
        return found or frozenset()

    def share(self, left: str, right: str) -> bool:
        """Whether two folded words, or names, are in one group."""
        return bool(self._groups) and not self.of(left).isdisjoint(self.of(right))


def undoubled(word: str) -> str:
    """A folded word with doubled consonants written once ("philippa" -> "philipa")."""
    return word[:1] + "".join(letter for before, letter in pairwise(word) if letter != before or letter in _VOWELS)
