"""Durations: how long the same event lasted.

Levels, first that holds:

    FC301   compatible       the intervals share a length
            rounding         closer than the coarser unit that was named can tell ("four years" and "42 months")
            apart            lengths that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, Doubt, Setting
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import prove_event, time_veto
from factcheck.values import DurationValue, Relation
from factcheck.values.duration import HOURS


class DurationComparer:
    """Compares lengths of one event.  No tolerances: the unit that was said is the rounding."""

    kind = "duration"
    codes = ("FC301",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """All of them."""
        return list(block)

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """Durations of one event class meet; those without a number are not compared."""
        if not isinstance(claim.value, DurationValue) or claim.value.amount is None:
            return None
        return claim.frame.event

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value alone."""
        return "", ""

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC301; see the module's list of levels."""
        left_value, right_value = left.value, right.value
        assert isinstance(left_value, DurationValue)
        assert isinstance(right_value, DurationValue)
        veto = time_veto(left, right, setting.published)
        proof = Doubt(veto) if veto else prove_event(left, right, setting.stories, once=frozenset(), label=setting.label)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if _within_unit(left_value, right_value) else "apart"
        detail = f"{left_value.caption()} / {right_value.caption()}: {relation.value}"
        return Clash("FC301", Comparison(level, relation, detail), proof)


def _within_unit(left: DurationValue, right: DurationValue) -> bool:
    """Whether the gap is smaller than one of the coarser unit (a half of it where both name the same unit)."""
    gap = max(left.low, right.low) - min(left.high or left.low, right.high or right.low)
    coarser = max(HOURS[left.unit], HOURS[right.unit])
    if left.unit == right.unit and not (left.approximate or right.approximate):
        return gap < 0.5 * coarser
    return gap <= coarser
