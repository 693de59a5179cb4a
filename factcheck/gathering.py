"""Articles to extractions, the shortest way: from the store where they are known, else by reading them here or in other processes."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import Protocol

from factcheck.ahead import Ahead, can_fork
from factcheck.articles import Corpus, read_articles
from factcheck.articles.known import KnownArticle, cut_told
from factcheck.collecting import collect_less
from factcheck.errors import Location, Problem, StoreError
from factcheck.extracting import Extractor, Task, Workers, doubt_of
from factcheck.model import Article, Extraction, Identified
from factcheck.rulebook import Rulebook
from factcheck.store import Answer, Damaged, Member, Store, context_of, decode, ever_noted, load_rules_kept
from factcheck.text import fold
from factcheck.topics.alike import Alike
from factcheck.topics.salience import MOST_HOLDERS

FORESEEN_FROM = 8
"""New articles up to which their neighbours are guessed while the model is loaded."""
RINGS = 2
"""How often neighbours are read around the articles asked about: their own, then those of the articles that these reach."""
MOST_FORESEEN = 100
"""Articles that are read at most on a guess."""
_WORD = re.compile(r"\b[A-Z][^\W\d_]{2,40}")

Cut = tuple[int, int, int, int] | None
"""What of an article was too long to be read whole, as in Extraction."""

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done and how much there is."""


IsNew = Callable[[Identified], bool]
"""Says of an article whether a check is about it."""

Reach = Callable[[Sequence[Extraction], Rulebook, frozenset[str], frozenset[str]], frozenset[str]]
"""Tells which of some articles may stand in a finding with those of a set of ids, where some names lead nowhere; see
``factcheck.conflicts.find_reached``."""


class ExtractionOptions(Protocol):
    """What of the options of a run matters here; see ``factcheck.checking.Options``."""

    @property
    def model(self) -> str: ...
    @property
    def rules(self) -> tuple[Path, ...]: ...
    @property
    def batch_size(self) -> int: ...
    @property
    def max_bytes(self) -> int: ...
    @property
    def exclude(self) -> tuple[str, ...]: ...
    @property
    def stdin_name(self) -> str | None: ...
    @property
    def cache(self) -> Path | None: ...
    @property
    def jobs(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Gathered:
    """A corpus and extractions of it, sorted by id.

    ``articles`` and ``claims`` count those of the whole corpus.  Where the run is about some articles, ``about`` holds their ids,
    and ``overfrequent`` the blocking keys that too many articles of the whole corpus hold to lead anywhere.  ``answer`` is what an earlier
    run found in the same corpus, None where it has to be found; then it is kept under ``key``, None where nothing can be kept.
    """

    corpus: Corpus
    extractions: tuple[Extraction, ...]
    articles: int
    claims: int
    about: frozenset[str] | None = None
    overfrequent: frozenset[str] = frozenset()
    key: str | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """The extractions of some articles and of all that may stand in a finding with them, sorted by id; and the keys that too many articles
    of the corpus hold to lead anywhere."""

    extractions: Sequence[Extraction]
    overfrequent: frozenset[str]


class Gathering:
    """What one run reads with: rules, store and processes; a context, at whose end all that was learnt is kept."""

    def __init__(
        self, options: ExtractionOptions, progress: Progress | None = None, fresh: Collection[str] = (), paths: Sequence[str | Path] = ()
    ) -> None:
        """Read the rules and open the store.

        Args:
            options: what the run was told.
            progress: told how far it is.
            fresh: files (absolute paths) that are new by all appearance: where one is not known, other processes get ready to read it.
            paths: those below which they lie.

        Raises:
            RuleError: a rule file has faults.
        """
        collect_less()
        self._options, self._progress = options, progress
        self._problems: list[Problem] = []
        self._doubts: dict[str, str | None] = {}
        self._cuts: dict[str, Cut] = {}
        self._paths: dict[str, str] = {}
        self._foreseen: dict[tuple[str, str], Extraction] = {}
        roots = [os.path.abspath(path) for path in paths]
        with contextlib.ExitStack() as failing:
            ahead = self._parse_ahead(fresh, roots)  # before all else: it takes longest
            if ahead is not None:
                failing.callback(ahead.close)
            self.rulebook: Rulebook = load_rules_kept(options.rules, options.cache)
            self._store = self._open()
            failing.pop_all()
        self._extractor = Extractor(self.rulebook, options.model, options.batch_size)
        self._workers = Workers(options.jobs, self.rulebook, options.model, options.batch_size, ahead)
        if self._store is not None and any(not self._store.remembers(file, [os.path.dirname(file), *roots]) for file in fresh):
            self._workers.start()

    def __enter__(self) -> Gathering:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._workers.close()
        if self._store is not None:
            self._store.close()

    @cached_property
    def _alike(self) -> Alike:
        return Alike(self.rulebook)

    def problems(self) -> tuple[Problem, ...]:
        """What happened to store and processes, and warnings: for each stated publication that an article's text contradicts (W603), and
        for each article with a sentence that is too long to be read whole (W604)."""
        found = [*self._problems, *self._workers.problems, *(self._store.problems if self._store else ())]
        hint = "state the day in NAME.meta.json beside the article, or in its front matter"
        for name, how in self._doubts.items():
            if how is not None:
                found.append(Problem("W603", f"the publication is not believed: {how}", Location(self._paths[name]), hint, "warning"))
        found += [cut_told(self._paths[name], cut) for name, cut in self._cuts.items() if cut is not None]
        return tuple(found)

    def _parse_ahead(self, fresh: Collection[str], roots: Sequence[str]) -> Ahead | None:
        """A process that loads the model, if one of the files is noted nowhere as it is, whatever program read it; else None, for it
        might load in vain what no known article needs."""
        options = self._options
        if options.cache is None or options.jobs != 1 or not can_fork():
            return None
        if all(ever_noted(options.cache, file, [os.path.dirname(file), *roots]) for file in fresh):
            return None
        return Ahead(options.model, options.batch_size)

    def _read(self, paths: Sequence[str | Path], stdin: bytes | None, *, early: bool, new: IsNew | None = None) -> Corpus:
        """The corpus at the paths.

        Args:
            paths: as for ``factcheck.articles.read_articles``.
            stdin: what "-" stands for.
            early: let another process load the model as soon as the first article is met that is not known.
            new: of several copies of one text, one that is new is kept: its findings are asked for.
        """
        options = self._options
        if self._store is not None:
            self._store.on_new = self._workers.start if early else None
        corpus = read_articles(
            paths,
            self.rulebook,
            stdin=stdin,
            max_bytes=options.max_bytes,
            exclude=options.exclude,
            stdin_name=options.stdin_name,
            memory=self._store,
            wanted=new,
        )
        self._paths = {article.id: article.path for article in corpus.articles} | {article.id: article.path for article in corpus.known}
        self._doubts = {article.id: article.entry.doubt for article in corpus.known}
        self._cuts = {article.id: article.entry.cut for article in corpus.known}
        return corpus

    def whole(self, paths: Sequence[str | Path], stdin: bytes | None) -> Gathered:
        """The extractions of the corpus at the paths."""
        while True:
            corpus = self._read(paths, stdin, early=False)
            if corpus.articles and self._options.jobs != 1:
                self._workers.start()  # before the store is read; see ``Workers._new_pool``
            found, lost = self._store.read(corpus.known) if self._store else ({}, 0)
            if not lost:  # else a chunk is damaged, and its articles are known no more
                fresh = list(self._extract(corpus))
                key, answer = self._answer(corpus, None)
                return replace(self._gathered(corpus, [*found.values(), *fresh]), key=key, answer=answer)

    def near(self, paths: Sequence[str | Path], stdin: bytes | None, new: IsNew, reach: Reach) -> Gathered:
        """The extractions of new articles and of all articles of the corpus that may stand in a finding with them."""
        while True:
            corpus = self._read(paths, stdin, early=True, new=new)
            asked: tuple[Identified, ...] = (*corpus.articles, *corpus.known)
            about = frozenset(article.id for article in asked if new(article))
            store = self._store
            key, answer = self._answer(corpus, about)
            if store is not None and answer is not None and not corpus.articles:
                told = about | answer.articles
                found, lost = store.read(article for article in corpus.known if article.id in told)
                if lost:
                    continue
                return replace(self._gathered(corpus, [*found.values()], about, fresh=()), answer=answer)
            foresee = None if store is None else partial(self._foresee, store, corpus, reach)
            fresh = {item.article.id: item for item in self._extract(corpus, foresee)}
            if store is not None:
                store.flush()
            if store is None or not store.able or len(about) == len(asked):
                found, lost = store.read(corpus.known) if store else ({}, 0)
                if lost:
                    continue
                return replace(self._gathered(corpus, [*found.values(), *fresh.values()], about), key=key)
            around = self._around(store, corpus, fresh, about, reach)
            if around is not None:
                gathered = self._gathered(corpus, around.extractions, about, around.overfrequent, fresh.values())
                return replace(gathered, key=key)

    def keep(self, gathered: Gathered, answer: Answer) -> None:
        """Keep what was found in a corpus for the next run."""
        if self._store is not None and gathered.key is not None:
            self._store.keep(gathered.key, answer)

    def _answer(self, corpus: Corpus, about: frozenset[str] | None) -> tuple[str | None, Answer | None]:
        """The name under which the answer for a corpus is kept, and what an earlier run found; both None without a store."""
        if self._store is None:
            return None, None
        keyed: list[tuple[Article | KnownArticle, str]] = [(article, article.entry.key) for article in corpus.known]
        keyed += [(article, corpus.keys[article.id][0]) for article in corpus.articles]
        members = [Member(article.id, article.path, article.line_in_file, article.record, key) for article, key in keyed]
        return self._store.answer(self.rulebook.digest, members, about)

    def _foresee(self, store: Store, corpus: Corpus, reach: Reach, done: Callable[[], bool]) -> None:
        """Until another process is done with the first article, read what is around the stored article whose salient names are most among
        the capitalised words of a new one: most of it will be asked for.

        Nothing depends on what is guessed here but when it is read.
        """
        if not 0 < len(corpus.articles) <= FORESEEN_FROM:
            return
        known = {article.entry.key: article for article in corpus.known}
        search = store.search(known.keys(), MOST_HOLDERS, self._alike)
        if search is None:
            return
        try:
            for article in corpus.articles:
                words = {f"word:{fold(match[0])}" for match in _WORD.finditer(article.text)}
                keys = sorted(search.meeting(words))[:MOST_FORESEEN]
                self._recall(store, (known[key] for key in keys))
                told = [key for key in keys if (known[key].id, key) in self._foreseen]
                likest = max(told, key=lambda key: (len(words.intersection(store.names(key).telling)), key), default=None)
                if likest is not None:
                    about = frozenset({known[likest].id})
                    self._around(store, corpus, {}, about, reach, lambda number: number > MOST_FORESEEN or done())
        except Damaged as error:
            store.fail(error)

    def _recall(self, store: Store, articles: Iterable[KnownArticle]) -> tuple[dict[str, Extraction], int]:
        """As ``store.read``, without reading twice what was foreseen."""
        wanted = {article.id: article for article in articles}
        places = {name: (name, article.entry.key) for name, article in wanted.items()}
        found = {name: self._foreseen[place] for name, place in places.items() if place in self._foreseen}
        read, lost = store.read(article for name, article in wanted.items() if name not in found)
        self._foreseen.update((places[name], extraction) for name, extraction in read.items())
        return found | read, lost

    def _around(
        self,
        store: Store,
        corpus: Corpus,
        fresh: Mapping[str, Extraction],
        about: frozenset[str],
        reach: Reach,
        enough: Callable[[int], bool] = lambda number: False,
    ) -> _Around | None:
        """What is around the articles of ``about``; None where articles are lost, or so many are ``enough``.

        Neighbours are read of the articles asked about, then of those that the claims of these neighbours reach.  Further ones have no part
        in their findings: a finding stands in one story, all of whose articles share names.
        """
        known = {article.entry.key: article for article in corpus.known}
        ids = {key: article.id for key, article in known.items()} | {corpus.keys[name][0]: name for name in fresh}
        keys = {name: key for key, name in ids.items()}
        search = store.search(ids.keys(), MOST_HOLDERS, self._alike)
        if search is None:
            return None
        held = dict(fresh)
        kept, led = set(about), set[str]()
        found, lost = self._recall(store, (known[keys[name]] for name in kept - held.keys()))
        if lost:
            return None
        held |= found
        try:
            persons = {person for name in about for person in store.names(keys[name]).persons}
            kept.update(ids[key] for key in search.namesakes(persons))
            reached, overfrequent = about, frozenset[str]()
            for ring in range(RINGS):
                telling = {word for name in reached - led for word in store.names(keys[name]).telling}
                kept.update(ids[key] for key in search.meeting(telling))
                led |= reached
                if enough(len(kept)):
                    return None
                found, lost = self._recall(store, (known[keys[name]] for name in kept - held.keys()))
                if lost:
                    return None
                held |= found
                overfrequent = frozenset(search.overfrequent({word for name in kept for word in store.names(keys[name]).telling}))
                if ring + 1 < RINGS:
                    reached = reach([held[name] for name in sorted(kept)], self.rulebook, about, overfrequent)
                if reached <= led:
                    break
        except Damaged as error:
            store.fail(error)
            return None
        return _Around([held[name] for name in sorted(kept)], overfrequent)

    def _gathered(
        self,
        corpus: Corpus,
        extractions: Sequence[Extraction],
        about: frozenset[str] | None = None,
        overfrequent: frozenset[str] = frozenset(),
        fresh: Iterable[Extraction] | None = None,
    ) -> Gathered:
        read = extractions if fresh is None else fresh
        claims = {item.article.id: len(item.answers) for item in read} | {article.id: article.entry.claims for article in corpus.known}
        ordered = tuple(sorted(extractions, key=lambda item: item.article.id))
        return Gathered(corpus, ordered, len(claims), sum(claims.values()), about, overfrequent)

    def _extract(self, corpus: Corpus, meanwhile: Callable[[Callable[[], bool]], None] | None = None) -> Iterator[Extraction]:
        """The extractions of the corpus's new articles, in no order; each is kept as it comes.  ``meanwhile`` as of ``Workers.extract``."""
        tasks = [Task(article, *corpus.keys.get(article.id, ("", ()))) for article in corpus.articles]
        if not tasks:
            return
        self._tell("loading the language model", 0, 1)
        if self._workers.running or self._options.jobs != 1:
            yield from self._extract_elsewhere(tasks, meanwhile)
        else:
            yield from self._extract_here(tasks)

    def _extract_here(self, tasks: Sequence[Task]) -> Iterator[Extraction]:
        extractions = self._extractor.extract(task.article for task in tasks)
        for done, (task, extraction) in enumerate(zip(tasks, extractions, strict=True), start=1):
            self._doubts[extraction.article.id] = doubt_of(task.article, extraction)
            self._cuts[extraction.article.id] = extraction.cut
            if self._store is not None and self._store.able:
                self._store.add(self._extractor.store(task, extraction))
            self._tell("reading", done, len(tasks))
            yield extraction

    def _extract_elsewhere(self, tasks: Sequence[Task], meanwhile: Callable[[Callable[[], bool]], None] | None) -> Iterator[Extraction]:
        by_key = {task.key or task.article.id: task for task in tasks}
        keyed = [Task(task.article, task.key or task.article.id, task.problems) for task in tasks]
        for done, stored in enumerate(self._workers.extract(keyed, meanwhile), start=1):
            article = by_key[stored.entry.key].article
            self._doubts[article.id] = stored.entry.doubt
            self._cuts[article.id] = stored.entry.cut
            if self._store is not None:
                self._store.add(stored)
            self._tell("reading", done, len(tasks))
            yield decode(stored.data, article.id, article.path, article.line_in_file, article.record)

    def _open(self) -> Store | None:
        if self._options.cache is None:
            return None
        try:
            return Store(self._options.cache, context_of(self.rulebook.extraction_digest, self._options.model))
        except StoreError as error:
            self._problems.extend(error.problems)
            return None

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._progress:
            self._progress(stage, done, total)


__all__ = ["Gathered", "Gathering", "IsNew", "Progress", "Reach"]
