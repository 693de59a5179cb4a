"""Reads the noun phrase for a group of people or things: who owns the group, what it is called, and what narrows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.grammar import noun_key
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token


@dataclass(frozen=True, slots=True)
class Group:
    """A group as a noun phrase tells it.

    ``owners`` are the ids of whose it is, or its own where it goes by a name; ``noun`` its noun in the singular, None for a name; ``kinds``
    the nouns before that ("border" of "border guards"), ``narrowing`` the adjectives and places that make a part of it.
    """

    owners: frozenset[str]
    noun: str | None = None
    kinds: tuple[str, ...] = ()
    narrowing: frozenset[str] = frozenset()

    @property
    def called(self) -> str | None:
        """The noun with its kinds: "border guard"."""
        return " ".join((*self.kinds, self.noun)) if self.noun is not None else None


def read_group(noun: Token, reader: EventFrameReader) -> Group:
    """The group that a noun and the words beside it tell of; the owners of the first of a list own them all."""
    if noun.tag_.startswith("NNP"):
        return Group(named(frozenset(reader.ids(noun))))
    first, owners = noun, frozenset(_owners(noun, reader))
    while not owners and first.dep_ == "conj" and first.head.tag_ in ("NN", "NNS"):
        first = first.head
        owners = frozenset(_owners(first, reader))  # "its soldiers and border guards"
    kinds, narrowing = [], set[str]()
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and not _names(child, reader):
            if child.tag_ == "NN" and child.i < noun.i:
                kinds.append(fold(child.text))
            else:
                narrowing.add(fold(child.text))
        elif child.dep_ == "prep" and child.lower_ not in ("of", "from"):
            narrowing |= {fold(inner.text) for inner in child.children if inner.dep_ == "pobj"}
    return Group(named(owners), noun_key(noun), tuple(kinds), frozenset(narrowing))


def _owners(noun: Token, reader: EventFrameReader) -> Iterator[str]:
    yield from reader.owner_ids(noun)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod"):
            yield from _names(child, reader)
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (name for inner in child.children if inner.dep_ == "pobj" for name in _names(inner, reader))


def _names(word: Token, reader: EventFrameReader) -> frozenset[str]:
    """The named ids that a name or adjective stands for; empty for common words."""
    return named(frozenset(reader.ids(word))) if word.tag_.startswith(("NNP", "JJ")) else frozenset()
