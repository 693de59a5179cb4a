"""A git repository, asked through the program ``git``: which files changed since a commit, and how they looked there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import Location, Problem, SetupError

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
"""Nothing that a repository's own settings name is started."""

_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat"}
_FETCH = "fetch the whole history: git fetch --unshallow (on CI: a checkout with fetch-depth: 0)"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs from a commit.

    ``path`` is where it is now, from the repository's root, None where it is gone; ``before`` where it was, None where it was not;
    ``old`` the id of its old content, None where it has none.
    """

    path: str | None
    before: str | None
    old: str | None

    @property
    def moved(self) -> bool:
        """Whether it lies elsewhere now."""
        return self.path is not None and self.before is not None and self.path != self.before


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree and its history."""

    root: Path

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """The repository that holds a folder.

        Raises:
            SetupError: E531, E532.
        """
        done = _git(folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            told = _last_line(done.stderr)
            if "dubious ownership" in done.stderr.decode(errors="replace"):
                message = "git does not trust this repository: it belongs to somebody else"
                raise SetupError(Problem("E532", message, Location(str(folder)), "git config --global --add safe.directory FOLDER"))
            hint = "run it inside a clone, or name the new articles with --new"
            raise SetupError(Problem("E532", f"not a git repository with files ({told})", Location(str(folder)), hint))
        return cls(Path(os.path.realpath(os.fsdecode(done.stdout.removesuffix(b"\n")))))

    def fork_point(self, ref: str) -> str:
        """The id of the last commit that ``ref`` and the present branch share; of ``ref`` itself where they share none.

        Raises:
            SetupError: E533, E534.
        """
        commit = self._commit(ref)
        done = _git(self.root, "merge-base", commit, "HEAD")
        if done.returncode == 0:
            return done.stdout.decode().split()[0]
        if self._is_shallow():
            raise SetupError(Problem("E534", f"this shallow clone does not reach back to where the branch left {ref!r}", None, _FETCH))
        return commit

    def _commit(self, ref: str) -> str:
        done = _git(self.root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") if ref and not ref.startswith("-") else None
        if done is not None and done.returncode == 0:
            return done.stdout.decode().strip()
        if self._is_shallow():
            raise SetupError(Problem("E534", f"no commit {ref!r} in this shallow clone", None, _FETCH))
        hint = "name a branch, tag or commit that was fetched; git branch --all lists the branches"
        raise SetupError(Problem("E533", f"no commit {ref!r} in this repository", None, hint))

    def _is_shallow(self) -> bool:
        return _git(self.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def changes(self, commit: str) -> tuple[Change, ...]:
        """Every file of the working tree that differs from a commit: committed since, staged, unstaged, or not tracked (unless ignored).

        Raises:
            SetupError: E535.
        """
        raw = self._ask("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-relative", commit, "--")
        others = self._ask("ls-files", "--others", "--exclude-standard", "-z")
        untracked = [Change(os.fsdecode(path), None, None) for path in others.split(b"\0") if path]
        return (*_read_raw(raw), *untracked)

    def blobs(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Contents by id; ids that the repository does not hold are missing.

        Raises:
            SetupError: E535.
        """
        wanted = "".join(f"{name}\n" for name in dict.fromkeys(ids))
        return dict(_read_batch(self._ask("cat-file", "--batch", data=wanted.encode()))) if wanted else {}

    def content(self, commit: str, path: str) -> bytes | None:
        """A file at a commit, None where there is none."""
        done = _git(self.root, "show", "--no-textconv", f"{commit}:{path}")
        return done.stdout if done.returncode == 0 else None

    def _ask(self, *args: str, data: bytes = b"") -> bytes:
        done = _git(self.root, *args, data=data)
        if done.returncode:
            raise SetupError(Problem("E535", f"git {args[0]} failed: {_last_line(done.stderr)}", Location(str(self.root))))
        return done.stdout


def _git(folder: Path, *args: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", *_SAFE, "-C", os.fspath(folder), *args]
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False, env={**os.environ, **_ENVIRONMENT})
    except OSError as error:
        hint = "install git, or name the new articles with --new"
        raise SetupError(Problem("E531", f"git cannot be started: {error.strerror}", None, hint)) from error


def _last_line(told: bytes) -> str:
    lines = told.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else "it said nothing"


def _read_raw(raw: bytes) -> Iterator[Change]:
    """``git diff --raw -z``: ":mode mode id id status" and then one path, or two of a rename; submodules are passed over."""
    fields: Iterator[bytes] = iter(raw.split(b"\0"))
    for head in fields:
        if not head.startswith(b":"):
            continue
        old_mode, mode, old, _, status = head[1:].decode("ascii").split(" ")
        first = os.fsdecode(next(fields))
        second = os.fsdecode(next(fields)) if status[0] in "RC" else first
        if "160000" in (old_mode, mode):
            continue
        before = None if set(old) == {"0"} else first
        yield Change(None if status == "D" else second, before, old if before else None)


def _read_batch(answer: bytes) -> Iterable[tuple[str, bytes]]:
    """``git cat-file --batch``: "id type size", a line end, the content, a line end; or "id missing"."""
    start = 0
    while start < len(answer):
        end = answer.index(b"\n", start)
        parts = answer[start:end].decode("ascii").split(" ")
        start = end + 1
        if len(parts) == 3:
            size = int(parts[2])
            yield parts[0], answer[start : start + size]
            start += size + 1
