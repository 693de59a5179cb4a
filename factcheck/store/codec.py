"""Extractions as rows of plain JSON and back, without loss.

The first row of an article holds the article and what it is about, each further row one claim.  Data is ASCII, so that whatever stands in
an article (line ends, NUL, half a surrogate pair) passes any file unchanged.  What depends on where a corpus lies (the article's id and
path) is not written; it is given again when the rows are read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.model import Anchor, Article, Block, Claim, Cue, Extraction, Frame, Furniture, Place, Publication, Scope
from factcheck.text import Span
from factcheck.values import DateValue, value_from_json, value_to_json

ARTICLE = "article"
"""``kind`` of the row that holds the article itself."""

_SETS = ("names", "lead", "words", "lead_words", "plain", "nouns", "values")
_FLAGS = ("negated", "planned", "hedged", "question", "conditional", "quoted")
_FRAME_SETS = ("agents", "targets", "others", "subset", "markers")
_FRAME_WORDS = ("event", "predicate", "role", "thing")


class Damaged(ValueError):
    """Rows that are not what was written."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chunk: ``key`` of the article, ``position`` (0 for the article itself), kind and question of the claim, data, checksum."""

    key: str
    position: int
    kind: str
    slot: str
    data: str
    check: int


def encode(key: str, extraction: Extraction) -> Iterator[Row]:
    """The rows of an extraction, the article first."""
    head = {name: sorted(getattr(extraction, name)) for name in _SETS}
    yield _row(key, 0, ARTICLE, "", {**head, "claims": len(extraction.claims), "article": _article(extraction.article)})
    for position, claim in enumerate(extraction.claims, start=1):
        yield _row(key, position, claim.kind, claim.slot, _claim(claim))


def decode(rows: Sequence[Row], name: str, path: str, line: int | None) -> Extraction:
    """The extraction of rows in order of position.

    Args:
        rows: those of one article.
        name: the article's id in this corpus.
        path: the article's path for people.
        line: where one line of the file holds the whole article.

    Raises:
        Damaged: a row is missing or is not what was written.
    """
    try:
        for row in rows:
            if row.check != checksum(row.key, row.position, row.kind, row.slot, row.data):
                raise Damaged("a row does not have its checksum")
        head = json.loads(rows[0].data) if rows and rows[0].kind == ARTICLE else {}
        if [row.position for row in rows] != list(range(head.get("claims", -1) + 1)):
            raise Damaged("rows are missing")
        article = _read_article(head["article"], name, path, line)
        claims = tuple(_read_claim(row, article) for row in rows[1:])
        return Extraction(article, claims, **{field: frozenset(head[field]) for field in _SETS})
    except Damaged:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


def checksum(key: str, position: int, kind: str, slot: str, data: str) -> int:
    """CRC-32 of a row's content."""
    return zlib.crc32(f"{key}\x1f{position}\x1f{kind}\x1f{slot}\x1f{data}".encode())


def to_lines(rows: Iterable[Row]) -> bytes:
    """Rows as JSON lines."""
    return "".join(
        json.dumps(
            {"key": row.key, "position": row.position, "kind": row.kind, "slot": row.slot, "data": row.data, "check": row.check},
            separators=(",", ":"),
        )
        + "\n"
        for row in rows
    ).encode()


def from_lines(data: bytes) -> Iterator[Row]:
    """The inverse of ``to_lines``.

    Raises:
        Damaged: the bytes are no rows.
    """
    try:
        for line in data.splitlines():
            yield Row(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise Damaged(str(error)) from error


def _row(key: str, position: int, kind: str, slot: str, content: dict[str, Any]) -> Row:
    data = json.dumps(content, separators=(",", ":"))
    slot = json.dumps(slot)[1:-1]
    return Row(key, position, kind, slot, data, checksum(key, position, kind, slot, data))


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "text": article.text,
        "digest": article.digest,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "published": [_day(published.earliest), _day(published.latest), published.how, published.time],
        "language": article.language,
        "blocks": [[block.span.start, block.span.end, block.role, block.field] for block in article.blocks],
        "furniture": [[item.span.start, item.span.end, item.name] for item in article.furniture],
        "places": [[place.start, place.line, place.column] for place in article.places],
    }


def _read_article(data: dict[str, Any], name: str, path: str, line: int | None) -> Article:
    earliest, latest, how, time = data["published"]
    return Article(
        id=name,
        path=path,
        text=data["text"],
        digest=data["digest"],
        source=data["source"],
        url=data["url"],
        title=data["title"],
        author=data["author"],
        published=Publication(_read_day(earliest), _read_day(latest), how, time),
        language=data["language"],
        blocks=tuple(Block(Span(start, end), role, field) for start, end, role, field in data["blocks"]),
        furniture=tuple(Furniture(Span(start, end), cause) for start, end, cause in data["furniture"]),
        line_in_file=line,
        places=tuple(Place(*place) for place in data["places"]),
    )


def _claim(claim: Claim) -> dict[str, Any]:
    anchor = claim.anchor
    return {
        "id": claim.id,
        "value": value_to_json(claim.value),
        "frame": _frame(claim.frame),
        "scope": _scope(claim.scope),
        "anchor": [anchor.span.start, anchor.span.end, anchor.line, anchor.column, anchor.quote_start, anchor.field],
        "match": anchor.match,
        "quote": anchor.quote,
        "rule": claim.rule,
    }


def _read_claim(row: Row, article: Article) -> Claim:
    data = json.loads(row.data)
    start, end, line, column, quote_start, field = data["anchor"]
    if article.line_in_file is not None:
        line = article.line_in_file
    anchor = Anchor(article.id, article.path, Span(start, end), line, column, data["match"], data["quote"], quote_start, field)
    frame, scope = _read_frame(data["frame"]), _read_scope(data["scope"])
    return Claim(data["id"], row.kind, json.loads(f'"{row.slot}"'), value_from_json(data["value"]), frame, scope, anchor, data["rule"])


def _frame(frame: Frame) -> dict[str, Any]:
    """Only what is known: most parts of most frames are empty."""
    data: dict[str, Any] = {name: word for name in _FRAME_WORDS if (word := getattr(frame, name)) is not None}
    data |= {name: sorted(ids) for name in _FRAME_SETS if (ids := getattr(frame, name))}
    if frame.time is not None:
        data["time"] = value_to_json(frame.time)
    return data | ({"lead": True} if frame.lead else {})


def _read_frame(data: dict[str, Any]) -> Frame:
    time = data.pop("time", None)
    value = value_from_json(time) if time is not None else None
    if value is not None and not isinstance(value, DateValue):
        raise Damaged("the time of a frame is no date")
    parts: dict[str, Any] = {name: frozenset(item) if isinstance(item, list) else item for name, item in data.items()}
    return Frame(time=value, **parts)


def _scope(scope: Scope) -> dict[str, Any]:
    data: dict[str, Any] = {name: True for name in _FLAGS if getattr(scope, name)}
    if scope.said_by is not None:
        data["said_by"] = scope.said_by
    if scope.cues:
        data["cues"] = [[cue.name, cue.words] for cue in scope.cues]
    return data


def _read_scope(data: dict[str, Any]) -> Scope:
    cues = tuple(Cue(name, words) for name, words in data.pop("cues", ()))
    return Scope(cues=cues, **data)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
