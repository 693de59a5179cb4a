"""The settings of a run: what a project's file says, with defaults for the rest, and where each came from.

E521  error  the file cannot be read, or is not valid TOML
E522  error  an unknown key, or a value that is not allowed
E523  error  two files in one folder
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.articles import DEFAULT_MAX_BYTES
from factcheck.baseline import DEFAULT_BASELINE
from factcheck.documents import DEFAULT_MODEL
from factcheck.errors import Location, Problem, SetupError, told_plainly
from factcheck.model import Level
from factcheck.rulebook import suggest
from factcheck.waivers import DEFAULT_WAIVERS

OWN_FILE, SHARED_FILE = "factcheck.toml", "pyproject.toml"
TABLE = ("tool", "factcheck")
"""Where the settings stand in SHARED_FILE; in OWN_FILE they stand at the top."""

DEFAULT = "default"
"""The origin of a setting that nobody stated."""

Words = tuple[Annotated[str, Field(min_length=1)], ...]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


LEFT_OUT = "left_out"
"""The word of a report's run that tells how many findings it leaves out."""
FILTERS = ("select", "ignore", "min_severity", "min_confidence")
"""The words of a report's run that tell by what."""


class ProjectSettings(BaseModel):
    """Every setting a file may hold, with its default; in the file with hyphens (``min-severity``).

    Paths are those of the process: what a file states relative to its own folder is seen from the working directory.  ``cache_dir`` None
    is the user's folder of caches.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=_kebab)

    paths: Words = (".",)
    exclude: Words = ()
    rules: Words = ()
    model: Annotated[str, Field(min_length=1)] = DEFAULT_MODEL
    select: Words = ()
    ignore: Words = ()
    min_severity: Level = "low"
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    fail_on: Literal["high", "medium", "low", "never"] = "high"
    baseline: Annotated[str, Field(min_length=1)] = DEFAULT_BASELINE
    waivers: Annotated[str, Field(min_length=1)] = DEFAULT_WAIVERS
    cache_dir: Annotated[str, Field(min_length=1)] | None = None
    jobs: Annotated[int, Field(ge=0)] = 1
    max_bytes: Annotated[int, Field(gt=0)] = DEFAULT_MAX_BYTES


KEYS = tuple(_kebab(name) for name in ProjectSettings.model_fields)
"""The keys of a file, in the order in which they are shown."""

_PATHS = ("paths", "exclude", "rules", "baseline", "waivers", "cache-dir")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings and, by key, where each was stated: "FILE:LINE" or DEFAULT.  ``file`` is None where there is none."""

    settings: ProjectSettings
    origins: Mapping[str, str]
    file: Path | None = None

    def states(self, key: str) -> bool:
        """Whether the file states this key."""
        return self.origins[key] != DEFAULT


def read_configuration(file: Path | None, folder: Path) -> Configuration:
    """The settings of a run.

    Args:
        file: the file to read; a pyproject.toml or one that holds the settings alone.  None: the nearest one, see ``find_file``.
        folder: the working directory.

    Raises:
        SetupError: E521 to E523, with the place of every fault.
    """
    found = file or find_file(folder)
    if found is None:
        return Configuration(ProjectSettings(), MappingProxyType(dict.fromkeys(KEYS, DEFAULT)))
    shown = _show(found, folder)
    text = _read(found, shown)
    data = _parse(text, shown)
    prefix = TABLE if found.name == SHARED_FILE else ()
    for key in prefix:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise SetupError(Problem("E522", f"{'.'.join(prefix)} is not a table", Location(shown), f"keys: {', '.join(KEYS)}"))
    places = {key: _locate(text, prefix, key) for key in data}
    try:
        settings = ProjectSettings.model_validate({key: _plain(value) for key, value in data.items()})
    except ValidationError as error:
        raise SetupError(list(_faults(error, shown, places))) from error
    origins = {key: str(Location(shown, places[key][0])) if key in data else DEFAULT for key in KEYS}
    return Configuration(_rooted(settings, data, os.path.relpath(found.parent, folder)), MappingProxyType(origins), found)


def find_file(folder: Path) -> Path | None:
    """The nearest factcheck.toml, or pyproject.toml with a table [tool.factcheck], in a folder or above it; None where there is none.

    Raises:
        SetupError: E523, one folder has both; E521, a pyproject.toml on the way is broken.
    """
    folder = Path(os.path.abspath(folder))
    for parent in (folder, *folder.parents):
        own, shared = parent / OWN_FILE, parent / SHARED_FILE
        has_table = shared.is_file() and _has_table(shared, _show(shared, folder))
        if own.is_file() and has_table:
            hint = "keep one of them, or name one with --config"
            message = f"{OWN_FILE} and a table [{'.'.join(TABLE)}] in {SHARED_FILE} in one folder"
            raise SetupError(Problem("E523", message, Location(_show(own, folder)), hint))
        if own.is_file():
            return own
        if has_table:
            return shared
    return None


def _has_table(path: Path, shown: str) -> bool:
    text = _read(path, shown)
    if TABLE[1] not in text:
        return False
    data: Any = _parse(text, shown)
    for key in TABLE:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


def _read(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        hint = "name a file of UTF-8 text that may be read; factcheck config tells which one is in force"
        raise SetupError(Problem("E521", f"the configuration cannot be read: {reason}", Location(shown), hint)) from error


def _parse(text: str, shown: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        at_end = "at end of document" in str(error)
        end = (text.count("\n") + 1, len(text) - text.rfind("\n")) if at_end else (None, None)
        where = Location(shown, *((int(place[1]), int(place[2])) if place else end))
        message = re.sub(r" \(at [^)]*\)", "", str(error))
        raise SetupError(Problem("E521", f"not valid TOML: {message}", where, _TOML)) from error


_TOML = 'each key once, words in quotes, lists in brackets: model = "NAME", select = ["FC101", "date"]'


def _faults(error: ValidationError, shown: str, places: Mapping[str, tuple[int | None, int | None]]) -> Iterator[Problem]:
    for fault in error.errors(include_url=False, include_input=True):
        key = str(fault["loc"][0])
        where = Location(shown, *places.get(key, (None, None)))
        if fault["type"] == "extra_forbidden":
            own = key == TABLE[0] and not shown.endswith(SHARED_FILE)
            hint = f"in {OWN_FILE} the keys stand at the top, without [{'.'.join(TABLE)}]" if own else suggest(key, KEYS)
            yield Problem("E522", f"unknown key {key!r}", where, hint)
            continue
        index = "".join(f"[{part}]" for part in fault["loc"][1:])
        message = told_plainly(fault["type"], fault["msg"], fault.get("ctx", {}))
        yield Problem("E522", f"{key}{index}: {message}, not {fault['input']!r}", where, _ALLOWED.get(key))


_ALLOWED = {
    "paths": 'a list, as in paths = ["news"]',
    "exclude": 'a list of patterns, as in exclude = ["drafts", "archive/*.txt"]',
    "rules": 'a list of folders, as in rules = ["house-rules"]',
    "select": 'a list of codes, names or kinds, as in select = ["FC101", "date"]',
    "ignore": 'a list of codes, names or kinds, as in ignore = ["FC101", "date"]',
}


def _locate(text: str, prefix: tuple[str, ...], key: str) -> tuple[int | None, int | None]:
    """Line and column of a key in TOML, from 1; (None, None) where it is written in a way that a reader line by line cannot see.

    The parser of the standard library keeps no places.
    """
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s{0,80}\[([^\[\]]{1,200})\]", line)
        if header:
            table = tuple(part.strip().strip("\"'") for part in header[1].split("."))
            continue
        statement = re.match(r"(\s{0,80})([\w.\"' -]{1,200}?)\s{0,80}=", line)
        if statement:
            parts = (*table, *(part.strip().strip("\"'") for part in statement[2].split(".")))
            if parts == (*prefix, key):
                return number, len(statement[1]) + 1
    return None, None


def _plain(value: Any) -> Any:
    """What strict validation takes: TOML has lists only, and 1 is a confidence too."""
    if isinstance(value, list):
        return tuple(value)
    return value


def _rooted(settings: ProjectSettings, data: Mapping[str, Any], root: str) -> ProjectSettings:
    """The settings with the stated paths, which are relative to the file's folder, as seen from the working directory."""
    changed: dict[str, Any] = {}
    for key in _PATHS:
        if key in data:
            name = key.replace("-", "_")
            value = getattr(settings, name)
            changed[name] = _join(root, key, value) if isinstance(value, str) else tuple(_join(root, key, item) for item in value)
    if "model" in data and os.path.isdir(os.path.join(root, settings.model)):
        changed["model"] = os.path.normpath(os.path.join(root, settings.model))
    return settings.model_copy(update=changed)


def _join(root: str, key: str, value: str) -> str:
    if key == "exclude" and "/" not in value:  # a name at any depth
        return value
    if key == "paths" and value == "-":
        return value
    return os.path.normpath(os.path.join(root, value))


def _show(path: Path, folder: Path) -> str:
    """A path as seen from the working directory: with ../ where it lies above."""
    return Path(os.path.relpath(path, folder)).as_posix()
