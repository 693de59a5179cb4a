"""What a framer may look at around a mention (the framing context), and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrame, EventFrameReader
from factcheck.claims.grammar import verb_above
from factcheck.claims.participants import Participants
from factcheck.claims.people import People, Person
from factcheck.claims.phrases import Phrases
from factcheck.columns import columns_of
from factcheck.documents import Document
from factcheck.mentions.count import CountReading
from factcheck.mentions.factuality_cues import is_past
from factcheck.model import Frame, Mention
from factcheck.resolving import Resolved
from factcheck.text import Span, fold
from factcheck.values import DateValue, Value

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

LEAD_PASSAGES = 3
"""Title and first body blocks; what they tell is taken as what the article is about."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question that a mention answers: its slot and frame.

    ``value`` replaces the mention's own where the frame says more (the owner's act); ``said_by`` is the id of a speaker that the framer
    knows.  ``at`` is where the claim stands, if that is not its mention: the name that a pronoun means.  ``affirmed`` takes back that the
    words deny, where what they deny is the state itself ("without power for nine hours").  ``kind`` is the kind of the claim where it is
    not the mention's.
    """

    slot: str
    frame: Frame
    value: Value | None = None
    said_by: str | None = None
    at: Mention | None = None
    affirmed: bool = False
    kind: str | None = None


@dataclass(frozen=True, eq=False)
class FramingContext:
    """One document with everything read from it: the event frames by passage, who takes part, the persons, the other mentions."""

    document: Document
    readers: tuple[EventFrameReader | None, ...]
    participants: Participants
    people: People
    resolved: Sequence[Resolved]
    person_nouns: frozenset[str] = frozenset()
    """Folded nouns for people ("guard"): a definite noun may point back to one of them as well as to a name."""
    phrases: Phrases = field(default_factory=Phrases)

    @cached_property
    def _by_passage(self) -> Mapping[int, list[Resolved]]:
        found: dict[int, list[Resolved]] = {}
        for item in self.resolved:
            found.setdefault(item.passage, []).append(item)
        return found

    @cached_property
    def _by_sentence(self) -> Mapping[tuple[int, Span], list[Resolved]]:
        found: dict[tuple[int, Span], list[Resolved]] = {}
        for item in self.resolved:
            found.setdefault((item.passage, item.mention.sentence), []).append(item)
        return found

    def in_passage(self, index: int) -> Sequence[Resolved]:
        """The mentions of a passage, in reading order."""
        return self._by_passage.get(index, ())

    def beside(self, item: Resolved) -> Sequence[Resolved]:
        """The mentions of a mention's sentence, itself included, in reading order."""
        return self._by_sentence.get((item.passage, item.mention.sentence), ())

    def event_frames(self, index: int) -> Iterator[EventFrame]:
        """Everything that a passage says happened, in reading order."""
        reader = self.readers[index]
        if reader is None:
            return
        for index, tag in enumerate(columns_of(reader.doc).tags):
            if tag.startswith(("VB", "NN")) and reader.rule_at(reader.doc[index]) is not None:
                yield from reader.read(reader.doc[index])

    @cached_property
    def carried(self) -> list[tuple[int, EventFrame]]:
        """What the article says was agreed or announced, by passage: a later "this agreement" points back to it."""
        indices = range(len(self.readers))
        return [(index, told) for index in indices for told in self.event_frames(index) if told.carrier in ("agree", "announce")]

    @cached_property
    def named(self) -> Mapping[int, tuple[tuple[Span, Person], ...]]:
        """By passage, the names of persons in reading order: the span in the passage's text and the person meant."""
        found: dict[int, list[tuple[Span, Person]]] = {}
        for item in self.resolved:
            person = self.people.person_at(item.mention.span, item.mention.field) if item.mention.kind == "name" else None
            if person is not None:
                found.setdefault(item.passage, []).append((item.found.span, person))
        return {index: tuple(names) for index, names in found.items()}

    @cached_property
    def asked(self) -> dict[str, bool]:
        """What framers asked of all passages, by question, so that it is read once however many mentions ask."""
        return {}

    def lead(self) -> frozenset[str]:
        """The event classes of the title and first lines, with those of counts such as "three dead"."""
        return self._lead

    @cached_property
    def _lead(self) -> frozenset[str]:
        told = {told.rule.id for index in range(min(LEAD_PASSAGES, len(self.readers))) for told in self.event_frames(index)}
        for item in self.resolved:
            reader, reading = self.readers[item.passage], item.found.reading
            state = reader.state(reading.state) if reader is not None and isinstance(reading, CountReading) and self.is_lead(item) else None
            told |= {state.id} if state is not None else set()
        return frozenset(told) | self._broader(told)

    def _broader(self, told: set[str]) -> frozenset[str]:
        """The classes that some classes are kinds of: who tells of a robbery tells of a theft."""
        reader = next((reader for reader in self.readers if reader is not None), None)
        rules = reader.vocabulary.rules if reader is not None else {}
        return frozenset(rule.broader for name in told if (rule := rules.get(name)) is not None and rule.broader)

    def proper_words(self, passages: int | None = None) -> frozenset[str]:
        """The folded words that stand capitalised inside a sentence and that no gazetteer accounts for, in the first passages only or in
        all.

        The tagger's entities are not asked: it overlooks invented and foreign names, and two articles must agree on what they share.
        Headlines in capitals are passed over.
        """
        found: set[str] = set()
        for index, passage in enumerate(self.document.passages[:passages]):
            doc = passage.doc
            if doc is None or _is_headline_case(doc):
                continue
            columns = columns_of(doc)
            known = [part.span for part in self.participants.of(index) if part.sort not in ("name", "person")]
            for place, word in enumerate(columns.texts):
                if not word[0].isupper() or not columns.tags[place].startswith("NNP") or columns.opens[place]:
                    continue
                start = columns.starts[place]
                if not any(span.start <= start < span.end for span in known):
                    found.update(fold(word).split())
        return frozenset(found)

    def lead_words(self) -> frozenset[str]:
        """``proper_words`` of the first passages, with those of names that are known as such at the head of a sentence."""
        found = set(self.proper_words(LEAD_PASSAGES))
        for index in range(min(LEAD_PASSAGES, len(self.document.passages))):
            for part in self.participants.of(index):
                if part.id.startswith(("name:", "person:")):
                    found.update(fold(part.id.partition(":")[2]).split())
        return frozenset(found)

    def is_lead(self, item: Resolved) -> bool:
        """Whether a mention stands in the title or first lines."""
        return item.passage < LEAD_PASSAGES

    def named_around(self, item: Resolved) -> frozenset[str]:
        """The ids named in the mention's sentence, without the mention itself."""
        start = self.document.passages[item.passage].start
        low, high = item.mention.sentence.start - start, item.mention.sentence.end - start
        found = self.participants.of(item.passage)
        return frozenset(other.id for other in found if low <= other.span.start < high and other.span != item.found.span)

    @cached_property
    def _dates(self) -> Mapping[int, list[tuple[Resolved, DateValue]]]:
        """The dates of the document, by passage."""
        found: dict[int, list[tuple[Resolved, DateValue]]] = {}
        for item in self.resolved:
            if isinstance(item.mention.value, DateValue):
                found.setdefault(item.passage, []).append((item, item.mention.value))
        return found

    def time(self, item: Resolved) -> DateValue | None:
        """The date of the mention's sentence, else the last one before it in the same paragraph; the narrowest where the sentence has
        several."""
        here = [
            (other.mention.sentence == item.mention.sentence, value)
            for other, value in self._dates.get(item.passage, ())
            if other.mention.sentence <= item.mention.sentence
        ]
        own = [value for same, value in here if same]
        if own:
            return min(own, key=lambda value: value.days or 100_000)
        return here[-1][1] if here else None

    def reported_time(self, item: Resolved, verb: Token, *, waiting: bool) -> DateValue | None:
        """As ``time_of``; for what "has not" been done, and is not ``waiting`` to be, the sentence's own time alone."""
        now = any(child.dep_ == "neg" for child in verb.children) and any(child.lower_ in ("has", "have") for child in verb.children)
        if now and not waiting and all(other.mention.sentence != item.mention.sentence for other, _ in self._dates.get(item.passage, ())):
            return None
        return self.time_of(item, verb)

    def time_of(self, item: Resolved, verb: Token) -> DateValue | None:
        """As ``time``, without dates that hang on another clause than the verb's or one above it ("founded in 1911").

        Those of its own clause go before those above it ("arrested on Tuesday the man who won in June").
        """
        if not self._dates.get(item.passage):
            return None
        columns = columns_of(verb.doc)
        clauses, top = {verb.i}, verb.i
        while columns.heads[top] != top and columns.deps[top] != "ccomp":  # "..., he said on Thursday" dates the saying
            top = columns.heads[top]
            clauses.add(top)
        for child in columns.children[verb.i]:
            if columns.deps[child] == "advcl" and any(columns.lowers[word] in ("when", "as", "while") for word in columns.children[child]):
                clauses.add(child)  # "was killed when a tree fell on Thursday"
        nearest: list[DateValue] = []
        own, others = [], False
        for other, value in self._dates.get(item.passage, ()):
            if other.mention.sentence != item.mention.sentence:
                continue
            words = verb.doc.char_span(other.found.span.start, other.found.span.end, alignment_mode="expand")
            governor = verb_above(words.root) if words is not None else None
            if governor is None or governor.i in clauses:
                own.append(value)
                nearest += [value] if governor is not None and governor.i == verb.i else []
            else:
                others = True
        if own:
            return min(nearest or own, key=lambda value: value.days or 100_000)
        return None if others else self._carried_over(item, verb)

    def _carried_over(self, item: Resolved, verb: Token) -> DateValue | None:
        """The time of a sentence before, which is none for what was done where it is still to come: "takes office in May. She refused"."""
        value, known = self.time(item), self.document.article.published.latest
        coming = value is not None and known is not None and value.earliest is not None and not value.open_year and value.earliest > known
        return None if coming and is_past(verb) else value


def _is_headline_case(doc: Doc) -> bool:
    """Whether most longer words begin with a capital, so that a capital says nothing."""
    longer = [word for word in columns_of(doc).texts if len(word) > 3 and word.isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) > 0.6 * len(longer)


Framer = Callable[[Resolved, FramingContext], Iterator[Answer]]
"""Yields every question that a mention of one kind answers; nothing where none can be read off."""
