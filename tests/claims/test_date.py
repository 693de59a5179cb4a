"""Which event a date is the day of, in the ways news tells it; and who took part, by pronouns and definite nouns."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader, slots

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The vote is scheduled for 12 June.", "12 June", ["vote.on"]),
        ("The meeting was postponed to 12 June.", "12 June", ["meeting.on"]),
        ("The truce begins on 12 June.", "12 June", ["ceasefire.start"]),
        ("The truce came into force on 12 May.", "12 May", ["ceasefire.start"]),
        ("A court jailed Per Aas for 12 years on 12 May.", "12 May", ["sentence.on"]),
        ("A gunman killed two people and wounded four on 12 May.", "12 May", ["injury.on", "death.on"]),
        ("A gunman killed two people on Friday and wounded four on 12 May.", "12 May", ["injury.on"]),
        ("The guns are to fall silent on 12 June.", "12 June", ["ceasefire.start"]),
        ("The strike ended on 12 May.", "12 May", ["labour-strike.end"]),
        ("The strike, which began on 12 May, has emptied the quays.", "12 May", ["labour-strike.start"]),
        ("The talks shall be taken up again on 12 June.", "12 June", ["meeting.on"]),
        ("The talks resume on 12 June.", "12 June", ["meeting.on"]),
        ("The government has proclaimed national mourning for 12 June.", "12 June", ["commemoration.on"]),
        ("12 June will be a day of mourning.", "12 June", ["commemoration.on"]),
        ("Saturday's robbery left two clerks hurt.", "Saturday", ["robbery.on"]),
        ("The row boiled over on Saturday night, when the talks collapsed.", "Saturday", ["talks-collapse.on"]),
        ("Ada Fonn was there on Thursday, the day on which the hotel was evacuated.", "Thursday", ["evacuation.on"]),
        ("Ada Fonn was there on Thursday, the day after the hotel was evacuated.", "Thursday", []),
        ("Two men were arrested on Tuesday over the robbery at the bank on Monday.", "Monday", ["robbery.on"]),
        ("The crane was inspected on 12 May.", "12 May", ["inspection.on"]),
        ("She finds the day of 12 May hard.", "12 May", []),
        ("The clerk recalled the robbery on 12 May.", "12 May", []),
    ],
)
def test_what_a_date_dates(read: Reader, text: str, words: str, expected: list[str]) -> None:
    assert slots(read(text), "date").get(words, []) == expected


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Ada Okafor spoke first. She arrived on 12 May.", {"person:ada okafor"}),
        ("Omar Bell met Li Wei. They spoke. He arrived on 12 May.", set()),
        ("The tanker Orla lay off Quay Bay. The tanker arrived on 12 May.", {"name:orla"}),
        ("The delegation waited.\nIt arrived on 12 May.", {"noun:delegation"}),
        ("The first to come was Ada Okafor, a 79-year-old from Ghent, who arrived on 12 May.", {"person:ada okafor", "place:city.ghent"}),
        ("The first was Ada Okafor, the child who arrived on 12 May.", {"person:ada okafor"}),
    ],
    ids=["she", "two may be he", "the tanker", "it, a paragraph on", "from a place", "beside a name"],
)
def test_who_arrived(read: Reader, text: str, agents: set[str]) -> None:
    found = [claim.frame.agents for claim in read(text) if claim.slot == "arrival.on"]
    assert found == [frozenset(agents)] or (not agents and found == [])


def test_another_of_several_is_marked(read: Reader) -> None:
    found = [claim.frame.markers for claim in read("Police arrested another man on 12 May.") if claim.slot == "arrest.on"]
    assert found == [frozenset({"another"})]
    round_one = [claim.frame.markers for claim in read("The first round of the election is on 12 June.") if claim.slot == "election.on"]
    assert round_one == [frozenset({"first"})]
