"""Lines that belong together are read together, however the file is wrapped."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest

from factcheck.articles.layout import read_lines, windows
from factcheck.model import Article
from factcheck.rulebook import Rulebook

from .conftest import Read

PROSE = (
    "The harbour master said on Friday that both cranes had been lost in the storm, which reached the coast shortly after midnight"
    " and went on until noon.",
    "Forty people spent the night in the school, and the road to the lighthouse will stay closed until the engineers have looked"
    " at the bridge.",
)


def wrapped(text: str, width: int = 72) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width=width, break_long_words=False, break_on_hyphens=False)) for line in text.split("\n")
    )


def words(text: str) -> list[str]:
    return [line.words for line in read_lines(text)]


def parts(article: Article) -> list[tuple[str, list[str]]]:
    """Blocks with their own words, then furniture, each in order; furniture inside a block is no part of its words."""
    hidden = {position for item in article.furniture for position in range(item.span.start, item.span.end)}
    told = [
        (block.role, "".join(" " if at in hidden else article.text[at] for at in range(block.span.start, block.span.end)).split())
        for block in article.blocks
    ]
    return told + [(item.name, item.span.of(article.text).split()) for item in article.furniture]


@pytest.mark.parametrize("width", [60, 65, 72, 79, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    text = "Storm takes both cranes\n\n" + "\n\n".join(PROSE)
    assert words(wrapped(text, width)) == words(text) == ["Storm takes both cranes", *PROSE]


def test_windows_line_ends_and_indents() -> None:
    text = wrapped("\n\n".join(PROSE)).replace("\n", "\r\n  ")
    assert words(text) == list(PROSE)


def test_short_lines_stay_apart() -> None:
    lines = ["Forty people were hurt.", "The road is closed.", "He said:", "Nobody knows when it opens again."]
    assert words("\n".join(lines)) == lines


def test_a_sentence_a_line_is_no_wrapping() -> None:
    lines = [
        "More than 50 firefighters tackled the blaze which began on the roof.",
        "Residents were taken to a hall nearby as a precaution on Friday.",
        "It is being treated as suspicious, the chief of police said in Lima.",
    ]
    assert words("\n".join(lines)) == lines


def test_a_long_word_does_not_set_the_width() -> None:
    text = f"{PROSE[0]}\n\nhttps://gazette.example/{'a' * 90}\n\n{PROSE[1]}"
    assert words(wrapped(text)) == words(text)


def test_markdown_headings_and_lists_stand_alone() -> None:
    text = (
        "# Storm takes both cranes of the harbour and closes the road\nforty hurt\n\n"
        "- one crane fell into the harbour at about midnight on Friday\n- two more"
    )
    lines = [line.words for line in read_lines(text, markdown=True)]
    assert lines[0].startswith("# Storm")
    assert lines[1:] == ["forty hurt", "- one crane fell into the harbour at about midnight on Friday", "- two more"]


def test_spans_point_into_the_text() -> None:
    text = "  One  line\u00a0here \n\n Two\r\n"
    lines = read_lines(text)
    assert [(line.span.of(text), line.words, line.number) for line in lines] == [
        ("One  line\u00a0here", "One line here", 1),
        ("Two", "Two", 3),
    ]
    (window,) = windows(text, lines[0])
    assert window.words == "One line here"
    assert window.span(4, 8).of(text) == "line"


def test_seeds_read_the_same_at_72_columns(read: Read, project: Path) -> None:
    texts = {path.name: path.read_bytes().decode() for path in sorted((project / "seeds").glob("*.txt"))}
    plain = read(texts)
    narrow = read({name: wrapped(text) for name, text in texts.items()})
    assert len(plain.articles) == len(narrow.articles) == 5
    for left, right in zip(plain.articles, narrow.articles, strict=True):
        assert parts(left) == parts(right)
        assert left.title == right.title


@pytest.mark.parametrize(
    "text",
    [
        "a " * 1_000_000,
        "x" * 2_000_000,
        "(" * 1_000_000,
        "By A" + " A" * 400_000,
        "- " * 500_000,
        " " * 2_000_000 + "x",
        "1 " * 3000,
        "May 1, " * 2000,
    ],
    ids=["words", "one-word", "brackets", "byline", "dashes", "blanks", "figures", "stamps"],
)
def test_hostile_lines_are_fast(text: str, read: Read, rulebook: Rulebook) -> None:
    start = time.process_time()
    read({"a.txt": f"Headline of the story here\n\n{text}\n\n{text[:3900]}\n"})
    assert time.process_time() - start < 5
