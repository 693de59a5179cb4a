"""Which articles a check is about: those at named paths, or those that changed since a commit.

Git is asked in a process of its own, with lists of arguments, and never for anything from a network.

    E531  error  git is not installed
    E532  error  not a git repository
    E533  error  no such commit
    E534  error  a shallow clone that does not reach back to the commit
    E535  error  git failed
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.articles.inputs import LINE_FORMATS, SIDECARS, STDIN, STDIN_SHOWN, TABLES, is_metadata, list_files
from factcheck.articles.metadata import read_table
from factcheck.errors import Problem
from factcheck.git import Repository
from factcheck.model import Identified


@dataclass(slots=True)
class Asked:
    """The files that a check is about, by real path.

    ``lines`` holds, of files with an article a line, the only lines that are new; ``stems`` files without their suffix, of which the
    metadata changed; ``stdin`` is the path that standard input stands for ("" where it has no name), None where it is not asked about.
    """

    files: set[str] = field(default_factory=set)
    lines: dict[str, set[int]] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)
    stdin: str | None = None
    _folders: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict, repr=False, compare=False)

    def is_new(self, article: Identified) -> bool:
        """Whether the check is about this article."""
        if self.stdin is not None and article.path in (STDIN_SHOWN, self.stdin):
            return True
        path = self._real(article.path)
        if path in self.lines:
            return article.line_in_file is None or article.line_in_file in self.lines[path]
        return self._has(path)

    def touches(self, files: Iterable[Path]) -> bool:
        """Whether any of the files, or standard input, is asked about."""
        return self.stdin is not None or any(self._has(path) or bool(self.lines.get(path)) for path in map(self._real, map(str, files)))

    def _real(self, path: str) -> str:
        """The path without links; a folder is looked at once."""
        folder, _, name = path.rpartition(os.sep)
        known = self._folders.get(folder)
        if known is None:
            place = os.path.dirname(path) or os.curdir
            known = self._folders[folder] = os.path.join(os.path.realpath(place), ""), _links_in(place)
        return os.path.realpath(path) if name in known[1] else known[0] + name

    def _has(self, path: str) -> bool:
        return path in self.files or (bool(self.stems) and os.path.splitext(path)[0] in self.stems)


def _links_in(folder: str) -> frozenset[str]:
    """The names of all links in a folder."""
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries if entry.is_symlink())
    except OSError:
        return frozenset()


def asked_by_path(paths: Sequence[str], *, stdin_name: str | None = None) -> Asked:
    """What is asked about where files, folders, patterns or "-" are named."""
    listing = list_files([path for path in paths if path != STDIN])
    asked = Asked({os.path.realpath(found.path) for found in listing.files})
    if STDIN in paths:
        asked.stdin = stdin_name or ""
    return asked


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a commit: what is asked about, and how files looked at that commit.

    ``before(path)`` is the content of a file there, None where there was none or the file lies in no repository that was asked.
    """

    asked: Asked
    before: Callable[[Path], bytes | None]


def changed_since(ref: str, paths: Sequence[str], folder: Path) -> Since:
    """What was added or changed since a commit, committed or not; files that git is told to ignore are not.

    The commit to compare with is the one at which the present branch left ``ref``, so that what happened there since is no change of
    ours.  A file that was only moved or re-wrapped is not asked about, and of a file with an article a line only new lines are.  A change
    of metadata asks about the articles that it belongs to.

    Args:
        ref: a branch, tag or commit.
        paths: those of the corpus; they tell which repositories are meant.
        folder: the working directory, whose repository is meant where no path tells one.

    Raises:
        SetupError: E531 to E535.
    """
    repositories: dict[Path, tuple[Repository, str]] = {}
    for place in dict.fromkeys([_folder_of(path) for path in paths if path != STDIN] or [folder]):
        repository = Repository.of(place)
        if repository.root not in repositories:
            repositories[repository.root] = (repository, repository.fork_point(ref))
    asked = Asked()
    for repository, commit in repositories.values():
        _collect(repository, commit, asked)

    def before(path: Path) -> bytes | None:
        for repository, commit in repositories.values():
            if path.is_relative_to(repository.root):
                return repository.content(commit, path.relative_to(repository.root).as_posix())
        return None

    return Since(asked, before)


def _folder_of(path: str) -> Path:
    """The nearest folder that exists at or above a path or pattern."""
    place = Path(os.path.abspath(path))
    while not place.is_dir() and place != place.parent:
        place = place.parent
    return place


def _collect(repository: Repository, commit: str, asked: Asked) -> None:
    changes = repository.changes(commit)
    old = repository.blobs([change.old for change in changes if change.old])
    gone = {_words(old[change.old]) for change in changes if change.old in old and (change.path is None or change.moved)}
    for change in changes:
        if change.path is None:
            path = repository.root / (change.before or "")
            if is_metadata(path.name):  # an article without it is read otherwise
                asked.stems |= _described(path, old.get(change.old or ""))
            continue
        path = repository.root / change.path
        real = os.path.realpath(path)
        previous = old.get(change.old) if change.old else None
        now = _read(path)
        if now is None:
            continue
        if is_metadata(path.name):
            if previous is None or _words(previous) != _words(now):
                asked.stems |= _described(path, previous)
        elif path.suffix.lower() in LINE_FORMATS and previous is not None:
            asked.lines.setdefault(real, set()).update(_fresh_lines(previous, now))
        elif _words(now) not in ({_words(previous)} if previous is not None else gone):
            asked.files.add(real)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return b""  # whoever reads it as an article says why


def _words(data: bytes) -> bytes:
    """What re-wrapping leaves alone."""
    return b" ".join(data.split())


def _fresh_lines(previous: bytes, now: bytes) -> Iterator[int]:
    known = {line.strip() for line in previous.split(b"\n")}
    return (number for number, line in enumerate(now.split(b"\n"), start=1) if line.strip() not in known)


def _described(path: Path, previous: bytes | None) -> set[str]:
    """The files, without suffix, that a changed file of metadata tells about: the one beside it, or those whose row of a table changed."""
    folder = os.path.realpath(path.parent)
    if path.name.lower() not in TABLES:
        suffix = next(suffix for suffix in SIDECARS if path.name.lower().endswith(suffix))
        return {os.path.join(folder, path.name[: -len(suffix)])}
    now = _rows(path) if path.is_file() else {}
    before: Mapping[str, dict[str, str]] = {}
    if previous is not None:
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / path.name
            copy.write_bytes(previous)
            before = _rows(copy)
    changed = {name for name in {*now, *before} if now.get(name) != before.get(name)}
    return {os.path.splitext(os.path.realpath(os.path.join(folder, name)))[0] for name in changed}


def _rows(path: Path) -> dict[str, dict[str, str]]:
    problems: list[Problem] = []  # whoever reads the table for its articles tells them
    table = read_table(path, path.name, problems)
    return {name: {key: stated.value for key, stated in fields.items()} for name, fields in table.items()}


__all__ = ["Asked", "Since", "asked_by_path", "changed_since"]
