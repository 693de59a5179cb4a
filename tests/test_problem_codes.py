"""The codes of errors and warnings: each that the program tells is explained in docs/errors.md, as it is told, and none besides."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factcheck.reports.codes import ERRORS, CodeSection, read_sections

PROJECT = Path(__file__).resolve().parent.parent
PAGE = (PROJECT / "docs" / ERRORS).read_text(encoding="utf-8")
SECTIONS = read_sections(ERRORS)
HEADINGS = ["What it means", "Why it is reported", "What to do", "Example"]
ROW = r"^\| \[([EW][0-9]{3})\]\(#([a-z0-9-]+)\) \| ([a-z0-9-]+) \| (error|warning|error or warning) \| [^|]+ \|$"
CODE = re.compile(r"[EW][0-9]{3}")
SEVERITY_AT = 4
"""Place of the severity among the arguments of Problem."""


@dataclass
class Told:
    """How the sources tell a code: with which severities, and in which words as far as they stand beside it."""

    severities: set[str] = field(default_factory=set)
    messages: list[str] = field(default_factory=list)
    unknown: bool = False


def _as_pattern(message: ast.expr | None) -> str | None:
    """A regular expression for a message written in the source, None where it is made elsewhere."""
    if isinstance(message, ast.Constant) and isinstance(message.value, str):
        return re.escape(message.value)
    if isinstance(message, ast.JoinedStr):
        return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in message.values)
    return None


def _messages(call: ast.Call, function: ast.AST) -> Iterator[str | None]:
    message = call.args[1] if len(call.args) > 1 else None
    if not isinstance(message, ast.Name):
        yield _as_pattern(message)
        return
    given = [value for node in ast.walk(function) if isinstance(node, ast.Assign) for name, value in _assigned(node) if name == message.id]
    yield from map(_as_pattern, given or [None])


def _assigned(node: ast.Assign) -> Iterator[tuple[str, ast.expr | None]]:
    """The names that an assignment gives values to, each with its own."""
    target, value = node.targets[0], node.value
    if not isinstance(target, ast.Tuple):
        yield ast.unparse(target), value
        return
    values = value.elts if isinstance(value, ast.Tuple) else [None] * len(target.elts)
    yield from zip(map(ast.unparse, target.elts), values, strict=True)


def _told_codes() -> dict[str, Told]:
    """Every code that is handed on in a call: to Problem, or to a reader that makes the problem."""
    found: dict[str, Told] = {}
    for path in sorted((PROJECT / "factcheck").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for scope in scopes:
            for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
                codes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and CODE.fullmatch(str(arg.value))]
                for code in map(str, codes):
                    _note(found.setdefault(code, Told()), call, scope)
    return found


def _note(told: Told, call: ast.Call, scope: ast.FunctionDef) -> None:
    if ast.unparse(call.func) != "Problem":
        told.unknown = True
        return
    stated = [word.value for word in call.keywords if word.arg == "severity"] + call.args[SEVERITY_AT : SEVERITY_AT + 1]
    told.severities |= {str(word.value) for word in stated if isinstance(word, ast.Constant)} or {"error"}
    for message in _messages(call, scope):
        told.unknown |= message is None
        told.messages += [message] if message else []


TOLD = _told_codes()


def test_every_code_is_explained_and_every_explained_code_is_told() -> None:
    assert [section.code for section in SECTIONS] == sorted(TOLD)
    assert len({section.name for section in SECTIONS}) == len(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.code)
def test_an_explanation_is_whole_and_its_example_is_what_is_told(section: CodeSection) -> None:
    assert [heading for heading, _ in section.parts] == HEADINGS
    assert all(text for _, text in section.parts)
    first, *more = [line.removeprefix("    ") for line in dict(section.parts)["Example"].splitlines()]
    shown = re.fullmatch(rf"(?:[^ :]+(?::[0-9]+){{0,2}}: )?(error|warning) {section.code}: (.+)", first)
    assert shown, first
    assert all(line.startswith("  hint: ") for line in more)
    told = TOLD[section.code]
    if told.severities:
        assert shown[1] in told.severities
    assert told.unknown or any(re.fullmatch(message, shown[2], flags=re.DOTALL) for message in told.messages), shown[2]


def test_the_table_lists_every_code_with_its_severities() -> None:
    rows = re.findall(ROW, PAGE, re.MULTILINE)
    assert [row[:3] for row in rows] == [(item.code, f"{item.code.lower()}-{item.name}", item.name) for item in SECTIONS]
    for code, _, _, severities in rows:
        assert set(severities.split(" or ")) == (TOLD[code].severities or {"error"}), code
