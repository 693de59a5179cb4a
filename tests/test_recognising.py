"""The entities of a parse are those that the pipeline's own recogniser finds."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import DEFAULT_MODEL
from factcheck.recognising import Recogniser, recogniser_of

WORDS = (
    *"Anna Berg of the Northern Ferries Inc. in Oslo on May 3 1,200 % $ said and Dr. two Norwegian hours third West . 's".split(),
    *("\n", "  ", '"', "\u00e9t\u00e9", "\U0001f600"),
)
FACTS = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]


class Both:
    """The pipeline without a recogniser, with its own and with ours behind it."""

    def __init__(self) -> None:
        self._nlp = spacy.load(DEFAULT_MODEL, exclude=["attribute_ruler", "lemmatizer"])
        ours, self._own = recogniser_of(self._nlp), self._nlp.get_pipe("ner")
        assert isinstance(ours, Recogniser)
        self._ours = ours
        self._nlp.disable_pipe("ner")

    def same(self, texts: list[str]) -> int:
        """How many entities were found, by both."""
        docs = list(self._ours.pipe(self._nlp.pipe(texts)))
        other = list(self._own.pipe(self._nlp.pipe(texts)))
        for one, two in zip(docs, other, strict=True):
            assert (one.to_array(FACTS) == two.to_array(FACTS)).all(), one.text
        return sum(len(doc.ents) for doc in docs)


@pytest.fixture(scope="module")
def both() -> Both:
    return Both()


def test_finds_what_the_pipeline_finds_in_articles(both: Both, project: Path) -> None:
    paths = sorted(project.glob("seeds/*.txt")) + sorted(project.glob("benchmarks/stories/train/*/*.txt"))[:40]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    assert both.same(lines) > 100


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=5))
def test_finds_what_the_pipeline_finds_in_any_words(both: Both, texts: list[str]) -> None:
    both.same(texts)


def test_leaves_other_pipelines_alone() -> None:
    assert recogniser_of(spacy.load(DEFAULT_MODEL, exclude=["ner"])) is None
    ruled = spacy.load(DEFAULT_MODEL, exclude=["lemmatizer"])
    ruled.add_pipe("entity_ruler", before="ner")
    assert recogniser_of(ruled) is None
    ruled = spacy.load(DEFAULT_MODEL, exclude=["lemmatizer"])
    ruled.add_pipe("entity_ruler", after="ner")
    assert recogniser_of(ruled) is None
    assert recogniser_of(spacy.blank("en")) is None
