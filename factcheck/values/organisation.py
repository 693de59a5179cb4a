"""Names of organisations as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.proper_name import ProperName


@dataclass(frozen=True, slots=True)
class OrganisationNameValue(ProperName):
    """An organisation's name as written, without article.

    ``form`` is the legal form behind it ("Ltd.", "GmbH"), "" for none; it is no part of what is compared.
    """

    kind: ClassVar[str] = "organisation"

    form: str = ""

    def caption(self) -> str:
        """The name as written, with its legal form."""
        return f"{self.name} {self.form}".strip()
