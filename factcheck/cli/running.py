"""What every command does alike: read, tell problems, write, turn exceptions into exit codes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.options import Color
from factcheck.errors import FactcheckError, InternalError, Location, Problem, SetupError

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.terminal import Style

INCOMPLETE = 2
"""The exit code when not everything asked for could be checked."""


@contextlib.contextmanager
def exits(*, debug: bool = False) -> Iterator[None]:
    """A command's body: its errors are told on standard error and end the program with INCOMPLETE."""
    try:
        yield
    except FactcheckError as error:
        if debug:
            traceback.print_exc()
        tell(error.problems)
        raise typer.Exit(INCOMPLETE) from error
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:  # the one place where nothing may pass: a fault of ours must not look like a finding
        if debug:
            traceback.print_exc()
        tell(unexpected(error).problems)
        raise typer.Exit(INCOMPLETE) from error


def unexpected(error: Exception) -> InternalError:
    """What to tell when the program itself is at fault."""
    first = (str(error).splitlines() or [""])[0][:200]
    return InternalError(
        Problem(
            "E101",
            f"an error in factcheck itself: {type(error).__name__}: {first}",
            hint="please report it: the command line, factcheck --version, and what --debug prints",
        )
    )


def tell(problems: Iterable[Problem], *, quiet: bool = False) -> int:
    """Print problems on standard error, warnings unless quiet; the exit code they ask for."""
    from factcheck.reports.terminal import printable  # noqa: PLC0415 - --help needs none of this

    code = 0
    for problem in problems:
        if problem.severity == "error":
            code = INCOMPLETE
        elif quiet:
            continue
        for index, line in enumerate(str(problem).splitlines()):
            note(f"{'  ' if index else ''}{printable(line)}")
    return code


def note(text: str) -> None:
    """One line on standard error, in which nothing acts on a terminal or a log."""
    from factcheck.reports.terminal import visible  # noqa: PLC0415 - --help needs none of this

    typer.echo(visible(text), err=True)


def read_stdin(paths: Sequence[str]) -> bytes | None:
    """The bytes of standard input if "-" is among the paths, else None."""
    return sys.stdin.buffer.read() if "-" in paths else None


def write(text: str, output: Path | None) -> None:
    """Write findings to standard output or, whole or not at all, to a file.

    Raises:
        SetupError: the file cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():  # a device or a pipe: nothing to replace
        _write_in_place(output, data)
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _unwritable(output, error) from error


def append(text: str, output: Path) -> None:
    """Add a text to the end of a file.

    Raises:
        SetupError: the file cannot be written.
    """
    try:
        with output.open("ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise _unwritable(output, error) from error


def _write_in_place(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        raise _unwritable(output, error) from error


def _unwritable(output: Path, error: OSError) -> SetupError:
    return SetupError(Problem("E511", f"the output cannot be written: {error.strerror}", Location(str(output)), "name a file that can"))


def style_for(color: Color, output: Path | None) -> Style:
    """How to write for people: the width of the terminal (or of COLUMNS), colour where it is wanted and can be seen."""
    from factcheck.reports.terminal import MAX_WIDTH, MIN_WIDTH, Style  # noqa: PLC0415 - --help needs none of this

    width = shutil.get_terminal_size((80, 24)).columns
    seen = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(min(max(width, MIN_WIDTH), MAX_WIDTH), color is Color.always or (color is Color.auto and seen))
