"""Finds one person under two names that differ by more than a slip of the pen, by comparing what the articles of one story say of them.

Two reports of one story each name somebody whom the other does not: "the trade unionist Denise Orrafo" and "Denise Orroko, who leads the
union".  If the given names agree and the surnames begin or end alike (or the other way round), and if the two are described alike, then a
wrong name is likelier than two such people of whom each report leaves out one.  Brothers and sisters, couples, and fathers and sons have
such names as well.  Names that differ in the given name therefore need more evidence, and any word of kinship beside one of them rules the
finding out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from rapidfuzz.distance import Levenshtein

from factcheck.conflicts.identity import Entity, Grounds, IdentityProof
from factcheck.conflicts.name_contexts import NameContext
from factcheck.mentions.name_records import FoldedName
from factcheck.mentions.spelling import Folder, Match
from factcheck.rulebook import Rulebook
from factcheck.text import either_of, flatten, fold
from factcheck.topics.labels import in_words
from factcheck.topics.stories import Stories

_LETTERS = 5
"""Letters from which surnames that only begin or end alike are compared."""
_BEGIN, _END = 3, 5
"""First letters that two such surnames share, or last ones."""
_ALIKE, _HALF_ALIKE, _MUCH_ALIKE = 0.4, 0.5, 0.6
"""Least part of the longer surname's letters that stand in the other, with a beginning or end in common, with one letter less of it, and
without."""
_GIVEN_ALIKE, _GIVEN_SLIPS = 0.6, 2
"""Least part of the letters that two given names share beside one surname, and most that differ."""
_ENOUGH, _ENOUGH_KIN = 1.0, 3.0
"""What must speak for one person where the surnames differ, and where the given names do."""
_AGED = _HELD = 2.0
"""What one age, and one office that few have, say."""
_WEAK = frozenset({"name.entity", "name.known", "name.near"})
"""Rules that find a name by the parse, or by another mention of it."""
_WHOSE = "his|her|their|whose|the|two|three|both|older|younger|elder|[A-Za-z]'s"
"""What stands before a word of kin that tells of somebody beside the person."""

MatchShape = tuple[str, float]
"""Which part of two names differs, and what must speak for one person then."""


class Counterparts:
    """Finds persons whom one article names and another article of the same story and days names differently."""

    def __init__(
        self, rulebook: Rulebook, folder: Folder, grounds: Grounds, stories: Stories, texts: Mapping[str, str], entities: Sequence[Entity]
    ) -> None:
        """``texts`` are the articles by id; ``entities`` their persons, those without a given name too."""
        words = rulebook.words()
        self._folder, self._grounds, self._stories, self._texts = folder, grounds, stories, texts
        kin = either_of((*words["name.kin"], *words["name.kindred"]))
        self._kin = re.compile(
            rf"\b(?i:{_WHOSE}) (?:[a-z]{{2,20}} )?(?:{kin})\b|\b(?:{kin}),? [A-Z]|, (?:an? |the )?(?:{kin}) of\b|\b(?:namesake|twin)"
        )
        self._other_time = re.compile(rf"\b(?:{either_of(words['name.other-time'])})\b", re.IGNORECASE)
        self._words = words
        self._told: dict[int, NameContext] = {}
        self._persons: dict[str, list[Entity]] = defaultdict(list)
        self._full: dict[str, list[tuple[Entity, FoldedName]]] = defaultdict(list)
        for entity in entities:
            self._persons[entity.article].append(entity)
            if _is_person(entity):
                self._full[entity.article].append((entity, folder.fold_name(entity.value)))

    def pairs(self) -> Iterator[tuple[Entity, Entity, IdentityProof]]:
        """The persons of two articles that are one, each pair with its proof, by article."""
        for left in sorted(self._full):
            for right in sorted(self._stories.related(left) & self._full.keys()):
                if right > left and self._stories.same(left, right) and self._stories.close(left, right):
                    yield from self._between(left, right)

    def are_of_two_times(self, one: Entity, other: Entity) -> bool:
        """Whether what is told of one of two persons is laid to another time (last year's winner), and no office that few have to both."""
        times = {bool(self._other_time.search(self._tell(person).sentences)) for person in (one, other)}
        return len(times) > 1 and not self._grounds.few_hold(one, other)

    def _between(self, left: str, right: str) -> Iterator[tuple[Entity, Entity, IdentityProof]]:
        found = [
            (one, other, shape)
            for (one, mine), (other, theirs) in product(self._full[left], self._full[right])
            if (mine.bare == theirs.bare or mine.first[:1] == theirs.first[:1]) and (shape := self._shape(mine, theirs))
        ]
        for one, other, shape in found:
            alone = all(one is mine and other is theirs for mine, theirs, _ in found if one is mine or other is theirs)
            if alone and not self._is_named(one, right) and not self._is_named(other, left) and (proof := self._prove(one, other, shape)):
                yield one, other, proof

    def _shape(self, mine: FoldedName, theirs: FoldedName) -> MatchShape | None:
        """How two names differ; None unless one part agrees and the other is near, and no language makes every letter tell."""
        if mine.folded == theirs.folded or mine.readings or theirs.readings or mine.lineage or theirs.lineage:
            return None
        first, second = mine.first, theirs.first
        if min(len(first), len(second)) < _BEGIN:
            return None
        if self._grounds.common_surnames & {mine.bare, theirs.bare}:
            return None
        if mine.bare == theirs.bare:
            return ("given name", _ENOUGH_KIN) if len(mine.bare) > _BEGIN and _are_near_given(first, second) else None
        if not _are_near_surnames(mine.bare, theirs.bare) or self._folder.forms.is_feminine_pair(mine.bare, theirs.bare):
            return None
        return ("surname", _ENOUGH) if self._folder.match_given(first, second) in (Match.EQUAL, Match.FOLDED) else None

    def _is_named(self, person: Entity, article: str) -> bool:
        """Whether an article names the person in one of the accepted forms, or anybody else by that surname."""
        family = self._folder.fold_name(person.value).bare
        for other in self._persons[article]:
            match = self._folder.match(person.value, other.value)
            if match.worst <= Match.FOLDED:
                return True
            if not other.value.given and self._folder.fold_name(other.value).bare == family:
                return True
        return False

    def _prove(self, one: Entity, other: Entity, shape: MatchShape) -> IdentityProof | None:
        part, enough = shape
        if self._grounds.speak_apart(one, other) or _differ_in_suffix(one, other):
            return None
        years = [first.years_apart(second) for first, second in product(one.ages, other.ages)]
        if part == "given name" and years and min(years):
            return None
        mine, theirs = self._tell(one), self._tell(other)
        if any(self._other_time.search(told.sentences) for told in (mine, theirs)):
            return None
        if part == "given name" and (self._are_sexes(one, other) or any(self._kin.search(flatten(told.text)) for told in (mine, theirs))):
            return None
        offices = self._grounds.few_hold(one, other)
        aged = bool(years) and not min(years)
        rare = {name.partition(":")[2] for name in self._stories.shared(one.article, other.article) if name.startswith("word:")}
        stems, names = sorted(mine.stems & theirs.stems), sorted(mine.names & theirs.names & rare)
        beside = mine.surrounds_like(theirs)
        if len(stems) + len(names) + _AGED * aged + _HELD * bool(offices) + beside < enough:
            return None
        reasons = [f"{one.value.spelling} and {other.value.spelling}: one story, and neither article names the other"]
        if offices:
            reasons.append(f"both are called {offices[0]}")
        if aged:
            reasons.append(f"both are {one.ages[0].caption()}")
        if names:
            reasons.append(f"beside both stands {', '.join(name.capitalize() for name in names[:3])}")
        if told := stems or sorted(mine.around & theirs.around):
            reasons.append(f"of both is told: {in_words(told[:4], mine.text)}")
        return IdentityProof("misspelling", tuple(reasons))

    def _are_sexes(self, one: Entity, other: Entity) -> bool:
        first, second = (self._folder.fold_name(entity.value).first for entity in (one, other))
        forms = self._folder.forms
        return forms.are_sexes(first, second) or (forms.is_feminine_given(first, second) and not forms.are_known(first, second))

    def _tell(self, person: Entity) -> NameContext:
        known = self._told.get(id(person))
        if known is None:
            text, own = self._texts.get(person.article, ""), person.value.folded.split()
            known = self._told[id(person)] = NameContext.of(person.claims, text, own, self._words)
        return known


def _is_person(entity: Entity) -> bool:
    """Whether a full name is told as a person's by more than the parse alone, which takes towns for people."""
    return bool(entity.value.given) and any(claim.rule not in _WEAK for claim in entity.claims)


def _differ_in_suffix(one: Entity, other: Entity) -> bool:
    """Whether both names have a mark of a generation, and not the same ("Sr.", "Jr.")."""
    marks = [fold(entity.value.suffix).rstrip(".") for entity in (one, other)]
    return all(marks) and marks[0] != marks[1]


def _are_near_given(first: str, second: str) -> bool:
    apart = Levenshtein.distance(first, second)
    return apart <= _GIVEN_SLIPS and 1 - apart / max(len(first), len(second)) >= _GIVEN_ALIKE


def _are_near_surnames(left: str, right: str) -> bool:
    shorter, longer = sorted((len(left), len(right)))
    if shorter < _LETTERS or right in (f"{left}s", left.removesuffix("s")):
        return False
    share = 1 - Levenshtein.distance(left, right) / longer
    ends = left[:_BEGIN] == right[:_BEGIN] or left[-_END:] == right[-_END:]
    nearly = left[: _BEGIN - 1] == right[: _BEGIN - 1]
    return share >= (_ALIKE if ends else _HALF_ALIKE if nearly else _MUCH_ALIKE)
