"""Attribution: one quotation laid to two speakers.

Levels, first that holds:

    FC581   compatible       one speaker, if under two spellings
            apart            two persons
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, by_article, clash
from factcheck.mentions.spelling import Match
from factcheck.model import Claim
from factcheck.stems import verb_stem
from factcheck.topics.persons import name_of, owner_of
from factcheck.topics.strength import VERY_STRONG
from factcheck.topics.windows import CLOSE_DAYS
from factcheck.values import NameValue, Relation

_SHOWN = 60
_LONG = 7
"""Words from which a quotation is known as the same one without a story that is proven to be one."""
_KEYS = 8
_ALIKE, _CONTENT = 0.6, 2
"""Least likeness of two quotations word by word, and the fewest telling words that they must share; translators change the light ones."""
_NEGATED = re.compile(r"n'?t$|nnot$")


def _same_words(one: str, other: str, light: frozenset[str]) -> bool:
    """Whether two quotations are one in two wordings: one begins with the other, or all telling words are the same and most light ones."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    mine, theirs = _telling(one, light), _telling(other, light)
    if mine != theirs or len(mine) < _CONTENT:
        return False
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE or len(mine) > _CONTENT + 1


@lru_cache(maxsize=4096)
def _telling(quotation: str, light: frozenset[str]) -> frozenset[str]:
    """The stems of the words of a quotation that tell something; a denial tells, however it is put."""
    words = [
        ("not" if word in ("no", "never", "not") or (_NEGATED.search(word) and len(word) > _SHORT) else word) for word in quotation.split()
    ]
    return frozenset(verb_stem(word) for word in words if word == "not" or word not in light)


_SHORT = 3


def _soon(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two articles appeared within the days in which papers repeat what was said."""
    apart = context.days_between(left, right)
    return apart is not None and abs(apart) <= CLOSE_DAYS


def _two_surnames(one: NameValue, other: NameValue) -> bool:
    """Whether one is told by a surname alone ("Bishop Amsel") that is no part of the full name of the other."""
    words = [{*name.given, *name.family.split()} for name in (one, other)]
    return bool(one.given or other.given) and not words[0] & words[1]


class AttributionComparer(Comparer):
    """Compares who is said to have spoken the same words, across articles of one story."""

    kind = "attribution"
    codes: tuple[str, ...] = ("FC581",)
    equal_agree = False  # quotations are compared, whoever

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that lay the words to two: one of them repeats the other."""
        told = by_article(block)
        return [
            claim
            for claim in block
            if all(owner_of(other) == owner_of(claim) or other.frame.thing != claim.frame.thing for other in told[claim.anchor.article])
        ]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """All quotations meet; which are of the same words, ``keys`` and the comparison tell."""
        return "quotation" if claim.frame.predicate else None

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """The longest words: quotations of nearly the same words share one of them at least."""
        words = sorted(set((claim.frame.predicate or "").split()), key=lambda word: (-len(word), word))
        return frozenset(verb_stem(word) for word in words[:_KEYS])

    def anywhere(self, claim: Claim) -> bool:
        """Long quotations are one person's words in whatever article they stand."""
        return len((claim.frame.predicate or "").split()) >= _LONG

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC581; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1]:
            return Doubt("one article tells of both")
        texts = [claim.frame.predicate or "" for claim in (left, right)]
        light = frozenset(context.words["attribution.light"])
        if not _same_words(texts[0], texts[1], light):
            return Doubt("the quotations differ")
        known = _soon(left, right, context) or bool(context.salient(context.stories.shared(*articles)))
        long = known and min(len(text.split()) for text in texts) >= _LONG
        if not context.stories.same(*articles) and not long:
            return Doubt("the articles do not share a story")
        short = min(texts, key=lambda words: (len(words), words))
        one, other = (name_of(owner_of(claim) or "", context.folder) for claim in (left, right))
        match = context.folder.match(one, other)
        level, relation = "compatible", Relation.SAME
        namesakes = match.family is Match.EQUAL and match.given is Match.APART  # a family's two members
        if (match.family is Match.APART or namesakes) and ((one.given and other.given) or _two_surnames(one, other)):
            level, relation = "apart", Relation.APART
        elif match.family is Match.APART or match.given is Match.APART:
            return Doubt("the speakers are not known to be two")
        shown = short if len(short) <= _SHOWN else f"{short[:_SHOWN].rsplit(' ', 1)[0]} ..."
        anchors = (f'the same words: "{shown}"', context.story(left, right))
        return clash("FC581", level, relation, left.value, right.value, ComparabilityProof(anchors, VERY_STRONG))
