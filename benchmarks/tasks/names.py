"""Names: pairs of names without context, one person or not; SET is one of names_everypol, names_opensanctions, names_probe, names_own.

The score is the program's own (``factcheck.mentions.spelling.same_person``), which acts at 0.5.  Pairs that are not persons are left out:
places and organisations are never laid together by their spelling.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

from factcheck.mentions.name_words import name_lexicon_of
from factcheck.mentions.spelling import folder_of, same_person
from factcheck.rulebook import load_rules
from tasks import DATA, HERE, scorer

ACTS_AT = 0.5
"""The program takes two names for one person at this score and above."""
PAIRS = HERE.parent / "tests" / "pairs"
LOWER = frozenset({"merged"})
SETS: dict[str, tuple[Path, ...]] = {
    **{name: (DATA / "data" / "normalizers" / f"{name}.jsonl",) for name in ("names_everypol", "names_opensanctions", "names_probe")},
    "names_own": (PAIRS / "persons.csv",),
}


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """The labelled pairs of persons of a file (JSON Lines of the data, or a table of our own), each with the keys of the former."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix != ".csv":
            return [row for row in map(json.loads, file) if row.get("schema", "Person") == "Person"]
        return [
            {
                "id": str(number),
                "name1": row["left"],
                "name2": row["right"],
                "label": int(row["person"] == "same"),
                "kind": f"{row['person']}: {row['culture']}",
                "split": "test",
            }
            for number, row in enumerate(csv.DictReader(file), start=2)
            if row["person"] != "unknown"
        ]


def predict(pairs: list[dict[str, Any]], predictions: Path) -> dict[str, float]:
    """The program's score of each pair by id, written to the file ``predictions`` first; names it cannot read are nobody's."""
    rulebook = load_rules()
    folder, lexicon = folder_of(rulebook), name_lexicon_of(rulebook)
    scores = {}
    for pair in pairs:
        left, right = (lexicon.read_full(pair[key]) for key in ("name1", "name2"))
        scores[pair["id"]] = round(same_person(left, right, folder), 4) if left and right else 0.0
    predictions.parent.mkdir(parents=True, exist_ok=True)
    predictions.write_text("".join(json.dumps({"id": key, "score": value}) + "\n" for key, value in scores.items()), encoding="utf-8")
    return scores


def measure(name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
    """The figures of one set: F1, precision and recall at 0.5 in [0, 1], different pairs that are merged, and variants that are found."""
    del name
    pairs = read_pairs(paths[-1])
    scores = predict(pairs, predictions)
    score = scorer("score_names")
    rows = [(pair["label"], scores[pair["id"]]) for pair in pairs]
    precision, recall, balance = score.prf(rows, ACTS_AT)
    errors = [pair for pair in pairs if (scores[pair["id"]] >= ACTS_AT) is not bool(pair["label"])]
    if show:
        kinds, wrong = Counter(pair["kind"] for pair in pairs), Counter(pair["kind"] for pair in errors)
        print("  by kind: " + ", ".join(f"{kind} {of - wrong[kind]}/{of}" for kind, of in sorted(kinds.items())))
        for pair in errors:
            print(f"  {'MISSED' if pair['label'] else 'MERGED'}   {pair['name1']} = {pair['name2']}  {scores[pair['id']]} {pair['kind']}")
    return {
        "f1": round(balance, 3),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "merged": float(sum(not pair["label"] for pair in errors)),
        "found": float(sum(pair["label"] for pair in pairs) - sum(pair["label"] for pair in errors)),
    }
