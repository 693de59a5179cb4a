"""The pipeline on one page: paths -> articles -> documents -> mentions -> claims -> conflicts -> report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.articles import Corpus, read_articles
from factcheck.claims import ClaimBuilder, Extraction, Resolved
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL, Document, Parser, Passage
from factcheck.errors import Problem
from factcheck.mentions import Context, Finder, Found, Tense
from factcheck.mentions.count import CountFinder
from factcheck.mentions.date import DateFinder
from factcheck.mentions.duration import DurationFinder
from factcheck.mentions.name import NameFinder
from factcheck.mentions.polarity import PolarityFinder
from factcheck.mentions.publication import imply_publication
from factcheck.model import Article, Claim, Mention, Report
from factcheck.rulebook import Rulebook, load_rules
from factcheck.scope import ScopeReader
from factcheck.text import Span
from factcheck.values import DateValue, Value

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: the spaCy pipeline, folders of further rules, and how many passages are parsed at a time."""

    model: str = DEFAULT_MODEL
    rules: tuple[Path, ...] = ()
    batch_size: int = 64


def check(
    paths: Sequence[str | Path], options: Options | None = None, *, stdin: bytes | None = None, progress: Progress | None = None
) -> Report:
    """Read the articles at the paths and report every conflict among them.

    Args:
        paths: files, folders, glob patterns, or "-" for ``stdin``.
        options: defaults where None.
        stdin: what "-" stands for.
        progress: told how far the run is.

    Returns:
        Articles sorted by id, conflicts worst first, and all problems met; a problem never hides the conflicts of other articles.

    Raises:
        RuleError: a rule file has faults.
        SetupError: the language model is missing.
    """
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = read_articles(paths, rulebook, stdin=stdin)
    extractions = tuple(extract_articles(corpus.articles, rulebook, options, progress=progress))
    if progress:
        progress("comparing", 0, 1)
    conflicts, problems = find_conflicts(extractions, rulebook)
    if progress:
        progress("comparing", 1, 1)
    run = (("model", options.model), ("rules", rulebook.digest))
    return Report(
        articles=tuple(item.article for item in extractions),
        conflicts=conflicts,
        problems=(*corpus.problems, *_alone(corpus), *problems),
        claims=sum(len(item.claims) for item in extractions),
        run=run,
    )


def extract(
    paths: Sequence[str | Path], options: Options | None = None, *, stdin: bytes | None = None, progress: Progress | None = None
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """All claims of the articles at the paths, by article and place, and the problems met.  Arguments and errors as in ``check``."""
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = read_articles(paths, rulebook, stdin=stdin)
    extractions = extract_articles(corpus.articles, rulebook, options, progress=progress)
    return tuple(claim for item in extractions for claim in item.claims), corpus.problems


def find_mentions(
    paths: Sequence[str | Path], options: Options | None = None, *, stdin: bytes | None = None, progress: Progress | None = None
) -> tuple[tuple[tuple[Article, Mention], ...], tuple[Problem, ...]]:
    """All resolved mentions of the articles at the paths, by article and place, and the problems met.  As ``check`` otherwise."""
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = read_articles(paths, rulebook, stdin=stdin)
    reader = MentionReader(rulebook)
    found: list[tuple[Article, Mention]] = []
    for document in _parse(corpus.articles, options, progress):
        article, resolved = reader.read(document)
        found.extend((article, item.mention) for item in resolved)
    return tuple(found), corpus.problems


def extract_articles(
    articles: Sequence[Article], rulebook: Rulebook, options: Options, *, progress: Progress | None = None
) -> Iterator[Extraction]:
    """The claims of each article, in order."""
    reader, builder = MentionReader(rulebook), ClaimBuilder(rulebook)
    for document in _parse(articles, options, progress):
        article, resolved = reader.read(document)
        yield builder.build(Document(article, document.passages), resolved)


def _parse(articles: Sequence[Article], options: Options, progress: Progress | None) -> Iterator[Document]:
    if not articles:
        return
    if progress:
        progress("loading the language model", 0, 1)
    parser = Parser(options.model, batch_size=options.batch_size)
    for done, document in enumerate(parser.parse(articles), start=1):
        if progress:
            progress("reading", done, len(articles))
        yield document


class MentionReader:
    """Finds and resolves the mentions of documents with every kind's finder."""

    def __init__(self, rulebook: Rulebook) -> None:

        self._scopes = ScopeReader(rulebook)
        self._date = DateFinder(rulebook)
        self._others: tuple[Finder, ...] = (
            CountFinder(rulebook),
            DurationFinder(rulebook),
            PolarityFinder(rulebook),
        )
        self._name = NameFinder(rulebook)

    def read(self, document: Document) -> tuple[Article, list[Resolved]]:
        """The article with its implied publication date, and its mentions in reading order.

        Dates come first: what they tell decides when the article can have been published, and with that what "on Thursday" means.
        """
        dates = [self._date.find(passage) for passage in document.passages]
        article = self._published(document, dates)
        names = self._name.find_in(document.passages)
        resolved: list[Resolved] = []
        narrated: DateValue | None = None
        for index, passage in enumerate(document.passages):
            taken: list[Span] = []
            for found in dates[index]:
                context = Context(article.published, narrated, self._tense(passage, found))
                value = self._date.resolve(found, context)
                taken.append(found.span)
                if isinstance(value, DateValue):
                    narrated = value
                    resolved.append(_resolved(passage, index, found, value))
            for finder, found in self._rest(passage, names[index]):
                if found.kind in ("count", "duration") and any(span.overlaps(found.span) for span in taken):
                    continue
                value = finder.resolve(found, Context(article.published, narrated, self._tense(passage, found)))
                if value is not None:
                    resolved.append(_resolved(passage, index, found, value))
        resolved.sort(key=lambda item: (item.mention.field, item.mention.span, item.mention.kind))
        return article, resolved

    def _rest(self, passage: Passage, names: list[Found]) -> Iterator[tuple[Finder, Found]]:
        """Everything but dates; names were found over the whole article, so that short forms are known in all of it."""
        for finder in self._others:
            yield from ((finder, found) for found in finder.find(passage))
        yield from ((self._name, found) for found in names)

    def _published(self, document: Document, dates: list[list[Found]]) -> Article:
        article = document.article
        told = []
        for index, passage in enumerate(document.passages):
            for found in dates[index]:
                tense = self._tense(passage, found)
                value = self._date.resolve(found, Context(article.published, None, tense))
                if isinstance(value, DateValue):
                    told.append((_resolved(passage, index, found, value).mention, tense))
        return replace(article, published=imply_publication(article, told))

    def _tense(self, passage: Passage, found: Found) -> Tense | None:
        return self._scopes.tense(passage.doc, found.span.start, found.span.end) if passage.doc is not None else None


def _resolved(passage: Passage, index: int, found: Found, value: Value) -> Resolved:
    sentence = _sentence(passage, found.span)
    mention = Mention(found.kind, found.span.shift(passage.start), sentence.shift(passage.start), value, found.rule, passage.field)
    return Resolved(mention, found, index)


def _sentence(passage: Passage, span: Span) -> Span:
    """The sentence around a span, trimmed; the whole passage where there is no parse."""
    if passage.doc is None:
        return Span(0, len(passage.text))
    covered = passage.doc.char_span(span.start, span.end, alignment_mode="expand")
    if covered is None or not len(covered):
        return Span(0, len(passage.text))
    start, end = covered[0].sent.start_char, covered[-1].sent.end_char
    words = passage.text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def _alone(corpus: Corpus) -> Iterator[Problem]:
    if len(corpus.articles) == 1:
        message = "only one article: nothing to compare it with (it was checked against itself)"
        yield Problem("W602", message, severity="warning", hint="give the other articles of the story too")
