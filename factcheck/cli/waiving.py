"""The command waive: accept a conflict, with the reason and a last day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.helping import refused
from factcheck.cli.options import WaiversFile
from factcheck.cli.project import read_today
from factcheck.cli.reading import Reading, reads_articles
from factcheck.cli.running import exits, tell, write
from factcheck.errors import BaselineError, Location, Problem

if TYPE_CHECKING:  # pydantic comes with it
    from collections.abc import Sequence

    from factcheck.settings import ProjectSettings


@reads_articles("ignore")
def waive(
    reading: Reading,
    conflict: Annotated[str, typer.Argument(metavar="FC-ID", help="The id of the conflict.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is accepted.")],
    expires: Annotated[str, typer.Option("--expires", metavar="DATE", help="The last day on which this holds, as YYYY-MM-DD; or never.")],
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Look for the conflict in a saved report.json, not in PATHS.")
    ] = None,
    waivers: WaiversFile = None,
) -> None:
    """Accept a conflict until a day, for a reason.

    A check tells it apart, and does not fail because of it.
    """
    with exits(debug=reading.debug):
        from factcheck.baseline import nearest_id  # noqa: PLC0415 - --help needs none of this
        from factcheck.waivers import Waiver, add_waiver, parse_expiry  # noqa: PLC0415

        words, today = " ".join(reason.split()), read_today()
        if not words or not words.isprintable():
            raise refused("say in words why the conflict is accepted", "--reason")
        try:
            last = parse_expiry(expires)
        except ValueError as error:
            raise refused(str(error), "--expires") from error
        if last is not None and last < today:
            raise refused(f"{last} is over already", "--expires")
        if report and reading.stated["paths"]:
            raise refused("say where the conflict is: either PATHS or --report FILE", "--report")
        settings = reading.settings(waivers=waivers)
        ids, code = _ids(reading, settings, report)
        name = next((known for known in ids if known.lower() == conflict.lower()), None)
        if name is None:
            raise BaselineError(Problem("E413", f"no conflict {conflict!r}", None, nearest_id(conflict, ids)))
        path = Path(settings.waivers)
        waiver = Waiver(name, words, last, Location(path.as_posix()))
        write(add_waiver(_text(path), waiver, today), path)
        write(f"{path.as_posix()}: {name} is waived {f'until {last}' if last else 'for good'}.\n", None)
        raise typer.Exit(code)


def _ids(reading: Reading, settings: ProjectSettings, report: Path | None) -> tuple[Sequence[str], int]:
    """The ids of all conflicts there are, and the exit code that reading them asks for."""
    if report is not None:
        from factcheck.reports.saved import read_saved_report  # noqa: PLC0415 - only here

        return [conflict.id for conflict in read_saved_report(str(report)).conflicts], 0
    found = reading.report(settings)
    return [conflict.id for conflict in found.conflicts], tell(found.problems, quiet=reading.quiet)


def _text(path: Path) -> str:
    """The file as it is; "" where there is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BaselineError(Problem("E411", f"the waivers cannot be read: {reason}", Location(path.as_posix()))) from error
