"""One organisation under two names: the pairs, every veto, and what proves one body."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.forms import Forms
from factcheck.conflicts.organisation import find_names
from factcheck.conflicts.place import Bearers, NamingFinding, find_spellings
from factcheck.model import Claim, Frame
from factcheck.rulebook import load_rules
from factcheck.values import OrganisationNameValue, PlaceNameValue

RULES = load_rules()
with (Path(__file__).parents[1] / "pairs" / "organisation.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = [(row["left"], row["right"], row["finding"]) for row in csv.DictReader(stream)]


def body(name: str, article: str = "left.txt", *, head: str = "", at: int = 0, quote: str = "") -> Claim:
    """A claim of an organisation's name; ``head`` is the person said to lead it."""
    noun = name.split()[-1].lower()
    frame = Frame(
        predicate="noun",
        role="spelling",
        subset=frozenset({noun} if noun in RULES.words()["organisation.noun"] else ()),
        markers=frozenset({"ORG"}),
        agents=frozenset({f"person:{head}"} if head else ()),
    )
    return claim(OrganisationNameValue(name), frame, article=article, at=at, quote=quote or f"{article}: a word from {name}, line {at}.")


def findings(*claims: Claim, texts: dict[str, str] | None = None) -> list[NamingFinding]:
    if texts is None:
        texts = {}
        for item in claims:
            texts[item.anchor.article] = texts.get(item.anchor.article, "") + " " + item.anchor.quote
    context = World(RULES).context(*claims)
    bearers = Bearers(Forms.of(claims, texts, RULES), context.stories, RULES)
    return [*find_spellings(bearers), *find_names(bearers, RULES)]


def level(*claims: Claim, texts: dict[str, str] | None = None) -> str:
    found = findings(*claims, texts=texts)
    assert len(found) < 2, "one finding for one body"
    return found[0].proof.level if found else "none"


@pytest.mark.parametrize(("left", "right", "wanted"), PAIRS)
def test_pairs(left: str, right: str, wanted: str) -> None:
    assert level(body(left), body(right, "right.txt")) == wanted
    assert level(body(right), body(left, "right.txt")) == wanted


def test_another_story_proves_nothing() -> None:
    assert level(body("Halden Packaging"), body("Halden Packers", "other.txt")) == "none"


def test_an_article_that_has_both_tells_of_two() -> None:
    both = [body("Halden Packaging"), body("Halden Packers", at=90), body("Halden Packers", "right.txt")]
    assert level(*both) == "none"
    assert level(both[0], both[1]) == "none"


def test_an_article_that_has_the_other_word_may_tell_of_both() -> None:
    texts = {"left.txt": "Halden Packaging. The Packers lost again.", "right.txt": "Halden Packers"}
    assert level(body("Halden Packaging"), body("Halden Packers", "right.txt"), texts=texts) == "none"
    texts["left.txt"] = "Halden Packaging. The packers went home."
    assert level(body("Halden Packaging"), body("Halden Packers", "right.txt"), texts=texts) == "another-word"


def test_the_same_head_makes_one_body_of_any_two_words() -> None:
    assert level(body("Green Future", head="jon asker"), body("Green Left", "right.txt", head="jon asker")) == "another-word"
    assert level(body("Green Future", head="jon asker"), body("Green Left", "right.txt", head="ada okafor")) == "none"
    assert level(body("Green Future", head="jon asker"), body("Green Left", "right.txt")) == "none"
    assert level(body("Green Future", head="jon asker"), body("Red Left", "right.txt", head="jon asker")) == "none"


def test_a_place_is_no_body() -> None:
    places = [
        claim(PlaceNameValue(name), Frame(predicate="entity"), article=where)
        for name, where in (("Vesk Mills", "left.txt"), ("Vesk Mines", "right.txt"))
    ]
    assert level(*places) == "none"


def test_the_rest_must_hold_a_word_that_few_bodies_share() -> None:
    assert level(body("National Packaging"), body("National Packers", "right.txt")) == "none"
    assert level(body("France Packaging"), body("France Packers", "right.txt")) == "none"


def test_the_kind_and_the_proof() -> None:
    found = findings(body("Halden Packaging"), body("Halden Packaging", at=60), body("Halden Packers", "right.txt"))[0]
    assert (found.kind, found.name) == ("organisation", "Halden Packaging")
    assert [(spelling, len(claims)) for spelling, claims in found.sides] == [("Halden Packaging", 2), ("Halden Packers", 1)]
    assert "the rest of the name agrees: Halden" in found.proof.reasons
