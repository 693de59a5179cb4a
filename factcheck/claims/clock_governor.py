"""Finds the word that a time of day is attached to: the verb of what happened then.

The parser attaches many times elsewhere.  This looks past cleft sentences ("it was nine when ..."), past clocks ("the clock read nine as
...") and past new times of something that was put off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import SUBJECTS, first_subject

if TYPE_CHECKING:
    from factcheck.parses import Token

_STEPS = 8
"""Tokens from a time up to the word it hangs on: "at 9.30 a.m. local time on Friday"."""
_MOVED_TO = frozenset({"to", "until", "till"})


def governor_of(words: Vocabulary, root: Token) -> Token | None:
    """The verb, or the noun of an event, that a time hangs on."""
    token = root
    for _ in range(_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if head.tag_.startswith("VB") or head.tag_ == "MD":
            told = _verb_of_moment(words, head) or _verb_behind(words, head, root)
            return told or (head if token.dep_ not in (*SUBJECTS, *OBJECTS) else None)
        if (
            head.tag_ in ("IN", "TO", "RB", "JJ", "DT", "PDT", "CD")
            or head.lower_ in words.listed("time.beside")
            or head.lower_ in words.listed("weekday-name")
            or head.ent_type_ in ("TIME", "DATE")
        ):
            token = head
            continue
        return head if head.tag_.startswith("NN") else None
    return None


def _verb_of_moment(words: Vocabulary, verb: Token) -> Token | None:
    """The verb of what happened when it was that time: "it was shortly before six when the wall fell", "the clock read 5.15 as it fell"."""
    subject = first_subject(verb)
    if subject is None or not ((verb.lower_ in words.listed("verb.be") and subject.lower_ == "it") or is_clock(words, subject)):
        return None
    beside = verb.head.children if verb.dep_ == "ccomp" else ()  # "it was nine when the ship struck, I had just looked at my watch"
    clauses = (token for token in (*verb.subtree, *beside) if token.dep_ in ("advcl", "relcl", "ccomp") and token.tag_.startswith("VB"))
    return next((token for token in clauses if any(child.lower_ in ("when", "as", "that") for child in token.children)), None)


def _verb_behind(words: Vocabulary, verb: Token, time: Token) -> Token | None:
    """The verb of the clause behind a time that says what the moment was: "the worst came at six, when the eye came ashore"."""
    subject = first_subject(verb)
    if subject is None or subject.lower_ not in words.listed("moment.pointing"):
        return None
    clauses = (token for token in verb.subtree if token.dep_ in ("advcl", "relcl") and token.tag_ == "VBD" and token.i > time.i)
    return next((token for token in clauses if any(child.lower_ == "when" and child.i > time.i for child in token.children)), None)


def is_clock(words: Vocabulary, noun: Token) -> bool:
    """Whether a noun is a clock or watch; "it" is one where its sentence has told of one."""
    if any(words.listed("time.governor").get(token.lower_) == "clock" for token in noun.subtree):
        return True  # "the hands of the clock"
    return noun.lower_ == "it" and any(
        words.listed("time.governor").get(token.lower_) == "clock" for token in noun.sent if token.i < noun.i
    )


def moved_to(words: Vocabulary, verb: Token, root: Token) -> bool:
    """Whether the time at ``root`` is the new one of something put off: "was put back to 9.15 p.m.", "was delayed until noon"."""
    particle = next((f" {child.lower_}" for child in verb.children if child.dep_ in ("prt", "advmod") and child.i > verb.i), "")
    if words.listed("time.governor").get(f"{verb.lower_}{particle}") != "move":
        return False
    token = root
    while token.head.i != token.i and token.head.i != verb.i:
        token = token.head
    return token.lower_ in _MOVED_TO
