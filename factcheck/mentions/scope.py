"""How much of a whole: "all of the guests", "not a single tram", "about half of the houses", "only two of the accounts".

A span covers the quantifier and the noun of the whole.  Idioms ("at all", "all day"), times and bare plurals are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.heads import HeadFinder
from factcheck.mentions.numbers import number_reader_of
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, matches, possible, prove_examples
from factcheck.nouns import singular
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

READERS = ("vote", "not-all", "only-some", "nearly-all", "most", "half", "share", "none", "all", "some", "only", "member", "bare")
"""The readers that make values; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
_INSIDE = frozenset({"compound", "amod", "poss", "nmod", "conj", "det", "predet", "nummod", "quantmod"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class QuantifiedAct:
    """What became of the whole: ``verb`` the index of the verb in the parse, ``role`` "acting" or "acted_on".

    ``act`` is the act of the list "scope.act", "" where the verb is not listed; ``opposite`` marks its contrary ("survived" of "die").
    """

    verb: int
    role: str
    act: str = ""
    opposite: bool = False


@dataclass(frozen=True, slots=True)
class ScopeReading:
    """``value`` is the share; ``noun`` the whole in the singular, folded, by the noun it is compared by; ``head`` the span of its last word
    in the passage's text.  ``quantified_act`` is None without a parse, and where no verb says what became of the whole.  ``body`` is the
    noun of those who voted, where the sentence has one.  ``listed`` readings count only where the act is one of the list "scope.act".
    """

    value: ScopeValue
    noun: str
    head: Span
    quantified_act: QuantifiedAct | None = None
    body: str = ""
    listed: bool = False


_QUANTIFIERS = MappingProxyType({"only": "only-some", "bare": "some"})
"""The quantifier of a reader that is called otherwise."""
_NARROWING = frozenset({"of", "in", "at", "on", "with", "from", "over", "between", "to", "near"})
"""Words behind a noun with which a place or owner narrows it."""
HAVE = "have "
"""Begins the act of having with one what the noun behind it names: "have helmet"."""
VOTE, DECIDE = "vote", "decide"
"""The whole and the act of those who voted: "by seven votes to two", "unanimously"."""


class ScopeFinder(MaskedFinder):
    """Finds quantified wholes by the rules of kind "scope"."""

    kind = "scope"

    def __init__(self, rulebook: Rulebook, *, unparsed: bool = False) -> None:
        """Compile the rules.

        Args:
            rulebook: the rules.
            unparsed: whether members told without "of the" are found where no parse says what became of them, too.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._unparsed = unparsed
        self.scan = partial(Scan.of, reader=number_reader_of(rulebook))
        self._heads = HeadFinder(rulebook)
        self._denominators = words.whole("scope.denominator")
        self._not_wholes = frozenset(words["scope.not-whole"])
        self._same = words.text("scope.same-noun")
        self._acts = dict(_act_forms(rulebook))
        self._bodies = words.text("scope.body")
        self._parts, self._empty, self._plural = words["scope.part"], words["scope.empty-verb"], words["scope.plural"]
        self._failing = frozenset(words["deed.failing"])
        self._having_states = frozenset(words["outcome.state"])
        self._having = frozenset(
            form for verb in words["scope.having"] for form in verb_forms(verb, irregular_verbs(rulebook).get(verb, ()))
        )
        self._rules = compile_rules(rulebook, self.kind, READERS)
        self._masks = compile_rules(rulebook, self.kind, MASKS)

    def find(self, passage: Passage) -> list[Found]:
        """Every quantified whole of a passage, in reading order, without overlaps; the reading is a ScopeReading."""
        scan = self.scan(passage)
        taken = bytearray(len(scan.text))
        found: list[Found] = []
        for compiled in possible(self._rules, scan):
            for match in matches(compiled, scan):
                if any(taken[match.start() : match.end()]):
                    continue
                vote = compiled.rule.reader == VOTE
                reading = self._read_vote(scan, match) if vote else self._read(scan, match, compiled.rule.reader)
                if reading is None or self._is_masked(scan, match.start()):
                    continue
                span = Span(match.start(), reading.head.end)
                if any(taken[span.start : span.end]):  # the noun may lie behind the words of the rule
                    continue
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                if passage.doc is not None:
                    quantified_act = (
                        _decided(passage.doc, reading.head) if vote else self._quantified_act(passage.doc, reading.head, span.start)
                    )
                    reading = replace(reading, quantified_act=quantified_act)
                if reading.listed and not (self._unparsed or (reading.quantified_act is not None and reading.quantified_act.act)):
                    taken[span.start : span.end] = bytes(span.end - span.start)
                    continue
                found.append(Found(self.kind, span, compiled.rule.id, reading))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> ScopeValue | None:
        """The share; it needs no context.  None where the reading is not one of shares."""
        return found.reading.value if isinstance(found.reading, ScopeReading) else None

    def _is_masked(self, scan: Scan, start: int) -> bool:
        first = max(0, start - 20)
        for mask in self._masks:
            for match in mask.pattern.finditer(scan.marked, first, min(len(scan.marked), start + 80)):
                if match.start() <= start < match.end():
                    return True
        return False

    def _read(self, scan: Scan, match: re.Match[str], reader: str) -> ScopeReading | None:
        words = scan.text[match.start() : match.end()].lower()
        if reader == "member":
            name = match[0].split()[-1]
            return ScopeReading(ScopeValue.of("some"), name.lower(), Span(match.end() - len(name), match.end()), listed=True)
        value = self._fraction(scan, match) if reader == "share" else ScopeValue.of(_QUANTIFIERS.get(reader or "", reader))
        one = scan.number(match, "one") if match.groupdict().get("one") else None
        if value is None or (one is not None and one.amount != 1):
            return None
        at = scan.index_at(match.end())
        head = self._heads.find(scan.tokens, at, many=True, tags=scan.tags)
        if not head.noun and words not in self._plural and reader != "bare":
            head = self._heads.find(scan.tokens, at, many=False, tags=scan.tags)
        if not head.noun or head.noun in self._not_wholes or head.last < 0:
            return None
        if words == "most" and head.modifiers:
            return None  # a superlative: "most popular songs"
        if reader == "only" and not head.modifiers and scan.word(head.last + 1) not in _NARROWING:
            return None
        token = scan.tokens[head.last]
        return ScopeReading(value, self._same.get(head.noun, head.noun), Span(token.start, token.end), listed=reader in ("bare", "only"))

    def _read_vote(self, scan: Scan, match: re.Match[str]) -> ScopeReading | None:
        """How much of those who voted agreed, and which body they are."""
        tail = "" if match["part"] else "2"
        for_, against = (scan.number(match, name + tail) if match[name + tail] else None for name in ("part", "other"))
        whole = (for_.amount + against.amount) if for_ and against else 0.0
        if match["one"] or match["each"]:
            value: ScopeValue | None = ScopeValue.of("all")
        elif match["few"] or match["some"]:
            value = ScopeValue.of("not-all")
        else:
            value = _part(for_.amount, whole) if for_ is not None and whole >= _LEAST_VOTES else None
        if value is None:
            return None
        first, behind = scan.index_at(match.start()), scan.index_at(match.end())
        start = max((index for index in range(first) if scan.word(index) in (".", "!", "?", ";")), default=-1)
        end = next((index for index in range(behind, len(scan.tokens)) if scan.word(index) in (".", "!", "?", ";")), len(scan.tokens))
        near = (*range(first, start, -1), *range(first + 1, end))
        body = next((self._bodies[word] for index in near if (word := scan.word(index)) in self._bodies), "")
        return ScopeReading(value, VOTE, Span(scan.tokens[behind - 1].start, match.end()), body=body)

    def _quantified_act(self, doc: Doc, head: Span, start: int) -> QuantifiedAct | None:
        words = doc.char_span(head.start, head.end, alignment_mode="expand")
        if words is None or not len(words):
            return None
        top = _top(words.root, start)
        role, verb = ("acting", top.head.head) if top.dep_ == "pobj" and top.head.dep_ == "agent" else ("", top.head)
        role = role or ("acted_on" if top.dep_ in _OBJECTS else "acting" if top.dep_ == "nsubj" else "")
        if not role or not verb.tag_.startswith("VB"):
            return None
        opposite = False
        inner = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
        if verb.lower_ in self._failing and inner is not None and role == "acting":
            verb, opposite = inner, True  # "all refused to start"
        particles = [child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod", "acomp") and child.i > verb.i]
        particles += [
            child.lower_ for child in verb.children if child.dep_ in ("prep", "dobj", "oprd") and child.i > verb.i and child.i != top.i
        ]
        particles += [inner.lower_ for child in verb.children if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pobj"]
        particles += [child.lower_ for child in verb.children if child.lower_ in ("open", "shut", "closed") and child.i > verb.i]
        for particle in (*particles, ""):
            act = self._acts.get((verb.lower_, particle))
            name, done = act or ("", True)
            if name and (role == "acting" or self._parts.get(name) != "own"):
                undergone = role == "acting" and self._parts.get(name) == "undergone"
                return QuantifiedAct(verb.i, "acted_on" if undergone else role, name, done == opposite)
        had = self._had(verb) if role == "acting" and not opposite else None
        if had is not None:
            return QuantifiedAct(verb.i, role, *had)
        return None if verb.lower_ in self._empty else QuantifiedAct(verb.i, role, opposite=opposite)

    def _had(self, verb: Token) -> tuple[str, bool] | None:
        """What the members are said to have had with them, as an act, and whether they had none: "wore no helmet"."""
        if verb.tag_ in ("VBP", "VBZ"):
            return None  # "the houses have cellars"
        for child in verb.children:
            if child.dep_ == "dobj" and verb.lower_ in self._having and child.tag_ in ("NN", "NNS"):
                return f"{HAVE}{_key(child)}", any(word.lower_ == "no" for word in child.children)
            if child.lower_ == "without" and child.dep_ == "prep":
                noun = next((inner for inner in child.children if inner.dep_ == "pobj" and inner.tag_ in ("NN", "NNS")), None)
                return (f"{HAVE}{_key(noun)}", True) if noun is not None and verb.lower_ in self._having_states else None
        return None

    def _fraction(self, scan: Scan, match: re.Match[str]) -> ScopeValue | None:
        if match["part"] is not None:
            part, whole = scan.number(match, "part"), scan.number(match, "whole")
            return _part(part.amount, whole.amount) if part is not None and whole is not None else None
        number = scan.number(match, "top") if match["top"].lower() != "a" else None
        return _part(number.amount if number is not None else 1.0, float(self._denominators[match["bottom"].lower()]))


def _key(noun: Token) -> str:
    return singular(noun.text) if noun.tag_ == "NNS" else noun.lower_


_LEAST_VOTES = 3
"""Fewer votes than this are no tally."""


def _decided(doc: Doc, head: Span) -> QuantifiedAct | None:
    """The decision that a vote led to: the verb above its words."""
    words = doc.char_span(head.start, head.end, alignment_mode="expand")
    if words is None or not len(words):
        return None
    verb = next((token for token in words.root.ancestors if token.tag_.startswith("VB")), words.root.sent.root)
    return QuantifiedAct(verb.i, "acted_on", DECIDE)


def _part(top: float, bottom: float) -> ScopeValue | None:
    return ScopeValue.fraction(top / bottom) if 0 < top < bottom else None


def _top(noun: Token, start: int) -> Token:
    """The word that stands in the clause for a noun phrase: the quantifier of "all of the guests", the first of a list."""
    token = noun
    for _ in range(8):
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.idx >= start:
            token = token.head.head
        elif token.dep_ in _INSIDE and token.head.i != token.i and token.head.tag_.startswith(("NN", "CD", "DT")):
            token = token.head
        else:
            break
    return token


def _act_forms(rulebook: Rulebook) -> Iterator[tuple[tuple[str, str], tuple[str, bool]]]:
    """Every form of the verbs of "scope.act" and "scope.act-not" with its particle ("" for none); the act and whether it is done."""
    irregular, words = irregular_verbs(rulebook), rulebook.words()
    for name, done in (("scope.act", True), ("scope.act-not", False)):
        for entry, act in words.text(name).items():
            verb, _, particle = entry.partition(" ")
            for form in verb_forms(verb, irregular.get(verb, ())):
                yield (form, particle), (act, done)


def prove_scope(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "scope": examples it misses or misreads, counter-examples it finds something in."""
    return prove_examples(rule, ScopeFinder(rulebook, unparsed=True))
