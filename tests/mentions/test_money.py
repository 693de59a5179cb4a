"""Readings of sums of money beside their values, and hostile text; the corpora stand in ``test_marked_amounts``."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.money import MoneyFinder, MoneyReading
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import Span, flatten
from factcheck.values import MoneyValue


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> MoneyFinder:
    return MoneyFinder(rules())


def test_a_rate_knows_its_unit() -> None:
    reading = finder().find(Passage("The strike costs £4m a day."))[0].reading
    assert isinstance(reading, MoneyReading)
    assert reading.per == "day"


def test_a_reading_of_another_kind_has_no_value() -> None:
    assert finder().resolve(Found("money", Span(0, 1), "x", "reading"), Context()) is None


PIECES = st.sampled_from(
    (
        "$ £ € US$ A$ 40 1.2 bn m million billion 2,000 euros dollars pounds won yen - to between and "
        "about up to each a year ( ) half a of sand fee damage Rs CHF . , ¥ ² 五"
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
        assert isinstance(value, MoneyValue)
        assert value.caption()
        assert value.iso()
        assert value.relation(value).value == "same"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 6000 + " euros",
        "$1 to " * 1500,
        "£" * 6000,
        "$1.2bn " * 1200,
        "between $1 and " * 900,
        "40 pounds of " * 900,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    begin = time.process_time()
    finder().find(Passage(text))
    assert time.process_time() - begin < 2
