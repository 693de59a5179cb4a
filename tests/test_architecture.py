"""The shape of the code: imports go one way, files and functions stay small, every kind has all its parts."""

from __future__ import annotations

import ast
import csv
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck.reports.codes import read_sections
from factcheck.rulebook import ComparisonRule, load_rules
from factcheck.values import KINDS

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "factcheck"
ORDER = (
    "errors",
    "collecting",
    "text",
    "parses",
    "recognising",
    "vectors",
    "long_sentences",
    "pipeline",
    "ahead",
    "nearest",
    "values",
    "contexts",
    "frame_notes",
    "model",
    "rulebook",
    "events",
    "nouns",
    "stems",
    "articles",
    "columns",
    "documents",
    "mentions",
    "scope",
    "resolving",
    "timing",
    "claims",
    "store",
    "topics",
    "extracting",
    "gathering",
    "conflicts",
    "baseline",
    "waivers",
    "settings",
    "reports",
    "checking",
    "git",
    "changes",
    "proving",
    "cli",
    "__main__",
)
SEEDS = {
    "000_9003a9d20f879c38.txt": "b461493280322ab1",
    "001_4e63e6909cbea00a.txt": "449b8d9b953c9eec",
    "002_be171a60d2896047.txt": "b1b5555c74fcd536",
    "003_1adf2b923673d809.txt": "7a7267a444c4ac2b",
    "004_d2ed0ecec489ec5e.txt": "f6f9ac838a4e35ac",
}
"""The evidence of the first reports, byte for byte."""
RULES = {"name": "rules/names/foldings.yaml", "scope": "rules/en/quantifier.yaml"}
"""Where the rules of a kind lie, if not in rules/en/KIND.yaml: spellings are no matter of one language, and rules/en/scope.yaml holds how
statements are meant."""
MODULES = {"time": "clock"}
"""The module of a kind whose own name is that of a module of the standard library."""
MAX_FILE, MAX_FUNCTION = 400, 60
CODE = sorted(path for folder in ("factcheck", "tests", "benchmarks") for path in (PROJECT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module of factcheck that a file imports, late imports too, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "factcheck":
            names = [node.module] if node.module != "factcheck" else [f"factcheck.{alias.name}" for alias in node.names]
            yield from ((name, node.lineno) for name in names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name.startswith("factcheck."))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_imports_go_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        assert not list(_imports(path)), "the package itself imports nothing"
        return
    assert own in ORDER, f"{own} has no place in the order"
    for name, line in _imports(path):
        part = name.split(".")[1]
        if part == "__version__":
            continue
        assert part in ORDER, f"{part} has no place in the order"
        assert ORDER.index(part) <= ORDER.index(own), f"{_name(path)}:{line} imports {name}"


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < MAX_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            assert length <= MAX_FUNCTION, f"{_name(path)}:{node.lineno} {node.name} has {length} lines"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_no_module_for_leftovers(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "base", "manager"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_public_things_have_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says what it makes"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{_name(path)}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_only_the_command_line_catches_everything(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            name = node.type.id if isinstance(node.type, ast.Name) else ""
            broad = node.type is None or name in ("Exception", "BaseException")
            assert not broad or _name(path) == "factcheck/cli/running.py", f"{_name(path)}:{node.lineno}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_all_its_parts(kind: str) -> None:
    module = MODULES.get(kind, kind)
    parts = [
        f"factcheck/values/{module}.py",
        f"factcheck/mentions/{module}.py",
        f"factcheck/conflicts/{module}.py",
        RULES.get(kind, f"rules/en/{kind}.yaml"),
        f"tests/corpus/en/{kind}.yaml",
        f"tests/pairs/{kind}.csv",
    ]
    assert not [part for part in parts if not (PROJECT / part).is_file()]
    with (PROJECT / f"tests/pairs/{kind}.csv").open(encoding="utf-8", newline="") as stream:
        assert sum(1 for _ in csv.reader(stream)) > 5


def test_every_kind_has_a_code_and_every_code_a_section() -> None:
    rules = list(load_rules().of(ComparisonRule))
    assert {rule.kind for rule in rules} == set(KINDS)
    assert {rule.code: rule.name for rule in rules} == {section.code: section.name for section in read_sections()}


def test_public_names() -> None:
    assert sorted(factcheck.__all__) == list(factcheck.__all__)
    for name in factcheck.__all__:
        thing = getattr(factcheck, name)
        assert thing.__doc__, name
    assert set(factcheck.__all__) <= set(dir(factcheck))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = factcheck.no_such_name
    assert (PACKAGE / "py.typed").is_file()


def test_the_seed_articles_are_untouched() -> None:
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in (PROJECT / "seeds").glob("*.txt")}
    assert digests == SEEDS


def test_files_speak_of_the_project_alone() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|tmp|root|home|opt|Users)/")
    suffixes = {".py", ".md", ".yaml", ".toml", ".txt", ".json"}
    for path in [
        *PROJECT.glob("*.*"),
        *(item for name in ("factcheck", "docs", "rules", "requirements") for item in (PROJECT / name).rglob("*")),
    ]:
        if path.is_file() and path.suffix in suffixes:
            assert not machine.search(path.read_text(encoding="utf-8")), path
