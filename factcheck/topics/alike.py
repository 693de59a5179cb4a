"""Which names of persons may be compared as spellings of one, told by the names alone.

The keys of ``factcheck.topics.blocking`` are coarse: in a large corpus most articles share the sounds of some surname.  Here the names
behind two equal keys are held against each other, by the measure that the comparison itself begins with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from factcheck.mentions.spelling import Folder, Match, folder_of
from factcheck.model import Extraction
from factcheck.rulebook import Rulebook
from factcheck.topics.blocking import PERSON, blocking_keys, first_sounds, name_keys
from factcheck.values import NameValue


def keyed_names(extraction: Extraction, rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """The blocking keys of an article, those of persons each with the name it is of (see ``name_of``), all others with ""."""
    folder = folder_of(rulebook)
    keys = {(key, "") for key in blocking_keys(extraction, rulebook) if not key.startswith(PERSON)}
    for value in {claim.value for claim in extraction.claims if isinstance(claim.value, NameValue)}:
        keys.update((f"{PERSON}{key}", name_text(value)) for key in name_keys(value, folder))
    return frozenset(keys)


def name_text(value: NameValue) -> str:
    """A name as one line."""
    return json.dumps([value.family, value.suffix, *value.given])


def name_of(text: str) -> NameValue:
    """The inverse of ``name_text``."""
    family, suffix, *given = json.loads(text)
    return NameValue(family, tuple(given), suffix)


class Alike:
    """Tells which names may be spellings of one person's; made once a run."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._folder: Folder = folder_of(rulebook)

    def among(self, pairs: Iterable[tuple[str, str]]) -> set[str]:
        """Of pairs of names, given as ``name_text``, the first ones of those of which the one may be a spelling of the other."""
        known: dict[str, NameValue] = {}
        found: set[str] = set()
        for text, other in pairs:
            if text not in found and self._meets(_once(text, known), _once(other, known)):
                found.add(text)
        return found

    def _meets(self, value: NameValue, other: NameValue) -> bool:
        if value.given and other.given and not _sounds(value.given[0]) & _sounds(other.given[0]):
            return False
        return self._folder.match(value, other).family is not Match.APART


@lru_cache(maxsize=65_536)
def _sounds(word: str) -> frozenset[str]:
    return first_sounds(word)


def _once(text: str, known: dict[str, NameValue]) -> NameValue:
    if text not in known:
        known[text] = name_of(text)
    return known[text]
