"""What a comparison found, kept under all that it rests on: a corpus in which nothing has changed is not compared again.

A file is named after the program, the rules, the articles (by the keys of their drafts, their ids and places) and what was asked about, so
that an answer is never out of date, only missing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import Problem
from factcheck.model import Conflict
from factcheck.store.checksummed import read_checksummed, write_checksummed
from factcheck.store.codec import decode_conflicts, encode_conflicts

FOLDER = "answers"
MOST = 32
"""Answers that are kept, the newest: of the branches and folders that somebody works on in turn."""


class Answer(NamedTuple):
    """What ``factcheck.conflicts.find_conflicts`` gives: conflicts, and a warning for every question that was too large."""

    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that stand in the conflicts."""
        return frozenset(name for conflict in self.conflicts for side in conflict.sides for name in side.articles)


class Member(NamedTuple):
    """An article of a corpus as far as findings depend on it: its id, path, line and record, and the key of its draft."""

    id: str
    path: str
    line_in_file: int | None
    record: str
    key: str


def answer_key(context: str, rules: str, members: Iterable[Member], about: frozenset[str] | None) -> str:
    """The name of the answer for a corpus.

    Args:
        context: of the store (``factcheck.store.context_of``).
        rules: the digest of all rules, those of comparing included.
        members: all articles of the corpus, in any order.
        about: ids of the articles asked about, None for all.
    """
    listed = [context, rules, sorted(map(tuple, members), key=str), None if about is None else sorted(about)]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:32]


def read_answer(cache: Path, key: str) -> Answer | None:
    """The answer of that name; None where there is none, or what is there is damaged and has to be found again."""
    try:
        text = read_checksummed(cache / FOLDER / f"{key}.json")
        if text is None:
            return None
        problems, _, conflicts = text.partition("\n")
        told = tuple(Problem(code, message, None, hint, severity) for code, message, hint, severity in json.loads(problems))
        return Answer(decode_conflicts(conflicts), told)
    except (OSError, ValueError, TypeError):  # ``Damaged`` is a ValueError
        return None


def keep_answer(cache: Path, key: str, answer: Answer) -> None:
    """Keep an answer, and drop the oldest ones.

    Raises:
        OSError: it cannot be written.
    """
    problems = [[problem.code, problem.message, problem.hint, problem.severity] for problem in answer.problems]
    folder = cache / FOLDER
    folder.mkdir(exist_ok=True)
    write_checksummed(folder / f"{key}.json", f"{json.dumps(problems)}\n{encode_conflicts(answer.conflicts)}")
    kept = sorted(folder.glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in kept[:-MOST]:
        path.unlink(missing_ok=True)
