"""The persons of one article: full names and the short forms that mean them.

Inside one article a bare surname means the person whose full name has that surname, or, if there is none, the one whose surname is the same
by a habit of romanisation or by one slip.  Two full names are two persons unless they are spelt alike or one extends the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.mentions.name import NameReading
from factcheck.mentions.spelling import Folder, Match
from factcheck.model import FieldName, Mention
from factcheck.text import Span, fold
from factcheck.values import NameValue


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one article.

    ``id`` is "person:" and the folded full name (the longest form, or the surname alone); ``roles`` the offices, countries and bodies that
    any mention is told with; ``gender`` "m", "f" or "" as forms of address tell it; ``loose`` the mentions joined by a near spelling only.
    """

    id: str
    value: NameValue
    mentions: tuple[Mention, ...]
    roles: frozenset[str] = frozenset()
    gender: str = ""
    loose: tuple[Mention, ...] = ()

    @property
    def label(self) -> str:
        """The full name as written."""
        return self.value.spelling


@dataclass(frozen=True, slots=True)
class _Named:
    mention: Mention
    value: NameValue
    reading: NameReading


class People:
    """Who is named in an article.  Immutable; persons are in order of their first mention."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.persons = tuple(persons)
        self._at = {(item.field, item.span): person for person in self.persons for item in person.mentions}
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            self._by_surname[fold(person.value.family)].append(person)

    @classmethod
    def of(cls, mentions: Sequence[Mention], readings: Sequence[NameReading], folder: Folder) -> People:
        """The persons behind an article's name mentions; ``readings[i]`` is what was found with ``mentions[i]``.

        Raises:
            ValueError: the two sequences differ in length.
        """
        named = [
            _Named(mention, mention.value, reading)
            for mention, reading in zip(mentions, readings, strict=True)
            if isinstance(mention.value, NameValue)
        ]
        groups = _group_full([item for item in named if item.value.given], folder)
        loose: list[tuple[list[_Named], _Named]] = []
        bare = [item for item in named if not item.value.given]
        strangers: dict[str, list[_Named]] = {}
        for item in bare:
            group, near = _owner(item, groups, folder)
            if group is None:
                strangers.setdefault(item.value.folded, []).append(item)
            elif near:
                loose.append((group, item))
            else:
                group.append(item)
        for group, item in loose:
            group.append(item)
        groups.extend(strangers.values())
        near_ids = {id(item) for _, item in loose}
        persons = [_person(group, near_ids) for group in groups]
        return cls(sorted(persons, key=lambda person: (person.mentions[0].field != "title", person.mentions[0].span, person.id)))

    def person_at(self, span: Span, field: FieldName = "text") -> Person | None:
        """The person whose name stands exactly there; None if no name does."""
        return self._at.get((field, span))

    def by_surname(self, word: str) -> Person | None:
        """The one person of that surname; None if there is none or more than one."""
        persons = self._by_surname.get(fold(word), [])
        return persons[0] if len(persons) == 1 else None


def _group_full(named: list[_Named], folder: Folder) -> list[list[_Named]]:
    """Full names by person: spelt alike, or one with more given names or a suffix than the other, if that is unambiguous."""
    by_name: dict[str, list[_Named]] = {}
    for item in named:
        by_name.setdefault(item.value.folded, []).append(item)
    names = sorted(by_name, key=lambda name: (-len(name.split()), -len(name), name))
    heads: list[str] = []
    owner: dict[str, str] = {}
    for name in names:
        homes = [head for head in heads if _extends(by_name[head][0].value, by_name[name][0].value, folder)]
        owner[name] = homes[0] if len(homes) == 1 else name
        if owner[name] == name:
            heads.append(name)
    groups: dict[str, list[_Named]] = {head: [] for head in heads}
    for name in names:
        groups[owner[name]].extend(by_name[name])
    return list(groups.values())


def _extends(long: NameValue, short: NameValue, folder: Folder) -> bool:
    if fold(long.suffix) != fold(short.suffix) and long.suffix and short.suffix:
        return False
    match = folder.match(long, short)
    return match.family is Match.EQUAL and match.given in (Match.EQUAL, Match.SHORT, Match.ALIAS)


def _owner(item: _Named, groups: list[list[_Named]], folder: Folder) -> tuple[list[_Named] | None, bool]:
    """The group a bare surname belongs to, and whether only a near spelling says so; None where nobody or several come into question.

    Among several namesakes the one named last before the mention is meant, as newspapers use short forms; a form of address of
    the other gender excludes a person.
    """
    word = item.value.family
    exact, near = [], []
    for group in groups:
        if item.reading.gender and _gender(group) not in ("", item.reading.gender):
            continue
        surnames = sorted({surname for other in group for surname in _surnames(other)})
        matches = [folder.match(item.value, NameValue(surname)) for surname in surnames]
        if any(match.family <= Match.SHORT for match in matches):
            exact.append(group)
        elif any(match.family in (Match.FOLDED, Match.SLIP) and not match.at_end for match in matches) and len(fold(word)) > 4:
            if not _is_new(item, group):
                near.append(group)
    if exact:
        return (exact[0] if len(exact) == 1 else _latest(exact, item)), False
    return (near[0], True) if len(near) == 1 else (None, False)


def _is_new(item: _Named, group: list[_Named]) -> bool:
    """Whether a bare surname stands with an office that nobody named before it in the group has: "Imam Orbelyan" is no Tavit Orbelian."""
    there = item.mention
    before = [other.reading.roles for other in group if other.mention.span < there.span and other.mention.field == there.field]
    return bool(before) and bool(item.reading.roles) and item.reading.roles.isdisjoint(frozenset[str]().union(*before))


def _surnames(item: _Named) -> tuple[str, ...]:
    """The words that serve as a short form: the surname, its last part, or a family name that stands first ("Xi")."""
    family = item.value.family
    last = family.replace("-", " ").split()[-1:]
    return (family, *last, *item.value.given[:1]) if item.reading.family_first else (family, *last)


def _latest(groups: list[list[_Named]], item: _Named) -> list[_Named] | None:
    before = [
        (other.mention.span.start, index)
        for index, group in enumerate(groups)
        for other in group
        if other.value.given and other.mention.field == item.mention.field and other.mention.span.start < item.mention.span.start
    ]
    return groups[max(before)[1]] if before else None


def _gender(group: list[_Named]) -> str:
    told = Counter(item.reading.gender for item in group if item.reading.gender)
    return told.most_common(1)[0][0] if len(told) == 1 else ""


def _person(group: list[_Named], near_ids: set[int]) -> Person:
    ordered = sorted(group, key=lambda item: (item.mention.field != "title", item.mention.span))
    firm = [item for item in ordered if id(item) not in near_ids] or ordered
    value = max((item.value for item in firm), key=lambda value: (len(value.folded.split()), bool(value.given)))
    return Person(
        id=f"person:{value.folded}",
        value=value,
        mentions=tuple(item.mention for item in ordered),
        roles=frozenset(role for item in ordered for role in item.reading.roles),
        gender=_gender(ordered),
        loose=tuple(item.mention for item in ordered if id(item) in near_ids),
    )
