"""What columns tell of a parse is what the parse tells of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcheck.columns import columns_of, phrases_in, touched
from factcheck.documents import DEFAULT_MODEL
from factcheck.events import lexicon_of
from factcheck.rulebook import Rulebook, load_rules


@pytest.fixture(scope="module")
def docs(project: Path) -> list[Doc]:
    texts = [line for path in sorted(project.glob("seeds/*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line][:60]
    odd = [
        "",
        " ",
        "Two  spaces, and \n a line .",
        '"Who?" he said. "Not me!"  ',
        "The dam above the town gave way on 3 May. It held before.",
    ]
    return list(spacy.load(DEFAULT_MODEL).pipe([*texts, *odd]))


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rules()


def test_columns_are_what_the_tokens_say(docs: list[Doc]) -> None:
    for doc in docs:
        columns = columns_of(doc)
        assert columns.texts == [token.text for token in doc]
        assert columns.tags == [token.tag_ for token in doc]
        assert columns.heads == [token.head.i for token in doc]
        assert columns.children == [[child.i for child in token.children] for token in doc]
        assert columns.opens == [bool(token.is_sent_start) for token in doc]


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_tokens_touched_are_those_of_a_span(docs: list[Doc], data: st.DataObject) -> None:
    doc = data.draw(st.sampled_from([doc for doc in docs if len(doc)]))
    start = data.draw(st.integers(0, len(doc.text) - 1))
    end = data.draw(st.integers(start + 1, len(doc.text)))
    columns, span = columns_of(doc), doc.char_span(start, end, alignment_mode="expand")
    tokens = touched(columns, start, end)
    assert list(tokens) == ([token.i for token in span] if span is not None else [])


def test_phrases_are_those_of_the_words(docs: list[Doc], rulebook: Rulebook) -> None:
    events = lexicon_of(rulebook)
    for doc in docs:
        assert phrases_in(doc, events) == events.phrases([token.lower_ for token in doc]) == phrases_in(doc, events)
    assert any(phrases_in(doc, events) for doc in docs)
