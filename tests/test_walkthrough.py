"""The walk through the program in docs/architecture.md is true: its example ends as told, and what it names is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from factcheck import check, extract
from factcheck.values import CountValue

PROJECT = Path(__file__).resolve().parent.parent
PAGE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
WALK = PAGE.split("## From an article to a finding")[1].split("## Layout")[0]
KIND = PAGE.split("## How to add a kind")[1].split("\n## ")[0]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """The two articles of the page, published on the day that it says."""
    for name, text in re.findall(r"^    ([a-z]+\.md) +(.+)$", WALK, flags=re.MULTILINE):
        (tmp_path / name).write_text(f"---\ndate: 2024-05-09\n---\n\n{text}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_the_claim_is_what_the_page_says(papers: Path) -> None:
    claims = [claim for claim in extract(papers)[0] if claim.slot == "passenger.death.acted_on"]
    assert [claim.value for claim in claims if isinstance(claim.value, CountValue) and claim.value.low == 12]
    assert {(claim.frame.event, claim.frame.thing, claim.scope.cues) for claim in claims} == {("death", "passenger", ())}


@pytest.mark.model
def test_the_finding_is_what_the_page_says(papers: Path) -> None:
    (conflict,) = check(papers).conflicts
    assert conflict.code == "FC201"
    assert [side.text for side in conflict.sides] == ["12", "15"]
    assert "same story: both name Castor, Ada Fonn" in conflict.explanation


def test_what_the_walk_names_is_there() -> None:
    named = re.findall(r"(?:^ {4}|-- |\()((?:[a-z]+\.)+[A-Za-z_]+(?:\.[a-z_]+)?)", WALK, flags=re.MULTILINE)
    assert len(named) >= 9
    for name in named:
        if not name.endswith(".md"):
            _resolve(name)


def _resolve(name: str) -> object:
    """What a dotted name below the package means."""
    module, rest = "factcheck", name.split(".")
    while rest and _is_module(f"{module}.{rest[0]}"):
        module = f"{module}.{rest.pop(0)}"
    found: object = importlib.import_module(module)
    for part in rest:
        found = getattr(found, part)
    return found


def _is_module(name: str) -> bool:
    path = PROJECT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def test_the_files_of_a_kind_are_those_of_the_kinds_there_are() -> None:
    for path in re.findall(r"`([a-z]+/[a-z_/]+\.[a-z]+)`", KIND):
        for kind in ("count", "age", "duration"):
            assert (PROJECT / path.replace("rank", kind)).exists(), path
    registries = re.findall(r"`([A-Z_]+)`(?: or `([A-Z_]+)`)? in `([a-z_/]+\.py)`", KIND)
    assert len(registries) == 4
    for one, other, path in registries:
        text = (PROJECT / path).read_text(encoding="utf-8")
        assert all(f"\n{name}: " in text or f"\n{name} = " in text for name in (one, other) if name), path
