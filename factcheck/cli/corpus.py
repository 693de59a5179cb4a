"""The commands that read articles: report, claims, mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.helping import not_one_of, refused
from factcheck.cli.options import Color, Colors, Formats, MinConfidence, MinSeverity, Output, Outputs, Verbose
from factcheck.cli.outputs import style_of, targets_of, write_report
from factcheck.cli.progress import progress_bar
from factcheck.cli.project import run_check
from factcheck.cli.reading import Reading, reads_articles
from factcheck.cli.running import exits, note, read_stdin, tell, write

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.checking import Options
    from factcheck.reports.schema import PublishedRecord, ReportDocument

LIGHT = "timex"
"""What --kind calls the times that are no values."""


@reads_articles()
def report(
    reading: Reading,
    formats: Formats = None,
    outputs: Outputs = None,
    min_severity: MinSeverity = None,
    min_confidence: MinConfidence = None,
    color: Colors = Color.auto,
    *,
    verbose: Verbose = False,
) -> None:
    """Print the conflicts of a corpus, worst first.

    Where the only path is a saved report.json, print that one again.
    """
    with exits(debug=reading.debug):
        targets = targets_of(outputs, formats)
        from factcheck.reports.document import problems_of  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.document import select as select_from  # noqa: PLC0415
        from factcheck.reports.saved import is_saved_report  # noqa: PLC0415

        settings = reading.settings(min_severity=min_severity, min_confidence=min_confidence)
        document = load_or_check(settings.paths, reading.options(settings), quiet=reading.quiet)
        shown = select_from(document, min_severity=settings.min_severity, min_confidence=settings.min_confidence)
        code = tell(problems_of(document), quiet=reading.quiet)
        if verbose:
            tell_run(document)
        saved = len(settings.paths) == 1 and is_saved_report(settings.paths[0])
        write_report(shown, targets, style_of(color, reading.stated["paths"] or [], saved=saved))
        raise typer.Exit(code)


@reads_articles("select", "ignore")
def claims(reading: Reading, output: Output = None) -> None:
    """Print every claim, one JSON object a line."""
    with exits(debug=reading.debug):
        from factcheck.checking import extract  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.reports.document import claim_record  # noqa: PLC0415

        settings = reading.settings()
        options, paths = reading.options(settings), settings.paths
        with progress_bar(quiet=reading.quiet) as progress:
            found, problems = extract(paths, options, stdin=read_stdin(paths), progress=progress)
        code = tell(problems, quiet=reading.quiet)
        write(as_json.render_lines(claim_record(claim) for claim in found), output)
        raise typer.Exit(code)


@reads_articles("select", "ignore", "cache_dir", "no_cache", "jobs")
def mentions(
    reading: Reading,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help='Only this kind; "timex": times that are no values. May be repeated.')
    ] = None,
    output: Output = None,
) -> None:
    """Print every value found, one JSON object a line."""
    with exits(debug=reading.debug):
        _check_kinds(kind or [])
        from factcheck.checking import find_mentions  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.reports.document import mention_records  # noqa: PLC0415

        settings = reading.settings()
        options, paths = replace(reading, no_cache=True).options(settings), settings.paths
        with progress_bar(quiet=reading.quiet) as progress:
            light = LIGHT in (kind or [])
            found, problems = find_mentions(paths, options, light=light, stdin=read_stdin(paths), progress=progress)
        code = tell(problems, quiet=reading.quiet)
        wanted = [pair for pair in found if not kind or pair[1].kind in kind]
        write(as_json.render_lines(mention_records(wanted)), output)
        raise typer.Exit(code)


def _check_kinds(kinds: list[str]) -> None:
    from factcheck.values import KINDS  # noqa: PLC0415 - --help needs none of this

    known = (*KINDS, LIGHT)
    unknown = [kind for kind in kinds if kind not in known]
    if unknown:
        raise refused(not_one_of(unknown[0], known), "--kind")


def load_or_check(paths: Sequence[str], options: Options, *, quiet: bool) -> ReportDocument:
    """The report of a corpus, or the one in the file if the only path is a saved report; only the findings of the codes asked for.

    Raises:
        FactcheckError: nothing could be checked.
    """
    from factcheck.reports.document import build_document, keep_codes  # noqa: PLC0415 - --help needs none of this
    from factcheck.reports.saved import is_saved_report, read_saved_report  # noqa: PLC0415

    if len(paths) == 1 and is_saved_report(paths[0]):
        saved = read_saved_report(paths[0])
        if not options.select and not options.ignore:
            return saved
        from factcheck.checking import codes_named  # noqa: PLC0415 - rules are not needed without these words
        from factcheck.rulebook import ComparisonRule, load_rules  # noqa: PLC0415

        rules, told = tuple(load_rules(options.rules).of(ComparisonRule)), {conflict.code for conflict in saved.conflicts}
        return keep_codes(saved, *(codes_named(words, rules, told) for words in (options.select, options.ignore)))
    return build_document(run_check(paths, options, quiet=quiet))


def tell_run(document: ReportDocument) -> None:
    """What was read and with which rules, on standard error."""
    run = ", ".join(f"{name} {value}" for name, value in document.run.items())
    note(f"factcheck {document.tool.version}: {document.summary.articles} articles, {document.summary.claims} claims; {run}")
    for article in document.articles:
        record = f", record {article.record}" if article.record else ""
        note(f"  {article.path}{record}: {_days(article.published)} ({article.published.how})")


def _days(published: PublishedRecord) -> str:
    earliest, latest = published.earliest, published.latest
    if earliest is None or latest is None:
        return f"published {earliest} or later" if earliest else f"published {latest} or before" if latest else "publication day unknown"
    return "published " + (str(earliest) if earliest == latest else f"{earliest} to {latest}")
