"""Is a text English? Told by frequent words (rules/languages.yaml) and by script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.rulebook import Rulebook

_WORD = re.compile(r"[^\W\d_]{1,30}")
_PREFIX = "language."
SAMPLE = 20_000
"""Code points that are looked at: a text does not change its language after that."""

MIN_WORDS = 12
"""Below this many words nothing is told: a headline holds few frequent words in any language."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Frequent words and the languages (ISO 639-1) they belong to."""

    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Languages:
        """From the word lists whose ids begin with "language."."""
        words: dict[str, tuple[str, ...]] = {}
        for name, listed in rulebook.words().items():
            if name.startswith(_PREFIX):
                for word in listed:
                    words[word] = (*words.get(word, ()), name.removeprefix(_PREFIX))
        return cls(words)

    def foreign(self, text: str) -> str | None:
        """The language of a text that is surely not English, "und" where it is in none of those known; None where it may be English.

        English news has 20 to 35 of its listed words in 100; other languages reach 0 to 4 by chance (names, quotations).
        """
        tokens = [token.lower() for token in _WORD.findall(text[:SAMPLE])]
        if len(tokens) < MIN_WORDS:
            return None if len(tokens) > 2 or not _is_other_script(text) else "und"
        if _is_other_script(text):
            return "und"
        counts: Counter[str] = Counter()
        for token in tokens:
            counts.update(self.words.get(token, ()))
        english = counts.pop("en", 0)
        best, hits = max(sorted(counts.items()), key=lambda item: item[1], default=("und", 0))
        if english * 100 < 6 * len(tokens) and hits * 100 >= 10 * len(tokens) and hits > 2 * english:
            return best
        return None


def _is_other_script(text: str) -> bool:
    letters = [char for char in text[:SAMPLE] if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters)
    return len(letters) >= 20 and latin * 2 < len(letters)
