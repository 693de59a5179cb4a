"""What every command does alike: read, tell problems, write, turn exceptions into exit codes."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from factcheck.articles.inputs import STDIN
from factcheck.cli.options import Color
from factcheck.errors import FactcheckError, InputError, InternalError, Location, Problem, SetupError

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.terminal import Style

INCOMPLETE = 2
"""The exit code when not everything asked for could be checked."""


@contextlib.contextmanager
def exits(*, debug: bool = False) -> Iterator[None]:
    """A command's body: its errors are told on standard error and end the program with INCOMPLETE."""
    try:
        _demand_folder()
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


def _demand_folder() -> None:
    try:
        os.getcwd()
    except OSError as error:
        raise SetupError(
            Problem("E514", f"the working directory cannot be read: {error.strerror}", hint="change to one that exists")
        ) from error


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
    """The bytes of standard input if "-" is among the paths, else None.

    Raises:
        InputError: E303, there is none.
    """
    if STDIN not in paths:
        return None
    if sys.stdin is None:  # as Python has it where the shell closed it
        hint = "give the text to it: cat draft.txt | factcheck report -"
        raise InputError(Problem("E303", "standard input is closed", hint=hint))
    return sys.stdin.buffer.read()


def write(text: str, output: Path | None) -> None:
    """Write findings to standard output or, whole or not at all, to a file.

    Raises:
        SetupError: they cannot be written there.
    """
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        _write_out(data)
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


def expect_folder(output: Path) -> None:
    """See that a file can be written later as far as its folder goes, before anything is read for it.

    Raises:
        SetupError: as ``write``, where there is no such folder, or it cannot be written to.
    """
    if not output.parent.is_dir():
        raise _unwritable(output, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    if not output.exists() and not os.access(output.parent, os.W_OK):
        raise _unwritable(output, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


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


def _write_out(data: bytes) -> None:
    if sys.stdout is None:  # as Python has it where the shell closed it
        raise SetupError(Problem("E511", "standard output is closed", hint="name a file with --output"))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _discard(sys.stdout)
        raise SetupError(Problem("E511", f"standard output cannot be written: {error.strerror}")) from error


def end_unwritten(error: OSError) -> NoReturn:
    """End the program where a help text or an error could not be written."""
    with contextlib.suppress(OSError):
        note(str(Problem("E511", f"the output cannot be written: {error.strerror}")))
    _discard(sys.stdout)
    _discard(sys.stderr)
    sys.exit(INCOMPLETE)


def _discard(stream: TextIO) -> None:
    """Let nothing reach a stream any more: what is left in its buffer would fail once more when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write_in_place(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        raise _unwritable(output, error) from error


def _unwritable(output: Path, error: OSError) -> SetupError:
    hint = "give a file in a folder that exists and may be written to"
    return SetupError(Problem("E511", f"the output cannot be written: {error.strerror}", Location(str(output)), hint))


def style_for(color: Color, output: Path | None) -> Style:
    """How to write for people: the width of the terminal (or of COLUMNS), colour where it is wanted and can be seen."""
    from factcheck.reports.terminal import MAX_WIDTH, MIN_WIDTH, Style  # noqa: PLC0415 - --help needs none of this

    width = shutil.get_terminal_size((80, 24)).columns
    seen = (
        output is None
        and sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
    return Style(min(max(width, MIN_WIDTH), MAX_WIDTH), color is Color.always or (color is Color.auto and seen))
