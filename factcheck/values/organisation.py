"""Names of organisations as they are written; which body is meant is decided elsewhere, with rules and context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.text import fold
from factcheck.values.place import relate_names
from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class OrganisationNameValue:
    """An organisation's name as written, without article.

    ``form`` is the legal form told behind it ("Ltd.", "GmbH"), "" for none; it is no part of what is compared.
    """

    kind: ClassVar[str] = "organisation"

    name: str
    form: str = ""

    def __post_init__(self) -> None:
        if not fold(self.name):
            raise ValueError("a name needs at least one letter")

    @property
    def folded(self) -> str:
        """The name without legal form, case, accents, hyphens."""
        return fold(self.name)

    def relation(self, other: OrganisationNameValue) -> Relation:
        """The relation of the two *names* (see ``factcheck.values.place.relate_names``); legal forms do not count."""
        return relate_names(self.folded, other.folded)

    def iso(self) -> str:
        """The name as written, without legal form."""
        return self.name

    def caption(self) -> str:
        """The name as written, with its legal form."""
        return f"{self.name} {self.form}".strip()
