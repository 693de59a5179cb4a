"""How well two sentences of two articles that give values of one kind are aligned: named features of a pair of contexts.

What a value answers need not be known to see that two papers answer the same: the words around both are the same, or of one class, stand
in the same roles, and no other value of either article fits better.  Each feature is a number that a reader can check; the scorecard in
rules/alignment.yaml says what it is worth (``factcheck.conflicts.alignment``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.model import CONTEXT, Claim
from factcheck.text import Span
from factcheck.topics.pair_features import (
    AGREE,
    RAREST,
    Features,
    build_of,
    features_of_values,
    likeness,
    prefixes_of,
    roles_of,
    times_of,
    words_of,
)
from factcheck.topics.views import View, context_of, place_of, question_of, sentence_of
from factcheck.values import Relation, relation_of

MOST_VALUES = 60
"""Values of one kind and article that are aligned, in reading order."""
_KEPT = 2_000
"""Pairs of articles whose likenesses are kept, and articles whose contexts are kept ready: stories are compared one after the other."""

Maker = Callable[[View, View], Features]
"""Makes the features of one group."""


class Alignments:
    """The contexts of a corpus by article; made once a run.

    Args:
        claims: those of kind CONTEXT are read.
        weights: by word how rare it is, the negative logarithm of the part of articles that hold it; absent for the rarest.
    """

    def __init__(self, claims: Iterable[Claim], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.kind == CONTEXT:
                self._claims[claim.anchor.article].append(claim)
        self._told: dict[str, dict[str, list[Claim]]] = {}
        self._views: dict[tuple[str, str], tuple[View, ...]] = {}
        self._by_claim: dict[tuple[str, str, Span], View] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._likenesses: dict[tuple[str, str, str], Likenesses] = {}
        self._groups: dict[int, frozenset[str]] = {}
        """The names of the features of each group, known since it was first made."""

    def weight(self, word: str) -> float:
        """How much it says that two sentences share a word, 0 to RAREST."""
        return self._weights.get(word, RAREST)

    def told(self, article: str) -> Mapping[str, Sequence[Claim]]:
        """The contexts of an article by question, in reading order, of each question at most MOST_VALUES."""
        if article not in self._told:
            found: dict[str, list[Claim]] = {}
            for claim in sorted(self._claims.get(article, ()), key=lambda claim: (claim.anchor.field, claim.anchor.span, claim.id)):
                claims = found.setdefault(question_of(claim), [])
                if len(claims) < MOST_VALUES:
                    claims.append(claim)
            self._told[article] = found
        return self._told[article]

    def views(self, article: str, question: str) -> Sequence[View]:
        """The contexts of an article for one question, in reading order."""
        views = self._views.get((article, question))
        if views is None:
            views = self._views[article, question] = tuple(map(View.of, self.told(article).get(question, ())))
            self._by_claim |= {place_of(view.claim): view for view in views}
        return views

    def words(self, article: str) -> frozenset[str]:
        """The words of all contexts of an article."""
        if article not in self._words:
            contexts = (context_of(claim) for claims in self.told(article).values() for claim in claims)
            self._words[article] = frozenset(word.word for context in contexts for word in context.words)
        return self._words[article]

    def likenesses(self, left: str, right: str, question: str) -> Likenesses:
        """How like one another the contexts of two articles are that give values of one kind."""
        key = (left, right, question)
        found = self._likenesses.get(key)
        if found is None:
            if len(self._likenesses) >= _KEPT:
                self._likenesses.clear()
            found = self._likenesses[key] = Likenesses(self.views(left, question), self.views(right, question), self._weights)
        return found

    def groups(self, left: Claim, right: Claim, wanted: Collection[str] | None = None) -> Iterator[Features]:
        """The named features of two contexts of two articles with values of one kind, the cheapest first and none of those that the values
        alone tell; the same for both orders.  Nothing where one is beyond MOST_VALUES.

        Args:
            wanted: groups that are known to have none of these features are not made; None: all are.
        """
        if len(self._views) > _KEPT:
            self._forget()
        one, other = _ordered(left, right)
        mine, theirs = self._view(one), self._view(other)
        if mine is None or theirs is None:
            return
        likenesses = self.likenesses(one.anchor.article, other.anchor.article, question_of(one))
        makers: tuple[Maker, ...] = (
            likenesses.numbers,
            build_of,
            lambda mine, theirs: roles_of(mine, theirs, self._weights),
            times_of,
            lambda mine, theirs: words_of(mine, theirs, self._weights),
            likenesses.standing,
            prefixes_of,
            self._elsewhere,
            self._beside,
        )
        for number, make in enumerate(makers):
            names = self._groups.get(number)
            if wanted is None or names is None or not names.isdisjoint(wanted):
                found = make(mine, theirs)
                self._groups.setdefault(number, frozenset(found))
                yield found

    def features(self, left: Claim, right: Claim, days: int | None) -> Features:
        """All features of a pair: those of ``groups`` and of ``features_of_values``.  Empty where one is beyond MOST_VALUES."""
        found: Features = {}
        for group in self.groups(left, right):
            found |= group
        return found and found | features_of_values(left, right, days)

    def _forget(self) -> None:
        """Drop what can be made again; likenesses hold views, so that both go at once."""
        for kept in (self._told, self._views, self._by_claim, self._words, self._likenesses):
            kept.clear()

    def _view(self, claim: Claim) -> View | None:
        """The view of a claim; None where it is beyond MOST_VALUES."""
        place = place_of(claim)
        view = self._by_claim.get(place)
        if view is None:
            self.views(claim.anchor.article, question_of(claim))
            view = self._by_claim.get(place)
        return view

    def _elsewhere(self, mine: View, theirs: View) -> Features:
        """The weight of the words of one context that the other lacks, less for the farther: of those that its article has elsewhere, and
        of those that it has not."""
        totals = {True: 0.0, False: 0.0}
        for one, other in ((mine, theirs), (theirs, mine)):
            article = self.words(other.claim.anchor.article)
            for word, distance in one.distances.items():
                if word not in other.distances:
                    totals[word in article] += self.weight(word) / (1 + distance)
        return {"told-elsewhere": totals[True], "told-here-alone": totals[False]}

    def _beside(self, mine: View, theirs: View) -> Features:
        """How many pairs of other values in the two sentences agree, and how many exclude each other."""
        sides = [
            [
                claim
                for claims in self.told(one.claim.anchor.article).values()
                for claim in claims
                if claim is not one.claim and sentence_of(claim) == sentence_of(one.claim)
            ]
            for one in (mine, theirs)
        ]
        relations = [
            relation_of(left.value, right.value) for left in sides[0] for right in sides[1] if question_of(left) == question_of(right)
        ]
        return {
            "beside.agree": float(sum(relation in AGREE for relation in relations)),
            "beside.apart": float(relations.count(Relation.APART)),
        }


class Likenesses:
    """The likeness of the contexts of one article to those of another, and whether their values agree; made as they are asked for, for few
    pairs of two long articles are."""

    def __init__(self, mine: Sequence[View], theirs: Sequence[View], weights: Mapping[str, float]) -> None:
        self._views = mine, theirs
        self._things = [view.claim.frame.thing for view in mine], [view.claim.frame.thing for view in theirs]
        self._weights = weights
        self._known: dict[tuple[int, int], float] = {}
        self._agree: dict[tuple[int, int], bool] = {}

    def _of(self, mine: View, theirs: View) -> float:
        """How like two contexts are."""
        pair = (id(mine), id(theirs))
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = likeness(mine, theirs, self._weights)
        return known

    def _agrees(self, mine: View, theirs: View) -> bool:
        """Whether the values of two contexts may be one."""
        pair = (id(mine), id(theirs))
        known = self._agree.get(pair)
        if known is None:
            known = self._agree[pair] = relation_of(mine.claim.value, theirs.claim.value) in AGREE
        return known

    def numbers(self, mine: View, theirs: View) -> Features:
        """How many values the two articles give, and how many of the same thing."""
        alike = [things.count(view.claim.frame.thing) for things, view in zip(self._things, (mine, theirs), strict=True)]
        return {"values": float(sum(map(len, self._views))), "values.alike": float(sum(alike)), "sole": float(alike == [1, 1])}

    def standing(self, mine: View, theirs: View) -> Features:
        """How a pair stands among all pairs of its two articles that one of its contexts is in."""
        own = self._of(mine, theirs)
        lines = (
            [(mine, view) for view in self._views[1] if view is not theirs],
            [(view, theirs) for view in self._views[0] if view is not mine],
        )
        rivals = [[self._of(*pair) for pair in line] for line in lines]
        better = [len([rival for rival in line if rival > own]) for line in rivals]
        best = [max(line, default=0.0) for line in rivals]
        agreeing = own if self._agrees(mine, theirs) else 0.0
        for line, told in zip(lines, rivals, strict=True):
            for pair, rival in zip(line, told, strict=True):
                if rival > agreeing and self._agrees(*pair):
                    agreeing = rival
        return {
            "likeness": own,
            "rank": float(max(better)),
            "rank.both": float(sum(better)),
            "margin": own - max(best),
            "margin.lesser": own - min(best),
            "agreeing": agreeing,
            "agreeing.margin": own - agreeing,
        }


def _ordered(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    first, second = sorted((left, right), key=lambda claim: (claim.anchor.article, claim.anchor.field, claim.anchor.span, claim.id))
    return first, second


__all__ = ["MOST_VALUES", "RAREST", "Alignments", "Features", "Likenesses", "View", "features_of_values", "question_of"]
