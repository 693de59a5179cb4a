"""Which stored articles of a corpus may meet others in a finding, asked of the blocking keys without reading a claim.

The same walk as ``factcheck.topics.blocking.neighbourhood``, as queries: keys of the articles, holders of these keys, and once more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from factcheck.store.chunks import Chunk, Chunks

STEPS = 2
Place = tuple[int, int]
"""An article: the number of its chunk in this search, and its number in the chunk."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """``keys`` of the articles found, those that were asked about included; ``crowded`` are hashed blocking keys that too many hold."""

    keys: frozenset[str]
    crowded: frozenset[int]


class Search:
    """One search among the chunks of a store, for the articles of one corpus."""

    def __init__(self, chunks: Chunks, opened: Iterable[Chunk], members: Collection[str], most: int) -> None:
        """Prepare.

        Args:
            chunks: where the chunks lie.
            opened: the chunks.
            members: the keys of the corpus's articles; all others are passed over.
            most: articles that may hold a key for it to lead from one to another, names of persons apart.
        """
        self._chunks, self._most = chunks, most
        self._opened = sorted(opened, key=lambda chunk: chunk.name)
        taken: set[str] = set()
        absent: list[Place] = []
        self._places: dict[str, Place] = {}
        for number, chunk in enumerate(self._opened):
            for article, entry in enumerate(chunk.entries):
                if entry.key in members and entry.key not in taken:
                    taken.add(entry.key)
                    self._places[entry.key] = number, article
                else:
                    absent.append((number, article))
        self._table("absent", "chunk INTEGER, article INTEGER", absent)

    def around(self, about: Iterable[str]) -> Neighbours:
        """The neighbours of articles, by key.

        Raises:
            Damaged: a file of keys cannot be read.
        """
        found = frontier = {self._places[key] for key in about if key in self._places}
        crowded: set[int] = set()
        for _ in range(STEPS):
            self._take_keys(frontier)
            crowded |= self._count()
            rows = self._chunks.fetch("SELECT DISTINCT chunk, article FROM held WHERE hash NOT IN (SELECT hash FROM crowded) ORDER BY ALL")
            frontier = {(chunk, article) for chunk, article in rows} - found
            found = found | frontier
        self._take_keys(frontier)
        crowded |= self._count()
        return Neighbours(frozenset(self._opened[chunk].entries[article].key for chunk, article in found), frozenset(crowded))

    def _take_keys(self, places: Collection[Place]) -> None:
        """The blocking keys of articles, as the table ``wanted``."""
        by_chunk: dict[int, list[int]] = {}
        for chunk, article in sorted(places):
            by_chunk.setdefault(chunk, []).append(article)
        parts = ["SELECT hash FROM wanted WHERE false"]
        parts += [
            f"SELECT hash FROM {self._chunks.keys_of(self._opened[chunk])} WHERE article IN ({', '.join(map(str, articles))})"
            for chunk, articles in by_chunk.items()
        ]
        self._chunks.run("CREATE TEMP TABLE IF NOT EXISTS wanted (hash UBIGINT)")
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE next AS SELECT DISTINCT hash FROM ({' UNION ALL '.join(parts)}) ORDER BY hash")
        self._chunks.run("CREATE OR REPLACE TEMP TABLE wanted AS SELECT hash FROM next")

    def _count(self) -> set[int]:
        """The holders of the wanted keys as the table ``held``, and those keys that too many hold, also as the table ``crowded``."""
        parts = ["SELECT 0 AS chunk, hash, 0 AS article FROM wanted WHERE false"]
        parts += [
            f"SELECT {number} AS chunk, hash, article FROM {self._chunks.keys_of(chunk)} SEMI JOIN wanted USING (hash)"
            for number, chunk in enumerate(self._opened)
        ]
        self._chunks.run(
            f"CREATE OR REPLACE TEMP TABLE held AS SELECT * FROM ({' UNION ALL '.join(parts)}) ANTI JOIN absent USING (chunk, article)"
        )
        many = f"hash % 2 = 0 GROUP BY hash HAVING count(*) > {self._most}"
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE crowded AS SELECT hash FROM held WHERE {many}")
        return {number for (number,) in self._chunks.fetch("SELECT hash FROM crowded ORDER BY hash")}

    def _table(self, name: str, columns: str, rows: list[Place]) -> None:
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE {name} ({columns})")
        for start in range(0, len(rows), 10_000):
            values = ", ".join(str(row) for row in rows[start : start + 10_000])
            self._chunks.run(f"INSERT INTO {name} VALUES {values}")


def named(keys: Mapping[int, str], crowded: Collection[int]) -> frozenset[str]:
    """The blocking keys among those of ``keys`` (by hash) that are crowded."""
    return frozenset(keys[number] for number in crowded if number in keys)
