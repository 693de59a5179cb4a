"""Counts: numbers of the same people or things in the same event.

Levels, first that holds:

    FC201   compatible       the intervals share a number, or a word such as "dozens" leaves it open
            rounding         closer than the rounding of an "about" on either side allows
            apart            numbers that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.model import Claim, Comparison
from factcheck.topics.comparability import instance_veto, link, marker_veto, scope_veto, time_veto
from factcheck.values import CountValue, Relation

_TOLLS = frozenset({"death", "injury", "disappearance", "arrest", "rescue", "hospitalisation", "evacuation", "displacement"})


class CountComparer:
    """Compares counts with the same head, event class, role and subset.

    Tolerance ``rounding``: the part of the larger number by which two counts may differ when one is approximate.
    """

    kind = "count"
    codes = ("FC201",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the numbers further down of articles that give several: those are told of parts, or of other events."""
        by_article: dict[str, list[Claim]] = {}
        for claim in block:
            by_article.setdefault(claim.anchor.article, []).append(claim)
        several = {article for article, claims in by_article.items() if _several(claims)}
        return [claim for claim in block if claim.frame.lead or claim.anchor.article not in several]

    def question(self, claim: Claim) -> str | None:
        """Same head, event and role; counts of nothing in particular are not compared."""
        frame = claim.frame
        if not frame.thing or not frame.event or not isinstance(claim.value, CountValue) or claim.value.named is None:
            return None
        return f"{frame.thing}/{frame.event}/{frame.role}"

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by value alone."""
        return "", ""

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC201; see the module's list of levels."""
        left_value, right_value = left.value, right.value
        assert isinstance(left_value, CountValue)
        assert isinstance(right_value, CountValue)
        proof = self._prove(left, right, setting)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if _rounding(left_value, right_value, setting.codes["FC201"].tolerances["rounding"]) else "apart"
        detail = f"{left_value.caption()} / {right_value.caption()}: {relation.value}"
        return Clash("FC201", Comparison(level, relation, detail), proof)

    def _prove(self, left: Claim, right: Claim, setting: Setting) -> Proof | Doubt:
        veto = (
            scope_veto(left, right)
            or marker_veto(left, right)
            or instance_veto(left, right)
            or time_veto(left, right, setting.published)
        )
        if veto is None and left.frame.subset != right.frame.subset:
            veto = f"different subsets ({', '.join(sorted(left.frame.subset ^ right.frame.subset))})"
        if veto is None and left.frame.event in _TOLLS:
            veto = self._toll_veto(left, right, setting)
        if veto:
            return Doubt(veto)
        articles = (left.anchor.article, right.anchor.article)
        if not setting.stories.same(*articles):
            return Doubt("the articles do not share a story")
        event = left.frame.event or ""
        between = link(left, right)
        shared = between.crossed | (left.frame.others & right.frame.others)
        thing = (left.frame.thing or "").replace("person", "people")
        anchors = [f"same count: {thing}, {event.removeprefix('verb:').replace('-', ' ')}"]
        specific = frozenset(name for name in shared if setting.stories.weight(name) >= 0.5)
        if specific:
            anchors.append(f"same participants: {', '.join(sorted(setting.label(name) for name in specific))}")
        main = all(claim.frame.lead and setting.stories.main_event(claim.anchor.article, event) for claim in (left, right))
        if main:
            anchors.append(f"what both articles are about: {event.replace('-', ' ')}")
        if articles[0] != articles[1]:
            names = [setting.label(name) for name in setting.stories.shared(*articles)[:4]]
            anchors.append(f"same story: both name {', '.join(names)}")
        if articles[0] == articles[1] and not main:
            return Doubt("an article that tells two numbers further down tells of two things")
        if main or (specific and not event.startswith("verb:")) or len(specific) >= 2:
            return Proof(tuple(anchors), 0.7 if main and specific else 0.55)
        return Doubt("neither a shared participant nor a shared main event")

    def _toll_veto(self, left: Claim, right: Claim, setting: Setting) -> str | None:
        """Tolls grow: figures of different days may both be right."""
        days = {setting.published.get(claim.anchor.article) for claim in (left, right)}
        return "a toll of another day" if len(days) > 1 else None


def _several(claims: list[Claim]) -> bool:
    values = [claim.value for claim in claims if isinstance(claim.value, CountValue)]
    return any(left.relation(right) is Relation.APART for i, left in enumerate(values) for right in values[i + 1 :])


def _rounding(left: CountValue, right: CountValue, share: float) -> bool:
    if not (left.approximate or right.approximate):
        return False
    if left.named is None or right.named is None:
        return True
    return abs(left.named - right.named) <= share * max(left.named, right.named)
