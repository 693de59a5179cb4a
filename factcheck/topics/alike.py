"""Which names of persons may be compared as spellings of one, told by the names alone.

Surnames are first held against each other by their letters, which is cheap and leaves few, and then by the measure that the comparison
itself begins with.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from factcheck.mentions.alignment import SPARE
from factcheck.mentions.spelling import Folder, Match, folder_of
from factcheck.model import Extraction
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.topics.blocking import families, first_sounds, sound_rests
from factcheck.values import NameValue

_NONE: frozenset[str] = frozenset()
_MORE = 1
"""Letters that first names may differ by beside half of their own: nicknames are short."""


def spellings_of(extraction: Extraction, rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """The names of an article's persons, each with every form in which its surname is compared."""
    folder = folder_of(rulebook)
    values = {claim.value for claim in extraction.claims if isinstance(claim.value, NameValue)}
    return frozenset((form, name_text(value)) for value in values for form in _forms(value, folder))


def name_text(value: NameValue) -> str:
    """A name as one line of ASCII."""
    return json.dumps([value.family, value.suffix, *value.given])


def name_of(text: str) -> NameValue:
    """The inverse of ``name_text``."""
    family, suffix, *given = json.loads(text)
    return NameValue(family, tuple(given), suffix)


class Alike:
    """Tells which names may be spellings of one person's; made once a run."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._folder: Folder = folder_of(rulebook)
        self._firsts = self._folder.aligner.first_letters()
        self._values: dict[str, NameValue] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def forms(self, name: str) -> frozenset[str]:
        """The forms in which the surname of a name is compared."""
        return _forms(self._value(name), self._folder)

    def near(self, form: str, forms: list[str]) -> Iterator[int]:
        """The places of those of some sorted forms that sound alike and of which at most half of the letters, and two, differ."""
        groups, rests = first_sounds(form), sound_rests(form)
        most = min(1.0, 0.5 + (SPARE + 0.1) / max(1, len(form)))  # of the letters of the longer one, which has no fewer
        for start, end in _slices(form, self._firsts.get(form[:1], _NONE), forms):
            for other, share, place in process.extract(
                form, forms[start:end], scorer=Levenshtein.normalized_distance, processor=None, score_cutoff=most, limit=None
            ):
                longer = max(len(form), len(other))
                alike = share * longer < longer // 2 + SPARE + 0.5 and not rests.isdisjoint(sound_rests(other))
                if alike and not groups.isdisjoint(first_sounds(other)):
                    yield start + place

    def meets(self, name: str, other: str) -> bool:
        """Whether the one name may be a spelling of the other, where a form of its surname is near."""
        pair = (name, other) if name < other else (other, name)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = name != other and self._may_be(self._value(name), self._value(other))
        return known

    def _may_be(self, value: NameValue, other: NameValue) -> bool:
        if value.given and other.given and not may_be_given(fold(value.given[0]), fold(other.given[0])):
            return False
        return self._folder.match(value, other).family is not Match.APART

    def _value(self, name: str) -> NameValue:
        if name not in self._values:
            self._values[name] = name_of(name)
        return self._values[name]


def _forms(value: NameValue, folder: Folder) -> frozenset[str]:
    return frozenset("".join(form.split()) for form in families(value.family, folder))


def _slices(form: str, others: frozenset[str], forms: list[str]) -> Iterator[tuple[int, int]]:
    """Where in sorted forms those stand that begin with the first letter of one, or with others that habits exchange with it."""
    for letter in sorted(others | {form[:1]}):
        if letter:
            yield bisect_left(forms, letter), bisect_left(forms, chr(ord(letter) + 1))


@lru_cache(maxsize=65_536)
def may_be_given(first: str, second: str) -> bool:
    """Whether two folded given names can be one at all: the same, or begun alike, where one is an initial or at most half of the letters,
    and one, differ.  Cheap."""
    if first == second:
        return True
    if not first_sounds(first) & first_sounds(second):
        return False
    if (is_initial(first) or is_initial(second)) and first[:1] == second[:1]:
        return True
    allowed = max(len(first), len(second)) // 2 + _MORE
    return Levenshtein.distance(first, second, score_cutoff=allowed) <= allowed


def is_initial(given: str) -> bool:
    """Whether a given name is one letter, with or without a full stop."""
    return len(given.rstrip(".")) == 1


__all__ = ["Alike", "is_initial", "may_be_given", "name_of", "name_text", "spellings_of"]
