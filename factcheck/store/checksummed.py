"""Writes small text files whole or not at all, and reads them back with a checksum: the first line is the digest of the rest."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

PART = ".part-"
"""How the name of a file begins that is still being written."""


@contextlib.contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A path to write to; renamed to ``path`` when the block ends, removed when it fails.

    Raises:
        OSError: the file cannot be renamed.
    """
    part = path.with_name(f"{PART}{os.getpid()}-{secrets.token_hex(4)}-{path.name}")
    try:
        yield part
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def write_checksummed(path: Path, text: str) -> None:
    """Write a text with its checksum.

    Raises:
        OSError: it cannot be written.
    """
    data = text.encode("utf-8", "surrogateescape")
    with written_aside(path) as part:
        part.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def read_checksummed(path: Path) -> str | None:
    """The text of a file; None where it does not have its checksum.

    Raises:
        OSError: it cannot be read.
    """
    digest, _, data = path.read_bytes().partition(b"\n")
    if hashlib.sha256(data).hexdigest().encode() != digest:
        return None
    return data.decode("utf-8", "surrogateescape")
