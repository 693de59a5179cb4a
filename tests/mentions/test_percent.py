"""Readings of shares beside their values, and hostile text; the corpora stand in ``test_marked_amounts``."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.percent import PercentFinder, PercentReading
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import Span, flatten
from factcheck.values import PercentValue


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> PercentFinder:
    return PercentFinder(rules())


def test_the_cue_words_around_a_share_are_kept() -> None:
    reading = finder().find(Passage("Turnout was 67.2 percent, up from 66 percent four years ago."))[0].reading
    assert isinstance(reading, PercentReading)
    assert ("role", "turnout") in {(hint.sort, hint.value) for hint in reading.hints}


def test_a_reading_of_another_kind_has_no_value() -> None:
    assert finder().resolve(Found("percent", Span(0, 1), "x", "reading"), Context()) is None


PIECES = st.sampled_from(
    (
        "one two 3 41.3 % percent per cent - to between and in out of five ten half "
        "a third of quarter three percentage points about up to 100 sure give . , ( ½ 五"
    ).split()
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_breaks_find_or_resolve(text: str) -> None:
    passage = Passage(flatten(text))
    end = 0
    for item in finder().find(passage):
        assert end <= item.span.start < item.span.end <= len(passage.text)
        end = item.span.end
        value = finder().resolve(item, Context())
        assert isinstance(value, PercentValue)
        assert value.caption()
        assert value.iso()
        assert value.relation(value).value == "same"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 6000 + "%",
        "1 in " * 2000,
        "half of " * 1500,
        "10 to " * 2000 + "%",
        "a third of a " * 900,
        "1% and " * 1500,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    begin = time.process_time()
    finder().find(Passage(text))
    assert time.process_time() - begin < 2
