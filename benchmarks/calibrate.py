"""Trains the weights of the confidence score and says what they are worth.

    python benchmarks/calibrate.py [--write]

Rows are the program's own reports on all labelled sets (of real with a reader's verdicts), true or false by their gold.  The score is a
logistic regression with L2 penalty, fitted by gradient descent and validated with whole stories left out; its bias is then moved until the
mean is the precision of sets at first sight.  Every code starts with half a true and half a false report (Krichevsky and Trofimov 1981), so
that a code of which little has been seen is not called sure.  ``--write`` replaces rules/weights.yaml and the tables in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from tasks import conflicts, scorer

from factcheck.checking import check
from factcheck.conflicts.confidence import Features
from factcheck.reports.document import build_document

ROOT = Path(__file__).resolve().parent.parent
SETS = tuple(conflicts.SETS)
PENALTY = 0.0005
STEPS = 4000
RATE = 0.5
FIRST_SIGHT = 301, 368
"""True reports, and all, on the seventeen sets that were scored last before anybody had read them (docs/accuracy.md)."""
BANDS = ((0.0, 0.6), (0.6, 0.75), (0.75, 0.9), (0.9, 1.0))


@dataclass(frozen=True)
class Row:
    """One report: the story it belongs to, its code and kind, its features and whether it is true."""

    story: str
    code: str
    features: Features
    true: bool
    weight: float = 1.0


def rows_of(name: str) -> list[Row]:
    """The labelled reports of one set; reports that nobody has judged are left out."""
    folder, gold_path = conflicts.SETS[name]
    score = scorer("score_conflicts")
    gold = yaml.safe_load(gold_path.read_text(encoding="utf-8"))
    report = check([str(folder)])
    data = build_document(report).model_dump(mode="json", by_alias=True)
    verdicts = yaml.safe_load(conflicts.VERDICTS.read_text(encoding="utf-8"))["verdicts"] if conflicts.VERDICTS.is_file() else []
    rows = []
    for conflict, record in zip(report.conflicts, data["conflicts"], strict=True):
        if conflict.verdict != "conflict":
            continue
        result = score.score(gold, {"conflicts": [record]})
        counts = result["counts"]
        label = True if counts.get("true") else False if counts.get("false") else None
        if label is None and name == "real":
            label = conflicts.verdict_on(record, verdicts)
        if label is not None:
            story = f"{name}/{Path(record['sides'][0]['claims'][0]['article']).parent.name or name}"
            rows.append(Row(story, conflict.code, conflict.features, label))
    return rows


def train(rows: Sequence[Row]) -> dict[str, float]:
    """Weights by feature; the bias is not penalised."""
    codes = sorted({row.code for row in rows})
    priors = [Row("", code, typical([row for row in rows if row.code == code]), label, 0.5) for code in codes for label in (True, False)]
    rows = [*rows, *priors]
    names = sorted({name for row in rows for name, _ in row.features})
    table = np.array([[dict(row.features).get(name, 0.0) for name in names] for row in rows])
    labels = np.array([row.true for row in rows], dtype=float)
    counted = np.array([row.weight for row in rows]) / len(rows)
    penalty = np.array([0.0 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        error = counted * (1 / (1 + np.exp(-table @ weights)) - labels)
        weights -= RATE * (table.T @ error + penalty * weights)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def at_first_sight(weights: Mapping[str, float], rows: Sequence[Row]) -> dict[str, float]:
    """The weights with the bias for text that nobody fitted rules to.

    The labelled sets were read while the rules were written, so that nearly all reports on them are true.  From them to the words of
    strangers the bias alone is moved, until the mean confidence is the part that was true at first sight.
    """
    low, high = -_MOST_SHIFT, _MOST_SHIFT
    while high - low > _STEP:
        middle = (low + high) / 2
        mean = sum(chance((*row.features, ("shift", 1.0)), {**weights, "shift": middle}) for row in rows) / len(rows)
        low, high = (middle, high) if mean < FIRST_SIGHT[0] / FIRST_SIGHT[1] else (low, middle)
    return {**weights, "bias": round(weights["bias"] + low, 3)}


_MOST_SHIFT, _STEP = 20.0, 0.001
"""Between what log odds the bias is moved, and how exactly."""


def typical(rows: Sequence[Row]) -> Features:
    """The mean features of some reports."""
    totals: dict[str, float] = defaultdict(float)
    for row in rows:
        for name, value in row.features:
            totals[name] += value / len(rows)
    return tuple(sorted(totals.items()))


def left_out(rows: Sequence[Row]) -> list[tuple[float, Row]]:
    """Each row with the confidence from weights that never saw its story."""
    found = []
    for story in sorted({row.story for row in rows}):
        weights = at_first_sight(train([row for row in rows if row.story != story]), rows)
        found.extend((chance(row.features, weights), row) for row in rows if row.story == story)
    return found


def chance(features: Features, weights: Mapping[str, float]) -> float:
    """The score's probability."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features)))


def tables(scored: Sequence[tuple[float, Row]]) -> str:
    """Precision by confidence band and by code, as Markdown."""
    lines = ["| confidence | reports | true | precision |", "|---|---|---|---|"]
    for low, high in BANDS:
        inside = [row for value, row in scored if low <= value < high or (high == 1.0 and value == 1.0)]
        if inside:
            true = sum(row.true for row in inside)
            lines.append(f"| {low:.2f} to {high:.2f} | {len(inside)} | {true} | {true / len(inside):.2f} |")
    lines += ["", "| code | reports | true | precision |", "|---|---|---|---|"]
    for code in sorted({row.code for _, row in scored}):
        own = [row for _, row in scored if row.code == code]
        lines.append(f"| {code} | {len(own)} | {sum(row.true for row in own)} | {sum(row.true for row in own) / len(own):.2f} |")
    return "\n".join(lines) + "\n"


def write(rows: Sequence[Row], weights: Mapping[str, float], table: str) -> None:
    """Replace the weights file and the table of the docs."""
    content = "\n".join(f"{row.story} {row.code} {row.features} {row.true}" for row in rows)
    digest = hashlib.sha256(content.encode()).hexdigest()[:16]
    lines = [
        "# Written by benchmarks/calibrate.py; do not edit by hand.",
        "rules:",
        "  - id: confidence",
        "    type: weights",
        "    reason: Weights of the confidence score, a logistic regression over the program's own reports on labelled stories and news.",
        f'    data: "{digest}"',
        "    weights:",
        *(f"      {name}: {weight}" for name, weight in weights.items()),
    ]
    (ROOT / "rules" / "weights.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    page = ROOT / "docs" / "accuracy.md"
    text = page.read_text(encoding="utf-8")
    start, end = text.index("<!-- calibration -->"), text.index("<!-- end calibration -->")
    page.write_text(f"{text[:start]}<!-- calibration -->\n\n{table}\n{text[end:]}", encoding="utf-8")


MARGIN = 0.001
"""How near a chance comes to 0 and 1, so that its logarithm is finite."""


def log_loss(rows: Iterable[tuple[Features, bool]], weights: Mapping[str, float]) -> float:
    """The mean log loss of weights on labelled rows."""
    total, number = 0.0, 0
    for features, label in rows:
        score = sum(weights.get(name, 0.0) * value for name, value in features)
        chance = min(1 - MARGIN, max(MARGIN, 1 / (1 + math.exp(-score))))
        total -= math.log(chance if label else 1 - chance)
        number += 1
    return total / max(1, number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [row for name in SETS if conflicts.SETS[name][1].is_file() for row in rows_of(name)]
    scored = left_out(rows)
    weights = at_first_sight(train(rows), rows)
    loss = log_loss([(row.features, row.true) for row in rows], weights)
    held = -sum(math.log(max(MARGIN, value if row.true else 1 - value)) for value, row in scored) / max(1, len(scored))
    print(f"{len(rows)} reports, {sum(row.true for row in rows)} true; log loss {loss:.3f} fitted, {held:.3f} with the story left out")
    table = tables(scored)
    print(table)
    if args.write:
        write(rows, weights, table)


if __name__ == "__main__":
    main()
