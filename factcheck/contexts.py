"""In which words a value is told: the plain data of a context, kept with the frame of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, auto
from typing import NamedTuple


class WordRole(IntFlag):
    """How a word of a sentence stands to a value of it; one word may stand to it in several ways.

    ``NEAR``: within some tokens of it.  ``CLAUSE``: in the clause of the verb that governs it.  ``GOVERNOR``: on the path from the value
    up to the root.  ``VERB``: that verb.  ``SUBJECT``, ``OBJECT``: of that verb.  ``PROPER``: a word of a name.
    """

    NEAR = auto()
    CLAUSE = auto()
    GOVERNOR = auto()
    VERB = auto()
    SUBJECT = auto()
    OBJECT = auto()
    PROPER = auto()


class ContextWord(NamedTuple):
    """A content word beside a value: the id of its event class in capitals, else its key; ``distance`` in arcs of the parse, from 1."""

    word: str
    distance: int
    roles: WordRole


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence around a value, as far as its words tell what the value is told of.

    ``relation`` is the value's own relation in the parse, ``preposition`` the one before it or "".  ``partitive`` tells whether "of"
    follows ("12 of them").
    """

    words: tuple[ContextWord, ...] = ()
    relation: str = ""
    preposition: str = ""
    partitive: bool = False

    def in_any_of(self, roles: WordRole) -> list[str]:
        """The words that have at least one of some roles."""
        mask = int(roles)  # flags are slow to join, and this is asked of every pair of values
        return [word.word for word in self.words if int(word.roles) & mask]

    def in_all_of(self, roles: WordRole) -> list[str]:
        """The words that have each of some roles."""
        mask = int(roles)
        return [word.word for word in self.words if int(word.roles) & mask == mask]


__all__ = ["Context", "ContextWord", "WordRole"]
