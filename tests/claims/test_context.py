"""In which words a value is told: what stands near it, what governs it, and in which role."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

from factcheck.claims.context import MOST_WORDS
from factcheck.contexts import Context, ContextWord, WordRole
from factcheck.model import CONTEXT, Claim

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def contexts(claims: tuple[Claim, ...]) -> dict[str, tuple[Claim, Context]]:
    """By the words of each value its claim and context."""
    found = [(claim, claim.frame.context) for claim in claims if claim.kind == CONTEXT]
    return {claim.anchor.match: (claim, context) for claim, context in found if context is not None}


def word(context: Context, key: str) -> ContextWord:
    return next(word for word in context.words if word.word == key)


def test_roles_of_the_words_around_a_count(read: Reader) -> None:
    (claim, context) = contexts(read("Seven bidders chased the picture at Aldermoor."))["Seven"]
    assert (claim.kind, claim.slot, claim.value.kind, claim.frame.thing) == (CONTEXT, "count.context", "count", "bidder")
    assert word(context, "bidder").roles & (WordRole.SUBJECT | WordRole.GOVERNOR) == WordRole.SUBJECT | WordRole.GOVERNOR
    assert word(context, "aldermoor").roles & WordRole.PROPER
    assert word(context, "bidder").distance == 1 < word(context, "picture").distance
    assert sum(bool(item.roles & WordRole.VERB) for item in context.words) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed 12 men.", "In the explosion 12 men died."),
        ("Twelve hospitals were bought.", "The buyer paid for twelve hospitals."),
    ],
)
def test_words_of_one_class_have_one_key(read: Reader, one: str, other: str) -> None:
    keys = [{word.word for _, context in contexts(read(text)).values() for word in context.words} for text in (one, other)]
    assert keys[0] & keys[1]


def test_light_words_are_left_out_and_long_sentences_are_cut(read: Reader) -> None:
    (_, context) = contexts(read("It has been said that there are 40 others."))["40"]
    assert not {"said", "are", "been", "there"} & {word.word for word in context.words}
    listed = ", ".join(
        f"{a}{b}"
        for a in ("red", "blue", "green", "white", "black", "grey", "pink")
        for b in ("house", "boat", "hat", "wall", "gate", "roof", "door")
    )
    (_, long) = contexts(read(f"The police counted 40 guests, among them {listed}."))["40"]
    assert len(long.words) <= MOST_WORDS


@pytest.mark.parametrize(
    ("text", "match", "preposition", "partitive"),
    [
        ("The toll stood at 40 percent.", "40 percent", "at", False),
        ("Twelve of them were hurt.", "Twelve", "", True),
    ],
)
def test_what_stands_beside_the_value(read: Reader, text: str, match: str, preposition: str, *, partitive: bool) -> None:
    (_, context) = contexts(read(text))[match]
    assert (context.preposition, context.partitive) == (preposition, partitive)


def test_contexts_are_no_answers(read: Reader) -> None:
    claims = read("Seven bidders chased the picture.")
    assert any(claim.kind == CONTEXT for claim in claims)
    assert all(claim.frame.context is None for claim in claims if claim.kind != CONTEXT)
