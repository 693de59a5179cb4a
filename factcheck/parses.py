"""What the parser says of a text, as plain data of our own: tokens, runs of them and columns.

Names and meanings are those of spaCy, whose documentation holds here too (https://spacy.io/api/token), for the part of them that is used.
A parse of our own can be handed from one process to another, is read without the pipeline that made it, and answers sooner than one
whose words are looked up in a vocabulary each time they are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, NamedTuple, overload

BEYOND = 5
"""Places before the first and behind the last token at which an empty one stands, so that neighbours can be asked without a check."""
Alignment = Literal["contract", "expand"]


class Overlong(NamedTuple):
    """The sentences of a text that were too long to be read whole: the offset of the first, its tokens, and how many others there are."""

    start: int
    tokens: int
    others: int


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One entry a token in each list, in reading order.

    ``texts``: as written, without the space behind.  ``lowers``: in lower case.  ``tags``, ``deps``, ``entities``: fine tag, relation to
    the head, type of entity ("" for none).  ``heads``: the index of the head, its own for a root.  ``children``: the indices of those whose
    head it is, in reading order.  ``firsts``, ``lasts``: the first and the last of those below it and itself.  ``starts``: the offset in
    the text.  ``opens``, ``begins``: whether a sentence, an entity begins there.  ``puncts``, ``spaces``, ``letters``, ``numbers``: whether
    it is a punctuation mark, white space, made of letters alone, like a number.
    """

    texts: list[str]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    heads: list[int]
    children: list[list[int]]
    firsts: list[int]
    lasts: list[int]
    starts: list[int]
    opens: list[bool]
    begins: list[bool]
    puncts: list[bool]
    spaces: list[bool]
    letters: list[bool]
    numbers: list[bool]


class Token:
    """A word or mark of a parse; there is one object for it, so that tokens are compared as objects."""

    __slots__ = ("children", "dep_", "doc", "ent_type_", "head", "i", "idx", "lower_", "tag_", "text")

    def __init__(self, doc: Doc, index: int, start: int, text: str, lower: str, tag: str, dep: str, entity: str) -> None:
        self.doc, self.i, self.idx, self.text, self.lower_ = doc, index, start, text, lower
        self.tag_, self.dep_, self.ent_type_ = tag, dep, entity
        self.head: Token = self
        self.children: Sequence[Token] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places further on.

        Raises:
            IndexError: there is none.
        """
        place = self.i + distance
        if not 0 <= place < len(self.doc):
            raise IndexError(place)
        return self.doc[place]

    @property
    def sent(self) -> Words:
        """The sentence it stands in."""
        return self.doc.sentence(self.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def lefts(self) -> list[Token]:
        """Its children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def subtree(self) -> list[Token]:
        """It and all below it; whatever hangs to the left of a token comes before it."""
        found: list[Token] = []
        waiting = [(self, False)]
        while waiting:  # no recursion: a text may be made so that its parse is deeper than Python goes
            token, opened = waiting.pop()
            if opened or not token.children:
                found.append(token)
                continue
            waiting += [(child, False) for child in reversed(token.children) if child.i > token.i]
            waiting.append((token, True))
            waiting += [(child, False) for child in reversed(token.children) if child.i < token.i]
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of those below it and itself."""
        return self.doc[self.doc.columns.firsts[self.i]] if self.i < len(self.doc) else self

    @property
    def right_edge(self) -> Token:
        """The last token of those below it and itself."""
        return self.doc[self.doc.columns.lasts[self.i]] if self.i < len(self.doc) else self

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """Those that are joined to it by conjunctions and commas, the first of the row first, without itself."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        row = [first]
        for token in row:
            row += [child for child in token.children if child.dep_ == "conj" and child.i > token.i]
        return tuple(token for token in row if token is not self)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self._says(self.doc.columns.opens)

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return self._says(self.doc.columns.puncts)

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self._says(self.doc.columns.spaces)

    @property
    def is_alpha(self) -> bool:
        """Whether it is made of letters alone."""
        return self._says(self.doc.columns.letters)

    @property
    def like_num(self) -> bool:
        """Whether it is like a number: "10", "ten", "1/2"."""
        return self._says(self.doc.columns.numbers)

    def _says(self, column: list[bool]) -> bool:
        return 0 <= self.i < len(column) and column[self.i]


class Words:
    """Tokens of a parse that follow one another, from ``start`` to before ``end``."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._place == other._place

    def __hash__(self) -> int:
        return hash(self._place)

    def __repr__(self) -> str:
        return self.text

    @property
    def _place(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Words: ...
    def __getitem__(self, place: int | slice) -> Token | Words:
        found = range(self.start, self.end)[place]
        return self.doc[found] if isinstance(found, int) else Words(self.doc, found.start, max(found.start, found.stop))

    @property
    def start_char(self) -> int:
        """The offset of the first token."""
        starts = self.doc.columns.starts
        return starts[self.start] if self.start < len(starts) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset behind the last token."""
        if self.start == self.end:
            return self.start_char
        columns = self.doc.columns
        return columns.starts[self.end - 1] + len(columns.texts[self.end - 1])

    @property
    def text(self) -> str:
        """As written, without the space behind."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; a mark or a space with nothing below it only if there is no
        other."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outside = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(outside, key=_depth) if len(outside) > 1 else (outside or [self.doc[self.start]])[0]


def _depth(token: Token) -> int:
    """How many tokens are above it; as many as the parse has where it is no word and has nothing below it."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """A parsed text: its tokens in reading order.  ``overlong`` tells of sentences that were read in parts, None where all were whole."""

    __slots__ = ("__dict__", "columns", "overlong", "text", "user_data")

    def __init__(self, text: str, columns: Columns, overlong: Overlong | None = None) -> None:
        self.text, self.columns, self.overlong = text, columns, overlong
        self.user_data: dict[str, Any] = {}
        """What finders keep of a parse, by their own names; a parse is not changed after it was made."""

    def __reduce__(self) -> tuple[type[Doc], tuple[str, Columns, Overlong | None]]:
        return Doc, (self.text, self.columns, self.overlong)

    def __len__(self) -> int:
        return len(self.columns.texts)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Words: ...
    def __getitem__(self, place: int | slice) -> Token | Words:
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self))
            return Words(self, start, max(start, stop))
        try:
            return self.tokens[place]
        except IndexError:
            if not -BEYOND < (place if place >= 0 else place + len(self)) < len(self) + BEYOND:
                raise
            return Token(self, place, 0, "", "", "", "", "")

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens."""
        told = self.columns
        parts = zip(told.starts, told.texts, told.lowers, told.tags, told.deps, told.entities, strict=True)
        tokens = [Token(self, index, *part) for index, part in enumerate(parts)]
        for token, head, children in zip(tokens, told.heads, told.children, strict=True):
            token.head = tokens[head]
            if children:
                token.children = [tokens[child] for child in children]
        return tokens

    @cached_property
    def _sentences(self) -> tuple[list[int], list[Words]]:
        starts = [index for index, opens in enumerate(self.columns.opens) if opens or not index]
        return starts, [Words(self, start, end) for start, end in pairwise((*starts, len(self)))]

    @property
    def sents(self) -> list[Words]:
        """Its sentences."""
        return self._sentences[1]

    def sentence(self, index: int) -> Words:
        """The sentence in which a token stands."""
        starts, sentences = self._sentences
        return sentences[bisect_right(starts, index) - 1]

    @cached_property
    def ents(self) -> tuple[Words, ...]:
        """Its entities."""
        told = self.columns
        found: list[Words] = []
        for index, label in enumerate(told.entities):
            if told.begins[index] and label:
                found.append(Words(self, index, index + 1, label))
            elif label and found and found[-1].end == index:
                found[-1].end += 1
        return tuple(found)

    def char_span(self, start: int, end: int, *, alignment_mode: Alignment) -> Words | None:
        """The tokens between two offsets: those that stand wholly between them ("contract"), or all of which a part does ("expand"); None
        where an offset is beyond the text, or no token stands wholly between them."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first < 0 or last < 0:
            return None
        starts, texts = self.columns.starts, self.columns.texts
        if alignment_mode == "contract":
            first += starts[first] < start
            last -= end < starts[last] + len(texts[last])
            return Words(self, first, last + 1) if first <= last else None
        first += start == starts[first] + len(texts[first])  # the space behind a token is no part of it
        return Words(self, first, last + 1)

    def _token_at(self, offset: int) -> int:
        """The token at an offset, or before the space there; -1 where there is none."""
        return bisect_right(self.columns.starts, offset) - 1 if 0 <= offset < len(self.text) else -1
