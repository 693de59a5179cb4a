"""The options of every command that reads all articles, described and passed on as one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from factcheck.cli.options import CacheDir, Config, Corpus, Debug, Exclude, Ignore, Jobs, MaxBytes, Model, NoCache, Quiet, Rules, Select
from factcheck.cli.project import options_of, read_settings, run_check

if TYPE_CHECKING:  # pydantic comes with them
    from factcheck.checking import Options
    from factcheck.model import Report
    from factcheck.settings import ProjectSettings

_FLAGS = MappingProxyType({"no_cache": NoCache, "quiet": Quiet, "debug": Debug})
_STATED = MappingProxyType(
    {
        "paths": Corpus,
        "select": Select,
        "ignore": Ignore,
        "exclude": Exclude,
        "max_bytes": MaxBytes,
        "config": Config,
        "rules": Rules,
        "model": Model,
        "cache_dir": CacheDir,
        "jobs": Jobs,
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a command was told of the articles to read; ``stated`` holds what the configuration says where it is None."""

    stated: Mapping[str, Any]
    config: Path | None = None
    no_cache: bool = False
    quiet: bool = False
    debug: bool = False

    def settings(self, **more: Any) -> ProjectSettings:
        """The settings in force; ``more`` are those of the command alone.

        Raises:
            SetupError: the configuration has faults.
        """
        return read_settings(self.config, **{**self.stated, **more})

    def options(self, settings: ProjectSettings, *, stdin_name: str | None = None) -> Options:
        """What the pipeline is told; ``stdin_name`` is the file that standard input stands for."""
        return options_of(settings, stdin_name=stdin_name, no_cache=self.no_cache)

    def report(self, settings: ProjectSettings) -> Report:
        """The report on all articles, with a progress bar."""
        return run_check(settings.paths, self.options(settings), quiet=self.quiet)


def reads_articles(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command these options behind its own, all but those named ``without``; it gets them as its first argument, a Reading."""
    kinds = {name: kind for name, kind in (*_STATED.items(), *_FLAGS.items()) if name not in without}

    def bundle(command: Callable[..., None]) -> Callable[..., None]:
        own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

        @wraps(command)
        def bundled(**words: Any) -> None:
            given = {name: words.pop(name) for name in kinds}
            flags = {name: given.pop(name) for name in _FLAGS if name in given}
            command(Reading(given, given.pop("config"), **flags), **words)

        keyword = inspect.Parameter.KEYWORD_ONLY
        shared = [
            inspect.Parameter(name, keyword, default=False if name in _FLAGS else None, annotation=kind) for name, kind in kinds.items()
        ]
        parameters = [item.replace(kind=keyword) for item in (*own, *shared)]
        told: Any = bundled  # typer reads both of these
        told.__signature__ = inspect.Signature(sorted(parameters, key=_rank))
        told.__annotations__ = {item.name: item.annotation for item in parameters}
        return bundled

    return bundle


def _rank(parameter: inspect.Parameter) -> bool:
    """Words without a name first: their order is that of the command line."""
    return parameter.name != "paths" and parameter.default is not inspect.Parameter.empty
