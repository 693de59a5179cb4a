"""Patterns for any of some words."""

from __future__ import annotations

import re

from factcheck.text import either_of, whole_words


def test_words_are_escaped_and_the_longest_is_tried_first() -> None:
    assert re.fullmatch(either_of(["a.m.", "as", "as well"]), "as well")
    assert not re.fullmatch(either_of(["a.m."]), "aXmX")
    assert not re.search(either_of([]), "anything")


def test_whole_words_are_not_found_within_others() -> None:
    pattern = whole_words(("recall", "c++"))
    assert pattern.search("they recall it")
    assert pattern.search("written in c++ then")
    assert not pattern.search("they recalled it")
