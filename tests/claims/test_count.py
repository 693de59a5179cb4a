"""Which part of a whole a count is, and of which time it is told."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

from factcheck.model import Claim

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def _count(claims: tuple[Claim, ...], words: str) -> Claim:
    (claim,) = (claim for claim in claims if claim.kind == "count" and claim.anchor.match == words)
    return claim


@pytest.mark.parametrize(
    ("text", "words", "markers"),
    [
        ("The gunman opened fire, killing two workers and wounding three others.", "three", frozenset()),
        ("Three others were wounded on Friday in the same street.", "Three", frozenset({"other"})),
        ("An additional six engines were sent to the mill.", "six", frozenset({"further"})),
        ("A further six engines were sent to the mill.", "six", frozenset({"further"})),
    ],
)
def test_what_makes_a_count_a_part(read: Reader, text: str, words: str, markers: frozenset[str]) -> None:
    claim = _count(read(text), words)
    assert claim.frame.markers == markers
    assert not claim.frame.subset & {"additional", "further"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The last flood was in February 2019.\nIt killed 40 people in Morvia.", True),
        ("The last flood was in February 2019.\nThe storm killed 40 people in Morvia.", False),
        ("The last flood was in February 2019, the one before in May 2011.\nIt killed 40 people in Morvia.", True),
    ],
    ids=["taken up by a pronoun", "another subject", "the narrowest of one sentence"],
)
def test_a_pronoun_carries_the_time_of_the_paragraph_before(read: Reader, text: str, *, told: bool) -> None:
    assert (_count(read(text), "40").frame.time is not None) is told
