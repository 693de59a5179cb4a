"""The commands that read articles: report, claims, mentions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import (
    MODEL,
    CacheDir,
    Color,
    Colors,
    Debug,
    Formats,
    Ignore,
    Jobs,
    Level,
    MinConfidence,
    MinSeverity,
    Model,
    NoCache,
    Output,
    Outputs,
    Paths,
    Quiet,
    Rules,
    Select,
    Verbose,
)
from factcheck.cli.outputs import targets_of, write_report
from factcheck.cli.progress import progress_bar
from factcheck.cli.running import exits, note, read_stdin, tell, write
from factcheck.cli.storing import cache_of
from factcheck.reports.formats import Format

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.schema import ReportDocument

LIGHT = "timex"
"""What --kind calls the times that are no values."""


def report(
    paths: Paths,
    formats: Formats = Format.text,
    outputs: Outputs = None,
    min_severity: MinSeverity = Level.low,
    min_confidence: MinConfidence = 0.0,
    select: Select = None,
    ignore: Ignore = None,
    rules: Rules = None,
    model: Model = MODEL,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    color: Colors = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Print the conflicts of a corpus, worst first.

    Where the only path is a saved report.json, print that one again.
    """
    with exits(debug=debug):
        targets = targets_of(outputs, formats)
        from factcheck.reports.document import problems_of  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.document import select as select_from  # noqa: PLC0415

        reading = Reading(tuple(rules or ()), model, cache_of(cache_dir, off=no_cache), jobs)
        document = load_or_check(paths, reading, quiet=quiet, select=tuple(select or ()), ignore=tuple(ignore or ()))
        shown = select_from(document, min_severity=min_severity.value, min_confidence=min_confidence)
        code = tell(problems_of(document), quiet=quiet)
        if verbose:
            tell_run(document)
        write_report(shown, targets, color)
        raise typer.Exit(code)


def claims(
    paths: Paths,
    output: Output = None,
    rules: Rules = None,
    model: Model = MODEL,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print every claim, one JSON object a line."""
    with exits(debug=debug):
        from factcheck.checking import Options, extract  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.reports.document import claim_record  # noqa: PLC0415

        with progress_bar(quiet=quiet) as progress:
            options = Options(model, tuple(rules or ()), cache=cache_of(cache_dir, off=no_cache), jobs=jobs)
            found, problems = extract(paths, options, stdin=read_stdin(paths), progress=progress)
        code = tell(problems, quiet=quiet)
        write(as_json.render_lines(claim_record(claim) for claim in found), output)
        raise typer.Exit(code)


def mentions(
    paths: Paths,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help='Only this kind; "timex": times that are no values. May be repeated.')
    ] = None,
    output: Output = None,
    rules: Rules = None,
    model: Model = MODEL,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print every value found, one JSON object a line."""
    with exits(debug=debug):
        _check_kinds(kind or [])
        from factcheck.checking import Options, find_mentions  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.reports.document import mention_records  # noqa: PLC0415

        with progress_bar(quiet=quiet) as progress:
            options = Options(model, tuple(rules or ()))
            light = LIGHT in (kind or [])
            found, problems = find_mentions(paths, options, light=light, stdin=read_stdin(paths), progress=progress)
        code = tell(problems, quiet=quiet)
        wanted = [pair for pair in found if not kind or pair[1].kind in kind]
        write(as_json.render_lines(mention_records(wanted)), output)
        raise typer.Exit(code)


def _check_kinds(kinds: list[str]) -> None:
    from factcheck.values import KINDS  # noqa: PLC0415 - --help needs none of this

    known = (*KINDS, LIGHT)
    unknown = [kind for kind in kinds if kind not in known]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is not a kind; one of: {', '.join(known)}", param_hint="--kind")


@dataclass(frozen=True, slots=True)
class Reading:
    """What articles are read with: folders of rules, the model, where claims are kept (None: nowhere), and how many processes."""

    rules: tuple[Path, ...]
    model: str
    cache: Path | None
    jobs: int = 1


def load_or_check(
    paths: list[str], reading: Reading, *, quiet: bool, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> ReportDocument:
    """The report of a corpus, or the one in the file if the only path is a saved report; only the findings of the codes asked for.

    Raises:
        FactcheckError: nothing could be checked.
    """
    from factcheck.reports.document import build_document, keep_codes  # noqa: PLC0415 - --help needs none of this
    from factcheck.reports.saved import is_saved_report, read_saved_report  # noqa: PLC0415

    if len(paths) == 1 and is_saved_report(paths[0]):
        return keep_codes(read_saved_report(paths[0]), select, ignore)
    from factcheck.checking import Options, check  # noqa: PLC0415 - a saved report never needs it

    with progress_bar(quiet=quiet) as progress:
        options = Options(reading.model, reading.rules, select=select, ignore=ignore, cache=reading.cache, jobs=reading.jobs)
        found = check(paths, options, stdin=read_stdin(paths), progress=progress)
    return build_document(found)


def tell_run(document: ReportDocument) -> None:
    """What was read and with which rules, on standard error."""
    run = ", ".join(f"{name} {value}" for name, value in document.run.items())
    note(f"factcheck {document.tool.version}: {document.summary.articles} articles, {document.summary.claims} claims; {run}")
    for article in document.articles:
        published = article.published
        days = " to ".join(str(day) for day in sorted({published.earliest, published.latest} - {None}, key=str)) or "?"
        note(f"  {article.path}: published {days} ({published.how})")
