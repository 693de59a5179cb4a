"""Words for people in place of ids: "place:am" becomes "Armenia"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from factcheck.rulebook import OrganisationRule, PlaceRule, Rulebook


class Labels:
    """Labels of canonical ids; ids of the gazetteer by their first name, others by their own words in title case."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._names: dict[str, str] = {f"place:{rule.id}": rule.names[0] for rule in rulebook.of(PlaceRule)}
        self._names |= {f"organisation:{rule.id}": (rule.acronyms or rule.names)[0] for rule in rulebook.of(OrganisationRule)}
        self.words = rulebook.words()
        self._small = frozenset(self.words["label.small"])
        self.levels: Mapping[str, str] = {f"place:{rule.id}": rule.level for rule in rulebook.of(PlaceRule)}

    def __call__(self, name: str) -> str:
        """The label of an id; that of a common noun is the noun."""
        return self._names.get(name) or (name.removeprefix("noun:") if name.startswith("noun:") else _capitals(name, self._small))

    def of(self, names: frozenset[str]) -> str:
        """The labels of several ids, sorted, joined by commas."""
        return ", ".join(sorted({self(name) for name in names}))


def in_words(stems: Iterable[str], text: str) -> str:
    """Stems as the words of a text that begin with them, joined by commas; a stem by itself where none does."""
    words = sorted({*re.findall(r"[^\W\d_]+", text.lower())}, key=lambda word: (len(word), word))
    return ", ".join(dict.fromkeys(next((word for word in words if word.startswith(stem)), stem) for stem in stems))


@lru_cache(maxsize=4096)
def _capitals(name: str, small: frozenset[str]) -> str:
    words = name.partition(":")[2] or name
    return " ".join(word if index and word in small else word.capitalize() for index, word in enumerate(words.split()))
