"""FC571 of gaps and turns from text to finding, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

DAYS = (16, 16)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Cup | Marwick Rovers beat Hendry City 2-1 to win the cup, the club's first trophy since 1988. Olaf Aas scored.",
            "Tears | Marwick Rovers had not lifted any silverware since 1998. Olaf Aas scored twice against Hendry City.",
        ),
        (
            "Rates | The bank of Marwick lowered its rate, the first cut since 2020. Governor Ada Fonn was calm.",
            "Cheap money | For the first time in three years Ada Fonn's bank of Marwick has lowered its rate.",
        ),
        (
            "Robbed | The jeweller Olaf Aas in Hendry Street, Marwick, was robbed for the third time in two years.",
            "Again | It was already the fourth hold-up for the Marwick jeweller Olaf Aas in Hendry Street in two years.",
        ),
        (
            "Lynx | A lynx was filmed near Marwick, the first case ever in the county, ranger Ada Fonn of Hendry said.",
            "Lynx | The last case in the county was eight years ago, says Ada Fonn of Hendry. Now a lynx was filmed near Marwick.",
        ),
        (
            "Rocket | The rocket Aquila started from Marwick on Monday. It was its tenth flight, says Olaf Aas of Hendry.",
            "Aquila | For the ninth time an Aquila has taken off from Marwick. Olaf Aas of Hendry applauded.",
        ),
        (
            "Tunnel | The Marwick tunnel, opened by Ada Fonn of Hendry, is the longest in the country.",
            "Tunnel | Ada Fonn of Hendry opened the Marwick tunnel, the country's second-longest.",
        ),
        (
            "Gift | Ada Fonn of Hendry gave the Marwick library four million, the largest gift in its history.",
            "Gift | Ada Fonn of Hendry gave the Marwick library four million. Only the gift of Olaf Aas in 1988 was larger.",
        ),
    ],
    ids=["trophy", "rates", "robbed", "ever", "flight", "longest", "only one larger"],
)
def test_two_gaps_or_turns(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "ordinal" in check(tmp_path, left, right, DAYS)


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (
            "Cup | Marwick Rovers beat Hendry City to win the cup, their first trophy since 1988. Olaf Aas scored.",
            "Cup | It is the first trophy of Marwick Rovers in 38 years. Olaf Aas scored against Hendry City.",
            DAYS,
        ),
        (
            "Cup | Marwick Rovers beat Hendry City to win the cup, their first trophy since 1988. Olaf Aas scored.",
            "Cup | The last league title of Marwick Rovers dates from 1962. Olaf Aas scored against Hendry City.",
            DAYS,
        ),
        (
            "River | The Marwick is at Hendry Ford at its lowest since 2003, Ada Fonn said.",
            "River | The Marwick at Upper Mill is at its lowest since 1976, Ada Fonn of Hendry Ford said.",
            DAYS,
        ),
        (
            "Hot | July was the hottest in Marwick since 1994, Olaf Aas of Hendry said.",
            "Dry | July was the driest in Marwick since 1976, Olaf Aas of Hendry said.",
            DAYS,
        ),
        (
            "Robbed | The jeweller Olaf Aas in Hendry Street, Marwick, was robbed for the third time.",
            "Again | The jeweller Olaf Aas in Hendry Street, Marwick, was robbed for the fourth time.",
            (16, 18),
        ),
        (
            "Win | Ada Fonn won in Marwick for the second time. Olaf Aas came second for Hendry.",
            "Win | It was the fourth win for Ada Fonn, her second in Marwick. Olaf Aas of Hendry came second.",
            DAYS,
        ),
        (
            "Storm | The storm in Marwick was the worst since 1991, said Ada Fonn of Hendry.",
            "Storm | The storm in Marwick recalled the worst one since 1963, said Ada Fonn of Hendry.",
            DAYS,
        ),
        (
            "Fee | Ada Fonn of Hendry joined Marwick for nine million. It is the highest fee ever paid for a goalkeeper.",
            "Fee | Ada Fonn of Hendry cost nine million, the second-highest fee in the history of Marwick.",
            DAYS,
        ),
        (
            "Aas goes | Marwick have sold Olaf Aas to Hendry for three million - the highest fee Marwick have ever received for a striker.",
            "Aas | Olaf Aas has moved from Marwick to Hendry. His fee of three million is the second-highest in the club's history.",
            DAYS,
        ),
    ],
    ids=["one year", "league", "gauges", "degrees", "later", "a longer row", "recalled", "a row of goalkeepers", "two clubs"],
)
def test_one_gap_or_two_rows(check: Checker, tmp_path: Path, left: str, right: str, days: tuple[int, int]) -> None:
    assert "ordinal" not in check(tmp_path, left, right, days)
