"""What is kept of several findings of one question."""

from __future__ import annotations

from dataclasses import replace

from claims_by_hand import claim, moved

from factcheck.conflicts.findings import Findings, arrange, articles_of, make_conflict
from factcheck.model import Claim, Conflict, Frame, Side, Topic
from factcheck.values import AgeValue, MoneyValue

ADA = Topic("None:person:okafor", "age: Ada Okafor")
SIXTY, NEXT = AgeValue(60, 60), AgeValue(61, 61)


def told(value: AgeValue, article: str, role: str = "is", at: int = 0) -> Claim:
    return moved(claim(value, Frame(event="age", role=role), at=at), article)


def finding(*sides: tuple[Claim, ...], topic: Topic = ADA, slot: str = "age", code: str = "FC351") -> Conflict:
    return make_conflict(
        code=code,
        kind="age",
        verdict="conflict",
        level="medium",
        confidence=0.7,
        topic=topic,
        slot=slot,
        message="age of Ada Okafor: the ages exclude each other",
        explanation=(),
        sides=tuple(Side(claims[0].value.iso(), claims[0].value.caption(), claims) for claims in sides),
    )


def test_the_same_words_are_set_against_each_other_once() -> None:
    one, other = told(SIXTY, "a.txt"), told(NEXT, "b.txt")
    first = finding((one,), (other,))
    assert kept(first, finding((other,), (one,), code="FC591", slot="place")) == [first]
    elsewhere = finding((one,), (told(NEXT, "b.txt", at=300),), code="FC591", slot="place")
    beside = finding((one, other), (told(NEXT, "c.txt"),), code="FC591", slot="place")
    for further in (elsewhere, beside):
        assert kept(first, further) == [first, further]


def kept(*conflicts: Conflict) -> list[Conflict]:
    found = Findings()
    for conflict in conflicts:
        found.add(conflict)
    return found.conflicts


def test_a_finding_whose_sides_are_opposed_already_is_left_out() -> None:
    first = finding((told(SIXTY, "a.txt"),), (told(NEXT, "b.txt"), told(NEXT, "c.txt")))
    again = finding((told(SIXTY, "a.txt"),), (told(NEXT, "c.txt"),), slot="age.arrest")
    assert kept(first, again) == [first]


def test_a_finding_with_the_same_answers_in_the_same_words_joins_the_earlier_one() -> None:
    first = finding((told(SIXTY, "a.txt"),), (told(NEXT, "b.txt"),))
    again = finding((told(SIXTY, "d.txt"),), (told(NEXT, "b.txt", role="arrested"),), slot="age.arrest")
    (both,) = kept(first, again)
    assert articles_of(both) == {"a.txt", "b.txt", "d.txt"}
    assert [len(side.claims) for side in both.sides] == [2, 1]
    assert both.id == first.id
    assert both.fingerprint != first.fingerprint


def test_other_answers_or_other_words_are_another_finding() -> None:
    first = finding((told(SIXTY, "a.txt"),), (told(NEXT, "b.txt"),))
    third = finding((told(AgeValue(16, 16), "d.txt"),), (told(NEXT, "b.txt", role="arrested"),))
    elsewhere = finding((told(SIXTY, "d.txt"),), (told(NEXT, "b.txt", at=80),))
    another = finding((told(SIXTY, "d.txt"),), (told(NEXT, "b.txt", role="arrested"),), topic=Topic("None:person:li", "age: Wei Li"))
    for other in (third, elsewhere, another):
        assert kept(first, other) == [first, other]


def test_equal_ids_are_told_apart_by_their_claims() -> None:
    first = finding((told(SIXTY, "a.txt"),), (told(NEXT, "b.txt"),))
    twin = finding((told(SIXTY, "c.txt"),), (told(NEXT, "d.txt"),))
    assert first.id == twin.id
    one, other = arrange([first, twin])
    assert one.id != other.id
    assert arrange([other, one]) == (one, other)
    assert arrange([replace(one)]) == (replace(one, id=first.id),)


def test_the_plural_of_a_currency_is_no_part_of_an_id() -> None:
    sums = [claim(MoneyValue(amount, amount, None, "krone", amount), Frame()) for amount in (2e9, 3e9)]
    spelt = [
        make_conflict(
            code="FC261",
            kind="money",
            verdict="conflict",
            level="high",
            confidence=0.7,
            topic=ADA,
            slot="sum",
            message="",
            explanation=(),
            sides=tuple(Side(item.value.iso(), item.value.caption().replace("kroner", word), (item,)) for item in sums),
        )
        for word in ("kroner", "krones", "dollars")
    ]
    assert spelt[0].sides[0].text == "2 billion kroner"
    assert spelt[0].id == spelt[1].id != spelt[2].id
    assert [item.id for item in arrange(spelt[:1])] == [spelt[1].id]
