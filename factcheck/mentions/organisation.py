"""Names of organisations: runs that a noun of the trade ("Bureau", "Packaging"), a legal form ("Ltd.") or the parser takes for one."""

from __future__ import annotations

from factcheck.mentions import Found
from factcheck.mentions.name_words import parts_of
from factcheck.mentions.runs import ProperReading, ProperRun
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import OrganisationNameValue


class OrganisationReader:
    """Reads runs as names of organisations."""

    kind = "organisation"

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._nouns = words.text("organisation.noun")
        self._forms = frozenset(words["organisation.form"])

    def read(self, run: ProperRun) -> Found | None:
        """The organisation's name; None where neither a word nor the parse says that the run is one."""
        inside = list(run.inside)
        form = ""
        while len(inside) > 1 and inside[-1].folded.rstrip(".") in self._forms:
            form = inside.pop().text
        after = run.words[run.end] if run.end < len(run.words) else None
        if not form and after is not None and after.gap in (" ", ", ") and after.folded.rstrip(".") in self._forms:
            form = after.text
        noun = next((word.folded for word in (inside[-1], inside[0]) if word.folded in self._nouns), "")
        if len(inside) > 1 and (form or noun):
            evidence = "noun"
        elif "ORG" in run.labels and not run.labels - {"ORG"}:
            evidence = "entity"
        else:
            return None
        value = OrganisationNameValue(" ".join(parts_of(inside)), form)
        end = inside[-1].end
        reading = ProperReading(value, noun if len(inside) > 1 else "", self._nouns.get(noun, ""), evidence, run.labels)
        return Found(self.kind, Span(run.words[run.start].start, end), f"organisation.{evidence}", reading)
