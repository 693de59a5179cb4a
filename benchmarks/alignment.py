"""Trains the scorecard of aligned sentences and says what it is worth.

    python benchmarks/alignment.py [--write] [--list]

Rows are the pairs of values that exclude each other in two articles of one story, of all labelled stories and news; a pair is true where it
tells the two sides of a conflict of the gold, and left out where it tells an update or a dispute.  Real news is not labelled whole, so that
its pairs weigh little.  The score is a sum of step functions, one a feature: gradient boosting of stumps with second-order steps (Friedman
2001; Chen and Guestrin 2016).  It is validated with whole sets left out; the halves of the phrasings that are set aside are not trained on.
``--write`` replaces rules/alignment.yaml.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from phrasings import HERE, Case, extract, read_cases
from tasks import conflicts, scorer

from factcheck.articles import read_articles
from factcheck.conflicts.alignment import THRESHOLD, AlignmentComparer, alignment_veto, probability
from factcheck.conflicts.pairs import ComparisonContext
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor
from factcheck.model import CONTEXT, Claim, Extraction
from factcheck.rulebook import Rulebook, ScorecardRule, load_rules
from factcheck.topics.alignment import RAREST, Alignments, Features
from factcheck.topics.labels import Labels
from factcheck.topics.stories import Stories
from factcheck.values import Relation, relation_of

ROOT = Path(__file__).resolve().parent.parent
SETS = tuple(name for name in conflicts.SETS if name != "seeds")
REAL, REAL_WEIGHT = "real", 0.1
PHRASINGS, HELD = "phrasings", "held"
ROUNDS, RATE, PENALTY, LEAST, BINS = 300, 0.1, 5.0, 20.0, 12
"""Stumps, the part of each that counts, the L2 penalty of a leaf, the rows a leaf holds at least, bounds tried a feature."""
RARE = 0.005
"""Part of articles below which a word is one of the rarest."""
THRESHOLDS = (0.8, 0.7, 0.6, 0.5, 0.4)

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """A pair of values: its set, features, whether it is true, the conflicts of the gold that it tells, and both quotes."""

    name: str
    features: Features
    true: bool
    told: frozenset[str]
    quotes: tuple[str, str]


def word_weights(extractions: Sequence[Extraction]) -> dict[str, int]:
    """By word the rounded negative logarithm of the part of articles whose contexts hold it."""
    held = Counter(
        word
        for item in extractions
        for word in {word.word for claim in item.claims if claim.frame.context for word in claim.frame.context.words}
    )
    least = RARE * len(extractions)
    weights = {word: round(-math.log(number / len(extractions))) for word, number in held.items() if number >= least}
    return {word: weight for word, weight in weights.items() if weight < RAREST}


class Gold:
    """What a gold file says of pairs of claims."""

    def __init__(self, gold: dict[str, Any], score: ModuleType) -> None:
        self._entries = [(part, entry) for part in ("conflicts", "updates", "disputed", "soft") for entry in gold.get(part) or ()]
        self._score, self._known = score, dict[tuple[str, int, int], dict[int, set[int]]]()

    def told(self, left: Claim, right: Claim) -> tuple[frozenset[str], bool]:
        """The conflicts whose two sides a pair tells, and whether it tells those of anything else that is no false alarm."""
        mine, theirs = self._sides(left), self._sides(right)
        both = [self._entries[at] for at in mine.keys() & theirs.keys() if any(a != b for a in mine[at] for b in theirs[at])]
        found = frozenset(str(entry["id"]) for part, entry in both if part == "conflicts")
        return found, len(found) < len(both)

    def _sides(self, claim: Claim) -> dict[int, set[int]]:
        span = claim.anchor.span
        key = claim.anchor.article, span.start, span.end
        if key not in self._known:
            record = {"article": claim.anchor.article, "start": span.start, "end": span.end, "match": claim.anchor.match}
            hit = {at: self._score.sides_hit(entry, {"claims": [record]}) for at, (_, entry) in enumerate(self._entries)}
            self._known[key] = {at: sides for at, sides in hit.items() if sides}
        return self._known[key]


def pairs(extractions: Sequence[Extraction], context: ComparisonContext) -> Iterator[tuple[Claim, Claim]]:
    """The values of one kind in two articles of one story that exclude each other and that no veto keeps apart."""
    comparer = AlignmentComparer()
    asked = {
        item.article.id: [(claim, comparer.question(claim, context)) for claim in item.claims if claim.kind == CONTEXT]
        for item in extractions
    }
    by_article = {article: [(claim, question) for claim, question in told if question] for article, told in asked.items()}
    for article in sorted(by_article):
        for other in sorted(context.stories.related(article)):
            if other <= article or not context.stories.same(article, other):
                continue
            for (left, question), (right, other_question) in product(by_article[article], by_article[other]):
                if (
                    question == other_question
                    and relation_of(left.value, right.value) is Relation.APART
                    and not alignment_veto(left, right, context)
                ):
                    yield left, right


def context_of(extractions: Sequence[Extraction], rulebook: Rulebook, weights: dict[str, int]) -> tuple[ComparisonContext, Alignments]:
    """What comparers may ask of some articles, and their contexts."""
    labels = Labels(rulebook)
    stories = Stories.of(tuple(extractions), labels.levels, rulebook.words())
    claims = (claim for item in extractions for claim in item.claims)
    return ComparisonContext.of(rulebook, stories, labels), Alignments(claims, {word: float(weight) for word, weight in weights.items()})


def rows_of(name: str, extractions: Sequence[Extraction], rulebook: Rulebook, weights: dict[str, int]) -> list[Row]:
    """The labelled pairs of one set."""
    context, alignments = context_of(extractions, rulebook, weights)
    gold = Gold(yaml.safe_load(conflicts.SETS[name][1].read_text(encoding="utf-8")), scorer("score_conflicts"))
    rows = []
    for left, right in pairs(extractions, context):
        told, arguable = gold.told(left, right)
        features = alignments.features(left, right, context.days_between(left, right))
        if features and (told or not arguable):
            rows.append(Row(name, features, bool(told), told, (left.anchor.quote, right.anchor.quote)))
    return rows


def phrasing_rows(name: str, files: Sequence[Path], rulebook: Rulebook, weights: dict[str, int]) -> list[Row]:
    """The pairs of the small cases of some files, each true where it stands at two marked places."""
    cases = [case for file in files for case in read_cases(file)]
    rows = []
    for case, extractions in zip(cases, extract(cases), strict=True):
        ordered = sorted(extractions, key=lambda item: item.article.id)
        context, alignments = context_of(ordered, rulebook, weights)
        for left, right in pairs(ordered, context):
            told = (
                frozenset({case.name}) if _is_marked(case, extractions, left) and _is_marked(case, extractions, right) else frozenset[str]()
            )
            features = alignments.features(left, right, context.days_between(left, right))
            if features:
                rows.append(Row(name, features, bool(told), told, (left.anchor.quote, right.anchor.quote)))
    return rows


def _is_marked(case: Case, extractions: Sequence[Extraction], claim: Claim) -> bool:
    """Whether a claim stands at a marked place of its report."""
    at = next(index for index, item in enumerate(extractions) if item.article.id == claim.anchor.article)
    return case.conflict and any(mark.overlaps(claim.anchor.span) for mark in case.reports[at].marks)


def train(rows: Sequence[Row]) -> tuple[float, dict[str, dict[str, list[float]]]]:
    """The bias, and by feature the bounds and points of its steps."""
    names = sorted({name for row in rows for name in row.features})
    table = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    labels = np.array([row.true for row in rows], dtype=float)
    weights = np.array([REAL_WEIGHT if row.name == REAL else 1.0 for row in rows])
    bounds = [np.unique(np.quantile(column[labels > 0], np.linspace(0, 1, BINS + 1)[:-1])) for column in table.T]
    binned = [np.searchsorted(edges, column, side="left") for edges, column in zip(bounds, table.T, strict=True)]
    points = [np.zeros(len(edges) + 1) for edges in bounds]
    share = float((labels * weights).sum() / weights.sum())
    bias = math.log(share / (1 - share))
    score = np.full(len(rows), bias)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-score))
        gradient, hessian = weights * (labels - chance), weights * chance * (1 - chance)
        at, edge, low, high = min(
            (_best(bins, len(edges), gradient, hessian, weights, at) for at, (bins, edges) in enumerate(zip(binned, bounds, strict=True))),
            key=lambda found: found[0],
        )[1:]
        points[at][: edge + 1] += RATE * low
        points[at][edge + 1 :] += RATE * high
        score += RATE * np.where(binned[at] <= edge, low, high)
    steps = {}
    for name, edges, worth in zip(names, bounds, points, strict=True):
        if np.any(worth):
            bias += float(worth[0])
            steps[name] = _merged(edges, worth - worth[0])
    return round(bias, 3), steps


def _best(
    bins: NDArray[np.intp], number: int, gradient: Table, hessian: Table, weights: Table, at: int
) -> tuple[float, int, int, float, float]:
    """The best bound of one feature: the negative gain, the feature, the bin up to which its lower leaf goes, and both leaves."""
    sums = [np.bincount(bins, weights=part, minlength=number + 1) for part in (gradient, hessian, weights)]
    low = [np.cumsum(part)[:-1] for part in sums]
    high = [part.sum() - below for part, below in zip(sums, low, strict=True)]
    gain = low[0] ** 2 / (low[1] + PENALTY) + high[0] ** 2 / (high[1] + PENALTY)
    gain[(low[2] < LEAST) | (high[2] < LEAST)] = -1.0
    edge = int(np.argmax(gain))
    return -float(gain[edge]), at, edge, float(low[0][edge] / (low[1][edge] + PENALTY)), float(high[0][edge] / (high[1][edge] + PENALTY))


def _merged(edges: Table, worth: Table) -> dict[str, list[float]]:
    """Steps without bounds at which nothing changes."""
    at: list[float] = []
    points = [round(float(worth[0]), 3)]
    for edge, point in zip(edges, worth[1:], strict=True):
        bound, value = round(float(edge), 3), round(float(point), 3)
        if at and bound == at[-1]:
            points[-1] = value
        elif value != points[-1]:
            at.append(bound)
            points.append(value)
    return {"at": at, "points": points}


def card_of(rows: Sequence[Row], weights: dict[str, int]) -> ScorecardRule:
    """The scorecard trained on some rows."""
    bias, steps = train(rows)
    content = "\n".join(sorted(f"{row.name} {sorted(row.features.items())} {row.true}" for row in rows))
    words: dict[int, list[str]] = {}
    for word, weight in sorted(weights.items()):
        words.setdefault(weight, []).append(word)
    reason = "What the features of a pair of aligned sentences are worth, in units of log odds, and how rare words are."
    data = {"id": "alignment", "type": "scorecard", "reason": reason, "data": hashlib.sha256(content.encode()).hexdigest()[:16]}
    return ScorecardRule.model_validate(
        data | {"bias": bias, "steps": steps, "words": {str(weight): held for weight, held in sorted(words.items())}}
    )


def validate(rows: Sequence[Row], weights: dict[str, int], *, listed: bool) -> None:
    """Print, for each set scored by a card that never saw it, the conflicts told and the false pairs from some thresholds on."""
    chances: dict[int, float] = {}
    for name in sorted({row.name for row in rows}):
        card = card_of([row for row in rows if row.name not in (name, HELD)], weights)
        chances |= {at: probability(row.features, card) for at, row in enumerate(rows) if row.name == name}
    print(f"{'set':10}" + "".join(f"  from {threshold:.1f}" + " " * 8 for threshold in THRESHOLDS))
    for name in sorted({row.name for row in rows}):
        line = f"{name:10}"
        for threshold in THRESHOLDS:
            sure = [rows[at] for at, chance in chances.items() if rows[at].name == name and chance >= threshold]
            told = frozenset[str]().union(*(row.told for row in sure))
            line += f"  {len(told):3} told {sum(not row.true for row in sure):3} false"
        print(line)
    for at, chance in sorted(chances.items(), key=lambda item: -item[1]) if listed else ():
        if chance >= THRESHOLD and not rows[at].true:
            print(f"{chance:.2f} {rows[at].name}\n    {rows[at].quotes[0]}\n    {rows[at].quotes[1]}")


def main() -> int:
    """Train, print, and write where asked to; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace rules/alignment.yaml")
    parser.add_argument("--list", action="store_true", help="print the false pairs that sets left out raise")
    options = parser.parse_args()
    rulebook = load_rules(())
    extractor = Extractor(rulebook, DEFAULT_MODEL, 64)
    read = {
        name: sorted(extractor.extract(read_articles([str(conflicts.SETS[name][0])], rulebook).articles), key=lambda item: item.article.id)
        for name in SETS
    }
    weights = word_weights([item for name in SETS if name != REAL for item in read[name]])
    rows = [row for name in SETS for row in rows_of(name, read[name], rulebook, weights)]
    for held, name in ((False, PHRASINGS), (True, HELD)):
        files = [file for file in sorted(HERE.glob("*.txt")) if file.stem.endswith("-held") == held]
        rows += phrasing_rows(name, files, rulebook, weights)
    print(f"{len(rows)} pairs, {sum(row.true for row in rows)} of them true; {len(weights)} words with a weight")
    validate(rows, weights, listed=options.list)
    if options.write:
        card = card_of([row for row in rows if row.name != HELD], weights).model_dump(mode="json")
        text = yaml.safe_dump({"rules": [card]}, sort_keys=False, allow_unicode=True, width=140, default_flow_style=None)
        path = ROOT / "rules" / "alignment.yaml"
        path.write_text(f"# Written by benchmarks/alignment.py; do not edit by hand.\n{text}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
