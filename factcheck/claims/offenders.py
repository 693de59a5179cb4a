"""Tolls that count who caused them: "four dead, including the gunman" tells of three whom he killed, and "four" stands in the headline.

Papers differ in whether they count the perpetrator among the dead, so such a toll is both numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from factcheck.claims.framing_context import FramingContext
from factcheck.claims.vocabulary import Vocabulary
from factcheck.values import CountValue, Value

_GAP = r"[\s,-]+(?:[^\W\d_][\w'-]*[\s-]+){0,3}?"
"""What stands between the word that includes and the perpetrator: "including the suspected lone gunman"."""
_NEAR = 120
"""Code points before and behind in which it is told of whom the perpetrator is one."""
_CASUALTIES = ("count.nominal", "count.casualty", "count.casualty-verb")
"""The lists of what becomes of people."""
_WORD = re.compile(r"[^\W\d_]+")


def without_offenders(value: Value, event: str | None, around: FramingContext, words: Vocabulary) -> CountValue | None:
    """A toll from the number without the perpetrators to the number with them, in an article that tells that they are counted; None where
    it does not, and for counts of anything but dead."""
    if event != "death" or not isinstance(value, CountValue) or value.named is None:
        return None
    included = _counted(around, words)
    return replace(value, low=value.low - included) if 0 < included < value.low else None


@lru_cache(maxsize=1)  # the counts of an article come one after another
def _counted(around: FramingContext, words: Vocabulary) -> int:
    """How many perpetrators an article tells to be among the dead; 0 where it tells none."""
    pattern = _pattern(words)
    for passage in around.document.passages:
        for match in pattern.finditer(passage.text):
            if not _among_dead(passage.text, match, words):
                continue
            if match["many"]:
                return words.lists.whole("count.few")[match["many"].lower()]
            return 1 if words.listed("count.offender")[match["offender"].lower()] == "one" else 2
    return 0


def _among_dead(text: str, match: re.Match[str], words: Vocabulary) -> bool:
    """Whether the last casualty word before a match in its sentence, or else the first one behind, tells of dead."""
    states = {word: state for name in _CASUALTIES for word, state in words.group(name).items()}
    before = text[max(0, match.start() - _NEAR) : match.start()].rpartition(". ")[2]
    behind = text[match.end() : match.end() + _NEAR].partition(". ")[0]
    told = [[states[word] for word in map(str.lower, _WORD.findall(part)) if word in states] for part in (before, behind)]
    return (told[0] or told[1][:1])[-1:] == ["dead"]


@lru_cache(maxsize=2)
def _pattern(words: Vocabulary) -> re.Pattern[str]:
    def either(name: str) -> str:
        return "|".join(re.escape(word) for word in sorted(words.listed(name), key=lambda word: (-len(word), word)))

    many = rf"(?:(?P<many>{either('count.few')})\s+)?"
    return re.compile(
        rf"\b(?:{either('count.including')}){_GAP}{many}(?:[^\W\d_][\w-]*\s+){{0,2}}?(?P<offender>{either('count.offender')})\b(?!['’-]\w)",
        re.IGNORECASE,
    )
