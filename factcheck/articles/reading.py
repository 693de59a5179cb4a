"""Paths to a corpus: every file is listed, looked up in the memory of earlier runs, and read where it is not known."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.articles.as_html import INSTALL, is_installed, read_html
from factcheck.articles.assembling import Assembler
from factcheck.articles.decoding import decode, decode_page, read_bytes, read_first_line, too_large, unreadable
from factcheck.articles.drafts import Draft, is_article_record, read_json, read_json_line, read_markdown, read_plain, read_stdin
from factcheck.articles.inputs import (
    HTML,
    LINE_FORMATS,
    SIDECARS,
    STDIN,
    STDIN_SHOWN,
    TABLES,
    FoundFile,
    Listing,
    as_paths,
    list_files,
    show,
    suffix_of,
    take_name,
)
from factcheck.articles.known import FileNote, KnownArticle, Memory, Recalled, Stamps, key_of, recall, tell_again
from factcheck.articles.metadata import ALIASES, FIELDS, Metadata, Stated, read_sidecar, read_table, unused
from factcheck.articles.own import is_own_output, is_own_report
from factcheck.articles.published import dated_address
from factcheck.errors import InputError, Location, Problem
from factcheck.model import Article, Identified
from factcheck.rulebook import Rulebook, suggest

DEFAULT_MAX_BYTES = 10_000_000
"""Bytes a file may have; for JSON lines, bytes of one record."""

_READERS: Mapping[str, Callable[[str, str, list[Problem]], Iterator[Draft]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".json": read_json,
    **dict.fromkeys(HTML, read_html),
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles, sorted by id, and what happened on the way.

    ``skipped`` counts files passed over in folders (unknown suffixes), ``files`` the files that were read as articles.  ``known`` are the
    articles, sorted by id, whose claims a memory holds; they are not among ``articles``.  ``keys`` gives for each of ``articles``, by id,
    its key and the problems of reading it; it is empty without a memory.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    skipped: int = 0
    files: int = 0
    known: tuple[KnownArticle, ...] = ()
    keys: Mapping[str, tuple[str, tuple[Recalled, ...]]] = field(default_factory=dict)


def read_articles(
    paths: str | Path | Sequence[str | Path],
    rulebook: Rulebook,
    *,
    stdin: bytes | None = None,
    metadata: Mapping[str, str] | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
    exclude: Sequence[str] = (),
    stdin_name: str | None = None,
    memory: Memory | None = None,
    wanted: Callable[[Identified], bool] | None = None,
) -> Corpus:
    """Every article below the paths; the same corpus for any order of the paths.

    Args:
        paths: files, folders (read with all folders below), patterns with * ? [ ] **, and "-" for ``stdin``; one alone needs no list.
        rulebook: the furniture rules and word lists come from it.
        stdin: the bytes of standard input, where "-" is among the paths; JSON lines when they begin with a brace, else plain text.
        metadata: fields that override all others for every article (``source``, ``language``, ``published`` ...).
        max_bytes: larger files are refused.
        exclude: patterns of files that are left out unless they are named; see ``is_excluded``.
        stdin_name: the file that standard input stands for: its suffix tells the format, its place the metadata; a file of that path is
            not read.  None: it has no name.
        memory: articles and files that it knows are not read; None: all are.
        wanted: of several articles with one text, which to keep before the first by id; None: the first.

    Returns:
        The corpus; faults are among its problems and never raised.

    Raises:
        InputError: E311, ``metadata`` holds an unknown field.
    """
    paths = as_paths(paths)
    reader = _Reader(rulebook, _options(metadata or {}), max_bytes, memory)
    listing = list_files([path for path in paths if str(path) != STDIN], html=None if is_installed() else INSTALL)
    reader.problems.extend((*listing.problems, *listing.without(exclude)))
    piped = any(str(path) == STDIN for path in paths)
    name = take_name(listing, stdin_name) if piped and stdin_name else None
    reader.read_files(listing)
    if piped:
        reader.read_stdin(stdin or b"", name)
    ordered = sorted(reader.articles, key=lambda article: article.id)
    kept = sorted(_without_duplicates(ordered, reader.problems, wanted), key=lambda article: article.id)
    articles = tuple(article for article in kept if isinstance(article, Article))
    skipped = listing.skipped + reader.skipped
    problems = sorted(dict.fromkeys(reader.problems), key=Problem.order)
    known = tuple(article for article in kept if isinstance(article, KnownArticle))
    return Corpus(articles, tuple(problems), skipped, reader.files, known, reader.keys)


def _options(metadata: Mapping[str, str]) -> Metadata:
    allowed = [name for name in FIELDS if name not in ("id", "text")]
    unknown = [name for name in metadata if name not in allowed]
    if unknown:
        raise InputError([Problem("E311", f"unknown field {name!r}", None, suggest(name, allowed)) for name in unknown])
    return {name: Stated(value, "option", Location("option")) for name, value in metadata.items()}


def _without_duplicates(
    articles: Sequence[Article | KnownArticle], problems: list[Problem], wanted: Callable[[Identified], bool] | None
) -> Iterator[Article | KnownArticle]:
    """The articles, of those with one text the first; one that is ``wanted`` goes before others."""
    first: dict[str, Article | KnownArticle] = {}
    for article in sorted(articles, key=lambda article: not wanted(article)) if wanted else articles:
        earlier = first.setdefault(article.digest, article)
        if earlier is article:
            yield article
            continue
        where = Location(article.path, article.line_in_file)
        same = f"{earlier.path}{f', record {earlier.record}' if earlier.record else ''}"
        problems.append(Problem("E317", f"the same text as {same}; left out", where, severity="warning"))


class _Reader:
    """Collects the articles and problems of one run."""

    def __init__(self, rulebook: Rulebook, options: Metadata, max_bytes: int, memory: Memory | None) -> None:
        self.articles: list[Article | KnownArticle] = []
        self.problems: list[Problem] = []
        self.keys: dict[str, tuple[str, tuple[Recalled, ...]]] = {}
        self.skipped = 0
        self.files = 0
        self._rulebook, self._options, self._max_bytes, self._memory = rulebook, options, max_bytes, memory
        self._variant = f"{max_bytes} {sorted((name, stated.value) for name, stated in options.items())}"
        self._stamps = Stamps(SIDECARS, TABLES)
        self._tables: dict[Path, dict[str, Metadata]] = {}
        self._sidecars: dict[Path, Metadata] = {}
        self._of_tables: list[Problem] = []
        self._no_articles: list[str] = []
        self._folders: set[tuple[str, str]] = set()

    @cached_property
    def _assembler(self) -> Assembler:
        return Assembler.from_rules(self._rulebook)

    def read_files(self, listing: Listing) -> None:
        """Read all files of a listing that are not known, and tell which metadata fits none of them."""
        for found in sorted(listing.files, key=lambda file: not file.named):  # what is new is mostly named: its parsing can begin
            self._look_up(found)
        stems: set[Path] | None = None
        for path in listing.metadata:
            shown = show(str(path))
            if path.name.lower() in TABLES:
                prefix = os.path.join(path.parent, "")
                names = {file.file[len(prefix) :].replace(os.sep, "/") for file in listing.files if file.file.startswith(prefix)}
                if names:
                    self.problems.extend(unused(self._table(path), names, shown))
                continue
            if stems is None:
                stems = {file.path.with_suffix("") for file in listing.files}
                folders = {stem.parent for stem in stems}
            if _sidecar_stem(path) not in stems and path.parent in folders:
                self.problems.append(Problem("E319", "metadata for a file that is not there", Location(shown), severity="warning"))
        self.problems.extend(self._of_tables)
        if self._no_articles:
            count = len(self._no_articles)
            message = f"not an article: neither text nor title in it; {count} such file{'s' if count > 1 else ''} passed over"
            hint = f"the text goes under one of: text, {', '.join(ALIASES['text'][:4])}"
            self.problems.append(Problem("E323", message, Location(min(self._no_articles)), hint, "warning"))

    def _look_up(self, found: FoundFile) -> None:
        """Take a file's articles from memory, or read it and remember what it held."""
        if self._memory is None:
            self._read_file(found)
            return
        stamped = self._stamps.of(found.file, found.root)
        if stamped is None:
            self._read_file(found)
            return
        stamp, newest = f"{self._variant} {stamped[0]}", stamped[1]
        place = (found.root, found.file, found.shown, found.id, stamp)
        note = self._memory.note(*place, newest)
        entries = [self._memory.entry(key) for _, _, key in note.articles] if note else []
        if note and None not in entries:
            for (tail, line, _), entry in zip(note.articles, entries, strict=True):
                if entry:
                    self.articles.append(KnownArticle(found.id + tail, found.shown, line, entry, tail.removeprefix("#")))
            self.files += 1
            self.problems.extend(note.problems)
            folder = found.file.rpartition(os.sep)[0], found.root
            if folder not in self._folders:
                self._folders.add(folder)
                for path in self._stamps.tables(found.file, found.root):
                    self._table(Path(path))
            return
        articles, problems, skipped = len(self.articles), len(self.problems), self.skipped
        self._read_file(found)
        if self.skipped > skipped or any(problem.severity == "error" for problem in self.problems[problems:]):
            return  # what is no article, or could not be read, is looked at again
        held = tuple(self._held(article, len(found.id)) for article in self.articles[articles:])
        self._memory.take_note(*place, FileNote(held, tuple(self.problems[problems:])))

    def _held(self, article: Article | KnownArticle, length: int) -> tuple[str, int | None, str]:
        key = article.entry.key if isinstance(article, KnownArticle) else self.keys[article.id][0]
        return article.id[length:], article.line_in_file, key

    def read_stdin(self, data: bytes, found: FoundFile | None = None) -> None:
        """Read standard input as the file whose name it bears; without one, as one article or as JSON lines."""
        if found is not None:
            self._read_file(found, data)
            return
        self.files += 1
        try:
            if len(data) > self._max_bytes:
                raise InputError(too_large(STDIN_SHOWN, f"{len(data):,} bytes", self._max_bytes))
            text, problems = decode(data, STDIN_SHOWN)
        except InputError as error:
            self.problems.extend(error.problems)
            return
        self.problems.extend(problems)
        self._take(read_stdin(text, STDIN_SHOWN, self.problems), "stdin", STDIN_SHOWN, {})

    def _read_file(self, found: FoundFile, data: bytes | None = None) -> None:
        """Read a file; ``data`` is its content where that comes from elsewhere."""
        suffix = suffix_of(found.file)
        try:
            if suffix in LINE_FORMATS:
                first = read_first_line(found.path, found.shown, self._max_bytes) if data is None else data.partition(b"\n")[0]
                if is_own_output(first.decode("utf-8-sig", "replace")):
                    self._pass_over_own(found)
                    return
                self.files += 1
                self._take(self._json_lines(found, data), found.id, found.shown, self._stated(found))
                return
            if data is None:
                data = read_bytes(found.path, found.shown, self._max_bytes)
            elif len(data) > self._max_bytes:
                raise InputError(too_large(found.shown, f"{len(data):,} bytes", self._max_bytes))
            decoded = decode_page if suffix in HTML else decode
            text, problems = decoded(data, found.shown)
            if is_own_output(text) if suffix == ".json" else is_own_report(text):
                self._pass_over_own(found)
                return
            if suffix == ".json" and not found.named and not is_article_record(text):
                self.skipped += 1
                self._no_articles.append(found.shown)
                return
            self.files += 1
            self.problems.extend(problems)
            reader = _READERS.get(suffix, read_plain)
            self._take(reader(text, found.shown, self.problems), found.id, found.shown, self._stated(found))
        except InputError as error:
            self.problems.extend(error.problems)

    def _pass_over_own(self, found: FoundFile) -> None:
        """Leave out what this program wrote: reports, baselines and claims may lie beside articles; only one that was named is told.

        Raises:
            InputError: E309, the file was named.
        """
        if found.named:
            hint = "leave it out; a saved report that is the only path is printed again"
            raise InputError(Problem("E309", "no article: factcheck wrote it", Location(found.shown), hint))
        self.skipped += 1

    def _json_lines(self, found: FoundFile, data: bytes | None) -> Iterator[Draft]:
        """Line by line: such a file may be far larger than one article."""
        told: set[str] = set()
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
            fields = {**draft.fields, **stated, **self._options}
            dated = dated_address(fields, "" if record else PurePath(shown).name)
            if dated is not None:
                fields["dated"] = dated
            own_title = fields.get("title") is draft.fields.get("title")
            full = replace(draft, fields=fields, record=record, title_places=draft.title_places if own_title else ())
            self._assemble(full, f"{name}{tail}", shown)

    def _assemble(self, draft: Draft, name: str, shown: str) -> None:
        if self._memory is None:
            self.articles.append(self._assembler.article(draft, name, shown, self.problems))
            return
        key = key_of(draft)
        entry = self._memory.entry(key)
        if entry is not None:
            self.articles.append(KnownArticle(name, shown, draft.line, entry, draft.record))
            self.problems.extend(tell_again(entry.problems, draft.fields, draft.place_in(shown)))
            return
        problems: list[Problem] = []
        self.articles.append(self._assembler.article(draft, name, shown, problems))
        self.problems.extend(problems)
        self.keys[name] = key, recall(problems, draft.fields)

    def _stated(self, found: FoundFile) -> Metadata:
        """What tables (from the outermost folder inwards) and then the sidecar say about a file."""
        fields: Metadata = {}
        root = Path(found.root)
        folders = [folder for folder in (found.path.parent, *found.path.parent.parents) if folder.is_relative_to(root)]
        for folder in reversed(folders):
            for name in TABLES:
                table = self._table(folder / name)
                fields |= table.get(found.path.relative_to(folder).as_posix(), {}) if table else {}
        for suffix in SIDECARS:
            fields |= self._sidecar(found.path.with_suffix("").with_name(found.path.stem + suffix))
        return fields

    def _table(self, path: Path) -> dict[str, Metadata]:
        if path not in self._tables:
            self._tables[path] = read_table(path, show(str(path)), self._of_tables) if path.is_file() else {}
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
