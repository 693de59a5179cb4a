"""Finds states that end or go on: "will withdraw its guards from Halden", "the guards will remain at the border of Halden".

Only what is settled counts: what will be done, what was done, and what goes on now.  A wish, a condition, a denial and whatever is
bounded in time or extent ("until Friday", "for now", "partly") are no such state.  Headlines never count: they leave out every limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import is_past
from factcheck.rulebook import Rulebook, SpeechRule
from factcheck.text import Span
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

ENDS, LASTS = "stay.ends", "stay.lasts"
"""Names of the shapes, kept as the rule of a claim."""
STAYING = "staying"
"""The family that needs a place."""
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_FROM, _AT = frozenset({"from"}), frozenset({"in", "at", "on", "along", "inside", "within"})
_WILL = frozenset({"will", "'ll", "shall"})
_REACH = 80
"""Longest span, in code points, from the verb to the group or back; of longer ones the group's own words stand for all."""
_DEPTH = 4
"""Verbs that are followed upwards to learn whether what they say is settled."""

When = Literal["planned", "done"]


@dataclass(frozen=True, slots=True)
class Continuation:
    """A state that ends or goes on; token indices in the passage's parse.

    ``family`` is the state ("staying", "staying-open").  ``verb`` is the word that tells it, ``group`` the noun it is told of, ``place``
    that of where, None outside "staying".  ``when``: "planned" for what will end or go on, "done" for what ended or goes on now.
    """

    family: str
    verb: int
    group: int
    place: int | None
    lasts: bool
    when: When


class ContinuationFinder:
    """Finds states that end or go on in parsed passages; passages without a parse have none."""

    kind = "polarity"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._acts: dict[str, list[tuple[str, str, bool]]] = {}
        for key, lasts in (("stay.ends", False), ("stay.lasts", True)):
            for entry, families in words.texts(key).items():
                base, _, rest = entry.partition(" ")
                for form in verb_forms(base, irregular.get(base, ())):
                    self._acts.setdefault(form, []).extend((rest, name, lasts) for name in families)
        for listed in self._acts.values():
            listed.sort(key=lambda item: -len(item[0]))
        self._posted, self._promised = frozenset(words["stay.posted"]), frozenset(words["stay.promised"])
        self._quitting, self._continuing = frozenset(words["stay.quitting"]), frozenset(words["stay.continuing"])
        self._limiting = frozenset(words["stay.limiting-unit"])
        self._bound, self._limit = frozenset(words["stay.bound"]), frozenset(words["stay.limit"])
        self._asserting = frozenset(word for rule in rulebook.of(SpeechRule) if rule.stance == "asserts" for word in rule.words)

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps; none in headlines and captions."""
        if passage.doc is None or passage.role != "body" or passage.field == "title":
            return []
        found: list[Found] = []
        columns = columns_of(passage.doc)
        for index, word in enumerate(columns.lowers):
            if word not in self._acts or not columns.tags[index].startswith("VB"):
                continue
            for continuation, span in self._read(passage.doc[index]):
                if all(not span.overlaps(other.span) for other in found):
                    found.append(Found(self.kind, span, LASTS if continuation.lasts else ENDS, continuation))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> PolarityValue | None:
        """Whether the state goes on; the claim names it."""
        return PolarityValue("", found.reading.lasts) if isinstance(found.reading, Continuation) else None

    def _read(self, verb: Token) -> Iterator[tuple[Continuation, Span]]:
        for rest, family, lasts in self._acts[verb.lower_]:
            told = self._told(verb, rest, family, lasts=lasts)
            if told is None:
                continue
            tail, group, place = told
            when = self._when(verb, lasts=lasts)
            if when is not None:
                yield from self._continuations(
                    Continuation(family, verb.i, group.i, place.i if place is not None else None, lasts, when), group, tail
                )
                return

    def _continuations(self, continuation: Continuation, group: Token, tail: Token) -> Iterator[tuple[Continuation, Span]]:
        doc, listed = group.doc, [group]
        while (following := next((child for child in listed[-1].children if child.dep_ == "conj"), None)) is not None:
            listed.append(following)
        for noun in listed:
            if not self._is_limited(noun):
                yield (
                    Continuation(continuation.family, continuation.verb, noun.i, continuation.place, continuation.lasts, continuation.when),
                    _span(doc, continuation, noun, tail, group),
                )

    def _told(self, verb: Token, rest: str, family: str, *, lasts: bool) -> tuple[Token, Token, Token | None] | None:
        """(last word of the act, group, place) where the verb tells of the state; None where the words do not fit or are bounded."""
        tail = _tail(verb, rest) if rest else verb
        if tail is None:
            return None
        if lasts and family == STAYING:
            tail = self._posting(verb)
        parts = [verb, tail] if tail.i != verb.i else [verb]
        if any(child.lower_ in self._bound and child.i != tail.i for part in parts for child in part.children if child.dep_ != "agent"):
            return None
        if any(self._is_bounding(child) for part in parts for child in part.children):
            return None
        group, place = _group(verb), None
        if family == STAYING:
            place = _place(parts, _AT if lasts else _FROM)
            goal = next((child for child in verb.children if child.dep_ == "dobj"), None)
            if not lasts and place is None and verb.lower_ in self._quitting and goal is not None and _place(parts, _AT) is None:
                place, group = goal, _subject(verb)  # "the guards left Halden"
            if place is None or (
                lasts and ((verb.lower_ in self._quitting and goal is None) or (verb.lower_ in self._continuing and tail.i == verb.i))
            ):
                return None
        elif lasts and not rest and any(child.dep_ in ("xcomp", "dobj") for child in verb.children):
            return None
        if group is None or not group.tag_.startswith("NN") or any(child.dep_ in ("relcl", "acl") for child in group.children):
            return None
        return tail, group, place

    def _posting(self, verb: Token) -> Token:
        """The participle that tells no more than the presence ("continue to be stationed"), else the verb itself."""
        inner = (child for child in verb.children if child.dep_ in ("acomp", "xcomp", "oprd", "advcl") and child.i > verb.i)
        return next((child for child in inner if child.lower_ in self._posted), verb)

    def _is_bounding(self, child: Token) -> bool:
        """Whether a clause or a time beside the verb bounds it: "while talks go on", "two more weeks"; not "as the envoy said"."""
        if child.dep_ == "advcl":
            marks = {inner.lower_ for inner in child.children if inner.dep_ in ("mark", "advmod")}
            return bool(marks & self._bound - {"as"}) or ("as" in marks and child.lower_ not in self._asserting)
        return child.dep_ in ("npadvmod", "oprd") and child.lower_ in self._limiting

    def _is_limited(self, noun: Token) -> bool:
        before = noun.doc[noun.left_edge.i : noun.i]
        return any(token.like_num or token.lower_ in self._limit for token in (*before, *noun.children))

    def _when(self, verb: Token, *, lasts: bool, depth: int = _DEPTH) -> When | None:
        """When the state ends or goes on; None where that is not settled."""
        if depth == 0 or any(child.dep_ == "neg" for child in verb.children):
            return None
        if verb.dep_ in ("advcl", "acl", "csubj") and depth < _DEPTH:
            return None
        helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        modals = {word for word, tag in helpers.items() if tag == "MD"}
        if modals:
            return "planned" if modals <= _WILL and self._is_said(verb) else None
        if "TO" in helpers.values():
            return self._promise(verb)
        if verb.dep_ == "conj" and verb.head.tag_.startswith("VB") and verb.tag_ in ("VB", "VBN", "VBG") and not helpers:
            return self._when(verb.head, lasts=lasts, depth=depth - 1)
        if not self._is_said(verb):
            return None
        if verb.tag_ == "VBG":
            return "planned" if set(helpers) & {"is", "are", "'re", "'s"} and not lasts else None
        if lasts:
            return "done" if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and set(helpers) & {"is", "are"}) else None
        return "done" if is_past(verb) and "had" not in helpers else None

    def _promise(self, verb: Token) -> When | None:
        """ "planned" for an infinitive that a verb of the list "stay.promised" settles, itself said as a fact."""
        above = verb.head
        if verb.dep_ not in ("xcomp", "ccomp", "advcl") and above.i != verb.i:
            return None
        if above.i == verb.i or above.lower_ not in self._promised or any(child.dep_ == "neg" for child in above.children):
            return None
        helpers = [child for child in above.children if child.dep_ in ("aux", "auxpass")]
        if any(child.tag_ == "TO" or (child.tag_ == "MD" and child.lower_ not in _WILL) for child in helpers):
            return None
        return "planned" if self._is_said(above) else None

    def _is_said(self, verb: Token) -> bool:
        """Whether a clause stands by itself or is what somebody says to be so."""
        if verb.dep_ in ("ccomp", "xcomp"):
            return verb.head.lower_ in self._asserting and not any(child.dep_ == "neg" for child in verb.head.children)
        if verb.dep_ == "conj" and verb.head.tag_.startswith("VB"):
            return self._is_said(verb.head) if verb.head.dep_ in ("ccomp", "conj") else verb.head.dep_ not in ("advcl", "csubj")
        return verb.dep_ not in ("advcl", "acl", "csubj", "pcomp", "xcomp")


def _tail(verb: Token, rest: str) -> Token | None:
    """The word behind the verb that makes its sense: its particle, "open", or the noun of "in office"; None where it is not there."""
    words = rest.split()
    for child in verb.children:
        if child.lower_ != words[0] or child.i < verb.i or child.dep_ in _OBJECTS:
            continue
        if len(words) == 1:
            return child
        return next((inner for inner in child.children if inner.lower_ == words[1]), None)
    return None


def _subject(verb: Token) -> Token | None:
    """Who acts: the subject of the verb, or of the one above that it shares it with."""
    for _ in range(_DEPTH):
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject
        if verb.dep_ not in ("xcomp", "conj") or not verb.head.tag_.startswith(("VB", "JJ")):
            return None
        verb = verb.head
    return None


def _group(verb: Token) -> Token | None:
    """What the state is of: what the verb is done to, else who acts."""
    return next((child for child in verb.children if child.dep_ in _OBJECTS), None) or _subject(verb)


def _place(parts: list[Token], wanted: frozenset[str]) -> Token | None:
    """The noun of where: behind "from" and "out of" for what ends, behind "in", "at" and their like for what goes on."""
    preps = [child for part in parts for child in part.children if child.dep_ == "prep"]
    if wanted is _FROM:  # "out of Halden"
        preps += [inner for prep in preps if prep.lower_ == "out" for inner in prep.children if inner.lower_ == "of"]
        wanted = wanted | {"of"}
    nouns = (inner for prep in preps if prep.lower_ in wanted for inner in prep.children if inner.dep_ == "pobj")
    return next((noun for noun in nouns if noun.ent_type_ not in ("DATE", "TIME")), None)


def _span(doc: Doc, continuation: Continuation, noun: Token, tail: Token, group: Token) -> Span:
    """From the verb to the group, or from the group to the last word of the act; of a list, its later members alone."""
    first, verb = doc[noun.left_edge.i], doc[continuation.verb]
    words = [token for token in doc[first.i : noun.i + 1] if not token.is_punct]
    start, end = words[0].idx if words else noun.idx, noun.idx + len(noun)
    if noun.i != group.i:
        return Span(start, end)
    low, high = min(start, verb.idx), max(end, tail.idx + len(tail), verb.idx + len(verb))
    return Span(low, high) if high - low <= _REACH else Span(start, end)
