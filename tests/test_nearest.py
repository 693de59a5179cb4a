"""Which known word is suggested for a wrong one."""

from __future__ import annotations

import pytest

from factcheck.nearest import nearest, somewhat_like

KNOWN = ("FC101", "FC102", "FC201", "FC591", "E301", "dates-apart", "high", "fo", "flood", "FC-1a2b3c4d5e", "FC-99887766aa")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("dates-apat", "dates-apart"),
        ("HIHG", "high"),
        ("fc2011", "FC201"),
        ("FC0201", "FC201"),
        ("FC021", "FC201"),  # swapped
        ("fc-1a2b3c4d5", "FC-1a2b3c4d5e"),
        ("FC-1a2b3c4d5f", "FC-1a2b3c4d5e"),
        ("FC-1a2b3cd45e", "FC-1a2b3c4d5e"),
        ("FC999", None),  # another number
        ("FC202", None),
        ("FC10", None),  # two may be meant
        ("FC-1a2b3c4dff", None),  # as like as another id, which it is
        ("FC-99887766bb", None),
        ("foo", None),
        ("zzzzzz", None),
        ("", None),
    ],
)
def test_nearest(word: str, found: str | None) -> None:
    assert nearest(word, KNOWN) == found


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("FC101", ()) is None
    assert somewhat_like("dates", (), 3) == []


def test_what_is_somewhat_like_comes_first_and_else_what_there_is() -> None:
    assert somewhat_like("datum", ["role", "date", "name"], 2)[0] == "date"
    assert somewhat_like("zzz", ["role", "date", "name"], 2) == ["role", "date"]
