"""Texts to parses: the only module that loads a spaCy model.

Texts are parsed one by one, so that neither the batch size nor a neighbouring text changes a parse.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

from factcheck.errors import Problem, SetupError
from factcheck.long_sentences import find_overlong, overlong_of, preset_starts
from factcheck.parses import Columns, Doc

if TYPE_CHECKING:  # spaCy takes half a second to import; commands that parse nothing never do
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc as Parsed

_UNUSED = ("attribute_ruler", "lemmatizer", "textcat", "entity_linker")
"""Parts that nothing here reads: tags are used as they are and word classes have their own forms."""
_NAMED = ("ORTH", "LOWER", "TAG", "DEP", "ENT_TYPE")
_COUNTED = ("HEAD", "IDX", "SENT_START", "ENT_IOB", "IS_PUNCT", "IS_SPACE", "IS_ALPHA", "LIKE_NUM")
_OVERLONG = "factcheck.overlong"
_BEGIN = 1
"""How spaCy writes that a sentence begins at a token; it writes 3 where an entity does."""
_FIRST = 3


class Pipeline:
    """A loaded pipeline.  Loading takes about half a second; parsing some 18,000 words a second and core."""

    def __init__(self, model: str, batch_size: int) -> None:
        """Load a pipeline by package name or folder; ``batch_size`` is the number of texts that are parsed at a time.

        Raises:
            SetupError: there is no such pipeline, or it has no parser or tagger.
        """
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
        self._names = _Names(self._nlp.vocab.strings)

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parse of each text, in order."""
        parsed: Iterator[Parsed] = map(self._bounded, self._nlp.pipe(texts, batch_size=self._batch_size))
        if self._recogniser is not None:
            parsed = self._recogniser.pipe(parsed)
        for doc in parsed:
            yield plain(doc, self._names)

    def _bounded(self, doc: Parsed) -> Parsed:
        """A parse without sentences that are too long: the same one, or another in which they are cut."""
        sentences = find_overlong(doc)
        if not sentences:
            return doc
        fresh = self._nlp.make_doc(doc.text)
        preset_starts(doc, fresh, sentences)
        fresh = self._nlp(fresh)
        fresh.user_data[_OVERLONG] = overlong_of(doc, sentences)
        return fresh


class _Names(dict[int, str]):
    """The strings of a vocabulary by their keys, each looked up once: the vocabulary decodes a string anew each time."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self._strings[key]
        return name


def plain(parsed: Parsed, names: dict[int, str] | None = None) -> Doc:
    """A parse of spaCy as one of our own; ``names`` are the strings of its vocabulary by their keys."""
    names = names if names is not None else _Names(parsed.vocab.strings)
    asked: list[int | str] = [*_NAMED, *_COUNTED]
    rows: list[list[int]] = parsed.to_array(asked).T.tolist() if len(parsed) else [[] for _ in asked]
    texts, lowers, tags, deps, entities = ([names[key] for key in row] for row in rows[: len(_NAMED)])
    offsets, starts, sentences, places, *marks = rows[len(_NAMED) :]
    heads = [(index + offset) & 0xFFFFFFFF for index, offset in enumerate(offsets)]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    edges = [(token.left_edge.i, token.right_edge.i) for token in parsed]
    puncts, spaces, letters, numbers = ([mark != 0 for mark in row] for row in marks)
    columns = Columns(
        texts,
        lowers,
        tags,
        deps,
        entities,
        heads,
        children,
        [first for first, _ in edges],
        [last for _, last in edges],
        starts,
        [sign == _BEGIN for sign in sentences],
        [place == _FIRST for place in places],
        puncts,
        spaces,
        letters,
        numbers,
    )
    return Doc(parsed.text, columns, parsed.user_data.get(_OVERLONG))


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
