"""What a length of time is the length of, and the words around it that say so (list "length.word")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.frame_notes import Note

if TYPE_CHECKING:
    from factcheck.parses import Token

_BESIDE = 5
"""Words behind a length in which "in prison" or "under the snow" may stand."""


@dataclass(frozen=True, slots=True)
class Length:
    """What was found around a duration.

    ``event`` is an event class or None; ``thing`` is the noun that lasts; ``affirmed`` is as in ``Answer``.
    """

    role: str
    event: str | None = None
    thing: str = ""
    predicate: str = ""
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    subset: frozenset[Note] = frozenset()
    markers: frozenset[Note] = frozenset()
    affirmed: bool = False


class LengthWords:
    """The sorts of words of the list "length.word", read at tokens."""

    def __init__(self, reader: EventFrameReader) -> None:
        self.reader = reader
        self._sorts = reader.vocabulary.listed("length.word")

    def has(self, token: Token, sort: str) -> bool:
        """Whether a token is a word of a sort."""
        return self._sorts.get(token.lower_) == sort

    def behind(self, root: Token, sort: str) -> bool:
        """Whether a word of a sort stands close behind a length, in its sentence."""
        last = min(root.right_edge.i + _BESIDE, root.i + 2 * _BESIDE, root.sent.end - 1)
        return any(self.has(token, sort) for token in root.doc[root.i + 1 : last + 1])


__all__ = ["Length", "LengthWords"]
