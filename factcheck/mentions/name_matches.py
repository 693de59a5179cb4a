"""How two names agree, part by part: by romanisation habit, by nickname, by slip, or altogether.

``Folder`` holds the folding and alias rules of a rulebook in the form the comparison needs.  It compares spellings and names; whether two
mentions mean one person is decided with their contexts, in ``factcheck.claims.people`` and ``factcheck.conflicts.name``, and without any by
``factcheck.mentions.spelling.same_person``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from factcheck.mentions.alignment import Aligner, Difference
from factcheck.mentions.grades import Match, NameMatch, grade
from factcheck.mentions.name_forms import NameForms, surplus
from factcheck.mentions.name_groups import NameGroups
from factcheck.mentions.name_records import SERVANT, FoldedName, NameRecords, are_generations, have_one_surname_first
from factcheck.mentions.western import WesternNames
from factcheck.rulebook import FoldingRule, Rulebook
from factcheck.text import fold
from factcheck.values import NameValue

__all__ = ["Folder", "Match", "NameMatch"]
_JOINED = 3
"""Initials that are written as one word at most."""
_ROOTED = 4
"""Letters from which on a given name tells its root in other languages; shorter ones are as often names of their own."""
_GLUED = 8
"""Letters of a surname from which on it may be two words elsewhere."""
_MOST_MATCHES = 8192
_LONG = 7
"""Letters of a surname from which on its last vowel is as weak as any other: -a and -e are heard alike."""


class Folder:
    """The folding and alias rules of a rulebook, ready to compare spellings.  Immutable and deterministic."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._given = NameGroups(rulebook, "given")
        self._spellings = NameGroups(rulebook, "spelling")
        self._persons = NameGroups(rulebook, "person")
        self.forms = NameForms(rulebook)
        self.western = WesternNames(rulebook, self.forms)
        self.aligner = Aligner(rulebook.of(FoldingRule))
        self.difference = self.aligner.difference
        own = [rule for rule in rulebook.of(FoldingRule) if rule.language]
        self._syllables = {str(name): Aligner(rule for rule in own if rule.language == name) for name in {rule.language for rule in own}}
        self._records = NameRecords(rulebook, self.forms, self.aligner.first_letters(), self._given.forms, self._spellings.forms)
        self.particles = self._records.particles
        self.generations = frozenset(rulebook.words()["name.generation"])
        self.match = lru_cache(maxsize=_MOST_MATCHES)(self._match)  # the articles of a story name the same people again and again

    def fold_name(self, value: NameValue) -> FoldedName:
        """The name folded, as all comparisons take it; kept for the names met last."""
        return self._records.of(value)

    def bare(self, family: str) -> str:
        """A folded surname without its particles ("van der berg" -> "berg"); the surname itself if it is nothing else."""
        return self._records.bare(family)

    def are_aliases(self, left: NameValue | FoldedName, right: NameValue | FoldedName) -> bool:
        """Whether the lexicon lists the two whole names as accepted forms of one person."""
        return self._persons.share(left.folded, right.folded)

    def groups_of(self, given: str) -> frozenset[str]:
        """Names of the groups that a folded given name is listed in: two that are taken for one by a list or an ending share one."""
        return self._given.of(given) | self._spellings.of(given) | self.forms.roots_of(given)

    def is_form(self, given: str) -> bool:
        """Whether the rules list a folded given name as one of the forms of a name ("chris")."""
        return bool(self._given.of(given))

    def are_spellings(self, left: str, right: str) -> bool:
        """Whether the rules list two folded words as romanisations of one name."""
        return self._spellings.share(left, right)

    def match_family(self, left: str, right: str) -> Match:
        """How two surnames agree; particles that one side leaves out do not count."""
        first, second = fold(left), fold(right)
        return self._match_family(first, self.bare(first), second, self.bare(second), frozenset())[0]

    def match_families(self, left: FoldedName, right: FoldedName) -> Match:
        """How the surnames of two names agree, with the habits of a language that both have the form of."""
        return self._match_family(left.family, left.bare, right.family, right.bare, left.shared(right))[0]

    def _match_family(self, first: str, bare: str, second: str, other: str, languages: frozenset[str]) -> tuple[Match, Difference | None]:
        if first == second or first.replace(" ", "") == second.replace(" ", ""):
            return Match.EQUAL, None
        if bare == other:
            return Match.EQUAL if bare else Match.APART, None
        shorter, longer = sorted((bare.split(), other.split()), key=len)
        if len(shorter) < len(longer) and " ".join(shorter) in (" ".join(longer[: len(shorter)]), " ".join(longer[-len(shorter) :])):
            return Match.SHORT, None
        bare, other, first, second = (word.replace(" ", "") for word in (bare, other, first, second))
        if self.forms.is_feminine_pair(bare, other):
            return Match.ALIAS, None
        if self.are_spellings(bare, other):
            return Match.FOLDED, None
        if self._lacks_particle(bare, other) or self._lacks_particle(other, bare):
            whole = self._measure(first, second, languages)  # ElShater, al-Shater: both have it
            return whole if whole[0] is Match.FOLDED else (Match.SLIP, Difference(1, ()))
        found = self._measure(bare, other, languages)
        if found[0] is Match.APART and (first, second) != (bare, other):  # Ben Sheikh, Benchikh: a particle is part of the other's word
            found = min(found, self._measure(first, second, languages), key=lambda item: item[0])
        return found

    def _measure(self, left: str, right: str, languages: frozenset[str]) -> tuple[Match, Difference | None]:
        difference = self.difference(left, right, languages)
        if difference and difference.at_end and difference.vowels_only and len(left) == len(right) >= _LONG:
            difference = replace(difference, at_end=False)
        return grade(left, right, difference), difference

    def match_given(self, left: str, right: str, languages: frozenset[str] = frozenset()) -> Match:
        """How two given names or initials agree, in names of the languages."""
        first, second = _plain(left), _plain(right)
        if first == second:
            return Match.EQUAL
        if not first or not second:
            return Match.SHORT
        if len(first) == 1 or len(second) == 1:
            return Match.SHORT if first[0] == second[0] else Match.APART
        if (left[-1] == "." and _is_abbreviated(left, second)) or (right[-1] == "." and _is_abbreviated(right, first)):
            return Match.SHORT
        if self._given.share(first, second) or self.forms.is_nominative_pair(first, second):
            return Match.ALIAS
        if self.are_spellings(first, second):
            return Match.FOLDED
        difference = self.difference(first, second, languages)
        if difference is None:
            return Match.APART
        found = grade(first, second, difference)
        if found >= Match.SLIP and (difference.at_end or not difference.vowels_only):
            return Match.APART  # Hasan and Hakan, Maria and Mario: a consonant or the last letter makes another name
        return found

    def may_be_one(self, left: str, right: str) -> bool:
        """Whether two given names that do not match may yet be one: a slip within five letters or more, or one name in two languages.

        A slip in the last letter counts where it is a vowel for a vowel and no list has both (Gesina, Gesine): else it tells the sex.
        """
        first, second = _plain(left), _plain(right)
        if first != second and self.forms.is_known_abroad(first, second):
            return True
        difference = self.difference(first, second, frozenset())
        if difference is None or grade(first, second, difference) is not Match.SLIP:
            return False
        weak = difference.vowels_only and len(first) == len(second) and not self.forms.are_known(first, second)
        return weak or not difference.at_end

    def is_slip(self, left: str, right: str) -> bool:
        """Whether two given names are a slip apart, in whatever letter, or one name in two languages."""
        first, second = (fold(word).replace(".", "").replace(" ", "") for word in (left, right))
        difference = self.difference(first, second, frozenset())
        near = difference is not None and grade(first, second, difference) is Match.SLIP
        return near or (first != second and self.forms.is_known_abroad(first, second))

    def is_rooted(self, left: str, right: str) -> bool:
        """Whether two given names are one name in two languages, and long enough not to be names of their own (Anna, Hanna)."""
        first, second = (fold(word).replace(".", "").replace(" ", "") for word in (left, right))
        long = min(len(first), len(second)) >= _ROOTED and len(first) + len(second) > 2 * _ROOTED
        return long and self.forms.is_known_abroad(first, second) and not self.forms.are_apart(first, second)

    def may_be_kin(self, left: str, right: str) -> bool:
        """Whether two given names a slip apart may be those of brother and sister: the lists have both and not as one name in two
        languages, or only the last letter differs, which tells the sex."""
        if self.is_rooted(left, right):
            return False
        first, second = (fold(word).replace(".", "").replace(" ", "") for word in (left, right))
        return self.forms.are_known(first, second) or not self.may_be_one(first, second)

    def _match(self, left: NameValue, right: NameValue) -> NameMatch:
        """``match_folded`` of names as they are written; ``match`` keeps it for those met last."""
        return self.match_folded(self.fold_name(left), self.fold_name(right))

    def match_folded(self, mine: FoldedName, theirs: FoldedName) -> NameMatch:
        """How two names agree.  A bare surname agrees with any given name (SHORT); initials with what they may stand for."""
        if mine.family == theirs.family and _is_plain(mine) and _is_plain(theirs) and not (mine.generation and theirs.generation):
            return _OF_ONE_FAMILY[self._match_first(mine.first, theirs.first, mine.shared(theirs))]
        return self.match_wholly(mine, theirs)

    def match_wholly(self, mine: FoldedName, theirs: FoldedName) -> NameMatch:
        """The same without the short cut for two names of one given name and one surname; for whoever wants to prove that it is one."""
        found = self._match_parts(mine, theirs)
        if found.worst < Match.SLIP or are_generations(mine, theirs):
            return found
        plain = found.family is Match.EQUAL and len(mine.words) == len(theirs.words) == 2  # no word can stand elsewhere or be left out
        if found.worst is Match.APART and not plain:
            if self._is_swapped(mine, theirs):
                return NameMatch(Match.EQUAL, Match.EQUAL, found.habits, found.at_end, swapped=True)
            if self.forms.is_cut(mine.value, theirs.value):
                return NameMatch(Match.SHORT, Match.SHORT)
            if (regrouped := self._match_regrouped(mine, theirs)).worst <= Match.FOLDED:
                return regrouped
        one, other = mine.stemmed, theirs.stemmed
        if one and other and mine.first == theirs.first:
            return found  # one language has the endings of both: Nikos Galanis, Nikos Galanos
        pairs = (
            [(one or mine.value, theirs.value)] * bool(one)
            + [(mine.value, other or theirs.value)] * bool(other)
            + [(one or mine.value, other or theirs.value)]
        )
        if (one or other) and min(self._match_parts(*map(self.fold_name, pair)).worst for pair in pairs) <= Match.FOLDED:
            return NameMatch(Match.ALIAS, Match.ALIAS)
        return found

    def match_syllables(self, left: FoldedName, right: FoldedName) -> Match | None:
        """How two Chinese, Korean or Vietnamese names agree, in either order: EQUAL, FOLDED or APART; None if they are of two languages.

        Every letter of their syllables tells: nothing but the romanisations of the language makes two spellings one.
        """
        best: Match | None = None
        part = left.is_part(right) or right.is_part(left)  # as a western name it may be cut: Martin Liao Cheung-kong
        most = 1 if have_one_surname_first(left, right) else None
        for roots, given in left.readings[:most]:
            for others, other in right.readings[:most]:
                languages = {root.partition(".")[0] for root in roots} & {root.partition(".")[0] for root in others}
                if not languages:
                    continue
                if (more := surplus(given, other)) and roots & others and (self._given.of(more) or self.forms.are_known(more)):
                    return None  # Abit Joo, Billy Abit Joo: a name of the west stands beside it
                if part and not roots & others:
                    return None
                best = Match.APART if best is None else best
                if shared := {root.partition(".")[0] for root in roots & others}:
                    best = min(best, self._match_syllable(given, other, shared, alike=not left.words.isdisjoint(right.words)))
        alike = best is not None and left.joined != right.joined and not part
        return Match.APART if alike and left.words != right.words and left.pinyin & right.pinyin else best

    def _match_syllable(self, given: str, other: str, languages: set[str], *, alike: bool) -> Match:
        """How two given names agree, by the romanisations of the languages; ``alike`` where the surname is written in one way."""
        if given == other:
            return Match.EQUAL
        differences = (
            self._syllables[language].difference(given, other, frozenset({language}))
            for language in languages
            if language in self._syllables
        )
        folded = any(item and not item.slips for item in differences)
        return Match.FOLDED if folded and not (alike and self.forms.are_two_korean(given, other)) else Match.APART

    def _match_parts(self, left: FoldedName, right: FoldedName) -> NameMatch:
        languages = left.shared(right)
        family, difference = self._match_family(left.family, left.bare, right.family, right.bare, languages)
        given = Match.APART if are_generations(left, right) else self._match_givens(left.given, right.given, languages)
        return NameMatch(
            given, family, difference.habits if difference else (), bool(difference and difference.at_end), difference=difference
        )

    def _match_regrouped(self, left: FoldedName, right: FoldedName) -> NameMatch:
        """How two names agree if the surname of one begins among the words that the other was given ("Melik-Terian", "Melik Terian")."""
        first, second = left.bare.count(" "), right.bare.count(" ")
        if first == second:
            return self._match_glued(*sorted((left, right), key=lambda name: len(name.given)))
        more = abs(first - second)
        shorter, longer = (left, right) if first < second else (right, left)
        if len(shorter.given) <= more:
            return NameMatch(Match.APART, Match.APART)
        moved = NameValue(" ".join((*shorter.given[-more:], shorter.family)), shorter.given[:-more], shorter.value.suffix)
        return self._match_parts(self.fold_name(moved), longer)

    def _match_glued(self, whole: FoldedName, apart: FoldedName) -> NameMatch:
        """How two names agree if a surname of one has its first part among the given names of the other (Gebre Egziabher)."""
        glued = "".join(apart.given[-1:]) + apart.compact
        if len(apart.given) != len(whole.given) + 1 or not whole.given or min(len(glued), len(whole.compact)) < _GLUED:
            return NameMatch(Match.APART, Match.APART)
        languages = whole.shared(apart)
        found, difference = (Match.EQUAL, None) if glued == whole.compact else self._measure(whole.compact, glued, languages)
        given = self._match_givens(whole.given, apart.given[:-1], languages)
        return NameMatch(given, found, difference.habits if difference else (), difference=difference)

    def _lacks_particle(self, short: str, long: str) -> bool:
        """Whether the long one has a particle grown on ("lacosta", "costa") that the short one left out."""
        grown = long[: -len(short)] if len(short) >= 5 and long.endswith(short) else ""
        return len(grown) > 1 and grown in self.particles

    def _is_swapped(self, left: FoldedName, right: FoldedName) -> bool:
        """Whether one name has its surname first; the given name or the surname may be spelt in another way, not both.

        Fathers and sons exchange such words as well (Rashid bin Saeed, Saeed bin Rashid), and so may people with two given names.
        """
        if left.lineage or right.lineage or left.words.isdisjoint(right.words) or not left.given or not right.given:
            return False
        if left.words == right.words:
            given = self.forms.are_frequent(*left.words) and not self.forms.is_surname(left.bare, right.bare)
            if given or self.forms.are_fathers(sorted(left.words)):
                return False
        elif len(left.words) != len(right.words) and self.forms.are_known(*min(left.words, right.words, key=len)):
            return False  # Daniel Martin is no short form of Martin Daniel Klose
        return any(self._agrees_swapped(one, other) for one, other in ((left, right), (right, left)))

    def _agrees_swapped(self, one: FoldedName, other: FoldedName) -> bool:
        """Whether the first word of one is the surname of the other, and one of its further words the other's first name."""
        languages = one.languages | other.languages  # the end that tells stands elsewhere in one of them
        words = (*one.given, *one.bare.split())
        start = next((index for index, word in enumerate(words) if word not in self.particles), 0)
        end = start + len(other.bare.split())  # a surname of two words stands first with both
        family = self._match_family(" ".join(words[start:end]), " ".join(words[start:end]), other.family, other.bare, languages)[0]
        if family not in (Match.EQUAL, Match.FOLDED) or end >= len(words):
            return False
        rest = words[end:]
        for word in (rest[-1], rest[0]):
            given = self.match_given(word, other.given[0], languages)
            if given is Match.EQUAL or (given <= Match.FOLDED and given is not Match.SHORT and family is Match.EQUAL):
                return len(rest) == 1 or len(other.given) == 1 or frozenset(rest) >= frozenset(other.given)
        return False

    def _match_givens(self, left: tuple[str, ...], right: tuple[str, ...], languages: frozenset[str]) -> Match:
        if not left or not right:
            return Match.SHORT if left or right else Match.EQUAL
        if len(left) == len(right) == 1 and "" not in (*left, *right):
            return self._match_first(left[0], right[0], languages)
        whole, other_whole = ("".join(words) for words in (left, right))
        if whole == other_whole or _is_joined(left, right) or _is_joined(right, left):
            return Match.EQUAL
        (first, *rest), (other, *more) = left, right
        worst = self._match_first(first, other, languages)
        if worst is Match.APART:
            crossed = other in rest and first in more
            return Match.SHORT if _is_middle_name(first, other, rest, more) and not crossed else self._match_whole(left, right, languages)
        if bool(rest) != bool(more) and self._measure(whole, other_whole, languages)[0] is Match.FOLDED:
            return Match.FOLDED  # Abdul Rauf, Abdulraouf
        for mine, theirs in zip(rest, more, strict=False):
            middle = self._match_middle(mine, theirs, languages)
            if middle is Match.APART and not (len(mine) > 2 and len(theirs) > 2 and (set(rest) <= set(more) or set(more) <= set(rest))):
                return Match.APART
            worst = max(worst, middle if middle is not Match.APART else Match.SHORT)
        if _initials(rest) and _initials(more) and _initials(rest) != _initials(more):
            return Match.APART
        return max(worst, Match.SHORT) if len(rest) != len(more) and worst < Match.ALIAS else worst

    def _match_first(self, left: str, right: str, languages: frozenset[str]) -> Match:
        """How two first given names agree; "servant of" may be left out."""
        if left == right:
            return Match.EQUAL
        if left.startswith(SERVANT) is not right.startswith(SERVANT) and left.removeprefix(SERVANT) == right.removeprefix(SERVANT):
            return Match.SHORT
        return self.match_given(left, right, languages)

    def _match_middle(self, left: str, right: str, languages: frozenset[str]) -> Match:
        """How two further given names agree: beside a first name that agrees a slip in a long one makes no other person."""
        found = self.match_given(left, right, languages)
        if found is not Match.APART or min(len(left), len(right)) < _LONG:
            return found
        difference = self.difference(left, right, languages)
        alike = difference is not None and difference.slips == 1 and not difference.exchanged and not difference.at_end
        return Match.SLIP if alike else Match.APART

    def _match_whole(self, left: tuple[str, ...], right: tuple[str, ...], languages: frozenset[str]) -> Match:
        """How given names agree of which one side writes as one word what the other parts ("Abd el Karim", "Abdelkarim")."""
        if len(left) == len(right):
            return Match.APART
        found = self._measure("".join(left), "".join(right), languages)[0]
        return found if found is Match.FOLDED else Match.APART


_OF_ONE_FAMILY = MappingProxyType({given: NameMatch(given, Match.EQUAL) for given in Match})


def _is_plain(name: FoldedName) -> bool:
    """Whether a name is one given name before a surname without it: beside the same surname no word can stand elsewhere or be left out."""
    return (
        len(name.given) == 1
        and len(name.given[0]) > 1
        and "." not in name.given[0]
        and name.given[0] not in name.family
        and not name.stemmed
    )


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    """A given name folded, without full stops and spaces."""
    return fold(word).replace(".", "").replace(" ", "")


def _is_abbreviated(short: str, whole: str) -> bool:
    """Whether a given name with a full stop ("Chr.") is the beginning of the other."""
    return short.endswith(".") and whole.startswith(fold(short).rstrip("."))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if len(word) == 1)


def _is_middle_name(first: str, other: str, rest: Sequence[str], more: Sequence[str]) -> bool:
    """Whether one side is known by a name that the other has in the middle."""
    return (len(first) > 2 and first in more) or (len(other) > 2 and other in rest)


def _is_joined(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one side is nothing but the other's initials, written as one word ("JC", "Jean-Claude")."""
    return len(short) == 1 and 1 < len(long) == len(short[0]) <= _JOINED and short[0] == "".join(word[0] for word in long)
