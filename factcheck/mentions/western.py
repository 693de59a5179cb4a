"""Surnames that are written in Latin letters at home: whether a letter between two of them makes two families, or is a slip.

Nobody romanises Weber or Durand, so that the habits of romanisation say nothing about Webber and Durant.  What is left are marks written
out (Jürgen, Juergen), Mac and Mc, and letters that one language itself exchanges (Sousa, Souza; Dijkstra, Dykstra); else a letter more,
less or other makes another family, but in a name so long that hardly another one is near.
"""

from __future__ import annotations

import unicodedata

from factcheck.mentions.alignment import Difference, residues
from factcheck.mentions.grades import Match, NameMatch
from factcheck.mentions.name_forms import NameForms
from factcheck.mentions.name_records import FoldedName
from factcheck.rulebook import Rulebook
from factcheck.text import fold

_STEM = 8
"""Letters of a surname from which on a letter off is likelier a slip than a family; those of an ending that it shares with others do not
count where a letter is left out."""
_DOUBLED = 9
"""The same where a consonant is doubled or not, as families do it."""
_VOWELLED = 10
"""The same where one vowel is written for another (Connelly, Connolly)."""
_SWAPPED = 7
"""The same where two letters are swapped."""
_TAIL = 2
"""Letters behind a slip; nearer to the end it is rather another ending."""
_HALF = 4
"""Letters from which on an ending is a word of its own, before which names have an s or e or none."""
_ROOT = 2
"""Letters that stay before an ending that tells where a surname is at home."""
_VOWELS, _NASALS = frozenset("aeiouy"), {"m", "n"}
_TYPES = frozenset({"folding.mac", "folding.umlaut"})
"""Habits of type: the same surname with other letters at hand."""
_MARKS = frozenset({"folding.doubled-vowel", "folding.umlaut"})
"""Habits that a letter with a mark brings along when it is written out."""
_TURNED = {"ei", "ie"}
"""Two sounds that families write, so that letters swapped between them are no slip."""
_LIQUIDS = (frozenset({"el", "le"}), frozenset({"er", "re"}))
"""Ends that are written in two ways (Nagel, Nagle; Ayers, Ayres)."""
_ABROAD = {"u", "v"}
"""Swedish names with a qv have a qu abroad (Lindqvist, Lindquist)."""
_LAST = {"s", "z"}
"""Portuguese and Spanish write either within a name for one sound (Sousa, Souza); at the end each family has its own."""
_EXCHANGED = frozenset({frozenset(_LAST), frozenset({"ij", "y"}), frozenset(_ABROAD)})
"""What Portuguese and Spanish, Dutch, and Swedish write for one sound in one family's name."""
_EXCHANGING = 5
"""Letters of a surname from which on the two are one sound's: with fewer there is mostly a family of either."""
_GAELIC = "mc"


class WesternNames:
    """The lists of a rulebook by which names are known to be written in Latin letters at home.  Immutable."""

    def __init__(self, rulebook: Rulebook, forms: NameForms) -> None:
        lists = rulebook.words()
        self._given = frozenset(map(fold, lists["name.western-given"]))
        self._endings = tuple(sorted(lists["name.western-ending"]))
        self._halves = frozenset(ending for ending in self._endings if len(ending) >= _HALF)
        self._eastern = tuple(sorted(lists["name.eastern-ending"]))
        self._marks = frozenset(lists["name.written-out"])
        self._written_out = str.maketrans(dict(lists.text("name.written-out")))
        self._articles = frozenset(lists["name.arabic-particle"])
        never = lists.text("name.western-never")
        self._east = frozenset(language for language, how in never.items() if how == "own")
        self._shown = frozenset(never) - self._east
        self._forms = forms

    def is_given(self, *words: str) -> bool:
        """Whether any of the folded words is a given name of these languages."""
        return not self._given.isdisjoint(words)

    def are_two(self, left: FoldedName, right: FoldedName, match: NameMatch) -> bool:
        """Whether two surnames that habits or a slip make one are two families'; False where they are not of these languages."""
        if not self._are_western(left, right):
            return False
        if left.bare == right.bare:
            return _have_two_particles(left, right)
        difference = match.difference
        mine, theirs = left.compact, right.compact
        if difference is None or self._are_written_out(left, right, difference):
            return False
        if match.given in (Match.FOLDED, Match.SLIP) and not self._forms.are_western(mine, theirs):
            return False  # who writes both names in another way has them from another script (Hans-Ditrih Genšer)
        start, one, other = residues(mine, theirs)
        within = start + max(len(one), len(other)) < max(len(mine), len(theirs))  # a mute e at the end is no umlaut (Pascoe, Pasco)
        if within and _TYPES.issuperset(difference.habits) and not difference.slips:
            return "folding.mac" not in difference.habits and self._forms.are_western(mine, theirs)
        if self._forms.are_western(mine, theirs):
            return {one, other} != _ABROAD
        if len(left.words & right.words) > 1:
            return False  # a second given name, or half of a double surname, is alike as well
        if {one, other} == _LAST and start == len(mine) - 1:
            return True  # Valdés and Valdez
        if {one, other} == _TURNED:
            return True  # Stiegler and Steigler
        behind = mine[start + len(one) :]
        if {one, other} in _EXCHANGED:
            between = mine[start - 1 : start] in _VOWELS and behind[:1] in _VOWELS
            return {one, other} == _LAST and (len(mine) < _EXCHANGING or not between)  # Mesa and Meza
        if sorted(mine) == sorted(theirs):  # letters swapped; the end is written in two ways (Nagel, Nagle)
            return len(mine) < _SWAPPED or (len(behind) < _TAIL and {one, other} in _LIQUIDS)
        return not self._is_slip(mine, theirs, start, one, other)

    def _is_slip(self, mine: str, theirs: str, start: int, one: str, other: str) -> bool:
        """Whether one letter is more in the stem of a long surname, or one is other that is written without care: a vowel behind the first
        in a very long one, m for n."""
        short, long = sorted(len(self._forms.stem(word)) for word in (mine, theirs))
        if start > long or max(len(one), len(other)) > 1:
            return False
        if not one or not other:
            behind = max(mine, theirs, key=len)[start + 1 :]
            doubled = (one or other) == (mine[:start] + theirs[:start])[-1:]
            vowel = (one or other) in _VOWELS
            tail = len(behind) < _TAIL and not (doubled and vowel)
            if tail or behind in self._halves or (one or other) + behind[:1] == "ck":
                return False  # Stanfield and Stansfield, Hendriks and Hendricks
            return (long if vowel else short) >= (_STEM if vowel else _DOUBLED) if doubled else short >= _STEM and start < long
        weak = {one, other} == _NASALS or ({one, other} <= _VOWELS and not _VOWELS.isdisjoint(mine[:start]))
        return weak and len(mine) >= (_STEM if {one, other} == _NASALS else _VOWELLED)

    def _are_western(self, left: FoldedName, right: FoldedName) -> bool:
        if any(self._is_eastern(name) for name in (left, right)):
            return False
        first, second = (name.first.split("-")[0].split(" ")[0] for name in (left, right))
        if first in self._given or second in self._given or all(map(_has_marks, (left, right))):
            return True
        return all(self._is_at_home(name) for name in (left, right)) and self._shown.isdisjoint(left.languages | right.languages)

    def _is_eastern(self, name: FoldedName) -> bool:
        if name.readings or not self._east.isdisjoint(name.languages) or not self._articles.isdisjoint(name.family.split()):
            return True
        return name.compact.endswith(self._eastern)

    def _is_at_home(self, name: FoldedName) -> bool:
        """Whether a surname has the form of these languages, by its particle, its ending, or the lists."""
        family = name.compact
        if name.family != name.bare or family.startswith(_GAELIC) or self._forms.are_western(family):
            return True
        return any(len(family) - len(ending) >= _ROOT for ending in self._endings if family.endswith(ending))

    def _are_written_out(self, left: FoldedName, right: FoldedName, difference: Difference) -> bool:
        """Whether one surname is the other with its marks written out, all or some ("Ødegård", "Odegaard")."""
        mine, theirs = (name.value.family.lower() for name in (left, right))
        if fold(mine.translate(self._written_out)) == fold(theirs.translate(self._written_out)):
            return True
        marked = any(not self._marks.isdisjoint(family) for family in (mine, theirs))
        return marked and not difference.slips and _MARKS.issuperset(difference.habits)


def _has_marks(name: FoldedName) -> bool:
    """Whether a name has a letter with a mark of western Europe (Rubén, Jörg): those of other letters hardly have one in both papers."""
    return any("\u00c0" <= letter <= "\u00ff" for letter in unicodedata.normalize("NFC", name.value.spelling))


def _have_two_particles(left: FoldedName, right: FoldedName) -> bool:
    """Whether both have particles before one surname and neither has those of the other ("de Luca", "di Luca")."""
    mine, theirs = (frozenset(name.family.split()[: -len(name.bare.split())]) for name in (left, right))
    return bool(mine - theirs and theirs - mine)
