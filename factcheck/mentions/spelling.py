"""How two spellings of a name differ: by romanisation habit, by nickname, by slip, or altogether.

``Folder`` holds the folding and alias rules of a rulebook in the form the comparison needs.  It compares spellings and names; whether two
mentions mean one person is decided with their contexts, in ``factcheck.claims.people`` and ``factcheck.conflicts.name``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from factcheck.mentions.alignment import Aligner, Difference
from factcheck.mentions.name_forms import NameForms
from factcheck.rulebook import AliasRule, FoldingRule, Rulebook
from factcheck.text import fold
from factcheck.values import NameValue

_LONG = 7
"""Letters of a surname from which on its last vowel is as weak as any other: -a and -e are heard alike."""


class Match(IntEnum):
    """How two words agree, from best to worst."""

    EQUAL = 0  # the same letters up to case, accents, hyphens
    SHORT = 1  # an initial, or a part that one side leaves out
    ALIAS = 2  # accepted forms of one given name
    FOLDED = 3  # one sound, written by two habits of romanisation
    SLIP = 4  # one letter wrong, missing, doubled or swapped
    SLIPS = 5  # two letters, in a long word
    APART = 6  # different words


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names agree, part by part; ``habits`` are the ids of the folding rules that explain differences."""

    given: Match
    family: Match
    habits: tuple[str, ...] = ()
    at_end: bool = False
    swapped: bool = False

    @property
    def worst(self) -> Match:
        """The weaker of the two parts."""
        return max(self.given, self.family)


class Folder:
    """The folding and alias rules of a rulebook, ready to compare spellings.  Immutable and deterministic."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._given = _aliases(rulebook, "given")
        self._persons = _aliases(rulebook, "person")
        words = rulebook.words()
        self.forms = NameForms(rulebook)
        self.particles = frozenset(words.get("name.particle", {}))
        self.generations = frozenset(words.get("name.generation", {}))
        self.difference = Aligner(rulebook.of(FoldingRule)).difference

    def is_alias(self, left: NameValue, right: NameValue) -> bool:
        """Whether the lexicon lists the two whole names as accepted forms of one person."""
        return _share(self._persons, left.folded, right.folded)

    def groups_of(self, given: str) -> frozenset[str]:
        """Names of the groups that a folded given name is listed in: two that are taken for one by a list or an ending share one."""
        return self._given.get(given, frozenset()) | self.forms.roots_of(given)

    def match_family(self, left: str, right: str) -> Match:
        """How two surnames agree; particles that one side leaves out do not count."""
        return self._match_family(left, right)[0]

    def _match_family(self, left: str, right: str) -> tuple[Match, Difference | None]:
        first, second = fold(left), fold(right)
        if first == second or first.replace(" ", "") == second.replace(" ", ""):
            return Match.EQUAL, None
        bare, other = self.bare(first), self.bare(second)
        if bare == other:
            return Match.EQUAL if bare else Match.APART, None
        shorter, longer = sorted((bare.split(), other.split()), key=len)
        if len(shorter) < len(longer) and " ".join(shorter) in (" ".join(longer[: len(shorter)]), " ".join(longer[-len(shorter) :])):
            return Match.SHORT, None
        bare, other, first, second = (word.replace(" ", "") for word in (bare, other, first, second))
        if self.forms.is_feminine_pair(bare, other):
            return Match.ALIAS, None
        if self._lacks_particle(bare, other) or self._lacks_particle(other, bare):
            return Match.SLIP, Difference(1, ())
        found = self._measure(bare, other)
        if found[0] is Match.APART and (first, second) != (bare, other):  # Ben Sheikh, Benchikh: a particle is part of the other's word
            found = min(found, self._measure(first, second), key=lambda item: item[0])
        return found

    def _measure(self, left: str, right: str) -> tuple[Match, Difference | None]:
        difference = self.difference(left, right)
        if difference and difference.at_end and difference.vowels_only and len(left) == len(right) >= _LONG:
            difference = replace(difference, at_end=False)
        return self._grade(left, right, difference), difference

    def match_given(self, left: str, right: str) -> Match:
        """How two given names or initials agree."""
        first, second = (fold(word).replace(".", "").replace(" ", "") for word in (left, right))
        if first == second:
            return Match.EQUAL
        if not first or not second:
            return Match.SHORT
        if len(first) == 1 or len(second) == 1:
            return Match.SHORT if first[0] == second[0] else Match.APART
        if _is_abbreviated(left, second) or _is_abbreviated(right, first):
            return Match.SHORT
        if _share(self._given, first, second) or self.forms.is_nominative_pair(first, second):
            return Match.ALIAS
        difference = self.difference(first, second)
        grade = self._grade(first, second, difference)
        if grade >= Match.SLIP and not (difference and difference.vowels_only and not difference.at_end):
            return Match.APART  # Hasan and Hakan, Maria and Mario: a consonant or the last letter makes another name
        return grade

    def may_be_one(self, left: str, right: str) -> bool:
        """Whether two given names that do not match may yet be one: a slip within five letters or more, or one name in two languages.

        A slip in the last letter counts where it is a vowel for a vowel and no list has both (Gesina, Gesine): else it tells the sex.
        """
        first, second = (fold(word).replace(".", "").replace(" ", "") for word in (left, right))
        if first != second and self.forms.is_known_abroad(first, second):
            return True
        difference = self.difference(first, second)
        if difference is None or self._grade(first, second, difference) is not Match.SLIP:
            return False
        weak = difference.vowels_only and len(first) == len(second) and not self.forms.are_known(first, second)
        return weak or not difference.at_end

    def match(self, left: NameValue, right: NameValue) -> NameMatch:
        """How two names agree.  A bare surname agrees with any given name (SHORT); initials with what they may stand for."""
        found = self._match_parts(left, right)
        marks = {self.forms.generation(left), self.forms.generation(right)} - {""}
        if found.worst < Match.SLIP or len(marks) > 1:
            return found
        if found.worst is Match.APART and self._is_swapped(left, right):
            return NameMatch(Match.EQUAL, Match.EQUAL, found.habits, found.at_end, swapped=True)
        if found.worst is Match.APART and self.forms.is_cut(left, right):
            return NameMatch(Match.SHORT, Match.SHORT)
        mine, theirs = self.forms.without_nominative(left), self.forms.without_nominative(right)
        pairs = [(mine or left, right)] * bool(mine) + [(left, theirs or right)] * bool(theirs) + [(mine or left, theirs or right)]
        alike = mine is not None or theirs is not None
        if alike and min(self._match_parts(*pair).worst for pair in pairs) <= Match.FOLDED:
            return NameMatch(Match.ALIAS, Match.ALIAS)
        return found

    def _match_parts(self, left: NameValue, right: NameValue) -> NameMatch:
        family, difference = self._match_family(left.family, right.family)
        given = self._match_givens(left.given, right.given)
        if len({self.forms.generation(left), self.forms.generation(right)} - {""}) > 1:
            given = Match.APART
        return NameMatch(given, family, difference.habits if difference else (), bool(difference and difference.at_end))

    def bare(self, family: str) -> str:
        """A folded surname without its particles ("van der berg" -> "berg"); the surname itself if it is nothing else."""
        words = family.split()
        while len(words) > 1 and words[0] in self.particles:
            words.pop(0)
        return " ".join(words)

    def _lacks_particle(self, short: str, long: str) -> bool:
        """Whether the long one has a particle grown on ("lacosta", "costa") that the short one left out."""
        return len(short) >= 5 and long.endswith(short) and long[: -len(short)] in self.particles

    def _is_swapped(self, left: NameValue, right: NameValue) -> bool:
        """Whether the same words stand in another order; of two words one may be spelt in another way."""
        first, second = left.folded.split(), right.folded.split()
        if len(first) != len(second) or len(first) < 2:
            return False
        if sorted(first) == sorted(second):
            return first[-1] == second[0] or first[0] == second[-1]
        if len(first) > 2 or (first[0] != second[1] and first[1] != second[0]):
            return False
        one, other = (first[1], second[0]) if first[0] == second[1] else (first[0], second[1])
        return self._measure(one, other)[0] is Match.FOLDED or self.match_given(one, other) <= Match.FOLDED

    def _match_givens(self, left: tuple[str, ...], right: tuple[str, ...]) -> Match:
        if not left or not right:
            return Match.SHORT if left or right else Match.EQUAL
        whole, other_whole = (fold("".join(words)).replace(" ", "") for words in (left, right))
        if whole == other_whole:
            return Match.EQUAL
        first, *rest = _split(left)
        other, *more = _split(right)
        worst = self.match_given(first, other)
        if worst is Match.APART and self._is_middle_name(first, other, rest, more):
            return Match.SHORT
        if bool(rest) != bool(more) and self._measure(whole, other_whole)[0] is Match.FOLDED:
            return Match.FOLDED  # Abdul Rauf, Abdulraouf
        for mine, theirs in zip(rest, more, strict=False):
            middle = self.match_given(mine, theirs)
            if middle is Match.APART and not (len(mine) > 2 and len(theirs) > 2 and _nested(rest, more)):
                return Match.APART
            worst = max(worst, middle if middle is not Match.APART else Match.SHORT)
        if _initials(rest) and _initials(more) and _initials(rest) != _initials(more):
            return Match.APART
        return max(worst, Match.SHORT) if len(rest) != len(more) and worst < Match.ALIAS else worst

    def _is_middle_name(self, first: str, other: str, rest: list[str], more: list[str]) -> bool:
        """Whether one side is known by a name that the other has in the middle."""
        return any(len(word) > 2 and fold(word) == fold(first) for word in more) or any(
            len(word) > 2 and fold(word) == fold(other) for word in rest
        )

    def _grade(self, left: str, right: str, difference: Difference | None) -> Match:
        if difference is None:
            return Match.APART
        shorter = min(len(left), len(right))
        if difference.slips == 0:
            return Match.FOLDED if len(difference.habits) <= _habits_allowed(shorter) else Match.APART
        if difference.slips == 1 and shorter >= 5 and len(difference.habits) <= _habits_allowed(shorter) - 1:
            return Match.SLIP
        return Match.SLIPS if difference.slips == 2 and shorter >= 8 and not difference.habits else Match.APART


def same_person(left: NameValue, right: NameValue, folder: Folder) -> float:
    """How sure two names without context mean one person, in [0, 1]; 0.5 and more means "same".  Symmetric; 1.0 for equal names.

    Bare surnames that are spelt alike score 0.6: without context that is a likelihood, not a proof.
    """
    if left.folded == right.folded or folder.is_alias(left, right):
        return 1.0
    match = folder.match(left, right)
    if match.swapped:
        return 0.9
    first, second = (fold(value.given[0]) if value.given else "" for value in (left, right))
    if match.given is Match.APART and match.family in (Match.EQUAL, Match.ALIAS, Match.FOLDED) and first != second:
        return 0.6 if _is_other_form(first, second, match.family, folder) else 0.0
    if match.worst is Match.APART:
        return 0.0
    score = _FAMILY_SCORE[match.family] * _GIVEN_SCORE[match.given]
    if not left.given or not right.given:
        doubtful = match.at_end or match.family is Match.SLIPS
        return min(score, 0.6) if match.family <= Match.FOLDED else min(score, 0.4 if doubtful else 0.55)
    long = min(len(left.family), len(right.family)) >= _LONG
    sure = match.given in (Match.EQUAL, Match.ALIAS, Match.FOLDED) or (long and match.given is Match.SHORT and first == second)
    if match.family >= Match.SLIP and (not sure or match.at_end):
        return min(score, 0.45)
    return score


def _is_other_form(first: str, second: str, family: Match, folder: Folder) -> bool:
    """Whether two folded given names that do not match may yet be one beside surnames that do: short, foreign, or mistyped."""
    if family is not Match.FOLDED and (folder.forms.is_short_form(first, second) or folder.forms.is_known_abroad(first, second)):
        return True
    difference = folder.difference(first, second)
    slip = difference is not None and difference.slips <= 1 and min(len(first), len(second)) >= 5
    return slip and not folder.forms.are_known(first, second)


_FAMILY_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.8, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.75, Match.SLIPS: 0.55}
_GIVEN_SCORE = {Match.EQUAL: 1.0, Match.SHORT: 0.9, Match.ALIAS: 0.95, Match.FOLDED: 0.9, Match.SLIP: 0.8, Match.SLIPS: 0.6}


def prove_folding(rule: FoldingRule) -> list[str]:
    """What the rule's examples and counter-examples show to be wrong, one message each; empty when the rule proves itself.

    Each is a pair "left = right".  The rule alone must explain an example without any slip, and must not explain a counter-example.
    """
    folder = Folder(Rulebook((rule,)))
    faults = []
    for wanted, pairs in ((True, rule.examples), (False, rule.counter_examples)):
        for pair in pairs:
            left, equals, right = pair.partition(" = ")
            if not equals:
                faults.append(f"{rule.id}: not a pair 'left = right': {pair!r}")
                continue
            matches = [folder.difference(mine, theirs) for mine, theirs in zip(fold(left).split(), fold(right).split(), strict=False)]
            folds = len(fold(left).split()) == len(fold(right).split()) and all(item and not item.slips for item in matches)
            used = any(item and item.habits for item in matches)
            if wanted and not (folds and used):
                faults.append(f"{rule.id}: does not explain {pair!r}")
            elif not wanted and folds:
                faults.append(f"{rule.id}: makes one of two different names: {pair!r}")
    return faults


def _habits_allowed(letters: int) -> int:
    """How many habits may meet in a word of that many letters: one per three, so that most of the word stands as it was."""
    return max(1, letters // 3)


def _aliases(rulebook: Rulebook, of: str) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for rule in rulebook.of(AliasRule):
        if rule.of == of:
            for form in rule.forms:
                groups[fold(form)].add(rule.id)
    return {form: frozenset(ids) for form, ids in groups.items()}


def _share(groups: dict[str, frozenset[str]], left: str, right: str) -> bool:
    return not groups.get(left, frozenset()).isdisjoint(groups.get(right, frozenset()))


def _is_abbreviated(short: str, whole: str) -> bool:
    """Whether a given name with a full stop ("Chr.") is the beginning of the other."""
    return short.endswith(".") and whole.startswith(fold(short).rstrip("."))


def _split(given: tuple[str, ...]) -> list[str]:
    """The folded given names and initials; an abbreviation ("Chr.") keeps its full stop."""
    words: list[str] = []
    for part in map(fold, given):
        words.extend([part] if part.find(".") == len(part) - 1 > 1 else part.replace(".", " ").split())
    return words or [""]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if len(word) == 1)


def _nested(left: list[str], right: list[str]) -> bool:
    return set(left) <= set(right) or set(right) <= set(left)


@lru_cache(maxsize=4)
def folder_of(rulebook: Rulebook) -> Folder:
    """The folding rules of a rulebook, ready to compare and made once."""
    return Folder(rulebook)
