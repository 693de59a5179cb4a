"""The commands baseline create, update, accept, prune and show: what a project knows of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.helping import HelpfulCommand, HelpfulGroup
from factcheck.cli.options import BaselineFile, Config, Debug, Listing, Listings
from factcheck.cli.project import known_conflicts, read_settings, reported_codes
from factcheck.cli.reading import Reading, reads_articles
from factcheck.cli.running import exits, expect_folder, tell, write
from factcheck.errors import BaselineError, Location, Problem

if TYPE_CHECKING:  # pydantic comes with them
    from factcheck.baseline import Baseline
    from factcheck.model import Report
    from factcheck.settings import ProjectSettings

app = typer.Typer(
    help="Keep the conflicts that are known, so that a check reports only new ones.",
    cls=HelpfulGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_CONFLICT_ID = re.compile(r"FC-", re.IGNORECASE)


@app.command("create", cls=HelpfulCommand)
@reads_articles()
def create(reading: Reading, baseline: BaselineFile = None) -> None:
    """Write a baseline of all conflicts there are."""
    with exits(debug=reading.debug):
        from factcheck.baseline import make_baseline  # noqa: PLC0415 - --help needs none of this

        settings = reading.settings(baseline=baseline)
        path = Path(settings.baseline)
        if path.exists():
            hint = "factcheck baseline accept adds to it, update and prune take from it; remove it to begin anew"
            raise BaselineError(Problem("E405", "there is a baseline already", Location(path.as_posix()), hint))
        expect_folder(path)
        report = reading.report(settings)
        code = tell(report.problems, quiet=reading.quiet)
        made = make_baseline(report.conflicts)
        _save(made, path)
        write(f"{path.as_posix()}: {_count(len(made.conflicts))} in {len(report.articles)} articles.\n", None)
        raise typer.Exit(code)


@app.command("update", cls=HelpfulCommand)
@reads_articles()
def update(reading: Reading, baseline: BaselineFile = None) -> None:
    """Take out whatever is no longer found: conflicts, answers and claims.

    Nothing is added.
    """
    with exits(debug=reading.debug):
        from factcheck.baseline import shrink  # noqa: PLC0415 - --help needs none of this

        settings = reading.settings(baseline=baseline)
        known, report = _known(settings), _whole_report(reading, settings)
        _finish(known, shrink(known, report.conflicts, reported_codes(reading.options(settings))), settings)


@app.command("accept", cls=HelpfulCommand)
@reads_articles("paths")
def accept_conflicts(
    reading: Reading,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="FC-ID... PATHS", help="The conflicts to add, else all that are new; then as for create.")
    ] = None,
    baseline: BaselineFile = None,
) -> None:
    """Add conflicts, or all new ones."""
    with exits(debug=reading.debug):
        from factcheck.baseline import accept  # noqa: PLC0415 - --help needs none of this

        ids = [word for word in words or () if _CONFLICT_ID.match(word)]
        paths = [word for word in words or () if not _CONFLICT_ID.match(word)]
        settings = reading.settings(paths=paths, baseline=baseline)
        expect_folder(Path(settings.baseline))
        known, report = known_conflicts(settings), reading.report(settings)
        code = tell(report.problems, quiet=reading.quiet)
        _finish(known, accept(known, report.conflicts, ids), settings)
        raise typer.Exit(code)


@app.command("prune", cls=HelpfulCommand)
@reads_articles()
def prune_absent(reading: Reading, baseline: BaselineFile = None) -> None:
    """Take out conflicts of which nothing is found any longer."""
    with exits(debug=reading.debug):
        from factcheck.baseline import judge, prune  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.checked import of_codes  # noqa: PLC0415

        settings = reading.settings(baseline=baseline)
        known, report = _known(settings), _whole_report(reading, settings)
        absent = of_codes(judge(report.conflicts, known).absent, reported_codes(reading.options(settings)))
        _finish(known, prune(known, absent), settings)


@app.command("show", cls=HelpfulCommand)
def show(
    baseline: BaselineFile = None,
    formats: Listings = Listing.text,
    config: Config = None,
    debug: Debug = False,
) -> None:
    """Print the known conflicts, without reading any article."""
    with exits(debug=debug):
        from factcheck.baseline import render_baseline  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.terminal import printable  # noqa: PLC0415

        settings = read_settings(config, baseline=baseline)
        known = _known(settings)
        if formats is Listing.json:
            write(render_baseline(known), None)
            return
        lines = []
        for entry in known.conflicts:
            verdict = "" if entry.verdict == "conflict" else f"  ({entry.verdict})"
            lines.append(f"{entry.id}  {entry.code}  {printable(entry.message)}{verdict}\n")
            lines += [
                f"  {printable(side.text)} - {len(side.claims)} claim{'' if len(side.claims) == 1 else 's'}\n" for side in entry.sides
            ]
        write("".join(lines) + f"{_count(len(known.conflicts))} known.\n", None)


def _known(settings: ProjectSettings) -> Baseline:
    """The baseline, which must exist."""
    from factcheck.baseline import read_baseline  # noqa: PLC0415 - --help needs none of this

    path = Path(settings.baseline)
    return read_baseline(path, path.as_posix())


def _whole_report(reading: Reading, settings: ProjectSettings) -> Report:
    """The report, if all articles could be read: what is not read looks as if it were gone.

    Raises:
        BaselineError: they could not.
    """
    from factcheck.reports.checked import is_complete  # noqa: PLC0415 - --help needs none of this

    report = reading.report(settings)
    if not is_complete(report):
        hint = "make all articles readable first, or name those that are with PATHS"
        problem = Problem("E407", "nothing was taken out: not all articles were read", Location(Path(settings.baseline).as_posix()), hint)
        raise BaselineError([*report.problems, problem])
    tell(report.problems, quiet=reading.quiet)
    return report


def _finish(before: Baseline, after: Baseline, settings: ProjectSettings) -> None:
    """Save what changed, and say how."""
    path = Path(settings.baseline)
    if after != before or not path.exists():
        _save(after, path)
    old, new = ({entry.id for entry in known.conflicts} for known in (before, after))
    changed = sum(entry not in before.conflicts and entry.id in old for entry in after.conflicts)
    text = f"{len(new - old)} added, {len(old - new)} taken out, {changed} changed"
    write(f"{path.as_posix()}: {text}; {_count(len(after.conflicts))} known.\n", None)


def _save(baseline: Baseline, path: Path) -> None:
    from factcheck.baseline import render_baseline  # noqa: PLC0415 - --help needs none of this

    write(render_baseline(baseline), path)


def _count(number: int) -> str:
    return f"{number:,} conflict{'' if number == 1 else 's'}"
