"""Notes: what a framer hands on to its comparer beside the fields of a frame.

``Frame.subset`` and ``Frame.markers`` are sets of notes.  A note is either a bare word ("wounded", "second"), made by ``bare`` or named
below, or a word of a ``NoteKind`` ("only:northern"), made by ``NoteKind.of`` and read by ``NoteKind.words``.  Stored claims and
reports hold notes as text, the prefix of the kind before the word; nothing outside this module writes or splits that text.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NewType

Note = NewType("Note", str)
"""A note as it is stored: a bare word, or the prefix of its kind and a word."""


class NoteKind(StrEnum):
    """What the word of a note tells; the value is the prefix with which the note is stored."""

    # Who takes part in an act, and where (``claims/participant_notes.py``, ``claims/acts.py``).
    AGENT_NAME = "by "  # an id of who acts
    PATIENT_NAME = "to "  # an id of whom it is done to, by the grammar of the verb
    PLACE_NAME = "at "  # an id of where it is done
    NEW_NOUN = "a "  # a noun that is told as a new one: "a tapir"
    SIDE = "side "  # a word for one of several parts: "the eastern tube"
    POSSIBLE_NAME = "may "  # an id that a pronoun or a definite noun may mean
    # What an act was done to (``claims/patient_notes.py``).
    UNDERGOER = "what "  # a noun of it, in the singular
    KNOWN_UNDERGOER = "the "  # a noun of it that is told as known and single
    UNDERGOER_NAME = "whom "  # an id of it
    MEANS = "with "  # a noun of the means
    NTH = "nth "  # its number in a row: "the third stage"
    HOW_MANY = "many "  # how many there were
    # In which sense an amount is told (``claims/senses.py``, ``claims/measure.py``).
    SENSE = "is:"  # a sense of the nearest telling word
    POSSIBLE_SENSE = "may:"  # a sense of another telling word near by
    OF = "of:"  # a noun that the amount, or what an act was done to, is of
    QUALIFIED = "mind:"  # a word that makes the amount a part, a forecast or that of another time, behind its list's name
    SPEAKER = "by:"  # an id of who is told to say it
    PAYER = "who:"  # a noun for who pays, takes or asks for a sum
    WHOLE = "whole:"  # a noun of the whole that a share is taken of
    FORM = "form:"  # "to" for a level, "by" for a change
    OWNER = "owner:"  # the noun that has a measure
    NEAR = "near:"  # a class of things that the sentence names
    # What narrows whom or what is told of (``claims/factuality.py``, ``claims/outcomes.py`` and others).
    ONLY = "only:"  # a word that makes a part of the whole its own whole
    WHOSE = "whose:"  # a noun that owns it
    OVER = "over:"  # a noun of what an act is about: "arrested over the fire"
    DOER = "doer:"  # a noun that alone tells who acts: "the family"
    IN = "in:"  # a noun of where it is
    AT = "at:"  # a name of where it is
    LIES = "lies "  # a note of kind ``IN`` or ``AT`` that tells where the subject lies
    # What narrows a row in which something has a place (``claims/series.py``, ``claims/ordinal.py``).
    DEGREE = "degree:"  # the superlative: "strongest"
    WORD = "word:"  # a word before the noun
    ROW = "row:"  # "consecutive"
    TIME = "time:"  # a period: "season"
    AREA = "area:"  # "country"
    NOUN = "noun:"  # the id of a bare noun
    ACT = "act:"  # an act, or a word by which it may be known
    # The rest of a clause that tells one part of it (``claims/plain.py``).
    SUBJECT = "subject "  # the noun of its subject, "" for a name
    OBJECT = "object "  # the noun of its object, "" for a name
    AROUND = "around "  # an id of a place around the one told
    OF_WORD = "of "  # a pronoun that owns it, or the whole that a count is of ("of twelve")
    DONE = "deed "  # the verb that a thing is told with
    INSIDE = "in "  # an id of a place that limits a row
    # The two events of an order (``claims/order.py``), each behind the number of its event.
    PART = "part:"  # a noun that acts
    THING = "thing:"  # a noun that it is done to
    NAME = "name:"  # an id of who or what takes part
    POSSIBLE_ID = "maybe:"  # an id that a pronoun may mean
    ITSELF = "self:"  # the noun that tells the event itself
    AGAIN = "again:"  # a marker of another instance
    # What makes an amount one of several.
    PER = "per "  # the unit of a rate: "per year"
    BEING = "are "  # what only some of the counted are said to be: "are unhurt"
    WHOLE_AT = "whole at "  # where a whole stands in its article, for a list or a sum of it

    def of(self, word: str) -> Note:
        """The note of this kind with a word."""
        return Note(self + word)

    def among(self, notes: Iterable[Note]) -> frozenset[Note]:
        """The notes of this kind."""
        return _among(self, frozenset(notes))

    def words(self, notes: Iterable[Note]) -> frozenset[str]:
        """The words of the notes of this kind."""
        return _words(self, frozenset(notes))


@lru_cache(maxsize=8192)  # a claim is compared with many, and each rung of a comparison asks anew
def _among(kind: NoteKind, notes: frozenset[Note]) -> frozenset[Note]:
    return frozenset([note for note in notes if note.startswith(kind)])


@lru_cache(maxsize=8192)
def _words(kind: NoteKind, notes: frozenset[Note]) -> frozenset[str]:
    length = len(kind)
    return frozenset([note[length:] for note in notes if note.startswith(kind)])


def of_kinds(notes: Iterable[Note], *kinds: NoteKind) -> frozenset[Note]:
    """The notes of any of some kinds."""
    return frozenset([note for note in notes if note.startswith(kinds)])


def without_kinds(notes: Iterable[Note], *kinds: NoteKind) -> frozenset[Note]:
    """The notes of none of some kinds."""
    return frozenset([note for note in notes if not note.startswith(kinds)])


def bare(word: str) -> Note:
    """The note that is a word of the text, a noun, a group of words, or an id, and of no kind."""
    return Note(word)


def bare_all(words: Iterable[str]) -> frozenset[Note]:
    """Each word as a bare note."""
    return frozenset(map(Note, words))


def bare_words(notes: Iterable[Note]) -> frozenset[str]:
    """The bare notes of one word; ids, phrases and notes of any kind hold a space or a colon."""
    return _bare_words(frozenset(notes))


@lru_cache(maxsize=8192)
def _bare_words(notes: frozenset[Note]) -> frozenset[str]:
    return frozenset([note for note in notes if " " not in note and ":" not in note])


def behind_preposition(preposition: str, name: str) -> Note:
    """What a preposition of a clause leads to: "at place:dell"."""
    return Note(f"{preposition} {name}")


def preposition_and_name(note: Note) -> tuple[str, str]:
    """The inverse of ``behind_preposition``; of a bare note without a space, the note and ""."""
    preposition, _, name = note.partition(" ")
    return preposition, name


def of_event(number: int, note: Note) -> Note:
    """A note on the earlier (1) or the later (2) event of an order."""
    return Note(f"{number}{note}")


def notes_of_event(number: int, notes: Iterable[Note]) -> frozenset[Note]:
    """The notes on the earlier (1) or the later (2) event of an order, as they were given to ``of_event``."""
    return _notes_of_event(str(number), frozenset(notes))


@lru_cache(maxsize=8192)
def _notes_of_event(prefix: str, notes: frozenset[Note]) -> frozenset[Note]:
    return frozenset([Note(note[len(prefix) :]) for note in notes if note.startswith(prefix)])


def word_behind_colon(note: Note) -> str:
    """The word of a note whose kind is stored with a colon, whatever the kind; "" for a bare note."""
    return note.partition(":")[2]


DEFINITE = Note("the")
"""It is told as a known one: "the bridge", "her sister"."""
EXCLUSIVE = Note("alone")
"""It is said of one and expressly of nobody else: "it was Ada Fonn who"."""
PERSON = Note("person")
"""A person underwent the act."""
TOTAL, AT_NO_TIME = Note("total"), Note("never")
"""An act is denied of every instance, and of all times."""
WAITING = Note("yet")
"""It is told as not done until now."""
SELECTED = Note("selected")
"""An act picks the counted out of a whole: "86 of the 130 people drowned" counts all who drowned, but does not tell how many people there
were."""
NAMED_WHOLE = Note("whole")
"""A place is named as a whole ("Halden", "Halden's territory"), not a border or a base of it."""
PAST = Note("had")
"""It was so before what the article tells ("had drifted north")."""
OPENED = Note("opened")
"""A place where something began ("the fire started in")."""
AGED = "aged "
"""Before the age by which somebody unnamed is told."""
FORMED = Note("formed")
"""What is told is the seat of a body that is about to be formed of others."""
VEHICLE = Note("vehicle")
"""What is found, left or burnt is something that people drive."""
LIVING = Note("living")
"""Of those who are counted, those alone are told who outlive somebody."""
IT = Note("it")
"""The subject is a pronoun, or what the article says happened."""
STANDING_IN = Note("act:it")
"""The act of a row is that of another row told of the same: "the second woman to do so"."""
FIXED = Note("place")
"""What is measured lies where it lies."""
MANY = Note("many")
"""What is measured is told in the plural."""
ANY_SENSE = NoteKind.SENSE.of("any")
"""Nothing tells of which sense a length is."""
SUSPENDED = Note("suspended")
"""A sentence of a court need not be served."""
APPOSED = Note("apposed")
"""A role stands beside the name and no verb: what the sentence denies or plans is not that."""
UNTIL, BORN = Note("until"), Note("born")
"""The text says when a role ended; an age is told by the time of birth."""
POLL, FORECAST, EARLY = Note("poll"), Note("forecast"), Note("early")
"""A share is that of a poll or a forecast, or counted early."""
INFERRED = Note("inferred")
"""The year of a date is that of the publication."""
KIN = Note("kin")
"""The sentence of an age tells of somebody's father, mother, son or daughter, who may bear the same name."""
BIRTHDAY = Note("birthday")
"""An age is one that an article tells somebody to have just reached or left."""
ANOTHER, FURTHER, OTHER, AGAIN = Note("another"), Note("further"), Note("other"), Note("again")
"""It is one more of its kind, the counted come to others, the act was done before."""
ALSO = Note("also")
"""A sum is told beside something else that was paid, asked for or imposed."""
PARTIAL = Note("partial")
"""Only a part was acted on."""
FIRST, LAST, EARLIER, LATER = Note("first"), Note("last"), Note("earlier"), Note("later")
"""Which of several it is."""
PART_OF_WHOLE, OUT_OF_WHOLE, BOTH = Note("part"), Note("whole"), Note("both")
"""The counted are a part of a whole, or are taken out of one; they are the two told before."""
SEVERAL, PERIOD = Note("several"), Note("period")
"""The counted are those of several happenings, or of a longer time."""
ROOM = Note("room")
"""The counted are as many as there may be, not as many as there are."""
NEW_TIME = Note("new time")
"""The time is one that something was moved to."""
PER_EACH = NoteKind.PER.of("each")
"""Everyone of those who are told gets the sum."""
