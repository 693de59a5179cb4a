"""Whole sentences to slots: which question a date, a count, a length or an announcement answers, with the real parser."""

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
    """Reads claims off a text whose lines are paragraphs."""

    def __init__(self) -> None:
        rulebook = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(rulebook), ClaimBuilder(rulebook)

    def __call__(self, text: str) -> tuple[Claim, ...]:
        blocks, position = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span(position, position + len(line))))
            position += len(line) + 1
        article = Article("story.txt", "story.txt", text, "", blocks=tuple(blocks))
        document = next(self._parser.parse([article]))
        published, resolved = self._mentions.read(document)
        return self._claims.build(Document(published, document.passages), resolved).claims


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def slots(claims: tuple[Claim, ...], kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.kind == kind and claim.slot != "act.on":
            found.setdefault(claim.anchor.match, []).append(claim.slot)
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In June 2019, rebels seized the town of Marat.", "June 2019", ["seizure.on"]),
        ("In June 2019, rebels managed to conquer the town of Marat.", "June 2019", ["seizure.on"]),
        ("France pulled out its troops from Mali on 3 May 2021.", "3 May 2021", ["withdrawal.on"]),
        ("On 3 May 2021, France announced the withdrawal of its troops from Mali.", "3 May 2021", ["withdrawal.announced_on"]),
        ("France agreed to withdraw its troops from Mali, Reuters reported on 3 May 2021.", "3 May 2021", []),
        ("France will withdraw from Mali, as reported on 3 May 2021 by the agency.", "3 May 2021", ["withdrawal.reported_on"]),
        ("In May 2021, the army launched an offensive against the rebels in Mali.", "May 2021", ["attack.on", "history.launch"]),
        ("Fighters bombed the offensive conducted by France in Mali in May 2021.", "May 2021", ["attack.on"]),
        ("Clashes erupted in Mali in May 2021.", "May 2021", ["clash.on"]),
        ("The volcano erupted in May 2021.", "May 2021", ["eruption.on"]),
        ("A war in 2012 resulted in France gaining control of the port.", "2012", ["seizure.on"]),
        ("She was born in 2012 and likes cheese.", "2012", ["birth.on", "history.birth"]),
        ("He has eaten cheese since 2012.", "2012", []),
    ],
)
def test_dates(read: Reader, text: str, words: str, expected: list[str]) -> None:
    found = slots(read(text), "date")
    assert [slot for slot in found.get(words, []) if not slot.startswith("clash.") or expected == ["clash.on"]] == expected


def test_a_pronoun_means_neither_of_two_relatives(read: Reader) -> None:
    quoted = ' "We knew nothing at all of any leak," he said.'
    assert slots(read("Daniel Holt ran the yard." + quoted), "attribution") == {"Daniel Holt": ["quotation.said_by"]}
    assert slots(read("Daniel Holt and Peter Holt ran the yard." + quoted), "attribution") == {}


def test_a_date_between_announcement_and_act_answers_nothing(read: Reader) -> None:
    found = slots(read("France announced the withdrawal of troops on 3 May 2021."), "date")
    assert "withdrawal.on" not in found.get("3 May 2021", [])


def test_this_agreement_points_back(read: Reader) -> None:
    text = "France has agreed to withdraw its soldiers from Mali.\nThe two leaders reached this agreement during a meeting on 3 May 2021."
    assert "withdrawal.agreed_on" in slots(read(text), "date")["3 May 2021"]


def test_a_definite_noun_points_back(read: Reader) -> None:
    text = "The two armies fought over the disputed region of Kashmir for years.\nIn May 2021, India managed to conquer the area."
    claim = next(claim for claim in read(text) if claim.slot == "seizure.on")
    assert any("kashmir" in name for name in claim.frame.targets)
    assert claim.frame.agents == {"place:in"}


@pytest.mark.parametrize(
    ("text", "words", "slot"),
    [
        ("The blast killed 84 people in Lyon.", "84", "person.death.acted_on"),
        ("Police said 84 people died in Lyon.", "84", "person.death.acted_on"),
        ("Lyon blast leaves 84 dead, police say.", "84", "person.death.acted_on"),
        ("The crash in Lyon injured 12 children.", "12", "child.injury.acted_on"),
    ],
)
def test_counts(read: Reader, text: str, words: str, slot: str) -> None:
    assert slot in slots(read(text), "count").get(words, [])


@pytest.mark.parametrize(
    ("text", "words", "slot"),
    [
        ("France launched a 24-hour offensive against the rebels.", "24-hour", "attack.lasted"),
        ("Another French attack lasting just one day destroyed the camp.", "one day", "attack.lasted"),
    ],
)
def test_durations(read: Reader, text: str, words: str, slot: str) -> None:
    assert slot in slots(read(text), "duration").get(words, [])


def test_an_announcement_and_its_denial(read: Reader) -> None:
    text = (
        "Prime Minister Amara Diallo said that Mali will withdraw from the African Union.\n"
        "Foreign Minister Seydou Keita insisted that Diallo had not announced a withdrawal."
    )
    found = [claim for claim in read(text) if claim.kind == "polarity" and claim.frame.role == "announced"]
    assert [(claim.slot, claim.value.iso()) for claim in found] == [("withdrawal.announced", "yes"), ("withdrawal.announced", "no")]
    assert found[0].frame.agents == found[1].frame.agents
    assert [claim.scope.said_by for claim in found] == ["person:amara diallo", "person:seydou keita"]


def test_spans_slice_to_their_words(read: Reader) -> None:
    text = "In June 2019, Ada Okafor said that six villages were seized.\nOn Friday 12 people were hurt."
    for claim in read(text):
        assert claim.anchor.span.of(text) == claim.anchor.match
        assert claim.anchor.match in claim.anchor.quote
