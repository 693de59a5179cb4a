"""What had never been: "had never lost an inmate before", "no minister had ever been jailed", "nobody has ever got out"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.columns import Columns

_HISTORY = 10
"""Words from "never" to "history" at most: "had never lost an inmate in its 31-year history"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class NeverWords:
    """What denies ("no", "nobody"), the helping verbs of the perfect, and the prepositions behind a verb that make a shorter row of it:
    nobody had ever won it in the rain."""

    denials: Container[str]
    perfect: Container[str]
    narrowing: Container[str]


def verb_of(columns: Columns, index: int) -> int:
    """The verb that governs a word; the word's head where none does."""
    at = index
    for _ in range(8):
        if columns.tags[at].startswith("VB") and columns.deps[at] not in ("aux", "auxpass"):
            return at
        if columns.heads[at] == at:
            break
        at = columns.heads[at]
    return columns.heads[index]


def never_before(columns: Columns, index: int, start: int, words: NeverWords) -> tuple[int, int] | None:
    """(first word, word that says what never was) of a "before", "ever" or "history" at ``index`` that denies it for all time, in the
    sentence that opens at ``start``; None for others."""
    match columns.lowers[index]:
        case "history":
            never = next((at for at in range(max(start, index - _HISTORY), index) if columns.lowers[at] == "never"), None)
            return (never, verb_of(columns, never)) if never is not None else None
        case "before" if index > start and columns.lowers[index - 1] == "never":
            return index - 1, verb_of(columns, index)
        case "before" | "ever":
            return _denied(columns, index, words)
    return None


def _denied(columns: Columns, index: int, words: NeverWords) -> tuple[int, int] | None:
    """The same of a word behind what is denied.

    Only the perfect tells of all time: "no minister was jailed before" is told of one day as well.
    """
    word, verb = columns.lowers[index], columns.heads[index]
    if word == "before" and (columns.children[index] or columns.deps[index] not in ("advmod", "prep")):
        return None
    if not columns.tags[verb].startswith("VB") or verb == index:
        return None
    children = columns.children[verb]
    if not any(columns.lowers[child] in words.perfect and columns.deps[child] == "aux" for child in children):
        return None
    if any(columns.lowers[child] in words.narrowing and columns.children[child] for child in children if columns.deps[child] == "prep"):
        return None
    never = next((child for child in children if columns.lowers[child] == "never"), None)
    if never is not None:
        return (never, verb) if word == "before" else None
    for child in children:
        if columns.deps[child] in _SUBJECTS and (
            columns.lowers[child] in words.denials or any(columns.lowers[inner] == "no" for inner in columns.children[child])
        ):
            first = min((child, *columns.children[child]))
            return first, child if columns.tags[child] in ("NN", "NNS") and columns.lowers[child] not in words.denials else verb
    return None
