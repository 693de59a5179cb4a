"""Which row a place is told in: of what, whose, where, in what time.

``thing`` of the frame is the class of event that the head names, else the head; ``agents`` who or what the place is given to, ``targets``
the owners of the row, ``subset`` every word that narrows the row: the fewer, the longer the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.row_time import row_time
from factcheck.claims.series import frame_gap, frame_turn
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import IT, STANDING_IN, Note, NoteKind, bare, bare_all
from factcheck.mentions.ordinal import OrdinalReading
from factcheck.mentions.series import Gap, Turn
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import OrdinalValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_NARROWING = frozenset({"amod", "compound", "nmod"})
_AHEAD = 14
"""Words behind a place in which the time of its row is looked for."""


def frame_ordinal(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The row a place is told in; nothing where neither a noun nor the subject says what the row is of."""
    if isinstance(item.found.reading, Gap):
        yield from frame_gap(item, item.found.reading, around)
        return
    if isinstance(item.found.reading, Turn):
        yield from frame_turn(item, item.found.reading, around)
        return
    reader, reading, value = around.readers[item.passage], item.found.reading, item.mention.value
    if reader is None or not isinstance(reading, OrdinalReading) or not isinstance(value, OrdinalValue):
        return
    noun, subject = reader.doc[reading.noun], reader.doc[reading.subject]
    head = noun if noun.tag_ == "NN" and not noun.text[0].isdigit() else _meant(reader, subject)
    rule = reader.rule_at(head) if head is not None else None
    word = fold(head.text) if head is not None else ""
    kind = rule.id if rule is not None and rule.phase == "act" else word
    thing = reader.vocabulary.group("ordinal.same-noun").get(kind, kind) or None
    owners = reader.owner_ids(noun)
    ids = named(frozenset(reader.ids(subject)))
    narrowed = (_narrowed(reader, noun, reading) - (bare_all(ids) - _inside(reader, noun))) | _areas(reader, noun)
    if thing is None:
        return
    yield Answer(
        f"{thing}.place",
        Frame(
            event=rule.id if rule is not None and rule.phase == "act" else None,
            predicate=item.found.span.of(reader.doc.text),
            role="place",
            agents=ids,
            targets=named(owners),
            others=around.named_around(item),
            thing=thing,
            subset=narrowed,
            markers=frozenset({IT}) if _is_event(reader, subject, thing) else frozenset(),
            time=row_time(item, noun, around),
            lead=around.is_lead(item),
        ),
        OrdinalValue(value.rank, item.found.span.of(reader.doc.text).strip(), *_bound(noun, reader.vocabulary)),
    )


def _bound(noun: Token, vocabulary: Vocabulary) -> tuple[int | None, bool]:
    """(year, ever) of a row: the year of "the strongest since 1963" or "since the bridge fell in 1963", whether it is "the strongest
    ever"; (None, False) where nothing bounds it.  What is the strongest since records began is the strongest ever."""
    since = False
    for word in noun.doc[noun.left_edge.i : min(noun.sent.end, noun.i + _AHEAD)]:
        if word.text in (";", ":"):
            break
        if since and word.lower_ in vocabulary.listed("ordinal.records"):
            return None, True
        if since and len(word.text) == _YEAR and word.text.isdecimal():
            return int(word.text), False
        before = word.nbor(-1).lower_ if word.i else ""
        if not since and (
            word.lower_ in vocabulary.listed("ordinal.ever") or f"{before} {word.lower_}" in vocabulary.listed("ordinal.ever")
        ):
            return None, True
        since = since or word.lower_ == "since"
    return None, False


_YEAR = 4


def _meant(reader: EventFrameReader, subject: Token) -> Token | None:
    """The noun that an ordinal without one stands for: "the launch was the 15th"."""
    if subject.tag_ == "NN":
        return subject
    found = reader.antecedent(subject)
    return found[1] if found is not None and found[1].tag_ == "NN" else None


def _is_event(reader: EventFrameReader, subject: Token, thing: str | None) -> bool:
    """Whether the subject is what happened, or a pronoun: "it was the third fire", "the blaze was the third"."""
    if subject.tag_ in ("PRP", "DT") and subject.lower_ in reader.vocabulary.listed("pronoun.thing"):
        return True
    rule = reader.rule_at(subject)
    if subject.lower_ in reader.vocabulary.listed("ordinal.event") and any(child.lower_ in ("the", "this") for child in subject.children):
        return True
    return subject.tag_ == "NN" and ((rule is not None and rule.id == thing) or fold(subject.text) == thing)


def _narrowed(reader: EventFrameReader, noun: Token, reading: OrdinalReading) -> frozenset[Note]:
    """Everything that makes the row a shorter one."""
    periods = reader.vocabulary.listed("ordinal.period")
    degree = str(reader.vocabulary.listed("ordinal.degree").get(reading.degree, reading.degree))
    found = {NoteKind.DEGREE.of(degree)} if degree else set[Note]()
    ranked = {*reading.degree.split(), *reader.vocabulary.listed("ordinal.plain-beside")}
    for child in noun.children:
        if child.dep_ in _NARROWING and child.i < noun.i and child.lower_ not in ranked and not _is_ordinal(child):
            found |= bare_all(named(frozenset(reader.ids(child))) or {fold(child.text)})
        elif child.lower_ == "consecutive":
            found.add(bare("consecutive"))
        elif child.dep_ == "poss" and child.tag_ != "PRP$":
            found |= bare_all(reader.ids(child))
        elif child.dep_ == "prep" and _is_standing_in(reader, child):
            found.add(STANDING_IN)
        elif child.dep_ == "prep" and child.lower_ != "since":
            found |= {
                bare(name)
                for inner in child.children
                if inner.dep_ == "pobj" and inner.lower_ not in periods and inner.lower_ != "history"
                for name in reader.ids(inner)
            }
        elif child.dep_ in ("relcl", "acl") and child.i > noun.i:
            found |= _clause(reader, child)
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _AHEAD)]:
        if token.lower_ in periods and token.tag_.startswith("NN"):
            found = found - {NoteKind.NOUN.of(fold(token.text))} | {NoteKind.TIME.of(str(periods[token.lower_]))}
            break
        if token.lower_ in ("since", "history"):
            break
    return frozenset(found)


def _inside(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """The names that a row lies in, be they those of its subject too: "the tower in Norby is the tallest in Norby"."""
    preps = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "in")
    return bare_all(name for prep in preps for inner in prep.children if inner.dep_ == "pobj" for name in reader.ids(inner))


def _areas(reader: EventFrameReader, noun: Token) -> set[Note]:
    """Areas of the subject's own, whatever it is called: "the youngest of his country"."""
    owned = (inner for prep in noun.children if prep.dep_ == "prep" for inner in prep.children if inner.dep_ == "pobj")
    areas = reader.vocabulary.listed("ordinal.area")
    own = (inner for inner in owned if inner.lower_ in areas and any(part.tag_ == "PRP$" for part in inner.children))
    return {NoteKind.NOUN.of(inner.lower_) for inner in own}


def _clause(reader: EventFrameReader, verb: Token) -> set[Note]:
    """What a clause behind the noun narrows the row to: the class of its act, or its verb, and the names in it."""
    if _is_standing_in(reader, verb):
        return {STANDING_IN}
    ever = any(child.lower_ == "ever" for child in verb.children) and all(child.tag_ != "TO" for child in verb.children)
    if ever or verb.lower_ in reader.vocabulary.listed("ordinal.seen"):
        seers = [child for child in verb.children if child.dep_ == "nsubj" and child.tag_ in ("NN", "NNP") and child.i < verb.i]
        found = {bare(name) for child in seers if child.tag_ == "NNP" for name in reader.ids(child)}
        found |= {NoteKind.NOUN.of(fold(child.text)) for child in seers if child.tag_ == "NN"}  # "the valley has seen"
    else:
        rule = reader.rule_at(verb)
        word = fold(verb.text)
        found = {NoteKind.ACT.of(rule.id if rule is not None else str(reader.vocabulary.listed("ordinal.act").get(word, word)))}
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("dobj", "attr"):
            found |= bare_all(reader.ids(child))
        elif child.i > verb.i and child.dep_ == "prep" and child.lower_ != "since":
            behind = (inner for inner in child.children if inner.dep_ == "pobj" and inner.ent_type_ != "DATE")
            found |= {bare(name) for inner in behind for name in reader.ids(inner)}
    return found


def _is_standing_in(reader: EventFrameReader, word: Token) -> bool:
    """Whether a clause or preposition behind the noun only stands for the act of the row: "to do so", "in the chair"."""
    verbs, nouns = reader.vocabulary.listed("ordinal.pro-act"), reader.vocabulary.listed("ordinal.pro-noun")
    if word.dep_ == "prep":
        return word.lower_ == "in" and any(child.lower_ in nouns for child in word.children if child.dep_ == "pobj")
    objects = [child for child in word.children if child.dep_ == "dobj"]
    return word.lower_ in verbs and all(child.lower_ in nouns or child.tag_ == "PRP" for child in objects)


def _is_ordinal(token: Token) -> bool:
    return token.ent_type_ == "ORDINAL" or token.tag_ in ("CD",)
