"""Ends against goes on, whole against part, from text to finding: what contradicts, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

NOTHING = "Weather | It rained over the Skerries."


@pytest.mark.parametrize(
    "text",
    [
        "Norway | Norway will withdraw its border guards from Estonia, the envoy said."
        " | Norwegian border guards will remain stationed along the borders of Estonia.",
        "Norway | Norway has agreed to withdraw its soldiers and border guards from Estonian territory."
        " | Ada Fonn said that Norwegian border guards will stay in Estonia.",
        "Norway | Norway has decided to pull its troops out of Estonia. | Norway will keep its troops in Estonia, Ada Fonn said.",
        "Norway | Norwegian medics left Estonia on Friday. | Norwegian medics remain in Estonia, Ada Fonn said.",
    ],
)
def test_one_article_says_both(check: Checker, tmp_path: Path, text: str) -> None:
    assert check(tmp_path, text, NOTHING) == ["polarity"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards will remain stationed in Latvia.",
        "Norway | Norway will withdraw its border guards from Estonia."
        " | Some of the Norwegian border guards will remain stationed in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Other Norwegian border guards will remain stationed in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Forty Norwegian border guards will remain stationed in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia."
        " | Norwegian border guards will remain stationed in Estonia until June.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards will remain in Estonia for now.",
        "Norway | Norway will withdraw its border guards from Estonia."
        " | Norwegian border guards will remain in Estonia while the talks go on.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards could remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Ada Fonn asked that Norwegian border guards remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia."
        " | If the talks fail, Norwegian border guards will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Danish border guards will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian pilots will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards remain in Estonia, Ada Fonn said.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards remained in Estonia for nine years.",
        "Norway | Norway may withdraw its border guards from Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway threatened to withdraw its border guards from Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway refused to withdraw its border guards from Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway will partly withdraw its border guards from Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from two towns in Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from the border of Estonia. | Norwegian border guards will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia."
        " | Norwegian border guards who speak Estonian will remain in Estonia.",
        "Norway | Norway will withdraw troops from Estonia. | Troops will remain in Estonia.",
        "Norway | Norway will withdraw its border guards from Estonia. | Norwegian border guards will be stationed in Estonia next year.",
        "Norway will withdraw its border guards from Estonia | Norwegian border guards will remain stationed in Estonia.",
    ],
)
def test_one_article_says_both_of_two_groups_times_or_places(check: Checker, tmp_path: Path, text: str) -> None:
    assert "polarity" not in check(tmp_path, text, NOTHING)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Road | The Corvo Tunnel will close on Friday, the Hendry trust in Marwick said.",
            "Tunnel | The Corvo Tunnel will stay open, said the Hendry trust in Marwick.",
        ),
        (
            "Marwick | Mayor Ada Fonn will resign over the Hendry affair in Marwick.",
            "Marwick | Ada Fonn will remain in office in spite of the Hendry affair in Marwick.",
        ),
        (
            "Marwick | Corvo Air will suspend its flights to Marwick, the Hendry group said.",
            "Marwick | Corvo Air's flights to Marwick will continue, the Hendry group said.",
        ),
    ],
)
def test_two_articles_of_one_day(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "polarity" in check(tmp_path, left, right, (16, 16))
    assert "polarity" not in check(tmp_path, left, right, (16, 19)), "a decision may be changed"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Road | The Corvo Tunnel will close to lorries, the Hendry trust in Marwick said.",
            "Tunnel | The Corvo Tunnel will stay open, said the Hendry trust in Marwick.",
        ),
        (
            "Road | The Corvo Tunnel will close, the Hendry trust in Marwick said.",
            "Tunnel | The Corvo Tunnel will stay open until June, said the Hendry trust in Marwick.",
        ),
        (
            "Road | The Corvo Tunnel will close, the Hendry trust in Marwick said.",
            "Tunnel | The Selim Tunnel will stay open, said the Hendry trust in Marwick.",
        ),
        (
            "Marwick | Mayor Ada Fonn will resign over the Hendry affair in Marwick.",
            "Marwick | Ada Fonn hopes to remain in office in spite of the Hendry affair in Marwick.",
        ),
        (
            "Marwick | Mayor Ada Fonn said she might resign over the Hendry affair in Marwick.",
            "Marwick | Ada Fonn will remain in office in spite of the Hendry affair in Marwick.",
        ),
        (
            "Marwick | Corvo Air will suspend its flights to Marwick, the Hendry group said.",
            "Marwick | Corvo Air's flights to Dellmar will continue, the Hendry group of Marwick said.",
        ),
    ],
)
def test_two_articles_of_other_things_or_wishes(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "polarity" not in check(tmp_path, left, right, (16, 16))


PART = "Estonia | Norway has agreed to withdraw some of the Norwegian soldiers from Estonia, Ada Fonn told the Hendry institute."


@pytest.mark.parametrize(
    "whole",
    [
        "Estonia | Norway has agreed to withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway's soldiers are withdrawn from Estonia, Ada Fonn told the Hendry institute.",
    ],
)
def test_a_whole_without_limit(check: Checker, tmp_path: Path, whole: str) -> None:
    assert check(tmp_path, whole, PART, (16, 16)) == ["scope"]
    assert check(tmp_path, whole, PART, (16, 19)) == [], "a decision may be changed"


@pytest.mark.parametrize(
    "whole",
    [
        "Estonia | Norway has agreed to withdraw soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to withdraw its 40 soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to withdraw its wounded soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to withdraw its soldiers from Latvia, Ada Fonn told the Hendry institute.",
        "Estonia | Denmark has agreed to withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to withdraw its tanks from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute. | Some soldiers will stay.",
        "Estonia | Norway has agreed to withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute."
        " | Most of the soldiers are medics.",
        "Estonia | Norway has agreed to withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute."
        " | A number of soldiers keep the gate.",
        "Estonia | Norway may withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway will not withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway has agreed to partly withdraw its soldiers from Estonia, Ada Fonn told the Hendry institute.",
        "Estonia | Norway trained its soldiers in Estonia, Ada Fonn told the Hendry institute.",
        "Norway withdraws its soldiers from Estonia | Ada Fonn told the Hendry institute of the plan for Estonia and Norway.",
        "Estonia | Ada Fonn met the Hendry institute. | It rained. | The talks went on."
        " | Norway has agreed to withdraw its soldiers from Estonia.",
    ],
)
def test_wholes_that_are_none_or_limited(check: Checker, tmp_path: Path, whole: str) -> None:
    assert "scope" not in check(tmp_path, whole, PART, (16, 16))


LATER = "Crimea | In 2014 Norway captured a part of the land south of Crimea, Ada Fonn wrote. | In 2019 Norway conquered Crimea."


def test_a_land_taken_in_part_first(check: Checker, tmp_path: Path) -> None:
    whole = "Crimea | In 2014 Norway gained control of Crimea, Ada Fonn wrote."
    assert "scope" in check(tmp_path, whole, LATER)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Crimea | In 2014 Norway gained control of Crimea, Ada Fonn wrote.",
            "Crimea | In 2014 Norway captured a part of the land south of Crimea, Ada Fonn wrote.",
        ),
        ("Crimea | In 2019 Norway gained control of Crimea, Ada Fonn wrote.", LATER),
        ("Crimea | In 2014 Denmark gained control of Crimea, Ada Fonn wrote.", LATER),
        ("Crimea | In 2014 Norway gained control of Bavaria, Ada Fonn wrote.", LATER),
        ("Crimea | Norway gained control of Crimea in May, Ada Fonn wrote.", LATER),
        ("Crimea | In 2014 Norway tried to gain control of Crimea, Ada Fonn wrote.", LATER),
        ("Crimea | In 2014 Norway gained control of a part of Crimea, Ada Fonn wrote.", LATER),
    ],
)
def test_lands_parts_and_times_that_are_not_one(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "scope" not in check(tmp_path, left, right)
