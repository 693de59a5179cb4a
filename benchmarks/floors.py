"""Floors: figures that a change may not worsen, for the sets of stories and the phrasings that lie in the project.

    python benchmarks/floors.py [--update REASON]

The seeds and the folders of benchmarks/stories are scored with the scorer of the shared data (FACTCHECK_DATA, by default ../shared beside
the project); where that is not there they are skipped, and said to be.  The files of benchmarks/phrasings need nothing else.  The command
fails where a figure is worse than its floor in floors.json, where a set has no floor or its labels are not those the floor was measured on,
and where a figure of the floor was not measured.  ``--update`` writes what was measured, with the reason why, for all sets that were.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import phrasings
from tasks import DATA, HERE, conflicts

FLOORS = HERE / "floors.json"
PREDICTIONS = Path("build/predictions")
LESS = frozenset({*conflicts.LOWER, "elsewhere", "alarms"})
"""Figures of which less is better."""

Measured = tuple[str, Path, Mapping[str, float]]
"""The name of a set, the file of its labels, its figures."""


def digest(path: Path) -> str:
    """A hash of the labelled data, so that a floor is never held against other data."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def broken(figures: Mapping[str, float], floors: Mapping[str, float], lower: frozenset[str]) -> list[str]:
    """What is wrong with some figures, in words: those that are worse than their floor or missing; of those in ``lower`` less is better."""
    faults = []
    for key, floor in floors.items():
        if key not in figures:
            faults.append(f"{key} was not measured (floor {floor})")
        elif figures[key] > floor if key in lower else figures[key] < floor:
            faults.append(f"{key} {figures[key]} (floor {floor})")
    return faults + [f"{key} {figures[key]} has no floor" for key in figures if key not in floors]


def faults_of(name: str, labels: Path, figures: Mapping[str, float], known: Mapping[str, Any], lower: frozenset[str]) -> list[str]:
    """Why the figures of a set do not hold, in words; empty when they do.  ``known`` is its entry in floors.json, empty for none."""
    again = 'look at the figures and record them with --update "why"'
    if not known:
        return [f"{name} has no floor: {again}"]
    if known["data"] != digest(labels):
        return [f"the labels of {name} ({labels.name}) are not those its floor was measured on: {again}"]
    return [f"{name}: {fault}" for fault in broken(figures, known["floors"], lower)]


def measure() -> Iterator[Measured]:
    """The figures of each set that lies here, as they come."""
    for name, why in skipped().items():
        print(f"skipped  {name}: {why}")
    for name in (name for name in ("seeds", *conflicts.OWN) if name not in skipped()):
        paths = conflicts.SETS[name]
        yield name, paths[-1], conflicts.measure(name, paths, PREDICTIONS / f"{name}.json", show=False)
    for file in sorted(phrasings.HERE.glob("*.txt")):
        score = phrasings.measure(list(phrasings.read_cases(file)))
        yield f"phrasings/{file.stem}", file, {"found": score.found, "elsewhere": score.elsewhere, "alarms": score.alarms}


def skipped() -> dict[str, str]:
    """The sets that cannot be scored here, and why."""
    scorer = DATA / "tools" / "score_conflicts.py"
    missing = {name: scorer if not scorer.is_file() else conflicts.SETS[name][-1] for name in ("seeds", *conflicts.OWN)}
    return {name: f"there is no {path.name} in the shared data ({DATA})" for name, path in missing.items() if not path.is_file()}


def read_floors() -> dict[str, dict[str, Any]]:
    """floors.json: by set the hash of its labels, the floors, and why they were last recorded."""
    floors: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Mapping[str, Mapping[str, Any]]) -> None:
    """Write floors.json, sorted."""
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    """Measure, compare, and say what does not hold; 1 where something does not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", metavar="REASON", help="record what was measured, and why it may be so")
    reason = parser.parse_args().update
    if reason is not None and not reason.strip():
        parser.error("--update needs a reason")
    floors, faults = read_floors(), list[str]()
    for name, labels, figures in measure():
        found = faults_of(name, labels, figures, floors.get(name, {}), LESS)
        print(f"{'BROKEN ' if found else 'holds  '}  {name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()), flush=True)
        faults.extend(found)
        entry = {"data": digest(labels), "floors": dict(figures)}
        if reason and entry != {key: floors.get(name, {}).get(key) for key in entry}:
            floors[name] = {**entry, "reason": reason}
    if reason:
        write_floors(floors)
        return 0
    print("\n".join(faults) if faults else "all floors hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
