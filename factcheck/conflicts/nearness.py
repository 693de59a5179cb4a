"""Which names of a corpus are near enough to be compared in earnest, found by keys and not by trying all pairs.

Surnames meet by the sounds of ``factcheck.topics.blocking``; given names that are one, or may be, are found once for all names that have
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Levenshtein

from factcheck.mentions.spelling import Folder, Match
from factcheck.text import fold
from factcheck.topics.blocking import family_keys, first_sounds, sound_keys
from factcheck.values import NameValue

_MORE = 1
"""Letters that first names may differ by beside half of their own: nicknames are short."""


class Nearness:
    """The names of a corpus by the sounds of their parts."""

    def __init__(self, names: Mapping[str, NameValue], folder: Folder) -> None:
        """``names`` are full names by their folded form, each with a given name."""
        self._names, self._folder = names, folder
        self._told: dict[tuple[str, str], bool] = {}
        self._givens = {name: fold(value.given[0]) for name, value in names.items()}
        self._families = {name: tuple(family_keys(value.family, folder)) for name, value in names.items()}
        self._surnames = {name: surnames_of(value, folder) for name, value in names.items()}
        self._sounds = {name: _begins(self._surnames[name][0], folder) | first_sounds(self._surnames[name][1]) for name in names}

    def pairs(self) -> list[tuple[str, str]]:
        """Pairs of names whose given names may be one and whose surnames begin alike and are near; in order of the given names."""
        held: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._names):
            for key in self._families[name]:
                held[key].append(name)
        alike = self._alike()
        found: set[tuple[str, str]] = set()
        for names in held.values():
            if len(names) > 1:
                found.update(pair for pair in self._meeting(names, alike) if pair not in found and self._is_near(*pair))
        return sorted(found, key=lambda pair: (self._givens[pair[0]], self._givens[pair[1]], pair))

    def _meeting(self, names: Sequence[str], alike: Mapping[str, AbstractSet[str]]) -> Iterator[tuple[str, str]]:
        """The pairs among names of one sound whose given names sound alike, are listed together, or begin with the other's initial."""
        by_given: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for given in {*self._forms(name), _letter(self._givens[name])}:
                by_given[given].append(name)
        for name in names:
            given = self._givens[name]
            fits = [_letter(given)] if _is_initial(given) else [fit for form in self._forms(name) for fit in alike[form] & by_given.keys()]
            yield from (self._ordered(name, other) for fit in fits for other in by_given[fit] if other != name)

    def _ordered(self, name: str, other: str) -> tuple[str, str]:
        return (name, other) if (self._givens[name], name) < (self._givens[other], other) else (other, name)

    def _forms(self, name: str) -> set[str]:
        """The given names by which a name is found: the first, and all of them in one word."""
        return {self._givens[name], fold("".join(self._names[name].given)).replace(" ", "")}

    def _is_near(self, left: str, right: str) -> bool:
        first, second = self._givens[left], self._givens[right]
        if first != second and not (first_sounds(first) & first_sounds(second) and self._are_close(first, second)):
            return False
        if not self._sounds[left] & self._sounds[right]:
            return False
        if not any(_is_close(one, other) for one, other in zip(self._surnames[left], self._surnames[right], strict=True)):
            return False
        if first == second or _is_initial(first) or _is_initial(second):
            return True
        return any(self._may_be_one(one, other) for one in self._forms(left) for other in self._forms(right))

    def _are_close(self, first: str, second: str) -> bool:
        initial = (_is_initial(first) or _is_initial(second)) and first[0] == second[0]
        return initial or _is_close(first, second, _MORE)

    def _alike(self) -> dict[str, set[str]]:
        """For each given name those of the corpus that sound alike or stand in a list with it, itself included, without initials."""
        givens = sorted({given for name in self._names for given in self._forms(name) if not _is_initial(given)})
        keys = {
            given: frozenset((*(key for key in sound_keys(given) if len(key) > 1 or len(given) <= 3), *self._folder.groups_of(given)))
            for given in givens
        }
        held: dict[str, list[str]] = defaultdict(list)
        for given in givens:
            for key in keys[given]:
                held[key].append(given)
        return {given: {given}.union(*(held[key] for key in keys[given])) for given in givens}

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


def _is_initial(given: str) -> bool:
    return len(given.rstrip(".")) == 1


def _letter(given: str) -> str:
    return f"{given[:1]}."


def _is_close(left: str, right: str, more: int = 0) -> bool:
    """Whether at most half of the letters, and ``more``, differ."""
    allowed = max(len(left), len(right)) // 2 + more
    return abs(len(left) - len(right)) <= allowed and Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed
