"""Groups comparable claims into the sides of a question, which is what a finding shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from factcheck.conflicts.candidate_pairs import Component, Pair, components
from factcheck.conflicts.pairs import Clash, Comparer, ComparisonContext, KeyedComparer, keyed_of, severity
from factcheck.conflicts.sums import make_one
from factcheck.conflicts.zones import same_face
from factcheck.model import Claim, Level, Side
from factcheck.topics.comparability import Doubt
from factcheck.values import (
    AgeValue,
    CountValue,
    DateValue,
    DurationValue,
    MeasureValue,
    MoneyValue,
    PercentValue,
    Relation,
    TimeValue,
    Value,
    WhereValue,
    relation_of,
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question that has conflicting answers: its claims, the pairs that clash and the pairs that agree (indices into ``claims``)."""

    code: str
    claims: tuple[Claim, ...]
    clashes: Mapping[Pair, Clash]
    agreements: Mapping[Pair, Clash] = field(default_factory=dict)


def compare_selected(claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> Iterator[Question]:
    """Every question that has conflicting answers among claims that the comparer has selected from a block, component by component.

    Claims are connected through clashes; claims that agree with a clashing one join its question.  Of a question that one article answers
    more than MOST_CLAIMS times, or that more than MOST_ARTICLES of one story answer, only so many are compared (``is_cut``).
    """
    keyed = keyed_of(comparer)
    for component in components(claims, comparer, context):
        yield from compare_component(component, comparer, keyed, context)


Outcomes = dict[str, dict[Pair, Clash]]
"""What pairs of claims came to, by code."""


def compare_component(
    component: Component, comparer: Comparer, keyed: KeyedComparer | None, context: ComparisonContext
) -> Iterator[Question]:
    """The questions of one component; ``keyed`` is the comparer where it tells by keys which pairs it may concern, else None.

    Most answers are equal, and an agreement tells something only beside a clash: equal ones are compared in a second pass, where one of the
    two clashed in the first.
    """
    claims = component.claims
    keys = None if keyed is None else list(map(keyed.keys, claims))

    def pairs() -> Iterator[Pair]:
        return component.pairs() if keys is None else component.pairs_by(keys)

    if comparer.equal_agree:
        first: dict[Value, int] = {}
        answers = [first.setdefault(claim.value, index) for index, claim in enumerate(claims)]  # compared as numbers, which is cheap
        unequal = (pair for pair in pairs() if answers[pair[0]] != answers[pair[1]]) if len(first) > 1 else ()
        clashes, agreements = _compare(unequal, claims, comparer, context)
        clashing = {index for table in clashes.values() for pair in table for index in pair}
        beside = (pair for pair in (pairs() if clashing else ()) if not clashing.isdisjoint(pair))
        equal = (pair for pair in beside if answers[pair[0]] == answers[pair[1]])
        further, agreed = _compare(equal, claims, comparer, context)
        clashes, agreements = _joined(clashes, further), _joined(agreements, agreed)
    else:
        clashes, agreements = _compare(pairs(), claims, comparer, context)
    for code in comparer.codes if clashes else ():
        yield from questions_of(code, claims, clashes.get(code, {}), agreements.get(code, {}), comparer, context)


def _compare(pairs: Iterable[Pair], claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> tuple[Outcomes, Outcomes]:
    """The pairs that clash, and those that agree; pairs that are not comparable are in neither."""
    clashes: Outcomes = {}
    agreements: Outcomes = {}
    for i, j in pairs:
        outcome = outcome_of(claims[i], claims[j], comparer, context)
        if outcome is not None:
            table = clashes if severity(context, outcome) else agreements
            table.setdefault(outcome.code, {})[i, j] = outcome
    return clashes, agreements


def outcome_of(left: Claim, right: Claim, comparer: Comparer, context: ComparisonContext) -> Clash | None:
    """How two claims stand; None where they are not comparable, where the greater number is a sum with the smaller, or where the articles
    begin with what happened on two days, and the question is not one that has one answer in whatever story."""
    outcome = comparer.compare(left, right, context)
    if isinstance(outcome, Doubt):
        return None
    if context.stories.fresh.apart(left.anchor.article, right.anchor.article) and not comparer.anywhere(left):
        return None
    return None if outcome.comparison.relation is Relation.APART and make_one(left, right, context) else outcome


def _joined(one: Outcomes, other: Outcomes) -> Outcomes:
    return {code: one.get(code, {}) | other.get(code, {}) for code in (*one, *(code for code in other if code not in one))}


def questions_of(
    code: str,
    claims: tuple[Claim, ...],
    clashes: dict[Pair, Clash],
    agreements: dict[Pair, Clash],
    comparer: Comparer,
    context: ComparisonContext,
) -> Iterator[Question]:
    """The questions of one code: claims of one story that clashes join, with the pairs of them that agree with others."""
    kept = _settle_growth(_silence_answered(clashes, agreements, claims, context), claims, context)
    beside: dict[int, list[Pair]] = {}
    for pair in agreements:
        for index in pair:
            beside.setdefault(index, []).append(pair)
    for members, own in (part for joined in _groups(kept) for part in _of_one_story(*joined, claims, comparer, context)):
        inside = {pair: own[pair] for pair in own if pair[0] in members and pair[1] in members}
        yield Question(code, claims, inside, {pair: agreements[pair] for index in sorted(members) for pair in beside.get(index, ())})


def _silence_answered(
    clashes: dict[Pair, Clash], agreements: dict[Pair, Clash], claims: Sequence[Claim], context: ComparisonContext
) -> dict[Pair, Clash]:
    """Without the cross-article clashes of a claim that the other article also agrees with.

    An article that gives both values tells of two events, unless the event cannot happen twice.
    """
    agrees: dict[int, set[str]] = {}
    for (i, j), agreement in agreements.items():
        bounds = [claims[index].value for index in (i, j)]
        if agreement.comparison.relation is not Relation.SAME and any(isinstance(value, CountValue | WhereValue) for value in bounds):
            continue  # "at least 50" agrees with every larger number, "at home" with every town: they answer nothing
        agrees.setdefault(i, set()).add(claims[j].anchor.article)
        agrees.setdefault(j, set()).add(claims[i].anchor.article)
    kept = {}
    for (i, j), clash in clashes.items():
        left, right = claims[i].anchor.article, claims[j].anchor.article
        answered = left != right and (right in agrees.get(i, set()) or left in agrees.get(j, set()))
        if not answered or context.once(claims[i], claims[j]):
            kept[i, j] = clash
    return kept


def _settle_growth(clashes: dict[Pair, Clash], claims: Sequence[Claim], context: ComparisonContext) -> dict[Pair, Clash]:
    """The clashes, each as a whole an update or none: of two figures the larger one is news only where no article of a known day that gives
    the smaller one appeared with or after it; an article without a day then tells nothing of its own."""
    told: dict[tuple[str, str], dict[str, list[Pair]]] = {}
    for pair, clash in clashes.items():
        if clash.comparison.level in GROWING:
            values = sorted(claims[index].value.iso() for index in pair)
            dated = all(claims[index].anchor.article in context.stories.days for index in pair)
            told.setdefault((values[0], values[1]), {}).setdefault(clash.verdict if dated else "undated", []).append(pair)
    settled = dict(clashes)
    for pairs in told.values():
        if "update" not in pairs or len(pairs) == 1:
            continue
        example = clashes[pairs["update"][0]]
        if "conflict" not in pairs:
            for pair in pairs.get("undated", ()):
                settled[pair] = replace(
                    clashes[pair], verdict="update", comparison=replace(clashes[pair].comparison, level=example.comparison.level)
                )
        else:
            for pair in pairs["update"]:
                level = clashes[pairs["conflict"][0]].comparison.level
                settled[pair] = replace(clashes[pair], verdict="conflict", comparison=replace(clashes[pair].comparison, level=level))
    return settled


GROWING = frozenset({"apart", "grown", "shrunk"})
"""Levels of numbers that may be one figure of two days."""


def _groups(clashes: dict[Pair, Clash]) -> list[tuple[set[int], dict[Pair, Clash]]]:
    """The connected claims, updates apart from contradictions: a figure that grew says nothing against another article's."""
    grown = {pair: clash for pair, clash in clashes.items() if clash.verdict == "update"}
    others = {pair: clash for pair, clash in clashes.items() if clash.verdict != "update"}
    return [(members, table) for table in (others, grown) for members in _components(table)]


def _of_one_story(
    members: set[int], clashes: dict[Pair, Clash], claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext
) -> Iterator[tuple[set[int], dict[Pair, Clash]]]:
    """Some claims that clashes join, as they are where each article tells one story with most others, or the question is one in any story.

    Else stories have run into one another ("the river rose by 40 centimetres" in a hundred floods): then each clash stands with those of
    its neighbours whose articles tell one story with both of its own, unless an earlier one held it.
    """
    same = context.stories.same
    articles = sorted({claims[index].anchor.article for index in members})
    told = (sum(same(one, other) for other in articles if other != one) for one in articles)
    if any(comparer.anywhere(claims[index]) for index in members) or all(2 * number > len(articles) - 1 for number in told):
        yield members, clashes
        return
    own = {pair: clash for pair, clash in clashes.items() if pair[0] in members}
    neighbours: dict[int, set[int]] = {}
    for i, j in own:
        neighbours.setdefault(i, set()).add(j)
        neighbours.setdefault(j, set()).add(i)
    held: set[Pair] = set()
    for pair in own:
        if pair not in held:
            both = [claims[index].anchor.article for index in pair]
            near = {
                k for k in neighbours[pair[0]] | neighbours[pair[1]] if all(same(claims[k].anchor.article, article) for article in both)
            }
            held.update(other for other in permutations(sorted({*pair} | near), 2) if other in own)
            yield {*pair} | near, own


def _components(pairs: Iterable[Pair]) -> list[set[int]]:
    components: list[set[int]] = []
    for i, j in pairs:
        touching = [component for component in components if i in component or j in component]
        merged = {i, j}.union(*touching)
        components = [component for component in components if component not in touching]
        components.append(merged)
    return components


def build_sides(question: Question, comparer: Comparer) -> tuple[Side, ...]:
    """The sides of a question, narrowest value first in each group, ordered by value; claims that fit two sides are on none.

    Every side clashes with another side in at least one compared pair.
    """
    claims = question.claims
    clashing = {index for pair in question.clashes for index in pair}
    joined = clashing | {index for pair in question.agreements for index in pair}
    order = sorted(joined, key=lambda index: (index not in clashing, _width(claims[index].value), claims[index].id, index))
    groups: list[list[int]] = []
    for index in order:
        fitting = [group for group in groups if _fits(index, group, question, comparer)]
        value = claims[index].value
        if index not in clashing and (getattr(value, "high", 0) is None or _is_bound_above(value)):
            continue  # "at least 50" goes with every larger number and stands on no side, nor does "up to 80"
        if not fitting:
            if index in clashing:
                groups.append([index])
            continue
        if len(fitting) > 1 and isinstance(claims[index].value, AgeValue) and index not in clashing:
            continue  # "turned 48 on Sunday" goes with 47 and with 48
        if len({claims[group[0]].value.iso() for group in fitting}) > 1:
            fitting = [min(fitting, key=lambda group: _width(claims[group[0]].value))]
        fitting[0].append(index)
    groups = [group for group in groups if any(_clash_between(group, other, question) for other in groups if other is not group)]
    sides = [_side([claims[index] for index in group], comparer) for group in groups]
    return tuple(sorted(sides, key=lambda side: (side.value, side.text)))


def _is_bound_above(value: Value) -> bool:
    return isinstance(value, CountValue | MeasureValue | MoneyValue) and value.low == 0 and value.high is not None and value.high > 0


def _fits(index: int, group: list[int], question: Question, comparer: Comparer) -> bool:
    claim, first = question.claims[index], question.claims[group[0]]
    if comparer.side(claim)[0] != comparer.side(first)[0]:
        return False
    if any((min(index, other), max(index, other)) in question.clashes for other in group):
        return False
    if not _on_one_clock(index, first.value, question):
        return False
    return relation_of(claim.value, first.value) in (Relation.SAME, Relation.WITHIN)


def _on_one_clock(index: int, other: Value, question: Question) -> bool:
    """Whether a time may go with another: as both are written, or, with a zone on one side, where it agrees with none of its face."""
    value = question.claims[index].value
    if not isinstance(value, TimeValue) or not isinstance(other, TimeValue) or same_face(value, other):
        return True
    agreed = [question.claims[next(end for end in pair if end != index)].value for pair in question.agreements if index in pair]
    return not any(isinstance(one, TimeValue) and bool(one.zones) != bool(value.zones) for one in agreed)


def _clash_between(group: list[int], other: list[int], question: Question) -> bool:
    return any((min(i, j), max(i, j)) in question.clashes for i in group for j in other)


_UNBOUNDED, _WITHOUT_YEAR = 100_000, 0.5
"""Days by which a date that is open on a side counts as wide, and what a year that is not told adds: less than one day."""


def _width(value: Value) -> float:
    """How much a value leaves open; the narrowest names the side."""
    if isinstance(value, DateValue):
        return (value.days or _UNBOUNDED) + (_WITHOUT_YEAR if value.open_year else 0)
    if isinstance(value, AgeValue):
        return (value.high - value.low) if value.high is not None else float("inf")
    if isinstance(value, CountValue | DurationValue | MeasureValue | MoneyValue | PercentValue):
        return (value.high - value.low) if value.high is not None else float("inf")
    return 0


def _side(claims: list[Claim], comparer: Comparer) -> Side:
    words = comparer.side(claims[0])[1]
    ordered = sorted(claims, key=lambda claim: (claim.anchor.article, claim.anchor.span))
    return Side(claims[0].value.iso(), f"{words} {claims[0].value.caption()}".strip(), tuple(ordered))


def worst(levels: Iterable[Level]) -> Level:
    """The gravest of some severities."""
    return min(levels, key=("high", "medium", "low").index)
