"""The cheapest way from one spelling to another: by habits of romanisation, and by slips of the pen."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, permutations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from factcheck.rulebook import FoldingRule

MAX_LETTERS = 40
"""Longer words are compared for equality only: no name part is that long, and the cost grows with the square."""
_FOLD_COST, _VOWEL_COST, _SLIP_COST = 2, 7, 8
"""Relative costs of a step: three habits weigh less than a slip, a slip of vowels less than one of consonants."""
_HABITS_COST, _SHIFT_COST = 3 * _FOLD_COST, 5 * _FOLD_COST
"""What habits may cost beside slips; more where a shift runs through the names of a language."""
_TWO_SLIPS = 8
"""Letters from which on two slips still leave a word that can be told from others."""
_VOWELS = frozenset("aeiouy")
_NEAR = frozenset({"ei", "ie", "ou", "uo", "iy", "yi", "ey", "ye", "uy", "yu"})
"""Vowels that are written for each other from hearing."""
_BEFORE_H = ({"s", "z"}, {"c", "k"})
"""Letters that habits exchange, but not where an h behind both makes one sound with it: Shilin and Zhilin are two."""
_BARE = "bare"
"""The position of such an exchange."""
_NASALS = {"m", "n"}
"""Neighbours on the keyboard that sound alike before a consonant: one for the other is a slip, no other name."""
_LENGTHS = 5
"""Letters that one spelling may have more than the other: two habits of three letters for one, and a slip."""
SPARE = 2
"""Letters that may differ beside half of the longer word; with more differences hardly a letter stands as it was."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The cheapest way from one spelling to the other: ``slips`` are letters off, ``habits`` the folding rules used, in order.

    ``at_end`` says that a slip changes, adds or drops the last letter, which more often makes another name than a typing error does.
    ``exchanged`` says that a slip puts one consonant for another, ``vowels_only`` that slips touch vowels only.  ``open``
    says that it puts a vowel for one that is not near it (a for i, o for e).  ``shift`` counts the uses beyond the first of rules of one
    language, and of rules that count once: what runs through a name is one habit.
    """

    slips: int
    habits: tuple[str, ...]
    vowels_only: bool = False
    at_end: bool = False
    exchanged: bool = False
    open: bool = False
    shift: int = 0

    @property
    def weight(self) -> int:
        """How many habits there are, a shift counted once."""
        return len(self.habits) - self.shift


class _Swap(NamedTuple):
    left: str
    right: str
    rule: str
    position: str


_CONSONANT, _END, _EXCHANGED, _OPEN = 1, 2, 4, 8
_Step = tuple[int, int, int, int, int, str]
"""letters taken left, letters taken right, cost, slips, what the slip is (of the four marks), rule id"""
_ByLetters = Mapping[tuple[str, str], Sequence[_Swap]]


class _Swaps(dict[tuple[str, str], tuple[_Swap, ...]]):
    """The exchanges that hold between two words, by the letters that they begin with there; put together for the letters asked for."""

    def __init__(self, groups: Iterable[_ByLetters]) -> None:
        """Take the exchanges by language; of two that do the same the first counts."""
        super().__init__()
        self._groups = tuple(groups)

    def __missing__(self, key: tuple[str, str]) -> tuple[_Swap, ...]:
        found: dict[tuple[str, str, str], _Swap] = {}
        for swap in chain.from_iterable(group.get(key, ()) for group in self._groups):
            left, right, _, position = swap
            if (left, right, "anywhere") not in found:
                found.setdefault((left, right, "anywhere" if position == _BARE else position), swap)
        swaps = tuple(found.values())
        if swaps or (key[0].isascii() and key[1].isascii()):  # no text can fill the memory with letters of all scripts
            self[key] = swaps
        return swaps


class Aligner:
    """Aligns folded words by the folding rules it is given.  Immutable; results are kept for the words met last."""

    def __init__(self, rules: Iterable[FoldingRule]) -> None:
        self._rules = tuple(rules)
        self._shifts = {rule.id: rule.language or rule.id for rule in self._rules if rule.language or rule.once}
        self._own = _by_language(self._rules)
        self._swaps: dict[frozenset[str], _Swaps] = {}
        self.difference = lru_cache(maxsize=65_536)(self._difference)

    def _difference(self, left: str, right: str, languages: frozenset[str] = frozenset()) -> Difference | None:
        """The cheapest alignment of two folded words, None where it takes more than two slips, or one in a short word; symmetric.

        Dijkstra's search over pairs of positions with the steps of Damerau's edit distance (restricted to neighbours) and of the rules.

        Args:
            left: a folded word.
            right: another one.
            languages: those of the names that the words belong to, whose rules hold beside those of any language.
        """
        if left > right:
            left, right = right, left
        if not self.may_align(left, right, languages):
            return None
        swaps = self.swaps_of(languages)
        heap: list[tuple[int, int, int, tuple[str, ...], int, int]] = [(0, 0, 0, (), 0, 0)]
        done: set[tuple[int, int]] = set()
        most = 2 if min(len(left), len(right)) >= _TWO_SLIPS else 1
        ceiling = most * _SLIP_COST + (_HABITS_COST if not languages else _SHIFT_COST)
        while heap:
            cost, i, j, habits, slips, marks = heapq.heappop(heap)
            if i == len(left) and j == len(right):
                consonant, ends, exchanged, far = (bool(marks & mark) for mark in (_CONSONANT, _END, _EXCHANGED, _OPEN))
                return Difference(slips, habits, bool(slips) and not consonant, ends, exchanged, far, self._shift(habits))
            if (i, j) in done:
                continue
            done.add((i, j))
            for di, dj, extra, slip, mark, rule in _steps(left, right, i, j, swaps):
                if cost + extra <= ceiling and slips + slip <= most:
                    told = (*habits, rule) if rule else habits
                    ends = slip == max(di, dj) == 1 and i + di == len(left) and j + dj == len(right)
                    heapq.heappush(heap, (cost + extra, i + di, j + dj, told, slips + slip, marks | mark | (_END if ends else 0)))
        return None

    def may_align(self, left: str, right: str, languages: frozenset[str] = frozenset()) -> bool:
        """Whether two folded words can be spellings of one at all: lengths, first letters, and half of the letters.  Cheap."""
        if not left or not right or (left[0] != right[0] and not self.swaps_of(languages)[left[0], right[0]]):
            return False
        shorter, longer = sorted((len(left), len(right)))
        if longer > MAX_LETTERS or longer - shorter > _LENGTHS:
            return False
        allowed = longer // 2 + SPARE
        return Levenshtein.distance(left, right, score_cutoff=allowed) <= allowed

    def swaps_of(self, languages: frozenset[str]) -> _Swaps:
        """The exchanges of letter groups that hold between names of the languages, by their first letters."""
        found = self._swaps.get(languages)
        if found is None:
            own = [swaps for language, swaps in self._own.items() if language in languages]  # a shift explains more than a habit of all
            found = self._swaps[languages] = _Swaps((*own, self._own[None]))
        return found

    def first_letters(self) -> dict[str, frozenset[str]]:
        """By letter those that another spelling of a word may begin with instead, by any rule."""
        found: dict[str, set[str]] = defaultdict(set)
        for left, right in {key for swaps in self._own.values() for key in swaps}:
            found[left].add(right)
        return {letter: frozenset(others) for letter, others in found.items()}

    def _shift(self, habits: tuple[str, ...]) -> int:
        uses = [self._shifts[habit] for habit in habits if habit in self._shifts]
        return len(uses) - len(set(uses))


def _steps(left: str, right: str, i: int, j: int, swaps: _Swaps) -> list[_Step]:
    steps: list[_Step] = []
    mine, theirs = left[i : i + 1], right[j : j + 1]
    if mine and mine == theirs:
        steps.append((1, 1, 0, 0, 0, ""))
    for swap in swaps[mine, theirs]:
        if (
            left.startswith(swap.left, i)
            and right.startswith(swap.right, j)
            and (swap.position == "anywhere" or _fits(swap, i, j, left, right))
        ):
            steps.append((len(swap.left), len(swap.right), _FOLD_COST, 0, 0, swap.rule))
    if not i or not j:  # nobody mistypes the first letter unnoticed, and many different names differ in nothing else
        return steps
    if mine and theirs and mine != theirs:
        vowel, other = mine in _VOWELS, theirs in _VOWELS
        mark = (
            (0 if mine + theirs in _NEAR else _OPEN)
            if vowel and other
            else _CONSONANT
            if vowel or other or {mine, theirs} == _NASALS
            else _CONSONANT | _EXCHANGED
        )
        steps.append((1, 1, _VOWEL_COST if vowel and other else _SLIP_COST, 1, mark, ""))
        if left[i + 1 : i + 2] == theirs and right[j + 1 : j + 2] == mine:
            steps.append((2, 2, _SLIP_COST, 1, mark & _CONSONANT, ""))
    if mine:
        steps.append((1, 0, _SLIP_COST, 1, 0 if mine in _VOWELS else _CONSONANT, ""))
    if theirs:
        steps.append((0, 1, _SLIP_COST, 1, 0 if theirs in _VOWELS else _CONSONANT, ""))
    if _crossed(left[i : i + 3], right[j : j + 3]):
        steps.append((3, 3, _SLIP_COST, 1, _CONSONANT, ""))
    return steps


def _by_language(rules: Iterable[FoldingRule]) -> dict[str | None, _ByLetters]:
    """The exchanges of the rules, either way, by language (None: all) and first letters."""
    found: dict[str | None, dict[tuple[str, str], list[_Swap]]] = {None: {}}
    for rule in rules:
        swaps = found.setdefault(rule.language, {})
        for left, right in (pair for letters in rule.classes for pair in permutations(letters, 2) if pair[0] != pair[1]):
            position = _BARE if {left, right} in _BEFORE_H else rule.position
            swaps.setdefault((left[0], right[0]), []).append(_Swap(left, right, rule.id, position))
    return {language: dict(swaps) for language, swaps in found.items()}


def _crossed(left: str, right: str) -> bool:
    """Whether two consonants have changed places around a vowel ("lar", "ral"), a common slip."""
    return len(left) == len(right) == 3 and left == right[::-1] != right and left[1] in _VOWELS and not {left[0], left[2]} & _VOWELS


def _fits(swap: _Swap, i: int, j: int, left: str, right: str) -> bool:
    if swap.position == _BARE:
        return not (left[i + 1 : i + 2] == right[j + 1 : j + 2] == "h")
    if swap.position == "start":
        return i == 0 and j == 0
    return i + len(swap.left) == len(left) and j + len(swap.right) == len(right)


def residues(left: str, right: str) -> tuple[int, str, str]:
    """Where two words differ: how many letters they share before it, and what each has there, without what they share at the end."""
    size = min(len(left), len(right))
    start = next((index for index in range(size) if left[index] != right[index]), size)
    end = next((index for index in range(size - start) if left[-1 - index] != right[-1 - index]), size - start)
    return start, left[start : len(left) - end], right[start : len(right) - end]
