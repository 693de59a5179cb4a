"""Whole sentences to the questions their lengths answer: what lasted, a court's term, time spent."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader, slots

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def classed(told: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without what is told by words alone ("spell.length"), which has tests of its own."""
    found = {words: [slot for slot in own if slot != "spell.length"] for words, own in told.items()}
    return {words: own for words, own in found.items() if own}


@pytest.mark.parametrize(
    ("text", "words", "slot"),
    [
        ("The alarm in the plant had lasted for five hours.", "five hours", "alarm.lasted"),
        ("The alarm was over after five hours.", "five hours", "alarm.lasted"),
        ("The judge gave him six years.", "six years", "sentence.term"),
        ("Six years and a half the judge gave him.", "Six years and a half", "sentence.term"),
        ("A court handed him a prison term of 60 months.", "60 months", "sentence.term"),
        ("The truce runs for 60 days.", "60 days", "ceasefire.lasted"),
        ("The truce began on Monday. It is to last 60 days.", "60 days", "ceasefire.lasted"),
        ("The power cut ended after seven hours.", "seven hours", "outage.lasted"),
        ("Dockers began a 48-hour strike.", "48-hour", "labour-strike.lasted"),
        ("The strike of 48 hours has emptied the quays.", "48 hours", "labour-strike.lasted"),
        ("The keeper signed a four-year contract.", "four-year", "contract.lasted"),
        ("The deal of the keeper is a two-year contract.", "two-year", "contract.lasted"),
        ("The bridge was closed for two days.", "two days", "closure.lasted"),
        ("The runner was banned for four years.", "four years", "ban.lasted"),
        ("It took firefighters six hours to put out the blaze.", "six hours", "extinguishing.took"),
        ("Crews needed six hours to put out the blaze.", "six hours", "extinguishing.took"),
        ("Ada Okafor was sentenced to six years in prison.", "six years", "sentence.term"),
        ("Ada Okafor was jailed for nine years on Friday.", "nine years", "sentence.term"),
        ("The court gave Ada Okafor a five-year prison sentence.", "five-year", "sentence.term"),
        ("Ada Okafor, 26, spent nine hours under the snow.", "nine hours", "trapping.spent"),
        ("Ada Okafor was dug out alive after nine hours.", "nine hours", "trapping.spent"),
        ("Ada Okafor spent two weeks in hospital.", "two weeks", "stay in hospital.spent"),
        ("The engineers had been in captivity for 40 days.", "40 days", "kidnapping.spent"),
        ("After nine endless weeks in the hands of the gang, the engineers are free.", "nine endless weeks", "kidnapping.spent"),
        ("Ada Okafor was in a coma for two days.", "two days", "coma.spent"),
        ("Ada Okafor will spend the next five years behind bars.", "five years", "sentence.term"),
        ("The homes were without power for nine hours.", "nine hours", "outage.lasted"),
        ("The power was out for nine hours.", "nine hours", "outage.lasted"),
        ("The line was dead for nine hours, the operator said.", "nine hours", "line dead.lasted"),
        ("Crews battled the flames for fourteen hours.", "fourteen hours", "extinguishing.took"),
        ("The tunnel was built in seven years.", "seven years", "construction.took"),
        ("The flight was delayed by four hours.", "four hours", "delay.lasted"),
        ("The ban is for two years.", "two years", "ban.lasted"),
        ("The walkout began at six and is to last three days.", "three days", "labour-strike.lasted"),
        ("The strike ended 16 days after it began.", "16 days", "labour-strike.lasted"),
        ("The blaze was declared out on Sunday, 21 hours after it had started.", "21 hours", "fire.lasted"),
        ("Soldiers ended the siege of the bank 14 hours after it began.", "14 hours", "siege.lasted"),
        ("Only ten hours after its start was the alarm lifted.", "ten hours", "alarm.lasted"),
        ("The permit is valid for ten years.", "ten years", "permit.lasted"),
        ("The treaty remains in force for 20 years.", "20 years", "contract.lasted"),
        ("The lagoon market may not open for three weeks.", "three weeks", "closure.lasted"),
    ],
)
def test_what_a_length_is_of(read: Reader, text: str, words: str, slot: str) -> None:
    assert classed(slots(read(text), "duration")).get(words) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors had asked for eight years in prison.",
        "Ada Okafor faces ten years in jail.",
        "Ada Okafor, who is serving five years in prison, was heard as a witness.",
        "It was all over in seven minutes, she said.",
        "The clerk saw the man for three minutes.",
        "The engineers have been in captivity for 40 days.",
        "Crews have battled the flames for fourteen hours.",
        "The man ran a shop for two years.",
        "The tunnel was opened in seven years of war.",
        "The first engines reached the mill 40 minutes after it began to burn.",
        "The minister resigned three weeks after it broke out.",
        "Ada Okafor walked out of the meeting three hours after it began.",
        "The lagoon market has not opened for three weeks.",
    ],
    ids=[
        "asked for",
        "allowed by law",
        "an earlier sentence",
        "nothing said to be over",
        "no class",
        "goes on",
        "is fought",
        "a shop",
        "not built",
        "help came so long after the beginning",
        "somebody did another thing then",
        "somebody went out",
        "what does not go on yet",
    ],
)
def test_lengths_that_answer_nothing(read: Reader, text: str) -> None:
    assert classed(slots(read(text), "duration")) == {}


@pytest.mark.parametrize(
    "text",
    ["The judge gave the city six months to clean the canal.", "The trainer gave him six years.", "The court gave them two years more."],
)
def test_what_a_judge_gives_is_no_term_yet(read: Reader, text: str) -> None:
    assert not any(claim.slot == "sentence.term" for claim in read(text))


def test_who_got_the_term(read: Reader) -> None:
    claims = [claim for claim in read("A judge handed Ada Okafor four years in jail.") if claim.kind == "duration"]
    assert [claim.frame.agents for claim in claims] == [frozenset({"person:ada okafor"})]
    suspended = [claim for claim in read("Ada Okafor got a two-year suspended sentence.") if claim.kind == "duration"]
    assert [claim.frame.subset for claim in suspended] == [frozenset({"suspended"})]


def test_a_length_of_another_year_is_told_of_that_year(read: Reader) -> None:
    text = "The sides agreed on a ceasefire of 60 days, the first since 2023, when a truce of 90 days broke down."
    times = {claim.anchor.match: claim.frame.time for claim in read(text) if claim.kind == "duration"}
    old = times["90 days"]
    assert old is not None
    assert old.iso() == "2023"
    assert times["60 days"] is None or times["60 days"].iso() != "2023"
