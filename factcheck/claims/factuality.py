"""Frames the factuality of acts: who did, or did not do, which act to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import SUBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import AT_NO_TIME, PERSON, TOTAL, WAITING, Note, NoteKind
from factcheck.mentions.factuality import COMING, DID_NOT, EXCLUDED, REFUSED, ActFactuality
from factcheck.mentions.factuality_cues import is_aside
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_factuality(item: Resolved, factuality: ActFactuality, around: FramingContext) -> Iterator[Answer]:
    """Whether who did, or is to do, which act to whom; nothing where the act is only agreed, announced or reported."""
    reader, rule = around.readers[item.passage], item.found.rule
    if reader is None:
        return
    act = _act(reader, factuality)
    if act is None:
        return
    excluded, verb = rule == EXCLUDED, reader.doc[factuality.verb]
    agents, targets = (_speaker(reader, verb), frozenset[str]()) if excluded else (act.agents, act.targets)
    if not excluded and factuality.act != factuality.verb:
        agents |= {i for child in verb.children if child.dep_ == "nsubj" and child.i != factuality.act for i in reader.ids(child)}
    if not agents and _is_active_perfect(verb):
        agents, targets = targets, agents
    speaker = min(_speaker(reader, reader.doc[factuality.denier]), default=None) if factuality.denier is not None else None
    event, holds = act.event, factuality.holds
    opposite = event in reader.vocabulary.listed("deed.opposite") and not excluded
    if opposite:
        if not holds:
            return  # who was not acquitted is not yet convicted
        event, holds = reader.vocabulary.group("deed.opposite")[event], False
    told_itself = factuality.act == factuality.verb or reader.doc[factuality.act].tag_.startswith("VB")
    undergoer = None
    if told_itself and not excluded and (not opposite or event in reader.vocabulary.listed("deed.undergone")):
        token = reader.doc[factuality.act]
        undergoer = _of_phrase(reader, token) or undergone(token, itself=act.plain or event in reader.vocabulary.listed("deed.undergone"))
    elif factuality.state:
        undergoer = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    marks = waiting(reader.vocabulary, verb) | topics_of(reader.doc[act.token])
    frame = Frame(
        event=event,
        predicate=act.predicate,
        role="excluded" if excluded else "done",
        agents=named(agents),
        targets=named(targets),
        others=around.named_around(item),
        thing=_singular(reader.vocabulary, undergoer) if undergoer is not None else min(act.things, default=None),
        subset=_subset(reader.vocabulary, undergoer, verb, around) | _total(factuality, verb) | _doers(agents) | marks,
        markers=act.markers,
        time=around.reported_time(item, verb, waiting=bool(waiting(reader.vocabulary, verb))),
        lead=around.is_lead(item),
    )
    if act.plain:
        frame = replace(frame, subset=frame.subset | _places(reader.vocabulary, reader.doc[factuality.act]))
    particle = "".join(f" {child.text}" for child in verb.children if child.dep_ == "prt")
    words = f"{verb.text}{particle} {act.predicate}" if verb.i != act.token and not excluded else act.predicate
    words = f"{verb.text}{particle}: {words}" if excluded else f"{'to be done' if rule == COMING else 'done'}: {words}"
    if rule != COMING:
        yield Answer(f"{frame.event}.{frame.role}", frame, PolarityValue(words, holds), speaker, affirmed=opposite)
    if rule in (COMING, REFUSED) or (
        rule == DID_NOT and verb.i != factuality.act and verb.lower_ in reader.vocabulary.listed("deed.refusing")
    ):
        yield Answer(f"{frame.event}.coming", replace(frame, role="coming"), PolarityValue(words, holds), speaker)


def _of_phrase(reader: EventFrameReader, verb: Token) -> Token | None:
    """The subject of a phrase that holds the object: in "the dam above the town gave way" the dam undergoes it, not the way."""
    phrases = reader.vocabulary.events.subjects_of(verb.lower_)
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ in phrases), None)
    return subject if subject is not None and any(child.lower_ in phrases[subject.lower_][0] for child in verb.children) else None


def _total(factuality: ActFactuality, verb: Token) -> frozenset[Note]:
    """Marks for a denial of every instance, and for one of all times."""
    never = any(child.lower_ == "never" for child in verb.children)
    return frozenset(note for note, told in ((TOTAL, factuality.total), (AT_NO_TIME, factuality.total and never)) if told)


@dataclass(frozen=True, slots=True)
class _Act:
    """The act that is told: ``event`` a class, or "verb:" and the stem of a verb of no class (``plain``); the rest as in EventFrame."""

    event: str
    predicate: str
    token: int
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    markers: frozenset[Note] = frozenset()
    plain: bool = False


def _act(reader: EventFrameReader, factuality: ActFactuality) -> _Act | None:
    token = reader.doc[factuality.act]
    if factuality.state:
        return _Act(factuality.state, token.text, token.i, plain=factuality.state.startswith("verb:"))
    told = next(iter(reader.read(token)), None)
    if told is None:
        if factuality.act != factuality.verb or reader.rule_at(token) is not None:
            return None
        agents, targets = reader.parts_of(token)
        particle = next((f" {child.lower_}" for child in token.children if child.dep_ == "prt"), "")
        event = f"verb:{verb_stem(fold(token.text))}{particle}"
        return _Act(event, token.text, token.i, agents, targets, markers=reader.markers(token), plain=True)
    if told.carrier is not None:
        return None
    listed = told.rule.id in reader.vocabulary.listed("deed.opposite") or told.rule.id in reader.vocabulary.listed("deed.opposite").values()
    event = told.rule.id if listed else told.rule.broader or told.rule.id
    return _Act(event, told.predicate, told.token, told.agents, told.targets, told.things, told.markers)


def waiting(words: Vocabulary, verb: Token) -> frozenset[Note]:
    """A mark for what is said not to be done until now ("not yet"), which the next report may tell as done."""
    told = any(child.lower_ in words.listed("deed.until-now") or _is_so_far(child) for child in verb.children)
    return frozenset({WAITING}) if told else frozenset()


def _is_so_far(word: Token) -> bool:
    return word.lower_ == "far" and any(child.lower_ == "so" for child in word.children)


def topics_of(verb: Token) -> frozenset[Note]:
    """Marks for what an act is about: "arrested over the fire"."""
    heads = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    preps = [child for head in heads for child in head.children if child.dep_ == "prep" and child.lower_ in ("over", "about")]
    return frozenset(NoteKind.OVER.of(fold(noun.text)) for prep in preps for noun in prep.children if noun.dep_ == "pobj")


def _doers(agents: frozenset[str]) -> frozenset[Note]:
    """Marks for doers that are told by a noun alone ("the family")."""
    return frozenset(NoteKind.DOER.of(name.partition(":")[2]) for name in agents if name.startswith("noun:"))


def _places(words: Vocabulary, verb: Token) -> frozenset[Note]:
    """Marks for where, with what and how an act of no class was done: "no weapons were found in the car", "did not sound at once"."""
    preps = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in words.listed("preposition.direction")]
    inside = [inner for prep in preps for inner in prep.children if inner.ent_type_ not in ("DATE", "TIME")]
    free = words.listed("deed.free-adverb")
    inside += [child for child in verb.children if child.dep_ == "advmod" and child.lower_ not in free]
    return frozenset(NoteKind.ONLY.of(fold(word.text)) for word in inside)


def undergone(verb: Token, *, itself: bool) -> Token | None:
    """The noun that an act is done to: the object, the subject of a passive, or, where the subject undergoes it ``itself``, the subject
    of a verb without an object ("the patient died").

    "None of the patients" and "no one" give the noun, or the word itself, that the negation is about.
    """
    if is_aside(verb):
        return verb.head
    parts = {child.dep_: child for child in verb.children if child.dep_ in ("nsubjpass", "dobj", "nsubj") and child.tag_[:2] in _NOUNS}
    noun = parts.get("nsubjpass") or parts.get("dobj") or (parts.get("nsubj") if itself else None)
    inner = [deep for child in noun.children if child.lower_ == "of" for deep in child.children] if noun is not None else []
    return inner[0] if inner and noun is not None and noun.lower_ in ("none", "neither", "all", "some", "one", "many") else noun


_NOUNS = ("NN", "DT", "CD", "PR")


def _singular(words: Vocabulary, noun: Token) -> str | None:
    if noun.lower_ in words.listed("deed.anybody"):
        return "person"
    if not noun.tag_.startswith("NN") or noun.tag_.startswith("NNP"):
        return None
    return noun_key(noun)


def _subset(words: Vocabulary, noun: Token | None, verb: Token, around: FramingContext) -> frozenset[Note]:
    """PERSON where a person undergoes the act, and notes of kind ONLY for all words that narrow whom or what it is said of."""
    found = set[Note]()
    if noun is not None:
        if (
            noun.lower_ in words.listed("deed.anybody")
            or fold(noun.text) in around.person_nouns
            or _singular(words, noun) in around.person_nouns
        ):
            found.add(PERSON)
        found |= {NoteKind.ONLY.of(word) for word in narrowed(words, noun) if word not in ("no", "planned")}
    doers = [child for child in verb.children if child.dep_ == "nsubj" and (noun is None or child not in (noun, *noun.ancestors))]
    found |= {
        NoteKind.ONLY.of(fold(deep.text))
        for doer in doers
        if doer.lower_ in ("none", "neither")
        for child in doer.children
        for deep in child.children
    }
    return frozenset(found)


def narrowed(vocabulary: Vocabulary, noun: Token) -> frozenset[str]:
    """Words that make a part of the whole its own whole: adjectives, compounds, a relative clause, "in the second car"."""
    adjectives = (child for child in noun.children if child.dep_ in ("amod", "compound", "nmod"))
    words = {fold(child.text) for child in adjectives if child.lower_ not in vocabulary.listed("noun.quantity")}
    words |= {fold(child.text) for child in noun.children if child.dep_ in ("relcl", "acl")}
    toward = vocabulary.listed("preposition.direction")
    places = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in toward and child.lower_ != "of"]
    inside = (inner for child in places for inner in child.children if inner.dep_ == "pobj")
    words |= {fold(inner.text) for inner in inside if inner.ent_type_ not in ("DATE", "TIME")}  # "all flights on Sunday"
    return frozenset(str(vocabulary.listed("noun.compass").get(word, word)) for word in words)


def named(ids: frozenset[str]) -> frozenset[str]:
    """The ids without those of mere nouns: "the captain" may well be the man whom the other article names."""
    return frozenset(name for name in ids if not name.startswith("noun:"))


def named_actors(ids: frozenset[str]) -> frozenset[str]:
    """The same without places, too: a place only tells where."""
    return frozenset(name for name in ids if not name.startswith(("noun:", "place:")))


def _is_active_perfect(verb: Token) -> bool:
    """ "Had not conceded", with a subject that the parser took for that of a passive."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and bool(helpers & {"has", "have", "had"}) and not helpers & {"been", "be", "was", "were"}


def _speaker(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Who says it: the subject of the verb, else that of the verb of speech above a clause that is said."""
    for above in (verb, verb.head if verb.dep_ == "ccomp" and verb.head.lower_ in reader.vocabulary.listed("deed.saying") else verb):
        ids = {i for child in above.children if child.dep_ == "nsubj" for i in reader.ids(child)}
        persons = {i for i in ids if i.startswith("person:")}
        if ids:
            return frozenset(persons or ids)
    return frozenset()
