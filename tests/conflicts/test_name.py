"""One person in several spellings over a corpus: what is a finding, and above all what is none."""

from __future__ import annotations

import random
from datetime import date

import pytest

from factcheck.claims import Extraction
from factcheck.conflicts.name import SpellingFinding, find_variants
from factcheck.mentions.name_words import Lexicon
from factcheck.model import Anchor, Article, Claim, Frame, Publication, Scope
from factcheck.rulebook import load_rules
from factcheck.text import Span, fold
from factcheck.topics.stories import Stories
from factcheck.values import AgeValue

RULES = load_rules()
LEXICON = Lexicon(RULES)
STORY = "Reporters saw it near the Harbor of Veldane, where the Castor Line and Marit Quell work."


def said(article: str, name: str, roles: str = "", *, of: str = "", quote: str = STORY, at: int = 0) -> Claim:
    """A name claim; ``of`` is the full name of the person in the article where the claim has a short form."""
    value = LEXICON.read_name(name.split())
    assert value is not None
    frame = Frame(agents=frozenset({f"person:{fold(of or name)}"}), subset=frozenset(part for part in roles.split(",") if part))
    anchor = Anchor(article, article, Span(at, at + len(name)), 1, at + 1, name, quote, 0)
    return Claim(f"{article}/{at}/{name}", "name", "name", value, frame, Scope(), anchor, "test")


def aged(article: str, name: str, years: int) -> Claim:
    """An age claim about a person whom the article names in full."""
    frame = Frame(agents=frozenset({f"person:{fold(name)}"}))
    anchor = Anchor(article, article, Span(900, 902), 1, 901, str(years), "Nothing.", 0)
    return Claim(f"{article}/{name}/{years}", "age", "age", AgeValue(years, years), frame, Scope(), anchor, "test")


def variants(*claims: Claim, stories: Stories | None = None) -> list[list[str]]:
    found = find_variants(claims, RULES, stories=stories)
    return [sorted(spelling for spelling, _ in finding.sides) for finding in found]


def one_story(*articles: str) -> Stories:
    """Articles that share a few rare names and nothing else."""
    names = frozenset({"name:castor line", "person:marit quell", "name:veldane harbour trust"})
    return Stories.of(tuple(Extraction(Article(name, name, "", "0"), (), names, frozenset()) for name in articles), {}, RULES.words())


def one(*claims: Claim) -> SpellingFinding:
    findings = find_variants(claims, RULES)
    assert len(findings) == 1
    return findings[0]


def test_a_slip_with_the_same_office() -> None:
    finding = one(
        said("a", "Tavit Orbelian", "foreign minister,norvia"), said("b", "Tavit Orbelzan", "foreign minister", quote="He spoke.")
    )
    assert (finding.level, finding.severity) == ("misspelling", "high")
    assert any("foreign minister" in reason for reason in finding.reasons)


def test_a_romanisation_weighs_less() -> None:
    finding = one(said("a", "Tavit Orbelian"), said("b", "Tavit Orbelyan"))
    assert (finding.level, finding.severity) == ("romanisation", "medium")
    assert "Tavit Orbelian and Tavit Orbelyan: two romanisations of one surname" in finding.reasons


def test_only_names_of_a_language_that_is_romanised_have_romanisations() -> None:
    finding = one(said("a", "Dana Whitlock"), said("b", "Dana Whitlok"))
    assert "Dana Whitlock and Dana Whitlok: one surname in two spellings that sound alike" in finding.reasons


def test_three_spellings_are_one_finding_and_short_forms_join_their_side() -> None:
    finding = one(
        said("a", "Tavit Orbelian", "foreign minister"),
        said("b", "Tavit Orbelian", "foreign minister"),
        said("b", "Orbelyan", of="Tavit Orbelian", at=90),
        said("c", "Tavit Orbelzan", "foreign minister"),
        said("d", "Orbelian", "foreign minister"),
    )
    assert [(spelling, finding_articles(claims)) for spelling, claims in finding.sides] == [
        ("Orbelian", ["a", "b", "d"]),
        ("Orbelyan", ["b"]),
        ("Orbelzan", ["c"]),
    ]


def finding_articles(claims: tuple[Claim, ...]) -> list[str]:
    return sorted({claim.anchor.article for claim in claims})


def test_inside_one_article() -> None:
    assert variants(said("a", "Tavit Orbelian"), said("a", "Orbelzan", of="Tavit Orbelian", at=50)) == [["Orbelian", "Orbelzan"]]


def test_two_full_names_inside_one_article() -> None:
    for left, right, quotes, same in (
        ("Eric Dartnell", "Eric Dratnell", ("He ate.", "He ran."), True),
        ("Eric Dartnell", "Eric Dratnell", ("They ate.", "They ate."), False),
        ("Eric Dartnell", "Erin Dratnell", ("He ate.", "She ran."), False),
        ("Eric Stewart", "Eric Steward", ("He ate.", "He ran."), False),
        ("Eric Dart", "Eric Drat", ("He ate.", "He ran."), False),
    ):
        pair = said("a", left, quote=quotes[0]), said("a", right, quote=quotes[1], at=0 if quotes[0] == quotes[1] else 50)
        assert (variants(*pair) != []) is same, (left, right, quotes)
    assert variants(said("a", "Eric Dartnell", "judge"), said("a", "Eric Dratnell", "lawyer", at=50)) == [], "two offices"


def test_both_parts_vary_by_habit() -> None:
    assert variants(said("a", "Haydar Ostabandi", "governor"), said("b", "Heidar Ostavandi", "governor")) == [["Ostabandi", "Ostavandi"]]


def test_the_given_name_varies() -> None:
    assert variants(said("a", "Mathias Kuhnert"), said("b", "Matthias Kuhnert")) == [["Mathias", "Matthias"]]


def test_similar_names_without_support_are_silent() -> None:
    assert variants(said("a", "Tavit Orbelian"), said("b", "Tavit Orbelzan", quote="Elsewhere.")) == []
    assert variants(said("a", "Tavit Orbelian"), said("b", "Tavit Orbelyan", quote="Elsewhere.")) == []


def test_what_is_no_variant() -> None:
    for left, right in (
        ("José Marín", "Jose Marin"),
        ("Anne-Marie Lucas", "Anne Marie Lucas"),
        ("John F. Marrow", "John Marrow"),
        ("Raúl Solano Ibarra", "Raúl Solano"),
        ("Ewald van der Kolk", "Ewald Kolk"),
        ("William Harker", "Bill Harker"),
        ("Mohammed Sabri", "Muhammad Sabri"),
    ):
        assert variants(said("a", left, "mayor"), said("b", right, "mayor")) == [], (left, right)


def test_different_people() -> None:
    for left, right in (
        ("Tavit Orbelian", "Aram Orbelian"),
        ("Aida Badalyan", "Aida Bagdasaryan"),
        ("Robert Hale Jr.", "Robert Hale Sr."),
        ("Robert Hale", "Robert Hale Jr."),
        ("Viktor Lukin", "Viktor Lukashin"),
        ("Tomas Hill", "Tomas Hall"),
        ("Marina Costa", "Maria Costa"),
        ("J. Orbelian", "K. Orbelzan"),
        ("Oleg Ivanov", "Oleg Ivanenko"),
    ):
        assert variants(said("a", left, "mayor"), said("b", right, "mayor")) == [], (left, right)


def test_frequent_twin_surnames_need_office_and_story() -> None:
    assert variants(said("a", "Peter Johnson"), said("b", "Peter Johnston")) == []
    assert variants(said("a", "Mary Browne", "mayor"), said("b", "Mary Brown", "judge")) == []
    assert variants(said("a", "Peter Johnson", "mayor"), said("b", "Peter Johnston", "mayor")) == [["Johnson", "Johnston"]]


def test_the_last_letter_alone_needs_the_office() -> None:
    assert variants(said("a", "Viktor Brand", "detective"), said("b", "Viktor Brandl", "suspect")) == []
    assert variants(said("a", "Viktor Brand"), said("b", "Viktor Brandl")) == []


def test_both_in_full_in_one_article_are_two_people() -> None:
    two = [said("a", "Tavit Orbelian", "mayor"), said("a", "Tavit Orbelzan", "judge", at=60)]
    assert variants(*two) == []
    assert variants(*two, said("b", "Tavit Orbelzan", "mayor"), said("c", "Tavit Orbelian", "mayor")) == []


def test_rare_against_majority_spelling_in_one_article() -> None:
    usual = [said("a", "Tavit Orbelian", "mayor", at=index) for index in (0, 30, 60)]
    assert variants(*usual, said("a", "Tavit Orbelzan", "mayor", at=90)) == [["Orbelian", "Orbelzan"]]
    assert variants(*usual, *(said("a", "Tavit Orbelzan", "mayor", at=at) for at in (90, 120))) == []


def test_opposed_offices_speak_against_a_slip() -> None:
    thin = "They met at the Harbor of Veldane with Marit Quell."
    assert variants(said("a", "Peter Orbelian", "mayor", quote=thin), said("b", "Peter Orbelzan", "judge", quote=thin)) == []


def test_names_named_elsewhere_in_the_articles_make_a_story() -> None:
    pair = [said("a", "Tavit Orbelian", quote="He won."), said("b", "Tavit Orbelzan", quote="He lost.")]
    named = {"a": ["name:castor line", "person:marit quell"], "b": ["name:castor line", "person:marit quell"]}
    assert find_variants(pair, RULES) == []
    assert len(find_variants(pair, RULES, named)) == 1


def test_bare_surnames_of_two_articles_need_office_and_story() -> None:
    full = said("a", "Tavit Orbelian", "mayor")
    assert variants(full, said("b", "Orbelzan", "mayor")) == [["Orbelian", "Orbelzan"]]
    assert variants(full, said("b", "Orbelzan")) == []


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [
        said("a", "Tavit Orbelian", "mayor"),
        said("b", "Tavit Orbelyan", "mayor"),
        said("c", "Tavit Orbelzan", "mayor"),
        said("d", "Haydar Ostabandi", "governor"),
        said("e", "Heidar Ostavandi", "governor"),
        said("a", "Orbelyan", of="Tavit Orbelian", at=70),
    ]
    expected = find_variants(claims, RULES)
    shuffler = random.Random(7)
    for _ in range(10):
        shuffler.shuffle(claims)
        assert find_variants(claims, RULES) == expected


THIN = "He spoke."
DAY = date(2024, 5, 7)


def test_articles_of_one_story_bear_out_a_slip() -> None:
    pair = said("a", "Tavit Orbelian", quote=THIN), said("b", "Tavit Orbelzan", quote=THIN)
    assert variants(*pair) == []
    assert variants(*pair, stories=one_story("a", "b")) == [["Orbelian", "Orbelzan"]]


def test_the_name_itself_makes_no_story() -> None:
    names = frozenset({"name:tavit", "person:tavit"})
    empty: frozenset[str] = frozenset()
    articles = [Article(name, name, "", "0", published=Publication(DAY, DAY, "metadata")) for name in "ab"]
    told = Stories.of(
        tuple(Extraction(item, (), names, empty, frozenset({"tavit"}), frozenset({"tavit"})) for item in articles), {}, RULES.words()
    )
    assert told.same("a", "b")
    assert variants(said("a", "Tavit Orbelian", quote=THIN), said("b", "Tavit Orbelzan", quote=THIN), stories=told) == []


def test_the_same_office_in_other_words_bears_out_slips_in_both_parts() -> None:
    stories = one_story("a", "b")
    for left, right, same in (
        ("manager", "head", True),
        ("police chief", "commander", True),
        ("police chief", "fire chief", False),
        ("manager", "", True),  # a slip beside a habit of spelling; brothers and sisters share the habit
        ("victim", "victim", False),
        ("manager", "journalist", False),
    ):
        pair = said("a", "Heinke Orbelian", left, quote=THIN), said("b", "Heike Orbelyan", right, quote=THIN)
        assert (variants(*pair, stories=stories) != []) is same, (left, right)


def test_offices_that_nobody_has_at_once() -> None:
    stories = one_story("a", "b")
    for left, right in (("judge", "suspect"), ("victim", "suspect"), ("prosecutor", "victim"), ("lawyer", "prosecutor")):
        pair = said("a", "Tavit Orbelian", left, quote=THIN), said("b", "Tavit Orbelzan", right, quote=THIN)
        assert variants(*pair, stories=stories) == [], (left, right)
    ministers = said("a", "Tavit Orbelian", "foreign minister", quote=THIN), said("b", "Tavit Orbelzan", "defence minister", quote=THIN)
    assert variants(*ministers, stories=stories) == [["Orbelian", "Orbelzan"]], "an article errs in the office as well"


def test_ages() -> None:
    stories = one_story("a", "b")
    for left, right, mine, theirs, same in (
        ("Lena Orbelian", "Lena Orbelianer", 16, 16, True),
        ("Lena Orbelian", "Lena Orbelianer", 16, 19, False),
        ("Lena Orbelian", "Lena Orbelzan", 44, 39, True),
        ("Lena Orbelian", "Lena Orbelzan", 71, 44, False),
    ):
        claims = said("a", left, quote=THIN), said("b", right, quote=THIN), aged("a", left, mine), aged("b", right, theirs)
        assert (variants(*claims, stories=stories) != []) is same, (left, right, mine, theirs)


def test_a_slip_in_the_given_name_needs_an_office_of_one_person() -> None:
    stories = one_story("a", "b")
    for office, same in (("mayor", True), ("victim", False), ("", False)):
        pair = said("a", "Tarvild Orbelian", office, quote=THIN), said("b", "Tavrild Orbelian", office, quote=THIN)
        assert (variants(*pair, stories=stories) != []) is same, office
    for office in ("mayor", "victim", ""):
        pair = said("a", "Ragnhild Orbelian", office, quote=THIN), said("b", "Ranghild Orbelian", office, quote=THIN)
        assert variants(*pair, stories=stories) == [["Ragnhild", "Ranghild"]], "people bear the one and nobody bears the other"
    known = said("a", "Karin Orbelian", "founder", quote=THIN), said("b", "Katrin Orbelian", "founder", quote=THIN)
    assert variants(*known, stories=stories) == [], "two given names, two sisters"


def test_particles_first_letters_and_joined_first_names() -> None:
    for left, right, sides in (
        ("Ahmed Bensaidi", "Ahmad Ben Saydi", ["Ben Saydi", "Bensaidi"]),
        ("Ioana Orbelian", "Joana Orbelyan", ["Orbelian", "Orbelyan"]),
        ("Giancarlo Orbelian", "Gian Carlo Orbelyan", ["Orbelian", "Orbelyan"]),
        ("A. Orbelian", "Armen Orbelyan", ["Orbelian", "Orbelyan"]),
    ):
        assert variants(said("a", left, "mayor"), said("b", right, "mayor")) == [sides], (left, right)


def test_bare_surnames_of_two_articles() -> None:
    assert variants(said("a", "Orbelian", "captain"), said("b", "Orbelzan", "captain")) == [["Orbelian", "Orbelzan"]]
    assert variants(said("a", "Orbelian", "victim"), said("b", "Orbelzan", "suspect")) == []


def test_women_and_generations() -> None:
    assert variants(said("a", "Irena Petkov", "mayor"), said("b", "Irena Petkova", "mayor")) == []
    assert variants(said("a", "Ben Orbelian Jnr", "mayor"), said("b", "Ben Orbelzan Junior", "mayor")) == [["Orbelian", "Orbelzan"]]


def test_one_letter_of_a_rare_surname_beside_the_same_given_name() -> None:
    stories = one_story("a", "b")
    for left, right, same in (
        ("Tavit Dusil", "Tavit Dusik", True),
        ("Tavit Orbelmann", "Tavit Orbetsann", True),
        ("Tavit Robert", "Tavit Roberts", False),
        ("Tavit Orbi", "Tavit Arbo", False),
        ("Tavit Price", "Tavit Pryce", True),
    ):
        pair = said("a", left, "", quote=THIN), said("b", right, "", quote=THIN)
        assert (variants(*pair, stories=stories) != []) is same, (left, right)


def test_a_surname_alone_is_no_side_where_the_given_names_differ() -> None:
    named = (said("a", "Sajeda Rahmani", "candidate"), said("b", "Sajida Rahmani", "candidate"), said("c", "Rahmani"))
    assert variants(*named, stories=one_story("a", "b", "c")) == [["Sajeda", "Sajida"]]


@pytest.mark.parametrize(("marked", "plain"), [("Jörgen Pfeiler", "Joergen Pfeiler"), ("Anna Brückmann", "Anna Brueckmann")])
def test_marks_written_out_are_no_other_spelling(marked: str, plain: str) -> None:
    stories = one_story("a", "b")
    assert variants(said("a", marked, "guard"), said("b", plain, "guard"), stories=stories) == []


def test_marks_left_out_are_another_spelling() -> None:
    assert variants(said("a", "Joergen Pfeiler", "guard"), said("b", "Jorgen Pfeiler", "guard"), stories=one_story("a", "b"))
