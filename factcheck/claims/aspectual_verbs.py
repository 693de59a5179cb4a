"""Verbs that tell a part of what their subject or object names: that it begins, ends, goes on again, is, or is planned (the list
"verb.phase")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.vocabulary import Vocabulary

if TYPE_CHECKING:
    from factcheck.parses import Token

_ROLES = {"start": "start", "end": "end", "resume": "on", "plan": "on", "be": "on"}
_FORCE = frozenset({"force", "effect"})


def plans(words: Vocabulary, token: Token) -> bool:
    """Whether a word plans something or names its day ("scheduled", "declared")."""
    return words.listed("verb.phase").get(token.lower_) == "plan"


def goes_on(words: Vocabulary, token: Token) -> bool:
    """Whether a verb says that something goes on again ("resume", "take up")."""
    return _phase(words, token) == "resume"


def part_of(words: Vocabulary, token: Token) -> str | None:
    """The role of a date in what a verb's subject or object names: "start", "end", "on" for what is, is planned or goes on; None for
    other verbs."""
    phase = _phase(words, token)
    if phase is not None:
        return _ROLES.get(phase)
    forced = any(child.lower_ in ("into", "in") and any(noun.lower_ in _FORCE for noun in child.children) for child in token.children)
    return "start" if forced else None


def _phase(words: Vocabulary, token: Token) -> str | None:
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    found = words.listed("verb.phase").get(f"{token.lower_} {particle}".strip())
    return None if found is None else str(found)


_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass", "csubj"), ("dobj", "obj", "dative", "oprd", "attr", "appos")


def carried_by(token: Token) -> list[Token]:
    """The nouns that a verb of a part is about: its object where it has one ("began a strike"), else its subject; nouns by a day too."""
    nouns = [child for child in token.children if child.tag_.startswith("NN") and child.ent_type_ not in ("DATE", "TIME")]
    objects = [child for child in nouns if child.dep_ in _OBJECTS]
    below = [
        child
        for day in token.children
        if day.ent_type_ == "DATE"
        for child in day.subtree
        if child.dep_ == "appos" and child.tag_ == "NN" and child.ent_type_ not in ("DATE", "TIME")
    ]
    subjects = [child for child in token.children if child.dep_ in _SUBJECTS]
    raised = token.dep_ == "xcomp" and token.head.tag_.startswith("VB") and not subjects  # "the truce is (expected) to begin"
    return objects or below or ([child for child in token.head.children if child.dep_ in _SUBJECTS] if raised else subjects)
