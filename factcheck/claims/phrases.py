"""The words between and around names that decide whose age or office is told, from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.rulebook import Rulebook
from factcheck.text import either_of

_NEVER = re.compile(r"(?!)")
_PHRASE = r"(?P<words>(?:an?|the|its|our|his|her|their)(?: [\w'-]{{1,20}}){{0,5}})"
_HOLDS = r"^(?:,? \(?\d{{1,3}}\)?)?(?:,? who|,)? (?P<verb>{})(?: " + _PHRASE + r")?$"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Word lists and patterns about persons, empty or never matching where a rulebook has no such list.

    ``link`` are words that may stand between a name and the age of its bearer, ``bring_in`` the determiners that bring in somebody new;
    ``speaks`` matches from the end of a name a verb of speech behind it, ``led`` is searched in the text before a name for a verb of speech
    or "according to"; ``closes`` matches what may stand behind an office in apposition, ``openers`` precede a bare "President X";
    ``predicates`` matches the words from the end of a name to the office that its bearer holds, or is about to take where the group "verb"
    is one of ``future``;
    ``ranks`` matches the ranks and forms of address that stand between an office and the name of its bearer ("spokesman Captain Ada Fonn");
    ``single`` are the classes of unnamed people of whom a story has one as a rule.
    """

    link: frozenset[str] = frozenset()
    bring_in: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    speaks: re.Pattern[str] = _NEVER
    led: re.Pattern[str] = _NEVER
    closes: re.Pattern[str] = _NEVER
    predicates: re.Pattern[str] = _NEVER
    ranks: re.Pattern[str] = _NEVER
    future: frozenset[str] = frozenset()

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Phrases:
        """The phrases of a rulebook."""
        words = rulebook.words()
        return cls(
            link=frozenset(words["age.link"]),
            bring_in=frozenset(words["age.brings-in"]),
            single=frozenset(words["age.single"]),
            openers=frozenset(words["role.opener"]),
            speaks=_pattern({**words["age.speech-after"], **words["name.speech-verb"]}, r",? (?:who )?(?:{})(?!\w)"),
            led=_pattern(words["age.speech-before"], r"(?:{})[ ,](?:[\w'-]{{1,20}} ){{0,4}}$"),
            predicates=_pattern(words["role.predicate"], _HOLDS),
            ranks=_pattern(words["role.rank-before"], r"^(?i:(?: (?:{})\.?){{1,3}}) $"),
            future=frozenset(word for word, when in words["role.predicate"].items() if when == "future"),
            closes=_pattern(words["role.closing"], r"[,.;:)]|$| (?:{})(?!\w)| -"),
        )


def _pattern(words: Iterable[str], around: str) -> re.Pattern[str]:
    return re.compile(around.format(either_of(words)))
