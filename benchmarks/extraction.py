"""How fast articles become claims, beside the stock pipeline on the same text, both in one run.

    python benchmarks/extraction.py [--rounds N] [--limit RATIO] [--articles FOLDER]

Each round parses the passages of the articles twice in one process: with all parts of the stock pipeline and thinc's default operations,
and with our parser, finders and claims.  Printed are the best round of each in words per second of CPU time, the ratio of the two, and
whether every entity of the stock pipeline is found by our parser too.  With --limit the exit code is 1 when the ratio is below it or an
entity differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import spacy
from tasks import DATA
from thinc.api import get_current_ops, set_current_ops

from factcheck.articles import read_articles
from factcheck.checking import Options, extract_articles
from factcheck.documents import DEFAULT_MODEL, Parser
from factcheck.model import Article
from factcheck.rulebook import load_rules

Entities = list[list[tuple[int, int, str]]]


def entities_of(docs: list[spacy.tokens.Doc]) -> Entities:
    """The entities of each passage, as offsets and labels."""
    return [[(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents] for doc in docs]


def stock(texts: list[str]) -> tuple[float, int, Entities]:
    """Seconds of CPU time, words and entities of the pipeline as it comes."""
    nlp = spacy.load(DEFAULT_MODEL)
    start = time.process_time()
    docs = list(nlp.pipe(texts))
    return time.process_time() - start, sum(map(len, docs)), entities_of(docs)


def main() -> int:
    """Measure, print, and judge by --limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=DATA / "data" / "real")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    rulebook = load_rules()
    articles: tuple[Article, ...] = tuple(read_articles([options.articles], rulebook).articles)
    usual = get_current_ops()
    documents = list(Parser().parse(articles))
    passages = [passage for document in documents for passage in document.passages if passage.doc is not None]
    ours = entities_of([passage.doc for passage in passages if passage.doc is not None])
    texts = [passage.text for passage in passages]
    times: dict[str, list[float]] = {"stock": [], "ours": []}
    same, words = True, 0
    for _ in range(options.rounds):
        set_current_ops(usual)
        seconds, words, theirs = stock(texts)
        times["stock"].append(seconds)
        same = same and ours == theirs
        start = time.process_time()
        claims = sum(len(item.claims) for item in extract_articles(articles, rulebook, Options()))
        times["ours"].append(time.process_time() - start)
    speeds = {name: words / min(taken) for name, taken in times.items()}
    ratio = speeds["ours"] / speeds["stock"]
    sys.stdout.write(
        f"{words:,} words, {claims:,} claims\nstock pipeline {speeds['stock']:,.0f} words a second, text to claims {speeds['ours']:,.0f}: "
        f"{ratio:.2f} times as fast, entities {'equal' if same else 'DIFFERENT'}\n"
    )
    return int(options.limit is not None and (ratio < options.limit or not same))


if __name__ == "__main__":
    sys.exit(main())
