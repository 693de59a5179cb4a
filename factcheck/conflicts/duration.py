"""Durations: how long the same event lasted.

Levels, first that holds:

    FC301   compatible       the intervals share a length
            rounding         closer than the coarser unit that was named can tell ("four years" and "42 months")
            apart            lengths that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import marker_veto, prove_event, scope_veto, time_veto
from factcheck.values import DurationValue, Relation
from factcheck.values.duration import HOURS


class DurationComparer:
    """Compares lengths of one event.  No tolerances: the unit that was said is the rounding."""

    kind = "duration"
    codes: tuple[str, ...] = ("FC301",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """All of them."""
        return list(block)

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """Durations of one event class, or of one thing ("contract"), meet; those without a number are not compared."""
        if not isinstance(claim.value, DurationValue) or claim.value.amount is None:
            return None
        if claim.frame.event:
            return claim.frame.event
        return None if claim.frame.thing in setting.words.get("noun.generic", {}) else f"thing: {claim.frame.thing}"

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value alone."""
        return "", ""

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC301; see the module's list of levels."""
        left_value, right_value = left.value, right.value
        assert isinstance(left_value, DurationValue)
        assert isinstance(right_value, DurationValue)
        veto = time_veto(left, right, setting.published)
        if veto:
            return Doubt(veto)
        if left.frame.event:
            proof = prove_event(left, right, setting.stories, once=frozenset(), label=setting.label)
        else:
            proof = _prove_thing(left, right, setting)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if _within_unit(left_value, right_value) else "apart"
        detail = f"{left_value.caption()} / {right_value.caption()}: {relation.value}"
        return Clash("FC301", Comparison(level, relation, detail), proof)


def _prove_thing(left: Claim, right: Claim, setting: Setting) -> Proof | Doubt:
    """Whether two lengths are of one thing: the same noun in one story of the same days, with a shared participant or in the first lines."""
    veto = scope_veto(left, right) or marker_veto(left, right)
    if veto:
        return Doubt(veto)
    articles = (left.anchor.article, right.anchor.article)
    stories = setting.stories
    if articles[0] == articles[1] or not stories.same(*articles) or not stories.near(*articles):
        return Doubt("the articles do not clearly tell one story")
    subset, other = left.frame.subset, right.frame.subset
    if subset and other and not subset & other:
        return Doubt("different things of one name")
    shared = frozenset(name for name in left.frame.others & right.frame.others if stories.weight(name) >= 0.5)
    if not shared and not (left.frame.lead and right.frame.lead):
        return Doubt("no participant is shared")
    names = ", ".join(setting.label(name) for name in stories.shared(*articles)[:4])
    anchors = [f"length of the same thing: {left.frame.thing}"]
    if shared:
        anchors.append(f"same participants: {', '.join(sorted(setting.label(name) for name in shared))}")
    return Proof((*anchors, f"same story: both name {names}"), 0.6 if shared else 0.5)


def _within_unit(left: DurationValue, right: DurationValue) -> bool:
    """Whether the gap is smaller than one of the coarser unit (a half of it where both name the same unit)."""
    gap = max(left.low, right.low) - min(left.high or left.low, right.high or right.low)
    coarser = max(HOURS[left.unit], HOURS[right.unit])
    if left.unit == right.unit and not (left.approximate or right.approximate):
        return gap < 0.5 * coarser
    return gap <= coarser
