"""Aligned sentences: what keeps two values apart, what the score says, and that neither depends on the order of a pair."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from claims_by_hand import World, claim
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from factcheck.conflicts.alignment import THRESHOLD, alignment_veto, common_words, probability
from factcheck.contexts import Context, ContextWord, WordRole
from factcheck.model import CONTEXT, Claim, Frame, Publication, Scope
from factcheck.rulebook import ScorecardRule, load_rules
from factcheck.topics.alignment import MOST_VALUES, Alignments, question_of
from factcheck.values import CountValue, MeasureValue, Value

NEAR = WordRole.NEAR | WordRole.CLAUSE
BIDDERS = (ContextWord("bidder", 1, NEAR), ContextWord("picture", 3, NEAR), ContextWord("SALE", 2, NEAR | WordRole.VERB))
WEATHER = (ContextWord("cloud", 1, NEAR), ContextWord("wind", 2, NEAR))


def told(number: float, words: tuple[ContextWord, ...], article: str = "left.txt", thing: str = "bidder", start: int = 0) -> Claim:
    frame = Frame(role=CONTEXT, thing=thing, context=Context(words, "nummod"))
    return claim(CountValue(number, number), frame, article=article, kind=CONTEXT, at=start)


def card(**steps: dict[str, list[float]]) -> ScorecardRule:
    data = {"id": "test", "type": "scorecard", "reason": "a test", "data": "0", "bias": -1.0, "steps": steps, "words": {"1": ["said"]}}
    return ScorecardRule.model_validate(data)


def test_the_score_is_the_sum_of_its_steps() -> None:
    rule = card(shared={"at": [1.0, 5.0], "points": [0.0, 1.0, 3.0]}, rank={"at": [0.0], "points": [0.5, -0.5]})
    low, middle, high = (probability({"shared": value, "rank": 0.0}, rule) for value in (1.0, 5.0, 5.1))
    assert low < middle < high
    assert middle == pytest.approx(1 / (1 + 2.718281828 ** -(-1.0 + 1.0 + 0.5)))
    assert probability({}, rule) == pytest.approx(low)


@pytest.mark.parametrize("steps", [{"at": [1.0], "points": [0.0]}, {"at": [2.0, 1.0], "points": [0.0, 1.0, 2.0]}])
def test_a_table_that_fits_nothing_is_refused(steps: dict[str, list[float]]) -> None:
    with pytest.raises(ValidationError, match="points must be one more"):
        card(shared=steps)


def test_likeness_grows_with_what_is_shared_and_nearness() -> None:
    left, same, other = told(5, BIDDERS), told(7, BIDDERS, "right.txt"), told(7, WEATHER, "right.txt", "cloud", start=9)
    found = Alignments([left, same, other], {})
    near, far = found.features(left, same, 0), found.features(left, other, 0)
    assert near["likeness"] > far["likeness"] == 0.0
    assert (near["rank"], far["rank"]) == (0.0, 1.0)
    assert near["thing"] > far["thing"] == 0.0
    assert near["shared.part"] == 1.0


def test_groups_that_nobody_asks_for_are_made_but_once() -> None:
    left, right = told(5, BIDDERS), told(7, BIDDERS, "right.txt")
    found = Alignments([left, right], {})
    groups = [frozenset(group) for group in found.groups(left, right)]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert [frozenset(group) for group in found.groups(left, right, {"rank", "prefix"})] == [
        group for group in groups if group & {"rank", "prefix"}
    ]


def test_a_common_word_says_less() -> None:
    left, right = told(5, BIDDERS), told(7, BIDDERS, "right.txt")
    rare, common = Alignments([left, right], {}), Alignments([left, right], {"bidder": 1.0})
    assert rare.features(left, right, None)["shared"] > common.features(left, right, None)["shared"]


words = st.lists(
    st.builds(
        ContextWord,
        st.sampled_from(["bidder", "picture", "SALE", "cloud", "hall"]),
        st.integers(1, 9),
        st.sampled_from([NEAR, NEAR | WordRole.VERB, WordRole.SUBJECT, WordRole.PROPER | WordRole.CLAUSE]),
    ),
    max_size=5,
    unique_by=lambda word: word.word,
).map(tuple)


@given(words, words, words, st.none() | st.integers(-40, 40))
def test_features_do_not_depend_on_the_order_of_a_pair(
    mine: tuple[ContextWord, ...], theirs: tuple[ContextWord, ...], rest: tuple[ContextWord, ...], days: int | None
) -> None:
    left, right, third = told(5, mine), told(7, theirs, "right.txt"), told(5, rest, "right.txt", start=9)
    found = Alignments([left, right, third], {"hall": 2.0})
    assert found.features(left, right, days) == found.features(right, left, days)
    assert Alignments([third, right, left], {"hall": 2.0}).features(left, right, days) == found.features(left, right, days)


def test_more_values_than_are_aligned_have_no_features() -> None:
    many = [told(number, BIDDERS, start=9 * number) for number in range(MOST_VALUES + 1)]
    right = told(7, BIDDERS, "right.txt")
    found = Alignments([*many, right], {})
    assert found.features(many[0], right, 0)
    assert not found.features(many[-1], right, 0)


def test_what_is_forgotten_is_made_again() -> None:
    left, right = told(5, BIDDERS), told(7, BIDDERS, "right.txt")
    others = [told(number, WEATHER, f"{number}.txt") for number in range(2_100)]
    found = Alignments([left, right, *others], {})
    before = found.features(left, right, 0)
    for one, other in pairwise(others):
        found.features(one, other, 0)
    assert found.features(left, right, 0) == before


@pytest.mark.parametrize(
    ("value", "question"),
    [(CountValue(2, 2), "count"), (MeasureValue(2, 2, "length", "m", amount=2), "measure/length")],
)
def test_questions(value: Value, question: str) -> None:
    assert question_of(claim(value, Frame(), kind=CONTEXT)) == question


def test_vetoes(world: World) -> None:
    for name, day in (("left.txt", 16), ("right.txt", 17)):
        world.published[name] = Publication(date(2026, 3, day), date(2026, 3, day))
    left, right = told(5, BIDDERS), told(7, BIDDERS, "right.txt")
    assert alignment_veto(left, right, world.context()) is None
    denied = Claim(left.id, left.kind, left.slot, left.value, left.frame, Scope(negated=True), left.anchor, left.rule)
    assert alignment_veto(denied, right, world.context()) == "one statement is negated"
    world.published["right.txt"] = Publication(date(2026, 3, 28), date(2026, 3, 28))
    assert alignment_veto(left, right, world.context()) == "told on days far apart"
    assert alignment_veto(left, told(7, BIDDERS), world.context()) == "one article tells of both"


def test_words_in_common_are_those_of_both_quotes_nearest_first() -> None:
    left = claim(CountValue(5, 5), Frame(), quote="Five bidders fought over the picture in Orvik.", words="Five")
    right = claim(CountValue(7, 7), Frame(), article="right.txt", quote="In Orvik seven bidders chased it.", words="seven")
    assert common_words(left, right) == ["bidders", "Orvik"]


def test_the_shipped_card_is_one_that_acts() -> None:
    (shipped,) = load_rules().of(ScorecardRule)
    best = {name: steps.at[-1] + 1 if steps.at and steps.points[-1] == max(steps.points) else 0.0 for name, steps in shipped.steps.items()}
    assert probability({}, shipped) < THRESHOLD < probability(best, shipped) < 1
