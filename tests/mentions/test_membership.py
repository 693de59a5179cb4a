"""Wholes and their lists in text: the marked sentences, and text of any kind."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import Case, read_marked

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.membership import MembershipFinder
from factcheck.rulebook import load_rules
from factcheck.text import flatten


@lru_cache(maxsize=1)
def finder() -> MembershipFinder:
    return MembershipFinder(load_rules())


@pytest.mark.parametrize("case", read_marked("en/membership.yaml"), ids=lambda case: case.text[:50])
def test_the_marked_numbers_and_no_others_are_found(case: Case) -> None:
    passage = Passage(flatten(case.text))
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(passage.text), value.iso()))
    assert tuple(rows) == case.marks


PIECES = (
    "three",
    "4",
    "banks",
    "people",
    ": ",
    ", ",
    " and ",
    "Halden",
    "Port Selmer",
    " (",
    ")",
    ".",
    " - ",
    "Bosnia and Herzegovina",
    "of",
    "\n",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=20).map("".join))
def test_any_text_is_read_and_spans_lie_inside(text: str) -> None:
    passage = Passage(text)
    for item in finder().find(passage):
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert finder().resolve(item, Context()) is not None
