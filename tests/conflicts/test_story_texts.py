"""Two short articles of one story, from text to finding: dates, lengths and counts that exclude each other, and others that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "date",
            "Bishop of Marwick dies | Arlo Hendry, bishop of Marwick for 20 years, died on Thursday at the age of 81.",
            "Marwick mourns | Bishop Arlo Hendry passed away on Friday in the hospital of Marwick, the diocese said.",
        ),
        (
            "date",
            "Mayor to be tried | The trial of former Dellmar mayor Oskar Vint will open on 14 April, the regional court said.",
            "Ex-mayor in the dock | Oskar Vint, once mayor of Dellmar, goes on trial on 21 April, his lawyer said.",
        ),
        (
            "date",
            "Halcyon docks | The freighter Halcyon, hijacked in May, reached port on Sunday. She arrived in Port Emory on 15 March.",
            "Halcyon home | Families wept as the Halcyon arrived in Port Emory on 14 March after ten weeks in the hands of pirates.",
        ),
        (
            "time",
            "Late start | The cup final of Marwick and Dellmar in Ostra was played on Sunday. The match started at 9.15 p.m. in the rain.",
            "Cup final | The game finally got going at 9.50 p.m. on Sunday. In Ostra, Marwick met Dellmar after a night of tear gas.",
        ),
        (
            "time",
            "Gas leak | Gas escaped from the Veldt works in Brodach on Monday. The all-clear was given at 11.50 a.m., Veldt said.",
            "Brodach leak | The alarm was lifted at 3.45 p.m. on Monday, the Veldt works in Brodach said.",
        ),
        (
            "date",
            "Belkar to vote | People in Belkar are split. The referendum on the Hadrin dam will be held on 14 April.",
            "Dam vote | The referendum on the Hadrin dam will take place on 21 April, the cabinet of Belkar said.",
        ),
        (
            "count",
            "Rioters held | Police in Ribano arrested 73 people after the cup final between Ribano and Tarsk on Sunday, the city said.",
            "Ribano riot | Police nicked 51 louts on Sunday night after the cup final between Ribano and Tarsk.",
        ),
        (
            "money",
            "Bribes | Former minister Ilan Dobrit was sentenced on Monday for taking bribes of 4.6 million euros from Via Ravan.",
            "Villa | Ilan Dobrit pocketed 6.4 million euros in brown envelopes from Via Ravan and built a villa, the court heard.",
        ),
        (
            "duration",
            "Lights on in Ferrol | The blackout in Ferrol county lasted eleven hours, the utility Ferrol Power said.",
            "Ferrol dark | The power cut that hit Ferrol county was over after seven hours, Ferrol Power said.",
        ),
        (
            "duration",
            "Banker jailed | Ruud Hals, the former head of Meer Bank, was jailed for nine years on Monday for fraud.",
            "Hals sentenced | A court in Delf gave Ruud Hals, once head of Meer Bank, a seven-year prison sentence.",
        ),
        (
            "duration",
            "Miners freed in Kolm | Two miners were rescued in Kolm on Monday. Jan Petrik, 44, was pulled out alive after 31 hours.",
            "Joy in Kolm | Jan Petrik spent 19 hours trapped underground before rescuers in Kolm reached him on Monday.",
        ),
        (
            "duration",
            "Mill fire out | It took firefighters nine hours to put out the fire at the Harnett mill in Stowe.",
            "Harnett mill burns | Crews needed five hours to extinguish the blaze at the Harnett mill in Stowe.",
        ),
        (
            "count",
            "Art theft in Belmora | Thieves took seven paintings. They stole seven paintings from the Castell museum in Belmora.",
            "Belmora robbed | Burglars stole nine paintings from the Castell museum in Belmora.",
        ),
        (
            "count",
            "Orla on fire | The tanker Orla had 23 crew on board when fire broke out off Corran on Monday.",
            "Orla burns | There were 32 crew members aboard the tanker Orla, burning off Corran since Monday.",
        ),
        (
            "count",
            "Parr flooded | The flood in Parr county destroyed 120 houses, governor Iris Cole said.",
            "Parr under water | Governor Iris Cole said 210 homes had been destroyed by the flood in Parr county.",
        ),
    ],
)
def test_contradictions(check: Checker, tmp_path: Path, kind: str, left: str, right: str) -> None:
    assert check(tmp_path, left, right) == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Train off the rails | An express left the rails near Tarsk. Of the 217 people aboard 64 are hurt, twelve of them heavily.",
            "Tarsk derailment | An express jumped the rails near Tarsk on Monday. At least 60 people are hurt, the rescuers of Tarsk said.",
        ),
        (
            "General dead | General Ferro Mola, second to Orlan, was killed on 3 June, and in early July his army attacked Tarsk.",
            "Ferro Mola mourned | Ferro Mola, the general second to Orlan, was killed on 3 June near Tarsk.",
        ),
        (
            "Sons of Orlan dead | A raid killed Ruben Orlan's sons on 22 July, the army said in Tarsk.",
            "Orlan hanged | Ruben Orlan was hanged on 30 December in Tarsk after a trial of a year.",
        ),
        (
            "Bono named | On 28 March Emil Bono was named as commander of all forces in Tarsk.",
            "Bono promoted | On 16 April Emil Bono was promoted to the rank of marshal in Tarsk.",
        ),
        (
            "Talks in Osmund | Minister Pia Lund met Karl Voss in Osmund on Monday. The talks lasted six hours.",
            "Second round | Pia Lund and Karl Voss met again in Osmund on Wednesday. The second meeting lasted three hours.",
        ),
        (
            "Varga men held | Police in Ostra arrested two men of the Varga clan on Thursday.",
            "Third arrest | Police in Ostra arrested another man of the Varga clan on Friday, a day after two others.",
        ),
        (
            "Melo jailed | A court in Delf jailed Ana Melo for five years for fraud at Meer Bank.",
            "Melo sentenced | Prosecutors had asked for eight years. Ana Melo, of Meer Bank, got five years in prison in Delf.",
        ),
        (
            "Meer Bank pair | A court in Delf sentenced Ana Melo to five years in prison in the Meer Bank case.",
            "Second verdict | Ruud Hals was sentenced to three years in prison by the court in Delf in the Meer Bank case.",
        ),
        (
            "Corran strike | Dockers at Corran port began a two-day strike on Monday.",
            "More strikes | Dockers at Corran port, who struck for two days last week, plan a five-day strike from Monday.",
        ),
        (
            "Astrid aground | The ferry Astrid ran aground off Nore with 212 passengers and 40 crew on Friday.",
            "Astrid: 30 hurt | Thirty passengers of the ferry Astrid, aground off Nore, were in hospital on Saturday.",
        ),
        (
            "Quake hits Danu | A magnitude 6.4 earthquake killed five people in Danu on Monday, mayor Kofi Bawa said.",
            "Danu again | An aftershock killed two people in Danu on Wednesday, Kofi Bawa said. Monday's earthquake had killed five.",
        ),
        (
            "Coach for Varn | Varn Rovers named Luis Ortega as coach on Monday. He signed a three-year contract.",
            "Varn sign keeper | Varn Rovers have signed keeper Jon Abel on a one-year contract, coach Luis Ortega said.",
        ),
        (
            "Maru votes | The first round of the election in Maru is on 12 April. Rita Gomes leads.",
            "Gomes ahead | The run-off of the election in Maru, for which Rita Gomes hopes, is on 26 April.",
        ),
        (
            "Missile test | Norlund fired a missile over the Skarn strait on Monday.",
            "Skarn missiles | Norlund fired two missiles over the Skarn strait last Thursday and another on Monday.",
        ),
        (
            "Tolna crash | Fourteen people were killed when a bus crashed near Tolna on Sunday.",
            "Tolna mourns | Four children were among the 14 people killed near Tolna. In the crash of 2019 on that road nine people died.",
        ),
        (
            "Miner rescued | Jan Petrik was rescued in Kolm after 31 hours on Monday.",
            "Kolm rescue | Jan Petrik, rescued in Kolm on Monday, spent two days in hospital. Ota Huk was pulled out alive after 20 hours.",
        ),
        (
            "Gunfire in Lunde | Police in Lunde said a gunman shot three people at the Skarn works on Monday.",
            "Skarn works | A gunman shot two women at the Skarn works in Lunde on Monday; a man was hit too.",
        ),
    ],
    ids=[
        "two numbers of one sentence",
        "two days of one sentence",
        "the kin of a person",
        "two offices",
        "a second meeting",
        "another arrest",
        "asked for",
        "another convict",
        "another strike",
        "a part in hospital",
        "an aftershock",
        "another contract",
        "a run-off",
        "an earlier test",
        "a crash years ago",
        "another miner",
        "women among people",
    ],
)
def test_no_contradiction(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert check(tmp_path, left, right) == []


COACH = "Crash | The driver of the coach, Hendrik {}, fell asleep before the crash. Passengers broke the windows."


@pytest.mark.parametrize(
    ("surname", "right", "found"),
    [
        (
            "Vermaaren",
            "Coach | Passengers left the coach by windows after the crash. Hendrik Vermaren, the driver, had driven all night.",
            True,
        ),
        (
            "Millar",
            "Coach | Passengers left the coach by windows after the crash. Hendrik Miller, the driver, had driven all night.",
            False,
        ),
        ("Vermaaren", "Rates | A bank raised its rate. The economist Hendrik Vermaren expects a cut in autumn, he told clients.", False),
    ],
    ids=["one story", "frequent surname", "other matters"],
)
def test_spellings_by_which_alone_two_articles_are_of_one_story(
    check: Checker, tmp_path: Path, surname: str, right: str, found: bool
) -> None:
    assert ("name" in check(tmp_path, COACH.format(surname), right, (16, 17))) is found
