"""What readings of shares hold beside their values; the corpora stand in ``test_marked_values``."""

from __future__ import annotations

from functools import lru_cache

from factcheck.documents import Passage
from factcheck.mentions.percent import PercentFinder, PercentReading
from factcheck.rulebook import Rulebook, load_rules


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
