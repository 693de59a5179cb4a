"""Which acts a date dates, by words that need name no class of events for certain: the acts that its verb or noun may tell.

A claim of class FC101 is compared by the one class of its event; a paper that writes "surgeons put it back together on Monday" names none.
Here a date answers a second question, "act.on": its frame's ``subset`` holds every act that the words beside the date may tell, after the
lists "act.verb..." and "act.noun...", and which of them two reports both tell is for the comparer to find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.actwords import ActWords, lookup_forms
from factcheck.claims.dates import dated_happenings, governors, span_root
from factcheck.claims.happenings import OBJECTS, SUBJECTS, HappeningReader
from factcheck.claims.phases import carried_by, part_of, plans
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from spacy.tokens import Token

SLOT = "act.on"
_BOUNDS = frozenset({"on", "since"})
_BESIDE = frozenset({*OBJECTS, *SUBJECTS, "agent", "acomp", "prt", "advmod", "neg", "xcomp", "prep", "npadvmod", "aux"})
_INSIDE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_DATED = frozenset({"day", "date", "month", "year", "time", "night", "evening", "morning"})
_ENDS = frozenset({"announced_on", "agreed_on", "reported_on"})


@dataclass(frozen=True, slots=True)
class Told:
    """Acts that one word tells: ``token`` is the word, ``words`` those that made it so, ``role`` "on" or "end"."""

    token: Token
    acts: frozenset[str]
    words: frozenset[str]
    role: str = "on"


def frame_act(item: Resolved, around: Surroundings) -> Iterator[Answer]:
    """The acts that a date may date, in one claim; none where a deadline, an end or a phase is told, or no act is."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, DateValue) or value.bound not in _BOUNDS:
        return
    start, end = item.found.span.start, item.found.span.end
    told = _told_at(reader, start, end)
    classed = dated_happenings(reader, start, end, value)
    if any(role in _ENDS for role, _ in classed):
        return
    if told is None:
        return
    acts = told.acts | {happening.rule.id for role, happening in classed if role != "end" and told.role == "on"}
    agents, targets = reader.parts_of(told.token) if told.token.tag_.startswith("VB") else reader.parts_of_noun(told.token)
    noun = _thing(told.token)
    yield Answer(
        SLOT,
        Frame(
            event=f"act:{min(told.acts)}",
            predicate=told.token.text,
            role=told.role,
            agents=agents,
            targets=targets - agents,
            others=around.named_around(item),
            thing=noun,
            subset=acts,
            markers=_markers(reader, told),
            lead=around.is_lead(item),
        ),
        value=DateValue(value.earliest, value.latest, value.open_year, "on", value.approximate),
    )


def _told_at(reader: HappeningReader, start: int, end: int) -> Told | None:
    """The acts of the first governor of a date that tells any; None where none does."""
    root = span_root(reader.doc, start, end)
    if root is None:
        return None
    for governor in (*governors(reader, root), *_named_day(root)):
        found = _acts_of(reader, governor)
        if found is not None:
            return found
    return None


def _named_day(root: Token) -> Iterator[Token]:
    """What a day is named as the day of: "records name July as the month of its last test", "the date of the hearing is 9 May"."""
    head = root.head
    if root.dep_ not in ("dobj", "nsubj", "attr") or not head.tag_.startswith("VB"):
        return
    nouns = [child for child in head.children if child.dep_ in ("attr", "nsubj", "oprd") and child.i != root.i]
    nouns += [noun for child in (*head.children, *root.children) if child.lower_ == "as" for noun in child.children]
    for noun in nouns:
        if noun.lower_ in _DATED:
            yield from (inner for child in noun.children if child.lower_ == "of" for inner in child.children)


def _acts_of(reader: HappeningReader, token: Token) -> Told | None:
    words: ActWords = reader.vocabulary.acts
    if token.tag_.startswith("VB"):
        part = part_of(reader.vocabulary, token)
        own = words.of_verb(token.lower_, _beside(token))
        if part is not None or words.holds(token.lower_, _beside(token)) or plans(reader.vocabulary, token):
            for noun in _carried(reader, token):
                found = words.of_noun(noun.lower_, _inside(noun))
                if found is not None:
                    return Told(noun, *found, "end" if part == "end" else "on")
        if own is None or part == "end":
            return None
        return Told(token, *own)
    if token.tag_ in ("NN", "NNS", "NNP", "VBG"):
        found = words.of_noun(token.lower_, _inside(token))
        return Told(token, *found) if found is not None else None
    return None


def _carried(reader: HappeningReader, verb: Token) -> Iterator[Token]:
    """The nouns whose act a verb says to begin, to end, to be held or planned; a pronoun gives what it points back to."""
    for noun in (*carried_by(verb), *(child for child in verb.children if child.dep_ in SUBJECTS)):
        if noun.tag_ == "PRP":
            back = reader.antecedent(noun)
            if back is not None:
                yield back[1]
        elif noun.tag_.startswith("NN"):
            yield noun
            yield from _of(noun)


def _of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _beside(verb: Token) -> frozenset[str]:
    """The words by which an act of a verb is known: what it governs, as they stand and in their base forms."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in _BESIDE and child.ent_type_ not in ("DATE", "TIME"):
            found |= _forms(child)
    if verb.dep_ in ("acl", "relcl"):
        found |= _forms(verb.head)
    if verb.dep_ == "conj" and verb.head.tag_.startswith("VB"):
        for child in verb.head.children:
            found |= _forms(child) if child.dep_ in SUBJECTS else set()
    return frozenset(found)


def _forms(token: Token) -> set[str]:
    found = set(lookup_forms(token.text))
    for child in token.children:
        if token.dep_ in ("prep", "agent"):
            if child.dep_ in ("pobj", "pcomp", "prep") and child.ent_type_ not in ("DATE", "TIME"):
                found |= _forms(child)
        elif child.dep_ in _INSIDE:
            found |= lookup_forms(child.text)
        elif child.dep_ == "prep" and child.lower_ == "of":
            found |= {form for inner in child.children for form in lookup_forms(inner.text)}
    return found


def _inside(noun: Token) -> frozenset[str]:
    """The words by which an act of a noun is known: its adjectives, compounds, and what stands behind "of" and the like."""
    found = set[str]()
    for child in noun.children:
        if child.dep_ in _INSIDE:
            found |= lookup_forms(child.text)
        elif child.dep_ == "prep":
            found |= {form for inner in child.children for form in (*lookup_forms(inner.text), *_modifiers(inner))}
    return frozenset(found)


def _modifiers(noun: Token) -> Iterator[str]:
    for child in noun.children:
        if child.dep_ in _INSIDE:
            yield from lookup_forms(child.text)


def _thing(token: Token) -> str | None:
    """The noun acted on, of a verb; of a noun what stands behind "of"; None where none is told, or more than one."""
    if token.tag_.startswith("VB"):
        nouns = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
        nouns = nouns or [child for child in token.children if child.dep_ == "nsubj"]
    else:
        nouns = list(_of(token))
    return fold(nouns[0].text) if len(nouns) == 1 and nouns[0].tag_ in ("NN", "NNS") else None


def _markers(reader: HappeningReader, told: Told) -> frozenset[str]:
    """What singles out one of several such acts, beside the word and the nouns it governs ("the second jab", "the eastern tube"), but for
    words that made it the act it is ("first light")."""
    nouns = [child for child in told.token.children if child.dep_ in (*OBJECTS, *SUBJECTS)]
    found: set[str] = set()
    for token in (told.token, *nouns, *(inner for noun in nouns for inner in _of(noun))):
        found |= reader.markers(token)
        found |= _parts(token, reader.vocabulary.listed("marker.side"))
    return frozenset(mark for mark in found if mark not in told.words)


def _parts(token: Token, listed: Collection[str]) -> set[str]:
    own = {token.lower_} if token.tag_.startswith("NN") and token.lower_ in listed else set()
    return own | {child.lower_ for child in token.children if child.lower_ in listed}
