"""Who holds which blocking key: one file a chunk, of which a check reads only the blocks that it asks for.

The file holds the hashed telling names in order (8 bytes each), then the number of the article that holds each (4 bytes), both little
endian, then the spellings of persons: a line each, in order, and behind an empty line, in the same order, whose name it is and which
articles hold that.  What tells where a block begins and what its checksum is stands in the chunk's list.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.store.codec import Damaged

BLOCK = 512
"""Holders that are read at once."""
_HASH, _NUMBER = 8, 4

Holdings = tuple[int, int]
"""A hashed key and the number of an article that holds it."""
Spelling = tuple[str, str]
"""A form of a surname in which it is compared, and the whole name as one line."""


def hash_of(key: str) -> int:
    """The number (64 bits) of a telling name; two names that fall together cost a look at some more articles."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


@dataclass(frozen=True, slots=True)
class Plan:
    """What tells where things stand: first hash and checksum of each block, the number of holdings, the checksum of the spellings."""

    heads: tuple[int, ...]
    checks: tuple[int, ...]
    count: int
    spellings: int

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {"heads": self.heads, "checks": self.checks, "count": self.count, "spellings": self.spellings}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Plan:
        """The inverse of ``to_json``."""
        return cls(tuple(data["heads"]), tuple(data["checks"]), int(data["count"]), int(data["spellings"]))


def write_keys(path: Path, holdings: Iterable[Holdings], spellings: Mapping[Spelling, Iterable[int]]) -> Plan:
    """Write a file of keys.

    Raises:
        OSError: it cannot be written.
    """
    ordered = sorted(set(holdings))
    hashes, numbers = array("Q", (key for key, _ in ordered)), array("I", (number for _, number in ordered))
    text = _spellings_text(spellings)
    parts = [_bytes(hashes), _bytes(numbers)]
    path.write_bytes(b"".join((*parts, text)))
    starts = range(0, len(hashes), BLOCK)
    checks = tuple(_check(parts[0][at * _HASH : (at + BLOCK) * _HASH], parts[1][at * _NUMBER : (at + BLOCK) * _NUMBER]) for at in starts)
    return Plan(tuple(hashes[at] for at in starts), checks, len(hashes), zlib.crc32(text))


def _spellings_text(spellings: Mapping[Spelling, Iterable[int]]) -> bytes:
    ordered = sorted(spellings)
    forms = "\n".join(form for form, _ in ordered)
    rows = "\n".join(f"{pair[1]}\t{' '.join(map(str, sorted(set(spellings[pair]))))}" for pair in ordered)
    return f"{forms}\n\n{rows}".encode("utf-8", "surrogatepass")


class Keyring:
    """Reads one file of keys; what was read is kept and was checked."""

    def __init__(self, path: Path, plan: Plan) -> None:
        self._path, self._plan = path, plan
        self._blocks: dict[int, tuple[array[int], array[int]]] = {}
        self._spellings: tuple[list[str], list[str]] | None = None

    def check(self) -> None:
        """See that the file is there and has its size.

        Raises:
            Damaged: it has not.
        """
        try:
            size = self._path.stat().st_size
        except OSError as error:
            raise self._damaged(str(error)) from error
        if size < self._plan.count * (_HASH + _NUMBER):
            raise self._damaged("the blocking keys are cut")
        self.spellings()

    def holders(self, key: int) -> list[int]:
        """The numbers of the articles that hold a hashed telling name.

        Raises:
            Damaged: the file is missing or is not what was written.
        """
        found: list[int] = []
        heads = self._plan.heads
        for block in range(max(0, bisect_left(heads, key) - 1), bisect_right(heads, key)):
            hashes, numbers = self._block(block)
            found += numbers[bisect_left(hashes, key) : bisect_right(hashes, key)]
        return found

    def spellings(self) -> tuple[list[str], list[str]]:
        """The forms in which surnames are compared, sorted, and in the same order whose they are and who holds that name; see ``row_of``.

        Raises:
            Damaged: as ``holders``.
        """
        if self._spellings is None:
            text = self._read(self._plan.count * (_HASH + _NUMBER), -1)
            if zlib.crc32(text) != self._plan.spellings:
                raise self._damaged("the spellings of names do not have their checksum")
            forms, _, rows = text.decode("utf-8", "surrogatepass").partition("\n\n")
            self._spellings = (forms.split("\n"), rows.split("\n")) if rows else ([], [])
        return self._spellings

    def all(self) -> tuple[Iterator[Holdings], Iterator[tuple[Spelling, list[int]]]]:
        """Everything that the file holds.

        Raises:
            Damaged: as ``holders``.
        """
        blocks = [self._block(number) for number in range(len(self._plan.heads))]
        forms, rows = self.spellings()
        spelt = ((form, *row_of(row)) for form, row in zip(forms, rows, strict=True))
        return (pair for block in blocks for pair in zip(*block, strict=True)), (((form, name), numbers) for form, name, numbers in spelt)

    def _block(self, number: int) -> tuple[array[int], array[int]]:
        known = self._blocks.get(number)
        if known is None:
            start, end = number * BLOCK, min((number + 1) * BLOCK, self._plan.count)
            hashes = self._read(start * _HASH, (end - start) * _HASH)
            numbers = self._read(self._plan.count * _HASH + start * _NUMBER, (end - start) * _NUMBER)
            if _check(hashes, numbers) != self._plan.checks[number]:
                raise self._damaged("the blocking keys do not have their checksum")
            known = self._blocks[number] = _array("Q", hashes), _array("I", numbers)
        return known

    def _damaged(self, message: str) -> Damaged:
        return Damaged(message, self._path.stem)

    def _read(self, start: int, size: int) -> bytes:
        try:
            with self._path.open("rb") as stream:
                stream.seek(start)
                return stream.read(size)
        except OSError as error:
            raise self._damaged(str(error)) from error


def row_of(row: str) -> tuple[str, list[int]]:
    """A name as one line, and the numbers of the articles that hold it."""
    name, _, numbers = row.partition("\t")
    return name, list(map(int, numbers.split(" ")))


def _check(hashes: bytes, numbers: bytes) -> int:
    return zlib.crc32(numbers, zlib.crc32(hashes))


def _bytes(numbers: array[int]) -> bytes:
    return (array(numbers.typecode, numbers) if sys.byteorder == "little" else _swapped(numbers)).tobytes()


def _array(code: str, data: bytes) -> array[int]:
    found: array[int] = array(code, data)
    return found if sys.byteorder == "little" else _swapped(found)


def _swapped(numbers: array[int]) -> array[int]:
    found = array(numbers.typecode, numbers)
    found.byteswap()
    return found


__all__ = ["Holdings", "Keyring", "Plan", "Spelling", "hash_of", "row_of", "write_keys"]
