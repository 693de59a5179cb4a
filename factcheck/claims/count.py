"""Which question a count answers: what is counted, in which event and role, of whom, and which part of the whole.

Roles: "acted_on" (killed 84, 84 people were hurt), "acting" (84 people protested), "present" (there were, carried, with).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.age_of_thing import frame_oldness
from factcheck.claims.contrasts import beside_the_dead
from factcheck.claims.counted_acts import Composition, act_of_noun, composition, governing_act
from factcheck.claims.counted_notes import (
    are_perpetrators,
    at_first,
    being,
    beside_named,
    in_several,
    is_selection,
    of_one_place,
    origin,
    partitive,
    raising,
    recalled,
    room_for,
    secondary,
    slight_alone,
)
from factcheck.claims.date import span_root
from factcheck.claims.event_date import own_time
from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.holding import frame_holding, owner_of
from factcheck.claims.offenders import without_offenders
from factcheck.claims.offspring import frame_offspring
from factcheck.claims.patient_outcome import lives_lost, patient_outcome_of
from factcheck.frame_notes import BOTH, FURTHER, OUT_OF_WHOLE, PART_OF_WHOLE, SELECTED, Note, NoteKind, bare, bare_all
from factcheck.mentions.count import PARENT, CountReading
from factcheck.mentions.figures import FigureReading
from factcheck.model import PERPETRATING, PRESENCE, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token


@dataclass(frozen=True, slots=True)
class QuantityFrame:
    """What was found around a quantity; the fields are those of ``factcheck.model.Frame``."""

    event: str | None
    predicate: str
    role: str
    agents: frozenset[str]
    targets: frozenset[str]
    others: frozenset[str]
    thing: str
    subset: frozenset[Note]
    markers: frozenset[Note]


def frame_count(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a count answers: how many of what, in which event and role."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is not None and isinstance(reading, FigureReading):
        yield from frame_oldness(item, around, reader, reading)
    if reader is None or not isinstance(reading, CountReading):
        return
    if is_selection(item, reader):
        return
    offspring = list(frame_offspring(item, around, reader, reading))
    yield from offspring
    yield from frame_holding(item, around, reader, reading)
    found = count_frame(reader, item.found.span.start, item.found.span.end, reading) if item.found.rule != PARENT else None
    if found is not None and not (offspring and found.event not in reader.vocabulary.listed("count.toll")):
        if found.event == "injury":
            found = replace(found, subset=slight_alone(reader, found.subset, (passage.text for passage in around.document.passages)))
        fate = _fate(reader, item.found.span.start, item.found.span.end, reading, found)
        both = without_offenders(item.mention.value, found.event, around, reader.vocabulary)
        yield replace(_answer(item, around, found, f"{found.thing}.{found.event or 'present'}.{found.role}", fate), value=both)


def _fate(reader: EventFrameReader, start: int, end: int, reading: CountReading, found: QuantityFrame) -> str | None:
    """What became of the counted; a casualty word right beside the number tells it before anything else."""
    number = span_root(reader.doc, start, end)
    if number is None:
        return None
    beside = reader.state(reading.state)
    told = None if beside is not None else patient_outcome_of(reader, number, _counted(number, reading.of), found.thing)
    state = beside or (reader.state(found.predicate) if found.role == "acted_on" else None)
    words = reader.vocabulary
    if (
        (told is None or told in words.listed("fate.weak"))
        and state is None
        and found.role != "acted_on"
        and are_perpetrators(found.thing, found.subset, words)
    ):
        return PERPETRATING
    event = (
        state.id
        if state is not None
        else found.event
        if found.role == "acted_on" and found.event in words.listed("event.suffered")
        else None
    )
    return words.group("fate.class").get(event) if told is None and event is not None else told


def _answer(item: Resolved, around: FramingContext, found: QuantityFrame, slot: str, fate: str | None) -> Answer:
    frame = Frame(
        event=found.event,
        predicate=found.predicate,
        role=found.role,
        agents=found.agents,
        targets=found.targets,
        others=found.others,
        thing=found.thing,
        subset=found.subset,
        markers=found.markers,
        time=own_time(item, around),
        lead=around.is_lead(item),
        fate=fate,
    )
    return Answer(slot, frame)


_WHOLE = frozenset({"definite", "all"})
"""Subset labels that narrow nothing: "the four villages" are the four."""
_PART = frozenset({PART_OF_WHOLE, OUT_OF_WHOLE})
"""Subset labels of those who are taken out of a whole."""


def count_frame(reader: EventFrameReader, start: int, end: int, reading: CountReading) -> QuantityFrame | None:
    """The frame of a count whose number stands at these characters; None when nothing says what is counted.

    ``markers`` hold what makes it a part of something ("other", "further", "of twelve"), ``subset`` the adjectives that narrow it.
    """
    number = span_root(reader.doc, start, end)
    if number is None:
        return None
    noun = _counted(number, reading.of)
    words = reader.vocabulary
    people = reading.of in words.listed("count.person") or (not reading.of and noun.i == number.i)
    thing = "person" if people else reading.of or fold(noun.text)
    modifiers = _modifiers(reader, number, noun, reading)
    more = modifiers & words.listed("count.additional").keys()
    subset = bare_all(modifiers - more)
    parts = _parts(reader, number, noun, reading, further=bool(more))
    chosen = _chosen(reader, number, noun, parts)
    if chosen is not None:
        parts, subset = chosen, subset | {SELECTED}
        thing = _antecedent(reader, number) or thing
    others = _participants_around(reader, noun)
    made = composition(reader, number, noun)
    if made is not None:
        return _part_frame(made, number, others)
    body = _body(noun) if thing == "member" else ""
    if body in words.listed("noun.body"):  # 20 crew members are a crew of 20
        thing, subset, parts = body, subset - {bare(body)}, parts - {NoteKind.OF_WORD.of(body)}
    casualty = str(words.listed("count.casualty-noun").get(thing, ""))
    thing = thing if not casualty else "person"
    word = reading.state or _state_behind(reader, noun) or lives_lost(reader, noun) or casualty
    state = reader.state(word)
    if state is not None:
        parts, subset = beside_the_dead(reader, noun, state.id, parts, subset)
        return QuantityFrame(state.id, word, "acted_on", frozenset(), frozenset(), others, thing, subset, parts)
    parts |= being(reader, noun) | at_first(reader, noun)
    owner = _populated(reader, noun, reading)
    if owner:
        return QuantityFrame("population", "population", "of", owner, frozenset(), others, "person", frozenset(), frozenset())
    governed = governing_act(reader, number if chosen is not None else noun)
    if governed is None or governed[1] is None:
        parts |= of_one_place(noun)
    named = act_of_noun(reader, noun) if governed is None else ""
    if named:
        parts, subset = beside_the_dead(reader, noun, named, parts, subset)
        return QuantityFrame(named, fold(noun.head.head.text), "acted_on", frozenset(), frozenset(), others, thing, subset, parts)
    if governed is None:
        event = PRESENCE if not parts and _were_there(reader, noun) else None
        return QuantityFrame(event, "", "present", frozenset(), owner_of(reader, noun), others, thing, subset, parts)
    role, told, verb = governed
    if told is None:
        parts |= {PART_OF_WHOLE} if verb in words.listed("count.left-verb") else set()
        return QuantityFrame(f"verb:{verb}", verb, role, frozenset(), frozenset(), others, thing, subset, parts)
    own = {f"noun:{fold(noun.text)}"}  # the counted themselves are no participants that tell two events apart
    agents, targets, event = told.agents - own, told.targets - own, told.rule.broader or told.rule.id
    parts, subset = beside_the_dead(reader, noun, event, parts, subset)
    return QuantityFrame(event, told.predicate, role, agents, targets, others, thing, subset, parts | told.markers)


def _parts(reader: EventFrameReader, number: Token, noun: Token, reading: CountReading, *, further: bool) -> frozenset[Note]:
    """What makes the counted a part of something, or those of another happening."""
    parts = bare_all(reading.subset - _WHOLE) | partitive(noun) | partitive(number) | origin(max(noun.i, number.i), reader)
    parts |= {FURTHER} if further else set()
    parts |= {BOTH} if number.lower_ == "both" else set()
    parts |= secondary(reader, noun) | recalled(reader, noun) | raising(reader, noun) | room_for(reader, noun) | beside_named(noun)
    return parts | in_several(reader, noun)


def _part_frame(made: Composition, number: Token, others: frozenset[str]) -> QuantityFrame:
    """The frame of those of the harmed who are told by what they are: "six of them children"."""
    narrow, thing = bare_all(_adjectives(made.noun, number)), singular(made.noun.text)
    parts = frozenset({PART_OF_WHOLE})
    return QuantityFrame(made.event, made.predicate, "acted_on", frozenset(), frozenset(), others, thing, narrow, parts)


def _modifiers(reader: EventFrameReader, number: Token, noun: Token, reading: CountReading) -> set[str]:
    """The words that narrow the counted."""
    modifiers = {fold(word) for word in reading.modifiers} | _adjectives(noun, number) | _degrees(reader, number)
    modifiers -= reader.vocabulary.listed("count.alone").keys()
    modifiers -= {fold(child.text) + "s" for child in noun.children if child.dep_ == "poss"}  # "the bank's machines"
    sexed = reading.of in reader.vocabulary.listed("count.sex")
    return modifiers | {reading.of} if sexed else modifiers  # two women shot may be two of three shot


def _chosen(reader: EventFrameReader, number: Token, noun: Token, parts: frozenset[Note]) -> frozenset[Note] | None:
    """The parts without those that only say of which whole an act took the counted: "five of the 40 people aboard died"; None elsewhere.

    A whole that is narrower than the people or things themselves ("of the wounded", "of the Polish passengers") stays.
    """
    of = next((child for child in number.children if child.lower_ == "of" and child.i > number.i), None)
    whole = next((inner for inner in of.children if inner.dep_ == "pobj"), None) if of is not None else None
    if whole is None or not parts & _PART or parts - _PART - {NoteKind.OF_WORD.of(fold(whole.text))}:
        return None
    words = reader.vocabulary
    same = whole.lower_ in words.listed("count.everybody") or (whole.i == noun.i and whole.tag_ == "NNS")
    narrowed = any(child.dep_ in ("amod", "acl", "relcl") for child in whole.children)
    if narrowed or not (same or whole.lower_ in words.listed("count.them")):
        return None
    governed = governing_act(reader, number)
    if (governed is None or governed[1] is None) and any(child.tag_ == "PRP$" for child in whole.children):
        return None  # "twelve of her films were made with"
    suffered = {*words.listed("event.suffered"), *words.listed("event.befalling")}
    if governed is None or (governed[0] != "acted_on" and (governed[1] is None or governed[1].rule.id not in suffered)):
        return None
    return parts - _PART - {NoteKind.OF_WORD.of(fold(whole.text))}


def _antecedent(reader: EventFrameReader, number: Token) -> str:
    """What "them" in "four of them" are, in the singular; "" where no noun is known."""
    them = next(
        (
            inner
            for child in number.children
            if child.lower_ == "of"
            for inner in child.children
            if inner.lower_ in reader.vocabulary.listed("count.them")
        ),
        None,
    )
    found = reader.antecedent(them) if them is not None else None
    if found is None or found[1].tag_ != "NNS":
        return ""
    return singular(found[1].text)


def _were_there(reader: EventFrameReader, noun: Token) -> bool:
    """Whether the counted are told to have been somewhere when something happened: "118 people were in the mill when the fire began"."""
    verb, words = noun.head, reader.vocabulary
    if noun.dep_ not in ("nsubj", "attr", "dobj") or verb.lower_ not in ("was", "were"):
        return False
    when = any(token.dep_ == "advcl" and any(child.lower_ in ("when", "as") for child in token.children) for token in verb.subtree)
    around = [child for token in (verb, noun) for child in token.children if child.i > noun.i]
    return when and any(child.lower_ in words.listed("count.where") for child in around)


def _body(noun: Token) -> str:
    """What the counted are members of, where that is a common noun: "crew members", "members of the crew"; "" elsewhere."""
    for child in noun.children:
        if child.dep_ == "compound" and child.tag_ == "NN":
            return fold(child.text)
        if child.lower_ == "of":
            return next((fold(inner.text) for inner in child.children if inner.tag_ == "NN"), "")
    return ""


def _state_behind(reader: EventFrameReader, noun: Token) -> str:
    """The state that the counted are said to be in: "three walkers from Lindau are dead"; "" where none is told."""
    if noun.dep_ != "nsubj" or noun.head.lower_ not in reader.vocabulary.listed("verb.being"):
        return ""
    said = (child.lower_ for child in noun.head.children if child.dep_ in ("acomp", "attr", "advmod") and child.i > noun.i)
    return next((word for word in said if reader.state(word) is not None), "")


def _counted(number: Token, head: str) -> Token:
    """The noun the number counts, the number itself when it stands alone ("killed 84")."""
    if number.tag_.startswith("NN") and not number.like_num:
        return number
    if number.dep_ in ("nummod", "amod", "compound", "quantmod", "nmod", "advmod") and number.head.tag_.startswith("NN"):
        before = number.head.tag_ in ("NNP", "NNPS") and number.head.i < number.i and head  # "in Orvik 210 employees"
        if not before and not _aside(number):
            return number.head
    if head:
        for token in number.doc[number.i + 1 : number.i + 7]:
            if token.tag_ in ("NNS", "NN") and fold(token.text).startswith(head[: max(3, len(head) - 2)]):
                return token
    return number


def _aside(number: Token) -> bool:
    """Whether a comma stands between a number with its state and the noun that the parser hangs it on: "15 injured, chief Brand said"."""
    between = number.doc[number.i + 1 : number.head.i]
    return len(between) > 1 and between[0].tag_ in ("VBN", "VBD") and between[1].text == ","


def _adjectives(noun: Token, number: Token) -> frozenset[str]:
    """Adjectives and nouns before the counted one that narrow it."""
    return frozenset(
        fold(child.text)
        for child in noun.children
        if child.i not in (number.i, number.head.i)  # "a 40-strong team"
        and child.dep_ in ("amod", "compound", "nmod")
        and not child.like_num
        and child.i < noun.i
        and not (child.i < number.i and child.tag_ == "NNP")
    )


def _populated(reader: EventFrameReader, noun: Token, reading: CountReading) -> frozenset[str]:
    """The place whose inhabitants are counted: "Qualit, home to 9,000 people", "the island has a population of 9,000"; empty for other
    counts."""
    head = noun.head
    if reading.of == "population" or noun.lower_ == "population":
        owner = next((token for token in (noun, head) if token.lower_ == "population"), noun)
        places = reader.ids(owner)
        for verb in reader.verbs_above(owner):
            places |= {name for child in verb.children if child.dep_ == "nsubj" for name in reader.ids(child)}
            break
    elif head.lower_ == "to" and head.i > 1 and head.nbor(-1).lower_ == "home":
        before = head.nbor(-2) if head.nbor(-2).text != "," or head.i < 3 else head.nbor(-3)  # "Qualit, home to": the name before the comma
        subjects = (
            [child for child in head.nbor(-1).head.children if child.dep_ == "nsubj"]
            if before.lower_ in reader.vocabulary.listed("verb.being")
            else [before]
        )
        places = {name for token in subjects for name in reader.ids(token) if not name.startswith("noun:")}
    else:
        return frozenset()
    return frozenset(name for name in places if name.partition(":")[0] in ("place", "name"))


def _degrees(reader: EventFrameReader, number: Token) -> frozenset[str]:
    """Words of degree close behind the number: the "critically" injured are a part of the injured."""
    listed = reader.vocabulary.listed("adverb.degree")
    return frozenset(token.lower_ for token in number.doc[number.i + 1 : number.i + 6] if token.lower_ in listed)


def _participants_around(reader: EventFrameReader, noun: Token) -> frozenset[str]:
    """The ids named in the counted phrase and in its clause."""
    found: set[str] = set(reader.ids(noun))
    verb = next(reader.verbs_above(noun), None)
    if verb is not None:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", *OBJECTS):
                found |= reader.ids(child)
            elif child.dep_ in ("prep", "agent"):
                found |= {i for inner in child.children if inner.dep_ == "pobj" for i in reader.ids(inner)}
    return frozenset(found)
