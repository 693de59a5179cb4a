"""Front matter of Markdown files, read tolerantly: a headline may hold a colon, a hash or a lone quote mark.

YAML is tried on the whole; plain one-line values are then taken as they stand, so that ``title: Storm: #2 of the year`` keeps all
its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.articles.metadata import ALIASES, FIELDS, Metadata, read_fields
from factcheck.errors import InputError, Location, Problem
from factcheck.rulebook.reader import Marks, read_yaml
from factcheck.text import Span

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_@][\w@-]{0,60})[ \t]{0,8}:(?![^ \t\r\n])(.*)$", re.MULTILINE)
_FREE = ("title", "headline", "author", "byline", "source")
"""Keys whose values are words for people: a hash in them is no comment."""
_KNOWN = frozenset(FIELDS).union(*ALIASES.values())


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``end`` is where the text after it begins; ``title`` where the title's words stand in the file, None if in no single line."""

    end: int = 0
    fields: Metadata = field(default_factory=dict)
    title: Span | None = None


def read_front_matter(text: str, shown: str, problems: list[Problem]) -> FrontMatter:
    """What stands between two lines of three dashes at the top of a file; nothing where there is no such top.

    Raises:
        InputError: E312, it begins and never ends.
    """
    opened = _OPEN.match(text)
    if not opened:
        return FrontMatter()
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        if _ENTRY.match(text, opened.end()):
            hint = "close the front matter with a line of three dashes"
            raise InputError(Problem("E312", "the front matter has no end", Location(shown, 1, 1), hint))
        return FrontMatter()
    start, block = opened.end(), text[opened.end() : closed.start()]
    data, marks, faults = read_yaml(block, shown, "E310")
    if faults or not isinstance(data, dict):
        data, marks = {}, Marks()
        problems.extend(_unread_lines(block, shown))
    spans = _read_lines(block, start, data)
    if faults:
        problems.extend(_broken_values(block, data, shown))

    def locate(key: str) -> Location:
        if key in spans:
            return Location(shown, text.count("\n", 0, spans[key].start) + 1, 1)
        line, column = marks.get((key,))
        return Location(shown, line + 1, column)

    fields = read_fields(data, "front matter", locate, problems)
    title = next((spans[key] for key in ("title", "headline") if key in spans and "title" in fields), None)
    return FrontMatter(closed.end(), fields, title)


def _read_lines(block: str, start: int, data: dict[str, Any]) -> dict[str, Span]:
    """Fill ``data`` with the values that stand in one line, and return where (without quote marks)."""
    spans: dict[str, Span] = {}
    for entry in _ENTRY.finditer(block):
        key, raw = entry[1], entry[2].strip()
        goes_on = block[entry.end() + 1 : entry.end() + 2] in (" ", "\t")  # a value over several indented lines is YAML's
        if not raw or raw[0] in "[{|>&*!" or key in spans or goes_on:
            continue
        value, inset = _unquote(raw)
        known = data.get(key)
        if inset or not isinstance(known, str) or key in _FREE:
            data[key] = known if inset and isinstance(known, str) else value
        begin = start + entry.end(2) - len(entry[2].lstrip()) + inset
        spans[key] = Span(begin, begin + len(raw) - 2 * inset)
    return spans


def _unquote(raw: str) -> tuple[str, int]:
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        inner = raw[1:-1]
        return (inner.replace("''", "'") if raw[0] == "'" else inner.replace('\\"', '"')), 1
    return raw, 0


def _broken_values(block: str, data: dict[str, Any], shown: str) -> Iterator[Problem]:
    """A warning for each field of a block that is not valid YAML of which the value is dropped, or begins with a quote mark alone."""
    for entry in _ENTRY.finditer(block):
        key, raw = entry[1], entry[2].strip()
        if key not in _KNOWN or not raw:
            continue
        where = Location(shown, block.count("\n", 0, entry.start()) + 2, 1)
        if key not in data:
            message = f"{key}: not valid YAML; the value is dropped: {raw[:60]}"
            yield Problem("E310", message, where, "put quotes around it, or close its brackets", "warning")
        elif raw[0] in "\"'" and raw.count(raw[0]) == 1:
            yield Problem("E310", f"{key}: a quote mark that is not closed; read as it stands: {raw[:60]}", where, severity="warning")


def _unread_lines(block: str, shown: str) -> list[Problem]:
    for number, line in enumerate(block.splitlines(), start=2):
        bare = line.strip()
        if bare and not bare.startswith("#") and not _ENTRY.match(line):
            hint = "one key: value a line"
            return [
                Problem("E310", "the front matter is not valid YAML; this line is not read", Location(shown, number, 1), hint, "warning")
            ]
    return []
