"""Compares how many of something one owner has: staff, beds, shops, caps; the news it is told with does not matter.

Levels of FC201: "compatible", "rounding", "held".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.amounts import rounding_level, shared_names
from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    by_article,
    clash,
    values_of,
)
from factcheck.frame_notes import NoteKind, without_kinds
from factcheck.model import HOLDING, Claim
from factcheck.topics.comparability import scope_veto
from factcheck.topics.strength import FAIR, MODEST
from factcheck.values import CountValue, Relation, relation_of

_MONTHS = 120
"""Days between two articles from which an owner may have got more, or have lost some."""
_TIMES = 2.5
"""How many times the smaller number the larger one may be: further apart they are told of a part and its whole."""
_KNOWN = 2.0
"""Shared weight of names from which a common noun is of the one such thing of the story."""


class HoldingComparer(Comparer):
    """Compares holdings of one sort and one owner."""

    kind = "count"
    codes: tuple[str, ...] = ("FC201",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The only answers of their articles, as far as owners are the same or not known."""
        told = by_article(block)
        return [claim for claim in block if not any(_are_rivals(claim, other) for other in told[claim.anchor.article])]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """What is held."""
        value = claim.value
        told = isinstance(value, CountValue) and value.named is not None and value.named > 1
        return f"{HOLDING}/{claim.frame.role}" if told and claim.frame.event == HOLDING else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC201; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        apart = context.days_between(left, right)
        if apart is not None and abs(apart) > _MONTHS:
            return Doubt("the number may have changed")
        veto = scope_veto(left, right)
        if veto:
            return Doubt(veto)
        if without_kinds(left.frame.subset, NoteKind.OWNER) != without_kinds(right.frame.subset, NoteKind.OWNER):
            return Doubt("a word narrows one of them")
        mine, theirs = values_of(left, right, CountValue)
        if max(mine.named or 0, theirs.named or 0) > _TIMES * min(mine.named or 0, theirs.named or 0):
            return Doubt("too far apart for one number told twice")
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        level = rounding_level(mine, theirs, context, "FC201")
        relation = mine.relation(theirs)
        return clash("FC201", "held" if level == "apart" else level, relation, mine, theirs, proof, told=relation.value)


def _are_rivals(claim: Claim, other: Claim) -> bool:
    """Whether two numbers of one article may be those of one owner, and exclude each other."""
    mine, theirs = claim.frame.agents, other.frame.agents
    alike = not mine or not theirs or bool(shared_names(mine, theirs))
    return claim is not other and alike and relation_of(claim.value, other.value) is Relation.APART


def _of_one_surname(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The ids of ``left`` that end in the last word of one of ``right``: the firm that its founder Ernst Brandauer gave his name."""
    last = {name.partition(":")[2].split()[-1] for name in right if not name.startswith("place:")}
    return frozenset(name for name in left if not name.startswith("place:") and name.partition(":")[2].split()[-1] in last)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """One owner by name, or by the noun for the one such thing of the story."""
    held, story = f"held by one owner: {left.frame.role}", context.story(left, right)
    owners = context.salient(shared_names(left.frame.agents, right.frame.agents) or _of_one_surname(left.frame.agents, right.frame.agents))
    if owners:
        return ComparabilityProof((held, f"same owner: {context.labels(owners)}", story), FAIR)
    nouns = [
        frozenset(context.same_noun(noun) for noun in NoteKind.OWNER.words(claim.frame.subset)) - context.words["noun.generic"].keys()
        for claim in (left, right)
    ]
    named = [context.salient(claim.frame.agents) for claim in (left, right)]
    if all(named) or not nouns[0] & nouns[1]:
        return Doubt("whose they are is not known to be one")
    articles = (left.anchor.article, right.anchor.article)
    if context.stories.shared_weight(*articles) < _KNOWN:
        return Doubt("the articles do not clearly tell one story")
    return ComparabilityProof((held, f"the one {min(nouns[0] & nouns[1])} of both", story), MODEST)
