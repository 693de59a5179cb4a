"""Compares near twins: sentences of two articles that share a long run of words around a value, and differ in the value.

An editor shortens, adds a clause, puts another head before the words of an agency, and copies the rest.  ``factcheck.conflicts.twins``
asks for one sentence; here the words on both sides of the value are laid beside each other (Levenshtein 1966, word by word), outwards from
it, and run on over what one side has added and over another form of a word, as far as both tell the same.  Values of all kinds told by
number are compared, since the words prove which question they answer.

Levels, of the codes of the kinds: "compatible", "rounding", "apart", "a-day-apart", "minutes-apart", "a-year-apart".
"""

from __future__ import annotations

from collections.abc import Container, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from factcheck.conflicts.amounts import AmountValue, rounding_level
from factcheck.conflicts.date import aligned, day_level, nearest_gap
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.conflicts.twins import AMOUNTS, WORD, gives_other
from factcheck.contexts import WordRole
from factcheck.model import CONTEXT, Claim
from factcheck.nouns import singular
from factcheck.stems import verb_stem
from factcheck.topics.strength import STRONG
from factcheck.values import AgeValue, CountValue, DateValue, MeasureValue, Relation, TimeValue, Value, relation_of

Way = Literal["before", "after"]

CODES = {
    "age": "FC351",
    "count": "FC201",
    "date": "FC101",
    "duration": "FC301",
    "measure": "FC251",
    "money": "FC261",
    "percent": "FC271",
    "time": "FC151",
}
_KEY = 3
"""Words right before or behind a value that two claims share to be laid beside each other at all."""
_KEY_LETTERS = 60
"""Letters that are looked through for them."""
_LEAST, _LONG, _LONGS = 8, 4, 4
"""Words that both share around the value, letters of one that says something, and how many such words there must be."""
_NEAR = 5
"""Words on either side of an amount that must be the same, where the sentence has as many: they tell what it is the amount of."""
_FAR = 10
"""Words on one side of an amount from which one on the other side is enough."""
_CLEAR = 3
"""Words on either side of an amount within which nothing may be added."""
_ADDED = 6
"""Words that one writer may have put in between."""
_SAME_NEWS = 2
"""Days between two articles within which what does not grow is told in one wording of one event."""
_CLAUSE = "that"
"""Opens what is said: what stands before it tells who says it."""
_MINUTES = 60.0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence: in lower case, and whether it stands with a capital or is a number, so that it may tell of whom or when."""

    lower: str
    names: bool


@dataclass(frozen=True, slots=True)
class _Common:
    """What two stretches of words share from a value on: the words, and what each has beyond where they part.

    ``added``: for each stretch the number of shared words behind which it first has some of its own before that, None where it has none.
    """

    words: tuple[str, ...]
    rest: tuple[Sequence[_Word], Sequence[_Word]]
    added: tuple[int | None, ...]

    @property
    def until_own(self) -> int | None:
        """The number of words shared before one of two stretches that both have words of their own has some ("the novel", "the audiobook");
        None where one of them has none."""
        own = [len(self.words) if at is None and rest else at for at, rest in zip(self.added, self.rest, strict=True)]
        found = [at for at in own if at is not None]
        return min(found) if len(found) == len(own) else None


class NearTwinComparer(Comparer):
    """Compares the values of sentences that share the words around them.

    Args:
        way: on which side of the value _KEY words must be the same for two claims to meet.
    """

    kind = CONTEXT
    codes: tuple[str, ...] = tuple(sorted(CODES.values()))

    def __init__(self, way: Way) -> None:
        self._way = way

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The kind of the value with the words right beside it; None where the sentence has fewer."""
        value = claim.value
        if value.kind not in CODES or (isinstance(value, MeasureValue) and value.dimension == "magnitude"):
            return None  # of one shock agencies give several magnitudes, and later ones
        start = claim.anchor.span.start - claim.anchor.quote_start
        end = start + len(claim.anchor.match)
        articles = context.words["twin.article"]
        if self._way == "after":
            words = _bare(claim.anchor.quote[end : end + _KEY_LETTERS], articles)[:_KEY]
        else:
            words = _bare(claim.anchor.quote[max(0, start - _KEY_LETTERS) : start], articles)[-_KEY:]
        return f"{value.kind}/{' '.join(words)}" if len(words) == _KEY else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of one of the levels above."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or left.anchor.match.lower() == right.anchor.match.lower():
            return Doubt("the words are the same")
        if not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        relation = _relation(left.value, right.value)
        veto = _news_veto(left, right, context) or (_sentence_veto(left, right, context) if relation is Relation.APART else None)
        if veto:
            return Doubt(veto)
        proof = ComparabilityProof(("the same words stand around both values", context.story(left, right)), STRONG)
        level = _level(left, right, relation, context)
        return clash(CODES[left.value.kind], level, relation, left.value, right.value, proof, told=relation.value)


def _relation(one: Value, other: Value) -> Relation:
    """How two values stand; limits of one sort in one wording ("up to 30 tons", "up to 40 tons") exclude each other."""
    relation = relation_of(one, other)
    if relation is not Relation.WITHIN or not (isinstance(one, AMOUNTS) and isinstance(other, AMOUNTS)):
        return relation
    alike = (one.low == other.low) != (one.high == other.high) and None not in (_named(one), _named(other))
    return Relation.APART if alike and _named(one) != _named(other) else relation


def _named(value: AmountValue | CountValue) -> float | None:
    """The number that is said; None for words without one and for ranges."""
    return value.named if isinstance(value, CountValue) else value.amount


def _bare(text: str, articles: Container[str]) -> list[str]:
    """The words of a stretch of text in lower case, without articles."""
    return [word for word in WORD.findall(text.lower()) if word not in articles]


def _news_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why both values may be right although the words are the same: a number grows, one article knows of both."""
    growing = isinstance(left.value, AMOUNTS)
    if abs(context.days_between(left, right) or 0) > (0 if growing else _SAME_NEWS):
        return "the later article may bring it up to date"
    if growing and (_may_grow(left, context) or _may_grow(right, context)):
        return "the number may have grown"
    times = left.frame.time, right.frame.time
    if left.value.kind != "date" and times[0] is not None and times[1] is not None and times[0].relation(times[1]) is Relation.APART:
        return "told of different times"
    if left.value.kind == "date" and not all(any(map(str.isdigit, claim.anchor.match)) for claim in (left, right)):
        return "a day told from that of publication"
    if gives_other(left, right, context) or gives_other(right, left, context):
        return "one article gives both values"
    return None


def _may_grow(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a number is one of deaths, wounds or whatever else is counted anew from hour to hour, by what is counted and its verb."""
    told = claim.frame.context.in_any_of(WordRole.GOVERNOR | WordRole.VERB) if claim.frame.context is not None else []
    events = {word.lower() for word in told if word.isupper()}
    return claim.frame.thing in context.words["context.growing"] or not events.isdisjoint(context.words["count.toll"])


def _sentence_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the words around two values do not prove that they answer one question; None where they do."""
    (before, after), (their_before, their_after) = _split(left, context), _split(right, context)
    apart = _setting_apart(context)
    strict = isinstance(left.value, AMOUNTS) or left.value.kind == "duration"
    sides = [_common(before, their_before, apart, strict=strict), _common(after, their_after, apart, strict=strict)]
    if strict:
        for number, side in enumerate(sides):
            other = sides[1 - number]
            edge = (not all(side.rest) or _CLAUSE in side.words) if number == 0 else not any(side.rest)
            near = 1 if len(other.words) >= _FAR else _NEAR
            if len(side.words) < near and not edge:
                return "the words right beside the values differ"
            if any(word.lower in apart for rest in side.rest for word in rest[:_CLEAR]):
                return "a word beside one value makes it another"
    for side, other in (sides, sides[::-1]):
        until = side.until_own
        if until is not None and until < _LEAST and len(other.words) < _FAR and _CLAUSE not in side.words:
            return "each sentence has words of its own beside the value"
    shared = [word for side in sides for word in side.words]
    if len(shared) < _LEAST or len([word for word in shared if len(word) >= _LONG]) < _LONGS:
        return "the sentences share too few words around the values"
    mine, theirs = ({word.lower for side in sides for word in side.rest[number] if word.names} for number in (0, 1))
    return "each sentence names something of its own" if mine - theirs and theirs - mine else None


@lru_cache(maxsize=4096)
def _split(claim: Claim, context: ComparisonContext) -> tuple[tuple[_Word, ...], tuple[_Word, ...]]:
    """The words before a value, the nearest first, and those behind it, without articles."""
    quote = claim.anchor.quote
    start = claim.anchor.span.start - claim.anchor.quote_start
    end = start + len(claim.anchor.match)
    found: list[tuple[_Word, ...]] = []
    for text, first in ((quote[:start], True), (quote[end:], False)):
        words = WORD.findall(text)
        kept = (
            _Word(word.lower(), not (first and index == 0) and (word[0].isupper() or word[0].isdigit()))
            for index, word in enumerate(words)
            if word.lower() not in context.words["twin.article"]
        )
        found.append(tuple(kept))
    return found[0][::-1], found[1]


def _common(mine: Sequence[_Word], theirs: Sequence[_Word], apart: Set[str], *, strict: bool) -> _Common:
    """What two stretches of words share, walking away from a value, until they part."""
    words: list[str] = []
    added: list[int | None] = [None, None]
    for part in Levenshtein.opcodes([word.lower for word in mine], [word.lower for word in theirs]):
        start, other_start = part.src_start, part.dest_start
        ours, others = mine[start : part.src_end], theirs[other_start : part.dest_end]
        if part.tag == "equal":
            words.extend(word.lower for word in ours)
        elif part.tag == "replace":
            if not (len(ours) == len(others) and all(map(_are_forms, ours, others))):
                return _Common(tuple(words), (mine[start:], theirs[other_start:]), tuple(added))
        elif (strict and len(words) < _CLEAR) or not _is_addition(ours or others, apart):
            return _Common(tuple(words), (mine[start:], theirs[other_start:]), tuple(added))
        else:
            side = 0 if ours else 1
            added[side] = len(words) if added[side] is None else added[side]
    return _Common(tuple(words), ((), ()), tuple(added))


def _are_forms(one: _Word, other: _Word) -> bool:
    """Whether two words are forms of one: "says" and "said"."""
    if one.names or other.names:
        return False
    return verb_stem(one.lower) == verb_stem(other.lower) or singular(one.lower) == singular(other.lower)


def _is_addition(words: Sequence[_Word], apart: Set[str]) -> bool:
    """Whether words may have been put in without changing what is told."""
    return len(words) <= _ADDED and not any(word.lower in apart or word.lower[0].isdigit() for word in words)


@lru_cache(maxsize=1)
def _setting_apart(context: ComparisonContext) -> frozenset[str]:
    """Words that make a statement another one: those of a part, of one of several instances, of a denial, and numbers."""
    names = ("context.part", "context.singling", "number.unit", "number.tens", "twin.denying")
    return frozenset(word for name in names for word in context.words[name])


def _level(left: Claim, right: Claim, relation: Relation, context: ComparisonContext) -> str:
    one, other = left.value, right.value
    if relation is not Relation.APART:
        return "compatible"
    if isinstance(one, AMOUNTS) and isinstance(other, AMOUNTS):
        if relation_of(one, other) is not Relation.APART:
            return "apart"  # two limits
        return rounding_level(one, other, context, CODES[one.kind])
    if isinstance(one, DateValue) and isinstance(other, DateValue):
        one, other = aligned(one, other)
        return day_level(one, relation, nearest_gap(one, other))
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return "minutes-apart" if one.gap(other) < _MINUTES else "apart"
    if isinstance(one, AgeValue) and isinstance(other, AgeValue):
        return "a-year-apart" if one.years_apart(other) <= 1 else "apart"
    return "apart"


__all__ = ["CODES", "NearTwinComparer"]
