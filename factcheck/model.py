"""The plain data that the stages hand on: Article, Mention, Claim, Conflict, Report.

Nothing here reads files, holds parser objects or decides anything.  Offsets are code points into the field of the article that a
span belongs to (``field`` "text" unless the title stands apart from the text, as in JSON); spans are half-open.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, Protocol

from factcheck.contexts import Context
from factcheck.errors import Problem
from factcheck.frame_notes import Note
from factcheck.text import Lines, Span
from factcheck.values import DateValue, Relation, Value
from factcheck.values.timex import Timex

FieldName = Literal["text", "title"]
BlockRole = Literal["title", "heading", "body", "caption"]
Verdict = Literal["conflict", "disputed", "update"]
Level = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published: every day from ``earliest`` to ``latest``, inclusive; None means open on that side.

    ``how`` says where that comes from, in words for people ("front matter", "dateline, line 11", "implied by ...").  ``time`` keeps the
    time of day and zone as written, None where the source has none.
    """

    earliest: date | None = None
    latest: date | None = None
    how: str = "unknown"
    time: str | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article that is read as one paragraph: a line, or hard-wrapped lines that belong together."""

    span: Span
    role: BlockRole = "body"
    field: FieldName = "text"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that belongs to the page, not to the story; it makes no claims.  ``name`` is the rule's id or the cause ("repeated")."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class SourcePosition:
    """Where a text that was taken out of its file stands in it: code point ``start`` at (line, column), from 1, and the rest behind it.

    A position holds up to the next one.
    """

    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, decoded, with its metadata and its layout.

    ``id`` is unique in a corpus and does not depend on where the corpus lies (path relative to what was named, or file#id).  ``path`` is
    what people are shown.  ``blocks`` and ``furniture`` are in reading order; blocks never overlap, furniture may lie inside blocks.
    ``language`` is an ISO 639-1 code.  ``record`` tells the articles of one file apart, "" where the file is one article.  ``line_in_file``
    is set where one line of the file holds the whole article, ``places`` (in order) where ``text`` was taken out of the file, and
    ``title_places`` where a title was that stands apart; ``Locator`` reads all three.
    """

    id: str
    path: str
    text: str
    digest: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: Publication = field(default_factory=Publication)
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    line_in_file: int | None = None
    places: tuple[SourcePosition, ...] = ()
    title_places: tuple[SourcePosition, ...] = ()
    record: str = ""

    def words_of(self, name: FieldName) -> str:
        """The text of a field."""
        return self.text if name == "text" else self.title or ""


class Identified(Protocol):
    """What an article is known by, also where its text has not been read: as in Article."""

    @property
    def id(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def line_in_file(self) -> int | None: ...


class Locator:
    """Line and column in the file for the offsets of one text; both from 1, columns count code points.

    ``places``, ``line`` and ``title`` are those of an Article: where the text was taken out of the file, the one line of the file that
    holds all of it, and where a title was that stands apart.
    """

    __slots__ = ("_line", "_lines", "_places", "_starts", "_title")

    def __init__(
        self, text: str, places: tuple[SourcePosition, ...] = (), line: int | None = None, title: tuple[SourcePosition, ...] = ()
    ) -> None:
        self._lines, self._places, self._line, self._title = Lines(text), places, line, title
        self._starts = [place.start for place in places]

    @classmethod
    def of(cls, article: Article) -> Locator:
        """The locator of an article's text."""
        return cls(article.text, article.places, article.line_in_file, article.title_places)

    def locate(self, offset: int, name: FieldName = "text") -> tuple[int, int]:
        """(line, column) of an offset in a field; the first column where only the line is known, (1, 1) for a title that is not there."""
        if name != "text":
            return _place_in(self._title, [place.start for place in self._title], offset) if self._title else (self._line or 1, 1)
        if self._starts:
            return _place_in(self._places, self._starts, offset)
        return self._lines.locate(offset) if self._line is None else (self._line, 1)


def _place_in(places: Sequence[SourcePosition], starts: Sequence[int], offset: int) -> tuple[int, int]:
    place = places[max(0, bisect.bisect_right(starts, offset) - 1)]
    return place.line, place.column + max(0, offset - place.start)


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in an article and resolved.  ``span`` covers the value's own words; ``sentence`` the sentence around it.

    ``timex`` is what TIMEX3 would write there; None for kinds without one, and where it has not been asked for.
    """

    kind: str
    span: Span
    sentence: Span
    value: Value
    rule: str
    field: FieldName = "text"
    timex: Timex | None = None


@dataclass(frozen=True, slots=True)
class LightMention:
    """An expression of time that is no value and makes no claim ("now", "daily", "the past two years"); ``timex`` is its TIMEX3."""

    kind: ClassVar[str] = "timex"

    span: Span
    sentence: Span
    timex: Timex
    rule: str
    field: FieldName = "text"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that put a claim's scope as it is: ``name`` is the sort ("negated", "planned"), ``words`` what stands in the text."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Scope:
    """How a statement is meant.  ``said_by`` is the canonical id of a named speaker or source, None where the article itself speaks."""

    negated: bool = False
    planned: bool = False
    hedged: bool = False
    question: bool = False
    conditional: bool = False
    quoted: bool = False
    said_by: str | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words around a value say it is about; every part may be unknown, and unknown is neither equal nor different.

    ``event`` is a class of rules/events/, ``predicate`` the word that named it.  ``role`` is the part the value plays ("on",
    "announced_on", "number_of").  ``agents`` and ``targets`` are canonical ids of who acted and of what was acted on; ``others`` all
    further participants of the sentence.  ``thing`` is the counted or measured head; ``subset`` holds notes on what narrows it, and what
    else a kind hands on to its comparer; ``markers`` are notes that single out an instance ("second", "earlier").  ``time``
    is when the sentence (or the one before it in the paragraph) says it happened; ``lead`` whether it stands in the title or the first
    lines.  ``fate`` is what became of the counted, whatever word told it ("gone", "saved"); None for other kinds, too.  ``context`` is
    known of claims of kind CONTEXT alone.
    """

    event: str | None = None
    predicate: str | None = None
    role: str | None = None
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    thing: str | None = None
    subset: frozenset[Note] = frozenset()
    markers: frozenset[Note] = frozenset()
    time: DateValue | None = None
    lead: bool = False
    fate: str | None = None
    context: Context | None = None


CONTEXT, WEEKDAY = "context", "weekday"
"""Kinds of claims beside those of a value's own kind: in which words it is told, and which day of the week is told beside a date."""
MINIMUM_TERM = "minimum-term"
"""Event of the least lengths that convicts must serve."""
AGE_OF_THING = "age-of-thing"
"""Event of counts that tell how many years old a thing is."""
MERGED_STAKE = "merged stake"
"""The role of the share that the owners of one of two firms get of both together."""
ABOARD = "aboard"
"""The fate of those who were on a craft."""
PERPETRATING = "perpetrating"
"""The fate of the counted who commit a crime together."""
HOLDING, OFFSPRING = "holding", "offspring"
"""Events of counts that tell how many of something an owner has, and how many children somebody has."""
PRESENCE = "presence"
"""The event of those who are only told to have been somewhere when something happened."""
WHOLE, PART = "whole", "part"
"""Roles: a whole told without a limit, and a share of one that is less than all."""
TAKEN_WHOLE, TAKEN_PART = "taken-whole", "taken-part"
"""Roles: a land that is taken, and a part of one."""
FLANK, COURSE, SCENE, HOME = "flank", "course", "scene", "home"
"""Roles: which of its sides a thing is told by, which way something moves, where an act of a group was done, where somebody is from."""
BEARING = "bearing"
"""Role: on which side of a named place something lies or happened."""
CHILD_AGE = "noun-child"
"""Role: the age of a child that a story has one of, told by a noun or by the age alone ("a four-year-old boy", "a 4-year-old")."""
HISTORY = "history"
"""Role: the day or year of what happens once in a life or to a thing ("founded in 1921")."""
SESSION = "session"
"""The act under which meetings, votes, decisions and hearings of one body meet."""
GAP, TURN = "gap", "turn"
"""Roles: when the last one of a row was, and for which time something is."""
OUTCOME, TO_COME = "outcome", "outcome to come"
"""Roles of outcomes: it came about or did not; it is to come about or is not."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a claim stands: article, field, span of the value's words, line and column (from 1, in the file), words and sentence."""

    article: str
    path: str
    span: Span
    line: int
    column: int
    match: str
    quote: str
    quote_start: int
    field: FieldName = "text"


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that answers a question.  ``slot`` names the question ("withdrawal.announced_on"), ``rule`` what found the value."""

    id: str
    kind: str
    slot: str
    value: Value
    frame: Frame
    scope: Scope
    anchor: Anchor
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one article and what the article is about.

    ``names`` are the canonical ids named anywhere in it; ``lead`` the event classes of its title and first lines.  ``words`` are the
    folded words of proper names that stand in its sentences, whether or not the parser sees a name in them; ``lead_words`` those of its
    first lines.  ``plain`` are words of names that are common words too, ``nouns`` the common nouns, ``values`` what the article gives
    exactly (see ``factcheck.claims.story_features``).  ``cut`` tells of sentences too long to be read whole: line, column and tokens of the
    first, and how many others there are.
    """

    article: Article
    claims: tuple[Claim, ...]
    names: frozenset[str]
    lead: frozenset[str]
    words: frozenset[str] = frozenset()
    lead_words: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    cut: tuple[int, int, int, int] | None = None

    @property
    def answers(self) -> tuple[Claim, ...]:
        """The claims that answer a question; contexts stand beside them."""
        return tuple(claim for claim in self.claims if claim.kind != CONTEXT)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two claims.  ``level`` is the label of the rung that held, ``detail`` both values and how far
    apart they are, "" where there is no more to tell than the two."""

    level: str
    relation: Relation
    detail: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a group of claims is about: a stable id and a label for people."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question and everybody who gives it.

    ``text`` shows the value, ``value`` is its compact form.  ``origins`` counts independent sources: copies of one text and reports that
    credit one agency are one.
    """

    value: str
    text: str
    claims: tuple[Claim, ...]
    origins: int = 1

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles on this side, sorted, each once."""
        return tuple(sorted({claim.anchor.article for claim in self.claims}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """One question with answers that exclude each other.

    ``confidence`` is in [0, 1] and rests on ``features`` (see conflicts.confidence); ``explanation`` is the printed proof, one line each.
    """

    id: str
    fingerprint: str
    code: str
    kind: str
    verdict: Verdict
    severity: Level
    confidence: float
    topic: Topic
    slot: str
    message: str
    explanation: tuple[str, ...]
    sides: tuple[Side, ...]
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found: the articles read, the conflicts, worst first, and the problems met on the way.

    ``new`` holds the ids of the articles that were asked about; None where that was the whole corpus.  Where it is not, ``articles`` are
    those and the ones that stand in a conflict with them.  ``read`` is how many articles the corpus has, None where ``articles`` are all.
    """

    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...] = ()
    claims: int = 0
    run: tuple[tuple[str, str], ...] = ()
    new: frozenset[str] | None = None
    read: int | None = None
