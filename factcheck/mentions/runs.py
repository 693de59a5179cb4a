"""Runs of capitalised words that may be a proper name, with what stands beside them.

A run ends where a name ends: at a small word, a comma, a calendar word, or where the parse sees another entity begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions.name_words import Word, is_headline, name_lexicon_of, read_words
from factcheck.rulebook import Rulebook
from factcheck.text import Span, fold
from factcheck.values import OrganisationNameValue, PlaceNameValue

NAMED = frozenset({"GPE", "LOC", "FAC", "ORG", "PRODUCT", "NORP", "PERSON", "WORK_OF_ART", "EVENT", "LAW"})
"""Entity types that may be a name; the small model confuses them on rare names."""
MAX_WORDS = 6
"""Longer runs are lists or headlines."""
_TAGS = frozenset({"", "NNP", "NNPS"})
_JOINERS = frozenset({"of", "for", "and"})


@dataclass(frozen=True, slots=True, eq=False)
class ProperRun:
    """The words ``words[start:end]`` of a passage; ``before`` is the run that a list joins it to ("the villages of X, Y and Z")."""

    words: Sequence[Word]
    start: int
    end: int
    before: ProperRun | None = None

    @property
    def inside(self) -> Sequence[Word]:
        """The words of the run."""
        return self.words[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where the run stands in the passage's text."""
        return Span(self.words[self.start].start, self.words[self.end - 1].end)

    @property
    def labels(self) -> frozenset[str]:
        """The entity types of its words, without "" for none."""
        return frozenset(word.entity for word in self.inside) & NAMED

    def word_before(self, back: int = 1) -> str:
        """The folded word so many places before the run, "" beyond a stop, comma or the passage's start."""
        index = self.start - back
        if index < 0 or any(word.gap != " " for word in self.words[index + 1 : self.start + 1]):
            return ""
        return self.words[index].folded

    def word_after(self, ahead: int = 1) -> str:
        """The folded small-written word so many places behind the run, "" beyond a stop or comma or where it is a name itself."""
        index = self.end + ahead - 1
        if index >= len(self.words) or any(word.gap != " " for word in self.words[self.end : index + 1]):
            return ""
        word = self.words[index]
        return "" if word.capital else word.folded


@dataclass(frozen=True, slots=True)
class ProperReading:
    """A proper name that is no person's, and what stands beside it.

    ``noun`` is the word for what bears it, ``sort`` that word's class, both "" where none is told; ``evidence`` why the words count as
    such a name: "noun", "article", "entity", "position" or "bare".  ``labels`` are the parser's entity types, ``leading`` the words of
    leading ("chief", "party of") of the passage.
    """

    value: PlaceNameValue | OrganisationNameValue
    noun: str
    sort: str
    evidence: str
    labels: frozenset[str]
    leading: tuple[Span, ...] = ()


class RunReader:
    """Splits passages into runs; made once a run of the program."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self.lexicon = name_lexicon_of(rulebook)
        self._openers = frozenset(words["place.inside"])
        self._parts = {
            fold(word) for name in ("place.noun", "organisation.noun", "organisation.form", "organisation.plain") for word in words[name]
        }
        self._bodies = frozenset(words["organisation.noun"])
        self._no_names = self.lexicon.no_names - self._openers - {fold(word) for word in words["organisation.plain"]}

    def read(self, passage: Passage) -> Iterator[ProperRun]:
        """The runs of a passage in reading order; none in a headline, whose words are all capital."""
        words = read_words(passage, self.lexicon)
        if is_headline(passage, words):
            return
        before: ProperRun | None = None
        start = 0
        while start < len(words):
            if not self._may_open(words[start]):
                start += 1
                continue
            end = self._end(words, start)
            run = ProperRun(words, start, end, before if before and _joined(words, before.end, start) else None)
            start = end
            if run.end - run.start <= MAX_WORDS and not self._is_plain(run):
                yield run
                before = run

    def _may_open(self, word: Word) -> bool:
        if not word.capital or word.shouted or word.initial or word.folded in self._no_names or word.gap.endswith(("@", "#", "_", "/")):
            return False
        return word.tag in _TAGS or word.entity in NAMED

    def _end(self, words: Sequence[Word], start: int) -> int:
        end = start + 1
        while end < len(words):
            word, last = words[end], words[end - 1]
            if word.gap != " ":
                break
            if not word.capital:
                step = self._joins(words, end)
                if not step:
                    break
                end += step
                continue
            part = word.folded.rstrip(".") in self._parts
            if word.shouted or word.initial or word.folded in self._no_names or not (part or word.tag in _TAGS or word.entity in NAMED):
                break
            if word.entity != last.entity and not part:
                break
            end += 1
        return end

    def _joins(self, words: Sequence[Word], index: int) -> int:
        """How many small words from ``index`` on are inside the name, 0 for none: particles, and "of" inside one entity."""
        size = 1 if index + 1 < len(words) and words[index + 1].capital else 0
        if not size or words[index + 1].gap != " " or words[index + 1].folded in self._no_names:
            return 0
        word, last, after = words[index], words[index - 1], words[index + 1]
        if word.folded in self.lexicon.particles:
            return size
        one = bool(word.entity) and last.entity == word.entity == after.entity
        if word.folded == "and" and after.folded not in self._parts:
            return 0  # a list of two names
        return size if one and word.folded in _JOINERS and word.entity in ("ORG", "FAC", "LOC") else 0

    def _is_plain(self, run: ProperRun) -> bool:
        """Whether the run is no name by itself: a title, a demonym, one common part of names."""
        folded = " ".join(word.folded for word in run.inside)
        if run.end - run.start == 1 and (folded in self._parts or folded in self._openers):
            return True
        if self.lexicon.is_title_only(run.inside) and run.inside[-1].folded not in self._bodies:
            return True
        return folded in self.lexicon.demonyms or folded.removesuffix("s") in self.lexicon.demonyms


def _joined(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether only a comma, "and" or "or" stands between the word before ``end`` and the one at ``start``."""
    if start == end:
        return words[start].gap.strip() == ","
    return start == end + 1 and words[end].folded in ("and", "or") and words[end].gap in (" ", ", ") and words[start].gap == " "
