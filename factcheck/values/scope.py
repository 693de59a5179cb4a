"""How much of a whole a statement covers: all of the guests, none, about half, only some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation, relate

EDGE = 0.001
"""Stands for one member of the whole in an open bound: "some" begins one member above nothing, "only some" ends one below everything."""

SHARES: tuple[tuple[str, float, float], ...] = (
    ("all", 1.0, 1.0),
    ("unlimited", 1.0, 1.0),
    ("nearly-all", 0.8, 1.0),
    ("most", 0.5 + EDGE, 1.0),
    ("half", 0.4, 0.6),
    ("some", EDGE, 1.0),
    ("only-some", EDGE, 1.0 - EDGE),
    ("not-all", 0.0, 1.0 - EDGE),
    ("none", 0.0, 0.0),
)
"""The quantifiers and the least and greatest share they can be true of, both inclusive.

"Some", "most" and "nearly all" do not exclude all: who says less need not deny more (Grice 1975, Logic and Conversation). "Half" has the
latitude of a rounded share, a tenth to each side. "Unlimited" is a whole that is told without any word of how much ("its guards"): it
reads as all, though the writer did not say so.
"""

_RESTS = {"all": "none", "none": "all", "some": "not-all", "not-all": "some", "only-some": "only-some", "half": "half"}


@dataclass(frozen=True, slots=True)
class ScopeValue:
    """The share of a whole, from ``low`` to ``high`` in [0, 1], both inclusive.

    ``quantifier`` is a word of ``SHARES``, or "share" for a fraction told by number ("a third of the houses").
    """

    kind: ClassVar[str] = "scope"

    quantifier: str
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise ValueError(f"no share: {self.low} to {self.high} (expected 0 <= low <= high <= 1)")

    @classmethod
    def of(cls, quantifier: str) -> ScopeValue:
        """The value of a quantifier of ``SHARES``.

        Raises:
            ValueError: unknown quantifier.
        """
        for name, low, high in SHARES:
            if name == quantifier:
                return cls(name, low, high)
        raise ValueError(f"unknown quantifier: {quantifier!r} (known: {', '.join(name for name, _, _ in SHARES)})")

    @classmethod
    def fraction(cls, share: float) -> ScopeValue:
        """The value of a fraction between nothing and the whole; its latitude is a twentieth to each side, never all or nothing."""
        return cls("share", round(max(EDGE, share - 0.05), 3), round(min(1.0 - EDGE, share + 0.05), 3))

    def relation(self, other: ScopeValue) -> Relation:
        """How the two ranges of shares stand to each other; see ``factcheck.values.relation``."""
        return relate(self.low, self.high, other.low, other.high)

    def rest(self) -> ScopeValue:
        """The share of those of whom the contrary holds: where some survived, not all died."""
        if self.quantifier == "share" or self.quantifier not in _RESTS:
            return ScopeValue("share", round(1 - self.high, 3), round(1 - self.low, 3))
        return ScopeValue.of(_RESTS[self.quantifier])

    def iso(self) -> str:
        """The quantifier, a fraction with its range: "all", "share 0.28..0.38"."""
        return f"share {self.low:g}..{self.high:g}" if self.quantifier == "share" else self.quantifier

    def caption(self) -> str:
        """For people: "all", "only some", "28 to 38 percent", "the whole, no limit told"."""
        if self.quantifier == "unlimited":
            return "the whole, no limit told"
        if self.quantifier == "share":
            return f"{self.low:.0%} to {self.high:.0%}".replace("%", "", 1).replace("%", " percent")
        return self.quantifier.replace("-", " ")
