"""Times of day: one event at times that exclude each other.

Levels, first that holds:

    FC151   compatible       the sets of minutes share one; with a zone told on one side only, whole and half hours exclude nothing
            rounding         closer than the way of telling lets expect: people round to full hours, halves and fives
            minutes-apart    less than half an hour apart
            apart            half an hour or more apart
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import instance_veto, link, marker_veto, prove_event, scope_veto, time_veto
from factcheck.values import Relation, TimeValue

_ROLES = frozenset({"at", "started_at", "ended_at"})
_WORDS = {"started_at": "started", "ended_at": "ended"}


class ClockComparer:
    """Compares times of day of one event on one day.

    Tolerances (minutes): ``full``, ``half``, ``five`` and ``odd`` are the gaps that an exact time on the full hour, the half hour, a multiple of
    five or any other minute may have to another; ``near`` is the gap from which a difference weighs fully; ``days`` the days that may lie between
    the publication of two articles of which one does not tell the day.
    """

    kind = "time"
    codes: tuple[str, ...] = ("FC151",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give several times: those tell of several events, or of phases of one."""
        by_article: dict[str, list[TimeValue]] = {}
        for claim in block:
            if isinstance(claim.value, TimeValue):
                by_article.setdefault(claim.anchor.article, []).append(claim.value)
        several = {article for article, values in by_article.items() if _several(values)}
        return [claim for claim in block if claim.anchor.article not in several]

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """Same family of event and same role; limits ("by 8 p.m.") answer no question."""
        frame = claim.frame
        if frame.role not in _ROLES or not isinstance(claim.value, TimeValue):
            return None
        return f"{frame.thing or frame.event}/{frame.role}"

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value alone; the role is one within a block."""
        return "", _WORDS.get(claim.frame.role or "", "")

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC151; see the module's list of levels."""
        left_value, right_value = left.value, right.value
        assert isinstance(left_value, TimeValue)
        assert isinstance(right_value, TimeValue)
        proof = self._prove(left, right, setting)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        gap = left_value.gap(right_value)
        tolerances = setting.codes["FC151"].tolerances
        level = "compatible"
        if relation is Relation.APART:
            allowed = max(_slack(value, tolerances) for value in (left_value, right_value))
            level = "rounding" if gap <= allowed else "minutes-apart" if gap < tolerances["near"] else "apart"
        told = f"{gap} minutes apart" if relation is Relation.APART else relation.value
        return Clash("FC151", Comparison(level, relation, f"{left_value.caption()} / {right_value.caption()}: {told}"), proof)

    def _prove(self, left: Claim, right: Claim, setting: Setting) -> Proof | Doubt:
        """The same actor and object; or an event of a moment that both articles are about, or that shares a participant of its own."""
        veto = (
            scope_veto(left, right)
            or marker_veto(left, right)
            or instance_veto(left, right)
            or time_veto(left, right, setting.published)
            or self._day_veto(left, right, setting)
        )
        if veto:
            return Doubt(veto)
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1]:
            return Doubt("an article that tells two times tells of two things")
        proof = prove_event(left, right, setting.stories, once=frozenset(), label=setting.label)
        if isinstance(proof, Proof) or not setting.stories.same(*articles) or not left.frame.thing or left.frame.thing != right.frame.thing:
            return proof
        named = [setting.label(name) for name in setting.stories.shared(*articles)[:4]]
        words = sorted({(claim.frame.predicate or "").lower() for claim in (left, right)})
        anchors = [
            f"same event: {left.frame.thing.replace('-', ' ')} ({' / '.join(words)})",
            f"same story: both name {', '.join(named)}",
        ]
        shared = sorted(setting.label(name) for name in link(left, right).crossed if setting.stories.weight(name) >= 0.5)
        if shared:
            anchors.append(f"same participants: {', '.join(shared)}")
        main = all(setting.stories.main_event(claim.anchor.article, claim.frame.event or "") for claim in (left, right))
        if main:
            anchors.append(f"what both articles are about: {left.frame.thing.replace('-', ' ')}")
        if main or (shared and left.frame.time is not None and right.frame.time is not None):
            return Proof(tuple(anchors), 0.7 if main and shared else 0.55)
        return Doubt("neither a shared participant on one day nor a shared main event")

    def _day_veto(self, left: Claim, right: Claim, setting: Setting) -> str | None:
        """Two days; or a day told on one side only and articles that may be of different days."""
        first, second = left.frame.time, right.frame.time
        if first is not None and second is not None:
            if first.relation(second) is not Relation.APART:
                return None
            zoned = any(isinstance(claim.value, TimeValue) and claim.value.zones for claim in (left, right))
            return None if zoned and first.gap(second) == 1 else "told of different days"
        if left.frame.lead and right.frame.lead:
            return None
        days = [setting.published.get(claim.anchor.article) for claim in (left, right)]
        if days[0] is None or days[1] is None:
            return None
        apart = abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)
        return "the day is not told, and the articles are of different days" if apart > setting.codes["FC151"].tolerances["days"] else None


def _several(values: Sequence[TimeValue]) -> bool:
    return any(left.relation(right) is Relation.APART and left.gap(right) > 1 for i, left in enumerate(values) for right in values[i + 1 :])


def _slack(value: TimeValue, tolerances: dict[str, int | float]) -> float:
    """How far from an exact time the event may lie; a time that says so itself ("around") is wide already."""
    if value.named is None or value.approximate or value.low != value.high:
        return tolerances["odd"]
    for step, name in ((60, "full"), (30, "half"), (5, "five")):
        if value.named % step == 0:
            return tolerances[name]
    return tolerances["odd"]
