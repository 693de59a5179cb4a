"""The answers that a check of some articles needs, without comparing what they have nothing to do with.

A conflict holds claims that clashes join, and others that agree with those.  So all conflicts with a claim of some articles are found from
these claims on: what a claim clashes with is compared with everything that it may meet, and so is what agrees with a claim asked about.
Further conflicts of the same code can only join such a conflict, or speak before it, where they share a place in a text with it
(``factcheck.conflicts.findings``); they are found from the claims at these places in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, partial

from factcheck.conflicts.candidate_pairs import Component, Pair, components, joined_to
from factcheck.conflicts.findings import articles_of
from factcheck.conflicts.pairs import Clash, Comparer, ComparisonContext, by_article, keyed_of, severity
from factcheck.conflicts.sides import GROWING, Outcomes, Question, outcome_of, questions_of
from factcheck.model import Claim, Conflict


@dataclass(frozen=True)
class Block:
    """The claims that answer one question of a comparer, in the order of the corpus."""

    comparer: Comparer
    question: str
    claims: Sequence[Claim]

    @cached_property
    def selected(self) -> list[Claim]:
        """Those that may be compared."""
        return self.comparer.select(self.claims)


Tell = Callable[[Question, Comparer], Conflict | None]
"""The conflict that a question comes to, None where it comes to none."""
Place = tuple[object, ...]
"""A code, and where in a text one of its claims stands."""


def answers_about(
    about: Set[str], blocks: Sequence[Block], context: ComparisonContext, tell: Tell
) -> Iterator[tuple[Block, Sequence[Conflict]]]:
    """The blocks that answer questions of some articles (by id), or touch conflicts about them, each with its conflicts, in order.

    No conflict with a claim of these articles is missing, and none that ``Findings`` would hold against one; others may be among them.
    """
    parts = [_Part(block, context, tell) for block in blocks]
    for part in parts:
        part.ask(lambda claim: True, about)
    touched: set[Place] = set()
    while fresh := _touched((conflict for part in parts for conflict in part.conflicts), about) - touched:
        touched |= fresh
        articles: dict[str, set[str]] = {}
        for code, article, *_ in fresh:
            articles.setdefault(str(code), set()).add(str(article))
        for part in parts:
            own = [code for code in part.block.comparer.codes if code in articles]
            if own:
                held = frozenset[str]().union(*(articles[code] for code in own))
                part.ask(partial(_stands_at, fresh, own), held)
    return ((part.block, part.conflicts) for part in parts if part.asked)


class _Part:
    """What is compared of a block: what some of its claims lead to."""

    def __init__(self, block: Block, context: ComparisonContext, tell: Tell) -> None:
        self.block = block
        self.asked = False
        self.conflicts: Sequence[Conflict] = ()
        self._context, self._tell = context, tell
        self._spreads: list[_Spread] = []
        self._claims = by_article(block.claims)
        self._known: set[str] = set()

    def ask(self, wanted: Callable[[Claim], bool], held: Set[str]) -> None:
        """Find what some claims of the articles ``held`` (by id) lead to, too."""
        articles = {article for article in held & self._claims.keys() if any(map(wanted, self._claims[article]))}
        if not articles:
            return
        self.asked = True
        if not articles <= self._known:
            self._join(articles)
        grown = [spread.expand(wanted, articles) for spread in self._spreads]
        if any(grown):
            found = (self._tell(question, self.block.comparer) for spread in self._spreads for question in spread.questions())
            self.conflicts = [conflict for conflict in found if conflict]

    def _join(self, articles: Set[str]) -> None:
        """Take in the components that hold claims of some articles."""
        comparer, selected = self.block.comparer, self.block.selected
        self._known |= articles
        self._known |= joined_to(self._known, selected, comparer, self._context)
        claims = [claim for claim in selected if claim.anchor.article in self._known]
        known = {spread.key: spread for spread in self._spreads}
        found = (_Spread(component, comparer, self._context) for component in components(claims, comparer, self._context))
        self._spreads = [known.get(spread.key, spread) for spread in found]


class _Spread:
    """A component of which only those claims are compared that chains of clashes lead to."""

    def __init__(self, component: Component, comparer: Comparer, context: ComparisonContext) -> None:
        self.key = component.claims[0].anchor.article
        self._claims, self._comparer, self._context = component.claims, comparer, context
        self._members = [(self._claims[members[0]].anchor.article, members) for members, _ in component.candidates]
        self._place = {index: place for place, (members, _) in enumerate(component.candidates) for index in members}
        self._met: list[list[Sequence[int]]] = [[members] for members, _ in component.candidates]
        for place, (members, others) in enumerate(component.candidates):
            self._met[place].extend(others)
            for other in others:
                self._met[self._place[other[0]]].append(members)
        keyed = keyed_of(comparer)
        self._keys = list(map(keyed.keys, self._claims)) if keyed is not None else None
        self._asked: set[int] = set()
        self._done: set[int] = set()
        self._compared: set[Pair] = set()
        self._joined: dict[int, list[tuple[int, bool]]] = {}
        self._clashes: Outcomes = {}
        self._agreements: Outcomes = {}
        self._settled: set[tuple[str, ...]] = set()

    def expand(self, wanted: Callable[[Claim], bool], articles: Set[str]) -> bool:
        """Compare what some claims of some articles (by id) lead to; whether there was anything to compare."""
        before = len(self._done)
        own = (index for article, members in self._members if article in articles for index in members)
        pending = [index for index in own if index not in self._asked and wanted(self._claims[index])]
        self._asked.update(pending)
        while pending:
            while pending:
                pending.extend(self._follow(pending.pop()))
            pending.extend(self._rivals())
        return len(self._done) > before

    def _follow(self, index: int) -> Iterator[int]:
        """Compare a claim with all that it may meet; those of them to follow."""
        if index not in self._done:
            self._done.add(index)
            for other in (other for members in self._met[self._place[index]] for other in members if other != index):
                self._compare((index, other) if index < other else (other, index))
        for other, clashes in self._joined.get(index, ()):
            if other not in self._done and (clashes or index in self._asked):
                yield other

    def _compare(self, pair: Pair) -> None:
        if pair in self._compared or (self._keys is not None and self._keys[pair[0]].isdisjoint(self._keys[pair[1]])):
            return
        self._compared.add(pair)
        outcome = outcome_of(self._claims[pair[0]], self._claims[pair[1]], self._comparer, self._context)
        if outcome is None:
            return
        clashes = severity(self._context, outcome) is not None
        (self._clashes if clashes else self._agreements).setdefault(outcome.code, {})[pair] = outcome
        for index, other in (pair, pair[::-1]):
            self._joined.setdefault(index, []).append((other, clashes))

    def _rivals(self) -> Iterator[int]:
        """Claims of two values of which others may be two states of one number: whether they are, all pairs of the two decide together."""
        told = {
            tuple(sorted(self._claims[index].value.iso() for index in pair))
            for table in self._clashes.values()
            for pair, clash in table.items()
            if clash.comparison.level in GROWING
        }
        for values in told - self._settled:
            self._settled.add(values)
            yield from (index for index in self._place if index not in self._done and self._claims[index].value.iso() in values)

    def questions(self) -> Iterator[Question]:
        """The questions of what was compared, in the order in which a comparison of all pairs gives them."""
        for code in self._comparer.codes if self._clashes else ():
            clashes, agreements = self._ordered(self._clashes.get(code, {})), self._ordered(self._agreements.get(code, {}))
            yield from questions_of(code, self._claims, clashes, agreements, self._comparer, self._context)

    def _ordered(self, table: Mapping[Pair, Clash]) -> dict[Pair, Clash]:
        return {pair: table[pair] for pair in sorted(table, key=self._order)}

    def _order(self, pair: Pair) -> tuple[object, ...]:
        """Where ``compare_component`` comes to a pair."""
        left, right = (self._claims[index] for index in pair)
        later = self._comparer.equal_agree and left.value == right.value
        if left.anchor.article == right.anchor.article:
            return later, self._place[pair[0]], "", pair
        first, second = pair if left.anchor.article < right.anchor.article else pair[::-1]
        return later, self._place[first], self._claims[second].anchor.article, (first, second)


def _touched(conflicts: Iterable[Conflict], about: Set[str]) -> set[Place]:
    """The places of the conflicts about some articles, of those that share a place with one of them, and so on."""
    found: set[Place] = set()
    pending: list[set[Place]] = []
    for conflict in conflicts:
        places = {place for side in conflict.sides for claim in side.claims for place in _places(conflict.code, claim)}
        if articles_of(conflict).isdisjoint(about):
            pending.append(places)
        else:
            found |= places
    while touching := [places for places in pending if not places.isdisjoint(found)]:
        found.update(*touching)
        pending = [places for places in pending if places not in touching]
    return found


def _stands_at(places: Set[Place], codes: Sequence[str], claim: Claim) -> bool:
    """Whether a claim stands at one of some places, under one of some codes."""
    return any(not places.isdisjoint(_places(code, claim)) for code in codes)


def _places(code: str, claim: Claim) -> tuple[Place, ...]:
    """By what ``Findings`` takes a claim for one that it met before; yes and no stand in a whole sentence."""
    anchor = claim.anchor
    own = (code, anchor.article, anchor.span)
    return (own, (code, anchor.article, anchor.field, anchor.quote_start)) if claim.kind == "polarity" else (own,)


__all__ = ["Block", "answers_about"]
