"""Deeds with their doer: "was discovered by Ada Fonn", "the unions left the table", "it was a doctor who discovered the outbreak".

A span covers the doer's words.  Who that is, and what the deed was done to, is read off later (claims).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import is_past, noun_span
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import DoerValue

if TYPE_CHECKING:
    from factcheck.parses import Token

DONE = "doer.done"
"""The rule of a claim: a deed with its doer."""
_NOUNS = ("NN", "NNP")


@dataclass(frozen=True, slots=True)
class Done:
    """Indices in the parse: ``verb`` the deed's, ``doer`` the noun of who did it, ``thing`` of what it was done to.

    ``act`` is the verb that the deed is compared as.
    """

    act: str
    verb: int
    doer: int
    thing: int


class DoerFinder:
    """Finds deeds with doers in parsed passages; passages without a parse have none."""

    kind = "doer"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._signed = frozenset(words["doer.signed"])
        self._signing = verb_forms(_SIGN)
        self._acts: dict[str, str] = {}
        for entry, act in words.text("doer.verb").items():
            base, _, particle = entry.partition(" ")
            for form in verb_forms(base, irregular.get(base, ())):
                key = f"{form} {particle}".strip()
                if key != "found" or base != "found":  # "found" is the past of "find"
                    self._acts[key] = act
        self._forms = frozenset(key.partition(" ")[0] for key in self._acts)

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        found: list[Found] = []
        columns = columns_of(doc)
        for index, (tag, word) in enumerate(zip(columns.tags, columns.lowers, strict=True)):
            done = self._done(doc[index]) if tag in ("VBD", "VBN") and word in self._forms else None
            if done is None:
                continue
            span = noun_span(doc[done.doer])
            if is_cleft(doc[index]) and span.end < columns.starts[index] <= span.end + _NEAR:
                span = Span(span.start, columns.starts[index] + len(word))
            if all(not span.overlaps(other.span) for other in found):
                found.append(Found(self.kind, span, DONE, done))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> DoerValue | None:
        """Nothing yet: who is meant, the names of the article tell."""
        return DoerValue("") if isinstance(found.reading, Done) else None

    def _done(self, verb: Token) -> Done | None:
        particle = next((f" {child.lower_}" for child in verb.children if child.dep_ == "prt"), "")
        act = self._acts.get(f"{verb.lower_}{particle}")
        parts = {child.dep_: child for child in verb.children}
        if act is None or "neg" in parts or any(child.lower_ == "never" for child in verb.children):
            return None
        doer, thing = _parts(verb, parts)
        if act == _SIGN and thing is not None:
            if thing.lower_ == "signature":  # "the warrant bore the signature of the judge"
                doer, thing = next((deep for child in thing.children if child.lower_ == "of" for deep in child.children), None), doer
            elif verb.lower_ not in self._signing:
                return None
            act = "issue" if thing is not None and thing.lower_ in self._signed else None
        if act is None or doer is None or thing is None or not (thing.tag_.startswith(_NOUNS) or thing.lower_ == _IT):
            return None
        return Done(act, verb.i, doer.i, thing.i)


_SIGN, _IT = "sign", "it"


def _parts(verb: Token, parts: dict[str, Token]) -> tuple[Token | None, Token | None]:
    """(who did it, to what) of a verb that tells of a deed as done; None for what is not told."""
    agent = next((noun for child in verb.children if child.dep_ == "agent" for noun in child.children), None)
    joined = verb.dep_ == "conj" and "nsubj" not in parts and is_past(verb.head)  # "stood up and left"
    if agent is not None:
        after = verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and "nsubjpass" not in parts
        return (agent, verb.head if after else parts.get("nsubjpass")) if after or is_past(verb) else (None, None)
    if "nsubjpass" in parts or not (is_past(verb) or joined):
        return None, None
    return _subject(verb, parts.get("nsubj")), parts.get("dobj")


def _subject(verb: Token, subject: Token | None) -> Token | None:
    """The noun that acts: the subject, the one a relative pronoun stands for, or that of the verb before ("stood up and left")."""
    if subject is None:
        if verb.dep_ != "conj" or not verb.head.tag_.startswith("VB"):
            return None
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        if subject is None:
            return None
    if subject.tag_ in ("WP", "WDT"):
        if verb.dep_ == "ccomp" and is_cleft(verb):  # "it was the caretaker who found it", read as what it was
            return next((child for child in verb.head.children if child.dep_ == "attr" and child.i < subject.i), None)
        if verb.dep_ != "relcl":
            return None
        subject = verb.head
        return subject.head if subject.dep_ == "appos" else subject
    return subject


_NEAR = 8
"""Characters between a doer and the verb of a cleft that is shown with it: "Ada Fonn who proposed"."""
_CLEFT = 12
"""Words between "it was" and "who" in which the doer is told."""


def is_cleft(verb: Token) -> bool:
    """Whether a clause tells its doer as the only one: "it was Ada Fonn who proposed it"."""
    who = next((child for child in verb.children if child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT")), None)
    if who is None:
        return False
    before = [token.lower_ for token in verb.doc[max(0, who.i - _CLEFT) : who.i]]
    return any(one == "it" and other in ("was", "is") for one, other in pairwise(before))
