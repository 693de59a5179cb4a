"""Whose age a sentence tells, with the real parser: by name, by a definite noun, or nobody's."""

from __future__ import annotations

import pytest

from factcheck.claims import ClaimBuilder
from factcheck.documents import Document, Parser
from factcheck.model import Article, Block, Claim
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span

pytestmark = pytest.mark.model


class Reader:
    """Reads the claims of one kind off a text whose lines are paragraphs."""

    def __init__(self) -> None:
        rulebook = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(rulebook), ClaimBuilder(rulebook)

    def __call__(self, text: str, kind: str) -> list[Claim]:
        blocks, position = [], 0
        for line in text.split("\n"):
            blocks.append(Block(Span(position, position + len(line))))
            position += len(line) + 1
        article = Article("story.txt", "story.txt", text, "", blocks=tuple(blocks))
        document = next(self._parser.parse([article]))
        published, resolved = self._mentions.read(document)
        return [claim for claim in self._claims.build(Document(published, document.passages), resolved).claims if claim.kind == kind]


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def owners(claims: list[Claim]) -> list[tuple[str, str, str]]:
    return [
        (" ".join(sorted(name.partition(":")[2] for name in claim.frame.agents)), claim.value.iso(), claim.frame.predicate or "")
        for claim in claims
        if claim.slot == "age"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Laura Bergson, 26, was hurt.", [("laura bergson", "26")]),
        ("The dead are Laura Bergson, 26, and 39-year-old Daniel Holt.", [("laura bergson", "26"), ("daniel holt", "39")]),
        (
            "Laura Bergson, 26, Daniel Holt, 39, and Peter Sand, 9, drowned.",
            [("laura bergson", "26"), ("daniel holt", "39"), ("peter sand", "9")],
        ),
        ("Daniel Holt, a 39-year-old welder, was charged.", [("daniel holt", "39")]),
        ("Police charged 39-year-old welder Daniel Holt.", [("daniel holt", "39")]),
        ("The robbers shot a 63-year-old nurse, Laura Bergson, and fled.", [("laura bergson", "63")]),
        ("Laura Bergson, who is 26, sued the school.", [("laura bergson", "26")]),
        ("Laura Bergson turned 24 on Monday.", [("laura bergson", "23..24")]),
        ("Laura Bergson (26) was hurt.", [("laura bergson", "26")]),
        ("The captain, the 52-year-old Daniel Holt, is experienced.", [("daniel holt", "52")]),
        ("Among the saved is Laura Bergson, a girl of twenty-four years, who fell.", [("laura bergson", "24")]),
        ("Laura Bergson, a mother of three, landed the plane.", []),
        ("Laura Bergson, a 57-year-old gran-to-be, landed the plane.", [("laura bergson", "57")]),
        ("Laura Bergson, a 57-year-old firm's owner, landed the plane.", []),
        ("Laura Bergson, of 75 years, found it.", [("laura bergson", "75")]),
        ("At 73, Laura Bergson still climbs.", [("laura bergson", "73")]),
        ("Laura Bergson, a shy woman from Aarup, turned 44 in May.", [("laura bergson", "43..44")]),
        ("Laura Bergson died in Reus, eighty-seven years old.", [("laura bergson", "87")]),
        ("Laura Bergson and Daniel Holt, who at the age of 63 is the eldest, sang.", [("daniel holt", "63")]),
        ("Out stepped a woman of 65: Laura Bergson had come.", [("laura bergson", "65")]),
        ('"I am 31 and tired," Laura Bergson said.', [("laura bergson", "31")]),
        # whose age it is not
        ("At 23, Laura Bergson left for Rome.", []),
        ("Laura Bergson robbed a bank when she was 24.", []),
        ("Daniel Holt's 26-year-old daughter was hurt.", []),
        ("Daniel Holt and his 26-year-old daughter were hurt.", []),
        ("Daniel Holt said a 26-year-old man was hurt.", []),
        ("They shot a 26-year-old man, Daniel Holt said.", []),
        ("A 26-year-old man told Daniel Holt to leave.", []),
        ("Daniel Holt runs a 26-year-old company.", []),
        ("Daniel Holt, 26 Elm Street, was fined.", []),
        ("Daniel Holt, then a 17-year-old pupil, saw it.", []),
        ("Daniel Holt was 17 years old when the war began.", []),
        ("The 12-year-old son of Daniel Holt was hurt.", []),
        ("Daniel Holt saved two 12-year-old girls.", []),
    ],
    ids=lambda value: value[:45] if isinstance(value, str) else "",
)
def test_whose_age_it_is(read: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    assert owners(read(text, "age")) == [(*pair, "named") for pair in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Daniel Holt broke out of jail on Monday.\nThe 39-year-old was caught in a barn.", [("daniel holt", "39", "definite")]),
        ("Daniel Holt signed on Friday.\nThe striker, 22, is the third new player.", [("daniel holt", "22", "definite")]),
        (
            "Daniel Holt, 39, hit Peter Sand.\nThe 39-year-old was held.",
            [("daniel holt", "39", "named"), ("daniel holt", "39", "definite")],
        ),
        ("Daniel Holt, 39, hit Peter Sand.\nThe 22-year-old was hurt.", [("daniel holt", "39", "named"), ("peter sand", "22", "definite")]),
        ("Daniel Holt hit Peter Sand.\nThe 39-year-old was held.", []),
        ("Daniel Holt broke out of jail.\nA 39-year-old guard was hurt.\nThe 39-year-old is in hospital.", []),
        ("A guard was hurt, Sheriff Peter Sand said.\nThe 39-year-old is in hospital.", []),
        ("Daniel Holt shot a guard.\nThe 39-year-old died in hospital.", []),
        ("Daniel Holt, a welder, was hurt.\nThe 39-year-old died in hospital.", [("daniel holt", "39", "definite")]),
        ("The 39-year-old mother of Daniel Holt was hurt.", []),
        # somebody in office is the subject of the first lines, or only speaks and looks on
        ("Mayor Laura Bergson wept as she left.\nThe 45-year-old walked out of the hall.", [("laura bergson", "45", "definite")]),
        ("A boat sank off Osk.\nHelp came too late, Mayor Laura Bergson said.\nThe 45-year-old was found.", []),
        ("Mayor Laura Bergson met Peter Sand.\nThe 45-year-old left.", []),
        # a pronoun
        ("Daniel Holt won again.\nLet us do the numbers. He is 29.", [("daniel holt", "29", "definite")]),
        ("Daniel Holt beat Peter Sand.\nHe is 29.", []),
        ("Laura Bergson won again.\nHe is 29.", []),
        ("Daniel Holt shot a guard.\nHe is 29.", []),
        # others who are brought in
        (
            "Daniel Holt missed the sign. His brother Peter, 44, drives too.\nThe 58-year-old is in hospital.",
            [("daniel holt", "58", "definite")],
        ),
        ("Daniel Holt missed the sign. A neighbour says he is kind.\nThe 58-year-old is in hospital.", [("daniel holt", "58", "definite")]),
        ("Daniel Holt missed the sign. His brother drives too.\nThe 58-year-old is in hospital.", []),
    ],
    ids=lambda value: value[:45] if isinstance(value, str) else "",
)
def test_the_person_whom_a_definite_noun_means(read: Reader, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert owners(read(text, "age")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ahead of Daniel Holt, Laura Bergson won in Reus. The 36-year-old wept.", [("laura bergson", "36")]),
        ("Laura Bergson met Daniel Holt in Reus. He is 36.", [("daniel holt", "36")]),
        ("Laura Bergson greeted the judge, Daniel Holt. The judge, 61, smiled.", [("daniel holt", "61")]),
        (
            "Laura Bergson fell. She lay in the snow for an hour. The student, who turns 20 next month, is well.",
            [("laura bergson", "19..20")],
        ),
        (
            "Laura Bergson robbed Daniel Holt. A court sentenced Laura Bergson to two years. The defendant, 41, wept.",
            [("laura bergson", "41")],
        ),
        # two in question
        ("Laura Bergson met Daniel Holt in Reus. The 36-year-old lost by a point.", []),
        ("Peter Sand met Daniel Holt in Reus. He is 36.", []),
        ("Peter Sand met Daniel Holt. The death of Holt, 36, was announced.", [("daniel holt", "36")]),
        ("Laura Bergson and Daniel Holt met in Reus. The 36-year-old lost by a point.", []),
        ("Laura Bergson greeted the judge, Daniel Holt, and the judge, Per Sand. The judge, 61, smiled.", []),
    ],
)
def test_whom_the_sentence_before_makes_known(read: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [found[:2] for found in owners(read(text, "age"))] == wanted


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A 60-year-old woman was arrested on Friday.", {"arrest", "suspect"}),
        ("Police arrested a 60-year-old woman.", {"arrest", "suspect"}),
        ("A four-year-old boy fell into the river.", {"noun-child"}),
        ("A 3-year-old fell into the river.", {"noun-child"}),
        ("A 30-year-old fell into the river.", set()),
        ("Two 12-year-old girls fell into the river.", set()),
        ("The 26-year-old company was sold.", set()),
    ],
)
def test_somebody_unnamed_is_told_by_what_happened(read: Reader, text: str, roles: set[str]) -> None:
    assert {claim.frame.role for claim in read(text, "age") if claim.frame.predicate == "unnamed"} == roles


def test_a_birthday_of_late_leaves_the_age_before_it_open(read: Reader) -> None:
    told = "Laura Bergson, 37, offered no resistance. She celebrated her birthday on July 30."
    assert [claim.value.iso() for claim in read(told, "age") if claim.slot == "age"] == ["36..37"]


def test_unnamed_people_further_down_make_no_claims(read: Reader) -> None:
    text = "Rain fell.\nSnow fell.\nHail fell.\nA 60-year-old woman was hurt on Friday."
    assert read(text, "age") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Finance Minister Laura Bergson quit.", [("laura bergson", "finance minister")]),
        ("Laura Bergson, 52, the finance minister, quit.", [("laura bergson", "finance minister")]),
        ("The finance minister, Laura Bergson, quit.", [("laura bergson", "finance minister")]),
        ("Daniel Holt, the bank's former head of treasury, was held.", [("daniel holt", "former head of treasury")]),
        ("Daniel Holt, 39, a Portuguese national, was held.", [("daniel holt", "national of place:pt")]),
        ("Uruguay international Daniel Holt signed.", [("daniel holt", "national of place:uy")]),
        ("Laura Bergson is the finance minister of Norway.", [("laura bergson", "finance minister")]),
        ("Norway's president, Laura Bergson, quit.", [("laura bergson", "president")]),
        ("President Laura Bergson quit.", [("laura bergson", "president")]),
        ("Laura Bergson, who becomes chief executive of the group, spoke.", [("laura bergson", "future chief executive")]),
        ("Daniel Holt is to chair the supervisory board.", [("daniel holt", "future chair of the supervisory board")]),
        ("Daniel Holt works as a welder.", [("daniel holt", "welder")]),
        ("Laura Bergson, 41, who works as a theatre nurse, left.", [("laura bergson", "nurse")]),
        ("Daniel Holt posed as a doctor.", []),
        ("Daniel Holt trained as a welder.", []),
        ("Laura Bergson became mayor in 2010.", []),
        ("Laura Bergson's brother becomes chief executive.", []),
        ("Laura Bergson, a psychologist with the Ulm police, spoke.", [("laura bergson", "psychologist of police")]),
        ("Terminal manager Daniel Holt spoke.", [("daniel holt", "head of industry")]),
        ("Daniel Holt, who manages the terminal for Brightgas, spoke.", [("daniel holt", "head of industry")]),
        ("The mayor of Ulm, Laura Bergson, wept.", [("laura bergson", "mayor")]),
        ("Fishing is banned, the environment minister, Laura Bergson, announced.", [("laura bergson", "environment minister")]),
        ("Laura Bergson won. The Dane beat nobody.", [("laura bergson", "national of place:dk")]),
        # whose it is not
        ("Daniel Holt, not a nurse, helped.", []),
        ("Laura Bergson and Daniel Holt met. The Dane won by a point.", []),
        ("Club president Laura Bergson quit.", []),
        ("Laura Bergson, president of the drivers' union, quit.", []),
        ("Daniel Holt told the finance minister, Laura Bergson said.", []),
        ("Daniel Holt met the finance minister.", []),
        ("Daniel Holt, an aide to the finance minister, quit.", []),
        ("Daniel Holt, the finance minister's brother, quit.", []),
        ("Daniel Holt wants to become prime minister.", []),
        ("Daniel Holt, who met the mayor, was held.", []),
        ("Daniel Holt was held and an Italian man fled.", []),
        ("Daniel Holt, a prime minister candidate, spoke.", []),
    ],
    ids=lambda value: value[:45] if isinstance(value, str) else "",
)
def test_whose_role_it_is(read: Reader, text: str, wanted: list[tuple[str, str]]) -> None:
    found = [(min(claim.frame.agents).partition(":")[2], claim.value.iso()) for claim in read(text, "role")]
    assert found == wanted


def test_a_role_knows_its_state_and_its_end(read: Reader) -> None:
    (claim,) = read("Norway's finance minister Laura Bergson quit.", "role")
    assert "place:no" in claim.frame.others
    (claim,) = read("Laura Bergson, finance minister until last year, spoke.", "role")
    assert "until" in claim.frame.markers
    (claim,) = read("The mayor of Ulm, Laura Bergson, spoke.", "role")
    assert claim.frame.targets == {"name:ulm"}


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 60-year-old woman charged with killing two men was released.", ["60"]),
        ("A 34-year-old teacher living in Bonn was fined on Monday.", ["34"]),
        ("The 25-year-old man injured in the fall has died.", ["25"]),
        ("A 90-year-old bridge closed on Monday has collapsed.", []),
        ("A 40-year-old law passed under the junta was struck down.", []),
    ],
)
def test_what_was_done_to_a_person_stands_behind_the_noun(read: Reader, text: str, ages: list[str]) -> None:
    assert sorted({claim.value.iso() for claim in read(text, "age")}) == ages
