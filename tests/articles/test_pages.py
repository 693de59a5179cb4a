"""Pages as they stand in their file; and pages that were made to break readers."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles.as_html import read_html
from factcheck.articles.drafts import Draft
from factcheck.articles.pages import read_page
from factcheck.articles.placing import place_lines
from factcheck.model import Locator

SENTENCE = "The harbour office said on Tuesday that twelve people were hurt when the crane fell. "


def draft(source: str) -> Draft:
    (found,) = read_html(source, "a.html", [])
    return found


def test_text_and_tags_of_a_page() -> None:
    page = read_page('<META Name=\'a\' content="x > y"><p title="a>b">One&amp;<b>tw</b>o<p>three<!-- four --><style>p{}</style>')
    assert [tag.attributes for tag in page.tags] == [{"name": "a", "content": "x > y"}]
    assert page.words == ("one", "two", "three")
    assert [page.words_of(run) for run in page.runs] == ["One&two", "three"]
    assert page.source[page.origin(page.starts[2]) :].startswith("three")


def test_headings_hold_together_and_menus_stand_apart() -> None:
    page = read_page("<nav>Menu</nav><h1><div>Big</div> news</h1><footer>Foot<p>note</footer><p>Body")
    assert [(run.name, page.words_of(run), run.apart) for run in page.runs] == [
        ("nav", "Menu", True),
        ("h1", "Big", False),
        ("h1", "news", False),
        ("footer", "Foot", True),
        ("p", "note", True),
        ("p", "Body", False),
    ]


@pytest.mark.parametrize(
    ("source", "extracted", "match", "line", "column"),
    [
        ("<p>one two\n  three</p>", "one two three", "three", 2, 3),
        ("<p>a &#8220;b&#8221; c</p>", "a “b” c", "c", 1, 22),
        ("<p>x</p>\n<p>one two <sup>[2]</sup>three</p>", "one two three", "three", 2, 26),
        ("<p>b</p>\n<p>a</p>", "a\nb", "b", 1, 4),
        ("<p>cafe\u0301 two</p>", "café two", "two", 1, 10),
        ("<p>one</p>", "nowhere\none", "one", 1, 4),
    ],
)
def test_places(source: str, extracted: str, match: str, line: int, column: int) -> None:
    places = place_lines(extracted, read_page(source), (9, 9))
    assert Locator(extracted, places).locate(extracted.index(match)) == (line, column)


def test_what_stands_nowhere_is_placed_at_the_first_place_or_the_last() -> None:
    places = place_lines("title\none\nnothing", read_page("<p>one</p>"), (7, 3))
    locator = Locator("title\none\nnothing", places)
    assert (locator.locate(0), locator.locate(6), locator.locate(10)) == ((7, 3), (1, 4), (1, 4))


HOSTILE = {
    "one line of a megabyte": "<html><body><article><p>" + SENTENCE * 12_000 + "</p></article></body></html>",
    "nested blocks": "<html><body>" + "<div>" * 10_000 + SENTENCE * 5 + "</div>" * 10_000,
    "nested inlines": "<html><body><p>" + "<span>" * 10_000 + SENTENCE * 5,
    "nested tables": "<html><body>" + "<table><tr><td>" * 3_000 + SENTENCE * 5,
    "a hundred thousand attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">" + SENTENCE * 5,
    "attributes apart by slashes": "<p " + "/a" * 200_000 + ">" + SENTENCE * 5,
    "entities of entities": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b; " + SENTENCE * 5,
    "deep linked data": "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + SENTENCE * 5,
    "long linked data": "<html><script type='application/ld+json'>[" + ",".join(["[[],[]]"] * 100_000) + "]</script><p>" + SENTENCE * 5,
    "metadata without an end": "<html>" + "<meta name='date' content='x'>" * 30_000 + "<p>" + SENTENCE * 5,
}
EMPTY = {
    "comments without an end": "<!--" * 100_000,
    "scripts without an end": "<html>" + "<script>" * 100_000,
    "brackets": "<" * 500_000,
    "quotes without an end": "<p>" + "<p a=\"'>" * 50_000,
    "no words": "".join(chr(code % 0x800 + 1) for code in range(50_000) if not chr(code % 0x800 + 1).isalpha()),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_give_their_text_in_time(name: str) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    began = time.process_time()
    assert "twelve people were hurt" in draft(HOSTILE[name]).text
    assert time.process_time() - began < 8


@pytest.mark.parametrize("name", EMPTY)
def test_hostile_pages_without_text_end_in_time(name: str) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    began = time.process_time()
    draft(EMPTY[name])
    assert time.process_time() - began < 8


def test_the_same_paragraph_many_times_is_placed_in_time() -> None:
    source = "<p>x y z</p>" * 40_000
    began = time.process_time()
    assert len(place_lines("x y z\n" * 40_000, read_page(source), (1, 1))) == 40_000
    assert len(place_lines("x y q\n" * 40_000, read_page(source), (1, 1))) <= 80_000
    assert time.process_time() - began < 8


PIECES = st.sampled_from(
    (
        *"<p> </p> < > <!-- --> <script> </script> & &amp; &#0; &#xD800; <h1> </h1> <td> <table> <li> ]]> <svg> <br> = <title>".split(),
        *'<?xml <![CDATA[ <time\tdatetime= <meta\tname="date"\tcontent=" [ { } " \''.split(" "),
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":',
        *("\x00", "\u2028", "\ud800", "e\u0301", "word ", "12 ", SENTENCE),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_page_raises_and_all_places_lie_in_it(pieces: list[str]) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    source = "".join(pieces)
    found = draft(source)
    assert [place.start for place in found.places] == sorted({place.start for place in found.places})
    lines = source.split("\n")
    assert all(1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1 for place in found.places)
