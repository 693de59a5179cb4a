"""Finds how a vote went by number: "by six votes to three", "voted 61-38", "seven of the members backed it, with two against".

The words around the two numbers show that votes are meant, so no parse is needed; shares ("52 to 48 percent") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.rulebook import Lists, Rulebook
from factcheck.text import Span, either_of
from factcheck.values import PlainValue

VOTE = "plain.vote"
"""The rule of a claim: how a vote went."""
VOTES = "votes"
"""The role of a claim that tells how a vote went."""
_SCORE = re.compile(r"\d-\d")
_MOST = 999
"""Votes of one side above which a score is none of a body."""


@dataclass(frozen=True, slots=True)
class VoteReading:
    """The votes of the side that got more, and of the other."""

    more: int
    fewer: int


class VoteFinder:
    """Finds results of votes in the words of passages."""

    kind = "plain"

    def __init__(self, rulebook: Rulebook) -> None:
        """Make the patterns.

        Raises:
            KeyError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._units = {word: int(amount) for word, amount in words.number("number.unit").items() if float(amount).is_integer()}
        self._cues = tuple(words["vote.cue"])
        self._patterns = tuple(_patterns(either_of(self._units), words))

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order."""
        text = passage.text
        if not any(cue in text for cue in self._cues) and not _SCORE.search(text):
            return []
        found: dict[Span, Found] = {}
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                votes = sorted((self._number(match["one"]), self._number(match["other"])))
                start, end = min(match.start("one"), match.start("other")), max(match.end("one"), match.end("other"))
                span = Span(start, end)
                if 0 < votes[1] <= _MOST and not any(start < other.end and other.start < end for other in found):
                    found[span] = Found(self.kind, span, VOTE, VoteReading(votes[1], votes[0]))
        return [found[span] for span in sorted(found)]

    def resolve(self, found: Found, context: Context) -> PlainValue | None:
        """Both numbers; they need no context.  None where the reading is not one of votes."""
        reading = found.reading
        return PlainValue(f"vote:{reading.more}-{reading.fewer}") if isinstance(reading, VoteReading) else None

    def _number(self, word: str) -> int:
        return int(word) if word.isdigit() else self._units[word.lower()]


def _patterns(units: str, words: Lists) -> Iterator[re.Pattern[str]]:
    """The ways to tell both numbers, the surest first."""
    noun, verb, favour, against, joint, behind = (
        either_of(words[name]) for name in ("vote.noun", "vote.verb", "vote.for", "vote.against", "vote.joint", "vote.behind")
    )
    number = rf"\d{{1,3}}|{units}"
    one, other = rf"(?<![\w.,:/$£€-])(?P<one>{number})", rf"(?P<other>{number})(?![\w%/-]|[.,:]\d| ?per ?cent)"
    to = "(?:-to-| to |-|–)"
    yield _compiled(rf"{one} votes? (?:to|against) {other}")
    yield _compiled(rf"\b(?:{noun}) (?:of|by) {one}{to}{other}")
    yield _compiled(rf"\bby {one}{to}{other} (?:{noun})\b")
    yield _compiled(rf"{one}(?:-to-|-|–){other} (?:{noun})\b")
    yield _compiled(rf"\bvot(?:ed|es|ing) (?:by )?{one}{to}{other}")
    yield _compiled(rf"\b(?:{verb})\b[^.;:()\d]{{0,60}}? (?:by )?{one}(?:-|–){other}(?=[.,;)]|$| (?:{behind}) )")
    between = rf"(?: of (?:[a-z]{{3,5}} )?(?:{number}))?(?: (?!(?:{units})\b)[^\W\d][\w'’-]{{0,19}}){{0,12}}?"
    last = rf"[^.;:()\d]{{0,60}}?(?:,|,? (?:{joint})) {other}(?: [a-z'’]{{1,20}}){{0,2}}? (?:{against})\b"
    yield _compiled(rf"(?<!of the )(?<!of its ){one}{between} (?:{favour})\b{last}")
    yield _compiled(rf"\b(?:{verb}) by {one}\b{last}")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


__all__ = ["VOTE", "VOTES", "VoteFinder", "VoteReading"]
