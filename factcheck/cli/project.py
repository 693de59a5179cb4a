"""What the commands about a project share: its settings, its baseline and waivers, and the day."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.progress import progress_bar
from factcheck.cli.running import read_stdin
from factcheck.cli.storing import cache_of
from factcheck.errors import Problem, SetupError

if TYPE_CHECKING:  # pydantic comes with it
    from factcheck.baseline import Baseline
    from factcheck.checking import Options
    from factcheck.gathering import IsNew
    from factcheck.model import Report
    from factcheck.settings import ProjectSettings
    from factcheck.waivers import Waiver

TODAY = "FACTCHECK_TODAY"
"""The environment variable that stands for today's date, so that a run can be repeated."""


def reported_codes(options: Options) -> frozenset[str]:
    """The codes that a run with these options reports.

    Raises:
        RuleError: the rules cannot be used.
        SetupError: as ``chosen_codes``, a word that is asked for is no code.
    """
    from factcheck.checking import chosen_codes  # noqa: PLC0415 - --help needs none of this
    from factcheck.rulebook import load_rules  # noqa: PLC0415

    return chosen_codes(load_rules(options.rules), options)


def read_today() -> date:
    """The day by which waivers are judged: the only place where the clock is read.

    Raises:
        SetupError: E524, FACTCHECK_TODAY is not a day.
    """
    stated = os.environ.get(TODAY)
    if not stated:
        return date.today()
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        raise SetupError(Problem("E524", f"{TODAY} is not a day: {stated!r}", None, "a day as YYYY-MM-DD")) from error


def read_settings(config: Path | None, **given: Any) -> ProjectSettings:
    """The settings in force: what was given on the command line (not None, not empty), else the configuration, else the defaults.

    Raises:
        SetupError: the configuration has faults.
    """
    from factcheck.settings import read_configuration  # noqa: PLC0415 - --help needs none of this

    stated = {key: _plain(value) for key, value in given.items() if value not in (None, [])}
    return read_configuration(config, Path.cwd()).settings.model_copy(update=stated)


def _plain(value: Any) -> Any:
    """An option's value as the settings hold it."""
    if isinstance(value, list):
        return tuple(map(str, value))
    if isinstance(value, Path):
        return os.path.join(os.curdir, value)  # unlike a default of the same name, a file that is named must exist
    return str(value) if isinstance(value, StrEnum) else value


def options_of(settings: ProjectSettings, *, stdin_name: str | None = None, no_cache: bool = False) -> Options:
    """What the pipeline is told."""
    from factcheck.checking import Options  # noqa: PLC0415 - --help needs none of this

    return Options(
        settings.model,
        tuple(map(Path, settings.rules)),
        select=settings.select,
        ignore=settings.ignore,
        max_bytes=settings.max_bytes,
        exclude=settings.exclude,
        stdin_name=stdin_name,
        cache=cache_of(Path(settings.cache_dir) if settings.cache_dir else None, off=no_cache),
        jobs=settings.jobs,
    )


def run_check(paths: Sequence[str], options: Options, *, quiet: bool, new: IsNew | None = None, fresh: Collection[str] = ()) -> Report:
    """The report on all articles at the paths, with a progress bar."""
    from factcheck.checking import check  # noqa: PLC0415 - --help needs none of this

    with progress_bar(quiet=quiet) as progress:
        return check(paths, options, stdin=read_stdin(paths), progress=progress, new=new, fresh=fresh)


def known_conflicts(settings: ProjectSettings) -> Baseline:
    """The baseline; an empty one where there is none and none was named.

    Raises:
        BaselineError: it cannot be used.
    """
    from factcheck.baseline import DEFAULT_BASELINE, Baseline, read_baseline  # noqa: PLC0415 - --help needs none of this

    path = Path(settings.baseline)
    if settings.baseline == DEFAULT_BASELINE and not os.path.lexists(path):
        return Baseline()
    return read_baseline(path, path.as_posix())


def accepted_conflicts(settings: ProjectSettings) -> tuple[Waiver, ...]:
    """The waivers; none where there is no file and none was named.

    Raises:
        BaselineError: they cannot be used.
    """
    from factcheck.waivers import DEFAULT_WAIVERS, read_waivers  # noqa: PLC0415 - --help needs none of this

    path = Path(settings.waivers)
    if settings.waivers == DEFAULT_WAIVERS and not os.path.lexists(path):
        return ()
    return read_waivers(path, path.as_posix())
