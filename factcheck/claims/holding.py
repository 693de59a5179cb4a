"""How many of something a firm, a house or a person has: "employs 3,900 people", "with its 64 shops", "built for 98 prisoners".

Such a number belongs to its owner, whatever news and whichever day it is told with.  ``role`` of the frame is what is held ("staff",
"beds"), ``agents`` are the ids of whose it is, an OWNER note in ``subset`` is the common noun for it, and the other notes there narrow
what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.frame_notes import Note, NoteKind, bare, behind_preposition
from factcheck.mentions.count import CountReading
from factcheck.model import HOLDING, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_COMMA = 3
"""Most code points between a name and the "with" behind its comma."""
_NOW = ("VBZ", "VBP")
_FORMS = ("VBN", "VBG")


def frame_holding(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: CountReading) -> Iterator[Answer]:
    """The holding that a count tells; nothing for parts of one, for what was held once, and where no owner is told."""
    words = reader.vocabulary
    if reading.subset - {"definite", "all"} or reading.state:
        return
    number = span_root(reader.doc, item.found.span.start, item.found.span.end)
    noun = _held(number, reader) if number is not None else None
    if noun is None or any(child.lower_ in words.listed("count.further-word") for child in noun.children):
        return
    thing = singular(noun.text)
    role = str(words.listed("holding.thing").get(thing, ""))
    owner, told = _owner(noun, role, reader)
    if not told or any(token.lower_ in words.listed("holding.part") for token in noun.sent):
        return
    plain = owner is not None and owner.tag_ in ("NN", "NNS")
    ids = frozenset(name for name in reader.ids(owner) if not name.startswith("noun:")) if owner is not None else frozenset()
    if not ids and not plain:
        ids = _first_named(item, around, noun)
    if not ids and not plain:
        return
    notes = _narrowing(noun, number, reader) | ({NoteKind.OWNER.of(noun_key(owner))} if owner is not None and plain else set())
    yield Answer(
        f"holding.{told}",
        Frame(
            event=HOLDING,
            role=told,
            agents=ids,
            others=around.named_around(item),
            thing=str(words.listed("holding.noun").get(told, thing)),
            subset=frozenset(notes),
            lead=around.is_lead(item),
        ),
    )


def _held(number: Token, reader: EventFrameReader) -> Token | None:
    """The noun that is counted: of "3,600 employees", "a workforce of 3,600" and "a 3,600-strong workforce"; None elsewhere."""
    if number.dep_ == "nummod" and number.head.tag_ in ("NNS", "NNPS", "NN"):
        return number.head
    if number.head.lower_ == "strong" and number.head.head.lower_ in reader.vocabulary.listed("holding.body"):
        return number.head.head
    body = number.head.head if number.dep_ == "pobj" and number.head.lower_ == "of" else None
    return body if body is not None and body.lower_ in reader.vocabulary.listed("holding.body") else None


def _employer(noun: Token) -> Token | None:
    """For whom people are told to work: "around 3,600 people work for Castor"; None elsewhere."""
    verb = noun.head
    if (
        noun.dep_ != "nsubj"
        or verb.tag_ not in _NOW
        or verb.lower_ != "work"
        or any(child.dep_ in ("aux", "neg") for child in verb.children)
    ):
        return None
    behind = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "for")
    return next((inner for child in behind for inner in child.children if inner.dep_ == "pobj"), None)


def _owner(noun: Token, role: str, reader: EventFrameReader) -> tuple[Token | None, str]:
    """Whose the counted are, and as what; (None, "") where that is not told."""
    words, head = reader.vocabulary, noun.head
    firm = _employer(noun)
    if firm is not None:
        return firm, "staff"
    poss = next((child for child in noun.children if child.dep_ == "poss" and child.tag_ != "PRP$"), None)
    if poss is not None:
        return poss, role
    subject = _of_subject(noun)
    if subject is not None:
        return subject, role
    if noun.dep_ in OBJECTS and head.tag_.startswith("VB"):
        stem = verb_stem(fold(head.text))
        if not _is_so_now(head, reader):
            return None, ""
        told = str(words.listed("holding.verb").get(stem, ""))
        known = role if told == "any" else told
        room = str(words.listed("holding.room").get(singular(noun.text), "")) if stem in words.listed("holding.capacity-verb") else ""
        return subject_over(head), room or known
    if noun.dep_ != "pobj":
        return None, ""
    if head.lower_ == "with" and head.head.tag_.startswith(("NN", "VB")):
        top = head.head
        return (subject_over(top) if top.tag_.startswith("VB") else top), role
    if head.lower_ == "for" and head.head.lower_ in words.listed("holding.built"):
        built = head.head
        room = str(words.listed("holding.room").get(singular(noun.text), ""))
        if built.dep_ == "acl" and built.head.tag_.startswith("NN"):
            return built.head, room
        return subject_over(built) if built.tag_.startswith("VB") else subject_over(built.head), room
    return None, ""


def _of_subject(noun: Token) -> Token | None:
    """The subject of the verb over a noun that is "its": "Castor told its 850 employees"; None elsewhere."""
    if all(child.lower_ != "its" for child in noun.children):
        return None
    verb = noun.head if noun.dep_ in OBJECTS else noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ != "with" else None
    if verb is None or not verb.tag_.startswith("VB"):
        return None
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.tag_.startswith("NN")), None)


def _first_named(item: Resolved, around: FramingContext, noun: Token) -> frozenset[str]:
    """The name that a sentence begins with, or that stands right before "with", where the parse knows no subject: "Castor, based in Dell,
    has 11 plants", "Castor, with its 11 plants"."""
    start, ahead, behind = noun.sent.start_char, noun.head.idx, noun.head.lower_ == "with"
    return frozenset(
        found.id
        for found in around.participants.of(item.passage)
        if found.span.start == start or (behind and 0 < ahead - found.span.end <= _COMMA)
    )


def _is_so_now(verb: Token, reader: EventFrameReader) -> bool:
    """Whether a verb tells what is so, or has become so: "has", "employing", "has won"; not "had" or "will have"."""
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")]
    having = reader.vocabulary.listed("holding.perfect")
    return (verb.tag_ in _NOW and not helpers) or (verb.tag_ in _FORMS and all(word in having for word in helpers))


def subject_over(verb: Token) -> Token | None:
    """The subject of a verb, of the verb it is joined to, or the noun that its clause describes."""
    for _ in range(3):
        found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if found is not None:
            return found
        if verb.dep_ in ("acl", "relcl") and verb.head.tag_.startswith("NN"):
            return verb.head
        if verb.dep_ not in ("conj", "advcl", "xcomp"):
            return None
        verb = verb.head
    return None


def _narrowing(noun: Token, number: Token | None, reader: EventFrameReader) -> set[Note]:
    """The words that make a part of the counted: adjectives before them, and the places behind them."""
    found = {
        bare(fold(child.text))
        for child in noun.children
        if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i and child != number and not child.like_num
        if number is None or child.i != number.head.i
    }
    firm = _employer(noun)
    behind = [
        child for holder in (noun, noun.head) for child in holder.children if holder is noun or firm is not None or child.i == noun.i + 1
    ]
    behind += list(firm.children) if firm is not None else []  # "in Dell 400 people work for Castor"
    for prep in (child for child in behind if child.dep_ == "prep" and child.lower_ in reader.vocabulary.listed("holding.place")):
        found |= {
            behind_preposition("in", fold(inner.text)) for inner in prep.children if inner.dep_ == "pobj" and inner.tag_.startswith("NNP")
        }
    return found


def owner_of(reader: EventFrameReader, noun: Token) -> frozenset[str]:
    """The id of the common noun for whose the counted things are, where it says how wide a whole they belong to: "the ward has 24"."""
    if singular(noun.text) not in reader.vocabulary.listed("holding.thing"):
        return frozenset()
    owner, _ = _owner(noun, "any", reader)
    known = owner is not None and noun_key(owner) in reader.vocabulary.listed("holding.whole")
    return frozenset({f"noun:{noun_key(owner)}"}) if owner is not None and known else frozenset()


__all__ = ["frame_holding", "owner_of", "subject_over"]
