"""Drafts: what each format's reader hands on, before layout, dates and furniture."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.articles.frontmatter import read_front_matter
from factcheck.articles.json_places import JsonString, places_of, strings_in
from factcheck.articles.metadata import ALIASES, Metadata, Stated, locate_key, parse_json, read_fields
from factcheck.errors import Location, Problem
from factcheck.model import FieldName, SourcePosition
from factcheck.text import Lines, Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_LISTS = ("articles", "items", "documents", "docs", "news", "results", "data", "@graph")
_TEXT_KEYS = frozenset(("text", *ALIASES["text"]))
_ARTICLE_KEYS = _TEXT_KEYS | {"title", "headline", "body_html"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it stands in its file.

    ``text`` is what offsets refer to, ``start`` where the story begins in it (after front matter), ``title`` where front matter holds the
    title.  ``title_field`` is "title" where the title stands apart from the text.  ``record`` tells articles of one file apart, "" where it
    holds one.  ``places`` and ``title_places`` tie a text and a title that were taken out of their file to it.
    """

    text: str
    fields: Metadata = field(default_factory=dict)
    start: int = 0
    title: Span | None = None
    title_field: FieldName = "text"
    markdown: bool = False
    record: str = ""
    line: int | None = None
    places: tuple[SourcePosition, ...] = ()
    title_places: tuple[SourcePosition, ...] = ()

    def place_in(self, shown: str) -> Location:
        """Where the article stands in the file of this path: its line where it shares the file with others, else the whole file."""
        line = self.places[0].line if self.record and self.places else None
        return Location(shown, self.line or line)


def read_plain(text: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """A .txt file: the whole of it."""
    del shown, problems
    yield Draft(text)


def read_markdown(text: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """A .md file with or without front matter.

    Raises:
        InputError: E312, front matter without an end.
    """
    front = read_front_matter(text, shown, problems)
    yield Draft(text, front.fields, front.end, front.title, markdown=True)


def read_json(text: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """A .json file: one record, a list of records, or a mapping that holds such a list; also JSON lines under a wrong name."""
    data, faults = parse_json(text, shown, "E308")
    if faults:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines[:2]):
            yield from read_json_lines(text, shown, problems)
            return
        problems.extend(faults)
        return
    whole = _Source(text, Lines(text))
    above = _list_in(data)
    if above is None:
        yield from _draft(data, shown, problems, set(), source=whole, strings=tuple(strings_in(text)), numbered=False)
        return
    told: set[str] = set()
    strings = _by_record(text, above)
    for number, record in enumerate(data[above[0]] if above else data, start=1):
        yield from _draft(record, shown, problems, told, source=whole, strings=strings.get(number - 1, ()), number=number)


def _list_in(data: Any) -> tuple[str, ...] | None:
    """The keys that lead to a list of records, none for a list alone; None where the data is one record."""
    if isinstance(data, list):
        return ()
    if isinstance(data, dict) and not _ARTICLE_KEYS & set(data):
        return next(((key,) for key in _LISTS if isinstance(data.get(key), list)), None)
    return None


def _by_record(text: str, above: tuple[str, ...]) -> dict[int, list[JsonString]]:
    """The strings of each record of a list, by its index, with their paths in the record."""
    found: dict[int, list[JsonString]] = {}
    depth = len(above)
    for string in strings_in(text):
        index = string.path[depth] if len(string.path) > depth and string.path[:depth] == above else None
        if isinstance(index, int):
            found.setdefault(index, []).append(replace(string, path=string.path[depth + 1 :]))
    return found


def read_json_lines(text: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """JSON lines: one record a line; a broken line never hides the others (E308)."""
    told: set[str] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from read_json_line(line, shown, number, problems, told)


def read_json_line(line: str, shown: str, number: int, problems: list[Problem], told: set[str]) -> Iterator[Draft]:
    """The record of line ``number`` (from 1); ``told`` holds the unknown keys already reported for this file."""
    data, faults = parse_json(line.rstrip(), shown, "E308", number)
    problems.extend(faults)
    if not faults:
        source = _Source(line, Lines(line), number)
        yield from _draft(data, shown, problems, told, source=source, strings=tuple(strings_in(line)), number=number)


@dataclass(frozen=True, slots=True)
class _Source:
    """The JSON text around a record; ``line`` is set where it is one line of its file, and alone holds the record."""

    text: str
    lines: Lines
    line: int | None = None

    def places(self, name: str, value: str, strings: Sequence[JsonString]) -> tuple[SourcePosition, ...]:
        """Where the value of a field stands; of one whose spaces were changed only its beginning.  Empty where it is no string."""
        keys = (name, *ALIASES[name])
        own = [string for string in strings if string.path and string.path[0] in keys]
        for string in own:
            if string.value == value:
                return places_of(self.text, self.lines, string, self.line or 1)
        spaced = next((string for string in own if " ".join(string.value.split()) == value), None)
        return places_of(self.text, self.lines, spaced, self.line or 1)[:1] if spaced else ()


def _draft(
    data: Any,
    shown: str,
    problems: list[Problem],
    told: set[str],
    *,
    source: _Source,
    strings: Sequence[JsonString],
    number: int = 0,
    numbered: bool = True,
) -> Iterator[Draft]:
    text, line = source.text, source.line

    def locate(key: str) -> Location:
        return Location(shown, line) if number and line is None else locate_key(text, key, shown, line or 1)

    where = Location(shown, line or 1, 1 if line or not numbered else None)
    nth = f"record {number}: " if number and line is None else ""
    if not isinstance(data, dict):
        problems.append(Problem("E309", f"{nth}not a record", where, "a mapping with at least a text"))
        return
    faults: list[Problem] = []
    fields = read_fields(data, "metadata (JSON)", locate, faults, told)
    body = fields.pop("text", None)
    if body is None:
        if any(isinstance(data.get(key), str) for key in _TEXT_KEYS):
            problems.append(Problem("E316", f"{nth}an empty text", where, severity="warning"))
        else:
            hint = f"the text goes under one of: text, {', '.join(ALIASES['text'][:4])}"
            problems.append(Problem("E309", f"{nth}a record without a text", where, hint))
        return
    problems.extend(faults)
    record = fields["id"].value if "id" in fields else str(number) if numbered else ""
    clean = {name: _without_surrogates(stated) for name, stated in fields.items()}
    yield Draft(
        _SURROGATE.sub("\ufffd", body.value),
        clean,
        title_field="title",
        record=_SURROGATE.sub("\ufffd", record),
        line=line,
        places=source.places("text", body.value, strings) or (SourcePosition(0, line or 1, 1),),
        title_places=source.places("title", fields["title"].value, strings) if "title" in fields else (),
    )


def _without_surrogates(stated: Stated) -> Stated:
    return Stated(_SURROGATE.sub("\ufffd", stated.value), stated.how, stated.where)


def is_article_record(text: str) -> bool:
    """Whether a JSON file that nobody named looks like an article (other programs keep JSON beside articles, too)."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return True  # let its reader tell where it is broken
    above = _list_in(data)
    records = None if above is None else data[above[0]] if above else data
    first = records[0] if records else data
    return isinstance(first, dict) and bool(_ARTICLE_KEYS & set(first))


def read_stdin(data: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """Piped input: JSON lines (or one JSON record) when it begins with a brace, else plain text."""
    if not data.lstrip().startswith("{"):
        yield from read_plain(data, shown, problems)
        return
    whole, faults = parse_json(data, shown, "E308")
    if not faults and isinstance(whole, dict):
        yield from read_json(data, shown, problems)
    else:
        yield from read_json_lines(data, shown, problems)
