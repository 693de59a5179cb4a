"""Sums of money: the same role ("fee", "bail", "missing") of the same owner.

Levels, first that holds:

    FC261   compatible       the intervals share a sum, or the currency is left open
            currency         the same number in two currencies
            rounding         closer than rounding makes
            apart            sums that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.conflicts.amounts import (
    amount_veto,
    only_answers,
    role_in_words,
    rounding_level,
    shared_names,
    slip,
)
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import ALSO, PER_EACH
from factcheck.model import Claim
from factcheck.topics.strength import FIRM, MODEST, SLIGHT, SOUND
from factcheck.values import MoneyValue, Relation

PAYMENT = "payment"
"""The role of a sum whose recipients are told by a noun and whose reason is not."""


class MoneyComparer(Comparer):
    """Compares sums with the same role.

    Tolerance ``rounding``: the part of the larger sum by which two may differ when one is approximate or rounded.
    """

    kind = "money"
    codes: tuple[str, ...] = ("FC261",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The only answers of their articles."""
        return only_answers(block, lambda left, right: left.frame.markers - {ALSO} == right.frame.markers - {ALSO})

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same role; ranges are offers of two sums and are not compared."""
        if not isinstance(claim.value, MoneyValue) or claim.value.amount is None:
            return None
        if claim.frame.role == PAYMENT:
            noun = context.same_noun(claim.frame.thing or "")
            generic = noun in context.words["noun.generic"] and PER_EACH not in claim.frame.markers
            return None if generic or not noun else f"{PAYMENT}/{noun}"
        return claim.frame.role

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC261; see the module's list of levels."""
        mine, theirs = values_of(left, right, MoneyValue)
        proof = _prove(_alone(left, context), _alone(right, context), context)
        if isinstance(proof, Doubt):
            return proof
        relation = mine.relation(theirs)
        level = rounding_level(mine, theirs, context, "FC261")
        if mine.same_currency(theirs) is False:
            if mine.amount != theirs.amount or not slip(mine, theirs):
                return Doubt("two currencies")
            level, relation = "currency", Relation.APART
        return clash("FC261", level, relation, mine, theirs, proof, told=relation.value)


def _alone(claim: Claim, context: ComparisonContext) -> Claim:
    """A claim without the "also" that sets its sum beside something else ("banned and also fined 4,000"), if a story has one such sum."""
    if ALSO not in claim.frame.markers or claim.frame.role not in context.words["money.set"]:
        return claim
    return replace(claim, frame=replace(claim.frame, markers=claim.frame.markers - {ALSO}))


def _ventures(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one side tells what "the project" costs and the other what a thing does that has a noun of its own."""
    things = {left.frame.thing, right.frame.thing} - {None, left.frame.role}
    return len(things) == 2 and not things.isdisjoint(context.words["money.venture"])


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    role = left.frame.role or ""
    veto = amount_veto(left, right, context, standing=role == PAYMENT or role in context.words["money.set"])
    if veto:
        return Doubt(veto)
    anchors = [f"same role: {role_in_words(role, context.words)}", context.story(left, right)]
    owners = context.salient(shared_names(left.frame.agents, right.frame.agents))
    if owners:
        return ComparabilityProof((f"same owner: {context.labels(owners)}", *anchors), FIRM)
    slipped = slip(left.value, right.value) if isinstance(left.value, MoneyValue) and isinstance(right.value, MoneyValue) else None
    whose = context.same_noun(left.frame.thing or "")
    if role == "costs" and _ventures(left, right, context) and context.stories.near(left.anchor.article, right.anchor.article):
        return ComparabilityProof(("the project that one article names is the other's", *anchors), SLIGHT)
    if (
        whose not in ("", role)
        and whose == context.same_noun(right.frame.thing or "")
        and (role == PAYMENT or whose not in context.words["noun.generic"])
    ):
        if role == PAYMENT or left.frame.lead or right.frame.lead or slipped:
            return ComparabilityProof((f"same recipients: {whose}" if role == PAYMENT else f"same thing: the {whose}", *anchors), MODEST)
    if role in context.words["money.broad"] or role == PAYMENT:
        return Doubt("whose sum it is is not known on both sides")
    around = context.salient(shared_names(left.frame.agents | left.frame.others, right.frame.agents | right.frame.others))
    if around and (slipped or len(around) > 1 or (left.frame.lead and right.frame.lead)):
        return ComparabilityProof((f"same names around: {context.labels(around)}", *anchors), SOUND)
    if slipped:
        return ComparabilityProof((slipped, *anchors), SOUND)
    if role in context.words["money.once"] and context.stories.near(left.anchor.article, right.anchor.article):
        return ComparabilityProof(("a sum that a story has once", *anchors), SLIGHT)
    if left.frame.lead and right.frame.lead:
        return ComparabilityProof(("both in the lead", *anchors), MODEST)
    return Doubt("whose sum it is is not known on both sides")
