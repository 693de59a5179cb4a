"""The commands that read articles: report, claims, mentions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import (
    MODEL,
    Color,
    Colors,
    Debug,
    Format,
    Formats,
    Ignore,
    Level,
    MinConfidence,
    MinSeverity,
    Model,
    Output,
    Paths,
    Quiet,
    Rules,
    Select,
    Verbose,
)
from factcheck.cli.progress import progress_bar
from factcheck.cli.running import exits, note, read_stdin, style_for, tell, write

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.schema import ReportDocument

LIGHT = "timex"
"""What --kind calls the times that are no values."""


def report(
    paths: Paths,
    formats: Formats = Format.text,
    output: Output = None,
    min_severity: MinSeverity = Level.low,
    min_confidence: MinConfidence = 0.0,
    select: Select = None,
    ignore: Ignore = None,
    rules: Rules = None,
    model: Model = MODEL,
    color: Colors = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Print the conflicts of a corpus, worst first.

    Where the only path is a saved report.json, print that one again.
    """
    with exits(debug=debug):
        from factcheck.reports import as_json, as_text  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.document import problems_of  # noqa: PLC0415
        from factcheck.reports.document import select as select_from  # noqa: PLC0415

        document = load_or_check(paths, rules, model, quiet=quiet, select=tuple(select or ()), ignore=tuple(ignore or ()))
        shown = select_from(document, min_severity=min_severity.value, min_confidence=min_confidence)
        text = as_json.render(shown) if formats is Format.json else as_text.render(shown, style_for(color, output))
        code = tell(problems_of(document), quiet=quiet)
        if verbose:
            _tell_run(document)
        write(text, output)
        raise typer.Exit(code)


def claims(
    paths: Paths,
    output: Output = None,
    rules: Rules = None,
    model: Model = MODEL,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print every claim, one JSON object a line."""
    with exits(debug=debug):
        from factcheck.checking import Options, extract  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.reports.document import claim_record  # noqa: PLC0415

        with progress_bar(quiet=quiet) as progress:
            found, problems = extract(paths, Options(model, tuple(rules or ())), stdin=read_stdin(paths), progress=progress)
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


def load_or_check(
    paths: list[str], rules: list[Path] | None, model: str, *, quiet: bool, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
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
        options = Options(model, tuple(rules or ()), select=select, ignore=ignore)
        found = check(paths, options, stdin=read_stdin(paths), progress=progress)
    return build_document(found)


def _tell_run(document: ReportDocument) -> None:
    run = ", ".join(f"{name} {value}" for name, value in document.run.items())
    note(f"factcheck {document.tool.version}: {document.summary.articles} articles, {document.summary.claims} claims; {run}")
    for article in document.articles:
        published = article.published
        days = " to ".join(str(day) for day in sorted({published.earliest, published.latest} - {None}, key=str)) or "?"
        note(f"  {article.path}: published {days} ({published.how})")
