"""What an age in text says by itself, and the words that bear it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.mentions.scanning import Scan
from factcheck.text import Span


@dataclass(frozen=True, slots=True)
class AgeReading:
    """What an age says by itself.

    ``low``, ``high`` (None: no limit), ``months`` and ``approximate`` are as in AgeValue.  ``form`` is the reader ("joined", "bare" ...).
    ``noun`` is the person noun told with the age, folded ("boy"), "" where none is, ``sort`` its class, by which unnamed people are told
    apart.  ``definite`` says that the noun phrase has "the", ``many`` that several people have the age.  ``once`` marks ages of another
    time of the person's life ("then 17").  ``anchor`` is where the name or noun ends that a bare number stands behind; ``pronoun`` is the
    "he" or "she" that bears the age, "i" for the speaker of a quotation, "" where none does.  ``born`` is the year of birth of an age that
    only the day of publication tells (``low`` and ``high`` are 0 then), None for all others.
    """

    low: int
    high: int | None
    months: int | None = None
    approximate: bool = False
    form: str = "bare"
    noun: str = ""
    sort: str = ""
    definite: bool = False
    many: bool = False
    once: bool = False
    anchor: int = 0
    pronoun: str = ""
    born: int | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """The words that bear an age: a person noun, a name (``noun`` ""), or nothing at all behind "the 26-year-old"."""

    noun: str = ""
    many: bool = False


Age = tuple[int, int | None, int | None]
"""The least and the most completed years (None: no limit), and the completed months of babies (None where years are told)."""
Result = tuple[Span, AgeReading] | None
Reader = Callable[[Scan, re.Match[str]], Result]
"""Makes an age, and where it stands, of a match; None where that tells none."""
