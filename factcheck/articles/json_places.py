"""Where the strings of a JSON text stand in it, and where each of their characters does behind the escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecoder

from factcheck.model import SourcePosition
from factcheck.text import Lines

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'["{}\[\],]')
_AFTER_KEY = re.compile(r"[ \t\r\n]{0,1000}:")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
"""An escape that stands for one code point: two of them do for a character beyond the basic plane."""


@dataclass(frozen=True, slots=True)
class JsonString:
    """A string that is a value.  ``path`` holds the keys and indices that lead to it, ``start`` is where its opening quote stands."""

    path: Path
    start: int
    end: int
    value: str


def strings_in(text: str) -> Iterator[JsonString]:
    """All strings of a valid JSON text that are no keys, in its order."""
    decode = JSONDecoder().raw_decode
    path: list[str | int] = []
    position = 0
    while token := _TOKEN.search(text, position):
        position = token.end()
        if token[0] == '"':
            value, position = decode(text, token.start())
            if path and isinstance(path[-1], str) and _AFTER_KEY.match(text, position):
                path[-1] = value
            else:
                yield JsonString(tuple(path), token.start(), position, value)
        elif token[0] == "{":
            path.append("")
        elif token[0] == "[":
            path.append(0)
        elif token[0] == ",":
            last = path[-1]
            path[-1] = last + 1 if isinstance(last, int) else last
        else:
            path.pop()


def places_of(text: str, lines: Lines, found: JsonString, line: int = 1) -> tuple[SourcePosition, ...]:
    """The places of a string's characters: one for its beginning and one behind every escape.

    Args:
        text: the JSON text; it begins in line ``line`` of its file.
        lines: the lines of that text.
        found: one of its strings.
    """
    first, column = lines.locate(found.start + 1)
    where = line + first - 1
    places = [SourcePosition(0, where, column)]
    shift = found.start + 1
    for escape in _ESCAPE.finditer(text, found.start + 1, found.end - 1):
        offset = escape.start() - shift + 1
        shift += len(escape[0]) - 1
        places.append(SourcePosition(offset, where, column + escape.end() - found.start - 1))
    return tuple(places)
