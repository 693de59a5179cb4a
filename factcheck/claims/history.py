"""Frames the years and days of a life, a firm, a building or a work: "founded in 1921", "Born: 2 May 1932", "moved to Genk in 2014".

Such facts are told in passing, with any verb or label, and happen once to whom or what they are told of.  Slot: "history." and the fact,
by the lists "history.verb", "history.noun" and "history.label"; role: HISTORY.  ``targets`` of the frame are the ids of whom or what it
happened to, ``agents`` those of who did it and to whom or where it led; ``thing`` is the noun of what it happened to, None where there is
none or nobody is told.  A note DEFINITE says that this noun is told as known; what a label may be of stands in notes POSSIBLE_NAME.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.acts import subjects_of, words_beside, words_inside
from factcheck.claims.coreference import HE_OR_SHE
from factcheck.claims.date import governors, span_root
from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.framing_context import LEAD_PASSAGES, Answer, FramingContext
from factcheck.claims.participant_notes import repeated
from factcheck.columns import columns_of
from factcheck.frame_notes import DEFINITE, Note, NoteKind
from factcheck.model import HISTORY, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import Span, fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_LABEL = re.compile(
    r"(?:(?:^|[.;|•–—(]|\n)[\s*_-]*(?:([a-z]+) (?:of )?)?([a-z]+)(?: in| on|:)?|\bin ([a-z]+) since)[\s*_:]*$",
    re.IGNORECASE,
)
"""What a day or year is labelled with: at the head of a sentence or a line ("Year of completion:"), or "in business since"."""
_LEAST, _MOST = 28, 31
"""Days of a month, by which it is told when an office was taken of late."""
OFFICE = "office"
"""The fact that somebody took an office, which an article may tell by when it was taken or since when it is held."""
_BEFORE = 40
"""Characters before a date in which its label stands."""


def frame_history(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The facts of a life or a history that a date with a year dates."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, DateValue) or value.open_year or value.bound not in ("on", "since"):
        return
    span = item.found.span
    year = _YEAR.search(reader.doc.text, span.start, span.end) is not None
    if not year and not _LEAST <= (value.days or 0) <= _MOST:
        return
    root = span_root(reader.doc, span.start, span.end)
    found = _told(reader, root, since=value.bound == "since") if root is not None else None
    if not year and (found is None or OFFICE not in found[1]):
        return
    if found is None:
        fact = _labelled(reader, span)
        if fact is not None:
            yield Answer(f"{HISTORY}.{fact}", _frame(item, around, None, fact))
        return
    token, facts = found
    for fact in sorted(facts):
        yield Answer(
            f"{HISTORY}.{fact}",
            _frame(item, around, token, fact),
            value=DateValue(value.earliest, value.latest, approximate=value.approximate),
        )


def _labelled(reader: EventFrameReader, span: Span) -> str | None:
    """The fact that a label before a date names; None where none stands there."""
    label = _LABEL.search(reader.doc.text, max(0, span.start - _BEFORE), span.start)
    if label is None or (label[1] and label[1].lower() not in reader.vocabulary.listed("act.dated")):
        return None
    return reader.vocabulary.group("history.label").get((label[2] or label[3]).lower())


def _told(reader: EventFrameReader, root: Token, *, since: bool) -> tuple[Token, frozenset[str]] | None:
    """The verb or noun that a date hangs on, with the facts that it tells; ``since``: of the day since which something is so."""
    words = reader.vocabulary.history
    for token in governors(reader, root):
        if token.tag_.startswith("VB"):
            beside = words_beside(token)
            found = words.of_held(token.lower_, beside) if since else None
            found = found or words.of_verb(token.lower_, beside)
        else:
            found = words.of_noun(token.lower_, words_inside(token) | ({"since"} if since else set()))
        if found is not None:
            return token, found[0]
    return None


def _frame(item: Resolved, around: FramingContext, token: Token | None, fact: str) -> Frame:
    reader = around.readers[item.passage]
    assert reader is not None
    person = fact in reader.vocabulary.listed("history.person")
    undergone = _undergone(token, person=person) if token is not None else []
    if fact == OFFICE and token is not None:
        undergone = _taking_office(reader, token, undergone)
    rest = [other for other in _taking(reader, token) if other not in undergone] if token is not None else []
    owners = frozenset(name for noun in undergone for name in known_ids(reader, around, noun))
    agents = frozenset(name for other in rest for name in reader.ids(other)) - owners
    if person:
        persons = frozenset(name for name in (owners if fact == OFFICE else owners | agents) if name.startswith("person:"))
        owners, agents = (persons, (owners | agents) - persons) if persons else (owners, agents)
    around_it = around.named_around(item)
    meant = frozenset[Note]()
    if token is None:
        owners, meant = _only_name(around_it), _first_nouns(around)
    noun = next((noun for noun in undergone if noun.tag_ in ("NN", "NNS")), None)
    office = office_words(token) if fact == OFFICE and token is not None else frozenset[Note]()
    known = noun is not None and reader.vocabulary.is_pointed(noun)
    return Frame(
        predicate=token.text if token is not None else None,
        role=HISTORY,
        agents=agents,
        targets=owners,
        others=around_it,
        thing=singular(fold(noun.text)) if noun is not None else None,
        subset=(frozenset({DEFINITE}) if known else meant) | office,
        markers=repeated(reader, token) | reader.markers(token) if token is not None else frozenset(),
        lead=around.is_lead(item),
    )


def _taking_office(reader: EventFrameReader, token: Token, undergone: list[Token]) -> list[Token]:
    """Whoever takes an office, of those that a verb or noun tells it of: who is named to it, never who names."""
    if not token.tag_.startswith("VB"):
        return [token.head] if token.dep_ == "appos" else []
    if verb_stem(token.lower_) not in reader.vocabulary.stems("history.given") or token.dep_ == "acl":
        return undergone
    return [noun for noun in undergone if noun.dep_ == "nsubjpass"]


def office_words(token: Token) -> frozenset[Note]:
    """The nouns and adjectives of the office that a verb says somebody to take or hold: "has held the transport portfolio"."""
    nouns = [token]
    if token.tag_.startswith("VB"):
        nouns = [child for child in token.children if child.dep_ in ("attr", "dobj", "oprd") and child.tag_.startswith("NN")]
        nouns += [noun for child in token.children if child.lower_ == "as" for noun in child.children if noun.dep_ == "pobj"]
    nouns += [inner for noun in nouns for child in noun.children if child.lower_ == "of" for inner in child.children]
    words = {part for noun in nouns for part in (noun, *noun.children) if part.dep_ in ("amod", "compound", "nmod") or part in nouns}
    return frozenset(NoteKind.UNDERGOER.of(singular(fold(part.text))) for part in words if part.tag_ in ("JJ", "NN", "NNS"))


def known_ids(reader: EventFrameReader, around: FramingContext, noun: Token) -> set[str]:
    """The ids of a noun; none of a "he" before which its paragraph names no person, for it is then whomever the article is about."""
    if noun.lower_ in HE_OR_SHE:
        named = around.participants.of(reader.index)
        if not any(other.id.startswith("person:") and other.span.end <= noun.idx for other in named):
            return set()
    return reader.ids(noun)


def _only_name(names: frozenset[str]) -> frozenset[str]:
    """The one name of a sentence whose label tells of nobody; empty where it names none, or more than one."""
    found = frozenset(name for name in names if not name.startswith("place:"))
    return found if len(found) == 1 else frozenset()


def _first_nouns(around: FramingContext) -> frozenset[Note]:
    """The nouns of the title and first lines, those in names too, one of which a label may be of."""
    found = set[str]()
    for reader in around.readers[:LEAD_PASSAGES]:
        columns = columns_of(reader.doc) if reader is not None else None
        if columns is not None:
            found |= {singular(fold(columns.texts[at])) for at, tag in enumerate(columns.tags) if tag.startswith("NN")}
    return frozenset(map(NoteKind.POSSIBLE_NAME.of, found))


def _undergone(token: Token, *, person: bool) -> list[Token]:
    """Whom or what a verb or noun tells a fact of; of a ``person``'s fact whoever acts."""
    if not token.tag_.startswith("VB"):
        of = [noun for child in token.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"]
        owners = [child for child in token.children if child.dep_ == "poss"]
        return of or owners or ([token.head] if token.dep_ == "appos" else [])
    subjects = subjects_of(token)
    passive = [child for child in subjects if child.dep_ == "nsubjpass"]
    objects = [child for child in token.children if child.dep_ in ("dobj", "oprd")]
    if not subjects and token.dep_ in ("acl", "relcl"):
        head = [token.head, *([token.head.head] if token.head.dep_ == "appos" else [])]
        return head if token.tag_ == "VBN" or not objects else objects
    if not subjects and token.dep_ == "advcl":
        subjects = passive = subjects_of(token.head)
    if person:
        return passive or subjects or objects
    return passive or objects or subjects


def _taking(reader: EventFrameReader, token: Token) -> Iterator[Token]:
    """Who and what else takes part: subjects, objects, who did it, and to whom or where it led."""
    toward = reader.vocabulary.listed("history.toward")
    if token.tag_.startswith("VB"):
        yield from subjects_of(token)
    for child in token.children:
        if child.dep_ in OBJECTS:
            yield child
        elif child.dep_ in ("prep", "agent", "dative") and (child.dep_ == "agent" or child.lower_ in toward):
            yield from (noun for noun in child.children if noun.dep_ == "pobj" and noun.ent_type_ not in ("DATE", "TIME"))


__all__ = ["frame_history", "known_ids"]
