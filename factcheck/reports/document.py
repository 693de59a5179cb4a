"""Reports, claims and mentions to records: plain data to what is stored, printed and read back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from factcheck import __version__
from factcheck.baseline import Entry, Standing
from factcheck.errors import Location, Problem
from factcheck.model import Article, Claim, Conflict, Level, LightMention, Locator, Mention, Publication, Report, Side
from factcheck.reports.schema import (
    REPORT_SCHEMA,
    AbsentRecord,
    ArticleRecord,
    ClaimRecord,
    ConflictRecord,
    CountsRecord,
    CueRecord,
    EvidenceRecord,
    FrameRecord,
    MentionRecord,
    ProblemRecord,
    PublishedRecord,
    ReportDocument,
    ScopeRecord,
    SideRecord,
    SummaryRecord,
    TimexRecord,
    ToolRecord,
    TopicRecord,
    WaiverRecord,
)
from factcheck.settings import LEFT_OUT
from factcheck.text import Span
from factcheck.values import DateValue, value_to_json
from factcheck.waivers import Waiver

SEVERITIES: tuple[Level, ...] = ("high", "medium", "low")
"""Worst first."""


_NEW = Standing("new")


def build_document(
    report: Report,
    *,
    standings: Mapping[str, Standing] = MappingProxyType({}),
    waivers: Mapping[str, Waiver] = MappingProxyType({}),
    absent: Sequence[Entry] = (),
) -> ReportDocument:
    """The report as a document.  Equal reports give equal documents whatever the order of their parts.

    Where the report is about some articles, their sides come first in each conflict, and their claims in each side.

    Args:
        report: what a run found.
        standings: how conflicts stand to a baseline, by id; those that are missing are new.
        waivers: the waivers in force, by the id of their conflict.
        absent: known conflicts that are found no more.
    """
    articles = {article.id: article for article in report.articles}
    new = report.new or frozenset[str]()
    conflicts = []
    for conflict in report.conflicts:
        standing, waiver = standings.get(conflict.id, _NEW), waivers.get(conflict.id)
        accepted = WaiverRecord(reason=waiver.reason, expires=waiver.expires, added=waiver.added) if waiver else None
        record = _conflict(conflict, articles, new)
        conflicts.append(record.model_copy(update={"status": standing.status, "repeats": standing.repeats, "waiver": accepted}))
    conflicts.sort(key=lambda item: (SEVERITIES.index(item.severity), -item.confidence, item.code, item.id))
    return ReportDocument(
        schema=REPORT_SCHEMA,
        tool=ToolRecord(version=__version__),
        run=dict(sorted(report.run)),
        summary=_summary(conflicts, len(report.articles) if report.read is None else report.read, report.claims),
        errors=tuple(_problem(problem) for problem in sorted(report.problems, key=Problem.order)),
        articles=tuple(_article(articles[name], new=name in new) for name in sorted(articles)),
        conflicts=tuple(conflicts),
        absent=tuple(AbsentRecord(id=entry.id, code=entry.code, message=entry.message) for entry in absent),
    )


def select(document: ReportDocument, *, min_severity: Level = "low", min_confidence: float = 0.0) -> ReportDocument:
    """The document with the conflicts at or above both limits only; its summary counts those."""
    wanted = SEVERITIES[: SEVERITIES.index(min_severity) + 1]
    kept = tuple(item for item in document.conflicts if item.severity in wanted and item.confidence >= min_confidence)
    summary = _summary(kept, document.summary.articles, document.summary.claims)
    asked = {
        "min_severity": min_severity if min_severity != SEVERITIES[-1] else "",
        "min_confidence": f"{min_confidence:g}" if min_confidence else "",
    }
    run = _without(document, kept, {name: told for name, told in asked.items() if told})
    return document.model_copy(update={"conflicts": kept, "summary": summary, "run": run})


def _without(document: ReportDocument, kept: Sequence[ConflictRecord], asked: Mapping[str, str]) -> dict[str, str]:
    """What the run of a document says where only some of its conflicts are kept: by what was asked for, and how many are left out."""
    number = len(document.conflicts) - len(kept)
    if not number:
        return document.run
    return {**document.run, **asked, LEFT_OUT: str(number + int(document.run.get(LEFT_OUT, "0")))}


def keep_codes(document: ReportDocument, selected: Collection[str], ignored: Collection[str]) -> ReportDocument:
    """The document with the conflicts of the selected codes (of all where none is) without those of the ignored ones."""
    kept = tuple(item for item in document.conflicts if (not selected or item.code in selected) and item.code not in ignored)
    summary = _summary(kept, document.summary.articles, document.summary.claims)
    asked = {"select": ",".join(sorted(selected)), "ignore": ",".join(sorted(ignored))}
    run = _without(document, kept, {name: told for name, told in asked.items() if told})
    return document.model_copy(update={"conflicts": kept, "summary": summary, "run": run})


def problems_of(document: ReportDocument) -> tuple[Problem, ...]:
    """The problems a document holds, as they were before it was written."""
    return tuple(
        Problem(item.code, item.message, Location(item.path, item.line, item.column) if item.path else None, item.hint, item.severity)
        for item in document.errors
    )


def claim_record(claim: Claim) -> ClaimRecord:
    """A claim as one line of output."""
    anchor, frame, scope = claim.anchor, claim.frame, claim.scope
    return ClaimRecord(
        id=claim.id,
        kind=claim.kind,
        slot=claim.slot,
        value=value_to_json(claim.value),
        text=claim.value.caption(),
        frame=FrameRecord(
            event=frame.event,
            predicate=frame.predicate,
            role=frame.role,
            agents=tuple(sorted(frame.agents)),
            targets=tuple(sorted(frame.targets)),
            others=tuple(sorted(frame.others)),
            thing=frame.thing,
            subset=tuple(sorted(frame.subset)),
            markers=tuple(sorted(frame.markers)),
        ),
        scope=ScopeRecord(
            negated=scope.negated,
            planned=scope.planned,
            hedged=scope.hedged,
            question=scope.question,
            conditional=scope.conditional,
            quoted=scope.quoted,
            said_by=scope.said_by,
            cues=tuple(CueRecord(name=cue.name, words=cue.words) for cue in scope.cues),
        ),
        article=anchor.article,
        path=anchor.path,
        field=anchor.field,
        start=anchor.span.start,
        end=anchor.span.end,
        line=anchor.line,
        column=anchor.column,
        match=anchor.match,
        quote=anchor.quote,
        quote_start=anchor.quote_start,
        rule=claim.rule,
    )


def mention_records(pairs: Iterable[tuple[Article, Mention | LightMention]]) -> list[MentionRecord]:
    """Mentions as lines of output, in the order given."""
    locators: dict[str, Locator] = {}
    records = []
    for article, mention in pairs:
        words = article.words_of(mention.field)
        if article.id not in locators:
            locators[article.id] = Locator.of(article)
        line, column = locators[article.id].locate(mention.span.start, mention.field)
        records.append(
            MentionRecord(
                kind=mention.kind,
                value=value_to_json(mention.value) if isinstance(mention, Mention) else {"kind": mention.kind, **asdict(mention.timex)},
                text=mention.value.caption() if isinstance(mention, Mention) else mention.timex.value,
                article=article.id,
                path=article.path,
                field=mention.field,
                start=mention.span.start,
                end=mention.span.end,
                line=line,
                column=column,
                match=mention.span.of(words),
                sentence=mention.sentence.of(words),
                rule=mention.rule,
                timex=TimexRecord(**asdict(mention.timex)) if mention.timex else None,
            )
        )
    return records


def _conflict(conflict: Conflict, articles: dict[str, Article], new: Collection[str]) -> ConflictRecord:
    sides = sorted(conflict.sides, key=lambda side: not any(article in new for article in side.articles))
    return ConflictRecord(
        id=conflict.id,
        fingerprint=conflict.fingerprint,
        code=conflict.code,
        kind=conflict.kind,
        verdict=conflict.verdict,
        severity=conflict.severity,
        confidence=round(conflict.confidence, 2),
        topic=TopicRecord(id=conflict.topic.id, label=conflict.topic.label),
        slot=conflict.slot,
        message=conflict.message,
        explanation=conflict.explanation,
        sides=tuple(_side(side, articles, new) for side in sides),
    )


def _side(side: Side, articles: dict[str, Article], new: Collection[str]) -> SideRecord:
    def place(claim: Claim) -> tuple[bool, str, str, Span, str]:
        anchor = claim.anchor
        return anchor.article not in new, anchor.article, anchor.field, anchor.span, claim.id

    claims = sorted(side.claims, key=place)
    evidence = tuple(_evidence(claim, articles.get(claim.anchor.article)) for claim in claims)
    return SideRecord(value=side.value, text=side.text, origins=side.origins, claims=evidence)


def _evidence(claim: Claim, article: Article | None) -> EvidenceRecord:
    anchor = claim.anchor
    return EvidenceRecord(
        id=claim.id,
        article=anchor.article,
        source=article.source if article else None,
        field=anchor.field,
        start=anchor.span.start,
        end=anchor.span.end,
        line=anchor.line,
        column=anchor.column,
        match=anchor.match,
        quote=anchor.quote,
        quote_start=anchor.quote_start,
        said_by=claim.scope.said_by,
        published=_days(article.published) if article else None,
    )


def _days(published: Publication) -> str | None:
    if published.earliest is None and published.latest is None:
        return None
    return DateValue(published.earliest, published.latest).iso()


def _article(article: Article, *, new: bool) -> ArticleRecord:
    when = article.published
    return ArticleRecord(
        id=article.id,
        path=article.path,
        record=article.record or None,
        source=article.source,
        title=article.title,
        published=PublishedRecord(earliest=when.earliest, latest=when.latest, how=when.how, time=when.time),
        new=new,
    )


def _problem(problem: Problem) -> ProblemRecord:
    where = problem.location or Location("")
    return ProblemRecord(
        code=problem.code,
        severity=problem.severity,
        message=problem.message,
        path=where.path or None,
        line=where.line,
        column=where.column,
        hint=problem.hint,
    )


def _summary(conflicts: Iterable[ConflictRecord], articles: int, claims: int) -> SummaryRecord:
    found = list(conflicts)
    counts = {level: sum(item.severity == level for item in found) for level in SEVERITIES}
    return SummaryRecord(
        articles=articles,
        claims=claims,
        conflicts=len(found),
        disputed=sum(item.verdict == "disputed" for item in found),
        updates=sum(item.verdict == "update" for item in found),
        severities=CountsRecord(**counts),
    )
