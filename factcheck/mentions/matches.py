"""Finds what a report of a match tells by number: its result, the minutes of somebody's goals, a place in the table.

"Selmer beat Halden 3-2", "lost 6-4, 7-5 to Lund", "scored in the 12th and 67th minutes", "are third in the table".  The words around the
numbers find them; which verb they belong to, the parse tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import PlainValue

if TYPE_CHECKING:
    from factcheck.parses import Doc, Token

MATCH = "plain.match"
"""The rule of a claim: a number of the report of a match."""
SCORE = "score"
MINUTES = "minutes"
STANDING = "standing"
"""The parts that are told."""
_SET = r"\d{1,3}-\d{1,3}(?: ?\(\d{1,2}(?:-\d{1,2})?\))?"
_SCORES = re.compile(rf"(?<![\w.,:/$£€-]){_SET}(?:,? (?:and )?{_SET}){{0,4}}(?![\w%/-])(?!\.\d)")
"""One score, or those of the sets of a match, with their tie-breaks."""
_ONE = re.compile(r"(\d{1,3})-(\d{1,3})")
_BRACKETS = re.compile(r"\([^)]{0,6}\)")
_NTH = r"\d{1,3}[a-z]{2}"
_IN_MINUTE = re.compile(rf"\b[io]n the ({_NTH}(?:(?:, (?:and )?| and ){_NTH}){{0,4}}) minutes?\b")
_IN_TABLE = re.compile(r"\b(\w{2,12}) in (?=\w{3,5} ((?:[\w-]{1,20}\b ?){1,4}))")
"""A place, and the words behind "in the", of which one names the table."""
_NUMBER = re.compile(r"\d{1,3}")
_BEFORE, _AFTER = 4, 5
"""Words before and behind a score among which is looked for what makes it none of a match."""


@dataclass(frozen=True, slots=True)
class MatchReading:
    """``part`` of the report, ``verb`` the index of the verb or noun ("win") that it hangs on, ``answer`` its numbers as a key;
    ``narrowed`` are the words that make a table one of several ("the medal table"), without names.
    """

    part: str
    verb: int
    answer: str
    narrowed: tuple[str, ...] = ()


class MatchFinder:
    """Finds numbers of matches in parsed passages; passages without a parse have none."""

    kind = "plain"

    def __init__(self, rulebook: Rulebook) -> None:
        """Inflect the verbs.

        Raises:
            KeyError: a word list that this module names is missing from the rules.
        """
        words, irregular = rulebook.words(), irregular_verbs(rulebook)
        self._contest = _forms(words["match.verb"], irregular) | set(words["match.noun"])
        self._scoring = _forms(words["match.scoring"], irregular)
        self._standing = _forms(words["match.standing"], irregular)
        self._tables = frozenset(words["match.table"])
        self._other = frozenset(words["match.other-score"])
        self._ranks = words.whole("ordinal.word")

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order."""
        doc = passage.doc
        return [] if doc is None else sorted(self._told(doc), key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> PlainValue | None:
        """The numbers; they need no context.  None where the reading is not one of matches."""
        return PlainValue(found.reading.answer) if isinstance(found.reading, MatchReading) else None

    def _told(self, doc: Doc) -> Iterator[Found]:
        text = doc.text
        for match in _SCORES.finditer(text) if "-" in text else ():
            yield from self._found(doc, match, 0, SCORE, scores_of(match[0]), self._contest)
        for match in _IN_MINUTE.finditer(text) if "minute" in text else ():
            minutes = sorted(int(number) for number in _NUMBER.findall(match[1]))
            yield from self._found(doc, match, 1, MINUTES, "minutes:" + ",".join(map(str, minutes)), self._scoring)
        for match in _IN_TABLE.finditer(text) if any(table in text for table in self._tables) else ():
            rank = self._rank(match[1].lower())
            behind = match[2].split()
            ends = next((place for place, word in enumerate(behind) if word in self._tables), None)
            if rank is not None and ends is not None:
                narrowed = tuple(word for word in behind[:ends] if word.islower())
                yield from self._found(doc, match, 1, STANDING, f"standing:{rank}", self._standing, narrowed)

    def _rank(self, word: str) -> int | None:
        figures = _NUMBER.match(word)
        return int(figures[0]) if figures and not word.isdigit() else self._ranks.get(word)

    def _found(
        self, doc: Doc, match: re.Match[str], group: int, part: str, answer: str, verbs: set[str], narrowed: tuple[str, ...] = ()
    ) -> Iterator[Found]:
        words = doc.char_span(match.start(group), match.end(group), alignment_mode="expand")
        if words is None or (part == SCORE and self._is_of_no_match(doc, words.start, words.end)):
            return
        verb = _above(doc, words.start, verbs)
        if verb is not None and not any(child.dep_ == "neg" for child in verb.children):
            yield Found(self.kind, Span(match.start(group), match.end(group)), MATCH, MatchReading(part, verb.i, answer, narrowed))

    def _is_of_no_match(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a score is one of a part of a match, of several together, or of a vote."""
        lowers = columns_of(doc).lowers
        return not self._other.isdisjoint(lowers[max(0, start - _BEFORE) : end + _AFTER])


def _forms(verbs: Iterable[str], irregular: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {form for verb in verbs for form in verb_forms(verb, irregular.get(verb, ()))}


def scores_of(said: str) -> str:
    """The scores as a key, of each the higher number first: "3-2" and "2-3" are one result told by either side."""
    pairs = [sorted(map(int, pair), reverse=True) for pair in _ONE.findall(_BRACKETS.sub("", said))]
    return "score:" + " ".join(f"{high}-{low}" for high, low in pairs)


def _above(doc: Doc, index: int, words: set[str]) -> Token | None:
    """The first of some words above a token, below any other verb; None where there is none."""
    for above in doc[index].ancestors:
        if above.lower_ in words:
            return above
        if above.tag_.startswith("VB"):
            return None
    return None
