"""Ages of people told by a given name alone: "Elsie, 77,", "the child Mateo, who is six", "their nine-year-old son Theo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.people import Person
from factcheck.frame_notes import bare
from factcheck.mentions.age_reading import AgeReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold

SLOT = "age.given"
_BACK = 40
"""Characters before an age, or behind it, in which the name of its bearer stands."""
_NAME = r"(?P<name>[^\W\d_a-z][a-zà-öø-ÿ'-]{2,15})"
_BEFORE = re.compile(rf"(?:^|[^\w.,'-])(?<![A-Z][a-z] ){_NAME}(?:,? who)?(?: is| was)?(?:,|,? \()? ?$")
_BEHIND = re.compile(rf" (?:[a-z-]{{2,15}} ){{0,3}}{_NAME}(?![\w'-]| [^\W\d_a-z])")
_LED = re.compile(r"[^\W\d_a-z][\w'.-]*$")


def given_beside(item: Resolved, reading: AgeReading, person: Person | None, around: FramingContext) -> tuple[str, Person | None]:
    """Whose age it is where ``person`` is named beside it, or nobody, and a given name alone tells: the folded name and None, or "" and the
    one person of the article who has it.  ("", None) where no name stands there, a full one does, or several persons have it.
    """
    name = _beside_kin(person, around) if person is not None else _alone(item, reading, around)
    bearers = [other for other in around.people.persons if name and other.value.given and fold(other.value.given[0]) == name]
    return ("", bearers[0] if len(bearers) == 1 else None) if bearers else (name, None)


def frame_given(item: Resolved, reading: AgeReading, name: str, around: FramingContext) -> Iterator[Answer]:
    """The age of somebody whom a given name alone tells; nothing where that is "".

    ``predicate`` is "given", ``thing`` the folded name, ``subset`` the sex.
    """
    if not name:
        return
    reader = around.readers[item.passage]
    sex = reader.vocabulary.group("age.sex").get(reading.sort, "") if reader is not None else ""
    subset = frozenset({bare(sex)} if sex else ())
    yield Answer(SLOT, Frame(predicate="given", role="age", agents=frozenset(), thing=name, subset=subset, lead=around.is_lead(item)))


def _beside_kin(person: Person, around: FramingContext) -> str:
    """The given name behind a word of kin that stands where one does ("Gran Edith"); "" for any other name."""
    given = person.value.given
    return fold(person.value.family) if len(given) == 1 and fold(given[0]) in around.person_nouns else ""


def _alone(item: Resolved, reading: AgeReading, around: FramingContext) -> str:
    """The one capitalised word beside an age that is no surname of somebody named in full; "" where there is none, or a longer name."""
    text, span = around.document.passages[item.passage].text, item.found.span
    if reading.form == "joined":
        found = _BEHIND.match(text, span.end)
        return _unless_surname(found["name"], around) if found else ""
    low = max(0, span.start - _BACK)
    if reading.form not in ("bare", "verb", "old", "aged"):
        return ""
    found = _BEFORE.search(text, low, span.start)
    if found is None or _LED.search(text[low : found.start("name")].rstrip()):
        return ""
    return _unless_surname(found["name"], around)


def _unless_surname(word: str, around: FramingContext) -> str:
    name = fold(word)
    families = {fold(person.value.family) for person in around.people.persons if person.value.given}
    return "" if name in families or name in around.person_nouns else name
