"""Paths to files: folders, patterns, single files; what is read, what is metadata, what is passed over.

Nothing here opens a file.  Links to folders are followed once; pipes, devices and sockets are never opened.
"""

from __future__ import annotations

import fnmatch
import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple

from factcheck.articles.decoding import unreadable
from factcheck.errors import Location, Problem
from factcheck.nearest import nearest

HTML = frozenset((".html", ".htm", ".xhtml"))
LINE_FORMATS = (".jsonl", ".ndjson")
"""Suffixes of files that hold a record a line."""
SUFFIXES = HTML | {".txt", ".md", ".markdown", ".json", *LINE_FORMATS}
STDIN, STDIN_SHOWN = "-", "<stdin>"
"""The path that stands for standard input, and what people are shown in its place."""
SIDECARS = (".meta.json", ".meta.yaml", ".meta.yml")
TABLES = ("articles.yaml", "articles.yml", "articles.csv")
_PAGES = tuple(HTML)
_OF_METADATA = frozenset(os.path.splitext(name)[1] for name in (*SIDECARS, *TABLES))
_NO_PAGES = "web pages are not read without an extra"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that is to be read as articles.

    ``file`` is its absolute path, ``shown`` the path for people, ``id`` the one that does not depend on where the corpus lies, ``named``
    whether the file itself was asked for.  ``root`` is the folder up to which tables of metadata apply.  Paths are strings here: there may
    be very many.
    """

    file: str
    shown: str
    id: str
    named: bool
    root: str

    @property
    def path(self) -> Path:
        """``file`` as a path."""
        return Path(self.file)


@dataclass(slots=True)
class Listing:
    """All files of a run. ``skipped`` counts what was passed over in folders; ``metadata`` are sidecars and tables met on the way.

    ``html`` is what to do so that web pages can be read, None where they can.  ``dangling`` are links in folders that lead nowhere.
    """

    files: list[FoundFile] = field(default_factory=list)
    metadata: list[Path] = field(default_factory=list)
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    html: str | None = None
    dangling: list[FoundFile] = field(default_factory=list)

    def without(self, patterns: Sequence[str]) -> Iterator[Problem]:
        """Leave out what matches a pattern and was not named; a warning for each other link in a folder that leads nowhere."""
        if patterns:
            self.files = [found for found in self.files if found.named or not is_excluded(found, patterns)]
        for found in self.dangling:
            if not is_excluded(found, patterns):
                hint = "remove the link, or put back what it led to"
                yield Problem("E303", "cannot be read: the link leads nowhere", Location(found.shown), hint, "warning")

    def reads(self, path: str) -> bool:
        """Whether a file of this name is in a format that is read here."""
        suffix = suffix_of(path)
        return suffix in SUFFIXES and (suffix not in HTML or self.html is None)


class _Candidate(NamedTuple):
    """A file, once for each way it was reached; ``parts`` is the length of the id it would have, ``real`` its path without links."""

    file: str
    shown: str
    parts: int
    named: bool
    root: str
    real: str


def as_paths(paths: str | Path | Sequence[str | Path]) -> tuple[str | Path, ...]:
    """The paths of an argument that may be one alone: a text is one path, not its letters."""
    return (paths,) if isinstance(paths, str | Path) else tuple(paths)


def list_files(paths: Sequence[str | Path], *, html: str | None = None) -> Listing:
    """Every file to read, sorted by id; the same for any order of the paths.

    An id is the file's path from the parent of the folder that was named (of its own folder for a single file), longer where two files
    would share it.  A file reached on several ways is listed once, under its longest id.  ``html`` is what to do so that web pages can be
    read, None where they can: then they are listed as all others.
    """
    listing = Listing(html=html)
    candidates: list[_Candidate] = []
    passed_over: dict[str, str] = {}
    for path in sorted({str(path) for path in paths}):
        for found, named in _expand(path, listing.problems):
            if os.path.isdir(found):
                candidates.extend(_walk_folder(found, listing, passed_over))
            else:
                candidates.extend(_named_file(found, listing, passed_over, named=named))
    listing.skipped = len(passed_over)
    pages = [shown for shown in passed_over.values() if _is_page(shown)]
    if pages:
        message = f"{_NO_PAGES}: {len(pages)} file{'s' if len(pages) > 1 else ''} passed over"
        listing.problems.append(Problem("E315", message, Location(min(pages)), html, "warning"))
    listing.files = _with_ids(_once_each(candidates))
    listing.metadata = sorted(set(listing.metadata))
    return listing


def _expand(path: str, problems: list[Problem]) -> Iterator[tuple[str, bool]]:
    """The paths that an argument stands for, and whether they count as named."""
    if not path:
        problems.append(Problem("E301", "an empty path", hint="give a file or a folder; this one is ."))
        return
    if os.path.lexists(path):
        yield path, True
        return
    if glob.has_magic(path):
        matches = sorted(glob.glob(path, recursive=True))
        if matches:
            yield from ((match, False) for match in matches)
            return
        problems.append(Problem("E301", "the pattern matches nothing", Location(path), "** matches folders at any depth"))
        return
    problems.append(Problem("E301", "no such file or folder", Location(path), _nearest(path)))


def _nearest(path: str) -> str | None:
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return f"there is no folder {folder!r}" if folder else None
    stems: dict[str, str] = {}
    for known in sorted(names, key=lambda known: suffix_of(known) == suffix_of(name)):  # of one stem the file with the suffix asked for
        stems[os.path.splitext(known)[0]] = known
    near = nearest(os.path.splitext(name)[0], stems)  # without suffixes, which most files share
    return f"did you mean {os.path.join(folder, stems[near])!r}?" if near else None


def _named_file(path: str, listing: Listing, passed_over: dict[str, str], *, named: bool) -> Iterator[_Candidate]:
    shown = show(path)
    if is_metadata(os.path.basename(path)):
        listing.metadata.append(Path(os.path.abspath(path)))
    elif listing.reads(path) or (named and not os.path.isfile(path)):  # what is no file is refused when it is read
        absolute = os.path.abspath(path)
        yield _Candidate(absolute, shown, 2, named, os.path.dirname(absolute), os.path.realpath(path))
    elif not named:
        passed_over[os.path.realpath(path)] = shown
    elif _is_page(path):
        listing.problems.append(Problem("E315", _NO_PAGES, Location(shown), listing.html))
    else:
        suffix = suffix_of(path)
        hint = f"known: {', '.join(sorted(SUFFIXES))}"
        listing.problems.append(Problem("E315", f"not a format that is read: {suffix or 'no suffix'}", Location(shown), hint))


def _is_page(path: str) -> bool:
    return suffix_of(path) in HTML


def _walk_folder(folder: str, listing: Listing, passed_over: dict[str, str]) -> list[_Candidate]:
    root = os.path.abspath(folder)
    depth = len(PurePath(root).parent.parts)
    found: list[_Candidate] = []
    readable = SUFFIXES if listing.html is None else SUFFIXES - HTML
    for current, entries in _walk(folder, listing.problems):
        absolute, real, shown = os.path.abspath(current), os.path.realpath(current), show(current)
        parts = len(PurePath(absolute).parts) + 1 - depth
        prefix = "" if shown == "." else f"{shown.rstrip('/')}/"
        inside, below = os.path.join(absolute, ""), os.path.join(real, "")
        for entry in entries:
            name = entry.name
            target = os.path.realpath(entry.path) if entry.is_symlink() else below + name
            words = prefix + (name if name.isascii() else os.fsencode(name).decode("utf-8", errors="replace"))
            suffix = suffix_of(name)
            if suffix in _OF_METADATA and is_metadata(name):
                listing.metadata.append(Path(absolute, name))
            elif suffix in readable and _is_file(entry):
                found.append(_Candidate(inside + name, words, parts, False, root, target))
            elif suffix in readable and entry.is_symlink() and not os.path.exists(entry.path):
                listing.dangling.append(FoundFile(inside + name, words, words, False, root))
            else:
                passed_over[target] = words
    if not found:
        hint = f"articles are files that end in {', '.join(sorted(SUFFIXES))}"
        listing.problems.append(Problem("E302", "a folder without articles", Location(show(folder)), hint))
    return found


def _walk(folder: str, problems: list[Problem]) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Every folder below a folder, itself first, with its entries that are no folders, without hidden ones and parts of saved pages; each
    real folder once."""
    visited: set[tuple[int, int]] = set()
    pending = [folder]
    linked: list[str] = []
    while pending or linked:
        current = pending.pop() if pending else linked.pop(0)
        try:
            status = os.stat(current)
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(unreadable(show(current), error))
            continue
        pages = {name.rpartition(".")[0] for entry in entries if (name := entry.name).lower().endswith(_PAGES)}
        kept: list[os.DirEntry[str]] = []
        for entry in entries:
            name = entry.name
            if name.startswith(".") or (name.endswith("_files") and name.removesuffix("_files") in pages):
                continue  # browsers keep the parts of a saved page in NAME_files
            if not _is_folder(entry):
                kept.append(entry)
            else:
                (linked if entry.is_symlink() else pending).append(entry.path)
        yield current, kept


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder or leads to one; unlike the entry's own answer, no error on a link to itself."""
    return os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir(follow_symlinks=False)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file or leads to one; the system is asked again for links alone."""
    return os.path.isfile(entry.path) if entry.is_symlink() else entry.is_file(follow_symlinks=False)


def suffix_of(path: str) -> str:
    """The end of a file's name from its last full stop, in lower case; "" where there is none."""
    return os.path.splitext(path)[1].lower()


def is_metadata(name: str) -> bool:
    """Whether a file of this name tells about articles and is none itself."""
    lower = name.lower()
    return lower.endswith(SIDECARS) or lower in TABLES


def show(path: str) -> str:
    """A path as people type it: posix, from the working directory where it lies below it, else as given."""
    absolute = os.path.abspath(path)
    try:
        inside = PurePath(absolute).relative_to(os.getcwd())
    except ValueError:
        inside = PurePath(os.path.normpath(path))
    return os.fsencode(inside.as_posix()).decode("utf-8", errors="replace")


def _once_each(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    best: dict[str, _Candidate] = {}
    named: set[str] = set()
    for candidate in sorted(candidates, key=lambda one: (-one.parts, one.file, one.shown)):
        best.setdefault(candidate.real, candidate)
        if candidate.named:
            named.add(candidate.real)
    return [one._replace(named=one.real in named) for one in best.values()] if named else list(best.values())


def _with_ids(candidates: list[_Candidate]) -> list[FoundFile]:
    lengths = {one.file: one.parts for one in candidates}
    ids = dict(zip(lengths, _all_last_parts(lengths.items()), strict=True))
    while len(set(ids.values())) < len(ids):
        shared = {name for name, count in Counter(ids.values()).items() if count > 1}
        grown = {file: count + 1 for file, count in lengths.items() if ids[file] in shared and count < len(PurePath(file).parts)}
        if not grown:
            break
        lengths |= grown
        ids |= {file: _last_parts(file, count) for file, count in grown.items()}
    files = [FoundFile(one.file, one.shown, ids[one.file], one.named, one.root) for one in candidates]
    return sorted(files, key=lambda file: file.id)


def _all_last_parts(files: Iterable[tuple[str, int]]) -> Iterator[str]:
    """As ``_last_parts``, of many files; what those of one folder have in common is made once."""
    folders: dict[tuple[str, int], str] = {}
    for file, count in files:
        folder, _, name = file.rpartition(os.sep)
        begin = folders.get((folder, count))
        if begin is None:
            begin = folders[folder, count] = _last_parts(os.path.join(folder, "x"), count)[:-1]
        yield begin + (name if name.isascii() else os.fsencode(name).decode("utf-8", errors="replace"))


def _last_parts(file: str, count: int) -> str:
    parts = file.split(os.sep)  # the first part is the drive, empty where there are none
    name = "/".join(parts[max(1, len(parts) - count) :])
    return name if name.isascii() else os.fsencode(name).decode("utf-8", errors="replace")


def is_excluded(found: FoundFile, patterns: Sequence[str]) -> bool:
    """Whether a file matches a pattern with * ? [ ].

    One without a slash is the name of the file or of a folder above it, below what was named; any other is a path from the working
    directory, of a file or of a folder with all that is in it, where * stands for slashes too.
    """
    inside = found.path.relative_to(found.root).parts if found.path.is_relative_to(found.root) else (found.path.name,)
    whole = found.path.as_posix()
    for pattern in patterns:
        if "/" not in pattern:
            if any(fnmatch.fnmatchcase(part, pattern) for part in inside):
                return True
            continue
        absolute = Path(os.path.abspath(pattern)).as_posix()
        if fnmatch.fnmatchcase(whole, absolute) or fnmatch.fnmatchcase(whole, f"{absolute}/*"):
            return True
    return False


def take_name(listing: Listing, name: str) -> FoundFile:
    """What standard input is called; the file of that name, if there is one, leaves the listing."""
    path = Path(os.path.abspath(name))
    for found in listing.files:
        if os.path.realpath(found.path) == os.path.realpath(path):
            listing.files.remove(found)
            return found
    tail = "/".join(path.parts[-2:]) if path.parent != path.parent.parent else path.name
    taken = {found.id for found in listing.files}
    return FoundFile(str(path), show(name), path.as_posix() if tail in taken else tail, True, str(path.parent))
