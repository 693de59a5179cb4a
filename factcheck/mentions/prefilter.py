"""What every match of a pattern holds, so that texts and places that cannot match are passed over without trying.

A pattern is read as ``factcheck.rulebook.patterns`` writes it: without its placeholders filled in, so that reading takes no time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.rulebook import PatternRule
from factcheck.rulebook.patterns import compile_pattern

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.-]*)(?::[a-z][a-z0-9_]*)?\}")
_CLASS = re.compile(r"\[(\^?\]?(?:\\.|[^\]\\])*)\]")
_OPEN = re.compile(r"\((?:\?(?:P<\w+>|[a-z]*(?:-[a-z]+)?:|(?P<look>[=!]|<[=!])))?")
_QUANTIFIER = re.compile(r"(?:\?|\{(\d*)(?:(,)(\d*))?\}|[*+])\??")
_NUMBERS = frozenset({"#@", "@#", "#", "@"})
_NO_WIDTH = frozenset("bBAZ")
FAR = 1 << 20
MOST_WORDS = 64
"""More words than this are dearer to look for than the pattern is to try."""


class Shape(NamedTuple):
    """What every match of a pattern has.

    ``numbered``: a marked number, before which stand at most ``lead`` code points of the match.  ``width``: the most code points of a
    match.  ``words``: one of these strings, in lower case; None where nothing is known.
    """

    numbered: bool = False
    lead: int = 0
    width: int = 0
    words: frozenset[str] | None = None


_NOTHING, _SIGN = Shape(), Shape(width=1)


@dataclass(frozen=True, eq=False)
class CompiledRule:
    """A rule, and its pattern ready to match; compiled when a text is first searched for it, since most rules are tried on few texts."""

    rule: PatternRule
    words: Mapping[str, Mapping[str, object]]
    shape: Shape

    @classmethod
    def of(cls, rule: PatternRule, words: Mapping[str, Mapping[str, object]]) -> CompiledRule:
        """The rule with the shape of its pattern."""
        return cls(rule, words, shape_of(rule.pattern, words))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_pattern(self.rule.pattern, self.words, case_sensitive=self.rule.case_sensitive)


def shape_of(pattern: str, word_lists: Mapping[str, Mapping[str, object]]) -> Shape:
    """The shape of a pattern with placeholders; never claims what a match may lack."""
    shape, _ = _alternatives(pattern, 0, word_lists)
    if shape.words is None:
        return shape
    kept: list[str] = []
    for word in sorted(shape.words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
            if len(kept) > MOST_WORDS:
                return shape._replace(words=None)
    return shape._replace(words=frozenset(kept))


def holds(lowered: str, words: Collection[str]) -> bool:
    """Whether a text in lower case holds one of the words, as strings."""
    for word in words:  # a loop, because any() with a generator takes four times as long
        if word in lowered:
            return True
    return False


def _alternatives(pattern: str, at: int, lists: Mapping[str, Mapping[str, object]]) -> tuple[Shape, int]:
    """The shape of alternatives up to a closing bracket or the end, and where that stands."""
    shapes: list[Shape] = []
    while True:
        shape, at = _sequence(pattern, at, lists)
        shapes.append(shape)
        if at >= len(pattern) or pattern[at] != "|":
            break
        at += 1
    words: frozenset[str] | None = frozenset()
    for shape in shapes:
        words = None if words is None or shape.words is None else words | shape.words
    return Shape(all(shape.numbered for shape in shapes), max(s.lead for s in shapes), max(s.width for s in shapes), words), at


def _sequence(pattern: str, at: int, lists: Mapping[str, Mapping[str, object]]) -> tuple[Shape, int]:
    items: list[Shape] = []
    literal = ""
    while at < len(pattern) and pattern[at] not in "|)":
        shape, end, char = _atom(pattern, at, lists)
        quantifier = _QUANTIFIER.match(pattern, end) if _PLACEHOLDER.match(pattern, end) is None else None
        if quantifier is not None:
            shape, char = _repeated(shape, quantifier), ""
        if not char and literal:
            items.append(Shape(words=frozenset({literal})))
        literal = literal + char if char else ""
        items.append(shape)
        at = quantifier.end() if quantifier is not None else end
    if literal:
        items.append(Shape(words=frozenset({literal})))
    return _joined(items), at


def _joined(items: list[Shape]) -> Shape:
    """One item after the other: led by what stands before the first number, and holding the rarest of the words."""
    width, lead, numbered = 0, 0, False
    words: frozenset[str] | None = None
    for item in items:
        if item.numbered and not numbered:
            numbered, lead = True, width + item.lead
        width += item.width
        if item.words and (words is None or _rank(item.words) < _rank(words)):
            words = item.words
    return Shape(numbered, min(lead, FAR), min(width, FAR), words)


def _rank(words: frozenset[str]) -> tuple[bool, int, int]:
    return len(words) > MOST_WORDS or not all(len(word) > 1 for word in words), -min(len(word) for word in words), len(words)


def _atom(pattern: str, at: int, lists: Mapping[str, Mapping[str, object]]) -> tuple[Shape, int, str]:
    """The shape of one item, where it ends, and its character where it is a plain one, in lower case."""
    char = pattern[at]
    if char == "\\":
        sign = pattern[at + 1]
        plain = "" if sign.isalnum() else sign
        return (_NOTHING if sign in _NO_WIDTH else _SIGN), at + 2, plain
    if char == "[" and (match := _CLASS.match(pattern, at)):
        return Shape(match[1] in _NUMBERS, 0, 1), match.end(), ""
    if char == "(" and (match := _OPEN.match(pattern, at)):
        shape, end = _alternatives(pattern, match.end(), lists)
        return (_NOTHING if match["look"] else shape), end + 1, ""
    if char == "{" and (match := _PLACEHOLDER.match(pattern, at)):
        words = frozenset(word.lower() for word in lists[match[1]])
        return Shape(width=max(map(len, words), default=0), words=words or None), match.end(), ""
    if char in "#@":
        return Shape(numbered=True, width=1), at + 1, ""
    if char in "^$":
        return _NOTHING, at + 1, ""
    return _SIGN, at + 1, "" if char == "." else char.lower()


def _repeated(shape: Shape, quantifier: re.Match[str]) -> Shape:
    sign = quantifier[0][0]
    least = {"?": 0, "*": 0, "+": 1}.get(sign, int(quantifier[1] or 0) if quantifier[1] is not None else 0)
    most = 1 if sign == "?" else FAR if sign in "*+" else int(quantifier[3] or FAR) if quantifier[2] else int(quantifier[1] or 0)
    width = min(FAR, shape.width * most)
    return Shape(shape.numbered, shape.lead, width, shape.words) if least else Shape(width=width)
