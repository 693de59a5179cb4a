"""Who is who in one article: full names, short forms, families, misspelt short forms."""

from __future__ import annotations

import pytest

from factcheck.claims.people import People
from factcheck.mentions.name import NameReading
from factcheck.mentions.name_words import Lexicon
from factcheck.mentions.spelling import Folder
from factcheck.model import Mention
from factcheck.rulebook import load_rules
from factcheck.text import Span

RULES = load_rules()
LEXICON, FOLDER = Lexicon(RULES), Folder(RULES)


def people(*names: str | tuple[str, str, set[str]]) -> tuple[People, list[Mention]]:
    """Mentions in order, each a name or (name, gender, roles)."""
    mentions, readings = [], []
    for index, item in enumerate(names):
        text, gender, roles = item if isinstance(item, tuple) else (item, "", set())
        value = LEXICON.read_name(text.split())
        assert value is not None
        mentions.append(Mention("name", Span(100 * index, 100 * index + len(text)), Span(100 * index, 100 * index + 99), value, "test"))
        first = bool(value.given) and value.given[0].lower() in LEXICON.family_first
        readings.append(NameReading(value, frozenset(roles), gender, "test", first))
    return People.of(mentions, readings, FOLDER), mentions


def groups(*names: str | tuple[str, str, set[str]]) -> list[list[str]]:
    found, mentions = people(*names)
    return [[str(mentions.index(mention)) for mention in person.mentions] for person in found.persons]


def test_a_bare_surname_means_the_full_name() -> None:
    found, mentions = people("Ngozi Okafor", "Okafor", ("Okafor", "f", {"minister"}))
    person = found.person_at(mentions[1].span)
    assert person is not None
    assert (person.id, person.label, person.roles, person.gender) == ("person:ngozi okafor", "Ngozi Okafor", {"minister"}, "f")
    assert found.by_surname("okafor") == person


def test_the_surname_may_come_first() -> None:
    assert groups("Okafor", "Ngozi Okafor") == [["0", "1"]]
    assert groups("Zhao Wen", "Zhao") == [["0", "1"]]


def test_longer_and_shorter_full_names_are_one() -> None:
    assert groups("John Marrow", "John F. Marrow", "J. Marrow") == [["0", "1", "2"]]
    assert groups("Bill Harker", "William Harker") == [["0", "1"]]


def test_families_stay_apart_and_the_last_named_is_meant() -> None:
    assert groups("Martin Keller", "Julia Keller") == [["0"], ["1"]]
    assert groups("Martin Keller", "Keller", "Julia Keller", "Keller") == [["0", "1"], ["2", "3"]]
    assert groups("Martin Keller", "Julia Keller", ("Keller", "m", set())) == [["0"], ["1", "2"]]
    assert groups(("Martin Keller", "m", set()), ("Julia Keller", "f", set()), ("Keller", "m", set())) == [["0", "2"], ["1"]]
    found, _ = people("Martin Keller", "Julia Keller")
    assert found.by_surname("Keller") is None


def test_father_and_son_stay_apart() -> None:
    assert groups("Robert Hale Sr.", "Robert Hale Jr.") == [["0"], ["1"]]


def test_a_misspelt_short_form_joins_the_only_one_it_can_mean() -> None:
    found, mentions = people("Tavit Orbelian", "Orbelyan", "Orbalian")
    assert len(found.persons) == 1
    assert found.persons[0].loose == (mentions[1], mentions[2])


def test_a_near_surname_with_an_office_of_its_own_is_somebody_new() -> None:
    assert groups("Tavit Orbelian", ("Orbelyan", "", {"reverend"})) == [["0"], ["1"]]
    assert groups(("Tavit Orbelian", "", {"mayor"}), ("Orbelyan", "", {"mayor"})) == [["0", "1"]]
    assert groups(("Orbelyan", "", {"mayor"}), "Tavit Orbelian") == [["0", "1"]], "the office is told with the first mention"


def test_a_near_surname_of_somebody_named_in_full_is_his_own() -> None:
    assert groups("Tavit Orbelian", "Aram Orbelyan", "Orbelyan") == [["0"], ["1", "2"]]
    assert groups("Tavit Orbelian", "Aram Orbalian", "Orbilian") == [["0"], ["1"], ["2"]]


def test_other_names_do_not_join() -> None:
    assert groups("Ivan Petrov", "Petrova") == [["0"], ["1"]]
    assert groups("Ivan Lind", "Link") == [["0"], ["1"]]
    assert groups("Tavit Orbelian", "Aram Orbelian") == [["0"], ["1"]]


def test_nobody_stands_elsewhere() -> None:
    found, _ = people("Ngozi Okafor")
    assert found.person_at(Span(1, 2)) is None
    assert found.by_surname("Orbelin") is None


def test_mentions_and_readings_go_together() -> None:
    _, mentions = people("Ngozi Okafor")
    with pytest.raises(ValueError, match="zip"):
        People.of(mentions, [], FOLDER)
