"""Parses texts with the real pipeline; loaded once."""

from __future__ import annotations

from functools import lru_cache

from factcheck.documents import DEFAULT_MODEL, Parser, Passage
from factcheck.model import Article, Block
from factcheck.parses import Doc
from factcheck.pipeline import Pipeline
from factcheck.text import Span


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline(DEFAULT_MODEL, 64)


def parse(text: str) -> Doc:
    """The parse of a text."""
    return next(_pipeline().parse([text]))


def parsed(text: str) -> Passage:
    """The text as the one passage of an article."""
    article = Article("a.txt", "a.txt", text, "", blocks=(Block(Span(0, len(text))),))
    return next(Parser(parses=_pipeline()).parse([article])).passages[0]
