"""Two short articles of one story, from the text to the finding: the years of lives, firms, buildings and works."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

PAINTER = "Painter Rolf Aster dead at 88 | The painter Rolf Aster died in Brightwell on Sunday, Tarrow gallery said."
MILL = "Carwell buys Brightwell Mills | Carwell will buy Brightwell Mills of Tarrow Falls, both said on Monday."
SCHOOL = "Roof of Tarrow school falls in | The roof of the Brightwell school in Tarrow Falls fell in on Sunday."


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (PAINTER, "Aster was born in 1938 in Velm.", "Born: 1936. Works: six."),
        (PAINTER, "Aster was born on 2 May 1938.", "Born 12 May 1938."),
        (PAINTER, "Rolf Aster married the dancer Mina Hohl in 1964.", "Aster and Mina Hohl tied the knot in 1969."),
        (PAINTER, "Aster joined the Hartwig Academy in 1971.", "Aster came to the Hartwig Academy in the autumn of 1974."),
        (PAINTER, "Rolf Aster moved to Lisbon in 1981.", "Aster settled in Lisbon in 1978."),
        (MILL, "Brightwell Mills was founded in 1887.", "Established in 1878, Brightwell Mills employs 90 people."),
        (MILL, "Udo Kestner set the company up in 1996.", "Udo Kestner, who founded the firm in 1993, wept."),
        (MILL, "Ada Kestner has headed Brightwell Mills since 2019.", "Ada Kestner was named head of Brightwell Mills in 2022."),
        (MILL, "Ada Kestner, director of Brightwell Mills since 2012, wept.", "Ada Kestner became director of Brightwell Mills in 2008."),
        (
            MILL,
            "Ada Kestner, who holds the labour brief, wept. Kestner has held the labour brief since 2016.",
            "Ada Kestner took over the labour portfolio in May 2018.",
        ),
        (SCHOOL, "The school was built in 1904.", "Year of completion: 1914. Pupils: 300."),
        (SCHOOL, "The school opened in 1904.", "The school was inaugurated by a bishop in 1909."),
    ],
)
def test_one_fact_with_two_years_is_found(check: Checker, tmp_path: Path, story: str, left: str, right: str) -> None:
    assert "date" in check(tmp_path, f"{story} {left}", f"{story} {right}")


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (PAINTER, "Aster was born in 1938 in Velm.", "His brother Emil Aster was born in 1941."),
        (PAINTER, "Rolf Aster married the dancer Mina Hohl in 1964.", "Aster married Greta Lind in 1981."),
        (PAINTER, "Aster joined the Hartwig Academy in 1971.", "Aster joined the Salter Institute in 1974."),
        (PAINTER, "Aster first joined the Hartwig Academy in 1971.", "Aster rejoined the Hartwig Academy in 1984."),
        (PAINTER, "Aster joined the Hartwig Academy in 1971.", "Aster left the Hartwig Academy in 1984."),
        (PAINTER, "Rolf Aster was to be born in 1938.", "Aster was not born in 1936."),
        (MILL, "Brightwell Mills was founded in 1887.", "Carwell, founded in 1921, makes cars."),
        (MILL, "Brightwell Mills was founded in 1887.", "The firm was founded in 1921."),
        (MILL, "Brightwell Mills bought a rival in 1996.", "Brightwell Mills bought a warehouse in 1999."),
        (MILL, "Ada Kestner became labour minister in 2012.", "Ada Kestner has been finance minister since 2016."),
        (MILL, "Ada Kestner named Udo Salter head of Brightwell Mills in 2012.", "Ada Kestner has headed Brightwell Mills since 2008."),
        (MILL, "Ada Kestner became head of the loans arm of Brightwell Mills in 2008.", "Ada Kestner has led Brightwell Mills since 2012."),
        (SCHOOL, "The school was built in 1904.", "The school was rebuilt in 1946."),
        (SCHOOL, "The school opened in 1904.", "The swimming pool of the school opened in 1972."),
        (SCHOOL, "The school was built in 1904.", "Completed: spring 1904. Pupils: 300."),
    ],
)
def test_other_facts_are_none(check: Checker, tmp_path: Path, story: str, left: str, right: str) -> None:
    assert "date" not in check(tmp_path, f"{story} {left}", f"{story} {right}")


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Aster taught at the Hartwig Academy for 22 years.", "For 12 years Aster taught at the Hartwig Academy.", True),
        ("After 40 years with the Hartwig Academy, Aster retired.", "Aster worked for the Hartwig Academy for 28 years.", True),
        ("Aster spent 22 years at the Hartwig Academy.", "Aster spent 12 years at the Salter Institute.", False),
        ("Aster taught at the Hartwig Academy for 22 years.", "Aster studied at the Hartwig Academy for six years.", False),
        ("Aster taught at the Hartwig Academy for 22 years.", "Aster taught at the Hartwig Academy for nearly 23 years.", False),
    ],
)
def test_years_of_a_life(check: Checker, tmp_path: Path, left: str, right: str, found: bool) -> None:
    assert ("duration" in check(tmp_path, f"{PAINTER} {left}", f"{PAINTER} {right}")) is found
