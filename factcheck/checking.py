"""The pipeline on one page: paths -> articles -> documents -> mentions -> claims -> conflicts -> report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles import Corpus, read_articles
from factcheck.claims import ClaimBuilder, Extraction
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL, Document, Parser
from factcheck.errors import Location, Problem, SetupError
from factcheck.mentions.timex import TimexReader
from factcheck.model import Article, Claim, LightMention, Mention, Report
from factcheck.resolving import MentionReader
from factcheck.rulebook import ComparisonRule, Rulebook, load_rules
from factcheck.timing import add_timexes

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: the spaCy pipeline, folders of further rules, and how many passages are parsed at a time.

    ``select`` holds the codes or names of the only findings to report, none for all that are on by default; ``ignore`` those to leave out.
    """

    model: str = DEFAULT_MODEL
    rules: tuple[Path, ...] = ()
    batch_size: int = 64
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


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
        SetupError: the language model is missing, or a code is not known.
    """
    options = options or Options()
    rulebook = load_rules(options.rules)
    codes = chosen_codes(rulebook, options)
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
        conflicts=tuple(conflict for conflict in conflicts if conflict.code in codes),
        problems=(*corpus.problems, *_alone(corpus), *_doubted(corpus, extractions), *problems),
        claims=sum(len(item.claims) for item in extractions),
        run=run,
    )


def chosen_codes(rulebook: Rulebook, options: Options) -> frozenset[str]:
    """The codes of the findings that a run reports.

    Raises:
        SetupError: a selected or ignored code is that of no finding.
    """
    rules = tuple(rulebook.of(ComparisonRule))
    codes = {rule.code.lower(): rule.code for rule in rules} | {rule.name: rule.code for rule in rules}
    for word in (*options.select, *options.ignore):
        if word.lower() not in codes:
            hint = f"codes: {', '.join(sorted({*codes.values()}))}"
            raise SetupError(Problem("E512", f"no conflict code {word!r}", hint=hint))
    chosen = {codes[word.lower()] for word in options.select} or {rule.code for rule in rules if rule.default}
    return frozenset(chosen - {codes[word.lower()] for word in options.ignore})


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
    paths: Sequence[str | Path],
    options: Options | None = None,
    *,
    light: bool = False,
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[tuple[Article, Mention | LightMention], ...], tuple[Problem, ...]]:
    """All resolved mentions of the articles at the paths, by article and place, and the problems met.  As ``check`` otherwise.

    Dates, times and durations have their TIMEX3.  With ``light`` the expressions of time that are no values come too, after the mentions
    of their article.
    """
    options = options or Options()
    rulebook = load_rules(options.rules)
    corpus = read_articles(paths, rulebook, stdin=stdin)
    reader, times = MentionReader(rulebook), TimexReader(rulebook)
    found: list[tuple[Article, Mention | LightMention]] = []
    for document in _parse(corpus.articles, options, progress):
        article, resolved = reader.read(document)
        timed, others = add_timexes(times, document, article.published, [item.mention for item in resolved])
        found.extend((article, mention) for mention in timed)
        found.extend((article, mention) for mention in others if light)
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
