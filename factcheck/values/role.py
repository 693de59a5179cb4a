"""What a person is said to be: the office of a body, or a nationality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from factcheck.values.relation import Relation

Sort = Literal["office", "nationality"]
Standing = Literal["current", "former", "acting", "deputy", "future"]


@dataclass(frozen=True, slots=True)
class RoleValue:
    """An office held, or the state somebody is a citizen of.

    ``title`` is the canonical office ("finance minister"), for a nationality the canonical id of the state ("place:pt").  ``body`` is
    the canonical id of the state or body the office is of, "" where the text names none.  ``standing`` tells holders of the office from
    former, acting, future ones and from deputies.  ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "role"

    title: str
    body: str = ""
    standing: Standing = "current"
    sort: Sort = "office"
    said: str = ""

    def __post_init__(self) -> None:
        if not self.title:
            raise ValueError("a role needs a title")
        if self.sort not in ("office", "nationality"):
            raise ValueError(f"not a sort of role: {self.sort}")
        if self.standing not in ("current", "former", "acting", "deputy", "future"):
            raise ValueError(f"not a standing: {self.standing}")

    def relation(self, other: RoleValue) -> Relation:
        """SAME, WITHIN or APART of the two sets of posts; symmetric.

        A role without a body is every post of that title, so that it contains the same title with one.  Whether one person can hold two
        titles at a time is the comparer's business.
        """
        if (self.sort, self.title, self.standing) != (other.sort, other.title, other.standing):
            return Relation.APART
        if self.body == other.body:
            return Relation.SAME
        return Relation.WITHIN if not self.body or not other.body else Relation.APART

    def iso(self) -> str:
        """A compact form: "finance minister", "former head of treasury", "national of place:pt", "finance minister (place:pt)"."""
        if self.sort == "nationality":
            return f"national of {self.title}"
        standing = "" if self.standing == "current" else f"{self.standing} "
        return f"{standing}{self.title}{f' ({self.body})' if self.body else ''}"

    def caption(self) -> str:
        """The value for people: the words as written, else the canonical ones."""
        return self.said or self.iso()
