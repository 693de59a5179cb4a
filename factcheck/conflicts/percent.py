"""Shares: the same role ("vote share", "turnout", "fall") of the same owner, of the same whole.

Levels, first that holds:

    FC271   compatible       the intervals share a value
            rounding         closer than rounding makes
            apart            shares that exclude each other
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.conflicts.amounts import (
    amount_veto,
    modifiers_of,
    only_answers,
    rounding_level,
    shared_names,
    slip,
)
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.frame_notes import EARLY, FORECAST, POLL
from factcheck.model import MERGED_STAKE, Claim
from factcheck.text import fold
from factcheck.topics.strength import GOOD, MODEST, SOUND, STRONG
from factcheck.values import PercentValue

_ONE_PER_STORY = frozenset({"turnout", "for", "against", "pay"})
"""Roles that a ballot or a dispute has once, whoever is named beside them; demand and offer are told apart by their markers."""
_OWNED = frozenset({"vote share", "stake", MERGED_STAKE, "approval"})
"""Roles that several owners have side by side; both owners must be known and the same."""
_POLLS = frozenset({POLL, FORECAST, EARLY})


_BEHIND_NAME = re.compile(r"\b[A-Z][\w'’-]+ ([a-z]+)\b")


class PercentComparer(Comparer):
    """Compares shares with the same role and whole.

    Tolerance ``rounding``: the part of the larger share by which two may differ when one is approximate.
    """

    kind = "percent"
    codes: tuple[str, ...] = ("FC271",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The only answers of their articles; parties and firms side by side are no rivals."""
        return only_answers(block, _may_be_one)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same role; polls and forecasts are told by too many houses to be compared."""
        value = claim.value
        if not isinstance(value, PercentValue) or value.amount is None or claim.frame.markers & _POLLS:
            return None
        return claim.frame.role

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC271; see the module's list of levels."""
        mine, theirs = values_of(left, right, PercentValue)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = mine.relation(theirs)
        level = rounding_level(mine, theirs, context, "FC271")
        return clash("FC271", level, relation, mine, theirs, proof, told=relation.value)


def _may_be_one(left: Claim, right: Claim) -> bool:
    """Whether two shares of one article may be of one owner and whole."""
    frames = left.frame, right.frame
    if frames[0].markers != frames[1].markers or _wholes_differ(left, right):
        return False
    return not all(frame.agents for frame in frames) or bool(shared_names(frames[0].agents, frames[1].agents))


def _are_firm_and_family(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one share alone is told of the family or the trust that bears the name of the firm: "the Marquet family holds 44 percent"."""
    holders = context.words["percent.holder"]
    told = [any(match[1] in holders for match in _BEHIND_NAME.finditer(claim.anchor.quote)) for claim in (left, right)]
    plural = [any(f"{name.split()[-1]}s" in claim.anchor.quote.lower() for name in claim.frame.agents) for claim in (left, right)]
    return told[0] != told[1] and not any(plural)


def _wholes_differ(left: Claim, right: Claim) -> bool:
    mine, theirs = left.frame.thing, right.frame.thing
    return bool(mine and theirs and mine != theirs) or modifiers_of(left) != modifiers_of(right)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    role = left.frame.role or ""
    veto = amount_veto(
        left,
        right,
        context,
        timeless=role == MERGED_STAKE,
        standing=role == MERGED_STAKE or (role == "pay" and bool(left.frame.markers)),
    )
    if veto:
        return Doubt(veto)
    anchors = [f"same role: {role}", context.story(left, right)]
    owners = context.salient(shared_names(left.frame.agents, right.frame.agents))
    if role in _OWNED and _are_firm_and_family(left, right, context):
        return Doubt("a firm and the family of its name")
    if role in _OWNED:
        return (
            ComparabilityProof((f"same owner: {context.labels(owners)}", *anchors), STRONG)
            if owners
            else Doubt("whose share it is is not known")
        )
    if role not in _ONE_PER_STORY and _wholes_differ(left, right):
        return Doubt("shares of different wholes")
    slipped = slip(left.value, right.value) if isinstance(left.value, PercentValue) and isinstance(right.value, PercentValue) else None
    if role in _ONE_PER_STORY:
        if slipped or owners or (left.frame.lead and right.frame.lead):
            return ComparabilityProof((slipped or "one ballot", *anchors), SOUND)
        if role == "pay" and not left.frame.markers:
            return Doubt("a demand, an offer or a rise that was agreed")
        return ComparabilityProof(("one ballot" if role != "pay" else "one dispute", *anchors), MODEST)
    whole, modifiers = left.frame.thing, modifiers_of(left)
    same_verb = fold(left.frame.predicate or "") == fold(right.frame.predicate or "") or (left.frame.event or "") == right.frame.event
    if whole and right.frame.thing and same_verb and (owners or modifiers):
        return ComparabilityProof((f"the same whole: {' '.join((*sorted(modifiers), whole))}", *anchors), GOOD)
    if owners and slipped and same_verb:
        return ComparabilityProof((f"same owner: {context.labels(owners)}, and {slipped}", *anchors), GOOD)
    return Doubt("whose share of what it is is not known on both sides")
