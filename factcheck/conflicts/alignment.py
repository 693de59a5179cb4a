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
from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import lru_cache

from factcheck.conflicts.amounts import changed_veto, daypart_veto, rates_differ, rounding_level
from factcheck.conflicts.hours import hour_veto
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, story_veto
from factcheck.conflicts.sense_amount import NEARLY_ALL
from factcheck.conflicts.subsets import dividing_veto, period_veto, places_veto
from factcheck.contexts import WordRole
from factcheck.frame_notes import Note, bare_all
from factcheck.model import CONTEXT, Claim
from factcheck.nouns import singular
from factcheck.rulebook import ScorecardRule
from factcheck.stems import verb_stem
from factcheck.text import either_of, fold, whole_words
from factcheck.topics.alignment import Features, features_of_values, question_of
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
_ENOUGH = math.log(THRESHOLD / (1 - THRESHOLD)) - 1e-9
"""The score from which the probability is THRESHOLD; sums of decimals are not exact."""
_UNLIKE = "the sentences are not told alike"
_LEAST_WEIGHT = 3.0
"""Weight of a word from which two sentences may be aligned by it at all."""
_BEHIND = 3
"""Words behind a measure that tell what sort of measure it is."""
_SHOWN = 3
"""Words in common that a proof and a heading show."""
_AMOUNTS = (CountValue, MeasureValue, MoneyValue, PercentValue)
_AROUND = WordRole.NEAR | WordRole.GOVERNOR | WordRole.SUBJECT | WordRole.OBJECT
_CLOSE = WordRole.NEAR | WordRole.GOVERNOR | WordRole.VERB
_WORD = re.compile(r"[^\W\d_]{4,}")
_BESIDE = r"(?:\w+ )?{}(?: \w+)?"
"""A number with the words right beside it."""
_OF_OWNER = re.compile(r" \w+ of (\w+) \w")
_ABLE = re.compile(r"\b(?:can|could) (\w+)")


class AlignmentComparer(Comparer):
    """Compares the values of sentences that are aligned."""

    kind = CONTEXT
    codes: tuple[str, ...] = tuple(sorted(CODES.values()))

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The kind of the value and, of a measure, its dimension."""
        question = question_of(claim)
        return question if claim.value.kind in CODES and question not in _APART and not _is_told_otherwise(claim, context) else None

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The words near the value or above it in the parse, and what is counted."""
        words = _told(claim, _AROUND)
        return frozenset([*words, claim.frame.thing] if claim.frame.thing else words)

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "aligned", "rounding" or "compatible"."""
        veto = alignment_veto(left, right, context)  # asked first, for most pairs end here
        if veto:
            return Doubt(veto)
        tally = Tally(context.scorecard)
        if not tally.add(features_of_values(left, right, context.days_between(left, right))):
            return Doubt(_UNLIKE)
        if not tally.add_all(context.alignments.groups(left, right, tally.wanted)):
            return Doubt(_UNLIKE)
        veto = _words_veto(left, right, context) or _part_veto(left, right, context) or hour_veto(left, right, context)
        if veto:
            return Doubt(veto)
        relation = relation_of(left.value, right.value)
        proof = ComparabilityProof(tuple(_lines(left, right, tally.features.get("rank"), context)), round(tally.chance, 2))
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if _is_rounding(left, right, context) else "aligned"
        return clash(CODES[left.value.kind], level, relation, left.value, right.value, proof, told=relation.value)


def alignment_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two values are not told of one event, whatever their words; None where nothing says so."""
    articles = left.anchor.article, right.anchor.article
    if articles[0] != articles[1] and not context.stories.near(*articles):
        return "told on days far apart"  # every second pair ends here
    veto = story_veto(left, right, context) or time_veto(left, right, context.stories.days)
    veto = veto or other_instance_veto(left, right, context.stories) or _growth_veto(left, right, context)
    if veto is None and left.value.kind == "measure":
        veto = marker_veto(left, right)
    if veto is None and _are_of_two_days(left, right):
        veto = "told of different days"
    return veto or ("the two make a hundred together" if _are_complements(left.value, right.value) else None)


def _part_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one number is that of a part, or of a count that goes on: "its four remaining ferries", "with 28 of 61 districts counted"."""
    part, interim = (whole_words(tuple(context.words[name])) for name in ("context.part", "context.interim"))
    quotes = [f"{claim.anchor.quote} ".lower() for claim in (left, right)]
    mean = whole_words(tuple(word for word, sort in context.words["count.mean"].items() if sort == "many"))
    if left.value.kind == "count" and bool(mean.search(quotes[0])) != bool(mean.search(quotes[1])):
        return "one is told of many happenings"
    beside = [_BESIDE.format(re.escape(claim.anchor.match.lower())) for claim in (left, right)]
    near = [" ".join(re.findall(pattern, quote)) for pattern, quote in zip(beside, quotes, strict=True)]
    if bool(part.search(near[0])) != bool(part.search(near[1])):
        return "a word makes one a part"
    return "one is counted so far" if bool(interim.search(quotes[0])) != bool(interim.search(quotes[1])) else None


def _is_told_otherwise(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the words near a number make it one whose question they do not tell: a toll has comparers that know of whom, of when and of
    what fate it is told, a distance needs a landmark, and a rate a span of time."""
    if claim.value.kind == "measure":
        behind = claim.anchor.quote.partition(claim.anchor.match)[2].lower().replace(",", " ,").split()[:_BEHIND]
        return any(word in context.words["context.distance"] or word in context.words["context.rate"] for word in behind)
    if claim.value.kind != "count":
        return False
    near = {*_told(claim, _CLOSE), claim.frame.thing or ""}
    tolls, growing = context.words["count.toll"], context.words["context.growing"]
    return any(word in growing or (word.isupper() and word.lower() in tolls) for word in near)


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


def _growth_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why both figures may be right: burnt land has grown in the later article."""
    if question_of(left) not in _GROWING or relation_of(left.value, right.value) is not Relation.APART:
        return None
    smaller, larger = sorted((left, right), key=lambda claim: claim.value.low if isinstance(claim.value, MeasureValue) else 0)
    later = context.days_between(smaller, larger)
    return "the figure may have grown" if later is None or later > 0 else None


def _words_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the words that govern two values make them two: sums or shares in two senses, a number and a capacity, figures of names that one
    sentence tells apart."""
    longer = period_veto(left, right, context) or daypart_veto(left, right, context) or changed_veto(left, right, context)
    if longer:
        return longer
    if left.value.kind == "count" and _is_owned(left, context) != _is_owned(right, context) and len(common_words(left, right)) <= 1:
        return "one is told of those of an owner"
    if _wholes_differ(left, right, context) or rates_differ(left, right, context):
        return "shares of two wholes, or rates of two kinds"
    near = [bare_all(_told(claim, WordRole.NEAR)) if left.value.kind == "count" else frozenset[Note]() for claim in (left, right)]
    fates = {left.frame.fate, right.frame.fate}
    if len(fates) > 1 and fates <= context.words["fate.stage"].keys():
        return "two stages"
    divided = dividing_veto(near[0], near[1], context) or places_veto(left, right, context)
    if divided:
        return divided
    if left.value.kind in ("money", "percent"):
        senses = [_senses(claim, context) for claim in (left, right)]
        if all(senses) and not senses[0] & senses[1]:
            return "told in two senses"
    room = [
        any(word in _room_words(context) for word in _told(claim, _CLOSE))
        or any(verb_stem(match[1].lower()) in context.words["count.room-verb"] for match in _ABLE.finditer(claim.anchor.quote))
        for claim in (left, right)
    ]
    if left.value.kind == "count" and room[0] != room[1]:
        return "one is told of how many there may be"
    if _are_reversed(left, right):
        return "each did it to the other"
    named = [_of_role(claim, WordRole.PROPER) for claim in (left, right)]
    owners = [
        names & (_of_role(claim, WordRole.SUBJECT) | _of_role(claim, WordRole.GOVERNOR))
        for claim, names in zip((left, right), named, strict=True)
    ]
    if not all(owners) or owners[0] & owners[1]:
        return None
    known = [bool(owners[0] & named[1]), bool(owners[1] & named[0])]
    return "told of two names" if known[0] != known[1] else None


def _are_reversed(left: Claim, right: Claim) -> bool:
    """Whether the subject of each clause stands in the other one, and not as its subject, under one verb: "Norvia expelled six diplomats of
    Karelia", "Karelia expelled four of Norvia"."""
    subjects = [_of_role(claim, WordRole.SUBJECT | WordRole.PROPER) for claim in (left, right)]
    named = [_of_role(claim, WordRole.CLAUSE | WordRole.PROPER) for claim in (left, right)]
    if not all(subjects) or subjects[0] & subjects[1] or not (subjects[0] & named[1] and subjects[1] & named[0]):
        return False
    return bool(_of_role(left, WordRole.VERB) & _of_role(right, WordRole.VERB))


def _wholes_differ(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two shares are told of two wholes: "42 per cent of the company", "more than half of the grocery market"."""
    parts = [claim.frame.context is not None and claim.frame.context.partitive for claim in (left, right)]
    if left.value.kind != "percent" or not all(parts):
        return False
    wholes = [_whole_pattern(context).match(claim.anchor.quote.partition(claim.anchor.match)[2]) for claim in (left, right)]
    nouns = [context.same_noun(singular(whole[1].lower().split()[-1])) if whole is not None else "" for whole in wholes]
    kinds = context.words.text("percent.whole-kind")
    return all(nouns) and kinds.get(nouns[0], nouns[0]) != kinds.get(nouns[1], nouns[1])


@lru_cache(maxsize=1)
def _whole_pattern(context: ComparisonContext) -> re.Pattern[str]:
    """The words of what a share is taken of, right behind it."""
    ends = either_of(context.words["percent.whole-end"])
    return re.compile(rf" of ((?:[\w'’-]+ ){{0,4}}?[\w'’-]+)(?=[,.;:)]|$| (?:{ends})\b)")


def _is_owned(claim: Claim, context: ComparisonContext) -> bool:
    """Whether the counted are told as somebody's: "five ships of the company"."""
    found = _OF_OWNER.match(claim.anchor.quote, claim.anchor.span.end - claim.anchor.quote_start)
    return found is not None and any(found[1] in context.words[name] for name in ("word.definite", "word.possessive"))


def _told(claim: Claim, roles: WordRole) -> list[str]:
    """The words of a context that have one of some roles."""
    return claim.frame.context.in_any_of(roles) if claim.frame.context is not None else []


def _of_role(claim: Claim, role: WordRole) -> frozenset[str]:
    """The words of a context that have all of some roles."""
    return frozenset(claim.frame.context.in_all_of(role)) if claim.frame.context is not None else frozenset()


def _senses(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The senses of what governs a sum or a share ("premium", "jumped", "offered")."""
    table = _senses_by_key(context, f"sense.{claim.value.kind}")
    return frozenset(sense for word in _of_role(claim, WordRole.GOVERNOR) for sense in table.get(word, ()))


@lru_cache(maxsize=1)
def _room_words(context: ComparisonContext) -> frozenset[str]:
    """What may stand in a context for the words of leave, purpose and room behind which a number is a capacity."""
    return frozenset(key for word in context.words["count.room-word"] for key in (word, singular(word), verb_stem(word)))


@lru_cache(maxsize=2)
def _senses_by_key(context: ComparisonContext, name: str) -> Mapping[str, frozenset[str]]:
    """The senses of a list by what may stand for their words in a context: the words themselves, singulars and stems."""
    found: dict[str, set[str]] = {}
    for word, senses in context.words.texts(name).items():
        for key in {word, singular(word), verb_stem(word)}:
            found.setdefault(key, set()).update(senses)
    return {key: frozenset(senses) for key, senses in found.items()}


class Tally:
    """The score of a pair of contexts, group by group of its features: it is given up as soon as no further one can lift it to THRESHOLD.

    ``features`` are those told so far.

    Args:
        card: what the features are worth; None: no score is enough.
    """

    def __init__(self, card: ScorecardRule | None) -> None:
        self.features: Features = {}
        self._steps = card.steps if card is not None else {}
        self._best = card.best if card is not None else {}
        self._rest = card.most if card is not None else 0.0
        self._score = card.bias if card is not None else -math.inf

    @property
    def wanted(self) -> Collection[str]:
        """The features that the card asks for."""
        return self._steps.keys()

    @property
    def chance(self) -> float:
        """How likely two contexts tell the same, in (0, 1): the logistic function of the sum of what each feature told is worth."""
        return 1 / (1 + math.exp(-self._score))

    def add(self, features: Features) -> bool:
        """Whether the score may still come to THRESHOLD with some more features; none that was told is told again."""
        score, rest, table, best = self._score, self._rest, self._steps, self._best
        for name, value in features.items():
            if name in table:
                steps = table[name]
                score += steps.points[bisect_left(steps.at, value)]
                rest -= best[name]
        self._score, self._rest = score, rest
        self.features |= features
        return score + rest >= _ENOUGH

    def add_all(self, groups: Iterable[Features]) -> bool:
        """Whether the score comes to THRESHOLD with all that the card asks for; a feature that no group tells is 0."""
        for features in groups:
            if not self.add(features):
                return False
        return self.add({name: 0.0 for name in self._steps if name not in self.features})


def probability(features: Features, card: ScorecardRule) -> float:
    """As ``Tally.chance``, of all features at once; one that is missing is 0; for the training and checks of a card."""
    tally = Tally(card)
    tally.add({name: features.get(name, 0.0) for name in card.steps})
    return tally.chance


def common_words(left: Claim, right: Claim) -> list[str]:
    """The words that stand in both sentences, those nearest to the left value first; numbers and short words are none."""
    middle = left.anchor.span.start - left.anchor.quote_start
    mine, theirs = _words_of(left.anchor.quote), _words_of(right.anchor.quote)
    return [word for _, word in sorted((abs(mine[key][0] - middle), mine[key][1]) for key in mine.keys() & theirs.keys())]


@lru_cache(maxsize=1024)  # a sentence is held against many
def _words_of(sentence: str) -> Mapping[str, tuple[int, str]]:
    """The words of a sentence by what tells them from others, each with the place where it stands first."""
    found: dict[str, tuple[int, str]] = {}
    for match in _WORD.finditer(sentence):
        found.setdefault(fold(match[0]), (match.start(), match[0]))
    return found


def _lines(left: Claim, right: Claim, rank: float | None, context: ComparisonContext) -> list[str]:
    shared = [word for word in common_words(left, right) if context.alignments.weight(fold(word)) >= _LEAST_WEIGHT][:_SHOWN]
    words = f"both sentences tell of {', '.join(shared)}" if shared else "both sentences are built alike"
    best = ["no other value of either article fits better"] if rank == 0 else []
    return [words, *best, context.story(left, right)]


__all__ = ["CODES", "THRESHOLD", "AlignmentComparer", "Tally", "alignment_veto", "common_words", "probability"]
