"""What a parse of our own tells is what spaCy's tells, and what is asked of its columns."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Spacy

from factcheck.columns import columns_of, phrases_in, touched
from factcheck.documents import DEFAULT_MODEL
from factcheck.events import lexicon_of
from factcheck.parses import Doc
from factcheck.pipeline import plain
from factcheck.rulebook import Rulebook, load_rules

SAME = ("i", "idx", "text", "lower_", "tag_", "dep_", "ent_type_", "is_punct", "is_space", "is_alpha", "like_num")
ONE: tuple[Callable[[Any], Any], ...] = (
    lambda token: token.head,
    lambda token: token.left_edge,
    lambda token: token.right_edge,
    lambda token: token.sent.root,
)
SEVERAL = ("children", "lefts", "subtree", "ancestors", "conjuncts", "sent")


@pytest.fixture(scope="module")
def pairs(project: Path) -> list[tuple[Spacy, Doc]]:
    texts = [line for path in sorted(project.glob("seeds/*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line][:60]
    odd = [
        "",
        " ",
        "Two  spaces, and \n a line .",
        '"Who?" he said. "Not me!"  ',
        "The dam above the town gave way on 3 May. It held before.",
        "( ( ( ) a ' ' ' b ) -- -- ... 12 1/2 ten",
    ]
    return [(doc, plain(doc)) for doc in spacy.load(DEFAULT_MODEL).pipe([*texts, *odd])]


@pytest.fixture(scope="module")
def docs(pairs: list[tuple[Spacy, Doc]]) -> list[Doc]:
    return [doc for _, doc in pairs]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rules()


def _told(words: Any) -> tuple[Any, ...] | None:
    """What is asked of a run of tokens."""
    if words is None:
        return None
    return words.start, words.end, words.start_char, words.end_char, words.text, words.root.i if len(words) else None, words.label_


def test_tokens_tell_what_those_of_spacy_tell(pairs: list[tuple[Spacy, Doc]]) -> None:
    for theirs, ours in pairs:
        assert (ours.text, len(ours)) == (theirs.text, len(theirs))
        assert [_told(words) for words in ours.sents] == [_told(words) for words in theirs.sents] if len(theirs) else not ours.sents
        assert [_told(words) for words in ours.ents] == [_told(words) for words in theirs.ents]
        for other, token in zip(theirs, ours, strict=True):
            assert [getattr(token, name) for name in SAME] == [getattr(other, name) for name in SAME]
            assert token.is_sent_start == bool(other.is_sent_start)
            assert [ask(token).i for ask in ONE] == [ask(other).i for ask in ONE]
            for name in SEVERAL:
                assert [found.i for found in getattr(token, name)] == [found.i for found in getattr(other, name)], name
            assert columns_of(ours).children[token.i] == [child.i for child in token.children]


def test_a_parse_outlives_being_handed_on(docs: list[Doc]) -> None:
    for doc in docs:
        copy = pickle.loads(pickle.dumps(doc))
        assert (copy.text, str(list(copy)), [token.head.i for token in copy]) == (doc.text, str(list(doc)), [token.head.i for token in doc])


def test_beside_a_parse_stand_empty_tokens(docs: list[Doc]) -> None:
    doc = next(doc for doc in docs if len(doc) > 9)
    beyond = doc[len(doc)]
    assert (beyond.text, beyond.tag_, list(beyond.children), beyond.left_edge, beyond.like_num) == ("", "", [], beyond, False)
    assert not beyond
    assert beyond.head is beyond
    with pytest.raises(IndexError):
        doc[len(doc) + 9]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    assert doc[0:2] == doc[0:2]
    assert len({doc[0:2], doc[0:2], doc[0:3]}) == 2
    assert [doc[1:4][0], doc[1:4][-1], *doc[1:4][1:]] == [doc[1], doc[3], doc[2], doc[3]]


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_words_between_offsets_are_those_of_spacy(pairs: list[tuple[Spacy, Doc]], data: st.DataObject) -> None:
    theirs, ours = data.draw(st.sampled_from([pair for pair in pairs if len(pair[1])]))
    start = data.draw(st.integers(0, len(ours.text) + 2))
    end = data.draw(st.integers(start + 1, len(ours.text) + 3))
    for mode in ("contract", "expand"):
        found = ours.char_span(start, end, alignment_mode=mode)  # type: ignore[arg-type]
        assert _told(found) == _told(theirs.char_span(start, end, alignment_mode=mode))


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
