"""Articles to stored rows: one function that any executor can run, and the processes that run it here.

``extract_chunk`` is all that work on articles consists of.  Its results do not depend on how articles are cut into chunks, on the number
of processes or on what became of a process: a killed one costs its chunk, which is given to another.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.ahead import Ahead, can_fork
from factcheck.articles.known import Entry, Recalled
from factcheck.collecting import keep_loaded
from factcheck.errors import Location, Problem
from factcheck.model import Article, Extraction, LightMention, Mention
from factcheck.rulebook import Rulebook
from factcheck.store.chunks import Stored
from factcheck.store.codec import encode

if TYPE_CHECKING:
    from factcheck.claims import ClaimBuilder
    from factcheck.documents import Parser
    from factcheck.resolving import MentionReader

MOST_ARTICLES, MOST_LETTERS = 16, 60_000
"""Articles, and code points of them, that are given to a process at once."""
MAX_TRIES = 2
"""How often a chunk is lost before its articles are tried alone, and an article alone before it is given up."""
WATCH = 1.0
"""Seconds between two looks of a worker at whether the main process still lives."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to extract, the key it is kept under, and the problems of reading it."""

    article: Article
    key: str
    problems: tuple[Recalled, ...] = ()


class Extractor:
    """Everything between an article and its claims; made once a process, the model loaded when the first article comes."""

    def __init__(self, rulebook: Rulebook, model: str, batch_size: int, ahead: Ahead | None = None) -> None:
        """``ahead`` parses in place of a pipeline of this process."""
        self._rulebook, self._model, self._batch_size, self._ahead = rulebook, model, batch_size, ahead
        self._parts: tuple[Parser, MentionReader, ClaimBuilder] | None = None

    def prepare(self) -> tuple[Parser, MentionReader, ClaimBuilder]:
        """Load the model and compile the rules.

        Raises:
            SetupError: the model cannot be loaded.
        """
        if self._parts is None:
            from factcheck.claims import ClaimBuilder  # noqa: PLC0415 - late: a run that knows all its articles reads no text
            from factcheck.documents import Parser  # noqa: PLC0415
            from factcheck.resolving import MentionReader  # noqa: PLC0415

            parser = Parser(self._model, batch_size=self._batch_size, parses=self._ahead)
            self._parts = parser, MentionReader(self._rulebook), ClaimBuilder(self._rulebook)
            keep_loaded()
        return self._parts

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """The extraction of each article, in order."""
        from factcheck.documents import Document  # noqa: PLC0415 - see above

        parser, reader, builder = self.prepare()
        for document in parser.parse(articles):
            article, resolved = reader.read(document)
            yield builder.build(Document(article, document.passages), resolved)

    def mentions(self, articles: Sequence[Article], *, light: bool = False) -> Iterator[tuple[Article, list[Mention | LightMention]]]:
        """Each article with its resolved mentions, in order; dates, times and durations have their TIMEX3.

        With ``light`` the expressions of time that are no values follow the mentions of their article.
        """
        if articles:
            from factcheck.mentions.timex import TimexReader  # noqa: PLC0415 - see above
            from factcheck.timing import add_timexes  # noqa: PLC0415

            parser, reader, _ = self.prepare()
            times = TimexReader(self._rulebook)
            for document in parser.parse(articles):
                article, resolved = reader.read(document)
                timed, others = add_timexes(times, document, article.published, [item.mention for item in resolved])
                yield article, [*timed, *(others if light else ())]

    def store(self, task: Task, extraction: Extraction) -> Stored:
        """An extraction as the store keeps it."""
        from factcheck.topics.alike import spellings_of  # noqa: PLC0415 - see above
        from factcheck.topics.blocking import salient_keys  # noqa: PLC0415

        doubt = doubt_of(task.article, extraction)
        entry = Entry(task.key, extraction.article.digest, len(extraction.answers), doubt, task.problems, extraction.cut)
        rulebook = self._rulebook
        return Stored(entry, encode(extraction), salient_keys(extraction, rulebook), spellings_of(extraction, rulebook))


def doubt_of(article: Article, extraction: Extraction) -> str | None:
    """Why the publication that is stated for an article is not believed; None where it is."""
    published = extraction.article.published
    return published.how if article.published.latest is not None and published.latest is None else None


_worker: list[Extractor] = []
"""The extractor of a worker process; empty in the main process."""


def start_worker(rulebook: Rulebook, model: str, batch_size: int, ahead: Ahead | None = None) -> None:
    """Make this process a worker: it leaves Ctrl-C to the main process and ends with it.  ``ahead`` as of ``Extractor``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _worker[:] = [Extractor(rulebook, model, batch_size, ahead)]


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(1)


def warm_up() -> None:
    """Load in a worker what every chunk needs; a fault is told by the first chunk."""
    from factcheck.errors import FactcheckError  # noqa: PLC0415 - only here

    try:
        _worker[0].prepare()
    except FactcheckError:
        return


def extract_chunk(tasks: Sequence[Task]) -> bytes:
    """The claims of articles, in a worker: for each a line of JSON with what the store lists of it, then a line with its extraction.

    Raises:
        SetupError: the model cannot be loaded.
    """
    extractor = _worker[0]
    parts: list[bytes] = []
    for task, extraction in zip(tasks, extractor.extract(task.article for task in tasks), strict=True):
        stored = extractor.store(task, extraction)
        entry = stored.entry
        head = (entry.digest, entry.claims, entry.doubt, sorted(stored.telling), sorted(stored.spellings), entry.cut)
        parts += [json.dumps(head).encode(), b"\n", stored.data, b"\n"]
    return b"".join(parts)


def read_chunk(tasks: Sequence[Task], data: bytes) -> Iterator[Stored]:
    """What ``extract_chunk`` made of each article, in order."""
    lines = data.split(b"\n")
    for task, head, line in zip(tasks, lines[::2], lines[1::2], strict=False):  # an empty line stands at the end
        digest, claims, doubt, telling, spellings, cut = json.loads(head)
        entry = Entry(task.key, digest, claims, doubt, task.problems, tuple(cut) if cut else None)
        yield Stored(entry, line, frozenset(telling), frozenset((form, name) for form, name in spellings))


class Workers:
    """Processes that extract; started when the first articles come, or before by ``start``."""

    def __init__(self, jobs: int, rulebook: Rulebook, model: str, batch_size: int, ahead: Ahead | None = None) -> None:
        """``jobs`` is the number of processes, 0 one for each core that this process may use.  ``ahead`` parses for a single one."""
        self._jobs = jobs or available_cores()
        self._ahead = ahead
        self._settings = (rulebook, model, batch_size)
        self._pool: ProcessPoolExecutor | None = None
        self.problems: list[Problem] = []
        """An error (E614) for each article at which a process died whenever it was tried."""

    @property
    def running(self) -> bool:
        """Whether there are processes."""
        return self._pool is not None

    def start(self) -> None:
        """Start the processes and let them load the model, while this one goes on."""
        if self._pool is None:
            self._pool = self._new_pool()
            for _ in range(self._jobs):
                self._pool.submit(warm_up)

    def extract(self, tasks: Sequence[Task], meanwhile: Callable[[Callable[[], bool]], None] | None = None) -> Iterator[Stored]:
        """What is to be stored of each article, as it is done: in no order.

        Args:
            tasks: the articles.
            meanwhile: called once when the first articles are given out, with what tells whether some of them are done.

        Raises:
            SetupError: the model cannot be loaded.
        """
        self.start()
        waiting = deque((chunk, 0) for chunk in _cut(tasks))
        alone: deque[tuple[tuple[Task, ...], int]] = deque()
        while waiting:
            yield from self._run(waiting, alone, 2 * self._jobs, meanwhile)
            meanwhile = None
        while alone:
            given_up: deque[tuple[tuple[Task, ...], int]] = deque()
            yield from self._run(alone, given_up, 1)
            self.problems.extend(_given_up(task) for chunk, _ in given_up for task in chunk)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((pool._processes or {}).values())  # the only way to a worker that is busy
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()
            pool.shutdown(wait=True)
        self._leave_ahead()

    def _leave_ahead(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.close()

    def _run(
        self,
        waiting: deque[tuple[tuple[Task, ...], int]],
        failed: deque[tuple[tuple[Task, ...], int]],
        most: int,
        meanwhile: Callable[[Callable[[], bool]], None] | None = None,
    ) -> Iterator[Stored]:
        """Run chunks until all are done or the pool breaks; then it is made anew, and what was running waits again or has ``failed``."""
        running: dict[Future[bytes], tuple[tuple[Task, ...], int]] = {}
        lost: list[tuple[tuple[Task, ...], int]] = []
        broken = False
        while (waiting or running) and not broken:
            while waiting and len(running) < most and not broken:
                chunk, tries = waiting.popleft()
                try:
                    running[self._executor().submit(extract_chunk, chunk)] = chunk, tries
                except BrokenProcessPool:
                    lost.append((chunk, tries))
                    broken = True
            if meanwhile is not None:
                meanwhile(lambda: any(future.done() for future in running))
                meanwhile = None
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                chunk, tries = running.pop(future)
                try:
                    data = future.result()
                except BrokenProcessPool:
                    lost.append((chunk, tries))
                    broken = True
                    continue
                yield from read_chunk(chunk, data)
        if broken:
            self._renew()
        for chunk, tries in (*lost, *running.values()):
            if tries + 1 < MAX_TRIES:
                waiting.append((chunk, tries + 1))
            else:
                failed.extend(((task,), 0) for task in chunk)

    def _executor(self) -> Executor:
        if self._pool is None:
            self._pool = self._new_pool()
        return self._pool

    def _renew(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None
        self._leave_ahead()  # what died may have asked it for something that it has not taken

    def _new_pool(self) -> ProcessPoolExecutor:
        """Forked where that is safe: a forked worker needs no second reading of the rules, and can ask the process that parses ahead."""
        methods = multiprocessing.get_all_start_methods()
        safe = can_fork()
        if not safe or self._jobs > 1:
            self._leave_ahead()
        method = "fork" if safe else "forkserver" if "forkserver" in methods else "spawn"
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(self._jobs, context, start_worker, (*self._settings, self._ahead))


def available_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cut(tasks: Sequence[Task]) -> Iterator[tuple[Task, ...]]:
    chunk: list[Task] = []
    letters = 0
    for task in tasks:
        if chunk and (len(chunk) == MOST_ARTICLES or letters + len(task.article.text) > MOST_LETTERS):
            yield tuple(chunk)
            chunk, letters = [], 0
        chunk.append(task)
        letters += len(task.article.text)
    if chunk:
        yield tuple(chunk)


def _given_up(task: Task) -> Problem:
    message = f"not checked: the process that read it died {MAX_TRIES} times"
    hint = "it may need more memory than there is; give the article alone, or cut it"
    return Problem("E614", message, Location(task.article.path), hint)
