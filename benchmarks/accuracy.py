"""Accuracy of the installed program against labelled data, beside the floors kept in floors.json.

    python benchmarks/accuracy.py TASK [SET ...] [--predictions FOLDER] [--update] [--list]

TASK is one of the modules in benchmarks/tasks.  SET is a name that the task knows, or a file of labels in the same format; all sets that
are there by default (FACTCHECK_DATA, by default ../shared beside the project).  For each set the predictions are written first, in the
format of the data's own scorer, then scored with it, then held against its floor: the command fails when a floor is broken, or was measured
on other labels.  A set without a floor fails nothing.  ``--update`` raises floors to what was measured and never lowers one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from types import MappingProxyType
from typing import cast

from floors import digest, faults_of, read_floors, write_floors
from tasks import Task, conflicts, dates, names, quantities

TASKS = MappingProxyType(
    {
        "conflicts": cast(Task, conflicts),
        "dates": cast(Task, dates),
        "quantities": cast(Task, quantities),
        "names": cast(Task, names),
    }
)


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
    floors = read_floors()
    failed = False
    for name, paths in sets.items():
        figures = task.measure(name, paths, args.predictions / f"{name}.json", show=args.list)
        data = digest(paths[-1])
        known = floors.get(name, {})
        faults = faults_of(name, paths[-1], figures, known, task.LOWER) if known else []
        failed |= bool(faults)
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()))
        for fault in faults:
            print(f"  BROKEN   {fault}")
        if args.update:
            old = known.get("floors", {}) if known.get("data") == data else {}
            better = {key: (min if key in task.LOWER else max)(value, old.get(key, value)) for key, value in figures.items()}
            floors[name] = {**known, "data": data, "floors": better}
    if args.update:
        write_floors(floors)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
