"""Scores how likely two names are to mean the same person, by the names alone.

Regular differences do not count: romanisation, accents, word order, initials, particles, titles, nicknames.  What is left must look like a
slip of the pen (a vowel, a missing letter, two neighbours swapped, in a part that is long enough) and must not make another known name.
Brothers, fathers and sons, couples, and people with similar surnames also differ by one letter; where nothing but that letter is in favour,
the two names stay two.
"""

from __future__ import annotations

import unicodedata

from factcheck.mentions.alignment import Difference
from factcheck.mentions.name_forms import NameForms
from factcheck.mentions.name_matches import Folder, Match, NameMatch
from factcheck.mentions.name_records import SERVANT, FoldedName, are_generations
from factcheck.mentions.near_names import are_at_home, are_turned, are_two_given, are_two_japanese, is_other_family, is_stressed
from factcheck.mentions.surnames import are_two_surnames, same_consonants
from factcheck.text import fold
from factcheck.values import NameValue

SAME = 0.5
"""The score from which on two names are taken for one person's."""
SURE = 1.0
_FAMILY_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.8, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.75, Match.SLIPS: 0.55}
_GIVEN_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.9, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.8, Match.SLIPS: 0.6}
_SWAPPED, _OTHER_FORM, _BARE, _BARE_SLIP, _DOUBT = 0.9, 0.6, 0.6, 0.55, 0.45
"""The scores of a surname that stands first, of another form of the given name, of bare surnames alike and nearly alike, and of a doubt:
likely enough to be looked at with the context, not to be acted on."""
_GLUED = 8
"""Letters from which on names that differ by spaces only are one: shorter ones are syllables."""
_STEM, _CLUSTER = 5, 6
"""Letters before a common ending from which on one wrong vowel, and one lost consonant, is more likely than another name; a vowel far from
the right one asks for as many as a consonant."""
_LONG = 7
"""Letters of a surname beside which the same first name is sure although further ones are left out."""
_VOWELS = frozenset("aeiouy")
_GLIDES = frozenset("ijy")
"""What one sound is written with at the head of a word (Julia, Yulia)."""
_VIETNAMESE = "vi."
"""The surnames of names whose marks are letters."""
_ONE_GIVEN = (Match.EQUAL, Match.ALIAS, Match.FOLDED)
_HONOUR = "muhammad"
"""The given name that habit leaves out before another."""
_SLIPPED = 8
"""Letters of a surname from which on a letter left out is a slip; and one more, from which on a vowel for another is one."""
_KOREAN = "ko"
_JOINING, _GEORGIAN = "hy", "ka"
_OWN_SLIPS = frozenset({_GEORGIAN, "ru"})
"""The language whose endings a vowel joins to the stem, and those in which every letter of a surname tells (Lomidze, Lomadze)."""
_SHORT = 3
"""Letters up to which a word is too short for a habit to be told from another name (Das, Dash)."""


def same_person(left: NameValue | FoldedName, right: NameValue | FoldedName, folder: Folder) -> float:
    """How sure two names without context mean one person, in [0, 1]; 0.5 and more means "same".  Symmetric; 1.0 for equal names.

    Bare surnames that are spelt alike score 0.6: without context that is a likelihood, not a proof.  Names that are compared often are
    best handed in as ``folder.fold_name`` makes them.
    """
    mine = left if isinstance(left, FoldedName) else folder.fold_name(left)
    theirs = right if isinstance(right, FoldedName) else folder.fold_name(right)
    if mine.folded == theirs.folded and _have_other_marks(mine, theirs):
        return 0.0
    if mine.folded == theirs.folded and folder.forms.are_marked_apart(mine.value.family, theirs.value.family):
        return _DOUBT
    if mine.folded == theirs.folded or folder.are_aliases(mine, theirs):
        return SURE
    if not mine.may_be(theirs) or are_generations(mine, theirs):
        return 0.0
    if mine.joined == theirs.joined and len(mine.joined) >= _GLUED:
        return SURE
    if mine.readings and theirs.readings and (found := folder.match_syllables(mine, theirs)) is not None:
        apart = (found is Match.FOLDED and _have_other_syllables(mine, theirs, folder)) or _are_vietnamese(mine, theirs)
        return _FAMILY_SCORE[found] if found <= Match.FOLDED and not apart else 0.0
    apart = mine.words.isdisjoint(theirs.words) and not mine.stemmed and not theirs.stemmed
    if apart and folder.match_families(mine, theirs) is Match.APART:
        return 0.0  # neither order nor words left out can make them one
    match = folder.match_folded(mine, theirs)
    if match.swapped:
        return _SWAPPED
    return _weigh(mine, theirs, match, folder)


def _have_other_marks(left: FoldedName, right: FoldedName) -> bool:
    """Whether two Vietnamese names differ in marks that both write: they are letters there (Hùng, Hưng).  Which vowel of two bears a mark
    is taste (Hòa, Hoà), and whoever writes none says nothing."""
    if not any(root.startswith(_VIETNAMESE) for roots, _ in left.readings for root in roots):
        return False
    words = (unicodedata.normalize("NFD", name.value.spelling.lower()).split() for name in (left, right))
    return any(not one.isascii() and not other.isascii() and sorted(one) != sorted(other) for one, other in zip(*words, strict=False))


def _are_vietnamese(left: FoldedName, right: FoldedName) -> bool:
    """Whether two names have one surname of Vietnam first and no other has it: its given names have one spelling but for their marks."""
    first = left.folded.split()[:1] == right.folded.split()[:1] and left.joined != right.joined and len(left.words) == len(right.words)
    return first and all(root.startswith(_VIETNAMESE) for name in (left, right) for root in name.readings[0][0])


def _have_other_syllables(left: FoldedName, right: FoldedName, folder: Folder) -> bool:
    """Whether hyphens part two given names into syllables that are not one by one alike (Yu-na, Yoon-ah), though their letters are."""
    parted = [[fold(part) for word in name.value.spelling.split() if "-" in word for part in word.split("-")] for name in (left, right)]
    if len(parted[0]) != len(parted[1]):
        return False
    languages, pairs = left.shared(right), [pair for pair in zip(*parted, strict=True) if pair[0] != pair[1]]
    if len(pairs) == 1 and _KOREAN in languages and not left.words.isdisjoint(right.words):
        return not folder.forms.are_one_syllable(*pairs[0])  # one writer of the surname and of the other syllable
    found = (folder.difference(one, other, languages) for one, other in pairs)
    return any(item is None or item.slips for item in found)


def _weigh(left: FoldedName, right: FoldedName, match: NameMatch, folder: Folder) -> float:
    known = folder.forms
    first, second = left.first, right.first
    other = match.family is Match.ALIAS and is_other_family(left, right)
    if match.family is Match.APART or other or are_two_japanese(left, right, known):
        return 0.0
    if len(left.given) != len(right.given) and first != second and _is_father(left, right, folder):
        return _DOUBT
    if match.given is Match.APART:
        alike = match.family in (Match.EQUAL, Match.ALIAS) and first != second and _has_other_form(left, right, folder)
        return _OTHER_FORM if alike and not known.are_sexes(first, second) else 0.0
    if match.given is not Match.EQUAL and (known.are_two_short if match.given is Match.ALIAS else known.are_sexes)(first, second):
        return 0.0
    score = _FAMILY_SCORE[match.family] * _GIVEN_SCORE[match.given]
    if match.given >= Match.FOLDED and not _is_one_given(left, right, match.given, folder):
        return min(score, _DOUBT)
    if match.difference is not None and known.are_attested(left.compact, right.compact):
        return min(score, _DOUBT)
    if match.family is Match.FOLDED and are_two_surnames(left, right, match, known):
        return _DOUBT
    if match.family is Match.FOLDED and _is_too_short(left, right, match, known):
        return _DOUBT
    if folder.western.are_two(left, right, match):
        return min(score, _DOUBT)
    slip = match.family >= Match.SLIP
    if slip and not _is_pen(left, right, match.difference, folder):
        return min(score, _DOUBT)
    if not left.given or not right.given:
        return min(score, _BARE_SLIP if slip else _BARE)
    long = min(len(left.family), len(right.family)) >= _LONG
    sure = match.given is not Match.SHORT or (long and first == second)
    return min(score, _DOUBT) if slip and not sure else score


def _is_one_given(left: FoldedName, right: FoldedName, match: Match, folder: Folder) -> bool:
    """Whether given names that agree by habit or but for a vowel are one: brothers have such names as well."""
    first, second = left.first, right.first
    known = folder.forms
    if first == second:
        return True  # it is a further name that differs
    if known.is_feminine_given(first, second):
        return False
    languages = left.shared(right)
    if folder.match_given(first, second, languages) is Match.ALIAS:
        return True
    attested = known.are_attested(first, second)
    if folder.are_spellings(first, second):
        return not (attested and are_at_home(left, right))  # Kader Yıldız is no Kadir, but Abdul Kader Hassan may be
    if attested:
        return False
    difference = folder.difference(first, second, languages)
    plain = difference is not None and not difference.slips and known.are_plain(difference.habits)
    if known.are_apart(first, second) and not plain:  # Mikkel and Mikael are both at home in the north
        return False
    if match is Match.FOLDED:
        return _is_one_sound(left, right, difference.habits if difference else (), folder)
    if difference is None or difference.slips != 1 or known.are_known(first, second):
        return False
    if len(first) == len(second):
        stressed = not difference.habits and is_stressed(first, second)
        return not (difference.open or stressed) or _is_weak(first, second)
    alone = left.bare == right.bare and not difference.habits  # Nelson and Neilson
    return max(len(first), len(second)) >= _LONG + alone


def _is_one_sound(left: FoldedName, right: FoldedName, habits: tuple[str, ...], folder: Folder) -> bool:
    """Whether given names that habits make one are one: Cemal and Kemal are two names, Qasim and Kasim one, and the lists have both of the
    former."""
    first, second, known = left.first, right.first, folder.forms
    if left.semitic and right.semitic and known.are_two_arabic(first, second):
        return False
    other = len(first) == len(second) and left.bare == right.bare and not left.shared(right) and not known.are_plain(habits)
    if min(len(first), len(second)) <= _SHORT + 1 and (other or known.are_guessed(habits)):
        return False
    if known.are_two_given(first, second, habits):
        return False
    if are_two_given(left, right, habits, known, western=folder.western.is_given(first, second)):
        return False
    starts = {first[:1], second[:1]}
    return len(starts) == 1 or starts <= _VOWELS or starts <= _GLIDES or not known.are_known(first, second)


def _is_weak(first: str, second: str) -> bool:
    """Whether two given names of one length differ in an a and an e that no stress falls on: behind their first vowel and not at the end
    (Barbara, Barbera)."""
    index = next(index for index, letters in enumerate(zip(first, second, strict=True)) if letters[0] != letters[1])
    inner = min(len(first), len(second)) >= _CLUSTER and index < len(first) - 1
    return inner and {first[index], second[index]} == {"a", "e"} and not _VOWELS.isdisjoint(first[:index])


def _is_father(left: FoldedName, right: FoldedName, folder: Folder) -> bool:
    """Whether one Arab name is the other without its first word: then it is the father's, not a short form of the son's.

    Habit leaves out a word of honour before the name (Muhammad Anwar), but not the half of a name (Mohammad Reza).
    """
    shorter, longer = sorted((left, right), key=lambda name: len(name.given))
    dropped = len(longer.given) - len(shorter.given)
    if not shorter.given or dropped <= 0:
        return False
    rest, languages = longer.given[dropped:], left.shared(right)
    if any(folder.match_given(mine, theirs, languages) not in _ONE_GIVEN for mine, theirs in zip(rest, shorter.given, strict=True)):
        return False
    half = folder.forms.is_half(shorter.first) and folder.match_given(longer.given[dropped - 1], _HONOUR) in _ONE_GIVEN
    return half or folder.forms.are_fathers(longer.given[: dropped + 1], longer.bare)


def _are_couple(left: FoldedName, right: FoldedName, folder: Folder) -> bool:
    """Whether an accent tells that the longer of two given names is the French woman's (Danièle, Daniel): without it Daniele is a man."""
    shorter, longer = sorted((left, right), key=lambda name: len(name.first))
    return folder.forms.is_feminine_given(shorter.first, longer.first) and not longer.value.given[0].isascii()


def _has_other_form(left: FoldedName, right: FoldedName, folder: Folder) -> bool:
    """Whether two given names that do not match may be one beside surnames that do: cut short, in another language, or mistyped."""
    found = _is_other_form(left.first, right.first, left.shared(right), folder) or _is_inner_form(left, right, folder)
    return found and not _are_couple(left, right, folder)


def _is_other_form(first: str, second: str, languages: frozenset[str], folder: Folder) -> bool:
    known = folder.forms
    if known.are_attested(first, second):
        return False
    short = min(first, second, key=len)
    if known.is_short_form(first, second) and (not known.is_listed(short) or folder.is_form(short)):
        return not (known.is_feminine_given(first, second) or known.are_known(first, second) or short == SERVANT)
    if known.is_known_abroad(first, second):  # James and Jacob, Jane and Joan are one name in two languages, and two names in one
        return not known.are_apart(first, second)
    if folder.difference(first, second, languages) is None:
        return False  # with fewer rules there is no way between them either
    difference = folder.difference(first, second, frozenset())
    if difference is None or difference.slips != 1 or difference.habits or known.are_known(first, second):
        return False
    if difference.at_end:  # Gesina and Gesine are both women
        return {first[-1], second[-1]} == {"a", "e"} and len(first) == len(second) > _STEM
    swapped = sorted(first) == sorted(second)
    if swapped and (first[-1] != second[-1] or len(first) <= _STEM):
        return False  # Nazım and Nazmi, Saina and Sania
    return swapped or not (difference.exchanged or difference.vowels_only or min(len(first), len(second)) < _LONG)


def _is_inner_form(left: FoldedName, right: FoldedName, folder: Folder) -> bool:
    """Whether one goes by a short or pet form of a name that the other has in the middle ("Bill", "Clarence William")."""
    if len(left.given) == len(right.given) == 1:
        return False
    for one, other in ((left, right), (right, left)):
        if len(one.given) == 1 and len(one.first) > _SHORT:
            rest = [word for word in other.given[1:] if len(word) > _SHORT]
            most = Match.FOLDED if folder.match_given(other.first, _HONOUR) in _ONE_GIVEN else Match.ALIAS
            if any(folder.match_given(one.first, word) <= most or folder.forms.is_short_form(one.first, word) for word in rest):
                return True
    return False


def _is_pen(left: FoldedName, right: FoldedName, difference: Difference | None, folder: Folder) -> bool:
    """Whether what two surnames differ in is a slip of the pen rather than another surname."""
    mine, theirs = left.compact, right.compact
    if difference is None or difference.slips != 1 or mine[:1] != theirs[:1] or folder.forms.are_twins(mine, theirs):
        return False
    if left.given == right.given and not folder.forms.are_faint(difference.habits):
        return False  # two things at once beside one spelling of the given name: Nazari and Naseri
    if mine[:-1] == theirs[:-1] and ({mine[-1], theirs[-1]} != {"a", "e"} or len(mine) < _LONG):
        return False  # Colombo and Colombi are two surnames, Rajapaksa and Rajapakse are one
    single = " " not in left.bare and mine[-1] not in _VOWELS
    if single and mine[:-2] == theirs[:-2] and mine[-1] == theirs[-1] and difference.open:
        return False  # the last vowel is that of a suffix: Pawlak and Pawlik
    if left.semitic and right.semitic and sorted(mine) != sorted(theirs):
        return False  # Sharif and Sharaf are two: what no habit explains makes another Arabic name
    if difference.at_end and (len(mine) != len(theirs) or not difference.vowels_only):
        return False  # Schmidt and Schmitz
    if sorted(mine) == sorted(theirs):  # letters swapped
        return min(len(mine), len(theirs)) >= _STEM and not are_turned(left, right)
    shared = left.shared(right)
    heard = _GEORGIAN in shared and difference.vowels_only and not difference.open  # Giorgadze, Georgadze
    if not heard and not _OWN_SLIPS.isdisjoint(shared) and (left.given == right.given or not difference.habits):
        return False
    stems = [folder.forms.stem(word) for word in (mine, theirs)]
    letters = min(map(len, stems))
    long = max(len(mine), len(theirs))
    if difference.vowels_only:  # the vowel before an ending only joins it: Tumo-yan, Tumi-yan
        joins = len(stems[0]) == len(stems[1]) and stems[0][:-1] == stems[1][:-1] and _JOINING in shared
        least = _SLIPPED if len(mine) == len(theirs) else _SLIPPED + 1  # Damanaki and Damianaki: a vowel more is a syllable more
        known_long = joins or long > least or difference.habits or left.given != right.given
        return bool(known_long) and letters >= (_CLUSTER if difference.open and not joins else _STEM)
    return not difference.exchanged and letters >= _CLUSTER and long >= _SLIPPED


def _is_too_short(left: FoldedName, right: FoldedName, match: NameMatch, known: NameForms) -> bool:
    """Whether two surnames are too short for the habits that explain what they differ in: Das and Dash, Noll and Null are two."""
    letters = min(len(left.compact), len(right.compact))
    return (letters <= _SHORT and not same_consonants(left, right)) or (letters == _SHORT + 1 and known.are_guessed(match.habits))
