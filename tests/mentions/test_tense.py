"""Tense by cues: the verb before a date, else the one behind; plans lie ahead."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.mentions.tense import TenseReader
from factcheck.rulebook import load_rules
from factcheck.text import Span


@lru_cache(maxsize=1)
def reader() -> TenseReader:
    return TenseReader(load_rules())


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("They met on Friday.", "past"),
        ("The guard walked home on Friday.", "past"),
        ("They will meet on Friday.", "future"),
        ("They'll meet on Friday.", "future"),
        ("Talks are scheduled for Friday.", "future"),
        ("They planned to meet on Friday.", "future"),
        ("A meeting could be held on Friday.", "future"),
        ("The firm has been given until Friday.", "future"),
        ("The firm has until Friday.", "future"),
        ("The truce lasted until Friday.", "past"),
        ("On Friday the ministry plans to answer.", "future"),
        ("On Friday the ministry answered.", "past"),
        ("They will go. On Friday Dr. Hale left.", "past"),
        ("She left. Friday is a holiday.", "present"),
        ("The United front of Friday", None),
        ("Friday", None),
    ],
)
def test_tense(text: str, tense: str | None) -> None:
    start = text.index("Friday")
    assert reader().read(text, Span(start, start + len("Friday"))) == tense


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 10))
def test_any_place_of_any_text_is_read(text: str, start: int, length: int) -> None:
    assert reader().read(text, Span(start, start + length)) in ("past", "present", "future", None)
