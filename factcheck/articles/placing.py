"""Where the words of an extracted text stand in their page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.articles.pages import Page, split_words
from factcheck.model import SourcePosition
from factcheck.text import Lines

_KEYS = (4, 2)
"""How many of a line's first words must agree for it to be found where it is no whole paragraph of the page; tried in this order."""

_AHEAD = 12
"""Words of the page that may stand between two neighbouring words of the extracted text (a note, a button)."""

_BUDGET = 2_000_000
"""Comparisons of words a page may cost; lines after that are placed where the last one was."""


def place_lines(text: str, page: Page, first: tuple[int, int]) -> tuple[SourcePosition, ...]:
    """The places of an extracted text in the page it was taken from, in order.

    Paragraphs are found whole, in the order of the page; what is not is found by its first words, and then word by word.  What stands
    nowhere in the page's text (a title from its metadata) is placed at ``first`` where it is the first line, else where the line before it
    was.

    Args:
        text: as extracted, one paragraph a line.
        page: what it was extracted from.
        first: (line, column) of the first line, where its words are not in the page's text.
    """
    placer = _Placer(text, page)
    placer.add(0, first)
    position = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            placer.place(position, line)
        position += len(line)
    return tuple(placer.places)


class _Placer:
    """Walks through the extracted text and the page side by side."""

    def __init__(self, text: str, page: Page) -> None:
        self.places: list[SourcePosition] = []
        self._text, self._page = text, page
        self._lines = Lines(page.source)
        self._cursor = 0
        self._budget = _BUDGET
        self._runs: dict[tuple[str, ...], list[int]] = {}
        self._first: dict[str, list[int]] = {}
        for run in page.runs:
            if run.name != "title":
                self._runs.setdefault(page.words[run.first : run.end], []).append(run.first)
        for index, word in enumerate(page.words):
            self._first.setdefault(word, []).append(index)

    def add(self, start: int, where: tuple[int, int]) -> None:
        """Tell that the text goes on at a place, unless it would be there anyway."""
        if self.places:
            last = self.places[-1]
            if where == (last.line, last.column + start - last.start):
                return
            if last.start == start:
                self.places.pop()
        self.places.append(SourcePosition(start, *where))

    def place(self, offset: int, line: str) -> None:
        """Place a line of the text that begins at ``offset``."""
        words = list(split_words(line))
        if not words:
            return
        begin = self._find([word for word, _ in words])
        if begin is None:
            if offset:
                self.places.append(SourcePosition(offset, self.places[-1].line, self.places[-1].column))
            return
        for start, index in self._pairs(words, begin):
            self._add_word(offset + start, self._page.starts[index], offset)

    def _find(self, words: Sequence[str]) -> int | None:
        """The index of the page's word at which a line begins: the next such place, else the first; None where there is none."""
        whole = self._runs.get(tuple(words))
        if whole:
            return whole[bisect_left(whole, self._cursor) % len(whole)]
        places = self._first.get(words[0], [])
        at = bisect_left(places, self._cursor)
        for key in (tuple(words[:size]) for size in _KEYS):
            for step in range(len(places)):
                self._budget -= 1
                if self._budget < 0:
                    return None
                index = places[(at + step) % len(places)]
                if self._page.words[index : index + len(key)] == key:
                    return index
        return None

    def _pairs(self, words: Sequence[tuple[str, int]], begin: int) -> Iterator[tuple[int, int]]:
        """(offset in the line, index of the page's word) for each word that is found."""
        known = self._page.words
        index = begin
        for word, start in words:
            self._budget -= 1
            if index < len(known) and known[index] == word:
                yield start, index
                index += 1
                continue
            if self._budget < 0:
                continue
            self._budget -= _AHEAD
            ahead = known[index : index + _AHEAD]
            if word in ahead:
                index += ahead.index(word)
                yield start, index
                index += 1
        self._cursor = index

    def _add_word(self, start: int, position: int, least: int) -> None:
        """Place a word together with the signs directly before it."""
        text, shown = self._text, self._page.text
        while start > least and position > 0 and text[start - 1] == shown[position - 1] and not text[start - 1].isspace():
            start, position = start - 1, position - 1
        self.add(start, self._lines.locate(self._page.origin(position)))
