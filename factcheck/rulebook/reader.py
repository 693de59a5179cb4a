"""YAML with positions and without surprises: strings stay strings, duplicate keys are faults, aliases and tags are refused.

PyYAML's C scanner does the parsing; its composer and resolver are replaced (YAML 1.1 would turn ``no`` into False and ``2024-05-08``
into a date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from factcheck.errors import Location, Problem

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_WORDS = {"true": True, "false": False, "null": None}
MAX_BYTES = 4_000_000
"""A rule file or a metadata file above this size (in code points) is refused."""

MAX_DEPTH = 30
"""Deeper lists and mappings are refused."""

Path = tuple[str | int, ...]


class Marks:
    """Line and column (from 1) of every node, by its path of keys and indices."""

    def __init__(self) -> None:
        self._at: dict[Path, tuple[int, int]] = {}

    def set(self, path: Path, mark: Any) -> None:
        """Remember where the node at ``path`` begins."""
        self._at[path] = (mark.line + 1, mark.column + 1)

    def get(self, path: Path) -> tuple[int, int]:
        """Where the node, or else its nearest parent, begins."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, (1, 1))


def read_yaml(text: str, path: str, code: str) -> tuple[Any, Marks, list[Problem]]:
    """The data of one YAML document, the place of each node, and all faults found.

    Args:
        text: the document; at most MAX_BYTES code points.
        path: shown in the faults.
        code: the code of the faults (an E2xx or E3xx).

    Returns:
        Plain dicts, lists, strings, numbers, True, False and None; None when the document is empty or cannot be parsed at all.
    """
    marks = Marks()
    problems: list[Problem] = []
    if len(text) > MAX_BYTES:
        return None, marks, [Problem(code, f"larger than {MAX_BYTES:,} characters", Location(path))]
    builder = _Builder(path, code, marks, problems)
    try:
        return builder.build_document(text), marks, problems
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
        return None, marks, [*problems, Problem(code, f"not valid YAML: {_first_line(error)}", where, _YAML)]
    except ValueError as error:  # text that cannot be encoded
        return None, marks, [Problem(code, f"not valid YAML: {_first_line(error)}", Location(path))]


_YAML = "indent with blanks, close each bracket and quote, and put words with a colon or another sign of YAML in quotes"


def _first_line(error: Exception) -> str:
    text = getattr(error, "problem", None) or str(error)
    return str(text).splitlines()[0] if str(text) else type(error).__name__


class _Builder:
    """Turns the events of the scanner into plain data; refuses what could surprise or explode.

    Events and not nodes: composing nodes recurses in C, and a text of a hundred thousand brackets would end the process.
    """

    def __init__(self, path: str, code: str, marks: Marks, problems: list[Problem]) -> None:
        self._path, self._code, self._marks, self._problems = path, code, marks, problems
        self._events: Iterator[Any] = iter(())

    def _fault(self, event: Any, message: str) -> None:
        where = Location(self._path, event.start_mark.line + 1, event.start_mark.column + 1)
        self._problems.append(Problem(self._code, message, where))

    def _next(self) -> Any:
        return next(self._events)

    def build_document(self, text: str) -> Any:
        """The data of the only document; None where there is none."""
        loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
        self._events = iter(yaml.parse(text, Loader=loader))
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        data = self._build(self._next(), (), 0)
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._fault(after, "a second document; a file holds one")
        return data

    def _build(self, event: Any, path: Path, depth: int) -> Any:
        self._marks.set(path, event.start_mark)
        refused = self._refusal(event, depth)
        if refused:
            self._fault(event, refused)
            self._skip(event)
            return None
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return _scalar(event)

    def _refusal(self, event: Any, depth: int) -> str | None:
        if isinstance(event, yaml.AliasEvent):
            return "anchors and aliases are not allowed"
        if event.tag is not None:
            return f"tags are not allowed: {event.tag}"
        if depth > MAX_DEPTH:
            raise _too_deep(event)
        return None

    def _skip(self, event: Any) -> None:
        """Pass over what the event opens."""
        level = int(isinstance(event, yaml.CollectionStartEvent))
        while level:
            event = self._next()
            level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if level > MAX_DEPTH:
                raise _too_deep(event)

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._build(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
                self._fault(event, "a key must be a plain word")
                self._skip(event)
                self._skip(self._next())
                continue
            key = str(event.value)
            if key in data:
                self._fault(event, f"the key {key!r} appears twice")
                self._skip(self._next())
                continue
            data[key] = self._build(self._next(), (*path, key), depth + 1)
            self._marks.set((*path, key), event.start_mark)
        return data


def _too_deep(event: Any) -> yaml.MarkedYAMLError:
    """Ends the reading: the scanner takes time that grows with the square of the depth."""
    return yaml.MarkedYAMLError(problem=f"nested more than {MAX_DEPTH} levels deep", problem_mark=event.start_mark)


def _scalar(event: Any) -> Any:
    value = str(event.value)
    if event.style:  # quoted or block: always a string
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value in ("", "~"):
        return None
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
