"""Finds one place, thing or organisation under two similar names, by comparing what the articles of one story say of it.

``factcheck.conflicts.place`` finds names that differ in one letter and have a noun beside both.  Here the names may differ more ("the yacht
Grey Dorrel", "the Grey Darrow") and need no noun: each of two reports of one story has a name that the other lacks, and the sentences
around the two names agree ("the program stopped the trains").  Two names stay two where one is listed, is derived from the other by an
ending, or occurs anywhere in the other article, and where organisations differ in more than the noun for what they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from factcheck.conflicts.forms import MIN_LETTERS, SURE_LETTERS, Form, Variation
from factcheck.conflicts.name_contexts import NameContext
from factcheck.conflicts.place import Bearers, NamingFinding, NamingProof, build_naming
from factcheck.rulebook import Rulebook
from factcheck.topics.labels import in_words
from factcheck.topics.strength import FAIR

_ENOUGH = 2
"""Stems and names that the sentences around both must share."""
_ENOUGH_BODIES = 3
"""The same for bodies whose names differ in their noun."""
_PLACES = frozenset({"settlement", "district", "water", "height", "island"})
"""Classes of which a list of places ("the villages of X and Y") holds many that look alike."""
_LANDS = frozenset({"GPE", "LOC"})
"""What the parse calls places that have no noun."""


def find_lookalikes(bearers: Bearers, rulebook: Rulebook, found: list[NamingFinding]) -> Iterator[NamingFinding]:
    """Every bearer of two names that look alike and are not among those ``found``; one finding a pair, in order of names."""
    teller = _Teller(bearers, rulebook)
    used = {claim.value.iso() for finding in found for _, claims in finding.sides for claim in claims}
    for left, right, variation in bearers.varying.lookalikes(bearers.forms.forms, bearers.stories.related):
        if used.isdisjoint((left.spelling, right.spelling)) and (proof := teller.prove(left, right, variation)):
            used |= {left.spelling, right.spelling}
            yield build_naming([left, right], {(left.folded, right.folded): proof}, bearers)


class _Teller:
    def __init__(self, bearers: Bearers, rulebook: Rulebook) -> None:
        self._bearers, self._words = bearers, rulebook.words()
        self._replacing = frozenset(self._words["organisation.replacing"])

    def prove(self, left: Form, right: Form, variation: Variation) -> NamingProof | None:
        """Why two forms name one bearer; None where it is not proven."""
        bearers = self._bearers
        pairs = [pair for pair in bearers.pairs(left, right) if pair[0] != pair[1] and self._are_of_one_time(*pair)]
        left, right = bearers.around(left, right, pairs)
        if not pairs or not self._may_be_one(left, right, variation):
            return None
        words = (variation.left, variation.right)
        nouns = {variation.left, variation.right} <= self._replacing
        enough = _ENOUGH_BODIES if nouns else _ENOUGH
        for mine, theirs in pairs:
            if self._names_a_person(left, mine, theirs) or self._names_a_person(right, mine, theirs):
                continue
            if bearers.forms.has_name(right, variation.right, mine) or bearers.forms.has_name(left, variation.left, theirs):
                return None
            own, other = self._name_context(left, mine, right), self._name_context(right, theirs, left)
            rare = {name.partition(":")[2] for name in bearers.stories.shared(mine, theirs) if name.startswith("word:")}
            told = [*sorted(own.names & other.names & rare), *sorted(own.stems & other.stems)]
            rest = any(bearers.is_rare((word,)) for word in variation.shared)
            beside = rest and own.surrounds_like(other)
            slip = not nouns and min(map(len, words)) >= (MIN_LETTERS if rest else SURE_LETTERS) and Levenshtein.distance(*words) == 1
            slip = slip and (rest or not (left.labels | right.labels) & _LANDS)
            if (own.stems & other.stems or beside or (rest and slip)) and len(told) + rest + beside + slip >= enough:
                shown = in_words((told or sorted(own.around & other.around) or variation.shared)[:4], own.text)
                reasons = (
                    f"{left.spelling} and {right.spelling}: the names look alike, and each stands in one article only",
                    f"beside both is told: {shown}",
                    bearers.story_line(mine, theirs),
                )
                return NamingProof("another-word" if nouns else "misspelling", reasons, FAIR)
        return None

    def _are_of_one_time(self, left: str, right: str) -> bool:
        stories = self._bearers.stories
        return left in stories.days and right in stories.days and stories.close(left, right)

    def _may_be_one(self, left: Form, right: Form, variation: Variation) -> bool:
        bearers = self._bearers
        if bearers.is_listed(left) or bearers.is_listed(right) or bearers.is_people(left) or bearers.is_people(right):
            return False
        words = {variation.left, variation.right}
        if words & self._replacing:
            crowded = not bearers.crowded.isdisjoint(variation.shared)
            if crowded or not words <= self._replacing or len(variation.shared) < 2:
                return False
        elif (left.sorts | right.sorts) & _PLACES or any(map(bearers.is_office, words)):
            return False
        single = not variation.shared
        if single and any(bearers.forms.is_common(word, form) for word, form in ((variation.left, left), (variation.right, right))):
            return False
        return not bearers.are_two(left, right)

    def _names_a_person(self, form: Form, *articles: str) -> bool:
        """Whether a word of the form is a word of a person's name in one of the articles, or its first one a given name."""
        words = set(form.folded.split())
        persons = self._bearers.forms.persons
        given = form.folded.split()[0] in self._bearers.varying.lexicon.given
        return given or any(not words.isdisjoint(persons.get(article, ())) for article in articles)

    def _name_context(self, form: Form, article: str, other: Form) -> NameContext:
        own = {*form.folded.split(), *other.folded.split()}
        return NameContext.of(form.uses[article], self._bearers.forms.texts.get(article, ""), own, self._words)
