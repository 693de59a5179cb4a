"""Accuracy of the installed program against labelled data, beside the floors kept in floors.json.

    python benchmarks/accuracy.py TASK [SET ...] [--predictions FOLDER] [--update] [--list]

TASK is one of the modules in benchmarks/tasks.  SET is a name that the task knows, or a file of labels in the same format; all sets that
are there by default (FACTCHECK_DATA, by default ../shared beside the project).  For each set the predictions are written first, in the
format of the data's own scorer, then scored with it, then held against its floor: the command fails when a floor is broken.  A set
without a floor fails nothing.  ``--update`` raises floors to what was measured and never lowers one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from tasks import HERE, Task, conflicts, dates, names, quantities

FLOORS = HERE / "floors.json"
TASKS = MappingProxyType(
    {
        "conflicts": cast(Task, conflicts),
        "dates": cast(Task, dates),
        "quantities": cast(Task, quantities),
        "names": cast(Task, names),
    }
)


def broken(figures: dict[str, float], floors: dict[str, float], lower: frozenset[str]) -> list[str]:
    """The floors that the figures break, in words; of figures in ``lower`` less is better."""
    faults = []
    for key, floor in floors.items():
        if key not in figures:
            continue
        worse = figures[key] > floor if key in lower else figures[key] < floor
        if worse:
            faults.append(f"{key} {figures[key]} (floor {floor})")
    return faults


def digest(path: Path) -> str:
    """A hash of the labelled data, so that a floor is never held against other data."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def read_arguments() -> tuple[argparse.Namespace, dict[str, tuple[Path, ...]]]:
    """The arguments and the sets to measure, by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--predictions", type=Path, default=Path("build/predictions"), help="the folder to write predictions to")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--list", action="store_true", help="list figures by kind and every error")
    args = parser.parse_args()
    known = TASKS[args.task].SETS
    sets: dict[str, tuple[Path, ...]] = {}
    for name in args.sets or [name for name, paths in known.items() if paths[-1].is_file()]:
        if name not in known and not Path(name).is_file():
            parser.error(f"no set and no file {name!r}; sets of {args.task}: {', '.join(known)}")
        sets[name if name in known else Path(name).stem] = known.get(name) or (Path(name),)
    return args, sets


def main() -> int:
    args, sets = read_arguments()
    task = TASKS[args.task]
    floors: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {}
    failed = False
    for name, paths in sets.items():
        figures = task.measure(name, paths, args.predictions / f"{name}.json", show=args.list)
        data = digest(paths[-1])
        known = floors.get(name, {})
        faults = broken(figures, known.get("floors", {}), task.LOWER) if known.get("data") == data else []
        failed |= bool(faults)
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()))
        for fault in faults:
            print(f"  BROKEN   {fault}")
        if args.update:
            old = known.get("floors", {}) if known.get("data") == data else {}
            better = {key: (min if key in task.LOWER else max)(value, old.get(key, value)) for key, value in figures.items()}
            floors[name] = {"data": data, "floors": better}
    if args.update:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
