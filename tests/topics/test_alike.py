"""What finds other spellings of a name among very many: never less than the comparison itself would take for one name."""

from __future__ import annotations

from itertools import permutations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.conflicts.nearness import Nearness
from factcheck.mentions.spelling import Match, folder_of
from factcheck.rulebook import FoldingRule, load_rules
from factcheck.text import fold
from factcheck.topics.alike import Alike, may_be_given, name_of, name_text
from factcheck.topics.blocking import name_keys
from factcheck.values import NameValue

RULES = load_rules()
FOLDER = folder_of(RULES)
ALIKE = Alike(RULES)
HABITS = sorted({pair for rule in RULES.of(FoldingRule) for group in rule.classes for pair in permutations(group, 2)})
FAMILIES = ("Tarkovsky", "Halvorsen", "Mirzoyan", "Khachatryan", "van der Kolk", "Li", "Osei", "El Masry", "Dzhaparidze", "Lindqvist-Berg")
GIVEN = ("Ilse", "Levon", "Mohammed", "Ye-jin", "Katarzyna", "K.", "")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Which pairs count is asked of the comparison, so the draws that it keeps apart are many, and set aside.
OFTEN_SET_ASIDE = (HealthCheck.filter_too_much,)


@st.composite
def spelt_otherwise(draw: st.DrawFn, words: tuple[str, ...]) -> tuple[str, str]:
    """A word, and what up to three habits and a slip make of it."""
    word = draw(st.sampled_from(words))
    other = word.lower()
    for _ in range(draw(st.integers(0, 3))):
        fitting = [(left, right) for left, right in HABITS if left in other]
        if fitting:
            left, right = draw(st.sampled_from(fitting))
            other = other.replace(left, right, 1)
    if other and draw(st.booleans()):
        place, letter = draw(st.integers(0, len(other) - 1)), draw(st.sampled_from(("", *LETTERS)))
        other = other[:place] + letter + other[place + draw(st.integers(0, 1)) :]
    return word, other.title()


def finds(left: NameValue, right: NameValue) -> bool:
    """Whether the one is found among many others as a spelling of the other."""
    one, other = name_text(left), name_text(right)
    noise = {form for family in FAMILIES for form in ALIKE.forms(name_text(NameValue(family)))}
    forms = sorted(noise | ALIKE.forms(other))
    near = {forms[place] for form in ALIKE.forms(one) for place in ALIKE.near(form, forms)}
    return not near.isdisjoint(ALIKE.forms(other)) and ALIKE.meets(one, other)


@settings(max_examples=300, deadline=None, suppress_health_check=OFTEN_SET_ASIDE)
@given(spelt_otherwise(FAMILIES), spelt_otherwise(GIVEN))
def test_what_may_be_one_name_is_found(families: tuple[str, str], given_names: tuple[str, str]) -> None:
    left, right = (NameValue(family, (first,) if first else ()) for family, first in zip(families, given_names, strict=True))
    assume(fold(families[1]) and name_text(left) != name_text(right))
    assume(name_keys(left, FOLDER) & name_keys(right, FOLDER))
    assume(FOLDER.match(left, right).family is not Match.APART)
    assume(not left.given or not right.given or may_be_given(fold(left.given[0]), fold(right.given[0])))
    assert finds(left, right)
    assert finds(right, left)


@settings(max_examples=300, deadline=None, suppress_health_check=OFTEN_SET_ASIDE)
@given(spelt_otherwise(FAMILIES), spelt_otherwise(GIVEN[:-1]))
def test_what_the_comparison_pairs_is_found(families: tuple[str, str], given_names: tuple[str, str]) -> None:
    left, right = (NameValue(family, (first,)) for family, first in zip(families, given_names, strict=True))
    assume(left.folded != right.folded and fold(families[1]) and fold(given_names[1]))
    both = {left.folded: left, right.folded: right}
    assume(Nearness(both, FOLDER).pairs([(both, both)]))
    assume(FOLDER.match(left, right).family is not Match.APART)
    assert finds(left, right)


def test_names_come_back_and_others_are_not_found() -> None:
    name = NameValue("O'Neil\n\t\x1f", ("Ann", "B."), "Jr.")
    assert name_of(name_text(name)) == name
    assert "\n" not in name_text(name)
    assert not finds(NameValue("Tarkovsky", ("Levon",)), NameValue("Halvorsen", ("Levon",)))
    assert not finds(NameValue("Tarkovsky", ("Levon",)), NameValue("Tarkowski", ("Anna",)))
