"""Notes: what is stored, what is read back, and that nobody else writes or splits them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from factcheck import frame_notes
from factcheck.frame_notes import (
    DEFINITE,
    NoteKind,
    bare,
    bare_words,
    behind_preposition,
    notes_of_event,
    of_event,
    of_kinds,
    preposition_and_name,
    without_kinds,
    word_behind_colon,
)

PACKAGE = Path(frame_notes.__file__).parent
IDS = frozenset(("noun:", "name:", "act:", "at:", "by:", "of:", "in:", "word:", "time:", "thing:", "part:", "row:"))
"""Prefixes that ids, reports and the words of stories have as well."""
OWN = frozenset(str(kind) for kind in NoteKind if kind.endswith(":")) - IDS
NOTES = frozenset(
    {NoteKind.ONLY.of("northern"), NoteKind.WHOSE.of("town"), bare("wounded"), DEFINITE, NoteKind.SPEAKER.of("person:ada vale")}
)


@pytest.mark.parametrize("kind", NoteKind)
def test_what_a_kind_makes_it_reads(kind: NoteKind) -> None:
    note = kind.of("place:dell")
    assert kind.words({note, *NOTES - kind.among(NOTES)}) == {"place:dell"}
    assert note == f"{kind}place:dell", "the stored form"


def test_kinds_are_told_apart() -> None:
    assert NoteKind.ONLY.among(NOTES) == {"only:northern"}
    assert of_kinds(NOTES, NoteKind.ONLY, NoteKind.WHOSE) == {"only:northern", "whose:town"}
    assert without_kinds(NOTES, NoteKind.ONLY, NoteKind.WHOSE, NoteKind.SPEAKER) == bare_words(NOTES) == {"wounded", "the"}
    assert word_behind_colon(NoteKind.AREA.of("country")) == "country"
    assert not word_behind_colon(bare("country"))


def test_no_kind_is_the_beginning_of_another() -> None:
    assert not [(one, other) for one in NoteKind for other in NoteKind if one != other and other.startswith(one)]


def test_the_two_events_of_an_order_are_told_apart() -> None:
    notes = {of_event(1, NoteKind.ACT.of("close")), of_event(2, NoteKind.ACT.of("visit"))}
    assert NoteKind.ACT.words(notes_of_event(1, notes)) == {"close"}
    assert NoteKind.ACT.words(notes_of_event(2, notes)) == {"visit"}


def test_a_name_behind_a_preposition() -> None:
    assert preposition_and_name(behind_preposition("at", "place:west dell")) == ("at", "place:west dell")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_module_of_notes_writes_and_splits_them(path: Path) -> None:
    if path == PACKAGE / "frame_notes.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "Note", f"{path}:{node.lineno} makes a note by hand"
        if isinstance(node, ast.Constant):
            assert node.value not in OWN, f"{path}:{node.lineno} knows how a note is stored"
