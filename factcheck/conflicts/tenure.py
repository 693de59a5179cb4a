"""Compares how long somebody worked, taught, played or lived somewhere in life, as two articles about one person tell it.

Levels, first that holds:

    FC301   compatible       the lengths share one
            rounding         less than two years, or less than a sixth, lie between them
            apart            more
"""

from __future__ import annotations

from factcheck.conflicts.history import HistoryComparer, prove_one_owner
from factcheck.conflicts.pairs import Clash, ComparisonContext, Doubt, clash, values_of
from factcheck.model import Claim
from factcheck.values import DurationValue, Relation
from factcheck.values.duration import HOURS

YEARS, FACTOR = 2, 1.17
"""Years, and how many times the longer is the shorter, from which two lengths are no roundings of one."""
_KIN = frozenset({"work", "teach"})


class TenureComparer(HistoryComparer):
    """Compares lengths of parts of a life.  No tolerance but what rounds: see the module's list of levels."""

    kind = "duration"
    codes: tuple[str, ...] = ("FC301",)

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC301 where both tell of one person at one place, with one body or for one firm."""
        sorts = left.frame.subset | right.frame.subset
        if len(sorts) > 1 and not sorts <= _KIN:
            return Doubt("two things done")
        proof = prove_one_owner(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        mine, theirs = values_of(left, right, DurationValue)
        relation = mine.relation(theirs)
        level = ("rounding" if _is_rounding(mine, theirs) else "apart") if relation is Relation.APART else "compatible"
        return clash("FC301", level, relation, mine, theirs, proof, told=relation.value)


def _is_rounding(left: DurationValue, right: DurationValue) -> bool:
    short, long = sorted((left, right), key=lambda value: value.low)
    most = short.high if short.high is not None else long.low
    return long.low - most < YEARS * HOURS["year"] or long.low < FACTOR * most


__all__ = ["FACTOR", "YEARS", "TenureComparer"]
