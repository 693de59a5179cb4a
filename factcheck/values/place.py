"""Names of places, and of things that have a name of their own (ships, animals, storms), as they are spelt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.proper_name import ProperName


@dataclass(frozen=True, slots=True)
class PlaceNameValue(ProperName):
    """A proper name as written, without article and without the noun that says what it names.

    ``noun`` is that noun, folded ("island" of "Qarneh Island" and of "the island of Qarneh"), "" where there is none; it is no part of the
    spelling.
    """

    kind: ClassVar[str] = "place"

    noun: str = ""
