"""Finds what tells one story from another besides its names: its common nouns and its exact values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.columns import columns_of
from factcheck.documents import Document
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SHORTEST = 4
"""Letters of the shortest noun that counts."""
SMALLEST = 13
"""Counts below this stand in every story; a larger one that two articles share says something."""


def plain_words(document: Document, names: Iterable[str]) -> frozenset[str]:
    """The folded words of names (ids such as "name:high street") that the text writes small too: they are common words and tell no
    story."""
    written = {word for passage in document.passages for word in _WORD.findall(passage.text)}
    small = {fold(word) for word in written if word[0].islower()}
    return frozenset(word for name in names if name.startswith("name:") for word in name[5:].split() if word in small)


def exact_values(resolved: Sequence[Resolved]) -> frozenset[str]:
    """Kind and compact form of the sums, shares, measures and larger counts that an article gives exactly: "money: 1200 EUR"."""
    found = set()
    for item in resolved:
        value = item.mention.value
        large = isinstance(value, CountValue) and value.high == value.low >= SMALLEST
        if large or isinstance(value, MoneyValue | MeasureValue | PercentValue):
            found.add(f"{item.mention.kind}: {value.iso()}")
    return frozenset(found)


def common_nouns(document: Document) -> frozenset[str]:
    """The common nouns of a text in the singular, folded."""
    return frozenset(
        singular(word) if tag == "NNS" else fold(word)
        for columns in (columns_of(passage.doc) for passage in document.passages if passage.doc is not None)
        for word, tag in zip(columns.texts, columns.tags, strict=True)
        if tag in ("NN", "NNS") and len(word) >= _SHORTEST and word.isalpha() and word.islower()
    )
