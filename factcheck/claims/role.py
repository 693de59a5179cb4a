"""Whose office or nationality is told: the person named right behind it, or the one it stands in apposition to.

The words between role and name decide; whatever is not plainly one phrase belongs to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.claims.age import Named, names_in
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import is_of_several
from factcheck.claims.people import Person
from factcheck.claims.subjects import person_before
from factcheck.frame_notes import AGED, APPOSED, UNTIL, bare_all
from factcheck.mentions.role import BODY, COUNTRY_BEHIND, DEFINITE_PEOPLE, RoleReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import Span, fold
from factcheck.values import DateValue, RoleValue

_AGE = r"(?:,? ?\(?(?:aged )?\d{1,3}\)?)?"
_APPOSITION = re.compile(rf"^{_AGE}(?:, who is |, | \(| (?:is|was) (?=(?:an?|the|our|its|his|her|their)\s))(?P<words>[\w' -]{{0,60}})$")
_NOT = re.compile(r"(?:^|\W)(?:not|never|no)(?!\w)")
_OPENS = re.compile(r"(?:the|a|an|its|their|his|her|our|[\w-]+(?:'s|s'))(?: |$)", re.IGNORECASE)
_OF_NAME = re.compile(
    r" of (?:the )?(?:(?:city|town|village|neighbouring|nearby|port)(?: of)? )?(?P<name>[A-Z][\w'-]{2,25}(?: [A-Z][\w'-]{1,25}){0,2})"
)
_NAME_BEFORE = re.compile(r"(?<=[a-z] )(?P<name>[A-Z][\w-]{2,25})(?:'s)? $")
_OF = re.compile(r"^ (?:of|for|at) (?:[\w'-]{1,20} ){0,4}[\w'-]{1,20}(?=, $)")
_SEATED = re.compile(r" of (?:[a-z]{2,15} ){0,4}")
_HOLDER = re.compile(r"\b[Tt]he (?P<noun>[a-z]{3,15}),(?: who (?:is|was))? $")
_LEADS = re.compile(r"(?:^|\W)(?:an?|the|its|their|our|his|her|[\w-]{1,30}'s)(?: [\w'-]{1,20}){0,3} ?$", re.IGNORECASE)
_BODY_BEFORE = re.compile(r"(?P<name>[A-Z][\w'&-]{1,25}(?: [A-Z][\w'&-]{1,25}){0,4})(?:, (?:the|an?) |,? which is an? | is an? )$")
_SURNAME = re.compile(r"(?:^|[.!?\n] )(?P<name>[A-Z][\w'-]{1,30})(?=, (?:an?|the) (?:[a-z-]{2,15} ){0,3}$)")
_AGE_BEFORE = re.compile(r"\b([1-9][0-9])(?:-year-old |, )(?:an? )?(?:[a-z-]{2,15} ){0,2}(?:[A-Z][a-z]+)(?: [a-z]+){0,2}$")
_AGE_BEHIND = re.compile(r"(?:,| who is| aged| of) ([1-9][0-9])(?=[,.;)]|$)")
_AGE_NEXT = re.compile(r"[^.!?\n]{0,160}[.!?] (?:He|She) is ([1-9][0-9])(?=[,. ])")
"""Where the age of somebody unnamed stands beside a nationality."""
_OPENING = re.compile(r"(?:^|[.!?] )The (?:[0-9]{1,2}-year-old(?:, |,? who is |,? who was ))?$")
"""What stands before a nationality that is told of the person whom the text before it is about."""
_CALLED = re.compile(r" (?:aged [0-9]{1,2} |of [0-9]{1,2} )?(?:called|named(?: as)?|(?:identified|known)(?: by police)? as) ")
_SAID = "(?:add(?:ed|s)|explain(?:ed|s)|recalled|recalls|said|says|told|tells)"
_QUOTED = re.compile(rf",? {_SAID}\b")
_QUOTING = re.compile(rf"\b{_SAID} (?:[\w' -]{{1,30}} )?$")
_STOPS = (".", "!", "?")
_FAR = 120
"""Characters before the nationality of a body in which its name may stand."""
_NEAR = 40
"""Characters before a role in which another name may own it ("X, the finance minister, Y")."""
_MOST_WORDS = 7
_TAGS = ("DT", "JJ", "NN", "PO", "PR", "RB", "VBN", "HY", "CD")


def frame_role(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The office or nationality of a named person.

    ``targets`` has the name behind "of" or right before an office, ``thing`` is its sort, ``subset`` the groups of offices that exclude it;
    ``markers`` has "until" where the text says when it ended, and APPOSED; ``others`` holds the states that the words of the role name.
    """
    reading, value = item.found.reading, item.mention.value
    if not isinstance(reading, RoleReading) or not isinstance(value, RoleValue):
        return
    if BODY in reading.groups:
        yield from _frame_body(item, reading, around)
        return
    owner = _owner(item, value, around)
    if owner is None:
        yield from _frame_holder(item, value, around)
        return
    person, span, verb = owner
    bodies = _bodies(item, span, around)
    if value.title == "president" and not _is_of_state(item, bodies, around):
        return
    frame = Frame(
        predicate="named",
        role=value.sort,
        agents=frozenset({person.id}),
        targets=_town(item, around),
        others=bodies,
        thing=value.sort,
        subset=bare_all(reading.groups),
        markers=frozenset({UNTIL} if reading.until else ()) | frozenset(() if verb else {APPOSED}),
        time=_time(item, around),
        lead=around.is_lead(item),
    )
    if verb in around.phrases.future and value.standing == "current":
        yield Answer("office", frame, replace(value, standing="future"))
    else:
        yield Answer("office" if value.sort == "office" else "nationality", frame)


def _town(item: Resolved, around: FramingContext) -> frozenset[str]:
    """The name that an office is told with: "mayor of Ulm", "Ulm's mayor"."""
    text, span = around.document.passages[item.passage].text, item.found.span
    behind = _OF_NAME.match(text, span.end)
    before = _NAME_BEFORE.search(text, max(0, span.start - _NEAR), span.start)
    names = [found["name"] for found in (behind, before) if found is not None]
    return frozenset(f"name:{fold(name)}" for name in names[:1])


def _time(item: Resolved, around: FramingContext) -> DateValue | None:
    """The narrowest date of the sentence of a role: those of sentences before date what they tell."""
    here = [other.mention.value for other in around.beside(item)]
    return min((value for value in here if isinstance(value, DateValue)), key=lambda value: value.days or 100_000, default=None)


def _frame_body(item: Resolved, reading: RoleReading, around: FramingContext) -> Iterator[Answer]:
    """The nationality of the body named right behind ("Norwegian outfit The Tin Larks"), or that it stands in apposition to.

    ``predicate`` is "body" then.
    """
    text, span = around.document.passages[item.passage].text, item.found.span
    named = [found for found in around.participants.of(item.passage) if found.sort in ("name", "organisation")]
    behind = [found.id for found in named if text[span.end : found.span.start] in (" ", " The ") and not _is_owner(text, found.span)]
    told = _BODY_BEFORE.search(text[max(0, span.start - _FAR) : span.start])
    if told and around.phrases.closes.match(text, span.end):
        start = max(0, span.start - _FAR) + told.start("name")
        known = around.participants.at(item.passage, start, start + len(told["name"]))
        behind += [known.id] if known is not None and known.sort in ("name", "organisation") else []
        behind += [f"name:{fold(told['name'])}"] if known is None and " " in told["name"] else []
    if not behind:
        return
    lead, time = around.is_lead(item), around.time(item)
    agents, sort = frozenset(behind[:1]), "nationality"
    yield Answer(sort, Frame(predicate="body", role=sort, agents=agents, thing=sort, subset=bare_all(reading.groups), time=time, lead=lead))


def _frame_holder(item: Resolved, value: RoleValue, around: FramingContext) -> Iterator[Answer]:
    """The nationality of somebody unnamed by the one post that a story has of its kind ("the captain, a Greek,"), or by age ("a Greek
    sailor, 41,"); ``predicate`` is "holder" then, ``role`` the post, or the age behind AGED."""
    reader = around.readers[item.passage]
    if value.sort != "nationality" or reader is None:
        return
    span = item.found.span
    text = around.document.passages[item.passage].text
    told = _HOLDER.search(text, max(0, span.start - _NEAR), span.start)
    one = told is not None and not is_of_several(text, span.end)
    post = reader.vocabulary.group("age.post").get(told["noun"]) if told is not None and one else None
    aged = next((found[1] for found in _ages_beside(text, span) if found is not None), None)
    post = post or (f"{AGED}{aged}" if aged is not None and value.standing == "current" else None)
    if post is not None:
        yield Answer("nationality", Frame(predicate="holder", role=str(post), thing="nationality", lead=around.is_lead(item)))


def _ages_beside(text: str, span: Span) -> Iterator[re.Match[str] | None]:
    """The ages that the words around a nationality give the one who has it, in its sentence or at the head of the next one."""
    yield _AGE_BEFORE.search(text, max(0, span.start - _NEAR), span.end)
    yield _AGE_BEHIND.match(text, span.end)
    yield _AGE_NEXT.match(text, span.end)


def _owner(item: Resolved, value: RoleValue, around: FramingContext) -> tuple[Person, Span, str] | None:
    """The person who bears a role, the characters from the beginning of one to the end of the other, and the words between them,
    "" for an apposition; None where nobody is."""
    names = names_in(item.passage, around)
    text, span = around.document.passages[item.passage].text, item.found.span
    opening = value.sort == "nationality" and _OPENING.search(text[max(0, span.start - _NEAR) : span.start])
    if item.found.rule == DEFINITE_PEOPLE or (opening and not any(name.span.start == span.end + 1 for name in names)):
        person = person_before(item.passage, span.start, around, lambda person: True, spoken=False) or _only_before(item, around)
        return (person, span, "") if person is not None else None
    follower = next((name for name in names if name.span.start >= span.end and not _is_seat(text, span, name.span)), None)
    if follower is not None and _leads(text, span, follower, item, around):
        return follower.person, Span(span.start, follower.span.end), ""
    if follower is not None and text[span.end : follower.span.start] == " ":
        return None
    before = [name for name in names if name.span.end <= span.start] or _short_name(text, span, around)
    if before and item.found.rule == COUNTRY_BEHIND and before[-1].span.end == span.start - 1:
        return before[-1].person, Span(before[-1].span.start, span.end), ""
    if before and around.phrases.closes.match(text, span.end) and _is_apposition(text, before[-1], span, item, around):
        return before[-1].person, Span(before[-1].span.start, span.end), ""
    told = around.phrases.predicates.match(text[before[-1].span.end : span.start].rstrip()) if before else None
    if told and around.phrases.closes.match(text, span.end) and not _is_owner(text, before[-1].span):
        return before[-1].person, Span(before[-1].span.start, span.end), told["verb"].lower()
    return None


def _speaks(text: str, name: Span) -> bool:
    """Whether a name is that of somebody who is quoted, of whom the sentences behind do not go on to tell."""
    return _QUOTED.match(text, name.end) is not None or _QUOTING.search(text[: name.start]) is not None


def _only_before(item: Resolved, around: FramingContext) -> Person | None:
    """The one person named before a role in its passage, else in the one before it; None where nobody, several or a speaker are."""
    for index in (item.passage, item.passage - 1):
        text = around.document.passages[index].text if index >= 0 else ""
        before = [name for name in names_in(index, around) if index < item.passage or name.span.end <= item.found.span.start]
        if before and any(_speaks(text, name.span) for name in before):
            return None
        if before:
            return before[-1].person if len({name.person.id for name in before}) == 1 else None
    return None


def _short_name(text: str, span: Span, around: FramingContext) -> list[Named]:
    """The surname at the head of a sentence before a role, which the tagger may miss, of a person whom the article names in full."""
    told = _SURNAME.search(text, max(0, span.start - _NEAR), span.start)
    person = around.people.by_surname(told["name"]) if told else None
    return [Named(Span(*told.span("name")), person)] if told and person else []


def _is_owner(text: str, name: Span) -> bool:
    return text[name.end : name.end + 2] in ("'s", "' ")


def _is_seat(text: str, span: Span, name: Span) -> bool:
    """Whether a name taken for a person's says where an office is: "the mayor of Sankt Aldo, Ada Fonn,"."""
    return _SEATED.fullmatch(text[span.end : name.start]) is not None and text[name.end : name.end + 2] == ", "


def _leads(text: str, span: Span, name: Named, item: Resolved, around: FramingContext) -> bool:
    """ "Finance Minister X", "the finance minister, X," (not "... the finance minister, X said")."""
    gap = around.phrases.ranks.sub(" ", _OF.sub("", text[span.end : name.span.start]))
    if _CALLED.fullmatch(gap):
        return True
    if gap == " ":
        return text[name.span.end : name.span.end + 2] != "'s" or text[span.start].isupper()
    if gap != ", " or (around.phrases.speaks.match(text, name.span.end) and text[name.span.end] != ","):
        return False
    opened = _LEADS.search(text[max(0, span.start - 60) : span.start])
    closed = re.match(r"[,.;)]|$", text[name.span.end :]) is not None
    owned = any(0 <= span.start - other.span.end < _NEAR and text[other.span.end] in ",(" for other in names_in(item.passage, around))
    return opened is not None and closed and not owned


def _is_apposition(text: str, name: Named, span: Span, item: Resolved, around: FramingContext) -> bool:
    """ "X, 52, the bank's former head of treasury": nothing but the words of one noun phrase between name and role."""
    gap = text[name.span.end : span.start]
    match = _APPOSITION.match(gap)
    if match is None or len(match["words"].split()) > _MOST_WORDS or _NOT.search(match["words"]):
        return False
    doc = around.document.passages[item.passage].doc
    if doc is None:
        return not match["words"].strip() or _OPENS.match(match["words"]) is not None
    inside = [token for token in doc if name.span.end + match.start("words") <= token.idx < span.start and not token.is_space]
    return all(token.tag_.startswith(_TAGS) or token.text in ("-", "'s", "'") for token in inside)


def _is_of_state(item: Resolved, bodies: frozenset[str], around: FramingContext) -> bool:
    """Clubs, firms and unions have presidents too: it must be that of a state, or a bare "President X"."""
    if any(name.startswith("place:") for name in bodies):
        return True
    text, span = around.document.passages[item.passage].text, item.found.span
    before = re.search(r"([\w'.!?]{1,30})['\"]? $", text[max(0, span.start - 32) : span.start])
    alone = before is None or before[1].endswith(_STOPS) or before[1].lower() in around.phrases.openers
    return text[span.start].isupper() and alone and text[span.end : span.end + 1] == " " and not text.startswith(" of ", span.end)


def _bodies(item: Resolved, span: Span, around: FramingContext) -> frozenset[str]:
    """The ids of states and organisations that stand in the phrase of the role, the two words before it, and "of ..." behind it."""
    text = around.document.passages[item.passage].text
    behind = re.match(r" (?:of|for|at|in) (?:the )?[\w' -]{1,40}", text[item.found.span.end :])
    end = item.found.span.end + (behind.end() if behind else 0)
    start = min(span.start, item.found.span.start)
    words = re.search(r"(?:[\w'.-]{1,30} ){0,3}$", text[:start][-100:])
    start -= len(words[0]) if words and start == item.found.span.start else 0
    found = around.participants.of(item.passage)
    return frozenset(other.id for other in found if start <= other.span.start < max(end, span.end) and not other.id.startswith("person:"))
