"""The part that the bearer of an age plays in what an article tells: the one suspected, the one who died, the one at the wheel.

A part is told by a noun ("the gunman, a 46-year-old driver") or by what is done to the bearer ("arrested a man of 52").  Only an article
that tells of one bearer of it says anything: two arrested, a second victim or another driver leave open whose age is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import is_of_several
from factcheck.claims.people import Person
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import columns_of, sentences_of
from factcheck.frame_notes import Note, bare
from factcheck.mentions.age_reading import AgeReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import either_of, fold, whole_words
from factcheck.values import AgeValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token, Words

DRIVER = "driver"
_OWN = 30
"""Characters between a noun of persons and the age of its bearer ("the fish trader, 44,")."""
_OLD_NEWS = 60
"""Days before an article from which on what it tells is of another time than its news."""
_STEPS = 4
_INSIDE = frozenset({"amod", "compound", "nummod", "npadvmod", "nmod", "advmod", "acomp", "appos", "pobj", "attr", "conj"})
_BEFORE = 60
"""Characters before an age or a name in which the noun stands that it is told beside."""
_APPOSED = re.compile(r"(?P<noun>[a-z-]{3,20}),? (?:an?|the) (?:[a-z-]{3,20} ){0,2}$|(?P<named>[A-Za-z-]{3,20})(?: was| is|,)? $")


class Part(NamedTuple):
    """What somebody is in a story ("suspect"), of which sex ("m", "f"), and by which vehicle ("lorry"), each empty where it is not told."""

    name: str
    sex: frozenset[Note]
    vehicle: frozenset[Note]


def frame_parts(item: Resolved, reading: AgeReading, person: Person | None, around: FramingContext, *, at_death: bool) -> Iterator[Answer]:
    """What the bearer of an age is known by besides a name: a post or a calling that few have, and the part played in the story.

    ``predicate`` is "unnamed", ``thing`` and ``role`` the post, calling or part; ``subset`` the sex, ``markers`` the vehicle of a driver.
    """
    lead = around.is_lead(item)
    unnamed = person is None and not at_death
    calling = (_post(item, reading, around) if reading.definite else _calling(item, reading, around)) if unnamed else None
    if calling is not None:
        yield Answer("age.calling", Frame(predicate="unnamed", role=calling, agents=frozenset(), thing=calling, lead=lead))
    part = part_of(item, reading, person, around) if person is None or not at_death else None
    if part is not None and part.name != calling:
        agents = frozenset({person.id}) if person is not None else frozenset()
        frame = Frame(predicate="unnamed", role=part.name, agents=agents, thing=part.name, subset=part.sex, markers=part.vehicle, lead=lead)
        yield Answer("age.calling", frame)


def _calling(item: Resolved, reading: AgeReading, around: FramingContext) -> str | None:
    """What somebody unnamed is, in two words that few people of a story are ("fish trader"); None where that is not told."""
    if not reading.noun:
        return None
    text, span, noun = around.document.passages[item.passage].text, item.found.span, re.escape(reading.noun)
    behind = re.match(rf" (?:[a-z-]{{2,20}} )??(?P<first>[a-z-]{{3,20}}) {noun}(?!\w)", text[span.end : span.end + _OWN * 2])
    before = re.search(rf"(?P<first>[a-z-]{{3,20}}) {noun},? $", text[max(0, span.start - _OWN) : span.start])
    found, low = (behind, span.end) if behind else (before, max(0, span.start - _OWN))
    doc = around.document.passages[item.passage].doc
    if found is None or doc is None:
        return None
    token = span_root(doc, low + found.start("first"), low + found.end("first"))
    return f"{found['first']} {reading.noun}" if token is not None and token.tag_ == "NN" and token.dep_ == "compound" else None


def _post(item: Resolved, reading: AgeReading, around: FramingContext) -> str | None:
    """The post of somebody unnamed that a story has one of, told as known ("the skipper, 44,"); None for others, and for one of several."""
    reader, text = around.readers[item.passage], around.document.passages[item.passage].text
    known = reader is not None and not is_of_several(text, item.found.span.end)
    return str(reader.vocabulary.group("age.post").get(reading.noun, "")) or None if reader is not None and known else None


def part_of(item: Resolved, reading: AgeReading, person: Person | None, around: FramingContext) -> Part | None:
    """The part of the bearer of an age; None where the article tells none, or tells of several that play it."""
    reader = around.readers[item.passage]
    if reader is None:
        return None
    words = reader.vocabulary
    if reading.born is None and _is_of_other_time(item, around):
        return None
    nouns = _nouns(item, reading, person, around)
    name = next((part for noun in nouns if (part := words.group("age.part-noun").get(noun))), "") or _by_act(item, reading, reader, around)
    name = name or next((noun for noun in nouns if noun in around.person_nouns and _is_telling(noun, reading, words)), "")
    vehicle = _vehicle(item, reading, around, words) if name == DRIVER else ""
    if not name or _is_one_of_several(name, around, words) or (name == DRIVER and not vehicle and _are_two(around, words)):
        return None
    sex = words.group("age.sex").get(reading.sort) or (person.gender if person is not None else "")
    return Part(name, frozenset({bare(sex)} if sex else ()), frozenset({bare(vehicle)} if vehicle else ()))


def _is_of_other_time(item: Resolved, around: FramingContext) -> bool:
    """Whether the sentence of an age, or its clause, is dated long before the article ("in 2019 a 35-year-old was arrested there")."""
    value, told = item.mention.value, around.time(item)
    if not isinstance(value, AgeValue) or value.as_of is None or told is None or told.latest is None or told.open_year:
        return False
    return (value.as_of - told.latest).days > _OLD_NEWS


def _is_telling(noun: str, reading: AgeReading, words: Vocabulary) -> bool:
    """Whether few people of a story are what a noun says ("shepherd", not "passenger" or "man"); posts are told by ``_post``, which asks
    whether the noun is known."""
    told = ("age.sex", "age.post")
    return (
        reading.sort in ("", "person")
        and noun not in words.listed("age.common-noun")
        and not any(noun in words.group(name) for name in told)
    )


def _vehicle(item: Resolved, reading: AgeReading, around: FramingContext, words: Vocabulary) -> str:
    """The sort of vehicle that a driver is told with ("the lorry driver, 38,", "the driver of the car"); "" where it is not told."""
    text, span = around.document.passages[item.passage].text, item.found.span
    sorts = words.group("age.vehicle")
    before = re.findall(r"([a-z]{3,12}) driver", text[max(0, span.start - _BEFORE) : span.end + _BEFORE].lower())
    of = re.findall(r"(?:driver|wheel) of (?:an?|the|his|her) ([a-z]{3,12})", text[max(0, span.start - _BEFORE) : span.end].lower())
    found = {sort for noun in (*before, *of, reading.noun) if (sort := sorts.get(noun))}
    return min(found) if len(found) == 1 else ""


def _are_two(around: FramingContext, words: Vocabulary) -> bool:
    """Whether an article tells of two vehicles, each of which has a driver."""
    if "two vehicles" not in around.asked:
        pattern = whole_words(tuple(words.listed("age.two-vehicles")))
        around.asked["two vehicles"] = any(pattern.search(passage.text.lower()) for passage in around.document.passages)
    return around.asked["two vehicles"]


def _nouns(item: Resolved, reading: AgeReading, person: Person | None, around: FramingContext) -> list[str]:
    """The nouns that the bearer is told by, folded: that of the age itself, and those beside the age or the name."""
    text = around.document.passages[item.passage].text
    places = [item.found.span.start]
    places += [span.start for span, other in around.named.get(item.passage, ()) if person is not None and other.id == person.id]
    told = (_APPOSED.search(text, max(0, place - _BEFORE), place) for place in places)
    found = [fold(beside["noun"] or beside["named"]) for beside in told if beside]
    return [*found, reading.noun] if reading.noun else found


def _by_act(item: Resolved, reading: AgeReading, reader: EventFrameReader, around: FramingContext) -> str:
    """The part that the bearer of an age, or the noun that a pronoun or "the 43-year-old" points back to, plays by what is done to it."""
    token = span_root(reader.doc, item.found.span.start, item.found.span.end)
    told = _undergone(token, reader) if token is not None else ""
    if told or not (reading.pronoun in ("he", "she") or reading.definite):
        return told
    before = _antecedent(item, around)
    return _undergone(before, reader) if before is not None else ""


def _antecedent(item: Resolved, around: FramingContext) -> Token | None:
    """The one noun for a person in the sentence before an age in its passage; None where there is none, several, or a name."""
    doc = around.document.passages[item.passage].doc
    start = item.mention.sentence.start - around.document.passages[item.passage].start
    before = _sentence_before(doc, start) if doc is not None else None
    if before is None or any(before.start_char <= span.start < start for span, _ in around.named.get(item.passage, ())):
        return None
    nouns = [token for token in before if token.tag_ == "NN" and token.dep_ != "compound" and fold(token.text) in around.person_nouns]
    return nouns[0] if len(nouns) == 1 else None


def _sentence_before(doc: Doc, start: int) -> Words | None:
    """The last sentence that ends before an offset or at it."""
    columns, sentences = columns_of(doc), sentences_of(doc)
    behind = bisect_right(sentences, start, key=lambda sentence: columns.starts[sentence.stop - 1] + len(columns.texts[sentence.stop - 1]))
    return doc[sentences[behind - 1].start : sentences[behind - 1].stop] if behind else None


def _undergone(token: Token, reader: EventFrameReader) -> str:
    """The part that the verb tells of which a word, or what it is in apposition to or said of, is the object; "" where none does."""
    words = reader.vocabulary
    if token.dep_ in ("acomp", "attr") and token.head.lower_ in words.listed("verb.being"):
        token = next((child for child in token.head.children if child.dep_ == "nsubj"), token)
    for _ in range(_STEPS):
        clauses = [child for child in token.children if child.dep_ == "acl" or (child.dep_ == "relcl" and _is_suffered(child, words))]
        told = next((part for clause in clauses if (part := _told_by(clause, reader, words))), "")
        if told or token.head.i == token.i:
            return told
        if token.head.tag_.startswith("VB"):
            return _told_by(token.head, reader, words) if _is_patient(token, words) else ""
        if token.dep_ not in _INSIDE:
            return ""
        token = token.head
    return ""


def _told_by(verb: Token, reader: EventFrameReader, words: Vocabulary) -> str:
    rule = reader.rule_at(verb)
    part = words.group("age.part-event").get(rule.id) if rule is not None and rule.phase == "act" else None
    told = words.group_stems("age.part-verb").get(verb_stem(fold(verb.text)))
    denied = any(child.dep_ == "neg" for child in verb.children)
    return "" if denied else part or (told[0] if told else "")


def _is_patient(token: Token, words: Vocabulary) -> bool:
    """Whether a word is what its verb is done to: its object, the subject of a passive, or of a verb such as "die" and "be in custody"."""
    if token.dep_ in ("dobj", "nsubjpass"):
        return True
    return token.dep_ == "nsubj" and _is_suffered(token.head, words)


def _is_suffered(verb: Token, words: Vocabulary) -> bool:
    """Whether the subject of a verb is the one it is done to: "died", "is in custody", "Boy, 14, held", "who was arrested"."""
    bare_past = verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "dobj" for child in verb.children)
    return bare_past or verb_stem(fold(verb.text)) in words.stems("age.part-suffered")


def _is_one_of_several(part: str, around: FramingContext, words: Vocabulary) -> bool:
    """Whether any passage tells of two or more that play a part, or of another one."""
    question = f"several {part}"
    if question not in around.asked:
        pattern = _several(words, part)
        around.asked[question] = any(pattern.search(passage.text) for passage in around.document.passages)
    return around.asked[question]


@lru_cache(maxsize=64)
def _several(words: Vocabulary, part: str) -> re.Pattern[str]:
    """The words for several who play a part: "two men were arrested", "arrested two men", "gunmen", "second suspect"."""
    nouns = sorted(noun for noun, name in words.group("age.part-noun").items() if name == part) or [part]
    verbs = sorted(verb for verb, names in words.groups("age.part-told").items() if part in names)
    many = either_of(sorted(words.listed("age.several")))
    folk = either_of(sorted(words.listed("age.several-noun")))
    single, told = either_of(nouns), either_of(verbs)
    been, more = "(?: (?:were|was|have been|has been|had been|are|is|lay|have|had))?", "(?: (?:more|other|further|young|unnamed))?"
    group = rf"(?:(?:{many}){more}(?: (?:{folk}))?|[1-9][0-9]{{0,3}}{more} (?:{folk}))"
    forms = (
        rf"(?:{many}) (?:[a-z-]{{2,20}} )?(?:{single})(?!\w)",
        rf"(?:{_plurals(nouns)})(?!\w)",
        rf"(?:{group})(?:,? [^.!?]{{1,40}},)?{been}(?: also| later)? (?:{told})(?!\w)",
        rf"[1-9][0-9]{{0,3}} (?:were|have been|had been|are) (?:{told})(?!\w)",
        rf"(?:{told})(?: (?:of|the|at least))? (?:{group}|[1-9][0-9]{{0,3}}(?![\w-]| years?))(?!\w)",
    )
    return re.compile("|".join(rf"(?<!\w){form}" for form in forms), re.IGNORECASE)


def _plurals(nouns: list[str]) -> str:
    return either_of([noun[:-3] + "men" if noun.endswith("man") else f"{noun}s" for noun in nouns if noun not in ("deceased", "accused")])
