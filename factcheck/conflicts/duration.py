"""Durations: how long the same event lasted.

Levels, first that holds:

    FC301   compatible       the intervals share a length
            rounding         closer than the coarser unit that was named can tell ("four years" and "42 months")
            apart            lengths that exclude each other
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, torn_articles, values_of
from factcheck.model import HISTORY, MINIMUM_TERM, Claim
from factcheck.topics.comparability import (
    marker_veto,
    names_veto,
    other_instance_veto,
    prove_event,
    prove_main,
    scope_veto,
    time_veto,
)
from factcheck.topics.participants import ROLES, link, persons_differ
from factcheck.topics.persons import respelt
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.strength import FIRM, MODEST, SLIGHT, SOUND
from factcheck.values import DateValue, DurationValue, Relation
from factcheck.values.duration import HOURS

MOST_HOURS = 24 * 366 * 50
"""Longest length of which it is asked when it was over."""


class DurationComparer(Comparer):
    """Compares lengths of one event.  No tolerances: the unit that was said is the rounding."""

    kind = "duration"
    codes: tuple[str, ...] = ("FC301",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the lengths further down of articles that give several: those are told of parts, or of other events."""
        several = torn_articles(block)
        return [claim for claim in block if claim.frame.lead or claim.anchor.article not in several]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Durations of one event class, or of one thing ("contract"), in one role, meet; those without a number are not compared."""
        if not isinstance(claim.value, DurationValue) or claim.value.amount is None or claim.frame.role in ("spell", HISTORY):
            return None
        role = "lasted" if claim.frame.role in (None, "took") else claim.frame.role
        if claim.frame.event:
            return f"{_family(claim, context)}/{role}"
        thing = context.same_noun(claim.frame.thing or "")
        return None if thing in context.words["noun.generic"] else f"thing: {thing}/{role}"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC301; see the module's list of levels."""
        right = respelt(left, right, context.folder, context.stories)
        left_value, right_value = values_of(left, right, DurationValue)
        works = context.words["duration.work"]
        timeless = left.frame.thing in works and right.frame.thing in works
        veto = None if timeless else time_veto(at_its_end(left, context), at_its_end(right, context), context.stories.days)
        veto = veto or other_instance_veto(left, right, context.stories)
        if veto:
            return Doubt(veto)
        proof = _prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        if left.frame.event == MINIMUM_TERM:
            left_value, right_value = (replace(value, high=value.low) for value in (left_value, right_value))
        relation = left_value.relation(right_value)
        level = "compatible"
        if relation is Relation.APART:
            level = "rounding" if within_unit(left_value, right_value) else "apart"
        return clash("FC301", level, relation, left_value, right_value, proof, told=relation.value)


def _family(claim: Claim, context: ComparisonContext) -> str:
    """The class of what lasted, or the one that stands for it and its other names."""
    event = claim.frame.event or ""
    return context.words.text("duration.family").get(event, event)


def at_its_end(claim: Claim, context: ComparisonContext) -> Claim:
    """The claim told of the day on which its length was over, where that lies nearer to the article's own day than the one it began on.

    "They were abducted on 26 February ... had been in captivity for 47 days" is the news of April.
    """
    if claim.frame.time is not None and claim.frame.time.bound in ("until", "by"):
        return replace(claim, frame=replace(claim.frame, time=None))  # "36 hours, until midnight on Thursday"
    began, value, published = claim.frame.time, claim.value, context.stories.days.get(claim.anchor.article)
    if began is None or began.latest is None or began.open_year or published is None or not isinstance(value, DurationValue):
        return claim
    if value.low > MOST_HOURS:
        return claim
    over = began.latest + timedelta(hours=value.low)
    if abs(over - published) >= abs(began.latest - published):
        return claim
    return replace(claim, frame=replace(claim.frame, time=DateValue(over, over)))


def _prove(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    if left.frame.event == MINIMUM_TERM:
        return _prove_minimum(left, right, context)
    if left.frame.role in ("term", "spent"):
        return _prove_owner(left, right, context)
    if not left.frame.event:
        return _prove_thing(left, right, context)
    parties = [_persons(claim) for claim in (left, right)]
    if left.frame.event in context.words["duration.parties"] and min(map(len, parties)) > 1 and len(parties[0] & parties[1]) < 2:
        return Doubt("different parties")
    proof = prove_event(left, right, context.stories, once=frozenset(), label=context.label)
    if isinstance(proof, ComparabilityProof):
        return proof
    return (
        prove_main(left, right, context.stories, label=context.label)
        or _prove_only(left, right, context)
        or _prove_parties(left, right, context)
        or proof
    )


def _prove_parties(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | None:
    """Proof by the two parties of a call, a meeting or a match of one story within days; None elsewhere."""
    articles, event = (left.anchor.article, right.anchor.article), left.frame.event or ""
    parties = _persons(left) & _persons(right)
    if event not in context.words["duration.parties"] or len(parties) < 2 or not context.stories.close(*articles):
        return None
    if scope_veto(left, right) or marker_veto(left, right) or left.frame.subset != right.frame.subset:
        return None
    return ComparabilityProof(
        (f"the {event.replace('-', ' ')} of the same two: {context.labels(parties)}", context.story(left, right)), FIRM
    )


def _persons(claim: Claim) -> frozenset[str]:
    return frozenset(name for name in claim.frame.others if name.startswith("person:"))


def _prove_only(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | None:
    """Proof by the only length of such an event in two articles of the same days; None elsewhere.

    One of them begins with it, or it is how long it took to end what both begin with.
    """
    articles, stories = (left.anchor.article, right.anchor.article), context.stories
    event = left.frame.event or ""
    if event in stories.generic or event.startswith("verb:") or articles[0] == articles[1]:
        return None
    took = "took" in (left.frame.role, right.frame.role) and stories.shared_lead(*articles)
    if not (left.frame.lead or right.frame.lead or took or _begin_with(left, right, context)):
        return None
    if (
        scope_veto(left, right)
        or marker_veto(left, right)
        or names_veto(left, right, stories.located)
        or not (stories.same(*articles) and stories.close(*articles))
    ):
        return None
    return ComparabilityProof((f"the only length of the {event.replace('-', ' ')} in both articles", context.story(left, right)), SLIGHT)


def _begin_with(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both articles begin with what lasted, by one of its names each."""
    families, family = context.words.text("duration.family"), _family(left, context)
    names = [event for event, name in families.items() if name == family]
    return all(any(context.stories.main_event(claim.anchor.article, event) for event in names) for claim in (left, right))


def _prove_owner(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two terms or stays are of one person in one story; somebody without a name only where both articles begin with it."""
    veto = scope_veto(_set(left), _set(right)) or marker_veto(left, right)
    if veto or left.frame.subset != right.frame.subset:
        return Doubt(veto or "one term is suspended")
    articles = (left.anchor.article, right.anchor.article)
    if not context.stories.same(*articles):
        return Doubt("the articles do not share a story")
    shared = frozenset(name for name in link(left, right).shared_agents if name.startswith(("person:", "name:")))
    anchors = [f"length of the same: {(left.frame.event or left.frame.thing or '').replace('-', ' ')}"]
    if shared:
        return ComparabilityProof((*anchors, f"same person: {context.labels(shared)}"), FIRM)
    named = all(any(name.startswith("person:") for name in claim.frame.agents) for claim in (left, right))
    if named or not left.frame.event:
        return Doubt("different persons")
    return prove_main(left, right, context.stories, label=context.label) or Doubt("the persons are not both known")


def _prove_minimum(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two least terms are of one convict: the one whom two articles of one story tell of."""
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1] or not (context.stories.same(*articles) and context.stories.close(*articles)):
        return Doubt("the articles do not clearly tell one story")
    if any(claim.scope.negated or claim.scope.question or claim.scope.conditional for claim in (left, right)) or marker_veto(left, right):
        return Doubt("one is no term that was set")
    named = [frozenset(name.split()[-1] for name in claim.frame.others) for claim in (left, right)]
    if all(named) and not named[0] & named[1]:
        return Doubt("different persons")
    return ComparabilityProof(("the least term that is to be served", context.story(left, right)), SOUND if all(named) else MODEST)


def _set(claim: Claim) -> Claim:
    """A term that a court has set is no plan: "will spend the next five years behind bars"."""
    return replace(claim, scope=replace(claim.scope, planned=False)) if claim.frame.role == "term" else claim


def _prove_thing(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """Whether two lengths are of one thing: the same noun in one story of the same days, with a shared participant or in the first
    lines."""
    veto = scope_veto(left, right) or marker_veto(left, right)
    if veto:
        return Doubt(veto)
    articles = (left.anchor.article, right.anchor.article)
    stories = context.stories
    if articles[0] == articles[1] or not stories.same(*articles) or not stories.close(*articles):
        return Doubt("the articles do not clearly tell one story")
    if persons_differ(left, right, *ROLES):
        return Doubt("different persons")
    subset, other = left.frame.subset, right.frame.subset
    if subset and other and not subset & other:
        return Doubt("different things of one name")
    if (subset ^ other) & context.words["marker.instance"].keys():
        return Doubt("a word singles out another one")  # "the last patrol took five months"
    shared = frozenset(name for name in left.frame.others & right.frame.others if stories.weight(name) >= LEAST_SALIENCE)
    work = left.frame.thing in context.words["duration.work"] and stories.near(*articles) and len(stories.shared(*articles)) > 1
    if not shared and not (left.frame.lead and right.frame.lead) and not work:
        return Doubt("no participant is shared")
    anchors = [f"length of the same thing: {left.frame.thing}"]
    if shared:
        anchors.append(f"same participants: {context.labels(shared)}")
    return ComparabilityProof((*anchors, context.story(left, right)), SOUND if shared else MODEST)


_HALF = 0.5
"""Part of a unit by which two lengths in it may differ: "three days", "three and a half days"."""


def within_unit(left: DurationValue, right: DurationValue) -> bool:
    """Whether the gap is smaller than one of the coarser unit (a half of it where both name the same unit)."""
    gap = max(left.low, right.low) - min(left.high or left.low, right.high or right.low)
    coarser = max(HOURS[left.unit], HOURS[right.unit])
    if left.unit == right.unit and not (left.approximate or right.approximate):
        return gap < _HALF * coarser
    return gap <= coarser
