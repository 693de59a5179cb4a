"""Compares values told in sentences that are aligned: two papers tell the same in other words, and give another number.

The comparers of the kinds read off what a value answers, and are silent where they cannot.  This one asks nothing of the value: the words
around both are scored by ``factcheck.topics.alignment``, feature by feature, with the tables of rules/alignment.yaml (a sum of step
functions, trained by benchmarks/alignment.py on labelled stories and validated on sets left out).  A pair whose score falls short is not
comparable; what tells two events apart elsewhere, tells them apart here.

Levels, of the codes of the kinds: "aligned", "rounding", "compatible".
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Hashable, Mapping
from functools import lru_cache

from factcheck.conflicts.amounts import rounding_level
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, story_veto
from factcheck.conflicts.sense_amount import NEARLY_ALL
from factcheck.contexts import WordRole
from factcheck.model import CONTEXT, Claim
from factcheck.nouns import singular
from factcheck.rulebook import ScorecardRule
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.topics.alignment import Features, question_of
from factcheck.topics.comparability import marker_veto, other_instance_veto, time_veto
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue, Relation, Value, relation_of

CODES = {"count": "FC201", "measure": "FC251", "money": "FC261", "percent": "FC271"}
"""The code of each kind that is compared.  Ages belong to persons, whom a context does not know; days, times of day and lengths of time are
told of so many moments of one story that sentences which share all their words but one tell of two."""
_APART = frozenset({"measure/magnitude", "measure/angle", "measure/direction"})
"""Questions that stories answer for several events alike."""
_GROWING = frozenset({"measure/area"})
"""Questions whose answers grow from day to day, whatever they are told of."""
THRESHOLD = 2 / 3
"""Probability from which two sentences are taken to tell the same: twice as likely as not; docs/accuracy.md says what it is worth."""
_LEAST_WEIGHT = 3.0
"""Weight of a word from which two sentences may be aligned by it at all."""
_BEHIND = 3
"""Words behind a measure that tell what sort of measure it is."""
_SHOWN = 3
"""Words in common that a proof and a heading show."""
_AMOUNTS = (CountValue, MeasureValue, MoneyValue, PercentValue)
_WORD = re.compile(r"[^\W\d_]{4,}")


class AlignmentComparer(Comparer):
    """Compares the values of sentences that are aligned."""

    kind = CONTEXT
    codes: tuple[str, ...] = tuple(sorted(CODES.values()))

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The kind of the value and, of a measure, its dimension."""
        question = question_of(claim)
        return question if claim.value.kind in CODES and question not in _APART else None

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The words near the value or above it in the parse, and what is counted."""
        words = claim.frame.context.words if claim.frame.context is not None else ()
        told = WordRole.NEAR | WordRole.GOVERNOR | WordRole.SUBJECT | WordRole.OBJECT
        return frozenset({word.word for word in words if word.roles & told} | ({claim.frame.thing} if claim.frame.thing else set()))

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "aligned", "rounding" or "compatible"."""
        veto = alignment_veto(left, right, context)
        if veto:
            return Doubt(veto)
        relation = relation_of(left.value, right.value)
        features = context.alignments.features(left, right, context.days_between(left, right))
        chance = probability(features, context.scorecard) if features and context.scorecard is not None else 0.0
        if chance < THRESHOLD:
            return Doubt("the sentences are not told alike")
        proof = ComparabilityProof(tuple(_lines(left, right, features, context)), round(chance, 2))
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if _is_rounding(left, right, context) else "aligned"
        return clash(CODES[left.value.kind], level, relation, left.value, right.value, proof, told=relation.value)


def alignment_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two values are not told of one event, whatever their words; None where nothing says so."""
    veto = story_veto(left, right, context)
    if veto is None and not context.stories.near(left.anchor.article, right.anchor.article):
        veto = "told on days far apart"
    veto = veto or time_veto(left, right, context.stories.days)
    veto = veto or other_instance_veto(left, right, context.stories) or _toll_veto(left, right, context)
    if veto is None and left.value.kind == "measure":
        veto = marker_veto(left, right) or _beside_veto(left, right, context)
    if veto is None and _are_of_two_days(left, right):
        veto = "told of different days"
    return (
        veto
        or _words_veto(left, right, context)
        or ("the two make a hundred together" if _are_complements(left.value, right.value) else None)
    )


def _beside_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the words behind two measures make them none of one thing: distances need a landmark, and rates a span of time."""
    for claim in (left, right):
        behind = claim.anchor.quote.partition(claim.anchor.match)[2].lower().replace(",", " ,").split()[:_BEHIND]
        if any(word in context.words["context.distance"] for word in behind):
            return "a distance, which needs a landmark"
        if any(word in context.words["context.rate"] for word in behind):
            return "a rate"
    return None


def _are_of_two_days(left: Claim, right: Claim) -> bool:
    """Whether both sentences tell of a time, and the two have no day in common."""
    mine, theirs = left.frame.time, right.frame.time
    return mine is not None and theirs is not None and mine.relation(theirs) is Relation.APART


def _are_complements(one: Value, other: Value) -> bool:
    """Whether two shares may be those of the two parts of one whole."""
    if not isinstance(one, PercentValue) or not isinstance(other, PercentValue) or one.amount is None or other.amount is None:
        return False
    return abs(one.amount + other.amount - 100) <= NEARLY_ALL


def _is_rounding(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether rounding makes the difference, as the kind's own comparer judges it."""
    code = CODES[left.value.kind]
    if isinstance(left.value, _AMOUNTS) and isinstance(right.value, _AMOUNTS):
        return rounding_level(left.value, right.value, context, code) in ("compatible", "rounding")
    return False


def _toll_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why both figures may be right: what becomes more from day to day needs the comparer that knows of whom, of when and of what fate it
    is told, and burnt land has grown in the later article."""
    if left.value.kind == "count" and any(_is_toll(claim, context) for claim in (left, right)):
        return "a toll, which has comparers of its own"
    if question_of(left) not in _GROWING or relation_of(left.value, right.value) is not Relation.APART:
        return None
    smaller, larger = sorted((left, right), key=lambda claim: claim.value.low if isinstance(claim.value, MeasureValue) else 0)
    later = context.days_between(smaller, larger)
    return "the figure may have grown" if later is None or later > 0 else None


def _words_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the words that govern two values make them two: shares in two senses, and figures of two names that one sentence tells apart."""
    if left.value.kind == "percent":
        senses = [_senses(claim, context) for claim in (left, right)]
        if all(senses) and not senses[0] & senses[1]:
            return "told in two senses"
    named = [_of_role(claim, WordRole.PROPER) for claim in (left, right)]
    owners = [
        names & (_of_role(claim, WordRole.SUBJECT) | _of_role(claim, WordRole.GOVERNOR))
        for claim, names in zip((left, right), named, strict=True)
    ]
    if not all(owners) or owners[0] & owners[1]:
        return None
    known = [bool(owners[0] & named[1]), bool(owners[1] & named[0])]
    return "told of two names" if known[0] != known[1] else None


def _of_role(claim: Claim, role: WordRole) -> frozenset[str]:
    """The words of a context that have all of some roles."""
    words = claim.frame.context.words if claim.frame.context is not None else ()
    return frozenset(word.word for word in words if word.roles & role == role)


def _senses(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The senses of what governs a share ("premium", "jumped")."""
    table = _senses_by_key(context)
    return frozenset(sense for word in _of_role(claim, WordRole.GOVERNOR) for sense in table.get(word, ()))


@lru_cache(maxsize=1)
def _senses_by_key(context: ComparisonContext) -> Mapping[str, frozenset[str]]:
    """The senses of shares by what may stand for their words in a context: the words themselves, singulars and stems."""
    found: dict[str, set[str]] = {}
    for word, senses in context.words.texts("sense.percent").items():
        for key in {word, singular(word), verb_stem(word)}:
            found.setdefault(key, set()).update(senses)
    return {key: frozenset(senses) for key, senses in found.items()}


def _is_toll(claim: Claim, context: ComparisonContext) -> bool:
    """Whether what is counted becomes more from day to day, by the words near the number."""
    told = WordRole.NEAR | WordRole.GOVERNOR | WordRole.VERB
    words = claim.frame.context.words if claim.frame.context is not None else ()
    near = {word.word for word in words if word.roles & told} | {claim.frame.thing or ""}
    tolls, growing = context.words["count.toll"], context.words["context.growing"]
    return any(word in growing or (word.isupper() and word.lower() in tolls) for word in near)


def probability(features: Features, card: ScorecardRule) -> float:
    """How likely two contexts tell the same, in (0, 1): the logistic function of the sum of what each feature is worth."""
    score = card.bias
    for name, steps in card.steps.items():
        score += steps.points[bisect_left(steps.at, features.get(name, 0.0))]
    return 1 / (1 + math.exp(-score))


def common_words(left: Claim, right: Claim) -> list[str]:
    """The words that stand in both sentences, those nearest to the left value first; numbers and short words are none."""
    theirs = {fold(word) for word in _WORD.findall(right.anchor.quote)}
    middle = left.anchor.span.start - left.anchor.quote_start
    found: dict[str, tuple[int, str]] = {}
    for match in _WORD.finditer(left.anchor.quote):
        key = fold(match[0])
        if key in theirs and key not in found:
            found[key] = (abs(match.start() - middle), match[0])
    return [word for _, word in sorted(found.values())]


def _lines(left: Claim, right: Claim, features: Features, context: ComparisonContext) -> list[str]:
    shared = [word for word in common_words(left, right) if context.alignments.weight(fold(word)) >= _LEAST_WEIGHT][:_SHOWN]
    words = f"both sentences tell of {', '.join(shared)}" if shared else "both sentences are built alike"
    best = ["no other value of either article fits better"] if features["rank"] == 0 else []
    return [words, *best, context.story(left, right)]


__all__ = ["CODES", "THRESHOLD", "AlignmentComparer", "alignment_veto", "common_words", "probability"]
