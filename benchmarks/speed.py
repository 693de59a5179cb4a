"""How much the program costs beside the bare parser, and what starting it costs; both sides measured in one run.

    python benchmarks/speed.py [--rounds N] [--limit RATIO] [PATHS...]

Each round runs whole processes one after the other: a bare script that loads the model and parses the same texts, then
``factcheck report``; then ``python -c pass`` and ``factcheck --help``.  Printed are the best round of each, since others may use the
machine, and the ratio of the best.  With --limit the exit code is 1 when the ratio of the report to the bare parser is above it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

BARE = """
import os, sys
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
import spacy
from pathlib import Path
nlp = spacy.load(sys.argv[1])
texts = []
for name in sys.argv[2:]:
    path = Path(name)
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    for file in files:
        texts += [line for line in file.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
sys.stdout.write(str(words))
"""


def spent() -> float:
    """Seconds of all cores that the processes which have ended took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds(command: Sequence[str]) -> tuple[float, str]:
    """The wall-clock time of a process, in seconds, and what it printed.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, env=_compiled())
    return time.perf_counter() - start, done.stdout


def _compiled() -> dict[str, str]:
    """The environment of a process, in which modules are kept compiled, as an installed program has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> int:
    """Measure, print, and judge by --limit."""
    from factcheck.documents import DEFAULT_MODEL  # noqa: PLC0415 - after the arguments of a script, not at import

    parser = argparse.ArgumentParser(description="Speed of factcheck beside the bare parser.")
    parser.add_argument("paths", nargs="*", default=["seeds"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    commands = {
        "bare parser": [sys.executable, "-c", BARE, DEFAULT_MODEL, *options.paths],
        "factcheck report": [sys.executable, "-m", "factcheck", "report", "--quiet", "--no-cache", *options.paths],
        "python -c pass": [sys.executable, "-c", "pass"],
        "factcheck --help": [sys.executable, "-m", "factcheck", "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            times[name].append(seconds(command)[0])
    for name, taken in times.items():
        rounds = " ".join(f"{value:.2f}" for value in taken)
        sys.stdout.write(f"{name:<18} best {min(taken):6.3f} s   rounds {rounds}\n")
    ratio = min(times["factcheck report"]) / min(times["bare parser"])
    opening = min(times["factcheck --help"]) - min(times["python -c pass"])
    sys.stdout.write(f"report / bare parser: {ratio:.2f}\n--help over python itself: {opening * 1000:.0f} ms\n")
    return int(options.limit is not None and ratio > options.limit)


if __name__ == "__main__":
    sys.exit(main())
