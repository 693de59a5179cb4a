"""What every comparer is given and gives back for a pair of claims."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Protocol, TypeVar, runtime_checkable

from factcheck.conflicts.distances import distance
from factcheck.mentions.spelling import Folder, folder_of
from factcheck.model import Claim, Comparison, Level, Verdict
from factcheck.rulebook import ComparisonRule, EventRule, Lists, OutcomeRule, Rulebook, ScorecardRule
from factcheck.topics.alignment import Alignments
from factcheck.topics.comparability import ComparabilityProof, Doubt, marker_veto, other_instance_veto, scope_veto, time_veto
from factcheck.topics.participants import link
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.stories import Stories
from factcheck.values import MoneyValue, Relation, Value, relation_of

V = TypeVar("V")
_MOST_LINES = 4096
"""Pairs of articles whose line of a proof is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonContext:
    """What comparers may ask: the rules of their codes, the classes of events, the stories of the corpus, labels for ids,
    word lists, and how names are spelt.

    ``hours`` maps an article id to the time of its day of publication as written ("05:20:00+02:00"), absent where it is not stated.
    ``alignments`` holds the contexts of values; without a ``scorecard`` none are aligned.
    """

    codes: Mapping[str, ComparisonRule]
    events: Mapping[str, EventRule]
    stories: Stories
    label: Callable[[str], str]
    words: Lists
    folder: Folder
    outcomes: Mapping[str, OutcomeRule] = field(default_factory=dict)
    hours: Mapping[str, str] = field(default_factory=dict)
    alignments: Alignments = field(default_factory=lambda: Alignments((), {}))
    scorecard: ScorecardRule | None = None
    _lines: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    """Lines put into words of late: every proof of two articles has the same."""

    @classmethod
    def of(cls, rulebook: Rulebook, stories: Stories, label: Callable[[str], str]) -> ComparisonContext:
        """The context of a run."""
        codes = {rule.code: rule for rule in rulebook.of(ComparisonRule)}
        events = {rule.id: rule for rule in rulebook.of(EventRule)}
        outcomes = {rule.id: rule for rule in rulebook.of(OutcomeRule)}
        cards = list(rulebook.of(ScorecardRule))
        card = cards[-1] if cards else None
        return cls(codes, events, stories, label, rulebook.words(), folder_of(rulebook), outcomes, scorecard=card)

    def story(self, left: Claim, right: Claim) -> str:
        """The line of a proof that says which story the articles of two claims tell."""
        articles = left.anchor.article, right.anchor.article
        line = self._lines.get(articles)
        if line is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            line = self._lines[articles] = self.stories.line(*articles, self.label)
        return line

    def days_between(self, left: Claim, right: Claim) -> int | None:
        """As ``Stories.days_between``, of the articles of two claims."""
        return self.stories.days_between(left.anchor.article, right.anchor.article)

    def one_day_news(self, left: Claim, right: Claim) -> bool:
        """As ``Stories.one_day_news``, of the articles of two claims."""
        return self.stories.one_day_news(left.anchor.article, right.anchor.article)

    def labels(self, names: Iterable[str]) -> str:
        """Some ids in words, in the order of the words."""
        return ", ".join(sorted(self.label(name) for name in names))

    def salient(self, names: Iterable[str]) -> frozenset[str]:
        """Those of some ids and words that say who or what is meant: any story may name a country, few name a person."""
        return frozenset(name for name in names if self.stories.weight(name) >= LEAST_SALIENCE)

    def same_noun(self, noun: str) -> str:
        """The noun under which a counted one is counted: stories call the same people "prisoners" and "captives"."""
        return self.words.text("noun.same").get(noun, noun)

    def once(self, left: Claim, right: Claim) -> frozenset[str]:
        """The shared participants to whom an event of the left claim's class cannot happen twice; empty for repeatable classes.

        A person dies once, whoever kills; a town can be taken again by somebody else, so places and bodies need the same actor, but for
        what is done once to anything ("founded").
        """
        rule = self.events.get(left.frame.event or "")
        sorts = {sort for name in (rule.once if rule else ()) for sort in _SORTS[name]}
        if not sorts:
            return frozenset()
        between = link(left, right)
        found = self.salient(name for name in between.crossed if name.partition(":")[0] in sorts)
        undergone = any(name.startswith("person:") for name in found)
        if left.frame.event in self.words["act.once"] and not undergone and not between.shared_agents:
            return found & between.shared_targets
        return found if undergone or between.shared_agents else frozenset()


_SORTS = {"person": ("person",), "place": ("place", "name"), "body": ("organisation", "name")}
"""The sorts of ids that may be what "once" of an event class says it happens to."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two comparable claims and how their values stand; a conflict when the rule of ``code`` gives the level a severity."""

    code: str
    comparison: Comparison
    proof: ComparabilityProof
    verdict: Verdict = "conflict"


def value_of(claim: Claim, kind: type[V]) -> V:
    """The value of a claim whose question values of this kind alone answer."""
    value = claim.value
    assert isinstance(value, kind), f"{value!r} is no {kind.__name__}"
    return value


def values_of(left: Claim, right: Claim, kind: type[V]) -> tuple[V, V]:
    """``value_of`` for both claims of a pair."""
    return value_of(left, kind), value_of(right, kind)


def clash(
    code: str,
    level: str,
    relation: Relation,
    left: Value,
    right: Value,
    proof: ComparabilityProof,
    *,
    told: str = "",
    verdict: Verdict = "conflict",
) -> Clash:
    """The clash of two values; its detail gives both in words with how they stand: what is ``told``, else how far apart; "" for neither."""
    how = distance(left, right) if relation is Relation.APART and told in ("", relation.value) else told
    detail = f"{left.caption()} / {right.caption()}: {how}" if how else ""
    return Clash(code, Comparison(level, relation, detail), proof, verdict)


class Comparer(Protocol):
    """What every kind's comparer offers; where nothing else is said, all claims of a block meet, where their articles tell one story, and
    sides are grouped by value."""

    kind: str
    codes: tuple[str, ...]
    equal_agree: bool = True
    """Whether two equal values never clash; False where something beside the value, as a zone or a quotation, makes it another answer."""

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """The claims of a block that may be compared; drops those whose article shows that they answer other questions."""
        return list(block)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The key of the block a claim is compared in; None when it answers no question that can be compared."""
        ...

    def anywhere(self, claim: Claim) -> bool:
        """Whether the claim's question is one in whatever story it is answered ("how old is she"), so that articles which share but one
        salient name are compared too."""
        return False

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """How the values stand, with the proof of comparability; a Doubt where that is not proven.  Symmetric up to the order of words."""
        ...

    def side(self, claim: Claim) -> tuple[str, str]:
        """What the claim's side is grouped by besides its value (sums by their currency), and the words put before the value
        ("announced")."""
        value = claim.value
        return (value.currency or value.family, "") if isinstance(value, MoneyValue) else ("", "")


class OneMindComparer(Comparer, Protocol):
    """A comparer of what an article tells but once: one that gives two values which exclude each other knows of both, or of two things."""

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the claims of such articles."""
        return of_one_mind(block)


@runtime_checkable
class KeyedComparer(Comparer, Protocol):
    """A comparer that few pairs of its claims concern."""

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """What tells beforehand that ``compare`` gives a Doubt: so it is for any two claims without a key in common."""
        ...


def keyed_of(comparer: Comparer) -> KeyedComparer | None:
    """The comparer as one that few pairs concern; None where it is none."""
    return comparer if hasattr(comparer, "keys") and isinstance(comparer, KeyedComparer) else None  # asking a protocol takes long


def story_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two claims are not plain statements of two articles of one story; None when nothing says so."""
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1]:
        return "one article tells of both"
    if any(claim.scope.hedged for claim in (left, right)):
        return "one statement is hedged"
    if not context.stories.same(*articles):
        return "the articles do not share a story"
    return scope_veto(left, right)


def news_veto(left: Claim, right: Claim, context: ComparisonContext, *, once: bool = False) -> str | None:
    """Why two claims are not told of one event in the news of two articles of one story; None when nothing says so.

    Args:
        left: the one claim.
        right: the other.
        context: the comparison.
        once: whether a story that goes on for weeks has one such event.
    """
    near = context.stories.for_weeks if once else context.stories.near
    if not near(left.anchor.article, right.anchor.article):
        return "told on days far apart"
    return (
        story_veto(left, right, context)
        or marker_veto(left, right)
        or time_veto(left, right, context.stories.days)
        or other_instance_veto(left, right, context.stories)
    )


def by_article(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Some claims by the id of their article, in their order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.anchor.article, []).append(claim)
    return found


def are_apart(one: Value, other: Value) -> bool:
    """Whether two values exclude each other."""
    return relation_of(one, other) is Relation.APART


def torn_articles(claims: Iterable[Claim], apart: Callable[[Value, Value], bool] = are_apart) -> frozenset[str]:
    """The articles that give two values which are ``apart``: those know of two things, or of both versions."""
    told: dict[str, dict[Value, None]] = {}
    for claim in claims:
        told.setdefault(claim.anchor.article, {})[claim.value] = None  # no value excludes itself
    return frozenset(article for article, own in told.items() if any(apart(one, other) for one, other in combinations(own, 2)))


def of_one_mind(block: Sequence[Claim]) -> list[Claim]:
    """Without the claims of articles that give two values which exclude each other."""
    torn = torn_articles(block)
    return [claim for claim in block if claim.anchor.article not in torn]


def of_one_answer(block: Sequence[Claim], answer: Callable[[Claim], Hashable]) -> list[Claim]:
    """Without the claims of articles of which two differ in what ``answer`` gives."""
    answers: dict[str, set[Hashable]] = {}
    for claim in block:
        answers.setdefault(claim.anchor.article, set()).add(answer(claim))
    return [claim for claim in block if len(answers[claim.anchor.article]) == 1]


def severity(context: ComparisonContext, clash: Clash) -> Level | None:
    """The severity that the rule of the clash's code gives to its level; None for levels that are never reported."""
    found = context.codes[clash.code].levels.get(clash.comparison.level, "none")
    return None if found == "none" else found


__all__ = [
    "Clash",
    "ComparabilityProof",
    "Comparer",
    "ComparisonContext",
    "Doubt",
    "KeyedComparer",
    "OneMindComparer",
    "are_apart",
    "by_article",
    "clash",
    "keyed_of",
    "news_veto",
    "of_one_answer",
    "of_one_mind",
    "severity",
    "story_veto",
    "torn_articles",
    "value_of",
    "values_of",
]
