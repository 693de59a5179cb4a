"""Finds where somebody is from ("hails from Dell", "a native of Dell", "a Dell man by birth"), and where a firm has its seat.

A mention of the kind "where"; "was born in Dell" is found with the acts that have places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, first_subject
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.mentions.seat import SEAT, SeatReader
from factcheck.rulebook import PlaceRule, Rulebook
from factcheck.text import Span, fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

HOME = "where.home"
"""The rule of a claim: where somebody is from."""
BORN, FROM = "born", "from"
"""What is told: where somebody was born, where he, she or it comes from."""
_BEFORE_BORN = frozenset({"is", "was", "stood", "in"})
_OF = "of"
_SMALL = "city"
"""The level of places that say nothing of where a town lies."""
_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Hometown:
    """``place`` are the indices of the words of the place's name, ``holder`` that of whom it is told of (None where the parse does not
    say), ``sorts`` what is told."""

    place: tuple[int, ...]
    holder: int | None
    sorts: tuple[str, ...]


class HometownFinder:
    """Finds where somebody is from in parsed passages; passages without a parse have none."""

    kind = "where"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        self._verbs = frozenset(form for verb in words["where.from-verb"] for form in verb_forms(verb, irregular.get(verb, ())))
        self._natives = words.texts("where.native")
        self._dwellers = frozenset(words["where.dweller"])
        self._entering = {tuple(phrase.split()) for phrase in words["where.born-phrase"]}
        self._holders = frozenset(words["where.from-noun"])
        self._leading = frozenset(words["where.leading"])
        self._none = frozenset(words["where.no-place"])
        self._wide = frozenset(fold(name) for rule in rulebook.of(PlaceRule) if rule.level != _SMALL for name in rule.names)
        self._seats = SeatReader(words, self._name_behind)
        self._triggers = self._seats.triggers | frozenset(("from", "birth", "born", *_BEFORE_BORN, _OF, *self._natives))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        doc = passage.doc
        if doc is None:
            return []
        columns = columns_of(doc)
        found: list[Found] = []
        for index, word in enumerate(columns.lowers):
            for hometown in self._at(doc, index, word) if word in self._triggers else ():
                span = Span(columns.starts[hometown.place[0]], columns.starts[hometown.place[-1]] + len(columns.texts[hometown.place[-1]]))
                if all(not span.overlaps(other.span) for other in found):
                    found.append(Found(self.kind, span, HOME, hometown))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> WhereValue | None:
        """Nothing yet: what the name stands for, the article tells."""
        return WhereValue(()) if isinstance(found.reading, Hometown) else None

    def _at(self, doc: Doc, index: int, word: str) -> Iterator[Hometown]:
        token = doc[index]
        if word == "from":
            yield from self._from(token)
        elif word == _OF:
            yield from self._lives(token)
        elif word in self._natives:
            yield from self._native(token)
        elif word in self._seats.triggers:
            named, holder = self._seats.read(token)
            if named and holder is not None and holder not in named:
                yield Hometown(named, holder, (SEAT,))
        elif word == "birth" and index > 1 and doc[index - 1].lower_ == "by":
            noun = doc[index - 2]
            named = _names_before(noun)
            if named:
                yield Hometown(named, _holder(noun), (BORN, FROM))
        elif word == "born" and index > 1 and doc[index - 1].text == "-" and doc[index - 2].tag_.startswith("NNP"):
            yield Hometown((index - 2,), token.head.i, (BORN, FROM))
        elif word == "born":
            yield from self._birth(token)
        elif word in _BEFORE_BORN and index > 1:
            yield from self._born(doc, index)

    def _name_behind(self, word: Token) -> tuple[int, ...]:
        return name_behind(word, self._leading, self._none)

    def _from(self, prep: Token) -> Iterator[Hometown]:
        named = name_behind(prep, self._leading, self._none)
        if not named:
            return
        head = prep.head
        if prep.i and prep.nbor(-1).lower_ == "originally":
            holder = next((above for above in prep.ancestors if above.tag_.startswith("NN")), None)
            yield Hometown(named, holder.i if holder is not None else None, (BORN, FROM))
            return
        if head.lower_ in self._verbs and head.tag_ in ("VBZ", "VBP", "VB", "VBD"):
            past = head.tag_ == "VBD" and head.lower_ == "came"
            subject = first_subject(head)
            if not past and subject is not None:
                yield Hometown(named, subject.i, (FROM,))
            return
        aside = prep.i > 0 and prep.nbor(-1).text == ","
        known = head.lower_ in self._holders or head.ent_type_ == "PERSON"
        if known and prep.dep_ == "prep" and head.i < prep.i and (aside or prep.i - head.i == 1):
            yield Hometown(named, head.i, (FROM,))

    def _lives(self, prep: Token) -> Iterator[Hometown]:
        """ "Ada Fonn, 42, of Dell, Ohio": a person or family beside a town and what it lies in."""
        doc, head = prep.doc, prep.head
        if prep.dep_ != "prep" or head.i > prep.i or not (head.ent_type_ == "PERSON" or head.lower_ in self._holders):
            return
        named = name_behind(prep, self._leading, self._none)
        end = named[-1] + 1 if named else len(doc)
        around = [fold(" ".join(token.text for token in doc[end + 1 : stop])) for stop in range(end + 2, min(end + 5, len(doc) + 1))]
        if end < len(doc) and doc[end].text == "," and not self._wide.isdisjoint(around):
            yield Hometown(named, head.i, (FROM,))

    def _native(self, noun: Token) -> Iterator[Hometown]:
        doc, at = noun.doc, noun.i
        sorts = self._natives[noun.lower_]
        if at + 1 < len(doc) and doc[at + 1].lower_ == "of":
            named = name_behind(doc[at + 1], self._leading, self._none)
            if len(named) == 1 or (named and noun.lower_ in self._dwellers):  # "the son of Ada Fonn"
                yield Hometown(named, _holder(noun), sorts)
        elif noun.lower_ in self._dwellers and at and doc[at - 1].tag_.startswith("NNP"):
            yield Hometown((at - 1,), _holder(noun), sorts)

    def _birth(self, verb: Token) -> Iterator[Hometown]:
        """ "was born in Dell in 1950", "born to a baker in Dell"."""
        named = next(
            (
                found
                for prep in verb.subtree
                if prep.lower_ in ("in", "at", "near") and (found := name_behind(prep, self._leading, self._none))
            ),
            (),
        )
        if not named and verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
            named = _name_at(verb.head)  # "grew up in Dell, where he was born"
        if not named:
            return
        subject = first_subject(verb)
        if subject is None and verb.dep_ in ("acl", "relcl", "amod", "appos"):
            subject = verb.head
        if subject is None and verb.dep_ in ("advcl", "conj"):
            subject = first_subject(verb.head)
        if subject is not None and subject.lower_ in ("who", "which"):
            subject = verb.head
        yield Hometown(named, subject.i if subject is not None else None, (BORN,))

    def _born(self, doc: Doc, index: int) -> Iterator[Hometown]:
        """ "saw the light of day in Dell", "came into the world in Dell", "whose birthplace is Dell"."""
        before = tuple(token.lower_ for token in doc[max(0, index - 4) : index])
        if not any(before[-len(phrase) :] == phrase for phrase in self._entering):
            return
        named = name_behind(doc[index], self._leading, self._none)
        if not named:
            return
        verb = _verb_near(doc, index)
        subject = first_subject(verb) if verb is not None else None
        owner = next((child for child in subject.children if child.dep_ == "poss"), None) if subject is not None else None
        holder = owner or subject
        yield Hometown(named, holder.i if holder is not None else None, (BORN,))


def name_behind(word: Token, leading: Collection[str], none: Collection[str]) -> tuple[int, ...]:
    """The indices of the words of the name behind "from" or "of"; empty where there is none.

    Args:
        word: what stands before the name.
        leading: words of places that are passed over ("the town of").
        none: words that stand in names of no place.
    """
    doc, at = word.doc, word.i + 1
    for _ in range(_AHEAD):
        if at < len(doc) and (doc[at].lower_ in leading or (doc[at].lower_ == "of" and doc[at - 1].lower_ in leading)):
            at += 1
    start = at
    while at < len(doc) and doc[at].tag_.startswith("NNP") and doc[at].text[0].isupper() and at - start < _AHEAD:
        at += 1
    if at == start or any(token.lower_ in none for token in doc[start:at]):
        return ()
    if at < len(doc) and doc[at].lower_ == "'s" and not (at + 1 < len(doc) and doc[at + 1].tag_.startswith("NNP")):
        return ()  # "Dell's Castle Hill" lies in Dell, "Dell's club" says nothing
    return tuple(range(start, at))


def _name_at(noun: Token) -> tuple[int, ...]:
    """The words of the name that ends with a noun."""
    return (*_names_before(noun), noun.i) if noun.tag_.startswith("NNP") else ()


def _verb_near(doc: Doc, index: int) -> Token | None:
    tokens = [doc[at] for at in range(index, max(-1, index - 6), -1)]
    return next((token for token in tokens if token.tag_.startswith("VB")), None)


def _names_before(noun: Token) -> tuple[int, ...]:
    """The words of a name before a noun: "a Dell man"."""
    at = noun.i
    while at and noun.doc[at - 1].tag_.startswith("NNP") and noun.doc[at - 1].text[0].isupper():
        at -= 1
    return tuple(range(at, noun.i))


def _holder(noun: Token) -> int | None:
    """Whom a noun is said of: what it stands beside, or the subject of its verb."""
    if noun.dep_ in ("appos", "compound", "nmod", "amod"):
        return int(noun.head.i)
    if noun.dep_ in ("advcl", "npadvmod", "dep") and noun.i < noun.head.i:  # "A native of Dell, she ..."
        opened = first_subject(noun.head)
        return int(opened.i) if opened is not None else None
    verb = noun.head
    if noun.dep_ in ("attr", "oprd") or (noun.dep_ == "pobj" and noun.head.lower_ == "as"):
        verb = noun.head.head if noun.dep_ == "pobj" else verb
        subject = first_subject(verb)
        return int(subject.i) if subject is not None else None
    return int(noun.i)
