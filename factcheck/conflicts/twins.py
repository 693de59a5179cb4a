"""Compares twins: one sentence that stands in two articles of one day with another number in it.

Papers copy sentences of an agency or of each other, and a number is the word of them that a hand gets wrong.  Where all other words are the
same, they prove by themselves that both numbers answer one question, whoever and whatever is meant.  What stands before the sentence (a
dateline), in brackets in it, or behind it (who said so) may differ.

Levels, of the codes of the kinds: "compatible", "rounding", "apart".
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.conflicts.alignment import CODES
from factcheck.conflicts.amounts import rounding_level
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash
from factcheck.model import CONTEXT, Claim
from factcheck.rulebook import Lists
from factcheck.text import either_of
from factcheck.topics.alignment import question_of
from factcheck.topics.strength import STRONG
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue, Relation, relation_of

_LEAST = 6
"""Words besides the number from which a sentence says enough."""
_LEAST_OF_PRONOUN = 9
"""The same where a pronoun begins it, which may mean somebody else."""
_LONG, _LONGS = 4, 3
"""Letters of a word that says something, and how many such words a sentence needs."""
_HOLE = "#"
_DATELINE = re.compile(r"^[A-Z][^a-z()]{2,}[^()]{0,40}(?:\([^)]{2,20}\) ?)?[-–—:] ")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_CREDIT = " according to "
_STOPS = " .,;:!?\"'”’»…"
WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*|#")
AMOUNTS = (CountValue, MeasureValue, MoneyValue, PercentValue)


class TwinComparer(Comparer):
    """Compares the numbers of sentences that are the same but for them."""

    kind = CONTEXT
    codes: tuple[str, ...] = tuple(sorted(CODES.values()))

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The kind of the value, and the sentence without it; None where it is too short to be told by one hand alone."""
        value = claim.value
        if not isinstance(value, AMOUNTS) or (isinstance(value, MeasureValue) and value.dimension == "magnitude"):
            return None  # of one shock agencies give several magnitudes, and later ones
        sentence = _without_value(claim, context.words)
        words = sentence.split()
        if len(words) <= min(_LEAST, _LEAST_OF_PRONOUN) or len([word for word in words if len(word) >= _LONG]) < _LONGS:
            return None
        if len(words) <= (_LEAST_OF_PRONOUN if words[0] in context.words["twin.pronoun"] else _LEAST):
            return None
        return f"{value.kind}/{sentence}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """A clash of level "apart", "rounding" or "compatible"."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        if not context.one_day_news(left, right):
            return Doubt("the later article may bring it up to date")
        undated = context.days_between(left, right) is None
        if undated and _may_grow(left, context):
            return Doubt("the number may have grown")
        if gives_other(left, right, context) or gives_other(right, left, context):
            return Doubt("one article gives both numbers")
        relation, level = relation_of(left.value, right.value), "compatible"
        code = CODES[left.value.kind]
        if relation is Relation.APART and isinstance(left.value, AMOUNTS) and isinstance(right.value, AMOUNTS):
            level = rounding_level(left.value, right.value, context, code)
        proof = ComparabilityProof(("one sentence, and only the number differs", context.story(left, right)), STRONG)
        return clash(code, level, relation, left.value, right.value, proof, told=relation.value)


@lru_cache(maxsize=2)
def _said(telling: tuple[str, ...]) -> re.Pattern[str]:
    """Who said so, behind the last comma of a sentence: ", police said on Friday"."""
    return re.compile(rf", (?:[^,]{{2,60}} )?(?:{either_of(telling)})\b(?: [^,]{{1,40}})?\Z")


def _without_value(claim: Claim, lists: Lists) -> str:
    """A claim's sentence in lower case, "#" for its value; without dateline, brackets and who said so."""
    start = claim.anchor.span.start - claim.anchor.quote_start
    quote = claim.anchor.quote
    holed = f"{quote[:start]} {_HOLE} {quote[start + len(claim.anchor.match) :]}"
    plain = _DATELINE.sub("", holed)
    if "(" in plain:
        plain = _BRACKETS.sub("", plain)
    plain = plain.partition(_CREDIT)[0].rstrip(_STOPS)
    comma = plain.rfind(",")  # asked first, for a search from every comma on is slow
    if comma > 0 and _said(tuple(lists["verb.telling"])).match(plain, comma):
        plain = plain[:comma]
    return " ".join(WORD.findall(plain.lower())) if _HOLE in plain else ""


def _may_grow(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a sentence tells of deaths, wounds or whatever else is counted anew from hour to hour."""
    words = {word.word for word in claim.frame.context.words} if claim.frame.context is not None else set[str]()
    events = {word.lower() for word in words if word.isupper()}
    return not (words.isdisjoint(context.words["context.growing"]) and events.isdisjoint(context.words["count.toll"]))


def gives_other(claim: Claim, other: Claim, context: ComparisonContext) -> bool:
    """Whether the article of another claim gives the value of a claim, too, of the same thing where a thing is told."""
    told = context.alignments.told(other.anchor.article).get(question_of(claim), ())
    return any(one.frame.thing == claim.frame.thing and relation_of(one.value, claim.value) is Relation.SAME for one in told)


__all__ = ["AMOUNTS", "WORD", "TwinComparer", "gives_other"]
