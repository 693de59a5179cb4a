"""Claims to conflicts: one comparer per kind, one finding per question.

``COMPARERS`` is the registry.  Names are compared as persons over the whole corpus (``factcheck.conflicts.name``), and so are
places and bodies (``factcheck.conflicts.place``), all other kinds by blocks of
claims that answer the same question.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from factcheck.conflicts.acts import ActComparer
from factcheck.conflicts.age import AgeComparer
from factcheck.conflicts.age_given import GivenAgeComparer, SurnameAgeComparer
from factcheck.conflicts.alignment import AlignmentComparer
from factcheck.conflicts.attribution import AttributionComparer
from factcheck.conflicts.bearing import BearingComparer
from factcheck.conflicts.candidate_pairs import MOST_ARTICLES, MOST_CLAIMS, is_cut
from factcheck.conflicts.clock import ClockComparer
from factcheck.conflicts.confidence import Confidence, features_of
from factcheck.conflicts.continuation import ContinuationComparer
from factcheck.conflicts.conversions import ConversionComparer
from factcheck.conflicts.count import CountComparer
from factcheck.conflicts.date import DateComparer
from factcheck.conflicts.doer import DoerComparer
from factcheck.conflicts.duration import DurationComparer
from factcheck.conflicts.event_location import EventLocationComparer
from factcheck.conflicts.event_time import EventTimeComparer, LeadEventTimeComparer
from factcheck.conflicts.extent import ExtentComparer
from factcheck.conflicts.factuality import FactualityComparer
from factcheck.conflicts.findings import Findings, arrange, articles_of, make_conflict
from factcheck.conflicts.forms import NAMING_KINDS, Forms
from factcheck.conflicts.history import HistoryComparer
from factcheck.conflicts.holding import HoldingComparer
from factcheck.conflicts.hometown import HometownComparer
from factcheck.conflicts.hypernym_count import HypernymCountComparer, SoleCountComparer
from factcheck.conflicts.lead_amount import LeadAmountComparer
from factcheck.conflicts.lookalikes import find_lookalikes
from factcheck.conflicts.loose_duration import LeadDurationComparer, LooseDurationComparer
from factcheck.conflicts.matches import MatchComparer
from factcheck.conflicts.measure import MeasureComparer
from factcheck.conflicts.membership import MembershipComparer
from factcheck.conflicts.money import MoneyComparer
from factcheck.conflicts.name import find_variants
from factcheck.conflicts.narrowing import Block, Tell, answers_about
from factcheck.conflicts.near_twins import NearTwinComparer
from factcheck.conflicts.order import OrderComparer
from factcheck.conflicts.ordinal import OrdinalComparer
from factcheck.conflicts.organisation import find_names
from factcheck.conflicts.orientation import MotionDirectionComparer, OrientationComparer
from factcheck.conflicts.outcomes import OutcomeComparer
from factcheck.conflicts.overlooked import find_overlooked
from factcheck.conflicts.pairs import Comparer, ComparisonContext, severity
from factcheck.conflicts.part_whole import PartWholeComparer
from factcheck.conflicts.percent import PercentComparer
from factcheck.conflicts.place import Bearers, find_spellings
from factcheck.conflicts.plain import PlainComparer
from factcheck.conflicts.polarity import PolarityComparer
from factcheck.conflicts.reaching import reached_by_claims, reached_by_names
from factcheck.conflicts.role import RoleComparer
from factcheck.conflicts.scope import ScopeComparer
from factcheck.conflicts.sense_amount import SenseAmountComparer
from factcheck.conflicts.series import GapComparer, LooseTurnComparer, TurnComparer
from factcheck.conflicts.sides import Question, build_sides, compare_selected, worst
from factcheck.conflicts.slips import SlipComparer
from factcheck.conflicts.subjects import subject_of_pair, topic_of
from factcheck.conflicts.tenure import TenureComparer
from factcheck.conflicts.territorial_control import TerritorialControlComparer
from factcheck.conflicts.twins import TwinComparer
from factcheck.conflicts.votes import VoteComparer
from factcheck.conflicts.weekday import WeekdayComparer
from factcheck.conflicts.where import WhereComparer
from factcheck.errors import Problem
from factcheck.model import Claim, Conflict, Extraction, Level, Side, Topic, Verdict
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.topics.alignment import Alignments
from factcheck.topics.blocking import KeyIndex, blocking_keys, neighbourhood
from factcheck.topics.labels import Labels
from factcheck.topics.origins import Origins
from factcheck.topics.stories import Stories
from factcheck.topics.strength import CERTAIN, VERY_STRONG

COMPARERS: tuple[Comparer, ...] = (
    DateComparer(),
    WeekdayComparer(),
    ClockComparer(),
    CountComparer(),
    DurationComparer(),
    PolarityComparer(),
    FactualityComparer(),
    OutcomeComparer(),
    ContinuationComparer(),
    ScopeComparer(),
    PartWholeComparer(),
    ExtentComparer(),
    TerritorialControlComparer(),
    AgeComparer(),
    GivenAgeComparer(),
    SurnameAgeComparer(),
    RoleComparer(),
    OrdinalComparer(),
    GapComparer(),
    TurnComparer(),
    LooseTurnComparer(),
    AttributionComparer(),
    MeasureComparer(),
    ConversionComparer(),
    MoneyComparer(),
    PercentComparer(),
    MembershipComparer(),
    WhereComparer(),
    OrientationComparer(),
    BearingComparer(),
    MotionDirectionComparer(),
    EventLocationComparer(),
    HometownComparer(),
    DoerComparer(),
    OrderComparer(),
    EventTimeComparer(),
    LeadEventTimeComparer(),
    LooseDurationComparer(),
    LeadDurationComparer(),
    LeadAmountComparer("money", "FC261"),
    LeadAmountComparer("percent", "FC271"),
    SlipComparer("measure", "FC251"),
    SlipComparer("money", "FC261"),
    SlipComparer("percent", "FC271"),
    SlipComparer("count", "FC201"),
    HistoryComparer(),
    TenureComparer(),
    ActComparer(),
    HypernymCountComparer(),
    HoldingComparer(),
    SenseAmountComparer("measure", "FC251"),
    SenseAmountComparer("money", "FC261"),
    SenseAmountComparer("percent", "FC271"),
    SoleCountComparer(),
    PlainComparer(),
    MatchComparer(),
    VoteComparer(),
    TwinComparer(),
    NearTwinComparer("after"),
    NearTwinComparer("before"),
    AlignmentComparer(),
)
"""In the order in which they speak: what one comparer has found, a later one of the same code does not find again."""


def find_conflicts(
    extractions: Sequence[Extraction], rulebook: Rulebook, about: frozenset[str] | None = None, *, overfrequent: Collection[str] = ()
) -> tuple[tuple[Conflict, ...], tuple[Problem, ...]]:
    """All conflicts of a corpus, worst first, and a warning for every question that was too large to compare whole.

    The result does not depend on the order of the extractions.

    Args:
        extractions: of the whole corpus; with ``about`` those of ``factcheck.topics.blocking.neighbourhood(about, ...)`` are enough.
        rulebook: the rules that the extractions were made with.
        about: ids of articles; only conflicts with a claim of one of these are computed.  ``arrange`` puts them among those of the rest.
        overfrequent: blocking keys that too many articles of the whole corpus hold (``topics.blocking.is_overfrequent``), where the
            extractions are a part of it.
    """
    if about is not None:
        index = KeyIndex.of({item.article.id: blocking_keys(item, rulebook) for item in extractions})
        overfrequent = index.overfrequent() | frozenset(overfrequent)
        near = neighbourhood(about, index, overfrequent=overfrequent)
        extractions = [item for item in extractions if item.article.id in near]
    with _no_collection():
        return _compare(sorted(extractions, key=lambda item: item.article.id), rulebook, about, overfrequent)


def _compare(
    extractions: Sequence[Extraction], rulebook: Rulebook, about: frozenset[str] | None, overfrequent: Collection[str]
) -> tuple[tuple[Conflict, ...], tuple[Problem, ...]]:
    labels = Labels(rulebook)
    context = _context(extractions, rulebook, labels, overfrequent)
    stories = context.stories
    claims = _by_kind(extractions)
    problems: list[Problem] = []
    found = Findings()
    blocks = (block for comparer in COMPARERS for block in _blocks(claims.get(comparer.kind, ()), comparer, context))
    tell = partial(_conflict, context=context, labels=labels)
    answers = _answers(blocks, context, tell) if about is None else answers_about(about, list(blocks), context, tell)
    for block, told in answers:
        if is_cut(block.claims, block.comparer, context):
            problems.append(_cut(block))
        for conflict in told:
            found.add(conflict)
    conflicts = found.conflicts
    conflicts.extend(_spellings(claims, rulebook, context, extractions))
    conflicts.extend(_namings(_bearers(extractions, claims, rulebook, context), rulebook, context))
    if about is not None:
        conflicts = [conflict for conflict in conflicts if about & articles_of(conflict)]
    origins = Origins([item.article for item in extractions], rulebook)
    confidence = Confidence(rulebook)
    conflicts.sort(key=lambda conflict: min(articles_of(conflict)))  # by story, so that a text is read once
    return arrange(_rate(_count_origins(conflict, origins), confidence, stories) for conflict in conflicts), tuple(problems)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the search for cycles to later: a comparison makes none, and a search walks all claims of the corpus."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def find_reached(
    extractions: Sequence[Extraction], rulebook: Rulebook, about: frozenset[str], overfrequent: Collection[str] = ()
) -> frozenset[str]:
    """The articles (by id) whose claims may stand in a finding with those of the articles ``about``, themselves included.

    Of what is known of a corpus, the neighbours of these articles are enough to tell which of them matter; neighbours of those that do
    may join the finding too.  Persons are not followed here: their names lead anywhere.  ``overfrequent`` as of ``find_conflicts``.
    """
    extractions = sorted(extractions, key=lambda item: item.article.id)
    context = _context(extractions, rulebook, Labels(rulebook), overfrequent)
    claims = _by_kind(extractions)
    found = set(about)
    for comparer in COMPARERS:
        found |= reached_by_claims(claims.get(comparer.kind, ()), comparer, context, about)
    return frozenset(found | reached_by_names(_bearers(extractions, claims, rulebook, context), about))


def _context(extractions: Sequence[Extraction], rulebook: Rulebook, labels: Labels, overfrequent: Collection[str]) -> ComparisonContext:
    hours = {item.article.id: item.article.published.time for item in extractions if item.article.published.time}
    context = ComparisonContext.of(rulebook, Stories.of(tuple(extractions), labels.levels, rulebook.words(), overfrequent), labels)
    weights = {word: float(weight) for weight, words in (context.scorecard.words if context.scorecard else {}).items() for word in words}
    alignments = Alignments((claim for item in extractions for claim in item.claims), weights)
    return replace(context, hours=hours, alignments=alignments)


def _count_origins(conflict: Conflict, origins: Origins) -> Conflict:
    counted = origins.count([side.claims for side in conflict.sides])
    sides = tuple(replace(side, origins=number) for side, number in zip(conflict.sides, counted, strict=True))
    most = max(side.origins for side in sides)
    ahead = [side for side in sides if side.origins == most]
    if len(ahead) > 1 or most < 2:
        return replace(conflict, sides=sides)
    line = f"{most} independent origins say {ahead[0].text}; that is the majority, not a proof"
    return replace(conflict, sides=sides, explanation=(*conflict.explanation, line))


def _rate(conflict: Conflict, confidence: Confidence, stories: Stories) -> Conflict:
    """The conflict with the confidence that its features earn; until then the field holds the strength of its best proof."""
    features = features_of(conflict.code, conflict.confidence, conflict.sides, stories)
    return replace(conflict, features=features, confidence=confidence.of(features, conflict.confidence))


def _by_kind(extractions: Sequence[Extraction]) -> dict[str, list[Claim]]:
    """The claims of each kind by article and place."""
    found: dict[str, list[Claim]] = {}
    for item in extractions:
        for claim in sorted(item.claims, key=lambda claim: (claim.anchor.field, claim.anchor.span.start, claim.id)):
            found.setdefault(claim.kind, []).append(claim)
    return found


def _blocks(claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext) -> Iterator[Block]:
    """The claims that a comparer puts to one question, by question."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        question = comparer.question(claim, context)
        if question is not None:
            found.setdefault(question, []).append(claim)
    return (Block(comparer, question, block) for question, block in sorted(found.items()) if len(block) > 1)


def _cut(block: Block) -> Problem:
    most = f"only {MOST_ARTICLES} articles of one story and {MOST_CLAIMS} claims of one article are compared"
    anchor = block.claims[0].anchor
    alike = f"{len(block.claims):,} claims of kind {block.comparer.kind} answer one question, as “{anchor.match}” does"
    message = f"{alike} ({anchor.path}:{anchor.line}:{anchor.column}); {most}"
    return Problem("W601", message, hint="give fewer articles at a time", severity="warning")


def _answers(blocks: Iterable[Block], context: ComparisonContext, tell: Tell) -> Iterator[tuple[Block, Iterator[Conflict]]]:
    for block in blocks:
        questions = compare_selected(block.selected, block.comparer, context)
        yield block, (conflict for question in questions if (conflict := tell(question, block.comparer)))


def _are_quoted(sides: Sequence[Side]) -> bool:
    """Whether every claim of all sides stands in the words of somebody quoted, of two articles: those quoted contradict each other."""
    claims = [claim for side in sides for claim in side.claims]
    return all(claim.scope.quoted for claim in claims) and len({claim.anchor.article for claim in claims}) > 1


def _conflict(question: Question, comparer: Comparer, context: ComparisonContext, labels: Labels) -> Conflict | None:
    sides = build_sides(question, comparer)
    if len(sides) < 2:
        return None
    pairs = sorted(question.clashes, key=lambda pair: (-question.clashes[pair].proof.strength, pair))
    kept = {claim.id for side in sides for claim in side.claims}
    pairs = [pair for pair in pairs if all(question.claims[index].id in kept for index in pair)]
    best = question.clashes[pairs[0]]
    left, right = (question.claims[index] for index in pairs[0])
    rule = context.codes[question.code]
    levels: list[Level] = [level for pair in pairs if (level := severity(context, question.clashes[pair]))]
    subject = subject_of_pair(left, right, labels)
    topic = topic_of([(question.claims[i], question.claims[j]) for i, j in pairs], subject, context, labels)
    details = list(dict.fromkeys(detail for pair in pairs if (detail := question.clashes[pair].comparison.detail)))
    verdicts: set[Verdict] = {question.clashes[pair].verdict for pair in pairs}
    verdict: Verdict = verdicts.pop() if len(verdicts) == 1 else "conflict"
    if verdict == "conflict" and _are_quoted(sides):
        verdict = "disputed"
    if verdict == "update":
        sides = tuple(sorted(sides, key=lambda side: min(_published(claim, context) for claim in side.claims)))
    return make_conflict(
        code=question.code,
        kind=rule.kind,
        verdict=verdict,
        level=worst(levels),
        confidence=best.proof.strength,
        topic=topic,
        slot=left.slot if left.frame.role == right.frame.role else f"{left.frame.event}.phases",
        message=rule.message.format(subject=subject.question, number=len(sides)),
        explanation=(*best.proof.anchors, *details[:4]),
        sides=sides,
    )


def _published(claim: Claim, context: ComparisonContext) -> int:
    """The day of a claim's article by its number in the calendar; 0 where it is not known."""
    day = context.stories.days.get(claim.anchor.article)
    return 0 if day is None else day.toordinal()


def _spellings(
    claims: Mapping[str, Sequence[Claim]], rulebook: Rulebook, context: ComparisonContext, extractions: Sequence[Extraction]
) -> Iterator[Conflict]:
    """Persons under more than one name; ``claims`` by kind."""
    rule = context.codes["FC401"]
    overlooked = find_overlooked(
        claims.get("name", ()), (claim for kind in sorted(NAMING_KINDS) for claim in claims.get(kind, ())), context.stories, rulebook
    )
    persons = [*claims.get("name", ()), *overlooked, *claims.get("age", ())]
    names = {item.article.id: item.names for item in extractions}
    texts = {item.article.id: item.article.text for item in extractions}
    for finding in find_variants(persons, rulebook, names, context.stories, texts):
        sides = tuple(Side(spelling, spelling, tuple(members)) for spelling, members in finding.sides)
        message = rule.message.format(subject=finding.person, number=len(sides))
        topic = Topic(f"person:{min(fold(spelling) for spelling, _ in finding.sides)}", finding.person)
        yield make_conflict(
            code="FC401",
            kind="name",
            verdict="conflict",
            level=finding.severity,
            confidence=CERTAIN if finding.level == "misspelling" else VERY_STRONG,
            topic=topic,
            slot="person.spelling",
            message=message,
            explanation=finding.reasons,
            sides=sides,
        )


def _bearers(
    extractions: Sequence[Extraction], claims: Mapping[str, Sequence[Claim]], rulebook: Rulebook, context: ComparisonContext
) -> Bearers:
    """Places, things and bodies under their names; ``claims`` by kind."""
    told = (claim for kind in (*sorted(NAMING_KINDS), "name") for claim in claims.get(kind, ()))
    texts = {item.article.id: item.article.text for item in extractions}
    return Bearers(Forms.of(told, texts, rulebook), context.stories, rulebook)


def _namings(bearers: Bearers, rulebook: Rulebook, context: ComparisonContext) -> Iterator[Conflict]:
    """Places, things and bodies under more than one name."""
    codes = {rule.kind: rule for rule in context.codes.values()}
    found = [*find_spellings(bearers), *find_names(bearers, rulebook)]
    for finding in (*found, *find_lookalikes(bearers, rulebook, found)):
        rule = codes[finding.kind]
        level = rule.levels.get(finding.proof.level, "none")
        if level == "none":
            continue
        yield make_conflict(
            code=rule.code,
            kind=finding.kind,
            verdict="conflict",
            level=level,
            confidence=finding.proof.strength,
            topic=Topic(f"{finding.kind}:{min(fold(spelling) for spelling, _ in finding.sides)}", finding.name),
            slot="place.spelling" if finding.kind == "place" else "organisation.name",
            message=rule.message.format(subject=finding.name, number=len(finding.sides)),
            explanation=finding.proof.reasons,
            sides=tuple(Side(spelling, spelling, members) for spelling, members in finding.sides),
        )


__all__ = ["COMPARERS", "arrange", "find_conflicts", "find_reached"]
