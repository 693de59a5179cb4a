"""Which question a date answers: the happening its direct governor tells, and the date's role in it.

Roles: "on" (it happened), "agreed_on", "announced_on", "reported_on" (of the event that was agreed, announced, reported), "by", "since", "until".
A date that hangs on a noun below an announcing verb ("announced the withdrawal of troops on May 8") may belong to either; it answers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.happenings import Happening, HappeningReader
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.values import DateValue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHEN = frozenset({"on", "in", "at", "during", "around", "about", "by", "since", "until", "till", "from", "before", "within", "amid", "of"})
_TIME_CHILD = frozenset({"npadvmod", "tmod", "nmod", "advmod", "nummod", "compound", "amod", "obl", "dep", "appos"})
_TOGETHER = frozenset({"during", "in", "at", "amid", "on", "with"})
"""Prepositions that join a dated noun to a verb of the same time: "reached a deal during a meeting on May 8"."""
_PHASE_ROLE = {"agree": "agreed_on", "announce": "announced_on", "report": "reported_on"}


_CARRIER = {role: phase for phase, role in _PHASE_ROLE.items()}


def frame_date(item: Resolved, around: Surroundings) -> Iterator[Answer]:
    """The events a date dates, each in its role; what "this agreement" was about is looked up in the sentences before."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, DateValue):
        return
    start, end = item.found.span.start, item.found.span.end
    pairs = dated_happenings(reader, start, end, value)
    role = needs_antecedent(reader, start, end)
    if role is not None:
        earlier = [told for index, told in around.carried if index < item.passage and told.carrier == _CARRIER[role]]
        pairs.extend([(role, earlier[-1])] if earlier else [])
    named = around.named_around(item)
    for part, told in pairs:
        yield Answer(
            f"{told.rule.id}.{part}",
            Frame(
                event=told.rule.id,
                predicate=told.predicate,
                role=part,
                agents=told.agents,
                targets=told.targets,
                others=named,
                subset=told.things,
                markers=told.markers,
                lead=around.is_lead(item),
            ),
        )


def span_root(doc: Doc, start: int, end: int) -> Token | None:
    """The token of a stretch of characters whose head lies outside it; None when the stretch holds no token."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def dated_happenings(reader: HappeningReader, start: int, end: int, value: DateValue) -> list[tuple[str, Happening]]:
    """The (role, happening) pairs that the date at these characters of the passage dates; empty when its governor names none."""
    root = span_root(reader.doc, start, end)
    if root is None:
        return []
    found: list[tuple[str, Happening]] = []
    for governor in _governors(reader, root):
        for role, happening in _happenings(reader, governor):
            role = value.bound if value.bound != "on" and role == "on" else role
            if all(happening.token != other.token or role != other_role for other_role, other in found):
                found.append((role, happening))
    return found


def _governors(reader: HappeningReader, root: Token) -> Iterator[Token]:
    """The verb or noun a date hangs on, then the verb of the same time above that noun."""
    token = root
    for _ in range(6):
        head = token.head
        if head.i == token.i:
            return
        if token.dep_ == "pobj" and head.dep_ in ("prep", "advmod", "agent", "pcomp", "mark", "dep"):
            if head.lower_ not in _WHEN:
                return
            governor = head.head
            if governor.tag_.startswith("NN") and governor.ent_type_ in ("DATE", "TIME"):
                token = governor
                continue
            yield from _climb(reader, governor, head)
            return
        if token.dep_ in ("conj", "appos", "pobj", "pcomp", "prep"):
            token = head
            continue
        if token.dep_ in _TIME_CHILD:
            if head.ent_type_ in ("DATE", "TIME"):
                token = head
                continue
            yield from _climb(reader, head, None)
        return


def _climb(reader: HappeningReader, governor: Token, prep: Token | None) -> Iterator[Token]:
    if governor.tag_.startswith("VB") or governor.dep_ == "ROOT":
        yield governor
        return
    if not governor.tag_.startswith("NN"):
        return
    above = governor.head
    carrier = above.tag_.startswith("VB") and reader.phase_at(above) in ("agree", "announce", "report")
    trailing = prep is not None and prep.i > governor.i
    if governor.dep_ in ("dobj", "nsubjpass") and carrier and trailing:
        rule = reader.rule_at(governor)
        if rule is not None and rule.phase == "agree":
            yield governor
        return
    yield governor
    plain = reader.rule_at(governor) is None
    if governor.dep_ == "pobj" and (plain or above.lower_ in _TOGETHER) and above.head.tag_.startswith("VB"):
        yield above.head
    elif governor.dep_ in ("dobj", "nsubj", "nsubjpass") and above.tag_.startswith("VB") and plain:
        yield above


def _happenings(reader: HappeningReader, governor: Token) -> Iterator[tuple[str, Happening]]:
    phase = reader.phase_at(governor)
    if phase in _PHASE_ROLE:
        for happening in reader.complement(governor):
            yield _PHASE_ROLE[phase], happening
        return
    for happening in reader.read(governor):
        yield _PHASE_ROLE.get(happening.carrier or "", "on"), happening


def needs_antecedent(reader: HappeningReader, start: int, end: int) -> str | None:
    """The role of a date whose governor points back to something agreed or announced before ("reached this agreement on May 8").

    None when the governor is no such verb or noun, or when its own clause says what was agreed or announced.
    """
    root = span_root(reader.doc, start, end)
    if root is None:
        return None
    for governor in _governors(reader, root):
        phase = reader.phase_at(governor)
        if phase in ("agree", "announce") and not reader.complement(governor) and _points_back(reader, governor):
            return _PHASE_ROLE[phase]
    return None


def _points_back(reader: HappeningReader, governor: Token) -> bool:
    """Whether the object (or subject of a passive, or the noun itself) is definite: "this agreement", "the decision was taken"."""
    nouns = [child for child in governor.children if child.dep_ in ("dobj", "nsubjpass")]
    if governor.tag_.startswith("NN"):
        nouns.append(governor)
    for noun in nouns:
        rule = reader.rule_at(noun)
        pronoun = noun.lower_ in ("this", "it", "that")
        definite = any(child.dep_ == "det" and child.lower_ in ("this", "the", "that", "such") for child in noun.children)
        if pronoun or (definite and rule is not None and rule.phase != "act"):
            return True
    return False
