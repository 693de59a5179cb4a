"""Persons in text: the marked sentences, the evidence beside a name, short forms over a whole article, hostile text."""

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
from factcheck.mentions.name import NameFinder, NameReading
from factcheck.model import Article, Block
from factcheck.rulebook import load_rules
from factcheck.text import Span, flatten
from factcheck.values import NameValue

FINDER = NameFinder(load_rules())
CASES = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "en" / "name.yaml").read_text(encoding="utf-8"))["cases"]
MARK = re.compile(r"\[\[([^|\]]{1,80})\|([^\]]{1,80})\]\]")


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def passages(parser: Parser, *paragraphs: str) -> tuple[Passage, ...]:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    article = Article("a.txt", "a.txt", text, "0", blocks=tuple(blocks))
    return next(iter(parser.parse([article]))).passages


def read(parser: Parser, *paragraphs: str) -> list[list[tuple[str, str]]]:
    parsed = passages(parser, *paragraphs)
    return [
        [(item.span.of(passage.text), item.rule) for item in found] for passage, found in zip(parsed, FINDER.find_in(parsed), strict=True)
    ]


def reading(parser: Parser, text: str, words: str) -> NameReading:
    passage = passages(parser, text)[0]
    found = next(item for item in FINDER.find(passage) if item.span.of(passage.text) == words)
    assert isinstance(found.reading, NameReading)
    return found.reading


def test_the_corpus_is_large_and_a_third_of_it_negative() -> None:
    assert len(CASES) >= 80
    assert 3 * sum(not MARK.search(case) for case in CASES) >= len(CASES)


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_marked_sentences(parser: Parser, case: str) -> None:
    plain = MARK.sub(lambda match: match[1], case)
    wanted = [(match[1], match[2]) for match in MARK.finditer(case)]
    passage = passages(parser, plain)[0]
    found = FINDER.find(passage)
    values = [FINDER.resolve(item, Context()) for item in found]
    assert [(item.span.of(plain), value.spelling if value else None) for item, value in zip(found, values, strict=True)] == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("Foreign Minister Ngozi Okafor spoke.", "Ngozi Okafor", {"foreign minister"}),
        ("Ngozi Okafor, the top diplomat, spoke.", "Ngozi Okafor", {"foreign minister"}),
        ("The Harbor Trust's spokeswoman, Liane Duvarre, spoke.", "Liane Duvarre", {"spokesperson", "harbor", "trust"}),
        ("The governor of the island, Haydar Ostani, spoke.", "Haydar Ostani", {"governor"}),
        ("Sofia Arce, 26, spoke.", "Sofia Arce", set()),
        ("Elena Arce met President Liane Duvarre.", "Elena Arce", set()),
    ],
)
def test_offices_beside_a_name(parser: Parser, text: str, words: str, roles: set[str]) -> None:
    assert reading(parser, text, words).roles >= roles
    if not roles:
        assert not reading(parser, text, words).roles


@pytest.mark.model
def test_forms_of_address_tell_the_gender(parser: Parser) -> None:
    assert reading(parser, "On Monday Mr. Okafor left the country.", "Okafor").gender == "m"
    assert reading(parser, "On Monday Mrs. Okafor left the country.", "Okafor").gender == "f"


@pytest.mark.model
def test_short_forms_and_headline_words_count_where_the_article_gives_the_full_name(parser: Parser) -> None:
    found = read(parser, "Okafor Quits Cabinet After Stormy Vote", "Ngozi Okafor resigned on Monday.", "Okafor's party was surprised.")
    assert [[words for words, _ in item] for item in found] == [["Okafor"], ["Ngozi Okafor"], ["Okafor"]]
    assert read(parser, "Okafor Quits Cabinet After Stormy Vote") == [[]]


@pytest.mark.model
def test_a_misspelt_short_form_is_found_beside_the_full_name(parser: Parser) -> None:
    text = "Foreign Minister Tavit Orbelian insisted on it. “Those who say so are mistaken,” Orbelyan said."
    assert read(parser, flatten(text)) == [[("Tavit Orbelian", "name.title"), ("Orbelyan", "name.near")]]


@pytest.mark.model
def test_what_stands_behind_in_or_near_is_a_place(parser: Parser) -> None:
    assert read(parser, "Fighting went on in Nadim Rour on Monday.", "Nadim Rour said nothing.") == [[], []]


def test_without_a_parse_only_titles_speak() -> None:
    text = "Foreign Minister Ngozi Okafor met Harbor Trust in Lagos."
    assert [item.span.of(text) for item in FINDER.find(Passage(text))] == ["Ngozi Okafor"]


def test_particles_suffixes_and_initials() -> None:
    lexicon = FINDER.lexicon
    assert lexicon.read_name(["Ewald", "van", "der", "Kolk"]) == NameValue("van der Kolk", ("Ewald",))
    assert lexicon.read_name(["Robert", "Hale", "Jr."]) == NameValue("Hale", ("Robert",), "Jr.")
    assert lexicon.read_name(["J.K.", "Ashdown"]) == NameValue("Ashdown", ("J.K.",))
    assert lexicon.read_name(["Van", "Morrow"]) == NameValue("Morrow", ("Van",))
    assert lexicon.read_name(["J."]) is None


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["Mr.", "President", "van", "der", "Okafor", ",", "-", "'s", "/", "26", "J."])).map(" ".join)
)
@settings(max_examples=200, deadline=None)
def test_never_raises_and_never_overlaps(text: str) -> None:
    found = FINDER.find(Passage(flatten(text)))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(item.span.of(text).strip() for item in found)


@pytest.mark.parametrize(("part", "size"), [("President ", 1_500), ("A", 20_000), ("Aa-", 5_000), ("Van der ", 1_500), ("J.", 5_000)])
def test_long_hostile_text_takes_linear_time(part: str, size: int) -> None:
    assert growth(lambda number: FINDER.find(Passage(part * number)), size) < LINEAR
