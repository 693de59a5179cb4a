"""The pipeline on one page: paths -> articles -> documents -> mentions -> claims -> conflicts -> report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.articles import DEFAULT_MAX_BYTES, Corpus, read_articles
from factcheck.articles.inputs import as_paths
from factcheck.documents import DEFAULT_MODEL
from factcheck.errors import Problem, SetupError
from factcheck.extracting import Extractor
from factcheck.gathering import Gathered, Gathering, IsNew, Progress
from factcheck.model import Article, Claim, Extraction, LightMention, Mention, Report
from factcheck.nearest import nearest
from factcheck.rulebook import ComparisonRule, Rulebook, load_rules
from factcheck.settings import LEFT_OUT
from factcheck.store import Answer

_BEGINNING = re.compile(r"FC[0-9]{0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told: the spaCy pipeline, folders of further rules, and how many passages are parsed at a time.

    ``select`` holds the codes, beginnings of codes, names or kinds of the only findings to report, none for all that are on by default;
    ``ignore`` those to leave out.  ``max_bytes``, ``exclude`` and ``stdin_name`` are those of ``read_articles``.

    ``cache`` is the folder in which claims are kept between runs, None for nowhere; ``jobs`` the number of processes that read articles, 0
    for one a core.  Neither changes what is found.
    """

    model: str = DEFAULT_MODEL
    rules: tuple[Path, ...] = ()
    batch_size: int = 128
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    max_bytes: int = DEFAULT_MAX_BYTES
    exclude: tuple[str, ...] = ()
    stdin_name: str | None = None
    cache: Path | None = None
    jobs: int = 1


def check(
    paths: str | Path | Sequence[str | Path],
    options: Options | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    new: IsNew | None = None,
    fresh: Collection[str] = (),
) -> Report:
    """Read the articles at the paths and report every conflict among them.

    Args:
        paths: files, folders, glob patterns, or "-" for ``stdin``; one alone needs no list.
        options: defaults where None.
        stdin: what "-" stands for.
        progress: told how far the run is.
        new: says of an article, by its id, path and line, whether it is asked about: only conflicts with such an article on a side are
            reported, and only articles that are asked about or stand in one.  None: all are.
        fresh: files that are new by all appearance: where one is not known, the model is loaded before anything else is read.

    Returns:
        Articles sorted by id, conflicts worst first, and all problems met: what could not be read is told there alone, so look at
        ``problems`` where there are no conflicts.  A problem never hides the conflicts of other articles.

    Raises:
        RuleError: a rule file has faults.
        SetupError: the language model is missing, or a code is not known.
    """
    options, paths = options or Options(), as_paths(paths)
    with Gathering(options, progress, fresh, paths) as gathering:
        rulebook = gathering.rulebook
        codes = chosen_codes(rulebook, options)
        gathered = gathering.near(paths, stdin, new, _find_reached) if new else gathering.whole(paths, stdin)
    if progress:
        progress("comparing", 0, 1)
    answer = gathered.answer or _compare(gathered, rulebook)
    if gathered.answer is None:
        gathering.keep(gathered, answer)
    if progress:
        progress("comparing", 1, 1)
    about = gathered.about
    conflicts = tuple(conflict for conflict in answer.conflicts if conflict.code in codes)
    shown = None if about is None else about.union(*(side.articles for conflict in conflicts for side in conflict.sides))
    return Report(
        articles=tuple(item.article for item in gathered.extractions if shown is None or item.article.id in shown),
        conflicts=conflicts,
        problems=(*gathered.corpus.problems, *_too_few(gathered), *gathering.problems(), *answer.problems),
        claims=gathered.claims,
        run=(("model", options.model), ("rules", rulebook.digest), *_left_out(options, len(answer.conflicts) - len(conflicts))),
        new=about,
        read=gathered.articles,
    )


def _find_reached(
    extractions: Sequence[Extraction], rulebook: Rulebook, about: frozenset[str], overfrequent: frozenset[str]
) -> frozenset[str]:
    from factcheck.conflicts import find_reached  # noqa: PLC0415 - late: meanwhile another process loads the model

    return find_reached(extractions, rulebook, about, overfrequent)


def _compare(gathered: Gathered, rulebook: Rulebook) -> Answer:
    from factcheck.conflicts import find_conflicts  # noqa: PLC0415 - late: an answer that is kept needs no comparison

    return Answer(*find_conflicts(gathered.extractions, rulebook, gathered.about, overfrequent=gathered.overfrequent))


def _left_out(options: Options, number: int) -> Iterator[tuple[str, str]]:
    """What a report says of findings that the options kept out of it."""
    words = {"select": options.select, "ignore": options.ignore}
    if number and any(words.values()):
        yield LEFT_OUT, str(number)
        yield from ((name, ",".join(told)) for name, told in words.items() if told)


def chosen_codes(rulebook: Rulebook, options: Options) -> frozenset[str]:
    """The codes of the findings that a run reports.

    Raises:
        SetupError: a selected or ignored word is no code, name or kind of a finding.
    """
    rules = tuple(rulebook.of(ComparisonRule))
    selected, ignored = codes_named(options.select, rules), codes_named(options.ignore, rules)
    return (selected or frozenset(rule.code for rule in rules if rule.default)) - ignored


def codes_named(words: Sequence[str], rules: Iterable[ComparisonRule], more: Collection[str] = ()) -> frozenset[str]:
    """The codes that some words stand for; empty where there is none.

    Args:
        words: codes (``FC101``), beginnings of codes (``FC1``), names, kinds, or several of them with commas between; case is no matter.
        rules: the findings there are.
        more: further codes that may be named.

    Raises:
        SetupError: E512, a word is none of these.
    """
    codes: dict[str, set[str]] = {code.lower(): {code} for code in more}
    for rule in rules:
        for word in (rule.code.lower(), rule.name, rule.kind):
            codes.setdefault(word, set()).add(rule.code)
    every = {code for named in codes.values() for code in named}
    found: set[str] = set()
    for word in (part.strip() for listed in words for part in listed.split(",")):
        begun = {code for code in every if code.startswith(word.upper())} if _BEGINNING.fullmatch(word) else set()
        named = codes.get(word.lower()) or begun
        if word and not named:
            raise SetupError(Problem("E512", f"no conflict code {word!r}", hint=_suggest(word, codes, sorted(every))))
        found |= named
    return frozenset(found)


def _suggest(word: str, codes: Collection[str], known: Sequence[str]) -> str:
    near, listed = nearest(word, [*known, *codes]), f"codes: {', '.join(known)}"
    return f"did you mean {near if near in known else repr(near)}? {listed}" if near else listed


def extract(
    paths: str | Path | Sequence[str | Path],
    options: Options | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """All claims of the articles at the paths that answer a question, by article and place, and the problems met.  Arguments and errors as
    in ``check``."""
    with Gathering(options or Options(), progress) as gathering:
        gathered = gathering.whole(as_paths(paths), stdin)
    others = [problem for problem in gathering.problems() if problem.code != "W603"]
    claims = tuple(claim for item in gathered.extractions for claim in item.answers)
    return claims, (*gathered.corpus.problems, *_none(gathered.corpus, gathered.articles), *others)


def find_mentions(
    paths: str | Path | Sequence[str | Path],
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
    corpus = read_articles(
        paths, rulebook, stdin=stdin, max_bytes=options.max_bytes, exclude=options.exclude, stdin_name=options.stdin_name
    )
    found: list[tuple[Article, Mention | LightMention]] = []
    for article, mentions in Extractor(rulebook, options.model, options.batch_size).mentions(corpus.articles, light=light):
        found.extend((article, mention) for mention in mentions)
        if progress:
            progress("reading", len(found), 0)
    return tuple(found), (*corpus.problems, *_none(corpus, len(corpus.articles)))


def _too_few(gathered: Gathered) -> Iterator[Problem]:
    foreign = sum(problem.code == "E318" for problem in gathered.corpus.problems)
    if gathered.articles == 1 > foreign:
        message = "only one article: nothing to compare it with (it was checked against itself)"
        yield Problem("W602", message, severity="warning", hint="give the other articles of the story too")
    if 0 < gathered.articles <= foreign:
        yield Problem("E322", "nothing was checked: no article is in English", hint="state language: en where that is wrong")
    yield from _none(gathered.corpus, gathered.articles)


def _none(corpus: Corpus, articles: int) -> Iterator[Problem]:
    """Told where nothing was read and nothing else says so: an empty file must not look like a corpus without conflicts."""
    if not articles and all(problem.severity == "warning" for problem in corpus.problems):
        yield Problem("E321", "no article was read: nothing was checked", hint="give files that hold text, and look at what is excluded")
