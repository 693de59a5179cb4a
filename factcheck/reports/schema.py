"""The shape of report.json, of a line of ``factcheck claims`` and of a line of ``factcheck mentions``.

Field names and meanings are stable: a change that could break a reader raises the number in ``REPORT_SCHEMA``.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

REPORT_SCHEMA: Literal["factcheck.report/1"] = "factcheck.report/1"
"""The value of ``schema`` in every report."""

_RECORD = ConfigDict(extra="forbid", frozen=True, defer_build=True)

FieldOf = Literal["text", "title"]
LevelOf = Literal["high", "medium", "low"]


class ToolRecord(BaseModel):
    """What wrote the report."""

    model_config = _RECORD

    name: Literal["factcheck"] = "factcheck"
    version: str


class CountsRecord(BaseModel):
    """How many conflicts of each severity."""

    model_config = _RECORD

    high: int = Field(ge=0)
    medium: int = Field(ge=0)
    low: int = Field(ge=0)


class SummaryRecord(BaseModel):
    """The report in numbers.  ``claims`` is how many claims were compared; ``disputed`` and ``updates`` how many have that verdict."""

    model_config = _RECORD

    articles: int = Field(ge=0)
    claims: int = Field(ge=0)
    conflicts: int = Field(ge=0)
    disputed: int = Field(ge=0)
    updates: int = Field(ge=0)
    severities: CountsRecord


class ProblemRecord(BaseModel):
    """Something that could not be checked ("error") or that the reader should know ("warning").  ``line`` and ``column`` count from 1."""

    model_config = _RECORD

    code: str
    severity: Literal["warning", "error"]
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None


class PublishedRecord(BaseModel):
    """When an article appeared: any day from ``earliest`` to ``latest``, inclusive; null where open.  ``how`` says how that was found."""

    model_config = _RECORD

    earliest: date | None = None
    latest: date | None = None
    how: str
    time: str | None = None


class ArticleRecord(BaseModel):
    """One article that was read.

    ``path`` is its file; ``record`` what tells it apart from the other articles of that file, null where the file is one article.  ``new``
    is true in a check for the articles that it is about: added or changed ones.
    """

    model_config = _RECORD

    id: str
    path: str
    record: str | None = None
    source: str | None = None
    title: str | None = None
    published: PublishedRecord
    new: bool = False


class EvidenceRecord(BaseModel):
    """A claim as evidence: who says it and where.

    ``start`` and ``end`` bound the value's own words in the article's field, in code points, end exclusive; ``quote_start`` is where the
    sentence ``quote`` begins.  ``line`` and ``column`` count from 1 in the file.  ``said_by`` is the speaker the article names, null where
    the article itself speaks.  ``published`` is the day (or the days, as from/to) of the article, null where unknown.
    """

    model_config = _RECORD

    id: str
    article: str
    source: str | None = None
    field: FieldOf = "text"
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    match: str
    quote: str
    quote_start: int = Field(ge=0)
    said_by: str | None = None
    published: str | None = None


class SideRecord(BaseModel):
    """One answer.  ``value`` is its compact form, ``text`` the one for people; ``origins`` counts independent sources: copies and one
    agency count once."""

    model_config = _RECORD

    value: str
    text: str
    origins: int = Field(ge=1)
    claims: tuple[EvidenceRecord, ...] = Field(min_length=1)


class TopicRecord(BaseModel):
    """What the sides speak about."""

    model_config = _RECORD

    id: str
    label: str


class WaiverRecord(BaseModel):
    """Why a conflict is accepted, and until which day, inclusive; null means for good.  ``added`` is true for a waiver that came with the
    articles under check."""

    model_config = _RECORD

    reason: str
    expires: date | None = None
    added: bool = False


class ConflictRecord(BaseModel):
    """One question with answers that exclude each other.

    ``status`` is how it stands to the baseline: "new", "updated" (a known one with further claims) or "unchanged".  ``repeats`` is true
    for an updated one whose further claims only take sides that are known.  ``waiver`` is null where nobody has accepted it.  Only new
    and updated ones without a waiver, which bring more than a repetition, can fail a check.
    """

    model_config = _RECORD

    id: str
    fingerprint: str
    code: str = Field(pattern=r"^FC[1-9][0-9]{2}$")
    kind: str
    verdict: Literal["conflict", "disputed", "update"]
    severity: LevelOf
    confidence: float = Field(ge=0, le=1)
    status: Literal["new", "updated", "unchanged"] = "new"
    repeats: bool = False
    waiver: WaiverRecord | None = None
    topic: TopicRecord
    slot: str
    message: str
    explanation: tuple[str, ...]
    sides: tuple[SideRecord, ...] = Field(min_length=2)


class AbsentRecord(BaseModel):
    """A conflict that the baseline holds and that is found no more."""

    model_config = _RECORD

    id: str
    code: str
    message: str


class ReportDocument(BaseModel):
    """report.json: what every renderer reads, and what a saved report is read back into."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, title="factcheck report")

    schema_name: Literal["factcheck.report/1"] = Field(alias="schema")
    tool: ToolRecord
    run: dict[str, str]
    summary: SummaryRecord
    errors: tuple[ProblemRecord, ...]
    articles: tuple[ArticleRecord, ...]
    conflicts: tuple[ConflictRecord, ...]
    absent: tuple[AbsentRecord, ...] = ()


class CueRecord(BaseModel):
    """A word that set the scope of a claim."""

    model_config = _RECORD

    name: str
    words: str


class ScopeRecord(BaseModel):
    """How a statement is meant."""

    model_config = _RECORD

    negated: bool
    planned: bool
    hedged: bool
    question: bool
    conditional: bool
    quoted: bool
    said_by: str | None
    cues: tuple[CueRecord, ...]


class FrameRecord(BaseModel):
    """What the words around a value say it is about; null and empty mean unknown."""

    model_config = _RECORD

    event: str | None
    predicate: str | None
    role: str | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    others: tuple[str, ...]
    thing: str | None
    subset: tuple[str, ...]
    markers: tuple[str, ...]


class ClaimRecord(BaseModel):
    """One line of ``factcheck claims``: a value that answers a question, and where it stands.

    ``value`` holds ``kind`` and the fields of that kind of value, ``text`` the same for people.  Offsets as in a report's evidence.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, title="factcheck claim")

    id: str
    kind: str
    slot: str
    value: dict[str, Any]
    text: str
    frame: FrameRecord
    scope: ScopeRecord
    article: str
    path: str
    field: FieldOf
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    match: str
    quote: str
    quote_start: int = Field(ge=0)
    rule: str


class TimexRecord(BaseModel):
    """An expression of time as TIMEX3 (TimeML 1.2.1) writes it: its one best reading, where ``value`` of a mention keeps all.

    ``value`` is a date or time of ISO 8601 cut to what was said (1998-08-07, 1998-W32, 1998-Q1, 198X, BC0480, T10:35 behind a day, or TMO,
    TAF, TEV, TNI), a length (P2W, PT24H, PXY) or PAST_REF, PRESENT_REF, FUTURE_REF; both ends of a stretch stand with a slash between.
    """

    model_config = _RECORD

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: Literal["START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN"] | None = None


class MentionRecord(BaseModel):
    """One line of ``factcheck mentions``: a value in its place, before anything is made of it.  Offsets as in a claim.

    ``timex`` is null for kinds that tell no time.  Lines of kind "timex" tell times that are no values: their ``value`` repeats ``timex``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, title="factcheck mention")

    kind: str
    value: dict[str, Any]
    text: str
    article: str
    path: str
    field: FieldOf
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    match: str
    sentence: str
    rule: str
    timex: TimexRecord | None = None


def schema_of(name: Literal["report", "claim"]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a report or of a claim line."""
    models: dict[str, type[BaseModel]] = {"report": ReportDocument, "claim": ClaimRecord}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **models[name].model_json_schema(by_alias=True, mode="serialization"),
    }
