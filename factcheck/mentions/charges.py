"""The charges of a verdict: "found guilty of bribery and cleared of money laundering" answers one question a charge."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.columns import columns_of

if TYPE_CHECKING:
    from factcheck.parses import Token

_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_STEPS = 8
"""Words between a charge and the verb of its verdict."""


def charges_of(verb: Token, known: Mapping[str, str], counted: Container[str], before: Container[str]) -> Iterator[tuple[int, str, bool]]:
    """The charges that the clause of a verdict names: the word, the charge, and whether "not" stands before its "guilty".

    Args:
        verb: the verb of the verdict ("found", "acquitted").
        known: words of charges, gerunds with their object too ("taking bribes"), with the charge.
        counted: nouns by which charges are counted ("three counts of fraud").
        before: prepositions before a charge.
    """
    columns = columns_of(verb.doc)
    lowers, heads, deps, children = columns.lowers, columns.heads, columns.deps, columns.children
    for at in range(verb.i + 1, min(verb.sent.end, len(lowers))):
        charge = known.get(lowers[at]) or known.get(f"{lowers[heads[at]]} {lowers[at]}")
        if charge is None or columns.tags[at] == "VB":
            continue
        place = heads[at] if lowers[at] not in known else at
        above = _above(heads, deps, place)
        while deps[above] == "conj" and lowers[heads[above]] in before:
            above = heads[above]  # "of bribery and of fraud"
        if lowers[above] not in before:
            continue
        way = heads[above]
        if lowers[way] in counted:
            if any(columns.tags[child] == "CD" or deps[child] == "amod" for child in children[way]):
                continue  # "on three counts of fraud" says nothing of the others
            way = heads[heads[way]] if lowers[heads[way]] in before else heads[way]
        denied = False
        if way != verb.i and columns.tags[way].startswith("JJ"):  # "guilty"
            denied = any(deps[child] == "neg" for child in children[way])
            way = heads[way]
        if way != verb.i:
            continue
        words = sorted(child for child in children[at] if deps[child] in _MODIFIERS and lowers[child] in known)
        yield at, " ".join((*(known[lowers[child]] for child in words), charge)), denied


def _above(heads: list[int], deps: list[str], place: int) -> int:
    """The preposition that the first of some joined charges hangs on."""
    for _ in range(_STEPS):
        if deps[place] != "conj":
            break
        place = heads[place]
    return heads[place]
