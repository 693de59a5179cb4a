"""One place, ship, animal or body in two spellings.

Two spellings are laid to one bearer only by this ladder; the first rung that holds decides:

1. both are listed in rules/world/, or differ as varieties of English, adjectives, plurals or compass words do: silent
2. one sentence has both, or one article has both more than once: two things, silent
3. different sorts of bearer ("river", "street"), different places around, or a person of that name: silent
4. the articles do not tell one story: silent
5. the same noun beside both, or the same other names around both, or several words that agree apart from one or differ by habit only, or
   one stray use in an article that has the other several times: one bearer

A difference that a habit of romanisation explains is a "romanisation", any other a "misspelling".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.conflicts.forms import MIN_LETTERS, SURE_LETTERS, Form, Forms, Variation, Varying
from factcheck.mentions.spelling import Match
from factcheck.model import Claim
from factcheck.rulebook import Rulebook
from factcheck.topics.labels import Labels
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.stories import Stories
from factcheck.topics.strength import CERTAIN, SOUND

SHARED_NAMES = 3
"""Rare names that two articles share if they tell one story, where the weights of ``factcheck.topics.stories`` do not say so."""
STRAY = 2
"""Uses of a second spelling up to which it may be a stray slip against the spelling that others use."""


FOLDED_LETTERS, SLIP_LETTERS = 7, 9
"""Letters of a single word of which nothing else is known from which on one habit, or one slip, is taken for the same name."""
FEW = 200
"""Pairs of articles that are tried one by one; for more the neighbours of each article are looked up."""


@dataclass(frozen=True, slots=True)
class NamingProof:
    """Why two forms name one thing: ``level`` is the rung, ``reasons`` the proof, one sentence each, ``strength`` in (0, 1]."""

    level: str
    reasons: tuple[str, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class NamingFinding:
    """One bearer under two or more names.  ``kind`` is "place" or "organisation"; ``sides`` pairs each spelling with its claims, most
    used first."""

    kind: str
    name: str
    sides: tuple[tuple[str, tuple[Claim, ...]], ...]
    proof: NamingProof


class Bearers:
    """What speaks against, and for, two forms naming one thing; shared by the two ladders."""

    def __init__(self, forms: Forms, stories: Stories, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self.forms = forms
        self.stories = stories
        self.varying = Varying(rulebook)
        self.crowded = frozenset(words["organisation.crowded"])
        lists = ("organisation.plain", "organisation.noun", "organisation.form", "organisation.crowded", "place.noun")
        self._plain = frozenset(word for name in lists for word in words[name])
        self._names = self._rare_names()
        self.label = Labels(rulebook)

    def story_line(self, left: str, right: str) -> str:
        """Which story two articles tell, by the names that both hold, as a reason."""
        return self.stories.line(left, right, self.label)

    def pairs(self, left: Form, right: Form, *, alike: bool = False) -> list[tuple[str, str]]:
        """The articles of one story that use the one and the other, different ones first.

        ``alike``: names of several words that all but agree are themselves a rare thing that the two articles share, so one more is enough.
        """
        found = [pair for pair in self._meeting(left.uses, right.uses) if self._is_one_story(*pair, alike=alike)]
        return sorted(found, key=lambda pair: (pair[0] == pair[1], pair))

    def _meeting(self, left: Mapping[str, object], right: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The pairs of an article of the one and an article of the other that share a salient name."""
        if len(left) > len(right):
            yield from ((mine, theirs) for theirs, mine in self._meeting(right, left))
        elif len(left) * len(right) <= FEW:
            yield from ((mine, theirs) for mine in left for theirs in right if self.stories.touch(mine, theirs))
        else:
            yield from ((mine, theirs) for mine in left for theirs in self.stories.neighbours(mine) & right.keys())

    def around(self, left: Form, right: Form, pairs: Sequence[tuple[str, str]]) -> tuple[Form, Form]:
        """The two forms with only their uses in and around the articles of the pairs: a namesake elsewhere proves nothing."""
        near = frozenset[str]().union(*(self.stories.neighbours(article) for pair in pairs for article in pair))
        return left.within(near), right.within(near)

    def _is_one_story(self, left: str, right: str, *, alike: bool) -> bool:
        return self.stories.same(left, right) or len(self._names[left] & self._names[right]) + alike >= SHARED_NAMES

    def _rare_names(self) -> dict[str, frozenset[str]]:
        """For each article the names that are neither listed nor made of common parts, persons' too."""
        given = self.varying.lexicon.given
        found: dict[str, set[str]] = defaultdict(set)
        for article, names in self.forms.persons.items():
            found[article] |= {name for name in names if name not in given and len(name) >= MIN_LETTERS}
        for form in self.forms.forms:
            if len(form.folded) >= MIN_LETTERS and self.is_rare(form.words) and not self.is_listed(form):
                for article in form.uses:
                    found[article].add(form.folded)
        return defaultdict(frozenset, {article: frozenset(names) for article, names in found.items()})

    def are_two(self, left: Form, right: Form) -> bool:
        """Whether the forms are told side by side, belong to different sorts of thing, or lie in different places."""
        if self._sorts_differ(left, right) or self._places_differ(left, right):
            return True
        for article in left.uses.keys() & right.uses.keys():
            quotes = {claim.anchor.quote for claim in left.uses[article]}
            if any(claim.anchor.quote in quotes for claim in right.uses[article]):
                return True
        if self.is_slip_of_listed(left, right):
            return False
        count = self.forms.count  # asked last, for it reads whole articles
        return any(count(left, article) > 1 and count(right, article) > 1 for article in {*left.uses, *right.uses})

    def is_slip_of_listed(self, left: Form, right: Form) -> bool:
        """Whether one form is listed, the other is not, and both are told of the same sort of place: a slip that was copied within the
        article."""
        return self.is_listed(left) != self.is_listed(right) and bool(left.sorts & right.sorts)

    def is_person(self, form: Form, articles: Sequence[str]) -> bool:
        """Whether the words are, or look like, a person's name and no noun speaks against it."""
        if any(claim.frame.predicate in ("noun", "article") for claim in form.claims):
            return False
        words = form.folded.split()
        if any(set(words) <= self.forms.persons.get(article, frozenset()) for article in articles):
            return True
        labels = frozenset(label for claim in form.claims for label in claim.frame.markers)
        given = words[0] in self.varying.lexicon.given and (len(words) == 1 or not labels & {"ORG", "GPE"})
        return given or labels == {"PERSON"}

    def is_named(self, form: Form) -> bool:
        """Whether more than the mere position of the words says that this is a name of such a thing."""
        return any(claim.frame.predicate != "bare" for claim in form.claims)

    def is_people(self, form: Form) -> bool:
        """Whether the parse takes the words for a people or faith, and no noun says otherwise."""
        return any("NORP" in claim.frame.markers for claim in form.claims) and not form.nouns

    def is_office(self, word: str) -> bool:
        """Whether a word is an office of persons ("Foreign Minister" is no other name of the Foreign Ministry)."""
        return self.varying.lexicon.is_office(word)

    def heads(self, form: Form) -> frozenset[str]:
        """The family names of the persons said to head the body."""
        return frozenset(name.partition(":")[2].split()[-1] for claim in form.claims for name in claim.frame.agents)

    def is_listed(self, form: Form) -> bool:
        """Whether rules/world/ has the form."""
        return self.varying.lexicon.is_place_or_group(form.folded)

    def is_rare(self, words: Sequence[str]) -> bool:
        """Whether one of the words is neither a common part of names nor a listed place or people."""
        return any(word not in self._plain and not self.varying.lexicon.is_place_or_group(word) and len(word) > 2 for word in words)

    def neighbours(self, left: Form, right: Form) -> list[str]:
        """The names, not of countries, that stand in one sentence with the one and with the other."""
        own = set(left.folded.split()) | set(right.folded.split())
        mine, theirs = (frozenset(name for claim in form.claims for name in claim.frame.others) for form in (left, right))
        return sorted(
            name for name in mine & theirs if self.stories.weight(name) >= LEAST_SALIENCE and not own & set(name.partition(":")[2].split())
        )

    def _sorts_differ(self, left: Form, right: Form) -> bool:
        return bool(left.sorts and right.sorts and not left.sorts & right.sorts)

    def _places_differ(self, left: Form, right: Form) -> bool:
        mine, theirs = (frozenset(place for claim in form.claims for place in claim.frame.targets) for form in (left, right))
        levels = {self.stories.levels.get(place) for place in mine} & {self.stories.levels.get(place) for place in theirs}
        return bool(mine and theirs and not mine & theirs and levels - {None})


def find_spellings(bearers: Bearers) -> list[NamingFinding]:
    """Every place, thing or body that is spelt in ways that no lexicon accepts; one finding per bearer, in order of names."""
    proofs: dict[tuple[str, str], NamingProof] = {}
    known = {form.folded: form for form in bearers.forms.forms}
    for left, right, variation in bearers.varying.near(bearers.forms.forms, bearers.stories.related):
        proof = _prove(left, right, variation, bearers)
        if proof is not None:
            proofs[left.folded, right.folded] = proof
    return [build_naming([known[name] for name in group], proofs, bearers) for group in group_names(proofs)]


def build_naming(
    group: Sequence[Form], proofs: Mapping[tuple[str, str], NamingProof], bearers: Bearers, *, kind: str = ""
) -> NamingFinding:
    """The finding for forms of one bearer: sides by use, kind as given or by what most of the claims are.

    Only uses in articles that share a story with a use of another form are shown: a city is named in many a story.
    """
    between = list(combinations(sorted(group, key=lambda form: form.folded), 2))
    inside = [proof for left, right in between if (proof := proofs.get((left.folded, right.folded))) is not None]
    shown: dict[str, set[str]] = defaultdict(set)
    for left, right in between:
        for mine, theirs in bearers.pairs(left, right, alike=True):
            shown[left.folded].add(mine)
            shown[right.folded].add(theirs)
    sides = {form: tuple(claim for claim in form.claims if claim.anchor.article in shown[form.folded]) for form in group}
    ordered = sorted(sides, key=lambda form: (-len(shown[form.folded]), -len(sides[form]), form.folded))
    claims = [claim for form in ordered for claim in sides[form]]
    told = [claim for claim in claims if claim.frame.predicate == "noun"] or claims
    bodies = sum(claim.kind == "organisation" for claim in told)
    kind = kind or ("organisation" if 2 * bodies > len(told) else "place")
    best = max(inside, key=lambda proof: proof.strength)
    level = next((proof.level for proof in inside if proof.level != "romanisation"), best.level)
    reasons = tuple(dict.fromkeys(reason for proof in inside for reason in proof.reasons))
    shown_sides = tuple((form.spelling, sides[form]) for form in ordered)
    return NamingFinding(kind, ordered[0].spelling, shown_sides, NamingProof(level, reasons, best.strength))


def _prove(left: Form, right: Form, variation: Variation, bearers: Bearers) -> NamingProof | None:
    pairs = bearers.pairs(left, right, alike=variation.throughout or bearers.is_rare(variation.shared))
    left, right = bearers.around(left, right, pairs)
    if not pairs or (bearers.is_listed(left) and bearers.is_listed(right)):
        return None
    reasons, strength = _reasons(left, right, variation, bearers)
    if not reasons:
        return None
    articles = sorted({*left.uses, *right.uses})
    if any(bearers.is_person(form, articles) or bearers.is_people(form) for form in (left, right)) or not (
        bearers.is_named(left) or bearers.is_named(right)
    ):
        return None
    if bearers.forms.is_common(variation.left, left) or bearers.forms.is_common(variation.right, right):
        return None
    if bearers.are_two(left, right):
        return None
    habit = variation.match is Match.FOLDED
    how = (
        "two spellings of one name that a habit of romanisation may explain"
        if habit
        else "one name in two spellings that no habit of romanisation explains"
    )
    apart = pairs[0][0] != pairs[0][1] and bool(bearers.stories.shared(*pairs[0]))
    told = (bearers.story_line(*pairs[0]),) if apart else ()
    return NamingProof(
        "romanisation" if habit else "misspelling", (f"{left.spelling} and {right.spelling}: {how}", *reasons, *told), strength
    )


_PER_REASON = 0.1
"""What each reason adds to the strength of a proof that two forms name one thing."""


def _reasons(left: Form, right: Form, variation: Variation, bearers: Bearers) -> tuple[list[str], float]:
    """What makes one bearer of two forms, and how surely; nothing where nothing does."""
    reasons: list[str] = []
    nouns = sorted(left.nouns & right.nouns)
    if nouns:
        reasons.append(f"the same noun stands beside both: {nouns[0]}")
    elif bearers.is_slip_of_listed(left, right):
        reasons.append(f"both are told of one sort of place ({min(left.nouns)}, {min(right.nouns)}), and only one of them is listed")
    around = bearers.neighbours(left, right)
    if around:
        reasons.append(f"both are told beside {', '.join(dict.fromkeys(map(bearers.label, around[:3])))}")
    if variation.throughout:
        reasons.append(f"all words agree by habit: {variation.left.title()} / {variation.right.title()}")
    elif bearers.is_rare(variation.shared):
        reasons.append(f"the rest of the name agrees: {' '.join(variation.shared).title()}")
    most, least = sorted((left, right), key=lambda form: (-len(form.uses), -len(form.claims), form.folded))
    inside = least.uses.keys() <= most.uses.keys()
    stray = len(least.claims) <= STRAY and len(least.uses) == 1 and not bearers.is_listed(least)
    many = len(most.uses) > 1 or len(most.claims) > STRAY
    letters = min(len(variation.left), len(variation.right))
    if stray and many and letters >= SURE_LETTERS and not variation.at_end and (reasons or inside):
        reasons.append(f"{least.spelling} is written {_times(len(least.claims))}, {most.spelling} {_times(len(most.claims))}")
    far = FOLDED_LETTERS if variation.match is Match.FOLDED else SLIP_LETTERS
    if not reasons and not variation.at_end and letters >= far and not bearers.is_listed(left) and not bearers.is_listed(right):
        reasons.append(f"no other name of the story is like these two, which agree in {letters - 1} letters")
    return reasons, min(CERTAIN, SOUND + _PER_REASON * len(reasons))


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def group_names(proofs: Mapping[tuple[str, str], NamingProof]) -> list[list[str]]:
    """Forms joined by proofs, each group sorted; a group in which two forms are not alike themselves still has one bearer."""
    groups: list[set[str]] = []
    for pair in sorted(proofs):
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if not group & set(pair)]
        groups.append(set(pair).union(*touching))
    return sorted(sorted(group) for group in groups)
