"""How fast articles become claims, beside the stock pipeline on the same text, both in one run.

    python benchmarks/extraction.py [--parts N] [--most N] [--limit RATIO] [--articles FOLDER]

Both are loaded, and read the five seed articles, before the clock starts: the stock pipeline with all its parts and thinc's default
operations, and our parser, finders and claims.  Then the articles are read once by each, in turns, a part at a time, so that neither
knows a text from before and a busy machine slows both.  Printed are words (tokens) per second of CPU time, the ratio of the two, what
our stages took, and whether every entity of the stock pipeline is found by our parser too.  With --limit the exit code is 1 when the
ratio is below it or an entity differs.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

# ruff: noqa: E402 - the threads are bounded before numpy is imported: threads that wait for each other would count as work
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import spacy
from tasks import DATA
from thinc.api import get_current_ops, set_current_ops

from factcheck.articles import read_articles
from factcheck.checking import Options
from factcheck.documents import DEFAULT_MODEL, Document
from factcheck.extracting import Extractor
from factcheck.model import Article
from factcheck.parses import Doc
from factcheck.rulebook import Rulebook, load_rules

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
STAGES = ("parse", "mentions", "claims")
Entities = list[list[tuple[int, int, str]]]


def entities_of(docs: Sequence[spacy.tokens.Doc] | Sequence[Doc]) -> Entities:
    """The entities of each passage, as offsets and labels."""
    return [[(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents] for doc in docs]


class Stock:
    """The pipeline as it comes."""

    def __init__(self) -> None:
        self._ops = get_current_ops()
        self._nlp = spacy.load(DEFAULT_MODEL)
        self.seconds = 0.0

    def read(self, texts: Sequence[str]) -> list[spacy.tokens.Doc]:
        """The parses of some passages."""
        set_current_ops(self._ops)
        start = time.process_time()
        docs = list(self._nlp.pipe(texts))
        self.seconds += time.process_time() - start
        return docs


class Ours:
    """Parser, finders and claims."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser, self._reader, self._builder = Extractor(rulebook, DEFAULT_MODEL, Options().batch_size).prepare()
        self._ops = get_current_ops()
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self.claims = 0

    def read(self, articles: Sequence[Article]) -> list[tuple[str, Doc]]:
        """The passages of some articles and their parses; the claims are counted."""
        set_current_ops(self._ops)
        start = time.process_time()
        documents = list(self._parser.parse(articles))
        parsed = time.process_time()
        mentions = [self._reader.read(document) for document in documents]
        found = time.process_time()
        for document, (article, resolved) in zip(documents, mentions, strict=True):
            self.claims += len(self._builder.build(Document(article, document.passages), resolved).claims)
        for stage, taken in zip(STAGES, (parsed - start, found - parsed, time.process_time() - found), strict=True):
            self.seconds[stage] += taken
        return [(passage.text, passage.doc) for document in documents for passage in document.passages if passage.doc is not None]


def main() -> int:
    """Measure, print, and judge by --limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=DATA / "data" / "real")
    parser.add_argument("--parts", type=int, default=12, help="how often the two take turns")
    parser.add_argument("--most", type=int, default=None, help="read no more articles than this")
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    rulebook = load_rules()
    articles: tuple[Article, ...] = tuple(read_articles([options.articles], rulebook).articles)[: options.most]
    seeds: tuple[Article, ...] = tuple(read_articles([SEEDS], rulebook).articles)
    stock, ours = Stock(), Ours(rulebook)
    stock.read([text for text, _ in ours.read(seeds)])
    stock.seconds, ours.seconds, ours.claims = 0.0, dict.fromkeys(STAGES, 0.0), 0
    same, words = True, 0
    for part in range(options.parts):
        passages = ours.read(articles[part :: options.parts])
        docs = stock.read([text for text, _ in passages])
        words += sum(map(len, docs))
        same = same and entities_of(docs) == entities_of([doc for _, doc in passages])
    ratio = stock.seconds / sum(ours.seconds.values())
    stages = ", ".join(f"{stage} {taken:.2f} s" for stage, taken in ours.seconds.items())
    sys.stdout.write(
        f"{words:,} words, {ours.claims:,} claims\nstock pipeline {words / stock.seconds:,.0f} words a second ({stock.seconds:.2f} s), "
        f"text to claims {words / sum(ours.seconds.values()):,.0f} ({stages}): {ratio:.2f} times as fast, "
        f"entities {'equal' if same else 'DIFFERENT'}\n"
    )
    return int(options.limit is not None and (ratio < options.limit or not same))


if __name__ == "__main__":
    sys.exit(main())
