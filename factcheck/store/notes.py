"""What the files of a folder held when they were last read, by stamp: a known file need not be opened.

One file a folder that was asked for: a line of JSON (when it was written, in which working directory), then a line a file, which its
path begins.  A file that
changed no more than SLACK before the file was begun may have changed again without a new time; its note is not trusted (git calls such
a file racily clean).
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.articles.known import FileNote, stamp_of
from factcheck.errors import Location, Problem
from factcheck.store.checksummed import read_checksummed, write_checksummed

SLACK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT) ticks every two seconds."""
STALE = 1_000
"""Notes of files that a run did not meet which a file of notes keeps, and as many again as it met."""


def is_settled(newest: int) -> bool:
    """Whether a change at this time (nanoseconds since 1970) is so long ago that another one would show another time."""
    return newest < time.time_ns() - SLACK


Head = tuple[str, str, str, str]
"""Of a file: its absolute path, its path for people, its id and its stamp."""


@dataclass(slots=True)
class _Folder:
    """The notes of one folder by file: path for people, id, stamp and what it held, with tabs between; ``fresh`` are those that hold for
    this run."""

    written: int
    cwd: str
    notes: dict[str, str]
    fresh: dict[str, str] = field(default_factory=dict)
    changed: bool = False


class Notes:
    """The notes of all folders of a run, each read on first use."""

    def __init__(self, folder: Path) -> None:
        self._path = folder
        self._begun = time.time_ns()
        self._cwd = os.getcwd()
        self._folders: dict[str, _Folder] = {}

    def get(self, root: str, head: Head, newest: int) -> FileNote | None:
        """The note of a file that may be trusted, None where there is none."""
        folder = self._folder(root)
        file, shown, name, stamp = head
        line = folder.notes.get(file)
        begin = f"{shown}\t{name}\t{stamp}\t"
        if line is None or newest >= folder.written - SLACK or not line.startswith(begin):
            return None
        note = _read_note(line[len(begin) :])
        if note.problems and folder.cwd != self._cwd:
            return None  # their places were written from another working directory
        folder.fresh[file] = line
        return note

    def has(self, root: str, file: str, stamp: str) -> bool:
        """Whether there is a note of a file whose stamp ends so."""
        return f" {stamp}\t" in self._folder(root).notes.get(file, "")

    def put(self, root: str, head: Head, note: FileNote) -> None:
        """Keep a note."""
        if not any("\t" in part or "\n" in part for part in head):
            folder = self._folder(root)
            folder.fresh[head[0]] = "\t".join((*head[1:], _note(note)))
            folder.changed = True

    def save(self) -> None:
        """Write the notes of every folder in which something changed.

        Raises:
            OSError: they cannot be written.
        """
        for root, folder in self._folders.items():
            if not folder.changed:
                continue
            kept = folder.fresh
            if len(folder.notes) < STALE + 2 * len(kept):
                kept = folder.notes | kept
            head = json.dumps({"written": self._begun, "cwd": self._cwd})
            lines = (f"{file}\t{line}" for file, line in sorted(kept.items()))
            write_checksummed(self._file(root), "\n".join((head, *lines)))

    def _folder(self, root: str) -> _Folder:
        known = self._folders.get(root)
        if known is None:
            known = self._folders[root] = _read(self._file(root))
        return known

    def _file(self, root: str) -> Path:
        return self._path / name_of(root)


def name_of(root: str) -> str:
    """The name of the file that holds the notes of a folder."""
    return f"{hashlib.sha256(os.fsencode(root)).hexdigest()[:24]}.notes"


def ever_noted(cache: Path, file: str, roots: Iterable[str]) -> bool:
    """Whether some program, with whatever rules and model, has noted a file as it is, among the notes of one of some folders.  A hint: the
    notes are not checked."""
    try:
        stamp = stamp_of(os.stat(file))
        begin, end = os.fsencode(f"\n{file}\t"), f" {stamp}\t".encode()
        for root in dict.fromkeys(roots):
            for path in (cache / "claims").glob(f"*/{name_of(root)}"):
                text = path.read_bytes()
                start = text.find(begin) + 1
                if start and end in text[start : text.find(b"\n", start)]:
                    return True
    except OSError:
        pass  # told when it is read
    return False


def _read(path: Path) -> _Folder:
    """The notes of a folder; none where it is missing or damaged, since files can always be read again."""
    try:
        text = read_checksummed(path)
    except OSError:
        text = None
    lines = (text or "").split("\n")
    try:
        head: dict[str, Any] = json.loads(lines[0])
        notes = {file: rest for file, _, rest in (line.partition("\t") for line in lines[1:])}
        return _Folder(int(head["written"]), str(head["cwd"]), notes)
    except (ValueError, KeyError, TypeError):
        return _Folder(0, "", {})


def _note(note: FileNote) -> str:
    if len(note.articles) == 1 and note.articles[0][:2] == ("", None) and not note.problems:
        return note.articles[0][2]
    return json.dumps({"articles": note.articles, "problems": [_problem(problem) for problem in note.problems]}, separators=(",", ":"))


def _read_note(text: str) -> FileNote:
    if not text.startswith("{"):
        return FileNote((("", None, text),))
    data = json.loads(text)
    articles = tuple((tail, line, key) for tail, line, key in data["articles"])
    return FileNote(articles, tuple(_read_problems(data["problems"])))


def _problem(problem: Problem) -> list[Any]:
    where = problem.location
    return [problem.code, problem.message, [where.path, where.line, where.column] if where else None, problem.hint, problem.severity]


def _read_problems(data: list[Any]) -> Iterator[Problem]:
    for code, message, where, hint, severity in data:
        yield Problem(code, message, Location(*where) if where else None, hint, severity)
