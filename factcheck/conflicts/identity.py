"""Whether two near spellings in two articles mean one person: what speaks for it, and what against.

For it speak a shared office or the same office in other words, one age, and a story that both articles tell.  Against it speak offices that
nobody has at once, ages that are years apart, and surnames that exist as twins.  Without the first, or with the second, they stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import Literal

from factcheck.mentions.name_words import Lexicon
from factcheck.mentions.spelling import Match, NameMatch, folder_of
from factcheck.model import Claim
from factcheck.rulebook import Rulebook, TitleRule
from factcheck.text import fold
from factcheck.topics.stories import Stories
from factcheck.values import AgeValue, NameValue

SHARED_STORY = 3
"""Rare capitalised words that two articles must share to be one story, besides the name in question."""
RARE_STORY = 2
"""The same where neither the given name nor the surname is a frequent one."""
STRONG_STORY = 5
"""So many shared words outweigh that the articles call the person by different offices."""
OTHER_NAMES = 0.5
"""Weight of shared names besides the person's own without which articles tell no story in common: a given name alone ties nothing."""
SOME_NAMES = 1.0
"""Weight of shared names from which articles of the same days touch one story: one rare name, or a few places."""
AGES_APART = 2
"""Years between two ages of one person that a birthday, a guess and a slip explain together; more speak against one person."""
GENERATION = 18
"""Years between two ages from which on they are two people whatever else is told."""
_DISTINCT = 6
"""Letters of a surname from which on one slip leaves no doubt beside the same given name and the same story."""
_GIVEN = 5
"""Letters of given names of which a near one that nobody bears is a slip."""
_ENDING = 4
"""Letters of a rare surname of which only the last one differs, beside the same given name in the same story."""
_FAR = 8
"""Letters of a rare surname in which two slips leave no doubt beside the same given name and a story with SHARED_STORY other names."""

_CONSONANTS = 2
"""Consonants of a surname by which spellings of it are found where their articles share no other name."""
_VOWELS = re.compile(r"[aeiouy' -]")
_DOUBLED = re.compile(r"(.)\1+")
_FEW_NOUNS = 2
"""Telling nouns that two articles share to speak of one person whose given name is rare."""
_SON = "s"
"""The ending that makes one surname of another (Robert, Roberts)."""

Story = Literal["same", "some", ""]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person of one article: all claims, the offices and the other words told beside the name, and the ages told."""

    article: str
    id: str
    value: NameValue
    claims: tuple[Claim, ...]
    offices: frozenset[str]
    bodies: frozenset[str]
    ages: tuple[AgeValue, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentityProof:
    """That two spellings mean one person: ``level`` is "misspelling" or "romanisation", ``reasons`` one sentence each."""

    level: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is known of two persons: offices they share or have in other words, what the articles share, how their ages stand."""

    shared: frozenset[str]
    alike: frozenset[str]
    words: tuple[str, ...]
    names: tuple[str, ...]
    story: Story
    same_age: bool
    aged: bool
    apart: bool
    excluded: bool


class Grounds:
    """The grounds on which two persons of two articles are taken for one.

    ``words`` are the rare capitalised words of each article; ``stories`` may be None where only those are known.
    """

    def __init__(self, rulebook: Rulebook, lexicon: Lexicon, words: Mapping[str, frozenset[str]], stories: Stories | None) -> None:
        lists = rulebook.words()
        self.frequent = lexicon.given | lexicon.common_surnames
        self.common_surnames = lexicon.common_surnames
        self._words, self._stories, self._folder = words, stories, folder_of(rulebook)
        self._groups = {fold(office): frozenset(value) for office, value in lists.texts("name.office-group").items()}
        self._sole = frozenset(fold(office) for office in lists["name.sole-office"])
        self._many = frozenset(fold(office) for office in lists["name.shared-office"])
        pairs = ((one, other) for one, others in lists.texts("name.opposed-group").items() for other in others)
        self._opposed = frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))

    def may_meet(self, one: Entity, other: Entity) -> bool:
        """Whether there may be a proof for two persons at all: they share an office, or their articles may tell one story."""
        if self._stories is None or one.offices & other.offices:
            return True
        return other.article in self._stories.related(one.article) or self._is_told_by_name(one, other)

    def around(self, article: str, articles: AbstractSet[str]) -> AbstractSet[str]:
        """Those of some articles that may tell one story with one; all of them where that is not known."""
        return articles if self._stories is None else articles & self._stories.related(article)

    def candidate_groups(self, entities: Iterable[Entity]) -> Iterator[tuple[Collection[str], Collection[str]]]:
        """The folded names of persons, and those of them among which a spelling of the first may be: of one office, or of articles that
        may tell one story; all, where stories are not known."""
        offices: dict[str, dict[str, None]] = defaultdict(dict)
        names: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in entities:
            names[entity.article if self._stories else ""][entity.value.folded] = None
            for office in sorted(entity.offices):
                offices[office][entity.value.folded] = None
        for alike in offices.values():
            yield alike, alike
        yield from self._namesakes(names) if self._stories else ()
        for article, mine in names.items():
            near = sorted(self._stories.related(article)) if self._stories else [article]
            yield mine, dict.fromkeys(name for other in near if other >= article for name in names.get(other, ()))

    def _namesakes(self, names: Mapping[str, Mapping[str, None]]) -> Iterator[tuple[Collection[str], Collection[str]]]:
        """Full names by given name and the consonants of the surname, which a doubled letter and a slip of a vowel leave as they are."""
        alike: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for name in {name for held in names.values() for name in held}:
            given, _, family = name.rpartition(" ")
            sounds = _VOWELS.sub("", family)
            if len(sounds) >= _CONSONANTS:
                alike[given, _DOUBLED.sub(r"\1", sounds)][name] = None
        for near in alike.values():
            if len(near) > 1:
                yield sorted(near), sorted(near)

    def _is_told_by_name(self, one: Entity, other: Entity) -> bool:
        """Whether the two spellings themselves are the one rare name by which two articles of the same days that speak alike tell one
        story: one given name, and a surname that few bear."""
        families = {fold(entity.value.family) for entity in (one, other)}
        if self._stories is None or one.value.given != other.value.given or not self.common_surnames.isdisjoint(families):
            return False
        pair = one.article, other.article
        if pair[0] == pair[1] or not self._stories.near(*pair):
            return False
        rare = bool(one.value.given) and fold(one.value.given[0]) not in self.frequent
        return self._stories.speak_alike(*pair) or (rare and self._speak_of_one(one, other))

    def _speak_of_one(self, one: Entity, other: Entity) -> bool:
        """Whether two articles share a name besides the person's, be it a country's, and telling nouns: with a given name that few have
        that is a story."""
        if self._stories is None:
            return False
        own = {word for entity in (one, other) for word in entity.value.folded.split()}
        names = [name for name in self._stories.shared(one.article, other.article) if name.partition(":")[2] not in own]
        return bool(names) and len(self._stories.shared_nouns(one.article, other.article)) >= _FEW_NOUNS

    def prove(self, one: Entity, other: Entity, match: NameMatch) -> IdentityProof | None:
        """The proof that two persons with full names, spelt as ``match`` says, are one; None where it is not proven."""
        ground = self._ground(one, other)
        return self._proof(one, other, match, ground) if not ground.excluded and self._is_proven(one, other, match, ground) else None

    def prove_short(self, one: Entity, other: Entity, match: NameMatch) -> IdentityProof | None:
        """The same where one has no given name or an initial only: there must be an office and a story."""
        ground = self._ground(one, other)
        near = match.family is Match.FOLDED or (match.family is Match.SLIP and not match.at_end)
        told = ground.shared or ground.alike - self._many
        if not near or ground.excluded or ground.apart or not told or not (ground.words or ground.story == "same"):
            return None
        return self._proof(one, other, match, ground)

    def speak_apart(self, one: Entity, other: Entity) -> bool:
        """Whether the ages or offices told of two persons speak against one."""
        ground = self._ground(one, other)
        return ground.excluded or ground.apart or self._differ(one, other, ground)

    def few_hold(self, one: Entity, other: Entity) -> list[str]:
        """The offices that both are called by and that few people of a story have."""
        return sorted((one.offices & other.offices) - self._many)

    def one_holds(self, one: Entity, other: Entity) -> bool:
        """Whether both are called by an office that one person has at a time in a state, town or firm."""
        return not self._sole.isdisjoint(one.offices & other.offices)

    def hold_alike(self, one: Entity, other: Entity) -> bool:
        """Whether an office of the one that few people of a story have is one of the other's in other words."""
        return bool(self._alike(one, other) - self._many)

    def _is_proven(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> bool:
        family = {fold(entity.value.family) for entity in (one, other)}
        single = bool(ground.shared - self._many)
        if match.given is Match.SLIP and match.family <= Match.SHORT:  # brothers and sisters have such names too
            return not ground.apart and self._is_no_kin(one, other, match, ground)
        placed = bool(ground.shared and (ground.words or one.bodies & other.bodies))
        if family <= self.common_surnames and match.family > Match.SHORT:
            return placed
        if match.at_end or match.family is Match.SLIPS or match.given is Match.SLIP:  # more often two names than one
            aged = ground.same_age and ground.story == "same" and match.given is not Match.SLIP
            told = aged or any(holds(one, other, match, ground) for holds in (self._is_only_end, self._is_far_slip, self._is_habit))
            return not ground.apart and (placed or told or bool(ground.story and ground.alike - self._many))
        if ground.apart or self._differ(one, other, ground):
            return self._outweighs(match, ground, family)
        return single or bool(ground.story)

    def _is_only_end(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> bool:
        """Whether nothing but the last letter of a long surname differs, in one story and beside one given name."""
        slip = match.at_end and match.family is Match.SLIP and match.given is Match.EQUAL
        families = [fold(entity.value.family) for entity in (one, other)]
        long = min(map(len, families)) >= _ENDING and self.common_surnames.isdisjoint(families)
        sons = families[0] in (families[1] + _SON, families[1].removesuffix(_SON))
        return slip and long and not sons and ground.story == "same" and not self._differ(one, other, ground)

    def _is_far_slip(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> bool:
        """Whether a long surname has two slips beside one given name, in one story with many names."""
        families = [fold(entity.value.family) for entity in (one, other)]
        long = min(map(len, families)) >= _FAR and self.common_surnames.isdisjoint(families)
        told = ground.story == "same" and len(ground.names) >= SHARED_STORY and not self._differ(one, other, ground)
        return match.family is Match.SLIPS and match.given is Match.EQUAL and long and told

    def _is_habit(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> bool:
        """Whether a slip in the given name stands beside another habit in the surname: brothers and sisters spell that alike.

        Two victims may be kin whose papers do not.
        """
        both = match.given is Match.SLIP and match.family is Match.FOLDED and ground.story == "same" and not ground.shared & self._many
        rare = self.common_surnames.isdisjoint(fold(entity.value.family) for entity in (one, other))
        return both and rare and ground.same_age >= ground.aged and not self._differ(one, other, ground)

    def _is_no_kin(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> bool:
        """Whether people of one surname and near given names are one: by an office that only one has, or, for one name in two languages,
        by the story alone."""
        single = bool(ground.shared - self._many)
        if match.kin:
            return ground.story == "same" and bool(ground.shared & self._sole or (ground.shared and ground.same_age))
        if ground.story and (single or (ground.shared and ground.words)):
            return True
        rare = fold(one.value.family) not in self.common_surnames
        slipped = match.rooted or self._is_no_name(one, other)
        return slipped and rare and ground.story == "same" and ground.same_age >= ground.aged and not self._differ(one, other, ground)

    def _is_no_name(self, one: Entity, other: Entity) -> bool:
        """Whether but one of two near given names is one that people bear: nobody's brother is called Dorrick."""
        given = [fold(entity.value.given[0]) for entity in (one, other)]
        return min(map(len, given)) >= _GIVEN and self._folder.forms.is_listed(given[0]) != self._folder.forms.is_listed(given[1])

    def _differ(self, one: Entity, other: Entity, ground: _Ground) -> bool:
        """Whether both are told with offices and none of one is one of the other's in other words."""
        return bool(one.offices and other.offices and not ground.alike)

    def _outweighs(self, match: NameMatch, ground: _Ground, family: AbstractSet[str]) -> bool:
        """Whether the story is strong enough for different offices or ages to be told of one person."""
        if match.worst is not Match.SLIP:
            return ground.story == "same" or len(ground.words) >= SHARED_STORY
        distinct = min(map(len, family)) >= _DISTINCT and not family & self.common_surnames and match.given is Match.EQUAL
        return len(ground.words) >= STRONG_STORY or (ground.story == "same" and distinct)

    def _ground(self, one: Entity, other: Entity) -> _Ground:
        words, story, names = self._story(one, other)
        shared = one.offices & other.offices
        years = [mine.years_apart(theirs) for mine, theirs in product(one.ages, other.ages)]
        opposed = not shared and any(pair in self._opposed for pair in product(self._cores(one), self._cores(other)))
        return _Ground(
            shared=shared,
            alike=shared or self._alike(one, other),
            words=words,
            names=names,
            story=story,
            same_age=bool(years) and not min(years),
            aged=bool(years),
            apart=bool(years) and min(years) > AGES_APART,
            excluded=opposed or (bool(years) and min(years) >= GENERATION),
        )

    def _proof(self, one: Entity, other: Entity, match: NameMatch, ground: _Ground) -> IdentityProof:
        names = f"{one.value.spelling} and {other.value.spelling}"
        part = "surname" if match.family > Match.SHORT else "given name"
        if match.worst is Match.FOLDED:
            foreign = self._folder.fold_name(one.value).shared(self._folder.fold_name(other.value))
            reasons = [f"{names}: " + (f"two romanisations of one {part}" if foreign else f"one {part} in two spellings that sound alike")]
        else:
            reasons = [f"{names}: one {part} in two spellings that no habit of romanisation explains"]
        if ground.shared:
            land = sorted(name.title() for name in one.bodies & other.bodies)
            reasons.append(f"both are called {min(ground.shared)}" + (f" ({', '.join(land)})" if land else ""))
        elif ground.alike:
            reasons.append(f"they are called {', '.join(sorted(one.offices))} and {', '.join(sorted(other.offices))}")
        if ground.same_age:
            reasons.append(f"both are {one.ages[0].caption()}")
        if ground.words or ground.names:
            shown = [word.rpartition(".")[2].capitalize() for word in (ground.words or ground.names) if not word.isdigit()]
            reasons.append(f"both articles also name {', '.join(shown[:4])}")
        elif self._stories is not None and self._is_told_by_name(one, other):
            nouns = sorted(self._stories.shared_nouns(one.article, other.article))
            reasons.append(f"both articles, of the same days, tell of: {', '.join(nouns[:4])}")
        return IdentityProof(level_of(match), tuple(reasons))

    def _alike(self, one: Entity, other: Entity) -> frozenset[str]:
        """Offices of the first that an office of the second says in other words: one core holds the other."""
        found = set()
        for mine, theirs in product(one.offices, other.offices):
            cores = self._groups.get(mine, frozenset()), self._groups.get(theirs, frozenset())
            if all(cores) and (cores[0] <= cores[1] or cores[1] <= cores[0]):
                found.add(mine)
        return frozenset(found)

    def _cores(self, entity: Entity) -> frozenset[str]:
        return frozenset(core for office in entity.offices for core in self._groups.get(office, ()))

    def _story(self, one: Entity, other: Entity) -> tuple[tuple[str, ...], Story, tuple[str, ...]]:
        """The rare words that both articles share, empty if too few; whether they tell one story or touch one; the names that tell so."""
        own = {word for entity in (one, other) for word in entity.value.folded.split()}
        shared = (self._words[one.article] & self._words[other.article]) - own
        rare = not own & self.frequent and bool(one.value.given and other.value.given)
        words = tuple(sorted(shared)) if len(shared) >= (RARE_STORY if rare else SHARED_STORY) else ()
        if self._stories is None or one.article == other.article:
            return words, "some" if words else "", ()
        pair = one.article, other.article
        ids = [name for name in self._stories.shared(*pair) if name.partition(":")[2] not in own]
        names = tuple(name.partition(":")[2] for name in ids if not name.startswith("place:"))
        weight = sum(map(self._stories.weight, ids))
        if weight >= OTHER_NAMES and self._stories.same(*pair):
            return words, "same", names
        some = rare and weight >= SOME_NAMES and self._stories.near(*pair)
        some = some or self._is_told_by_name(one, other)
        return words, "some" if words or some else "", names if some else ()


def entities_of(claims: Iterable[Claim], rulebook: Rulebook) -> list[Entity]:
    """The persons of each article, by article and id, from claims of kind "name" and, for their ages, "age"."""
    offices = frozenset(fold(rule.words[0]) for rule in rulebook.of(TitleRule) if rule.sort != "address")
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    ages: dict[tuple[str, str], list[AgeValue]] = defaultdict(list)
    for claim in claims:
        person = min((agent for agent in claim.frame.agents if agent.startswith("person:")), default="")
        if person and isinstance(claim.value, NameValue):
            groups[claim.anchor.article, person].append(claim)
        elif person and isinstance(claim.value, AgeValue):
            ages[claim.anchor.article, person].append(claim.value)
    entities = []
    kept: dict[frozenset[str], frozenset[str]] = {}  # few persons have offices of their own
    for (article, person), members in sorted(groups.items()):
        ordered = sorted(members, key=place_of)
        values = [claim.value for claim in ordered if isinstance(claim.value, NameValue)]
        named = [value for value in values if f"person:{value.folded}" == person] or values
        value = max(named, key=lambda value: len(value.folded.split()))
        roles = frozenset(role for claim in ordered for role in claim.frame.subset)
        told = tuple(sorted(ages.get((article, person), ()), key=lambda age: (age.low, age.caption())))
        held, other = roles & offices, roles - offices
        called = kept.setdefault(held, held), kept.setdefault(other, other)
        entities.append(Entity(article, person, value, tuple(ordered), *called, told))
    return entities


def level_of(match: NameMatch) -> str:
    """The level of a finding by what the spellings differ in."""
    return "romanisation" if match.worst is Match.FOLDED else "misspelling"


def place_of(claim: Claim) -> tuple[str, str, int, int]:
    """The key that puts claims in reading order."""
    return claim.anchor.article, claim.anchor.field, claim.anchor.span.start, claim.anchor.span.end


def one_hand(
    sides: Mapping[str, list[tuple[str, Claim]]], written_out: Mapping[int, str], letters: Callable[[str], str]
) -> dict[str, list[tuple[str, Claim]]]:
    """The sides of a name by their ``letters``; its marks written out are no other spelling ("Jürgen", "Juergen")."""
    merged = dict(sides)
    for own, items in sides.items():
        for part in sorted({part for part, _ in items}):
            written = letters(part.lower().translate(written_out))
            if written != own and written in merged and own in merged:
                merged[written] = merged[written] + merged.pop(own)
    return merged
