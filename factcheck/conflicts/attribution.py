"""Attribution: one quotation laid to two speakers.

Levels, first that holds:

    FC581   compatible       one speaker, if under two spellings
            apart            two persons
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, Doubt, Proof, Setting
from factcheck.mentions.spelling import Match
from factcheck.model import Claim, Comparison
from factcheck.topics.persons import name_of, owner_of
from factcheck.values import Relation

_SHOWN = 60


class AttributionComparer:
    """Compares who is said to have spoken the same words, across articles of one story."""

    kind = "attribution"
    codes: tuple[str, ...] = ("FC581",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that lay the words to two: one of them repeats the other."""
        told: dict[str, set[str]] = {}
        for claim in block:
            told.setdefault(claim.anchor.article, set()).add(owner_of(claim) or "")
        return [claim for claim in block if len(told[claim.anchor.article]) == 1]

    def question(self, claim: Claim, setting: Setting) -> str | None:
        """Quotations that begin alike."""
        return claim.frame.thing

    def anywhere(self, claim: Claim) -> bool:
        """Never."""
        return False

    def side(self, claim: Claim) -> tuple[str, str]:
        """Sides are grouped by speaker."""
        return "", ""

    def compare(self, left: Claim, right: Claim, setting: Setting) -> Clash | Doubt:
        """FC581; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1]:
            return Doubt("one article tells of both")
        if not setting.stories.same(*articles):
            return Doubt("the articles do not share a story")
        short, long = sorted((left.frame.predicate or "", right.frame.predicate or ""), key=lambda words: (len(words), words))
        if not long.startswith(short):
            return Doubt("the quotations differ")
        one, other = (name_of(owner_of(claim) or "", setting.folder) for claim in (left, right))
        match = setting.folder.match(one, other)
        level, relation = "compatible", Relation.SAME
        if match.family is Match.APART and (one.given and other.given):
            level, relation = "apart", Relation.APART
        elif match.family is Match.APART or match.given is Match.APART:
            return Doubt("the speakers are not known to be two")
        shown = short if len(short) <= _SHOWN else f"{short[:_SHOWN].rsplit(' ', 1)[0]} ..."
        anchors = (f'the same words: "{shown}"', setting.story(left, right))
        return Clash("FC581", Comparison(level, relation, f"{left.value.caption()} / {right.value.caption()}"), Proof(anchors, 0.8))
