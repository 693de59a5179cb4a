"""Numbers of one match: its result, the minutes of one scorer's goals, the place that it leaves a side in the table.

Levels, first that holds:

    FC621   compatible       the same numbers, or minutes closer than reporters' watches
            apart            two results, other minutes, or another place
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    clash,
    news_veto,
    of_one_mind,
    values_of,
)
from factcheck.mentions.matches import MINUTES, SCORE, STANDING
from factcheck.model import Claim
from factcheck.topics.participants import Parts, link
from factcheck.topics.persons import respelt
from factcheck.topics.strength import GOOD, MODEST
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import PlainValue, Relation

_WATCHES = 2
"""Minutes by which two reports of one goal may differ."""
_SIDES = 2


class MatchComparer(Comparer):
    """Compares the numbers of matches, across articles of one story that appeared on one day or the next."""

    kind = "plain"
    codes: tuple[str, ...] = ("FC621",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give two results, sets of minutes or places: those tell of two matches or sides."""
        return of_one_mind(block)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same part of the report, with as many numbers."""
        return f"{claim.slot} {_size(claim)}" if claim.frame.role in (SCORE, MINUTES, STANDING) else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC621; see the module's list of levels."""
        veto = news_veto(left, right, context)
        if veto:
            return Doubt(veto)
        right = respelt(left, right, context.folder, context.stories)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        one, other = values_of(left, right, PlainValue)
        same = one.answer == other.answer or (left.frame.role == MINUTES and _are_near(left, right))
        return clash("FC621", "compatible" if same else "apart", Relation.SAME if same else Relation.APART, one, other, proof)


def _size(claim: Claim) -> int:
    """How many results of sets, or minutes, a claim gives."""
    answer = claim.value.iso()
    return 1 + answer.count(" ") + answer.count(",")


def _numbers(claim: Claim) -> list[str]:
    return claim.value.iso().partition(":")[2].split(",")


def _are_near(left: Claim, right: Claim) -> bool:
    return all(abs(int(one) - int(other)) <= _WATCHES for one, other in zip(_numbers(left), _numbers(right), strict=True))


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    apart = context.days_between(left, right)
    if apart is None or abs(apart) > NEXT_DAY:
        return Doubt("the articles are not known to have appeared on one day or the next")
    role = left.frame.role
    shared = _shared(left.frame.agents, right.frame.agents)
    if len(shared) < min(len(left.frame.agents), len(right.frame.agents)):
        return Doubt("not the same sides")
    of_one_day = _of_one_day(left, right)
    if of_one_day is False or (role == SCORE and len(shared) < _SIDES and not of_one_day):
        return Doubt("not known to be one match")
    if role == MINUTES and _size(left) == 1 and not _are_slips(*_numbers(left), *_numbers(right)):
        return Doubt("may be two goals")
    if left.frame.subset != right.frame.subset:
        return Doubt("two tables")
    if role == STANDING and _has_fallen(left, right, apart):
        return Doubt("others may have played since")
    told = {SCORE: "the result of a match", MINUTES: "the goals of one scorer in a match", STANDING: "the place in the table"}[role or ""]
    anchors = (f"same question: {told}", f"told of the same: {context.labels(shared)}", context.story(left, right))
    return ComparabilityProof(anchors, GOOD if len(shared) > 1 else MODEST)


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The names of the one that the other has too, whole or in part ("Eastleigh", "Eastleigh United"), persons by family name."""
    known = set(link(Parts(mine, frozenset()), Parts(theirs, frozenset())).shared_agents) & mine
    words = [set(name.partition(":")[2].split()) for name in theirs]
    for name in mine:
        own = set(name.partition(":")[2].split())
        if any(own <= other or other <= own for other in words):
            known.add(name)
    return frozenset(known)


def _of_one_day(left: Claim, right: Claim) -> bool | None:
    """Whether both tell of one day; None where one tells of none."""
    first, second = left.frame.time, right.frame.time
    if first is None or second is None:
        return None
    return first.days == second.days == 1 and first.relation(second) is Relation.SAME


def _are_slips(one: str, other: str) -> bool:
    """Whether two minutes of one goal each have the same two digits in two orders."""
    return len(one) == len(other) == 2 and one == other[::-1]


def _has_fallen(left: Claim, right: Claim, apart: int) -> bool:
    """Whether the article of the later day gives the lower place, to which a side falls when others win."""
    ranks = [int(_numbers(claim)[0]) for claim in (left, right)]
    return apart != 0 and (ranks[1] > ranks[0]) == (apart > 0)
