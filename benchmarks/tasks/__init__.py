"""What can be measured: one module a task, each with the same three names.

SETS            the sets it knows by name, as paths; the first entry of a tuple is what is read, the last the labels
LOWER           the figures of which less is better
measure(...)    writes predictions and returns the figures of one set
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Protocol

HERE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FACTCHECK_DATA") or HERE.parent.parent / "shared")


class Task(Protocol):
    """One module of this package."""

    SETS: dict[str, tuple[Path, ...]]
    LOWER: frozenset[str]

    def measure(self, name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
        """The figures of one set.

        Args:
            name: what the set is called in floors.json.
            paths: as in SETS.
            predictions: the file to write predictions to, in the format of the data's scorer.
            show: whether to print figures by kind and the errors.
        """


def scorer(name: str) -> ModuleType:
    """One of the data's own scorers ("score_conflicts"), loaded from where it lies."""
    path = DATA / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        sys.exit(f"no scorer at {path}: set FACTCHECK_DATA")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
