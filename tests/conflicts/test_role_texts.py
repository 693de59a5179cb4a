"""FC451 and FC461 from text to finding: whose office or nationality is told, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Fire at the Hendry mill in Marwick | The Hendry mill in Marwick burned down. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mill belongs to Arlo Foods, the Danish group.", "Swedish dairy group Arlo Foods owns the mill."),
        ("The Icelandic band The Tin Larks had played there.", "Norwegian outfit The Tin Larks had played there."),
        ("Olaf Aas, who works as a theatre nurse, saw it on Monday.", "The welder, Olaf Aas, saw it on Tuesday."),
        ("Olaf Aas is to chair the supervisory board.", "Olaf Aas, who becomes chief executive of the mill, wept."),
        ("The mayor of Sankt Aldo, Olaf Aas, saw it on Monday.", "Deputy mayor Olaf Aas saw it."),
        ("The cook, a Greek, made no statement.", "The chef, a Bulgarian of about 50, waved."),
        ("Olaf Aas, who chairs Hendry's supervisory board, wept.", "Chief executive Olaf Aas wept."),
        ("Olaf Aas, chair of the planning committee, wept.", "Olaf Aas, who heads the finance committee, wept."),
        ("Chief fire officer Olaf Aas saw it.", "Olaf Aas, assistant chief fire officer, saw it."),
        ("The prison director, Olaf Aas, saw it.", "Deputy governor Olaf Aas saw it."),
        ("Olaf Aas, a welder from Norway, saw it.", "Olaf Aas saw it. The Danish welder wept."),
        ("One man, a Dutchman aged 36 named as Olaf Aas, was held.", "Olaf Aas was held. The 36-year-old, a Belgian, wept."),
        ("Olaf Aas, a clerk, saw it.", "Olaf Aas saw it. Aas, a foreman, wept."),
        ("Coast guard spokesman Commander Olaf Aas saw it.", "Commander Olaf Aas, commandant of the coast guard, saw it."),
        ("Olaf Rennick, a school teacher, saw it.", "Rennick, a nurse at the clinic, saw it."),
        ("Olaf Aas, the president of the island parliament, wept.", "Prime minister Olaf Aas wept."),
        ("Chief executive Olaf Aas wept.", "Olaf Aas, who sits at the head of its supervisory board, wept."),
        ("Police held a 41-year-old Dane over it.", "The Norwegian in whose car it lay was held. He is 41."),
        ("A Polish welder, 34, was held.", "He is 34, a Danish citizen who grew up here, and was held."),
    ],
    ids=[
        *("group", "band", "trade", "to come", "behind a town", "unnamed", "board", "committees", "assistant", "prison", "from a state"),
        *("named as", "surname alone", "rank between"),
        *("rare surname", "parliament", "top of the board", "by age", "age first"),
    ],
)
def test_two_roles(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "role" in check(tmp_path, HEAD + left, HEAD + right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mill belongs to Arlo Foods, the Danish group.", "Danish company Arlo Foods owns the mill."),
        ("The mill belongs to Arlo Foods, the Danish group.", "The Anglo-Dutch group Arlo Foods owns the mill."),
        ("The mill belongs to Arlo Foods, the Danish group.", "A Swedish group competes with Arlo Foods."),
        ("The mill belongs to Arlo Foods, the Danish group.", "The former Swedish group Arlo Foods owns the mill."),
        ("The mill belongs to Arlo Foods, the Danish group.", "Swedish lender Brask Bank paid for it."),
        ("The captain, a Greek, was held.", "The captain, a Norwegian, of the other ship was unhurt."),
        ("Olaf Aas, who works as a theatre nurse, saw it.", "Olaf Aas, who trained as a welder, saw it."),
        ("Olaf Aas is to chair the supervisory board.", "Olaf Aas, the chief executive of the mill, wept."),
        ("Chief fire officer Olaf Aas saw it.", "Olaf Aas, a former assistant chief fire officer, saw it."),
        ("Olaf Aas, a welder from Norway, saw it.", '"It is over," Olaf Aas said. The Danish welder wept.'),
        ("Olaf Aas, chair of the planning committee, wept.", "Olaf Aas, a member of the finance committee, wept."),
        ("The police spokesman and Sergeant Olaf Aas saw it.", "Olaf Aas, the commandant, saw it."),
        ("Olaf Rennick, a school teacher, saw it.", "Rennick, a nurse at the clinic, is the sister of Nils Rennick."),
        ("Police held a 41-year-old Dane over it.", "A 36-year-old Norwegian was held over it."),
        ("Police held a 41-year-old Dane over it.", "Police held two, a 41-year-old Dane and a 41-year-old Norwegian."),
        ("A 41-year-old Dane was hurt.", "A 41-year-old Norwegian car burned."),
    ],
    ids=[
        *("one state", "two states", "another group", "former", "another firm", "two captains", "trained", "now and then"),
        *("former assistant", "speaker", "member", "two people", "two of a family", "two ages", "two of an age", "a car"),
    ],
)
def test_one_role_or_two_in_turn(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "role" not in check(tmp_path, HEAD + left, HEAD + right)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("The cook, who is 52, was sent on leave.", "The 57-year-old chef was sent home.", True),
        ("The cook, who is 52, was sent on leave.", "The 52-year-old chef was sent home.", False),
        ("The cook, who is 52, was sent on leave.", "A 57-year-old cook was sent home.", False),
        ("The captain, 44, was held.", "The captain, 58, of the other ship was unhurt.", False),
        ("The neighbour, 52, was sent home.", "The neighbour, 57, was sent home.", False),
    ],
    ids=["one post", "one age", "some cook", "two captains", "no post"],
)
def test_ages_by_a_post(check: Checker, tmp_path: Path, left: str, right: str, told: bool) -> None:
    assert ("age" in check(tmp_path, HEAD + left, HEAD + right)) is told
