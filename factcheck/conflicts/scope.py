"""How much of a whole: all against only some, none against some, all against half.

Levels, first that holds:

    FC561   compatible       the shares can be one ("some" and "all")
            apart            shares that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, torn_articles, values_of
from factcheck.mentions.scope import DECIDE, HAVE
from factcheck.model import Claim
from factcheck.topics.comparability import marker_veto, meant_veto, time_veto
from factcheck.topics.strength import FAIR, FIRM
from factcheck.topics.windows import CLOSE_DAYS, NEXT_DAY
from factcheck.values import Relation, ScopeValue

_ROLES = ("acting", "acted_on")
"""The roles of shares that are told by a word of quantity; others have comparers of their own."""


class ScopeComparer(Comparer):
    """Compares shares of the same whole in the same act, across articles of one story.

    Inside one article "all" and "some" are a headline and its text, or two wholes; they are not compared.
    """

    kind = "scope"
    codes: tuple[str, ...] = ("FC561",)
    equal_agree = False  # all that left are not all that stayed

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give shares which exclude each other: those tell of several wholes or times."""
        events = {claim.frame.event for claim in block}
        torn = {event: torn_articles(claim for claim in block if claim.frame.event == event) for event in events}
        return [claim for claim in block if claim.anchor.article not in torn[claim.frame.event]]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same whole."""
        frame = claim.frame
        return frame.thing if frame.thing and frame.event and frame.role in _ROLES else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC561; see the module's list of levels."""
        left_value, right_value = values_of(left, right, ScopeValue)
        proof = self._prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        if left.frame.event != right.frame.event and context.words["scope.excludes"].get(left.frame.event or "") == right.frame.event:
            left_value = left_value.rest()
        elif left.frame.event != right.frame.event and context.words["scope.excludes"].get(right.frame.event or "") == left.frame.event:
            right_value = right_value.rest()
        relation = left_value.relation(right_value)
        level = "apart" if relation is Relation.APART else "compatible"
        return clash("FC561", level, relation, left_value, right_value, proof, told=relation.value)

    def _prove(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        articles = (left.anchor.article, right.anchor.article)
        same_act = left.frame.event == right.frame.event and left.frame.role == right.frame.role
        if not same_act and not _limits(left, right) and not _excludes(left, right, context):
            return Doubt("two acts")
        veto = _meaning_veto(left, right) or marker_veto(left, right) or time_veto(left, right, context.stories.days)
        if veto is None and not _same_whole(left, right, context):
            veto = f"different wholes ({', '.join(sorted(left.frame.subset ^ right.frame.subset))})"
        if veto is None:
            veto = _growth_veto(left, right, context)
        if veto is None and articles[0] == articles[1]:
            veto = "one article tells of its whole and its parts"
        if veto is None and {left.rule, right.rule} & LISTED and not context.stories.close(*articles):
            veto = "members of a whole in articles of different weeks"
        if veto is None and not context.stories.same(*articles):
            veto = "the articles do not share a story"
        if veto:
            return Doubt(veto)
        owners, others = left.frame.others, right.frame.others
        shared = context.salient(owners & others)
        if owners and others and not owners & others and not {left.rule, right.rule} & LISTED:
            return Doubt("different participants")
        event = (left.frame.event or "").removeprefix("verb:").replace("-", " ")
        anchors = [f"same whole and act: {left.frame.thing}, {event}"]
        if shared:
            anchors.append(f"same participants: {context.labels(shared)}")
        anchors.append(context.story(left, right))
        if not shared and left.frame.predicate and (left.frame.event or "").startswith("verb:"):
            return Doubt("no shared participant, and an act of no known class")
        return ComparabilityProof(tuple(anchors), FIRM if shared else FAIR)


_NO = frozenset({"no", "without"})
LIMITED, LISTED = "scope.only-narrow", frozenset({"scope.only-narrow", "scope.named-member", "scope.bare-some"})
"""Rules of claims: of a part and no more, and of members that are told without "of the"."""
AFFECTED = "affect"
"""The act of whatever happened to a whole, by a word that does not say what."""


def _limits(left: Claim, right: Claim) -> bool:
    """Whether one side tells what happened to all, and the other that only some were "affected"."""
    for claim, other in ((left, right), (right, left)):
        whole = isinstance(other.value, ScopeValue) and other.value.quantifier == "all"
        if claim.rule == LIMITED and claim.frame.event == AFFECTED and whole and other.frame.role == "acted_on":
            return True
    return False


def _excludes(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether who underwent the one act cannot have undergone the other."""
    excludes, roles = context.words["scope.excludes"], {left.frame.role, right.frame.role}
    events = (left.frame.event or "", right.frame.event or "")
    return roles == {"acted_on"} and (excludes.get(events[0]) == events[1] or excludes.get(events[1]) == events[0])


def _same_whole(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the words that narrow the two leave one whole; members of it may be narrowed further, and places that both articles name
    narrow nothing."""
    if left.frame.subset == right.frame.subset:
        return True
    if left.frame.event == right.frame.event == DECIDE:
        bodies = [sorted(claim.frame.subset) for claim in (left, right)]
        same = context.words["scope.same-body"]
        return any(len(one) == len(two) == 1 and same.get(one[0]) == two[0] for one, two in (bodies, bodies[::-1]))
    if not {left.rule, right.rule} & LISTED:
        return False
    shared = context.stories.shared(left.anchor.article, right.anchor.article)
    known = {name.partition(":")[2] for name in shared} | set(context.words["scope.area"])
    for claim, other in ((left, right), (right, left)):
        if claim.rule in LISTED and other.frame.subset - claim.frame.subset <= known:
            return True
    return False


def _meaning_veto(left: Claim, right: Claim) -> str | None:
    """Why the two are not meant alike: asked, conditional, hedged, denied beyond the quantifier's own "no", or plan against outcome."""
    veto = meant_veto(left, right, "question", "conditional")
    if veto:
        return veto
    for claim in (left, right):
        without = claim.rule in LISTED and all(cue.words.lower() == "without" for cue in claim.scope.cues if cue.name == "negated")
        own = not {"no", "none", "not", "neither"}.isdisjoint(claim.anchor.match.lower().split())
        had = (claim.frame.event or "").startswith(HAVE)  # "had no helmet" is read already
        own = own or (had and all(cue.words.lower() in _NO for cue in claim.scope.cues if cue.name == "negated"))
        if claim.scope.negated and not without and not own:
            return "one statement is negated"
    if left.scope.planned != right.scope.planned:
        return "one is a plan, the other an outcome"
    return None


def _growth_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the greater share may be the later state ("half were rescued", next day "all were rescued"); None where it is not later."""
    if left.frame.event in context.words["scope.once"]:
        apart = context.days_between(left, right)
        return "told on days far apart" if apart is not None and abs(apart) > CLOSE_DAYS else None
    less, more = sorted((left, right), key=lambda claim: claim.value.low if isinstance(claim.value, ScopeValue) else 0.0)
    later = context.days_between(less, more)
    if later is None:
        return "which of the two was told first is not known"
    growing = left.frame.event in context.words["scope.growing"] and not (left.scope.planned and right.scope.planned)
    if not growing and later <= NEXT_DAY:
        return None
    return "the greater share is told later: it may have grown" if later > 0 else None
