"""What the words around a number do to it: "about" widens it, "at least" and "up to" open it, "or so" widens it from behind."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from factcheck.mentions.numbers import Number
from factcheck.rulebook import Rulebook
from factcheck.text import either_of

WINDOW = 48
"""Code points before or behind a number that are searched for qualifiers; the longest chain of them is shorter."""

SHARE_MAX = 0.15
SHARE_MIN = 0.05
"""How far "about N" reaches, as a share of N: half the place of its last non-zero digit, but between these two.

"About 2,000" is said of 1,700 to 2,300, "about 2,150" of 2,043 to 2,257; narrower bounds make contradictions of mere rounding."""


_SIGNS = re.compile(r"(?<![\w])(sub-|[~≈<>≥≤]) ?$", re.IGNORECASE)
_SIGN_EFFECTS = MappingProxyType({"sub-": "high", "~": "about", "≈": "about", "<": "high", "≤": "high", ">": "low", "≥": "low"})
"""Marks glued to a number that do what words do."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval (``high`` None: no limit); ``approximate`` where a cue or a round word widened it."""

    low: float
    high: float | None
    approximate: bool = False


class Qualifiers:
    """Reads qualifiers with the word lists quantity.before and quantity.after."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._before = words.text("quantity.before")
        self._after = words.text("quantity.after")
        self._before_pattern = phrases_before(self._before)
        self._particle_of = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words['quantity.over-verb'])))}) $", re.IGNORECASE)
        self._after_pattern = phrases_after(self._after)

    def before(self, text: str, start: int) -> tuple[tuple[str, ...], int]:
        """The effects of the words right before ``start``, nearest first, and where the first of these words begins; at most three."""
        effects: list[str] = []
        sign = _SIGNS.search(text, max(0, start - 4), start)
        if sign is not None:
            effects.append(_SIGN_EFFECTS[sign[1].lower()])
            start = sign.start(1)
        for _ in range(3):
            window = text[max(0, start - WINDOW) : start]
            match = self._before_pattern.search(window)
            if match is None:
                break
            words = " ".join(match[1].lower().split())
            if words == "over" and self._particle_of.search(window, 0, match.start(1)):
                break  # "handed over 75 soldiers"
            effects.append(self._before[words])
            start -= len(window) - match.start(1)
        return tuple(effects), start

    def after(self, text: str, end: int) -> tuple[str, ...]:
        """The effect of the words right behind ``end``; empty where there are none."""
        match = self._after_pattern.match(text, end, min(len(text), end + WINDOW))
        return (self._after[match[1].lower()],) if match else ()

    def after_end(self, text: str, end: int) -> int:
        """Where the words that ``after`` reads end; ``end`` itself where there are none."""
        match = self._after_pattern.match(text, end, min(len(text), end + WINDOW))
        return match.end() if match else end


def phrases_before(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern whose group 1 is the longest of the phrases that ends a window, with one to three spaces behind.

    A phrase begins at a word border, or at a capital that a letter of broken typography is glued to ("CAround 100").
    """
    return re.compile(rf"(?:(?<!\w)|(?-i:(?<=[A-Za-z])(?=[A-Z][a-z])))({either_of(words)}) {{1,3}}$", re.IGNORECASE)


def phrases_after(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern whose group 1 is the longest of the phrases right behind a position."""
    return re.compile(rf" {{0,2}}({either_of(words)})(?!\w)", re.IGNORECASE)


def margin(amount: float, step: float) -> float:
    """How far "about" reaches on either side of an amount whose last non-zero digit has the place value ``step``."""
    return min(max(step / 2, SHARE_MIN * amount), SHARE_MAX * amount)


def bounds_of(number: Number, effects: Iterable[str], *, whole: bool) -> Bounds:
    """The interval of a number under its qualifiers.

    Args:
        number: as read.
        effects: values of the lists quantity.before and quantity.after.
        whole: whether only integers are possible; a widened interval then ends at integers.
    """
    return spread(
        number.amount, number.amount, {number.amount: number.step}, (*effects, "about") if number.loose else tuple(effects), whole=whole
    )


def spread(low: float, high: float, steps: Mapping[float, float], effects: Iterable[str], *, whole: bool) -> Bounds:
    """The interval of a range ``low`` to ``high`` (equal for a single number) under its qualifiers.

    ``steps`` holds the place value of the last digit that is not zero, for both ends.
    """
    said = set(effects) - {"exact"}
    below = margin(low, steps[low]) if said & {"about", "below"} else 0.0
    above = margin(high, steps[high]) if said & {"about", "above"} else 0.0
    lowest, highest = max(0.0, low - below), high + above
    if whole:
        lowest, highest = float(math.floor(lowest)), float(math.ceil(highest))
    if "low" in said:
        return Bounds(lowest, None)
    if "high" in said:
        return Bounds(0.0, highest)
    return Bounds(lowest, highest, approximate=bool(said))
