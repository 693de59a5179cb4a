"""Files to articles: what is read, in which encoding and format, with which metadata, layout and furniture.

Every fault is a Problem; one bad file or line never hides another.  "error" means something asked for was not read (exit code 2).

    E301  error    no such file or folder, or a pattern that matches nothing
    E302  error    a folder without articles
    E303  error    a file or folder the system will not hand out
    E304  error    a pipe, device or socket
    E305  error    a file (of JSON lines: a record) above the size limit
    E306  error    a binary file
    E307  warning  bytes that are not the text they should be; says what was taken instead
    E308  error    JSON that is none
    E309  error    a record without a text
    E310  warning  a value of a wrong type, a line of front matter that is none; ignored
    E311  warning  an unknown key; ignored
    E312  error    front matter without an end
    E313  error    a metadata file that cannot be used
    E314  warning  a date without a year or with two readings; ignored
    E315  error    a format that is not read, where the file was named; a warning for web pages met in folders without the extra
    E316  warning  an empty article
    E317  warning  a second article with the same text; left out
    E318  warning  text that is not English; unchecked
    E319  warning  metadata for a file that is not there
    E320  warning  two records of one file with one id
"""

from __future__ import annotations

import fnmatch
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from factcheck.articles.as_html import INSTALL, is_installed, read_html
from factcheck.articles.assembling import Assembler
from factcheck.articles.decoding import check_readable, decode, decode_page, read_bytes, too_large, unreadable
from factcheck.articles.drafts import Draft, is_article_record, read_json, read_json_line, read_markdown, read_plain, read_stdin
from factcheck.articles.inputs import HTML, SIDECARS, TABLES, FoundFile, Listing, list_files, show
from factcheck.articles.metadata import FIELDS, Metadata, Stated, read_sidecar, read_table, unused
from factcheck.errors import InputError, Location, Problem
from factcheck.model import Article
from factcheck.rulebook import Rulebook, suggest

DEFAULT_MAX_BYTES = 10_000_000
"""Bytes a file may have; for JSON lines, bytes of one record."""

STDIN = "-"
_STDIN_SHOWN = "<stdin>"
_READERS: Mapping[str, Callable[[str, str, list[Problem]], Iterator[Draft]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".json": read_json,
    **dict.fromkeys(HTML, read_html),
}
_LINE_FORMATS = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles, sorted by id, and what happened on the way.

    ``skipped`` counts files passed over in folders (unknown suffixes), ``files`` the files that were opened as articles.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    skipped: int = 0
    files: int = 0


def read_articles(
    paths: Sequence[str | Path],
    rulebook: Rulebook,
    *,
    stdin: bytes | None = None,
    metadata: Mapping[str, str] | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
    exclude: Sequence[str] = (),
    stdin_name: str | None = None,
) -> Corpus:
    """Every article below the paths; the same corpus for any order of the paths.

    Args:
        paths: files, folders (read with all folders below), patterns with * ? [ ] **, and "-" for ``stdin``.
        rulebook: the furniture rules and word lists come from it.
        stdin: the bytes of standard input, where "-" is among the paths; JSON lines when they begin with a brace, else plain text.
        metadata: fields that override all others for every article (``source``, ``language``, ``published`` ...).
        max_bytes: larger files are refused.
        exclude: patterns of files that are left out unless they are named; see ``is_excluded``.
        stdin_name: the file that standard input stands for: its suffix tells the format, its place the metadata; a file of that path is
            not read.  None: it has no name.

    Returns:
        The corpus; faults are among its problems and never raised.

    Raises:
        InputError: E311, ``metadata`` holds an unknown field.
    """
    reader = _Reader(Assembler.from_rules(rulebook), _options(metadata or {}), max_bytes)
    listing = list_files([path for path in paths if str(path) != STDIN], html=None if is_installed() else INSTALL)
    reader.problems.extend(listing.problems)
    listing.files = [found for found in listing.files if found.named or not is_excluded(found, exclude)]
    piped = any(str(path) == STDIN for path in paths)
    name = _take_name(listing, stdin_name) if piped and stdin_name else None
    reader.read_files(listing)
    if piped:
        reader.read_stdin(stdin or b"", name)
    articles = tuple(_without_duplicates(sorted(reader.articles, key=lambda article: article.id), reader.problems))
    skipped = listing.skipped + reader.skipped
    problems = sorted(dict.fromkeys(reader.problems), key=_problem_order)
    return Corpus(articles, tuple(problems), skipped, reader.files)


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


def _take_name(listing: Listing, name: str) -> FoundFile:
    """What standard input is called; the file of that name, if there is one, leaves the listing."""
    path = Path(os.path.abspath(name))
    for found in listing.files:
        if os.path.realpath(found.path) == os.path.realpath(path):
            listing.files.remove(found)
            return found
    tail = "/".join(path.parts[-2:]) if path.parent != path.parent.parent else path.name
    taken = {found.id for found in listing.files}
    return FoundFile(path, show(name), path.as_posix() if tail in taken else tail, True, path.parent)


def _problem_order(problem: Problem) -> tuple[str, int, int, str, str]:
    where = problem.location or Location("")
    return where.path, where.line or 0, where.column or 0, problem.code, problem.message


def _options(metadata: Mapping[str, str]) -> Metadata:
    allowed = [name for name in FIELDS if name not in ("id", "text")]
    unknown = [name for name in metadata if name not in allowed]
    if unknown:
        raise InputError([Problem("E311", f"unknown field {name!r}", None, suggest(name, allowed)) for name in unknown])
    return {name: Stated(value, "option", Location("option")) for name, value in metadata.items()}


def _without_duplicates(articles: Sequence[Article], problems: list[Problem]) -> Iterator[Article]:
    first: dict[str, Article] = {}
    for article in articles:
        earlier = first.setdefault(article.digest, article)
        if earlier is article:
            yield article
            continue
        where = Location(article.path, article.line_in_file)
        problems.append(Problem("E317", f"the same text as {earlier.path}; left out", where, severity="warning"))


class _Reader:
    """Collects the articles and problems of one run."""

    def __init__(self, assembler: Assembler, options: Metadata, max_bytes: int) -> None:
        self.articles: list[Article] = []
        self.problems: list[Problem] = []
        self.skipped = 0
        self.files = 0
        self._assembler, self._options, self._max_bytes = assembler, options, max_bytes
        self._tables: dict[Path, dict[str, Metadata]] = {}
        self._sidecars: dict[Path, Metadata] = {}

    def read_files(self, listing: Listing) -> None:
        """Read all files of a listing, and tell which metadata fits none of them."""
        for found in listing.files:
            self._read_file(found)
        stems = {file.path.with_suffix("") for file in listing.files}
        for path in listing.metadata:
            shown = show(str(path))
            if path.name.lower() in TABLES:
                folder = path.parent
                names = {file.path.relative_to(folder).as_posix() for file in listing.files if file.path.is_relative_to(folder)}
                if names:
                    self.problems.extend(unused(self._table(path), names, shown))
            elif _sidecar_stem(path) not in stems and any(file.path.parent == path.parent for file in listing.files):
                self.problems.append(Problem("E319", "metadata for a file that is not there", Location(shown), severity="warning"))

    def read_stdin(self, data: bytes, found: FoundFile | None = None) -> None:
        """Read standard input as the file whose name it bears; without one, as one article or as JSON lines."""
        if found is not None:
            self._read_file(found, data)
            return
        self.files += 1
        try:
            if len(data) > self._max_bytes:
                raise InputError(too_large(_STDIN_SHOWN, f"{len(data):,} bytes", self._max_bytes))
            text, problems = decode(data, _STDIN_SHOWN)
        except InputError as error:
            self.problems.extend(error.problems)
            return
        self.problems.extend(problems)
        self._take(read_stdin(text, _STDIN_SHOWN, self.problems), "stdin", _STDIN_SHOWN, {})

    def _read_file(self, found: FoundFile, data: bytes | None = None) -> None:
        """Read a file; ``data`` is its content where that comes from elsewhere."""
        suffix = found.path.suffix.lower()
        try:
            if suffix in _LINE_FORMATS:
                self.files += 1
                self._take(self._json_lines(found, data), found.id, found.shown, self._stated(found))
                return
            if data is None:
                data = read_bytes(found.path, found.shown, self._max_bytes)
            elif len(data) > self._max_bytes:
                raise InputError(too_large(found.shown, f"{len(data):,} bytes", self._max_bytes))
            decoded = decode_page if suffix in HTML else decode
            text, problems = decoded(data, found.shown)
            if suffix == ".json" and not found.named and not is_article_record(text):
                self.skipped += 1
                return
            self.files += 1
            self.problems.extend(problems)
            reader = _READERS.get(suffix, read_plain)
            self._take(reader(text, found.shown, self.problems), found.id, found.shown, self._stated(found))
        except InputError as error:
            self.problems.extend(error.problems)

    def _json_lines(self, found: FoundFile, data: bytes | None) -> Iterator[Draft]:
        """Line by line: such a file may be far larger than one article."""
        told: set[str] = set()
        if data is None:
            check_readable(found.path, found.shown)
        try:
            with io.BytesIO(data) if data is not None else found.path.open("rb") as opened:
                handle: BinaryIO = opened
                number = 0
                while raw := handle.readline(self._max_bytes + 1):
                    number += 1
                    if len(raw) > self._max_bytes:
                        self.problems.append(too_large(f"{found.shown}:{number}", "one record", self._max_bytes))
                        while raw and not raw.endswith(b"\n"):
                            raw = handle.readline(self._max_bytes)
                        continue
                    yield from self._json_line(raw, found, number, told)
        except OSError as error:
            self.problems.append(unreadable(found.shown, error))

    def _json_line(self, raw: bytes, found: FoundFile, number: int, told: set[str]) -> Iterator[Draft]:
        try:
            line, problems = decode(raw, found.shown)
        except InputError as error:
            self.problems.extend(_on_line(error.problems, number))
            return
        self.problems.extend(_on_line(problems, number))
        if line.strip():
            yield from read_json_line(line, found.shown, number, self.problems, told)

    def _take(self, drafts: Iterator[Draft], name: str, shown: str, stated: Metadata) -> None:
        ids: set[str] = set()
        for draft in drafts:
            where = Location(shown, draft.line)
            if not draft.text[draft.start :].strip():
                self.problems.append(Problem("E316", "an empty article", where, severity="warning"))
                continue
            record = draft.record
            if record in ids:
                record = f"{record}@{draft.line or len(ids) + 1}"
                message = f"a second record with the id {draft.record!r}; it is called {record!r} here"
                self.problems.append(Problem("E320", message, where, severity="warning"))
            ids.add(record)
            tail = f"#{record}" if record else ""
            full = replace(draft, fields={**draft.fields, **stated, **self._options})
            self.articles.append(self._assembler.article(full, f"{name}{tail}", f"{shown}{tail}", self.problems))

    def _stated(self, found: FoundFile) -> Metadata:
        """What tables (from the outermost folder inwards) and then the sidecar say about a file."""
        fields: Metadata = {}
        folders = [folder for folder in (found.path.parent, *found.path.parent.parents) if folder.is_relative_to(found.root)]
        for folder in reversed(folders):
            for name in TABLES:
                table = self._table(folder / name)
                fields |= table.get(found.path.relative_to(folder).as_posix(), {})
        for suffix in SIDECARS:
            fields |= self._sidecar(found.path.with_suffix("").with_name(found.path.stem + suffix))
        return fields

    def _table(self, path: Path) -> dict[str, Metadata]:
        if path not in self._tables:
            self._tables[path] = read_table(path, show(str(path)), self.problems) if path.is_file() else {}
        return self._tables[path]

    def _sidecar(self, path: Path) -> Metadata:
        if path not in self._sidecars:
            self._sidecars[path] = read_sidecar(path, show(str(path)), self.problems) if path.is_file() else {}
        return self._sidecars[path]


def _sidecar_stem(path: Path) -> Path:
    suffix = next(suffix for suffix in SIDECARS if path.name.lower().endswith(suffix))
    return path.with_name(path.name[: -len(suffix)])


def _on_line(problems: Sequence[Problem], number: int) -> Iterator[Problem]:
    for problem in problems:
        where = problem.location
        yield Problem(
            problem.code, problem.message, Location(where.path, number, where.column) if where else None, problem.hint, problem.severity
        )


__all__ = ["DEFAULT_MAX_BYTES", "Corpus", "read_articles"]
