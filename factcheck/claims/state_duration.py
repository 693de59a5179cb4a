"""How long somebody or something was in a state: "in captivity for 47 days", "weeks in the hands of the gang", "silent for two hours".

What still goes on ("has been in hospital for a week") grows from day to day and tells no length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import SUBJECTS, EventFrameReader
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_OPEN = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative"})
"""Complements that make of a verb another act each: "ran a shop for two years" is no length of running."""


@dataclass(frozen=True, slots=True)
class State:
    """A state that lasted: ``name`` an event class or words for people, ``owner`` the noun that was in it, None where nobody is told."""

    name: str
    owner: Token | None


def state_of(reader: EventFrameReader, root: Token, verb: Token, link: str) -> State | None:
    """The state that a length at ``root`` is told of; None where none is, or where it still goes on.

    Args:
        reader: of the passage.
        root: the head of the words of the length.
        verb: the nearest verb above it.
        link: the preposition that the length hangs on, "" for none.
    """
    words = reader.vocabulary
    helpers = {child.lower_ for child in (verb, *verb.children) if child is verb or child.dep_ in ("aux", "auxpass")}
    goes_on = bool(helpers & words.listed("length.ongoing").keys())
    below = _listed(reader, root)
    if below is not None:
        return None if goes_on and link == "for" else State(below, _subject(verb))
    hung = root.head.head  # "for two days" may hang on the verb, on "silent", or on the noun of "in a coma"
    inside = hung.dep_ == "acomp" or (hung.dep_ == "pobj" and hung.head.head.i == verb.i)
    if (
        link not in words.listed("length.for-word")
        or goes_on
        or not (hung.i == verb.i or (inside and verb.i in (hung.head.i, hung.head.head.i)))
    ):
        return None
    listed = _listed(reader, verb)
    if listed is not None:
        return State(listed, _subject(verb))
    subject = _subject(verb)
    if subject is None or not _is_known(subject):
        return None
    if verb.lower_ in words.listed("verb.be"):
        off = next(
            (child for child in verb.children if child.dep_ in ("advmod", "prt") and child.lower_ in words.listed("length.off-word")), None
        )
        if off is not None:
            name = f"{fold(subject.text)} {off.lower_}"
            return State(reader.vocabulary.group("length.state").get(name, name), subject)
        adjective = next((child for child in verb.children if child.dep_ == "acomp" and child.tag_ == "JJ"), None)
        plain = adjective is not None and not any(child.dep_ == "prep" and child.i != root.head.i for child in adjective.children)
        return State(f"{fold(subject.text)} {fold(adjective.text)}", subject) if adjective is not None and plain else None
    if (
        verb.tag_ not in ("VBD", "VBN")
        or subject.tag_ != "NN"
        or verb.lower_ in words.listed("verb.idle")
        or words.events.may_be_verb(verb.lower_)
    ):
        return None
    if any(child.dep_ in _OPEN for child in verb.children) or any(
        verb.lower_ in listed for listed in (words.listed("verb.light"), words.listed("verb.aspect"), words.listed("verb.cause"))
    ):
        return None
    return State(f"{fold(subject.text)} {verb_stem(fold(verb.text))}", subject)


def _listed(reader: EventFrameReader, above: Token) -> str | None:
    """The state named by a preposition and its noun below a word ("in captivity", "in the hands of"), by the list "length.state"."""
    for child in above.children:
        if child.dep_ != "prep":
            continue
        for noun in child.children:
            known = reader.vocabulary.listed("length.state").get(f"{child.lower_} {noun.lower_}")
            of = noun.lower_ != "hands" or any(part.lower_ == "of" for part in noun.children)
            if known is not None and of:
                return str(known)
    return None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, else of the verb that it goes on."""
    for _ in range(3):
        found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if found is None and verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and verb.head.i != verb.i:
            verb = verb.head
            continue
        if found is not None and found.tag_ in ("WDT", "WP"):
            return verb.head if verb.dep_ == "relcl" else None
        return found
    return None


def _is_known(noun: Token) -> bool:
    """Whether a subject is one known thing or person: a name, or a noun with "the" or an owner."""
    if noun.tag_.startswith("NNP"):
        return True
    return noun.tag_ in ("NN", "NNS") and any(child.dep_ == "poss" or child.lower_ in ("the", "this", "these") for child in noun.children)
