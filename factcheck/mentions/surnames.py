"""Tells surnames that a habit of romanisation makes one, and that are two families' all the same.

A habit explains how one name comes to be written in two ways; it does not show that it was.  Where both are known surnames, or where one
writer, who spells the rest of the two names alike, would have told the letters apart, they are two.
"""

from __future__ import annotations

import re
import unicodedata

from factcheck.mentions.alignment import residues
from factcheck.mentions.name_forms import NameForms
from factcheck.mentions.name_matches import NameMatch
from factcheck.mentions.name_records import FoldedName
from factcheck.mentions.near_names import have_other_marks

_VOWELS = frozenset("aeiouy")
_HALF_VOWELS = _VOWELS | {"w"}
_SIBILANT = "sh"
_LAST_VOWELS = {"e", "i"}
_LONG_VOWEL = re.compile(r"([aeou])\1([bdfgklmnprst])(?!\2)")
"""A long vowel as Germanic surnames write it; a short one has the consonant double."""
_OPEN = re.compile(r"(?:(?:[fkgsztdnhbpmrwyj]|[kgnhbpmr]y|[sc]h|ts)?[aiueo]|n(?![aiueo])){2,8}")
"""Open syllables, or ones that end in n."""
_SLAVIC = frozenset({"ru", "sr"})
"""The languages of names in which every letter of one writer tells."""
_SURNAME = 5
"""Letters up to which a letter for another makes another surname: with so few left there is mostly a family that has it (Kosic, Cosic)."""
_VOWELLED = 6
"""The same for one vowel that is written for another (Dolina, Dulina)."""
_VOWEL_HABITS = (("folding.u-o",), ("folding.u-ou-w",))
"""What explains such a vowel, where nothing else varies."""
_ENGLISH = "yan"
"""The Armenian ending as English writes it."""
_HISSED = "folding.z-s"
"""What no writer of Arabic and Persian names exchanges, though German ones have an s for a z in all of them."""
_SHORT = 3
"""Letters from which on a vowel for another makes another surname; with fewer (Oo, Ou) it is a habit."""
_LONG = 8
"""Letters of a surname from which on two habits may meet where no language shows."""


def are_two_surnames(left: FoldedName, right: FoldedName, match: NameMatch, known: NameForms) -> bool:
    """Whether two surnames that a habit makes one are two: both known as such, or written by one writer and a Slavic letter apart."""
    if known.are_two_surnames(left.compact, right.compact, match.habits) or _are_lengths(left.compact, right.compact):
        return True
    if left.semitic and right.semitic:
        guesses = known.guesses(match.habits) if left.given == right.given else 0  # Sadeghi and Sedighi: each vowel is another
        alone = 0 < guesses == len(match.habits) and _differ_in_vowel(left, right)  # Taremi and Tarami: one writer's vowels tell
        hissed = _HISSED in match.habits and left.given == right.given  # Rezaei and Rasaei
        if guesses > 1 or alone or hissed or known.are_two_arabic(left.compact, right.compact):
            return True
    if have_other_marks(left.value.family, right.value.family, known) or _have_marked(left, right) or _are_two_voices(left, right, known):
        return True
    if not left.shared(right) and known.are_two_sounds(left.compact, right.compact):
        return True
    if left.given == right.given and _is_no_habit(left, right, match, known):
        return True
    slavic = left.given == right.given and not _SLAVIC.isdisjoint(left.shared(right))
    return slavic and known.are_two_letters(left.compact, right.compact)


def _is_no_habit(left: FoldedName, right: FoldedName, match: NameMatch, known: NameForms) -> bool:
    """Whether two surnames beside one spelling of the given name differ in what one writer does not exchange: in what no habit of their own
    language explains (Čosić, Kosić), in a letter of a short name, or, where no language shows, in two ways at once or in two sounds."""
    shared = left.shared(right)
    if not known.are_own(match.habits, shared):
        return True
    if known.are_plain(match.habits):
        return False
    mine, theirs = left.compact, right.compact
    same = len(mine) == len(theirs)
    if _are_two_armenian(left, right):
        return True
    if same and not shared and len(mine) <= _SURNAME and not same_consonants(left, right):
        return True
    if not shared and len(mine) <= _VOWELLED and match.habits in _VOWEL_HABITS and _differ_in_vowel(left, right):
        return True  # Dolina and Dulina
    if not shared and max(len(mine), len(theirs)) <= _SURNAME and known.are_two_sounds(mine, theirs, end=True):
        return True
    if _have_other_sibilants(left, right) or (not shared and _has_breath(left, right)):
        return True
    return not shared and match.difference is not None and known.others(match.habits) > 1 and min(len(mine), len(theirs)) < _LONG


def _are_two_armenian(left: FoldedName, right: FoldedName) -> bool:
    """Whether two Armenian surnames in English letters (-yan) differ in a ch and an sh, which only French writes alike."""
    start, one, other = residues(left.compact, right.compact)
    english = left.compact.endswith(_ENGLISH) and right.compact.endswith(_ENGLISH)
    return english and {one, other} == {"c", "s"} and left.compact[start + 1 : start + 2] == "h"


def _differ_in_vowel(left: FoldedName, right: FoldedName) -> bool:
    """Whether two surnames of one length differ in one letter alone, a vowel or a half of one for another."""
    start, one, other = residues(left.compact, right.compact)
    return start > 0 and len(one) == len(other) == 1 and {one, other} <= _HALF_VOWELS and len(left.compact) >= _SHORT


def _have_other_sibilants(left: FoldedName, right: FoldedName) -> bool:
    """Whether two surnames are one but for an sh where the other has an s that bears no mark (Shetty, Setty): one writer tells the two."""
    words = [name.compact.replace("y", "i") for name in (left, right)]
    if words[0].count(_SIBILANT) == words[1].count(_SIBILANT) or any("sch" in word for word in words):
        return False
    without = min((left, right), key=lambda name: name.compact.count(_SIBILANT))
    return words[0].replace(_SIBILANT, "s") == words[1].replace(_SIBILANT, "s") and without.value.family.isascii()


def _has_breath(left: FoldedName, right: FoldedName) -> bool:
    """Whether one of two short surnames has an h behind a consonant that the other has without (Sako, Sakho)."""
    start, one, other = residues(left.compact, right.compact)
    short = min(len(left.compact), len(right.compact)) <= _SURNAME
    return short and {one, other} == {"", "h"} and start > 0 and left.compact[start - 1] not in _VOWELS


def _have_marked(left: FoldedName, right: FoldedName) -> bool:
    """Whether two surnames differ in a k and a c whose mark tells that it is no k (Lukić, Lučić)."""
    start, one, other = residues(left.compact, right.compact)
    if {one, other} != {"c", "k"}:
        return False
    name = left if one == "c" else right
    letters = unicodedata.normalize("NFC", name.value.family).replace(" ", "")
    return not letters[start - len(name.compact)].isascii() if len(letters) >= len(name.compact) else False


def _are_two_voices(left: FoldedName, right: FoldedName, known: NameForms) -> bool:
    """Whether two surnames of open syllables, as Japanese ones are, differ in the voice of consonants, which all spell alike (Nakai,
    Nagai; Nakazawa, Nagasawa), or in the last vowel (Sakai, Sakae)."""
    mine, theirs = left.compact, right.compact
    if left.languages or not all(map(_OPEN.fullmatch, (left.first, mine, right.first, theirs))):
        return False
    _, one, other = residues(mine, theirs)
    if known.are_voiced(one, other) or {one, other} == _LAST_VOWELS:
        return True
    pairs = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    return len(mine) == len(theirs) and all(known.are_voiced(*pair) for pair in pairs)


def _are_lengths(left: str, right: str) -> bool:
    """Whether two folded surnames differ in the length of a vowel, which one doubles and the other has before a doubled consonant
    (Scheel, Schell)."""
    return len(left) == len(right) and (_LONG_VOWEL.sub(r"\1\2\2", left) == right or _LONG_VOWEL.sub(r"\1\2\2", right) == left)


def same_consonants(left: FoldedName, right: FoldedName) -> bool:
    """Whether two surnames have the same consonants, doubled ones counted once."""
    return _consonants(left.compact) == _consonants(right.compact)


def _consonants(word: str) -> str:
    """The consonants of a word, doubled ones once but at the end, without an h inside that only lengthens a vowel."""
    kept = ""
    for letter, before, behind in zip(word, " " + word, word[1:] + " ", strict=False):
        if letter not in "aeiouyjw" and (letter != before or behind == " ") and (letter != "h" or before not in _VOWELS or behind == " "):
            kept += letter
    return kept
