"""Lines and columns of articles in JSON are those of the file, behind every escape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.articles.drafts import read_json, read_json_line
from factcheck.articles.json_places import strings_in
from factcheck.model import Locator

TEXT = 'Über "dark"\n\nTwo \U0001f600 cranes\tfell\n' * 3
SHAPES: tuple[Any, ...] = (
    {"title": "Storm  takes cranes", "text": TEXT},
    [{"text": "x", "title": TEXT}, {"body": TEXT, "title": "Storm"}],
    {"count": 2, "articles": [[], {"headline": 'A "b" c', "text": {"value": TEXT}}]},
)


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("data", SHAPES)
def test_every_character_is_found_in_the_file(data: Any, indent: int | None, *, ascii_only: bool) -> None:
    whole = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    draft = list(read_json(whole, "a.json", []))[-1]
    locator = Locator(draft.text, draft.places, draft.line, draft.title_places)
    lines = whole.split("\n")
    for offset, char in enumerate(TEXT):
        line, column = locator.locate(offset)
        assert lines[line - 1][column - 1] in (char, "\\")
    line, column = locator.locate(0, "title")
    assert lines[line - 1][column - 1 :].startswith(draft.fields["title"].value[0])


def test_a_record_of_a_line() -> None:
    line = json.dumps({"id": "x", "text": "One.\nTwo."})
    (draft,) = read_json_line(line, "a.jsonl", 7, [], set())
    assert Locator(draft.text, draft.places, draft.line).locate(5) == (7, line.index("Two") + 1)


def test_strings_and_the_ways_to_them() -> None:
    text = '{"a": ["x", {"b": "{,]"}, 1, "y"], "c": {}, "d": "z:"}'
    assert [(string.path, string.value) for string in strings_in(text)] == [
        (("a", 0), "x"),
        (("a", 1, "b"), "{,]"),
        (("a", 3), "y"),
        (("d",), "z:"),
    ]
    assert all(text[string.start] == '"' == text[string.end - 1] for string in strings_in(text))
