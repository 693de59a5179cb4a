"""Whole sentences to the questions that measures, sums of money and shares answer, with the real parser."""

from __future__ import annotations

import pytest

from factcheck.claims import ClaimBuilder
from factcheck.documents import Document, Parser
from factcheck.model import Article, Block, Claim
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span

pytestmark = pytest.mark.model
AMOUNTS = ("measure", "money", "percent")


class Reader:
    """Reads the amounts of a text of one paragraph."""

    def __init__(self) -> None:
        rulebook = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(rulebook), ClaimBuilder(rulebook)

    def __call__(self, text: str) -> list[Claim]:
        article = Article("story.txt", "story.txt", text, "", blocks=(Block(Span(0, len(text))),))
        document = next(self._parser.parse([article]))
        published, resolved = self._mentions.read(document)
        claims = self._claims.build(Document(published, document.passages), resolved).claims
        return [claim for claim in claims if claim.kind in AMOUNTS]


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The freighter is 120 metres long.", {"120 metres": ("length.length", "vessel")}),
        ("The 190-metre freighter carried grain.", {"190-metre": ("length.length", "vessel")}),
        ("The satellites, with a combined mass of 900 kilograms, were released.", {"900 kilograms": ("mass.mass", "satellite")}),
        ("The plane was flying at 30,000 feet.", {"30,000 feet": ("length.height", "aircraft")}),
        ("The missile had flown about 900 km.", {"900 km": ("length.covered", "rocket")}),
        ("A 5.8-magnitude earthquake shook the valley.", {"5.8": ("magnitude.magnitude", "quake")}),
        ("Officers seized 2.5 tonnes of cocaine.", {"2.5 tonnes": ("mass.mass", "cocaine")}),
        ("The speed limit there is 80 km/h.", {"80 km/h": ("speed.limit", None)}),
        ("The observatory put the depth of the shock at 10 km.", {"10 km": ("length.depth", "quake")}),
        ("It was 25C at noon, and 40 km of road was wet.", {"25C": ("temperature.temperature", None), "40 km": ("length.told", None)}),
        ("The club paid a fee of £12 million for the winger.", {"£12 million": ("money.fee", "fee")}),
        ("The keeper costs the club €9m.", {"€9m": ("money.costs", "keeper")}),
        ("The playmaker costs the club €9m.", {"€9m": ("money.fee", "playmaker")}),
        ("They are suspected of siphoning off 14 million euros.", {"14 million euros": ("money.missing", "missing")}),
        ("The company offers a one-off payment of €1,300.", {"€1,300": ("money.one-off-payment", "one-off payment")}),
        ("He walked on with $40 and a smile.", {"$40": ("money.told", None)}),
        ("The league took 41.3 percent of the vote.", {"41.3 percent": ("percent.vote-share", "vote")}),
        ("The bank raised its interest rate by half a point to 4.5 percent.", {"4.5 percent": ("percent.interest", None)}),
        ("Unemployment fell to 6.1 percent.", {"6.1 percent": ("percent.unemployment", None)}),
        ("Its shares rose 4.5 percent.", {"4.5 percent": ("percent.rise", None)}),
        ("Turnout was 61 percent.", {"61 percent": ("percent.turnout", None)}),
        ("In the ballot 83 percent had voted for the walkout.", {"83 percent": ("percent.for", None)}),
        ("He is right about 40 percent.", {"40 percent": ("percent.told", None)}),
        ("Rescuers dug through rubble 40 feet deep.", {"40 feet": ("length.depth", "rubble")}),
    ],
)
def test_the_question_and_the_thing(read: Reader, text: str, answers: dict[str, tuple[str, str | None]]) -> None:
    found = {claim.anchor.match: (claim.slot, claim.frame.thing) for claim in read(text)}
    assert {words: (slot, thing if answers.get(words, ("", None))[1] else None) for words, (slot, thing) in found.items()} == answers


@pytest.mark.parametrize(
    ("text", "landmark"),
    [
        ("The site is 40 km north of Port Selmer.", "name:port selmer"),
        ("The site is about 40 km (25 miles) west of the capital.", "noun:capital"),
        ("She lay three kilometres from the lights of Tolvane harbour.", "name:tolvane"),
        ("The quake struck 40 km south of Tehran.", "name:tehran"),
        ("The quake struck 40 km off the coast of Iran.", "place:ir"),
    ],
)
def test_the_landmark_of_a_distance(read: Reader, text: str, landmark: str) -> None:
    distances = [claim for claim in read(text) if claim.slot == "length.distance"]
    assert [claim.frame.targets for claim in distances] == [frozenset({landmark})]


@pytest.mark.parametrize(
    ("text", "words", "markers"),
    [
        ("An aftershock of magnitude 5.1 followed.", "5.1", {"aftershock", "second"}),
        ("Turnout was 61 percent, up from 58 percent four years ago.", "61 percent", set()),
        ("Turnout was 61 percent, up from 58 percent four years ago.", "58 percent", {"earlier"}),
        ("The reward was raised to $20,000 on Friday.", "$20,000", {"changed"}),
        ("Prosecutors had asked for bail of $5 million.", "$5 million", {"demand"}),
        ("The repairs cost £4m a year.", "£4m", {"per year"}),
        ("It raised its key interest rate to 4.5 percent, the highest since 2008.", "4.5 percent", set()),
        ("Its interest rate has risen by 4.5 percent since 2008.", "4.5 percent", {"since"}),
        ("An exit poll had given the league 44 percent of the vote.", "44 percent", {"poll"}),
    ],
)
def test_words_for_another_instance(read: Reader, text: str, words: str, markers: set[str]) -> None:
    found = {claim.anchor.match: set(claim.frame.markers) for claim in read(text)}
    assert found[words] == markers


def test_a_sum_told_twice_has_one_role(read: Reader) -> None:
    slots = {claim.anchor.match: claim.slot for claim in read("The clubs agreed on a fee of £37m (€44m) on Thursday.")}
    assert slots == {"£37m": "money.fee", "€44m": "money.fee"}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The bank paid a fine in 2019. Its fee is 400 euros.", "400 euros", False),
        ("The bank paid a fine in 2019. Its fee was 400 euros.", "400 euros", True),
        ("The bank paid a fine in 2019. It has raised its fee to 400 euros.", "400 euros", True),
        ("The river rose to 6.2 metres, the highest mark since the gauge was set up in 1926.", "6.2 metres", False),
        ("The museum, which was opened in 1926, paid 400 euros.", "400 euros", False),
        ("In 1926 the museum paid 400 euros.", "400 euros", True),
        ("The museum that he opened in 1926, when it cost 400 euros, is closed.", "400 euros", True),
    ],
)
def test_the_time_of_an_amount(read: Reader, text: str, words: str, *, told: bool) -> None:
    assert {claim.anchor.match: claim.frame.time is not None for claim in read(text)}[words] is told


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Divers found nothing in the holds of the 190-metre freighter.", False),
        ("They never built a 190-metre tower.", True),
        ("The tower is not 190 metres high.", True),
    ],
)
def test_what_describes_a_known_thing_is_not_denied(read: Reader, text: str, *, negated: bool) -> None:
    (claim,) = read(text)
    assert claim.scope.negated is negated
