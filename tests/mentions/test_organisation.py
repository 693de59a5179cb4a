"""Names of organisations in text: the marked sentences and what is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from factcheck.documents import Parser, Passage
from factcheck.mentions.proper import ProperNameFinder
from factcheck.mentions.runs import ProperReading
from factcheck.model import Article, Block
from factcheck.rulebook import load_rules
from factcheck.text import Span
from factcheck.values import OrganisationNameValue

FINDER = ProperNameFinder(load_rules())
CASES = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "en" / "organisation.yaml").read_text(encoding="utf-8"))["cases"]
MARK = re.compile(r"\[\[([^|\]]{1,80})\|([^\]]{1,80})\]\]")


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_the_corpus_is_large_and_a_third_of_it_negative() -> None:
    assert len(CASES) >= 80
    assert 3 * sum(not MARK.search(case) for case in CASES) >= len(CASES)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_marked_sentences(parser: Parser, case: str) -> None:
    plain = MARK.sub(lambda match: match[1], case)
    wanted = [(match[1], match[2]) for match in MARK.finditer(case)]
    article = Article("a.txt", "a.txt", plain, "0", blocks=(Block(Span(0, len(plain))),))
    passage = next(iter(parser.parse([article]))).passages[0]
    found = [item for item in FINDER.find(passage) if item.kind == "organisation"]
    assert [(item.span.of(plain), form(item.reading)) for item in found] == wanted


def form(reading: object) -> str:
    assert isinstance(reading, ProperReading)
    assert isinstance(reading.value, OrganisationNameValue)
    return reading.value.form or "-"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the town of Surren Mills", ["organisation"]),  # a name's own noun outweighs the noun before it
        ("the town of Surren", ["place"]),
        ("Vesk Minerals", ["organisation"]),
        ("Vesko", ["place"]),
        ("Vesk", []),  # nothing but a short word with a capital
        ("Board", []),
        ("the Foreign Minister", []),
    ],
)
def test_a_run_is_of_one_kind(text: str, kinds: list[str]) -> None:
    assert [item.kind for item in FINDER.find(Passage(text))] == kinds


def test_words_of_leading_are_kept() -> None:
    reading = FINDER.find(Passage("Green Marsh, whose leader resigned, lost."))[0].reading
    assert isinstance(reading, ProperReading)
    assert len(reading.leading) == 1
