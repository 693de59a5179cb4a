"""How two spellings differ: the folding rules prove themselves, the labelled pairs, and properties of ``same_person``."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from growing import LINEAR, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.mentions.name_words import Lexicon
from factcheck.mentions.spelling import Folder, Match, prove_folding, same_person
from factcheck.rulebook import FoldingRule, load_rules
from factcheck.values import NameValue

RULES = load_rules()
FOLDER, LEXICON = Folder(RULES), Lexicon(RULES)
with (Path(__file__).parents[1] / "pairs" / "name.csv").open(encoding="utf-8", newline="") as _file:
    PAIRS = list(csv.DictReader(_file))
NAMES = st.builds(
    NameValue,
    st.text("abehkijouyzsv -'é", min_size=1, max_size=12),
    st.lists(st.text("aehijmory.", min_size=1, max_size=8), max_size=3).map(tuple),
    st.sampled_from(["", "Jr.", "III"]),
)


def name(text: str) -> NameValue:
    value = LEXICON.read_name(text.split())
    assert value is not None
    return value


@pytest.mark.parametrize("rule", list(RULES.of(FoldingRule)), ids=lambda rule: str(rule.id))
def test_foldings_prove_themselves(rule: FoldingRule) -> None:
    assert prove_folding(rule) == []


def test_a_false_proof_is_told() -> None:
    rule = FoldingRule(
        id="folding.test",
        type="folding",
        reason="test",
        classes=[["b", "v"]],
        examples=["Bara = Mara"],
        counter_examples=["Bara = Vara", "x"],
    )
    assert len(prove_folding(rule)) == 3


def test_the_pairs_are_many() -> None:
    assert len(PAIRS) >= 80
    assert {row["person"] for row in PAIRS} == {"same", "different", "unknown"}


@pytest.mark.parametrize("row", [row for row in PAIRS if row["person"] != "unknown"], ids=lambda row: f"{row['left']}={row['right']}")
def test_pairs_without_context(row: dict[str, str]) -> None:
    assert (same_person(name(row["left"]), name(row["right"]), FOLDER) >= 0.5) is (row["person"] == "same")


@pytest.mark.parametrize(
    ("left", "right", "match"),
    [
        ("Orbelian", "Orbelyan", Match.FOLDED),
        ("Halloran", "Hallaran", Match.SLIP),
        ("Varela", "Valera", Match.SLIP),
        ("Costa", "La Costa", Match.EQUAL),
        ("Calvana", "LaCalvana", Match.SLIP),
        ("Hill", "Hall", Match.APART),
        ("Marsh", "Mersh", Match.SLIP),
        ("Solano", "Solano Ibarra", Match.SHORT),
        ("Wang", "Yang", Match.APART),
    ],
)
def test_surnames(left: str, right: str, match: Match) -> None:
    assert FOLDER.match_family(left, right) is FOLDER.match_family(right, left) is match


def test_a_slip_at_the_end_makes_another_name() -> None:
    assert FOLDER.match(name("Viktor Brand"), name("Viktor Brandl")).at_end
    assert FOLDER.match(name("Olga Kastana"), name("Olga Kastan")).at_end
    assert not FOLDER.match(name("Olga Kastelana"), name("Olga Kastelane")).at_end, "a vowel at the end of a long surname is weak"
    assert not FOLDER.match(name("Renata Astbury"), name("Renata Asbury")).at_end


def test_regular_other_forms_are_no_difference_of_spelling() -> None:
    for left, right in (
        ("Irena Petrov", "Irena Petrova"),
        ("Alena Dvorak", "Alena Dvoráková"),
        ("Martins Ozols", "Martin Ozol"),
        ("Ana Prieto", "Ana I. Prieto Vidal"),
        ("Ana Prieto", "Ana Inés Prieto Vidal"),
        ("Ben Okonjo Jnr", "Ben Okonjo Junior"),
        ("Chr. Holmgaard", "Christian Holmgaard"),
    ):
        assert FOLDER.match(name(left), name(right)).worst <= Match.ALIAS, (left, right)
    for left, right in (
        ("Ivan Peters", "Ivan Peter"),
        ("Juan Carlos", "Juan Carlos Roldán"),
        ("George W. Marsh", "George H. W. Marsh"),
        ("Jana Dvoráková", "Jan Dvorak"),
    ):
        assert FOLDER.match(name(left), name(right)).worst > Match.ALIAS, (left, right)


def test_first_names_that_may_be_one() -> None:
    for left, right in (("Heinke", "Heike"), ("Szymon", "Simon"), ("Gesina", "Gesine"), ("Ranghild", "Ragnhild")):
        assert FOLDER.may_be_one(left, right), (left, right)
    for left, right in (("Mario", "Maria"), ("Fernando", "Fernanda"), ("Marta", "Marina"), ("Lena", "Lona"), ("Heiko", "Heike")):
        assert not FOLDER.may_be_one(left, right), (left, right)


@given(NAMES, NAMES)
@example(NameValue("a", ("e",)), NameValue("a", ("i", "e")))
@settings(max_examples=300, deadline=None)
def test_symmetric_and_bounded(left: NameValue, right: NameValue) -> None:
    score = same_person(left, right, FOLDER)
    assert score == same_person(right, left, FOLDER)
    assert 0.0 <= score <= 1.0


@given(NAMES)
def test_reflexive(value: NameValue) -> None:
    assert same_person(value, value, FOLDER) == 1.0


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
@settings(max_examples=200, deadline=None)
def test_never_raises(left: str, right: str) -> None:
    same_person(NameValue(left, (right,)), NameValue(right, (left,)), FOLDER)
    FOLDER.match_given(left, right)


@pytest.mark.parametrize(("left", "right"), [("ab", "ba"), ("aeyizskhg", "eaiyszhkg")])
def test_long_words_are_compared_in_linear_time(left: str, right: str) -> None:
    assert growth(lambda number: FOLDER.match_family(left * number, right * number), 5_000) < LINEAR
