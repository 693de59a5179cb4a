"""Which question a duration answers: how long an event lasted, what term a court set, how long somebody was held, trapped or stayed.

Roles: "lasted" (the war, the strike, the alarm, the contract), "took" (six hours to put out the blaze), "term" (a prison sentence),
"spent" (nine hours under the snow, two weeks in hospital).  Lengths that somebody asks for, or that a law allows, answer nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_date import own_time
from factcheck.claims.event_frame_reader import OBJECTS, SUBJECTS, EventFrame, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.length_words import Length, LengthWords
from factcheck.claims.loose_duration import frame_loose_duration
from factcheck.claims.minimum_term import frame_minimum
from factcheck.claims.sentence_term import term_of
from factcheck.claims.state_duration import state_of
from factcheck.claims.tenure import frame_tenure
from factcheck.frame_notes import bare_all
from factcheck.mentions.duration import DurationReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_duration(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a duration answers: how long which event lasted."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, DurationReading):
        return
    least = list(frame_minimum(item, around, reader))
    if least:
        yield from least
        return
    found = length_frame(reader, item.found.span.start, item.found.span.end, reading)
    if found is None and reading.counted:
        return  # "help came two hours after it began"
    if found is None or found.role != "term":
        yield from frame_loose_duration(item, around, reader, reading)
        yield from frame_tenure(item, around, reader, reading)
    if found is None:
        return
    frame = Frame(
        event=found.event,
        predicate=found.predicate or found.thing,
        role=found.role,
        agents=found.agents,
        targets=found.targets,
        others=found.others,
        thing=found.thing,
        subset=found.subset,
        markers=found.markers,
        time=None if reading.counted or _tells_end(item, around) else own_time(item, around),
        lead=around.is_lead(item),
    )
    yield Answer(f"{found.event or found.thing}.{found.role}", frame, affirmed=found.affirmed)


_END = re.compile(r",? (?:until|till|through) ")


def _tells_end(item: Resolved, around: FramingContext) -> bool:
    """Whether a length goes on with its end, which is not when it was: "36 hours, until midnight on Thursday"."""
    return _END.match(around.document.passages[item.passage].text, item.found.span.end) is not None


def length_frame(reader: EventFrameReader, start: int, end: int, reading: DurationReading) -> Length | None:
    """The frame of the duration at these characters of the passage; None when nothing tells what it is the length of."""
    root = span_root(reader.doc, start, end)
    if root is None:
        return None
    words = LengthWords(reader)
    if reading.counted:
        return _until_end(words, root)
    verb = _verb(root)
    if verb is not None and words.has(verb, "asking"):
        return None
    term = term_of(words, root, verb, reading)
    if term is not None:
        return term
    beside = _noun_beside(root, reading)
    if beside is not None:
        return _lasting(reader, beside, root, reading.of)
    return _by_verb(words, root, verb) if verb is not None else None


def _until_end(words: LengthWords, root: Token) -> Length | None:
    """The length of what ended so long after it began: "the strike ended 16 days after it began", "the fire was declared out ..."."""
    head = root.head
    if head.lower_ != "after" and not any(child.dep_ == "mark" and child.lower_ == "after" for child in head.children):
        return None
    verb, reader = head.head, words.reader
    verb = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    rule = reader.rule_at(verb)
    if rule is not None and reader.vocabulary.listed("length.class").get(rule.id) == "ended":  # "was put out"
        told = next((item for item in reader.read(verb) if item.carrier is None), None)
        return _of_event_frame("took", told) if told is not None else None
    told_so = verb.lower_ in {*reader.vocabulary.listed("verb.be"), *reader.vocabulary.listed("length.declaring")}
    if not (words.has(verb, "ending") or (told_so and any(words.has(child, "ending") for child in verb.children))):
        return None
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.tag_ in ("NN", "NNS")), None)
    return _lasting(reader, thing, root) if thing is not None else _of_subject(words, verb, root)


def _verb(root: Token) -> Token | None:
    """The nearest verb above a length."""
    token = root
    while token.head.i != token.i:
        token = token.head
        if token.tag_.startswith("VB") or (token.dep_ == "ROOT" and token.tag_[:2] == "VB"):
            return token
    return None


def _noun_beside(root: Token, reading: DurationReading) -> Token | None:
    """The noun a length stands before or behind: "a six-week war", "the strike of 48 hours"."""
    token = root
    for _ in range(2):
        head = token.head
        if head.i == token.i:
            break
        modifies = token.dep_ in ("amod", "compound", "nummod", "nmod", "npadvmod", "poss")
        if modifies and head.tag_.startswith("NN") and head.ent_type_ not in ("DATE", "TIME"):
            return head
        token = head
    if reading.joined and reading.of:
        for token in root.doc[root.i + 1 : root.i + 5]:
            if token.tag_ in ("NN", "NNS") and fold(token.text).startswith(reading.of[: max(3, len(reading.of) - 2)]):
                return token
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.tag_ in ("NN", "NNS"):
        return root.head.head
    return None


def _lasting(reader: EventFrameReader, noun: Token, root: Token, head: str = "") -> Length | None:
    """The length of what a noun names: a class of events, or the thing itself."""
    others = _named_around(reader, noun)
    word = fold(noun.text)
    # the noun of a phrase ("signed a contract") is a thing of its own
    if reader.vocabulary.events.noun(word) is None and not _is_compound_event(reader, noun):
        known = reader.vocabulary.listed("noun.lasting").get(head or word)
        adjectives = frozenset(
            fold(child.text)
            for child in noun.children
            if child.dep_ in ("amod", "compound", "nmod") and child.i < noun.i and child.i != root.i
        )
        number = frozenset(token.lower_ for token in root.subtree)
        owners = frozenset(reader.ids(noun))
        if known is not None and reader.vocabulary.is_event(str(known)):
            return Length("lasted", str(known), word, noun.text, owners, others=others)
        return Length("lasted", None, str(known or head or word), noun.text, others=others | owners, subset=bare_all(adjectives - number))
    told = reader.read(noun)
    if not told:
        return None
    return _of_event_frame("lasted", told[0], others)


def _is_compound_event(reader: EventFrameReader, noun: Token) -> bool:
    """Whether noun and modifier name a class together: "power cut"."""
    rule = reader.rule_at(noun)
    return rule is not None and any(child.dep_ == "compound" and reader.rule_at(child) is rule for child in noun.children)


def _of_event_frame(role: str, told: EventFrame, others: frozenset[str] = frozenset()) -> Length:
    return Length(role, told.rule.id, fold(told.predicate), told.predicate, told.agents, told.targets, others, markers=told.markers)


def _by_verb(words: LengthWords, root: Token, verb: Token) -> Length | None:
    """What lasted, by the verb a length hangs on: "the alarm lasted five hours", "it took six hours to put it out", "shut for a day"."""
    reader = words.reader
    link = root.head.lower_ if root.dep_ == "pobj" else ""
    direct = root.dep_ in (*OBJECTS, "npadvmod") and root.head.i == verb.i
    if words.has(verb, "taking") and (direct or root.head.i == verb.i):
        purpose = next((child for child in verb.children if child.i > root.i and any(part.tag_ == "TO" for part in child.children)), None)
        act = next(
            (child for child in verb.children if child.dep_ in ("csubj", "advcl") and child.tag_ == "VBG" and child.i < verb.i), None
        )
        if purpose is None and act is not None:  # "building it took seven years"
            told = reader.read(act)
            return _of_event_frame("lasted", told[0]) if told else None
        if purpose is None:
            return _of_subject(words, verb, root)
        told = reader.read(purpose)
        return _of_event_frame("took", told[0]) if told else None
    other_object = any(child.dep_ == "dobj" and child.i != root.i for child in verb.children)  # "ran a shop for two years"
    if words.has(verb, "lasting") and (direct or link in reader.vocabulary.listed("length.for-word")) and not other_object:
        return _of_subject(words, verb, root)
    is_so = verb.lower_ in reader.vocabulary.listed("verb.be")
    if is_so and root.lower_ == "long" and root.head.i == verb.i:  # "the film is 141 minutes long"
        return _of_subject(words, verb, root)
    if link == "for" and _is_valid(words, verb):  # "the permit is valid for ten years"
        return _of_subject(words, verb, root)
    ended = words.has(verb, "ending") or (is_so and any(words.has(child, "ending") for child in verb.children))
    if ended and link == "after":
        thing = next((child for child in verb.children if child.dep_ in OBJECTS and child.tag_.startswith("NN")), None)
        return _lasting(reader, thing, root) if thing is not None else _of_subject(words, verb, root)
    if is_so and link in reader.vocabulary.listed("length.until-end") and any(words.has(child, "ending") for child in verb.children):
        return _of_subject(words, verb, root)
    spent = _spent(words, root, verb, link, direct=direct)
    if spent is not None:
        return spent
    return _hung(words, root, verb, link) if link and root.head.head.i == verb.i else _in_state(reader, root, verb, link)


def _is_valid(words: LengthWords, verb: Token) -> bool:
    """Whether a verb tells that something is or stays in force."""
    listed = words.reader.vocabulary.listed
    if verb.lower_ not in listed("verb.be") and verb.lower_ not in listed("length.staying"):
        return False
    valid = listed("length.valid")
    in_force = (noun for child in verb.children if child.dep_ == "prep" and child.lower_ == "in" for noun in child.children)
    return any(child.dep_ in ("acomp", "oprd") and child.lower_ in valid for child in verb.children) or any(
        noun.lower_ in listed("length.force") for noun in in_force
    )


def _hung(words: LengthWords, root: Token, verb: Token, link: str) -> Length | None:
    """What a length is of that hangs on a verb by a preposition: its act, its state, or what it was about."""
    reader = words.reader
    whole = _whole(words, verb, link)
    if whole is not None:
        return whole
    if link != "for":
        return _in_state(reader, root, verb, link)
    bare = all(child.dep_ not in ("acomp", "attr", "prt", "advmod", "prep") or child.i == root.head.i for child in verb.children)
    if verb.lower_ in reader.vocabulary.listed("verb.be") and bare and reader.rule_at(verb) is None:
        return _of_subject(words, verb, root) or _in_state(reader, root, verb, link)  # "the ban is for two years"
    told = [item for item in reader.read(verb) if item.carrier is None]
    if told:
        frame = _of_event_frame("lasted", told[0])
        opposite = reader.vocabulary.group("length.denied").get(frame.event or "")
        if opposite and _is_denied(verb):
            goes_on = any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in verb.children)
            return None if goes_on else replace(frame, event=opposite, affirmed=True)  # "has not opened for three weeks"
        return replace(frame, affirmed=_lacks(verb))
    fought = next((child for child in verb.children if child.dep_ == "dobj" and words.has(child, "flames")), None)
    if fought is not None and words.has(verb, "fighting") and not any(child.lower_ in ("has", "have", "are") for child in verb.children):
        return Length("took", "extinguishing", fold(fought.text), verb.text, others=_named_around(reader, fought))
    return _in_state(reader, root, verb, link)


def _whole(words: LengthWords, verb: Token, link: str) -> Length | None:
    """How long it took until an act was done ("was built in seven years"), or by how much something was put off ("delayed by an hour")."""
    rule = words.reader.rule_at(verb)
    sense = words.reader.vocabulary.listed("length.class").get(rule.id) if rule is not None else None
    if not (
        (sense in ("done", "ended") and link in ("in", "within"))
        or (sense == "ended" and link == "after")
        or (sense == "late" and link == "by")
    ):
        return None
    told = next((item for item in words.reader.read(verb) if item.carrier is None), None)
    return _of_event_frame("lasted" if sense == "late" else "took", told) if told is not None else None


def _in_state(reader: EventFrameReader, root: Token, verb: Token, link: str) -> Length | None:
    """The length of a state: of a class of events ("without power"), of a person's ("in hospital") or of a thing's ("silent")."""
    state = state_of(reader, root, verb, link)
    if state is None:
        return None
    owner = frozenset(reader.ids(state.owner)) if state.owner is not None else frozenset[str]()
    event = state.name if reader.vocabulary.is_event(state.name) else None
    if event is None and state.owner is not None and not any(name.startswith("person:") for name in owner):
        thing = state.name if " " in state.name else f"{fold(state.owner.text)} in {state.name}"
        return Length("lasted", None, thing, verb.text, others=owner)
    if event is None and not owner:
        return None
    name = state.name.split()[-1]  # "Okafor was unconscious"
    role = "lasted" if event is not None and event != "kidnapping" else "spent"
    return Length(role, event, name, verb.text, owner, affirmed=_lacks(verb))


def _is_denied(verb: Token) -> bool:
    """Whether an act was not or may not be done: "no stall may open", "did not open"."""
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS)
    return any(child.dep_ == "neg" for child in verb.children) or any(
        child.lower_ == "no" for subject in subjects for child in subject.children
    )


def _lacks(verb: Token) -> bool:
    """Whether a verb tells a state by what was missing ("were without power")."""
    return any(child.lower_ == "without" for child in verb.children)


def _of_subject(words: LengthWords, verb: Token, root: Token) -> Length | None:
    """The length of what the subject names; "it" is what the sentence before is about."""
    reader = words.reader
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    above = verb
    while subject is None and above.dep_ in ("conj", "xcomp") and above.head.i != above.i:
        above = above.head  # "began at six and is to last three days"
        subject = next((child for child in above.children if child.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ in ("acl", "relcl"):
        subject = verb.head
    if subject is not None and subject.tag_ in ("WDT", "WP"):
        subject = verb.head
    if subject is not None and subject.tag_ in ("PRP", "DT"):
        found = reader.antecedent(subject)
        if found is None:
            return None
        reader, subject = found
    if subject is None or subject.tag_ not in ("NN", "NNS") or subject.ent_type_ in ("DATE", "TIME"):
        return None
    return _lasting(reader, subject, root)


def _spent(words: LengthWords, root: Token, verb: Token, link: str, *, direct: bool) -> Length | None:
    """How long somebody was trapped or stayed: "spent nine hours under the snow", "was dug out alive after five hours"."""
    reader = words.reader
    rule = reader.rule_at(verb)
    saved = (rule is not None and reader.vocabulary.listed("length.class").get(rule.id) == "saved") or any(
        child.lower_ == "alive" for child in verb.children
    )
    if saved and link == "after" and root.head.head.i == verb.i:
        owner = _patient(reader, verb)
        return Length("spent", "trapping", "trapped", verb.text, owner) if owner else None
    if not (words.has(verb, "spending") and direct):
        return None
    owner = frozenset(name for child in verb.children if child.dep_ == "nsubj" for name in reader.ids(child))
    if words.behind(root, "trapped"):
        return Length("spent", "trapping", "trapped", verb.text, owner)
    place = next(
        (
            noun
            for prep in (*verb.children, *root.children)
            if prep.lower_ in reader.vocabulary.listed("length.place-word") and prep.i > root.i
            for noun in prep.children
        ),
        None,
    )
    if place is None or not place.tag_.startswith("NN") or place.ent_type_ in ("DATE", "TIME"):
        return None
    return Length("spent", None, f"stay in {fold(place.text)}", verb.text, owner)


def _patient(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    passive = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")]
    active = [child for child in verb.children if child.dep_ == "nsubj"]
    return frozenset(name for child in passive or active for name in reader.ids(child))


def _named_around(reader: EventFrameReader, noun: Token) -> frozenset[str]:
    """The ids named in a noun phrase and in the arguments of its verb."""
    found = set(reader.ids(noun))
    together = reader.vocabulary.listed("preposition.partner")
    preps = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in together]  # "a talk with", "the match between"
    found |= {name for prep in preps for inner in prep.children if inner.dep_ == "pobj" for name in reader.ids(inner)}
    verb = next(reader.verbs_above(noun), None)
    for child in verb.children if verb is not None else ():
        if child.dep_ in (*SUBJECTS, *OBJECTS):
            found |= reader.ids(child)
        elif child.dep_ in ("prep", "agent"):
            found |= {name for inner in child.children if inner.dep_ == "pobj" for name in reader.ids(inner)}
    return frozenset(found)
