"""Which articles can ever meet in one finding, told by small keys that can be stored.

Two articles meet where they share a salient name (see ``factcheck.topics.stories``) or name persons whose names are spelt alike.  Keys
are exact strings; alike is turned into equal by the sounds of a name: the group of letters that its first letter is exchanged with, and
its further consonants by their sort, each with any one of them left out, so that one slip leaves a key in common (a deletion
neighbourhood, Bocek, Hunt and Stiller 2007, Fast Similarity Search in Large Dictionaries).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from factcheck.mentions.spelling import Folder, folder_of
from factcheck.model import Extraction
from factcheck.rulebook import Rulebook
from factcheck.text import fold
from factcheck.topics.labels import Labels
from factcheck.topics.salience import LEAST_SALIENCE, MOST_HOLDERS, common_words, salient_names, weight_of
from factcheck.topics.sounds import KEPT, OPENINGS
from factcheck.values import NameValue

PERSON = "person~"
"""What the keys of persons' names begin with; all other keys are salient names."""
SLIP_LETTERS, TWO_SLIPS_LETTERS = 5, 8
"""Letters of a surname from which on one slip, or two, may be read as the same name (see ``factcheck.mentions.spelling``)."""


class Index(Protocol):
    """Keys by article and articles by key, as a store keeps them."""

    def keys(self, article: str) -> Collection[str]:
        """The blocking keys of an article by id; empty for an unknown article."""
        ...

    def holders(self, key: str) -> Collection[str]:
        """The ids of the articles that have a key."""
        ...


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """An index in memory."""

    by_article: Mapping[str, frozenset[str]]
    by_key: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, by_article: Mapping[str, frozenset[str]]) -> KeyIndex:
        """The index of articles whose keys are known."""
        found: dict[str, list[str]] = {}
        for article in sorted(by_article):
            for key in by_article[article]:
                found.setdefault(key, []).append(article)
        return cls(by_article, {key: tuple(articles) for key, articles in found.items()})

    def keys(self, article: str) -> frozenset[str]:
        """The keys of an article."""
        return self.by_article.get(article, frozenset())

    def holders(self, key: str) -> tuple[str, ...]:
        """The articles that have a key, sorted."""
        return self.by_key.get(key, ())

    def overfrequent(self) -> frozenset[str]:
        """The keys that too many articles have."""
        return frozenset(key for key, articles in self.by_key.items() if is_overfrequent(key, len(articles)))


def blocking_keys(extraction: Extraction, rulebook: Rulebook) -> frozenset[str]:
    """The keys of an article: its salient names, and the sounds of its persons' names.

    Two articles without a key in common never answer, contradict or back each other: no pair of their claims is ever compared.  They can
    still stand in one finding through a third article that shares keys with both; ``neighbourhood`` follows such chains.  Depends on
    this article and on the rules alone.
    """
    folder = folder_of(rulebook)
    persons = {claim.value for claim in extraction.claims if isinstance(claim.value, NameValue)}
    return salient_keys(extraction, rulebook).union(f"{PERSON}{key}" for value in persons for key in name_keys(value, folder))


def salient_keys(extraction: Extraction, rulebook: Rulebook) -> frozenset[str]:
    """Those of the keys of an article that are salient names."""
    levels, common = _lists(rulebook)
    return frozenset(name for name in salient_names(extraction, common) if weight_of(name, levels) >= LEAST_SALIENCE)


@lru_cache(maxsize=4)
def _lists(rulebook: Rulebook) -> tuple[Mapping[str, str], frozenset[str]]:
    return Labels(rulebook).levels, common_words(rulebook.words())


def is_overfrequent(key: str, number: int) -> bool:
    """Whether a key that ``number`` articles hold is a name of too many to lead from one to another; names of persons never are."""
    return number > MOST_HOLDERS and not key.startswith(PERSON)


def neighbourhood(about: Iterable[str], index: Index, *, steps: int = 2, overfrequent: Collection[str] = ()) -> frozenset[str]:
    """The articles that may stand in a finding with those of ``about``, themselves included.

    A side holds claims of neighbours of neighbours: two steps find them.  Keys that too many articles hold lead nowhere: those that
    ``is_overfrequent`` by the index, and those of ``overfrequent``.
    """
    found = frontier = frozenset(about)
    for _ in range(steps):
        keys = {key for article in frontier for key in index.keys(article)}
        met = [holders for key in sorted(keys - set(overfrequent)) if not is_overfrequent(key, len(holders := index.holders(key)))]
        frontier = frozenset[str]().union(*met) - found
        found |= frontier
    return found


def name_keys(value: NameValue, folder: Folder) -> frozenset[str]:
    """The keys of a person's name: two names that may be spellings of one share at least one.

    Of a surname alone they are the keys of the surname; a full name has those too, and the same with the group that its given name's first
    letter is of.
    """
    families = family_keys(value.family, folder)
    keys = {f"-{family}" for family in families}
    if value.given:
        keys.update(f"{group}{family}" for group in first_sounds(value.given[0]) for family in families)
    return frozenset(keys)


@lru_cache(maxsize=8192)  # the articles of a story name the same people
def family_keys(family: str, folder: Folder) -> frozenset[str]:
    """The keys of a surname: those that may be spellings of one share at least one."""
    return frozenset(key for form in families(family, folder) for key in sound_keys(form))


def first_sounds(word: str) -> frozenset[str]:
    """The groups of sounds that a word may begin with, each by its first letter."""
    letter = fold(word)[:1]
    return frozenset({group[0] for group in OPENINGS if letter in group} or {letter})


def families(family: str, folder: Folder) -> Iterator[str]:
    """The forms in which a surname is compared: whole, without particles apart or grown on, and its first or last words alone."""
    folded = fold(family)
    bare = folder.bare(folded)
    yield folded.replace(" ", "")
    yield bare.replace(" ", "")
    words = bare.split()
    for size in range(1, len(words)):
        yield "".join(words[:size])
        yield "".join(words[-size:])
    joined = bare.replace(" ", "")
    yield from (joined[len(part) :] for part in folder.particles if joined.startswith(part) and len(joined) - len(part) >= SLIP_LETTERS)


def sound_keys(word: str) -> Iterator[str]:
    """The group of a word's first letter with the sorts of its further consonants, whole and less what a slip may change."""
    rests = sorted(sound_rests(word))
    for group in sorted(first_sounds(word)):
        yield from (f"{group}{rest}" for rest in rests)


def sound_rests(word: str) -> frozenset[str]:
    """What ``sound_keys`` puts behind the group: two words share a key where they share a group and one of these."""
    kinds = "".join(KEPT[letter] for letter in word[1:] if letter in KEPT)
    return _rests(kinds, (len(word) >= SLIP_LETTERS - 1) + (len(word) >= TWO_SLIPS_LETTERS))


@lru_cache(maxsize=16_384)
def _rests(kinds: str, slips: int) -> frozenset[str]:
    """Sorts of consonants, squeezed, whole and with up to ``slips`` (at most two) of them left out."""
    rests = latest = {_squeeze(kinds)}
    for _ in range(slips):
        latest = {_squeeze(one[:index] + one[index + 1 :]) for one in latest for index in range(len(one))}
        rests = rests | latest
    return frozenset(rests)


@lru_cache(maxsize=65_536)
def _squeeze(kinds: str) -> str:
    """Sorts of consonants in a row, each row of one sort once; a t before a hiss or a k is one sound with it ("tz", "tch")."""
    kept = "".join(kind for index, kind in enumerate(kinds) if not (kind == "t" and kinds[index + 1 : index + 2] == "k"))
    return "".join(kind for index, kind in enumerate(kept) if not index or kept[index - 1] != kind)
