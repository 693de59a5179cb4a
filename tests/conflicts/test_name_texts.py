"""Two short articles of one story, from the text to the finding: who is one person in two spellings, and who is two."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.claims import ClaimBuilder
from factcheck.conflicts import find_conflicts
from factcheck.documents import Document, Parser
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules

pytestmark = pytest.mark.model

LEAD = "{told}\n\nThe Harrowgate dam above Tarrow Falls gave way on Tuesday 7 May 2024, the operator Brightwell Hydro said.\n"


class Checker:
    """Finds the names spelt in two ways in a folder; the pipeline is loaded once."""

    def __init__(self) -> None:
        self._rules = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(self._rules), ClaimBuilder(self._rules)

    def __call__(self, folder: Path) -> list[set[str]]:
        extractions = []
        for document in self._parser.parse(read_articles([folder], self._rules).articles):
            article, resolved = self._mentions.read(document)
            extractions.append(self._claims.build(Document(article, document.passages), resolved))
        found, _ = find_conflicts(extractions, self._rules)
        return [{side.text for side in conflict.sides} for conflict in found if conflict.code == "FC401"]


@pytest.fixture(scope="module")
def spellings() -> Checker:
    return Checker()


def write(folder: Path, left: str, right: str, lead: str = LEAD) -> Path:
    for name, text in (("left.txt", left), ("right.txt", right)):
        (folder / name).write_text(lead.format(told=text), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("left", "right", "sides"),
    [
        ("Bojana Kriznar, who leads the inquiry, spoke.", "The inquiry of Mrs Bojana Krizner goes on.", {"Kriznar", "Krizner"}),
        ("The fire chief, Anselmo Tavernaro, blamed rain.", "Fire commander Anselmo Tavernato left.", {"Tavernaro", "Tavernato"}),
        ("A shepherd, Szymon Wachowicz, saw it.", "Shepherd Simon Vachovic, 61, saw it.", {"Wachowicz", "Vachovic"}),
        ("A watchman, Mounir Belkheir, raised the alarm.", "The watchman Munir Bel Khair raised the alarm.", {"Belkheir", "Bel Khair"}),
        ("Plant manager Gesine Roloffs apologised.", "The head of the plant, Gesina Rolofs, apologised.", {"Roloffs", "Rolofs"}),
        ("Mateja Horvatin, 14, was pulled out.", "Fourteen-year-old Mateja Horvatinec was pulled out.", {"Horvatin", "Horvatinec"}),
        ("The mediator Solveig Haakensen came.", "Solveig Hakkensen, who was Norvia's energy minister, came.", {"Haakensen", "Hakkensen"}),
        ("Commissioner Baudouin Delcourt leads the search.", "Commissioner Delcort leads the search.", {"Delcourt", "Delcort"}),
        ("Engineer Volodymyr Hrytsenko drove.", "The engineer Wladimir Gritsenko drove.", {"Hrytsenko", "Gritsenko"}),
        ("The girl, Lotte Wiesenthaal, 9, is safe.", "Lotte Wiesenthal, 9, is safe.", {"Wiesenthaal", "Wiesenthal"}),
        ("Captain Sigrid Halvorsten steered.", "Captain Halvorsen steered.", {"Halvorsten", "Halvorsen"}),
        ("A diver, Caterina Solvane, saw it.", "Then Catherine Solvane, in a wet coat, came ashore.", {"Caterina", "Catherine"}),
        ("Hanne Sorrendal, 29, broke her leg.", "Worst hit is Hanna Sorrendahl, who was operated on.", {"Sorrendal", "Sorrendahl"}),
        ("The owner, Holger Ebstheim, left.", "The chairman, Holger Obstheim, left.", {"Ebstheim", "Obstheim"}),
        ("Mayor Ernestina Vaul spoke.", "The mayor, Ernestine Vaul, wept.", {"Ernestina", "Ernestine"}),
        ("The engineer, Hermine Lavarre, built it.", '"It will hold," said Hermine Lavarret, who built it.', {"Lavarre", "Lavarret"}),
        ("A diver, Niamh Solvane, saw it.", "Then Neve Solvane, in a wet coat, came ashore.", {"Niamh", "Neve"}),
        ("The baker's half-brother, Jerrod Solvane, 29, was held.", "Jarrod Solvane, 29, was held.", {"Jerrod", "Jarrod"}),
        ("A fireman, Rui Tavarde Lealdo, 34, died.", "Fireman Rui Tavaire Lealdo, 34, died.", {"Rui Tavarde", "Rui Tavaire"}),
        ("The founder, Ingrid Solvasseur, left.", "Ms Solvaseur, who founded the operator, left.", {"Solvasseur", "Solvaseur"}),
        ("The head of civil defence, Rolando Becerra, spoke.", "Civil defense chief Rolando Becerril left.", {"Becerra", "Becerril"}),
        ("Coach Sione Vainikola spoke.", "Tongan Sione Vainakola, who joined in 2009, spoke.", {"Vainakola", "Vainikola"}),
        ("Superintendent Anneli Halvamark came.", "Police chief Anneli Halvala leads the inquiry.", {"Halvamark", "Halvala"}),
    ],
)
def test_one_person(spellings: Checker, tmp_path: Path, left: str, right: str, sides: set[str]) -> None:
    assert spellings(write(tmp_path, left, right)) == [sides]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The guide, Ambroz Kastelic, 39, died.", "His cousin Andrej Kastelic, 41, a guide, lived."),
        ("Robert Hallmark Sr., the owner, was arrested.", "Robert Halmark Jr., the owner, was arrested."),
        ("The detective Viktor Sandor led the raid.", "The suspect Viktor Sandors was held."),
        ("Judge Marcus Oberlin sat down.", "The defendant Marcus Oberlan stood up."),
        ("Erwin Kaltenborn, 71, was rescued.", "Erwin Kaltenbron, 34, was rescued."),
        ("Mira Stolzen, 12, was rescued.", "Mira Stolzenau, 45, was rescued."),
        ("The teacher Irina Malinov wept.", "The teacher Irina Malinova wept."),
        ("Karin Vossler, 16, a victim, was buried.", "Katrin Vossler, 18, a victim, was buried."),
        ("Senator Peter Johnson spoke.", "Mayor Peter Johnston spoke."),
        ("The director Yerlan Abenov came.", "His nephew Nurlan Abenow, a director, came."),
        ("Marta Quintero, the flight director, spoke.", "Marina Quintero, the minister, spoke."),
        ("Police chief Lars Hedin and fire chief Lars Heden spoke.", "Police chief Lars Hedin spoke; fire chief Lars Heden left."),
        ("Raúl Montes Ibarra, the mayor, spoke.", "The mayor, Raúl Montes, spoke."),
        ("Ben Okonjo Jnr, the coach, spoke.", "The coach, Ben Okonjo Junior, spoke."),
        ("The fire chief, Anselmo Tavernaro, blamed rain.", "The victim, Anselmo Taverna, was a baker."),
        ("Heinke Lammers, the manager, spoke.", "Her deputy Heiko Lammer spoke."),
        ("Caterina Solvane, 61, was rescued.", "Catherine Solvane, 58, was rescued."),
        ("Caterina Solvane and her sister Catherine Solvane, both divers, came.", "Catherine Solvane came ashore."),
        ("Hanne Sorrendal, 29, broke her leg.", "Worst hit is Hanna Sorrendahl, 35, who was operated on."),
        ("The owner, Holger Ebstheim, left.", "A diver, Holger Obstheim, left."),
        ("A diver, Anna Solvane, saw it.", "Then Hanna Solvane, in a wet coat, came ashore."),
        ("Daniel Solvane, a diver, saw it.", "Then Daniela Solvane, in a wet coat, came ashore."),
        ("The minister, Caterina Solvane, spoke.", "A nurse, Catherine Solvane, came ashore."),
        ("A diver, Hermine Robert, saw it.", "Then Hermine Roberts, in a wet coat, came ashore."),
        ("Engineer Hermine Lavarre spoke.", "Hermine Lavarret, a pupil, came ashore."),
        ("Sean Solvane, 61, was rescued.", "Shaun Solvane, 18, was rescued."),
        ("A diver, Siobhan Solvane, saw it.", "Then Sinead Solvane, a diver, came ashore."),
        ("Niamh Solvane and Neve Solvane, both divers, came.", "Neve Solvane came ashore."),
        ("Minister Graham Solvane spoke.", "A nurse, Graeme Solvane, came ashore."),
        ("Rui Tavarde Lealdo, 34, died.", "His brother Rui Tavaire Lealdo, 31, lived."),
    ],
)
def test_two_people_or_one_accepted_form(spellings: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert spellings(write(tmp_path, left, right)) == []


def test_no_story_no_finding(spellings: Checker, tmp_path: Path) -> None:
    left = "The gardener Ulrike Sanderling won a prize in Osk on 3 March 2021."
    right = "Ulrike Sanderlang played the flute at the Corvel opera in June 2024."
    assert spellings(write(tmp_path, left, right, "{told}\n")) == []
