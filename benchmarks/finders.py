"""Words a second of the finders alone, without the parse, on one core: the date finder, each finder of numbers, and all of them together.

    python benchmarks/finders.py [FILE|FOLDER ...] [--rounds N]

By default the articles of the seeds and of the shared data (FACTCHECK_DATA, by default ../shared beside the project).  Each finder reads
every paragraph; the best of N rounds counts, in CPU time.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tasks import DATA, HERE

from factcheck.documents import Passage
from factcheck.mentions import Finder
from factcheck.mentions.date import DateFinder
from factcheck.resolving import QUANTITIES
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import flatten

GOAL = 40_000
"""Words a second that all finders together should read."""
FINDERS: tuple[Callable[[Rulebook], Finder], ...] = (DateFinder, *QUANTITIES)


def read_passages(paths: Sequence[Path]) -> list[Passage]:
    """The paragraphs of all texts at the paths: .txt and .md files, folders searched through."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.suffix in (".txt", ".md")]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    return [Passage(flatten(line)) for text in texts for line in text.splitlines() if line.strip()]


def seconds(finder: Finder, passages: Sequence[Passage], rounds: int) -> float:
    """The CPU time of one pass over all passages, the best of so many rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for passage in passages:
            finder.find(passage)
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    default = [path for path in (HERE.parent / "seeds", DATA / "data" / "real", DATA / "data" / "stories") if path.is_dir()]
    passages = read_passages(args.paths or default)
    words = sum(len(passage.text.split()) for passage in passages)
    if not words:
        parser.error("no words in .txt or .md files there")
    rulebook = load_rules()
    total = 0.0
    print(f"{words:,} words in {len(passages):,} paragraphs")
    for make in FINDERS:
        finder = make(rulebook)
        spent = seconds(finder, passages, args.rounds)
        total += spent
        print(f"  {finder.kind:<10} {words / spent:>12,.0f} words/s")
    print(f"  {'all':<10} {words / total:>12,.0f} words/s   (goal {GOAL:,})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
