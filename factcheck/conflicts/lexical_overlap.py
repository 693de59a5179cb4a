"""Finds the lexical overlap of two sentences besides names and values: the content words of their quotes, by stem."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.model import Claim
from factcheck.nouns import singular
from factcheck.stems import verb_stem
from factcheck.text import either_of, fold
from factcheck.values import WhereValue

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+){0,3}")
_SHORTEST = 3
"""Letters of the shortest word that tells something."""


def shared_words(left: Claim, right: Claim, context: ComparisonContext) -> frozenset[str]:
    """The stems of the content words that the sentences of two claims share, without names and the claims' own words."""
    return reported_words(left, context) & reported_words(right, context)


def reported_words(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    """The stems of the content words of a claim's sentence; what goes by several nouns has one (``noun.same``)."""
    start = max(0, claim.anchor.span.start - claim.anchor.quote_start)
    before, after = claim.anchor.quote[:start], claim.anchor.quote[start + len(claim.anchor.match) :]
    return stems_of([*small_words(before, opens=True), *small_words(after, opens=not before.strip())], context.words)


def stems_of(words: Iterable[str], lists: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    """The stems of those of some folded words that tell something; ``lists`` are the word lists of the rulebook."""
    stop, same = lists["noun.stop"], lists["noun.same"]
    return frozenset(_stems((word for word in words if word not in stop), same)).difference(lists["telling.plain"])


def noun_stem(noun: str, context: ComparisonContext) -> str:
    """The stem that ``reported_words`` gives for a counted noun in the singular."""
    return verb_stem(context.same_noun(noun))


def small_words(text: str, *, opens: bool) -> Iterator[str]:
    """The folded words that are written small, and the first one of a sentence."""
    for index, match in enumerate(_WORD.finditer(text)):
        if match[0][0].islower() or (opens and index == 0):
            word = fold(match[0]).removesuffix("'s")
            if len(word) >= _SHORTEST:
                yield word


def _stems(words: Iterable[str], same: Mapping[str, object]) -> Collection[str]:
    return {verb_stem(str(same.get(one, one))) for one in map(singular, words)}


def reported_names(left: Claim, right: Claim, context: ComparisonContext) -> frozenset[str]:
    """The rare words of names that the sentences of both claims hold, as both articles do, without those of the claims' own values."""
    words = [_capitalised(claim.anchor.quote) - _capitalised(claim.value.caption()) for claim in (left, right)]
    told = (place for claim in (left, right) if isinstance(claim.value, WhereValue) for place in claim.value.places)
    places = {word for place in told for word in place.partition(":")[2].split()}
    held = context.stories.names[left.anchor.article] & context.stories.names[right.anchor.article]
    return frozenset(f"word:{word}" for word in (words[0] & words[1]) - places) & held


def _capitalised(text: str) -> frozenset[str]:
    return frozenset(fold(match[0]) for match in _NAME.finditer(text))


_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,30}")


def further(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why a sentence tells of one more side or time than the other article knows of ("on the south slope as well"); else None."""
    for claim in (left, right):
        text = f" {claim.anchor.quote.lower()} "
        for found in _between(tuple(context.words["where.further"])).finditer(text):
            before = text[: found.start()].split()[-1:]
            if found[1] != "later" or not before or (before[0] not in context.words["duration.unit"] and before[0] != "half"):
                return f"a word tells of one more ({found[1]})"  # "an hour later" only tells when
    return None


@lru_cache(maxsize=8)
def _between(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words between spaces, commas and the ends of sentences."""
    return re.compile(rf"[\s,]({either_of(words)})[\s,.;]")
