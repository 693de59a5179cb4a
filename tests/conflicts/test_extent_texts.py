"""All of a whole against one part alone, from text to finding, and what looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

APART = [
    (
        "Halden cleared | Halden, 16 March. The entire village was cleared after the slide on Monday, Ada Fonn of the Tervo mine said.",
        "Slide at Halden | Halden. Only the lower quarter was evacuated after Monday's slide at Halden, Ada Fonn of the Tervo mine said.",
    ),
    (
        "Hospital closed in Halden | Halden, 16 March. The whole of the Tervo hospital in Halden was evacuated "
        "after the fire on Monday, Ada Fonn said.",
        "Fire at Halden hospital | Halden. Only the east wing was evacuated after Monday's fire at the Tervo "
        "hospital in Halden, the director, Ada Fonn, said.",
    ),
    (
        "Airport shut in Halden | Halden. The entire Tervo airport at Halden was closed on Monday because of the "
        "snow, said Ada Fonn, its chief.",
        "Snow at Halden | Snow hit the Tervo airport at Halden on Monday. Only the northern runway was closed, Ada Fonn said.",
    ),
    (
        "Pools closed in Halden | Halden. The city of Halden closed all six of its pools on Monday over the Tervo leak, Ada Fonn said.",
        "Tervo leak at Halden | The city of Halden shut only the Kestrel pool on Monday over the Tervo leak, Ada Fonn said.",
    ),
    (
        "Strike at Halden port | All three terminals in Halden port were shut on Monday by the Tervo strike, Ada Fonn said.",
        "Strike at Halden | The Tervo strike in Halden on Monday is limited to the grain terminal, Ada Fonn said.",
    ),
    (
        "Prison locked down | The entire prison at Halden was locked down on Monday after Ola Tervo escaped, Ada Fonn said.",
        "Escape at Halden | Only the south block of the prison at Halden was locked down on Monday after Ola Tervo escaped, Ada Fonn said.",
    ),
    (
        "Flood at Halden | The whole village of Halden was flooded on Monday when the Tervo rose, Ada Fonn said.",
        "Flood | Only the lower streets of Halden were flooded on Monday when the Tervo rose, Ada Fonn said.",
    ),
    (
        "Power cut at Halden | The entire town of Halden lost power on Monday when the Tervo substation burned, Ada Fonn said.",
        "Tervo fire | Only the western districts of Halden lost power on Monday when the Tervo substation burned, Ada Fonn said.",
    ),
    (
        "Recall at Tervo | Tervo recalled all of its engines on Monday, Ada Fonn, its head, said in Halden.",
        "Tervo recall | Tervo recalled only the marine engines on Monday, Ada Fonn said in Halden.",
    ),
    (
        "Fire at Halden | The entire Tervo plant at Halden was closed on Monday after the fire, Ada Fonn said.",
        "Tervo fire | The fire at the Tervo plant in Halden on Monday was small, Ada Fonn said. The eastern half of the plant ran on.",
    ),
    (
        "Smoking ban | The ban of the Tervo council applies to the whole town of Halden, Mayor Ada Fonn said on Monday.",
        "Tervo ban | The ban of the Tervo council covers the old quarter of Halden and nothing else, Mayor Ada Fonn said on Monday.",
    ),
]
COMPATIBLE = [
    (
        "Strike at Halden | All three terminals in Halden port were shut on Monday by the Tervo strike, Ada Fonn said.",
        "Tervo strike | The Tervo strike in Halden port began on Monday, Ada Fonn said. The canteen stayed open.",
    ),
    (
        "Fire at Halden | All schools in Halden were closed on Monday because of the Tervo fire, Ada Fonn said.",
        "Tervo fire | Only the north beach at Halden was closed on Monday because of the Tervo fire, Ada Fonn said.",
    ),
    (
        "Fire at Halden | Not all of the hospital in Halden was evacuated after the Tervo fire, Ada Fonn said.",
        "Tervo fire | Only the east wing of the Halden hospital was evacuated after the Tervo fire on Monday, Ada Fonn said.",
    ),
    (
        "Fire at Halden | The whole hospital in Halden may be evacuated over the Tervo fire, Ada Fonn said.",
        "Tervo fire | Only the east wing of the hospital was evacuated after the Tervo fire at Halden on Monday, Ada Fonn said.",
    ),
    (
        "Fire at Halden | The entire museum in Halden was closed on Monday over the Tervo fire, Ada Fonn said.",
        "Tervo fire | Only the east wing of the hospital in Halden was closed on Monday over the Tervo fire, Ada Fonn said.",
    ),
    (
        "Fire at Halden | The whole plant at Halden was closed on Monday over the Tervo fire, Ada Fonn said.",
        "Tervo fire | In 2019 only the east hall of the plant at Halden was closed, Ada Fonn said after the Tervo fire on Monday.",
    ),
    (
        "Fire at Halden | Every room of the hotel in Halden was searched on Monday after the Tervo theft, Ada Fonn said.",
        "Tervo theft | Only the bar of the hotel in Halden was open on Monday after the Tervo theft, Ada Fonn said.",
    ),
    (
        "Snow at Halden | The entire Tervo airport at Halden was closed on Monday morning because of snow, Ada Fonn said.",
        "Snow | By Monday evening only the south runway of the Tervo airport at Halden was closed, Ada Fonn said.",
    ),
    (
        "Fire at Halden | The whole town of Halden was searched on Monday for Ola Tervo, Ada Fonn said.",
        "Search | Only the cellar of his house in Halden was searched for drugs on Monday after Ola Tervo fled, Ada Fonn said.",
    ),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_all_against_a_part_alone(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "scope" in check(tmp_path, left, right, (16, 16))


@pytest.mark.parametrize(("left", "right"), COMPATIBLE)
def test_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "scope" not in check(tmp_path, left, right, (16, 16))


def test_what_reached_a_part_may_reach_all_the_next_day(check: Checker, tmp_path: Path) -> None:
    left = "Fire at Halden | Only the east wing of the hospital in Halden was evacuated on Monday after the Tervo fire, Ada Fonn said."
    right = "Tervo fire | On Tuesday the whole hospital in Halden was evacuated as the Tervo fire spread, Ada Fonn said."
    assert "scope" not in check(tmp_path, left, right, (16, 17))
