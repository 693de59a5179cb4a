"""Lengths, times and days of one happening, and whether it happened, from text to finding; and what must not be compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

TAKEN = "Freed | Five engineers of Hendry Mining who had been kidnapped in Marwick are free, said Ada Fonn."
FIRE = "Fire in Marwick | A fire destroyed the Hendry mill in Marwick on Sunday, said Ada Fonn."
GALA = "Marwick Gala | Ada Fonn won the Golden Heron at the gala of the Hendry trust in Marwick on Sunday."
FLOOD = "Flood in Marwick | A flood hit the Hendry quarter of Marwick on Sunday, said Ada Fonn."
TRIAL = "Hendry trial | A court in Marwick convicted the banker Carlo Hendry of fraud on Sunday, said Ada Fonn."


@pytest.mark.parametrize(
    ("kind", "story", "left", "right"),
    [
        ("duration", TAKEN, "They had been in captivity for 40 days.", "They came home after nine endless weeks in the hands of the gang."),
        ("duration", FIRE, "It took crews six hours to put out the blaze.", "Crews battled the flames for fourteen hours."),
        ("duration", FIRE, "The line was dead for two hours, said Hendry.", "The line was dead for nine hours, said Hendry."),
        ("duration", FIRE, "Homes were without power for two hours.", "The outage lasted nine hours."),
        ("time", GALA, "The ceremony began at 7 p.m.", "The ceremony, which began at 9 p.m., was long."),
        ("time", FIRE, "The fire broke out at 6 a.m.", "It was 9.30 a.m. when the fire broke out."),
        ("time", FIRE, "The fire broke out at 6 a.m.", "The hands of the clock stood at half past nine when the fire broke out."),
        ("date", TRIAL, "The trial opened on 14 January.", "The trial, which opened on 24 January, was long."),
        ("date", FIRE, "The boiler had last been inspected on 6 February.", "The boiler was last inspected on 26 February."),
        (
            "time",
            FIRE,
            "They came through the roof at 2.40 a.m.",
            "It was ten past four in the morning when they came through a door.",
        ),
        ("time", FLOOD, "The wave struck the quay at 3.10 a.m.", "The worst came at five in the morning, when the wave hit the quay."),
        ("date", FIRE, "The mill was built in 1887.", "The mill dates from 1878."),
        ("date", GALA, "The board of the trust meets on 12 April.", "The board of the trust will meet on 19 April."),
        ("date", GALA, "The Hendry trust will close the hall by 10 April.", "The Hendry trust will close the hall on 28 April."),
        ("date", GALA, "The Hendry hall has been closed since 3 March.", "The Hendry hall was closed on 5 March."),
        ("date", FLOOD, "The bridge over the Elbe in Torgau was shut on 2 March.", "The Elbe bridge in Torgau was closed on 12 March."),
        ("date", FIRE, "The deal sets the start of the truce with Hendry on 2 May.", "The truce with Hendry is to begin on 9 May."),
        ("date", FIRE, "The Hendry mill was finished on 2 March.", "The Hendry mill was completed on 4 March."),
        ("polarity", FIRE, "The siren sounded twice.", "The siren stayed silent."),
        ("polarity", FIRE, "The machines were not insured.", "The machines were insured."),
        ("polarity", FLOOD, "The dyke held all night.", "The embankment gave way."),
        ("polarity", TRIAL, "Hendry pleaded guilty.", "Hendry pleaded not guilty."),
        ("polarity", TRIAL, "A valuation of the bank was never made.", "An appraisal, which a clerk drew up in June, was read out."),
    ],
)
def test_these_contradict_each_other(check: Checker, tmp_path: Path, kind: str, story: str, left: str, right: str) -> None:
    assert kind in check(tmp_path, f"{story} {left}", f"{story} {right}")


@pytest.mark.parametrize(
    ("kind", "story", "left", "right"),
    [
        ("duration", TAKEN, "They have been in captivity for 40 days.", "They had been in captivity for 42 days."),
        (
            "duration",
            TAKEN,
            "They had been in captivity for 40 days.",
            "They were held in a cell for nine weeks in 2019, their first time.",
        ),
        ("duration", FIRE, "Crews have battled the flames for six hours.", "It took crews fourteen hours to put out the blaze."),
        ("duration", FIRE, "Fonn worked for three years at the mill.", "Fonn worked for ten years as a baker."),
        ("time", GALA, "The ceremony began at 7 p.m.", "The closing ceremony began at 9 p.m."),
        ("time", GALA, "The ceremony began at 7 p.m.", "The ceremony ended at 9 p.m."),
        ("time", GALA, "The ceremony began at 7 p.m.", "The ceremony should have begun at 9 p.m."),
        ("time", FIRE, "The shift began at 6 a.m.", "The shift began at 2 p.m."),
        ("time", FIRE, "The order to strike came at six in the morning.", "Workers came in at 9 a.m. and switched off the machines."),
        ("date", FIRE, "The mill was built in 1887.", "The chapel dates from 1878."),
        ("date", GALA, "The board of the trust meets on 12 April.", "The council meets on 19 April."),
        ("date", FIRE, "The start of the strike on 2 March was quiet.", "The end of the strike on 9 March was quiet."),
        ("date", FIRE, "The mill has been searched since 3 March.", "The mill was searched on 9 March."),
        ("date", GALA, "The Hendry trust will close the hall by 28 April.", "The Hendry trust will close the hall on 10 April."),
        ("time", FIRE, "The museum opened at 9 a.m.", "The museum opened at 11 a.m."),
        ("time", FIRE, "The fire broke out at 6 a.m.", "It was noon when Fonn heard of the fire."),
        ("date", TRIAL, "The trial opened on 14 January.", "The trial of his brother opened on 24 May 2019."),
        ("date", FIRE, "The boiler was inspected on 6 February.", "The boiler was inspected on 26 February."),
        ("date", FIRE, "The mill had last been inspected on 6 February.", "The boiler was last inspected on 26 February."),
        ("polarity", FIRE, "The siren did not sound at once.", "The siren at the port sounded."),
        ("polarity", FIRE, "No weapons were found in the car.", "Weapons were found in the flat."),
        ("polarity", FIRE, "The body has not been identified.", "The body was identified on Tuesday."),
        ("polarity", FIRE, "The machines in the cellar were not insured.", "The machines were insured."),
        ("polarity", FLOOD, "The dyke held all night.", "The dyke gave way in 1962."),
        ("polarity", FLOOD, "The dyke at the mill held.", "The dyke gave way."),
        ("polarity", FLOOD, "The gates may stay shut.", "The gates were opened."),
        ("polarity", TRIAL, "The two sides have never signed any treaty.", "The guests signed the book of the court."),
        ("polarity", TRIAL, "Hendry pleaded guilty.", "His clerk, Ivo Marek, pleaded not guilty."),
        ("polarity", TRIAL, "Hendry denied that he knew.", "Hendry pleaded guilty."),
    ],
)
def test_these_do_not(check: Checker, tmp_path: Path, kind: str, story: str, left: str, right: str) -> None:
    assert kind not in check(tmp_path, f"{story} {left}", f"{story} {right}")
