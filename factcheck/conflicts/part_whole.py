"""Compares a whole told without a limit with a part: "will withdraw its guards", "will withdraw some of its guards".

Levels, first that holds:

    FC561   unlimited        the one article limits what is decided to a part, the other nowhere does

Who says "some" need not deny "all", and who leaves out the limit need not mean it: a finding of low severity.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, news_veto
from factcheck.model import PART, WHOLE, Claim, Comparison
from factcheck.topics.strength import MODEST
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import Relation


class PartWholeComparer(Comparer):
    """Compares wholes told without a limit with parts of them, across articles of one story that both begin with it."""

    kind = "scope"
    codes: tuple[str, ...] = ("FC561",)
    equal_agree = False  # a whole and a part may be told by one number

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the wholes of articles that limit them as well."""
        limited = {claim.anchor.article for claim in block if claim.frame.role == PART}
        return [claim for claim in block if claim.frame.role == PART or claim.anchor.article not in limited]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same whole and act."""
        return f"{claim.frame.thing}/{claim.frame.event}" if claim.frame.role in (WHOLE, PART) else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC561; see the module's list of levels."""
        if left.frame.role == right.frame.role:
            return Doubt("two wholes, or two parts")
        veto = _veto(left, right, context)
        proof = Doubt(veto) if veto else _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        return Clash("FC561", Comparison("unlimited", Relation.APART, ""), proof)


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    if left.frame.subset != right.frame.subset:
        return f"different wholes ({', '.join(sorted(left.frame.subset ^ right.frame.subset))})"
    if abs(context.days_between(left, right) or 0) > NEXT_DAY:  # without a day, of one time
        return "the decision may have been changed"
    return news_veto(left, right, context)


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    articles, event = (left.anchor.article, right.anchor.article), left.frame.event or ""
    if not all(claim.frame.lead and context.stories.main_event(claim.anchor.article, event) for claim in (left, right)):
        return Doubt("not what both articles are about")
    actors, places = left.frame.agents & right.frame.agents, left.frame.targets & right.frame.targets
    if not actors:
        return Doubt("the actor is not known to be shared")
    if not places and (left.frame.targets or right.frame.targets or not context.salient(actors)):
        return Doubt("from where, or to whom, is not known to be shared")
    anchors = [f"same whole and act: {left.frame.thing}, {event.replace('-', ' ')}", f"same actor: {context.labels(actors)}"]
    if places:
        anchors.append(f"same object: {context.labels(places)}")
    anchors.append(f"what both articles of one story are about: both name {context.labels(context.stories.shared(*articles)[:4])}")
    return ComparabilityProof(tuple(anchors), MODEST)
