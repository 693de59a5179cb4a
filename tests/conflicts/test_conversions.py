"""Measures and their conversions in brackets."""

from __future__ import annotations

import pytest

from factcheck.checking import check

pytestmark = pytest.mark.model


def found(sentence: str) -> list[str]:
    """The captions of the sides of all findings of one sentence."""
    report = check(["-"], stdin=f"Missile fired at Marwick\n\n{sentence}\n".encode())
    assert all(conflict.code == "FC251" for conflict in report.conflicts)
    return sorted(side.text for conflict in report.conflicts for side in conflict.sides)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The missile flew 2,700 km (2,680 miles) before it fell into the sea.", ["2,680 miles", "2,700 km"]),
        ("It weighs 400 pounds (250 kilograms).", ["250 kg", "400 pounds"]),
        ("The tank holds 500 gallons (600 litres).", ["500 gallons", "600 litres"]),
        ("The field covers 100 acres (400 hectares).", ["100 acres", "400 hectares"]),
    ],
)
def test_conversions_that_are_wrong(sentence: str, sides: list[str]) -> None:
    assert found(sentence) == sides


@pytest.mark.parametrize(
    "sentence",
    [
        "The missile flew 2,700 km (1,680 miles) before it fell into the sea.",
        "The pier is 7 km (5 miles) long.",  # as roughly as papers convert
        "The wreck lies 20 miles (37 km) off the coast.",  # at sea
        "The tank holds 10 gallons (45 litres).",  # imperial ones
        "The temperature rose by 2C (3.6F).",  # of a change
        "The run is 5 km (10 miles in winter) long.",  # another measure
        "The road is 5 km (the river 10 miles) long.",
        "It is 12 feet (3.7 metres) deep and 5 km (3 miles) long.",
    ],
)
def test_conversions_that_fit(sentence: str) -> None:
    assert found(sentence) == []


def test_the_conversion_is_given() -> None:
    (conflict,) = check(["-"], stdin=b"Missile fired\n\nThe missile flew 2,700 km (2,680 miles) on Sunday.\n").conflicts
    assert any("1,680 miles" in line for line in conflict.explanation)
