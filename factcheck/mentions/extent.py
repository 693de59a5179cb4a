"""Finds how far an act reached: all of a whole ("the entire village was cleared"), or one part alone ("only the streets above the church").

Shares of a counted whole are read by ``factcheck.mentions.scope``; here whole and part may go by different nouns.  A span covers the word
of extent and the noun behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import Columns, columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, noun_forms, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality_cues import ACHIEVING, FORCED, negations_of
from factcheck.nouns import singular
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

REACHED = "reached"
"""The role of the frame of an extent."""
REACHED_ALL, REACHED_ONLY = "scope.reached-all", "scope.reached-only"
"""The rules of a claim: an act that reached a whole, one that reached a part and no more."""
_INSIDE = frozenset({"amod", "compound", "nmod", "poss", "det", "predet", "nummod", "quantmod", "advmod"})
_BEHIND = frozenset({"prt", "acomp", "oprd", "advmod", "prep", "dobj", "xcomp"})
_PLACES = frozenset({"prep", "agent"})
_TIMES = frozenset({"DATE", "TIME"})
_ENDS = frozenset({",", ".", ":", "CC", "-RRB-"})
_DONE = frozenset({ACHIEVING, FORCED})
_REACH = 60
"""Longest span, in code points; of longer phrases the noun alone is shown."""
_STEPS = 8
"""Words between a noun and the verb that says what became of it."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an act reached; token indices in the passage's parse.

    ``verb`` says what was done, ``act`` is the act of the list "extent.act"; ``nouns`` are the head of the whole or part and the nouns that
    it is told of ("the canteens of all schools"), nearest first.
    """

    verb: int
    act: str
    nouns: tuple[int, ...]


class ExtentFinder:
    """Finds extents in parsed passages; passages without a parse have none."""

    kind = "scope"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words, irregular = rulebook.words(), irregular_verbs(rulebook)
        self._acts: dict[tuple[str, str], str] = {}
        for entry, act in words.text("extent.act").items():
            verb, _, particle = entry.partition(" ")
            for form in verb_forms(verb, irregular.get(verb, ())):
                self._acts[form, particle] = act
        self._nouns = {form: act for noun, act in words.text("extent.noun").items() for form in noun_forms(noun)}
        self._spared: dict[tuple[str, str], str] = {}
        for entry, act in words.text("extent.act-not").items():
            verb, _, particle = entry.partition(" ")
            for form in verb_forms(verb, irregular.get(verb, ())):
                self._spared[form, particle] = act
        self._may_spare = frozenset(form for form, _ in (*self._acts, *self._spared))
        self._piece = frozenset((*words["extent.part"], *words["extent.land-part"]))
        self._none_other, self._other = frozenset(words["extent.none-other"]), frozenset(words["extent.other"])
        self._all, self._only = frozenset(words["extent.all"]), frozenset(words["extent.only"])
        self._bounded, self._parts = frozenset(words["extent.bounded"]), frozenset(words["extent.land-part"])
        self._nearly, self._not_wholes = frozenset(words["extent.nearly"]), frozenset(words["scope.not-whole"])
        self._control, self._unsure = words.text("deed.control"), frozenset(words["extent.unsure"])
        self._words = self._all | self._only | self._bounded

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        columns = columns_of(doc)
        found: list[Found] = []
        for index, word in enumerate(columns.lowers):
            told = self._told(columns, doc[index])
            span = _span(doc, index, told) if told is not None else None
            if told is not None and span is not None and all(not span.overlaps(other.span) for other in found):
                found.append(Found(self.kind, span, REACHED_ALL if word in self._all else REACHED_ONLY, told))
        return sorted(found, key=lambda item: item.span)

    def _told(self, columns: Columns, word: Token) -> Extent | None:
        """What a word tells of how far an act reached, by itself or with what stands around it."""
        if word.lower_ in self._bounded:
            return self._bound(word)
        if word.lower_ in self._words:
            return self._reached(columns, word)
        if word.lower_ in self._none_other:
            return self._and_no_other(columns, word)
        return self._spares(word) if word.lower_ in self._may_spare and word.tag_.startswith("VB") else None

    def resolve(self, found: Found, context: Context) -> ScopeValue | None:
        """All, or only some."""
        if not isinstance(found.reading, Extent):
            return None
        return ScopeValue.of("all" if found.rule == REACHED_ALL else "only-some")

    def _reached(self, columns: Columns, word: Token) -> Extent | None:
        """What the verb above the phrase that a word of extent opens says of it."""
        before = word.doc[word.i - 1] if word.i else None
        if before is not None and (before.lower_ in self._nearly or (word.lower_ in self._only and before.dep_ in ("det", "poss"))):
            return None  # "nearly all", "the only bridge"
        noun = _phrase_before(columns, word) if word.lower_ in self._only else None
        noun = noun or _phrase_behind(columns, word)
        if noun is None or singular(noun.lower_) in self._not_wholes:
            return None
        if noun.ent_type_ in _TIMES and singular(noun.lower_) not in self._parts:  # "the lower quarter" of a town is no time
            return None
        nouns = [noun]
        above = noun
        for _ in range(_STEPS):
            if above.head.i == above.i or above.tag_.startswith("VB"):
                break
            above = above.head
            if above.tag_.startswith("NN"):
                nouns.append(above)
        act, above = self._act_of(above) if above.tag_.startswith("VB") else ("", above)
        if not act:
            return None
        if word.lower_ in self._only and noun.dep_ == "pobj":
            nouns += [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass") and child.tag_.startswith("NN")]
        nouns += [inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.tag_.startswith("NN")]
        return Extent(above.i, act, tuple(dict.fromkeys(token.i for token in nouns)))

    def _and_no_other(self, columns: Columns, word: Token) -> Extent | None:
        """The part beside which there was nothing: "the ban covers the old town and nothing else"."""
        if columns.lowers[word.i - 1 : word.i] != ["and"] or not self._other & {*columns.lowers[word.i + 1 : word.i + 2]}:
            return None
        noun = next((token for token in reversed(word.doc[: word.i - 1]) if token.tag_.startswith("NN")), None)
        while noun is not None and noun.dep_ in _INSIDE and noun.head.i > noun.i:
            noun = noun.head
        while noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "the old quarter of Dell"
            noun = noun.head.head
        above = noun.head if noun is not None else None
        if noun is None or above is None:
            return None
        above = above.head if noun.dep_ == "pobj" and above.head.i != above.i else above
        act, above = self._act_of(above) if above.tag_.startswith("VB") else ("", above)
        return Extent(above.i, act, (noun.i,)) if act else None

    def _spares(self, verb: Token) -> Extent | None:
        """The part that an act did not reach: "the eastern half of the works ran on", "the upper hall was not cleared"."""
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.tag_ not in ("NN", "NNS") or singular(subject.lower_) not in self._piece:
            return None
        if any(child.tag_ == "MD" or (child.dep_ == "det" and child.lower_ == "no") for child in (*verb.children, *subject.children)):
            return None
        behind = [child.lower_ for child in verb.children if child.dep_ in _BEHIND]
        forms = self._acts if negations_of(verb) else self._spared
        act = next((forms[verb.lower_, word] for word in (*behind, "") if (verb.lower_, word) in forms), "")
        inner = [noun for child in subject.children if child.lower_ == "of" for noun in child.children if noun.tag_.startswith("NN")]
        return Extent(verb.i, act, (subject.i, *(noun.i for noun in inner))) if act else None

    def _bound(self, verb: Token) -> Extent | None:
        """What a noun of an act is said to be confined to: "the strike is limited to the container terminal"."""
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        act = self._nouns.get(subject.lower_, "") if subject is not None else ""
        if not act or negations_of(verb):
            return None
        preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "to")
        noun = next((inner for prep in preps for inner in prep.children if inner.tag_.startswith("NN")), None)
        return Extent(verb.i, act, (noun.i,)) if noun is not None else None

    def _act_of(self, verb: Token) -> tuple[str, Token]:
        """The act that a verb, or the one that it only carries ("had to be cleared"), tells as done, with that verb; "" for none."""
        inner = next((child for child in verb.children if child.dep_ == "xcomp" and self._control.get(verb.lower_) in _DONE), None)
        if negations_of(verb) or any(child.tag_ == "MD" and child.lower_ in self._unsure for child in verb.children):
            return "", verb
        told = verb if inner is None else inner
        behind = (child.lower_ for child in told.children if child.dep_ in _BEHIND)
        act = next((self._acts[told.lower_, word] for word in (*behind, "") if (told.lower_, word) in self._acts), "")
        return act, told


def _phrase_before(columns: Columns, word: Token) -> Token | None:
    """The noun that "only" stands right behind, where nothing follows that it could limit: "applies to new contracts only"."""
    last = word.i + 1 == len(columns.lowers) or columns.tags[word.i + 1] in _ENDS
    return word.doc[word.i - 1] if last and word.i and columns.tags[word.i - 1] in ("NN", "NNS") else None


def _phrase_behind(columns: Columns, word: Token) -> Token | None:
    """The head of the noun phrase that a word of extent stands in or before: "only in the two harbours", "the whole of the plant"."""
    if word.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and word.tag_.startswith("NN"):  # "the whole of the plant"
        inner = (noun for child in word.children if child.lower_ == "of" for noun in child.children)
        return next((noun for noun in inner if noun.tag_.startswith("NN")), None)
    place = word.i + 1
    while place < len(columns.lowers) and columns.deps[place] in _PLACES:
        place += 1
    if place >= len(columns.lowers):
        return None
    token = word.doc[place]
    while token.dep_ in _INSIDE and token.head.i > token.i and not token.head.tag_.startswith("VB"):
        token = token.head
    if token.tag_ == "CD":  # "all 14 of its schools"
        inner = (noun for child in token.children if child.lower_ == "of" for noun in child.children)
        token = next((noun for noun in inner if noun.tag_.startswith("NN")), token)
    return token if token.tag_ in ("NN", "NNS", "NNP", "NNPS") and token.i > word.i else None


def _span(doc: Doc, word: int, told: Extent) -> Span:
    first, last = min(word, told.nouns[0]), max(word, told.nouns[0])
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    noun = doc[told.nouns[0]]
    return Span(start, end) if end - start <= _REACH else Span(noun.idx, noun.idx + len(noun))
