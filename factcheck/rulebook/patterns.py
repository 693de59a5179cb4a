"""Patterns with named word lists: ``{month} {day:day}`` becomes one regular expression with named groups.

A pattern is an ordinary Python regular expression.  ``{month}`` stands for any word of the list "month" and becomes the group "month";
``{month:first}`` names the group "first".  Braces that hold digits are quantifiers as usual.  Unbounded quantifiers are refused,
so that no text can make a match take long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from factcheck.text import either_of

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.-]*)(?::([a-z][a-z0-9_]*))?\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_ESCAPE = re.compile(r"\\.")
_NAMED = re.compile(r"\(\?P<(\w+)>")
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")


def check_pattern(
    pattern: str, word_lists: Collection[str], suggest: Callable[[str, Collection[str]], str]
) -> Iterator[tuple[str, str | None]]:
    """Every fault of a pattern, each with a hint (None where the message says it all); ``suggest`` words the hint for an unknown list."""
    for match in _PLACEHOLDER.finditer(pattern):
        if match[1] not in word_lists:
            yield f"no word list {match[1]!r}", suggest(match[1], sorted(word_lists))
    bare = _ESCAPE.sub("x", _CLASS.sub("x", _ESCAPE.sub("x", _PLACEHOLDER.sub("x", pattern))))
    if _UNBOUNDED.search(bare):
        yield "an unbounded quantifier (*, + or {n,})", "write a bound, such as {0,3}"
    try:
        re.compile(_PLACEHOLDER.sub(lambda match: f"(?P<{_group(match)}>x)", pattern))
    except re.error as error:
        yield f"not a regular expression: {error}", None


def _group(match: re.Match[str]) -> str:
    return match[2] or match[1].replace(".", "_").replace("-", "_")


def groups_of(pattern: str) -> dict[str, str]:
    """The names of the groups of a pattern, each with the word list that fills it, "" where it is spelled out."""
    return {name: "" for name in _NAMED.findall(pattern)} | {_group(match): match[1] for match in _PLACEHOLDER.finditer(pattern)}


def expand(pattern: str, word_lists: Mapping[str, Mapping[str, object]]) -> str:
    """The pattern as a plain regular expression; words are tried longest first."""

    def words(match: re.Match[str]) -> str:
        return f"(?P<{_group(match)}>{either_of(word_lists[match[1]])})"

    return _PLACEHOLDER.sub(words, pattern)


def compile_pattern(pattern: str, word_lists: Mapping[str, Mapping[str, object]], *, case_sensitive: bool = False) -> re.Pattern[str]:
    """The compiled pattern, matched between word borders: not inside a word or a number."""
    flags = 0 if case_sensitive else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{expand(pattern, word_lists)})(?!\w)", flags)
