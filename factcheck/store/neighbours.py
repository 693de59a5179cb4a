"""Which stored articles of a corpus may meet others in a finding, asked of the blocking keys without reading a claim.

One step of ``factcheck.topics.blocking.neighbourhood`` at a time, as queries: keys of the articles, holders of these keys.  The keys of
persons' names are coarse; the names behind them are kept beside them and compared, and spellings of spellings are followed (STEPS).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from factcheck.store.chunks import Chunk, Chunks

STEPS = 2
Among = Callable[[Iterable[tuple[str, str]]], set[str]]
"""Of pairs of names of persons, the first ones of those of which the one may be a spelling of the other."""
Place = tuple[int, int]
"""An article: the number of its chunk in this search, and its number in the chunk."""


class Search:
    """One search among the chunks of a store, for the articles of one corpus."""

    def __init__(self, chunks: Chunks, opened: Iterable[Chunk], members: Collection[str], most: int, alike: Among) -> None:
        """Prepare.

        Args:
            chunks: where the chunks lie.
            opened: the chunks.
            members: the keys of the corpus's articles; all others are passed over.
            most: articles that may hold a telling name for it to lead from one to another.
            alike: which of some names may be spellings of others.
        """
        self._chunks, self._most, self._alike = chunks, most, alike
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
        self._list("absent", "chunk INTEGER, article INTEGER", map(str, absent))

    def meeting(self, keys: Iterable[str]) -> set[str]:
        """The articles, by key, that share a telling name with one of these, themselves included.

        Raises:
            Damaged: a file of keys cannot be read.
        """
        found = self._of(keys)
        self._count(found)
        rows = self._chunks.fetch("SELECT DISTINCT chunk, article FROM held WHERE hash NOT IN (SELECT hash FROM crowded) ORDER BY ALL")
        return self._keys(found.union(rows))

    def namesakes(self, keys: Iterable[str]) -> set[str]:
        """The articles, by key, with persons whose names may be spellings of those in these, wherever they stand.

        Raises:
            Damaged: as ``meeting``.
        """
        return self._keys(self._persons(self._of(keys)))

    def crowded(self, keys: Iterable[str]) -> set[int]:
        """The hashed blocking keys of articles that too many hold.

        Raises:
            Damaged: as ``meeting``.
        """
        return self._count(self._of(keys))

    def _of(self, keys: Iterable[str]) -> set[Place]:
        return {self._places[key] for key in keys if key in self._places}

    def _keys(self, places: Iterable[Place]) -> set[str]:
        return {self._opened[chunk].entries[article].key for chunk, article in places}

    def _persons(self, about: Collection[Place]) -> set[Place]:
        """The articles that name persons whose names may be other spellings of those in the articles, or spellings of such spellings, and
        all that have a name so spelt."""
        rows = self._chunks.fetch(f"SELECT DISTINCT name FROM ({self._keys_in(about)}) WHERE name <> '' ORDER BY name")
        own = names = frontier = {name for (name,) in rows}
        for _ in range(STEPS):
            self._list("named", "name VARCHAR", (f"({_text(name)})" for name in sorted(frontier)))
            mine = self._everywhere("SEMI JOIN named USING (name)")
            self._chunks.run(f"CREATE OR REPLACE TEMP TABLE wanted AS SELECT DISTINCT hash, name AS own FROM ({mine})")
            theirs = self._everywhere("SEMI JOIN wanted USING (hash)")
            met = self._chunks.fetch(
                f"SELECT DISTINCT name, own FROM ({theirs}) JOIN wanted USING (hash) WHERE name <> own AND name <> '' ORDER BY ALL"
            )
            frontier = self._alike(pair for pair in met if pair[0] not in names)
            names = names | frontier
        if names == own:
            return set()
        self._list("named", "name VARCHAR", (f"({_text(name)})" for name in sorted(names - self._alone(own, names))))
        places = f"({self._everywhere('SEMI JOIN named USING (name)')}) ANTI JOIN absent USING (chunk, article)"
        return {(chunk, article) for chunk, article in self._chunks.fetch(f"SELECT DISTINCT chunk, article FROM {places} ORDER BY ALL")}

    def _alone(self, own: Collection[str], names: Collection[str]) -> set[str]:
        """The names of the articles that no other name may be a spelling of: however many hold one, it cannot be spelt in two ways."""
        return {name for name in own if not self._alike((other, name) for other in sorted(names) if other != name)}

    def _count(self, places: Collection[Place]) -> set[int]:
        """The holders of the articles' telling names as the table ``held``; the names that too many hold, also as the table ``crowded``."""
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE wanted AS SELECT DISTINCT hash FROM ({self._keys_in(places)}) WHERE hash % 2 = 0")
        source = f"({self._everywhere('SEMI JOIN wanted USING (hash)')}) ANTI JOIN absent USING (chunk, article)"
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE held AS SELECT chunk, hash, article FROM {source}")
        many = f"SELECT hash FROM held GROUP BY hash HAVING count(*) > {self._most}"
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE crowded AS {many}")
        return {number for (number,) in self._chunks.fetch("SELECT hash FROM crowded ORDER BY hash")}

    def _keys_in(self, places: Collection[Place]) -> str:
        """A query for the keys of articles."""
        by_chunk: dict[int, list[int]] = {}
        for chunk, article in sorted(places):
            by_chunk.setdefault(chunk, []).append(article)
        parts = ["SELECT 0::UBIGINT AS hash, 0 AS article, '' AS name WHERE false"]
        parts += [
            f"SELECT * FROM {self._chunks.keys_of(self._opened[chunk])} WHERE article IN ({', '.join(map(str, articles))})"
            for chunk, articles in by_chunk.items()
        ]
        return " UNION ALL ".join(parts)

    def _everywhere(self, joined: str) -> str:
        """A query for the keys of all chunks, as far as they join."""
        parts = ["SELECT 0 AS chunk, 0::UBIGINT AS hash, 0 AS article, '' AS name WHERE false"]
        parts += [
            f"SELECT {number} AS chunk, hash, article, name FROM {self._chunks.keys_of(chunk)} {joined}"
            for number, chunk in enumerate(self._opened)
        ]
        return " UNION ALL ".join(parts)

    def _list(self, name: str, columns: str, rows: Iterable[str]) -> None:
        """A table of rows, each written as in VALUES."""
        self._chunks.run(f"CREATE OR REPLACE TEMP TABLE {name} ({columns})")
        listed = list(rows)
        for start in range(0, len(listed), 10_000):
            self._chunks.run(f"INSERT INTO {name} VALUES {', '.join(listed[start : start + 10_000])}")


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def named(keys: Mapping[int, str], crowded: Collection[int]) -> frozenset[str]:
    """The blocking keys among those of ``keys`` (by hash) that are crowded."""
    return frozenset(keys[number] for number in crowded if number in keys)
