"""One person under two names that no slip explains: what two articles of one story must tell alike, and what keeps two people apart."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.conflicts.name import find_variants
from factcheck.mentions.name_words import Lexicon
from factcheck.model import Anchor, Article, Claim, Extraction, Frame, Publication, Scope
from factcheck.rulebook import load_rules
from factcheck.text import Span, fold
from factcheck.topics.stories import Stories
from factcheck.values import AgeValue

RULES = load_rules()
LEXICON = Lexicon(RULES)
NAMES = frozenset({"name:castor line", "person:marit quell", "name:veldane harbour trust"})


def article(name: str, day: int) -> Extraction:
    return Extraction(Article(name, name, "", "0", published=Publication(date(2026, 3, day), date(2026, 3, day))), (), NAMES, frozenset())


def named(where: str, name: str, sentence: str, roles: str = "") -> Claim:
    """The claim of a name that stands first in a sentence, which stands first in the article."""
    value = LEXICON.read_name(name.split())
    assert value is not None
    frame = Frame(agents=frozenset({f"person:{fold(name)}"}), subset=frozenset(part for part in roles.split(",") if part))
    anchor = Anchor(where, where, Span(0, len(name)), 1, 1, name, f"{name} {sentence}", 0)
    return Claim(f"{where}/{name}", "name", "name", value, frame, Scope(), anchor, "test")


def aged(where: str, name: str, years: int) -> Claim:
    anchor = Anchor(where, where, Span(900, 902), 1, 901, str(years), "Nothing.", 0)
    frame = Frame(agents=frozenset({f"person:{fold(name)}"}))
    return Claim(f"{where}/{years}", "age", "age", AgeValue(years, years), frame, Scope(), anchor, "test")


def found(left: list[Claim], right: list[Claim], days: tuple[int, int] = (4, 5)) -> bool:
    stories = Stories.of((article("left", days[0]), article("right", days[1])), {}, RULES.words())
    claims = [*left, *right]
    texts = {where: " ".join(claim.anchor.quote for claim in claims if claim.anchor.article == where) for where in ("left", "right")}
    return bool(find_variants(claims, RULES, stories=stories, texts=texts))


SURGERY = "sewed the severed hand back in a clinic near the harbour."
SURGERY_TOO = "was the one who had the hand sewed on again at the clinic."
PAINTING = "showed the watercolours in a gallery and spoke of the light."


@pytest.mark.parametrize(
    ("left", "right", "told", "too", "wanted"),
    [
        ("Torvald Ekelmann", "Torvald Ekelund", SURGERY, SURGERY_TOO, True),  # the surnames begin alike
        ("Torvald Ekelmann", "Torvald Ekelund", SURGERY, PAINTING, False),  # nothing is told of both
        ("Denise Okafor", "Denise Okoro", SURGERY, SURGERY_TOO, True),
        ("Torvald Grimsrud", "Torvald Ekelund", SURGERY, SURGERY_TOO, False),  # other surnames
        ("Esther Quillar", "Hester Quillar", SURGERY, SURGERY_TOO, True),  # the given names are near
        ("Esther Quillar", "Hester Quillar", SURGERY, PAINTING, False),
        ("Esther Quillar", "Judith Quillar", SURGERY, SURGERY_TOO, False),  # sisters
        ("Samir Quillar", "Samira Quillar", SURGERY, SURGERY_TOO, False),  # brother and sister
        ("Esther Quillar", "Hester Quillar", SURGERY + " Her sister looked on.", SURGERY_TOO, False),  # a word of kin
        ("Torvald Ekelmann", "Torvald Ekelund", SURGERY, SURGERY_TOO + " So did the predecessor.", False),  # another time
        ("Li Wenhao", "Li Wenhai", SURGERY, SURGERY_TOO, False),  # every letter of a syllable tells
        ("Sean Johnson", "Sean Johnston", SURGERY, SURGERY_TOO, False),  # surnames that exist beside near twins
        ("Sean Roberts", "Sean Robinson", SURGERY, SURGERY_TOO, False),  # two frequent surnames
        ("Siobhan Quillar", "Chevonne Quillar", SURGERY, PAINTING, True),  # given names that sound alike
        ("Sean Quillar", "Shaun Quillar", SURGERY + " His brother looked on.", SURGERY_TOO, True),  # of which no family has two
        ("Eoin Quillar", "Owen Quillar", SURGERY, PAINTING, True),
        ("Terrance Quillar", "Terence Quillar", SURGERY, PAINTING, True),
        ("Sean Johnson", "Shaun Johnson", SURGERY, SURGERY_TOO, False),  # many bear the surname
        ("Niamh Quillar", "Neil Quillar", SURGERY, PAINTING, False),
        ("Siobhan Quillar", "Sinead Quillar", SURGERY, SURGERY_TOO, False),  # sisters
        ("Torvald Grimsrudsen", "Torvald Grimsrodsen", SURGERY, PAINTING, True),  # a slip in a long surname
        ("Torvald Grimsruden", "Torvald Grimsrudal", SURGERY, PAINTING, True),  # surnames with one beginning
        ("Torvald Grimsen", "Torvald Grimdal", SURGERY, PAINTING, False),
        ("Rui Tavares Quillar", "Rui Taveira Quillar", SURGERY, SURGERY_TOO, True),  # the first of two surnames
        ("Charles Quillar", "Charlles Quillar", SURGERY, SURGERY_TOO, True),  # a slip makes a name of none
        ("Charles Johnson", "Chalres Johnson", SURGERY, SURGERY_TOO, True),  # however many bear the surname
        ("Charles Quillar", "Charlles Quillar", SURGERY, PAINTING, False),  # nothing is told of both
        ("Charles Quillar", "Charlles Quillar", SURGERY + " His brother looked on.", SURGERY_TOO, False),
        ("Marian Johnson", "Marion Johnson", SURGERY, SURGERY_TOO, False),  # two names
        ("Torvald Emanuel Johnson", "Torvald Emanule Johnson", SURGERY, SURGERY_TOO, True),  # beside another given name
        ("Torvald Emanuel Johnson", "Torvald Eberhard Johnson", SURGERY, SURGERY_TOO, False),
    ],
)
def test_what_is_told_of_both(left: str, right: str, told: str, too: str, wanted: bool) -> None:
    assert found([named("left", left, told)], [named("right", right, too)]) is wanted


def test_offices_and_ages_speak_for_and_against() -> None:
    left, right = "Torvald Ekelmann", "Torvald Ekelund"
    assert found([named("left", left, PAINTING, "mayor")], [named("right", right, SURGERY, "mayor")])
    assert not found([named("left", left, SURGERY, "mayor")], [named("right", right, SURGERY_TOO, "detective")])
    assert found([named("left", left, PAINTING, "police chief")], [named("right", right, SURGERY, "detective")])  # in other words
    same = [named("left", left, PAINTING), aged("left", left, 45)], [named("right", right, SURGERY), aged("right", right, 45)]
    assert found(*same)
    assert not found([named("left", left, SURGERY), aged("left", left, 45)], [named("right", right, SURGERY_TOO), aged("right", right, 61)])


@pytest.mark.parametrize(
    ("left", "right", "office", "wanted"),
    [
        ("Warren Quillar", "Walter Quillar", "police chief", True),  # one letter begins both
        ("Roderick Quillar", "Frederick Quillar", "mayor", True),  # one ending
        ("Warren Quillar", "Judith Quillar", "police chief", False),
        ("Warren Quillar", "Wanda Quillar", "mayor", False),  # a man and a woman
        ("Warren Quillar", "Walter Quillar", "police officer", False),  # many have the office
        ("Warren Johnson", "Walter Johnson", "police chief", False),  # many have the surname
    ],
)
def test_unlike_given_names_need_an_office_that_one_has(left: str, right: str, office: str, wanted: bool) -> None:
    assert found([named("left", left, SURGERY, office)], [named("right", right, SURGERY_TOO, office)]) is wanted
    assert not found(
        [named("left", left, SURGERY + " So did the brother of Quillar.", office)], [named("right", right, SURGERY_TOO, office)]
    )


def test_whoever_is_named_in_both_is_nobody_else() -> None:
    left, right = named("left", "Torvald Ekelmann", SURGERY), named("right", "Torvald Ekelund", SURGERY_TOO)
    assert not found([left, named("left", "Torvald Ekelund", PAINTING)], [right])
    assert not found([left], [right, named("right", "Ekelmann", PAINTING)])


@pytest.mark.parametrize(("left", "right"), [("Niamh Quillar", "Neve Quillar"), ("Torvald Grimsruden", "Torvald Grimsrudal")])
def test_whoever_stands_in_one_article_under_both_names_is_two(left: str, right: str) -> None:
    assert found([named("left", left, SURGERY)], [named("right", right, SURGERY_TOO)])
    assert not found([named("left", left, SURGERY), named("left", right, PAINTING)], [named("right", right, SURGERY_TOO)])
    assert not found([named("left", left, SURGERY), aged("left", left, 9)], [named("right", right, SURGERY_TOO), aged("right", right, 41)])


def test_stories_of_other_days_prove_nothing() -> None:
    left, right = named("left", "Torvald Ekelmann", SURGERY), named("right", "Torvald Ekelund", SURGERY_TOO)
    assert not found([left], [right], (4, 25))


def test_last_years_winner_is_another_even_a_letter_away() -> None:
    told = "won the marathon of Tarn before a large crowd."
    earlier = "had won the marathon of Tarn a year earlier before a crowd."
    assert found([named("left", "Daniel Kiprono", told)], [named("right", "Daniel Kipruto", told)])
    assert not found([named("left", "Daniel Kiprono", told)], [named("right", "Daniel Kipruto", earlier)])
