"""Which names of a corpus are near enough to be compared in earnest, found by keys and not by trying all pairs.

Surnames meet by the sounds of ``factcheck.topics.blocking``; given names that are one, or may be, are found once for all names that have
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import product

from rapidfuzz.distance import Levenshtein

from factcheck.mentions.spelling import Folder, Match
from factcheck.text import fold
from factcheck.topics.alike import is_initial, may_be_given
from factcheck.topics.blocking import family_keys, first_sounds, sound_keys
from factcheck.values import NameValue

MOST_TRIED = 200_000
"""Pairs of which it is kept that they were tried; the same two names meet in many articles of a story."""


class Nearness:
    """The names of a corpus by the sounds of their parts."""

    def __init__(self, names: Mapping[str, NameValue], folder: Folder) -> None:
        """``names`` are full names by their folded form, each with a given name."""
        self._names, self._folder = names, folder
        self._told: dict[tuple[str, str], bool] = {}
        self._given_keys: dict[str, frozenset[str]] = {}
        self._givens = {name: fold(value.given[0]) for name, value in names.items()}
        self._families = {name: tuple(family_keys(value.family, folder)) for name, value in names.items()}
        self._surnames = {name: surnames_of(value, folder) for name, value in names.items()}
        self._sounds = {name: _begins(self._surnames[name][0], folder) | first_sounds(self._surnames[name][1]) for name in names}

    def pairs(self, circles: Iterable[tuple[Collection[str], Collection[str]]]) -> list[tuple[str, str]]:
        """Pairs of names whose given names may be one and whose surnames begin alike and are near; in order of the given names.

        Args:
            circles: names, and those that they may be spellings of; only such are paired, each with each of the others.
        """
        found: set[tuple[str, str]] = set()
        tried: set[tuple[str, str]] = set()
        for names, others in circles:
            held = self._by_sound(others)
            for key, mine in held.items() if names is others else self._by_sound(names).items():
                for name, other in product(mine, held.get(key, ())):
                    pair = self._ordered(name, other)
                    if name != other and pair not in tried:
                        tried.add(pair)
                        if self._sounds_one(*pair) and self._is_near(*pair):
                            found.add(pair)
            if len(tried) > MOST_TRIED:
                tried.clear()
        return sorted(found, key=lambda pair: (self._givens[pair[0]], self._givens[pair[1]], pair))

    def _by_sound(self, names: Collection[str]) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for name in names:
            for key in self._families[name]:
                held.setdefault(key, []).append(name)
        return held

    def _sounds_one(self, left: str, right: str) -> bool:
        """Whether two given names sound alike, are listed together, or one begins with the other's initial."""
        first, second = self._givens[left], self._givens[right]
        if (is_initial(first) or is_initial(second)) and first[:1] == second[:1]:
            return True
        mine, theirs = ([form for form in self._forms(name) if not is_initial(form)] for name in (left, right))
        return any(one == other or not self._keys(one).isdisjoint(self._keys(other)) for one in mine for other in theirs)

    def _keys(self, given: str) -> frozenset[str]:
        known = self._given_keys.get(given)
        if known is None:
            sounds = (key for key in sound_keys(given) if len(key) > 1 or len(given) <= 3)
            known = self._given_keys[given] = frozenset((*sounds, *self._folder.groups_of(given)))
        return known

    def _ordered(self, name: str, other: str) -> tuple[str, str]:
        return (name, other) if (self._givens[name], name) < (self._givens[other], other) else (other, name)

    def _forms(self, name: str) -> set[str]:
        """The given names by which a name is found: the first, and all of them in one word."""
        return {self._givens[name], fold("".join(self._names[name].given)).replace(" ", "")}

    def _is_near(self, left: str, right: str) -> bool:
        first, second = self._givens[left], self._givens[right]
        if not may_be_given(first, second):
            return False
        if not self._sounds[left] & self._sounds[right]:
            return False
        if not any(_is_close(one, other) for one, other in zip(self._surnames[left], self._surnames[right], strict=True)):
            return False
        if first == second or is_initial(first) or is_initial(second):
            return True
        return any(self._may_be_one(one, other) for one in self._forms(left) for other in self._forms(right))

    def _may_be_one(self, left: str, right: str) -> bool:
        """Whether two given names may be one; the same pair is asked for by many surnames."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._told:
            told = self._folder.match_given(*pair) not in (Match.APART, Match.SHORT)
            self._told[pair] = told or self._folder.may_be_one(*pair)
        return self._told[pair]


def surnames_of(value: NameValue, folder: Folder) -> tuple[str, str]:
    """The folded surname in one word, without its particles and with them."""
    folded = fold(value.family)
    return folder.bare(folded).replace(" ", ""), folded.replace(" ", "")


def _begins(surname: str, folder: Folder) -> frozenset[str]:
    """The groups of sounds that a surname may begin with, a particle grown on or not."""
    grown = (surname[len(part) :] for part in folder.particles if surname.startswith(part))
    return first_sounds(surname).union(*map(first_sounds, grown))


def _letter(given: str) -> str:
    return f"{given[:1]}."


def _is_close(left: str, right: str) -> bool:
    """Whether at most half of the letters differ."""
    allowed = max(len(left), len(right)) // 2
    return abs(len(left) - len(right)) <= allowed and Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed
