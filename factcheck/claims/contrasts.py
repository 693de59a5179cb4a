"""Recognises "other" and "further" that add nothing to a number.

In "three people died and nine others were hurt", "others" only separates the hurt from the dead; the nine are not additional to another
nine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.frame_notes import FURTHER, OTHER, PART_OF_WHOLE, Note

if TYPE_CHECKING:
    from factcheck.parses import Token, Words

_BESIDE = frozenset({OTHER, FURTHER})
_BACK = 5
"""Sentences before the counted in which the dead may have been told."""


def contrast(reader: EventFrameReader, noun: Token, event: str, parts: frozenset[Note]) -> frozenset[Note]:
    """The parts of a count, without an "other" or "further" that only separates the harmed from the dead mentioned before them.

    The dead must be mentioned in the same sentence or in one of the _BACK before it.  The word is kept, because it does add to a number,
    where those sentences mention the same harm before, or where its own sentence goes on with another event ("in a second blast").

    Args:
        reader: of the passage.
        noun: what is counted.
        event: the class of what was done to the counted.
        parts: what makes the count a part of something.
    """
    if event not in reader.vocabulary.listed("event.beside-death") or not parts & _BESIDE:
        return parts
    if _tells(reader, noun.doc[noun.sent.start : noun.i], "death"):
        return parts - _BESIDE
    if _of_another(reader, noun):
        return parts
    for own, sentence in _before(reader, noun):
        if _tells(own, sentence, event):
            return parts
        if _tells(own, sentence, "death"):
            return parts - _BESIDE
    return parts


def beside_the_dead(
    reader: EventFrameReader, noun: Token, event: str, parts: frozenset[Note], subset: frozenset[Note]
) -> tuple[frozenset[Note], frozenset[Note]]:
    """The parts and the narrowing words without an "other" that only separates the harmed from the dead: "two other people were hurt"."""
    kept = contrast(reader, noun, event, parts)
    return kept | added_to(reader, noun, event), subset - {OTHER} if OTHER in parts - kept else subset


def added_to(reader: EventFrameReader, noun: Token, event: str) -> frozenset[Note]:
    """PART_OF_WHOLE where the next sentence adds others to whom the same was done ("twelve were hurt in the stand. Five others were
    hurt in the rush."); empty elsewhere."""
    doc = noun.doc
    if noun.sent.end >= len(doc):
        return frozenset()
    following = doc[noun.sent.end].sent
    words = reader.vocabulary.listed("count.further-word")
    more = any(token.lower_ in words and _beside_number(token) for token in following)
    if not more or not _tells(reader, following, event):
        return frozenset()
    return frozenset({PART_OF_WHOLE}) if not _tells(reader, following, "death") or event == "death" else frozenset()


def _beside_number(token: Token) -> bool:
    before = token.nbor(-1) if token.i else token
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if before.lower_ in ("than", "or"):
        return False
    return before.like_num or (token.lower_ in ("another", "further") and behind.like_num)


def _before(reader: EventFrameReader, noun: Token) -> Iterator[tuple[EventFrameReader, Words]]:
    """The sentences before that of a word, nearest first, with their readers."""
    left, sentence, own = _BACK, noun.sent, reader
    while left:
        if sentence.start:
            sentence = sentence.doc[sentence.start - 1].sent
        elif own.before is None or not len(own.before.doc):
            return
        else:
            own = own.before
            sentence = own.doc[len(own.doc) - 1].sent
        yield own, sentence
        left -= 1


def _tells(reader: EventFrameReader, tokens: Iterable[Token], event: str) -> bool:
    """Whether words name a class of events, or the state that it left people in ("dead")."""
    for token in tokens:
        rule = reader.rule_at(token) or reader.state(token.lower_)
        if rule is not None and rule.id == event:
            return True
    return False


def _of_another(reader: EventFrameReader, noun: Token) -> bool:
    """Whether the sentence goes on with an event that a word sets apart from the one told before."""
    listed = reader.vocabulary.listed("marker.instance")
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    return any(token.lower_ in listed and token.head.i > token.i and reader.rule_at(token.head) is not None for token in behind)
