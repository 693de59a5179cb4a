"""Yes against no to one question that many words answer: the alarm rang and stayed silent, a ransom was paid and nobody paid.

Levels, first that holds:

    FC551   compatible       the same answer
            denied           opposite answers, one of them somebody's denial: disputed
            opposed          opposite answers: a conflict
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.conflicts.factuality import day_told, holds, order_veto, reported_of_one_day
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, of_one_answer, values_of
from factcheck.frame_notes import WAITING, NoteKind, of_kinds
from factcheck.mentions.factuality import DENIED, DID, DID_NOT, NOT_YET
from factcheck.model import OUTCOME, TO_COME, Claim
from factcheck.nouns import singular
from factcheck.topics.comparability import is_background, marker_veto, meant_veto, time_veto
from factcheck.topics.participants import Parts, link, named_participants
from factcheck.topics.persons import of_one_family, respelt
from factcheck.topics.strength import MODEST, SLIGHT, SOUND
from factcheck.topics.windows import NEWS_DAYS, NEXT_DAY
from factcheck.values import PolarityValue, Relation


class OutcomeComparer(Comparer):
    """Compares the answers to the questions of outcome rules, across articles of one story.

    An article that gives both answers tells of two things or of a sequence, and is left out.
    """

    kind = "polarity"
    codes: tuple[str, ...] = ("FC551",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of articles that give both answers."""
        return of_one_answer(block, holds)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The outcome rule, of what came about or of what is to come; of a verdict with the charge: somebody may be guilty of one alone."""
        rule = context.outcomes.get(claim.slot) if claim.frame.role in (OUTCOME, TO_COME) else None
        if rule is None:
            return None
        asked = f"{claim.slot} of {claim.frame.thing}" if rule.thing == "charge" else claim.slot
        return f"{asked} to come" if claim.frame.role == TO_COME else asked

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC551; see the module's list of levels."""
        right = respelt(left, right, context.folder, context.stories)
        veto = _veto(left, right, context)
        proof = Doubt(veto) if veto else _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        mine, theirs = values_of(left, right, PolarityValue)
        relation = mine.relation(theirs)
        if relation is not Relation.APART:
            return clash("FC551", "compatible", relation, mine, theirs, proof)
        speakers = {left.scope.said_by, right.scope.said_by} - {None}
        if any(claim.rule == DENIED for claim in (left, right)) or (left.frame.role == TO_COME and len(speakers) > 1):
            return clash("FC551", "denied", relation, mine, theirs, proof, verdict="disputed")
        return clash("FC551", "opposed", relation, mine, theirs, proof)


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    planned = left.frame.role == TO_COME
    veto = meant_veto(left, right, "question", "conditional", "hedged", *(() if planned else ("planned",)))
    if veto is None and planned:
        apart = context.days_between(left, right)
        veto = "plans may have changed" if apart is None or abs(apart) > NEXT_DAY else None
    if veto:
        return veto
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return "one article tells of both"
    if not context.stories.same(*articles) or not _is_news(*articles, context):
        return "the articles do not share a story, or are told on days far apart"
    veto = marker_veto(left, right) or time_veto(left, right, context.stories.days) or _limits_veto(left, right)
    if veto or planned or holds(left) == holds(right):
        return veto
    waits = any(WAITING in claim.frame.subset for claim in (left, right))
    if reported_of_one_day(left, right) and not waits:  # of one day "has not" and "did not" are the same
        left, right = (replace(claim, rule=DID_NOT) if claim.rule == NOT_YET else claim for claim in (left, right))
    done, undone = (left, right) if holds(left) else (right, left)
    rule = context.outcomes[left.slot]
    if rule.of == "day" and day_told(done, context.stories.days) != day_told(undone, context.stories.days):
        return "not told of one day"
    if rule.of == "once" and undone.rule == DID:
        return None  # who resigned on Saturday cannot be dismissed on Sunday
    settled = rule.of in ("event", "once") and undone.rule != NOT_YET
    if settled and (rule.thing == "charge" or undone.frame.time is None) and not _is_of_old(done, context):
        return None  # of one event nothing else came after it
    return order_veto(left, right, context.stories.days)


def _is_of_old(done: Claim, context: ComparisonContext) -> bool:
    """Whether an act is told of a time long before its article, which the event was not at."""
    return done.frame.time is not None and is_background(done.frame.time, context.stories.days.get(done.anchor.article))


def _is_news(left: str, right: str, context: ComparisonContext) -> bool:
    apart = context.stories.days_between(left, right)
    return context.stories.near(left, right) if apart is None else abs(apart) <= NEWS_DAYS


def _limits_veto(left: Claim, right: Claim) -> str | None:
    """Why the one is told of another part or place than the other: words that narrow it on both sides, and differ."""
    for kind, reason in (
        (NoteKind.ONLY, "different parts"),
        (NoteKind.OF, "different parts"),
        (NoteKind.IN, "different places"),
        (NoteKind.AT, "different places"),
        (NoteKind.OVER, "different matters"),
    ):
        mine, theirs = (kind.words(claim.frame.subset) for claim in (left, right))
        if mine and theirs and not mine & theirs:
            return f"{reason} ({', '.join(sorted(mine | theirs))})"
    return None


def _lies_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether a thing is told by where it lies ("the siren at the port"), and the other statement, with what is told around it, names no
    such place."""
    places = NoteKind.LIES.words(one.frame.subset)
    around = {NoteKind.AT.of(name) for name in other.frame.others | other.frame.agents | other.frame.targets}
    return not places <= NoteKind.LIES.words(other.frame.subset) | other.frame.subset | around


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    rule = context.outcomes[left.slot]
    if rule.thing == "charge":
        return _prove_verdict(left, right, context)
    if _lies_elsewhere(*((left, right) if holds(left) else (right, left))):
        return Doubt("told of one of several, by where it lies")
    things = [None if claim.frame.thing is None else context.same_noun(claim.frame.thing) for claim in (left, right)]
    if rule.thing == "same" and (things[0] is None or things[0] != things[1]):
        return Doubt("not known to be told of the same thing")
    if of_one_family(left, right, context.folder):
        return Doubt("two members of one family")
    named = [Parts(named_participants(claim), frozenset()) for claim in (left, right)]
    between = link(named[0], named[1])
    if between.agents_differ:
        return Doubt("different actors or things acted on")
    shared = context.salient(between.crossed)
    nouns = {name.partition(":")[2] for name in link(left, right).crossed if name.startswith("noun:")} - set(context.words["noun.generic"])
    nouns |= _called(left, right) | _called(right, left)
    if rule.doer == "any" and left.frame.agents and right.frame.agents:
        nouns -= _asked((*rule.yes, *rule.no))  # that both tell of help says not who called for it
    asked = (left.frame.event or "").replace("-", " ")
    anchors = [f"same question: {asked}"]
    if shared:
        anchors.append(f"told of the same: {context.labels(shared)}")
        return ComparabilityProof((*anchors, context.story(left, right)), SOUND)
    if nouns:
        anchors.append(f"told of the same: {', '.join(sorted(nouns))}")
        return ComparabilityProof((*anchors, context.story(left, right)), MODEST)
    if rule.doer == "shared":
        return Doubt("who or what it is told of is not known to be shared")
    done, undone = (left, right) if holds(left) else (right, left)
    if any(name.startswith("person:") for name in undone.frame.agents) and any(map(_is_one, done.frame.agents - undone.frame.agents)):
        return Doubt("not done by one, done by another")
    if not _owners(undone) <= _owners(done):
        return Doubt("told of one of several only")
    return _prove_once(left, right, anchors, context)


def _prove_verdict(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether one person stood charged: named in both articles, or in no more than one."""
    if of_one_family(left, right, context.folder):
        return Doubt("two members of one family")
    anchors = [f"same question: guilty of {left.frame.thing}"]
    charged = [frozenset(name for name in claim.frame.targets if name.startswith("person:")) for claim in (left, right)]
    if not all(charged):
        return _prove_once(left, right, anchors, context)
    shared = context.salient(link(Parts(frozenset(), charged[0]), Parts(frozenset(), charged[1])).crossed)
    if not shared:
        return Doubt("two people charged")
    return ComparabilityProof((*anchors, f"told of the same: {context.labels(shared)}", context.story(left, right)), SOUND)


def _prove_once(left: Claim, right: Claim, anchors: Sequence[str], context: ComparisonContext) -> ComparabilityProof | Doubt:
    articles = (left.anchor.article, right.anchor.article)
    if not all(article in context.stories.days for article in articles) or not context.stories.close(*articles):
        return Doubt("the articles do not clearly tell one story")
    return ComparabilityProof((*anchors, "told once in each article, of nothing else named", context.story(left, right)), SLIGHT)


def _is_one(doer: str) -> bool:
    """Whether a doer is one by name or noun; several ("the two leaders") may hold whom the other article names."""
    sort, _, noun = doer.partition(":")
    return sort != "noun" or singular(noun) == noun


@lru_cache(maxsize=256)
def _asked(entries: tuple[str, ...]) -> frozenset[str]:
    """The nouns by which the entries of a rule know its outcome."""
    return frozenset(word for text in entries for word in text.partition("|")[2].split())


def _owners(claim: Claim) -> frozenset[str]:
    return of_kinds(claim.frame.subset, NoteKind.WHOSE, NoteKind.ONLY)


def _called(left: Claim, right: Claim) -> set[str]:
    """The nouns of the one that end a name of the other: "the museum" and "the Brenner Museum"."""
    nouns = {name.partition(":")[2] for name in left.frame.agents | left.frame.targets if name.startswith("noun:")}
    names = (name for name in right.frame.agents | right.frame.targets if name.startswith(("name:", "organisation:")))
    return nouns & {name.split()[-1] for name in names if " " in name}
