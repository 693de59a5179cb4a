"""Levels of FC351, and everything that keeps two ages from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim, moved

from factcheck.conflicts.age import AgeComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.frame_notes import KIN, Note, bare
from factcheck.model import Claim, Frame, Publication
from factcheck.values import AgeValue

NAMED = Frame(predicate="named", role="age", agents=frozenset({"person:tilda bergson"}))
UNNAMED = Frame(predicate="unnamed", role="noun-child", thing="boy", lead=True)


def age(low: int, high: int | None = -1) -> AgeValue:
    return AgeValue(low, low if high == -1 else high)


def called(name: str, frame: Frame = NAMED) -> Frame:
    return replace(frame, agents=frozenset({f"person:{name}"}))


def compare(
    world: World, left: AgeValue, right: AgeValue, frame: Frame = NAMED, other: Frame | None = None, *, article: str = "right.txt"
) -> Clash | Doubt:
    first, second = claim(left, frame), claim(right, other or frame, article=article, at=40)
    forth, back = (AgeComparer().compare(*pair, world.context()) for pair in ((first, second), (second, first)))
    assert type(forth) is type(back)
    return forth


def published(world: World, left: date | None, right: date | None) -> None:
    world.published = {name: Publication(day, day) for name, day in (("left.txt", left), ("right.txt", right)) if day}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (age(26), age(26), "compatible"),
        (age(50, 59), age(53), "compatible"),
        (age(60, None), age(71), "compatible"),
        (AgeValue(1, 1, 18), age(1), "compatible"),
        (age(26), age(27), "a-year-apart"),
        (age(26), age(39), "apart"),
        (age(50, 59), age(47), "apart"),
        (AgeValue(0, 0, 3), AgeValue(0, 0, 10), "a-year-apart"),
    ],
)
def test_levels(world: World, left: AgeValue, right: AgeValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC351", level)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (date(2024, 3, 1), date(2024, 9, 1), "birthday"),
        (date(2024, 3, 1), date(2024, 3, 3), "a-year-apart"),
        (date(2024, 9, 1), date(2024, 3, 1), "a-year-apart"),
        (None, date(2024, 3, 1), "a-year-apart"),
    ],
    ids=["months later", "days later", "older in the earlier article", "unknown day"],
)
def test_a_birthday_may_lie_between(world: World, left: date | None, right: date | None, level: str) -> None:
    published(world, left, right)
    outcome = compare(world, age(26), age(27))
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == level


def test_articles_of_different_years_are_not_compared(world: World) -> None:
    published(world, date(2021, 3, 1), date(2024, 3, 1))
    assert isinstance(compare(world, age(26), age(39)), Doubt)


@pytest.mark.parametrize(
    "other",
    [
        called("rasmus holt"),
        called("timo bergson"),
        called("tilda bergstrom"),
        replace(NAMED, agents=frozenset()),
        replace(NAMED, agents=frozenset({"person:tilda bergson", "person:rasmus holt"})),
    ],
    ids=["another person", "another given name", "another surname", "nobody", "two people"],
)
def test_other_owners_are_not_compared(world: World, other: Frame) -> None:
    assert isinstance(compare(world, age(26), age(39), NAMED, other), Doubt)


@pytest.mark.parametrize("name", ["tilda bergson", "bergson", "tilda m. bergson", "tilda bergsson", "t. bergson"])
def test_the_same_person_by_other_forms_of_the_name(world: World, name: str) -> None:
    assert isinstance(compare(world, age(26), age(39), NAMED, called(name)), Clash)


def test_another_story_is_not_compared(world: World) -> None:
    assert isinstance(compare(world, age(26), age(39), article="other.txt"), Doubt)


def test_a_rare_full_name_within_days_is_one_person(world: World) -> None:
    world.published = {name: Publication(date(2024, 3, 1), date(2024, 3, 1)) for name in ("left.txt", "other.txt")}
    assert isinstance(compare(world, age(26), age(39), article="other.txt"), Clash)
    assert isinstance(compare(world, age(26), age(39), called("john smith"), article="other.txt"), Doubt)
    assert isinstance(compare(world, age(26), age(39), called("bergson"), article="other.txt"), Doubt)


@pytest.mark.parametrize(
    ("left", "right", "years"), [("holt jr.", "holt sr.", 30), ("holt jr.", "holt sr.", 1), ("holt jr.", "holt", 30)], ids=str
)
def test_parent_and_child_are_two_people(world: World, left: str, right: str, years: int) -> None:
    outcome = compare(world, age(26), age(26 + years), called(f"rasmus {left}"), called(f"rasmus {right}"))
    assert isinstance(outcome, Doubt)
    assert isinstance(compare(world, age(26), age(29), called("rasmus holt jr."), called("rasmus holt")), Clash)


def test_a_definite_noun_proves_less_and_nothing_inside_one_article(world: World) -> None:
    definite = replace(NAMED, predicate="definite")
    outcome = compare(world, age(26), age(39), NAMED, definite)
    assert isinstance(outcome, Clash)
    assert outcome.proof.strength < 0.75
    assert isinstance(compare(world, age(26), age(39), NAMED, definite, article="left.txt"), Doubt)
    assert isinstance(compare(world, age(26), age(39), NAMED, article="left.txt"), Clash)


def test_age_at_death_meets_other_ages_only_in_news_of_the_same_days(world: World) -> None:
    dead = replace(NAMED, role="age_at_death")
    published(world, date(2025, 3, 1), date(2025, 3, 2))
    assert isinstance(compare(world, age(85), age(81), dead, NAMED), Clash)
    assert isinstance(compare(world, age(85), age(81), dead, replace(NAMED, markers=frozenset({"born"}))), Doubt)
    published(world, date(2025, 3, 1), date(2025, 3, 30))
    assert isinstance(compare(world, age(85), age(81), dead, NAMED), Doubt)
    assert isinstance(compare(world, age(85), age(81), dead, dead), Clash)


def test_somebody_unnamed_is_compared_by_what_happened(world: World) -> None:
    outcome = compare(world, age(3), age(4), UNNAMED)
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "unnamed-apart"
    named = called("tilda bergson", UNNAMED)
    assert isinstance(compare(world, age(3), age(4), UNNAMED, named), Clash)
    assert isinstance(compare(world, age(3), age(4), named, named), Doubt), "both named: the named question answers"
    assert isinstance(compare(world, age(3), age(12), UNNAMED), Doubt), "too far apart to be one person"
    assert isinstance(compare(world, age(3), age(5), UNNAMED, named), Doubt), "too far apart where only one has a name"
    hurt, saved = (replace(UNNAMED, subset=frozenset({act})) for act in ("injury", "rescue"))
    assert isinstance(compare(world, age(3), age(4), hurt, saved), Doubt), "different things happened"
    assert isinstance(compare(world, age(3), age(4), hurt, UNNAMED), Clash)
    assert isinstance(compare(world, age(3), age(4), UNNAMED, replace(UNNAMED, thing="girl")), Doubt), "other nouns"
    assert isinstance(compare(world, age(3), age(4), UNNAMED, article="left.txt"), Doubt), "one article tells of two"
    assert isinstance(compare(world, age(3), age(4), UNNAMED, article="other.txt"), Doubt), "another story"


def test_what_an_article_leaves_ambiguous_is_dropped() -> None:
    definite = replace(NAMED, predicate="definite")
    select = AgeComparer().select
    assert len(select([claim(age(26), NAMED), claim(age(31), definite, at=9)])) == 1
    assert len(select([claim(age(3), UNNAMED), claim(age(7), UNNAMED, at=9), claim(age(4), UNNAMED, article="right.txt")])) == 1
    assert select([claim(age(26), NAMED), claim(age(62), NAMED, at=9)]) == [], "parent and child in one article"
    assert len(select([claim(age(26), NAMED), claim(age(28), NAMED, at=9)])) == 2
    bare = claim(age(51), called("steen"), article="right.txt")
    family = [claim(age(50), called("bruno steen")), claim(age(19), called("zora steen"), at=9)]
    assert bare not in select([*family, bare])
    assert bare in select([family[0], bare])


def test_spellings_of_one_name_meet(world: World) -> None:
    comparer, context = AgeComparer(), world.context()
    pairs = [
        ("tilda bergson", "tilda bergsson"),
        ("ivo varela", "ivo valera"),
        ("nora aliyev", "nora aliev"),
        ("rolf brandl", "rolf brendel"),
    ]
    for left, right in pairs:
        keys = {comparer.question(claim(age(26), called(name)), context) for name in (left, right)}
        assert len(keys) == 1, (left, right)


def test_two_people_of_one_rare_calling_are_one(world: World) -> None:
    trader = Frame(predicate="unnamed", role="fish trader", thing="fish trader")
    published(world, date(2025, 3, 1), date(2025, 3, 2))
    left, right = (replace(claim(value, trader), slot="age.calling") for value in (age(34), age(43)))
    right = replace(right, id="right", anchor=replace(right.anchor, article="right.txt", path="right.txt"))
    outcome = AgeComparer().compare(left, right, world.context())
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "unnamed-apart"
    published(world, date(2025, 3, 1), date(2025, 5, 30))
    assert isinstance(AgeComparer().compare(left, right, world.context()), Doubt)


def test_an_undated_article_shares_the_day_of_the_age_it_gives(world: World) -> None:
    first = AgeValue(60, 60, as_of=date(2024, 2, 17))
    later = AgeValue(61, 61, as_of=date(2024, 8, 3))
    block = [claim(first, NAMED), claim(later, NAMED, article="right.txt"), claim(age(61), NAMED, article="other.txt")]
    selected = AgeComparer().select(block)
    assert [item.value.as_of for item in selected if isinstance(item.value, AgeValue)] == [first.as_of, later.as_of, later.as_of]
    alone = AgeComparer().select([block[0], block[2]])
    assert [item.value.as_of for item in alone if isinstance(item.value, AgeValue)] == [first.as_of, None]
    comparer, context = AgeComparer(), world.context()
    undated = moved(selected[2], "right.txt")
    levels = [comparer.compare(selected[0], other, context) for other in (undated, moved(alone[1], "right.txt"))]
    assert [outcome.comparison.level for outcome in levels if isinstance(outcome, Clash)] == ["birthday", "a-year-apart"]


def test_he_was_61_in_an_article_of_his_death_is_the_age_at_death(world: World) -> None:
    died = replace(NAMED, role="age_at_death")
    left, right = claim(age(63), died), claim(age(61), NAMED, article="right.txt", words="was 61")
    assert isinstance(AgeComparer().compare(left, right, world.context()), Doubt)
    world.lead["right.txt"] = frozenset({"death"})
    outcome = AgeComparer().compare(left, right, world.context())
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "apart"


def part(value: AgeValue, name: str, article: str, markers: frozenset[Note] = frozenset(), subset: frozenset[Note] = frozenset()) -> Claim:
    frame = Frame(predicate="unnamed", role=name, thing=name, markers=markers, subset=subset)
    return replace(claim(value, frame, article=article), slot="age.calling", id=f"{article} {value.iso()}")


def test_the_one_suspect_of_whom_both_tell_has_one_age(world: World) -> None:
    published(world, date(2025, 3, 1), date(2025, 3, 2))
    assert isinstance(
        AgeComparer().compare(part(age(52), "suspect", "left.txt"), part(age(25), "suspect", "right.txt"), world.context()), Clash
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (part(age(52), "suspect", "left.txt"), part(age(25), "victim", "right.txt")),
        (part(age(52), "suspect", "left.txt"), part(age(14), "suspect", "right.txt")),
        (
            part(age(52), "suspect", "left.txt", subset=frozenset({bare("m")})),
            part(age(25), "suspect", "right.txt", subset=frozenset({bare("f")})),
        ),
        (
            part(age(52), "driver", "left.txt", markers=frozenset({bare("lorry")})),
            part(age(25), "driver", "right.txt", markers=frozenset({bare("car")})),
        ),
    ],
)
def test_other_parts_sexes_vehicles_and_children_are_not_compared(world: World, left: Claim, right: Claim) -> None:
    published(world, date(2025, 3, 1), date(2025, 3, 2))
    assert isinstance(AgeComparer().compare(left, right, world.context()), Doubt)


def test_a_part_of_several_ages_in_one_article_is_dropped_and_a_vague_one_beside_another() -> None:
    both = [part(age(24), "victim", "left.txt"), part(age(52), "victim", "left.txt")]
    assert AgeComparer().select(both) == []
    vague, told = part(age(13, 19), "suspect", "left.txt"), part(age(14), "suspect", "left.txt")
    assert AgeComparer().select([vague, told]) == [told]


def test_a_relative_told_of_and_a_generation_make_two_bearers_of_a_name(world: World) -> None:
    kin = replace(NAMED, markers=frozenset({KIN}))
    assert isinstance(compare(world, age(64), age(36), NAMED, kin), Doubt)
    assert isinstance(compare(world, age(26), age(36), NAMED, kin), Clash)
    assert isinstance(compare(world, age(67), age(17)), Doubt)


def test_an_age_a_year_on_after_a_birthday_is_no_third_side() -> None:
    def told(years: int, day: date, article: str) -> Claim:
        return claim(replace(age(years), as_of=day), NAMED, article=article)

    first, later = told(23, date(2017, 7, 11), "a.txt"), told(24, date(2018, 1, 15), "b.txt")
    again = told(23, date(2017, 7, 13), "e.txt")
    other, same_days = told(25, date(2017, 7, 12), "c.txt"), told(26, date(2018, 1, 16), "d.txt")
    assert AgeComparer().select([first, again, later, other]) == [first, again, other]
    assert AgeComparer().select([first, later, other]) == [first, later, other]
    assert AgeComparer().select([first, later, same_days]) == [first, later, same_days]
