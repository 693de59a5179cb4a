"""Text to logical lines: hard-wrapped lines are joined, so that re-wrapping an article changes none of its words or blocks.

A line is joined with the next when the next one's first word would not have fitted into the wrapping width any more.  The width is the
longest line of the text (or, in a text with some long lines, of the paragraph), and a text counts as wrapped only where lines of full width
go on in lower case: sentence-per-line files and lists stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.text import Span, flatten

MAX_WIDTH = 120
"""Code points. Longer lines are paragraphs: nobody wraps wider (editors and mail programs wrap at 65 to 120)."""

LONG_LINE = 4000
"""Code points. In longer lines only head and tail are searched for furniture; no line of a page's frame is that long."""

_EDGE = 600
_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_MARKUP_START = re.compile(r"(?:#{1,6}|[-*+>|•]|\d{1,3}[.)]|```|~~~)(?:\s|$)")
_LABEL = re.compile(r"©|[A-Z]\w{2,15}(?: \w{2,15})?: ?\S")
_GOES_ON = re.compile(r"[a-z(]")


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line without the blanks around it.

    ``words`` is its flattened text with single blanks (head and tail only, where it is very long), ``index`` its position among the
    lines, ``paragraph`` the number of its paragraph: lines without a blank line between them share it.  ``number`` is its line in the
    text, from 1.
    """

    span: Span
    words: str
    index: int
    paragraph: int
    number: int

    @property
    def is_long(self) -> bool:
        """Whether ``words`` does not hold all of it."""
        return len(self.span) > LONG_LINE


@dataclass(frozen=True, slots=True)
class _Physical:
    start: int
    end: int
    number: int
    first: str
    """its first word"""
    goes_on: bool
    """begins in lower case"""
    single: bool
    """holds one word only"""

    @property
    def width(self) -> int:
        return self.end - self.start


def read_lines(text: str, start: int = 0, *, markdown: bool = False) -> tuple[Line, ...]:
    """The logical lines from ``start`` on, in order; blank lines are left out.

    Args:
        text: the decoded text.
        start: where the story begins, in code points.
        markdown: headings, list items and quotes of Markdown stand alone.
    """
    paragraphs = list(_paragraphs(text, start))
    lines: list[Line] = []
    file_width = _width_of([line for paragraph in paragraphs for line in paragraph], paragraphs)
    for number, paragraph in enumerate(paragraphs):
        width = file_width or _width_of(paragraph, [paragraph], strict=True)
        for group in _join(text, paragraph, width, markdown=markdown):
            span = Span(group[0].start, group[-1].end)
            lines.append(Line(span, _words(text, span), len(lines), number, group[0].number))
    return tuple(lines)


def _paragraphs(text: str, start: int) -> Iterator[list[_Physical]]:
    pending: list[_Physical] = []
    position, number = start, text.count("\n", 0, start) + 1
    while position <= len(text):
        found = _BREAK.search(text, position)
        end = found.start() if found else len(text)
        line = _physical(text, position, end, number)
        if line:
            pending.append(line)
        elif pending:
            yield pending
            pending = []
        if not found:
            break
        position = found.end()
        number += "\n" in found[0]
    if pending:
        yield pending


def _physical(text: str, start: int, end: int, number: int) -> _Physical | None:
    flat = flatten(text[start:end])
    bare = flat.strip()
    if not bare:
        return None
    begin = start + len(flat) - len(flat.lstrip())
    first = bare.split(maxsplit=1)[0] if len(bare) < LONG_LINE else bare[:LONG_LINE].split(maxsplit=1)[0]
    return _Physical(begin, begin + len(bare), number, first, bool(_GOES_ON.match(bare)), " " not in bare)


def _width_of(lines: Sequence[_Physical], paragraphs: Sequence[Sequence[_Physical]], *, strict: bool = False) -> int:
    """The width the lines were wrapped at; 0 where they were not wrapped.

    Wrapped means: no line is longer than MAX_WIDTH (but for a single long word), and of the breaks between lines of a paragraph a fair part
    come at the full width with the sentence going on in lower case.  ``strict`` demands the full width of every break.
    """
    widths = [line.width for line in lines if not line.single]
    width = max(widths, default=0)
    if not 20 <= width <= MAX_WIDTH:
        return 0
    breaks = [(left, right) for paragraph in paragraphs for left, right in pairwise(paragraph)]
    full = [right for left, right in breaks if _is_full(left, right, width)]
    going_on = sum(right.goes_on for right in full)
    if strict and len(full) < len(breaks):
        return 0
    return width if going_on and going_on * 4 >= len(breaks) else 0


def _is_full(left: _Physical, right: _Physical, width: int) -> bool:
    return left.width + 1 + len(right.first) > width


def _join(text: str, paragraph: Sequence[_Physical], width: int, *, markdown: bool) -> Iterator[list[_Physical]]:
    group: list[_Physical] = []
    is_copy = False
    for line in paragraph:
        if group:
            was_copy, is_copy = is_copy, text[group[-1].start : group[-1].end] == text[line.start : line.end]
            goes_on = bool(width) and _is_full(group[-1], line, width) and not (was_copy or is_copy)
            if not goes_on or _begins_anew(text, group[-1], line) or (markdown and _stands_alone(text, group[-1], line)):
                yield group
                group = []
        group.append(line)
    if group:
        yield group


def _begins_anew(text: str, left: _Physical, right: _Physical) -> bool:
    """After the end of a sentence: a label ("Photo source: ...") or a copyright sign is a line of its own."""
    ends = text[left.end - 1] in ".!?)\"'”’"
    return ends and bool(_LABEL.match(text, right.start, right.end))


def _stands_alone(text: str, left: _Physical, right: _Physical) -> bool:
    return text[left.start] == "#" or bool(_MARKUP_START.match(text, right.start, right.end))


def _words(text: str, span: Span) -> str:
    if len(span) <= LONG_LINE:
        return " ".join(flatten(span.of(text)).split())
    head, tail = text[span.start : span.start + _EDGE], text[span.end - _EDGE : span.end]
    return " ".join(flatten(head).split()) + " ... " + " ".join(flatten(tail).split())


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a line with single blanks, and the way back to the text: ``offsets[i]`` is where character i stands."""

    words: str
    offsets: Sequence[int]
    at_start: bool
    at_end: bool

    def span(self, start: int, end: int) -> Span:
        """The span of the text for a match in ``words``; ``end`` exclusive."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def windows(text: str, line: Line) -> tuple[Window, ...]:
    """The whole line, or head and tail of a very long one."""
    span = line.span
    if not line.is_long:
        return (_window(text, span, at_start=True, at_end=True),)
    first, last = Span(span.start, span.start + _EDGE), Span(span.end - _EDGE, span.end)
    return (_window(text, first, at_start=True, at_end=False), _window(text, last, at_start=False, at_end=True))


def _window(text: str, span: Span, *, at_start: bool, at_end: bool) -> Window:
    flat = flatten(span.of(text))
    words = " ".join(flat.split())
    if words == flat:
        return Window(words, range(span.start, span.end), at_start, at_end)
    kept = [(flat[at], span.start + at) for at in range(len(flat)) if flat[at] != " " or flat[at - 1 : at] != " "]
    squeezed = "".join(char for char, _ in kept)
    lead, trail = len(squeezed) - len(squeezed.lstrip()), len(squeezed.rstrip())
    return Window(squeezed[lead:trail], [position for _, position in kept][lead:trail], at_start, at_end)
