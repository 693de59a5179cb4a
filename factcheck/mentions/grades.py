"""Grades the agreement of two words and of two names: from equal letters, by way of spelling habits and slips, to different words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factcheck.mentions.alignment import Difference


class Match(IntEnum):
    """How two words agree, from best to worst."""

    EQUAL = 0  # the same letters up to case, accents, hyphens
    SHORT = 1  # an initial, or a part that one side leaves out
    ALIAS = 2  # accepted forms of one given name
    FOLDED = 3  # one sound, written by two habits of romanisation
    SLIP = 4  # one letter wrong, missing, doubled or swapped
    SLIPS = 5  # two letters, in a long word
    APART = 6  # different words


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names agree, part by part; ``habits`` are the ids of the folding rules that explain differences.

    ``difference`` is what surnames that are not alike differ in, None where they are, or were found to be one by other means.
    ``kin``: the given names are near, but so are those of brothers and sisters; ``rooted``: they are one name in two languages.
    """

    given: Match
    family: Match
    habits: tuple[str, ...] = ()
    at_end: bool = False
    swapped: bool = False
    difference: Difference | None = None
    kin: bool = False
    rooted: bool = False

    @property
    def worst(self) -> Match:
        """The weaker of the two parts."""
        return max(self.given, self.family)


def grade(left: str, right: str, difference: Difference | None) -> Match:
    """What a difference between two folded words comes to: habits and slips count by the letters there are."""
    if difference is None:
        return Match.APART
    shorter = min(len(left), len(right))
    if difference.slips == 0:
        return Match.FOLDED if difference.weight <= _habits_allowed(shorter) else Match.APART
    if difference.slips == 1 and shorter >= 5 and difference.weight <= _habits_allowed(shorter) - 1:
        return Match.SLIP
    return Match.SLIPS if difference.slips == 2 and shorter >= 8 and not difference.habits else Match.APART


def _habits_allowed(letters: int) -> int:
    """How many habits may meet in a word of that many letters: one per three, so that most of the word stands as it was."""
    return max(1, letters // 3)
