"""Extractions as plain JSON and back, without loss.

An extraction is one line of ASCII, so that whatever stands in an article (line ends, NUL, half a surrogate pair) passes any file unchanged.
What depends on where a corpus lies (the article's id and path) is not written; it is given again when the line is read.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from factcheck.model import Anchor, Article, Block, Claim, Cue, Extraction, Frame, Furniture, Place, Publication, Scope
from factcheck.text import Span
from factcheck.values import DateValue, value_from_json, value_to_json

_SETS = ("names", "lead", "words", "lead_words", "plain", "nouns", "values")
_FLAGS = ("negated", "planned", "hedged", "question", "conditional", "quoted")
_FRAME_SETS = ("agents", "targets", "others", "subset", "markers")
_FRAME_WORDS = ("event", "predicate", "role", "thing")


class Damaged(ValueError):
    """Data that is not what was written; ``chunk`` is the name of the chunk that holds it, "" where that is not told."""

    def __init__(self, message: str, chunk: str = "") -> None:
        super().__init__(message)
        self.chunk = chunk


def encode(extraction: Extraction) -> bytes:
    """An extraction as a line of JSON, without its end."""
    data: dict[str, Any] = {name: sorted(getattr(extraction, name)) for name in _SETS}
    data |= {"article": _article(extraction.article), "claims": [_claim(claim) for claim in extraction.claims]}
    return json.dumps(data, separators=(",", ":")).encode()


def decode(data: bytes, name: str, path: str, line: int | None) -> Extraction:
    """The inverse of ``encode``.

    Args:
        data: a line.
        name: the article's id in this corpus.
        path: the article's path for people.
        line: where one line of the file holds the whole article.

    Raises:
        Damaged: it is not what ``encode`` writes.
    """
    try:
        read = json.loads(data)
        article = _read_article(read["article"], name, path, line)
        claims = tuple(_read_claim(claim, article) for claim in read["claims"])
        return Extraction(article, claims, **{field: frozenset(read[field]) for field in _SETS})
    except Damaged:
        raise
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


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
        "kind": claim.kind,
        "slot": claim.slot,
        "value": value_to_json(claim.value),
        "frame": _frame(claim.frame),
        "scope": _scope(claim.scope),
        "anchor": [anchor.span.start, anchor.span.end, anchor.line, anchor.column, anchor.quote_start, anchor.field],
        "match": anchor.match,
        "quote": anchor.quote,
        "rule": claim.rule,
    }


def _read_claim(data: dict[str, Any], article: Article) -> Claim:
    start, end, line, column, quote_start, field = data["anchor"]
    if article.line_in_file is not None:
        line = article.line_in_file
    anchor = Anchor(article.id, article.path, Span(start, end), line, column, data["match"], data["quote"], quote_start, field)
    frame, scope = _read_frame(data["frame"]), _read_scope(data["scope"])
    return Claim(data["id"], data["kind"], data["slot"], value_from_json(data["value"]), frame, scope, anchor, data["rule"])


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
