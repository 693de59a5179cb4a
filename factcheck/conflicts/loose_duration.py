"""Compares lengths of one stretch of time in words of no common class: "the siege ended after 31 hours", "for 43 hours they sat bound".

What lasted is known by groups of words alone, so the two must be the only lengths of their size in both articles, told in the first lines
or of the same, and neither so far apart that they are two things.

Levels: those of FC301.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.conflicts.duration import at_its_end, within_unit
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, by_article, clash, values_of
from factcheck.frame_notes import bare_words
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, other_instance_veto, scope_veto, time_veto
from factcheck.topics.participants import Parts, link, not_of_sort, persons_differ
from factcheck.topics.persons import respelt
from factcheck.topics.strength import FAINT, MODEST
from factcheck.values import DurationValue, Relation
from factcheck.values.duration import HOURS

NEAR = 4.0
"""Lengths of one stretch are wrong by less than this factor; a lesser one of the same size makes an article one of several stretches."""
FAR, COARSE = 1.2, 1.5
"""Lengths nearer than the first factor are roundings of one; nearer than the second where a coarser unit cannot tell them apart."""
UNITS = 2
"""Units by which two exact lengths in one unit differ, if they are to contradict each other though they are near."""
_STANDING = frozenset({"office", "service"})
"""Groups of stretches that go on: that they end soon makes them no plan ("will close after 58 years", "has run for 47 years")."""
_LIMIT = re.compile(r"\bwithin (?:the (?:next|first) )?$", re.IGNORECASE)
"""What stands before a limit: "within 18 months of completion"."""


class LooseDurationComparer(Comparer):
    """Compares lengths that are known by the words of their clause alone."""

    kind = "duration"
    codes: tuple[str, ...] = ("FC301",)
    loosely = False

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the lengths of articles that give another of the same size, in words of the same group or none."""
        told = by_article(block)
        return [claim for claim in block if not any(_rivals(claim, other) for other in told[claim.anchor.article])]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """All stretches of time with a number, if it is one that they were shorter than."""
        value = claim.value
        told = isinstance(value, DurationValue) and value.amount is not None and (value.low > 0 or value.high is not None)
        return "spell" if told and claim.frame.role == "spell" else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC301; see the module's text."""
        right = respelt(left, right, context.folder, context.stories)
        mine, theirs = values_of(left, right, DurationValue)
        if not _is_near(mine, theirs):
            return Doubt("lengths of two sizes")
        proof = _same_stretch(left, right, context, loosely=self.loosely)
        if isinstance(proof, Doubt):
            return proof
        relation, level = mine.relation(theirs), "compatible"
        if relation is Relation.APART:
            level = "rounding" if _is_rounding(mine, theirs) else "apart"
        return clash("FC301", level, relation, mine, theirs, proof, told=relation.value)


class LeadDurationComparer(LooseDurationComparer):
    """Compares the one length of its size in the first lines of two articles where the words of one of them tell no group."""

    loosely = True

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Those of first lines whose article gives no other length of the same size at all."""
        told = by_article(block)
        lead = [claim for claim in block if claim.frame.lead]
        return [claim for claim in lead if not any(_rivals(claim, other, whatever=True) for other in told[claim.anchor.article])]


def _same_stretch(left: Claim, right: Claim, context: ComparisonContext, *, loosely: bool) -> ComparabilityProof | Doubt:
    """Whether two clauses tell one stretch, by a group of words in common; ``loosely``: or because words of no group tell one of them."""
    articles, stories = (left.anchor.article, right.anchor.article), context.stories
    if articles[0] == articles[1]:
        return Doubt("an article that tells two lengths tells of two things")
    if any(_LIMIT.search(claim.anchor.quote[: claim.anchor.span.start - claim.anchor.quote_start]) for claim in (left, right)):
        return Doubt("a limit is no length")
    groups = left.frame.subset & right.frame.subset
    veto = (
        scope_veto(*(_standing(claim) if groups & _STANDING else claim for claim in (left, right)))
        or marker_veto(left, right)
        or _time_veto(left, right, context)
        or other_instance_veto(left, right, stories)
    )
    if veto:
        return Doubt(veto)
    if not (stories.same(*articles) and stories.close(*articles)):
        return Doubt("the articles do not clearly tell one story")
    leads, between = (left.frame.lead, right.frame.lead), link(left, right)
    ordeal = _is_ordeal(left, right, between.shared_agents, context)
    if not ordeal and (not any(leads) or (not all(leads) and any(article not in context.stories.days for article in articles))):
        return Doubt("told further down")  # histories tell of many wars
    if not groups and not loosely:
        return Doubt("no word of a common group")
    if not groups and left.frame.subset and right.frame.subset:
        return Doubt("words of different groups")
    if not groups and _of_years(left, right) and _elsewhere(left, right):
        return Doubt("years of a life at two places")
    if persons_differ(left, right, "agents", "targets"):
        return Doubt("different persons")
    shared = context.salient(between.shared_agents)
    words = (
        f"words for one stretch of time: {', '.join(sorted(groups))}"
        if groups
        else "the only length of its size in the first lines of both"
    )
    anchors = [words, context.story(left, right)]
    if shared:
        return ComparabilityProof((*anchors, f"same participants: {context.labels(shared)}"), MODEST)
    return ComparabilityProof((*anchors, "the only such length in both articles"), FAINT)


def _is_ordeal(left: Claim, right: Claim, shared: frozenset[str], context: ComparisonContext) -> bool:
    """Whether one person was caught, trapped or hungry for less than a year, which a story tells once wherever it stands; or for how long
    a thing was made."""
    groups = bare_words(left.frame.subset) & bare_words(right.frame.subset)
    if groups & context.words["spell.single"].keys():
        return True
    person = any(name.startswith("person:") for name in context.salient(shared))
    return bool(groups & context.words["spell.ordeal"].keys()) and person and not any(_of_years(claim, claim) for claim in (left, right))


def _of_years(left: Claim, right: Claim) -> bool:
    return all(isinstance(claim.value, DurationValue) and claim.value.low >= HOURS["year"] for claim in (left, right))


def _elsewhere(left: Claim, right: Claim) -> bool:
    """Whether both sentences name something beside persons, and nothing of it in common."""
    mine, theirs = (Parts(frozenset(), not_of_sort(claim.frame.others, "person:", "noun:")) for claim in (left, right))
    return link(mine, theirs).targets_differ


def _standing(claim: Claim) -> Claim:
    """A stretch of years, whether it is over or will be soon."""
    years = isinstance(claim.value, DurationValue) and claim.value.low >= HOURS["year"]
    return replace(claim, scope=replace(claim.scope, planned=False)) if years else claim


def _time_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the days told beside the two make them two stretches; a day is soon told of what came before or comes after one of years."""
    first, second = (at_its_end(claim, context) for claim in (left, right))
    if _of_years(left, right) and first.frame.time is not None and second.frame.time is not None:
        first, second = (replace(claim, frame=replace(claim.frame, time=None)) for claim in (first, second))
    return time_veto(first, second, context.stories.days)


def _rivals(claim: Claim, other: Claim, *, whatever: bool = False) -> bool:
    """Whether an article's other length may be of the same stretch, and is another; ``whatever``: its words may be of any group."""
    mine, theirs = claim.value, other.value
    if not isinstance(mine, DurationValue) or not isinstance(theirs, DurationValue) or mine.relation(theirs) is not Relation.APART:
        return False
    groups = claim.frame.subset, other.frame.subset
    alike = whatever or not groups[0] or not groups[1] or bool(groups[0] & groups[1])
    return alike and _is_near(mine, theirs) and not within_unit(mine, theirs)


def _is_rounding(left: DurationValue, right: DurationValue) -> bool:
    """Whether two lengths are too near for two words of one group to tell a contradiction; exact ones in one unit less so."""
    factor = _factor(left, right)
    if left.unit == right.unit and not (left.approximate or right.approximate):
        return factor < FAR and abs((left.amount or 0) - (right.amount or 0)) < UNITS
    return factor < FAR or (factor < COARSE and within_unit(left, right))


def _factor(left: DurationValue, right: DurationValue) -> float:
    """How many times the longer is the shorter, by what they leave open at the least."""
    low, high = sorted((left, right), key=lambda value: value.low)
    shorter = high.low and (low.high if low.high is not None else high.low)
    return high.low / shorter if shorter else float("inf")


def _is_near(left: DurationValue, right: DurationValue) -> bool:
    return _factor(left, right) <= NEAR


__all__ = ["FAR", "NEAR", "LeadDurationComparer", "LooseDurationComparer"]
