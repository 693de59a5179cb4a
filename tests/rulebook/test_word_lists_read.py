"""Every word list that the code names is shipped, and every shipped one is read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import InternalError
from factcheck.rulebook import FurnitureRule, PatternRule, load_rules
from factcheck.rulebook.patterns import groups_of

PACKAGE = Path(__file__).resolve().parents[2] / "factcheck"
READERS = frozenset(("get", "listed", "group", "groups", "stems", "group_stems", "text", "texts", "whole", "wholes", "number", "numbers"))
"""Methods that are given the id of a list; those of other things have names without a dot or hyphen."""


def _asked() -> Iterator[tuple[str, str]]:
    """The ids of lists that the code asks for, each with where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = None
            if isinstance(node, ast.Subscript) and re.search(r"(?:words|lists|folded)(?:\(\))?$", ast.unparse(node.value)):
                name = node.slice
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READERS and node.args:
                name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str) and re.search(r"[a-z][.-][a-z]", name.value):
                yield name.value, f"{path.relative_to(PACKAGE)}:{node.lineno}"  # type: ignore[attr-defined]


def test_every_list_that_the_code_asks_for_is_shipped() -> None:
    lists = load_rules().words()
    asked = list(_asked())
    assert len(asked) > 300
    assert [place for name, place in asked if name not in lists and "." in name] == []


def test_every_shipped_list_is_read() -> None:
    rulebook = load_rules()
    constants = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    patterns = {
        name for rule in rulebook.rules if isinstance(rule, PatternRule | FurnitureRule) for name in groups_of(rule.pattern).values()
    }
    prefixes = tuple(text for text in constants if re.fullmatch(r"[a-z]+(?:\.[a-z]+)?[.-]", text))
    assert [name for name in rulebook.words() if name not in constants | patterns and not name.startswith(prefixes)] == []


def test_a_list_that_does_not_exist_is_our_own_fault() -> None:
    lists = load_rules().words()
    for ask in (lambda: lists["no.such"], lambda: lists.get("no.such"), lambda: lists.text("no.such")):
        with pytest.raises(InternalError, match=r"no word list 'no\.such'"):
            ask()
