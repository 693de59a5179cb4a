"""Accuracy of the installed program against labelled data, beside the floors kept in floors.json.

    python benchmarks/accuracy.py conflicts [SET ...] [--predictions FOLDER] [--update] [--list]

SET is one of seeds, stories, real (from the shared data: FACTCHECK_DATA, by default ../shared beside the project), train and blind (from
benchmarks/stories); all that are there by default.  For each set the report is written first, then scored with the data's own
tools/score_conflicts.py, then held against its floor: the command fails when a floor is broken.  A set without a floor fails nothing.
``--update`` raises floors to what was measured and never lowers one.

For "real", whose gold is not exhaustive, every report that the gold does not judge is looked up in verdicts_real.yaml, where a reader's
verdict on each is kept by file and offsets; reports that nobody has read are listed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from factcheck.checking import Options, check
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("FACTCHECK_DATA") or HERE.parent.parent / "shared")
FLOORS = HERE / "floors.json"
VERDICTS = HERE / "verdicts_real.yaml"
SETS = {
    "seeds": (HERE.parent / "seeds", DATA / "gold" / "seeds.yaml"),
    "stories": (DATA / "data" / "stories", DATA / "data" / "stories" / "gold.yaml"),
    "real": (DATA / "data" / "real", DATA / "gold" / "real.yaml"),
    "train": (HERE / "stories" / "train", HERE / "stories" / "train" / "gold.yaml"),
    "blind": (HERE / "stories" / "blind", HERE / "stories" / "blind" / "gold.yaml"),
}


def scorer() -> ModuleType:
    """The data's own scorer, loaded from where it lies."""
    path = DATA / "tools" / "score_conflicts.py"
    spec = importlib.util.spec_from_file_location("score_conflicts", path)
    if spec is None or spec.loader is None or not path.is_file():
        sys.exit(f"no scorer at {path}: set FACTCHECK_DATA")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(name: str, folder: Path) -> dict[str, Any]:
    """The program's report of a set, written to ``folder`` first."""
    text = render(build_document(check([str(SETS[name][0])], Options())))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    report: dict[str, Any] = json.loads(text)
    return report


def verdict_on(report: dict[str, Any], verdicts: list[dict[str, Any]]) -> bool | None:
    """What a reader said of a report: True, False, or None where nobody has read it.

    A verdict fits when two sides of the report overlap the two places it names.
    """
    for verdict in verdicts:
        touched = [
            {index for index, place in enumerate(verdict["places"]) if any(_at(place, claim) for claim in side["claims"])}
            for side in report["sides"]
        ]
        if any(a != b for i, left in enumerate(touched) for right in touched[i + 1 :] for a in left for b in right):
            return bool(verdict["holds"])
    return None


def _at(place: dict[str, Any], claim: dict[str, Any]) -> bool:
    same_file = claim["article"].endswith(place["file"])
    return bool(same_file and place["start"] < claim["end"] and claim["start"] < place["end"])


def measure(name: str, folder: Path, score: ModuleType, *, show: bool) -> dict[str, float]:
    """The figures of one set."""
    gold = yaml.safe_load(SETS[name][1].read_text(encoding="utf-8"))
    result = score.score(gold, predict(name, folder))
    figures = {"precision": result["precision"], "recall": result["recall"], "traps": float(len(result["traps_hit"]))}
    for tier, (hit, of) in result["by_tier"].items():
        figures[f"{tier}"] = hit / of if of else 1.0
    if show:
        print("  by kind: " + ", ".join(f"{kind} {hit}/{of}" for kind, (hit, of) in sorted(result["by_kind"].items())))
        for report, why in result["alarms"]:
            print(f"  FALSE    {score.describe(report)}  {why or ''}")
    if name == "real" and VERDICTS.is_file():
        figures |= _judged(result, score)
    return {key: round(value, 3) for key, value in figures.items()}


def _judged(result: dict[str, Any], score: ModuleType) -> dict[str, float]:
    """Precision over the reports that the gold leaves open, by the kept verdicts."""
    verdicts = yaml.safe_load(VERDICTS.read_text(encoding="utf-8"))["verdicts"]
    said = [(report, verdict_on(report, verdicts)) for report in result["unjudged"] if report["verdict"] == "conflict"]
    for report, verdict in said:
        if verdict is None:
            print(f"  UNREAD   {score.describe(report)}")
    known = [verdict for _, verdict in said if verdict is not None]
    return {"read_precision": sum(known) / len(known) if known else 1.0, "unread": float(len(said) - len(known))}


LOWER_IS_BETTER = frozenset({"traps", "unread"})


def broken(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The floors that the figures break, in words."""
    faults = []
    for key, floor in floors.items():
        if key not in figures:
            continue
        worse = figures[key] > floor if key in LOWER_IS_BETTER else figures[key] < floor
        if worse:
            faults.append(f"{key} {figures[key]} (floor {floor})")
    return faults


def digest(path: Path) -> str:
    """A hash of the labelled data, so that a floor is never held against other data."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["conflicts"])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of: {', '.join(SETS)}")
    parser.add_argument("--predictions", type=Path, default=Path("build/predictions"))
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--list", action="store_true", help="list figures by kind and every false report")
    args = parser.parse_args()
    unknown = [name for name in args.sets if name not in SETS]
    if unknown:
        parser.error(f"unknown set {', '.join(unknown)}; of: {', '.join(SETS)}")
    score = scorer()
    floors: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {}
    failed = False
    for name in args.sets or [name for name, (_, gold) in SETS.items() if gold.is_file()]:
        figures = measure(name, args.predictions, score, show=args.list)
        data = digest(SETS[name][1])
        known = floors.get(name, {})
        faults = broken(figures, known.get("floors", {})) if known.get("data") == data else []
        failed |= bool(faults)
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()))
        for fault in faults:
            print(f"  BROKEN   {fault}")
        if args.update:
            old = known.get("floors", {}) if known.get("data") == data else {}
            better = {key: (min if key in LOWER_IS_BETTER else max)(value, old.get(key, value)) for key, value in figures.items()}
            floors[name] = {"data": data, "floors": better}
    if args.update:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
