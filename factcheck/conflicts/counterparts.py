"""Finds one person under two names that differ by more than a slip of the pen, by comparing what the articles of one story say of them.

Two reports of one story each name somebody whom the other does not: "the trade unionist Denise Orrafo" and "Denise Orroko, who leads the
union".  If the given names agree and the surnames begin or end alike (or the other way round), and if the two are described alike, then a
wrong name is likelier than two such people of whom each report leaves out one.  Brothers and sisters, couples, and fathers and sons have
such names as well.  Names that differ in the given name therefore need more evidence, and any word of kinship beside one of them rules the
finding out.  Given names that sound alike (Niamh, Neve) no family gives twice: beside a surname that is not frequent the story is proof
enough.  Unlike given names of one first letter or one ending (Warren, Walter; Roderick, Frederick) need an office that one person has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import OSA, Levenshtein

from factcheck.conflicts.identity import Entity, Grounds, IdentityProof
from factcheck.conflicts.lexical_overlap import stems_of
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
_ENOUGH, _ENOUGH_KIN, _ENOUGH_HEARD, _ENOUGH_OTHER = 1.0, 3.0, 0.0, 6.0
"""What must speak for one person where the surnames differ, where the given names do, where these sound alike, and where they do not."""
_ENOUGH_SLIP, _SLIP_GIVEN = 1.0, 5
"""What must speak for one person whose given name is spelt in two ways by a slip, and letters of such a name."""
_GIVEN_LETTERS, _GIVEN_END, _GIVEN_SHORT = 4, 4, 3
"""Letters of given names that are taken for each other though unlike, last ones that they share where the first letters differ, and first
ones by which the one may be short for the other (Alex, Alejandro)."""
_AGED = _HELD = 2.0
"""What one age, and one office that few have, say."""
_HELD_SOLELY = 5.0
"""What one office says that one person has at a time in a town or firm, beside unlike given names."""
_HELD_ALIKE = _SLIPPED = 1.0
"""What one office in other words says, and that nothing but a slip in a long surname tells the names apart."""
_SLIP_LETTERS = 7
"""Letters of such a surname."""
_BEGUN_ALIKE, _MOST_BEGUN, _TIES, _MORE_TIES = 1.0, 5, 2, 3
"""What surnames say that share so many first letters, in articles that name as much as that besides; and how much they name in common where
a surname stands alone and nothing else is told of both."""
_NONE: frozenset[str] = frozenset()
_WEAK = frozenset({"name.entity", "name.known", "name.near"})
"""Rules that find a name by the parse, or by another mention of it."""
_WHOSE = "his|her|their|whose|the|two|three|both|older|younger|elder|[A-Za-z]'s"
"""What stands before a word of kin that tells of somebody beside the person."""


@dataclass(frozen=True, slots=True)
class MatchShape:
    """Which ``part`` of two names differs ("surname", "given name"), and what must speak for one person then (``enough``, in points).

    ``heard``: the given names are one in two spellings, so that they are not those of brothers; ``slipped``: one of them is a slip of the
    pen; ``unlike``: they are two names;
    ``letters``: what the letters of the surnames say by themselves, ``begun``: what their beginning says where the articles name more in
    common.
    """

    part: str
    enough: float
    heard: bool = False
    slipped: bool = False
    unlike: bool = False
    letters: float = 0.0
    begun: float = 0.0


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
        self._heard = {fold(word): frozenset(groups) for word, groups in words.texts("name.heard-alike").items()}
        self._told: dict[int, NameContext] = {}
        self._persons: dict[str, list[Entity]] = defaultdict(list)
        self._full: dict[str, list[tuple[Entity, FoldedName]]] = defaultdict(list)
        for entity in entities:
            self._persons[entity.article].append(entity)
            if entity.value.given and (_is_person(entity) or fold(entity.value.given[0]) in self._heard):
                self._full[entity.article].append((entity, folder.fold_name(entity.value)))

    def pairs(self) -> Iterator[tuple[Entity, Entity, IdentityProof]]:
        """The persons of two articles that are one, each pair with its proof, by article."""
        for left in sorted(self._full):
            for right in sorted(self._stories.related(left) & self._full.keys()):
                if right > left and self._stories.same(left, right) and self._stories.close(left, right):
                    yield from self._between(left, right)

    def prove_bare(self, bare: Entity, other: Entity) -> IdentityProof | None:
        """The proof that a surname told without a given name or office means a person whom another article of the story names in full."""
        match = self._folder.match(bare.value, other.value)
        near = match.family is Match.FOLDED or (match.family is Match.SLIP and not match.at_end)
        families = {self._folder.fold_name(entity.value).bare for entity in (bare, other)}
        if not near or not _is_person(other) or not self._grounds.common_surnames.isdisjoint(families):
            return None
        left, right = bare.article, other.article
        if left == right or not self._stories.for_weeks(left, right) or not self._stories.same(left, right):
            return None
        if self._is_named(bare, right, other) or self._is_named(other, left, bare) or self._grounds.speak_apart(bare, other):
            return None
        mine, theirs = self._tell(bare), self._tell(other)
        told = sorted(mine.stems & theirs.stems)
        ties = self._count_ties(bare, other)
        if ties < (_TIES if told else _MORE_TIES) or any(self._other_time.search(one.sentences) for one in (mine, theirs)):
            return None
        level = "romanisation" if match.family is Match.FOLDED else "misspelling"
        reason = f"{bare.value.family} and {other.value.spelling}: one story, and neither article names the other"
        return IdentityProof(level, (reason, *([f"of both is told: {in_words(told[:4], mine.text)}"] if told else ())))

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
            prove = self._prove_unlike if shape.unlike else self._prove
            alone = all(one is mine and other is theirs for mine, theirs, _ in found if one is mine or other is theirs)
            named = self._is_spelt if shape.slipped else self._is_named
            if alone and not named(one, right) and not named(other, left) and (proof := prove(one, other, shape)):
                yield one, other, proof

    def _shape(self, mine: FoldedName, theirs: FoldedName) -> MatchShape | None:
        """How two names differ; None unless one part agrees and the other is near, and no language makes every letter tell."""
        if mine.folded == theirs.folded or mine.readings or theirs.readings or mine.lineage or theirs.lineage:
            return None
        first, second = mine.first, theirs.first
        if min(len(first), len(second)) < _BEGIN:
            return None
        if mine.bare == theirs.bare:
            return self._shape_of_given(mine, theirs)
        if self._grounds.common_surnames & {mine.bare, theirs.bare}:
            return None
        if not _are_near_surnames(mine.bare, theirs.bare) or self._folder.forms.is_feminine_pair(mine.bare, theirs.bare):
            return None
        if self._folder.match_given(first, second) not in (Match.EQUAL, Match.FOLDED):
            return None
        slipped = min(len(mine.bare), len(theirs.bare)) >= _SLIP_LETTERS and Levenshtein.distance(mine.bare, theirs.bare) == 1
        begun = mine.bare[:_MOST_BEGUN] == theirs.bare[:_MOST_BEGUN]
        return MatchShape("surname", _ENOUGH, letters=_SLIPPED * slipped, begun=_BEGUN_ALIKE * begun)

    def _shape_of_given(self, mine: FoldedName, theirs: FoldedName) -> MatchShape | None:
        """How the given names of two persons of one surname differ; None where they are two, or where many bear the surname."""
        first, second = mine.first, theirs.first
        frequent = mine.bare in self._grounds.common_surnames
        heard = first != second and not self._heard.get(first, _NONE).isdisjoint(self._heard.get(second, _NONE))
        if heard and not frequent:
            return MatchShape("given name", _ENOUGH_HEARD, heard=True)
        if self._is_slip_of_given(mine.given, theirs.given):
            return MatchShape("given name", _ENOUGH_SLIP, slipped=True)
        if frequent:
            return None
        if len(mine.bare) > _BEGIN and _are_near_given(first, second):
            return MatchShape("given name", _ENOUGH_KIN)
        return MatchShape("given name", _ENOUGH_OTHER, unlike=True) if self._are_taken_for_each_other(first, second) else None

    def _is_slip_of_given(self, mine: Sequence[str], theirs: Sequence[str]) -> bool:
        """Whether one of several given names differs by a slip of the pen, of which the one spelling is a known name and the other is none,
        or beside another given name that is the same: brothers and sisters have neither."""
        differing = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
        if len(mine) != len(theirs) or len(differing) != 1:
            return False
        first, second = differing[0]
        if min(len(first), len(second)) < _SLIP_GIVEN or first[0] != second[0] or OSA.distance(first, second) > 1:
            return False
        known = [self._folder.forms.are_known(word) for word in (first, second)]
        return known[0] != known[1] or any(len(word) >= _BEGIN for word in mine if word != first)

    def _are_taken_for_each_other(self, first: str, second: str) -> bool:
        """Whether two given names that no nickname joins begin with one letter or end alike, as such that a hurried hand exchanges."""
        if min(len(first), len(second)) < _GIVEN_LETTERS or first[:_GIVEN_SHORT] == second[:_GIVEN_SHORT]:
            return False
        alike = first[0] == second[0] or first[-_GIVEN_END:] == second[-_GIVEN_END:]
        if not alike or not self._folder.forms.are_known(first, second) or self._folder.forms.is_known_abroad(first, second):
            return False
        return self._folder.match_given(first, second) is Match.APART

    def _is_named(self, person: Entity, article: str, besides: Entity | None = None) -> bool:
        """Whether an article names the person in one of the accepted forms, or anybody else by that surname; one of its persons may be left
        out."""
        family = self._folder.fold_name(person.value).bare
        for other in self._persons[article]:
            if other is besides:
                continue
            match = self._folder.match(person.value, other.value)
            if match.worst <= Match.FOLDED:
                return True
            if not other.value.given and self._folder.fold_name(other.value).bare == family:
                return True
        return False

    def _is_spelt(self, person: Entity, article: str) -> bool:
        """Whether an article has the name in the very same spelling."""
        return any(other.value.folded == person.value.folded for other in self._persons[article])

    def _prove(self, one: Entity, other: Entity, shape: MatchShape) -> IdentityProof | None:
        given = shape.part == "given name"
        if self._grounds.speak_apart(one, other) or _differ_in_suffix(one, other):
            return None
        years = [first.years_apart(second) for first, second in product(one.ages, other.ages)]
        if given and years and min(years):
            return None
        mine, theirs = self._tell(one), self._tell(other)
        if any(self._other_time.search(told.sentences) for told in (mine, theirs)):
            return None
        if given and not shape.heard and (self._are_sexes(one, other) or self._have_kin(mine, theirs)):
            return None
        offices = self._grounds.few_hold(one, other)
        aged = bool(years) and not min(years)
        rare = {name.partition(":")[2] for name in self._stories.shared(one.article, other.article) if name.startswith("word:")}
        stems, names = sorted(mine.stems & theirs.stems), sorted(mine.names & theirs.names & rare)
        beside = mine.surrounds_like(theirs)
        held = _HELD if offices else _HELD_ALIKE if self._grounds.hold_alike(one, other) else 0.0
        ties = self._count_ties(one, other)
        spelt = shape.letters * bool(ties) + shape.begun * (ties >= _TIES)
        if len(stems) + len(names) + _AGED * aged + held + beside + spelt < shape.enough or (shape.heard and not ties):
            return None
        reasons = [f"{one.value.spelling} and {other.value.spelling}: one story, and neither article names the other"]
        if offices:
            reasons.append(f"both are called {offices[0]}")
        elif held:
            reasons.append(f"they are called {', '.join(sorted(one.offices))} and {', '.join(sorted(other.offices))}")
        if shape.heard:
            reasons.append(f"{one.value.given[0]} and {other.value.given[0]} sound alike, as no two of a family do")
        if aged:
            reasons.append(f"both are {one.ages[0].caption()}")
        if names:
            reasons.append(f"beside both stands {', '.join(name.capitalize() for name in names[:3])}")
        if told := stems or sorted(mine.around & theirs.around):
            reasons.append(f"of both is told: {in_words(told[:4], mine.text)}")
        return IdentityProof("misspelling", tuple(reasons))

    def _prove_unlike(self, one: Entity, other: Entity, shape: MatchShape) -> IdentityProof | None:
        """The proof for two unlike given names: an office that few have, and what else is told of both."""
        offices, mine, theirs = self._grounds.few_hold(one, other), self._tell(one), self._tell(other)
        years = [first.years_apart(second) for first, second in product(one.ages, other.ages)]
        if not offices or (years and min(years)) or self._grounds.speak_apart(one, other) or _differ_in_suffix(one, other):
            return None
        if any(self._other_time.search(told.sentences) for told in (mine, theirs)) or self._are_sexes(one, other):
            return None
        own = {stem for office in offices for stem in stems_of(office.split(), self._words)}
        rare = {name.partition(":")[2] for name in self._stories.shared(one.article, other.article) if name.startswith("word:")}
        told = [*sorted((mine.stems & theirs.stems) - own), *sorted(mine.names & theirs.names & rare)]
        ties = min(self._count_ties(one, other), _TIES) if self._grounds.one_holds(one, other) else 0
        held = _HELD_SOLELY if ties else _HELD
        if held + ties + len(told) + _AGED * bool(years) < shape.enough or self._have_kin(mine, theirs):
            return None
        reasons = [f"{one.value.spelling} and {other.value.spelling}: one story, and neither article names the other"]
        reasons.append(f"both are called {offices[0]}" + (f" and are {one.ages[0].caption()}" if years else ""))
        if told:
            reasons.append(f"of both is told: {in_words(told[:4], mine.text)}")
        return IdentityProof("misspelling", tuple(reasons))

    def _have_kin(self, *told: NameContext) -> bool:
        return any(self._kin.search(flatten(context.text)) for context in told)

    def _count_ties(self, one: Entity, other: Entity) -> int:
        """How much the two articles both name besides the person."""
        own = {word for entity in (one, other) for word in entity.value.folded.split()}
        return sum(name.partition(":")[2] not in own for name in self._stories.shared(one.article, other.article))

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
    return any(claim.rule not in _WEAK for claim in entity.claims)


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
