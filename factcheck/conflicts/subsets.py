"""Tells whether two counts are told of one set, or one of them of a part of the other's."""

from __future__ import annotations

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.frame_notes import SELECTED, Note
from factcheck.model import Claim


def subset_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the adjectives make parts of the two; people must be narrowed alike, things may be named more shortly."""
    first, second = left.frame.subset - {SELECTED}, right.frame.subset - {SELECTED}
    if first == second:
        return None
    if left.frame.thing != "person" and (not first or not second or first & second):
        return dividing_veto(first, second, context)
    return _differing(first ^ second)


def dividing_veto(first: frozenset[Note], second: frozenset[Note], context: ComparisonContext) -> str | None:
    """Why a word sets the counted of one side apart from others of their kind ("four foreign satellites"); None where none does."""
    dividing = (first ^ second) & context.words["count.dividing"].keys()
    return _differing(frozenset(dividing)) if dividing else None


def have_left(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one number alone is of things that are told to be no longer there: tents that went back to store, houses that were sold."""
    fates, leaving = {left.frame.fate, right.frame.fate}, context.words["fate.leaving"]
    return None in fates and any(fate in leaving for fate in fates)


def _differing(words: frozenset[Note]) -> str:
    return f"different subsets ({', '.join(sorted(words))})"
