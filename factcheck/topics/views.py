"""Contexts made ready for comparing: what stands around a value, by the role it has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.contexts import Context, WordRole
from factcheck.model import Claim
from factcheck.text import Span
from factcheck.values import MeasureValue

_NO_CONTEXT = Context()
_MASKS = tuple(
    int(roles)
    for roles in (
        WordRole.NEAR,
        WordRole.CLAUSE,
        WordRole.SUBJECT,
        WordRole.OBJECT,
        WordRole.PROPER | WordRole.CLAUSE,
        WordRole.GOVERNOR,
        WordRole.VERB,
    )
)


@dataclass(frozen=True, eq=False, slots=True)
class View:
    """A context made ready for comparing: by word its distance from the value, and the words of each role."""

    claim: Claim
    distances: Mapping[str, int]
    near: frozenset[str]
    clause: frozenset[str]
    verb: str
    subjects: frozenset[str]
    objects: frozenset[str]
    names: frozenset[str]
    governors: frozenset[str]

    @classmethod
    def of(cls, claim: Claim) -> View:
        """The view of a claim of kind CONTEXT."""
        words = context_of(claim).words
        of_role: dict[int, list[str]] = {mask: [] for mask in _MASKS}
        for word in words:
            roles = int(word.roles)  # flags are slow to ask
            for mask, found in of_role.items():
                if roles & mask == mask:
                    found.append(word.word)
        near, clause, subjects, objects, names, governors, verbs = of_role.values()
        return cls(
            claim,
            {word.word: word.distance for word in words},
            frozenset(near),
            frozenset(clause),
            verbs[0] if verbs else "",
            frozenset(subjects),
            frozenset(objects),
            frozenset(names),
            frozenset(governors),
        )


def context_of(claim: Claim) -> Context:
    """The context of a claim; an empty one where it has none."""
    return claim.frame.context or _NO_CONTEXT


def question_of(claim: Claim) -> str:
    """Values of which kind, or dimension, a context may be aligned with."""
    value = claim.value
    return f"measure/{value.dimension}" if isinstance(value, MeasureValue) else value.kind


def place_of(claim: Claim) -> tuple[str, str, Span]:
    """What tells one claim of kind CONTEXT from every other."""
    return claim.anchor.article, claim.id, claim.anchor.span


def sentence_of(claim: Claim) -> tuple[str, int]:
    """What tells one sentence of an article from every other: its field, and where it begins."""
    return claim.anchor.field, claim.anchor.quote_start


__all__ = ["View", "context_of", "place_of", "question_of", "sentence_of"]
