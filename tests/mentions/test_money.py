"""What readings of sums of money hold beside their values; the corpora stand in ``test_marked_values``."""

from __future__ import annotations

from functools import lru_cache

from factcheck.documents import Passage
from factcheck.mentions.money import MoneyFinder, MoneyReading
from factcheck.rulebook import Rulebook, load_rules


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
