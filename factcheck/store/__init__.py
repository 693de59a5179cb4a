"""Claims kept between runs, so that an article is parsed once.

An extraction is found by the key of its article's draft within a context (program, rules of extraction, model).  A store never decides
what is true: whatever is missing, damaged or newer than this program is made again, with a warning where somebody should know.

    E611  warning  a damaged chunk; its articles are read again
    E612  warning  a store of a newer program; the run goes on without it
    E613  warning  a folder that cannot be written; the run goes on without keeping anything more
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.articles.known import Entry, FileNote, KnownArticle, stamp_of
from factcheck.errors import Location, Problem
from factcheck.model import Extraction
from factcheck.store.answers import Answer, Member, answer_key, keep_answer, read_answer
from factcheck.store.chunks import ARTICLES, Chunk, Chunks, Stored
from factcheck.store.codec import Damaged, decode, encode
from factcheck.store.folder import Info, bound, clear, context_of, default_folder, info, prepare, unwritable
from factcheck.store.keptrules import load_rules_kept
from factcheck.store.neighbours import Search, Spellings
from factcheck.store.notes import Notes, ever_noted

AT_ONCE = 128
"""Articles that are written as one chunk when so many are new: what a killed run loses at most."""
LARGEST = 4_096
"""Articles from which on a chunk is not merged any more."""
TIER = 8
"""Chunks of about one size that are merged into one; an article is so rewritten at most a few times."""


class Names(NamedTuple):
    """By what an article is found: its salient names, and the names of its persons, each as one line."""

    telling: tuple[str, ...]
    persons: tuple[str, ...]


class Store:
    """The claims of one context; a Memory for reading articles."""

    def __init__(self, folder: Path, context: str) -> None:
        """Open a store; nothing but the lists of its chunks is read.

        Raises:
            StoreError: E612, E613.
        """
        prepare(folder)
        self._root = folder
        self._folder = folder / "claims" / context
        self._chunks = Chunks(self._folder)
        self._notes = Notes(self._folder)
        self._pending: list[Stored] = []
        self._written = False
        self.able = True
        """Whether anything more can be kept."""
        self.on_new: Callable[[], None] | None = None
        """Called when the first article or file is asked for that is not known."""
        self.problems: list[Problem] = []
        """What happened to the store on the way; all warnings."""
        self._open: dict[str, Chunk] = {}
        self._places: dict[str, tuple[Chunk, int]] = {}
        self._names: dict[str, Names] = {}
        for name in self._chunks.names():
            self._take(name)

    def entry(self, key: str) -> Entry | None:
        """What is known of an article, None where nothing is."""
        place = self._places.get(key)
        if place is None:
            if self.on_new is not None:
                self.on_new()
            return None
        return place[0].entry(place[1])

    def names(self, key: str) -> Names:
        """The salient names and the persons of an article that was added or read before."""
        return self._names[key]

    def answer(self, rules: str, members: Iterable[Member], about: frozenset[str] | None) -> tuple[str, Answer | None]:
        """The name of the answer for a corpus, and the answer if one is kept; see ``answer_key``."""
        key = answer_key(self._folder.name, rules, members, about)
        return key, read_answer(self._root, key)

    def keep(self, key: str, answer: Answer) -> None:
        """Keep an answer under its name."""
        if self.able:
            try:
                keep_answer(self._root, key, answer)
            except OSError as error:
                self._give_up(error)

    def note(self, root: str, file: str, shown: str, name: str, stamp: str, newest: int) -> FileNote | None:
        """See ``factcheck.articles.known.Memory``."""
        return self._notes.get(root, (file, shown, name, stamp), newest)

    def remembers(self, file: str, roots: Iterable[str]) -> bool:
        """Whether there is a note of a file as it is, among those of one of some folders."""
        try:
            stamp = stamp_of(os.stat(file))
        except OSError:
            return False
        return any(self._notes.has(root, file, stamp) for root in roots)

    def take_note(self, root: str, file: str, shown: str, name: str, stamp: str, note: FileNote) -> None:
        """See ``factcheck.articles.known.Memory``."""
        self._notes.put(root, (file, shown, name, stamp), note)

    def read(self, articles: Iterable[KnownArticle]) -> tuple[dict[str, Extraction], int]:
        """The extractions of articles by id, and how many are lost with a damaged chunk; those are not known any more."""
        by_chunk: dict[str, dict[int, KnownArticle]] = {}
        lost = 0
        for article in articles:
            place = self._places.get(article.entry.key)
            if place is None:
                lost += 1
            else:
                by_chunk.setdefault(place[0].name, {})[place[1]] = article
        found: dict[str, Extraction] = {}
        for name, wanted in sorted(by_chunk.items()):
            read = 0
            try:
                for kept in self._chunks.read(self._open[name], wanted):
                    article = wanted[kept.number]
                    found[article.id] = decode(kept.data, article.id, article.path, article.line_in_file, article.record)
                    self._names[article.entry.key] = Names(kept.telling, kept.persons)
                    read += 1
            except Damaged as error:
                self._lose(name, error)
            lost += len(wanted) - read
        return found, lost

    def search(self, members: Collection[str], most: int, alike: Spellings) -> Search | None:
        """A search among the stored articles of a corpus; None where a chunk is damaged and articles are lost.

        Args:
            members: keys of all articles of the corpus.
            most: see ``factcheck.topics.stories.MOST_HOLDERS``.
            alike: which names may be spellings of others.
        """
        for name, chunk in sorted(self._open.items()):
            try:
                chunk.inverted_index.check()
            except Damaged as error:
                self._lose(name, error)
                return None
        return Search(self._open.values(), members, most, alike)

    def fail(self, error: Damaged) -> None:
        """Forget the chunk in which a search met damage; its articles are known no more."""
        self._lose(error.chunk, error)

    def add(self, stored: Stored) -> None:
        """Keep an extraction; it is written with others."""
        self._names[stored.entry.key] = Names(tuple(sorted(stored.telling)), tuple(sorted({name for _, name in stored.spellings})))
        if self.able:
            self._pending.append(stored)
            if len(self._pending) >= AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """Write what is pending."""
        pending, self._pending = self._pending, []
        if not pending or not self.able:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._register(self._chunks.write(pending))
            self._written = True
        except OSError as error:
            self._give_up(error)

    def close(self) -> None:
        """Write what is pending and the notes of files, merge small chunks, and keep the folder within its size."""
        self.flush()
        if not self.able:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._notes.save()
            if self._written:
                self._compact()
                bound(self._root)
        except OSError as error:
            self._give_up(error)

    def _compact(self) -> None:
        tiers: dict[int, list[Chunk]] = {}
        for chunk in self._open.values():
            size = len(chunk.keys)
            if size < LARGEST:
                tiers.setdefault((size.bit_length() - 1) // 3, []).append(chunk)
        for tier in sorted(tiers):
            chunks = sorted(tiers[tier], key=lambda chunk: chunk.name)
            while len(chunks) >= TIER:
                merged = self._merge(chunks)
                if merged is None:
                    return
                if len(merged.keys) < LARGEST:
                    tiers.setdefault((len(merged.keys).bit_length() - 1) // 3, []).append(merged)

    def _merge(self, chunks: list[Chunk]) -> Chunk | None:
        """Make one chunk of the first ones, and take them from the list: TIER, or more as long as few articles are in them; None where one
        of them is damaged, or another run has merged it."""
        taken: list[Chunk] = []
        while chunks and (len(taken) < TIER or sum(len(chunk.keys) for chunk in taken) < LARGEST):
            taken.append(chunks.pop(0))
        try:
            merged = self._chunks.merge(taken)
        except Damaged as error:
            self._lose(error.chunk, error)
            return None
        self._register(merged)
        for chunk in taken:
            self._open.pop(chunk.name)
            self._chunks.remove(chunk.name)
        return merged

    def _take(self, name: str) -> None:
        try:
            chunk = self._chunks.open(name)
        except Damaged as error:
            self._lose(name, error)
            return
        if chunk is not None:
            self._register(chunk)

    def _register(self, chunk: Chunk) -> None:
        self._open[chunk.name] = chunk
        self._places.update((key, (chunk, number)) for number, key in enumerate(chunk.keys))

    def _lose(self, name: str, error: Damaged) -> None:
        """Forget a damaged chunk, and say so unless another run has only replaced it."""
        self._open.pop(name, None)
        self._places = {key: place for key, place in self._places.items() if place[0].name != name}
        if not self._chunks.exists(name):
            return  # another run has merged or cleared it
        where = Location(str(self._folder / f"{name}.{ARTICLES}"))
        message = f"a damaged chunk of the store: {error}"
        self.problems.append(Problem("E611", message, where, "its articles are read again", "warning"))
        try:
            self._chunks.remove(name)
        except OSError as fault:
            self._give_up(fault)

    def _give_up(self, error: OSError) -> None:
        self.able = False
        self._pending = []
        self.problems.append(unwritable(self._root, error))


__all__ = [
    "Answer",
    "Damaged",
    "Entry",
    "Info",
    "Member",
    "Names",
    "Search",
    "Store",
    "Stored",
    "clear",
    "context_of",
    "decode",
    "default_folder",
    "encode",
    "ever_noted",
    "info",
    "load_rules_kept",
]
