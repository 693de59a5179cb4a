"""Finds the act that the counted did or suffered: by the verb over them ("killed 84") or by a noun that names it ("the deaths of 84")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import INSIDE_PHRASE, OBJECTS, EventFrame, EventFrameReader
from factcheck.claims.vocabulary import Vocabulary
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token


_THEM = frozenset({"them", "whom"})
"""Pronouns for the counted of the clause before."""


def act_of_noun(reader: EventFrameReader, noun: Token) -> str:
    """The class of what was done to the counted, where a noun over them names it: "the deaths of six people", "the rescue of nine"; ""
    elsewhere, and for a charge or a sentence, which may be for some of them ("jailed for the murder of two women")."""
    words, act = reader.vocabulary, noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or act.tag_ not in ("NN", "NNS"):
        return ""
    rule = reader.rule_at(act)
    if rule is None or rule.phase != "act" or rule.id not in words.listed("event.undergone"):
        return ""
    above = (reader.rule_at(token) for token in act.ancestors)
    accused = any(over is not None and over.id in words.listed("event.accusing") for over in above)
    return "" if accused else rule.id


def governing_act(reader: EventFrameReader, noun: Token) -> tuple[str, EventFrame | None, str] | None:
    """(role, event frame, verb) of the verb that the counted noun is subject or object of, with no frame for a verb of no class; None where
    it is neither, or the verb only says that they are."""
    token = noun
    while token.dep_ in ("conj", "appos", *INSIDE_PHRASE) and token.head.i != token.i and token.head.tag_.startswith(("NN", "CD")):
        token = token.head
    verb, words = token.head, reader.vocabulary
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        role, verb = "acting", verb.head
    elif token.dep_ in OBJECTS or token.dep_ == "nsubjpass":
        role = "acted_on"
    elif token.dep_ == "nsubj":
        role = "acting"
    else:
        return None
    if not verb.tag_.startswith("VB"):
        return None
    inner = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
    if (
        verb.lower_ in words.listed("verb.having")
        and role == "acting"
        and inner is not None
        and any(child.tag_ == "TO" for child in inner.children)
    ):
        role, verb = ("acted_on" if any(child.dep_ == "auxpass" for child in inner.children) else role), inner  # "had to be put off"
    event_frames = [item for item in reader.read(verb) if item.carrier is None]
    if verb.lower_ in words.listed("verb.being"):
        return None
    if event_frames:
        return _casualty_role(role, event_frames[0], words), event_frames[0], ""
    if reader.rule_at(verb) is not None:
        return None
    return role, None, verb_stem(fold(verb.text))


def _casualty_role(role: str, event_frame: EventFrame, words: Vocabulary) -> str:
    """People who died are counted with people who were killed, those who got care with those who were given it, and what ran off the rails
    with what was derailed."""
    if event_frame.rule.id in words.listed("event.befalling"):
        return "acted_on"
    if (
        (event_frame.rule.id in words.listed("event.suffered") or event_frame.rule.id in words.listed("event.received"))
        and role == "acting"
        and event_frame.predicate.lower() in words.listed("verb.dying")
    ):
        return "acted_on"
    return role


@dataclass(frozen=True, slots=True)
class Composition:
    """A part of the counted that is told by what they are: "nineteen were killed, six of them children".

    Fields:
        event: the class of what befell all.
        predicate: the word for it.
        noun: the word for those of the part.
    """

    event: str
    predicate: str
    noun: Token


def composition(reader: EventFrameReader, number: Token, noun: Token) -> Composition | None:
    """What a number tells of those whom something befell: how many of them were children, women, foreigners; None elsewhere."""
    among, those = _among(reader, number, noun)
    if among:
        rule = reader.state(among)
        return Composition(rule.id, among, those) if rule is not None else None
    part, whole = _part_and_whole(number, noun)
    if part is None or whole is None or part.tag_ not in ("NNS", "NNPS"):
        return None
    if any(child.dep_ in ("acl", "amod", "prep", "relcl") and child.i == part.i + 1 for child in part.children):
        return None  # "six children under five"
    governed = governing_act(reader, whole)
    if governed is None or governed[0] != "acted_on" or governed[1] is None:
        return None
    told = governed[1]
    known = told.rule.id in reader.vocabulary.listed("event.undergone")
    return Composition(told.rule.id, told.predicate, part) if known else None


def _among(reader: EventFrameReader, number: Token, noun: Token) -> tuple[str, Token]:
    """The word for those whom something befell, among whom the counted are told to be ("Among the dead were nine children", "Nine of the
    dead were children"), and the word for the counted; "" elsewhere."""
    words = reader.vocabulary.listed("count.nominal")
    verb, subject = noun.head, noun
    if number.dep_ == "nsubj" and number.head.lower_ in reader.vocabulary.listed("verb.being"):
        verb = number.head
        subject = next((child for child in verb.children if child.dep_ == "attr" and child.tag_ == "NNS"), noun)
        behind = [child for child in number.children if child.lower_ == "of"] if subject.i != noun.i else []
    elif noun.dep_ in ("attr", "nsubj") and verb.lower_ in reader.vocabulary.listed("verb.being"):
        behind = [child for child in verb.children if child.lower_ == "among"]
    else:
        return "", noun
    return next((str(words[inner.lower_]) for prep in behind for inner in prep.children if inner.lower_ in words), ""), subject


def _part_and_whole(number: Token, noun: Token) -> tuple[Token | None, Token | None]:
    """The noun for a part, and the counted noun that it is a part of: "nine of them children", "including nine children"."""
    of_them = any(child.lower_ == "of" and any(inner.lower_ in _THEM for inner in child.children) for child in number.children)
    if number.dep_ in ("nsubj", "nummod") and of_them:
        said = number.head
        part = next((child for child in said.children if child.dep_ == "attr"), None) if said.tag_.startswith("VB") else said
        before = (
            child for child in said.children if child.dep_ == "ccomp" and child.i < number.i
        )  # a parse that takes the part for the top
        return part, said.head if said.dep_ == "appos" else _counted_by(next(chain(_verbs_over(said), before), None))
    if noun.dep_ == "appos" and any(child.lower_ == "among" for child in noun.children):
        return noun, noun.head
    with_them = noun.head.lower_ == "among" and any(child.lower_ in _THEM for child in noun.head.children)
    if noun.dep_ != "pobj" or not (with_them or noun.head.lower_ == "including"):
        return None, None
    above = noun.head.head
    return noun, _counted_by(above) if above.tag_.startswith("VB") else above


def _verbs_over(token: Token) -> Iterator[Token]:
    return (over for over in token.ancestors if over.tag_.startswith("VB"))


def _counted_by(verb: Token | None) -> Token | None:
    """The counted subject or object of a verb."""
    around = [child for child in verb.children if child.dep_ in (*OBJECTS, "nsubj", "nsubjpass")] if verb is not None else []
    return next((child for child in around if any(inner.dep_ == "nummod" for inner in child.children)), None)
