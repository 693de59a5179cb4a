"""Tells two names that habits of romanisation make one by what no writer of their own language exchanges.

A letter with a mark tells its sound (ş is no c), a syllable of a Japanese name is written in two ways and in no other, a consonant without
voice is no spelling of the one with it where no language shows that exchanges the two, and a woman's ending needs a stem.
"""

from __future__ import annotations

import re
import unicodedata

from factcheck.mentions.alignment import residues
from factcheck.mentions.name_forms import NameForms
from factcheck.mentions.name_records import FoldedName
from factcheck.text import fold

_JAPANESE = re.compile(
    r"(?:(?:kk?|ss?h?|tt?s?|t?ch|pp?|[fghznbmrwydj]|[kgnhbpmr]y)?[aiueo]|n(?![aiueoy])|m(?=[bpm])|(?<=o)h(?![aiueoy])){2,}"
)
"""A word of Japanese syllables in letters, by any system."""
_SYSTEMS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"o[uo]|oh(?![aiueoy])", "o"),
        (r"uu", "u"),
        (r"y(?=[ei])", ""),
        (r"m(?=[bpm])", "n"),
        (r"t(?=ch)", "c"),
        (r"sh(?=i)", "s"),
        (r"ch(?=i)", "t"),
        (r"j(?=i)", "z"),
        (r"ts(?=u)", "t"),
        (r"sh", "sy"),
        (r"ch", "ty"),
        (r"jy?", "zy"),
        (r"f(?=u)", "h"),
        (r"d(?=[iu])", "z"),
    )
)
"""What the systems write in two ways, brought to one: long vowels, and Hepburn letters beside those of the Japanese schools."""
_LABIALS = {"b", "v"}
"""What Greek, Hebrew and the languages of India exchange, which few names show."""
_SHORT = 8
"""Letters up to which one consonant for another makes another given name; a longer one has no near neighbour."""
_VOWELS, _LIQUIDS = frozenset("aeiouy"), frozenset("lr")
_WOMANS = "ova"
_HISSED = ("folding.z-s",)
_HISSES = frozenset("csz")
_CYRILLIC = frozenset({"hy", "ru"})
"""The languages whose z Germans write as s, and whose ts others write as c or z."""


def are_two_japanese(left: FoldedName, right: FoldedName, known: NameForms) -> bool:
    """Whether two Japanese names differ in more than the systems of romanisation write in two ways (Yoriko, Yuriko)."""
    words = (left.first, right.first, left.compact, right.compact)
    if not (known.is_japanese(words[2]) or known.is_japanese(words[3]) or (known.is_japanese(words[0]) and known.is_japanese(words[1]))):
        return False
    if len(left.given) != 1 or len(right.given) != 1 or not all(map(_JAPANESE.fullmatch, words)):
        return False
    first, second, family, other = map(_by_one_system, words)
    return first != second or family != other


def have_other_marks(left: str, right: str, known: NameForms) -> bool:
    """Whether a mark on a letter of one word, as they are written, shows another sound than the other word has there (Nurşan, Nurcan)."""
    if left.isascii() and right.isascii():
        return False
    words = [unicodedata.normalize("NFC", word).lower() for word in (left, right)]
    bare = [fold(word) for word in words]
    if any(len(word) != len(plain) for word, plain in zip(words, bare, strict=True)):
        return False  # what is written out, or of two words, has its letters elsewhere
    start, *rests = residues(*bare)
    tail = len(bare[0]) - start - len(rests[0])
    for word, rest, other in ((words[0], rests[0], bare[1]), (words[1], rests[1], bare[0])):
        if not rest:
            continue
        first, last = (known.sounds_of(letter) for letter in (word[start], word[start + len(rest) - 1]))
        if (first and not other.startswith(first, start)) or (last and not other[: len(other) - tail].endswith(last)):
            return True
    return False


def are_at_home(left: FoldedName, right: FoldedName) -> bool:
    """Whether both writers have one surname with the marks of its own alphabet: who writes these romanises nothing (Yılmaz)."""
    families = [unicodedata.normalize("NFC", name.value.family).lower() for name in (left, right)]
    return families[0] == families[1] and not families[0].isascii()


def are_two_given(left: FoldedName, right: FoldedName, habits: tuple[str, ...], known: NameForms, *, western: bool) -> bool:
    """Whether two given names beside one surname are two although habits explain what they differ in; ``western`` tells that one is
    written in Latin letters at home."""
    if left.value.given and right.value.given and have_other_marks(left.value.given[0], right.value.given[0], known):
        return True
    if left.bare != right.bare:
        return False  # another writer: the surname is spelt in another way as well
    if are_at_home(left, right) and not known.are_plain(habits) and not known.are_faint(habits):
        return True
    first, second = left.first, right.first
    shared = left.shared(right)
    start, one, other = residues(first, second)
    if min(len(first), len(second)) > _SHORT:
        return False
    before = first[start - 1 : start]
    voiced = not known.are_voicing(shared) and {one, other} != _LABIALS and before != "m"  # mp is the Greek b
    if voiced and len(one) == len(other) and known.are_two_sounds(first, second):
        return True
    if western:
        return False
    if voiced and known.are_two_sounds(first, second):
        return True  # Boycho and Boyko, but Christin is Kristin
    inner = start + 1 < len(first) and before != "t"
    return inner and habits == _HISSED and len(one) == len(other) == 1 and {one, other} <= _HISSES and _CYRILLIC.isdisjoint(shared)


def is_stressed(first: str, second: str) -> bool:
    """Whether two given names of one length differ in their first vowel alone, which everybody hears (Shekhar, Shikhar)."""
    start, one, other = residues(first, second)
    return len(one) == len(other) == 1 and {one, other} <= _VOWELS and _VOWELS.isdisjoint(first[:start])


def is_other_family(left: FoldedName, right: FoldedName) -> bool:
    """Whether one surname is the other with the Slavic ending of a woman's, but without the mark that Czech writes: where no man's ending
    stands behind the stem it is another family's (Moroz, Morozova; but Merkel, Merkelová)."""
    shorter, longer = sorted((left, right), key=lambda name: len(name.compact))
    return longer.compact == shorter.compact + _WOMANS and longer.value.family.isascii()


def are_turned(left: FoldedName, right: FoldedName) -> bool:
    """Whether two short Cyrillic surnames differ in an r or l before and behind a vowel: both are names (Frolov, Florov)."""
    _, one, other = residues(left.compact, right.compact)
    turned = len(one) in (2, 3) and one == other[::-1] and not _LIQUIDS.isdisjoint(one) and not _VOWELS.isdisjoint(one)
    return turned and len(left.compact) <= _SHORT and "ru" in left.shared(right)


def _by_one_system(word: str) -> str:
    for pattern, letters in _SYSTEMS:
        word = pattern.sub(letters, word)
    return word
