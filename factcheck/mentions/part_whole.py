"""Finds wholes told without a word of how much: "will withdraw its guards", "the village schools were closed".

Only what is decided for so much of a whole counts (the list "scope.decided"), only where the noun stands in the plural and is a known one
("its", "the"), and never in headlines, which leave out every limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import lexicon_of
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Token

UNLIMITED = "scope.unlimited"
"""The rule of a claim: a whole told without a limit."""


@dataclass(frozen=True, slots=True)
class UnlimitedWhole:
    """A whole and the verb that tells what is done with it; token indices in the passage's parse."""

    verb: int
    noun: int


class PartWholeFinder:
    """Finds wholes without a limit in parsed passages; passages without a parse have none."""

    kind = "scope"

    def __init__(self, rulebook: Rulebook) -> None:
        """Look up the words.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._events = lexicon_of(rulebook)
        self._decided, self._parts = words["scope.decided"], frozenset(words["scope.part-word"])
        self._definite = frozenset(words["scope.definite"])

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        if passage.doc is None or passage.role != "body" or passage.field == "title":
            return []
        columns = columns_of(passage.doc)
        found: list[Found] = []
        for index, word in enumerate(columns.lowers):
            if not columns.tags[index].startswith("VB") or not self._events.may_be_verb(word):
                continue
            for noun in self._nouns(passage.doc[index]):
                words = passage.doc[noun.left_edge.i : noun.i + 1]
                span = Span(words.start_char, noun.idx + len(noun))
                if all(not span.overlaps(other.span) for other in found):
                    found.append(Found(self.kind, span, UNLIMITED, UnlimitedWhole(index, noun.i)))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> ScopeValue | None:
        """The whole."""
        return ScopeValue.of("unlimited") if isinstance(found.reading, UnlimitedWhole) else None

    def _class_of(self, verb: Token) -> str:
        particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
        rules = [self._events.verb(verb.lower_, particle) for particle in particles]
        rule = next((rule for rule in rules if rule), None) or self._events.verb(verb.lower_)
        return rule.broader or rule.id if rule is not None else ""

    def _nouns(self, verb: Token) -> Iterator[Token]:
        """The nouns of what the verb is done to, or of who does it where it is done to nobody."""
        decided = self._decided.get(self._class_of(verb))
        if decided is None or any(child.dep_ == "neg" or child.lower_ in self._parts for child in verb.children):
            return
        parts = {child.dep_: child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "nsubj")}
        noun = parts.get("dobj") or parts.get("nsubjpass") or (parts.get("nsubj") if decided == "itself" else None)
        known = noun is not None and any(child.lower_ in self._definite or child.dep_ == "poss" for child in noun.children)
        while noun is not None and known:
            if noun.tag_ == "NNS" and not self._is_limited(noun):
                yield noun
            noun = next((child for child in noun.children if child.dep_ == "conj"), None)

    def _is_limited(self, noun: Token) -> bool:
        limits = (child.dep_ in ("nummod", "relcl", "acl") or child.like_num or child.lower_ in self._parts for child in noun.children)
        return any(limits) or any(child.lower_ in ("all", "both", "every") for child in noun.children)
