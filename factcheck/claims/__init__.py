"""Mentions to claims: each value with the question it answers, the scope it is said in, and the place it stands at.

``FRAMERS`` is the registry: for each kind the function that reads off the questions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from factcheck.claims.acts import frame_act
from factcheck.claims.age import frame_age
from factcheck.claims.amounts import frame_money, frame_percent
from factcheck.claims.attribution import frame_attribution
from factcheck.claims.clock import frame_time
from factcheck.claims.context import frame_context
from factcheck.claims.count import frame_count
from factcheck.claims.date import frame_date
from factcheck.claims.doer import frame_doer
from factcheck.claims.duration import frame_duration
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, Framer, FramingContext
from factcheck.claims.history import frame_history
from factcheck.claims.measure import frame_measure
from factcheck.claims.membership import frame_membership
from factcheck.claims.order import frame_order
from factcheck.claims.ordinal import frame_ordinal
from factcheck.claims.participants import Gazetteer, Participants
from factcheck.claims.people import People
from factcheck.claims.phrases import Phrases
from factcheck.claims.plain import frame_plain
from factcheck.claims.polarity import frame_polarity
from factcheck.claims.proper import frame_proper
from factcheck.claims.role import frame_role
from factcheck.claims.scope import frame_scope
from factcheck.claims.story_features import common_nouns, exact_values, plain_words
from factcheck.claims.vocabulary import Vocabulary
from factcheck.claims.weekday import frame_weekday
from factcheck.claims.where import frame_where
from factcheck.documents import Document
from factcheck.frame_notes import Note, bare_all
from factcheck.mentions.age_nouns import person_nouns
from factcheck.mentions.name import NameReading
from factcheck.mentions.spelling import folder_of
from factcheck.model import Anchor, Article, Claim, Extraction, Frame, Locator, Scope
from factcheck.resolving import Resolved
from factcheck.rulebook import Rulebook
from factcheck.scope import ScopeReader
from factcheck.text import Span
from factcheck.values import DateValue


def frame_name(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """How the person is spelt, with the offices told beside the name and who else the sentence names."""
    person = around.people.person_at(item.mention.span, item.mention.field)
    frame = Frame(
        role="spelling",
        agents=frozenset({person.id}) if person else frozenset(),
        subset=bare_all(person.roles) if person else frozenset(),
        others=around.named_around(item),
    )
    yield Answer("person.spelling", frame)


def frame_day(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The events a date dates, and beside them the acts that its words may tell, the facts of a life or a history, and the weekday."""
    yield from frame_date(item, around)
    yield from frame_act(item, around)
    yield from frame_history(item, around)
    yield from frame_weekday(item, around)


FRAMERS: Mapping[str, Framer] = MappingProxyType(
    {
        "age": frame_age,
        "attribution": frame_attribution,
        "date": frame_day,
        "count": frame_count,
        "doer": frame_doer,
        "duration": frame_duration,
        "measure": frame_measure,
        "membership": frame_membership,
        "money": frame_money,
        "name": frame_name,
        "order": frame_order,
        "ordinal": frame_ordinal,
        "organisation": frame_proper,
        "percent": frame_percent,
        "place": frame_proper,
        "plain": frame_plain,
        "polarity": frame_polarity,
        "role": frame_role,
        "scope": frame_scope,
        "time": frame_time,
        "where": frame_where,
    }
)


class ClaimBuilder:
    """Builds the claims of documents; made once a run."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._vocabulary = Vocabulary.from_rules(rulebook)
        self._gazetteer = Gazetteer(rulebook)
        self._levels = {word: str(level) for word, level in rulebook.words()["noun.place-level"].items()}
        self._scopes = ScopeReader(rulebook)
        self._folder = folder_of(rulebook)
        self._person_nouns = person_nouns(rulebook)
        self._phrases = Phrases.from_rules(rulebook)

    def build(self, document: Document, resolved: Sequence[Resolved]) -> Extraction:
        """All claims of a document, in reading order.  Mentions that answer no known question make none."""
        around = self._framing_context(document, resolved)
        locator = Locator.of(document.article)
        claims = [
            self._claim(item, answer, document, locator)
            for item in resolved
            if item.mention.kind in FRAMERS
            for answer in (*FRAMERS[item.mention.kind](item, around), *frame_context(item, around))
        ]
        names = around.participants.names()
        return Extraction(
            article=document.article,
            claims=tuple(claims),
            names=names,
            lead=around.lead(),
            words=around.proper_words(),
            lead_words=around.lead_words(),
            plain=plain_words(document, names),
            nouns=common_nouns(document),
            values=exact_values(resolved),
            cut=_cut_in(document, locator),
        )

    def _framing_context(self, document: Document, resolved: Sequence[Resolved]) -> FramingContext:
        names = [item for item in resolved if item.mention.kind == "name"]
        readings = [item.found.reading for item in names if isinstance(item.found.reading, NameReading)]
        people = People.of([item.mention for item in names], readings, self._folder)
        spans: dict[int, list[tuple[Span, str]]] = {}
        for item in names:
            person = people.person_at(item.mention.span, item.mention.field)
            if person is not None:
                spans.setdefault(item.passage, []).append((item.found.span, person.id))
        states = {person.id: self._gazetteer.states_of(person.roles) for person in people.persons}
        participants = Participants(document, self._gazetteer, spans, self._levels, states)
        readers: list[EventFrameReader | None] = []
        for index, passage in enumerate(document.passages):
            before = readers[-1] if readers else None
            readers.append(
                EventFrameReader(index, passage.doc, participants, self._vocabulary, before) if passage.doc is not None else None
            )
        return FramingContext(document, tuple(readers), participants, people, resolved, self._person_nouns, self._phrases)

    def _claim(self, item: Resolved, answer: Answer, document: Document, locator: Locator) -> Claim:
        mention, article = item.mention, document.article
        value = answer.value or mention.value
        scope = self._scope(item, document)
        if answer.said_by is not None:
            scope = replace(scope, said_by=answer.said_by)
        if answer.affirmed:
            scope = replace(scope, negated=False)
        if scope.planned and isinstance(value, DateValue) and _is_past(value, article):
            scope = replace(scope, planned=False)  # the historic future: "three years later another attack will cause ..."
        if isinstance(value, DateValue) and not scope.planned and _is_to_come(value, article):
            scope = replace(scope, planned=True)  # "the council meets on 3 June", in May
        mention = answer.at or mention
        words = article.words_of(mention.field)
        line, column = locator.locate(mention.span.start, mention.field)
        quote = _quote(words, mention.sentence)
        match = mention.span.of(words)
        anchor = Anchor(article.id, article.path, mention.span, line, column, match, quote, mention.sentence.start, mention.field)
        kind = answer.kind or item.mention.kind
        content = "\x1f".join((kind, answer.slot, value.iso(), " ".join(match.split()), quote))
        digest = hashlib.sha256(content.encode()).hexdigest()[:16]
        return Claim(digest, kind, answer.slot, value, _compact(answer.frame), scope, anchor, item.mention.rule)

    def _scope(self, item: Resolved, document: Document) -> Scope:
        passage = document.passages[item.passage]
        if passage.doc is None:
            return Scope()
        return self._scopes.read(passage.doc, item.found.span.start, item.found.span.end, flat=passage.text)


def _cut_in(document: Document, locator: Locator) -> tuple[int, int, int, int] | None:
    """Place and length of the first sentence that was read in parts, and the number of others; None where all were read whole."""
    cut = [(passage, passage.overlong) for passage in document.passages if passage.overlong is not None]
    if not cut:
        return None
    passage, first = cut[0]
    line, column = locator.locate(passage.start + first.start, passage.field)
    return line, column, first.tokens, len(cut) - 1 + sum(overlong.others for _, overlong in cut)


@lru_cache(maxsize=64)
def _quote(words: str, sentence: Span) -> str:
    """A sentence on one line; the claims of one sentence share the text, of which there are many in a large corpus."""
    return " ".join(sentence.of(words).split())


def _compact(frame: Frame) -> Frame:
    """The frame with sets that it shares with others; a set takes more room than all else of a claim.

    They are put into the frame itself: they are equal to those it has, and making it anew takes longer than all else here.
    """
    for name in ("agents", "targets", "others"):
        object.__setattr__(frame, name, _shared(getattr(frame, name)))
    for name in ("subset", "markers"):
        object.__setattr__(frame, name, _shared_notes(getattr(frame, name)))
    return frame


@lru_cache(maxsize=1024)
def _shared(names: frozenset[str]) -> frozenset[str]:
    return names


@lru_cache(maxsize=1024)
def _shared_notes(notes: frozenset[Note]) -> frozenset[Note]:
    return notes


COMING_DAYS = 60
"""A day without a year that lies no further ahead of an article is one to come, not last year's."""


def _is_past(value: DateValue, article: Article) -> bool:
    """Whether a date lies wholly before the article can have been published."""
    published = article.published.earliest
    return published is not None and value.latest is not None and not value.open_year and value.latest < published


def _is_to_come(value: DateValue, article: Article) -> bool:
    """Whether a date lies wholly after the day on which the article appeared."""
    published = article.published.latest
    if published is None or value.earliest is None:
        return False
    if not value.open_year:
        return value.earliest > published
    if value.earliest.month == 2 and value.earliest.day == 29:
        return False
    day = value.in_year(published.year).earliest
    return day is not None and 0 < (day - published).days <= COMING_DAYS


__all__ = ["FRAMERS", "ClaimBuilder", "Extraction"]
