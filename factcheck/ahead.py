"""A process that loads the model at once and parses what it is given, while the process that asks for parses gets ready.

It is started where a text is likely to come, before anything else is read.  Whatever becomes of it costs time alone: where it cannot be
asked, the texts are parsed by whoever asks.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection

from factcheck.errors import FactcheckError
from factcheck.parses import Doc
from factcheck.pipeline import Pipeline

WATCH = 1.0
"""Seconds between two looks of the process at whether the one that started it still lives."""


def can_fork() -> bool:
    """Whether this process may be forked: on Linux, before it has threads, those of duckdb too."""
    return sys.platform == "linux" and threading.active_count() == 1 and "duckdb" not in sys.modules


class Ahead:
    """A process that parses; a process forked from the one that made it may ask it too, but no two at a time."""

    def __init__(self, model: str, batch_size: int) -> None:
        """Start the process; ``can_fork`` must hold."""
        self._model, self._batch_size = model, batch_size
        context = multiprocessing.get_context("fork")
        self._connection, served = context.Pipe()
        self._process = context.Process(target=_serve, args=(served, self._connection, model, batch_size), daemon=True)
        self._process.start()
        served.close()
        self._lost = False
        self._own: Pipeline | None = None

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parse of each text, in order.

        Raises:
            FactcheckError: the model cannot be loaded.
        """
        listed = list(texts)
        answer = self._ask(listed)
        if isinstance(answer, FactcheckError):
            raise answer
        if answer is None:
            if self._own is None:
                self._own = Pipeline(self._model, self._batch_size)
            return self._own.parse(listed)
        return iter(answer)

    def _ask(self, texts: list[str]) -> list[Doc] | FactcheckError | None:
        """What the process answers; None where it is dead."""
        if self._lost:
            return None
        try:
            self._connection.send(texts)
            answer: list[Doc] | FactcheckError = self._connection.recv()
        except (OSError, EOFError):
            self._lost = True
            return None
        return answer

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._lost = True
        self._connection.close()
        self._process.terminate()
        self._process.join()


def _serve(connection: Connection, other: Connection, model: str, batch_size: int) -> None:
    """Parse what comes until the process that started this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is left to the process that started this one
    parent = os.getppid()
    try:
        other.close()
        made = _load(model, batch_size)
        while os.getppid() == parent:
            if connection.poll(WATCH):
                texts: list[str] = connection.recv()
                connection.send(list(made.parse(texts)) if isinstance(made, Pipeline) else made)
    finally:
        os._exit(0)  # without a word: who asks meets the same fault, and tells it


def _load(model: str, batch_size: int) -> Pipeline | FactcheckError:
    try:
        return Pipeline(model, batch_size)
    except FactcheckError as error:
        return error
