"""Frames event locations: what was done to whom, and the places that the words name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named_actors
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import SUBJECTS
from factcheck.frame_notes import DEFINITE, EARLIER, FORMED, LATER, VEHICLE, Note, bare_all
from factcheck.mentions.event_location import EventLocation
from factcheck.model import SCENE, Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_DEPTH = 3
_ROOM = "room:"
_SEA = "sea"
_ITSELF = ("self", "selves")
"""Endings of pronouns for the subject itself."""
_OFFICE = "office"
"""The noun that means a seat only with a word before it: "head office"."""
_TOWN = "town"
"""The scale of names that no gazetteer knows."""


def frame_event_location(item: Resolved, location: EventLocation, around: FramingContext) -> Iterator[Answer]:
    """The place of an act of a group; nothing where the words name no place that can be told from another."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    verb = reader.doc[location.verb]
    nouns = [reader.doc[index] for index in location.places]
    places = {place for noun in nouns for place in _places(reader, around, noun, _DEPTH)}
    if not places:
        return
    inside = frozenset(name for noun in nouns for token in noun.subtree if not has_owner(token) for name in reader.ids(token))
    agents, targets = reader.parts_of(verb)
    if not agents and verb.dep_ == "pcomp":
        agents = frozenset(name for child in verb.head.head.children if child.dep_ in SUBJECTS for name in reader.ids(child))
    if not agents and not targets and verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.children):
        agents, targets = reader.parts_of(verb.head)  # "was thrown into the river and found in Dell"
    targets |= _found_dead(reader, verb)
    if any(child.tag_ == "PRP" and child.lower_.endswith(_ITSELF) for child in verb.children if child.dep_ == "dobj"):
        targets |= agents | {name for child in verb.children if child.dep_ == "nsubj" for name in reader.ids(child)}
    subjects = _subjects(verb)
    things = bare_all(fold(child.text) for child in subjects if not child.tag_.startswith("NNP"))
    if any(_is_driven(reader.vocabulary, child) for child in subjects):
        things |= {VEHICLE}
    settled = {DEFINITE} if any(_is_known(reader.vocabulary, child) for child in subjects) else set[Note]()
    if any(_is_of_new_body(reader.vocabulary, child, verb) for child in subjects):
        settled |= {FORMED}
    marks = frozenset(mark for child in subjects for mark in reader.markers(child))
    frame = Frame(
        predicate=verb.text,
        role=SCENE,
        agents=named_actors(agents) - inside,
        targets=named_actors(targets) - inside,
        others=around.named_around(item) - inside,
        subset=things | settled,
        markers=(reader.markers(verb) - _elapsed(reader.vocabulary, verb)) | marks,
        time=around.time_of(item, verb),
        lead=around.is_lead(item),
    )
    value = WhereValue(tuple(sorted(places)), item.found.span.of(reader.doc.text).strip())
    for group in location.groups:
        yield Answer(f"{SCENE}.{group}", replace(frame, thing=group), value)


def _elapsed(words: Vocabulary, verb: Token) -> frozenset[Note]:
    """LATER and EARLIER where they only tell how much time lay between: "the car was found an hour later" is told of the one car, not of a
    later one; "had left Dell an hour earlier" of the same journey, which "two years earlier" does not."""
    found = set[Note]()
    for child in verb.children:
        lengths = [inner for inner in child.children if inner.dep_ == "npadvmod"]
        if child.lower_ == "later" and lengths:
            found.add(LATER)
        elif child.lower_ == "earlier" and any(length.lower_ in words.listed("where.short-time") for length in lengths):
            found.add(EARLIER)
    return frozenset(found)


def _found_dead(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Whom a verb of finding is said of where the parse makes a clause of it: "found Ada Fonn dead"."""
    states = (child for child in verb.children if child.dep_ == "ccomp" and child.tag_ == "JJ")
    return frozenset(name for state in states for child in state.children if child.dep_ in SUBJECTS for name in reader.ids(child))


def has_owner(noun: Token) -> bool:
    """Whether a noun is told with a pronoun of its owner, whom the words of a place then do not name: "was arrested at her home"."""
    return noun.tag_ == "PRP$" or any(child.tag_ == "PRP$" for child in noun.children)


def _subjects(verb: Token) -> list[Token]:
    """The nouns that an act is done by or to: subject and object, for "which" and for a participle behind it the noun before."""
    nouns = [child for child in verb.children if child.dep_ in (*SUBJECTS, "dobj")]
    before = verb.dep_ == "acl" or any(child.tag_ in ("WDT", "WP") for child in nouns)
    nouns += [verb.head] if before and verb.dep_ in ("acl", "relcl") else []
    return [noun for noun in nouns if noun.tag_.startswith("NN")]


def _is_driven(words: Vocabulary, noun: Token) -> bool:
    """Whether a noun is a vehicle, not one told as that of others than who fled: "the guards' car"."""
    owners = (child for child in noun.children if child.dep_ == "poss" and child.tag_ in ("NN", "NNS"))
    return fold(noun.text) in words.listed("where.vehicle") and all(child.lower_ in words.listed("where.fugitive") for child in owners)


def _is_of_new_body(words: Vocabulary, noun: Token, verb: Token) -> bool:
    """Whether a noun is the seat of a body that is about to come: "the seat of the merged bank stays in", "the head office will be in"."""
    beside = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod", "poss")]
    chief = words.listed("where.chief")
    plain_office = noun.lower_ == _OFFICE and not any(child.lower_ in chief for child in beside)
    if noun.lower_ not in words.listed("where.head-office") or plain_office:
        return False
    formed = words.listed("where.formed")
    owners = [inner for prep in noun.children if prep.lower_ == "of" for inner in prep.children if inner.dep_ == "pobj"]
    owners += [child for child in beside if child.dep_ == "poss" and child.tag_ != "PRP$"]
    if owners or any(child.lower_ in formed for child in beside):
        return any(child.lower_ in formed for owner in (noun, *owners) for child in owner.children)
    helped = any(child.dep_ == "aux" for child in (*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ())))
    return (helped or verb.lower_ in words.listed("where.keeping")) and not any(child.tag_.startswith("NNP") for child in beside)


def _is_known(words: Vocabulary, noun: Token) -> bool:
    known = words.listed("word.the")
    return noun.tag_.startswith("NNP") or any(child.lower_ in known or child.dep_ == "poss" for child in noun.children)


def _places(reader: EventFrameReader, around: FramingContext, noun: Token, depth: int) -> set[str]:
    """All "scale:place" of a noun and of what it is said to lie in."""
    if depth == 0:
        return set()
    found = _common(reader, noun) if noun.tag_ in ("NN", "NNS") else _named(reader, around, noun)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in reader.vocabulary.listed("preposition.around"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found |= _places(reader, around, inner, depth - 1)
        elif child.dep_ == "appos" and child.tag_.startswith("NNP"):
            found |= _named(reader, around, child)
    return found


def _common(reader: EventFrameReader, noun: Token) -> set[str]:
    sites = reader.vocabulary.listed("where.site")
    beside = [child for child in noun.children if child.i < noun.i and child.dep_ in ("compound", "amod", "nmod")]
    keys = [f"{child.lower_} {noun.lower_}" for child in beside] + [noun.lower_]
    rooms = reader.vocabulary.group("where.noun")
    key = next((key for key in keys if key in sites or rooms.get(key, "").startswith(_ROOM)), "")
    if key not in sites and key in rooms:
        return {rooms[key]}
    site = str(sites[key]) if key in sites else None
    if site == _SEA and any(child.lower_ == "of" for child in noun.children):
        site = None  # "a sea of flames"
    if site is None and noun.lower_.endswith("field") and len(noun.lower_) > len("field"):
        site = "field"  # "cornfield"
    if site is None:
        return set()
    names = [child for child in beside if child.tag_.startswith("NNP")]
    return {f"site:{site}"} | ({f"{site}-name:{fold(' '.join(child.text for child in names))} {noun.lower_}"} if names else set())


def _named(reader: EventFrameReader, around: FramingContext, noun: Token) -> set[str]:
    """The place of a name: that of the gazetteer with what lies around it, a building or ground by its noun, else a town of that name."""
    found = around.participants.at(reader.index, noun.idx, noun.idx + len(noun))
    if found is not None and found.sort in ("seat", "place"):
        return around.participants.places_of(found)
    if found is not None and found.sort in ("person", "organisation", "demonym"):
        return set()
    words = [token for token in noun.doc[noun.left_edge.i : noun.i + 1] if token.tag_.startswith("NNP")]
    lists = reader.vocabulary
    if any(token.lower_ in lists.listed("where.no-place") for token in words):
        return set()
    ground = noun.lower_ in lists.listed("place.noun")
    if not ground and any(child.lower_ == "the" for child in noun.children):
        return set()
    if ground:
        words += [inner for prep in noun.children if prep.lower_ == "of" for inner in prep.children if inner.tag_.startswith("NNP")]
    named = words[1:] if len(words) > 1 and words[0].lower_ in lists.listed("where.town-word") else words
    site = next((str(lists.listed("where.site")[token.lower_]) for token in named if token.lower_ in lists.listed("where.site")), None)
    if not words or not all(token.text[0].isupper() for token in words) or any(child.dep_ == "poss" for child in noun.children):
        return set()
    name = fold(" ".join(token.text for token in words))
    if noun.lower_ in lists.listed("where.street"):
        return set()
    if site is not None:
        return {f"site:{site}", f"{site}-name:{name}"}
    return {f"{_TOWN}:{name}"}
