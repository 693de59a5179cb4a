"""The inverted index of the blocking keys, key -> articles that hold it: two Parquet files a chunk.

    NAME.telling.parquet    ``hash`` of a salient name and ``number`` of an article that holds it, by hash: where a name stands can be seen
                            from the least and the greatest hash of some thousand rows, and others are passed over
    NAME.persons.parquet    ``form`` in which a surname is compared, the whole ``name`` and the ``numbers`` of the articles that hold it, in
                            order; bytes, since half a surrogate pair is no text to duckdb

Their checksums stand in the chunk's list.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.store.codec import Damaged
from factcheck.store.tables import Tables, files

SALIENT, PERSONS = "telling.parquet", "persons.parquet"
"""How the names of the files end."""

Holdings = tuple[int, int]
"""A hashed key and the number of an article that holds it."""
Spelling = tuple[str, str]
"""A form of a surname in which it is compared, and the whole name as one line."""
Held = tuple[bytes, list[int]]
"""A whole name in bytes (see ``name_of``) and the numbers of the articles that hold it."""


def hash_of(key: str) -> int:
    """The number (64 bits) of a salient name; two names that fall together cost a look at some more articles."""
    return int.from_bytes(hashlib.blake2b(_bytes(key), digest_size=8).digest(), "big")


def name_of(data: bytes) -> str:
    """The text that some bytes hold."""
    return data.decode("utf-8", "surrogatepass")


class InvertedIndex:
    """The files of keys of one chunk."""

    def __init__(self, tables: Tables, folder: Path, name: str, checks: Sequence[int] = ()) -> None:
        """``checks`` are the checksums of both files; see ``write``."""
        self.name = name
        self.tables = tables
        self.telling, self.persons = folder / f"{name}.{SALIENT}", folder / f"{name}.{PERSONS}"
        self.checks = tuple(checks)
        self._spellings: tuple[list[str], list[Held]] | None = None

    def write(self, holdings: Iterable[Holdings], spellings: Mapping[Spelling, Iterable[int]]) -> None:
        """Write both files, and take their checksums.

        Raises:
            OSError: they cannot be written.
        """
        held = sorted(set(holdings))
        self.tables.write(self.telling, {"hash": ("UBIGINT", [key for key, _ in held]), "number": ("INTEGER", [at for _, at in held])})
        ordered = sorted(spellings)
        self.tables.write(
            self.persons,
            {
                "form": ("BLOB", [_bytes(form) for form, _ in ordered]),
                "name": ("BLOB", [_bytes(name) for _, name in ordered]),
                "numbers": ("INTEGER[]", [sorted(set(spellings[spelling])) for spelling in ordered]),
            },
        )
        self.checks = self._checks()

    def check(self) -> None:
        """See that both files are there and are what was written.

        Raises:
            Damaged: they are not.
        """
        try:
            found = self._checks()
        except OSError as error:
            raise Damaged(str(error), self.name) from error
        if found != self.checks:
            raise Damaged("the blocking keys do not have their checksum", self.name)

    def spellings(self) -> tuple[list[str], list[Held]]:
        """The forms in which surnames are compared, sorted, and in the same order whose they are and who holds that name.

        Raises:
            Damaged: the file is missing or is not what was written.
        """
        if self._spellings is None:
            rows = list(self.tables.rows(f"SELECT form, name, numbers FROM {files([self.persons])}", (), self.name))
            self._spellings = [name_of(form) for form, _, _ in rows], [(name, numbers) for _, name, numbers in rows]
        return self._spellings

    def all(self) -> tuple[Iterator[Holdings], Iterator[tuple[Spelling, list[int]]]]:
        """Everything that the files hold.

        Raises:
            Damaged: they are missing or are not what was written.
        """
        self.check()
        spelt = (((form, name_of(name)), numbers) for form, (name, numbers) in zip(*self.spellings(), strict=True))
        held = self.tables.rows(f"SELECT hash, number FROM {files([self.telling])}", (), self.name)
        return ((key, number) for key, number in held), spelt

    def _checks(self) -> tuple[int, ...]:
        return tuple(zlib.crc32(path.read_bytes()) for path in (self.telling, self.persons))


def find_holders(indexes: Sequence[InvertedIndex], keys: Collection[int]) -> Iterator[tuple[int, int, int]]:
    """Who holds some hashed salient names: place of the index among those given, hash, number of the article.

    Raises:
        Damaged: a file is missing or is not what was written.
    """
    if not indexes or not keys:
        return
    places = {str(index.telling): place for place, index in enumerate(indexes)}
    query = f"SELECT filename, hash, number FROM {files(index.telling for index in indexes)} WHERE hash IN (SELECT unnest(?::UBIGINT[]))"
    try:
        for file, key, number in indexes[0].tables.rows(query, [sorted(keys)]):
            yield places[file], key, number
    except Damaged as error:
        for index in indexes:
            index.check()  # it says which chunk's files they are
        raise Damaged(str(error), indexes[0].name) from error


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


__all__ = ["PERSONS", "SALIENT", "Held", "Holdings", "InvertedIndex", "Spelling", "find_holders", "hash_of", "name_of"]
