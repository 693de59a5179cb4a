"""Spans and typography; nothing of the domain.

Everything here keeps offsets: ``flatten`` maps each code point to exactly one code point, so a position in the flattened text is the
position in the file.  ``fold`` does not keep offsets and serves for comparing words only.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

_ONE_TO_ONE = {
    **dict.fromkeys("‘’‚‛ʼ′´`ʹ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣-", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\v\f\x85\u2028\u2029", " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad", " "),
}
_FLAT = {ord(char): flat for char, flat in _ONE_TO_ONE.items()} | {code: " " for code in (*range(0x00, 0x20), 0x7F, *range(0x80, 0xA0))}
_ODD = re.compile(r"[^ -_a-~]+")
"""Whatever is not printed ASCII, and the grave accent."""
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Whatever is not ASCII."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``start`` inclusive, ``end`` exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words the span covers in its text."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> Span:
        """The same range, ``offset`` code points further on."""
        return Span(self.start + offset, self.end + offset)


def flatten(text: str) -> str:
    """The text with plain quotes, hyphens and spaces, of the same length and with the same offsets.

    Line ends, control characters, zero-width and bidi characters become spaces, so that no finder meets them.
    """
    if text.isascii():
        return text.translate(_FLAT)
    return _ODD.sub(lambda found: found[0].translate(_FLAT), text)  # character by character only where one may change


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """A form for comparing words: no case, accents, quotes or hyphens; other scripts in ASCII; single spaces.

    Kept for the words met last: names are folded again and again.  Not for offsets: the length may change.  Transliteration is anyascii's.
    """
    return fold_text(text)


def fold_text(text: str) -> str:
    """``fold`` for whole articles, which are not kept."""
    if text.isascii() and text.isalnum():
        return text.lower()  # one plain word, as most are
    bare = flatten(text)
    if not bare.isascii():  # few characters of an article are none of ASCII, and both steps go character by character
        bare = _FOREIGN.sub(_without_marks, unicodedata.normalize("NFKD", bare))
    ascii_form = bare if bare.isascii() else flatten(_FOREIGN.sub(lambda found: anyascii(found[0]), bare))  # letters' marks become quotes
    return " ".join(ascii_form.casefold().replace("-", " ").replace("'", "").split())


def _without_marks(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.combining(char))


class Lines:
    """Line and column numbers of one text, both from 1; columns count code points."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        self._starts = starts

    def locate(self, offset: int) -> tuple[int, int]:
        """(line, column) of a code point offset."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans turned to spaces; offsets stay."""
    for span in spans:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def either_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first; one that never matches where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


@lru_cache(maxsize=64)
def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words in lower case, not inside another; compiled once for each tuple."""
    return re.compile(rf"(?<!\w)(?:{either_of(words)})(?!\w)")
