"""How much faster several processes read a corpus than one, and that killing them at random costs nothing but time.

    python benchmarks/workers.py [--articles N] [--jobs N] [--kills N] [--limit RATIO]

Measures whole processes, ``factcheck claims --no-cache`` with one process and with several, and compares their output.  Then, --kills
times each, a process or the whole run is killed at a random moment, and a run on the same store has to print what an undisturbed one
does.  The exit code is 1 when an output differs, or with --limit when the gain is below RATIO.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import seconds
from store import COUNTRIES, Names, told


def disturbed(command: list[str], rng: random.Random, span: float, *, whole: bool) -> None:
    """Run a command and kill it, or one of its processes, within so many seconds."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        time.sleep(rng.random() * span)
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        found = [] if whole or not children.exists() else children.read_text().split()
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(rng.choice(found)) if found else run.pid, signal.SIGKILL)


def main() -> int:
    """Measure, disturb, print and judge."""
    parser = argparse.ArgumentParser(description="Speed of several processes, and what killing them costs.")
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    rng = random.Random(11)
    names = Names(rng, options.articles)
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Path(temporary, "corpus")
        corpus.mkdir()
        countries = dict(K=COUNTRIES[0], L=COUNTRIES[1])
        for number in range(options.articles):
            (corpus / f"{number:06d}.txt").write_text(told(rng, names.draw() | countries, 1)[0], encoding="utf-8")
        claims = [sys.executable, "-m", "factcheck", "claims", "--quiet", str(corpus)]
        alone, expected = seconds([*claims, "--no-cache"])
        several, output = seconds([*claims, "--no-cache", "--jobs", str(options.jobs)])
        same = output == expected
        sys.stdout.write(f"1 process {alone:.2f} s, {options.jobs} processes {several:.2f} s: {alone / several:.2f} times as fast\n")
        for whole in (False, True):
            for kill in range(options.kills):
                stored = [*claims, "--jobs", str(options.jobs), "--cache-dir", str(Path(temporary, f"store-{whole}-{kill}"))]
                disturbed(stored, rng, several, whole=whole)
                same = same and seconds(stored)[1] == expected
            sys.stdout.write(
                f"{options.kills} times {'the run' if whole else 'one process'} killed: {'same' if same else 'OTHER'} output\n"
            )
    return int(not same or (options.limit is not None and alone / several < options.limit))


if __name__ == "__main__":
    sys.exit(main())
