"""A parse as columns: what the parser says of every token, as lists of plain strings and numbers.

Asking a token of a parse for one word takes longer than looking a hundred words up in a table, and every kind of value asks anew.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

    from factcheck.events import EventLexicon
    from factcheck.rulebook import EventRule

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What the parser calls the relation of a subject to its verb, also to a passive one."""
_KEPT, _PHRASES = "factcheck.columns", "factcheck.phrases"
_ASKED = ("LOWER", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "SENT_START", "ORTH")


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One entry a token in each list, in reading order.

    ``texts``: as written, without the space behind.  ``lowers``: in lower case.  ``tags``, ``deps``, ``entities``: fine tag, relation to
    the head, type of entity ("" for none).  ``heads``: the index of the head, its own for a root.  ``children``: the indices of those whose
    head it is, in reading order.  ``starts``: the offset in the text.  ``opens``: whether a sentence begins there.
    """

    texts: list[str]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    heads: list[int]
    children: list[list[int]]
    starts: list[int]
    opens: list[bool]


class _Names(dict[int, str]):
    """The strings of a vocabulary by their keys, each looked up once: the vocabulary decodes a string anew each time."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        name = self[key] = self._strings[key]
        return name


@lru_cache(maxsize=2)
def _names(strings: StringStore) -> _Names:
    return _Names(strings)


def columns_of(doc: Doc) -> Columns:
    """The columns of a parse, read once and kept with it: a parse is not changed after it was made."""
    known = doc.user_data.get(_KEPT)
    if isinstance(known, Columns):
        return known
    names = _names(doc.vocab.strings)
    lowers, tags, deps, entities, heads, starts, opens, texts = doc.to_array(list(_ASKED)).T.tolist() if len(doc) else [[]] * len(_ASKED)
    above = [(index + offset) & 0xFFFFFFFF for index, offset in enumerate(heads)]
    children: list[list[int]] = [[] for _ in above]
    for index, head in enumerate(above):
        if head != index:
            children[head].append(index)
    columns = Columns(
        [names[key] for key in texts],
        [names[key] for key in lowers],
        [names[key] for key in tags],
        [names[key] for key in deps],
        [names[key] for key in entities],
        above,
        children,
        starts,
        [sign == 1 for sign in opens],
    )
    doc.user_data[_KEPT] = columns
    return columns


@lru_cache(maxsize=4)  # of one passage and the one before, as finders and framers go on
def sentences_of(doc: Doc) -> list[range]:
    """The tokens of each sentence of a parse, in reading order."""
    opens = columns_of(doc).opens
    firsts = [index for index, begins in enumerate(opens) if begins or not index]
    return [range(first, after) for first, after in zip(firsts, [*firsts[1:], len(opens)], strict=False)]


def touched(columns: Columns, start: int, end: int) -> range:
    """The tokens that the code points from ``start`` to before ``end`` touch, spaces and what is beyond the text passed over."""
    starts, texts = columns.starts, columns.texts
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    if last < 0:
        return range(0)
    return range(first + (start >= starts[first] + len(texts[first])), last + 1)


def phrases_in(doc: Doc, events: EventLexicon) -> list[tuple[int, int, EventRule]]:
    """The event phrases of a parse as (first, after-last, class) token indices; kept with it, for several finders ask."""
    kept: tuple[EventLexicon, list[tuple[int, int, EventRule]]] | None = doc.user_data.get(_PHRASES)
    if kept is None or kept[0] is not events:
        kept = doc.user_data[_PHRASES] = (events, events.phrases(columns_of(doc).lowers))
    return kept[1]


def first_subject(verb: Token) -> Token | None:
    """The subject of a verb, its first one where it has several; None where it has none of its own."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)
