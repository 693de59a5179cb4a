"""What readings of ages hold beside their values; the corpus stands in ``test_marked_values``."""

from __future__ import annotations

from functools import lru_cache

import pytest

from factcheck.documents import Passage
from factcheck.mentions.age import AgeFinder, AgeReading
from factcheck.rulebook import Rulebook, load_rules


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> AgeFinder:
    return AgeFinder(rules())


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("The then 17-year-old saw it.", True),
        ("He was 17 years old when it began.", True),
        ("Rasmus Holt was 17 at the time.", True),
        ("As a 17-year-old he saw it.", True),
        ("When Rasmus Holt came to us from Sarn, he was 17.", True),
        ("Rasmus Holt fell when it rained. He was 17.", False),
        ("Rasmus Holt, 17, then ran away.", False),
        ("Rasmus Holt, who is 17, saw it.", False),
    ],
)
def test_ages_of_another_time_are_marked(text: str, once: bool) -> None:
    reading = finder().find(Passage(text))[0].reading
    assert isinstance(reading, AgeReading)
    assert reading.once is once
