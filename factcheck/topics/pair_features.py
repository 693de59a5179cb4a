"""Named features of a pair of values and of the words around them: each a number that a reader can check, the same for both orders."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from factcheck.model import Claim
from factcheck.topics.views import View, context_of
from factcheck.values import DateValue, Relation, relation_of

RAREST = 6.0
"""Weight of a word that no article of the training data held."""
AGREE = (Relation.SAME, Relation.WITHIN, Relation.OVERLAP)
"""Relations of values that may be one."""
_MOST_RATIO, _NO_RATIO = 10.0, 3.0
_MOST_DAYS, _NO_DAYS = 30, 5.0
_THING, _VERB, _SUBJECT = 4.0, 3.0, 2.0
"""What the same counted noun, verb and subject add to the likeness by which the best counterpart is chosen."""
_KINDS = ("count", "measure", "money", "percent")
"""Kinds of values whose alignment is weighed apart."""

Features = dict[str, float]


def features_of_values(left: Claim, right: Claim, days: int | None) -> Features:
    """What the values themselves tell of a pair, whose articles appeared so many ``days`` apart (None where a day is not known)."""
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


def build_of(mine: View, theirs: View) -> Features:
    """How both sentences are built around their values."""
    one, other = mine.claim.frame, theirs.claim.frame
    contexts = context_of(mine.claim), context_of(theirs.claim)
    return {
        "governor.near": float(len(mine.governors & theirs.near) + len(theirs.governors & mine.near)),
        "relation": float(contexts[0].relation == contexts[1].relation),
        "partitive": float(contexts[0].partitive) + float(contexts[1].partitive),
        "singling": float(len(one.markers ^ other.markers)),
        "lead": float(one.lead) + float(other.lead),
        "words": float(len(mine.distances) + len(theirs.distances)),
    }


def roles_of(mine: View, theirs: View, weights: Mapping[str, float]) -> Features:
    """What stands in which role."""
    one, other = mine.claim.frame, theirs.claim.frame
    contexts = context_of(mine.claim), context_of(theirs.claim)
    thing = one.thing is not None and one.thing == other.thing
    classes = [frozenset(word for word in view.clause if word.isupper()) for view in (mine, theirs)]
    return {
        "thing": weights.get(one.thing or "", RAREST) if thing else 0.0,
        "thing.differs": float(bool(one.thing and other.thing and one.thing != other.thing)),
        "thing.told": float(bool({one.thing} & theirs.distances.keys() or {other.thing} & mine.distances.keys())),
        "verb": weights.get(mine.verb, RAREST) if mine.verb and mine.verb == theirs.verb else 0.0,
        "verb.differs": float(bool(mine.verb and theirs.verb and mine.verb != theirs.verb)),
        "verb.classes-differ": float(mine.verb.isupper() and theirs.verb.isupper() and mine.verb != theirs.verb),
        "classes-differ": float(bool(classes[0] and classes[1] and not classes[0] & classes[1])),
        "classes-shared": float(len(classes[0] & classes[1])),
        "subject": float(bool(mine.subjects & theirs.subjects)),
        "subject.differs": float(bool(mine.subjects and theirs.subjects and not mine.subjects & theirs.subjects)),
        "object": float(bool(mine.objects & theirs.objects)),
        "governors": float(len(mine.governors & theirs.governors)),
        "preposition": float(contexts[0].preposition == contexts[1].preposition),
        "names": float(len(mine.names & theirs.names)),
        "names.differ": float(bool(mine.names and theirs.names and not mine.names & theirs.names)),
    }


def words_of(mine: View, theirs: View, weights: Mapping[str, float]) -> Features:
    """What both contexts hold, by how rare it is."""
    shared = mine.distances.keys() & theirs.distances.keys()
    either = mine.distances.keys() | theirs.distances.keys()
    near, told = mine.near & theirs.near, near_weights(mine, theirs, weights)
    return {
        "shared": sum(told),
        "shared.best": max(told, default=0.0),
        "shared.number": float(len(shared)),
        "shared.part": _sum(shared, weights) / max(1.0, _sum(either, weights)),
        "shared.near": _sum(near, weights),
        "shared.clause": _sum(mine.clause & theirs.clause, weights) / max(1.0, _sum(mine.clause | theirs.clause, weights)),
    }


def prefixes_of(mine: View, theirs: View) -> Features:
    """How many words of one context alone begin as one of the other alone does."""
    shared = mine.distances.keys() & theirs.distances.keys()
    return {"prefix": float(len(_prefixes(mine.distances.keys() - shared) & _prefixes(theirs.distances.keys() - shared)))}


def times_of(mine: View, theirs: View) -> Features:
    """Whether the times that both sentences give may be one; dates are themselves compared."""
    one, other = mine.claim, theirs.claim
    times = one.frame.time, other.frame.time
    dated = relation_of(times[0], times[1]) if times[0] is not None and times[1] is not None and one.value.kind != "date" else None
    return {"time.agrees": float(dated in AGREE), "time.apart": float(dated is Relation.APART)}


def likeness(mine: View, theirs: View, weights: Mapping[str, float]) -> float:
    """By what the best counterpart of a value is chosen: the weight of what both share, more for the nearer and for what has a role."""
    total = sum(near_weights(mine, theirs, weights))
    thing = mine.claim.frame.thing
    total += _THING if thing is not None and thing == theirs.claim.frame.thing else 0.0
    total += _VERB if mine.verb and mine.verb == theirs.verb else 0.0
    return total + (_SUBJECT if mine.subjects & theirs.subjects else 0.0)


def near_weights(mine: View, theirs: View, weights: Mapping[str, float]) -> list[float]:
    """The weight of each word of both contexts, less for the farther: what most of the time is spent on, so that nothing is called."""
    here, there = mine.distances, theirs.distances
    return [weights.get(word, RAREST) * 2 / (2 + here[word] + there[word]) for word in here.keys() & there.keys()]


def _sum(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum([weights.get(word, RAREST) for word in words])


def _prefixes(words: Iterable[str]) -> frozenset[str]:
    """The first letters of some words, by which a verb and its noun are alike ("insured", "insurance")."""
    return frozenset(word[:5] for word in words if len(word) >= 5)


@cache
def _features_of_kind(kind: str) -> Features:
    return {f"kind.{one}": float(one == kind) for one in _KINDS}


@lru_cache(maxsize=10_000)
def _digits(match: str) -> str:
    """The digits of a value in the order of their size, the same for values that differ by digits that changed places."""
    return "".join(sorted(filter(str.isdigit, match)))


def _approximate(claim: Claim) -> float:
    return float(bool(getattr(claim.value, "approximate", False)))


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


__all__ = [
    "AGREE",
    "RAREST",
    "Features",
    "build_of",
    "features_of_values",
    "likeness",
    "near_weights",
    "prefixes_of",
    "roles_of",
    "times_of",
    "words_of",
]
