"""How many independent sources stand behind a side: copies of one text count once, and so do reports that credit one news agency.

Copies are found by the resemblance of word shingles (Broder 1997, On the resemblance and containment of documents), estimated from the
smallest hashes of each text, so that the work grows with the number of articles and not with its square.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.model import Article, Claim
from factcheck.rulebook import Rulebook
from factcheck.text import blank, fold

SHINGLE = 6
"""Words in a shingle: six in a row are rarely chosen alike by two writers."""
SKETCH = 96
"""Smallest hashes kept of a text."""
COPY = 0.35
"""Share of the shorter text's sketch found in the other's from which they are one text; a wire story with a new head and tail keeps
more."""
MOST_SKETCHES = 4096
"""Sketches kept of the articles met last."""
_WORD = re.compile(r"[^\W_]+")


class Origins:
    """The origins of a corpus's articles; texts are read when a finding asks for them."""

    def __init__(self, articles: Iterable[Article], rulebook: Rulebook) -> None:
        words = rulebook.words()
        agencies = words.get("source.agency", {})
        names, cites, credit = (_any_of(words.get(name, {})) for name in ("source.agency", "source.cites", "source.credit"))
        self._agencies: Mapping[str, str] = {name: str(value) for name, value in agencies.items()}
        self._cited = re.compile(rf"\b(?:{cites}) (?:the )?(?:\w+ ){{0,2}}?({names})\b", re.IGNORECASE)
        self._credited = re.compile(rf"\b(?:{names})\b(?= (?:{credit}))|(?<=\()(?:{names})(?=\))", re.IGNORECASE)
        self._articles = {article.id: article for article in articles}
        self._sketch = lru_cache(maxsize=MOST_SKETCHES)(self._make_sketch)

    def count(self, sides: Sequence[Iterable[Claim]]) -> list[int]:
        """The number of independent origins of the claims of each side of a question; at least 1 for at least one claim.

        Only the articles that stand on the sides are laid beside each other.
        """
        articles = sorted({claim.anchor.article for claims in sides for claim in claims})
        groups = _copies({article: self._sketch(article) for article in articles}) if len(articles) > 1 else {}
        credited = {article: self._credit(article) for article in articles}
        return [len({self._of(claim, groups, credited) for claim in claims}) for claims in sides]

    def _of(self, claim: Claim, groups: Mapping[str, str], credited: Mapping[str, str | None]) -> str:
        """What a claim goes back to: the agency its sentence or its article credits, else its article or the text that is a copy of."""
        cited = self._cited.search(claim.anchor.quote)
        if cited:
            return f"agency:{self._agencies[cited[1].lower()]}"
        article = claim.anchor.article
        group = groups.get(article, article)
        return credited[article] or credited[group] or group

    def _make_sketch(self, article: str) -> frozenset[int]:
        return _sketch(self._articles[article]) if article in self._articles else frozenset()

    def _credit(self, name: str) -> str | None:
        """The one agency that an article credits at its head or foot; None for none or several."""
        article = self._articles.get(name)
        if article is None:
            return None
        ends = article.text[:1500] + "\n" + article.text[-1500:]
        found = {self._agencies[match[0].lower()] for match in self._credited.finditer(ends)}
        return f"agency:{found.pop()}" if len(found) == 1 else None


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; one that matches nothing where there are none."""
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word))) or "(?!)"


def _sketch(article: Article) -> frozenset[int]:
    """The smallest hashes of the shingles of the story's own text."""
    text = fold(blank(article.text, [item.span for item in article.furniture]))
    words = _WORD.findall(text)
    shingles = {" ".join(words[index : index + SHINGLE]) for index in range(max(0, len(words) - SHINGLE + 1))}
    hashes = sorted(int.from_bytes(hashlib.blake2b(item.encode(), digest_size=8).digest()) for item in shingles)
    return frozenset(hashes[:SKETCH])


def _copies(sketches: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """For each article that is a copy, the first article (by id) of its group."""
    holders: dict[int, list[str]] = {}
    first: dict[str, str] = {}
    for article, sketch in sketches.items():
        shared: dict[str, int] = {}
        for value in sketch:
            for other in holders.get(value, ()):
                shared[other] = shared.get(other, 0) + 1
            holders.setdefault(value, []).append(article)
        for other, number in sorted(shared.items()):
            if number >= COPY * max(1, min(len(sketch), len(sketches[other]))):
                first[article] = first.get(other, other)
                break
    return first
