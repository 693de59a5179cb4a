"""One person in several spellings: found over all articles of a corpus.

Similar spelling alone proves nothing.  Two spellings are laid to one person only by a rung of this ladder, the first that holds:

1. the alias lexicon accepts both: silent
2. they differ in case, accents, hyphens, particles, middle names, a second surname or a nickname only: silent
3. generation marks, given names or offices speak against it, or one article names both in full: silent
4. a bare surname nears the only one it can mean in its article, or the only full name in another (``factcheck.conflicts.bare_surnames``)
5. same given name and a surname that a habit of romanisation or a slip explains, with a shared office or a shared story
6. each stands in one of two articles of a story and not in the other, and the same is told of both (``factcheck.conflicts.counterparts``)
7. both parts vary, or the spellings are further apart, with a shared story and a shared office, the same office in other words or one age

What speaks for and against is weighed in ``factcheck.conflicts.identity``.

A finding whose sides all differ by habit only is a "romanisation", any other a "misspelling".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.conflicts.bare_surnames import BareSurnames
from factcheck.conflicts.counterparts import Counterparts
from factcheck.conflicts.identity import Entity, Grounds, IdentityProof, entities_of, level_of, one_hand, place_of
from factcheck.conflicts.nearness import Nearness
from factcheck.conflicts.pairs import value_of
from factcheck.mentions.name_words import Lexicon, name_lexicon_of
from factcheck.mentions.spelling import Match, NameMatch, folder_of
from factcheck.model import Claim, Level
from factcheck.rulebook import ComparisonRule, Rulebook, TitleRule
from factcheck.text import flatten, fold
from factcheck.topics.stories import Stories
from factcheck.values import NameValue

_LONG = 6
"""Letters of a surname from which on another first letter may be a slip."""
_CAPITAL = re.compile(r"\b[^\W\d_][^\W_]{2,40}")


@dataclass(frozen=True, slots=True)
class SpellingFinding:
    """One person in two or more spellings.

    ``sides`` pairs each spelling of the part that differs with its claims, most used first; ``level`` is "misspelling" or "romanisation";
    ``severity`` what the rules set for it; ``reasons`` the proof, one sentence each.
    """

    person: str
    sides: tuple[tuple[str, tuple[Claim, ...]], ...]
    level: str
    severity: Level
    reasons: tuple[str, ...]


def find_variants(
    claims: Iterable[Claim],
    rulebook: Rulebook,
    named: Mapping[str, Collection[str]] | None = None,
    stories: Stories | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[SpellingFinding]:
    """Every person whose name is spelt in ways that no lexicon accepts, worst first; one finding per person.

    Args:
        claims: of all articles; those of kind "name" are compared, ages tell persons apart, all sentences tell what an article is about.
        rulebook: folding, alias, title and word rules.
        named: by article id the names or ids ("place:am", "name:harbor trust") that stand anywhere in it; None where that is not known.
        stories: which articles tell one story; None judges by the capitalised words they share.
        texts: the articles by id, where what stands around the names is to be read.
    """
    return _Variants(list(claims), rulebook, named or {}, stories, texts or {}).findings()


class _Variants:
    def __init__(
        self,
        claims: Sequence[Claim],
        rulebook: Rulebook,
        named: Mapping[str, Collection[str]],
        stories: Stories | None,
        texts: Mapping[str, str],
    ) -> None:
        self.folder = folder_of(rulebook)
        self.lexicon = name_lexicon_of(rulebook)
        self.title_words = frozenset(part for rule in rulebook.of(TitleRule) for word in rule.words for part in fold(word).split())
        self._written_out = str.maketrans(dict(rulebook.words().text("name.written-out")))
        self.levels: Mapping[str, str] = next((rule.levels for rule in rulebook.of(ComparisonRule) if rule.kind == "name"), {})
        self.entities = entities_of(claims, rulebook)
        self.by_name: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            if entity.value.given:
                self.by_name[entity.value.folded].append(entity)
        self._holders: dict[tuple[str, str], list[int]] = {}
        self._bearers: dict[str, list[str]] = defaultdict(list)
        for name, items in self.by_name.items():
            self._bearers[self._surname(items[0].value)].append(name)
        self.grounds = Grounds(rulebook, self.lexicon, _StoryWords(claims, named, self.lexicon, self.title_words), stories)
        self._counterparts = Counterparts(rulebook, self.folder, self.grounds, stories, texts, self.entities) if stories else None

    def findings(self) -> list[SpellingFinding]:
        edges = self._edges()
        used: set[str] = set()
        findings: list[SpellingFinding] = []
        loose = self._loose_proofs()
        self._hold({*edges, *loose})
        order = sorted({*edges, *loose}, key=lambda name: (-len({item.article for item in self.by_name[name]}), -self._weight(name), name))
        for hub in order:
            if hub in used:
                continue
            leaves = {name: proof for name, proof in edges.get(hub, {}).items() if name not in used}
            proofs = [*leaves.values(), *(loose[name] for name in (hub, *leaves) if name in loose)]
            if not proofs:
                continue
            used |= {hub, *leaves}
            finding = self._finding([hub, *sorted(leaves)], proofs, set(edges) | used)
            if finding:
                findings.append(finding)
        findings.extend(self._bare_findings(used))
        return sorted(findings, key=lambda item: (("high", "medium", "low").index(item.severity), item.person))

    def _weight(self, name: str) -> int:
        return sum(len(entity.claims) for entity in self.by_name[name])

    def _finding(self, names: Sequence[str], proofs: Sequence[IdentityProof], taken: set[str]) -> SpellingFinding | None:
        """The sides of one person; short forms and longer forms of each spelling join it."""
        values = [self.by_name[name][0].value for name in names]
        members = [entity for name in names for entity in self.by_name[name]]
        ids = {id(entity) for entity in members}
        for entity in self._kin(values):
            if id(entity) not in ids and entity.value.folded not in taken and self._belongs(entity, values):
                members.append(entity)
                ids.add(id(entity))
        by_family = len({self._surname(claim.value) for entity in members for claim in entity.claims}) > 1
        first = {fold(value.given[0]) for value in values if value.given}
        sides: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        for entity in members:
            for claim in entity.claims:
                value = value_of(claim, NameValue)
                given = value.given or entity.value.given
                parts = (value.family,) if by_family else given[:1] if len(first) > 1 else (" ".join(given),)
                for part in parts:  # a bare surname tells nothing where the given names differ
                    sides[self._letters(part)].append((part, claim))
        return self._build(values[0].spelling, one_hand(sides, self._written_out, self._letters), proofs)

    def _letters(self, part: str) -> str:
        return self.folder.bare(fold(part)).replace(" ", "")

    def _build(
        self, person: str, sides: Mapping[str, Sequence[tuple[str, Claim]]], proofs: Sequence[IdentityProof]
    ) -> SpellingFinding | None:
        level = "misspelling" if any(proof.level == "misspelling" for proof in proofs) else "romanisation"
        severity = self.levels.get(level, "high" if level == "misspelling" else "medium")
        if len(sides) < 2 or severity not in ("high", "medium", "low"):
            return None
        shown = []
        for _, items in sorted(
            sides.items(), key=lambda pair: (-len({claim.anchor.article for _, claim in pair[1]}), -len(pair[1]), pair[0])
        ):
            spellings = Counter(part for part, _ in items)
            spelling = min(spellings, key=lambda part: (-spellings[part], part))
            shown.append((spelling, tuple(sorted((claim for _, claim in items), key=place_of))))
        reasons = tuple(dict.fromkeys(reason for proof in proofs for reason in proof.reasons))
        grade: Level = "high" if severity == "high" else "medium" if severity == "medium" else "low"
        return SpellingFinding(person, tuple(shown), level, grade, reasons)

    def _surname(self, value: object) -> str:
        return self.folder.bare(fold(value.family)).replace(" ", "") if isinstance(value, NameValue) else ""

    def _belongs(self, entity: Entity, values: Sequence[NameValue]) -> bool:
        """Whether an entity is a longer or shorter form of one of the spellings and of no other person in the corpus."""
        value = entity.value
        if value.given:
            return any(self._is_same_form(value, other) for other in values)
        surname = self._surname(value)
        if all(surname != self._surname(other) for other in values):
            return False
        rivals = self._bearers[surname]
        return all(any(self._is_same_form(self.by_name[name][0].value, other) for other in values) for name in rivals)

    def _kin(self, values: Sequence[NameValue]) -> list[Entity]:
        """The entities that a word of their name may join to one of the spellings, in order."""
        found = {index for value in values for key in self._kin_keys(value) for index in self._holders.get(key, ())}
        return [self.entities[index] for index in sorted(found)]

    def _hold(self, names: Iterable[str]) -> None:
        """Find the entities that ``_kin`` will be asked for."""
        self._holders = {key: [] for name in names for key in self._kin_keys(self.by_name[name][0].value)}
        for index, entity in enumerate(self.entities if self._holders else ()):
            for key in self._kin_keys(entity.value):
                if key in self._holders:
                    self._holders[key].append(index)

    def _kin_keys(self, value: NameValue) -> set[tuple[str, str]]:
        """The surname, for bare ones; the first name with every other word of the name."""
        surname = self._surname(value)
        if not value.given:
            return {("", surname)}
        first, *rest = value.folded.split()
        return {("", surname), *((first, word) for word in (surname, *rest))}

    def _is_same_form(self, value: NameValue, other: NameValue) -> bool:
        same_first = bool(value.given and other.given) and fold(value.given[0]) == fold(other.given[0])
        if not same_first or self.folder.forms.generation(value) != self.folder.forms.generation(other):
            return False
        match = self.folder.match(value, other)
        return match.family <= Match.SHORT and match.given <= Match.SHORT

    def _edges(self) -> dict[str, dict[str, IdentityProof]]:
        edges: dict[str, dict[str, IdentityProof]] = defaultdict(dict)
        near = Nearness({name: items[0].value for name, items in self.by_name.items()}, self.folder)
        candidate_groups = self.grounds.candidate_groups(entity for entity in self.entities if entity.value.given)
        for left, right in near.pairs(candidate_groups):
            if proof := self._prove(left, right):
                edges[left][right] = edges[right][left] = proof
        proven = frozenset(edges)
        for one, other, proof in self._counterparts.pairs() if self._counterparts else ():
            left, right = one.value.folded, other.value.folded
            if proven.isdisjoint((left, right)) and not self._share_an_article(left, right):
                edges[left][right] = edges[right][left] = proof
        return edges

    def _share_an_article(self, left: str, right: str) -> bool:
        return not {item.article for item in self.by_name[left]}.isdisjoint(item.article for item in self.by_name[right])

    def _prove(self, left: str, right: str) -> IdentityProof | None:
        mine, theirs = self.by_name[left][0].value, self.by_name[right][0].value
        if self.folder.are_aliases(mine, theirs) or self.folder.forms.generation(mine) != self.folder.forms.generation(theirs):
            return None
        match = self._match(mine, theirs)
        if match.worst is Match.APART or match.swapped:
            return None
        if match.worst >= Match.SLIP and self._are_syllables_apart(mine, theirs) and not self._share_an_office(left, right):
            return None
        slip = match.worst >= Match.SLIP
        short = match.given is Match.SHORT and min(len(fold(value.given[0]).rstrip(".")) for value in (mine, theirs)) == 1
        if not short and not self._varies(match, mine, theirs):
            return None
        articles = {item.article for item in self.by_name[left]}
        together = sorted({item.article for item in self.by_name[right] if item.article in articles})
        if together:
            return self._prove_inside(left, right, match, together)
        for one in self.by_name[left]:
            for other in self.by_name[right]:
                if not self.grounds.may_meet(one, other):
                    continue
                proof = self.grounds.prove_short(one, other, match) if short else self.grounds.prove(one, other, match)
                if proof and not (slip and self._counterparts and self._counterparts.are_of_two_times(one, other)):
                    return proof
        return None

    def _are_syllables_apart(self, mine: NameValue, theirs: NameValue) -> bool:
        """Whether both names are Chinese, Korean or Vietnamese, whose every letter tells, and no romanisation makes them one."""
        first, second = self.folder.fold_name(mine), self.folder.fold_name(theirs)
        return bool(first.readings and second.readings) and self.folder.match_syllables(first, second) is Match.APART

    def _share_an_office(self, left: str, right: str) -> bool:
        return any(self.grounds.few_hold(one, other) for one in self.by_name[left] for other in self.by_name[right])

    def _match(self, mine: NameValue, theirs: NameValue) -> NameMatch:
        """How two full names agree; first names that may be one, which other grounds must bear out, count as a slip."""
        match = self.folder.match(mine, theirs)
        first, second = mine.given[0], theirs.given[0]
        if match.given is Match.APART and match.family in (Match.EQUAL, Match.FOLDED, Match.SLIP) and not match.at_end:
            near = self.folder.may_be_one(first, second) if match.family is Match.SLIP else self.folder.is_slip(first, second)
            match = replace(match, given=Match.SLIP) if near else match
        if match.given is Match.EQUAL and match.family is Match.APART and self._begin_apart(mine, theirs):
            return replace(match, family=Match.SLIPS)
        if match.given is not Match.SLIP:
            return match
        return replace(match, kin=self.folder.may_be_kin(first, second), rooted=self.folder.is_rooted(first, second))

    def _begin_apart(self, mine: NameValue, theirs: NameValue) -> bool:
        """Whether two long surnames differ in their first letter alone, which a slip seldom touches."""
        one, other = self._surname(mine), self._surname(theirs)
        return len(one) == len(other) >= _LONG and one[1:] == other[1:]

    def _varies(self, match: NameMatch, mine: NameValue, theirs: NameValue) -> bool:
        """Whether a part is spelt in two ways, and the other does not speak against one person."""
        first, second = fold(mine.given[0]), fold(theirs.given[0])
        if match.family is Match.ALIAS:
            return False
        given = match.given if match.given is Match.EQUAL else self.folder.match_given(first, second)
        if match.family <= Match.SHORT:
            return given is Match.FOLDED or match.given is Match.SLIP
        if match.family is Match.SLIPS:
            return given is Match.EQUAL
        return given in (Match.EQUAL, Match.ALIAS, Match.FOLDED) or match.given is Match.SLIP

    def _prove_inside(self, left: str, right: str, match: NameMatch, together: Sequence[str]) -> IdentityProof | None:
        """Both in full in one article: two persons, unless one stands there once, against many, with the same office."""
        one, other = (self._weight_in(name, together) for name in (left, right))
        offices = [frozenset().union(*(item.offices for item in self.by_name[name])) for name in (left, right)]
        if min(one, other) > 1 or match.given is not Match.EQUAL:
            return None
        if max(one, other) > 1 and offices[0] & offices[1]:
            office = sorted(offices[0] & offices[1])[0]
            return IdentityProof(level_of(match), (f"one article names the {office} in both spellings, one of them only once",))
        if all(offices) or not self._is_rare_slip(left, right, match):
            return None
        given = self.by_name[left][0].value.given[0]
        return IdentityProof(level_of(match), (f"one article calls {given} by both surnames, a rare one and a slip of it",))

    def _is_rare_slip(self, left: str, right: str, match: NameMatch) -> bool:
        """Whether two long surnames that few have differ by a slip within, and no sentence has both."""
        surnames = {self._surname(self.by_name[name][0].value) for name in (left, right)}
        quotes = [
            {(claim.anchor.article, claim.anchor.quote) for item in self.by_name[name] for claim in item.claims} for name in (left, right)
        ]
        rare = min(map(len, surnames)) >= _LONG and surnames.isdisjoint(self.lexicon.common_surnames)
        return rare and match.family in (Match.FOLDED, Match.SLIP) and not match.at_end and quotes[0].isdisjoint(quotes[1])

    def _weight_in(self, name: str, articles: Sequence[str]) -> int:
        return sum(len(item.claims) for item in self.by_name[name] if item.article in articles)

    def _loose_proofs(self) -> dict[str, IdentityProof]:
        """By full name: that an article spells the same person's surname in another way when it leaves out the given name."""
        proofs: dict[str, IdentityProof] = {}
        for entity in self.entities:
            if not entity.value.given:
                continue
            for claim in entity.claims:
                if not isinstance(claim.value, NameValue) or self._surname(claim.value) == self._surname(entity.value):
                    continue
                match = self.folder.match(claim.value, entity.value)
                twins = {self._surname(claim.value), self._surname(entity.value)} <= self.lexicon.common_surnames
                if match.family in (Match.FOLDED, Match.SLIP) and not twins and not match.at_end:
                    earlier = proofs.get(entity.value.folded)
                    reason = f"one article writes {entity.value.spelling} and, for the same person, {claim.value.family}"
                    level = "misspelling" if earlier and earlier.level == "misspelling" else level_of(match)
                    proofs[entity.value.folded] = IdentityProof(level, (*(earlier.reasons if earlier else ()), reason))
        return proofs

    def _bare_findings(self, used: set[str]) -> list[SpellingFinding]:
        """Bare surnames that near one full name, or else one bare surname, of another article of the same story."""
        findings: list[SpellingFinding] = []
        bare = BareSurnames(self.entities, self.by_name, self.grounds, self.folder, self._counterparts)
        for entity, name, others, proof in bare.pairs():
            if {name, entity.value.folded} & used:
                continue
            finding = self._bare_finding(entity, others, proof)
            if finding:
                findings.append(finding)
                used |= {name, entity.value.folded}
        return findings

    def _bare_finding(self, entity: Entity, others: Sequence[Entity], proof: IdentityProof) -> SpellingFinding | None:
        value = others[0].value
        sides = {
            self._surname(value): [(value.family, claim) for item in others for claim in item.claims],
            self._surname(entity.value): [(entity.value.family, claim) for claim in entity.claims],
        }
        return self._build(value.spelling, sides, [proof])


class _StoryWords(dict[str, frozenset[str]]):
    """The rare capitalised words of each article, read off its sentences when they are asked for."""

    def __init__(self, claims: Sequence[Claim], named: Mapping[str, Collection[str]], lexicon: Lexicon, titles: frozenset[str]) -> None:
        super().__init__()
        self._named, self._common = named, lexicon.no_names | lexicon.places | lexicon.heads | lexicon.given | titles
        self._told: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._told[claim.anchor.article].append(claim)

    def __missing__(self, article: str) -> frozenset[str]:
        words: set[str] = set()
        for quote in {claim.anchor.quote for claim in self._told.get(article, ())}:
            found = [match[0] for match in _CAPITAL.finditer(flatten(quote))][1:]
            words |= {fold(word) for word in found if word[0].isupper()}
        for name in self._named.get(article, ()):
            words |= {word for word in fold(name.partition(":")[2] or name).split() if len(word) > 2}
        self[article] = frozenset(words - self._common)
        return self[article]
