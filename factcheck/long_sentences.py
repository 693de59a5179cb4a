"""Sentences that are too long to be one: where they are cut, so that no step costs more than the text is long.

Lists and tables without full stops, and texts made to hinder, come out of the parser as one sentence.  Much of what is read of a sentence
is read anew for each of its values, so that its cost would grow with the square of its length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.parses import Overlong

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST_TOKENS = 200
"""Tokens of the longest sentence that is read whole; those of the news seldom have more than a hundred."""
PART = 60
"""Tokens of the longest part that a longer one is cut into."""
_SHORTEST = 20
"""Tokens of a part before which no cut is looked for."""


def find_overlong(doc: Doc) -> list[range]:
    """The sentences of a parse, as token indices, that have more than ``MOST_TOKENS``."""
    if len(doc) <= MOST_TOKENS:
        return []
    signs = doc.to_array("SENT_START").tolist()
    firsts = [index for index, sign in enumerate(signs) if sign == 1 or not index]
    return [range(first, after) for first, after in zip(firsts, [*firsts[1:], len(doc)], strict=True) if after - first > MOST_TOKENS]


def overlong_of(doc: Doc, sentences: list[range]) -> Overlong:
    """What there is to tell of sentences that ``find_overlong`` found."""
    return Overlong(doc[sentences[0].start].idx, len(sentences[0]), len(sentences) - 1)


def preset_starts(doc: Doc, fresh: Doc, sentences: list[range]) -> None:
    """Let the sentences of a text that is parsed once more begin where they did, and each part of those that are too long."""
    for token in doc:
        if token.is_sent_start:
            fresh[token.i].is_sent_start = True
    for sentence in sentences:
        for start in _parts(doc, sentence):
            fresh[start].is_sent_start = True


def _parts(doc: Doc, sentence: range) -> list[int]:
    """The first tokens of the parts of a sentence but its own: where a clause may begin, else where a part is full."""
    starts, begin = [], sentence.start
    while sentence.stop - begin > PART:
        begin = max(range(begin + _SHORTEST, begin + PART + 1), key=lambda index: (_breaks(doc[index - 1], doc[index]), index))
        starts.append(begin)
    return starts


def _breaks(before: Token, token: Token) -> int:
    """How clearly something new begins with a token: behind a semicolon or dash, before a word that joins two clauses, behind a comma."""
    if before.tag_ == ":":
        return 3
    if token.tag_ == "CC" and token.head.tag_.startswith("VB"):
        return 2
    return int(before.tag_ == "," and token.tag_ != "CC")


__all__ = ["MOST_TOKENS", "PART", "find_overlong", "overlong_of", "preset_starts"]
