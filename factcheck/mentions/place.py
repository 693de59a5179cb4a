"""Names of places and of named things (ships, animals, storms), with the noun that says what bears the name.

The noun stands before ("the town of X", "a ferry named X", "the villages of X and Y"), behind ("X province") or at the end of the name
("X Island"); what is left
is the name.  Without a noun the evidence is the parser's entity or a preposition of place, and failing these the mere position of the
words ("bare"):
such a mention only ever counts as a second spelling of a name that is known better.
"""

from __future__ import annotations

from factcheck.mentions import Found
from factcheck.mentions.name_words import parts_of
from factcheck.mentions.runs import ProperReading, ProperRun
from factcheck.nouns import singular
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import PlaceNameValue

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_REACH = 4
"""Words between a name and the noun that is looked for beside it."""


class PlaceReader:
    """Reads runs as names of places and things."""

    kind = "place"

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._nouns = words.text("place.noun")
        self._built = frozenset(words["place.built"])
        self._bearers = words.text("place.bearer")
        self._listing = frozenset(words["place.listing"])
        self._joining, self._heading = frozenset(words["place.joining"]), frozenset(words["place.heading"])
        self._openers = frozenset(words["place.inside"])
        self._cues = frozenset(words["name.place-cue"])

    def read(self, run: ProperRun) -> Found:
        """The name of the run; always one, with "bare" evidence where nothing speaks for a place."""
        inside = run.inside
        noun = self.noun_of(run)
        last = inside[-1].folded
        if len(inside) > 1 and last in self._nouns and not all(word.folded in self._openers for word in inside[:-1]):
            inside, noun = inside[:-1], noun or last
        first = inside[0].folded
        if len(inside) > 1 and not noun and (first in self._bearers or first in self._heading):
            noun = first
        sort = self._nouns.get(noun) or self._bearers.get(noun, "")
        evidence = "noun" if noun else self._evidence(run)
        name = " ".join(parts_of(inside))
        span = Span(inside[0].start, inside[-1].end)
        return Found(self.kind, span, f"place.{evidence}", ProperReading(PlaceNameValue(name, noun), noun, sort, evidence, run.labels))

    def ends_in_noun(self, run: ProperRun) -> bool:
        """Whether a run of several words ends in a noun for what is built ("Dorran Bridge"); clubs end in others ("Dorran City")."""
        return len(run.inside) > 1 and self._nouns.get(run.inside[-1].folded) in self._built and run.inside[0].folded not in self._openers

    def noun_of(self, run: ProperRun) -> str:
        """The small-written noun beside a run, of a list's first name for all of the list; "" for none."""
        seen = 0
        first = run
        while first.before is not None and seen < 12:
            first, seen = first.before, seen + 1
        return self._own_noun(run) or (self._own_noun(first) if first is not run and _is_plural_before(first) else "")

    def _own_noun(self, run: ProperRun) -> str:
        one, two = run.word_before(), run.word_before(2)
        if one == "of" and self._singular(two) in self._nouns:
            return self._singular(two)
        if self._singular(one) in self._nouns or one in self._bearers:
            return one if one in self._bearers else self._singular(one)
        if one in self._joining:
            near = [run.word_before(back) for back in range(2, 2 + _REACH)]
            found = next((word for word in near if word in self._bearers or word in self._nouns), "")
            if found:
                return found
        listed = self._listed(run)
        if listed:
            return listed
        after, next_after = run.word_after(), run.word_after(2)
        if self._singular(after) in self._nouns or after in self._bearers:
            return after if after in self._bearers else self._singular(after)
        return next_after if after == "the" and next_after in self._bearers else self._apposed(run)

    def _apposed(self, run: ProperRun) -> str:
        """The noun of an apposition: "X, a small market town"."""
        ahead = run.words[run.end : run.end + 2 + _REACH]
        if len(ahead) < 2 or ahead[0].gap != ", " or ahead[0].folded not in ("a", "an", "the"):
            return ""
        for word in ahead[1:]:
            if word.gap not in (" ", "-") or word.capital or word.tag.startswith("VB"):
                return ""
            if word.folded in self._nouns or word.folded in self._bearers:
                return word.folded
        return ""

    def _listed(self, run: ProperRun) -> str:
        """The plural noun that verbs of naming join to the run."""
        back = 1
        while back <= _REACH and run.word_before(back) in self._listing:
            back += 1
        word = run.word_before(back) if back > 1 else ""
        return self._singular(word) if word.endswith("s") and self._singular(word) in self._nouns and word not in self._nouns else ""

    def _singular(self, word: str) -> str:
        """The noun for a place that a word is the plural of, else the word itself ("islands" is a noun of its own)."""
        one = singular(word)
        return one if word not in self._nouns and one in self._nouns else word

    def _evidence(self, run: ProperRun) -> str:
        if run.end - run.start > 1 and run.word_before() == "the":
            return "article"  # "the Alma Vesk" is no person
        if run.labels & _PLACES:
            return "entity"
        return "position" if run.word_before() in self._cues and not run.labels - {"PERSON"} else "bare"


def _is_plural_before(run: ProperRun) -> bool:
    """Whether one of the words shortly before a list is a plural ("the villages of")."""
    return any(run.word_before(back).endswith("s") for back in range(1, _REACH + 2))
