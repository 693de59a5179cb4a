"""The pipeline on one page: paths -> articles -> documents -> mentions -> claims -> conflicts -> report."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles import DEFAULT_MAX_BYTES, Corpus, read_articles
from factcheck.claims import ClaimBuilder, Extraction
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL, Document, Parser
from factcheck.errors import Location, Problem, SetupError
from factcheck.model import Article, Claim, Conflict, Mention, Report
from factcheck.resolving import MentionReader
from factcheck.rulebook import ComparisonRule, Rulebook, load_rules

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: the spaCy pipeline, folders of further rules, and how many passages are parsed at a time.

    ``select`` holds the codes, names or kinds of the only findings to report, none for all that are on by default; ``ignore`` those to
    leave out.  ``max_bytes``, ``exclude`` and ``stdin_name`` are those of ``read_articles``.
    """

    model: str = DEFAULT_MODEL
    rules: tuple[Path, ...] = ()
    batch_size: int = 64
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    max_bytes: int = DEFAULT_MAX_BYTES
    exclude: tuple[str, ...] = ()
    stdin_name: str | None = None


def check(
    paths: Sequence[str | Path],
    options: Options | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    new: Callable[[Article], bool] | None = None,
) -> Report:
    """Read the articles at the paths and report every conflict among them.

    Args:
        paths: files, folders, glob patterns, or "-" for ``stdin``.
        options: defaults where None.
        stdin: what "-" stands for.
        progress: told how far the run is.
        new: says of an article whether it is asked about: only conflicts with such an article on a side are reported.  None: all are.

    Returns:
        Articles sorted by id, conflicts worst first, and all problems met; a problem never hides the conflicts of other articles.

    Raises:
        RuleError: a rule file has faults.
        SetupError: the language model is missing, or a code is not known.
    """
    options = options or Options()
    rulebook = load_rules(options.rules)
    codes = chosen_codes(rulebook, options)
    corpus = _read(paths, rulebook, options, stdin)
    extractions = tuple(extract_articles(corpus.articles, rulebook, options, progress=progress))
    if progress:
        progress("comparing", 0, 1)
    conflicts, problems = find_conflicts(extractions, rulebook)
    if progress:
        progress("comparing", 1, 1)
    run = (("model", options.model), ("rules", rulebook.digest))
    about = None if new is None else frozenset(article.id for article in corpus.articles if new(article))
    return Report(
        articles=tuple(item.article for item in extractions),
        conflicts=tuple(conflict for conflict in conflicts if conflict.code in codes and _touches(conflict, about)),
        problems=(*corpus.problems, *_alone(corpus), *_doubted(corpus, extractions), *problems),
        claims=sum(len(item.claims) for item in extractions),
        run=run,
        new=about,
    )


def _read(paths: Sequence[str | Path], rulebook: Rulebook, options: Options, stdin: bytes | None) -> Corpus:
    return read_articles(paths, rulebook, stdin=stdin, max_bytes=options.max_bytes, exclude=options.exclude, stdin_name=options.stdin_name)


def _touches(conflict: Conflict, about: frozenset[str] | None) -> bool:
    return about is None or any(not about.isdisjoint(side.articles) for side in conflict.sides)


def chosen_codes(rulebook: Rulebook, options: Options) -> frozenset[str]:
    """The codes of the findings that a run reports.

    Raises:
        SetupError: a selected or ignored word is no code, name or kind of a finding.
    """
    rules = tuple(rulebook.of(ComparisonRule))
    codes: dict[str, set[str]] = {}
    for rule in rules:
        for word in (rule.code.lower(), rule.name, rule.kind):
            codes.setdefault(word, set()).add(rule.code)
    for word in (*options.select, *options.ignore):
        if word.lower() not in codes:
            known = sorted({rule.code for rule in rules} | {rule.kind for rule in rules})
            raise SetupError(Problem("E512", f"no conflict code {word!r}", hint=_suggest(word, codes, known)))
    chosen = {code for word in options.select for code in codes[word.lower()]} or {rule.code for rule in rules if rule.default}
    return frozenset(chosen - {code for word in options.ignore for code in codes[word.lower()]})


def _suggest(word: str, codes: Collection[str], known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word.lower(), codes, n=1)
    return f"did you mean {near[0].upper() if near[0].startswith('fc') else near[0]!r}?" if near else f"known: {', '.join(known)}"


def extract(
    paths: Sequence[str | Path], options: Options | None = None, *, stdin: bytes | None = None, progress: Progress | None = None
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """All claims of the articles at the paths, by article and place, and the problems met.  Arguments and errors as in ``check``."""
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = _read(paths, rulebook, options, stdin)
    extractions = extract_articles(corpus.articles, rulebook, options, progress=progress)
    return tuple(claim for item in extractions for claim in item.claims), corpus.problems


def find_mentions(
    paths: Sequence[str | Path], options: Options | None = None, *, stdin: bytes | None = None, progress: Progress | None = None
) -> tuple[tuple[tuple[Article, Mention], ...], tuple[Problem, ...]]:
    """All resolved mentions of the articles at the paths, by article and place, and the problems met.  As ``check`` otherwise."""
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = _read(paths, rulebook, options, stdin)
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


def _alone(corpus: Corpus) -> Iterator[Problem]:
    if len(corpus.articles) == 1:
        message = "only one article: nothing to compare it with (it was checked against itself)"
        yield Problem("W602", message, severity="warning", hint="give the other articles of the story too")


def _doubted(corpus: Corpus, extractions: Sequence[Extraction]) -> Iterator[Problem]:
    """A warning for each stated publication that the article's own text contradicts."""
    stated = {article.id: article.published for article in corpus.articles}
    for article in (item.article for item in extractions):
        if stated[article.id].latest is not None and article.published.latest is None:
            hint = "state the day in NAME.meta.json beside the article, or in its front matter"
            yield Problem("W603", f"the publication is not believed: {article.published.how}", Location(article.path), hint, "warning")
