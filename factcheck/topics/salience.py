"""Finds the salient names of an article, those by which it is told, and says how much it means that two articles share one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from sys import intern

from factcheck.model import Extraction
from factcheck.text import fold

_WEIGHTS = {"person": 1.0, "name": 1.0, "word": 1.0, "organisation": 0.5, "noun": 0.25}
_PLACE_WEIGHTS = {"country": 0.25, "region": 0.75, "city": 0.5, "area": 0.25}
_SAINT = re.compile(r"(?:st\.?|saint|sainte|sankt|san|santa|sao) ([a-z]{4,20})\b")
"""What the folded name of a saint begins with, which houses, schools and churches bear."""
_SHORTEST = 4
"""Letters from which a word of a name counts by itself; shorter ones are particles, initials and abbreviations."""


def weight_of(name: str, levels: Mapping[str, str]) -> float:
    """How much sharing an id or a word says, 0 to 1; ``levels`` maps place ids to their level in the gazetteer."""
    sort = name.partition(":")[0]
    if sort == "place":
        return _PLACE_WEIGHTS.get(levels.get(name, "country"), 0.25)
    return _WEIGHTS.get(sort, 0.5)


LEAST_SALIENCE = 0.5
"""Weight from which a name leads from one article to another."""
MOST_HOLDERS = 300
"""Articles that may hold a name for it to lead anywhere; a head of state in ten thousand articles ties no two of them together."""


def holders_of(names: Mapping[str, frozenset[str]], levels: Mapping[str, str], overfrequent: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """For each salient name the articles that hold it, without names that too many hold."""
    found: dict[str, list[str]] = {}
    for article in sorted(names):
        for name in names[article] - overfrequent:
            if weight_of(name, levels) >= LEAST_SALIENCE:
                found.setdefault(name, []).append(article)
    return {name: tuple(articles) for name, articles in found.items() if 1 < len(articles) <= MOST_HOLDERS}


def common_words(lists: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    """The words that stand in many names and tell nothing by themselves, from the word lists of a rulebook."""
    return frozenset().union(*(lists[name] for name in ("name.common", "name.no-name", "name.given")))


def salient_names(item: Extraction, common: frozenset[str]) -> frozenset[str]:
    """The ids and the rare words of names by which an article is told; ``common`` as ``common_words`` gives them."""
    return _keys(item.names, common | item.plain) | rare_words(item.words, common)


def _keys(names: frozenset[str], common: frozenset[str]) -> frozenset[str]:
    """Canonical ids of the gazetteer as they are; saints by both words, as their names are given names; persons by family name; other names
    by their rare words."""
    keys: set[str] = set()
    for name in names:
        sort, _, words = name.partition(":")
        if sort in ("person", "name") and (saint := _SAINT.match(words)):
            keys.add(intern(f"word:saint {saint[1]}"))
        elif sort == "person":
            keys.add(intern(f"word:{words.split()[-1]}"))
        elif sort == "name":
            keys |= rare_words(fold(words).split(), common)
        else:
            keys.add(name)
    return frozenset(keys)


def rare_words(words: Collection[str], common: frozenset[str]) -> frozenset[str]:
    """The keys of those of some folded words of names that are long enough and not common."""
    return frozenset(intern(f"word:{word}") for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in common)
