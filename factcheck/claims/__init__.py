"""Mentions to claims: each value with the question it answers, the scope it is said in, and the place it stands at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.dates import dated_happenings, needs_antecedent
from factcheck.claims.happenings import Happening, HappeningReader, Vocabulary
from factcheck.claims.participants import Gazetteer, Participants
from factcheck.claims.people import People
from factcheck.claims.quantities import QuantityFrame, count_frame, duration_frame
from factcheck.claims.statements import polarity_frame
from factcheck.documents import Document
from factcheck.mentions import Found
from factcheck.mentions.name import NameReading
from factcheck.mentions.polarity import Statement
from factcheck.mentions.spelling import Folder
from factcheck.model import Anchor, Article, Claim, Frame, Mention, Scope
from factcheck.rulebook import Rulebook
from factcheck.scope import ScopeReader
from factcheck.text import Lines, Span
from factcheck.values import CountValue, DateValue, DurationValue, NameValue, PolarityValue

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the passage it was found in and what its finder understood."""

    mention: Mention
    found: Found
    passage: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one article and what the article is about.

    ``names`` are the canonical ids named anywhere in it; ``lead`` the event classes of its title and first sentences.
    """

    article: Article
    claims: tuple[Claim, ...]
    names: frozenset[str]
    lead: frozenset[str]


_LEAD_PASSAGES = 3
"""Title and first body blocks; what they tell is taken as what the article is about."""


class ClaimBuilder:
    """Builds the claims of documents; made once a run."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabulary = Vocabulary.from_rules(rulebook)
        self._gazetteer = Gazetteer(rulebook)
        self._levels = {word: str(level) for word, level in rulebook.words().get("noun.place-level", {}).items()}
        self._scopes = ScopeReader(rulebook)
        self._folder = Folder(rulebook)

    def build(self, document: Document, resolved: Sequence[Resolved]) -> Extraction:
        """All claims of a document, in reading order.  Mentions that answer no known question make none."""
        return _Builder(document, resolved, self._vocabulary, self._gazetteer, self._levels, self._scopes, self._folder).build()


class _Builder:
    """The work on one document."""

    def __init__(
        self,
        document: Document,
        resolved: Sequence[Resolved],
        vocabulary: Vocabulary,
        gazetteer: Gazetteer,
        levels: dict[str, str],
        scopes: ScopeReader,
        folder: Folder,
    ) -> None:
        self._document, self._resolved, self._scopes = document, resolved, scopes
        self._lines = Lines(document.article.text)
        names = [item for item in resolved if item.mention.kind == "name"]
        readings = [item.found.reading for item in names if isinstance(item.found.reading, NameReading)]
        self._people = People.of([item.mention for item in names], readings, folder)
        spans: dict[int, list[tuple[Span, str]]] = {}
        for item in names:
            person = self._people.person_at(item.mention.span, item.mention.field)
            if person is not None:
                spans.setdefault(item.passage, []).append((item.found.span, person.id))
        states = {person.id: gazetteer.states_of(person.roles) for person in self._people.persons}
        self._participants = Participants(document, gazetteer, spans, levels, states)
        self._readers = [
            HappeningReader(index, passage.doc, self._participants, vocabulary) if passage.doc is not None else None
            for index, passage in enumerate(document.passages)
        ]
        self._agreed: list[tuple[int, Happening]] = []

    def build(self) -> Extraction:
        claims: list[Claim] = []
        self._collect_agreed()
        for item in self._resolved:
            claims.extend(self._claims(item))
        lead = frozenset(
            happening.rule.id for index in range(min(_LEAD_PASSAGES, len(self._readers))) for happening in self._happenings(index)
        )
        return Extraction(self._document.article, tuple(claims), self._participants.names(), lead)

    def _happenings(self, index: int) -> Iterator[Happening]:
        reader = self._readers[index]
        if reader is None:
            return
        for token in reader.doc:
            if token.tag_.startswith(("VB", "NN")) and reader.rule_at(token) is not None:
                yield from reader.read(token)

    def _collect_agreed(self) -> None:
        """What the article said was agreed or announced, by position: later "this agreement" points back to it."""
        for index in range(len(self._readers)):
            for happening in self._happenings(index):
                if happening.carrier in ("agree", "announce"):
                    self._agreed.append((index, happening))

    def _claims(self, item: Resolved) -> Iterator[Claim]:
        reader = self._readers[item.passage]
        value = item.mention.value
        if isinstance(value, NameValue):
            yield self._name_claim(item)
        elif reader is None:
            return
        elif isinstance(value, DateValue):
            yield from self._date_claims(item, reader, value)
        elif isinstance(value, CountValue):
            frame = count_frame(reader, item.found.span.start, item.found.span.end, value.of)
            if frame is not None:
                yield self._quantity_claim(item, frame, f"{frame.thing}.{frame.event or 'present'}.{frame.role}")
        elif isinstance(value, DurationValue):
            frame = duration_frame(reader, item.found.span.start, item.found.span.end)
            if frame is not None:
                yield self._quantity_claim(item, frame, f"{frame.event}.{frame.role}")
        elif isinstance(value, PolarityValue) and isinstance(item.found.reading, Statement):
            yield from self._polarity_claims(item, reader, item.found.reading, value)

    def _date_claims(self, item: Resolved, reader: HappeningReader, value: DateValue) -> Iterator[Claim]:
        start, end = item.found.span.start, item.found.span.end
        pairs = dated_happenings(reader, start, end, value)
        role = needs_antecedent(reader, start, end)
        if role is not None:
            told = self._latest_agreed(item.passage, {"agreed_on": "agree", "announced_on": "announce"}[role])
            pairs.extend([(role, told)] if told else [])
        around = self._around(reader, start, end)
        for role, happening in pairs:
            frame = Frame(
                event=happening.rule.id,
                predicate=happening.predicate,
                role=role,
                agents=happening.agents,
                targets=happening.targets,
                others=around,
                subset=happening.things,
                markers=happening.markers,
                lead=item.passage < _LEAD_PASSAGES,
            )
            yield self._claim(item, f"{happening.rule.id}.{role}", frame)

    def _latest_agreed(self, index: int, carrier: str | None) -> Happening | None:
        earlier = [happening for passage, happening in self._agreed if passage < index and happening.carrier == carrier]
        return earlier[-1] if earlier else None

    def _quantity_claim(self, item: Resolved, found: QuantityFrame, slot: str) -> Claim:
        frame = Frame(
            event=found.event,
            predicate=found.predicate,
            role=found.role,
            agents=found.agents,
            targets=found.targets,
            others=found.others,
            thing=found.thing,
            subset=found.subset,
            markers=found.markers,
            time=self._time(item),
            lead=item.passage < _LEAD_PASSAGES,
        )
        return self._claim(item, slot, frame)

    def _time(self, item: Resolved) -> DateValue | None:
        """The date of the sentence, else the last one before it in the same paragraph; the narrowest where the sentence has several."""
        here = [
            (other.mention.sentence == item.mention.sentence, other.mention.value)
            for other in self._resolved
            if other.passage == item.passage and other.mention.sentence <= item.mention.sentence
        ]
        own = [value for same, value in here if same and isinstance(value, DateValue)]
        if own:
            return min(own, key=lambda value: value.days or 100_000)
        earlier = [value for _, value in here if isinstance(value, DateValue)]
        return earlier[-1] if earlier else None

    def _polarity_claims(self, item: Resolved, reader: HappeningReader, statement: Statement, value: PolarityValue) -> Iterator[Claim]:
        found = polarity_frame(reader, statement)
        if found is None:
            return
        frame, speaker = found
        claim = self._claim(item, f"{frame.event}.{frame.role}", frame)
        act = frame.predicate or ""
        yield replace(claim, value=PolarityValue(act, value.holds), scope=replace(claim.scope, said_by=speaker))

    def _name_claim(self, item: Resolved) -> Claim:
        mention = item.mention
        person = self._people.person_at(mention.span, mention.field)
        frame = Frame(
            role="spelling",
            agents=frozenset({person.id}) if person else frozenset(),
            subset=person.roles if person else frozenset(),
            others=self._sentence_names(item),
        )
        return self._claim(item, "person.spelling", frame)

    def _sentence_names(self, item: Resolved) -> frozenset[str]:
        passage = self._document.passages[item.passage]
        low, high = item.mention.sentence.start - passage.start, item.mention.sentence.end - passage.start
        return frozenset(p.id for p in self._participants.of(item.passage) if low <= p.span.start < high and p.span != item.found.span)

    def _around(self, reader: HappeningReader, start: int, end: int) -> frozenset[str]:
        span = reader.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return frozenset()
        sentence = span[0].sent
        return frozenset(
            participant.id
            for participant in self._participants.of(reader.index)
            if sentence.start_char <= participant.span.start < sentence.end_char
        )

    def _claim(self, item: Resolved, slot: str, frame: Frame) -> Claim:
        mention = item.mention
        article = self._document.article
        words = article.words_of(mention.field)
        scope = self._scope(item)
        if scope.planned and isinstance(mention.value, DateValue) and self._is_past(mention.value):
            scope = replace(scope, planned=False)  # the historic future: "three years later another attack will cause ..."
        line, column = self._lines.locate(mention.span.start) if mention.field == "text" else (1, 1)
        if article.line_in_file is not None:
            line, column = article.line_in_file, 1
        quote = " ".join(mention.sentence.of(words).split())
        anchor = Anchor(
            article.id, article.path, mention.span, line, column, mention.span.of(words), quote, mention.sentence.start, mention.field
        )
        content = "\x1f".join((mention.kind, slot, mention.value.iso(), " ".join(anchor.match.split()), quote))
        digest = hashlib.sha256(content.encode()).hexdigest()[:16]
        return Claim(digest, mention.kind, slot, mention.value, frame, scope, anchor, mention.rule)

    def _is_past(self, value: DateValue) -> bool:
        """Whether a date lies wholly before the article can have been published."""
        published = self._document.article.published.earliest
        return published is not None and value.latest is not None and not value.open_year and value.latest < published

    def _scope(self, item: Resolved) -> Scope:
        doc: Doc | None = self._document.passages[item.passage].doc
        if doc is None:
            return Scope()
        return self._scopes.read(doc, item.found.span.start, item.found.span.end)


__all__ = ["ClaimBuilder", "Extraction", "Resolved"]
