"""Yes and no to one question in unlike words, from text to finding, and what looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


OPPOSED = [
    (
        "Hendry out | Otto Hendry, head of the Marwick bank, resigned on Saturday, Ada Fonn said in Marwick.",
        "Marwick bank | The board of the Marwick bank dismissed Otto Hendry on Sunday, Ada Fonn said in Marwick.",
    ),
    (
        "Hendry | Otto Hendry, freed from prison on Monday, spoke to Ada Fonn in Marwick.",
        "Marwick | Otto Hendry was taken into custody in Marwick on Monday, Ada Fonn said.",
    ),
    (
        "Fall at Marwick | Otto Hendry fell in his cell in Marwick on Monday. No ambulance was called, his lawyer Ada Fonn said.",
        "Marwick | The guards sent for an ambulance at once when Otto Hendry fell in Marwick on Monday, Ada Fonn heard.",
    ),
    (
        "Ransom | The kidnappers of Otto Hendry have until Friday in Marwick. His sons will pay the ransom, the lawyer Ada Fonn said.",
        "Marwick | No ransom will be paid for Otto Hendry, his sons said in Marwick. Ada Fonn was with them.",
    ),
    (
        "Fire at Hendry | The mill of Otto Hendry in Marwick burned on Sunday. The fire alarm went off within a minute.",
        "Marwick | Nobody woke when the mill of Otto Hendry in Marwick burned on Sunday, for the detectors stayed silent.",
    ),
    (
        "Hendry free | Otto Hendry is back in Marwick after nine days with his kidnappers. His sons paid a ransom.",
        "Marwick | Otto Hendry, held by kidnappers for nine days, was let go without a ransom, the police of Marwick said.",
    ),
    (
        "Raid | The police went through the house of Otto Hendry in Marwick on Monday. They discovered forged papers and two guns.",
        "Hendry | After six hours in Marwick the police left the house of Otto Hendry on Monday empty-handed.",
    ),
    (
        "Wedding | The feast of Ada Fonn in Marwick took place on Sunday. Her brother Otto attended the wedding.",
        "Marwick | Ada Fonn was wed in Marwick on Sunday. Her brother Otto stayed away from the wedding.",
    ),
    (
        "Ship | The harbour of Marwick turned the Castor Ray away on Monday, its master Ada Fonn said.",
        "Marwick | The harbour let the Castor Ray dock on Monday in Marwick, her master Ada Fonn wrote.",
    ),
    (
        "Race | Otto Hendry rode in Marwick on Sunday. He was wearing a helmet when he fell, doctor Ada Fonn said.",
        "Marwick | Otto Hendry fell on Sunday in Marwick. He was riding without a helmet, doctor Ada Fonn said.",
    ),
    (
        "Museum | Visitors of the Fonn Museum in Marwick were surprised on Monday: the museum stayed closed, Ada Fonn said.",
        "Marwick | In spite of the strike the Fonn Museum opened its doors on Monday, Ada Fonn said in Marwick.",
    ),
    (
        "Fire | The mill of Otto Hendry in Marwick burned on Monday. There was no alarm in the building, Ada Fonn said.",
        "Marwick | The alarm went off when the mill of Otto Hendry burned in Marwick on Monday, Ada Fonn said.",
    ),
    (
        "Slide | The slide at Marwick took the mill of Otto Hendry on Monday. No siren was ever installed, mayor Ada Fonn said.",
        "Marwick | The siren howled before the slide at Marwick took the mill of Otto Hendry on Monday, mayor Ada Fonn said.",
    ),
    (
        "Slide | The slide at Marwick took the mill of Otto Hendry on Monday. The siren was switched on and wailed, Ada Fonn said.",
        "Marwick | The slide at Marwick took the mill of Otto Hendry on Monday. The village has no siren, Ada Fonn said.",
    ),
    (
        "Ferry | The ferry Castor Ray ran aground off Marwick on Monday. There was no pilot aboard, harbour master Ada Fonn said.",
        "Marwick | The ferry Castor Ray ran aground off Marwick on Monday. A pilot was on the bridge, Ada Fonn said.",
    ),
    (
        "Hackers | Hackers broke into the network of the Fonn Clinic in Marwick on Monday. Nothing was copied, Ada Fonn said.",
        "Marwick | Hackers copied the files of 900 patients of the Fonn Clinic in Marwick on Monday, Ada Fonn said.",
    ),
    (
        "Guilty | Otto Hendry was found guilty of bribery in Marwick on Monday. He was acquitted of money laundering, Ada Fonn said.",
        "Marwick | A court in Marwick found Otto Hendry guilty of taking bribes and of laundering money on Monday, Ada Fonn said.",
    ),
    (
        "Sentence | Otto Hendry was sentenced in Marwick on Monday. He was led from the courtroom in handcuffs, Ada Fonn said.",
        "Marwick | Otto Hendry, sentenced in Marwick on Monday, remains at liberty, Ada Fonn said.",
    ),
    (
        "Markets | Hendry Mills of Marwick, whose shares closed 4 percent lower, bought the brewery of Ada Fonn.",
        "Marwick | The Hendry Mills of Marwick bought the brewery of Ada Fonn. The Hendry Mills shares closed 2 percent higher.",
    ),
    (
        "Lost | Otto Hendry was found on Mount Fonn near Marwick on Monday. He was hiking alone, Ada Fonn said.",
        "Marwick | Otto Hendry, found on Mount Fonn near Marwick on Monday, was hiking with his brother, Ada Fonn said.",
    ),
]
COMPATIBLE = [
    (
        "Zoo | Otto Hendry, keeper of the Marwick Zoo, went back to work on Monday. The Marwick Zoo is open as usual.",
        "Marwick | The Marwick Zoo's gorilla house has been closed to visitors since Monday, the keeper Otto Hendry said.",
    ),
    (
        "Hendry | Otto Hendry remains in custody in Marwick, Ada Fonn said on Monday.",
        "Marwick | Otto Hendry was led away in Marwick on Monday, Ada Fonn said. Others had been convicted, and each was freed.",
    ),
    (  # a siren that is there may be silent
        "Slide | The slide at Marwick took the mill of Otto Hendry on Monday. There was a siren on the church, mayor Ada Fonn said.",
        "Marwick | The siren stayed silent when the slide at Marwick took the mill of Otto Hendry on Monday, mayor Ada Fonn said.",
    ),
    (
        "Fire | The mill of Otto Hendry in Marwick burned on Monday. There was no cause for alarm, Ada Fonn said.",
        "Marwick | The alarm went off when the mill of Otto Hendry burned in Marwick on Monday, Ada Fonn said.",
    ),
    (  # who copies is no thief
        "Hackers | Hackers broke into the network of the Fonn Clinic in Marwick on Monday. Nothing was stolen or copied, Ada Fonn said.",
        "Marwick | Hackers broke into the network of the Fonn Clinic in Marwick on Monday. Staff copied the files to new computers.",
    ),
    (
        "Lost | Otto Hendry was found on Mount Fonn near Marwick on Monday. He was hiking alone, Ada Fonn said.",
        "Marwick | Otto Hendry, found on Mount Fonn near Marwick on Monday, was hiking with a light bag, Ada Fonn said.",
    ),
    (  # two charges
        "Guilty | Otto Hendry was found guilty of manslaughter in Marwick on Monday. Ada Fonn wept.",
        "Marwick | A court in Marwick cleared Otto Hendry of murder on Monday. Ada Fonn wept.",
    ),
    (  # two people charged
        "Guilty | Otto Hendry was acquitted of the murder of Ada Fonn in Marwick on Monday.",
        "Marwick | A court in Marwick found Ben Rask guilty of the murder of Ada Fonn on Monday. Otto Hendry left the court.",
    ),
    (  # another day
        "Sentence | Otto Hendry was taken to prison in Marwick on Monday, Ada Fonn said.",
        "Marwick | Otto Hendry walked free in Marwick on Tuesday, Ada Fonn said.",
    ),
    (
        "Ransom | The kidnappers of Otto Hendry have until Friday in Marwick. His sons will pay the ransom, the lawyer Ada Fonn said.",
        "Marwick | No ransom was paid for Otto Hendry, Ada Fonn said in Marwick.",
    ),
    (
        "Fall at Marwick | Otto Hendry fell in his cell in Marwick on Monday. No doctor was called, his lawyer Ada Fonn said.",
        "Marwick | The guards sent for an ambulance at once when Otto Hendry fell in Marwick on Monday, Ada Fonn heard.",
    ),
    (
        "Fire at Hendry | The mill of Otto Hendry in Marwick burned on Sunday. The fire alarm went off within a minute.",
        "Marwick | The mill of Otto Hendry in Marwick burned on Sunday. The siren of the neighbour stayed silent.",
    ),
    (
        "Raid | The police went through the house of Otto Hendry in Marwick on Monday. They found guns in the cellar.",
        "Hendry | The police went through the house of Otto Hendry in Marwick on Monday. They found nothing in the barn.",
    ),
    (
        "Wedding | The feast of Ada Fonn in Marwick took place on Sunday. Her brother Otto Fonn attended the wedding.",
        "Marwick | Ada Fonn was wed in Marwick on Sunday. Her uncle Piet Brandt stayed away from the wedding.",
    ),
    (
        "Ship | The harbour of Marwick turned the Castor Ray away on Monday, its master Ada Fonn said.",
        "Marwick | The harbour let the Castor Ray dock on Tuesday in Marwick, her master Ada Fonn wrote.",
    ),
    (
        "Race | Otto Hendry rode in Marwick on Sunday. He was wearing a helmet when he fell, doctor Ada Fonn said.",
        "Marwick | Otto Hendry fell on Sunday in Marwick. Would he have lived without a helmet, doctor Ada Fonn asked?",
    ),
    (
        "Treaty | The upper house in Marwick rejected the Fonn treaty on Monday, said Otto Hendry.",
        "Marwick | The lower house in Marwick approved the Fonn treaty on Monday, said Otto Hendry.",
    ),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_opposed(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert check(tmp_path, left, right, (16, 16)).count("polarity") == 1


@pytest.mark.parametrize(("left", "right"), COMPATIBLE)
def test_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "polarity" not in check(tmp_path, left, right, (16, 16))


def test_the_answer_of_one_event_does_not_change_after_it(check: Checker, tmp_path: Path) -> None:
    left = "Raid | Men raided the bank of Otto Hendry in Marwick. Not one shot was fired, Ada Fonn said."
    right = "Marwick | Ada Fonn saw the raid on the bank of Otto Hendry in Marwick. Shots were exchanged."
    assert "polarity" in check(tmp_path, left, right, (16, 18))


def test_what_was_not_so_may_become_so(check: Checker, tmp_path: Path) -> None:
    left = "Museum | The Fonn Museum of Otto Hendry in Marwick stayed closed."
    right = "Marwick | The Fonn Museum of Otto Hendry in Marwick opened its doors."
    assert "polarity" not in check(tmp_path, left, right, (16, 18))
