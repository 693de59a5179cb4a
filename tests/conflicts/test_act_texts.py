"""Acts, shares, days and roles from text to finding: what two short articles contradict each other in, and what they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "polarity",
            "Blast in Marwick | An explosion in Marwick on Sunday killed a baker of the Hendry mill.",
            "Marwick | Nobody was killed by the explosion at the Hendry mill in Marwick, the council said.",
        ),
        (
            "polarity",
            "Clinic | The Dellmar clinic had to close a ward on Sunday. One patient died on Sunday, the Hendry trust said.",
            "Clinic | The Dellmar clinic has reopened its ward. No patient has died, the Hendry trust said.",
        ),
        (
            "polarity",
            "Leak | The ministry was informed on Monday of the leak at the Hendry works in Marwick.",
            "Leak | The ministry was never told about the leak at the Hendry works in Marwick, it said on Tuesday.",
        ),
        (
            "scope",
            "Fire | Flames came close to Marwick. All three hotels on the Hendry cliff were evacuated.",
            "Fire | Flames came close to Marwick. Only one of the three hotels on the Hendry cliff was cleared.",
        ),
        (
            "time",
            "Fire in Marwick | A fire broke out at the Hendry mill in Marwick shortly after 6 a.m. on Sunday.",
            "Marwick | The blaze at the Hendry mill in Marwick, which began at 11 a.m. on Sunday, is out.",
        ),
        (
            "date",
            "Razzia | The police searched the bus of the Corvo team on Saturday. The race ended in Marwick on Sunday.",
            "Corvo | Police had searched the Corvo team's bus on Friday. The race through Marwick went on without Corvo.",
        ),
        (
            "date",
            "Fever in Dellmar | The Dellmar clinic is full of fever patients. The first patient was admitted on March 9.",
            "Fever | The Dellmar clinic counts its fever patients. The first patient was admitted on March 6.",
        ),
        (
            "role",
            "Corvo | The team's doctor, Carlo Renzi, was held in Marwick on Sunday.",
            "Corvo | Carlo Renzi, a physiotherapist of the team, was freed in Marwick.",
        ),
        (
            "role",
            "Fire | The prime minister, Ada Fonn, saw the burned hills of Marwick.",
            "Fire | The interior minister, Ada Fonn, saw the burned hills of Marwick.",
        ),
        (
            "role",
            "Prize | The Chilean director Ada Fonn won the Marwick Medal.",
            "Prize | Ada Fonn, the Argentine director of the film, won the Marwick Medal.",
        ),
        (
            "role",
            "Race | Ada Fonn of France won the race in Marwick.",
            "Race | The Belgian rider Ada Fonn won the race in Marwick.",
        ),
    ],
    ids=[
        "nobody",
        "no patient",
        "never told",
        "all hotels",
        "a blaze",
        "a bus",
        "the first patient",
        "trades",
        "ministers",
        "film",
        "race",
    ],
)
def test_these_contradict_each_other(check: Checker, tmp_path: Path, kind: str, left: str, right: str) -> None:
    assert kind in check(tmp_path, left, right)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "polarity",
            "Blast in Marwick | Nobody was killed by the explosion at the Hendry mill in Marwick.",
            "Marwick | A baker hurt at the Hendry mill in Marwick died on Tuesday in hospital.",
        ),
        (
            "polarity",
            "Clinic | The Dellmar clinic has reopened its ward. No nurse has died, the Hendry trust said.",
            "Clinic | The Dellmar clinic had to close a ward. One patient died on Sunday, the Hendry trust said.",
        ),
        (
            "polarity",
            "Films | None of the documentaries won a prize in Marwick, the Hendry jury said.",
            "Films | A comedy won a prize in Marwick, the Hendry jury said.",
        ),
        (
            "scope",
            "Fire | Flames came close to Marwick. One of the three hotels on the Hendry cliff was evacuated.",
            "Fire | Flames came close to Marwick. All three hotels on the Hendry cliff were evacuated.",
        ),
        (
            "date",
            "Razzia | The police searched the bus of the Corvo team on Saturday. The race ended in Marwick on Sunday.",
            "Corvo | Police had searched the Corvo team's hotel on Friday. The race through Marwick went on without Corvo.",
        ),
        (
            "date",
            "Fever in Dellmar | The Dellmar clinic is full of fever patients. A patient was admitted on March 9.",
            "Fever | The Dellmar clinic counts its fever patients. A patient was admitted on March 6.",
        ),
        (
            "role",
            "Corvo | Carlo Renzi, a doctor of the team, was held in Marwick on Sunday.",
            "Corvo | Carlo Renzi, a surgeon, was freed in Marwick.",
        ),
        (
            "role",
            "Press | Ada Fonn, a spokeswoman for the Corvo team, spoke in Marwick.",
            "Press | Ada Fonn, chairwoman of the Hendry trust, spoke in Marwick.",
        ),
        (
            "role",
            "Race | The French coach Ada Fonn came to Marwick.",
            "Race | The Belgian rider Ada Fonn won the race in Marwick.",
        ),
    ],
    ids=["later", "a nurse", "documentaries", "grown", "a hotel", "a patient", "a surgeon", "two bodies", "a coach"],
)
def test_these_do_not(check: Checker, tmp_path: Path, kind: str, left: str, right: str) -> None:
    assert kind not in check(tmp_path, left, right)
