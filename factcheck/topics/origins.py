"""How many independent sources stand behind a side: copies of one text count once, and so do reports that credit one news agency.

Copies are found by the resemblance of word shingles (Broder 1997, On the resemblance and containment of documents): the share
of the shorter text's that stand in the other, so that a wire story is known in a paper that added as much again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.model import Article, Claim
from factcheck.rulebook import Rulebook
from factcheck.text import blank, either_of, fold_text

SHINGLE = 6
"""Words in a shingle: six in a row are rarely chosen alike by two writers."""
COPY = 0.35
"""Share of the shorter text's shingles found in the other's from which they are one text; a wire story with a new head and tail keeps
more."""
MOST_KEPT = 256
"""Articles met last of which the shingles and the credit are kept; findings of one story come one after another."""
Shingle = int
"""Told by its hash, of 64 bits: millions of tuples of words take long to compare and to be seen by the garbage collector."""

_END = 1500
"""Code points at the head and the foot of an article in which it credits an agency."""
_NO_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Turns whatever is no letter or digit of a folded text, which is ASCII, into a space."""
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")


class Origins:
    """The origins of a corpus's articles; texts are read when a finding asks for them."""

    def __init__(self, articles: Iterable[Article], rulebook: Rulebook) -> None:
        words = rulebook.words()
        agencies = words["source.agency"]
        names, cites, credit = (either_of(words.get(name, {})) for name in ("source.agency", "source.cites", "source.credit"))
        self._agencies: Mapping[str, str] = {name: str(value) for name, value in agencies.items()}
        self._cited = re.compile(rf"\b(?:{cites}) (?:the )?(?:\w+ ){{0,2}}?({names})\b", re.IGNORECASE)
        self._credited = re.compile(rf"\b (?:{credit})", re.IGNORECASE)
        self._last = re.compile(rf"\b(?:{names})\Z", re.IGNORECASE)
        self._longest = max(map(len, agencies), default=0)
        self._articles = {article.id: article for article in articles}
        self._shingles = lru_cache(maxsize=MOST_KEPT)(self._find_shingles)
        self._credit = lru_cache(maxsize=MOST_KEPT)(self._find_credit)

    def count(self, sides: Sequence[Iterable[Claim]]) -> list[int]:
        """The number of independent origins of the claims of each side of a question; at least 1 for at least one claim.

        Only the articles that stand on the sides are laid beside each other.
        """
        told = [list(claims) for claims in sides]
        articles = sorted({claim.anchor.article for claims in told for claim in claims})
        credited = {article: self._credit(article) for article in articles}
        counted = [len({self._of(claim, {}, credited) for claim in claims}) for claims in told]
        if max(counted, default=0) < 2:
            return counted  # one origin stays one, whatever is a copy of what
        groups = _copies({article: self._shingles(article) for article in articles})
        return [len({self._of(claim, groups, credited) for claim in claims}) for claims in told]

    def _of(self, claim: Claim, groups: Mapping[str, str], credited: Mapping[str, str | None]) -> str:
        """What a claim goes back to: the agency its sentence or its article credits, else its article or the text that is a copy of."""
        cited = self._cited.search(claim.anchor.quote) if self._names_agency(claim.anchor.quote) else None
        if cited:
            return f"agency:{self._agencies[cited[1].lower()]}"
        article = claim.anchor.article
        group = groups.get(article, article)
        return credited[article] or credited[group] or group

    def _names_agency(self, text: str) -> bool:
        """Whether a text may name an agency at all: told much faster than where."""
        lowered = text.lower()
        return any(name in lowered for name in self._agencies)

    def _find_shingles(self, article: str) -> frozenset[Shingle]:
        return _shingles(self._articles[article]) if article in self._articles else frozenset()

    def _find_credit(self, name: str) -> str | None:
        """The one agency that an article credits at its head or foot; None for none or several."""
        article = self._articles.get(name)
        if article is None:
            return None
        ends = article.text[:_END] + "\n" + article.text[-_END:]
        named = (match[1].lower() for match in _BRACKETS.finditer(ends))
        found = {self._agencies[name] for name in named if name in self._agencies}
        for match in self._credited.finditer(ends):
            last = self._last.search(ends, max(0, match.start() - self._longest), match.start())
            if last:
                found.add(self._agencies[last[0].lower()])
        return f"agency:{found.pop()}" if len(found) == 1 else None


def _shingles(article: Article) -> frozenset[Shingle]:
    """The shingles of the story's own text."""
    words = fold_text(blank(article.text, [item.span for item in article.furniture])).translate(_NO_WORD).split()
    return frozenset(map(hash, zip(*(words[index:] for index in range(SHINGLE)), strict=False)))


def _copies(told: Mapping[str, frozenset[Shingle]]) -> dict[str, str]:
    """For each article that is a copy, the first article (by id) of its group."""
    groups: list[str] = []
    first: dict[str, str] = {}
    met: set[Shingle] = set()
    for article, shingles in told.items():
        if not met.isdisjoint(shingles):
            for other in groups:
                least = COPY * max(1, min(len(shingles), len(told[other])))
                if len(shingles & told[other]) >= least:
                    first[article] = first.get(other, other)
                    break
        met |= shingles
        groups.append(article)
    return first
