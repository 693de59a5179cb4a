"""What is remembered of articles and files between runs, so that what is known is not read again.

An article is known by its draft: everything that is read from its file and metadata, but neither where the file lies nor when it
changed.  A file is known by its stamp, what the system tells of it and of its metadata without opening them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.errors import Location, Problem, Severity

if TYPE_CHECKING:
    from factcheck.articles.drafts import Draft
    from factcheck.articles.metadata import Metadata

Recalled = tuple[str, str, str | None, str | None, Severity]
"""A problem as it is remembered: code, message, hint, the field whose place it tells (None: the article's own), severity."""


class Entry(NamedTuple):
    """What is remembered of an article: the digest of its text, the number of its claims, why its publication is not believed (None where
    it is), the problems of reading it, and what of it was too long to be read whole (as in Extraction)."""

    key: str
    digest: str
    claims: int
    doubt: str | None = None
    problems: tuple[Recalled, ...] = ()
    cut: tuple[int, int, int, int] | None = None


class KnownArticle(NamedTuple):
    """An article of this run whose claims are stored: its id and path in this corpus, the line that holds it (None: the whole file), and
    what tells it apart from others of its file."""

    id: str
    path: str
    line_in_file: int | None
    entry: Entry
    record: str = ""

    @property
    def digest(self) -> str:
        """The digest of its text."""
        return self.entry.digest


class FileNote(NamedTuple):
    """What a file held when it had a stamp: for each article the rest of its id, its line and its key; and the problems of reading it."""

    articles: tuple[tuple[str, int | None, str], ...]
    problems: tuple[Problem, ...] = ()


class Memory(Protocol):
    """Where entries and notes of files are kept."""

    def entry(self, key: str) -> Entry | None:
        """What is remembered of an article, None where it is not known."""

    def note(self, root: str, file: str, shown: str, name: str, stamp: str, newest: int) -> FileNote | None:
        """What is remembered of a file; None where it is not known or may have changed.

        Args:
            root: the folder that it was found in.
            file: its absolute path.
            shown: its path for people.
            name: its id.
            stamp: the stamp it has now.
            newest: the latest time of change in the stamp, in nanoseconds since 1970.
        """

    def take_note(self, root: str, file: str, shown: str, name: str, stamp: str, note: FileNote) -> None:
        """Remember a file."""


class Stamps:
    """Reads the stamps of files; made once a run."""

    def __init__(self, sidecars: Sequence[str], tables: Sequence[str]) -> None:
        self._sidecars, self._tables = tuple(sidecars), tuple(tables)
        self._known: dict[str, tuple[str, int]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def of(self, file: str, root: str) -> tuple[str, int] | None:
        """The stamp of a file with its metadata and its latest time of change in nanoseconds; None where it cannot be asked."""
        try:
            status = os.stat(file)
        except OSError:
            return None
        folder = file.rpartition(os.sep)[0] or os.path.dirname(file)
        stamp = stamp_of(status)
        above, late = self._known.get(folder) or self._above(folder, root)
        newest = max(status.st_mtime_ns, status.st_ctime_ns)
        if beside := self._beside(folder):
            stem = os.path.splitext(os.path.basename(file))[0]
            for name in (stem + suffix for suffix in self._sidecars):
                if name in beside:
                    own, changed = _stat(os.path.join(folder, name))
                    above, late = f"{above} {own}", max(late, changed)
        return stamp + above, max(newest, late)

    def tables(self, file: str, root: str) -> Iterator[str]:
        """The tables of metadata that may speak of a file, from its own folder outwards."""
        folder = os.path.dirname(file)
        while folder == root or folder.startswith(root.rstrip(os.sep) + os.sep):
            yield from (os.path.join(folder, name) for name in self._tables if name in self._beside(folder))
            if folder == root:
                return
            folder = os.path.dirname(folder)

    def _beside(self, folder: str) -> frozenset[str]:
        """The names of all metadata in a folder."""
        if folder not in self._names:
            try:
                names = [name for name in os.listdir(folder) if name.endswith(self._sidecars) or name in self._tables]
            except OSError:
                names = []
            self._names[folder] = frozenset(names)
        return self._names[folder]

    def _above(self, folder: str, root: str) -> tuple[str, int]:
        if folder not in self._known:
            stats = [_stat(path) for path in self.tables(os.path.join(folder, "x"), root)]
            self._known[folder] = "".join(f" {stamp}" for stamp, _ in stats), max((late for _, late in stats), default=0)
        return self._known[folder]


def stamp_of(status: os.stat_result) -> str:
    """The stamp of a file alone."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _stat(path: str) -> tuple[str, int]:
    try:
        status = os.stat(path)
    except OSError:
        return "-", 0
    stamp = f"{os.path.basename(path)} {stamp_of(status)}"
    return stamp, max(status.st_mtime_ns, status.st_ctime_ns)


def key_of(draft: Draft) -> str:
    """What identifies all that an article is made of, in 32 hexadecimal digits.

    The line of a record is part of it, since what is told of its publication may name the line.
    """
    fields = {name: (stated.value, stated.how) for name, stated in draft.fields.items()}
    title = (draft.title.start, draft.title.end) if draft.title else None
    places = [(place.start, place.line, place.column) for place in (*draft.places, *draft.title_places)]
    data = (draft.text, sorted(fields.items()), draft.start, title, draft.title_field, draft.markdown, draft.line, places)
    return hashlib.sha256(json.dumps(data, separators=(",", ":")).encode()).hexdigest()[:32]


def recall(problems: Sequence[Problem], fields: Metadata) -> tuple[Recalled, ...]:
    """Problems of one article without the place, which may be another the next time."""
    places = {stated.where: name for name, stated in fields.items()}
    return tuple(
        (problem.code, problem.message, problem.hint, places.get(problem.location) if problem.location else None, problem.severity)
        for problem in problems
    )


def tell_again(recalled: Sequence[Recalled], fields: Metadata, where: Location) -> Iterator[Problem]:
    """The inverse of ``recall``: the problems with the places that they have in this corpus."""
    for code, message, hint, name, severity in recalled:
        yield Problem(code, message, fields[name].where if name in fields else where, hint, severity)


def cut_told(path: str, cut: tuple[int, int, int, int]) -> Problem:
    """The warning of an article with a sentence that was too long to be read whole; ``cut`` as in Extraction."""
    line, column, words, others = cut
    place = f", the first of {others + 1:,}" if others else ""
    message = f"a sentence of {words:,} words is too long to be read whole{place}; it is read in parts"
    hint = "end sentences with full stops, and put the lines of a list or table in paragraphs of their own"
    return Problem("W604", message, Location(path, line, column), hint, "warning")
