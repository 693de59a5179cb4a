"""The command check: the conflicts that new articles bring, and an exit code for CI."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from factcheck.articles.inputs import STDIN
from factcheck.cli.corpus import tell_run
from factcheck.cli.helping import HelpfulCommand, refused
from factcheck.cli.options import (
    BaselineFile,
    Color,
    Colors,
    Formats,
    LeastToFail,
    MinConfidence,
    MinSeverity,
    New,
    Outputs,
    Since,
    StdinName,
    Verbose,
    WaiversFile,
)
from factcheck.cli.outputs import style_of, targets_of, write_report
from factcheck.cli.project import accepted_conflicts, known_conflicts, read_today, reported_codes, run_check
from factcheck.cli.reading import Reading, reads_articles
from factcheck.cli.running import exits, note, tell

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.changes import Asked
    from factcheck.checking import Options
    from factcheck.cli.outputs import Styles, Target
    from factcheck.model import Report
    from factcheck.reports.schema import ReportDocument
    from factcheck.settings import ProjectSettings

FOUND = 1
"""The exit code where open conflicts are at or above --fail-on."""


class SpreadingCommand(HelpfulCommand):
    """A command whose option --new takes all words up to the next option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the parent does."""
        return super().parse_args(ctx, list(spread(args)))


def spread(args: Sequence[str]) -> Iterator[str]:
    """ "--new A B" as "--new A --new B": a shell that fills in several files must not make the second one a path of the corpus."""
    inside = fresh = False
    for index, word in enumerate(args):
        if word == "--":
            yield from args[index:]
            return
        if word.startswith("-") and word != STDIN:
            inside = fresh = word == "--new"
            yield word
            continue
        if inside and not fresh:
            yield "--new"
        fresh = False
        yield word


@reads_articles()
def check(
    reading: Reading,
    new: New = None,
    since: Since = None,
    fail_on: LeastToFail = None,
    formats: Formats = None,
    outputs: Outputs = None,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    baseline: BaselineFile = None,
    waivers: WaiversFile = None,
    stdin_name: StdinName = None,
    color: Colors = Color.auto,
    *,
    verbose: Verbose = False,
) -> None:
    """Check new articles against all others.

    All articles are read; only conflicts with a new article on a side are reported. Without --new and --since every article is new. The
    exit code is 1 where one of them is neither in the baseline nor waived and at or above --fail-on.
    """
    with exits(debug=reading.debug):
        targets = targets_of(outputs, formats)
        _check_words(reading.stated["paths"] or [], new or [], since, stdin_name)
        own = {"fail_on": fail_on, "min_severity": min_severity, "min_confidence": min_confidence}
        settings = reading.settings(**own, baseline=baseline, waivers=waivers)
        options = reading.options(settings, stdin_name=stdin_name)
        document = _judge(settings, options, tuple(new or ()), since, quiet=reading.quiet)
        if verbose:
            tell_run(document)
        stated = [*settings.paths, *new] if new else reading.stated["paths"] or []
        raise typer.Exit(_show(document, settings, targets, style_of(color, stated), quiet=reading.quiet))


def _show(document: ReportDocument, settings: ProjectSettings, targets: Sequence[Target], styles: Styles, *, quiet: bool) -> int:
    """Write the document; the exit code."""
    from factcheck.reports.checked import failing, verdict  # noqa: PLC0415 - --help needs none of this
    from factcheck.reports.document import problems_of, select  # noqa: PLC0415

    shown = select(document, min_severity=settings.min_severity, min_confidence=settings.min_confidence)
    code = tell(problems_of(document), quiet=quiet)
    write_report(shown, targets, styles)
    failed = failing(shown, settings.fail_on)
    if failed:
        note(verdict(failed, settings.fail_on, styles(None).again))
    return code or (FOUND if failed else 0)


def _check_words(paths: Sequence[str], new: Sequence[str], since: str | None, stdin_name: str | None) -> None:
    if new and since is not None:
        raise refused("either --new or --since says what is new, not both", "--since")
    if stdin_name is not None and STDIN not in (*paths, *new):
        raise refused("it names standard input, which is - among the paths", "--stdin-filename")


def _judge(settings: ProjectSettings, options: Options, new: Sequence[str], since: str | None, *, quiet: bool) -> ReportDocument:
    """The document of the check."""
    from factcheck.reports.checked import check_document  # noqa: PLC0415 - --help needs none of this

    baseline, waivers, today = known_conflicts(settings), accepted_conflicts(settings), read_today()
    stdin_name = options.stdin_name
    paths = [*settings.paths, *new]
    if not new and since is None:
        report = run_check(paths, options, quiet=quiet)
        report = _named(replace(report, new=frozenset(article.id for article in report.articles)), "all")
        codes = reported_codes(options) if baseline.conflicts else frozenset[str]()
        return check_document(report, baseline, waivers, today, codes=codes, unused=not settings.select and not settings.ignore)
    from factcheck.changes import asked_by_path, changed_since  # noqa: PLC0415 - a whole check never needs it
    from factcheck.waivers import mark_added  # noqa: PLC0415

    if since is None:
        asked, name = asked_by_path(new, stdin_name=stdin_name), "named"
    else:
        change = changed_since(since, paths, Path.cwd())
        asked, name = change.asked, f"since {since}"
        asked.stdin = (stdin_name or "") if STDIN in paths else None
        before = change.before(Path(settings.waivers).absolute())
        waivers = mark_added(waivers, None if before is None else before.decode("utf-8-sig", errors="replace"))
    return check_document(_named(_report_on(asked, paths, options, named=since is None, quiet=quiet), name), baseline, waivers, today)


def _report_on(asked: Asked, paths: Sequence[str], options: Options, *, named: bool, quiet: bool) -> Report:
    """The report about what is asked; nothing is parsed where no article is."""
    from factcheck.articles.inputs import list_files  # noqa: PLC0415 - --help needs none of this
    from factcheck.model import Report  # noqa: PLC0415
    from factcheck.rulebook import load_rules  # noqa: PLC0415

    if named and asked.files:  # they are among the paths
        return run_check(paths, options, quiet=quiet, new=asked.is_new, fresh=asked.files)
    listing = list_files([path for path in paths if path != STDIN])
    files = [found.path for found in listing.files]
    if asked.touches(files):
        return run_check(paths, options, quiet=quiet, new=asked.is_new, fresh=asked.files.intersection(map(str, files)))
    reported_codes(options)  # a word that is no code is told all the same
    run = (("model", options.model), ("rules", load_rules(options.rules).digest))
    return Report((), (), tuple(listing.problems), run=run, new=frozenset())


def _named(report: Report, name: str) -> Report:
    """The report with a word on what counted as new in it."""
    return replace(report, run=(*report.run, ("new", name)))
