"""Places in a row that a sentence gives to somebody or something: "is the third fire", "won her fourth title", "the second-largest dam".

Only what is said of a subject counts: "the ninth stage" and "a second arrest" name one of several and give no place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import SUBJECTS, columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import OrdinalValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

ORDINAL, SUPERLATIVE = "ordinal.place", "ordinal.superlative"
"""Names of the shapes, kept as the rule of a claim."""
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.IGNORECASE)
_REACH = 60
"""Longest span, in code points, from the first word of a place to its noun; beyond it the first word stands for it."""
_OPINIONS = frozenset({"best", "worst"})
"""Superlatives that are an opinion unless a year bounds them ("the worst fire since 1998")."""
_AHEAD = 12
"""Words behind a superlative in which its "since" is looked for."""
_SAID_OF = frozenset({"attr", "oprd", "dobj", "ccomp"})


@dataclass(frozen=True, slots=True)
class OrdinalReading:
    """``noun`` is the index of the head in the parse (the ordinal itself where the noun is left out), ``subject`` that of whom or what the
    place is given to, ``degree`` the superlative ("largest", "most expensive"), "" where there is none.
    """

    rank: int
    noun: int
    subject: int
    degree: str = ""


class OrdinalFinder:
    """Finds places in a row in parsed passages; passages without a parse have none."""

    kind = "ordinal"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._ranks = words.whole("ordinal.word")
        self._rows = frozenset(words["ordinal.row"])
        self._being = frozenset(form for verb in words["ordinal.being"] for form in verb_forms(verb, irregular.get(verb, ())))
        self._winning = frozenset(form for verb in words["ordinal.winning"] for form in verb_forms(verb, irregular.get(verb, ())))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        found: list[Found] = []
        columns = columns_of(doc)
        lowers, tags = columns.lowers, columns.tags
        owned = {  # what "the" or an owner stands with
            columns.heads[index] for index, dep in enumerate(columns.deps) if dep == "poss" or (dep == "det" and lowers[index] == "the")
        }
        for index in sorted(owned):
            if tags[index] not in ("NN", "JJS", "JJ") or lowers[index] in self._rows:
                continue
            noun = doc[index]
            told = self._place(noun)
            subject = self._subject(noun) if told is not None else None
            if told is None or subject is None:
                continue
            rank, degree, first = told
            span = _with_year(doc, _span(first, noun), noun)
            if all(not span.overlaps(other.span) for other in found):
                reading = OrdinalReading(rank, noun.i, subject.i, degree)
                found.append(Found(self.kind, span, SUPERLATIVE if degree else ORDINAL, reading))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> OrdinalValue | None:
        """The place in the row; it needs no context.  None where the reading is not one of ordinals."""
        return OrdinalValue(found.reading.rank) if isinstance(found.reading, OrdinalReading) else None

    def _rank(self, token: Token) -> int | None:
        figures = _FIGURES.match(token.lower_)
        return int(figures[1]) if figures and int(figures[1]) else self._ranks.get(token.lower_)

    def _place(self, noun: Token) -> tuple[int, str, Token] | None:
        """(rank, superlative, first word) of a noun, "the" or an owner before it, that is said to be one of a row; None where it is not."""
        if noun.tag_.startswith("JJ"):
            own = self._rank(noun)
            if own is not None:
                return own, "", noun
        for child in (noun, *noun.children) if noun.tag_ == "JJS" else noun.children:
            degree = _degree(child)
            if degree:
                words = [inner for inner in child.children if inner.i < child.i and inner.dep_ not in ("poss", "det")]
                words += [inner for inner in noun.children if inner.i < child.i and inner.dep_ in ("amod", "advmod", "nummod")]
                ranks = [(rank, inner) for inner in words if (rank := self._rank(inner)) is not None]
                return (ranks[0][0], degree, ranks[0][1]) if ranks else (1, degree, min((child, *words), key=lambda item: item.i))
        if noun.tag_ == "NN":
            own = self._rank(noun)
            ranks = [(rank, child) for child in noun.children if child.i < noun.i and (rank := self._rank(child)) is not None]
            if own is not None and not ranks:
                return own, "", noun
            if len(ranks) == 1:
                return ranks[0][0], "", ranks[0][1]
        return None

    def _subject(self, noun: Token) -> Token | None:
        """Whom or what the place is given to; None where the phrase only names one of several."""
        head = noun.head
        if _is_doer_itself(noun):
            return noun
        if noun.dep_ == "appos":
            return head if head.tag_.startswith("NNP") else None
        if noun.dep_ == "nsubj" and noun.i < head.i:
            other = next((child for child in head.children if child.dep_ == "nsubj" and child.i > noun.i), None)
            commas = noun.doc[noun.i : other.i] if other is not None else ()
            return other if other is not None and any(token.text == "," for token in commas) else None
        if noun.dep_ not in _SAID_OF or not head.tag_.startswith("VB"):
            return None
        if any(child.dep_ == "neg" for child in head.children):
            return None
        if head.lower_ in ("makes", "made", "make", "making"):
            return next((child for child in noun.children if child.dep_ == "nsubj"), None) or _object_before(head, noun)
        owned = any(child.dep_ == "poss" for child in noun.children)
        being = head.lower_ in self._being and (noun.dep_ != "dobj" or head.lower_ not in self._winning)
        if not being and not (head.lower_ in self._winning and owned):
            return None
        above = head.head if head.dep_ == "conj" and head.head.tag_.startswith("VB") else head  # "was felt in Dell and was the strongest"
        subjects = (child for verb in (head, above) for child in verb.children if child.dep_ in SUBJECTS and child.i < noun.i)
        return next(subjects, None)


def _is_doer_itself(noun: Token) -> bool:
    """Whether a phrase both names the thing and gives it its place: "the deadliest storm ever to hit the islands tore off roofs"."""
    head = noun.head
    ever = any(token.lower_ == "ever" for token in noun.doc[noun.left_edge.i : noun.i + 2])
    return ever and noun.dep_ == "nsubj" and noun.i < head.i and head.tag_ == "VBD"


def _degree(word: Token) -> str:
    """The superlative that a word is, "" for all other words: "largest", "most expensive"."""
    if word.tag_ == "JJS" and word.lower_ not in ("most", "least", "last", "latest"):
        bounded = word.lower_ not in _OPINIONS or any(token.lower_ == "since" for token in word.doc[word.i : word.i + _AHEAD])
        return str(word.lower_) if bounded else ""
    most = word.tag_ == "JJ" and any(child.lower_ in ("most", "least") and child.i < word.i for child in word.children)
    return f"most {word.lower_}" if most else ""


def _object_before(verb: Token, noun: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubj") and verb.i < child.i < noun.i), None)


def _span(first: Token, noun: Token) -> Span:
    start, end = min(first.idx, noun.idx), noun.idx + len(noun)
    return Span(start, end) if end - start <= _REACH else Span(first.idx, first.idx + len(first))


def _with_year(doc: Doc, span: Span, noun: Token) -> Span:
    """The span up to the year that bounds the row ("strongest earthquake in the valley since 1963"), where that is not too far."""
    for token in doc[noun.i + 1 : min(noun.sent.end - 1, noun.i + _AHEAD)]:
        year = doc[token.i + 1]
        if token.lower_ == "since" and year.text.isdecimal():
            end = year.idx + len(year)
            return Span(span.start, end) if end - span.start <= _REACH else span
    return span
