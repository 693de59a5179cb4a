"""How well two sentences of two articles that give values of one kind are aligned: named features of a pair of contexts.

What a value answers need not be known to see that two papers answer the same: the words around both are the same, or of one class, stand
in the same roles, and no other value of either article fits better.  Each feature is a number that a reader can check; the scorecard in
rules/alignment.yaml says what it is worth (``factcheck.conflicts.alignment``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.contexts import Context, WordRole
from factcheck.model import CONTEXT, Claim
from factcheck.text import Span
from factcheck.values import DateValue, MeasureValue, Relation, relation_of

RAREST = 6.0
"""Weight of a word that no article of the training data held."""
MOST_VALUES = 60
"""Values of one kind and article that are aligned, in reading order."""
_AGREE = (Relation.SAME, Relation.WITHIN, Relation.OVERLAP)
_NO_CONTEXT = Context()
_MASKS = tuple(
    int(roles)
    for roles in (
        WordRole.NEAR,
        WordRole.CLAUSE,
        WordRole.SUBJECT,
        WordRole.OBJECT,
        WordRole.PROPER | WordRole.CLAUSE,
        WordRole.GOVERNOR,
        WordRole.VERB,
    )
)
_MOST_RATIO, _NO_RATIO = 10.0, 3.0
_MOST_DAYS, _NO_DAYS = 30, 5.0
_THING, _VERB, _SUBJECT = 4.0, 3.0, 2.0
"""What the same counted noun, verb and subject add to the likeness by which the best counterpart is chosen."""
_KEPT = 2_000
"""Pairs of articles whose likenesses are kept, and articles whose contexts are kept ready: stories are compared one after the other."""

_KINDS = ("count", "measure", "money", "percent")
"""Kinds of values whose alignment is weighed apart."""

Features = dict[str, float]


def question_of(claim: Claim) -> str:
    """Values of which kind, or dimension, a context may be aligned with."""
    value = claim.value
    return f"measure/{value.dimension}" if isinstance(value, MeasureValue) else value.kind


@dataclass(frozen=True, eq=False)
class View:
    """A context made ready for comparing."""

    claim: Claim
    distances: Mapping[str, int]
    near: frozenset[str]
    clause: frozenset[str]
    verb: str
    subjects: frozenset[str]
    objects: frozenset[str]
    names: frozenset[str]
    governors: frozenset[str]

    @classmethod
    def of(cls, claim: Claim) -> View:
        """The view of a claim of kind CONTEXT."""
        words = (claim.frame.context or _NO_CONTEXT).words
        of_role: dict[int, list[str]] = {mask: [] for mask in _MASKS}
        for word in words:
            roles = int(word.roles)  # flags are slow to ask
            for mask, found in of_role.items():
                if roles & mask == mask:
                    found.append(word.word)
        near, clause, subjects, objects, names, governors, verbs = of_role.values()
        return cls(
            claim,
            {word.word: word.distance for word in words},
            frozenset(near),
            frozenset(clause),
            verbs[0] if verbs else "",
            frozenset(subjects),
            frozenset(objects),
            frozenset(names),
            frozenset(governors),
        )


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
            self._by_claim |= {_key(view.claim): view for view in views}
        return views

    def words(self, article: str) -> frozenset[str]:
        """The words of all contexts of an article."""
        if article not in self._words:
            contexts = (claim.frame.context or _NO_CONTEXT for claims in self.told(article).values() for claim in claims)
            self._words[article] = frozenset(word.word for context in contexts for word in context.words)
        return self._words[article]

    def likenesses(self, left: str, right: str, question: str) -> Likenesses:
        """How like one another the contexts of two articles are that give values of one kind."""
        key = (left, right, question)
        if key not in self._likenesses:
            if len(self._likenesses) >= _KEPT:
                self._likenesses.clear()
            self._likenesses[key] = Likenesses(self, self.views(left, question), self.views(right, question))
        return self._likenesses[key]

    def groups(self, left: Claim, right: Claim) -> Iterator[Features]:
        """The named features of two contexts of two articles with values of one kind, the cheapest first and none of those that the values
        alone tell; the same for both orders.  Nothing where one is beyond MOST_VALUES."""
        if len(self._views) > _KEPT:
            self._forget()
        one, other = _ordered(left, right)
        mine, theirs = self._view(one), self._view(other)
        if mine is None or theirs is None:
            return
        yield self.likenesses(one.anchor.article, other.anchor.article, question_of(one)).standing(mine, theirs)
        yield self._words_of(mine, theirs)
        yield _roles_of(mine, theirs, self)
        yield _sentences_of(mine, theirs, self)

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
        self.views(claim.anchor.article, question_of(claim))
        return self._by_claim.get(_key(claim))

    def likeness(self, mine: View, theirs: View) -> float:
        """By what the best counterpart of a value is chosen: the weight of what both share, more for the nearer and for what has a role."""
        total = sum(self._near_weights(mine, theirs))
        thing = mine.claim.frame.thing
        total += _THING if thing is not None and thing == theirs.claim.frame.thing else 0.0
        total += _VERB if mine.verb and mine.verb == theirs.verb else 0.0
        return total + (_SUBJECT if mine.subjects & theirs.subjects else 0.0)

    def _near_weights(self, mine: View, theirs: View) -> list[float]:
        """The weight of each word of both contexts, less for the farther: what most of the time is spent on, so that nothing is called."""
        weights, here, there = self._weights, mine.distances, theirs.distances
        return [weights.get(word, RAREST) * 2 / (2 + here[word] + there[word]) for word in here.keys() & there.keys()]

    def _words_of(self, mine: View, theirs: View) -> Features:
        shared = mine.distances.keys() & theirs.distances.keys()
        either = mine.distances.keys() | theirs.distances.keys()
        clause, clauses = mine.clause & theirs.clause, mine.clause | theirs.clause
        near = mine.near & theirs.near
        weights = self._near_weights(mine, theirs)
        return {
            "shared": sum(weights),
            "shared.best": max(weights, default=0.0),
            "shared.number": float(len(shared)),
            "shared.part": sum(map(self.weight, shared)) / max(1.0, sum(map(self.weight, either))),
            "shared.near": sum(map(self.weight, near)),
            "shared.clause": sum(map(self.weight, clause)) / max(1.0, sum(map(self.weight, clauses))),
            "told-elsewhere": self._elsewhere(mine, theirs, known=True),
            "told-here-alone": self._elsewhere(mine, theirs, known=False),
            "prefix": float(len(_prefixes(mine.distances.keys() - shared) & _prefixes(theirs.distances.keys() - shared))),
        }

    def _elsewhere(self, mine: View, theirs: View, *, known: bool) -> float:
        """The weight of the words of one context that the other lacks, of those that its article has elsewhere or of those it has not."""
        total = 0.0
        for one, other in ((mine, theirs), (theirs, mine)):
            article = self.words(other.claim.anchor.article)
            for word, distance in one.distances.items():
                if word not in other.distances and (word in article) == known:
                    total += self.weight(word) / (1 + distance)
        return total


class Likenesses:
    """The likeness of the contexts of one article to those of another, and whether their values agree; made as they are asked for, for few
    pairs of two long articles are."""

    def __init__(self, alignments: Alignments, mine: Sequence[View], theirs: Sequence[View]) -> None:
        self._alignments = alignments
        self._views = mine, theirs
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    def _of(self, mine: View, theirs: View) -> tuple[float, bool]:
        """How like two contexts are, and whether their values may be one."""
        pair = (id(mine), id(theirs))
        known = self._known.get(pair)
        if known is None:
            agree = relation_of(mine.claim.value, theirs.claim.value) in _AGREE
            known = self._known[pair] = self._alignments.likeness(mine, theirs), agree
        return known

    def standing(self, mine: View, theirs: View) -> Features:
        """How a pair stands among all pairs of its two articles that one of its contexts is in."""
        own, agree = self._of(mine, theirs)
        row = [self._of(mine, view) for view in self._views[1] if view is not theirs]
        column = [self._of(view, theirs) for view in self._views[0] if view is not mine]
        rivals = [[likeness for likeness, _ in line] for line in (row, column)]
        agreeing = [likeness for likeness, agrees in ((own, agree), *row, *column) if agrees]
        alike = [
            sum(view.claim.frame.thing == one.claim.frame.thing for view in views)
            for views, one in zip(self._views, (mine, theirs), strict=True)
        ]
        return {
            "likeness": own,
            "rank": float(max(sum(rival > own for rival in line) for line in rivals)),
            "rank.both": float(sum(rival > own for line in rivals for rival in line)),
            "margin": own - max((max(line, default=0.0) for line in rivals), default=0.0),
            "margin.lesser": own - min((max(line, default=0.0) for line in rivals), default=0.0),
            "agreeing": max(agreeing, default=0.0),
            "agreeing.margin": own - max(agreeing, default=0.0),
            "values": float(sum(map(len, self._views))),
            "values.alike": float(sum(alike)),
            "sole": float(alike == [1, 1]),
        }


def _prefixes(words: Iterable[str]) -> frozenset[str]:
    """The first letters of some words, by which a verb and its noun are alike ("insured", "insurance")."""
    return frozenset(word[:5] for word in words if len(word) >= 5)


def _roles_of(mine: View, theirs: View, alignments: Alignments) -> Features:
    """What stands in which role."""
    one, other = mine.claim.frame, theirs.claim.frame
    contexts = one.context or _NO_CONTEXT, other.context or _NO_CONTEXT
    thing = one.thing is not None and one.thing == other.thing
    classes = [frozenset(word for word in view.clause if word.isupper()) for view in (mine, theirs)]
    return {
        "thing": alignments.weight(one.thing or "") if thing else 0.0,
        "thing.differs": float(bool(one.thing and other.thing and one.thing != other.thing)),
        "thing.told": float(bool({one.thing} & theirs.distances.keys() or {other.thing} & mine.distances.keys())),
        "verb": alignments.weight(mine.verb) if mine.verb and mine.verb == theirs.verb else 0.0,
        "verb.differs": float(bool(mine.verb and theirs.verb and mine.verb != theirs.verb)),
        "verb.classes-differ": float(mine.verb.isupper() and theirs.verb.isupper() and mine.verb != theirs.verb),
        "classes-differ": float(bool(classes[0] and classes[1] and not classes[0] & classes[1])),
        "classes-shared": float(len(classes[0] & classes[1])),
        "subject": float(bool(mine.subjects & theirs.subjects)),
        "subject.differs": float(bool(mine.subjects and theirs.subjects and not mine.subjects & theirs.subjects)),
        "object": float(bool(mine.objects & theirs.objects)),
        "governors": float(len(mine.governors & theirs.governors)),
        "governor.near": float(len(mine.governors & theirs.near) + len(theirs.governors & mine.near)),
        "relation": float(contexts[0].relation == contexts[1].relation),
        "preposition": float(contexts[0].preposition == contexts[1].preposition),
        "partitive": float(contexts[0].partitive) + float(contexts[1].partitive),
        "names": float(len(mine.names & theirs.names)),
        "names.differ": float(bool(mine.names and theirs.names and not mine.names & theirs.names)),
        "singling": float(len(one.markers ^ other.markers)),
        "lead": float(one.lead) + float(other.lead),
        "words": float(len(mine.distances) + len(theirs.distances)),
    }


def features_of_values(left: Claim, right: Claim, days: int | None) -> Features:
    """What the values themselves tell of a pair, whose articles appeared so many ``days`` apart (None where a day is not known); the same
    for both orders."""
    cues = [{cue.name for cue in claim.scope.cues} for claim in (left, right)]
    digits = _digits(left.anchor.match), _digits(right.anchor.match)
    return {
        **_features_of_kind(left.value.kind),
        "ratio": _ratio(left, right),
        "swapped": float(len(digits[0]) > 1 and digits[0] == digits[1]),
        "approximate": _approximate(left) + _approximate(right),
        "unit": float(_unit(left) == _unit(right)),
        "scope": float(len(cues[0] ^ cues[1])),
        "days": float(min(_MOST_DAYS, abs(days))) if days is not None else _NO_DAYS,
    }


@cache
def _features_of_kind(kind: str) -> Features:
    return {f"kind.{one}": float(one == kind) for one in _KINDS}


@lru_cache(maxsize=10_000)
def _digits(match: str) -> str:
    """The digits of a value in the order of their size, the same for values that differ by digits that changed places."""
    return "".join(sorted(filter(str.isdigit, match)))


def _approximate(claim: Claim) -> float:
    return float(bool(getattr(claim.value, "approximate", False)))


def _sentences_of(mine: View, theirs: View, alignments: Alignments) -> Features:
    """What else the sentences give: their times, and other values."""
    one, other = mine.claim, theirs.claim
    agree, apart = _beside(mine, theirs, alignments)
    times = one.frame.time, other.frame.time
    dated = relation_of(times[0], times[1]) if times[0] is not None and times[1] is not None and one.value.kind != "date" else None
    return {
        "beside.agree": agree,
        "beside.apart": apart,
        "time.agrees": float(dated in _AGREE),
        "time.apart": float(dated is Relation.APART),
    }


def _beside(mine: View, theirs: View, alignments: Alignments) -> tuple[float, float]:
    """How many pairs of other values in the two sentences agree, and how many exclude each other."""
    sides = [
        [
            claim
            for claims in alignments.told(one.claim.anchor.article).values()
            for claim in claims
            if claim is not one.claim and _sentence(claim) == _sentence(one.claim)
        ]
        for one in (mine, theirs)
    ]
    relations = [relation_of(left.value, right.value) for left in sides[0] for right in sides[1] if question_of(left) == question_of(right)]
    return float(sum(relation in _AGREE for relation in relations)), float(relations.count(Relation.APART))


def _ordered(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    first, second = sorted((left, right), key=lambda claim: (claim.anchor.article, claim.anchor.field, claim.anchor.span, claim.id))
    return first, second


def _key(claim: Claim) -> tuple[str, str, Span]:
    return claim.anchor.article, claim.id, claim.anchor.span


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.anchor.field, claim.anchor.quote_start


def _unit(claim: Claim) -> str:
    return getattr(claim.value, "unit", None) or getattr(claim.value, "currency", None) or ""


def _ratio(left: Claim, right: Claim) -> float:
    """How far two values are apart: the logarithm of their ratio, of days for dates, at most _MOST_RATIO; _NO_RATIO where it is unknown."""
    if isinstance(left.value, DateValue) and isinstance(right.value, DateValue):
        if left.value.earliest is None or right.value.earliest is None:
            return _NO_RATIO
        return min(_MOST_RATIO, math.log1p(abs((left.value.earliest - right.value.earliest).days)))
    low, other = getattr(left.value, "low", 0), getattr(right.value, "low", 0)
    return min(_MOST_RATIO, abs(math.log(low / other))) if low > 0 and other > 0 else _NO_RATIO


__all__ = ["MOST_VALUES", "RAREST", "Alignments", "Features", "Likenesses", "View", "features_of_values", "question_of"]
