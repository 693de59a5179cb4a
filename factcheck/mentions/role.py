"""Offices that exclude each other and nationalities, in text: "finance minister", "head of treasury", "a Portuguese national".

A span covers the words of the office or the nationality; "former" and the like stand outside and set the standing.  Whose role it is,
is decided with the names of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.prefilter import CompiledRule, holds, shape_of
from factcheck.mentions.scanning import prove_examples
from factcheck.rulebook import PatternRule, PlaceRule, Rulebook
from factcheck.rulebook.openings import Openings
from factcheck.rulebook.patterns import expand
from factcheck.text import Span, either_of, fold
from factcheck.values import RoleValue
from factcheck.values.role import Standing

READERS = ("office", "trade", "department", "nationality", "country", "body", "post", "runs", "people", "owned", "committee", "board")
COUNTRY_BEHIND = "role.nationality-of"
"""The rule whose words stand right behind the name they are told of."""
DEFINITE_PEOPLE = "role.nationality-definite"
"""The rule of a people's name that means the person whom the sentence before is about."""
SPHERE = "sphere"
"""The group of posts told with the body where they are; the title names its sphere."""
COMMITTEE = "committee"
"""The group of those who lead a committee; the title names its field."""
BODY = "body"
"""The group of nationalities of firms, bands and the like."""
_BOARD = "chair of the supervisory board"
_BEFORE = 40
_UNTIL = re.compile(r"(?: of [\w' -]{1,30})? until(?!\w)", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r"(?:(?:\band|&|/|,) |[/-])$", re.IGNORECASE)
_JOINED_AFTER = re.compile(r"(?:'s?(?!\w)|s(?!\w)|-\w|/| &| and (?P<fields>[a-z]{1,20}(?: [a-z]{1,20}){0,2}))")
_LED = re.compile(r"(?:ex|then)-$|, $", re.IGNORECASE)
_AGED = re.compile(r"(?:\w{1,20}-){0,2}years?-olds?")
_SECOND_TRADE = re.compile(r"(?:,| and| or)(?: an?)? ([a-z]{3,20})")
_NEXT_WORD = re.compile(r" ([a-z]{1,20})")
_NEXT = re.compile(r"[ -](\w+)")
_AND_BEFORE = re.compile(r"(?:^|\W)and $", re.IGNORECASE)
_WORDS = re.compile(r"[\w'-]+|[^\w\s]")
_WORD = re.compile(r"[\w'-]")
_SAID_TO_BE = re.compile(r"(?:, | is | was |identified as )$")
_TWO_NAMES_BEFORE = re.compile(r"[A-Z][\w'-]{1,30} [A-Z][\w'-]{1,30} $")
_LEVELS = frozenset({"country"})


@dataclass(frozen=True, slots=True)
class RoleReading:
    """An office or nationality: its value without context, the ``groups`` whose offices exclude it, whether "until" bounds it."""

    value: RoleValue
    groups: frozenset[str]
    until: bool = False


@dataclass(frozen=True, eq=False)
class _OpenedRule(CompiledRule):
    """A rule, and where its matches may begin."""

    openings: Openings | None = None
    """Where matches may begin; None where a search is as fast."""

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of the pattern, in reading order, without overlaps."""
        if self.openings is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for start, _ in self.openings.places(text):
            match = self.pattern.match(text, start) if start >= end else None
            if match:
                end = match.end()
                yield match


def _compiled(rule: PatternRule, words: Mapping[str, Mapping[str, object]]) -> _OpenedRule:
    openings = Openings([expand(rule.pattern, words)]) if rule.pattern.startswith("{") else None
    narrow = openings if openings is not None and openings.narrow else None
    return _OpenedRule(rule, words, shape_of(rule.pattern, words), narrow)


Reader = Callable[[str, re.Match[str]], RoleReading | None]


class RoleFinder:
    """Finds roles by the rules of kind "role"."""

    kind = "role"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._offices = {fold(word): value for word, value in words.text("role.office").items()}
        self._trades = {fold(word): value for word, value in words.text("role.trade").items()}
        self._office_groups, self._trade_groups = words.texts("role.office-group"), words.texts("role.trade-group")
        self._departments = {fold(word): value for word, value in words.text("role.department").items()}
        self._standing = words.text("role.standing")
        self._not_after = frozenset(words["role.not-after"])
        self._closes, self._fields = frozenset(words["role.department-after"]), frozenset(words["role.field"])
        self._dual = re.compile(rf"(?:{either_of(words['role.dual-before'])})[ -]$", re.IGNORECASE)
        descents = either_of(words["role.dual-after"])
        self._dual_after = re.compile(rf"(?:-| and (?:an? )?[A-Z]| (?:of|with) (?:[\w-]{{1,20}} ){{1,4}}(?:{descents}))")
        self._spheres = words.text("role.body-sphere")
        self._posts = words.text("role.post")
        self._peoples, self._lands = _places(rulebook)
        rules = [rule for rule in rulebook.of(PatternRule) if rule.kind == self.kind and rule.reader in READERS]
        self._rules = tuple(_compiled(rule, words) for rule in rules)
        self._readers: dict[str, Reader] = {
            "office": self._read_office,
            "trade": self._read_trade,
            "department": self._read_department,
            "nationality": self._read_nationality,
            "country": self._read_country,
            "body": self._read_body,
            "post": self._read_post,
            "runs": self._read_runs,
            "people": self._read_people,
            "owned": self._read_owned,
            "committee": self._read_committee,
            "board": self._read_board,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every role of a passage, in reading order, those of one sort without overlaps; the reading is a RoleReading."""
        found: list[Found] = []
        lowered = passage.text.lower()
        for compiled in self._rules:
            read = self._readers[compiled.rule.reader]
            if compiled.openings is None and compiled.shape.words is not None and not holds(lowered, compiled.shape.words):
                continue
            for match in compiled.matches(passage.text):
                span = Span(match.start(), match.end())
                reading = read(passage.text, match)
                if reading is not None and not any(item.span.overlaps(span) and not _are_two(item, reading) for item in found):
                    found.append(Found(self.kind, span, compiled.rule.id, reading))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> RoleValue | None:
        """The value; a role needs no context.  None where the reading is not one of roles."""
        return found.reading.value if isinstance(found.reading, RoleReading) else None

    def _read_office(self, text: str, match: re.Match[str]) -> RoleReading | None:
        said = fold(match["office"])
        office = self._offices[said]
        return self._held(text, match, office, _groups_of(said, office, self._office_groups))

    def _read_trade(self, text: str, match: re.Match[str]) -> RoleReading | None:
        said = fold(match["office"])
        trade = self._trades[said]
        second = _SECOND_TRADE.match(text[match.end() : match.end() + _BEFORE])
        if second and second[1] in self._trades:
            return None  # who is two things may be told as either
        return self._held(text, match, trade, _groups_of(said, trade, self._trade_groups))

    def _read_department(self, text: str, match: re.Match[str]) -> RoleReading | None:
        department = self._departments[fold(match["department"])]
        after = _NEXT_WORD.match(text[match.end() : match.end() + 24])
        if after and match[0].lower().endswith(match["department"].lower()) and after[1] not in self._closes:
            return None  # "head of security forces" is another office
        return self._held(text, match, f"head of {department}", frozenset({"department"}))

    def _held(self, text: str, match: re.Match[str], office: str, groups: frozenset[str]) -> RoleReading | None:
        before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + _BEFORE]
        joined = _JOINED_AFTER.match(after)
        double = joined is not None and (joined["fields"] is None or bool(self._fields.intersection(joined["fields"].split())))
        led = _JOINED_BEFORE.search(before) and not _LED.search(before)
        if double or led or _AND_BEFORE.search(before):
            return None
        follows = _NEXT.match(after)
        if (
            follows
            and follows[1] in self._not_after
            and office != "spokesperson"
            and SPHERE not in groups
            and not (follows[1] == "for" and not after.lower().startswith(" for "))
        ):
            return None
        standing, told = self._standing_before(before)
        until = _UNTIL.match(after) is not None
        if until and standing == "current":
            standing = "former"
        said = f"{told} {match[0].lower()}" if standing == "deputy" else match[0].lower()
        return RoleReading(RoleValue(office, "", standing, said=said), groups, until)

    def _standing_before(self, before: str) -> tuple[Standing, str]:
        """How the office is held, by the words right before it in the same phrase; the nearest one that says so decides, and
        "former" before all; with that word, "" where none says so."""
        words = _WORDS.findall(before.lower())[-4:]
        standing: Standing = "current"
        said = ""
        for word in reversed(words):
            if _AGED.fullmatch(word):
                continue  # "the 34-year-old mayor" is the mayor
            for part in (word, *reversed(word.strip("-").split("-"))):
                told = self._standing.get(part)
                if told in ("former", "future") or (told in ("acting", "deputy") and standing == "current"):
                    standing, said = _STANDINGS[told], part
            if standing in ("former", "future") or not _WORD.match(word):
                break  # who is "a former deputy mayor" is none today
        return standing, said

    def _read_nationality(self, text: str, match: re.Match[str]) -> RoleReading | None:
        told = match.groupdict()
        land = fold(match["land"] or told.get("defined") or "")
        noun = told.get("noun")
        place = self._peoples.get(land) or (self._lands.get(land) if noun == "international" else None)
        before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + 60]
        if place is None or self._dual.search(before) or self._dual_after.match(after) or before.endswith("-"):
            return None
        if noun is None and not _SAID_TO_BE.search(before) and "-year-old " not in match[0] and not told.get("defined"):
            return None  # "a Canadian, sweet whisky": an adjective in a row
        value = RoleValue(place, sort="nationality", said=match[0])
        return RoleReading(value, frozenset({"nationality"}))

    def _read_body(self, text: str, match: re.Match[str]) -> RoleReading | None:
        place = self._peoples.get(fold(match["land"]))
        if place is None or text[: match.start()].endswith("-") or self._dual.search(text[: match.start()][-_BEFORE:]):
            return None
        return RoleReading(RoleValue(place, sort="nationality", said=match[0]), frozenset({BODY}))

    def _read_post(self, text: str, match: re.Match[str]) -> RoleReading | None:
        post, body = (match["post"], match["before"]) if match["post"] else (match["work"], match["behind"])
        return self._held(text, match, f"{self._posts[fold(post)]} of {self._spheres[fold(body)]}", frozenset({SPHERE}))

    def _read_runs(self, text: str, match: re.Match[str]) -> RoleReading | None:
        return self._held(text, match, f"head of {self._spheres[fold(match['body'])]}", frozenset({SPHERE}))

    def _read_committee(self, text: str, match: re.Match[str]) -> RoleReading | None:
        field = fold(match["field"] or match["led"] or match["own"])
        return self._held(text, match, f"chair of the {field} committee", frozenset({COMMITTEE}))

    def _read_board(self, text: str, match: re.Match[str]) -> RoleReading | None:
        return self._held(text, match, _BOARD, _groups_of(_BOARD, _BOARD, self._office_groups))

    def _read_people(self, text: str, match: re.Match[str]) -> RoleReading | None:
        told = match.groupdict()
        place = self._peoples.get(fold(told["land"] or told.get("told") or ""))
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if place is None or self._dual.search(before) or before.endswith("-"):
            return None
        return RoleReading(RoleValue(place, sort="nationality", said=match[0]), frozenset({"nationality"}))

    def _read_owned(self, text: str, match: re.Match[str]) -> RoleReading | None:
        place = self._lands.get(fold(match["land"] or match.groupdict().get("home") or ""))
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if place is None or self._dual.search(before):
            return None
        return RoleReading(RoleValue(place, sort="nationality", said=match[0]), frozenset({"nationality"}))

    def _read_country(self, text: str, match: re.Match[str]) -> RoleReading | None:
        place = self._lands.get(fold(match["land"]))
        named = _TWO_NAMES_BEFORE.search(text[max(0, match.start() - 64) : match.start()])
        if place is None or named is None:
            return None
        return RoleReading(RoleValue(place, sort="nationality", said=match[0]), frozenset({"nationality"}))


_STANDINGS: dict[str, Standing] = {"former": "former", "acting": "acting", "deputy": "deputy", "future": "future"}


def _are_two(found: Found, reading: RoleReading) -> bool:
    """Whether the same words tell two things: a spokesman has a post of that name with a body as well, "a Danish nurse" a nationality."""
    if not isinstance(found.reading, RoleReading):
        return False
    voice = SPHERE in reading.groups and found.reading.value.title == "spokesperson"
    return voice or found.reading.value.sort != reading.value.sort


def _places(rulebook: Rulebook) -> tuple[dict[str, str], dict[str, str]]:
    """(demonym to id, name to id) of all countries; words that are both a people's and another country's are left out."""
    peoples: dict[str, str] = {}
    lands: dict[str, str] = {}
    twice: set[str] = set()
    for place in rulebook.of(PlaceRule):
        if place.level not in _LEVELS or place.within:
            continue
        for word in place.demonyms:
            if peoples.setdefault(fold(word), f"place:{place.id}") != f"place:{place.id}":
                twice.add(fold(word))
        for word in place.names:
            lands.setdefault(fold(word), f"place:{place.id}")
    return {word: place for word, place in peoples.items() if word not in twice}, lands


def prove_role(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """What the rule's examples and counter-examples show to be wrong, one message each; empty when the rule proves itself."""
    return prove_examples(rule, RoleFinder(rulebook))


def _groups_of(said: str, office: str, groups: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The groups of the word that was said, where the list has it, else of the office that it names."""
    return frozenset(groups.get(said) or groups.get(office, ()))
