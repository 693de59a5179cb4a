"""Whether an act is said to be (or to have been, or to be going to be) done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class PolarityValue:
    """Yes or no to one act: ``holds`` is True for yes.

    ``act`` names it for people so that "not" can stand before it ("announced: withdrawal").
    """

    kind: ClassVar[str] = "polarity"

    act: str
    holds: bool

    def relation(self, other: PolarityValue) -> Relation:
        """SAME for the same answer, APART for opposite ones; symmetric.  Whether the acts are one act is the comparer's business."""
        return Relation.SAME if self.holds == other.holds else Relation.APART

    def iso(self) -> str:
        """The bare answer: yes or no."""
        return "yes" if self.holds else "no"

    def caption(self) -> str:
        """The answer for people: "announced: withdrawal", "not announced: withdrawal"; a bare yes or no where the act has no words."""
        return (self.act if self.holds else f"not {self.act}") if self.act else self.iso()
