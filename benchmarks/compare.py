"""How the comparison grows: claims resampled from real stories, with fresh names and values, compared by the real comparers.

    python benchmarks/compare.py [--claims 10000 100000 1000000] [--articles FOLDER] [--likeness]

The corpus is that of ``resampling`` over the articles of the folder (default: the shared real news), read and parsed by a process of
their own.  Each size is compared in a process of its own, on one core.  Printed are the seconds of CPU time and the peak memory (MB)
of the comparison with the whole corpus in memory, what was found, and how the time grows from size to size.  The cost of making the
corpus is not counted.  ``--likeness`` tells instead how much the articles of two stories share, in the models and in a corpus of 50,000
claims made of them.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from resampling import likeness, resample
from tasks import DATA

from factcheck.articles import read_articles
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor
from factcheck.model import Extraction
from factcheck.rulebook import load_rules

SIZES = (10_000, 100_000, 1_000_000)


def read_models(folder: Path) -> list[Extraction]:
    """The extractions of real articles that make claims."""
    rulebook = load_rules()
    corpus = read_articles([folder], rulebook)
    return [item for item in Extractor(rulebook, DEFAULT_MODEL, 64).extract(corpus.articles) if item.claims]


def measure(models: list[Extraction], number: int) -> tuple[int, int, float, float, int, int, str]:
    """Claims, articles, seconds of CPU time, peak MB, conflicts, warnings, and the conflicts by code, of a corpus of ``number`` claims."""
    rulebook = load_rules()
    extractions = list(resample(models, number, rulebook))
    models.clear()
    gc.collect()
    claims, articles = sum(len(item.claims) for item in extractions), len(extractions)
    start = time.process_time()
    conflicts, problems = find_conflicts(extractions, rulebook)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    codes = Counter(conflict.code for conflict in conflicts)
    told = ", ".join(f"{code} {codes[code]:,}" for code in sorted(codes))
    return claims, articles, seconds, peak, len(conflicts), len(problems), told


def measure_likeness(models: list[Extraction]) -> list[tuple[str, str, int, float, float]]:
    """Rows of ``likeness`` for the models and for a corpus made of them."""
    rulebook = load_rules()
    corpora = {"models": models, "corpus": list(resample(models, 50_000, rulebook))}
    return [(name, gap, *row) for name, corpus in corpora.items() for gap, row in likeness(corpus, rulebook).items()]


def _send(pipe: Any, function: Callable[..., Any], arguments: Sequence[Any]) -> None:
    pipe.send(function(*arguments))


def apart(function: Callable[..., Any], *arguments: Any) -> Any:
    """What a function gives in a new process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, function, arguments))
    process.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        sys.exit("a process of the benchmark died")
    finally:
        process.join()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--articles", type=Path, default=DATA / "data" / "real")
    parser.add_argument("--likeness", action="store_true")
    args = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    models = apart(read_models, args.articles)
    sys.stdout.write(f"{len(models)} model articles, {sum(len(item.claims) for item in models):,} claims\n")
    for name, gap, pairs, weight, related in apart(measure_likeness, models) if args.likeness else ():
        sys.stdout.write(f"{name}, {gap}: {pairs:,} pairs of two stories share a weight of {weight:.3f}, {related:.3%} are related\n")
    if args.likeness:
        return
    times = []
    for number in args.claims:
        claims, articles, seconds, peak, found, cut, told = apart(measure, models, number)
        times.append(seconds / claims)
        sys.stdout.write(
            f"{claims:,} claims of {articles:,} articles: {seconds:.1f} s, {claims / seconds:,.0f} a second, peak {peak:.0f} MB, "
            f"{found:,} conflicts ({told}), {cut} warnings\n"
        )
        sys.stdout.flush()
    for index, (small, large) in enumerate(zip(args.claims, args.claims[1:], strict=False)):
        growth = times[index + 1] * large / (times[index] * small)
        sys.stdout.write(f"{large / small:g} times the claims: {growth:.1f} times the time\n")


if __name__ == "__main__":
    main()
