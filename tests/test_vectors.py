"""With the faster layers a pipeline tags, parses and finds entities as it does with its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import vectors
from factcheck.documents import DEFAULT_MODEL
from factcheck.vectors import hasten

WORDS = (
    *"Anna Berg of the Northern Ferries Inc. in Oslo on May 3 1,200 % $ said and Dr. two Norwegian hours third West . 's".split(),
    *("\n", "  ", '"', "\u00e9t\u00e9", "\U0001f600"),
)
FACTS = ["TAG", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]


class Both:
    """The pipeline as it comes, and with faster layers."""

    def __init__(self) -> None:
        self._own, self._fast = (spacy.load(DEFAULT_MODEL, exclude=["attribute_ruler", "lemmatizer"]) for _ in range(2))
        for _, component in self._fast.pipeline:
            hasten(component.model)

    def same(self, texts: list[str]) -> int:
        """How many tokens were read, by both."""
        docs = list(self._fast.pipe(texts))
        for one, two in zip(docs, self._own.pipe(texts), strict=True):
            assert (one.to_array(FACTS) == two.to_array(FACTS)).all(), one.text
            assert not len(one) or np.allclose(np.asarray(one.tensor), np.asarray(two.tensor), atol=1e-4)
        return sum(map(len, docs))

    def layers(self) -> set[str]:
        """The names of the faster layers that are in use."""
        return {node.name for _, component in self._fast.pipeline for node in component.model.walk()}


@pytest.fixture(scope="module")
def both() -> Both:
    return Both()


def lines_of(project: Path) -> list[str]:
    paths = sorted(project.glob("seeds/*.txt")) + sorted(project.glob("benchmarks/stories/train/*/*.txt"))[:40]
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def test_reads_articles_alike(both: Both, project: Path) -> None:
    assert {"normalized_maxout", "once_a_word"} <= both.layers()
    assert both.same(lines_of(project)) > 5_000


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=5))
def test_reads_any_words_alike(both: Both, texts: list[str]) -> None:
    both.same(texts)


def test_words_of_one_key_are_told_apart(both: Both, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_MIXED", 0)
    assert both.same(lines_of(project)[:60]) > 200


def test_leaves_models_without_such_layers_alone() -> None:
    model = spacy.load(DEFAULT_MODEL).get_pipe("tagger").model
    names = [node.name for node in model.walk()]
    hasten(model)
    assert [node.name for node in model.walk()] == names
