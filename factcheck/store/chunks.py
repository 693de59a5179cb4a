"""Chunks: the claims of one or many articles in Parquet files that never change.

    NAME.articles.parquet   a row an article: key, digest of the text, number of claims, names, the extraction (see below), checksum
    NAME.telling.parquet    who holds which salient name, and
    NAME.persons.parquet    who which name of a person (see ``factcheck.store.inverted_index``)
    NAME.list               the articles by number, without their extractions, the checksums of the files of keys, and where in the first
                            file each article stands (see ``factcheck.store.direct``)

NAME.list is written last and removed first, so that a chunk is there whole or not at all.  It tells which articles are known, of which a
run that reads no claims asks nothing more; duckdb is loaded when the first row is read or written.

An extraction is a line of JSON, compressed by itself: a few articles are read of thousands, and what Parquet compresses would be
decompressed for some two thousand at once.
"""

from __future__ import annotations

import json
import secrets
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.articles.known import Entry, Recalled
from factcheck.store.checksummed import read_checksummed, write_checksummed
from factcheck.store.codec import Damaged
from factcheck.store.direct import find_places, places_from_text, places_to_text, read_places
from factcheck.store.inverted_index import PERSONS, SALIENT, Holdings, InvertedIndex, Spelling, hash_of
from factcheck.store.tables import Tables, files, quoted

FORMAT = 4
"""Raised when files are written that an older program could not read."""
LIST, ARTICLES = "list", "articles.parquet"
SUFFIXES = (LIST, ARTICLES, SALIENT, PERSONS)
"""How the names of a chunk's files end, the list first."""
_COLUMNS = {"key": "VARCHAR", "digest": "VARCHAR", "claims": "INTEGER", "names": "VARCHAR", "extraction": "BLOB", "checksum": "UINTEGER"}
"""Of the articles; ``names`` are the salient names and those of persons, as JSON in ASCII."""
_PLAIN = "uncompressed"
"""How Parquet compresses articles: extractions are compressed, and a few are read sooner so."""
_LEVEL = 6
"""How hard zlib tries."""
_CHANGED = "an article does not have its checksum"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as its list tells it, column by column: ``keys`` of the articles, and what ``entry`` makes of the others."""

    name: str
    keys: list[str]
    digests: list[str]
    claims: list[int]
    doubts: list[str | None]
    problems: Mapping[int, tuple[Recalled, ...]]
    cuts: Mapping[int, tuple[int, int, int, int]]
    inverted_index: InvertedIndex
    places: bytes | None = None
    """Where the articles stand in their file; None where that is not known."""

    def entry(self, number: int) -> Entry:
        """What is remembered of an article."""
        told = self.problems.get(number, ()), self.cuts.get(number)
        return Entry(self.keys[number], self.digests[number], self.claims[number], self.doubts[number], *told)


@dataclass(frozen=True, slots=True)
class Stored:
    """An article on its way into a chunk: its entry, its extraction as a line of JSON, its salient names, and the spellings of persons."""

    entry: Entry
    data: bytes
    telling: frozenset[str]
    spellings: frozenset[Spelling]


class Kept(NamedTuple):
    """An article as it is read: its number in the chunk, extraction, salient names and persons' names."""

    number: int
    data: bytes
    telling: tuple[str, ...]
    persons: tuple[str, ...]


class Chunks:
    """Reads and writes the chunks of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables = Tables(folder)

    def names(self) -> list[str]:
        """The names of all chunks, sorted."""
        return sorted(path.stem for path in self._folder.glob(f"*.{LIST}"))

    def open(self, name: str) -> Chunk | None:
        """A chunk's list; None where another run has removed it.

        Raises:
            Damaged: it is not what was written.
        """
        try:
            text = read_checksummed(self._path(name, LIST))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Damaged(str(error)) from error
        if text is None:
            raise Damaged("the list does not have its checksum")
        return self._chunk(name, json.loads(text))

    def read(self, chunk: Chunk, numbers: Iterable[int]) -> Iterator[Kept]:
        """The articles with these numbers.

        Raises:
            Damaged: the file is missing, or an article is not what was written.
        """
        if chunk.places is not None:
            yield from self._read_directly(chunk, chunk.places, numbers)
            return
        wanted = {chunk.keys[number]: number for number in numbers}
        table = files([self._path(chunk.name, ARTICLES)])
        query = f"SELECT key, names, extraction, checksum FROM {table} WHERE key IN (SELECT unnest(?::VARCHAR[]))"
        read = 0
        for key, names, block, check in self._tables.rows(query, [sorted(wanted)], chunk.name):
            if block is None or check != _check(key, str(names).encode(), block):
                raise Damaged(_CHANGED, chunk.name)
            yield _kept(wanted[key], names, block)
            read += 1
        if read != len(wanted):
            raise Damaged("articles are missing", chunk.name)

    def _read_directly(self, chunk: Chunk, places: bytes, numbers: Iterable[int]) -> Iterator[Kept]:
        try:
            for number, names, block, check in read_places(self._path(chunk.name, ARTICLES), places, numbers):
                if check != _check(chunk.keys[number], names, block):
                    raise Damaged(_CHANGED, chunk.name)
                yield _kept(number, names, block)
        except OSError as error:
            raise Damaged(str(error), chunk.name) from error

    def write(self, articles: Iterable[Stored]) -> Chunk:
        """A new chunk of articles.

        Raises:
            OSError: it cannot be written.
        """
        ordered = sorted({item.entry.key: item for item in articles}.values(), key=lambda item: item.entry.key)
        holdings = ((hash_of(name), number) for number, item in enumerate(ordered) for name in item.telling)
        spellings: dict[Spelling, list[int]] = {}
        for number, item in enumerate(ordered):
            for spelling in item.spellings:
                spellings.setdefault(spelling, []).append(number)
        name = secrets.token_hex(12)
        rows = zip(*map(_row, ordered), strict=True) if ordered else ((),) * len(_COLUMNS)
        columns = {column: (kind, values) for (column, kind), values in zip(_COLUMNS.items(), rows, strict=True)}
        self._tables.write(self._path(name, ARTICLES), columns, _PLAIN)
        return self._finish(name, [item.entry for item in ordered], holdings, spellings)

    def merge(self, chunks: Sequence[Chunk]) -> Chunk:
        """One chunk of the articles of several, each once; the old ones are left.

        Raises:
            Damaged: one of them is missing or is not what was written.
            OSError: the new one cannot be written.
        """
        places = {key: (chunk, number) for chunk in chunks for number, key in enumerate(chunk.keys)}
        ordered = sorted(places)
        moved = {key: number for number, key in enumerate(ordered)}
        holdings: list[Holdings] = []
        spellings: dict[Spelling, list[int]] = {}
        for chunk in chunks:
            held, spelt = chunk.inverted_index.all()
            new = [moved[key] for key in chunk.keys]
            holdings += ((key, new[number]) for key, number in held)
            for spelling, numbers in spelt:
                spellings.setdefault(spelling, []).extend(new[number] for number in numbers)
        name = secrets.token_hex(12)
        rows = " UNION ALL ".join(self._taken(chunk, places) for chunk in chunks)
        try:
            self._tables.copy(self._path(name, ARTICLES), rows, compression=_PLAIN)
        except OSError:
            for chunk in chunks:
                deque(self.read(chunk, range(len(chunk.keys))), maxlen=0)  # it says which one cannot be read
            raise
        entries = [chunk.entry(number) for chunk, number in map(places.__getitem__, ordered)]
        return self._finish(name, entries, holdings, spellings)

    def exists(self, name: str) -> bool:
        """Whether the chunk is still there."""
        return self._path(name, LIST).exists()

    def remove(self, name: str) -> None:
        """Remove a chunk.

        Raises:
            OSError: it cannot be removed.
        """
        for suffix in SUFFIXES:
            self._path(name, suffix).unlink(missing_ok=True)

    def _taken(self, chunk: Chunk, places: Mapping[str, tuple[Chunk, int]]) -> str:
        """The query for the rows of a chunk but those that are taken from another one."""
        query = f"SELECT {', '.join(_COLUMNS)} FROM {files([self._path(chunk.name, ARTICLES)])}"
        elsewhere = [quoted(key) for key in chunk.keys if places[key][0] is not chunk]
        return f"{query} WHERE key NOT IN ({', '.join(elsewhere)})" if elsewhere else query

    def _finish(
        self, name: str, entries: Sequence[Entry], holdings: Iterable[Holdings], spellings: Mapping[Spelling, Iterable[int]]
    ) -> Chunk:
        inverted_index = InvertedIndex(self._tables, self._folder, name)
        inverted_index.write(holdings, spellings)
        numbers = {entry.key: number for number, entry in enumerate(entries)}
        path = self._path(name, ARTICLES)
        rows = self._tables.rows(f"SELECT key, names, extraction, checksum FROM {files([path])}")
        places = find_places(path, ((numbers[key], *row) for key, *row in rows), len(entries))
        data: dict[str, Any] = {
            "key": [entry.key for entry in entries],
            "digest": [entry.digest for entry in entries],
            "claims": [entry.claims for entry in entries],
            "doubt": [entry.doubt for entry in entries],
            "problems": {number: entry.problems for number, entry in enumerate(entries) if entry.problems},
            "cut": {number: entry.cut for number, entry in enumerate(entries) if entry.cut},
            "keys": inverted_index.checks,
            "places": places_to_text(places),
        }
        text = json.dumps(data, separators=(",", ":"))
        write_checksummed(self._path(name, LIST), text)
        return self._chunk(name, json.loads(text))

    def _chunk(self, name: str, data: dict[str, Any]) -> Chunk:
        problems = {int(number): tuple(tuple(item) for item in items) for number, items in data["problems"].items()}
        cuts = {int(number): tuple(cut) for number, cut in data.get("cut", {}).items()}
        inverted_index = InvertedIndex(self._tables, self._folder, name, data["keys"])
        places = places_from_text(data.get("places"), len(data["key"]))
        return Chunk(name, data["key"], data["digest"], data["claims"], data["doubt"], problems, cuts, inverted_index, places)

    def _path(self, name: str, suffix: str) -> Path:
        return self._folder / f"{name}.{suffix}"


def _row(item: Stored) -> tuple[object, ...]:
    """The values of an article in the order of its columns."""
    names = json.dumps((sorted(item.telling), sorted({name for _, name in item.spellings})), separators=(",", ":"))
    block = zlib.compress(item.data, _LEVEL)
    return item.entry.key, item.entry.digest, item.entry.claims, names, block, _check(item.entry.key, names.encode(), block)


def _kept(number: int, names: str | bytes, block: bytes) -> Kept:
    telling, persons = json.loads(names)
    return Kept(number, zlib.decompress(block), tuple(telling), tuple(persons))


def _check(key: str, names: bytes, block: bytes) -> int:
    """The checksum of an article's row."""
    return zlib.crc32(block, zlib.crc32(b"%s %s" % (key.encode(), names)))
