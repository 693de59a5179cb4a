"""The four relations between two answers, modelled on the sets of what each allows."""

from __future__ import annotations

from collections.abc import Set
from typing import TypeVar

from factcheck.values import Relation

T = TypeVar("T")


def relation_of_sets(mine: Set[T], theirs: Set[T]) -> Relation:
    """How two answers stand to each other that allow these members."""
    if mine == theirs:
        return Relation.SAME
    if not mine & theirs:
        return Relation.APART
    return Relation.WITHIN if mine <= theirs or theirs <= mine else Relation.OVERLAP
