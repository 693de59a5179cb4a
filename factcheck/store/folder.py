"""The folder that holds what is kept between runs: where it lies, which format it has, how large it may grow.

format          the number of the format
claims/CONTEXT  the chunks and notes of one context: program, rules of extraction and model
rules/          checked rules
answers/        what comparisons found
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import factcheck
from factcheck.errors import Location, Problem, StoreError
from factcheck.store.checksummed import PART, written_aside
from factcheck.store.chunks import FORMAT, LIST, SUFFIXES, Chunks
from factcheck.store.codec import Damaged

VARIABLE = "FACTCHECK_CACHE_DIR"
"""The environment variable that names the folder."""
MAX_BYTES = 2_000_000_000
"""Bytes that all chunks together may take; the oldest are dropped."""
ABANDONED = 3_600.0
"""Seconds after which a file that was being written, or that no list names, is taken to be left by a run that died."""
_FOLDERS = ("claims", "rules", "answers")
_GO_ON = "the run goes on without a store; name another folder with --cache-dir, or say --no-cache"


def default_folder() -> Path:
    """Where claims are kept when nobody says: FACTCHECK_CACHE_DIR, else the user's folder of caches on this platform."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"], "factcheck")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "factcheck"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "factcheck", "Cache")
    return Path.home() / ".cache" / "factcheck"


def prepare(folder: Path) -> None:
    """Make the folder where it is missing, and see that it can be used.

    Raises:
        StoreError: E612, a newer program wrote it; E613, it cannot be written.
    """
    try:
        (folder / "claims").mkdir(parents=True, exist_ok=True)
        found = _format(folder)
        if found is None or _is_older(found):
            with written_aside(folder / "format") as part:
                part.write_text(f"{FORMAT}\n", encoding="ascii")
        if not os.access(folder / "claims", os.W_OK | os.X_OK):
            raise PermissionError(13, os.strerror(13))
    except OSError as error:
        raise StoreError(unwritable(folder, error)) from error
    if found is not None and found != str(FORMAT) and not _is_older(found):
        hint = f"this program writes format {FORMAT}; {_GO_ON}"
        raise StoreError(Problem("E612", f"the store has format {found[:20]!r}", Location(str(folder)), hint, "warning"))


def _is_older(found: str) -> bool:
    """Whether an older program wrote the store: what it kept has another context, and is dropped like all that nobody reads."""
    return found.isdecimal() and int(found) < FORMAT


def unwritable(folder: Path, error: OSError) -> Problem:
    """What to tell when nothing can be kept."""
    return Problem("E613", f"the store cannot be written: {_reason(error)}", Location(str(folder)), _GO_ON, "warning")


def _unusable(folder: Path, error: OSError, act: str) -> Problem:
    """What to tell where a command about the store cannot do what it is for."""
    return Problem("E613", f"the store cannot be {act}: {_reason(error)}", Location(str(folder)), "name another folder with --cache-dir")


def _reason(error: OSError) -> str:
    return error.strerror or str(error).partition("\n")[0]


def _format(folder: Path) -> str | None:
    try:
        return (folder / "format").read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None


def context_of(extraction_digest: str, model: str) -> str:
    """What claims depend on beside their article: this program, the rules of extraction, the model and the libraries that read text."""
    parts = (str(FORMAT), program_stamp(), extraction_digest, model, _model_stamp(model), _version("spacy"), _version("trafilatura"))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def program_stamp() -> str:
    """The version of this program, with size and time of its modules, so that a change to them counts as another version."""
    root = Path(str(factcheck.__file__)).parent
    stamp = hashlib.sha256(factcheck.__version__.encode())
    for line in sorted(_stats(root, ".py")):
        stamp.update(line.encode())
    return stamp.hexdigest()[:16]


def _model_stamp(model: str) -> str:
    """What identifies a pipeline, read off its files without loading it; "" where there is none."""
    folder = Path(model)
    if not folder.is_dir():
        spec = importlib.util.find_spec(model) if model.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            return ""
        folder = Path(spec.submodule_search_locations[0])
    return hashlib.sha256("\n".join(sorted(_stats(folder, ""))).encode()).hexdigest()[:16]


def _stats(root: Path, suffix: str) -> Iterator[str]:
    """Name, size and time of every file below a folder whose name ends so."""
    for current, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith(suffix) and not name.endswith(".pyc"):
                status = os.stat(os.path.join(current, name))
                yield f"{os.path.relpath(os.path.join(current, name), root)} {status.st_size} {status.st_mtime_ns}"


def _version(package: str) -> str:
    """What identifies an installed package: the names of the folders that pip keeps beside it, which hold its version; "" where there is
    none.  Asking the package, or ``importlib.metadata``, takes longer than a check may."""
    spec = importlib.util.find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    try:
        beside = [name for place in places for name in os.listdir(Path(place).parent)]
    except OSError:
        return ""
    told = sorted(name for name in beside if name.lower().startswith(f"{package}-"))
    return " ".join(told) or " ".join(_stamp_of(Path(place) / "__init__.py") for place in places)


def _stamp_of(path: Path) -> str:
    status = os.stat(path)
    return f"{status.st_size} {status.st_mtime_ns}"


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds: contexts, chunks, articles (each as often as a chunk holds it) and bytes of everything; ``format`` is None where
    there is no store."""

    folder: Path
    format: str | None
    contexts: int
    chunks: int
    articles: int
    bytes: int


def info(folder: Path) -> Info:
    """What a store holds; all zero where there is none.

    Raises:
        StoreError: E613, it cannot be read.
    """
    try:
        files = [path for path in _files(folder) if path.is_file()]
        lists = [path for path in files if path.suffix == f".{LIST}"]
        contexts = {path.parent for path in lists}
        articles = sum(_articles(path) for path in lists)
        return Info(folder, _format(folder), len(contexts), len(lists), articles, sum(path.stat().st_size for path in files))
    except OSError as error:
        raise StoreError(_unusable(folder, error, "read")) from error


def _articles(path: Path) -> int:
    try:
        chunk = Chunks(path.parent).open(path.stem)
    except Damaged:
        return 0
    return len(chunk.keys) if chunk else 0


def clear(folder: Path) -> Info:
    """Remove what a store holds, and nothing else that lies in the folder; what it held.

    Raises:
        StoreError: E613, it cannot be read, or something cannot be removed.
    """
    held = info(folder)
    try:
        for name in _FOLDERS:
            if (folder / name).is_dir():
                shutil.rmtree(folder / name)
        (folder / "format").unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(_unusable(folder, error, "cleared")) from error
    return held


def bound(folder: Path, limit: int = MAX_BYTES) -> None:
    """Drop what dead runs left, and the oldest files until all take at most ``limit`` bytes.

    Raises:
        OSError: a file cannot be removed.
    """
    sizes: dict[Path, os.stat_result] = {path: path.stat() for path in _files(folder) if path.is_file()}
    now = time.time()
    for path, status in list(sizes.items()):
        orphan = path.name.endswith(SUFFIXES[1:]) and _chunk_of(path)[0] not in sizes
        if (path.name.startswith(PART) or orphan) and now - status.st_mtime > ABANDONED:
            path.unlink(missing_ok=True)
            del sizes[path]
    total = sum(status.st_size for status in sizes.values())
    for path, _ in sorted(sizes.items(), key=lambda item: (item[1].st_mtime, str(item[0]))):
        if total <= limit:
            return
        if path.suffix in (f".{LIST}", ".notes", ".json"):
            for one in _chunk_of(path) if path.suffix == f".{LIST}" else (path,):
                if one in sizes:
                    total -= sizes[one].st_size
                    one.unlink(missing_ok=True)


def _chunk_of(path: Path) -> Sequence[Path]:
    """All files of the chunk to which a file belongs, its list first."""
    name = path.name.partition(".")[0]
    return [path.with_name(f"{name}.{suffix}") for suffix in SUFFIXES]


def _files(folder: Path) -> Iterator[Path]:
    for name in _FOLDERS:
        yield from sorted((folder / name).rglob("*"))
