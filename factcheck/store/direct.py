"""Reads a few values of a Parquet file where they stand, without the row groups around them.

A reader of Parquet reads a column of some two thousand rows to find one; of extractions those are thirty megabytes.  Values of a column
that is not compressed stand in the file as they are, so after a file is written they are looked up in it once, and their places are kept.
What is read so has to prove itself by its checksum, as anything else does.
"""

from __future__ import annotations

import mmap
import os
import struct
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

_PLACE = struct.Struct("<5Q")
"""Of an article: offset and length of its names, offset and length of its extraction, checksum."""


def find_places(path: Path, rows: Iterable[tuple[int, str, bytes, int]], size: int) -> bytes | None:
    """Where the values of a file's articles stand; None where one of them does not stand in it as it is.

    Args:
        path: of the file.
        rows: number of the article, names, extraction and checksum, in the order of the file.
        size: articles of the file.

    Raises:
        OSError: the file cannot be read.
    """
    found = bytearray(_PLACE.size * size)
    if not size:
        return b""
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        begin = [0, 0]
        for number, names, block, check in rows:
            values = (names.encode(), block)
            at = [_place(data, value, start) for value, start in zip(values, begin, strict=True)]
            if min(at) < 0:
                return None
            begin = [max(start, place + len(value)) for value, start, place in zip(values, begin, at, strict=True)]
            _PLACE.pack_into(found, _PLACE.size * number, at[0], len(values[0]), at[1], len(values[1]), check)
    return bytes(found)


def _place(data: mmap.mmap, value: bytes, start: int) -> int:
    """Where a value stands, from ``start`` on as far as the values of a column stand in the order of rows, else before it: one that several
    rows have may stand there once."""
    found = data.find(value, start)
    return found if found >= 0 else data.find(value, 0, start)


def read_places(path: Path, places: bytes, numbers: Iterable[int]) -> Iterator[tuple[int, bytes, bytes, int]]:
    """Number, names, extraction and checksum of some articles.

    Raises:
        OSError: the file cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        for number in sorted(numbers):
            names, names_length, block, block_length, check = _PLACE.unpack_from(places, _PLACE.size * number)
            yield number, _read(descriptor, names, names_length), _read(descriptor, block, block_length), check
    finally:
        os.close(descriptor)


def _read(descriptor: int, start: int, length: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, length)


def places_to_text(places: bytes | None) -> str | None:
    """Places as text in ASCII."""
    return None if places is None else b64encode(places).decode()


def places_from_text(text: str | None, size: int) -> bytes | None:
    """The inverse of ``places_to_text``; None, too, where the text does not hold so many articles."""
    places = None if text is None else b64decode(text)
    return places if places is not None and len(places) == _PLACE.size * size else None


__all__ = ["find_places", "places_from_text", "places_to_text", "read_places"]
