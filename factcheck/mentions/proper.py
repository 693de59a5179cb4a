"""Finds proper names of organisations, places and named things; persons have a finder of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.organisation import OrganisationReader
from factcheck.mentions.place import PlaceReader
from factcheck.mentions.runs import ProperReading, ProperRun, RunReader
from factcheck.rulebook import Rulebook
from factcheck.text import Span, either_of, fold
from factcheck.values import Value

_LEAST = 5
"""Letters from which a run that nothing but its capitals speak for is kept: shorter words are too close to other words to be compared."""


class ProperNameFinder:
    """Finds the names of both kinds, "place" and "organisation"; a run is of one kind only.

    Persons' names are found too where the words alone do not tell: the framers drop what the finder of persons has taken.
    """

    kind = "place"

    def __init__(self, rulebook: Rulebook) -> None:
        self._runs = RunReader(rulebook)
        self._places = PlaceReader(rulebook)
        self._organisations = OrganisationReader(rulebook)
        self._leading = re.compile(rf"\b(?:{either_of(rulebook.words()['organisation.heading'])})\b", re.IGNORECASE)

    def find(self, passage: Passage) -> list[Found]:
        """The names of a passage, in reading order, without overlaps; the reading is a ProperReading."""
        found = [self._read(run) for run in self._runs.read(passage) if not self._is_idle(run)]
        leading = tuple(Span(*match.span()) for match in self._leading.finditer(passage.text)) if found else ()
        told = (item for item in found if item.rule != "place.bare" or len(fold(item.span.of(passage.text))) >= _LEAST)
        return [replace(item, reading=replace(item.reading, leading=leading)) for item in told if isinstance(item.reading, ProperReading)]

    def _is_idle(self, run: ProperRun) -> bool:
        """Whether the run is a lone given name that the parse takes for nothing but a person."""
        alone = run.end - run.start == 1 and self._runs.lexicon.is_given(run.inside[0])
        return alone and not run.labels - {"PERSON"} and not self._places.noun_of(run)

    def _read(self, run: ProperRun) -> Found:
        body = self._organisations.read(run)
        place = self._places.noun_of(run) or self._places.ends_in_noun(run)
        if body is not None and (body.rule == "organisation.noun" or not place):
            return body
        return self._places.read(run)

    def resolve(self, found: Found, context: Context) -> Value | None:
        """The name as written; the context changes nothing.  None where the reading is not one of names."""
        return found.reading.value if isinstance(found.reading, ProperReading) else None
