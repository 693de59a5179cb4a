"""Persons' names in a passage, with the evidence that each is a person and the offices told beside it.

A run of capitalised words counts as a person only with evidence: a title, an office in apposition, an age, a verb of speech, a given name
of the list, or the parser's entity.  The small model errs on rare and foreign names, so that its entity types are one witness among others.
Bare surnames, headline words and misspelt short forms count only when the same text names the person in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.name_words import (
    Word,
    aged_surnames,
    before_who,
    body_of,
    has_trade,
    is_aged,
    is_headline,
    is_nickname,
    is_speaker,
    name_lexicon_of,
    opens_sentence,
    parts_of,
    read_words,
)
from factcheck.mentions.spelling import Match, folder_of
from factcheck.rulebook import Rulebook
from factcheck.text import Span, fold
from factcheck.values import NameValue

_AGED = (" year old", " month old")
_NEITHER = frozenset({"FAC", "WORK_OF_ART", "EVENT", "LAW", "LOC", "PRODUCT"})
MAX_WORDS = 6
"""Longer runs are lists or headlines."""
_NEAR = (Match.FOLDED, Match.SLIP)
_APPOSITION_WORDS = 9
"""How far an office may stand behind "Name, ...": a longer phrase mostly speaks of somebody else."""


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name and what stands beside it.

    ``roles`` holds offices by their canonical word and, beside an office, the country or body ("foreign minister", "armenia"); ``gender``
    is "m", "f" or "" as told by a form of address; ``evidence`` is why the words count as a person.
    ``family_first``: the first word may be the family name, as in Chinese and Korean names.
    """

    value: NameValue
    roles: frozenset[str] = frozenset()
    gender: str = ""
    evidence: str = "known"
    family_first: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words ``words[start:end]`` that follow each other; ``roles`` and ``gender`` from a title before them, ``aged`` where
    their last word stands elsewhere beside an age."""

    start: int
    end: int
    title: bool = False
    roles: frozenset[str] = frozenset()
    gender: str = ""
    aged: bool = False


class NameFinder:
    """Finds persons' names.  ``find`` sees one passage; ``find_in`` a whole article, so that short forms are found in all of it."""

    kind = "name"

    def __init__(self, rulebook: Rulebook) -> None:
        self.lexicon = name_lexicon_of(rulebook)
        self.folder = folder_of(rulebook)

    def find(self, passage: Passage) -> list[Found]:
        """The persons named in one passage, in reading order, without overlaps; never raises."""
        return self.find_in([passage])[0]

    def find_in(self, passages: Sequence[Passage]) -> list[list[Found]]:
        """The persons named in each passage of one article; names told in full anywhere are known in all of it."""
        read = [(passage, words, self._runs(words)) for passage in passages for words in [read_words(passage, self.lexicon)]]
        aged = aged_surnames((passage.text, words[run.start]) for passage, words, runs in read for run in runs if run.end - run.start == 1)
        if aged:
            read = [(*item[:2], [replace(run, aged=item[1][run.end - 1].folded in aged) for run in item[2]]) for item in read]
        places = self._placed((words, runs) for _, words, runs in read)
        told = [self._find_firm(passage, words, runs, places) for passage, words, runs in read]
        known = _Known([_reading(item) for found, _ in told for item in found])
        return [
            sorted((*found, *self._find_known(passage, words, rest, known)), key=lambda item: item.span)
            for (passage, words, _), (found, rest) in zip(read, told, strict=True)
        ]

    def resolve(self, found: Found, context: Context) -> NameValue | None:
        """The name as written; the context changes nothing."""
        return found.reading.value if isinstance(found.reading, NameReading) else None

    def _find_firm(self, passage: Passage, words: list[Word], runs: list[_Run], places: frozenset[str]) -> tuple[list[Found], list[_Run]]:
        headline = is_headline(passage, words)
        found: list[Found] = []
        rest: list[_Run] = []
        for run in runs:
            run = self._strip_title(words, run)  # noqa: PLW2901 - the same run, narrowed
            inside = words[run.start : run.end]
            named = " ".join(word.folded for word in inside)
            if run.title:  # a headline's next word is capital too; small-written offices stand before firms and towns as well
                exact = all(word.entity == "PERSON" for word in inside) or passage.doc is None
                small = run.start > 0 and not words[run.start - 1].capital and len(inside) == 1
                hidden = (headline and not exact) or (small and words[run.start].entity not in ("", "PERSON"))
            else:
                hidden = headline or named in places
            reading = None if hidden else self._read_firm(passage, words, run)
            if reading:
                found.append(_found(words, run, reading))
            else:
                rest.append(run)
        return found, rest

    def _placed(self, texts: Iterable[tuple[list[Word], list[_Run]]]) -> frozenset[str]:
        """The folded runs that stand behind "in", "near" and the like anywhere in the article."""
        placed: set[str] = set()
        for words, runs in texts:
            for run in runs:
                if run.start and words[run.start].gap == " " and words[run.start - 1].folded in self.lexicon.place_cues:
                    placed.add(" ".join(word.folded for word in words[run.start : run.end]))
        return frozenset(placed)

    def _runs(self, words: list[Word]) -> list[_Run]:
        runs: list[_Run] = []
        start = 0
        while start < len(words):
            if not self._may_open(words, start):
                start += 1
                continue
            end = start + 1
            while end < len(words) and self._continues(words, start, end):
                end += 1
            while end > start + 1 and not words[end - 1].capital:
                end -= 1
            runs.append(_Run(start, end))
            start = end
        return runs

    def _may_open(self, words: list[Word], index: int) -> bool:
        word = words[index]
        if not word.capital or word.gap.endswith(("/", "@", "#", "_")) or self.lexicon.is_no_beginning(words, index):
            return False
        if word.folded.endswith(_AGED):
            return False
        if word.shouted:
            following = words[index + 1] if index + 1 < len(words) else None
            return len(word.text) == 2 and following is not None and following.gap == " " and following.capital and not following.shouted
        return True

    def _continues(self, words: list[Word], start: int, index: int) -> bool:
        word, before = words[index], words[index - 1]
        if word.folded.rstrip(".") in self.lexicon.generations and word.gap in (" ", ", ") and word.capital:
            return True
        if word.gap != " " and not (word.gap == "" and before.initial):
            return is_nickname(words, index) or is_nickname(words, index - 1)
        if not word.capital:
            ahead = [other for other in words[index + 1 : index + 3] if other.gap == " "]
            nears = next((other for other in ahead if other.capital or other.folded not in self.lexicon.particles), None)
            return word.folded in self.lexicon.particles and nears is not None and nears.capital
        if word.folded in self.lexicon.no_names:
            last = index + 1 == len(words) or words[index + 1].gap != " " or not words[index + 1].capital
            return last and index == start + 1 and before.folded in self.lexicon.given and word.entity == "PERSON"
        return not word.shouted

    def _strip_title(self, words: list[Word], run: _Run) -> _Run:
        """The run after its last title, with the office and the country or body words before it."""
        for start in range(run.end - 1, run.start - 1, -1):
            if words[start].folded.rstrip(".") in self.lexicon.generations:
                continue
            adjacent = words[start].gap == " "
            title = self.lexicon.title_before(words, start) if adjacent and start else None
            if title and not words[start - 1].tag.startswith(("VB", "JJ")):
                return replace(run, start=start, title=True, roles=self._roles_before(words, start), gender=self._gender(words, start))
        size, first = run.end - run.start, words[run.start].folded
        told = self.lexicon.is_epithet if size > 2 else self.lexicon.is_attribute
        stripped = (
            (size > 2 and self.lexicon.is_clerical(words[run.start]))
            or (size > 1 and opens_sentence(words, run.start) and told(*words[run.start : run.start + 2]))
            or (size > 1 and first in self.lexicon.demonyms and first not in self.lexicon.given)
        )
        return replace(run, start=run.start + 1) if stripped else run

    def _roles_before(self, words: list[Word], end: int) -> frozenset[str]:
        roles: set[str] = set()
        while end and (not roles or words[end].gap == " "):
            title = self.lexicon.title_before(words, end)
            if not title:
                break
            end -= title.words
            if title.role:
                roles.add(title.role)
        for word in reversed(words[max(0, end - 4) : end]) if roles else ():
            if words[end].gap not in (" ", "'s ", "' ", "-") or not (word.capital or word.folded in self.lexicon.role_adjectives):
                break
            roles |= body_of(word, self.lexicon)
            end -= 1
        return frozenset(roles)

    def _gender(self, words: list[Word], end: int) -> str:
        return self.lexicon.genders.get(words[end - 1].folded.rstrip("."), "") if end else ""

    def _read_firm(self, passage: Passage, words: list[Word], run: _Run) -> NameReading | None:
        size = run.end - run.start
        if not 0 < size <= MAX_WORDS or not self._may_be_person(words, run):
            return None
        value = self.lexicon.read_name(parts_of(words[run.start : run.end]))
        if value is None:
            return None
        roles, before = self._roles_around(words, run)
        evidence = "title" if run.title else self._evidence(passage, words, run, has_office=bool(roles), before=before)
        first = bool(value.given) and fold(value.given[0]) in self.lexicon.family_first
        return NameReading(value, run.roles | roles, run.gender, evidence, first) if evidence else None

    def _evidence(self, passage: Passage, words: list[Word], run: _Run, *, has_office: bool, before: bool) -> str:
        first, last = words[run.start], words[run.end - 1]
        size = run.end - run.start
        inside = words[run.start : run.end]
        person = all(word.entity == "PERSON" for word in inside)
        speaks = is_speaker(words, run.start, run.end, self.lexicon)
        if size == 1:
            clear = first.proper and not first.folded.endswith("ese") and first.folded not in self.lexicon.given
            return "office" if clear and has_office and not before else ""
        article = run.start > 0 and words[run.start - 1].folded == "the" and first.gap == " "
        given = self.lexicon.is_given(first)
        if run.aged or is_aged(passage.text, first, last):
            return "age"
        if article:
            return ""
        other = first.entity in _NEITHER or (first.entity in ("ORG", "GPE") and not given)
        if has_trade(words, run.start, run.end, self.lexicon) or (has_office and (not before or not other or given)):
            return "office"
        if speaks and (not other or (first.entity == "ORG" and words[run.start - 1].folded in self.lexicon.speech and run.start > 0)):
            return "speech"
        if not all(word.proper for word in inside if word.capital) and not (given and person):
            return ""
        if given and (first.entity not in _NEITHER or speaks or before_who(words, run.end)):
            return "given"
        if first.entity not in _NEITHER and before_who(words, run.end) and self.folder.forms.are_known(first.folded):
            return "given"
        return "entity" if person or (last.entity == "PERSON" and not other and before_who(words, run.end)) else ""

    def _may_be_person(self, words: list[Word], run: _Run) -> bool:
        inside = words[run.start : run.end]
        whole = " ".join(word.folded for word in inside)
        if self.lexicon.is_place_or_group(whole) or whole.rstrip(".") in self.lexicon.generations:
            return False
        if any(len(word.folded) == 1 and word.initial for word in inside[-1:]):
            return False
        if run.start and inside[0].gap == " " and self.lexicon.is_thing(words[run.start - 1]):
            return False
        given = self.lexicon.is_given(inside[0])
        for word in inside[0 if len(inside) == 1 else 1 :]:
            if word.folded in self.lexicon.heads and not (given and word.folded in self.lexicon.common_surnames and len(inside) <= 3):
                return False
        if len(inside) > 1 and inside[0].folded in self.lexicon.heads and not run.title:
            return False
        if self.lexicon.is_title_only(inside):
            return False
        if any(self.lexicon.is_camel(word) for word in inside) or (len(inside) == 1 and not inside[0].proper):
            return False
        if len(inside) > 1 and not given and (inside[-1].folded in self.lexicon.lands or inside[0].folded in self.lexicon.lands):
            return False
        following = words[run.end] if run.end < len(words) else None
        return run.title or following is None or following.gap not in (" & ", "&", "-") or not following.capital

    def _roles_around(self, words: list[Word], run: _Run) -> tuple[frozenset[str], bool]:
        """Offices in apposition, behind ("X, the governor of Y,") or before ("the governor, X,"); True where only before."""
        roles = self._roles_behind(words, run.end)
        if roles or not run.start or words[run.start].gap != ", ":
            return roles, False
        start = run.start - 1
        while start and words[start].gap in (" ", "'s ", "' ", "-") and run.start - start < _APPOSITION_WORDS:
            start -= 1
        told: set[str] = set()
        for index in range(start, run.start):
            title = self.lexicon.title_at(words, index)
            ends = title is not None and (index + title.words == run.start or words[index + title.words].folded in ("of", "for", "at"))
            if title and title.role and ends and not words[index].tag.startswith("VB"):
                told.add(title.role)
                told |= self._roles_before(words, index + title.words)
        return frozenset(told), True

    def _roles_behind(self, words: list[Word], end: int) -> frozenset[str]:
        if end >= len(words) or words[end].gap not in (", ", " (", " - "):
            return frozenset()
        roles: set[str] = set()
        bodies: set[str] = set()
        index = end
        while index < min(len(words), end + _APPOSITION_WORDS):
            if index > end and words[index].gap not in (" ", "'s ", "-", "' "):
                break
            if words[index].folded in ("who", "which", "whose", "and", "but", "when", "where", "after"):
                break
            title = self.lexicon.title_at(words, index)
            after = words[index + title.words : index + title.words + 1] if title else []
            if after and after[0].gap == " " and after[0].capital:  # "..., President X": the office of the next person
                return frozenset()
            if title and title.role and not words[index].tag.startswith("VB"):
                roles.add(title.role)
            elif words[index].folded in self.lexicon.speech:
                break
            else:
                bodies |= body_of(words[index], self.lexicon)
            index += title.words if title else 1
        return frozenset(roles | bodies) if roles else frozenset()

    def _find_known(self, passage: Passage, words: list[Word], runs: list[_Run], known: _Known) -> list[Found]:
        """Short forms, headline words and near misses of the persons that the article names in full."""
        found: list[Found] = []
        headline = is_headline(passage, words)
        for run in runs:
            start = run.start
            while start < run.end:
                for end in range(min(run.end, start + MAX_WORDS), start, -1):
                    whole = start == run.start and end == run.end
                    if not (whole or headline):
                        continue
                    reading = self._read_known(words, replace(run, start=start, end=end), known, whole=whole, headline=headline)
                    if reading:
                        found.append(_found(words, _Run(start, end), reading))
                        start = end - 1
                        break
                start += 1
        return found

    def _read_known(self, words: list[Word], run: _Run, known: _Known, *, whole: bool, headline: bool) -> NameReading | None:
        inside = words[run.start : run.end]
        folded = " ".join(word.folded for word in inside)
        if not (headline or all(word.proper for word in inside if word.capital)):
            return None
        value = self.lexicon.read_name(parts_of(inside))
        if value is None:
            return None
        roles = run.roles | self._roles_behind(words, run.end)
        if folded in known.full or (len(inside) == 1 and folded in known.short):
            if self.lexicon.is_place_or_group(folded) and inside[0].entity != "PERSON":
                return None
            return NameReading(value, roles, run.gender)
        if not whole or not self._may_be_person(words, run) or folded in known.parts:
            return None
        if len(inside) == 1 and not self._acts(words, run):
            return None  # asked first, for it is cheap
        return NameReading(value, roles, run.gender, "near") if any(self._is_near(value, other) for other in known.values) else None

    def _is_near(self, value: NameValue, other: NameValue) -> bool:
        if value.given and not other.given:
            return False
        mine, theirs = self.folder.fold_name(value), self.folder.fold_name(other)
        if not value.given and " " not in mine.bare and self.folder.match_families(mine, theirs) not in _NEAR:
            return False  # one bare word has no other parts that may agree
        match = self.folder.match_folded(mine, theirs)
        if value.given:
            return match.given in (Match.EQUAL, Match.ALIAS) and match.family <= Match.SLIP
        return len(value.family) > 4 and match.family in _NEAR and not match.at_end

    def _acts(self, words: list[Word], run: _Run) -> bool:
        word = words[run.start]
        if run.title or word.entity == "PERSON" or is_speaker(words, run.start, run.end, self.lexicon):
            return True
        return word.entity in ("", "NORP") and self._is_subject(words, run)

    def _is_subject(self, words: list[Word], run: _Run) -> bool:
        after = words[run.end] if run.end < len(words) else None
        if after is None:
            return False
        return (after.gap == " " and after.tag in ("VBD", "VBZ", "MD")) or (after.gap == ", " and after.folded == "who")


class _Known:
    """The names that an article gives with firm evidence: folded full names, surnames, all other words of names, and their values."""

    def __init__(self, readings: Sequence[NameReading]) -> None:
        values = {reading.value.folded: reading.value for reading in readings}
        self.values = [values[key] for key in sorted(values)]
        self.full = frozenset(key for key, value in values.items() if value.given)
        short = {fold(value.family) for value in self.values}
        short |= {fold(reading.value.given[0]) for reading in readings if reading.family_first}
        self.short = frozenset(short)
        self.parts = frozenset(fold(part) for value in self.values for part in value.given) | self.short


def _reading(found: Found) -> NameReading:
    assert isinstance(found.reading, NameReading)
    return found.reading


def _found(words: list[Word], run: _Run, reading: NameReading) -> Found:
    return Found("name", Span(words[run.start].start, words[run.end - 1].end), f"name.{reading.evidence}", reading)
