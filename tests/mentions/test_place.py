"""Names of places and things in text: the marked sentences, the nouns beside names, hostile text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from growing import LINEAR, growth
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Parser, Passage
from factcheck.mentions import Context
from factcheck.mentions.proper import ProperNameFinder
from factcheck.mentions.runs import ProperReading
from factcheck.model import Article, Block
from factcheck.rulebook import load_rules
from factcheck.text import Span, flatten
from factcheck.values import PlaceNameValue

FINDER = ProperNameFinder(load_rules())
CASES = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "en" / "place.yaml").read_text(encoding="utf-8"))["cases"]
MARK = re.compile(r"\[\[([^|\]]{1,80})\|([^\]]{1,80})\]\]")


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def passage(parser: Parser, text: str) -> Passage:
    article = Article("a.txt", "a.txt", text, "0", blocks=(Block(Span(0, len(text))),))
    return next(iter(parser.parse([article]))).passages[0]


def test_the_corpus_is_large_and_a_third_of_it_negative() -> None:
    assert len(CASES) >= 80
    assert 3 * sum(not MARK.search(case) for case in CASES) >= len(CASES)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_marked_sentences(parser: Parser, case: str) -> None:
    plain = MARK.sub(lambda match: match[1], case)
    wanted = [(match[1], match[2]) for match in MARK.finditer(case)]
    found = [item for item in FINDER.find(passage(parser, plain)) if item.kind == "place" and item.rule != "place.bare"]
    assert [(item.span.of(plain), noun(item.reading)) for item in found] == wanted


def noun(reading: object) -> str:
    assert isinstance(reading, ProperReading)
    return reading.noun or "-"


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("They searched the villages of Guzar, Tarnak and Helmin.", "Helmin", "village"),
        ("They searched Guzar, Tarnak and Helmin.", "Helmin", ""),
        ("The worst-hit towns were named as Guzar and Tarnak.", "Tarnak", "town"),
        ("They left Guzar village. Tarnak was spared.", "Tarnak", ""),
        ("A ferry named Castellan sank.", "Castellan", "ferry"),
        ("The ferry sank near Castellan.", "Castellan", ""),
        ("Brellin, a small port, was closed.", "Brellin", "port"),
        ("Brellin, where a port was closed, sleeps.", "Brellin", ""),
        ("They saw Qarneh Island burn.", "Qarneh", "island"),
        ("They rowed across Lake Qarneh by night.", "Lake Qarneh", "lake"),
        ("The Sea Qarneh carried steel.", "Sea Qarneh", ""),
    ],
)
def test_the_noun_beside_a_name(text: str, name: str, wanted: str) -> None:
    found = {item.span.of(text): item for item in FINDER.find(Passage(text))}
    reading = found[name].reading
    assert isinstance(reading, ProperReading)
    assert reading.noun == wanted


def test_a_headline_names_nothing() -> None:
    assert not FINDER.find(Passage("Hundreds Flee Floods Around Velmora After Second Night Of Storms"))


def test_resolving_needs_no_context() -> None:
    found = FINDER.find(Passage("the town of Velmora"))[0]
    assert FINDER.resolve(found, Context()) == PlaceNameValue("Velmora", "town")


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    flat = flatten(text)
    found = FINDER.find(Passage(flat))
    assert all(item.span.of(flat).strip() for item in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("before", "part", "size"),
    [("", "Aa, ", 1_500), ("the villages of ", "Aa and ", 1_500), ("", "Aa ", 5_000), ("", "of ", 5_000), ("", "Aa", 10_000)],
)
def test_hostile_text_takes_linear_time(before: str, part: str, size: int) -> None:
    assert growth(lambda number: FINDER.find(Passage(before + part * number)), size) < LINEAR
