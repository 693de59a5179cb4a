"""Whose age is told: the named person by apposition, compound or copula; the one person that "the 36-year-old" can mean; or nobody named.

The words between name and age decide, not the parse, which is often broken around both ("Ada Fonn, 26, and 39-year-old Per Aas").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.age_given import frame_given, given_beside
from factcheck.claims.age_parts import frame_parts
from factcheck.claims.attribution import speaker_of
from factcheck.claims.date import span_root
from factcheck.claims.framing_context import LEAD_PASSAGES, Answer, FramingContext
from factcheck.claims.people import Person
from factcheck.claims.subjects import acting, may_be, person_accused, person_before, person_described_as
from factcheck.frame_notes import BORN, KIN, bare_all
from factcheck.mentions.age_reading import AgeReading
from factcheck.mentions.attribution import Quotation
from factcheck.mentions.name import NameReading
from factcheck.model import CHILD_AGE, Frame
from factcheck.resolving import Resolved
from factcheck.text import Span, fold, whole_words
from factcheck.values import AgeValue, Relation

if TYPE_CHECKING:
    from factcheck.parses import Token

_WORDS = re.compile(r"[^\W_][\w'-]*|[^\w\s]")
_WINDOW = 6
"""Words between an age and the name it stands before ("the 31-year-old former Lowland and Highland champion X" is beyond it)."""
_BACK = 2
"""Passages before that "the 36-year-old" may point back to."""
_OWN = 30
"""Characters between a noun of persons and the age of its bearer ("his brother Per Aas, 44,")."""
_NAME_ONLY = re.compile(r"(?: [^\W\d_a-z][\w'.-]{0,20}){0,3}(?:, | \(| aged )")
_SURNAME = re.compile(r"(?:^|[.!?\"] )(?P<name>[^\W\d_a-z][\w'-]{2,20}) $")
_FAMILY = re.compile(r"(?:^|[.!?\"] )(?:Mrs?|Ms|Miss)?\.? ?(?P<name>[^\W\d_a-z][\w'-]{2,20})(?:, who)? $")
_AFTER_COLON = re.compile(r"(?: [\w'-]{1,20}){0,4}: ")
_TITLED = 20
"""Characters of an office before a name ("a woman of 65: Queen Ada")."""
_STEPS = 5
_NEXT = 3
"""Characters between an age that stands before its sentence and the subject ("At 73, Ada Fonn")."""
_GENDERED = {"man": "he", "boy": "he", "woman": "she", "girl": "she"}
"""Classes of nouns for a person that are of one gender, with its pronoun."""
MOST_AGES = 100
"""Ages of one article up to which a definite noun is resolved; with more it is a list, and work grows with the square."""
_LITTLE = 12  # years up to which somebody told by the age alone is a child
_LESS = 3
"""A person named so many times as often as any other is the one an article is about."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage and the person it means; ``span`` in the passage's text."""

    span: Span
    person: Person


def frame_age(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The age of a named person, or of somebody unnamed in the lead by what happened to him or her.

    ``predicate`` says how the owner is known: "named", "definite" ("the 36-year-old") or "unnamed"; ``thing`` is the class of person noun.
    """
    reading, value = item.found.reading, item.mention.value
    if not isinstance(reading, AgeReading) or not isinstance(value, AgeValue) or reading.once or reading.many:
        return
    person, how = _beside(item, reading, names_in(item.passage, around), around) or _of_family(item, reading, value, around), "named"
    given, bearer = given_beside(item, reading, person, around)
    person, how = (person, how) if bearer is None else (bearer, "definite")
    if person is None and not given and (reading.definite or reading.pronoun in ("he", "she")):
        person, how = _meant(item, value, around), "definite"
    role = "age_at_death" if reading.form == "death" else "age"
    sort, lead = reading.sort or None, around.is_lead(item)
    agents = frozenset({person.id}) if person is not None else frozenset[str]()
    if person is not None:
        markers = frozenset({BORN} if reading.born is not None else ()) | (frozenset({KIN}) if _tells_kin(item, around) else frozenset())
        either = replace(value, low=max(0, value.low - 1)) if _tells_birthday(item, around) else None
        yield Answer("age", Frame(predicate=how, role=role, agents=agents, thing=sort, markers=markers, lead=lead), either)
    yield from frame_given(item, reading, given, around)
    yield from frame_parts(item, reading, person, around, at_death=role != "age")
    if not lead or how == "definite" or role != "age" or (person is None and not reading.noun and not _is_child(reading, around)):
        return
    acts = _acts(item, reading, around)
    told = bare_all(acts - {CHILD_AGE})
    for act in sorted(acts):
        yield Answer(f"age.{act}", Frame(predicate="unnamed", role=act, agents=agents, thing=sort, subset=told, lead=lead))


def _tells_birthday(item: Resolved, around: FramingContext) -> bool:
    """Whether the passage of an age tells of a birthday of late ("He celebrated his birthday on July 30")."""
    reader, text = around.readers[item.passage], around.document.passages[item.passage].text.lower()
    if reader is None or "birthday" not in text:
        return False
    return whole_words(tuple(reader.vocabulary.listed("age.birthday-told"))).search(text) is not None


def _tells_kin(item: Resolved, around: FramingContext) -> bool:
    """Whether the sentence of an age tells of a relative who may bear the same name ("found his father's cap")."""
    reader, passage = around.readers[item.passage], around.document.passages[item.passage]
    kin = tuple(reader.vocabulary.listed("age.kin")) if reader is not None else ()
    sentence = item.mention.sentence
    text = passage.text[sentence.start - passage.start : sentence.end - passage.start].lower()
    return any(re.search(r"(?:his|her) (?:late |elder |younger )?$", text[: told.start()]) for told in whole_words(kin).finditer(text))


def _of_family(item: Resolved, reading: AgeReading, value: AgeValue, around: FramingContext) -> Person | None:
    """The one bearer of a surname that several share whose age the article tells as that: "Vale, who turned 48 on Sunday"."""
    text = around.document.passages[item.passage].text
    found = _FAMILY.search(text, max(0, item.found.span.start - _OWN), item.found.span.start) if reading.form == "verb" else None
    if found is None:
        return None
    told = {person.id: person for person, age in _stated_ages(around) if age.relation(value) is not Relation.APART}
    same = [person for person in told.values() if fold(person.value.family) == fold(found["name"])]
    return same[0] if len(same) == 1 else None


def names_in(index: int, around: FramingContext) -> list[Named]:
    """The persons named in a passage, in reading order, with their spans in it."""
    return [Named(span, person) for span, person in around.named.get(index, ())]


def _beside(item: Resolved, reading: AgeReading, names: list[Named], around: FramingContext) -> Person | None:
    """The person whose name stands beside the age; None where none does."""
    passage = around.document.passages[item.passage]
    text, span = passage.text, item.found.span
    if reading.form == "bare":
        return next((name.person for name in names if name.span.start < reading.anchor and abs(name.span.end - reading.anchor) <= 4), None)
    if reading.form == "front":
        behind = next((name.person for name in names if 0 <= name.span.start - span.end <= _NEXT and not _is_owner(text, name.span)), None)
        return None if reading.pronoun or reading.noun else behind
    if reading.form == "middle":
        return _subject(item, names, around)
    if reading.form == "quoted":
        return _speaker(item, around)
    if reading.form == "joined" or (reading.form == "aged" and reading.noun):
        follower = next((name for name in names if name.span.start >= span.end), None)
        if follower is not None and _bears(text, span.end, follower.span, item, around):
            return follower.person
    before = [name for name in names if name.span.end <= span.start]
    short = _SURNAME.search(text[max(0, span.start - 40) : span.start]) if reading.form == "verb" else None
    if short and not any(name.span.end >= span.start - len(short[0]) for name in before):
        return around.people.by_surname(short["name"])  # at the head of a sentence the tagger may miss it
    colon = _AFTER_COLON.match(text, span.end)
    if colon and reading.noun and not reading.definite:
        return next((name.person for name in names if 0 <= name.span.start - colon.end() <= _TITLED), None)
    if not before:
        return acting(item, around) if reading.form == "loose" else None
    gap = text[before[-1].span.end : span.start]
    if reading.form == "death":
        subject = [name for name in before if not _is_owner(text, name.span)]
        same = [name for name in subject if not re.search(r"[.!?;] ", text[name.span.end : span.start])]
        return same[0].person if len({name.person.id for name in same}) == 1 and _short(gap, 8) else None
    if _links(gap, around.phrases.link) and not _is_owner(text, before[-1].span):
        return before[-1].person
    return acting(item, around) if reading.form in ("verb", "old", "loose") and not reading.noun and not reading.pronoun else None


def _subject(item: Resolved, names: list[Named], around: FramingContext) -> Person | None:
    """The one person named before an age in its sentence; None where nobody or several are."""
    start = item.mention.sentence.start - around.document.passages[item.passage].start
    own = [name for name in names if start <= name.span.start and name.span.end <= item.found.span.start]
    text = around.document.passages[item.passage].text
    if own and re.fullmatch(r",? who,? ", text[own[-1].span.end : item.found.span.start]):
        return own[-1].person
    return own[0].person if len({name.person.id for name in own}) == 1 and not _is_owner(text, own[-1].span) else None


def _speaker(item: Resolved, around: FramingContext) -> Person | None:
    """Who says "I'm 31": the speaker of the one quotation with a speaker in the passage; None where there is none or several."""
    readings = [other.found.reading for other in around.in_passage(item.passage)]
    told = [reading for reading in readings if isinstance(reading, Quotation)]
    quoted = around.document.passages[item.passage].text.count('"', 0, item.found.span.start) % 2 == 1
    speaker = speaker_of(item.passage, told[0].speaker, around) if len(told) == 1 and quoted else None
    return next((person for person in around.people.persons if person.id == speaker), None)


def _links(gap: str, link: frozenset[str]) -> bool:
    """Whether nothing but linking words stands between a name and an age."""
    words = _WORDS.findall(gap.lower())
    if gap.startswith(("'s", "'")) and gap[:3] not in ("'s ",):
        return False
    return len(words) <= _WINDOW and all(word in link or word in (",", "(", "-", "'", "s") for word in words)


def _short(gap: str, words: int) -> bool:
    return len(_WORDS.findall(gap)) <= words


def _is_owner(text: str, span: Span) -> bool:
    """ "Fonn's 26-year-old son": the name owns the bearer and is not it."""
    return text[span.end : span.end + 2] == "'s" or text[span.end : span.end + 2] == "' "


def _bears(text: str, end: int, name: Span, item: Resolved, around: FramingContext) -> bool:
    """Whether age and later name make one phrase: "39-year-old line worker Per Aas", "a 63-year-old nurse, Ada Fonn,"."""
    gap = text[end : name.start]
    if not _short(gap, _WINDOW) or gap.startswith("'s"):
        return False
    stripped = gap.rstrip()
    comma = stripped.endswith(",")
    if gap == ", " and item.found.span.of(text)[-1:].isdigit():  # "a Canadian of 61, Ada Fonn, was freed"
        return text[name.end : name.end + 1] in (",", ".", ";") and not around.phrases.speaks.match(text, name.end)
    if comma and around.phrases.speaks.match(text, name.end):
        return False
    body = stripped.removesuffix(",")
    if re.search(r"[^\w\s'-]", body) or (comma and not body.strip()):
        return False
    doc = around.document.passages[item.passage].doc
    if doc is None:
        return not body.strip()
    inside = [token for token in doc if end <= token.idx < end + len(body)]
    return all(_modifies(token) for token in inside)


def _modifies(token: Token) -> bool:
    """Whether a word may stand between an age and its bearer's name: nouns, adjectives, participles, hyphens."""
    return token.tag_[:2] in ("NN", "JJ", "HY") or token.tag_ in ("VBN", "VBG", "CD", "POS") or token.is_space


def _meant(item: Resolved, value: AgeValue, around: FramingContext) -> Person | None:
    """The one person that "the 36-year-old", or "he" of "he is 36", can mean; None where nobody or several come into question.

    Somebody whose age the article tells is meant by it or excluded by another one; so are people who only speak.
    """
    if sum(other.mention.kind == "age" for other in around.resolved) > MOST_AGES:
        return None
    ages = _stated_ages(around)
    reading = item.found.reading
    pronoun = (reading.pronoun or _GENDERED.get(reading.sort, "")) if isinstance(reading, AgeReading) else ""
    told = [person for person, age in ages if age.relation(value) is not Relation.APART and may_be(person, pronoun, around)]
    if len({person.id for person in told}) == 1:
        return told[0]
    if told or _is_age_of_unnamed(item, value, around):
        return None
    others = {person.id for person, _ in ages}
    noun = reading.noun if isinstance(reading, AgeReading) else ""
    titled = person_described_as(noun, around) or person_accused(noun, around)
    if titled is not None and titled.id not in others and may_be(titled, pronoun, around):
        return titled
    topic = _topic(item, others, pronoun, around)
    if topic is not None:
        return topic
    near = [name for index in range(max(0, item.passage - _BACK), item.passage + 1) for name in _before(index, item, around)]
    alone = bool(pronoun) and len({name.person.id for name in near}) == 1
    counts: dict[str, int] = {}
    by_id: dict[str, Person] = {}
    for name in near:
        if name.person.id not in others and may_be(name.person, pronoun, around) and (alone or not _only_speaks(name.person, around)):
            counts[name.person.id] = counts.get(name.person.id, 0) + 1
            by_id[name.person.id] = name.person
    only = _only_person(item, around)
    if not near or _has_rival(near[-1], item, around):
        return None
    definite = isinstance(reading, AgeReading) and reading.definite and not reading.pronoun
    if not counts and definite and only is not None and only.id not in others and may_be(only, pronoun, around):
        return None if _only_speaks(only, around) else only
    if len(counts) == 1:
        return by_id[next(iter(counts))]
    ranked = sorted(by_id.values(), key=lambda person: (-len(person.mentions), person.id))
    if len(ranked) > 1 and len(ranked[0].mentions) >= _LESS * len(ranked[1].mentions):
        return ranked[0]
    return None


def _only_person(item: Resolved, around: FramingContext) -> Person | None:
    """The one person whom an article names, and names in its first lines before what it says of him or her; None where it names several."""
    persons = around.people.persons
    named = [index for index, names in around.named.items() if names]
    if len(persons) != 1 or not named or min(named) >= LEAD_PASSAGES or min(named) > item.passage:
        return None
    return persons[0]


def _topic(item: Resolved, others: set[str], pronoun: str, around: FramingContext) -> Person | None:
    """The person whom the sentence before is about, if no age was told of him or her; people who only speak are meant by pronouns alone."""
    reading = item.found.reading
    meant = isinstance(reading, AgeReading) and bool(reading.pronoun)

    def fits(person: Person) -> bool:
        return may_be(person, pronoun, around) and (meant or not _only_speaks(person, around))

    person = person_before(item.passage, item.found.span.start, around, fits, spoken=meant)
    near = [name for index in (item.passage - 1, item.passage) if index >= 0 for name in _before(index, item, around)]
    rival = not near or _has_rival(near[-1], item, around)
    return None if person is None or person.id in others or rival else person


def _before(index: int, item: Resolved, around: FramingContext) -> list[Named]:
    names = names_in(index, around)
    return names if index < item.passage else [name for name in names if name.span.end <= item.found.span.start]


def _has_rival(last: Named, item: Resolved, around: FramingContext) -> bool:
    """Whether somebody unnamed is brought in between the last name before an age and the age ("... shot a guard. The 61-year-old")."""
    index = next(number for number in range(item.passage, -1, -1) if any(name == last for name in names_in(number, around)))
    for number in range(index, item.passage + 1):
        doc = around.document.passages[number].doc
        for token in doc if doc is not None else ():
            before = number == index and token.idx < last.span.end
            behind = number == item.passage and token.idx >= item.found.span.start
            if before or behind or token.tag_ != "NN" or token.dep_ in ("appos", "attr", "compound", "poss"):
                continue
            brought = any(child.lower_ in around.phrases.bring_in for child in token.children)
            if brought and fold(token.text) in around.person_nouns and not _is_aside(token, number, around):
                return True
    return False


def _is_aside(token: Token, index: int, around: FramingContext) -> bool:
    """Whether somebody unnamed only speaks ("a neighbour swears"), or is told with an age of his or her own ("his brother Per, 44")."""
    text, end = around.document.passages[index].text, token.idx + len(token)
    if around.phrases.speaks.match(text, end):
        return True
    ages = [other.found for other in around.in_passage(index) if isinstance(other.found.reading, AgeReading)]
    return any(0 <= other.span.start - end <= _OWN and _NAME_ONLY.fullmatch(text[end : other.span.start]) for other in ages)


def _stated_ages(around: FramingContext) -> list[tuple[Person, AgeValue]]:
    """The persons of the article with the ages that stand beside their names."""
    told = []
    for other in around.resolved:
        reading, value = other.found.reading, other.mention.value
        if isinstance(reading, AgeReading) and isinstance(value, AgeValue) and not reading.once:
            person = _beside(other, reading, names_in(other.passage, around), around)
            if person is not None:
                told.append((person, value))
    return told


def _is_age_of_unnamed(item: Resolved, value: AgeValue, around: FramingContext) -> bool:
    """Whether the article told of somebody unnamed of that age before ("a 36-year-old man")."""
    for other in around.resolved:
        reading, age = other.found.reading, other.mention.value
        earlier = (other.passage, other.found.span) < (item.passage, item.found.span)
        if earlier and isinstance(reading, AgeReading) and isinstance(age, AgeValue) and not reading.definite:
            named = _beside(other, reading, names_in(other.passage, around), around)
            if named is None and age.relation(value) is not Relation.APART:
                return True
    return False


def _only_speaks(person: Person, around: FramingContext) -> bool:
    """Whether all mentions of a person stand at a verb of speech or behind an office: officials and witnesses, not the story's subject."""
    spoken = 0
    for other in around.resolved:
        if other.mention.kind != "name" or other.mention not in person.mentions:
            continue
        text = around.document.passages[other.passage].text
        if text.startswith(" to ", other.found.span.end):
            continue  # "told midfielder Per Aas to leave": he is told
        after = around.phrases.speaks.match(text, other.found.span.end)
        led = around.phrases.led.search(text[max(0, other.found.span.start - 50) : other.found.span.start])
        office = isinstance(other.found.reading, NameReading) and other.found.reading.evidence == "title"
        spoken += bool(after or led or (office and not _acts_in_lead(other, around)))
    return spoken == len(person.mentions)


def _acts_in_lead(item: Resolved, around: FramingContext) -> bool:
    """Whether the bearer of a name does, or undergoes, what a sentence of the first lines tells: somebody in office may be the subject."""
    reader = around.readers[item.passage]
    token = span_root(reader.doc, item.found.span.start, item.found.span.end) if reader is not None and around.is_lead(item) else None
    if token is None or token.dep_ not in ("nsubj", "nsubjpass", "dobj") or not token.head.tag_.startswith("VB"):
        return False
    told = token.dep_ == "dobj" and around.phrases.speaks.match(f" {token.head.text}") is not None  # "told midfielder Per Aas"
    return token.head.dep_ == "ROOT" and not told


def _is_child(reading: AgeReading, around: FramingContext) -> bool:
    """Whether an age is that of a child, by its noun or by itself ("a 3-year-old fell in")."""
    little = not reading.definite and reading.high is not None and reading.high <= _LITTLE
    return reading.sort in around.phrases.single or (little and not reading.sort)


def _acts(item: Resolved, reading: AgeReading, around: FramingContext) -> set[str]:
    """What happened to the bearer of an age: the event classes of the clause and of clauses about the bearer; for children their noun."""
    found = {CHILD_AGE} if _is_child(reading, around) else set()
    reader = around.readers[item.passage]
    token = span_root(reader.doc, item.found.span.start, item.found.span.end) if reader is not None else None
    if reader is None or token is None:
        return found
    while token.dep_ in ("amod", "compound", "nummod", "npadvmod", "nmod", "advmod", "acomp") and token.head.tag_.startswith(("NN", "JJ")):
        token = token.head
    below = [child for child in token.children if child.dep_ in ("relcl", "acl")]
    above: list[Token] = []
    climbing = token
    while climbing.head.i != climbing.i and len(above) < _STEPS and not (above and climbing.tag_.startswith("VB")):
        climbing = climbing.head
        above.append(climbing)
    for word in (*below, *above):
        rule = reader.rule_at(word) if word.tag_.startswith(("VB", "NN")) else None
        if rule is not None and rule.phase == "act":
            found.add(rule.id)
    return found
