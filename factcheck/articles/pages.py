"""Web pages as they stand in their file: tags with their places, the text between them, and where each word of it stands.

This is no parser of HTML and decides nothing about what belongs to an article: it reads in one pass what the page holds, so that metadata
and extracted text can be tied to lines and columns.  Whatever the page holds, the cost grows with its length alone.
"""

from __future__ import annotations

import bisect
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.text import Span

_OPENING = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})|[!?])")
_STOP = re.compile(r"[>\"']")
_GAP = re.compile(r"[\s/]{1,200}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_ATTRIBUTE = re.compile(
    r"([^\s=>/\"'<]{1,60})(?:\s{0,5}=\s{0,5}(?:\"([^\"]{0,8000})\"|'([^']{0,8000})'|([^\s>\"'=<`]{1,2000})))?(?=[\s/>]|$)", re.ASCII
)
_WORD = re.compile(r"[\w\u0300-\u036f]+")  # with combining accents
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "textarea", "iframe", "xmp")}
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
_APART = frozenset(("aside", "button", "dialog", "fieldset", "footer", "form", "head", "nav", "noscript", "select", "svg", "template"))
_KEPT = frozenset(("html", "link", "meta", "script", "time"))
_HEADINGS = frozenset(("h1", "h2"))

MAX_ATTRIBUTES = 200
"""Attributes a tag may have before it is told as overloaded: parsers take a time that grows with the square of their number."""

MAX_TAG = 10_000
"""Code points of a tag that are searched for attributes."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag that may hold metadata; ``content`` is what stands between a script's tags, else empty; ``apart`` as in Run.

    Names of attributes are in lower case; of attributes given twice the first counts.
    """

    name: str
    span: Span
    attributes: dict[str, str] = field(default_factory=dict)
    content: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """The words from one block-level tag to the next: ``first`` to ``end`` (exclusive) are indices of words.

    ``name`` is the tag that opened it ("h1" for all runs of a first-order heading), "" at the start; ``apart`` whether it stands in a part
    of the page that is no text (menus, forms, the foot).  ``span`` bounds its text.
    """

    name: str
    first: int
    end: int
    apart: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page, read.

    ``text`` is what stands between the tags, entities resolved, block-level tags turned to line ends; ``words`` are its words, folded for
    comparison, and ``starts`` where they begin in ``text``.  ``tags`` are those that may hold metadata.  ``overloaded`` covers the
    attributes of tags that have too many, ``size`` is the number of all tags.
    """

    source: str
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    runs: tuple[Run, ...]
    tags: tuple[Tag, ...]
    overloaded: tuple[Span, ...]
    size: int
    _pieces: tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...]]

    def origin(self, position: int) -> int:
        """Where a code point of ``text`` stands in ``source``."""
        begins, origins, literal = self._pieces
        if not begins:
            return 0
        at = max(0, bisect.bisect_right(begins, position) - 1)
        return origins[at] + (position - begins[at] if literal[at] else 0)

    def words_of(self, run: Run) -> str:
        """The text of a run with single spaces."""
        return " ".join(run.span.of(self.text).split())


def fold_word(word: str) -> str:
    """A form in which the same word of a page and of its extracted text are equal."""
    return unicodedata.normalize("NFC", word).casefold()


def split_words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text, folded, each with where it begins."""
    return ((fold_word(match[0]), match.start()) for match in _WORD.finditer(text))


def read_page(source: str) -> Page:
    """The page of a decoded file; never raises, whatever the file holds."""
    reader = _PageReader(source)
    reader.read()
    return reader.page()


class _PageReader:
    """One pass over a page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._begins: list[int] = []
        self._origins: list[int] = []
        self._literal: list[bool] = []
        self._length = 0
        self._cuts: list[tuple[int, str, bool]] = [(0, "", False)]
        self._tags: list[Tag] = []
        self._overloaded: list[Span] = []
        self._size = 0
        self._heading = ""
        self._apart: dict[str, int] = {}

    def read(self) -> None:
        source, position = self._source, 0
        while position < len(source):
            opening = _OPENING.search(source, position)
            self._add_text(position, opening.start() if opening else len(source))
            if opening is None:
                return
            position = self._read_markup(opening)

    def page(self) -> Page:
        text = "".join(self._parts)
        words, starts = [], []
        for word, start in split_words(text):
            words.append(word)
            starts.append(start)
        runs: list[Run] = []
        for index, (begin, name, apart) in enumerate(self._cuts):
            end = self._cuts[index + 1][0] if index + 1 < len(self._cuts) else len(text)
            first, last = bisect.bisect_left(starts, begin), bisect.bisect_left(starts, end)
            if first < last:
                runs.append(Run(name, first, last, apart, Span(begin, end)))
        pieces = tuple(self._begins), tuple(self._origins), tuple(self._literal)
        overloaded = tuple(self._overloaded)
        return Page(self._source, text, tuple(words), tuple(starts), tuple(runs), tuple(self._tags), overloaded, self._size, pieces)

    def _add(self, words: str, origin: int, *, literal: bool) -> None:
        if words:
            self._parts.append(words)
            self._begins.append(self._length)
            self._origins.append(origin)
            self._literal.append(literal)
            self._length += len(words)

    def _add_text(self, start: int, end: int) -> None:
        position = start
        for entity in _ENTITY.finditer(self._source, start, end):
            meaning = html.unescape(entity[0])
            if meaning == entity[0]:
                continue
            self._add(self._source[position : entity.start()], position, literal=True)
            self._add(meaning, entity.start(), literal=False)
            position = entity.end()
        self._add(self._source[position:end], position, literal=True)

    def _read_markup(self, opening: re.Match[str]) -> int:
        """What follows an opening bracket; returns where the page goes on."""
        source = self._source
        if opening["comment"]:
            end = source.find("-->", opening.end())
            return len(source) if end < 0 else end + 3
        name = (opening["name"] or "").lower()
        if not name:
            end = source.find(">", opening.end())
            return len(source) if end < 0 else end + 1
        self._size += 1
        span = Span(opening.start(), self._end_of_tag(opening))
        if opening["end"]:
            self._close(name, span)
            return span.end
        content, after = self._raw(name, span.end)
        if name in _KEPT:
            attributes = _attributes(source[opening.end() : min(span.end, span.start + MAX_TAG)])
            self._tags.append(Tag(name, span, attributes, content, any(self._apart.values())))
        self._open(name, span)
        return after

    def _end_of_tag(self, opening: re.Match[str]) -> int:
        """Behind the bracket that closes the tag: one inside a quoted value does not."""
        source, position, attributes = self._source, opening.end(), 0
        while stop := _STOP.search(source, position):
            attributes += sum(1 for _ in _GAP.finditer(source, position, stop.start()))
            position = stop.end()
            if stop[0] == ">":
                break
            if source[max(0, stop.start() - 6) : stop.start()].rstrip().endswith("="):
                closing = source.find(stop[0], position)
                position = closing + 1 if closing >= 0 else position
        else:
            position = len(source)
        if attributes > MAX_ATTRIBUTES:
            self._overloaded.append(Span(opening.end(), position))
        return position

    def _raw(self, name: str, start: int) -> tuple[str, int]:
        """The content of an element whose text is no text, and where the page goes on."""
        if name not in _RAW:
            return "", start
        closing = _RAW[name].search(self._source, start)
        end = closing.start() if closing else len(self._source)
        return self._source[start:end] if name == "script" else "", end

    def _open(self, name: str, span: Span) -> None:
        if name in _INLINE:
            return
        if name in _APART:
            self._apart[name] = self._apart.get(name, 0) + 1
        if name == "body":
            self._apart.pop("head", None)
        if name in _HEADINGS:
            self._heading = name
        self._cut(self._cuts[-1][1] if name == "br" else name, span)

    def _close(self, name: str, span: Span) -> None:
        if name in _INLINE:
            return
        if self._apart.get(name):
            self._apart[name] -= 1
        if name in _HEADINGS:
            self._heading = ""
        self._cut("", span)

    def _cut(self, name: str, span: Span) -> None:
        self._add("\n", span.start, literal=False)
        apart = any(count for part, count in self._apart.items() if (part, name) != ("head", "title"))
        self._cuts.append((self._length, self._heading or name, apart))


def _attributes(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value).strip())
        if len(found) >= MAX_ATTRIBUTES:
            break
    return found
