"""Which acts the words beside a date may tell, and whom they name in which part."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader, acts

from factcheck.claims.act_words import ActWords, lookup_forms
from factcheck.rulebook import Lists, WordsRule

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "words", "act"),
    [
        ("Surgeons put the knee back together on 12 May.", "12 May", "surgery"),
        ("The operation took place on 12 May.", "12 May", "surgery"),
        ("Colm Reed is to answer for the thefts on 12 June.", "12 June", "trial"),
        ("They got up from the table on 12 May.", "12 May", "talks-collapse"),
        ("The village was left without power on 12 May.", "12 May", "outage"),
        ("The ceremony, foreseen for 12 June, takes place in the hall.", "12 June", "award"),
        ("The novel is expected. Look out for 12 June: that is when it comes out.", "12 June", "publication"),
        ("Ada Fonn had become the first to swim across the sound on 12 May.", "12 May", "crossing"),
        ("His appearance before the panel on 12 May lasted two hours.", "12 May", "testimony"),
        ("Lena Orr tore a ligament. It happened on 12 May.", "12 May", "injury"),
        ("Records give July as the month of its last inspection.", "July", "inspection"),
        ("As of 12 June a ticket costs two francs.", "12 June", "price-change"),
        ("From 12 June the children will be driven to school.", "12 June", "begun"),
        ("The blast that tore the mill apart on 12 May was heard far off.", "12 May", "explosion"),
        ("The repair was finished on 12 May.", "12 May", "repair"),
        ("The works must close by 12 June.", "12 June", "closure"),
        ("Thieves took coins from the museum in Arnsted in the small hours of 12 May.", "12 May", "theft"),
        ("The mill dates from 1904.", "1904", "construction"),
        ("The most recent inspection of the mill dates from May 2016.", "May 2016", "inspection"),
        ("She was found by a neighbour on 12 May.", "12 May", "discovery"),
        ("The mill was founded in 1904.", "1904", "founding"),
        ("The film hits theatres on 12 June.", "12 June", "release"),
    ],
)
def test_what_a_day_may_date(read: Reader, text: str, words: str, act: str) -> None:
    assert act in acts(read(text)).get(words, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "She finds the day of 12 May hard.",
        "The deal was announced on 12 May.",
    ],
    ids=["no act", "a phase of another question"],
)
def test_days_of_no_act(read: Reader, text: str) -> None:
    assert "acquisition" not in acts(read(text)).get("12 May", frozenset())


@pytest.mark.parametrize(
    ("text", "act"), [("She was found dead on 12 May.", "founding"), ("She was found by a boy on 12 May.", "agreement")]
)
def test_acts_that_a_word_does_not_tell(read: Reader, text: str, act: str) -> None:
    assert act not in acts(read(text)).get("12 May", frozenset())


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("The telescope saw first light on 12 May.", set()),
        ("The first student fell ill on 12 May.", {"first"}),
        ("The crane had last been inspected on 12 May.", {"last"}),
        ("Its last inspection took place on 12 May.", {"last"}),
        ("Nobody has looked at the valve since 12 May.", {"last"}),
    ],
)
def test_what_singles_an_act_out(read: Reader, text: str, markers: set[str]) -> None:
    assert [claim.frame.markers for claim in read(text) if claim.slot == "act.on"] == [frozenset(markers)]


def test_who_takes_part_where(read: Reader) -> None:
    text = "Ada Fonn opened the eastern tube of a tunnel in France on 12 May."
    found = next(claim.frame.subset for claim in read(text) if claim.slot == "act.on")
    assert {"by person:ada fonn", "side eastern", "at place:fr"} <= found


def test_whom_a_pronoun_may_mean(read: Reader) -> None:
    text = "Omar Bell met Li Wei. He was arrested on 12 May."
    found = next(claim.frame.subset for claim in read(text) if claim.slot == "act.on")
    assert {"may person:omar bell", "may person:li wei"} <= found


def test_words_are_looked_up_in_all_their_forms() -> None:
    words = ActWords.of(
        Lists(
            WordsRule(id=name, type="words", reason="a test", table=table)
            for name, table in (
                ("act.verb.x", {"rescue": ["pull out/alive", "save"], "trial": ["sit dock"]}),
                ("act.noun.x", {"rescue": ["rescue", "recovery alive"]}),
            )
        )
    )
    assert words.of_verb("pulled", {"out"}) == (frozenset({"rescue"}), frozenset({"out"}))
    assert words.of_verb("pulled", {"up"}) is None
    assert words.of_noun("rescues", set()) == (frozenset({"rescue"}), frozenset())
    assert words.of_noun("recovery", set()) is None
    assert lookup_forms("bodies") >= {"bodies", "body"}
