"""How sure two names are one person's: labelled pairs of many cultures, the guards, and the properties of the score."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from benchmark_programs import benchmark
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.mentions.likeness import SAME, same_person
from factcheck.mentions.name_matches import Folder
from factcheck.mentions.name_words import name_lexicon_of
from factcheck.rulebook import load_rules
from factcheck.values import NameValue

RULES = load_rules()
FOLDER, LEXICON = Folder(RULES), name_lexicon_of(RULES)
READER = benchmark("full_names").FullNameReader(RULES)
_FOLDER = Path(__file__).parents[1] / "pairs"
PAIRS = [
    row
    for name in ("persons", "strangers", "habits", "twins")
    for row in csv.DictReader((_FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines())
]
WORDS = st.text("abdeghijklmnoprstuvyzéöçşʻ'- ", min_size=1, max_size=14).filter(lambda text: bool(text.strip()))
NAMES = st.builds(NameValue, WORDS, st.lists(WORDS, max_size=3).map(tuple), st.sampled_from(["", "Jr.", "Sr.", "III"]))
SURNAMES = st.sampled_from(
    ["Sargsyan", "Smith", "Li", "Berzins", "al-Masri", "de la Cruz", "Novakova", "Melik-Shahnazaryan", "Ruiz Ali", "Garcia Maria"]
)
REAL = st.sampled_from([row[key] for row in PAIRS for key in ("left", "right") if READER.read(row[key])])


def score(left: str, right: str) -> float:
    first, second = READER.read(left), READER.read(right)
    return same_person(first, second, FOLDER) if first and second else 0.0


def _taken(person: str) -> tuple[list[dict[str, str]], int]:
    rows = [row for row in PAIRS if row["person"] == person]
    return [row for row in rows if score(row["left"], row["right"]) >= SAME], len(rows)


def test_different_people_stay_two() -> None:
    merged, rows = _taken("different")
    assert rows >= 900
    assert len({row["culture"] for row in PAIRS}) >= 30
    assert len(merged) * 100 <= rows, [f"{row['left']} = {row['right']}" for row in merged]


def test_one_person_is_found_in_most_spellings() -> None:
    found, rows = _taken("same")
    assert rows >= 400
    assert len(found) * 100 >= rows * 95


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Saro Bedrosian", "Saro Petrosyan"),
        ("Qasim Fawzi", "Kassem Fawzy"),
        ("Yury Solovyov", "Yuri Soloviev"),
        ("Jürgen Grünwald", "Juergen Gruenwald"),
        ("Fiona MacDonald", "Fiona McDonald"),
        ("Yitzhak Ben-Arad", "Itzhak Ben Arad"),
        ("Krikor Hagopian", "Grigor Hakobyan"),
        ("Dikran Der Garabedian", "Tigran Ter-Karapetyan"),
        ("Vartan Hampartsoumian", "Vardan Hambardzumyan"),
        ("Ara Oganesyan", "Ara Hovhannisyan"),
        ("Lusine Xachatryan", "Lusine Khachaturian"),
        ("Shin Jae-hyeon", "Jae-hyun Shin"),
        ("Tseng Kuo-ping", "Zeng Guoping"),
        ("Abd al-Karim Sabbagh", "Abdelkarim Sabbagh"),
        ("Nabil ash-Shihabi", "Nabil al-Shihabi"),
        ("Djoko Soerjono", "Joko Suryono"),
        ("JP Verdier", "Jean-Paul Verdier"),
        ("Verdier, Jean-Paul", "Jean-Paul Verdier"),
        ("Dr. Ilona Szendrei", "Szendrei Ilona"),
        ("Rosa Vidal Quesada", "Rosa María Vidal"),
        ("Bill Thornbury", "Clarence William Thornbury"),
        ("Natalie Wintherbotham", "Natalie Wintherbohtam"),
        ("Viktor Shcherbatov", "Wiktor Schtscherbatow"),
        ("Siarhei Kalesnikau", "Sergei Kolesnikov"),
        ("Jovan Đurić", "Jovan Djuric"),
        ("Mesrop Tadevos", "Mesrob Tatevos"),
        ("Yi Chul-su", "Lee Cheol-soo"),
        ("Ghassem Rafsanjani", "Qasem Rafsanjani"),
        ("Ali ElShazli", "Ali al-Shazli"),
        ("Almaz Gebre Kidan", "Almaz Gebrekidan"),
        ("Barbera Oldenburg", "Barbara Oldenburg"),
        ("Moammar Kadhafi", "Muammar Gaddafi"),
        ("Muhammad Husni Barakat", "Hosni Barakat"),
        ("Muhammad Anwar Qureshi", "Anwar Qureshi"),
        ("Wolanski T. R.", "Tomasz R. Wolanski"),
        ("Gareth Penhaligon", "Gareth Penhalligon"),
        ("Theodor Hofbrückner", "Theodor Hofbrueckner"),
        ("Alma Brunvoll Tjelde", "Alma Brunvoll Tjellde"),
        ("Hans-Dietrich Wenscher", "Hans-Ditrih Wenšer"),
        ("Astrid Ørnegård", "Astrid Ornegaard"),
        ("Wilhelmine Ostertag", "Wilhelmine Ostretag"),
        ("Filipa Sousa", "Filipa Souza"),
        ("Nur al-Din Baraka", "Noureddine Baraka"),
        ("Abd al-Rahim Sabri", "Abderrahim Sabri"),
        ("Zurab Kvirtiashvili", "Zurabi Kvirtiashvili"),
    ],
)
def test_variants_of_one_name(left: str, right: str) -> None:
    assert score(left, right) >= SAME


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Susan Parker", "Susan Barker", "Armenian stops hold in Armenian names only"),
        ("Rashid bin Saeed", "Saeed bin Rashid", "father and son"),
        ("Oleksandr Hrytsenko", "Andriy Oleksandrovych Hrytsenko", "a patronymic names the father"),
        ("Emine Şahin", "Emin Şahin", "a woman's name made of a man's"),
        ("María José Vidal", "José María Vidal", "two names in the other order"),
        ("Wang Jianguo", "Wang Jianhua", "every letter of a syllable tells"),
        ("Song Hao", "Sun Hao", "two surnames"),
        ("Mette Petersen", "Mette Pedersen", "twins among frequent surnames"),
        ("Sara Colombo", "Sara Colombi", "the last vowel makes another surname"),
        ("Arsen Torosyan", "Arsen Toroyan", "too little before the common ending"),
        ("Cemal Arslan", "Kemal Arslan", "two known names"),
        ("Gary Holt Sr.", "Gary Holt Jr.", "generations"),
        ("Priya Menon", "Priyanka Menon", "both are given names by themselves"),
        ("Hamid Noori", "Hamidreza Noori", "an ending makes another name"),
        ("Abdul Mutairi", "Abdullah Mutairi", "the servant of whom is not told"),
        ("Yoko Mizuno", "Yuko Mizuno", "a guessed vowel between two known names"),
        ("Anders Holm", "Andreas Holm", "two forms of one name at home in one country"),
        ("Thomas Schmidt", "Thomas Schmitz", "the last consonant makes another surname"),
        ("Hugo Sáenz", "Hugo Sanz", "no umlaut between two frequent surnames"),
        ("Alan Harries", "Alan Harris", "English surnames are spelt as the family spells them"),
        ("Adel Mahmoud Saleh", "Mahmoud Adel", "two given names in another order are no short form"),
        ("Fahad Nasser Rashid", "Nasser Rashid", "without the first word it is the father"),
        ("Mohammad Reza Tavakoli", "Reza Tavakoli", "one name of two halves"),
        ("Mrs. Thomas Beckwith", "Thomas Beckwith", "a wife under her husband's name"),
        ("Danièle Fontaine", "Daniel Fontaine", "the accent makes a woman's name"),
        ("Roman Zhilov", "Roman Shilov", "zh and sh are two sounds"),
        ("John Paul I", "John Paul II", "popes"),
        ("Ali Talal Saleh", "Talal Saleh", "without the first word it is the father, in whatever spelling"),
        ("Kamel Hussein", "Hussein Kamel", "father and son exchange their names"),
        ("Ernst Scheel", "Ernst Schell", "a long vowel and a short one"),
        ("Otto Haas", "Otto Hass", "two doubled letters in a short name"),
        ("Omar Sharif", "Omar Sharaf", "a vowel makes another Arabic name"),
        ("Nikos Galanis", "Nikos Galanos", "endings of one language"),
        ("Xu Hong", "Xu Heng", "an open vowel stands at the end of a syllable only"),
        ("Jutta Brenneck", "Jutta Brennecke", "nobody romanises German surnames"),
        ("Ansgar Tillmann", "Ansgar Tilmann", "a doubled consonant before a common ending"),
        ("David Osterman", "David Ostermann", "the surname tells where a given name of all the world is at home"),
        ("Sanne van den Broek", "Sanne van der Broek", "two particles"),
        ("Bruno de Monti", "Bruno di Monti", "two particles of one language"),
        ("Carol Mansfield", "Carol Manfield", "a letter before a half that is a word of its own"),
        ("Egon Stiefler", "Egon Steifler", "two sounds, no letters swapped"),
        ("Rocío Valdés", "Rocío Valdez", "the end of a surname is the family's"),
        ("Lê Văn Hùng", "Lê Văn Hưng", "marks of Vietnamese are letters"),
        ("Mirjana Lukić", "Mirjana Lučić", "a c with a mark is no k"),
        ("Sultan bin Zayed", "Sultan bin Saeed", "no dialect of Arabic exchanges z and s"),
        ("Yoon Seo-yeon", "Yoon Seo-yoon", "a syllable that the surname has as well"),
    ],
)
def test_guards(left: str, right: str, why: str) -> None:
    assert score(left, right) < SAME, why


@given(NAMES, NAMES)
@settings(max_examples=300, deadline=None)
def test_symmetric_and_bounded(left: NameValue, right: NameValue) -> None:
    found = same_person(left, right, FOLDER)
    assert found == same_person(right, left, FOLDER)
    assert 0.0 <= found <= 1.0


@given(REAL, REAL)
@settings(max_examples=400, deadline=None)
def test_symmetric_on_names_that_exist(left: str, right: str) -> None:
    first, second = READER.read(left), READER.read(right)
    assert first is not None
    assert second is not None
    assert same_person(first, second, FOLDER) == same_person(second, first, FOLDER)
    assert FOLDER.match(first, second).worst is FOLDER.match(second, first).worst


@given(NAMES)
def test_a_name_is_its_own(value: NameValue) -> None:
    assert same_person(value, value, FOLDER) == 1.0
    assert same_person(FOLDER.fold_name(value), value, FOLDER) == 1.0


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
@settings(max_examples=300, deadline=None)
def test_never_raises(left: str, right: str) -> None:
    first, second = READER.read(left), READER.read(right)
    if first is not None and second is not None:
        assert 0.0 <= same_person(first, second, FOLDER) <= 1.0
    assert 0.0 <= same_person(NameValue(left, (right,)), NameValue(right, (left,)), FOLDER) <= 1.0


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS, SURNAMES)
def test_the_short_cut_for_one_surname_is_one(first: str, second: str, family: str) -> None:
    mine, theirs = (FOLDER.fold_name(NameValue(family, (word,))) for word in (first, second))
    assert FOLDER.match_folded(mine, theirs) == FOLDER.match_wholly(mine, theirs)


@given(
    st.sampled_from(sorted(LEXICON.given)),
    st.sampled_from(sorted(LEXICON.given)),
    st.sampled_from(["Sargsyan", "Smith", "Li", "Ozols", "Garcia Maria", "van der Berg"]),
)
def test_the_short_cut_holds_for_listed_names(first: str, second: str, family: str) -> None:
    mine, theirs = (FOLDER.fold_name(NameValue(family, (word.capitalize(),))) for word in (first, second))
    assert FOLDER.match_folded(mine, theirs) == FOLDER.match_wholly(mine, theirs)
