"""The rungs of proof: in order, and picked by name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from factcheck.topics import strength

PACKAGE = Path(strength.__file__).resolve().parent.parent
PROOFS = ("ComparabilityProof", "NamingProof", "SamePerson")


def test_the_rungs_are_in_order() -> None:
    rungs = [value for name, value in vars(strength).items() if name.isupper()]
    assert rungs == sorted(set(rungs))
    assert all(0 < rung < 1 for rung in rungs)


@pytest.mark.parametrize(
    "path", sorted([*(PACKAGE / "conflicts").glob("*.py"), *(PACKAGE / "topics").glob("*.py")]), ids=lambda path: path.stem
)
def test_no_comparer_has_strengths_of_its_own(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PROOFS and node.args:
            numbers = [part.value for part in ast.walk(node.args[-1]) if isinstance(part, ast.Constant) and isinstance(part.value, float)]
            assert not [number for number in numbers if number != 1.0], f"{path.name}:{node.lineno} {numbers}"
