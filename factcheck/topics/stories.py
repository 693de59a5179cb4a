"""Which articles tell the same story, judged by the names they share.

Names carry a story better than words: on same-story pairs of news the names overlap where the words of any two reports overlap
too.  The weights below rank how much a shared name says: a person or an invented-looking name much, a country little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.claims import Extraction

_WEIGHTS = {"person": 1.0, "name": 1.0, "organisation": 0.5}
_PLACE_WEIGHTS = {"country": 0.25, "region": 0.75, "city": 0.5, "area": 0.25}
ENOUGH = 2.0
"""Shared weight from which two articles are taken to tell one story: two rare names, or one and a few countries."""
SHARE = 0.12
"""Least part that the shared weight must make of the lighter article's own weight: long articles share names by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Stories:
    """The named things of every article, by article id, with their weights."""

    names: Mapping[str, frozenset[str]]
    lead: Mapping[str, frozenset[str]]
    levels: Mapping[str, str]

    @classmethod
    def of(cls, extractions: tuple[Extraction, ...], levels: Mapping[str, str]) -> Stories:
        """The stories of a corpus.  ``levels``: place id to its level in the gazetteer."""
        return cls(
            {item.article.id: frozenset(_story_key(name) for name in item.names) for item in extractions},
            {item.article.id: item.lead for item in extractions},
            levels,
        )

    def weight(self, name: str) -> float:
        """How much sharing this id says, 0 to 1."""
        sort = name.partition(":")[0]
        if sort == "place":
            return _PLACE_WEIGHTS.get(self.levels.get(name, "country"), 0.25)
        return _WEIGHTS.get(sort, 0.5)

    def shared(self, left: str, right: str) -> tuple[str, ...]:
        """The ids that both articles name, heaviest first."""
        common = self.names[left] & self.names[right]
        return tuple(sorted(common, key=lambda name: (-self.weight(name), name)))

    def shared_weight(self, left: str, right: str) -> float:
        """The weight of all ids that both articles name."""
        return sum(self.weight(name) for name in self.shared(left, right))

    def same(self, left: str, right: str) -> bool:
        """Whether two articles (by id) tell one story; an article tells its own."""
        if left == right:
            return True
        weight = self.shared_weight(left, right)
        lighter = min(sum(self.weight(name) for name in self.names[article]) for article in (left, right))
        return weight >= ENOUGH and weight >= SHARE * lighter

    def main_event(self, article: str, event: str) -> bool:
        """Whether the title or first sentences of an article tell an event of this class."""
        return event in self.lead[article]


def _story_key(name: str) -> str:
    """Persons count by family name: one article has the full name, the other the surname."""
    if name.startswith("person:"):
        return "person:" + name.removeprefix("person:").split()[-1]
    return name
