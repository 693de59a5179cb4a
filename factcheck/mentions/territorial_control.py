"""Finds lands that are taken: "gained control of the valley", "the conquest of a good part of the valley".

A span covers the act and what it is done to, of a part the words from "part" on.  Which land that is, the names of the article tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, phrases_in
from factcheck.documents import Passage
from factcheck.events import lexicon_of
from factcheck.mentions import Context, Found
from factcheck.rulebook import EventRule, Rulebook
from factcheck.text import Span
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Token

TAKEN = "scope.taken"
"""The rule of a claim: a land, or a part of one, that is taken."""
_REACH = 80
"""Longest span, in code points; of longer ones the act alone stands for all."""


@dataclass(frozen=True, slots=True)
class TerritoryGain:
    """An act by which a land is taken, and the noun for the part of it, None for the whole; token indices in the passage's parse."""

    act: int
    part: int | None


class TerritorialControlFinder:
    """Finds lands that are taken in parsed passages; passages without a parse have none."""

    kind = "scope"

    def __init__(self, rulebook: Rulebook) -> None:
        """Look up the words.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._events = lexicon_of(rulebook)
        self._classes, self._parts = frozenset(words["scope.taking"]), frozenset(words["noun.part"])

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps; none in headlines and captions."""
        doc = passage.doc
        if doc is None or passage.role != "body" or passage.field == "title":
            return []
        columns = columns_of(doc)
        phrased = {start: end for start, end, rule in phrases_in(doc, self._events) if self._takes(rule)}
        found: list[Found] = []
        for index, tag in enumerate(columns.tags):
            rule = (
                self._events.verb(columns.lowers[index])
                if tag.startswith("VB")
                else self._events.noun(columns.lowers[index])
                if tag == "NN"
                else None
            )
            if index not in phrased and not self._takes(rule):
                continue
            act = doc[index]
            thing = _taken(act)
            part = thing is not None and thing.lower_ in self._parts
            words = (
                doc[thing.left_edge.i : thing.right_edge.i + 1]
                if part and thing is not None
                else doc[index : phrased.get(index, index + 1)]
            )
            end = thing.right_edge if thing is not None else doc[words.end - 1]
            span = Span(words.start_char, max(words.end_char, end.idx + len(end)))
            span = span if len(span) <= _REACH else Span(words.start_char, min(words.end_char, words.start_char + _REACH))
            if all(not span.overlaps(other.span) for other in found):
                found.append(Found(self.kind, span, TAKEN, TerritoryGain(index, thing.i if part and thing is not None else None)))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> ScopeValue | None:
        """The whole, or a part."""
        return ScopeValue.of("unlimited" if found.reading.part is None else "some") if isinstance(found.reading, TerritoryGain) else None

    def _takes(self, rule: EventRule | None) -> bool:
        return rule is not None and rule.phase == "act" and (rule.broader or rule.id) in self._classes


def _taken(act: Token) -> Token | None:
    """The noun of what is taken: the object of a verb or its passive subject, what stands behind the "of" of a noun ("control of ...")."""
    noun = next((child for child in act.children if child.dep_ in ("dobj", "nsubjpass")), None) if act.tag_.startswith("VB") else act
    behind = [
        inner
        for child in (noun.children if noun is not None else ())
        if child.dep_ == "prep" and child.lower_ == "of"
        for inner in child.children
    ]
    inside = noun is not None and (noun.i == act.i or noun.lower_ == "control")
    return (behind[0] if behind else None) if inside else noun
