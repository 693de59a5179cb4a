"""Values in text: found without context, then resolved with it.

Every kind has one module with one finder class; ``factcheck.resolving`` lists and runs them.  A finder reads the text of a passage (and
its parse only where the kind cannot do without: names, polarity) and never raises on any text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from factcheck.documents import Passage
from factcheck.model import Publication
from factcheck.text import Span
from factcheck.values import DateValue, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a passage that reads as a value; ``span`` is in the passage's text.

    ``reading`` is what was understood without context: each kind has its own frozen type for it.
    """

    kind: str
    span: Span
    rule: str
    reading: object


Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Context:
    """What resolving may look at.

    ``published``: when the article appeared (an interval, may be open).  ``narrated``: the last date told before this mention in the same
    article, None at its start.  ``tense``: of the clause around the mention; None where unknown, and for other kinds than dates.
    """

    published: Publication = field(default_factory=Publication)
    narrated: DateValue | None = None
    tense: Tense | None = None


class Finder(Protocol):
    """What every kind's finder offers."""

    kind: str

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        ...

    def resolve(self, found: Found, context: Context) -> Value | None:
        """The value in its context; None where the text turns out to hold none."""
        ...
