"""The two events of an order: by which words each may be known, and who and what takes part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key, verb_above
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import EARLIER, FIRST, LAST, LATER, Note, NoteKind, of_event
from factcheck.mentions.order import PLANNED, TIMED, Order
from factcheck.mentions.outcomes import clause_words
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import DateValue, OrderValue, Relation, TimeValue

if TYPE_CHECKING:
    from factcheck.parses import Token

ORDER = "order"
"""The role of an order's frame; its ``subset`` holds notes on both events (``frame_notes.of_event``), of the kinds ACT, PART, THING, NAME,
POSSIBLE_ID, ITSELF, ONLY and AGAIN."""
_SUBJECTS, _OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "nsubjpass", "attr")
_NOUNS = ("NN", "NNS")


def frame_order(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """Which of two events came first; nothing where one of them has no word by which it could be known."""
    reader, order = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(order, Order):
        return
    tokens = (reader.doc[order.earlier], reader.doc[order.later])
    if item.found.rule == TIMED:
        turned = _is_turned(item, tokens, around)
        if turned is None:
            return
        tokens = tokens[::-1] if turned else tokens
    told = [_told(reader, token) for token in tokens]
    acts = [NoteKind.ACT.words(marks) for marks in told]
    if not all(acts):
        return
    words = [_words(token) for token in tokens]
    frame = Frame(
        role=ORDER,
        predicate=tokens[0].text,
        agents=NoteKind.NAME.words(told[0] | told[1]),
        others=around.named_around(item),
        subset=frozenset(of_event(number, mark) for number, marks in enumerate(told, 1) for mark in marks),
        time=None
        if item.found.rule == TIMED
        else around.time_of(item, tokens[0])
        if tokens[0].tag_.startswith("VB")
        else around.time(item),
        lead=around.is_lead(item),
    )
    slot = "order.to_come" if item.found.rule == PLANNED else "order.of"
    yield Answer(slot, frame, OrderValue(min(acts[0]), min(acts[1]), f"{words[0]} before {words[1]}"), affirmed=True)


def _is_turned(item: Resolved, tokens: tuple[Token, Token], around: FramingContext) -> bool | None:
    """Whether the times of two events put the second one first; None where they do not say."""
    times: list[list[DateValue | TimeValue]] = [[], []]
    for other in around.in_passage(item.passage):
        value = other.mention.value
        if not isinstance(value, DateValue | TimeValue):
            continue
        words = tokens[0].doc.char_span(other.found.span.start, other.found.span.end, alignment_mode="expand")
        governor = verb_above(words.root) if words is not None else None
        for number, token in enumerate(tokens):
            if governor is not None and governor.i == token.i:
                times[number].append(value)
    days = [[value for value in listed if isinstance(value, DateValue)] for listed in times]
    clocks = [[value for value in listed if isinstance(value, TimeValue)] for listed in times]
    if all(len(listed) == 1 for listed in days):
        first, second = days[0][0], days[1][0]
        if first.relation(second) is not Relation.APART or first.open_year != second.open_year or not first.earliest or not second.earliest:
            return None
        return second.earliest < first.earliest
    if any(days) or not all(len(listed) == 1 for listed in clocks):
        return None
    one, other_one = clocks[0][0], clocks[1][0]
    whole = one.relation(other_one) is Relation.APART and not (one.either or other_one.either) and one.zones == other_one.zones
    return other_one.low < one.low if whole and one.low <= one.high and other_one.low <= other_one.high else None


@lru_cache(maxsize=4)
def _groups(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """The things that happen by the stem of a verb, with its particle or noun, or by a noun."""
    found: dict[str, tuple[str, ...]] = {}
    for entry, groups in vocabulary.groups("order.act").items():
        first, *rest = entry.split()
        for form in (verb_stem(first), first):
            found[" ".join((form, *rest))] = groups
    return found


def _told(reader: EventFrameReader, token: Token) -> set[Note]:
    """The marks of an event."""
    heads = _parts(token)
    marks = set(map(NoteKind.ACT.of, _acts(reader, token)))
    for kind, head in heads:
        inner = [deep for child in head.children if child.lower_ == "of" for deep in child.children]
        noun = inner[0] if inner and (head.tag_ == "CD" or head.lower_ in reader.vocabulary.listed("word.some-of")) else head
        if noun.lower_ in ("one", "ones"):
            continue
        if not any(child.tag_ == "PRP$" for child in noun.children):  # "put away his phone": whose, a later sentence may guess
            known = (
                NoteKind.POSSIBLE_ID if noun.tag_ == "PRP" else NoteKind.NAME
            )  # whom a pronoun means is a guess: it may prove, but not tell apart
            marks |= {known.of(name) for name in reader.ids(noun) if not name.startswith("noun:")}
        if noun.tag_ in _NOUNS or (noun.tag_ in ("JJ", "VBN") and any(child.dep_ == "det" for child in noun.children)):  # "the wounded"
            word = noun_key(noun)
            own = token.tag_.startswith("VB") and noun.dep_ in _SUBJECTS and _is_event(reader, noun)
            marks.add(NoteKind.ITSELF.of(word) if own else kind.of(str(reader.vocabulary.listed("order.thing").get(word, word))))
        kinds = (child for child in noun.children if child.dep_ in ("amod", "nummod", "poss") and child.tag_ in _NARROWING)
        marks |= {NoteKind.ONLY.of(fold(child.text)) for child in kinds}
        marks |= {NoteKind.AGAIN.of(mark) for mark in reader.markers(noun) - _ONE}
    if token.tag_.startswith("VB"):
        partner = reader.vocabulary.listed("order.partner")
        beside = [noun for child in token.children if child.lower_ in partner for noun in child.children]
        marks |= {NoteKind.NAME.of(name) for noun in beside for name in reader.ids(noun) if name.startswith("person:")}
    clause = [reader.doc[at] for at in clause_words(token)] if token.tag_.startswith("VB") else []
    marks |= {NoteKind.AGAIN.of(mark) for word in (token, *clause) for mark in reader.markers(word) - _ONE}
    if token.tag_ in _NOUNS:
        marks.add(NoteKind.ITSELF.of(noun_key(token)))
        kinds = (child for child in token.children if child.dep_ == "amod" and child.tag_ in _NARROWING)
        marks |= {NoteKind.ONLY.of(fold(child.text)) for child in kinds}
    return marks


_ONE = frozenset({FIRST, LAST, LATER, EARLIER})
"""Marks that tell the order itself, and no other instance."""
_NARROWING = ("JJ", "JJR", "JJS", "CD")


def _acts(reader: EventFrameReader, token: Token) -> Iterator[str]:
    """Every word by which an event may be known: classes of events, groups of synonyms, the verb's own stem."""
    words, light, known = [token], reader.vocabulary.listed("order.light"), _groups(reader.vocabulary)
    if token.tag_.startswith("VB"):
        words += [child for child in token.children if child.dep_ == "xcomp" and child.tag_.startswith("VB")]
        if verb_stem(token.lower_) in light or token.lower_ in reader.vocabulary.listed("order.beginning"):
            words += [child for child in token.children if child.dep_ in _OBJECTS and _is_event(reader, child)]
        words += [child for child in token.children if child.dep_ in _SUBJECTS and _is_event(reader, child)]
        purpose = reader.vocabulary.listed("order.purpose")
        purposes = (noun for child in token.children if child.lower_ in purpose for noun in child.children)
        words += [noun for first in purposes for noun in (first, *first.conjuncts) if _is_event(reader, noun)]
    for word in words:
        rule = reader.rule_at(word)
        if rule is not None and rule.phase == "act":
            yield rule.broader or rule.id
        stem = verb_stem(fold(word.text)) if word.tag_.startswith("VB") else noun_key(word)
        beside = [
            child.lower_
            for child in word.children
            if child.dep_ in ("prt", "advmod", "prep", "acomp", "oprd") or (child.dep_ == "dobj" and child.tag_ in _NOUNS)
        ]
        groups = [group for other in beside for group in known.get(f"{stem} {other}", ())]
        groups += () if groups and stem in light else known.get(stem, ())
        yield from groups
        if not groups and stem not in light:
            yield stem


def _is_event(reader: EventFrameReader, noun: Token) -> bool:
    """Whether a noun tells what happens: "an explosion shook the works", "the warning was issued", "got the goal"."""
    if noun.tag_ not in _NOUNS:
        return False
    rule = reader.rule_at(noun)
    return (rule is not None and rule.phase == "act") or noun.lower_ in reader.vocabulary.listed("order.noun")


def _parts(token: Token) -> list[tuple[NoteKind, Token]]:
    """The nouns that take part: (PART, noun) of subjects, (THING, noun) of what it is done to."""
    if not token.tag_.startswith("VB"):
        beside = (child for child in token.children if child.dep_ in ("poss", "compound", "nmod"))
        below = (noun for child in token.children if child.dep_ == "prep" for noun in child.children)
        return [(NoteKind.PART, noun) for noun in (*beside, *below) if noun.tag_.startswith(("NN", "PRP")) and not _is_time(noun)]
    verbs = [token, *(child for child in token.children if child.dep_ == "xcomp" and child.tag_.startswith("VB"))]
    found = [(NoteKind.THING, child) for verb in verbs for child in verb.children if child.dep_ in _OBJECTS]
    found += [(NoteKind.PART, child) for child in token.children if child.dep_ == "nsubj"]
    found += [(NoteKind.PART, noun) for child in token.children if child.dep_ == "agent" for noun in child.children]
    own = any(child.dep_ in _SUBJECTS for child in token.children)
    if not own and token.dep_ in ("conj", "pcomp", "xcomp", "advcl"):
        above = token.head
        while above.dep_ in ("prep", "xcomp") and not any(child.dep_ in _SUBJECTS for child in above.children) and above.head.i != above.i:
            above = above.head
        found += [(NoteKind.PART, child) for child in above.children if child.dep_ in _SUBJECTS]
    if not own and token.dep_ == "ccomp":  # "after the keeper had locked the gate", read as "after the keeper"
        before = (child for child in token.head.children if child.dep_ == "prep" and child.i < token.i)
        found += [(NoteKind.PART, noun) for child in before for noun in child.children if noun.dep_ == "pobj"][-1:]
    if not own and token.dep_ in ("relcl", "acl"):
        found.append((NoteKind.PART, token.head))
    return [(kind, noun) for kind, noun in found if not _is_time(noun)]


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME")


def _words(token: Token) -> str:
    """An event in words, by its verb or noun and the noun before it."""
    nouns = [noun for _, noun in _parts(token) if noun.tag_.startswith("NN")]
    if not token.tag_.startswith("VB") or not nouns:
        return token.text
    noun = min(nouns, key=lambda noun: noun.i)
    return f"{noun.text} {token.text}" if noun.i < token.i else f"{token.text} {noun.text}"
