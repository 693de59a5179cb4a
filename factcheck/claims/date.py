"""Which question a date answers: the event frame its direct governor tells, and the date's role in it.

Roles: "on" (it happened), "start" and "end" (it began, it ended), "agreed_on", "announced_on", "reported_on" (of the event that was
agreed, announced, reported), "by", "since", "until".  A date that hangs on a noun below an announcing verb ("announced the withdrawal of
troops on May 8") may belong to either; it answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.aspectual_verbs import carried_by, goes_on, part_of, plans
from factcheck.claims.event_frame_reader import EventFrame, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.participant_notes import named_slots, repeated
from factcheck.claims.patient_notes import set_apart, undergone
from factcheck.frame_notes import AGAIN, bare, bare_all
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

_TIME_CHILD = frozenset({"npadvmod", "tmod", "nmod", "advmod", "nummod", "compound", "amod", "obl", "dep", "appos", "poss"})
_POINTING = frozenset({",", ":", ";", "that", "this", "which", "is", "was"})
_ON_WHICH = frozenset({"IN", "WDT", "WRB"})
"""Tags of what joins such a clause to the day named again: "on which", "that", "when"."""
_BEHIND_DAY = 4
"""Words behind a day in which it may be named again, before what was done on it: "on Thursday, the day on which the hotel was cleared"."""
_PHRASES = 3
"""Phrases that may stand one in the other between a verb and its date."""
_PLANNED = frozenset({"for", "to"})
"""Prepositions that name the day of what a planning verb or noun speaks of: "scheduled for 12 May", "put back to Friday"."""
_PHASE_ROLE = {"agree": "agreed_on", "announce": "announced_on", "report": "reported_on"}


_CARRIER = {role: phase for phase, role in _PHASE_ROLE.items()}


def frame_date(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The events that a date dates, each in its role.  What "this agreement" refers to is looked up in the sentences before."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, DateValue):
        return
    start, end = item.found.span.start, item.found.span.end
    pairs = dated_events(reader, start, end, value)
    role = needs_antecedent(reader, start, end)
    if role is not None:
        earlier = [told for index, told in around.carried if index < item.passage and told.carrier == _CARRIER[role]]
        pairs.extend([(role, earlier[-1])] if earlier else [])
    named = around.named_around(item)
    if not pairs and value.bound == "on":
        yield from _unlisted(item, reader, named, lead=around.is_lead(item))
    for part, told in pairs:
        tokens = (reader.doc[told.token], *_saying(reader.doc[told.token]))
        yield Answer(
            f"{told.rule.id}.{part}",
            Frame(
                event=told.rule.id,
                predicate=told.predicate,
                role=part,
                agents=told.agents,
                targets=told.targets,
                others=named,
                thing=_definite(reader, told),
                subset=bare_all(told.things) | named_slots(reader, *tokens) | undergone(reader, *tokens),
                markers=told.markers | repeated(reader, tokens[0]) | set_apart(reader, tokens[0]),
                lead=around.is_lead(item),
            ),
            value=replace(value, bound="on") if value.bound == "since" and part in ("on", "start") else None,
        )


def _unlisted(item: Resolved, reader: EventFrameReader, named: frozenset[str], *, lead: bool) -> Iterator[Answer]:
    """The question of a day whose verb is of no known class, where one known thing underwent or did it: "the first patient was admitted".

    The event is the verb itself ("verb:..."), the thing the noun.
    """
    root = span_root(reader.doc, item.found.span.start, item.found.span.end)
    verb = next((token for token in governors(reader, root) if token.tag_.startswith("VB")), None) if root is not None else None
    words = reader.vocabulary
    if (
        verb is None
        or reader.rule_at(verb) is not None
        or any(verb.lower_ in listed for listed in (words.listed("verb.light"), words.listed("verb.aspect"), words.listed("verb.cause")))
    ):
        return
    if verb.lower_ in words.listed("verb.be") or part_of(words, verb) is not None or plans(words, verb):
        return
    nouns = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")]
    nouns = nouns or [child for child in verb.children if child.dep_ == "nsubj"]
    if len(nouns) != 1 or nouns[0].tag_ != "NN" or reader.rule_at(nouns[0]) is not None:
        return
    if not any(child.dep_ == "poss" or child.lower_ in ("the", "this") for child in nouns[0].children):
        return
    event, ids = f"verb:{verb_stem(fold(verb.text))}", frozenset(reader.ids(nouns[0]))
    agents = frozenset(i for child in verb.children if child.dep_ == "nsubj" and child not in nouns for i in reader.ids(child))
    markers = reader.markers(nouns[0]) | reader.markers(verb)
    yield Answer(
        f"{event}.on",
        Frame(
            event=event,
            predicate=verb.text,
            role="on",
            agents=agents,
            targets=ids,
            others=named,
            thing=fold(nouns[0].text),
            subset=named_slots(reader, verb) | undergone(reader, verb) | {bare(fold(nouns[0].text))},
            markers=markers,
            lead=lead,
        ),
    )


def _definite(reader: EventFrameReader, told: EventFrame) -> str | None:
    """The one thing acted on, where it is told as known and single: "searched the team's bus"; None for "arrested two members"."""
    verb = reader.doc[told.token]
    nouns = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")] if verb.tag_.startswith("VB") else []
    if not nouns and told.rule.id in reader.vocabulary.listed("event.each"):
        nouns = [child for child in verb.children if child.dep_ == "nsubj"] if verb.tag_.startswith("VB") else []  # "the terminal opened"
    if len(nouns) != 1 or nouns[0].tag_ != "NN" or reader.rule_at(nouns[0]) is not None:
        return None
    known = any(child.dep_ == "poss" or child.lower_ in ("the", "this") for child in nouns[0].children)
    return fold(nouns[0].text) if known else None


def _saying(token: Token) -> list[Token]:
    """The verb whose subject an event noun is: "the avalanche came down on the north face"."""
    return [token.head] if token.tag_.startswith("NN") and token.dep_ in ("nsubj", "nsubjpass") and token.head.tag_.startswith("VB") else []


def span_root(doc: Doc, start: int, end: int) -> Token | None:
    """The token of a stretch of characters whose head lies outside it; None when the stretch holds no token."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def dated_events(reader: EventFrameReader, start: int, end: int, value: DateValue) -> list[tuple[str, EventFrame]]:
    """The (role, event frame) pairs that the date at these characters of the passage dates; empty when its governor names none."""
    root = span_root(reader.doc, start, end)
    if root is None:
        return []
    found: list[tuple[str, EventFrame]] = []
    for governor in governors(reader, root):
        for told, event_frame in _event_frames(reader, governor):
            declared = told == "announced_on" and event_frame.rule.id in reader.vocabulary.listed("event.declared")
            part = "on" if declared or (told == "start" and _is_moment(reader, event_frame)) else told
            begun = value.bound == "since" and _lasts(reader, event_frame)
            role = value.bound if value.bound != "on" and part == "on" and not begun else part
            if all(event_frame.token != other.token or role != other_role for other_role, other in found):
                found.append((role, event_frame))
    found.extend([(role, before) for role, told in found for before in _done_together(reader, told)])
    return found


def _done_together(reader: EventFrameReader, told: EventFrame) -> list[EventFrame]:
    """What was done in the same breath as what a day stands behind: "killed two people and wounded four on Monday"."""
    verb, together = reader.doc[told.token], reader.vocabulary.listed("date.together")
    first = verb.head
    if told.rule.id not in together or verb.dep_ != "conj" or first.tag_ != verb.tag_ or first.i > verb.i:
        return []
    if any(part.ent_type_ == "DATE" for part in first.subtree if part.i < verb.i):
        return []
    return [event for event in reader.read(first) if event.rule.id in together and event.rule.id != told.rule.id]


def _lasts(reader: EventFrameReader, told: EventFrame) -> bool:
    """Whether what is so "since" a day was done on that day: "the ward has been shut since June 9"."""
    return reader.doc[told.token].tag_ in ("VBN", "JJ") and told.rule.id in reader.vocabulary.listed("event.resulting")


def _is_moment(reader: EventFrameReader, told: EventFrame) -> bool:
    """Whether what happened took no longer than a moment, so that its beginning is the whole."""
    return told.rule.id in reader.vocabulary.listed("time.moment") and told.rule.id not in reader.vocabulary.listed("event.onset")


def governors(reader: EventFrameReader, root: Token) -> Iterator[Token]:
    """The verb or noun a date hangs on, then the verb of the same time above that noun."""
    yield from _clauses_when(reader, root)
    token, words = root, reader.vocabulary
    for _ in range(6):
        head = token.head
        if head.i == token.i:
            return
        if token.dep_ == "pobj" and head.dep_ in ("prep", "advmod", "agent", "pcomp", "mark", "dep"):
            governor = head.head.head if head.head.tag_ == "IN" and head.head.dep_ == "prep" else head.head  # "as of 1 February"
            governor = governor.head if governor.dep_ == "prt" else governor  # "set the firm up in 2005"
            told = head.lower_ in words.listed("preposition.when") or _goes_back(head, governor)
            if not told and not (head.lower_ in _PLANNED and _is_planning(reader, governor)):
                return
            if governor.tag_.startswith("NN") and governor.ent_type_ in ("DATE", "TIME"):
                if _is_length(governor):
                    yield from _climb(reader, governor.head.head, head)
                    return
                token = governor
                continue
            yield from _climb(reader, _nearer(reader, governor, head), head)
            return
        if token.dep_ in ("conj", "appos", "pobj", "pcomp", "prep"):
            token = head
            continue
        if token.dep_ in _TIME_CHILD:
            if head.ent_type_ in ("DATE", "TIME"):
                token = head
                continue
            yield from _climb(reader, head, None)
        elif token.dep_ in ("dobj", "nsubj", "attr", "nsubjpass") and (head.lower_ in words.listed("verb.be") or plans(words, head)):
            yield head  # "10 May will be a day of mourning", "declared Monday a day of mourning"
        return


def _is_length(noun: Token) -> bool:
    """Whether a noun of time that a day stands behind is a length of its own: "jailed him for 12 years on Thursday"."""
    counted = noun.tag_ == "NNS" and noun.dep_ == "pobj" and any(child.dep_ == "nummod" for child in noun.children)
    return counted and noun.head.lower_ in _PLANNED and noun.head.head.tag_.startswith("VB")


def _goes_back(prep: Token, governor: Token) -> bool:
    """Whether a preposition belongs to "back", so that the day is that of an origin: "dates back to 1878"."""
    return prep.lower_ == "to" and any(child.lower_ == "back" and child.i < prep.i for child in (*governor.children, governor))


def _nearer(reader: EventFrameReader, governor: Token, prep: Token) -> Token:
    """What a second date of a verb is of: the event noun before it ("arrested on Monday over the robbery on Friday"), else the verb."""
    if not governor.tag_.startswith("VB"):
        return governor
    others = [child for child in governor.children if child.i < prep.i and any(part.ent_type_ == "DATE" for part in child.subtree)]
    if not others:
        return governor
    between = [token for token in governor.doc[max(governor.i, others[-1].right_edge.i) + 1 : prep.i] if token.tag_ in ("NN", "NNS")]
    events = [token for token in between if (rule := reader.rule_at(token)) is not None and rule.phase == "act"]
    return events[-1] if events else governor


def _clauses_when(reader: EventFrameReader, day: Token) -> Iterator[Token]:
    """The verb of a clause right behind a day that tells what happened then: "on Saturday night, when the talks blew up", "11 May: that is
    when the book comes out"."""
    at = day.i + 1
    while at < len(day.doc) and (day.doc[at].ent_type_ in ("DATE", "TIME") or day.doc[at].lower_ in _POINTING):
        at += 1
    if at < len(day.doc) and day.doc[at].lower_ == "when" and day.doc[at].head.tag_.startswith("VB"):
        yield day.doc[at].head
    named = reader.vocabulary.listed("moment.day-again")
    again = next((token for token in day.doc[day.i + 1 : day.i + 1 + _BEHIND_DAY] if token.lower_ in named), None)
    if again is not None:
        clauses = (child for child in again.children if child.dep_ == "relcl" and child.tag_ in ("VBD", "VBN", "VBP", "VBZ"))
        yield from (verb for verb in clauses if verb.left_edge.i == again.i + 1 and verb.left_edge.tag_ in _ON_WHICH)


def _is_planning(reader: EventFrameReader, token: Token) -> bool:
    """Whether a word plans or names a day ("scheduled", "declared"), or is the noun such a verb has as its object."""
    return plans(reader.vocabulary, token) or (token.dep_ in ("dobj", "nsubjpass") and plans(reader.vocabulary, token.head))


def _climb(reader: EventFrameReader, governor: Token, prep: Token | None) -> Iterator[Token]:
    if governor.tag_[:2] in ("JJ", "RB") and governor.head.tag_.startswith("VB"):
        governor = governor.head  # "fall silent on Sunday"
    if governor.tag_.startswith("VB") or governor.dep_ == "ROOT":
        yield governor
        return
    if not governor.tag_.startswith("NN"):
        return
    above = governor.head
    if prep is not None and prep.lower_ in _PLANNED:
        yield governor
        return
    carrier = above.tag_.startswith("VB") and reader.phase_at(above) in ("agree", "announce", "report")
    trailing = prep is not None and prep.i > governor.i
    if governor.dep_ in ("dobj", "nsubjpass") and carrier and trailing:
        rule = reader.rule_at(governor)
        if rule is not None and rule.phase == "agree":
            yield governor
        return
    yield governor
    plain = reader.rule_at(governor) is None
    together = above.lower_ in reader.vocabulary.listed("preposition.together")
    if governor.dep_ == "pobj" and (plain or together):
        verb = _above_phrases(reader, above)
        if verb is not None:
            yield verb
    elif governor.dep_ in ("dobj", "nsubj", "nsubjpass") and above.tag_.startswith("VB") and plain:
        yield above


def _above_phrases(reader: EventFrameReader, prep: Token) -> Token | None:
    """The verb above the phrases that a date stands behind: "took coins from the museum in Arnsted in the small hours of Sunday".

    None where one of them names an event, whose day it may be.
    """
    head = prep.head
    for _ in range(_PHRASES):
        if head.tag_.startswith("VB"):
            return head
        if not head.tag_.startswith("NN") or head.dep_ != "pobj" or reader.rule_at(head) is not None:
            return None
        head = head.head.head
    return None


def _event_frames(reader: EventFrameReader, governor: Token) -> Iterator[tuple[str, EventFrame]]:
    phase = reader.phase_at(governor)
    if phase in _PHASE_ROLE:
        for event_frame in reader.complement(governor):
            yield _PHASE_ROLE[phase], event_frame
        return
    part = part_of(reader.vocabulary, governor)
    if part is not None:
        own = reader.rule_at(governor)
        found = [(phase or part, item) for noun in carried_by(governor) for phase, item in _phases(reader, noun)]
        if found and (own is None or all(item.rule.id != own.id for _, item in found)):
            marks = reader.markers(governor) | ({AGAIN} if goes_on(reader.vocabulary, governor) else frozenset())
            for role, event_frame in found:
                yield role, replace(event_frame, markers=event_frame.markers | marks)
            return
    begun = [(phase, item) for phase, item in _phases(reader, governor) if phase] if governor.tag_ == "NN" else []
    if begun:
        yield from begun
        return
    for event_frame in (*reader.read(governor), *_cause(reader, governor)):
        onset = governor.tag_.startswith("VB") and event_frame.rule.id in reader.vocabulary.listed("event.onset")
        yield _PHASE_ROLE.get(event_frame.carrier or "", "start" if onset else "on"), event_frame


def _phases(reader: EventFrameReader, noun: Token) -> Iterator[tuple[str | None, EventFrame]]:
    """The events of a noun; with "start" or "end", those whose beginning or end it names ("the start of the truce", "the strike's end")."""
    phase = reader.vocabulary.listed("noun.phase").get(noun.lower_)
    if phase is None:
        yield from ((None, item) for item in reader.read_noun(noun))
        return
    inner = [word for child in noun.children if child.lower_ == "of" for word in child.children]
    inner += [child for child in noun.children if child.dep_ == "poss"]
    yield from ((str(phase), item) for word in inner if word.tag_.startswith("NN") for item in reader.read_noun(word))


def _cause(reader: EventFrameReader, governor: Token) -> list[EventFrame]:
    """The event of a moment that a verb has as its subject: "the explosion destroyed the bakery on Friday" dates both."""
    if not governor.tag_.startswith("VB") or governor.lower_ in reader.vocabulary.listed("verb.be"):
        return []
    nouns = [child for child in governor.children if child.dep_ == "nsubj" and child.tag_ in ("NN", "NNS")]
    found = [item for noun in nouns for item in reader.read_noun(noun) if item.rule.id in reader.vocabulary.listed("time.moment")]
    own = reader.rule_at(governor)
    return [item for item in found if own is None or item.rule.id != own.id]


def needs_antecedent(reader: EventFrameReader, start: int, end: int) -> str | None:
    """The role of a date whose governor points back to something agreed or announced before ("reached this agreement on May 8").

    None when the governor is no such verb or noun, or when its own clause says what was agreed or announced.
    """
    root = span_root(reader.doc, start, end)
    if root is None:
        return None
    for governor in governors(reader, root):
        phase = reader.phase_at(governor)
        if phase in ("agree", "announce") and not reader.complement(governor) and _points_back(reader, governor):
            return _PHASE_ROLE[phase]
    return None


def _points_back(reader: EventFrameReader, governor: Token) -> bool:
    """Whether the object (or subject of a passive, or the noun itself) is definite: "this agreement", "the decision was taken"."""
    nouns = [child for child in governor.children if child.dep_ in ("dobj", "nsubjpass")]
    if governor.tag_.startswith("NN"):
        nouns.append(governor)
    for noun in nouns:
        rule = reader.rule_at(noun)
        pronoun = noun.lower_ in reader.vocabulary.listed("pronoun.thing")
        definite = any(child.dep_ == "det" and child.lower_ in ("this", "the", "that", "such") for child in noun.children)
        if pronoun or (definite and rule is not None and rule.phase != "act"):
            return True
    return False
