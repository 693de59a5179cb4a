"""Which stored articles of a corpus may meet others in a finding, asked of the blocking keys without reading a claim.

One step of ``factcheck.topics.blocking.neighbourhood`` at a time: who holds the salient names of some articles.  Persons' names are held
against all spellings of the store, and spellings of spellings are followed (STEPS).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from factcheck.store.chunks import Chunk
from factcheck.store.inverted_index import find_holders, hash_of, name_of

STEPS = 2
ArticleAddress = tuple[int, int]
"""An article: the number of its chunk in this search, and its number in the chunk."""


class Spellings(Protocol):
    """Tells which names of persons may be spellings of one another; see ``factcheck.topics.alike.Alike``."""

    def forms(self, name: str) -> Collection[str]:
        """The forms in which the surname of a name (one line) is compared."""
        ...

    def near(self, form: str, forms: list[str]) -> Iterable[int]:
        """The places of those of some forms, which are sorted, that may be another spelling of a form; its own among them or not."""
        ...

    def meets(self, name: str, other: str) -> bool:
        """Whether two names may be spellings of one, where a form of the one is near a form of the other."""
        ...


class Search:
    """One search among the chunks of a store, for the articles of one corpus."""

    def __init__(self, opened: Iterable[Chunk], members: Collection[str], most: int, alike: Spellings) -> None:
        """Prepare.

        Args:
            opened: the chunks.
            members: the keys of the corpus's articles; all others are passed over.
            most: articles that may hold a salient name for it to lead from one to another.
            alike: which names may be spellings of others.
        """
        self._most, self._alike = most, alike
        self._opened = sorted(opened, key=lambda chunk: chunk.name)
        self._holders: dict[str, list[ArticleAddress]] = {}
        taken: set[str] = set()
        self._members: list[set[int]] = []
        for chunk in self._opened:
            mine = {number for number, key in enumerate(chunk.keys) if key in members and key not in taken}
            taken.update(chunk.keys)
            self._members.append(mine)

    def meeting(self, names: Iterable[str]) -> set[str]:
        """The articles, by key, that hold one of these salient names, without those that too many hold.

        Raises:
            Damaged: a file of keys is missing or is not what was written.
        """
        lists = (holders for holders in self._held(set(names)).values() if len(holders) <= self._most)
        return self._keys(place for holders in lists for place in holders)

    def overfrequent(self, names: Iterable[str]) -> set[str]:
        """Those of some salient names that too many articles hold.

        Raises:
            Damaged: as ``meeting``.
        """
        return {name for name, holders in self._held(set(names)).items() if len(holders) > self._most}

    def namesakes(self, own: Collection[str]) -> set[str]:
        """The articles, by key, with persons whose names may be other spellings of these, or spellings of such spellings, and all that have
        a name so spelt.

        Raises:
            Damaged: as ``meeting``.
        """
        names = frontier = set(own)
        for _ in range(STEPS):
            frontier = self._spelt(frontier, names)
            names = names | frontier
        if names == set(own):
            return set()
        alone = {name for name in own if not any(self._alike.meets(other, name) for other in names if other != name)}
        return self._keys({place for name in names - alone for place in self._bearers(name)})

    def _spelt(self, names: Collection[str], known: Collection[str]) -> set[str]:
        """The names that are not known and may be spellings of some."""
        found: set[str] = set()
        for chunk in self._opened:
            forms, rows = chunk.inverted_index.spellings()
            for name in sorted(names):
                for form in self._alike.forms(name):
                    for place in self._alike.near(form, forms):
                        other = name_of(rows[place][0])
                        if other not in known and other not in found and self._alike.meets(other, name):
                            found.add(other)
        return found

    def _bearers(self, name: str) -> Iterator[ArticleAddress]:
        """The articles of the corpus that hold a name."""
        form = min(self._alike.forms(name), default="")
        for chunk, (opened, members) in enumerate(zip(self._opened, self._members, strict=True)):
            forms, rows = opened.inverted_index.spellings()
            place = bisect_left(forms, form)
            while place < len(forms) and forms[place] == form:
                borne, numbers = rows[place]
                if name_of(borne) == name:
                    yield from ((chunk, number) for number in numbers if number in members)
                place += 1

    def _held(self, names: Collection[str]) -> Mapping[str, Collection[ArticleAddress]]:
        """The articles of the corpus that hold some salient names."""
        asked: dict[int, list[list[ArticleAddress]]] = {}
        for name in names:
            if name not in self._holders:
                asked.setdefault(hash_of(name), []).append(self._holders.setdefault(name, []))
        for chunk, key, number in find_holders([opened.inverted_index for opened in self._opened], asked):
            if number in self._members[chunk]:
                for holders in asked[key]:
                    holders.append((chunk, number))
        return {name: self._holders[name] for name in names}

    def _keys(self, places: Iterable[ArticleAddress]) -> set[str]:
        return {self._opened[chunk].keys[number] for chunk, number in places}
