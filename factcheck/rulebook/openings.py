"""Where patterns may begin: the first words of everything a pattern can match, so that most of a text is never tried.

Like the prefilters of RE2 (google/re2, ``prefilter.h``), but for the first word only: news text has few words that a date may begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

FIGURES = "#"
"""Stands for every word that begins with a digit."""
MOST = 4000
"""A pattern with more first words is tried everywhere."""
REPEATS = 3
"""How often a repeated part is followed; after so often its word is as good as over."""

_GROUP = re.compile(r"\?(?:P<\w+>|[aiLmsux-]*:|(?P<look>[=!]|<[=!]))?")
_COUNT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_SIGN = re.compile(r"\\[^\w\s]\)")
_SIGNS = {"s": " ", "S": None, "d": FIGURES, "D": None, "w": None, "W": None}
_ZERO_WIDTH = "bBAZ"

Heads = set[str]


class _Unknown(Exception):
    """The pattern may begin with any word."""


class _Reader:
    """Reads a pattern once, from left to right, with all first words that it may have so far.

    A word is "live" while the next part may still add to it, and "done" once a sign that is no word ends it.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self.done: Heads = set()

    def read(self) -> frozenset[str]:
        live = self._alternatives({""})
        if "" in live or self._at < len(self._pattern):
            raise _Unknown
        return frozenset(self.done | live)

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _alternatives(self, live: Heads) -> Heads:
        found = self._sequence(live)
        while self._peek() == "|":
            self._at += 1
            found |= self._sequence(live)
        return found

    def _sequence(self, live: Heads) -> Heads:
        while self._at < len(self._pattern) and self._peek() not in "|)":
            begin = self._at
            after = self._part(live)
            least, most = self._quantifier()
            end = self._at
            result = after if least else live | after
            for _ in range(min(most, REPEATS) - 1):
                self._at = begin
                after = self._part(after)
                self._at = end
                result = result | after
            live = result
            if len(live) + len(self.done) > MOST:
                raise _Unknown
        return live

    def _quantifier(self) -> tuple[int, int]:
        if self._peek() and self._peek() in "?*+":
            sign = self._peek()
            self._at += 1
            return (1 if sign == "+" else 0), (1 if sign == "?" else REPEATS)
        count = _COUNT.match(self._pattern, self._at)
        if count is None:
            return 1, 1
        self._at = count.end()
        most = count[1] if count[2] is None else count[2] or str(REPEATS)
        return int(count[1]), int(most)

    def _part(self, live: Heads) -> Heads:
        sign = self._peek()
        self._at += 1
        if sign == "(":
            return self._group(live)
        if sign == "[":
            return self._append(live, self._class())
        if sign == "\\":
            escaped = self._peek()
            self._at += 1
            if escaped in _ZERO_WIDTH:
                return live
            if escaped.isdigit():
                raise _Unknown
            return self._append(live, [_SIGNS.get(escaped, escaped)])
        if sign in "^$":
            return live
        return self._append(live, [None if sign == "." else sign])

    def _group(self, live: Heads) -> Heads:
        opening = _GROUP.match(self._pattern, self._at)
        is_look = False
        if opening:
            self._at = opening.end()
            is_look = opening["look"] is not None
            if opening[0] == "?":
                raise _Unknown
        if is_look:
            begin = self._at
            self._skip()
            follows_sign = opening is not None and opening["look"] == "<=" and _SIGN.fullmatch(self._pattern, begin, self._at)
            return {head for head in live if not head} if follows_sign else live
        found = self._alternatives(live)
        if self._peek() != ")":
            raise _Unknown
        self._at += 1
        return found

    def _skip(self) -> None:
        """To behind the bracket that closes a group that takes no words."""
        depth = 1
        while depth:
            sign = self._peek()
            self._at += 1
            if sign == "(":
                depth += 1
            elif sign == ")":
                depth -= 1
            elif sign == "\\":
                self._at += 1
            elif sign == "[":
                self._class()
            elif not sign:
                raise _Unknown

    def _class(self) -> list[str | None]:
        """The members of a class: single signs, FIGURES for digits, None where any letter may stand."""
        members: list[str | None] = []
        if self._peek() == "^":
            members.append(None)
            self._at += 1
        first = True
        while self._peek() != "]" or first:
            first = False
            sign: str | None = self._peek()
            if not sign:
                raise _Unknown
            self._at += 1
            if sign == "\\":
                escaped = self._peek()
                self._at += 1
                sign = _SIGNS.get(escaped, escaped)
            if self._peek() == "-" and self._pattern[self._at + 1 : self._at + 2] not in ("]", "") and sign:
                last = self._pattern[self._at + 1]
                self._at += 2
                sign = FIGURES if sign.isdigit() and last.isdigit() else None
            members.append(sign)
        self._at += 1
        return members

    def _append(self, live: Heads, members: Sequence[str | None]) -> Heads:
        found: Heads = set()
        for head in live:
            for member in members:
                if (
                    head[:1] == FIGURES
                    or head[:1].isdigit()
                    or (not head and member is not None and (member == FIGURES or member.isdigit()))
                ):
                    self.done.add(FIGURES)
                elif member is None:
                    raise _Unknown
                elif member == FIGURES:
                    found.update(head + figure for figure in "0123456789")
                elif member.isalnum() or member == "_":
                    found.add(head + member.lower())
                elif head:
                    self.done.add(head)
                elif member != " ":
                    self.done.add(member)
        return found


def first_words(pattern: str) -> frozenset[str] | None:
    """The words, in lower case, with which a match of an expanded pattern may begin; None where that may be any.

    FIGURES stands for all words that begin with a digit; a sign that is no part of a word stands for itself.  The set may be too large,
    never too small, for a pattern of the syntax that rules may use (see ``patterns``).
    """
    try:
        return _fold(_Reader(pattern).read())
    except _Unknown:
        return None


def _fold(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(FIGURES if head[0].isdigit() else head for head in heads)


_ANY = re.compile(r"\w+|[^\w\s]")


@lru_cache(maxsize=128)
def _index_of(text: str) -> Mapping[str, Sequence[int]]:
    """The words and signs of a text, in lower case, with where they stand; numbers under FIGURES, the sign of that name left out.

    Kept for the passages of an article: finders ask one after the other for the same text, dates for all of them first.
    """
    found: dict[str, list[int]] = {}
    for match in _ANY.finditer(_lowered(text)):
        word = match[0]
        if word in found and word != FIGURES:
            found[word].append(match.start())
        elif word != FIGURES:
            found.setdefault(FIGURES if word[0].isdigit() else word, []).append(match.start())
    return found


def _lowered(text: str) -> str:
    """The text in lower case, of the same length."""
    folded = text.lower()
    if len(folded) != len(text):  # a capital whose small form is two code points
        folded = "".join(char.lower()[0] for char in text)
    return folded


class Openings:
    """The places of a text at which any of several patterns may begin."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Read the first words of expanded patterns; a pattern is known by its index from here on."""
        by_word: dict[str, list[int]] = {}
        everywhere: list[int] = []
        for index, pattern in enumerate(patterns):
            heads = first_words(pattern)
            if heads is None:
                everywhere.append(index)
            for head in sorted(heads or ()):
                by_word.setdefault(head, []).append(index)
        self._everywhere = tuple(everywhere)
        self._by_word = {word: tuple(sorted([*indices, *everywhere])) for word, indices in by_word.items()}
        self._figures = self._by_word.get(FIGURES, self._everywhere)
        signs = "".join(re.escape(word) for word in sorted(by_word) if not (word[0].isalnum() or word[0] in "_#"))
        self._word = re.compile(r"\w+" + (r"|[^\w\s]" if everywhere else f"|[{signs}]" if signs else ""))

    @property
    def narrow(self) -> bool:
        """Whether none of the patterns may begin with any word."""
        return not self._everywhere

    def places(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Each place where a pattern may begin, and the indices of those that may; in reading order."""
        known = self._by_word.get
        if not self._everywhere:
            index = _index_of(text)
            yield from sorted((place, self._by_word[word]) for word in self._by_word.keys() & index.keys() for place in index[word])
            return
        for match in self._word.finditer(_lowered(text)):
            word = match[0]
            indices = known(word)
            if indices is None:
                indices = self._figures if word[0].isdigit() else self._everywhere
            if indices:
                yield match.start(), indices
