"""In which sense sums, shares and measures are told, and of what things, with the real parser."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

from factcheck.model import Claim

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def last(claims: tuple[Claim, ...]) -> Claim:
    """The last sum, share or measure."""
    return [claim for claim in claims if claim.kind in ("money", "percent", "measure")][-1]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("The kidnappers opened at 4 million euros.", {"is:demand", "who:kidnapper"}),
        ("A letter asks for 4 million euros in exchange for the key.", {"is:demand"}),
        ("The thieves got away with 86,000 euros.", {"is:stolen"}),
        ("The painting went for 18 million euros.", {"is:purchase", "of:painting"}),
        ("Six in ten made it, and 60 percent of the pumps worked.", {"is:work", "of:pump"}),
        ("The doctors report a survival rate of 75 percent.", {"is:survive"}),
        ("Of the pumps 60 percent were running again.", {"is:work", "of:pump"}),
        ("Bookings had fallen by 24 percent.", {"is:fall", "of:booking"}),
        ("The crane towers 48 metres above the street.", {"is:height", "owner:crane"}),
        ("They crawled through a tunnel of 35 metres.", {"is:any"}),
        ("The panel is 62 by 48 centimetres.", {"mind:part second side"}),
        ("The lava advances 90 metres every hour.", {"mind:part per hour"}),
        ("The dam was built at a depth of 40 metres, said Ada Brand.", {"is:depth", "by:person:ada brand"}),
        ("A first tranche of 30 million dollars has left.", {"mind:part tranche"}),
    ],
)
def test_notes(read: Reader, text: str, notes: set[str]) -> None:
    assert notes <= last(read(text)).frame.subset


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The kidnappers opened at 4 million euros.", "of:kidnapper"),
        ("In other words, 4 percent worked.", "mind:part other"),
        ("The chief of the works said that 4 percent were full.", "of:chief"),
        ("The missile came down 20 km east of the harbour.", "is:jump"),
    ],
    ids=["who asks", "a phrase", "who says it", "a distance"],
)
def test_what_a_sentence_does_not_note(read: Reader, text: str, note: str) -> None:
    assert note not in last(read(text)).frame.subset


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ada Brand lives on the island of Orlen. Orlen, an island off the coast and 60 miles south of Corby, was shut.", "name:orlen"),
        ("The trawler Orlen sank. Orlen, a 60-foot ship, was old.", "name:orlen"),
        ("With Orlen, the port, lay a 60-foot ship.", ""),
    ],
    ids=["a distance", "a length", "another thing"],
)
def test_what_a_name_beside_it_owns(read: Reader, text: str, owner: str) -> None:
    assert last(read(text)).frame.agents == frozenset({owner} if owner else ())
