"""An event as a sentence tells it: what ``factcheck.claims.event_frame_reader`` reads."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.frame_notes import Note
from factcheck.rulebook import EventRule


@dataclass(frozen=True, slots=True)
class EventFrame:
    """One event as a sentence tells it.

    ``rule`` is its class, ``token`` the index in the passage's parse, ``agents`` and ``targets`` are canonical ids, ``things`` the folded
    head nouns of what was acted on.  ``carrier`` is the phase ("agree", "announce", "report") of the verb that carries it, None when
    told directly.
    """

    rule: EventRule
    token: int
    predicate: str
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    markers: frozenset[Note] = frozenset()
    carrier: str | None = None
