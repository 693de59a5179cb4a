"""Conflicts: SET is one of seeds, stories, real (from the shared data), or a folder of benchmarks/stories (train, fresh ...).

For "real", whose gold is not exhaustive, every report that the gold does not judge is looked up in verdicts_real.yaml, where a reader's
verdict on each is kept by file and offsets; reports that nobody has read are listed.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from factcheck.checking import Options, check
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document
from tasks import DATA, HERE, scorer

VERDICTS = HERE / "verdicts_real.yaml"
LOWER = frozenset({"traps", "unread"})
OWN = (
    "train",
    "fresh",
    "figures",
    "blind",
    "general",
    "various",
    "wide",
    "daily",
    "press",
    "evening",
    "wire",
    "night",
    "cable",
    "dusk",
    "bureau",
    "dawn",
    "courier",
    "herald",
    "ember",
    "gazette",
    "lantern",
    "post",
    "summit",
    "tribune",
    "beacon",
    "mercury",
)
SETS: dict[str, tuple[Path, ...]] = {
    "seeds": (HERE.parent / "seeds", DATA / "gold" / "seeds.yaml"),
    "stories": (DATA / "data" / "stories", DATA / "data" / "stories" / "gold.yaml"),
    "real": (DATA / "data" / "real", DATA / "gold" / "real.yaml"),
    **{name: (HERE / "stories" / name, HERE / "stories" / name / "gold.yaml") for name in OWN},
}


def predict(articles: Path, predictions: Path) -> dict[str, Any]:
    """The program's report of a folder of articles, written to the file ``predictions`` first."""
    text = render(build_document(check([str(articles)], Options())))
    predictions.parent.mkdir(parents=True, exist_ok=True)
    predictions.write_text(text, encoding="utf-8")
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


def measure(name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
    """The figures of one set."""
    score = scorer("score_conflicts")
    gold = yaml.safe_load(paths[-1].read_text(encoding="utf-8"))
    result = score.score(gold, predict(paths[0], predictions))
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
