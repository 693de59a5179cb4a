"""Frames the dates of acts that no class of events covers for certain ("surgeons put it back together on Monday").

The claims of ``factcheck.claims.date`` (FC101) are compared by the one event class that their words name.  Many sentences name none, or
could mean several.  For these, a date also answers a second question, "act.on".  The ``subset`` of its frame holds every act that the words
beside the date may express, by the lists "act.verb..." and "act.noun...".  The comparer then looks for an act that two reports have in
common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.act_words import ActWords, lookup_forms
from factcheck.claims.aspectual_verbs import carried_by, part_of, plans
from factcheck.claims.date import dated_events, governors
from factcheck.claims.event_frame import EventFrame
from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import below
from factcheck.claims.participant_notes import named_slots, repeated
from factcheck.claims.patient_notes import set_apart, undergone
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import EARLIER, LAST, LATER, Note, NoteKind, bare, bare_all
from factcheck.model import SESSION, Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token

SLOT = "act.on"
_BESIDE = frozenset({*OBJECTS, *SUBJECTS, "agent", "acomp", "prt", "advmod", "neg", "xcomp", "prep", "npadvmod", "aux"})
_INSIDE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_TAKING = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_START = frozenset({"begun"})
"""What a day from which something is so dates, whatever it is; words that say that something begins date it too ("begins")."""
_BEGINS = frozenset({"begun", "begins"})
_DENIALS = frozenset({"without", "not"})
"""Words that deny no more where they make the act what it is ("left without power")."""
_ENDS = frozenset({"announced_on", "agreed_on", "reported_on"})


@dataclass(frozen=True, slots=True)
class DatedActs:
    """The acts that one word may express, found beside a date.

    ``token`` is that word and ``words`` are the words that made it express these acts.  ``role`` is "on" or "end".  ``verb`` is the verb
    that says of an act named by a noun that it took place; ``governor`` is the verb above one without a subject of its own.  Both may be
    None.
    """

    token: Token
    acts: frozenset[str]
    words: frozenset[str]
    role: str = "on"
    verb: Token | None = None
    governor: Token | None = None


def frame_act(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """One claim with all acts that a date may date.

    Yields nothing where the sentence states a deadline, an end or a phase instead, or where no act is expressed.
    """
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, DateValue) or value.bound == "until":
        return
    start, end = item.found.span.start, item.found.span.end
    told = _told_at(reader, start, end)
    classed = dated_events(reader, start, end, value)
    if any(role in _ENDS for role, _ in classed):
        return
    if told is None:
        told = next(
            (
                DatedActs(reader.doc[one.token], frozenset({one.rule.id}), frozenset())
                for role, one in classed
                if _is_single(reader, role, one)
            ),
            None,
        )
    if told is None:
        return
    acts = told.acts | {event_frame.rule.id for role, event_frame in classed if role != "end" and told.role == "on"}
    acts |= {SESSION} if acts & reader.vocabulary.listed("act.session").keys() else frozenset()
    agents, targets = reader.parts_of(told.token) if told.token.tag_.startswith("VB") else reader.parts_of_noun(told.token)
    if not agents and told.governor is not None:
        agents = reader.parts_of(told.governor)[0]
    targets |= {name for word in below(told.token) for name in reader.named_at(word)} - agents
    noun = _thing(told.token)
    tokens = (told.token, told.verb) if told.verb is not None else (told.token,)
    not_since = value.bound == "since" and any(child.dep_ == "neg" or child.lower_ == "nobody" for child in told.token.children)
    not_looked_at = {LAST} if not_since else set[Note]()  # "nobody has looked at it since 16 October"
    yield Answer(
        SLOT,
        Frame(
            event=f"act:{min(told.acts)}",
            predicate=told.token.text,
            role="by" if value.bound == "by" and told.role == "on" else told.role,
            agents=agents,
            targets=targets - agents,
            others=around.named_around(item),
            thing=noun,
            subset=bare_all(acts) | _may_mean(reader, item, told, around) | named_slots(reader, *tokens) | undergone(reader, *tokens),
            markers=_markers(reader, told) | set_apart(reader, told.token) | not_looked_at,
            lead=around.is_lead(item),
        ),
        value=DateValue(value.earliest, value.latest, value.open_year, "on", value.approximate),
        affirmed=not_since or not told.words.isdisjoint(_DENIALS),
    )


def _is_single(reader: EventFrameReader, role: str, told: EventFrame) -> bool:
    """Whether an event is of a class of which stories mostly tell one, on the day when it happened or began."""
    lists = ("time.moment", "event.single", "event.unique")
    return role in ("on", "start") and any(told.rule.id in reader.vocabulary.listed(name) for name in lists)


def _may_mean(reader: EventFrameReader, item: Resolved, told: DatedActs, around: FramingContext) -> frozenset[Note]:
    """Whom and what a pronoun or a definite noun that takes part may mean: all that is named before it, here and in the passage before."""
    parts = [child for child in told.token.children if child.dep_ in _TAKING]
    parts += [child for child in subjects_of(told.token) if told.token.tag_.startswith("VB") and child not in parts]
    pointing = [part for part in parts if part.tag_ in ("PRP", "DT") or reader.vocabulary.is_pointed(part)]
    if not pointing:
        return frozenset()
    here = around.participants.of(item.passage)
    before = around.participants.of(item.passage - 1) if item.passage else []
    last = max(part.idx for part in pointing)
    return frozenset(NoteKind.POSSIBLE_NAME.of(found.id) for found in (*before, *here) if found in before or found.span.end <= last)


def _told_at(reader: EventFrameReader, start: int, end: int) -> DatedActs | None:
    """The acts of the governors of a date, with the words of the first that tells any; None where none does."""
    for root in _roots(reader, start, end):
        above = (*_named_day(reader, root), *governors(reader, root))
        every = [_acts_of(reader, token) or _acts_above(reader, token) or _acts_below(reader, token, root) for token in above]
        found = [told for told in every if told is not None]
        starts = _is_start(reader.vocabulary, root)
        if found:
            acts = frozenset().union(*(told.acts for told in found if told.role == found[0].role))
            begins = _BEGINS if acts & reader.vocabulary.listed("act.begins").keys() else frozenset()
            return replace(found[0], acts=acts | (_START if starts else begins) if found[0].role == "on" else acts)
        verb = next((token for token in above if token.tag_.startswith("VB")), None)
        if starts and verb is not None:
            return DatedActs(verb, _START, frozenset())
    return None


def acts_at(reader: EventFrameReader, token: Token) -> frozenset[str]:
    """The acts that a verb or noun may express by itself, without those that it says to end; empty where there are none."""
    told = _acts_of(reader, token)
    return told.acts if told is not None and told.role == "on" else frozenset()


def _is_start(words: Vocabulary, root: Token) -> bool:
    """Whether a date is where something begins: "from 7 September", "since Monday", "as of 1 May", and no end is told."""
    prep = root.head if root.dep_ == "pobj" else None
    if prep is None or (prep.lower_ not in ("from", "since") and (prep.lower_ != "of" or prep.head.lower_ != "as")):
        return False
    after = root.doc[root.right_edge.i + 1 : root.right_edge.i + 2]
    return not any(word.lower_ in words.listed("date.end-word") for word in after)


def _under(governor: Token, told: DatedActs | None) -> DatedActs | None:
    return None if told is None else replace(told, governor=governor)


def _roots(reader: EventFrameReader, start: int, end: int) -> list[Token]:
    """The tokens of a date whose heads lie outside it, those behind a preposition first: a parse may tear "Tuesday, 12 May" apart."""
    span = reader.doc.char_span(start, end, alignment_mode="expand")
    tokens = [token for token in span if token.head.i == token.i or not span.start <= token.head.i < span.end] if span is not None else []
    return sorted(tokens, key=lambda token: (token.dep_ != "pobj", token.i))


def _acts_above(reader: EventFrameReader, noun: Token) -> DatedActs | None:
    """The acts of the verb or noun that a noun depends on which tells none by itself: "opened to traffic on Saturday"."""
    if not noun.tag_.startswith("NN"):
        return None
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if above.tag_.startswith("NN"):
        return _acts_of(reader, above) if noun.dep_ == "pobj" else None  # "the explosion at the mill on Sunday"
    return _acts_of(reader, above) if above.tag_.startswith("VB") and noun.dep_ in ("pobj", "dobj") else None


def _acts_below(reader: EventFrameReader, verb: Token, root: Token) -> DatedActs | None:
    """The acts of a verb below one that tells none ("became the youngest to cross it"), or of the subject right before the date ("his
    appearance on Tuesday lasted")."""
    if not verb.tag_.startswith("VB"):
        return None
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB":
            return _under(verb, _acts_of(reader, child))
        if child.dep_ == "attr":
            inner = next((word for word in child.children if word.dep_ == "relcl" and word.tag_ == "VB"), None)
            return None if inner is None else _under(verb, _acts_of(reader, inner))
        if child.dep_ in SUBJECTS and child.i < root.i < verb.i:
            found = reader.vocabulary.acts.of_noun(child.lower_, words_inside(child))
            return DatedActs(child, *found) if found is not None else None
    return None


def _named_day(reader: EventFrameReader, root: Token) -> Iterator[Token]:
    """What a day is named as the day of: "records name July as the month of its last test", "the date of the hearing is 9 May"."""
    head = root.head
    if root.dep_ not in ("dobj", "nsubj", "attr", "npadvmod"):
        return
    nouns = [child for child in head.children if child.dep_ in ("attr", "nsubj", "oprd") and child.i != root.i]
    nouns += [noun for child in (*head.children, *root.children) if child.lower_ == "as" for noun in child.children]
    for noun in nouns:
        if noun.lower_ in reader.vocabulary.listed("act.dated"):
            yield from (inner for child in noun.children if child.lower_ == "of" for inner in child.children)


def _acts_of(reader: EventFrameReader, token: Token) -> DatedActs | None:
    words: ActWords = reader.vocabulary.acts
    if token.tag_.startswith("VB"):
        moments = reader.vocabulary.listed("time.moment").keys()
        part = part_of(reader.vocabulary, token)
        own = words.of_verb(token.lower_, words_beside(token))
        held = words.holds(token.lower_, words_beside(token))
        if part is not None or held or plans(reader.vocabulary, token):
            for noun in _carried(reader, token, back=own is None):
                found = (
                    words.of_verb(noun.lower_, words_beside(noun))
                    if noun.tag_.startswith("VB")
                    else words.of_noun(noun.lower_, words_inside(noun))
                )
                if found is not None:
                    more = own[0] if held and own is not None else frozenset[str]()
                    spent = own[1] | found[1] if held and own is not None else found[1]
                    end = part == "end" and not found[0] & reader.vocabulary.listed("act.done").keys()
                    return DatedActs(noun, found[0] | more, spent, "end" if end else "on", token)
        if part == "end":
            return None
        cause = [
            found
            for noun in subjects_of(token)
            for found in [words.of_noun(noun.lower_, words_inside(noun))]
            if found and found[0] & moments
        ]
        if own is None:
            return DatedActs(token, cause[0][0] & moments, cause[0][1]) if cause else None
        return DatedActs(token, own[0].union(*(found[0] & moments for found in cause)), own[1])
    if token.tag_ in ("NN", "NNS", "NNP", "VBG"):
        found = words.of_noun(token.lower_, words_inside(token))
        return DatedActs(token, *found) if found is not None else None
    return None


def _carried(reader: EventFrameReader, verb: Token, *, back: bool) -> Iterator[Token]:
    """The nouns whose act a verb says to begin, to end, to be held or planned; a pronoun gives the noun that it points back to, or, with
    ``back``, the verb of the sentence before."""
    for noun in (*carried_by(verb), *subjects_of(verb), *([verb.head] if verb.dep_ == "acl" else ())):
        if noun.tag_ in ("PRP", "DT"):
            meant = reader.antecedent(noun)
            if meant is not None and reader.vocabulary.acts.of_noun(meant[1].lower_, words_inside(meant[1])) is not None:
                yield meant[1]
            elif back and noun.lower_ in reader.vocabulary.listed("pronoun.thing") and noun.sent.start > 0:
                yield noun.doc[noun.sent.start - 1].sent.root  # "He tore a ligament. It happened on Monday."
        elif noun.tag_.startswith("NN"):
            yield noun
            yield from _of(noun)


def subjects_of(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one it shares them with ("is now to be held", "met and signed")."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own or verb.dep_ not in ("xcomp", "conj") or not verb.head.tag_.startswith("VB"):
        return own
    return [child for child in verb.head.children if child.dep_ in SUBJECTS]


def _of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def words_beside(verb: Token) -> frozenset[str]:
    """The words by which an act of a verb is known: what it governs, as they stand and in their base forms."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in _BESIDE and not _is_time(child) and not (child.dep_ == "prep" and any(map(_is_time, child.children))):
            found |= _forms(child)
    if verb.dep_ in ("acl", "relcl"):
        found |= _forms(verb.head)
    for subject in subjects_of(verb):
        found |= _forms(subject)
    return frozenset(found)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _forms(token: Token) -> set[str]:
    found = set(lookup_forms(token.text))
    for child in token.children:
        if token.dep_ in ("prep", "agent"):
            if child.dep_ in ("pobj", "pcomp", "prep") and not _is_time(child):
                found |= _forms(child)
        elif child.dep_ in _INSIDE:
            found |= lookup_forms(child.text)
        elif child.dep_ == "prep" and child.lower_ == "of":
            found |= {form for inner in child.children for form in lookup_forms(inner.text)}
    return found


def words_inside(noun: Token) -> frozenset[str]:
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


def _wholes(noun: Token) -> list[Token]:
    """The noun that a noun stands behind with "of": "the run-off of the election"."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return [of.head] if of is not None and of.head.tag_.startswith("NN") else []


def _markers(reader: EventFrameReader, told: DatedActs) -> frozenset[Note]:
    """What singles out one of several such acts, beside the word and the nouns it governs ("the second jab", "the eastern tube"), but for
    words that made it the act it is ("first light")."""
    nouns = [child for child in told.token.children if child.dep_ in (*OBJECTS, *SUBJECTS)]
    nouns += _wholes(told.token)
    listed, found = reader.vocabulary.listed("marker.instance"), set(repeated(reader, told.token))
    found |= {bare(noun.lower_.replace("-", "")) for noun in nouns if noun.lower_.replace("-", "") in reader.vocabulary.listed("act.stage")}
    for token in (told.token, *nouns, *(inner for noun in nouns for inner in _of(noun))):
        own = reader.markers(token)
        if token.tag_.startswith("NN") and (token.i == told.token.i or reader.rule_at(token) is not None) and _is_last(token):
            own = own - {EARLIER, LATER} | {LAST}  # the day of "its last inspection", beside "was last inspected"
        spent = {bare(str(listed[child.lower_])) for child in token.children if child.lower_ in told.words & listed.keys()}
        found |= own - spent
    return frozenset(found)


def _is_last(noun: Token) -> bool:
    """Whether a noun tells the one nearest to the article's day: "its last inspection", "the most recent test"."""
    most = (child for child in noun.children if child.lower_ == "recent" and any(inner.lower_ == "most" for inner in child.children))
    return any(child.lower_ in ("last", "latest") for child in noun.children) or any(True for _ in most)
