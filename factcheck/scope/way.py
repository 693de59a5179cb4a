"""The way from a value up to the root of its sentence, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STEPS = 40
"""How far the way up may go: more than any sentence of a story is deep, and a bound for broken parses."""
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "csubj", "dobj", "pobj", "iobj", "dative", "attr", "oprd", "conj", "cc", "ccomp", "xcomp", "advcl"}
)
_CLAUSES = frozenset({"relcl", "appos", "npadvmod", "parataxis", "acl"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass", "csubj", "csubjpass", "attr", "oprd", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "csubjpass"})
_NEGATING_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "npadvmod"})
_TEMPORAL = frozenset({"after", "before", "since", "until", "following", "upon", "during", "despite"})


@dataclass(slots=True)
class Way:
    """What lies on the way from a value to the root of its sentence.

    ``zone`` holds the indices of tokens that govern the value; ``verbs`` the verbs of the way, nearest first; ``direct`` verbs that the
    value hangs on without being (part of) their complement, so that "denied on May 8" does not deny the date.
    """

    zone: set[int] = field(default_factory=set)
    verbs: list[int] = field(default_factory=list)
    direct: set[int] = field(default_factory=set)


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The syntactic head of the tokens that a value touches; None where it touches none."""
    span = doc.char_span(start, max(end, start + 1), alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb or a modal."""
    return token.tag_[:2] == "VB" or token.tag_ == "MD"


def steps(token: Token) -> Iterator[Token]:
    """The token, its head, the head's head, up to the root; at most STEPS."""
    for _ in range(STEPS):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def walk(token: Token) -> Way:
    """The way up from a value, cut where a clause of its own hangs on something it does not depend on."""
    way = Way()
    came_from: Token | None = None
    for step in steps(token):
        _take(step, came_from, way)
        if step.dep_ == "conj" and is_verb(step):
            _take_shared(step, way)
            rest = _head_of_conjuncts(step)
            if rest is not None and rest.head.i != rest.i and _goes_on(rest):
                _walk_from(rest.head, rest, way)
            return way
        if not _goes_on(step):
            if step.dep_ in ("acl", "relcl") and step.tag_ == "VB":
                way.zone.add(step.head.i)  # "the plan to withdraw"
            return way
        if step.lower_ in _TEMPORAL and step.dep_ == "prep" and came_from is not None and came_from.i != token.i:
            return way  # "after the raid on May 8 they may leave": only the leaving is uncertain
        came_from = step
    return way


def _walk_from(token: Token, came_from: Token, way: Way) -> None:
    """Go on up from the first verb of a list."""
    for step in steps(token):
        _take(step, came_from, way)
        if step.dep_ == "conj" or not _goes_on(step):
            return
        came_from = step


def _take(step: Token, came_from: Token | None, way: Way) -> None:
    """Put a token of the way and what hangs on it as a modifier into the zone."""
    way.zone.add(step.i)
    if is_verb(step):
        if came_from is not None and came_from.dep_ not in _COMPLEMENTS:
            way.direct.add(step.i)
        first_verb = not way.verbs
        way.verbs.append(step.i)
        if first_verb:
            for child in step.children:
                if child.dep_ in _NEGATING_PARTS:
                    way.zone.update(item.i for item in (child, *child.children) if item.lower_ in _NO)
    for child in step.children:
        dep = child.dep_
        if dep in _ARGUMENTS or dep in _CLAUSES:
            if dep == "advcl" and is_verb(step):
                way.zone.update(mark.i for mark in child.children if mark.dep_ == "mark" and mark.lower_ in ("if", "unless"))
            continue
        if came_from is not None and child.i == came_from.i:
            continue
        way.zone.add(child.i)
        if dep in ("aux", "advmod", "neg", "acomp"):
            way.zone.update(item.i for item in child.children if item.dep_ in ("neg", "advmod"))


_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "one"})


def _goes_on(step: Token) -> bool:
    """Whether what governs the head of this token governs it too."""
    if step.dep_ in ("relcl", "acl", "parataxis", "appos"):
        return step.dep_ == "acl" and step.tag_ == "VBD"  # a finite "acl" is a main clause parsed wrongly
    if step.dep_ == "advcl":
        return step.tag_ in ("VB", "VBG") and not any(child.dep_ == "mark" for child in step.children)
    return not (step.dep_ == "ccomp" and _asked_with_wh(step))


def _asked_with_wh(step: Token) -> bool:
    """A clause opened by when, where, why, how: denying the verb above it denies nothing of what it says."""
    return any(child.tag_ == "WRB" for child in step.children)


def _head_of_conjuncts(step: Token) -> Token | None:
    for item in steps(step):
        if item.dep_ != "conj":
            return item if is_verb(item) else None
    return None


def _take_shared(step: Token, way: Way) -> None:
    """Auxiliaries that the verbs of a list share: "will meet and sign", not "did not go and signed"."""
    if step.tag_ != "VB" or any(child.dep_ in (*_SUBJECTS, "aux") for child in step.children):
        return
    for item in steps(step.head):
        if not is_verb(item):
            return
        way.zone.update(child.i for child in item.children if child.dep_ in ("aux", "neg", "advmod"))
        if item.dep_ != "conj":
            return
