"""Which names of a corpus are near enough to be compared in earnest, found by keys and not by trying all pairs.

Surnames meet by the sounds of ``factcheck.topics.blocking``; given names that are one, or may be, are found once for all names that have
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from sys import intern

from rapidfuzz.distance import Levenshtein

from factcheck.mentions.spelling import Folder, Match
from factcheck.text import fold
from factcheck.topics.alike import is_initial, may_be_given
from factcheck.topics.blocking import family_keys, first_sounds, sound_keys
from factcheck.values import NameValue

MANY = 64
"""Pairs of names with one sound of a surname from which on only those are tried whose given names have a key in common."""
MOST_TRIED = 200_000
"""Pairs of which it is kept that they were tried; the same two names meet in many articles of a story."""


@dataclass(frozen=True, slots=True)
class _Family:
    """A surname, folded to one word: ``bare`` without its particles, ``whole`` with them; its keys and the sounds it may begin with."""

    bare: str
    whole: str
    keys: tuple[str, ...]
    begins: frozenset[str]

    @classmethod
    def of(cls, family: str, folder: Folder) -> _Family:
        folded = fold(family)
        bare, whole = folder.bare(folded).replace(" ", ""), folded.replace(" ", "")
        keys = tuple(map(intern, family_keys(family, folder)))  # many surnames share a key
        return cls(bare, whole, keys, _begins(bare, folder) | first_sounds(whole))


@dataclass(frozen=True, slots=True)
class _Given:
    """The given names of a person: the ``first``, folded; the ``forms`` by which they are found, the first and all in one word; those of
    them that ``sound``, being no initials, and the ``keys`` of their sounds."""

    first: str
    forms: frozenset[str]
    sound: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, given: tuple[str, ...], folder: Folder) -> _Given:
        first = fold(given[0])
        forms = frozenset({first, fold("".join(given)).replace(" ", "")})
        sound = frozenset(form for form in forms if not is_initial(form))
        return cls(first, forms, sound, frozenset[str]().union(*(_sounds_of(form, folder) for form in sound)))


class Nearness:
    """The names of a corpus by the sounds of their parts."""

    def __init__(self, names: Mapping[str, NameValue], folder: Folder) -> None:
        """``names`` are full names by their folded form, each with a given name."""
        self._folder = folder
        self._told: dict[tuple[str, str], bool] = {}
        givens = {given: _Given.of(given, folder) for given in {value.given for value in names.values()}}
        self._givens = {name: givens[value.given] for name, value in names.items()}
        families = {family: _Family.of(family, folder) for family in {value.family for value in names.values()}}
        self._families = {name: families[value.family] for name, value in names.items()}

    def pairs(self, candidate_groups: Iterable[tuple[Collection[str], Collection[str]]]) -> list[tuple[str, str]]:
        """Pairs of names whose given names may be one and whose surnames begin alike and are near; in order of the given names.

        Args:
            candidate_groups: names, and those that they may be spellings of; only such are paired, each with each of the others.
        """
        found: set[tuple[str, str]] = set()
        tried: set[tuple[str, str]] = set()
        for names, others in candidate_groups:
            for name, other in self._candidates(names, others):
                pair = self._ordered(name, other)
                if name != other and pair not in tried:
                    tried.add(pair)
                    if self._sounds_one(*pair) and self._is_near(*pair):
                        found.add(pair)
                    if len(tried) > MOST_TRIED:
                        tried.clear()
        return sorted(found, key=lambda pair: (self._givens[pair[0]].first, self._givens[pair[1]].first, pair))

    def _candidates(self, names: Collection[str], others: Collection[str]) -> Iterator[tuple[str, str]]:
        """The pairs of a group whose surnames share a key and whose given names may sound alike; some more than once."""
        held: dict[str, list[str]] = {}
        for name in names:
            for key in self._families[name].keys:
                held.setdefault(key, []).append(name)
        met = held if names is others else {}
        for other in others if met is not held else ():
            for key in self._families[other].keys:
                if key in held:
                    met.setdefault(key, []).append(other)
        for key, theirs in met.items():
            yield from self._sounding_alike(held[key], theirs)

    def _sounding_alike(self, names: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
        """All pairs of a few names; of many those of which ``_sounds_one`` holds."""
        if len(names) * len(others) < MANY:
            yield from product(names, others)
            return
        held: dict[str, list[str]] = {}
        for other in others:
            for key in self._told_by(other):
                held.setdefault(key, []).append(other)
        for name in names:
            given = self._givens[name]
            short = f"{given.first[:1]} all" if is_initial(given.first) else f"{given.first[:1]} short"
            for key in (*given.sound, *given.keys, short):
                yield from ((name, other) for other in held.get(key, ()))

    def _told_by(self, name: str) -> Iterator[str]:
        """The keys under which a name is found by its given name: of its sounds, and of its first letter."""
        given = self._givens[name]
        yield from given.sound | given.keys
        yield f"{given.first[:1]} all"
        if is_initial(given.first):
            yield f"{given.first[:1]} short"

    def _sounds_one(self, left: str, right: str) -> bool:
        """Whether two given names sound alike, are listed together, or one begins with the other's initial."""
        one, other = self._givens[left], self._givens[right]
        if (is_initial(one.first) or is_initial(other.first)) and one.first[:1] == other.first[:1]:
            return True
        return not one.sound.isdisjoint(other.sound) or not one.keys.isdisjoint(other.keys)

    def _ordered(self, name: str, other: str) -> tuple[str, str]:
        return (name, other) if (self._givens[name].first, name) < (self._givens[other].first, other) else (other, name)

    def _is_near(self, left: str, right: str) -> bool:
        mine, theirs = self._givens[left], self._givens[right]
        first, second = mine.first, theirs.first
        if not may_be_given(first, second):
            return False
        one, other = self._families[left], self._families[right]
        if not one.begins & other.begins or not (_is_close(one.bare, other.bare) or _is_close(one.whole, other.whole)):
            return False
        if first == second or is_initial(first) or is_initial(second):
            return True
        return any(self._may_be_one(one, other) for one in mine.forms for other in theirs.forms)

    def _may_be_one(self, left: str, right: str) -> bool:
        """Whether two given names may be one; the same pair is asked for by many surnames."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._told:
            told = self._folder.match_given(*pair) not in (Match.APART, Match.SHORT)
            self._told[pair] = told or self._folder.is_slip(*pair)
        return self._told[pair]


def _sounds_of(given: str, folder: Folder) -> frozenset[str]:
    """The keys of a given name's sounds, and of the groups that it is listed in."""
    sounds = (key for key in sound_keys(given) if len(key) > 1 or len(given) <= 3)
    return frozenset((*sounds, *folder.groups_of(given)))


def _begins(surname: str, folder: Folder) -> frozenset[str]:
    """The groups of sounds that a surname may begin with, a particle grown on or not."""
    grown = (surname[len(part) :] for part in folder.particles if surname.startswith(part))
    return first_sounds(surname).union(*map(first_sounds, grown))


def _is_close(left: str, right: str) -> bool:
    """Whether at most half of the letters differ."""
    allowed = max(len(left), len(right)) // 2
    return abs(len(left) - len(right)) <= allowed and Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed
