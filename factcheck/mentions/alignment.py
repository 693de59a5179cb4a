"""The cheapest way from one spelling to another: by habits of romanisation, and by slips of the pen."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factcheck.rulebook import FoldingRule

MAX_LETTERS = 40
"""Longer words are compared for equality only: no name part is that long, and the cost grows with the square."""
_FOLD_COST, _VOWEL_COST, _SLIP_COST = 2, 7, 8
"""Relative costs of a step: three habits weigh less than a slip, a slip of vowels less than one of consonants."""
_CEILING = 2 * _SLIP_COST + 3 * _FOLD_COST
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Difference:
    """The cheapest way from one spelling to the other: ``slips`` are letters off, ``habits`` the folding rules used, in order.

    ``at_end`` says that a slip changes, adds or drops the last letter, which more often makes another name than a typing error does.
    """

    slips: int
    habits: tuple[str, ...]
    vowels_only: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class _Swap:
    left: str
    right: str
    rule: str
    position: str


_Step = tuple[int, int, int, bool, bool, str]
"""letters taken left, letters taken right, cost, is a slip, is a slip of vowels, rule id"""


class Aligner:
    """Aligns folded words by the folding rules it is given.  Immutable; results are kept for the words met last."""

    def __init__(self, rules: Iterable[FoldingRule]) -> None:
        self._swaps = _index(rules)
        self.difference = lru_cache(maxsize=65_536)(self._difference)

    def _difference(self, left: str, right: str) -> Difference | None:
        """The cheapest alignment of two folded words, None where it takes more than two slips; symmetric.

        Dijkstra's search over pairs of positions with the steps of Damerau's edit distance (restricted to neighbours) and of the rules.
        """
        if left > right:
            left, right = right, left
        if len(right) > MAX_LETTERS or len(left) > MAX_LETTERS or abs(len(left) - len(right)) > 4:
            return None
        heap: list[tuple[int, int, int, tuple[str, ...], int, bool, bool]] = [(0, 0, 0, (), 0, True, False)]
        done: set[tuple[int, int]] = set()
        while heap:
            cost, i, j, habits, slips, vowels, at_end = heapq.heappop(heap)
            if i == len(left) and j == len(right):
                return Difference(slips, habits, bool(slips) and vowels, at_end)
            if (i, j) in done:
                continue
            done.add((i, j))
            for di, dj, extra, slip, vowel, rule in self._steps(left, right, i, j):
                if cost + extra <= _CEILING and slips + slip <= 2:
                    ends = slip and max(di, dj) == 1 and (i + di, j + dj) == (len(left), len(right))
                    told = (*habits, rule) if rule else habits
                    only = vowels and (vowel or not slip)
                    heapq.heappush(heap, (cost + extra, i + di, j + dj, told, slips + slip, only, at_end or ends))
        return None

    def _steps(self, left: str, right: str, i: int, j: int) -> list[_Step]:
        steps: list[_Step] = []
        mine, theirs = left[i : i + 1], right[j : j + 1]
        if mine and mine == theirs:
            steps.append((1, 1, 0, False, False, ""))
        for swap in self._swaps.get((mine, theirs), ()):
            if left.startswith(swap.left, i) and right.startswith(swap.right, j) and _fits(swap, i, j, left, right):
                steps.append((len(swap.left), len(swap.right), _FOLD_COST, False, False, swap.rule))
        if i and j:  # nobody mistypes the first letter unnoticed, and many different names differ in nothing else
            vowel = mine in _VOWELS and theirs in _VOWELS
            if mine and theirs and mine != theirs:
                steps.append((1, 1, _VOWEL_COST if vowel else _SLIP_COST, True, vowel, ""))
            if mine:
                steps.append((1, 0, _SLIP_COST, True, mine in _VOWELS, ""))
            if theirs:
                steps.append((0, 1, _SLIP_COST, True, theirs in _VOWELS, ""))
            if len(left) > i + 1 and len(right) > j + 1 and mine == right[j + 1] and theirs == left[i + 1] and mine != theirs:
                steps.append((2, 2, _SLIP_COST, True, vowel, ""))
            if _crossed(left[i : i + 3], right[j : j + 3]):
                steps.append((3, 3, _SLIP_COST, True, False, ""))
        return steps


def _index(rules: Iterable[FoldingRule]) -> dict[tuple[str, str], tuple[_Swap, ...]]:
    swaps: dict[tuple[str, str], list[_Swap]] = defaultdict(list)
    for rule in rules:
        for letters in rule.classes:
            for left in letters:
                for right in letters:
                    if left != right:
                        swaps[left[0], right[0]].append(_Swap(left, right, rule.id, rule.position))
    return {key: tuple(value) for key, value in swaps.items()}


def _crossed(left: str, right: str) -> bool:
    """Whether two consonants have changed places around a vowel ("lar", "ral"), a common slip."""
    return len(left) == len(right) == 3 and left == right[::-1] != right and left[1] in _VOWELS and not {left[0], left[2]} & _VOWELS


def _fits(swap: _Swap, i: int, j: int, left: str, right: str) -> bool:
    if swap.position == "start":
        return i == 0 and j == 0
    if swap.position == "end":
        return i + len(swap.left) == len(left) and j + len(swap.right) == len(right)
    return True
