"""Chunks: the claims of one or many articles in one Parquet file that never changes.

    NAME.claims     a row an article and a row a claim, by key and position
    NAME.keys       the blocking keys of the articles, hashed, each with the number of its article
    NAME.list       the articles by number, and the checksum of NAME.keys; a chunk is there when this file is

NAME.list is written last and removed first, so that a chunk is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.articles.known import Entry
from factcheck.store.codec import Damaged, Row
from factcheck.store.sheets import PART, read_sheet, write_sheet, written_aside

if TYPE_CHECKING:
    import duckdb

FORMAT = 1
"""Raised when files are written that an older program could not read."""
_ROWS = "{key: 'VARCHAR', position: 'INTEGER', kind: 'VARCHAR', slot: 'VARCHAR', data: 'VARCHAR', \"check\": 'UBIGINT'}"
_KEYS = "{hash: 'UBIGINT', article: 'INTEGER', name: 'VARCHAR'}"
_PARQUET = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)"
_NO_KEY = '{"hash":0,"article":-1,"name":""}\n'
"""A row that stands in every file of keys: duckdb reads no columns from an empty one."""
_AT_ONCE = 1_000
"""Values that one query is asked for."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as its list tells it."""

    name: str
    entries: tuple[Entry, ...]
    keys_check: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An article on its way into a chunk: its entry, its rows as JSON lines, its blocking keys.

    With each key goes the name that it was made of, "" where the key says all.
    """

    entry: Entry
    lines: bytes
    keys: frozenset[tuple[str, str]]


class Chunks:
    """Reads and writes the chunks of one folder.  duckdb is loaded when the first claim is read or written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._checked: set[str] = set()

    def names(self) -> list[str]:
        """The names of all chunks, sorted."""
        return sorted(path.stem for path in self._folder.glob("*.list"))

    def open(self, name: str) -> Chunk | None:
        """A chunk's list; None where another run has removed it.

        Raises:
            Damaged: it is not what was written.
        """
        try:
            text = read_sheet(self._folder / f"{name}.list")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Damaged(str(error)) from error
        if text is None:
            raise Damaged("the list does not have its checksum")
        data = json.loads(text)
        problems = {int(number): tuple(tuple(item) for item in items) for number, items in data["problems"].items()}
        columns = zip(data["key"], data["digest"], data["claims"], data["doubt"], strict=True)
        entries = tuple(Entry(*parts, problems=problems.get(number, ())) for number, parts in enumerate(columns))
        return Chunk(name, entries, data["keys_check"])

    def read(self, name: str, keys: Sequence[str]) -> Iterator[list[Row]]:
        """The rows of the articles with these keys, by key and position.

        Raises:
            Damaged: the file is missing or cannot be read.
        """
        rows: list[Row] = []
        for start in range(0, len(keys), _AT_ONCE):
            wanted = ", ".join(f"'{key}'" for key in keys[start : start + _AT_ONCE])
            query = f'SELECT key, position, kind, slot, data, "check" FROM {self._file(name, "claims")} WHERE key IN ({wanted})'
            for row in (Row(*values) for values in self.fetch(f"{query} ORDER BY key, position")):
                if rows and rows[0].key != row.key:
                    yield rows
                    rows = []
                rows.append(row)
        if rows:
            yield rows

    def keys_of(self, chunk: Chunk) -> str:
        """The blocking keys of a chunk as a table of a query: ``hash``, ``article`` (its number) and ``name``; checked when first asked for.

        Raises:
            Damaged: the file is missing or is not what was written.
        """
        if chunk.name not in self._checked:
            try:
                content = (self._folder / f"{chunk.name}.keys").read_bytes()
            except OSError as error:
                raise Damaged(str(error)) from error
            if zlib.crc32(content) != chunk.keys_check:
                raise Damaged("the blocking keys do not have their checksum")
            self._checked.add(chunk.name)
        return f"(SELECT hash, article, name FROM {self._file(chunk.name, 'keys')} WHERE article >= 0)"

    def fetch(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query.

        Raises:
            Damaged: a file that it reads is missing or is no Parquet.
        """
        try:
            result = self._connection.execute(query)
            while rows := result.fetchmany(10_000):
                yield from rows
        except self._faults as error:
            raise Damaged(_first_line(error)) from error

    def run(self, query: str) -> None:
        """Run a query for what it makes.

        Raises:
            Damaged: as ``fetch``.
        """
        for _ in self.fetch(query):
            pass

    def write(self, articles: Iterable[Stored]) -> Chunk:
        """A new chunk of articles.

        Raises:
            OSError: it cannot be written.
        """
        ordered = sorted({item.entry.key: item for item in articles}.values(), key=lambda item: item.entry.key)
        name = secrets.token_hex(12)
        rows = self._folder / f"{PART}{name}"
        try:
            with rows.open("wb") as stream:
                stream.writelines(item.lines for item in ordered)
            self._copy(f"SELECT * FROM read_json('{_quoted(rows)}', format = 'newline_delimited', columns = {_ROWS})", name, "claims")
            with rows.open("w", encoding="ascii") as numbers:
                numbers.write(_NO_KEY)
                for number, item in enumerate(ordered):
                    numbers.writelines(
                        f'{{"hash":{hash_of(key)},"article":{number},"name":{json.dumps(name)}}}\n' for key, name in item.keys
                    )
            self._copy(f"SELECT * FROM read_json('{_quoted(rows)}', format = 'newline_delimited', columns = {_KEYS})", name, "keys")
        finally:
            rows.unlink(missing_ok=True)
        return self._finish(name, [item.entry for item in ordered])

    def merge(self, chunks: Sequence[Chunk]) -> Chunk:
        """One chunk of the articles of several, each once; the old ones are left.

        Raises:
            OSError: one of them cannot be read, or the new one not written.
        """
        entries = sorted({entry.key: entry for chunk in chunks for entry in chunk.entries}.values(), key=lambda entry: entry.key)
        places = {entry.key: number for number, entry in enumerate(entries)}
        name = secrets.token_hex(12)
        self._copy(" UNION ALL ".join(f"SELECT * FROM {self._file(chunk.name, 'claims')}" for chunk in chunks), name, "claims")
        numbered = []
        for chunk in chunks:
            pairs = ", ".join(f"({old}, {places[entry.key]})" for old, entry in enumerate(chunk.entries))
            moved = f"(VALUES (-1, -1), {pairs}) AS moved(old, new)"
            numbered.append(f"SELECT hash, new AS article, name FROM {self._file(chunk.name, 'keys')} JOIN {moved} ON article = old")
        self._copy(" UNION ALL ".join(numbered), name, "keys")
        return self._finish(name, entries)

    def exists(self, name: str) -> bool:
        """Whether the chunk is still there."""
        return (self._folder / f"{name}.list").exists()

    def remove(self, name: str) -> None:
        """Remove a chunk.

        Raises:
            OSError: it cannot be removed.
        """
        for suffix in ("list", "keys", "claims"):
            (self._folder / f"{name}.{suffix}").unlink(missing_ok=True)

    def _finish(self, name: str, entries: Sequence[Entry]) -> Chunk:
        check = zlib.crc32((self._folder / f"{name}.keys").read_bytes())
        data: dict[str, Any] = {
            "key": [entry.key for entry in entries],
            "digest": [entry.digest for entry in entries],
            "claims": [entry.claims for entry in entries],
            "doubt": [entry.doubt for entry in entries],
            "problems": {number: entry.problems for number, entry in enumerate(entries) if entry.problems},
            "keys_check": check,
        }
        write_sheet(self._folder / f"{name}.list", json.dumps(data, separators=(",", ":")))
        return Chunk(name, tuple(entries), check)

    @cached_property
    def _faults(self) -> tuple[type[Exception], ...]:
        """What duckdb raises where a file is missing or is no Parquet."""
        import duckdb  # noqa: PLC0415 - late: a tenth of a second, and a process must not fork after it

        return (duckdb.Error,)

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        import duckdb  # noqa: PLC0415 - see above

        return duckdb.connect(
            ":memory:",
            config={
                "autoinstall_known_extensions": "false",  # they reach for the network
                "autoload_known_extensions": "false",
                "temp_directory": str(self._folder / f"{PART}duckdb"),
                "threads": "2",
            },
        )

    def _copy(self, source: str, name: str, suffix: str) -> None:
        """Write a query's rows, each once and sorted by all columns from the first on."""
        with written_aside(self._folder / f"{name}.{suffix}") as part:
            try:
                self._connection.execute(f"COPY (SELECT DISTINCT * FROM ({source}) ORDER BY ALL) TO '{_quoted(part)}' {_PARQUET}")
            except self._faults as error:
                raise OSError(_first_line(error)) from error

    def _file(self, name: str, suffix: str) -> str:
        return f"read_parquet('{_quoted(self._folder / f'{name}.{suffix}')}')"


NEVER_CROWDED = "person~"
"""What those blocking keys begin with that lead from one article to another however many hold them; their numbers are odd."""


def hashed(keys: Iterable[str]) -> dict[int, str]:
    """Blocking keys by number (64 bits), sorted; two that fall together cost a look at one more article."""
    return dict(sorted((hash_of(key), key) for key in keys))


def hash_of(key: str) -> int:
    """The number of a blocking key."""
    number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
    return number | 1 if key.startswith(NEVER_CROWDED) else number & ~1


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
