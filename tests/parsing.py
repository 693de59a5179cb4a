"""Parses a text as one passage, with the real pipeline; loaded once."""

from __future__ import annotations

from functools import lru_cache

from factcheck.documents import Parser, Passage
from factcheck.model import Article, Block
from factcheck.text import Span


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return Parser()


def parsed(text: str) -> Passage:
    """The text as the one passage of an article."""
    article = Article("a.txt", "a.txt", text, "", blocks=(Block(Span(0, len(text))),))
    return next(_parser().parse([article])).passages[0]
