"""Names: pairs of names without context, one person or not; SET is one of names_everypol, names_probe, names_own,
names_strangers, names_habits, names_twins, names_near.

The score is the program's own (``factcheck.mentions.spelling.same_person``), which acts at 0.5.  Places and
organisations are scored by what the comparison of their spellings pairs; accepted forms ("Kyiv", "CSTO") are another part's business.
The data's names_opensanctions is left out: it counts near names of different people ("LeBron Jones") as hits.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

from full_names import FullNameReader

from factcheck.conflicts.forms import Form, Varying
from factcheck.mentions.spelling import SAME, Match, folder_of, same_person
from factcheck.rulebook import load_rules
from factcheck.text import fold
from tasks import DATA, HERE, scorer

PAIRS = HERE.parent / "tests" / "pairs"
VARIANTS = frozenset({"romanisation", "typo"})
"""Kinds of names_probe that are one name in two spellings, neither of them an accepted form."""
LOWER = frozenset({"merged"})
SETS: dict[str, tuple[Path, ...]] = {
    **{name: (DATA / "data" / "normalizers" / f"{name}.jsonl",) for name in ("names_everypol", "names_probe")},
    "names_own": (PAIRS / "persons.csv",),
    "names_strangers": (PAIRS / "strangers.csv",),
    "names_habits": (PAIRS / "habits.csv",),
    "names_twins": (PAIRS / "twins.csv",),
    "names_near": (PAIRS / "near.csv",),
}


def read_pairs(path: Path) -> list[dict[str, Any]]:
    """The labelled pairs of a file (JSON Lines of the data, or a table of our own), each with the keys of the former."""
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix != ".csv":
            return [json.loads(line) for line in file]
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
    folder, names, varying = folder_of(rulebook), FullNameReader(rulebook), Varying(rulebook)
    scores = {}
    for pair in pairs:
        if pair.get("schema", "Person") == "Person":
            left, right = (names.read(pair[key]) for key in ("name1", "name2"))
            scores[pair["id"]] = round(same_person(left, right, folder), 4) if left and right else 0.0
        else:
            scores[pair["id"]] = same_thing(pair["name1"], pair["name2"], varying)
    predictions.parent.mkdir(parents=True, exist_ok=True)
    predictions.write_text("".join(json.dumps({"id": key, "score": value}) + "\n" for key, value in scores.items()), encoding="utf-8")
    return scores


def same_thing(left: str, right: str, varying: Varying) -> float:
    """1.0 for a place or an organisation in one spelling, ``SAME`` where the comparison finds two spellings of one, else 0.0.

    In news it asks short words for more than a habit of romanisation, as many are words of other kinds; labelled names are names.
    """
    if fold(left) == fold(right):
        return 1.0
    forms = [Form(fold(name), tuple(fold(name).split()), {"pair": ()}) for name in (left, right)]  # as if one article used both
    found = varying.variation(*forms)
    alike = found is not None and found.match <= Match.FOLDED
    return SAME if alike or any(True for _ in varying.near(forms, lambda article: (article,))) else 0.0


def measure(name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
    """The figures of one set: F1, precision and recall at 0.5 in [0, 1], different pairs that are merged, and variants that are found."""
    del name
    pairs = read_pairs(paths[-1])
    scores = predict(pairs, predictions)
    score = scorer("score_names")
    rows = [(pair["label"], scores[pair["id"]]) for pair in pairs]
    precision, recall, balance = score.prf(rows, SAME)
    errors = [pair for pair in pairs if (scores[pair["id"]] >= SAME) is not bool(pair["label"])]
    if show:
        kinds, wrong = Counter(pair["kind"] for pair in pairs), Counter(pair["kind"] for pair in errors)
        print("  by kind: " + ", ".join(f"{kind} {of - wrong[kind]}/{of}" for kind, of in sorted(kinds.items())))
        for pair in errors:
            print(f"  {'MISSED' if pair['label'] else 'MERGED'}   {pair['name1']} = {pair['name2']}  {scores[pair['id']]} {pair['kind']}")
    figures = {
        "f1": round(balance, 3),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "merged": float(sum(not pair["label"] for pair in errors)),
        "found": float(sum(pair["label"] for pair in pairs) - sum(pair["label"] for pair in errors)),
    }
    if any(pair["kind"] in VARIANTS for pair in pairs):
        figures["variants"] = float(sum(pair["kind"] in VARIANTS for pair in pairs) - sum(pair["kind"] in VARIANTS for pair in errors))
    return figures
