"""Two events of which the text says outright which came first: "closed before the visit", "only after", "then", "followed by".

A tense alone ("had closed") is no such word.  What the two events are is read off later (claims).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import lexicon_of
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import is_past, negations_of
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import OrderValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

TOLD, TIMED, PLANNED = "order.told", "order.timed", "order.planned"
"""The rules of a claim: an order that words tell outright, two events with a time of its own each (which is first, the times tell), and an
order in which two things are to be done.
"""
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_MARKS = frozenset({"mark", "advmod", "prep"})
_REACH = 120
"""Longest span, in code points, of the words of both events; of longer ones the first event's word stands for all."""


@dataclass(frozen=True, slots=True)
class Order:
    """Indices in the parse of the verbs or nouns of two events, the earlier one first; of timed ones the one that stands first."""

    earlier: int
    later: int


class OrderFinder:
    """Finds orders told outright in parsed passages; passages without a parse have none."""

    kind = "order"

    def __init__(self, rulebook: Rulebook) -> None:
        """
        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._before, self._after = frozenset(words["order.before"]), frozenset(words["order.after"])
        self._then, self._later = frozenset(words["order.then"]), frozenset(words["order.later"])
        self._all = self._before | self._after | self._then | self._later | _FIXED
        self._events = lexicon_of(rulebook)
        self._nouns = frozenset(words["order.noun"])
        self._plans = _Plans(words["order.to-come"], words["order.being"])

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, each two events once."""
        doc = passage.doc
        if doc is None:
            return []
        found: dict[tuple[int, int], Found] = {}
        for first, second in _timed(doc):
            if self._is_told(first) and self._is_told(second):
                found[first.i, second.i] = Found(self.kind, _span(first, second), TIMED, Order(first.i, second.i))
        if self._all.isdisjoint(columns_of(doc).lowers):
            return list(found.values())
        for first, second in self._orders(doc):
            if first.i == second.i or (second.i, first.i) in found:
                continue
            told = self._is_told(first) and self._is_told(second, until=True)
            if told or self._are_planned(first, second):
                rule = TOLD if told else PLANNED
                found.setdefault((first.i, second.i), Found(self.kind, _span(first, second), rule, Order(first.i, second.i)))
        return sorted(found.values(), key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> OrderValue | None:
        """Nothing yet: what the two are, the claim tells."""
        return OrderValue("", "") if isinstance(found.reading, Order) else None

    def _orders(self, doc: Doc) -> Iterator[tuple[Token, Token]]:
        for token in doc:
            word = token.lower_
            if word in self._before or word in self._after or word == "until":
                yield from self._joined(token)
            elif word in self._then or word in self._later:
                yield from self._in_row(token)
            elif word in ("followed", "preceded") and token.tag_ in ("VBN", "VBD"):
                yield from self._chained(token)
            elif word == "already":
                yield from _already(token)
            elif word == "having":
                yield from _having(token)
            elif word == "when":
                yield from _when_over(token)

    def _joined(self, word: Token) -> Iterator[tuple[Token, Token]]:
        """ "X before Y", "after Y, X", "prior to Y"; with a noun or a clause for Y."""
        other = self._governed(word)
        if other is None:
            yield from self._pointing(word)
            return
        main = _main(word, other) if other.dep_ != "ROOT" else _after(other)
        if main is None:
            return
        denied = bool(negations_of(main)) or any(child.dep_ == "neg" for child in word.children) or _is_cleft_denied(word)
        if word.lower_ == "until":
            if denied:
                yield other, main  # "did not leave until the police came"
            return
        if denied:
            if word.lower_ in self._before and self._plans.is_to_come(main):
                yield other, self._plans.act_below(main)  # "will not be freed before the troops have left"
            return
        main = self._plans.act_below(main) if self._plans.is_to_come(main) else main
        yield (main, other) if word.lower_ in self._before else (other, main)

    def _pointing(self, word: Token) -> Iterator[tuple[Token, Token]]:
        """ "After that Y": what the sentence before tells, and Y."""
        if not any(child.dep_ == "pobj" and child.lower_ in ("that", "this") for child in word.children) or word.lower_ == "until":
            return
        verb = word.head
        before = verb.sent.start - 1
        root = verb.doc[before].sent.root if before >= 0 else None
        if root is None or not root.tag_.startswith("VB") or not verb.tag_.startswith("VB") or word.i - verb.sent.start > _OPENS:
            return
        yield (verb, root) if word.lower_ in self._before else (root, verb)

    def _governed(self, word: Token) -> Token | None:
        """The verb or event noun that a conjunction or preposition holds."""
        if (
            word.dep_ in _MARKS
            and word.head.dep_ in (*_CLAUSES, "ROOT" if word.dep_ == "mark" else "")
            and word.head.tag_.startswith("VB")
            and word.i < word.head.i
        ):
            if not any(child.dep_ in ("pobj", "pcomp") for child in word.children):
                return word.head
        preposition = word
        if word.lower_ == "prior":
            preposition = next((child for child in word.children if child.lower_ == "to"), word)
            if preposition is word and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
                preposition = word.nbor()
        for child in preposition.children:
            if child.dep_ in ("pcomp", "pobj") and child.tag_ == "VBG":
                return child
            if child.dep_ == "pobj" and child.ent_type_ not in ("DATE", "TIME", "CARDINAL"):
                return child if self._is_event(child) else _verb_of(child, word)
        return _verb_of(word, word) if word.dep_ == "prep" and preposition is word and not list(word.children) else None

    def _is_event(self, noun: Token) -> bool:
        if noun.tag_ not in ("NN", "NNS"):
            return False
        rule = self._events.noun(noun.lower_)
        return noun.lower_ in self._nouns or (rule is not None and rule.phase == "act")

    def _in_row(self, word: Token) -> Iterator[tuple[Token, Token]]:
        """ "X, then Y"; "X. Two hours later Y": the event before the word and that of its verb."""
        verb = word.head if word.head.tag_.startswith("VB") else None
        while verb is not None and verb.dep_ in ("xcomp", "aux", "auxpass"):
            verb = verb.head
        if verb is None or word.dep_ not in ("advmod", "npadvmod", "cc"):
            return
        if word.lower_ in self._later and not self._tells_span(word):
            return
        if verb.dep_ in ("conj", "parataxis") and verb.head.tag_.startswith("VB"):
            yield verb.head, verb
        elif any(child.dep_ == "ccomp" and child.i < word.i and child.tag_.startswith("VB") for child in verb.children):
            yield next(child for child in verb.children if child.dep_ == "ccomp" and child.i < word.i), verb
        elif verb.dep_ in ("ROOT", "ccomp"):
            before = verb.sent.start - 1
            root = verb.doc[before].sent.root if before >= 0 else None
            if root is not None and root.tag_.startswith("VB") and word.i - verb.sent.start <= _OPENS:
                yield root, verb

    def _tells_span(self, word: Token) -> bool:
        """Whether "later" says how much: "two hours later"."""
        return any(child.dep_ == "npadvmod" for child in word.children)

    def _chained(self, verb: Token) -> Iterator[tuple[Token, Token]]:
        """ "A fire broke out, followed by an explosion"."""
        other = next((noun for child in verb.children if child.dep_ == "agent" for noun in child.children if self._is_event(noun)), None)
        if other is None or verb.tag_ != "VBN":
            return
        main = verb.head
        subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if subject is not None:
            main = subject
        elif verb.dep_ not in ("acl", "advcl", "prep", "conj"):
            return
        yield (main, other) if verb.lower_ == "followed" else (other, main)

    def _are_planned(self, first: Token, second: Token) -> bool:
        """Whether of two events one is to come and the other is told beside it as not done yet ("before they return", "has been paid")."""
        if not (self._plans.is_to_come(first) or self._plans.is_to_come(second)):
            return False
        return all(self._plans.is_to_come(token) or self._plans.is_open(token) or self._is_event(token) for token in (first, second))

    def _is_told(self, token: Token, *, until: bool = False) -> bool:
        """Whether a verb is told as having happened; nouns and participles of a clause that is told are.

        ``until``: what did not happen until something else did happened then.
        """
        waited = until and any(child.lower_ in ("until", "till") for child in token.subtree)
        if not token.tag_.startswith("VB"):
            return self._is_event(token)
        did = any(child.lower_ in ("did", "having") and child.dep_ == "aux" for child in token.children)
        return (is_past(token) or did or token.tag_ == "VBG" or _is_joined_past(token)) and (waited or not negations_of(token))


_FIXED = frozenset({"until", "followed", "preceded", "already", "having", "when"})
_OPENS = 6
"""Words from the start of a sentence within which "then" or "later" joins it to the one before."""


def _timed(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Verbs that follow each other and have each a time of its own ("left at 11:10 and sent a message at 11:40")."""
    columns = columns_of(doc)
    verbs: list[int] = []
    for index, entity in enumerate(columns.entities):
        if entity not in ("DATE", "TIME") or columns.deps[index] not in ("pobj", "npadvmod"):
            continue
        above = columns.heads[index]
        if columns.deps[index] == "pobj":
            if columns.lowers[above] not in ("on", "at"):
                continue
            above = columns.heads[above]
        if columns.tags[above].startswith("VB") and above not in verbs:
            verbs.append(above)
    for first, second in pairwise(verbs):
        yield doc[first], doc[second]


def _after(clause: Token) -> Token | None:
    """The main verb that the parser put below the clause before it: "after the roof had collapsed the guests left"."""
    below = (child for child in clause.children if child.dep_ == "ccomp" and child.i > clause.i and child.tag_.startswith("VB"))
    return next(below, None)


def _main(word: Token, other: Token) -> Token | None:
    """The verb that a conjunction or preposition with its clause or noun is beside; of "it was only after Y that X" the X."""
    above = other.head if other.tag_.startswith("VB") and other.dep_ in _CLAUSES else word.head
    while above.dep_ in ("prep", "advmod", "npadvmod", "pobj") and not above.tag_.startswith("VB") and above.head.i != above.i:
        above = above.head
    if not above.tag_.startswith("VB"):
        return None
    if above.lower_ in ("was", "is") and any(child.lower_ == "it" for child in above.children):
        below = (*above.children, *(child for child in other.children if any(mark.lower_ == "that" for mark in child.children)))
        clauses = (child for child in below if child.dep_ in _CLAUSES and child.i > word.i and child.i != other.i)
        return next((child for child in clauses if child.tag_.startswith("VB")), None)
    return above


def _verb_of(noun: Token, word: Token) -> Token | None:
    """The verb whose subject the parser took for the object of a preposition: "before the freighter Selma crossed the cable"."""
    below = (child for child in noun.children if child.dep_ == "relcl" and child.tag_.startswith("VB"))
    for verb in below:
        if not any(deep.tag_ in ("WDT", "WP", "WP$", "WRB") for deep in verb.subtree):
            return verb
    beside = (child for child in word.head.children if child.dep_ in ("ccomp", "advcl") and child.i > noun.i)
    for verb in beside:
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        joined = subject is None or not any(token.is_punct for token in word.doc[noun.i : subject.i])
        if verb.tag_.startswith("VB") and joined and not any(child.lower_ == "that" for child in verb.children):
            return verb
    return None


class _Plans:
    """What verbs say of what is to be done; ``coming`` are auxiliaries ("will"), ``being`` verbs before "to" ("are to be cleared")."""

    def __init__(self, coming: Collection[str], being: Collection[str]) -> None:
        self._coming, self._being = frozenset(coming), frozenset(being)

    def is_to_come(self, verb: Token) -> bool:
        """Whether a verb says what is to be done: "will return", "must be paid", "are to be cleared"."""
        if any(child.dep_ == "aux" and child.lower_ in self._coming for child in verb.children):
            return True
        to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if verb.tag_ in ("VB", "VBN") and to:
            return verb.dep_ == "xcomp" and verb.head.lower_ in self._being
        return self.act_below(verb).i != verb.i

    def act_below(self, verb: Token) -> Token:
        """What "is to" or "has to" says is to be done; the verb itself where it says nothing like it."""
        if verb.lower_ in self._being:
            for child in verb.children:
                if (
                    child.dep_ == "xcomp"
                    and child.i > verb.i
                    and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.children)
                ):
                    return child
        return verb

    def is_open(self, verb: Token) -> bool:
        """Whether a verb of a clause beside a plan tells what then is done: in the present, or with "has" and "have"."""
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if verb.tag_ in ("VBZ", "VBP", "VBG"):
            return not negations_of(verb)
        return verb.tag_ == "VBN" and bool(helpers & self._being) and not negations_of(verb)


def _is_cleft_denied(word: Token) -> bool:
    """ "It was not until ..." """
    return word.i > 0 and word.nbor(-1).lower_ in ("not", "n't")


def _is_joined_past(verb: Token) -> bool:
    """ "Went home and slept": a second verb whose tense the first one tells."""
    return verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and is_past(verb.head)


def _already(word: Token) -> Iterator[tuple[Token, Token]]:
    """ "The storm had already passed when the oak was felled", "the roof was already burning when they arrived"."""
    verb = word.head
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if not (verb.tag_ == "VBN" and "had" in helpers) and not (verb.tag_ == "VBG" and helpers & {"was", "were"}):
        return
    for child in verb.children:
        if child.dep_ == "advcl" and any(mark.lower_ == "when" for mark in child.children):
            yield verb, child


def _having(word: Token) -> Iterator[tuple[Token, Token]]:
    """ "Having gone in front, they lost the lead"."""
    verb = word.head
    if word.dep_ == "aux" and verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.head.tag_.startswith("VB"):
        yield verb, verb.head


def _when_over(word: Token) -> Iterator[tuple[Token, Token]]:
    """ "When the dinner was over, she left", "only when the roof had fallen did they run"."""
    verb = word.head
    if word.i and word.nbor(-1).lower_ == "only" and verb.dep_ == "advcl" and verb.head.tag_.startswith("VB"):
        yield verb, verb.head
        return
    over = any(child.lower_ in ("over", "finished", "done") and child.dep_ in ("acomp", "advmod", "prt", "prep") for child in verb.children)
    ended = verb.lower_ in ("finished", "ended", "done", "completed")
    if verb.dep_ == "advcl" and (over or ended) and verb.head.tag_.startswith("VB"):
        yield verb, verb.head


def _span(first: Token, second: Token) -> Span:
    start, end = min(first.idx, second.idx), max(first.idx + len(first), second.idx + len(second))
    return Span(start, end) if end - start <= _REACH else Span(first.idx, first.idx + len(first))
