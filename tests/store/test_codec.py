"""What is stored comes back as it was: every kind of value, every part of a claim, whatever characters an article holds."""

from __future__ import annotations

import typing
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from factcheck.model import Anchor, Article, Block, Claim, Cue, Extraction, Frame, Furniture, Publication, Scope, SourcePosition
from factcheck.store.codec import Damaged, decode, encode
from factcheck.text import Span
from factcheck.values import VALUE_TYPES, DateValue, Value

WORDS = st.text(max_size=12)
SETS = st.frozensets(WORDS, max_size=3)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
NUMBERS = st.integers(0, 10**9) | st.floats(0, 1e12)


def _field(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if hint is float:
        return NUMBERS
    if hint is int:
        return st.integers(0, 90)
    if hint is str:
        return st.sampled_from(("", "hour", "day", "ü", "\u2028", "a b"))
    if hint == tuple[int, ...]:
        return st.lists(st.integers(-600, 600), max_size=2).map(tuple)
    if hint == tuple[str, ...]:
        return st.lists(WORDS, max_size=3).map(tuple)
    if hint is date:
        return DAYS
    parts = typing.get_args(hint)
    if typing.get_origin(hint) is typing.Literal:
        return st.sampled_from(parts)
    if type(None) in parts:
        return st.none() | _field(next(part for part in parts if part is not type(None)))
    return st.from_type(hint)


@st.composite
def values_of(draw: Callable[..., Any], kind: type[Value]) -> Value:
    """A value of one kind: any fields that make one, with bounds in order."""
    hints = typing.get_type_hints(kind)
    data = {field.name: draw(_field(hints[field.name])) for field in fields(kind)}
    for low, high in (("low", "high"), ("earliest", "latest")):
        if data.get(low) is not None and data.get(high) is not None:
            data[low], data[high] = sorted((data[low], data[high]))
    if data.get("months") is not None:
        data |= {"months": data["low"] * 12 + 3, "high": data["low"]}
    data |= {"family": data.get("family") or "Osei"} if kind.kind == "name" else {}
    data |= {"unit": "hour"} if kind.kind == "duration" else {}
    try:
        return kind(**data)
    except ValueError:
        reject()


def article_of(text: str = "Nine died.", name: str = "a/b.txt") -> Article:
    return Article(name, f"news/{name}", text, "0" * 64, line_in_file=None)


def claim_of(value: Value, article: Article, frame: Frame | None = None, scope: Scope | None = None, words: str = "nine") -> Claim:
    anchor = Anchor(article.id, article.path, Span(0, 4), 1, 1, words, words + " died", 0)
    return Claim("c1", value.kind, f"{value.kind}.of", value, frame or Frame(), scope or Scope(), anchor, "rule")


def round_trip(extraction: Extraction) -> Extraction:
    article = extraction.article
    line = encode(extraction)
    assert b"\n" not in line
    return decode(line, article.id, article.path, article.line_in_file)


@pytest.mark.parametrize("kind", VALUE_TYPES, ids=lambda kind: kind.kind)
def test_every_kind_of_value_comes_back(kind: type[Value]) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
    @given(values_of(kind))
    def check(value: Value) -> None:
        article = article_of()
        extraction = Extraction(article, (claim_of(value, article),), frozenset(), frozenset())
        back = round_trip(extraction)
        assert back == extraction
        (claim,) = back.claims
        assert [type(getattr(claim.value, field.name)) for field in fields(value)] == [
            type(getattr(value, field.name)) for field in fields(value)
        ]

    check()


FRAMES = st.builds(
    Frame,
    event=st.none() | WORDS,
    predicate=st.none() | WORDS,
    role=st.none() | WORDS,
    agents=SETS,
    targets=SETS,
    others=SETS,
    thing=st.none() | WORDS,
    subset=SETS,
    markers=SETS,
    time=st.none() | DAYS.map(lambda day: DateValue(day, day)),
    lead=st.booleans(),
)
SCOPES = st.builds(
    Scope,
    *[st.booleans()] * 6,
    said_by=st.none() | WORDS,
    cues=st.lists(st.builds(Cue, WORDS, WORDS), max_size=2).map(tuple),
)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    path=WORDS,
    text=st.text(st.characters(), max_size=40),  # also halves of surrogate pairs, as JSON may hold them
    digest=WORDS,
    source=st.none() | WORDS,
    title=st.none() | WORDS,
    published=st.builds(Publication, st.none() | DAYS, st.none() | DAYS, WORDS, st.none() | WORDS),
    blocks=st.just((Block(Span(0, 3), "title", "title"), Block(Span(4, 9)))),
    furniture=st.just((Furniture(Span(1, 2), "menu"),)),
    line_in_file=st.none(),
    places=st.just((SourcePosition(0, 3, 1),)),
)


@settings(max_examples=100, deadline=None)
@given(ARTICLES, FRAMES, SCOPES, st.text(max_size=20), SETS)
def test_every_part_of_an_extraction_comes_back(article: Article, frame: Frame, scope: Scope, words: str, names: frozenset[str]) -> None:
    day = DateValue(date(2024, 5, 8), date(2024, 5, 8))
    claim = claim_of(day, article, frame, scope, words)
    extraction = Extraction(article, (claim, replace(claim, slot=words)), *[names] * 7)
    assert round_trip(extraction) == extraction


def test_what_depends_on_the_place_of_the_corpus_is_given_anew() -> None:
    article = article_of()
    day = DateValue(date(2024, 5, 8), date(2024, 5, 8))
    extraction = Extraction(article, (claim_of(day, article),), frozenset(), frozenset())
    moved = decode(encode(extraction), "c.jsonl#7", "old/c.jsonl#7", 7)
    assert (moved.article.id, moved.article.path, moved.article.line_in_file) == ("c.jsonl#7", "old/c.jsonl#7", 7)
    (anchor,) = (claim.anchor for claim in moved.claims)
    assert (anchor.article, anchor.path, anchor.line) == ("c.jsonl#7", "old/c.jsonl#7", 7)


def test_lines_that_are_not_what_was_written_are_refused() -> None:
    article = article_of()
    day = DateValue(date(2024, 5, 8), date(2024, 5, 8))
    line = encode(Extraction(article, (claim_of(day, article),), frozenset(), frozenset()))
    for broken in (line[:-1], b"", b"[]", b"{}", line.replace(b"2024-05-08", b"soon"), line.replace(b'"date"', b'"fate"')):
        with pytest.raises(Damaged):
            decode(broken, "a", "a", None)
