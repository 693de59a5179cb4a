"""Grouping of clashing claims into sides, and ids that new articles do not move."""

from __future__ import annotations

import random
from datetime import date

from claims_by_hand import World, article, claim

from factcheck.claims import Extraction
from factcheck.conflicts import find_conflicts
from factcheck.model import Claim, Frame
from factcheck.values import DateValue
from factcheck.values.date import month_value

FALL = Frame(event="seizure", predicate="seized", role="on", agents=frozenset({"place:fr"}), targets=frozenset({"name:tarrow falls"}))


def on(year: int, month: int, number: int) -> DateValue:
    return DateValue(date(year, month, number), date(year, month, number))


def sides(extractions: tuple[Extraction, ...], world: World) -> list[list[tuple[str, int]]]:
    conflicts, _ = find_conflicts(extractions, world.rulebook)
    return [[(side.value, len(side.claims)) for side in conflict.sides] for conflict in conflicts]


def test_one_question_gives_one_conflict_with_a_side_for_each_value(world: World) -> None:
    claims = [
        claim(on(2024, 5, 8), FALL),
        claim(on(2024, 5, 8), FALL, article="right.txt"),
        claim(on(2024, 9, 1), FALL, article="right.txt", at=50),
        claim(month_value(2023, 3), FALL, at=90),
    ]
    assert sides(world.extractions(*claims), world) == [[("2023-03", 1), ("2024-05-08", 2), ("2024-09-01", 1)]]


def test_a_wider_value_joins_the_narrower_side(world: World) -> None:
    claims = [claim(month_value(2024, 5), FALL), claim(on(2024, 5, 8), FALL, article="right.txt"), claim(on(2023, 1, 1), FALL, at=70)]
    assert sides(world.extractions(*claims), world) == [[("2023-01-01", 1), ("2024-05-08", 2)]]


def test_agreeing_values_are_no_conflict(world: World) -> None:
    claims = [claim(month_value(2024, 5), FALL), claim(on(2024, 5, 8), FALL, article="right.txt")]
    assert sides(world.extractions(*claims), world) == []


def _ids(claims: list[Claim], world: World) -> list[str]:
    extractions = list(world.extractions(*claims))
    random.Random(len(claims)).shuffle(extractions)
    return [conflict.id for conflict in find_conflicts(extractions, world.rulebook)[0]]


def test_an_agreeing_claim_moves_no_id(world: World) -> None:
    claims = [claim(on(2024, 5, 8), FALL), claim(on(2024, 9, 1), FALL, article="right.txt")]
    more = [*claims, claim(on(2024, 9, 1), FALL, article="right.txt", at=99)]
    assert _ids(claims, world) == _ids(more, world)
    assert len(_ids(claims, world)) == 1


def test_no_conflict_holds_articles_of_two_stories(world: World) -> None:
    """The middle article tells both stories; the outer two have no name in common."""
    north = frozenset({"person:ada okafor", "name:brightwell", "name:ewell hatherly"})
    south = frozenset({"person:maren tolk", "name:osmund grell", "name:vesterholt"})
    told = {"a.txt": (north, on(2024, 5, 8)), "b.txt": (north | south, on(2024, 9, 1)), "c.txt": (south, on(2023, 2, 2))}
    extractions = [Extraction(article(name), (claim(day, FALL, article=name),), names, frozenset()) for name, (names, day) in told.items()]
    for few in (extractions[:2], extractions[1:], extractions):
        conflicts, _ = find_conflicts(few, world.rulebook)
        assert conflicts
        held = [{item.anchor.article for side in conflict.sides for item in side.claims} for conflict in conflicts]
        assert all(len(articles) == 2 and "b.txt" in articles for articles in held)
