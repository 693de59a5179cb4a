"""Where reports go: one format to standard output or a file, and any number of further formats to files of their own."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.articles.inputs import STDIN
from factcheck.cli.helping import not_one_of, refused
from factcheck.cli.options import Color
from factcheck.cli.running import append, expect_folder, style_for, write
from factcheck.errors import FactcheckError, Problem, SetupError
from factcheck.reports.formats import IN_REPOSITORY, Format, format_of

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.reports.schema import ReportDocument
    from factcheck.reports.terminal import Style

    Styles = Callable[[Path | None], Style]

SUMMARY_LIMIT = 1_000_000
"""Bytes of a summary on GitHub, which refuses more than 1,048,576."""

_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,30})=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """One output; ``path`` None is standard output."""

    format: Format
    path: Path | None


def targets_of(outputs: Sequence[str] | None, first: Format | None) -> tuple[Target, ...]:
    """Every output asked for: FORMAT=FILE stands beside standard output, a FILE alone stands in its place.

    Args:
        outputs: FILE or FORMAT=FILE.
        first: the format of standard output or of what stands in its place; None: that of the file's name, else text.

    Raises:
        typer.BadParameter: there is no such format, no file, or one file for two outputs.
        SetupError: a file has no folder, or one that cannot be written to; told before anything is read.
    """
    targets: list[Target] = []
    for word in outputs or ():
        match = _NAMED.fullmatch(word)
        name, path = (match[1], match[2]) if match else ((first or format_of(word)).value, word)
        if name not in {item.value for item in Format}:
            raise refused(f"{not_one_of(name, tuple(Format))}; a file of this name is ./{word}", "--output")
        if path in ("", "-"):
            raise refused(f"{word!r} names no file; standard output takes the format of --format", "--output")
        targets.append(Target(Format(name), Path(path)))
    paths = [os.path.realpath(target.path) for target in targets if target.path]
    twice = next((str(target.path) for target in targets if target.path and paths.count(os.path.realpath(target.path)) > 1), None)
    if twice is not None and twice != os.devnull:
        raise refused(f"two outputs go to one file: {twice}", "--output")
    for target in targets:
        if target.path is not None:
            expect_folder(target.path)
    in_place = any(_NAMED.fullmatch(word) is None for word in outputs or ())
    return tuple(targets) if in_place else (*targets, Target(first or Format.text, None))


def style_of(color: Color, words: Sequence[str], *, saved: bool = False) -> Styles:
    """How to write each output.

    Args:
        color: when to colour.
        words: the paths that were given, none where the configuration says them.
        saved: whether they name a saved report.
    """
    again = None if STDIN in words else shlex.join(["--report", *words] if saved else words)
    return lambda output: replace(style_for(color, output), again=again)


def write_report(document: ReportDocument, targets: Sequence[Target], styles: Styles) -> None:
    """Write every output, files first, each whole or not at all; one that cannot be written hinders no other.

    Where a job of GitHub Actions asks for a summary (GITHUB_STEP_SUMMARY) and one of the formats is github, it gets one.

    Raises:
        SetupError: outputs could not be written; tells all of them.
    """
    from factcheck.reports import as_markdown  # noqa: PLC0415 - --help needs none of this
    from factcheck.reports.findings import moved  # noqa: PLC0415
    from factcheck.reports.rendering import RENDERERS  # noqa: PLC0415

    root = repository_root(os.environ)
    in_repository = moved(document, os.getcwd(), root)
    texts = []
    for target in targets:
        source = in_repository if target.format in IN_REPOSITORY else document
        texts.append(RENDERERS[target.format](source, styles(target.path)))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    problems: list[Problem] = []
    for text, target in zip(texts, targets, strict=True):
        try:
            write(text, target.path)
        except FactcheckError as error:
            problems += error.problems
    if summary and any(target.format is Format.github for target in targets):
        try:
            append(as_markdown.render_within(in_repository, SUMMARY_LIMIT), Path(summary))
        except FactcheckError as error:
            problems += error.problems
    if problems:
        raise SetupError(problems)


def repository_root(environment: Mapping[str, str]) -> str:
    """The folder from which CI systems look paths up: what GitHub or GitLab names, else the working directory."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        folder = environment.get(name)
        if folder and os.path.isdir(folder) and os.path.commonpath((os.path.realpath(folder), os.getcwd())) == os.path.realpath(folder):
            return os.path.realpath(folder)
    return os.getcwd()
