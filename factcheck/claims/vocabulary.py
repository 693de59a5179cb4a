"""The event classes and word lists that framers use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.act_words import HISTORY, ActWords
from factcheck.events import EventLexicon, lexicon_of
from factcheck.rulebook import EventRule, Lists, Rulebook
from factcheck.stems import verb_stem

if TYPE_CHECKING:
    from factcheck.parses import Token


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The event classes by word, by id and by the state that tells of one, and the word lists by id.

    ``definite`` are the words before a noun that was told of, ``pointing`` these and those that say whose it is.
    """

    events: EventLexicon
    rules: Mapping[str, EventRule]
    states: Mapping[str, EventRule]
    lists: Lists
    definite: frozenset[str]
    pointing: frozenset[str]
    acts: ActWords
    history: ActWords

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Vocabulary:
        """The vocabulary of a rulebook."""
        words = rulebook.words()
        rules = {rule.id: rule for rule in rulebook.of(EventRule)}
        states = {word: rules[str(event)] for word, event in words["state.counted"].items() if event in rules}
        definite = frozenset(words["word.definite"])
        pointing = definite.union(words["word.possessive"])
        return cls(lexicon_of(rulebook), rules, states, words, definite, pointing, ActWords.of(words), ActWords.of(words, HISTORY))

    def listed(self, name: str) -> Mapping[str, object]:
        """The word list of this id."""
        return self.lists[name]

    def group(self, name: str) -> Mapping[str, str]:
        """The words of this list with their one group or text."""
        return self.lists.text(name)

    def groups(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The words of this list with all their groups."""
        return self.lists.texts(name)

    def stems(self, name: str) -> Mapping[str, object]:
        """The word list of this id by the stems of its words, as ``verb_stem`` gives them."""
        return _by_stem(self, name)

    def group_stems(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The stems of the words of this list with all their groups."""
        return _groups_by_stem(self, name)

    def is_pointed(self, noun: Token) -> bool:
        """Whether a word before a noun says which one is meant: "the", "its", "such"."""
        return any(child.lower_ in self.pointing or child.lower_ == "such" for child in noun.children)

    def is_event(self, name: str) -> bool:
        """Whether a name is that of an event class."""
        return name in self.rules


@lru_cache(maxsize=32)
def _by_stem(vocabulary: Vocabulary, name: str) -> Mapping[str, object]:
    return {verb_stem(word): value for word, value in vocabulary.listed(name).items()}


@lru_cache(maxsize=8)
def _groups_by_stem(vocabulary: Vocabulary, name: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, groups in sorted(vocabulary.groups(name).items(), key=lambda entry: len(entry[0])):
        found.setdefault(verb_stem(word), groups)  # of "miss" and "missing" the verb itself
    return found
