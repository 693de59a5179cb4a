"""Names folded once: the words of a record, its readings, and that cheap answers never contradict the comparison."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.mentions.name_groups import NameGroups, undoubled
from factcheck.mentions.name_matches import Folder, Match
from factcheck.mentions.name_records import FoldedName
from factcheck.mentions.name_words import name_lexicon_of
from factcheck.rulebook import load_rules
from factcheck.text import fold
from factcheck.values import NameValue

FOLDER, LEXICON = Folder(load_rules()), name_lexicon_of(load_rules())
SPELLINGS = st.text("abcdghijkostuvyz", min_size=1, max_size=9)


def record(family: str, *given: str, suffix: str = "") -> FoldedName:
    return FOLDER.fold_name(NameValue(family, given, suffix))


def test_words_are_folded_and_parted() -> None:
    name = record("van der Bérg", "Jean-Marc", "J.", suffix="Junior")
    assert (name.family, name.bare, name.first) == ("van der berg", "berg", "jean")
    assert name.given == ("jean", "marc", "j")
    assert name.words == {"berg", "jean", "marc"}
    assert name.generation == "jr"


def test_servant_of_grows_together() -> None:
    assert record("Saad", "Abd", "al-Rahman").given == record("Saad", "Abdul", "Rahman").given == ("abdulrahman",)
    assert record("Fattah", "Mahmoud", "Abdel").family == "abdulfattah"
    assert record("Abdul", "Paula").family == "abdul"


def test_the_article_takes_the_letter_that_follows() -> None:
    assert record("ash-Shihabi", "Nabil").bare == record("al-Shihabi", "Nabil").bare == "shihabi"
    assert record("As Sand", "Nabil").bare == "sand"
    assert record("An Taylor", "Nabil").bare == "an taylor"


def test_languages_show_in_surnames() -> None:
    assert record("Terian", "Ara").languages == {"hy"}
    assert record("Ara", "Terian").languages == {"hy"}, "the surname may stand first"
    assert record("Ian", "Kevin").languages == frozenset()
    assert "ko" in record("Choi", "Minho").languages
    assert record("Mashtots", "Mesrop").languages == {"hy"}, "a given name tells as well"


def test_belarusian_habits_hold_beside_any_cyrillic_name() -> None:
    belarusian, russian, english = record("Kalesnikava", "Maryia"), record("Kolesnikova", "Maria"), record("Holt", "Maria")
    assert belarusian.shared(russian) == russian.shared(belarusian) == {"be", "ru"}
    assert russian.shared(record("Panova", "Nina")) == {"ru"}
    assert belarusian.shared(english) == frozenset()


def test_spellings_of_one_korean_surname_may_be_one() -> None:
    assert record("Jae-won", "Yi").may_be(record("Jae-won", "Lee"))
    assert record("Tae-hyeon", "No").may_be(record("Tae-hyun", "Roh"))


def test_a_word_in_no_list_is_looked_up_without_its_doubled_consonants() -> None:
    groups = NameGroups(load_rules(), "spelling")
    assert groups.share("qasem", "ghassem")
    assert groups.of("ghassem") == groups.of("ghasem")
    assert not groups.of("gham"), "too short to be told from other words"
    assert not groups.share("ghassem", "hassem")


def test_doubled_consonants_are_written_once() -> None:
    assert [undoubled(word) for word in ("philippa", "isaac", "aaron", "lloyd")] == ["philipa", "isaac", "aaron", "loyd"]


def test_readings_of_syllables() -> None:
    assert (frozenset({"ko.choe"}), "minjun") in record("Min-jun", "Choi").readings
    assert record("Thornbury", "Kim").readings == (), "no syllables"


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1, max_size=30), st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=200)
def test_a_folded_name_folds_to_itself(family: str, given_names: list[str]) -> None:
    name = record(family, *given_names)
    if not name.family:
        return
    again = record(name.family, *name.given)
    assert (again.family, again.given, again.bare) == (name.family, name.given, name.bare)


@given(SPELLINGS, SPELLINGS)
@settings(max_examples=500, deadline=None)
def test_first_letters_exclude_no_spelling(left: str, right: str) -> None:
    one, other = record(left, "Zed"), record(right, "Zed")
    if FOLDER.match_families(one, other) in (Match.EQUAL, Match.FOLDED):
        assert one.starts & other.reach
        assert other.starts & one.reach
