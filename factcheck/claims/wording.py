"""The words a value hangs on: from its unit up through the sentence, and which cue words stand on that way.

Serves measures, sums of money and shares, whose questions are told by words around them ("a depth of", "weighing", "fee", "of the vote").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_date import earlier_time
from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS, EventFrameReader
from factcheck.claims.framing_context import FramingContext
from factcheck.claims.grammar import is_aside
from factcheck.frame_notes import Note, bare
from factcheck.mentions.amounts import Hint
from factcheck.resolving import Resolved
from factcheck.rulebook import EventRule
from factcheck.text import Span
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token

STEPS = 7
"""Heads followed from a value; longer ways leave what the value says behind."""
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl"})
"""Relations under which another statement begins."""
_MORE_THAN = re.compile(r" than (?:[$£€¥]|\d)")
"""What stands behind a word that compares a number."""
_NEAR = 12
"""Code points between a comparing word and the number it takes ("up from about 66 percent")."""
_BREAK = re.compile(r"[,;:(]|\s[-–—]+\s")
"""What ends that part of a sentence which a value stands in."""
_BESIDE = 3
"""Words behind a value in which an adjective of it may stand ("101 metres long")."""


@dataclass(frozen=True, eq=False)
class Wording:
    """A value in its sentence: ``root`` is the token that carries it, ``span`` its words in the passage's text, ``hints`` the cues near
    by.
    """

    reader: EventFrameReader
    root: Token
    span: Span
    hints: tuple[Hint, ...]

    @classmethod
    def of(cls, reader: EventFrameReader, span: Span, hints: Sequence[Hint]) -> Wording | None:
        """The wording of a value; None where no token carries it.  Hints of other sentences are dropped."""
        root = span_root(reader.doc, span.start, span.end)
        if root is None:
            return None
        start, end = root.sent.start_char, root.sent.end_char
        return cls(reader, root, span, tuple(hint for hint in hints if start <= hint.span.start < end))

    @cached_property
    def path(self) -> tuple[Token, ...]:
        """The value's token and its heads, nearest first."""
        path = [self.root]
        while len(path) < STEPS and path[-1].head.i != path[-1].i:
            left = path[-1].dep_ == "relcl"
            path.append(path[-1].head)
            if left:
                break  # what is said of the antecedent elsewhere is another matter
        return tuple(path)

    @cached_property
    def verb(self) -> Token | None:
        """The nearest verb above that has a subject, else the nearest verb; None in a sentence without one."""
        verbs = [token for token in self.path if token.tag_.startswith("VB")]
        with_subject = [token for token in verbs if any(child.dep_ in SUBJECTS for child in token.children)]
        return next(iter(with_subject or verbs), None)

    @cached_property
    def clause(self) -> frozenset[int]:
        """The tokens of the value's own clause: below its verb, without the clauses below that the value does not stand in."""
        top = self.verb or self.path[-1]
        own = {token.i for token in self.path}
        return frozenset(token.i for token in _below(top, own))

    def nearest(self, sort: str) -> tuple[str, Token] | None:
        """The value of the nearest hint of a list and its token: right behind the value, on the way up, then beside the way.

        None where there is none, or two different ones are equally near.
        """
        by_token = self._by_token(sort)
        if not by_token:
            return None
        doc = self.reader.doc
        last = max((token.i for token in doc if self.span.start <= token.idx < self.span.end), default=self.root.i)
        for token in doc[last + 1 : min(last + _BESIDE, self.root.sent.end)]:
            if token.i in by_token and token.tag_ in ("JJ", "RB", "IN", "NN", "NNS"):
                return by_token[token.i], token
            if token.tag_ not in ("JJ", "RB", "HYPH", "-RRB-"):
                break
        before = self._before(by_token)
        if before is not None:
            return by_token[before.i], before
        seen: set[int] = set()
        for token in self.path:
            if token.i in by_token:
                return by_token[token.i], token
            seen.add(token.i)
            found = [(by_token[item.i], item) for item in _around(token, seen) if item.i in by_token]
            if found:
                return found[0] if len({value for value, _ in found}) == 1 else None
        return None

    def _before(self, by_token: Mapping[int, str]) -> Token | None:
        """The cue noun right before the value, over "of" and what qualifies the number: "a depth of about 10 km", "Length 110 m"."""
        doc = self.reader.doc
        at = next((token.i for token in doc if token.idx + len(token) > self.span.start), self.root.i) - 1
        for index in range(at, max(self.root.sent.start - 1, at - _BESIDE), -1):
            token = doc[index]
            if index in by_token and token.tag_.startswith("NN"):
                return token
            if token.tag_ not in ("IN", "RB", "RBR", "JJR", "JJ", "DT", "$", "SYM", ":"):
                return None
        return None

    def markers(self, sort: str = "marker") -> frozenset[Note]:
        """The values of a list's words in the value's clause.

        Those of the list of that name with "near" count only right before the number ("up from 66 percent"), those with "alone" only where
        no other number stands between ("66 percent four years ago"), those with "ahead" not behind a comma or dash that follows the value.
        """
        found: set[Note] = set()
        for hint in self.hints:
            if hint.sort not in (sort, f"{sort} near", f"{sort} alone", f"{sort} ahead") or not self._reaches(hint):
                continue
            if _MORE_THAN.match(self.reader.doc.text, hint.span.end):
                continue  # "more than 80,000" tells of no further sum
            covered = self.reader.doc.char_span(hint.span.start, hint.span.end, alignment_mode="expand")
            if any(token.i in self.clause for token in covered or ()):
                found.add(bare(hint.value))
        return frozenset(found)

    def _reaches(self, hint: Hint) -> bool:
        if hint.sort.endswith(" near"):
            return hint.span.end <= self.span.start <= hint.span.end + _NEAR
        if hint.sort.endswith(" ahead"):
            return _BREAK.search(self.reader.doc.text[self.span.end : max(hint.span.start, self.span.end)]) is None
        if hint.sort.endswith(" alone"):
            between = self.reader.doc.text[min(hint.span.end, self.span.end) : max(hint.span.start, self.span.start)]
            return not any(char.isdigit() for char in between)
        return True

    def anywhere(self, sort: str) -> frozenset[str]:
        """The values of a list's words in the sentence."""
        return frozenset(self._by_token(sort).values())

    def says(self, token: Token, sort: str) -> str | None:
        """What a list says of one token."""
        return self._by_token(sort).get(token.i)

    def _by_token(self, sort: str) -> dict[int, str]:
        found: dict[int, str] = {}
        for hint in self.hints:
            if hint.sort == sort:
                covered = self.reader.doc.char_span(hint.span.start, hint.span.end, alignment_mode="expand")
                for token in covered or ():
                    found[token.i] = hint.value
        return found

    def owner(self, attribute: str = "attribute-noun") -> Token | None:
        """The noun or pronoun that has the value: the noun it describes, else the subject of its verb, looked for beyond nouns that only
        name an attribute ("a depth of").
        """
        for token in self.path[1:] if not _is_noun(self.root, self) else self.path:
            if token.i == self.root.i or self.says(token, attribute) or token.tag_.startswith("CD"):
                inner = _possessor(token) if token.i != self.root.i and self.says(token, attribute) else None
                if inner is not None and inner.i not in {item.i for item in self.path}:
                    return inner
                continue
            if token.tag_.startswith("NN") and token.dep_ != "npadvmod":
                return token
            if token.tag_.startswith("VB"):
                if token.dep_ in ("acl", "relcl") and token.head.tag_.startswith("NN") and not self.says(token.head, attribute):
                    return token.head
                subject = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
                if subject is not None:
                    while self.says(subject, attribute):
                        inner = _possessor(subject)
                        if inner is None:
                            return None
                        subject = inner
                    return subject
        return None

    def joined(self, sort: str) -> str | None:
        """What a list says of the noun that the value is joined to: "the 190-metre freighter"."""
        for token in self.path[1:3]:
            if token.tag_.startswith("NN"):
                return self.says(token, sort)
        return None

    def subject(self) -> Token | None:
        """The subject of the value's verb."""
        children = self.verb.children if self.verb is not None else ()
        return next((child for child in children if child.dep_ in ("nsubj", "nsubjpass")), None)

    def argument(self, sort: str) -> str | None:
        """What a list says of the object of the value's verb or of what that belongs to: "put the depth of the shock at 10 km"."""
        if self.verb is None:
            return None
        for child in self.verb.children:
            if child.dep_ in OBJECTS and child.i != self.root.i:
                for noun in (child, _possessor(child)):
                    found = self.says(noun, sort) if noun is not None else None
                    if found:
                        return found
        return None

    def event_frame(self) -> tuple[EventRule, str] | None:
        """The class of event that the nearest word on the way names, and the word; None where none is known."""
        for token in self.path[1:]:
            if token.tag_.startswith(("VB", "NN")):
                told = [item for item in self.reader.read(token) if item.carrier is None]
                if told:
                    return told[0].rule, told[0].predicate
        return None

    def named(self) -> frozenset[str]:
        """The canonical ids in the nouns on the way and in the arguments of the value's verb."""
        found: set[str] = set()
        for token in self.path:
            if token.tag_.startswith("NN"):
                found |= self.reader.ids(token)
            if self.verb is not None and token.i == self.verb.i:
                break
        if self.verb is not None:
            for child in self.verb.children:
                if child.dep_ in (*SUBJECTS, *OBJECTS):
                    found |= self.reader.ids(child)
                elif child.dep_ in ("prep", "agent"):
                    found |= {i for noun in child.children if noun.dep_ == "pobj" for i in self.reader.ids(noun)}
        return frozenset(found)


def owners(ids: Iterable[str], around: FramingContext) -> frozenset[str]:
    """The named ones of some ids; a bare noun counts where the article has a person or thing of that last name ("Ilves" read as a noun)."""
    last: dict[str, str] = {}
    for name in sorted(around.participants.names()):
        sort, _, words = name.partition(":")
        if sort in ("person", "name") and words:
            last.setdefault(words.split()[-1], name)
    found = {last.get(name.partition(":")[2], name) if name.startswith("noun:") else name for name in ids}
    return frozenset(name for name in found if not name.startswith("noun:"))


def when(item: Resolved, around: FramingContext) -> DateValue | None:
    """The time that a value is told of.

    The narrowest date of its sentence that no other value of the same kind stands between ("up from 66 percent four years ago" is another
    value's time), else that of the sentences before; bounds ("since 1988") tell no time.
    """
    mine = item.mention
    rivals = [other.mention.span.start for other in around.in_passage(item.passage) if other.mention.kind == mine.kind]
    own: list[DateValue] = []
    dated = False
    for other in around.beside(item):
        value = other.mention.value
        if not isinstance(value, DateValue):
            continue
        dated = True
        low, high = sorted((other.mention.span.start, mine.span.start))
        if value.bound == "on" and not any(low < start < high for start in rivals) and not _is_aside(item, other, around):
            own.append(value)
    if own:
        return min(own, key=lambda value: value.days or 100_000)
    found = None if dated else earlier_time(item, around)
    return found if found is None or found.bound == "on" else None


def _is_aside(item: Resolved, day: Resolved, around: FramingContext) -> bool:
    """Whether a date of the sentence stands in a clause beside a value that only describes a noun, or says of which day a price is: "a
    quarter above Friday's close"."""
    reader = around.readers[item.passage]
    root, words = (
        span_root(reader.doc, found.span.start, found.span.end) if reader is not None else None for found in (item.found, day.found)
    )
    if reader is None or root is None or words is None:
        return False
    closing = reader.vocabulary.listed("percent.close")
    if words.dep_ == "poss" and any(token.lower_ in closing for token in (words.head, *words.head.children)):
        return True
    return is_aside(words, {root.i, *(token.i for token in root.ancestors)})


def _is_noun(token: Token, _: Wording) -> bool:
    return False if token.dep_ in ("nummod", "quantmod") else token.tag_.startswith("NN")


def _possessor(token: Token) -> Token | None:
    """What has an attribute: "the length of the ship", "the ship's length"."""
    for child in token.children:
        if child.dep_ == "poss" and child.tag_.startswith("NN"):
            return child
        if child.dep_ == "prep" and child.lower_ == "of":
            noun = next((inner for inner in child.children if inner.dep_ == "pobj" and inner.tag_.startswith("NN")), None)
            if noun is not None:
                return noun
    return None


def _around(token: Token, seen: Iterable[int]) -> Iterator[Token]:
    """The children of a token and what hangs on their prepositions and nouns, without other clauses and what was seen."""
    taken = set(seen)
    for child in token.children:
        if child.i in taken or child.dep_ in CLAUSES or child.dep_ == "conj":
            continue
        yield child
        for inner in child.children:
            if inner.i not in taken and inner.dep_ in ("pobj", "compound", "amod", "poss", "prep", "nummod", "nmod"):
                yield inner
                yield from (deep for deep in inner.children if deep.dep_ in ("pobj", "compound", "amod"))


def _below(top: Token, path: Iterable[int]) -> Iterator[Token]:
    own = set(path)
    stack = [top]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(
            child
            for child in token.children
            if child.i in own or (child.dep_ not in CLAUSES and not (child.dep_ == "conj" and child.tag_.startswith("VB")))
        )
