"""The gazetteers: complete, without a form that two entries claim, and free of everyday words."""

from __future__ import annotations

from collections import defaultdict

import pytest

from factcheck.rulebook import OrganisationRule, PlaceRule, Rulebook, load_rules
from factcheck.text import fold

EVERYDAY = "may will nice reading split mobile bath male fed it us we is as in of on care aid all congo korea korean english".split()
"""Words that would be read as names all over; "us" is looked at apart, as the acronym US is one in capitals."""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rules()


@pytest.fixture(scope="module")
def forms(rulebook: Rulebook) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for place in rulebook.of(PlaceRule):
        for word in (*place.names, *place.demonyms, *place.seats):
            owners[fold(word).replace(".", "")].add(place.id)
    for body in rulebook.of(OrganisationRule):
        for word in (*body.names, *body.acronyms):
            owners[fold(word).replace(".", "")].add(body.id)
    return dict(owners)


def test_a_form_has_one_owner(forms: dict[str, set[str]]) -> None:
    assert not {form: owners for form, owners in forms.items() if len(owners) > 1}


def test_no_everyday_word_is_a_name(forms: dict[str, set[str]]) -> None:
    assert not [word for word in EVERYDAY if word != "us" and word in forms]
    assert forms["us"] == {"us"}


def test_what_lies_within_exists(rulebook: Rulebook) -> None:
    ids = {place.id: place for place in rulebook.of(PlaceRule)}
    for place in ids.values():
        if place.within:
            assert ids[place.within].level == "country", place.id


def test_there_are_enough(rulebook: Rulebook) -> None:
    levels: dict[str, int] = defaultdict(int)
    for place in rulebook.of(PlaceRule):
        levels[place.level] += 1
    assert levels["country"] >= 195
    assert levels["region"] >= 150
    assert levels["city"] >= 200
    assert sum(1 for _ in rulebook.of(OrganisationRule)) >= 150


def test_sovereign_states_have_demonyms(rulebook: Rulebook) -> None:
    bare = {place.id for place in rulebook.of(PlaceRule) if place.level == "country" and not place.demonyms}
    assert bare == {"cg", "dm", "je", "sx", "tc", "va", "vg", "vi"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Turkey", "Türkiye"),
        ("Burma", "Myanmar"),
        ("Czech Republic", "Czechia"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("U.S.", "Americans"),
        ("UK", "Britons"),
        ("Kyiv", "Kiev"),
        ("Kremlin", "Russians"),
        ("Downing Street", "London"),
        ("Mumbai", "Bombay"),
        ("Yangon", "Rangoon"),
        ("Odesa", "Odessa"),
        ("Swaziland", "Eswatini"),
        ("Holland", "Dutch"),
        ("East Timor", "Timor-Leste"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("U.N.", "United Nations"),
    ],
)
def test_two_forms_of_one_thing(forms: dict[str, set[str]], first: str, second: str) -> None:
    assert forms[fold(first).replace(".", "")] == forms[fold(second).replace(".", "")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Niger", "Nigeria"),
        ("Nigeriens", "Nigerians"),
        ("Guinea", "Papua New Guinea"),
        ("Dominica", "Dominican Republic"),
        ("DR Congo", "Republic of the Congo"),
        ("North Korea", "South Korea"),
        ("Samoa", "American Samoa"),
        ("Sudan", "South Sudan"),
        ("Slovak", "Slovene"),
        ("Austrian", "Australian"),
        ("European Council", "Council of Europe"),
        ("Georgia", "State of Georgia"),
        ("Brussels", "Belgium"),
    ],
)
def test_two_things(forms: dict[str, set[str]], first: str, second: str) -> None:
    assert not forms[fold(first).replace(".", "")] & forms[fold(second).replace(".", "")]
