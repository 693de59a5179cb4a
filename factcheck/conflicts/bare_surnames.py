"""Finds whom a surname without a given name means where it is spelt otherwise than the full name in another article of the story.

With an office beside both (``Grounds.prove_short``) the office and the story prove one person.  Without one ("Ms Vaseur, who founded it")
the surname must be long and rare, nobody else of the two articles may bear it, and the same must be told of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from factcheck.conflicts.counterparts import Counterparts
from factcheck.conflicts.identity import Entity, Grounds, IdentityProof
from factcheck.mentions.spelling import Folder
from factcheck.text import fold
from factcheck.topics.blocking import family_keys

_LETTERS = 5
"""Letters of a surname without a given name from which on a slip can be told from another name."""
_RARE_LETTERS = 6
"""The same where no office stands beside it."""

Held = Mapping[str, Mapping[str, Sequence[Entity]]]


class BareSurnames:
    """The persons without a given name, each with the one name of another article that it may be a spelling of."""

    def __init__(
        self,
        entities: Sequence[Entity],
        by_name: Mapping[str, Sequence[Entity]],
        grounds: Grounds,
        folder: Folder,
        counterparts: Counterparts | None,
    ) -> None:
        """``by_name`` holds the persons with a given name by their folded names."""
        self._by_name, self._grounds, self._folder, self._counterparts = by_name, grounds, folder, counterparts
        self._bearers = {self._surname(items[0]) for items in by_name.values()}
        bare = [item for item in entities if not item.value.given and len(self._surname(item)) >= _LETTERS]
        self._bare = [item for item in bare if self._surname(item) not in self._bearers]

    def pairs(self) -> Iterator[tuple[Entity, str, Sequence[Entity], IdentityProof]]:
        """Each person with a bare surname, the folded name that means the same one, the persons of that name, and the proof."""
        known: dict[str, list[Entity]] = defaultdict(list)
        held: dict[str, dict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
        full: dict[str, dict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
        named = [item for items in self._by_name.values() for item in items]
        sounds = {key for item in self._bare for key in family_keys(item.value.family, self._folder)}
        for entity in sorted([*named, *self._bare], key=lambda item: (item.article, item.id)):
            known[entity.value.folded].append(entity)
            for key in sounds.intersection(family_keys(entity.value.family, self._folder)):
                if entity.offices:
                    held[key][entity.article].append(entity)
                if entity.value.given:
                    full[key][entity.article].append(entity)
        for entity in self._bare:
            near: dict[str, IdentityProof] = {}
            for name in sorted(self._told_near(entity, held) if entity.offices else ()):
                if proof := self._prove_by_office(entity, known[name]):
                    near[name] = proof
            near = {name: proof for name, proof in near.items() if name in self._by_name} or near or self._alone(entity, full)
            if len(near) == 1:
                name, proof = next(iter(near.items()))
                yield entity, name, known[name], proof

    def _surname(self, entity: Entity) -> str:
        return self._folder.bare(fold(entity.value.family)).replace(" ", "")

    def _told_near(self, entity: Entity, held: Held) -> set[str]:
        """The names, by sounds like the entity's, in the articles around it."""
        found: set[str] = set()
        for key in family_keys(entity.value.family, self._folder):
            for article in self._grounds.around(entity.article, held.get(key, {}).keys()):
                found.update(other.value.folded for other in held[key][article])
        return found

    def _prove_by_office(self, entity: Entity, others: Collection[Entity]) -> IdentityProof | None:
        for other in others:
            if other.article == entity.article or not other.offices or not self._grounds.may_meet(entity, other):
                continue
            if proof := self._grounds.prove_short(entity, other, self._folder.match(entity.value, other.value)):
                return proof
        return None

    def _alone(self, entity: Entity, full: Held) -> dict[str, IdentityProof]:
        """The full names of which a long rare surname is another spelling, by the story and what is told of both."""
        if self._counterparts is None or len(self._surname(entity)) < _RARE_LETTERS:
            return {}
        near: dict[str, IdentityProof] = {}
        for name in sorted(self._told_near(entity, full)):
            for other in self._by_name[name]:
                if proof := self._counterparts.prove_bare(entity, other):
                    near[name] = proof
                    break
        return near
