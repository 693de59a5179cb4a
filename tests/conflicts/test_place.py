"""One place or thing in several spellings: the pairs, every veto, and what proves one bearer."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from claims_by_hand import World, claim, moved

from factcheck.conflicts.forms import Forms
from factcheck.conflicts.place import Bearers, NamingFinding, find_spellings
from factcheck.model import Claim, Frame
from factcheck.rulebook import load_rules
from factcheck.values import NameValue, OrganisationNameValue, PlaceNameValue

RULES = load_rules()
with (Path(__file__).parents[1] / "pairs" / "place.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = [(row["left"], row["right"], row["finding"]) for row in csv.DictReader(stream)]


def named(
    name: str,
    article: str = "left.txt",
    *,
    noun: str = "town",
    sort: str = "settlement",
    evidence: str = "noun",
    labels: str = "GPE",
    others: str = "",
    within: str = "",
    at: int = 0,
    quote: str = "",
) -> Claim:
    """A claim of a place's name."""
    frame = Frame(
        predicate=evidence,
        role="spelling",
        thing=sort or None,
        subset=frozenset({noun} if noun else ()),
        markers=frozenset({labels} if labels else ()),
        others=frozenset(part for part in others.split(",") if part),
        targets=frozenset({within} if within else ()),
    )
    quote = quote or f"{article}: they came from {name}, line {at}."
    return claim(PlaceNameValue(name, noun), frame, article=article, at=at, quote=quote)


def bare(name: str, article: str = "left.txt", **other: str) -> Claim:
    return named(name, article, noun="", sort="", evidence="bare", labels="", **other)  # type: ignore[arg-type]  # words only


def findings(*claims: Claim, texts: dict[str, str] | None = None) -> list[NamingFinding]:
    if texts is None:
        texts = {}
        for item in claims:
            texts[item.anchor.article] = texts.get(item.anchor.article, "") + " " + item.anchor.quote
    context = World(RULES).context(*claims)
    return find_spellings(Bearers(Forms.of(claims, texts, RULES), context.stories, RULES))


def level(*claims: Claim, texts: dict[str, str] | None = None) -> str:
    found = findings(*claims, texts=texts)
    return found[0].proof.level if found else "none"


@pytest.mark.parametrize(("left", "right", "wanted"), PAIRS)
def test_pairs(left: str, right: str, wanted: str) -> None:
    assert level(named(left), named(right, "right.txt")) == wanted
    assert level(named(right), named(left, "right.txt")) == wanted


def test_three_spellings_are_one_finding_whatever_the_order() -> None:
    claims = [
        named("Hormazgan"),
        named("Hormuzgan", "right.txt"),
        named("Hormouzgan", "right.txt", at=90),
        named("Hormazgan", at=300),
    ]
    first = findings(*claims)
    assert [spelling for spelling, _ in first[0].sides] == ["Hormazgan", "Hormouzgan", "Hormuzgan"]
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))
        assert findings(*shuffled) == first


def test_another_story_proves_nothing() -> None:
    assert level(named("Dargovan"), named("Dargevan", "other.txt")) == "none"


def test_without_noun_neighbour_or_agreeing_word_nothing_is_proven() -> None:
    left, right = (
        named(name, where, noun="", sort="", evidence="entity") for name, where in (("Dargovan", "left.txt"), ("Dargevan", "right.txt"))
    )
    assert level(left, right) == "none"


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Dravossin", "Dravosin", "romanisation"),
        ("Drossin", "Drosin", "none"),
        ("Kestravolin", "Kestrovolin", "misspelling"),
        ("Dargovan", "Dargevan", "none"),
        ("Kestravolin", "Kestravolim", "none"),
        ("Sevastopol", "Sewastopol", "none"),
    ],
    ids=["a habit", "a short name", "a slip in a long name", "a slip in a short one", "the last letter", "both listed"],
)
def test_a_long_name_of_one_story_needs_no_more(left: str, right: str, wanted: str) -> None:
    found = (named(name, where, noun="", sort="", evidence="entity") for name, where in ((left, "left.txt"), (right, "right.txt")))
    assert level(*found) == wanted


def test_the_last_letter_needs_one_noun_beside_both() -> None:
    assert level(named("Krasnoval", noun="village"), named("Krasnovale", "right.txt", noun="village")) == "misspelling"
    assert level(named("Krasnoval", noun="village"), named("Krasnovale", "right.txt", noun="town")) == "none"
    assert level(named("Krasnoval", noun="village"), named("Krasnovals", "right.txt", noun="village")) == "none"
    assert level(named("Kasno", noun="village"), named("Kasnok", "right.txt", noun="village")) == "none"


def test_the_same_name_beside_both_is_proof_but_a_country_is_none() -> None:
    def pair(others: str) -> str:
        left = named("Dargovan", noun="", sort="", evidence="entity", others=others)
        return level(left, named("Dargevan", "right.txt", noun="", sort="", evidence="entity", others=others))

    assert pair("name:tonban") == "misspelling"
    assert pair("place:fr") == "none"
    assert pair("name:dargovan square") == "none"


def test_two_villages_of_one_list_are_two() -> None:
    quote = "The villages of Tarnak and Tarnok were hit."
    assert level(named("Tarnak", quote=quote), named("Tarnok", quote=quote, at=30), named("Tarnok", "right.txt")) == "none"


def test_an_article_that_has_both_more_than_once_tells_of_two() -> None:
    texts = {"left.txt": "Tarnakos fell. Tarnakos burned. Tarnekos held. Tarnekos stood.", "right.txt": "Tarnekos"}
    assert level(named("Tarnakos"), named("Tarnekos", "right.txt"), texts=texts) == "none"
    texts["left.txt"] = "Tarnakos fell. Tarnakos burned. Tarnekos held."
    assert level(named("Tarnakos"), named("Tarnekos", "right.txt"), texts=texts) == "misspelling"


def test_different_sorts_of_thing() -> None:
    assert level(named("Dargovan"), named("Dargevan", "right.txt", noun="river", sort="water")) == "none"
    assert level(named("Dargovan"), named("Dargevan", "right.txt", noun="ferry", sort="vessel")) == "none"
    area = named("Dargevan", "right.txt", noun="area", sort="any", others="name:tonban")
    assert level(named("Dargovan", others="name:tonban"), area) == "misspelling"


def test_different_places_around() -> None:
    assert level(named("Dargovan", within="place:fr"), named("Dargevan", "right.txt", within="place:de")) == "none"
    assert level(named("Dargovan", within="place:fr"), named("Dargevan", "right.txt", within="place:fr")) == "misspelling"
    assert level(named("Dargovan", within="place:fr"), named("Dargevan", "right.txt")) == "misspelling"


def test_a_person_of_that_name() -> None:
    person = claim(NameValue("Dargovan", ("Ada",)), Frame(agents=frozenset({"person:ada dargovan"})), article="left.txt", at=500)
    others = {"noun": "", "sort": "", "evidence": "entity", "others": "name:tonban"}
    left, right = named("Dargovan", **others), named("Dargevan", "right.txt", **others)  # type: ignore[arg-type]  # words only
    assert level(left, right) == "misspelling"
    assert level(left, right, person) == "none"
    assert level(named("Dargovan"), named("Dargevan", "right.txt"), person) == "misspelling"  # "the town of Dargovan" is a town


def test_what_the_parse_takes_for_persons_only() -> None:
    def pair(labels: str) -> str:
        left = bare("Tarno Velik", others="name:tonban")
        right = named("Tarno Velek", "right.txt", noun="", sort="", evidence="entity", labels=labels, others="name:tonban")
        return level(left, right)

    assert pair("GPE") == "misspelling"
    assert pair("PERSON") == "none"


def test_peoples_and_given_names() -> None:
    def pair(left: str, right: str, labels: str) -> str:
        more = {"noun": "", "sort": "", "evidence": "entity", "labels": labels, "others": "name:tonban"}
        return level(named(left, **more), named(right, "right.txt", **more))  # type: ignore[arg-type]  # words only

    assert pair("Kardovar", "Kardavar", "NORP") == "none"
    assert pair("Alexandra", "Alexondra", "GPE") == "none"


def test_a_common_word_with_a_capital() -> None:
    texts = {"left.txt": "the Revolution; a revolution", "right.txt": "the Resolution"}
    left, right = (named(name, where, others="name:tonban") for name, where in (("Revolution", "left.txt"), ("Resolution", "right.txt")))
    assert level(left, right, texts=texts) == "none"


def test_a_stray_slip_inside_an_article_that_knows_the_name() -> None:
    uses = [named("Makorove", at=100 * index, noun="gorilla", sort="animal") for index in range(3)]
    assert level(*uses, bare("Makorve", at=700)) == "misspelling"
    assert level(*uses, bare("Makorve", "right.txt")) == "none"  # elsewhere it may be somebody else
    assert level(uses[0], bare("Makorve", at=700)) == "none"  # once against once proves nothing


def test_two_bare_runs_are_no_names() -> None:
    assert level(bare("Dargovan", others="name:tonban"), bare("Dargevan", "right.txt", others="name:tonban")) == "none"


def test_both_listed_or_one() -> None:
    assert level(named("Kharkiv"), named("Kharkov", "right.txt")) == "none"
    assert level(named("Kharkiv"), named("Kharkyv", "right.txt")) == "romanisation"


def test_a_copied_slip_of_a_listed_place() -> None:
    texts = {"left.txt": "Pyongang. Pyongang. Pyongyang. Pyongyang. Pyongyang.", "right.txt": "Pyongyang"}
    left = named("Pyongang", noun="city")
    assert level(left, named("Pyongyang", "right.txt", noun="capital"), texts=texts) == "misspelling"


def test_the_kind_is_what_most_claims_are() -> None:
    body = claim(
        OrganisationNameValue("Tamsel Foods"), Frame(predicate="noun", thing="trade", subset=frozenset({"foods"})), article="left.txt"
    )
    other = moved(
        claim(OrganisationNameValue("Tamsol Foods"), Frame(predicate="noun", thing="trade", subset=frozenset({"foods"}))), "right.txt"
    )
    found = findings(body, other)
    assert [(item.kind, item.name) for item in found] == [("organisation", "Tamsel Foods")]


def test_the_proof_is_told() -> None:
    found = findings(named("Dargovan", others="name:tonban"), named("Dargevan", "right.txt", others="name:tonban"))[0]
    assert found.proof.reasons[0].startswith("Dargevan and Dargovan: one name in two spellings")
    assert "the same noun stands beside both: town" in found.proof.reasons
    assert "both are told beside Tonban" in found.proof.reasons
    assert 0 < found.proof.strength <= 1


def test_many_names_take_little_time() -> None:
    claims = [
        named(f"Ve{a}{b}mora{c}", "left.txt" if c > "h" else "right.txt", at=ord(a))
        for a in "abcdefgh"
        for b in "aeiou"
        for c in "abcdefghijkl"
    ]
    assert isinstance(findings(*claims, texts={"left.txt": "", "right.txt": ""}), list)
