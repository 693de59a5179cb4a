"""Series: how long ago the last one was ("the first since 1988", "had not won for 38 years"), and which one it is ("for the third time").

Both are mentions of the kind "ordinal", found wherever they stand in a sentence; the finder of ``factcheck.mentions.ordinal`` reads places
that a sentence gives to a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.columns import Columns, columns_of
from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.never_before import NeverWords, never_before, verb_of
from factcheck.mentions.numbers import number_reader_of, tokenize
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import OrdinalValue

GAP, TURN = "ordinal.gap", "ordinal.turn"
"""The rules of a claim: when the last one was, and which one it is."""
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_SPANS = {"year": 1, "years": 1, "decade": 10, "decades": 10, "century": 100, "centuries": 100}
_SLACK = {1: 1, 10: 4, 100: 20}
"""Years by which a number of years, decades or centuries may miss."""
_REACH = 22
"""Words before a year or a number of years in which the word that makes a gap of it is looked for."""
_BEHIND = 5
"""Words behind it up to a denial at most: "since 1948 none had"."""
_OLDEST, _LATEST = 1600, 2100
_HEADLESS = frozenset({"time", "one"})


@dataclass(frozen=True, slots=True)
class Gap:
    """``year`` of the last one, or how many ``years`` ago it was, both None where there never was one; ``slack`` years either may miss.

    ``head`` is the index of the noun or verb that says what there was none of, ``degree`` the superlative, "" where there is none; ``bare``
    gaps name no row ("nine years of losses").  ``denied``: told by what never was, which gives what now was no turn.
    """

    year: int | None
    years: int | None
    slack: int
    head: int
    degree: str = ""
    bare: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """``rank`` from 1 of what the noun or verb at ``head`` names, ``word`` is the index of the ordinal; ``degree`` the superlative
    that ranks it ("largest"), "" where there is none.  ``exceeded``: told by those before it, who are the sentence's subject."""

    rank: int
    head: int
    word: int
    degree: str = ""
    exceeded: bool = False


class SeriesFinder:
    """Finds gaps and turns in parsed passages; passages without a parse have none."""

    kind = "ordinal"

    def __init__(self, rulebook: Rulebook) -> None:
        """Read the word lists.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._ranks = words.whole("ordinal.word") | words.whole("ordinal.first-word")
        self._rows = frozenset(words["ordinal.row"]) - frozenset(words["ordinal.counted"])
        self._areas = frozenset(words["ordinal.area"]) | frozenset(words["ordinal.area-also"])
        self._waits = frozenset(words["ordinal.wait"])
        self._since = frozenset(words["ordinal.records"])
        self._timed = frozenset(words["ordinal.timed"])
        self._denials, self._last_in = frozenset(words["ordinal.denial"]), frozenset(words["ordinal.last-in"])
        self._never = NeverWords(self._denials, frozenset(words["ordinal.perfect"]), frozenset(words["ordinal.narrowing"]))
        self._loosely, self._gap_before = frozenset(words["ordinal.loosely"]), frozenset(words["ordinal.gap-before"])
        self._no_first, self._opening = frozenset(words["ordinal.no-first"]), frozenset(words["ordinal.owner-word"])
        self._no_degree, self._so = frozenset(words["ordinal.no-degree"]), frozenset(words["ordinal.so-word"])
        self._headless_before = frozenset(words["ordinal.headless-before"])
        self._cardinals = {word: number for word, number in words.whole("number.unit").items() if 0 < number <= _MOST}
        self._numbers = number_reader_of(rulebook)

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        if passage.doc is None:
            return []
        columns = columns_of(passage.doc)
        found: list[Found] = []
        for item in (*self._gaps(columns, passage.text), *self._turns(columns)):
            if all(not item.span.overlaps(other.span) for other in found):
                found.append(item)
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> OrdinalValue | None:
        """The turn; of a gap the year of the last one, counted back from the day of publication where only its length is told; None where
        that day is not known."""
        reading = found.reading
        if isinstance(reading, Turn):
            return OrdinalValue(reading.rank)
        if not isinstance(reading, Gap):
            return None
        if reading.years is None:
            return OrdinalValue(1, since=reading.year, ever=reading.year is None, slack=reading.slack)
        day = context.published.day
        return OrdinalValue(1, since=day.year - reading.years, slack=reading.slack) if day is not None else None

    def _gaps(self, columns: Columns, text: str) -> Iterator[Found]:
        spans: dict[int, tuple[int, int]] | None = None
        for index, word in enumerate(columns.lowers):
            if len(word) == 4 and word.isdecimal() and _OLDEST < int(word) < _LATEST:
                yield from self._of_year(columns, index, int(word))
            elif word in _SPANS:
                spans = self._counted(columns, text) if spans is None else spans
                if index in spans:
                    yield from self._of_years(columns, index, *spans[index])
            elif word in ("ever", "history", "before") or word in self._since:
                yield from self._of_ever(columns, index)

    def _counted(self, columns: Columns, text: str) -> dict[int, tuple[int, int]]:
        """By index of "years", how many there are and the index of the number."""
        if not any(word in _SPANS for word in columns.lowers):
            return {}
        starts = {start: index for index, start in enumerate(columns.starts)}
        found: dict[int, tuple[int, int]] = {}
        for number in self._numbers.read(text, tokenize(text)):
            first = starts.get(number.span.start)
            if first is None:
                continue
            ahead = (index for index in range(first, min(len(columns.starts), first + 8)) if columns.starts[index] >= number.span.end)
            for index in list(ahead)[:3]:
                if columns.lowers[index] in _SPANS and number.whole:
                    found[index] = int(number.amount), first
                    break
        return found

    def _of_year(self, columns: Columns, index: int, year: int) -> Iterator[Found]:
        before = columns.lowers[max(0, index - 5) : index]
        start = _opening(columns, index)
        if "since" in before:
            since = index - 1 - before[::-1].index("since")
            if any(word in self._since for word in columns.lowers[since:index]):
                return
            yield from self._gap(columns, range(start, since), index, year, None, 0)
        else:
            last = self._last(columns, start, index)
            if last is not None and before and set(before[-3:]) & self._last_in:
                yield self._found(columns, last, index, Gap(year, None, 0, _governed(columns, last)))

    def _of_years(self, columns: Columns, index: int, number: int, first: int) -> Iterator[Found]:
        unit = _SPANS[columns.lowers[index]]
        years, slack = number * unit, _SLACK[unit]
        start, lowers = _opening(columns, index), columns.lowers
        before, behind = lowers[max(start, first - 4) : first], lowers[index + 1 : index + 3]
        slack += 2 if set(before) & self._loosely else 0
        if behind[:1] == ["ago"]:
            last = self._last(columns, start, first)
            if last is not None:
                yield self._found(columns, last, index, Gap(None, years, slack, _governed(columns, last)))
        elif (behind and set(behind) & self._waits) or set(lowers[max(start, first - 6) : first]) & self._waits:
            yield self._found(columns, first, index, Gap(None, years, slack, verb_of(columns, first), bare=True))
        elif set(before) & self._gap_before:
            yield from self._gap(columns, range(start, first), index, None, years, slack, verbs="for" in before)

    def _of_ever(self, columns: Columns, index: int) -> Iterator[Found]:
        """ "the first ever", "in the club's history", "since records began", "never before"."""
        word, start = columns.lowers[index], _opening(columns, index)
        before = columns.lowers[max(start, index - 4) : index]
        never = never_before(columns, index, start, self._never)
        if never is not None:
            yield self._found(columns, never[0], index, Gap(None, None, 0, never[1], denied=word != "history"))
            return
        if word == "before" or (word in self._since and "since" not in before):
            return
        if word == "history" and not set(before) & {"in", "of"}:
            return
        triggers = [at for at in range(max(start, index - 12), index) if columns.lowers[at] == "first" or self._is_degree(columns, at)]
        if triggers and columns.lowers[max(start, triggers[-1] - 1)] not in self._no_first:
            yield self._found(columns, triggers[-1], index, _gap_at(columns, triggers[-1], None, None, 0))

    def _gap(
        self, columns: Columns, where: range, index: int, year: int | None, years: int | None, slack: int, *, verbs: bool = True
    ) -> Iterator[Found]:
        """The gap that a first one, a superlative or a denial before a year or a number of years tells."""
        for at in reversed(where[-_REACH:]):
            if columns.lowers[at] == "first" or self._is_degree(columns, at):
                ranked = at > 0 and columns.lowers[at - 1] in self._ranks
                if not ranked:
                    yield self._found(columns, at, index, _gap_at(columns, at, year, years, slack))
                return
            if verbs and columns.lowers[at] in self._denials:
                degree = self._superlative_of(columns, at, index)
                yield self._found(columns, at, index, Gap(year, years, slack, verb_of(columns, at), degree))
                return
        for at in range(index + 1, min(len(columns.lowers), index + _BEHIND)) if verbs else ():
            if columns.opens[at]:
                return
            if columns.lowers[at] in self._denials:  # "since 1948 none had bred there"
                yield self._found(columns, index, at, Gap(year, years, slack, verb_of(columns, at)))
                return

    def _last(self, columns: Columns, start: int, end: int) -> int | None:
        """The word "last" before a time that is that of the last one; None where it tells of a week or year."""
        for at in range(end - 1, max(start, end - 12) - 1, -1):
            if columns.lowers[at] == "last":
                ahead = columns.lowers[at + 1] if at + 1 < len(columns.lowers) else ""
                return None if ahead in self._timed or columns.lowers[max(0, at - 1)] == "at" else at
        return None

    def _turns(self, columns: Columns) -> Iterator[Found]:
        told: list[int] = []
        for index, word in enumerate(columns.lowers):
            if word == "number":
                yield from self._numbered(columns, index)
                continue
            if word == "only" and columns.opens[index]:
                yield from self._exceeded(columns, index)
                continue
            if not (word[0].isdecimal() or word in self._ranks or self._is_degree(columns, index)):
                continue
            ranked = self._ranked(columns, index)
            if ranked is not None:
                yield ranked
                continue
            rank = self._rank(columns, index)
            head = self._counted_head(columns, index) if rank else None
            if rank is None:
                continue
            if head is not None and columns.lowers[head] == "time":
                clause = (
                    child for child in columns.children[head] if columns.deps[child] == "relcl" and columns.tags[child].startswith("VB")
                )
                verb = next(clause, verb_of(columns, head))  # "the second time that it lost a tent"
                if columns.tags[verb].startswith("VB") and columns.lowers[max(0, index - 1)] in self._opening:
                    told.append(verb)
                    yield self._found(columns, index, head, Turn(rank, verb, index))
            elif head is not None:
                told.append(head)
                yield self._found(columns, index, head, Turn(rank, head, index))
            elif self._is_headless(columns, index):
                above = told[-1] if told else verb_of(columns, columns.heads[index])
                if columns.tags[above].startswith(("VB", "NN")):
                    yield self._found(columns, index, index, Turn(rank, above, index))

    def _ranked(self, columns: Columns, index: int) -> Found | None:
        """The place of a superlative in a row of an area: "second-longest in the country", "the longest in the country"."""
        if not self._is_degree(columns, index):
            return None
        before = index - 2 if index > 1 and columns.lowers[index - 1] == "-" else index - 1
        rank = self._ranks.get(columns.lowers[before], 1) if before >= 0 else 1
        if columns.lowers[index] == "most":
            adjective = columns.heads[index]
            noun = columns.heads[adjective]
            if rank == 1 or columns.tags[adjective] != "JJ" or not columns.tags[noun].startswith("NN"):
                return None
            return self._found(columns, before, adjective, Turn(rank, noun, index, f"most {columns.lowers[adjective]}"))
        around = columns.lowers[max(0, index - 6) : index + 7]
        if rank == 1 and not any(word in self._areas for word in around):
            return None
        head = columns.heads[index]
        first = before if rank > 1 else index
        noun = head if columns.tags[head].startswith("NN") else index
        return self._found(columns, first, index, Turn(rank, noun, index, columns.lowers[index]))

    def _exceeded(self, columns: Columns, only: int) -> Iterator[Found]:
        """The place that is left beside the few who were more: "only the gift of 1988 was larger", "only two women have run faster"."""
        end = next((at for at in range(only + 1, len(columns.lowers)) if columns.opens[at]), len(columns.lowers))
        if "than" in columns.lowers[only:end]:
            return
        few = self._cardinals.get(columns.lowers[only + 1], 1) if only + 1 < end else 1
        for at in range(only + 1, end):
            if columns.tags[at] in (".", ":", ",") and columns.tags[at - 1] in ("RBR", "JJR"):
                break
            if columns.tags[at] in ("JJR", "RBR"):
                degree = _superlative(columns, at)
                if degree and degree not in self._no_degree and columns.deps[at] in ("acomp", "advmod", "dobj", "oprd", "attr"):
                    first, last = self._place_told(columns, range(at, end), few + 1) or (only, at)
                    yield self._found(columns, first, last, Turn(few + 1, at, only, degree, exceeded=True))
                return

    def _place_told(self, columns: Columns, words: range, rank: int) -> tuple[int, int] | None:
        """Where a sentence puts the place itself into words: "only Fonn was faster, which makes it the second-best time"."""
        for at in words:
            before = at - 2 if columns.lowers[at - 1] == "-" else at - 1
            if columns.tags[at] in ("JJS", "RBS") and before > words.start and self._ranks.get(columns.lowers[before]) == rank:
                return before, at
        return None

    def _rank(self, columns: Columns, index: int) -> int | None:
        """The place that an ordinal tells; None for other words, dates, and names ("the Second World War")."""
        figures = _FIGURES.match(columns.lowers[index])
        rank = int(figures[1]) if figures else self._ranks.get(columns.lowers[index])
        dated = columns.entities[index] in ("DATE", "TIME") and "time" not in columns.lowers[index + 1 : index + 2]
        named = columns.texts[index][:1].isupper() and not columns.opens[index]
        return rank if rank and not dated and not named else None

    def _counted_head(self, columns: Columns, index: int) -> int | None:
        """The noun that an ordinal counts; None where it has none, or one of which the ordinal is a name."""
        head = columns.heads[index]
        above = columns.heads[head]
        if columns.deps[head] == "compound" and columns.tags[head] == "NN" and columns.tags[above] == "NN" and above > head:
            head = above  # "his 100th league goal"
        counts = head > index and columns.tags[head] == "NN" and columns.deps[index] in ("amod", "compound", "nummod")
        return head if counts and columns.lowers[head] not in self._rows else None

    def _numbered(self, columns: Columns, index: int) -> Iterator[Found]:
        """ "title number six"."""
        if index and columns.tags[index - 1] == "NN" and index + 1 < len(columns.lowers):
            word = columns.lowers[index + 1]
            rank = self._ranks.get(word) or self._cardinals.get(word) or (int(word) if word.isdecimal() and len(word) < 4 else 0)
            if rank:
                yield self._found(columns, index - 1, index + 1, Turn(rank, index - 1, index + 1))

    def _is_headless(self, columns: Columns, index: int) -> bool:
        """Whether an ordinal with an owner stands without its noun: "her second in Dell"."""
        ahead = columns.tags[index + 1] if index + 1 < len(columns.tags) else "."
        behind = columns.lowers[index + 1] if index + 1 < len(columns.lowers) else ""
        if index and columns.lowers[index - 1] == "the":
            return behind in self._headless_before and index > 1 and columns.tags[index - 2] in (",", "VBZ", "VBD", ":")
        return index > 0 and columns.tags[index - 1] in ("PRP$", "POS") and not ahead.startswith(("NN", "JJ", "CD", "HYPH", "VBN"))

    def _superlative_of(self, columns: Columns, start: int, end: int) -> str:
        """The superlative that "not so high" makes, "" where there is none."""
        for at in range(start, min(end, len(columns.lowers) - 1)):
            if columns.lowers[at] in self._so and columns.tags[at + 1] == "JJ":
                word = columns.lowers[at + 1]
                return f"{word[:-1]}iest" if word.endswith("y") else f"{word}st" if word.endswith("e") else f"{word}est"
        return ""

    def _is_degree(self, columns: Columns, index: int) -> bool:
        """Whether a word is a superlative that ranks something."""
        return columns.tags[index] in ("JJS", "RBS") and columns.lowers[index] not in self._no_degree

    def _found(self, columns: Columns, first: int, last: int, reading: Gap | Turn) -> Found:
        first, last = min(first, last), max(first, last)
        start, end = columns.starts[first], columns.starts[last] + len(columns.texts[last])
        rule = GAP if isinstance(reading, Gap) else TURN
        return Found(self.kind, Span(start, end), rule, reading)


def _superlative(columns: Columns, at: int) -> str:
    """The superlative of a comparative: "largest" of "larger", "most expensive" of "more expensive"; "" where there is none."""
    word = columns.lowers[at]
    if word == "more" and columns.tags[columns.heads[at]] == "JJ":
        return f"most {columns.lowers[columns.heads[at]]}"
    return f"{word[:-2]}est" if word.endswith("er") else ""


_MOST = 12
"""The greatest number in words that a turn is given by: "title number six"."""


def _opening(columns: Columns, index: int) -> int:
    """The first word of the sentence of a word."""
    while index and not columns.opens[index]:
        index -= 1
    return index


def _gap_at(columns: Columns, at: int, year: int | None, years: int | None, slack: int) -> Gap:
    """The gap of a first one or a superlative at a word: of its noun, of the act where that is "time"."""
    degree = columns.lowers[at] if columns.lowers[at] != "first" else ""
    if degree == "most" and columns.heads[at] != at:
        degree = f"most {columns.lowers[columns.heads[at]]}"
    head = columns.heads[at]
    if columns.tags[head].startswith("JJ") and columns.heads[head] != head:
        head = columns.heads[head]
    if columns.lowers[head] in _HEADLESS:
        head = verb_of(columns, head)
    return Gap(year, years, slack, head, degree)


def _governed(columns: Columns, last: int) -> int:
    """What "last" stands with: its noun, or the verb that was done last."""
    return columns.heads[last]
