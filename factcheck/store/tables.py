"""Parquet files, written and read by duckdb, which is loaded when the first row is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.store.checksummed import PART, written_aside
from factcheck.store.codec import Damaged

if TYPE_CHECKING:
    import duckdb

_GROUP = 2_048
"""Rows of which all or none are read: as few as duckdb makes."""
_AT_ONCE = 1_000
"""Rows that are fetched at once."""


class Tables:
    """A connection to no database but the files that its queries name."""

    def __init__(self, folder: Path) -> None:
        """``folder`` takes what does not fit into memory."""
        self._folder = folder
        self._opened: duckdb.DuckDBPyConnection | None = None

    def write(self, path: Path, columns: Mapping[str, tuple[str, Sequence[object]]], compression: str = "zstd") -> None:
        """Write a file aside and rename it.

        Args:
            path: of the file.
            columns: by name the type and the values, of all columns as many.
            compression: as duckdb names it.

        Raises:
            OSError: it cannot be written.
        """
        unnested = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, (kind, _) in columns.items())
        self.copy(path, f"SELECT {unnested}", [list(values) for _, values in columns.values()], compression)

    def copy(self, path: Path, query: str, values: Sequence[object] = (), compression: str = "zstd") -> None:
        """Write the rows of a query to a file aside and rename it.

        Raises:
            OSError: a file cannot be read, or the new one not be written.
        """
        how = f"(FORMAT parquet, COMPRESSION {compression}, ROW_GROUP_SIZE {_GROUP})"
        with written_aside(path) as part:
            try:
                for _ in self.rows(f"COPY ({query}) TO {quoted(str(part))} {how}", values):
                    pass
            except Damaged as error:
                raise OSError(str(error)) from error

    def rows(self, query: str, values: Sequence[object] = (), chunk: str = "") -> Iterator[tuple[Any, ...]]:
        """The rows of a query.

        Args:
            query: in the SQL of duckdb.
            values: of its parameters.
            chunk: whose files it reads, for the error.

        Raises:
            Damaged: a file that it reads is missing or is no Parquet.
        """
        import duckdb  # noqa: PLC0415 - late: a tenth of a second, and threads

        try:
            result = self._connection().cursor().execute(query, list(values))
            while found := result.fetchmany(_AT_ONCE):
                yield from found
        except (duckdb.Error, UnicodeError) as error:  # a folder whose name is no text, too
            self._opened = None  # an error that duckdb calls fatal ends a connection
            raise Damaged((str(error).splitlines() or [type(error).__name__])[0][:200], chunk) from error

    def _connection(self) -> duckdb.DuckDBPyConnection:
        import duckdb  # noqa: PLC0415 - see above

        if self._opened is None:
            self._opened = duckdb.connect(
                ":memory:",
                config={
                    "autoinstall_known_extensions": "false",  # they reach for the network
                    "autoload_known_extensions": "false",
                    "temp_directory": str(self._folder / f"{PART}duckdb"),
                    "threads": "1",  # files are small, and rows keep their order
                },
            )
        return self._opened


def files(paths: Iterable[Path]) -> str:
    """The rows of some Parquet files as a table of a query, with ``filename``, one file behind the other."""
    return f"read_parquet([{', '.join(quoted(str(path)) for path in paths)}], filename = true)"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
