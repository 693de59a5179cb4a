"""Chunks: the claims of one or many articles in files that never change.

    NAME.claims     a compressed block an article, one behind the other
    NAME.keys       who holds which blocking key (see ``factcheck.store.keyring``)
    NAME.list       the articles in the order of their blocks, and where everything stands, with a checksum each

NAME.list is written last and removed first, so that a chunk is there whole or not at all.
"""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from factcheck.articles.known import Entry, Recalled
from factcheck.store.codec import Damaged
from factcheck.store.keyring import Keyring, Plan, Spelling, hash_of, write_keys
from factcheck.store.sheets import read_sheet, write_sheet, written_aside

FORMAT = 2
"""Raised when files are written that an older program could not read."""
_LEVEL = 6
"""How hard zlib tries."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as its list tells it, column by column: ``keys`` of the articles, and what ``entry`` makes of the others."""

    name: str
    keys: list[str]
    digests: list[str]
    claims: list[int]
    doubts: list[str | None]
    problems: Mapping[int, tuple[Recalled, ...]]
    ends: list[int]
    checks: list[int]
    keyring: Keyring

    def entry(self, number: int) -> Entry:
        """What is remembered of an article."""
        return Entry(self.keys[number], self.digests[number], self.claims[number], self.doubts[number], self.problems.get(number, ()))


@dataclass(frozen=True, slots=True)
class Stored:
    """An article on its way into a chunk: its entry, its extraction as a line of JSON, its telling names, and the spellings of persons."""

    entry: Entry
    data: bytes
    telling: frozenset[str]
    spellings: frozenset[Spelling]


class Kept(NamedTuple):
    """An article as it is read: its number in the chunk, extraction, telling names and persons' names."""

    number: int
    data: bytes
    telling: tuple[str, ...]
    persons: tuple[str, ...]


class Chunks:
    """Reads and writes the chunks of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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
        return self._chunk(name, json.loads(text))

    def read(self, chunk: Chunk, numbers: Iterable[int]) -> Iterator[Kept]:
        """The articles with these numbers.

        Raises:
            Damaged: the file is missing, or an article is not what was written.
        """
        try:
            with (self._folder / f"{chunk.name}.claims").open("rb") as stream:
                for number in sorted(numbers):
                    head, _, data = zlib.decompress(_block(stream, chunk, number)).partition(b"\n")
                    telling, persons = json.loads(head)
                    yield Kept(number, data, tuple(telling), tuple(persons))
        except (OSError, zlib.error, ValueError) as error:
            raise error if isinstance(error, Damaged) else Damaged(str(error)) from error

    def write(self, articles: Iterable[Stored]) -> Chunk:
        """A new chunk of articles.

        Raises:
            OSError: it cannot be written.
        """
        ordered = sorted({item.entry.key: item for item in articles}.values(), key=lambda item: item.entry.key)
        blocks = (zlib.compress(b"\n".join((_head(item), item.data)), _LEVEL) for item in ordered)
        holdings = ((hash_of(name), number) for number, item in enumerate(ordered) for name in item.telling)
        spellings: dict[Spelling, list[int]] = {}
        for number, item in enumerate(ordered):
            for spelling in item.spellings:
                spellings.setdefault(spelling, []).append(number)
        return self._finish([item.entry for item in ordered], blocks, holdings, spellings)

    def merge(self, chunks: Sequence[Chunk]) -> Chunk:
        """One chunk of the articles of several, each once; the old ones are left.

        Raises:
            OSError: one of them cannot be read, or the new one not written.
        """
        places = {key: (chunk, number) for chunk in chunks for number, key in enumerate(chunk.keys)}
        ordered = sorted(places)
        moved = {key: number for number, key in enumerate(ordered)}
        holdings: list[tuple[int, int]] = []
        spellings: dict[Spelling, list[int]] = {}
        try:
            for chunk in chunks:
                held, spelt = chunk.keyring.all()
                new = [moved[key] for key in chunk.keys]
                holdings += ((key, new[number]) for key, number in held)
                for spelling, numbers in spelt:
                    spellings.setdefault(spelling, []).extend(new[number] for number in numbers)
            entries = [chunk.entry(number) for chunk, number in map(places.__getitem__, ordered)]
            return self._finish(entries, self._blocks(ordered, places), holdings, spellings)
        except Damaged as error:
            raise OSError(str(error)) from error

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

    def _blocks(self, keys: Iterable[str], places: Mapping[str, tuple[Chunk, int]]) -> Iterator[bytes]:
        """The blocks of articles as they stand, from several chunks."""
        opened: dict[str, BinaryIO] = {}
        try:
            for chunk, number in map(places.__getitem__, keys):
                if chunk.name not in opened:
                    opened[chunk.name] = (self._folder / f"{chunk.name}.claims").open("rb")
                yield _block(opened[chunk.name], chunk, number)
        finally:
            for stream in opened.values():
                stream.close()

    def _finish(
        self,
        entries: Sequence[Entry],
        blocks: Iterable[bytes],
        holdings: Iterable[tuple[int, int]],
        spellings: Mapping[Spelling, Iterable[int]],
    ) -> Chunk:
        name = secrets.token_hex(12)
        ends: list[int] = []
        checks: list[int] = []
        with written_aside(self._folder / f"{name}.claims") as part, part.open("wb") as stream:
            for block in blocks:
                stream.write(block)
                ends.append(stream.tell())
                checks.append(zlib.crc32(block))
        with written_aside(self._folder / f"{name}.keys") as part:
            plan = write_keys(part, holdings, spellings)
        data: dict[str, Any] = {
            "key": [entry.key for entry in entries],
            "digest": [entry.digest for entry in entries],
            "claims": [entry.claims for entry in entries],
            "doubt": [entry.doubt for entry in entries],
            "problems": {number: entry.problems for number, entry in enumerate(entries) if entry.problems},
            "ends": ends,
            "checks": checks,
            "keys": plan.to_json(),
        }
        text = json.dumps(data, separators=(",", ":"))
        write_sheet(self._folder / f"{name}.list", text)
        return self._chunk(name, json.loads(text))

    def _chunk(self, name: str, data: dict[str, Any]) -> Chunk:
        problems = {int(number): tuple(tuple(item) for item in items) for number, items in data["problems"].items()}
        keyring = Keyring(self._folder / f"{name}.keys", Plan.from_json(data["keys"]))
        return Chunk(name, data["key"], data["digest"], data["claims"], data["doubt"], problems, data["ends"], data["checks"], keyring)


def _head(item: Stored) -> bytes:
    return json.dumps((sorted(item.telling), sorted({name for _, name in item.spellings})), separators=(",", ":")).encode()


def _block(stream: BinaryIO, chunk: Chunk, number: int) -> bytes:
    """The compressed block of an article.

    Raises:
        Damaged: it is not what was written.
        OSError: it cannot be read.
    """
    start = chunk.ends[number - 1] if number else 0
    stream.seek(start)
    data = stream.read(chunk.ends[number] - start)
    if zlib.crc32(data) != chunk.checks[number]:
        raise Damaged("an article does not have its checksum")
    return data
