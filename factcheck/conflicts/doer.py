"""Compares the agents of acts: one act attributed to two persons, or to both of two opposing parties.

Levels, first that holds:

    FC601   compatible       one agent, perhaps under two spellings, or two that may be the same
            apart            two persons, or two parties
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, news_veto, of_one_answer
from factcheck.frame_notes import DEFINITE, EXCLUSIVE, NoteKind
from factcheck.mentions.spelling import Match
from factcheck.model import Claim
from factcheck.topics.participants import link
from factcheck.topics.persons import name_of
from factcheck.topics.strength import GOOD, SOUND
from factcheck.values import Relation


class DoerComparer(Comparer):
    """Compares who is said to have done an act that only one can have done, across articles of one story."""

    kind = "doer"
    codes: tuple[str, ...] = ("FC601",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that lay it to two: those tell of two deeds, of two who did it together, or of both versions."""
        return of_one_answer(block, lambda claim: claim.value.iso())

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The same deed done to a thing of the same name, or to one known by its own name."""
        return f"{claim.slot} {claim.frame.thing or ''}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC601; see the module's list of levels."""
        veto = _veto(left, right, context)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = left.value.relation(right.value)  # type: ignore[arg-type]  # a comparer is given claims of its own kind
        jobs = left.value.iso().startswith(_JOB)
        joint = (left.frame.event or "").removeprefix("verb:") in context.words["doer.joint"]
        if relation is Relation.APART and joint and (left.frame.agents or jobs) and EXCLUSIVE not in left.frame.subset | right.frame.subset:
            return Doubt("a deed that both may have done")
        if relation is Relation.APART and left.frame.agents:
            one, other = (name_of(claim.value.iso(), context.folder) for claim in (left, right))
            match = context.folder.match(one, other)
            namesakes = match.family is Match.EQUAL and match.given is Match.APART and one.given and other.given  # a family's two members
            if match.family is not Match.APART and not namesakes:
                relation = Relation.SAME
            elif not (one.given and other.given):
                return Doubt("the doers are not known to be two")
        level = "apart" if relation is Relation.APART else "compatible"
        return clash("FC601", level, relation, left.value, right.value, proof)


_JOB = "job:"
"""Begins the ids of doers who are told by what they work as."""


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    if any(other.value.iso() in claim.frame.others for claim, other in ((left, right), (right, left))):
        return "one sentence names both"
    return news_veto(_as_done(left), _as_done(right), context)


def _as_done(claim: Claim) -> Claim:
    """The claim without a plan that its own verb alone makes of it: who proposed something did propose it."""
    own = all(cue.words.lower() == claim.frame.predicate for cue in claim.scope.cues if cue.name == "planned")
    return replace(claim, scope=replace(claim.scope, planned=False)) if claim.scope.planned and own else claim


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The deed done to one named thing, or to the one thing of its noun in the story."""
    words = " / ".join(sorted({f'"{claim.frame.predicate}"' for claim in (left, right)}))
    story = context.story(left, right)
    between = link(left, right)
    if between.targets_differ:
        return Doubt("different things acted on")
    heavy = context.salient(between.shared_targets)
    thing = left.frame.thing
    if thing is None or (thing in context.words["doer.many"] and not NoteKind.ONLY.among(left.frame.subset)):
        if thing is None and heavy:
            return ComparabilityProof((f"same deed: {words}", f"done to the same: {context.labels(heavy)}", story), GOOD)
        return Doubt("what it was done to is not known to be one")
    if DEFINITE not in left.frame.subset & right.frame.subset:
        return Doubt("what it was done to is not known to be one")
    mine, theirs = (NoteKind.ONLY.among(claim.frame.subset) for claim in (left, right))
    within = bool(mine & theirs) and (mine <= theirs or theirs <= mine)  # "the humanitarian corridor", "the humanitarian corridor to Kelda"
    same_words = mine == theirs or within or thing in context.words["doer.thing"].values()
    if not same_words:
        return Doubt("things narrowed by different words")
    return ComparabilityProof((f"same deed: {words}", f"done to the same: the {thing}", story), SOUND)
