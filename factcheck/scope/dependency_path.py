"""Finds the dependency path from a value up to the root of its sentence, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of, touched

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

STEPS = 40
"""How far the path up may go: more than any sentence of a story is deep, and a bound for broken parses."""
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "csubj", "dobj", "pobj", "iobj", "dative", "attr", "oprd", "conj", "cc", "ccomp", "xcomp", "advcl"}
)
_CLAUSES = frozenset({"relcl", "appos", "npadvmod", "parataxis", "acl"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass", "csubj", "csubjpass", "attr", "oprd", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "csubjpass"})
_NEGATING_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "npadvmod"})
_TEMPORAL = frozenset({"after", "before", "since", "until", "following", "upon", "during", "despite"})


@dataclass(slots=True)
class DependencyPath:
    """What lies on the path from a value to the root of its sentence.

    ``zone`` holds the indices of tokens that govern the value; ``verbs`` the verbs of the path, nearest first; ``direct`` verbs that the
    value hangs on without being (part of) their complement, so that "denied on May 8" does not deny the date.
    """

    zone: set[int] = field(default_factory=set)
    verbs: list[int] = field(default_factory=list)
    direct: set[int] = field(default_factory=set)


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The syntactic head of the tokens that a value touches; None where it touches none."""
    columns = columns_of(doc)
    tokens = touched(columns, start, max(end, start + 1))
    if len(tokens) < 2:
        return doc[tokens.start] if tokens else None
    return doc[_root_of(columns.heads, tokens)]


def _root_of(heads: Sequence[int], tokens: range) -> int:
    """The token of a span, by index, that a root is, else the one of those that hang on another word that is nearest to its root."""
    for token in tokens:
        if heads[token] == token:
            return token
    outside = [token for token in tokens if heads[token] not in tokens]
    return min(outside, key=lambda token: _depth(heads, token), default=tokens.start) if len(outside) != 1 else outside[0]


def _depth(heads: Sequence[int], token: int) -> int:
    depth = 0
    while heads[token] != token:
        token, depth = heads[token], depth + 1
    return depth


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


def walk(token: Token) -> DependencyPath:
    """The path up from a value, cut where a clause of its own hangs on something it does not depend on."""
    return _PathWalker(columns_of(token.doc)).walk(token.i)


class _PathWalker:
    """Walks in the columns of a parse; all tokens are indices."""

    def __init__(self, columns: Columns) -> None:
        self._lowers, self._tags, self._deps = columns.lowers, columns.tags, columns.deps
        self._heads, self._children = columns.heads, columns.children

    def walk(self, token: int) -> DependencyPath:
        path = DependencyPath()
        came_from: int | None = None
        deps, heads = self._deps, self._heads
        for step in self._steps(token):
            self._take(step, came_from, path)
            if deps[step] == "conj" and self._is_verb(step):
                self._take_shared(step, path)
                rest = self._head_of_conjuncts(step)
                if rest is not None and heads[rest] != rest and self._goes_on(rest):
                    self._walk_from(heads[rest], rest, path)
                return path
            if not self._goes_on(step):
                if deps[step] in ("acl", "relcl") and self._tags[step] == "VB":
                    path.zone.add(heads[step])  # "the plan to withdraw"
                return path
            if self._lowers[step] in _TEMPORAL and deps[step] == "prep" and came_from is not None and came_from != token:
                return path  # "after the raid on May 8 they may leave": only the leaving is uncertain
            came_from = step
        return path

    def _steps(self, token: int) -> Iterator[int]:
        for _ in range(STEPS):
            yield token
            if self._heads[token] == token:
                return
            token = self._heads[token]

    def _is_verb(self, token: int) -> bool:
        tag = self._tags[token]
        return tag[:2] == "VB" or tag == "MD"

    def _walk_from(self, token: int, came_from: int, path: DependencyPath) -> None:
        """Go on up from the first verb of a list."""
        for step in self._steps(token):
            self._take(step, came_from, path)
            if self._deps[step] == "conj" or not self._goes_on(step):
                return
            came_from = step

    def _take(self, step: int, came_from: int | None, path: DependencyPath) -> None:
        """Put a token of the path and what hangs on it as a modifier into the zone."""
        deps, children, lowers = self._deps, self._children, self._lowers
        path.zone.add(step)
        is_step_verb = self._is_verb(step)
        if is_step_verb:
            if came_from is not None and deps[came_from] not in _COMPLEMENTS:
                path.direct.add(step)
            if not path.verbs:
                parts = [child for child in children[step] if deps[child] in _NEGATING_PARTS]
                path.zone.update(
                    item for part in parts for item in (part, *children[part]) if lowers[item] in _NO and not self._is_of_some(item)
                )
            path.verbs.append(step)
        for child in children[step]:
            dep = deps[child]
            if dep in _ARGUMENTS or dep in _CLAUSES:
                if dep == "advcl" and is_step_verb:
                    path.zone.update(mark for mark in children[child] if deps[mark] == "mark" and lowers[mark] in ("if", "unless"))
                continue
            if child == came_from or self._is_of_some(child):
                continue
            path.zone.add(child)
            if dep in ("aux", "advmod", "neg", "acomp"):
                path.zone.update(item for item in children[child] if deps[item] in ("neg", "advmod"))

    def _is_of_some(self, token: int) -> bool:
        """Whether a word denies behind a comma what is said of the same people besides: "four were hurt, none of them seriously"."""
        if token < 2 or self._lowers[token] not in ("none", "neither") or self._lowers[token - 1] != ",":
            return False
        return not (self._deps[token] in _SUBJECTS and self._is_verb(self._heads[token]))

    def _goes_on(self, step: int) -> bool:
        """Whether what governs the head of this token governs it too."""
        dep = self._deps[step]
        if dep in ("relcl", "acl", "parataxis", "appos"):
            return dep == "acl" and self._tags[step] == "VBD"  # a finite "acl" is a main clause parsed wrongly
        if dep == "advcl":
            return self._tags[step] in ("VB", "VBG") and not any(self._deps[child] == "mark" for child in self._children[step])
        return not (dep == "ccomp" and (self._is_asked_with_wh(step) or self._is_set_off(step)))

    def _is_set_off(self, step: int) -> bool:
        """A clause that a semicolon parts from the one after it, which the parser hangs it on."""
        return any(self._lowers[child] == ";" and step < child for child in self._children[self._heads[step]] if child < self._heads[step])

    def _is_asked_with_wh(self, step: int) -> bool:
        """A clause opened by when, where, why, how: denying the verb above it denies nothing of what it says."""
        return any(self._tags[child] == "WRB" for child in self._children[step])

    def _head_of_conjuncts(self, step: int) -> int | None:
        first = next((item for item in self._steps(step) if self._deps[item] != "conj"), None)
        return first if first is not None and self._is_verb(first) else None

    def _take_shared(self, step: int, path: DependencyPath) -> None:
        """Auxiliaries that the verbs of a list share: "will meet and sign", not "did not go and signed"."""
        if self._tags[step] != "VB" or any(self._deps[child] in (*_SUBJECTS, "aux") for child in self._children[step]):
            return
        for item in self._steps(self._heads[step]):
            if not self._is_verb(item):
                return
            path.zone.update(child for child in self._children[item] if self._deps[child] in ("aux", "neg", "advmod"))
            if self._deps[item] != "conj":
                return


_NO = frozenset({"no", "neither", "none", "nobody", "nothing", "one"})
