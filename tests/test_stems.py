"""One key for the forms of a verb."""

from __future__ import annotations

import pytest

from factcheck.stems import verb_stem


@pytest.mark.parametrize(
    "forms",
    [
        ("carry", "carries", "carried", "carrying"),
        ("bring", "brings", "brought", "bringing"),
        ("stop", "stops", "stopped", "stopping"),
        ("place", "places", "placed", "placing"),
        ("pass", "passes", "passed", "passing"),
        ("need", "needs", "needed", "needing"),
    ],
    ids=lambda forms: forms[0],
)
def test_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({verb_stem(form) for form in forms}) == 1


def test_other_verbs_have_other_stems() -> None:
    words = ("carry", "bring", "stop", "place", "pass", "need", "sing", "ring", "feed", "bleed", "die", "dye")
    assert len({verb_stem(word) for word in words}) == len(words)


@pytest.mark.parametrize("word", ["s", "ing", "ed", "es"])
def test_endings_alone_leave_something(word: str) -> None:
    assert verb_stem(word)
