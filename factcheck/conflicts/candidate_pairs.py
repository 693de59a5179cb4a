"""Finds the candidate pairs of one question: claims of one article, and those of articles that may tell one story.

A block holds the claims of one question from the whole corpus.  It falls into components that no pair of claims joins; each is compared by
itself, so that what a comparison keeps in memory does not grow with the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations
from operator import attrgetter

from factcheck.conflicts.pairs import Comparer, ComparisonContext
from factcheck.model import Claim
from factcheck.topics.stories import Stories

MOST_ARTICLES = 300
"""Articles of its story that an article is compared with over one question, in order of ids."""
MOST_CLAIMS = 100
"""Claims of one article that answer one question and are compared, in reading order."""
FEW = 100
"""Articles that are held against one another one by one."""

Pair = tuple[int, int]
_ARTICLE = attrgetter("anchor.article")


@dataclass(frozen=True, slots=True)
class Component:
    """Claims of one question that a chain of candidate pairs may join, in the order of their block.

    ``candidates`` gives, article by article, the claims to compare (indices into ``claims``) and those of every article, later by id, that
    it meets.
    """

    claims: tuple[Claim, ...]
    candidates: tuple[tuple[Sequence[int], Sequence[Sequence[int]]], ...]

    def pairs(self) -> Iterator[Pair]:
        """The pairs of claims to compare, each once, by index, the smaller first."""
        for members, others in self.candidates:
            yield from combinations(members, 2)
            for other in others:
                for i in members:
                    for j in other:
                        yield (i, j) if i < j else (j, i)

    def pairs_by(self, keys: Sequence[frozenset[Hashable]]) -> Iterator[Pair]:
        """Those of ``pairs`` whose two claims share a key; ``keys`` are those of each claim."""
        for members, others in self.candidates:
            yield from [(i, j) for i, j in combinations(members, 2) if not keys[i].isdisjoint(keys[j])]
            own = [(i, keys[i]) for i in members]
            held = frozenset[Hashable]().union(*(mine for _, mine in own))
            for j in chain.from_iterable(others):
                theirs = keys[j]
                if not held.isdisjoint(theirs):
                    for i, mine in own:
                        if not mine.isdisjoint(theirs):
                            yield (i, j) if i < j else (j, i)


def components(claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> Iterator[Component]:
    """The components of a block, by their first articles; claims that meet no other are in none."""
    block = _by_article(claims)
    met = dict(_candidates(block, claims, comparer, context))
    for articles in _joined(met):
        indices = sorted(index for article in articles for index in block[article])
        if len(indices) > 1:
            own = {index: place for place, index in enumerate(indices)}
            compared = {article: [own[index] for index in block[article][:MOST_CLAIMS]] for article in articles}
            candidates = tuple((compared[article], [compared[other] for other in met[article][:MOST_ARTICLES]]) for article in articles)
            yield Component(tuple(claims[index] for index in indices), candidates)


def joined_to(articles: Collection[str], claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> set[str]:
    """The articles of those components of a block that hold a claim of some articles (by id); the rest of the block is not looked at."""
    block = {claim.anchor.article for claim in claims}
    wide = {claim.anchor.article for claim in claims if comparer.anywhere(claim)}
    found = block.intersection(articles)
    pending = list(found) if len(block) > 1 else []
    while pending:
        article = pending.pop()
        met = block & context.stories.paired(article)
        if article in wide:
            met |= wide & context.stories.neighbours(article)
        pending.extend(met - found)
        found |= met
    return found


def is_cut(claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> bool:
    """Whether a block holds more claims of one article, or articles of one story, than are compared."""
    if len(claims) <= min(MOST_CLAIMS, MOST_ARTICLES):
        return False
    held = Counter(map(_ARTICLE, claims))
    if max(held.values()) > MOST_CLAIMS:
        return True
    if len(held) <= MOST_ARTICLES:
        return False
    if not any(map(comparer.anywhere, claims)) and all(len(context.stories.related(article)) <= MOST_ARTICLES for article in held):
        return False
    return any(len(others) > MOST_ARTICLES for _, others in _candidates(_by_article(claims), claims, comparer, context))


def _by_article(claims: Sequence[Claim]) -> dict[str, list[int]]:
    block: dict[str, list[int]] = {}
    for index, article in enumerate(map(_ARTICLE, claims)):
        block.setdefault(article, []).append(index)
    return block


def _candidates(
    block: dict[str, list[int]], claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext
) -> Iterator[tuple[str, list[str]]]:
    """Each article of a block with those, later by id and in order, that it is compared with."""
    wide = {claim.anchor.article for claim in claims if comparer.anywhere(claim)}
    articles = frozenset(block)
    for article in block:
        others = _later(article, articles, context.stories.related(article)) if len(block) > 1 else set()
        if article in wide:
            others |= _touching(article, wide, context.stories)
        yield article, sorted(others)


def _touching(article: str, wide: Set[str], stories: Stories) -> set[str]:
    """Those of some articles, later by id, that share a salient name with one; all its neighbours are looked up for many only."""
    if len(wide) > FEW:
        return _later(article, wide, stories.neighbours(article))
    return {other for other in wide if other > article and stories.touch(article, other)}


def _later(article: str, block: Set[str], near: Set[str]) -> set[str]:
    return {other for other in near & block if other > article}


def _joined(met: dict[str, list[str]]) -> list[list[str]]:
    """The articles that candidate pairs join, those of each component in order of the block."""
    first = {article: article for article in met}

    def find(article: str) -> str:
        while first[article] != article:
            first[article] = first[first[article]]
            article = first[article]
        return article

    for article, others in met.items():
        for other in others:
            one, two = find(article), find(other)
            if one < two:
                first[two] = one
            elif two < one:
                first[one] = two
    found: dict[str, list[str]] = {}
    for article in met:
        found.setdefault(find(article), []).append(article)
    return list(found.values())
