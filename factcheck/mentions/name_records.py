"""Names folded once: what every comparison of a name needs, taken from it before it meets the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from factcheck.mentions.name_forms import NameForms
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.values import NameValue

_STEM = 2
"""Letters of a surname before an ending that tells its language; "Ian" and "Yan" are names by themselves."""
_PARTS = 4
"""Words that a Chinese, Korean or Vietnamese name has at most, syllables counted apart."""
_SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstvwxyz]|[cnpstzg]h|[tdj][sz]|hs|tr|kk|tt|pp|ss|qu|ngh?)?[aeiouy]{1,3}w?(?:ng|nh|ch|[bgcptkmnlrsh])?){1,2}"
)
"""One or two syllables of such a given name, in any of their spellings."""
_A, _OTHER = ord("a"), 26
_ARTICLES = frozenset("aeiou")
SERVANT = "abdul"
"""The form in which "servant of" is kept, joined with the word that follows."""
_GROWN = re.compile(r"^abd[aeou]([dlnrstz])(?=\1)")
""""Servant of the" before a letter that takes that of the article, as one word ("abdurrahman")."""
_FAITH = re.compile(r"(?<=.{3})(?:[aeou]dd|(?<![ao])ud)(?:ine?|een)$")
""""Of the faith" as the end of a word ("noureddine")."""
_OF_FAITH = ("ed", "din")
"""The form in which "of the faith" is kept behind a name."""
_CYRILLIC, _EASTERN = "ru", frozenset({"be"})
"""The language that stands for all of Cyrillic letters, and those whose people are told about by Russian forms of their names as well."""
_SEMITIC = "ar"
"""The language that stands for names of the Arab world and of Iran; in them every vowel that no habit exchanges makes another name."""
_KOREAN, _FOREIGN = "ko.", frozenset("fqvxz")
"""The surnames of Korean names, and letters that no spelling of a Korean syllable has."""
_NOWHERE: frozenset[str] = frozenset()
_PINYIN = ("zh", "q", "x", "z", "b", "d", "g")
"""What Chinese words begin with in pinyin alone of the systems of romanisation."""
_PINYIN_ALONE = _PINYIN[:3]
"""The same, where words of other languages do not begin so."""


@dataclass(frozen=True, slots=True)
class FoldedName:
    """A name ready to be compared; all words without case and accents.

    ``family`` is the surname with its particles, ``bare`` without, ``given`` the given names and initials one by one (an abbreviation
    keeps its full stop), ``words`` all that are longer than an initial, particles left out. ``generation`` is the canonical mark, "" for
    none; ``languages`` those of whose names it has the form. ``starts`` and ``given_starts`` are bit sets of the letters that surname and
    given names begin with, ``reach`` and ``given_reach`` of those that other spellings may begin with. ``lineage`` tells that a particle
    of descent stands inside ("bin"). ``readings`` are the ways to read it as a Chinese, Korean or Vietnamese name: the surnames it may
    be, as language.surname, and the syllables of the given name in one word. ``stemmed`` is the name without the nominative endings that
    both parts have, None where one has none.
    """

    value: NameValue
    folded: str
    joined: str
    family: str
    bare: str
    given: tuple[str, ...]
    words: frozenset[str]
    generation: str
    languages: frozenset[str]
    starts: int
    reach: int
    given_starts: int
    given_reach: int
    lineage: bool
    readings: tuple[tuple[frozenset[str], str], ...]
    stemmed: NameValue | None

    @property
    def first(self) -> str:
        """The first given name, "" for a bare surname."""
        return self.given[0] if self.given else ""

    @property
    def compact(self) -> str:
        """The surname without particles and spaces."""
        return self.bare.replace(" ", "")

    @property
    def pinyin(self) -> frozenset[str]:
        """What shows that a Chinese name is written in pinyin, so that any letter tells: its first word where no other system begins
        one so, and beginnings that Korean has not either; empty where nothing does."""
        if not any(root.startswith("zh.") for roots, _ in self.readings for root in roots):
            return frozenset()
        words = self.folded.split()
        alone = _PINYIN_ALONE[:1] if any(word.startswith(_PINYIN_ALONE) for word in words) else ()
        return frozenset((*alone, *(words[:1] if words[0].startswith(_PINYIN) else ())))

    @property
    def semitic(self) -> bool:
        """Whether it is a name of the Arab world or of Iran."""
        return _SEMITIC in self.languages

    def shared(self, other: FoldedName) -> frozenset[str]:
        """The languages whose habits hold between the two: those of both, and of a Belarusian name beside any of Cyrillic letters."""
        both = self.languages & other.languages
        return both | (self.languages | other.languages) & _EASTERN if _CYRILLIC in both else both

    def is_part(self, other: FoldedName) -> bool:
        """Whether the other has the words of this one and further ones; a word that stands twice (Yoon Seo-yoon) makes no name shorter."""
        sizes = (len(name.given) + name.family.count(" ") for name in (self, other))
        return self.words < other.words and next(sizes) < next(sizes)

    def may_be(self, other: FoldedName) -> bool:
        """Whether the two can be one person's at all: some word alike, or first letters that habits exchange.  Cheap."""
        if not self.words.isdisjoint(other.words):
            return True
        return bool(self.starts & other.reach) and (not self.given or not other.given or bool(self.given_starts & other.given_reach))


class NameRecords:
    """Folds names by the word lists of a rulebook.  Immutable; the names met last are kept."""

    def __init__(
        self,
        rulebook: Rulebook,
        forms: NameForms,
        near: Mapping[str, AbstractSet[str]] | None = None,
        groups: Iterable[Iterable[str]] = (),
        spellings: Iterable[Iterable[str]] = (),
    ) -> None:
        """Take the lists of a rulebook.

        Args:
            rulebook: word lists.
            forms: generation marks.
            near: by letter those that another spelling of a word may begin with instead.
            groups: folded forms of one given name each.
            spellings: folded forms of one name each, given name or surname.
        """
        words = rulebook.words()
        self.particles = frozenset(words["name.particle"])
        self._forms = forms
        self._lineage = frozenset(words["name.lineage"])
        self._servants = frozenset(words["name.servant"])
        self._faith = frozenset(words["name.faith"])
        self._endings = {ending: frozenset(value) for ending, value in words.texts("name.language-ending").items()}
        self._lengths = range(1, max(map(len, self._endings), default=0) + 1)
        self._given = {fold(word): frozenset(value) for word, value in words.texts("name.language-given").items()}
        self._surnames = {fold(word): frozenset(value) for word, value in words.texts("name.language-surname").items()}
        self._roots = _starts_by_root(self._surnames)
        self._near = {letter: starts_of(letter, *others) for letter, others in (near or {}).items()}
        self._spellings = _starts_by_form(spellings)
        self._forms_of = _starts_by_form(groups)
        self.of = lru_cache(maxsize=65_536)(self._of)

    def _of(self, value: NameValue) -> FoldedName:
        """The name folded."""
        given, family = self._joined(_split(value.given), fold(value.family))
        bare = self.bare(family)
        starts = (bare, family, *bare.split())
        parts = [word for part in (*given, *family.split()) for word in part.replace(".", " ").split()]
        words = frozenset(word for word in parts if len(word) > 1 and word not in self.particles)
        readings = tuple(self._readings(parts))
        return FoldedName(
            value=value,
            folded=value.folded,
            joined="".join(parts),
            family=family,
            bare=bare,
            given=tuple(given),
            words=words,
            generation=self._forms.generation(value),
            languages=self.languages_of(given, bare),
            starts=starts_of(*starts),
            reach=self._reach(starts) | self._spellings.get(bare, 0) | self._reach_of_roots(readings),
            given_starts=starts_of(*given),
            given_reach=self._reach(given)
            | _any(self._forms_of.get(word, 0) | self._spellings.get(word, 0) for word in given)
            | self._reach_of_roots(readings),
            lineage=not self._lineage.isdisjoint(parts),
            readings=readings,
            stemmed=self._forms.without_nominative(value),
        )

    def bare(self, family: str) -> str:
        """A folded surname without its particles ("van der berg" -> "berg"); the surname itself if it is nothing else.

        The Arabic article takes the first letter of some words that follow ("ash-Shihabi"): then it is one as well.
        """
        words = family.split()
        while len(words) > 1 and (words[0] in self.particles or _is_assimilated(words[0], words[1])):
            words.pop(0)
        return " ".join(words)

    def languages_of(self, given: Sequence[str], bare: str) -> frozenset[str]:
        """The languages of whose names a name has the form, by the end of its surname, or by surname or given name, wherever they stand."""
        found: set[str] = set()
        if given and given[0].startswith(SERVANT):
            found.add(_SEMITIC)
        for word in (bare.split()[-1:] or [""])[0], (given[0] if given else ""):
            found |= {root.partition(".")[0] for root in self._surnames.get(word, ())}
            found |= self._given.get(word, frozenset())
            for length in self._lengths:
                if len(word) - length >= _STEM:
                    found |= self._endings.get(word[-length:], frozenset())
        return frozenset(found)

    def _readings(self, parts: Sequence[str]) -> Iterator[tuple[frozenset[str], str]]:
        if not 2 <= len(parts) <= _PARTS:
            return
        for surname, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
            roots = self._surnames.get(surname, _NOWHERE)
            if not _FOREIGN.isdisjoint("".join(given)):
                roots = frozenset(root for root in roots if not root.startswith(_KOREAN))
            if roots and all(_SYLLABLES.fullmatch(word) for word in given):
                yield roots, "".join(given)

    def _reach_of_roots(self, readings: Iterable[tuple[frozenset[str], str]]) -> int:
        """The letters that other spellings of the Chinese, Korean and Vietnamese surnames begin with that a name may have (Lee, Yi)."""
        return _any(self._roots[root] for roots, _ in readings for root in roots)

    def _reach(self, words: Iterable[str]) -> int:
        return _any(self._near.get(word[:1], starts_of(word)) for word in words)

    def _joined(self, given: list[str], family: str) -> tuple[list[str], str]:
        """The words with "servant of" grown together with what follows: Abd al-Karim, Abdul Karim and Abdelkarim are one name."""
        words, names = given, family.split()
        if words and words[-1] in self._servants and len(words) > 1:
            names = [words[-1], *names]
            words = words[:-1]
        if words and len(names) > len(_OF_FAITH) and self._is_of_faith(names):
            words, names = [*words, *names[:2]], names[2:]
        return self._serve(self._of_faith(words)), " ".join(self._serve(names))

    def _is_of_faith(self, words: Sequence[str]) -> bool:
        """Whether words begin with "of the faith", the second half of many Arabic names ("al din")."""
        return len(words) > 1 and len(words[0]) == 2 and words[0][0] in _ARTICLES and words[1] in self._faith

    def _of_faith(self, words: list[str]) -> list[str]:
        """The words with "of the faith" grown together with the name before: Nur al-Din and Nureddin are one."""
        start = next((index for index in range(1, len(words)) if self._is_of_faith(words[index:])), 0)
        return [*words[: start - 1], words[start - 1] + "".join(_OF_FAITH), *words[start + 2 :]] if start else words

    def _serve(self, words: Sequence[str]) -> list[str]:
        found: list[str] = []
        rest = list(words)
        while rest:
            word = rest.pop(0)
            if word in self._servants:
                while len(rest) > 1 and (rest[0] in self.particles or _is_assimilated(rest[0], rest[1])):
                    rest.pop(0)
                word = SERVANT + rest.pop(0) if rest and len(rest[0]) > 1 else word
            found.append(_FAITH.sub("".join(_OF_FAITH), _GROWN.sub(SERVANT, word)))
        return found


def are_generations(left: FoldedName, right: FoldedName) -> bool:
    """Whether two names have marks of generation, and different ones."""
    return bool(left.generation and right.generation and left.generation != right.generation)


def have_one_surname_first(left: FoldedName, right: FoldedName) -> bool:
    """Whether two names of two words can be read from either end and begin with one surname: Chen Hong and Chen Hung differ in the given
    name, not in how a surname behind it is written."""
    both = all(len(name.readings) == len(name.words) == 2 for name in (left, right))
    return both and left.folded.split()[0] == right.folded.split()[0]


def _starts_by_form(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """By word the bit set of the letters that the forms of its groups begin with."""
    found: dict[str, int] = {}
    for group in map(tuple, groups):
        for form in group:
            found[form] = found.get(form, 0) | starts_of(*group)
    return found


def _starts_by_root(surnames: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """By surname, as language.surname, the bit set of the letters that its spellings begin with."""
    found: dict[str, int] = {}
    for word, roots in surnames.items():
        for root in roots:
            found[root] = found.get(root, 0) | starts_of(word)
    return found


def starts_of(*words: str) -> int:
    """A bit set of the letters that the words begin with, all that are no letters in one bit."""
    return _any(1 << (ord(word[0]) - _A if "a" <= word[0] <= "z" else _OTHER) for word in words if word)


def _any(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _is_assimilated(article: str, word: str) -> bool:
    return len(article) in (2, 3) and article[0] in _ARTICLES and article[1:] not in ("l", "") and word.startswith(article[1:])


def _split(given: tuple[str, ...]) -> list[str]:
    """The folded given names and initials; an abbreviation ("Chr.") keeps its full stop."""
    words: list[str] = []
    for part in map(fold, given):
        words.extend([part] if part.find(".") == len(part) - 1 > 1 else part.replace(".", " ").split())
    return words
