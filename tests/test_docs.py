"""The documentation: complete, and its examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

from factcheck.cli import app
from factcheck.reports.codes import read_sections
from factcheck.reports.formats import Format
from factcheck.rulebook import TYPE_NAMES, ComparisonRule, load_rules
from factcheck.values import KINDS

PROJECT = Path(__file__).resolve().parent.parent
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")])
COMMANDS = (PROJECT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (PROJECT / "README.md").read_text(encoding="utf-8")
HEADINGS = ["What it finds", "Why it matters", "Example", "What silences it"]


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def _leaves(command: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every command with its options, from the program itself."""
    inner = getattr(command, "commands", None)
    if inner:
        for word, child in inner.items():
            yield from _leaves(child, f"{name} {word}")
        return
    options = [max(param.opts, key=len) for param in command.params if param.opts[0].startswith("-")]  # type: ignore[attr-defined]
    yield name, options


LEAVES = list(_leaves(typer.main.get_command(app), "factcheck"))


@pytest.mark.parametrize(("command", "options"), LEAVES, ids=[name for name, _ in LEAVES])
def test_every_command_and_option_is_documented(command: str, options: list[str]) -> None:
    assert f"    {command} " in COMMANDS or f"    {command}\n" in COMMANDS
    section = COMMANDS.split(f"\n## {command.split()[1]}\n")[1].split("\n## ")[0]
    shared = "as above" in section or "those of `claims`" in section
    for option in options:
        assert f"`{option}" in section or f" {option}" in section or (shared and f"`{option}" in COMMANDS), option


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {option for _, options in LEAVES for option in options} | {"--help", "--version"}
    for page in PAGES:
        for line in page.read_text(encoding="utf-8").splitlines():
            if "factcheck " in line or page.name == "commands.md":
                assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)) <= known, line


def test_every_kind_and_format_is_documented() -> None:
    mentions, formats = (COMMANDS.split(f"\n## {name}\n")[1].split("\n## ")[0] for name in ("mentions", "formats"))
    assert [kind for kind in KINDS if f"`{kind}`" not in mentions] == []
    assert [name for name in Format if f"| `{name}` |" not in formats] == []


def test_the_readme_names_every_code_and_format() -> None:
    listed = re.findall(r"^\| (FC[0-9]{3} [a-z-]+) \|", README, flags=re.MULTILINE)
    assert listed == [f"{section.code} {section.name}" for section in read_sections()]
    assert [name for name in Format if f"`{name}`" not in README] == []


def test_the_architecture_names_every_part() -> None:
    """What lies below a package is that package's own matter."""
    page = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page, flags=re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z_]+(?:\.py|/))`", row)]
    package = PROJECT / "factcheck"
    parts = [path.name for path in package.glob("*.py")] + [f"{path.parent.name}/" for path in package.glob("*/__init__.py")]
    assert sorted(named) == sorted(parts)


def test_every_code_has_its_headings() -> None:
    for section in read_sections():
        assert [heading for heading, _ in section.parts] == HEADINGS, section.code
        assert all(text for _, text in section.parts), section.code


def test_every_type_of_rule_and_each_of_its_keys_is_documented() -> None:
    text = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")
    shared = text.split("## Types of rule")[0]
    for name, model in TYPE_NAMES.items():
        section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
        for key in model.model_fields:
            assert f"`{key}`" in section or f"`{key}`" in shared, f"{name}: {key}"


def test_every_tolerance_is_documented_with_its_unit() -> None:
    section = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8").split("\n### comparison\n")[1].split("\n### ")[0]
    told: set[tuple[str, str]] = set()
    codes: list[str] = []
    for row in re.findall(r"^\| ([FC0-9, ]{0,30}) ?\| (`[^|]+`) \| [a-z][^|]+ \|", section, flags=re.MULTILINE):
        codes = re.findall("FC[0-9]{3}", row[0]) or codes
        told |= {(code, name) for code in codes for name in re.findall("`([a-z_]+)`", row[1])}
    assert told == {(rule.code, name) for rule in load_rules().of(ComparisonRule) for name in rule.tolerances}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_rules_in_the_docs_are_valid(page: Path, tmp_path: Path) -> None:
    blocks = _blocks(page.read_text(encoding="utf-8"), "yaml")
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.yaml").write_text(block, encoding="utf-8")
    load_rules([tmp_path] if blocks else [])


@pytest.mark.model
def test_a_report_can_be_made_with_the_rules_of_the_docs(elsewhere: Path) -> None:
    folder = elsewhere / "own"
    folder.mkdir()
    for number, block in enumerate(_blocks((PROJECT / "docs" / "rules.md").read_text(encoding="utf-8"), "yaml")):
        (folder / f"{number}.yaml").write_text(block, encoding="utf-8")
    done = _shell("factcheck report seeds --rules own", elsewhere)
    assert done.returncode == 0, done.stderr
    assert " FC101" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_the_docs_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8").split("## How to add a kind")
    told = text[0] + "".join(part.partition("\n## ")[2] for part in text[1:])  # the kind that is added there is made up
    for name in re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yaml))`", told):
        assert any((root / name).exists() for root in (PROJECT, PROJECT / "factcheck", PROJECT / "rules")), name


def _shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    line = re.sub(r"(^|\| )factcheck ", rf"\1{sys.executable} -m factcheck ", line)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "COLUMNS": "80"}
    return subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the seed articles and nothing else."""
    folder = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(PROJECT / "seeds", folder / "seeds")
    return folder


@pytest.mark.model
def test_the_shell_examples_of_the_readme_run(elsewhere: Path) -> None:
    lines = [line for block in _blocks(README, "sh") for line in block.splitlines() if line.startswith(("factcheck ", "echo "))]
    assert len(lines) >= 4
    for line in lines:
        done = _shell(line.partition("  #")[0], elsewhere)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


@pytest.mark.model
def test_the_python_examples_of_the_readme_run(elsewhere: Path) -> None:
    for block in _blocks(README, "python"):
        done = subprocess.run(
            [sys.executable, "-c", block],
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


@pytest.mark.model
def test_the_output_shown_in_the_readme_is_real(elsewhere: Path) -> None:
    """UPDATE_GOLDEN=1 writes it into the README."""
    for line in _blocks(README, "sh")[0].splitlines():
        done = _shell(line, elsewhere)
        assert done.returncode == 0, done.stderr
    shown = _blocks(README, "text")[0]
    if os.environ.get("UPDATE_GOLDEN"):
        (PROJECT / "README.md").write_text(README.replace(f"```text\n{shown}", f"```text\n{done.stdout}"), encoding="utf-8")
        return
    assert shown == done.stdout


@pytest.mark.model
def test_the_report_on_the_seed_articles(elsewhere: Path, golden: Callable[[str, str], None]) -> None:
    done = _shell("factcheck report seeds", elsewhere)
    assert done.returncode == 0, done.stderr
    golden("seeds.txt", done.stdout)
