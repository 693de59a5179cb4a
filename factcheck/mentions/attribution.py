"""Quotations with the words that name their speaker: '"It was loud," Ada Fonn said', 'said Ada Fonn, "..."'.

A span covers the speaker's name or pronoun.  Quotations shorter than MIN_WORDS are turns of phrase that anybody may use.
Behind a quotation that ends in a comma any regular past tense tells how it was said ('"It was loud," breathed Ada Fonn').
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook, SpeechRule
from factcheck.text import Span, either_of, fold
from factcheck.values import AttributionValue

SPEAKER = "attribution.speaker"
"""The rule of a claim: the name beside a verb of speech beside a quotation."""
MIN_WORDS = 5
"""Words from which a quotation is one person's and no idiom."""
_QUOTE = re.compile(r'"([^"]{15,600})"')
_POINTS = re.compile(r"[,.;:!?]")
_AROUND, _AHEAD = 110, 160
"""Characters behind and before a quotation in which its speaker is looked for."""
_NAME = r"(?:[^\W\d_a-z](?:[\w'-]{0,1}\.(?=[ ,.])|[\w'-]{0,30})(?: (?:de|da|di|du|van|von|der|al|bin|del|la|le))?(?: |(?=\W|$))){1,5}"
_PRONOUN = r"(?:he|she|He|She)(?!\w)"
_CLAUSE = r"(?:(?![^\W\d_a-z][\w'-]* [^\W\d_a-z])[^\".:;]){0,80}?"
"""Words of a clause that names nobody else."""
_OWNER = r"[^\W\d_a-z][\w-]{1,30}(?: [^\W\d_a-z][\w-]{1,30}){0,2}(?:'s|(?<=s)')(?= [a-z])"
"""A name that only says whose somebody is: "Ada Fonn's lawyer"."""
_FILL = rf"(?:(?:[a-z'-]{{1,20}}|{_OWNER})[,]? ){{0,6}}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """``words`` are the folded words of the quotation, ``speaker`` the span of the name or pronoun in the passage's text."""

    words: tuple[str, ...]
    speaker: Span


class AttributionFinder:
    """Finds quotations with a named speaker."""

    kind = "attribution"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the patterns with the verbs of speech.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        listed = {word for rule in rulebook.of(SpeechRule) if rule.stance == "asserts" for word in rule.words}
        verbs = either_of((*listed, *rulebook.words()["attribution.verb"]))
        verb = rf"(?:{verbs})(?!\w)"
        self._behind = (
            re.compile(rf"^,? ?{verb} {_FILL}(?P<who>{_NAME}|{_PRONOUN})"),
            re.compile(rf"^,? ?{_FILL}(?P<who>{_NAME}|{_PRONOUN} ?)(?:, [^\",.]{{1,60}}, |, )?{verb}"),
        )
        self._coloured = re.compile(rf"^ (?:[a-z]{{2,15}}ed (?P<who>{_NAME})|(?P<name>{_NAME})[a-z]{{2,15}}ed(?=[.,;:]))")
        words = rulebook.words()
        self._told = frozenset(words["attribution.told"])
        self._others = frozenset(words["attribution.other-clause"])
        self._not_speakers = self._others.union(words["attribution.not-by"])
        self._not_by = [[word] for word in words["attribution.not-by"]]
        self._tagged = re.compile(rf"^ (?P<fill>(?:[a-z'-]{{1,20}},? ){{0,7}})(?P<who>{_NAME})")
        worded = either_of(words["attribution.worded"])
        aside = rf",(?: (?:{either_of(words['attribution.aside'])})(?: [a-z'-]{{1,20}}){{1,4}}), $"
        self._cleft = re.compile(
            rf"[Ii]t (?:was|is) (?:[a-z-]{{2,20}} ){{0,3}}(?P<who>{_NAME}|he|she),? who(?!\w)"
            rf"{_CLAUSE}(?:{verb}|{worded})(?:(?: [a-z'-]{{1,20}}){{0,4}}[,:] $|{aside})"
        )
        gave = rf"(?:had|has|offered|gave|left)(?: [a-z'-]{{1,20}}){{0,4}} (?:{worded})(?: [a-z'-]{{1,20}}){{0,5}}: $"
        self._worded = re.compile(rf"(?P<who>{_NAME}|{_PRONOUN} ?)(?:, [^\",.]{{1,60}}, )?{gave}")
        introduced = rf"(?:(?: [a-z'-]{{1,20}}){{0,8}}(?:[,:]|(?: [a-z'-]{{1,20}}){{1,7}}:)? ?$|{aside})"
        self._before = re.compile(rf"(?P<who>{_NAME}|{_PRONOUN} ?)(?:, [^\",.]{{1,60}}, )?{verb}{introduced}")

    def find(self, passage: Passage) -> list[Found]:
        """Every quotation with a speaker, in reading order; the reading is a Quotation."""
        text = passage.text
        found: list[Found] = []
        for match in _QUOTE.finditer(text):
            words = tuple(fold(_POINTS.sub(" ", match[1])).split())
            if len(words) < MIN_WORDS:
                continue
            speaker = self._speaker(text, match.start(), match.end())
            if speaker is not None and not any(item.span.overlaps(speaker) for item in found):
                found.append(Found(self.kind, speaker, SPEAKER, Quotation(words, speaker)))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> AttributionValue | None:
        """No name yet: who the speaker is, the names of the article tell.  None where the reading is not one of quotations."""
        return AttributionValue("") if isinstance(found.reading, Quotation) else None

    def _speaker(self, text: str, start: int, end: int) -> Span | None:
        after = text[end : end + _AROUND]
        for pattern in self._behind:
            match = pattern.match(after)
            if match:
                if _is_owner(match["who"]) or after[: match.start("who")].split()[-1:] in self._not_by:
                    return None  # "said Ada Fonn's lawyer", "the lawyer of Ada Fonn said"
                low = end + match.start("who")
                return Span(low, low + _length(match["who"]))
        coloured = self._coloured.match(after) if text[end - 2] == "," else None
        if coloured:
            group = "who" if coloured["who"] else "name"
            return Span(end + coloured.start(group), end + coloured.start(group) + _length(coloured[group]))
        tagged = self._tagged.match(after) if text[end - 2] == "," else None
        if tagged and not _is_owner(tagged["who"]) and self._names_speaker(tagged["fill"]):
            return Span(end + tagged.start("who"), end + tagged.start("who") + _length(tagged["who"]))
        low = max(0, start - _AHEAD)
        before = text[low:start]
        match = self._cleft.search(before) or self._before.search(before) or self._worded.search(before) or _INTRODUCED.search(before)
        if match is None:
            return None
        group = "who" if match["who"] else "lead"
        if group == "lead" and before[: match.start("lead")].split()[-1:] and before[: match.start("lead")].split()[-1] in self._told:
            return None  # "she told Ada Fonn: ..."
        return Span(low + match.start(group), low + match.start(group) + _length(match[group]))

    def _names_speaker(self, fill: str) -> bool:
        """Whether a name behind a quotation that ends in a comma is the speaker's: nobody else is told of before it."""
        before = fill.replace(",", "").split()
        if fill.endswith(", "):
            return not any(word in self._others for word in before)
        heard = any(word in self._told for word in before[1:])
        return not heard and not any(word in self._not_speakers for word in before)


_INTRODUCED = re.compile(rf"(?:(?:^|\W)[Aa]ccording to {_FILL}(?P<who>{_NAME}),? $)|(?:^|[.!?] |[a-z] )(?P<lead>{_NAME}): $")
"""Speakers named before their words without a verb: "according to Ada Fonn, ...", "Union leader Ada Fonn: ..."."""


def _is_owner(name: str) -> bool:
    """Whether a name only says whose somebody is ("Ada Fonn's")."""
    return name.rstrip().endswith(("'s", "s'"))


def _length(name: str) -> int:
    """The letters of a name without the full stop that ends its sentence; one behind an initial or "Jr" is part of the name."""
    name = name.rstrip()
    last = name.rsplit(" ", 1)[-1].rstrip(".")
    return len(name) if len(last) <= _SHORT else len(name.rstrip("."))


_SHORT = 2
