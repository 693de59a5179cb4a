"""Compares the participants of two claims.

A claim names persons in several roles, so "other persons" can be asked in three ways:

- ``persons_differ``, for one or several roles: both claims name persons there, and none is shared;
- ``link(...).agents_differ`` and ``targets_differ``: names, nouns and persons count alike, and the agent of one claim may be the target of
  the other;
- ``are_kin``: persons of one family name with different given names, who would count as the same by family name alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from factcheck.model import Claim

Role = Literal["agents", "targets", "others"]
ROLES: tuple[Role, ...] = ("agents", "targets", "others")
"""Who acts, whom it is done to, and whom the sentence names besides."""


@dataclass(frozen=True, slots=True)
class Link:
    """How the participants of two claims stand to each other: what is shared, and where both are known and differ."""

    shared_agents: frozenset[str]
    shared_targets: frozenset[str]
    crossed: frozenset[str]
    agents_differ: bool
    targets_differ: bool


class Parts(NamedTuple):
    """Who takes part in what a claim tells, or some of them: those who act, and those it is done to, by id."""

    agents: frozenset[str]
    targets: frozenset[str]


def link(left: Claim | Parts, right: Claim | Parts) -> Link:
    """Compare the participants of two claims' frames, or some of them, by id, persons by family name."""
    mine = left if isinstance(left, Parts) else left.frame
    theirs = right if isinstance(right, Parts) else right.frame
    return _link(mine.agents, mine.targets, theirs.agents, theirs.targets)


@lru_cache(maxsize=4096)  # every rung of a comparison asks anew, and the claims of an article share their participants
def _link(mine: frozenset[str], my_targets: frozenset[str], theirs: frozenset[str], their_targets: frozenset[str]) -> Link:
    agents, other_agents = aligned(mine, theirs | their_targets), keys(theirs)
    targets, other_targets = aligned(my_targets, theirs | their_targets), keys(their_targets)
    shared_agents, shared_targets = agents & other_agents, targets & other_targets
    crossed = (agents | targets) & (other_agents | other_targets)
    return Link(
        shared_agents,
        shared_targets,
        crossed,
        bool(agents and other_agents and not shared_agents and not agents & other_targets and not other_agents & targets),
        bool(targets and other_targets and not shared_targets and not targets & other_agents and not other_targets & agents),
    )


@lru_cache(maxsize=4096)
def keys(ids: frozenset[str]) -> frozenset[str]:
    """Some ids, persons by their family name alone."""
    return frozenset(map(_key, ids))


def _key(name: str) -> str:
    return f"person:{name.removeprefix('person:').split()[-1]}" if name.startswith("person:") else name


_LONG_OR_SHORT = ("person:", "name:")
"""The sorts of ids that are words of a name."""


def aligned(ids: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The keys of ids, with names that the other side has in a longer or shorter form ("Castor Ray", "Ray") given that form's key."""
    long = {_words(name): _key(name) for name in sorted(others) if name.startswith(_LONG_OR_SHORT)}
    if not long:
        return keys(ids)
    found: set[str] = set()
    for name in ids:
        words = _words(name) if name.startswith(_LONG_OR_SHORT) else None
        alike = {key for other, key in long.items() if words <= other or other <= words} if words else set()
        found.add(alike.pop() if len(alike) == 1 else _key(name))
    return frozenset(found)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.partition(":")[2].split())


@lru_cache(maxsize=4096)
def not_of_sort(names: frozenset[str], *sorts: str) -> frozenset[str]:
    """Those of some ids that are of none of the sorts."""
    return frozenset(name for name in names if not name.startswith(sorts))


def named_participants(claim: Claim) -> frozenset[str]:
    """The ids of who takes part by name; places are none of them."""
    return not_of_sort(claim.frame.agents | claim.frame.targets, "noun:", "place:")


def with_participants(claim: Claim, agents: frozenset[str], targets: frozenset[str] = frozenset()) -> Claim:
    """The claim as if these took part, and nobody else."""
    return replace(claim, frame=replace(claim.frame, agents=agents, targets=targets))


def without(claim: Claim, *sorts: str) -> Parts:
    """The participants of a claim without those of some sorts."""
    return Parts(not_of_sort(claim.frame.agents, *sorts), not_of_sort(claim.frame.targets, *sorts))


def persons_of(claim: Claim, *roles: Role) -> frozenset[str]:
    """The ids of the persons that a claim names in some roles."""
    named = [ids for role in roles if (ids := _persons(getattr(claim.frame, role)))]
    return named[0] if len(named) == 1 else frozenset().union(*named)


@lru_cache(maxsize=4096)  # the claims of an article share their participants
def _persons(ids: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in ids if name.startswith("person:"))


def persons_differ(left: Claim, right: Claim, *roles: Role) -> bool:
    """Whether both claims name persons in these roles and none of them is the same, by family name or as a longer and a shorter form."""
    mine, theirs = persons_of(left, *roles), persons_of(right, *roles)
    return bool(mine and theirs) and not aligned(mine, theirs) & keys(theirs)


def are_kin(left: Claim, right: Claim) -> bool:
    """Whether persons who act in the one and in the other bear one family name with different given names, and none is the same."""
    mine, theirs = persons_of(left, "agents"), persons_of(right, "agents")
    if mine & theirs:
        return False
    pairs = [(one.partition(":")[2].split(), other.partition(":")[2].split()) for one in mine for other in theirs]
    return any(len(one) > 1 and len(other) > 1 and one[-1] == other[-1] and one[0] != other[0] for one, other in pairs)
