"""Whole names in place of the words by which articles are compared: "alder" and "lines" are told to people as "Alder Lines"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from factcheck.text import fold

_NAMES = ("person:", "name:")
"""Sorts of ids that hold the words of a name; those of the gazetteer have names of their own."""
_MOST_ANSWERS = 4096
"""Answers that are kept at a time: every claim of two articles prints the same names."""


class WholeNames:
    """The names of articles as they are told; ``names`` are the ids of each article."""

    def __init__(self, names: Mapping[str, frozenset[str]]) -> None:
        self._names = names
        self._answers: dict[tuple[tuple[str, ...], str, str], tuple[str, ...]] = {}

    def of(self, names: Iterable[str], left: str, right: str) -> tuple[str, ...]:
        """Ids of words and family names as the ids of the whole names that both articles tell, in the order given and each once.

        One that both tell alone, or of which several names of theirs have a part, stays as it is.
        """
        asked = (tuple(names), left, right)
        known = self._answers.get(asked)
        if known is None:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            known = self._answers[asked] = self._whole(*asked)
        return known

    def share_person(self, left: str, right: str) -> bool:
        """Whether two articles name one person by given name and surname."""
        both = self._names.get(left, frozenset()) & self._names.get(right, frozenset())
        return any(name.startswith("person:") and " " in name for name in both)

    def given_names(self, surname: str, *articles: str) -> frozenset[str]:
        """The folded first names with which some articles name bearers of a folded surname."""
        told = (name.removeprefix("person:").split() for article in articles for name in self._names.get(article, ()) if "person:" in name)
        return frozenset(words[0] for words in told if len(words) > 1 and words[-1] == surname)

    def _whole(self, names: tuple[str, ...], left: str, right: str) -> tuple[str, ...]:
        both = self._names.get(left, frozenset()) & self._names.get(right, frozenset())
        told = {name: _words(name) for name in sorted(both) if name.startswith(_NAMES)}
        found: dict[str, frozenset[str]] = {}
        for name in names:
            words = _words(name)
            bearers = [] if name.startswith("place:") else [other for other in told if words <= told[other]]
            chosen = bearers[0] if len(bearers) == 1 else name
            found.setdefault(chosen, told.get(chosen, frozenset()))
        covered = frozenset[str]().union(*found.values())
        return tuple(name for name in found if not (name.startswith("word:") and _words(name) <= covered))


@lru_cache(maxsize=65_536)  # each name of an article is asked for with each other article of its story
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name.partition(":")[2]).split())
