"""The sorts of letters that spellings of one name exchange, so that spellings by ear or by another alphabet find each other.

Letters of one sort are written for each other by habits of romanisation ("Chatschaturjan", "Khachaturyan") or from hearing.  One table
says which letters are of one sort; what is asked of it differs, and so do the tables made of it:

- blocks compare all names within them, so a letter must be of one sort, and sorts are wide;
- stored keys must be met exactly, so a first letter is of every sort that it may stand for, and sorts inside a word are narrower, or every
  article would meet every other.
"""

from __future__ import annotations

_VOWEL = "a"
_HARD, _HISS, _LIP = "kgqchx", "szjtd", "bpvfw"
"""Sounds of the throat, of the teeth and of the lips; "d" and "t" open what others begin with a hiss ("Dzhugashvili", "Jughashvili")."""
FIRST = {letter: group[0] for group in ("aeiouy", _HARD, _HISS, _LIP, "l", "m", "n", "r") for letter in group}
"""The sort of a letter that a name begins with."""
CONSONANTS = {letter: sort for letter, sort in FIRST.items() if sort != _VOWEL}
"""The same without vowels."""
_ALIKE = {_HISS[0]: _HARD[0], "m": "n"}
INSIDE = {letter: _ALIKE.get(sort, sort) for letter, sort in FIRST.items()}
"""The sort of a letter inside a name, where "ch", "tsch" and "c" are one sound, and "m" and "n" a slip."""
OPENINGS = ("aeiouyj", _HARD, "szjtdcxg", "bpvfwu", "l", "m", "n", "r")
"""The sorts that a name may begin with, for keys: "j" may be a vowel, "c", "x" and "g" a hiss, "u" stand for "w"."""
KEPT = {letter: group[0] for group in ("kgqcxsz", "td", "bpvf", "l", "m", "n", "r") for letter in group}
"""The sorts inside a name, for keys; h, j and w are of none: habits write them or leave them out."""
