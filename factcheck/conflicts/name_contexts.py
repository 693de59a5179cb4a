"""Collects the words around each use of a name, so that two articles can be compared by what they say of its bearer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from factcheck.conflicts.lexical_overlap import small_words, stems_of
from factcheck.model import Claim
from factcheck.text import fold

_REACH = 200
"""Characters before and behind a sentence that names a bearer in which what is told may still be told of it."""
_AROUND, _PART = 5, 0.2
"""Words of content that the surroundings of two names share to say as much as one of the sentences themselves, and their least part of the
poorer."""
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,3}){1,4}(?![\w.,]*\d)|(?<![\w.,])\d{3,9}(?![\w.,]*\d)")
"""A number of three digits or more, or with a part; years, which any report tells, are left out."""
_YEARS = range(1900, 2100)
_NAME = re.compile(r"\b[^\W\d_][^\W_]{3,40}")


@dataclass(frozen=True, slots=True)
class NameContext:
    """What an article says around one name.

    ``stems`` (with figures) and ``names`` come from the sentences that contain the name; ``around`` are the stems of the neighbouring
    sentences.  The text of both is kept.
    """

    stems: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    sentences: str
    text: str

    @classmethod
    def of(cls, claims: Iterable[Claim], text: str, own: Collection[str], lists: Mapping[str, Mapping[str, object]]) -> NameContext:
        """The context of the claims that name a bearer in one article.

        Args:
            claims: those of the text, not of the title, are read.
            text: of the article; "" where only the sentences are known.
            own: folded words that are the bearer's own name.
            lists: the word lists of the rulebook.
        """
        quotes = dict.fromkeys((claim.anchor.quote, claim.anchor.quote_start) for claim in claims if claim.anchor.field == "text")
        sentences = " ".join(quote for quote, _ in quotes)
        around = " ".join(text[max(0, start - _REACH) : start + len(quote) + _REACH] for quote, start in quotes)
        return cls(
            frozenset(stem for quote, _ in quotes for stem in stems_of(small_words(quote, opens=True), lists)).difference(own)
            | _figures(sentences),
            frozenset(fold(match[0]) for match in _NAME.finditer(sentences) if match[0][0].isupper()).difference(own),
            stems_of(small_words(around, opens=False), lists).difference(own),
            sentences,
            around or sentences,
        )

    def surrounds_like(self, other: NameContext) -> bool:
        """Whether the surroundings of the two tell much alike."""
        shared = self.around & other.around
        return len(shared) >= _AROUND and len(shared) >= _PART * min(len(self.around), len(other.around))


def _figures(text: str) -> frozenset[str]:
    found = (match[0] for match in _FIGURE.finditer(text))
    return frozenset(figure for figure in found if not (figure.isdigit() and int(figure) in _YEARS))
