"""Extractions and conflicts as plain JSON and back, without loss.

An extraction is one line of ASCII, so that whatever stands in an article (line ends, NUL, half a surrogate pair) passes any file unchanged.
What depends on where a corpus lies (the article's id and path) is not written; it is given again when the line is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from factcheck.contexts import Context, ContextWord, WordRole
from factcheck.model import (
    Anchor,
    Article,
    Block,
    Claim,
    Conflict,
    Cue,
    Extraction,
    Frame,
    Furniture,
    Publication,
    Scope,
    Side,
    SourcePosition,
    Topic,
)
from factcheck.text import Span
from factcheck.values import DateValue, value_from_json, value_to_json

_SETS = ("names", "lead", "words", "lead_words", "plain", "nouns", "values")
_FLAGS = ("negated", "planned", "hedged", "question", "conditional", "quoted")
_FRAME_SETS = ("agents", "targets", "others", "subset", "markers")
_FRAME_WORDS = ("event", "predicate", "role", "thing", "fate")


_ROLES = tuple(map(WordRole, range(2 * max(WordRole))))
"""Every set of roles by its number, made once: there are a dozen to a claim."""
_PLAIN = Scope()
"""The scope of most claims."""


class Damaged(ValueError):
    """Data that is not what was written; ``chunk`` is the name of the chunk that holds it, "" where that is not told."""

    def __init__(self, message: str, chunk: str = "") -> None:
        super().__init__(message)
        self.chunk = chunk


class _Place(NamedTuple):
    """What of an article a claim of it tells."""

    id: str
    path: str
    line_in_file: int | None


def encode(extraction: Extraction) -> bytes:
    """An extraction as a line of JSON, without its end.

    Sentences and sets of names that several claims share are written once, and are one object again when they are read.
    """
    table = _Table()
    data: dict[str, Any] = {name: sorted(getattr(extraction, name)) for name in _SETS}
    claims = [_claim(claim, table) for claim in extraction.claims]
    data |= {"article": _article(extraction.article), "quotes": list(table.quotes), "sets": list(map(sorted, table.sets)), "claims": claims}
    if extraction.cut is not None:
        data["cut"] = extraction.cut
    return json.dumps(data, separators=(",", ":")).encode()


def decode(data: bytes, name: str, path: str, line: int | None, record: str = "") -> Extraction:
    """The inverse of ``encode``.

    Args:
        data: a line.
        name: the article's id in this corpus.
        path: the article's path for people.
        line: where one line of the file holds the whole article.
        record: what tells it apart from others of its file.

    Raises:
        Damaged: it is not what ``encode`` writes.
    """
    try:
        read = json.loads(data)
        article = _read_article(read["article"], name, path, line, record)
        quotes, sets = read["quotes"], list(map(frozenset, read["sets"]))
        claims = tuple([_read_claim(claim, article, quotes, sets) for claim in read["claims"]])
        cut = tuple(read["cut"]) if "cut" in read else None
        return Extraction(article, claims, **{field: frozenset(read[field]) for field in _SETS}, cut=cut)
    except Damaged:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


_CONFLICT_WORDS = ("id", "fingerprint", "code", "kind", "verdict", "severity", "confidence", "slot", "message")


def encode_conflicts(conflicts: Iterable[Conflict]) -> str:
    """Conflicts with all their claims as one line of JSON, the places of their articles included."""
    table = _Table()
    told = [_conflict(conflict, table) for conflict in conflicts]
    return json.dumps({"quotes": list(table.quotes), "sets": list(map(sorted, table.sets)), "conflicts": told}, separators=(",", ":"))


def decode_conflicts(text: str) -> tuple[Conflict, ...]:
    """The inverse of ``encode_conflicts``.

    Raises:
        Damaged: it is not what ``encode_conflicts`` writes.
    """
    try:
        read = json.loads(text)
        quotes, sets = read["quotes"], list(map(frozenset, read["sets"]))
        return tuple([_read_conflict(data, quotes, sets) for data in read["conflicts"]])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error


def _conflict(conflict: Conflict, table: _Table) -> dict[str, Any]:
    data: dict[str, Any] = {name: getattr(conflict, name) for name in _CONFLICT_WORDS}
    sides = [
        [side.value, side.text, side.origins, [[claim.anchor.article, claim.anchor.path, _claim(claim, table)] for claim in side.claims]]
        for side in conflict.sides
    ]
    topic = [conflict.topic.id, conflict.topic.label]
    return data | {"topic": topic, "explanation": conflict.explanation, "features": conflict.features, "sides": sides}


def _read_conflict(data: dict[str, Any], quotes: list[str], sets: list[frozenset[str]]) -> Conflict:
    sides = [
        Side(value, text, tuple([_read_claim(claim, _Place(name, path, None), quotes, sets) for name, path, claim in claims]), origins)
        for value, text, origins, claims in data["sides"]
    ]
    return Conflict(
        **{name: data[name] for name in _CONFLICT_WORDS},
        topic=Topic(*data["topic"]),
        explanation=tuple(data["explanation"]),
        sides=tuple(sides),
        features=tuple((name, value) for name, value in data["features"]),
    )


class _Table:
    """What claims share, by its number."""

    def __init__(self) -> None:
        self.quotes: dict[str, int] = {}
        self.sets: dict[frozenset[str], int] = {}

    def quote(self, quote: str) -> int:
        return self.quotes.setdefault(quote, len(self.quotes))

    def set(self, names: frozenset[str]) -> int:
        return self.sets.setdefault(names, len(self.sets))


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
        "places": _places(article.places),
        "title_places": _places(article.title_places),
    }


def _places(places: Iterable[SourcePosition]) -> list[list[int]]:
    return [[place.start, place.line, place.column] for place in places]


def _read_article(data: dict[str, Any], name: str, path: str, line: int | None, record: str) -> Article:
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
        places=tuple(SourcePosition(*place) for place in data["places"]),
        title_places=tuple(SourcePosition(*place) for place in data["title_places"]),
        record=record,
    )


def _claim(claim: Claim, table: _Table) -> list[Any]:
    anchor = claim.anchor
    place = [anchor.span.start, anchor.span.end, anchor.line, anchor.column, anchor.quote_start, anchor.field]
    said = [place, anchor.match, table.quote(anchor.quote), claim.rule]
    return [claim.id, claim.kind, claim.slot, value_to_json(claim.value), _frame(claim.frame, table), _scope(claim.scope), *said]


def _read_claim(data: list[Any], article: Article | _Place, quotes: list[str], sets: list[frozenset[str]]) -> Claim:
    name, kind, slot, value, frame, scope, (start, end, line, column, quote_start, field), match, quote, rule = data
    if article.line_in_file is not None:
        line = article.line_in_file
    anchor = Anchor(article.id, article.path, Span(start, end), line, column, match, quotes[quote], quote_start, field)
    return Claim(name, kind, slot, value_from_json(value), _read_frame(frame, sets), _read_scope(scope) if scope else _PLAIN, anchor, rule)


def _frame(frame: Frame, table: _Table) -> dict[str, Any]:
    """Only what is known: most parts of most frames are empty."""
    data: dict[str, Any] = {name: word for name in _FRAME_WORDS if (word := getattr(frame, name)) is not None}
    data |= {name: table.set(ids) for name in _FRAME_SETS if (ids := getattr(frame, name))}
    if frame.time is not None:
        data["time"] = value_to_json(frame.time)
    if frame.context is not None:
        data["context"] = _context(frame.context)
    return data | ({"lead": True} if frame.lead else {})


def _read_frame(data: dict[str, Any], sets: list[frozenset[str]]) -> Frame:
    for name in _FRAME_SETS:
        if name in data:
            data[name] = sets[data[name]]
    if "time" in data:
        data["time"] = value = value_from_json(data["time"])
        if not isinstance(value, DateValue):
            raise Damaged("the time of a frame is no date")
    if "context" in data:
        data["context"] = _read_context(data["context"])
    return Frame(**data)


def _context(context: Context) -> list[Any]:
    words = [[word, distance, int(roles)] for word, distance, roles in context.words]
    return [words, context.relation, context.preposition, context.partitive]


def _read_context(data: list[Any]) -> Context:
    words, relation, preposition, partitive = data
    return Context(tuple([ContextWord(word, distance, _ROLES[roles]) for word, distance, roles in words]), relation, preposition, partitive)


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
