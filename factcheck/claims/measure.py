"""Which question a measure answers: which attribute ("depth", "covered", "distance") of which thing, for distances from which landmark.

The frame holds the attribute as ``role``, the class of what is measured as ``thing``, its ids as ``agents``, the landmark as ``targets``
(ids of its names, "noun:capital" for a bare noun), words for another instance in ``markers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.claims.participants import Participant
from factcheck.claims.senses import notes_of
from factcheck.claims.vocabulary import Vocabulary
from factcheck.claims.wording import Wording, owners, when
from factcheck.columns import columns_of
from factcheck.frame_notes import ANOTHER, ANY_SENSE, FIXED, MANY, Note, NoteKind, without_kinds
from factcheck.mentions.measure import MeasureReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values.measure import DIRECTION

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

_INSIDE = frozenset({"det", "amod", "compound", "poss", "nmod", "case", "nummod", "advmod"})
_SUBSTANCE = frozenset({"mass", "volume", "area", "flow"})
"""Dimensions whose values are often an amount of something."""
_UNIT = re.compile(r"(?: of [a-z]{3,12}| [a-z]{3,12})?,? (?:an?|per|each|every) ([a-z]{3,12})(?![a-z])", re.IGNORECASE)
_BY_BEFORE = re.compile(r"(?:[0-9]|[a-z] )[a-z]{0,12} ?(?:by|x|×) ?$", re.IGNORECASE)
_BY_BEHIND = re.compile(
    r" ?(?:by|x|×) ?(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)(?![a-z]))", re.IGNORECASE
)
_UNSURE = NoteKind.QUALIFIED.of("unsure ")
"""Begins the notes on words that leave open whether a value is so."""
_AHEAD = 4
"""Words before the noun for where something is, among which its preposition stands."""
_SIDE = 24
"""Code points before a value in which the other side of a picture or a field is looked for."""
TOLD = "told"
"""Ends the slot of a value whose attribute or role no word near by tells."""
_POINTING = frozenset({"PRP", "DT", "WDT", "WP", "EX", "PRP$", "CD"})


def frame_measure(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a measure answers; where no word tells the attribute of a length, its role is None and its slot ends in "told"."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, MeasureReading):
        return
    wording = Wording.of(reader, item.found.span, reading.hints)
    if wording is None:
        return
    landmark = _landmark(item, around, reading.landmark) if reading.landmark is not None else frozenset()
    role = _role(wording, reading, landmark)
    if role is None and reading.value.dimension == DIRECTION:
        return
    previous = around.readers[item.passage - 1] if item.passage else None
    thing, owner = _thing(wording, reading, role, previous.doc if previous is not None else None)
    told = wording.event_frame()
    described = _is_described(wording)
    notes = _notes(wording, owner) | _senses(wording, reading, role, owner)
    frame = Frame(
        event=told[0].id if told else None,
        predicate=told[1] if told else (wording.verb.text if wording.verb is not None else None),
        role=role,
        agents=owners(_owner_ids(reader, owner), around) if thing != "quake" and owner is not None else frozenset(),
        targets=landmark,
        others=around.named_around(item),
        thing=thing or None,
        subset=frozenset(note for note in notes if not note.startswith(_UNSURE)) if described else notes,
        markers=(frozenset() if described else wording.markers()) | _other_one(owner) | _some_of(wording.owner()),
        time=when(item, around),
        lead=around.is_lead(item),
    )
    yield Answer(f"{reading.value.dimension}.{(role or TOLD).replace(' ', '-')}", frame, affirmed=_is_given(wording))


def _owner_ids(reader: EventFrameReader, owner: Token) -> set[str]:
    """Who or what is measured, by the name it stands beside where it has none of its own: "Orlen, an island 60 miles from the port"."""
    if owner.tag_ in _POINTING:
        return set()
    own = reader.ids(owner)
    beside = owner.dep_ == "appos" and owner.head.tag_.startswith("NNP") and all(name.startswith("noun:") for name in own)
    return reader.ids(owner.head) if beside else own


def _is_given(wording: Wording) -> bool:
    """Whether a measure describes what is known to be there, whatever its sentence denies: "found nothing in the 965-foot vessel"."""
    root = wording.root
    known = wording.reader.vocabulary.listed("noun.own")
    described = root.dep_ in ("compound", "amod", "nmod", "nummod") and root.head.tag_.startswith("NN") and root.head.i > root.i
    return described and any(child.lower_ in known for child in root.head.children)


def _is_described(wording: Wording) -> bool:
    """Whether a measure stands before its noun, and nothing between that noun's article and it makes another one of it: what a "50-metre
    cordon" allows qualifies no length.
    """
    root, words = wording.root, wording.reader.vocabulary
    noun = root.head
    if root.dep_ not in ("compound", "amod", "nmod", "nummod") or not noun.tag_.startswith("NN") or noun.i < root.i:
        return False
    before = {token.lower_ for token in noun.subtree if token.i < noun.i}
    return not any(before & words.listed(name).keys() for name in ("sense.unsure", "measure.instance"))


def _other_one(owner: Token | None) -> frozenset[Note]:
    """ANOTHER where an adjective sets what is measured beside another of its kind: "an older tunnel", "her sister ship"."""
    beside = owner is not None and any(
        (child.tag_ == "JJR" and child.dep_ == "amod") or (child.lower_ == "sister" and child.dep_ in ("compound", "amod"))
        for child in owner.children
    )
    return frozenset({ANOTHER}) if beside else frozenset()


def _some_of(owner: Token | None) -> frozenset[Note]:
    """ANOTHER where a number of several is the subject: "two of them flew 155 miles" tells nothing of the one that came later."""
    of_several = owner is not None and owner.tag_ == "CD" and any(child.lower_ == "of" for child in owner.children)
    return frozenset({ANOTHER}) if of_several else frozenset()


_SENSES = MappingProxyType({"distance": "away", "radius": "zone", "fall": "height-fallen"})
"""Attributes of lengths that go by another name among the senses."""


def _senses(wording: Wording, reading: MeasureReading, role: str | None, owner: Token | None) -> frozenset[Note]:
    """The notes on the sense of a measure, with the noun that has it; a length of which nothing tells more may be any ("is:any")."""
    length = reading.value.dimension == "length"
    notes = set(notes_of(wording, "measure", _SENSES.get(role or "", role) if length else None, ()))
    if owner is not None and owner.tag_ in ("NN", "NNS") and not wording.span.start <= owner.idx < wording.span.end:
        notes.add(NoteKind.OWNER.of(noun_key(owner)))
    side = _side(wording) if length else None
    if side:
        notes.add(NoteKind.QUALIFIED.of(f"part {side}"))
    unit = _UNIT.match(wording.root.doc.text, wording.span.end) if length else None
    per = wording.reader.vocabulary.listed("measure.rate-unit").get(unit[1].lower()) if unit else None
    if per:
        notes.add(NoteKind.QUALIFIED.of(f"part per {per}"))
    if length and (reading.direction is not None or reading.landmark is not None) and role not in ("length", "fall"):
        near = map(NoteKind.POSSIBLE_SENSE.of, NoteKind.SENSE.words(notes) - {"covered", "jump", "away"})
        return without_kinds(notes, NoteKind.SENSE, NoteKind.POSSIBLE_SENSE) | {*near, NoteKind.SENSE.of("away")}
    if length and role is None and _describes(wording):
        notes = {*without_kinds(notes, NoteKind.SENSE), *map(NoteKind.POSSIBLE_SENSE.of, NoteKind.SENSE.words(notes))}
    told = bool(NoteKind.SENSE.among(notes))
    return frozenset(notes) if told or not length else frozenset(notes | {ANY_SENSE})


def _side(wording: Wording) -> str | None:
    """ "first side" or "second side" for the lengths of "62 by 48 centimetres"; None for other values."""
    text, span = wording.root.doc.text, wording.span
    if _BY_BEFORE.search(text[max(0, span.start - _SIDE) : span.start]):
        return "second side"
    return "first side" if _BY_BEHIND.match(text, span.end) else None


def _describes(wording: Wording) -> bool:
    """Whether a value belongs to a noun and not to what is done: "a tunnel of 35 metres", "a 35-metre tunnel"; a noun that tells the
    attribute itself does not count.
    """
    root = wording.root
    noun = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root.head
    joined = root.dep_ in ("compound", "nmod", "amod", "nummod") and root.head.i > root.i
    listed = wording.reader.vocabulary.listed("sense.measure")
    return (joined or noun.i != root.head.i) and noun.tag_ in ("NN", "NNS") and noun.lower_ not in listed


def _notes(wording: Wording, owner: Token | None) -> frozenset[Note]:
    """FIXED for what lies where it lies, MANY for a plural, and notes of kind NEAR for the things that the sentence names."""
    notes = set(map(NoteKind.NEAR.of, wording.anywhere("thing")))
    if owner is not None and wording.says(owner, "place-class"):
        notes.add(FIXED)
    if owner is not None and owner.tag_ == "NNS":
        notes.add(MANY)
    return frozenset(notes)


def _role(wording: Wording, reading: MeasureReading, landmark: frozenset[str]) -> str | None:
    """The attribute that a value tells; None where it is not known."""
    dimension = reading.value.dimension
    if dimension == DIRECTION:
        return dimension if landmark else None
    if dimension == "length":
        if reading.landmark is not None:
            return "distance" if landmark else None
        found = None if reading.direction is not None else wording.nearest("length")
        if found is None:
            return wording.joined("joined") if reading.joined else None
        at = wording.root.doc.text[: wording.span.start].endswith(" at ")
        return "height" if found[0] == "covered" and at else found[0]
    if dimension in _SUBSTANCE:
        unit = _UNIT.match(wording.root.doc.text, wording.span.end)
        per = wording.reader.vocabulary.listed("measure.rate-unit").get(unit[1].lower()) if unit else None
        return f"{dimension} per {per}" if per else dimension
    if dimension == "speed":
        found = wording.nearest("speed")
        return found[0] if found else dimension
    return dimension


def _thing(wording: Wording, reading: MeasureReading, role: str | None, above: Doc | None) -> tuple[str, Token | None]:
    """The class of what is measured, "" where it is not known or a pronoun, and its token.

    A noun that only names the attribute ("a flight of 3,200 km") is no thing.  Where the sentence's grammar leads to no known class and
    its words name exactly one, that is taken.
    """
    owner = _described(wording) or wording.owner()
    if reading.value.dimension == "magnitude":
        return "quake", owner
    if owner is not None and (owner.lower_ in ("one", "all", "some") or owner.tag_ == "CD"):
        inner = next((noun for child in owner.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"), None)
        owner = inner or owner
    if reading.value.dimension in _SUBSTANCE:
        whole = _part_of(wording)
        if whole is not None:
            return fold(whole.text), None
        if " per " in (role or "") and wording.root.dep_ in OBJECTS:
            return "", None  # "the pumps lift 30,000 litres a minute": of what is not said
    known = wording.says(owner, "thing") if owner is not None else None
    if known:
        return known, owner
    place = _site(wording) if role == "distance" and reading.direction is None else None
    if place is not None:
        return noun_key(place), place
    beside = wording.argument("thing") if role in ("depth", "distance", DIRECTION) else None
    if beside is not None:
        return beside, owner
    if owner is not None and (role is not None or not _is_described(wording)) and wording.says(owner, "length") == role:
        owner = wording.subject()
    if owner is not None and owner.lower_ in wording.reader.vocabulary.listed("measure.pronoun"):
        earlier = _subject_before(owner, above, wording.reader.vocabulary)
        return (fold(earlier.text) if earlier is not None else ""), owner
    if owner is None or owner.tag_ in _POINTING or owner.lower_ in ("one", "ones"):
        return "", owner
    return wording.says(owner, "thing") or fold(owner.text), owner


def _described(wording: Wording) -> Token | None:
    """The noun right before a value that an adjective of size follows: "rubble 40 feet deep"; None elsewhere."""
    doc = wording.reader.doc
    inside = [index for index, start in enumerate(columns_of(doc).starts) if wording.span.start <= start < wording.span.end]
    if not inside or not 0 < inside[0] <= inside[-1] < len(doc) - 1:
        return None
    before, after = doc[inside[0] - 1], doc[inside[-1] + 1]
    sized = after.lower_ in wording.reader.vocabulary.listed("measure.size") and before.tag_ in ("NN", "NNS") and before.sent == after.sent
    return before if sized else None


def _site(wording: Wording) -> Token | None:
    """The common noun right before a distance that says where something is: "in a barn about six miles from the jail"; None elsewhere."""
    doc, words = wording.reader.doc, wording.reader.vocabulary
    first = next((index for index, start in enumerate(columns_of(doc).starts) if start >= wording.span.start), 0)
    while first and doc[first - 1].tag_ in ("RB", "IN") and doc[first - 1].lower_ in words.listed("quantity.before"):
        first -= 1
    noun = doc[first - 1] if first > 1 else None
    if noun is None or noun.tag_ != "NN" or not noun.text.islower() or noun.sent != doc[first].sent:
        return None
    ahead = [token.lower_ for token in doc[max(noun.sent.start, noun.i - _AHEAD) : noun.i]]
    return noun if any(word in words.listed("measure.site-preposition") for word in ahead) else None


def _part_of(wording: Wording) -> Token | None:
    """The substance that an amount is of: "2.5 tonnes of cocaine"."""
    for child in wording.root.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((noun for noun in child.children if noun.dep_ == "pobj" and noun.tag_.startswith("NN")), None)
    return None


def _subject_before(pronoun: Token, above: Doc | None, words: Vocabulary) -> Token | None:
    """The first subject of the sentence before, in the passage ``above`` at the start of one, which a pronoun at the head of the next takes
    up; None where it is no common noun in the singular, or speaks.
    """
    start = pronoun.sent.start
    if any(token.dep_ == "nsubj" for token in pronoun.doc[start : pronoun.i]) or (start == 0 and not above):
        return None
    before = pronoun.doc[start - 1].sent if start else (above or pronoun.doc)[-1].sent
    subject = next((token for token in before if token.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ != "NN" or not subject.text.islower():
        return None
    return None if subject.head.lower_ in words.listed("verb.telling") else subject


def _landmark(item: Resolved, around: FramingContext, start: int) -> frozenset[str]:
    """The place that begins at ``start``: ids of its known names, else its capitalised words; a bare common noun stands for itself."""
    reader = around.readers[item.passage]
    token = next((token for token in reader.doc if token.idx >= start), None) if reader is not None else None
    if reader is None or token is None:
        return frozenset()
    while token.dep_ in _INSIDE and token.head.i > token.i:
        token = token.head
    if not token.tag_.startswith("NN"):
        return frozenset()
    phrase = [inner for inner in token.subtree if inner.i <= token.i or _joined(inner, token)]
    low, high = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
    ids = {_as_landmark(found, reader.doc.text) for found in around.participants.of(item.passage) if low <= found.span.start < high}
    if not ids:
        proper = [inner.text for inner in phrase if inner.tag_.startswith("NNP")]
        ids = {f"name:{fold(' '.join(proper))}"} if proper else set()
    if not ids and token.tag_ == "NN" and token.lower_ != "capital" and any(child.lower_ == "the" for child in token.children):
        back = around.participants.antecedent(item.passage, token.idx, token.text)
        ids = {back} if back else set()
    return frozenset(ids) or (frozenset({f"noun:{fold(token.text)}"}) if token.tag_ in ("NN", "NNS") else frozenset())


def _as_landmark(found: Participant, text: str) -> str:
    """The id of a name that something is measured from; a seat of government ("Tehran") is itself here, and not its country."""
    return f"name:{fold(found.span.of(text).strip('.'))}" if found.sort == "seat" else found.id


def _joined(token: Token, top: Token) -> bool:
    """Whether a token belongs to the name of a landmark: "the lights of Tarsk harbour", without clauses and further places."""
    if not token.tag_.startswith(("NN", "IN", "DT")):
        return False
    while token.i != top.i:
        if token.dep_ not in (*_INSIDE, "prep", "pobj") or (token.dep_ == "prep" and token.lower_ != "of"):
            return False
        token = token.head
    return True
