"""How many children somebody has: "a mother of three", "he has three daughters", "her two sons", "is survived by five grandchildren"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import OBJECTS, OWNERS, SUBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import LIVING
from factcheck.mentions.count import PARENT, CountReading
from factcheck.model import OFFSPRING, Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_BESIDE = re.compile(r",?(?: \d\d,)?(?: (?:is|was))?(?: an?| the)?(?: [a-z-]{2,12}){0,2} ")
"""What may stand between a name and "mother of three": "Ada Holm, 43, a single"."""

_FIRST_NAME = re.compile(r" ([A-Z][\w'-]{2,20})(?![\w'’-]| [A-Z])")
"""A first name that stands alone behind: "mum-of-two Ada, 43"."""
_FULL_NAME = re.compile(r",? ([A-Z][\w'-]{1,20} [A-Z][\w'-]{2,20})(?![\w'’-]| [A-Z])")
"""A name right behind that nothing else in the article shows to be one: "Mum-of-two Ada Holm"."""


def frame_offspring(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: CountReading) -> Iterator[Answer]:
    """How many sons, daughters, children or grandchildren a known person has; nothing for some of them, or where nobody is known."""
    if reading.subset - {"definite"} or reading.modifiers:
        return
    if item.found.rule == PARENT:
        thing, owners, living = reading.of, _parent(item, around, reader), False
    else:
        number = span_root(reader.doc, item.found.span.start, item.found.span.end)
        noun = number.head if number is not None and number.dep_ == "nummod" else None
        if noun is None or reading.of not in reader.vocabulary.listed("count.offspring") or _narrowed(noun, reader):
            return
        thing, (owners, living) = reading.of, _owners(noun, reader)
        poss = next((child for child in noun.children if child.dep_ == "poss" and child.tag_ == "NNP"), None)
        if poss is not None and not any(name.startswith("person:") for name in owners):
            owners = _called(poss.text, around)  # "Ada's three sons"
    owners = frozenset(name for name in owners if name.startswith("person:"))
    if len(owners) == 1:
        frame = Frame(
            event=OFFSPRING,
            role="of",
            agents=owners,
            others=around.named_around(item),
            thing=thing,
            subset=frozenset({LIVING} if living else ()),
            lead=around.is_lead(item),
        )
        yield Answer(f"{thing}.{OFFSPRING}.of", frame)


def _narrowed(noun: Token, reader: EventFrameReader) -> bool:
    """Whether a word takes some of the children: an adjective, a clause, "two sons from his first marriage"; what is said of them behind a
    comma ("her three sons, the eldest of whom is nine") does not."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return (behind is not None and behind.lower_ in reader.vocabulary.listed("count.narrowing-behind")) or any(
        child.dep_ in ("amod", "compound") or (child.dep_ in ("relcl", "acl") and noun.doc[child.left_edge.i - 1].text != ",")
        for child in noun.children
    )


def _parent(item: Resolved, around: FramingContext, reader: EventFrameReader) -> frozenset[str]:
    """Whose name stands right before or behind "mother of three", or who is said to be one."""
    text, span = around.document.passages[item.passage].text, item.found.span
    start = text.rfind(" ", 0, text.rfind("of", 0, span.start) - 1) + 1
    for name, person in around.named.get(item.passage, ()):
        if text[span.end : name.start] in (" ", ", ") or (name.end <= start and _BESIDE.fullmatch(text, name.end, start)):
            return frozenset({person.id})
    parent = reader.doc.char_span(start, span.start, alignment_mode="contract")
    said = parent[0].head if parent is not None and parent[0].dep_ == "attr" else None
    subject = next((child for child in said.children if child.dep_ == "nsubj"), None) if said is not None else None
    if subject is not None:
        return frozenset(reader.ids(subject))
    full = _FULL_NAME.match(text, span.end)
    if full is not None:
        return frozenset({f"person:{fold(full[1])}"})
    first = _FIRST_NAME.match(text, span.end)
    return _called(first[1], around) if first is not None else frozenset()


def _called(first_name: str, around: FramingContext) -> frozenset[str]:
    """The persons of the article who have a first name."""
    known = {person.id for named in around.named.values() for _, person in named}
    return frozenset(name for name in known if name.startswith(f"person:{fold(first_name)} "))


def _owners(noun: Token, reader: EventFrameReader) -> tuple[frozenset[str], bool]:
    """Whose children they are told to be, and whether those alone are told who live."""
    poss = next((child for child in noun.children if child.dep_ == "poss"), None)
    if poss is not None:
        beside, words = _first_joined(noun), reader.vocabulary
        called = {beside.lower_, *(child.lower_ for child in beside.children if child.dep_ in ("compound", "nmod", "appos"))}
        if beside.i == noun.i or poss.lower_ not in (*OWNERS, "their"):
            return _possessors(noun, poss, reader), False
        if called & words.listed("count.spouse").keys():  # "his wife and their two sons"
            first = next((token for token in beside.subtree if token.dep_ == "poss"), None)
            return (_possessors(beside, first, reader) if first is not None else frozenset()), False
        if called & words.listed("noun.attendant").keys():  # "his brother and his two sons": whose sons?
            return frozenset(), False
        return _possessors(noun, poss, reader), False
    top = _first_joined(noun)
    verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ == "by" else top.head
    stem = verb_stem(fold(verb.text)) if verb.tag_.startswith("VB") else ""
    told = "by" if top.dep_ == "pobj" else "" if top.dep_ in OBJECTS else None
    sort = reader.vocabulary.listed("count.parenthood").get(f"{stem} {told}".strip()) if told is not None else None
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return (frozenset(reader.ids(subject)) if sort and subject is not None else frozenset()), sort == "living"


def _possessors(noun: Token, poss: Token, reader: EventFrameReader) -> frozenset[str]:
    """Whose a noun is by the name or pronoun before it."""
    found = reader.owner_ids(noun)
    return found if found or poss.lower_ not in OWNERS else frozenset(reader.person_before(poss, OWNERS[poss.lower_]))


def _first_joined(noun: Token) -> Token:
    """The first of the nouns that one is joined to by "and"; the noun itself where it is joined to none."""
    top = noun
    while top.dep_ in ("conj", "appos") and top.head.i < top.i and top.head.tag_.startswith("NN"):
        top = top.head
    return top
