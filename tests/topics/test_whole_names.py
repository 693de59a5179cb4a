"""Which whole names stand for the words by which articles are compared."""

from __future__ import annotations

import pytest

from factcheck.topics.whole_names import WholeNames

BOTH = {
    "name:alder lines",
    "person:dana whitlock",
    "name:kellmouth",
    "name:kellmouth harbour",
    "person:jon fisk",
    "person:ada fisk",
    "place:fr",
}
NAMES = WholeNames({"a": frozenset({*BOTH, "name:castor ray"}), "b": frozenset(BOTH)})


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (["word:alder", "word:whitlock", "word:lines"], ["name:alder lines", "person:dana whitlock"]),
        (["person:whitlock", "word:whitlock"], ["person:dana whitlock"]),
        (["place:fr", "word:lines"], ["place:fr", "name:alder lines"]),
        (["word:kellmouth"], ["word:kellmouth"]),  # the town, or its harbour
        (["word:fisk"], ["word:fisk"]),  # which of two
        (["word:castor"], ["word:castor"]),  # one article alone tells it whole
        (["word:ostrel"], ["word:ostrel"]),
        ([], []),
    ],
)
def test_whole_names(names: list[str], whole: list[str]) -> None:
    assert NAMES.of(names, "a", "b") == NAMES.of(names, "b", "a") == tuple(whole)


def test_articles_without_names_have_no_whole_ones() -> None:
    assert WholeNames({}).of(["word:alder"], "a", "b") == ("word:alder",)
