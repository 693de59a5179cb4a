"""The known word that a wrong one was meant to be; whoever asks words the hint."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

_CODE = re.compile(r"[a-z]{1,2}(?P<id>-[0-9a-f]{8,64})?(?(id)|[0-9]{3})")
"""The code of a finding or a problem, or the id of a conflict, in small letters."""
_LIKE, _VERY_LIKE, _SOMEWHAT = 0.6, 0.8, 0.3
"""How much of two words is the same where one may be meant by the other, the same for the shortest, and where it may be of use to see."""
_SHORTEST = 3
"""Letters of a word that is suggested; in shorter ones nothing is left to be alike."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like a wrong one, whatever the case; None where none is like it.

    Codes and ids are numbers: that two are alike tells nothing. One is suggested only where a single slip of the hand leads to it and to no
    other.
    """
    lowered = {name.lower(): name for name in known}
    typed = word.lower()
    slips = [name for name in lowered if _CODE.fullmatch(name) and _is_slip(typed, name)]
    if len(slips) == 1:
        return lowered[slips[0]]
    words = [name for name in lowered if not _CODE.fullmatch(name) and len(name) >= _SHORTEST]
    found = difflib.get_close_matches(typed, words, n=1, cutoff=_LIKE if len(typed) > _SHORTEST else _VERY_LIKE)
    return lowered[found[0]] if found else None


def somewhat_like(word: str, known: Iterable[str], most: int) -> list[str]:
    """The known words to show beside a wrong one, the likest first: at most so many, and the first ones where none is like it."""
    names = list(known)
    return difflib.get_close_matches(word, names, n=most, cutoff=_SOMEWHAT) or names[:most]


def _is_slip(typed: str, name: str) -> bool:
    """Whether one character was left out, doubled, put in or swapped with its neighbour; in a long id also one taken for another, while
    another digit makes another code."""
    if abs(len(typed) - len(name)) == 1:
        longer, shorter = sorted((typed, name), key=len, reverse=True)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(typed) != len(name):
        return False
    differing = [at for at, (mine, theirs) in enumerate(zip(typed, name, strict=True)) if mine != theirs]
    if len(differing) == 1:
        return "-" in name
    first = differing[0] if differing else 0
    return differing == [first, first + 1] and (typed[first], typed[first + 1]) == (name[first + 1], name[first])


__all__ = ["nearest", "somewhat_like"]
