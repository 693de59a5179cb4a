"""A corpus of any size out of real articles: each story of it is a story of the models with names, days and values of its own.

What stays as it is: how many articles a story has, how many claims an article, their frames, slots and scopes, which articles agree and
which do not, and the names that the gazetteer or the word lists know.  What is drawn anew, once a story: given names (from the lists, few
of them common, most rare); surnames and all other rare words (one in three from a pool that all stories share, the rest by letters that the
story exchanges: two near spellings stay near); nouns of bodies and places (by others of the lists); places of the gazetteer (by others of
their level); days and numbers.  One claim in ``CHANGED`` gets another value than its story has, so that there are conflicts besides those
of the models.

The corpus is an archive that grows: STORIES_A_DAY stories begin each day, whatever its size, and every article has a day; one whose model
has none appeared on the first day of its story.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import PurePath
from typing import Any

from factcheck.claims import Extraction
from factcheck.mentions.name_words import Lexicon, name_lexicon_of
from factcheck.model import Article, Claim, Frame, Publication
from factcheck.rulebook import PlaceRule, Rulebook, TitleRule
from factcheck.text import fold
from factcheck.topics.stories import common_words
from factcheck.values import AgeValue, CountValue, DateValue, MeasureValue, NameValue, OrganisationNameValue, PlaceNameValue, Value

CHANGED = 40
"""One claim in so many has another value than its story."""
POOL = 20_000
"""Surnames and words that stories share by chance."""
SHARED = 3
"""One rare word in so many comes from the pool."""
STORIES_A_DAY = 1
"""Stories, some eleven articles each, that begin on one day: the corpus is an archive, so twice the claims are twice the years."""
FIRST_DAY = date(1980, 1, 1)
_WORD = re.compile(r"[^\W\d_]+")
_COMMON, _RARE, _VOWELS = "nrtslmdk", "bvghpcfzwjx", "aeiou"
_SETS = ("agents", "targets", "others")


@dataclass(frozen=True)
class Pools:
    """What new names are drawn from, and the words that stay."""

    given: tuple[str, ...]
    kept: frozenset[str]
    trades: tuple[str, ...]
    places: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, str]
    lexicon: Lexicon

    @classmethod
    def of(cls, rulebook: Rulebook) -> Pools:
        """The pools of a rulebook."""
        words, lexicon = rulebook.words(), name_lexicon_of(rulebook)
        lists = [name for name in words if name.startswith(("name.", "organisation.", "place.", "noun.")) and "given" not in name]
        titles = {part for rule in rulebook.of(TitleRule) for word in rule.words for part in fold(word).split()}
        levels: dict[str, list[str]] = {}
        for rule in rulebook.of(PlaceRule):
            levels.setdefault(rule.level, []).append(f"place:{rule.id}")
        given = tuple(sorted(words["name.given"]))
        kept = frozenset(titles.union(*(words[name] for name in lists)) - set(given))
        trades = tuple(sorted(word for word in kept - titles - common_words(words) if word.isalpha()))
        by_level = {f"place:{rule.id}": rule.level for rule in rulebook.of(PlaceRule)}
        return cls(given, kept, trades, {level: tuple(ids) for level, ids in levels.items()}, by_level, lexicon)

    def stays(self, word: str) -> bool:
        """Whether a folded word is a common part of names or a listed place or body."""
        return len(word) < 3 or word in self.kept or self.lexicon.is_place_or_group(word)


class Retelling:
    """One story's own names, days and numbers: every model of it is retold with the same ones."""

    def __init__(self, number: int, pools: Pools, model_day: date, first_day: date) -> None:
        """``number`` tells the story from others; what its model tells of ``model_day`` happens on ``first_day``."""
        self._mark, self._pools, self._first = f"{number}", pools, first_day
        chance = random.Random(number)
        self._shift = first_day - model_day
        self._more = chance.randrange(1, 60)
        letters = {}
        for group in (_COMMON, _RARE, _VOWELS):
            letters |= dict(zip(group, chance.sample(group, len(group)), strict=True))
        self._letters = str.maketrans(letters)
        self._words: dict[str, str] = {}
        self.name, self.names = _kept(self._name), _kept(self._names)
        self.frame, self.prose = _kept(self._frame), _kept(self._prose)
        self._values: dict[tuple[Value, int], Value] = {}

    def _draw(self, word: str, number: int) -> int:
        digest = hashlib.blake2b(f"{self._mark}/{word}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) % number

    def word(self, word: str) -> str:
        """The folded word that stands for a folded word in this story."""
        if word not in self._words:
            self._words[word] = self._new(word)
        return self._words[word]

    def _new(self, word: str) -> str:
        if word in self._pools.lexicon.given:
            names = self._pools.given
            return names[int(len(names) * (self._draw(word, 10_000) / 10_000) ** 2)]
        if word in self._pools.trades:
            return self._pools.trades[self._draw(word, len(self._pools.trades))]
        if self._pools.stays(word):
            return word
        if self._draw(f"shared {word}", SHARED):
            return word.translate(self._letters)
        number = int(POOL * (self._draw(word, 1_000_000) / 1_000_000) ** 2)
        chance = random.Random(f"pool {number}")
        parts = (chance.choice("bdfgklmnprstvz") + chance.choice(_VOWELS) for _ in range(chance.randrange(2, 5)))
        return "".join(parts) + chance.choice("nrsk")

    def phrase(self, text: str) -> str:
        """A name as written, its words exchanged; listed names stay."""
        return text if self._pools.stays(fold(text)) else _WORD.sub(self._as_written, text)

    def _prose(self, text: str) -> str:
        """A text with all words exchanged that have a capital."""
        return _WORD.sub(lambda match: self._as_written(match) if match[0][0].isupper() else match[0], text)

    def _as_written(self, match: re.Match[str]) -> str:
        word, folded = match[0], fold(match[0])
        new = self.word(folded)
        return word if new == folded else new.upper() if word.isupper() and len(word) > 1 else new.capitalize()

    def _name(self, name: str) -> str:
        """The canonical id that stands for an id."""
        sort, _, words = name.partition(":")
        if sort == "place":
            level = self._pools.levels.get(name)
            others = self._pools.places.get(level or "", (name,))
            return others[self._draw(name, len(others))]
        if sort in ("person", "name") and not self._pools.stays(words):
            return f"{sort}:" + " ".join(self.word(word) for word in words.split())
        return name

    def _names(self, names: frozenset[str]) -> frozenset[str]:
        """A set of ids."""
        return frozenset(map(self.name, names)) if names else names

    def day(self, day: date | None) -> date | None:
        """A day of the story."""
        return day + self._shift if day else None

    def published(self, known: Publication) -> Publication:
        """When an article of the story appeared; one whose model does not say appeared on the first day."""
        if known.day is None:
            return replace(known, earliest=self._first, latest=self._first)
        return replace(known, earliest=self.day(known.earliest), latest=self.day(known.latest))

    def value(self, value: Value, more: int) -> Value:
        """A value of the story; ``more`` sets it off from what the story says."""
        if (value, more) not in self._values:
            self._values[value, more] = self._value(value, more)
        return self._values[value, more]

    def _value(self, value: Value, more: int) -> Value:
        if isinstance(value, NameValue):
            return NameValue(self.phrase(value.family), tuple(map(self.phrase, value.given)), value.suffix)
        if isinstance(value, PlaceNameValue | OrganisationNameValue):
            return replace(value, name=self.phrase(value.name))
        if isinstance(value, DateValue):
            extra = timedelta(days=more)
            first, last = self.day(value.earliest), self.day(value.latest)
            if value.open_year:
                return value
            return replace(value, earliest=first and first + extra, latest=last and last + extra)
        if isinstance(value, CountValue) and value.named is not None:
            step = (self._more if value.named > 1 else 0) + more
            return replace(value, low=value.low + step, high=_plus(value.high, step), named=value.named + step)
        if isinstance(value, AgeValue):
            return replace(value, low=value.low + more, high=_plus(value.high, more))
        if isinstance(value, MeasureValue) and value.amount is not None:
            return replace(value, low=value.low + more, high=_plus(value.high, more), amount=value.amount + more)
        return value

    def _frame(self, frame: Frame) -> Frame:
        """A frame with the story's participants and days."""
        changes: dict[str, Any] = {name: self.names(getattr(frame, name)) for name in _SETS}
        return replace(frame, **changes, time=frame.time and self.value(frame.time, 0))


def _plus(bound: Any, more: int) -> Any:
    return None if bound is None else bound + more


def stories_of(models: list[Extraction]) -> list[list[Extraction]]:
    """The models by the folder they lie in."""
    folders: dict[str, list[Extraction]] = {}
    for model in models:
        folders.setdefault(str(PurePath(model.article.id).parent), []).append(model)
    return [folders[name] for name in sorted(folders)]


def resample(models: list[Extraction], number: int, rulebook: Rulebook, *, seed: int = 7) -> Iterator[Extraction]:
    """Articles of whole stories until ``number`` claims are reached."""
    chance, pools, stories = random.Random(seed), Pools.of(rulebook), stories_of(models)
    days = [_first_day(story) for story in stories]
    told = made = count = 0
    while count < number:
        which = chance.randrange(len(stories))
        retelling = Retelling(made, pools, days[which], FIRST_DAY + timedelta(days=told // STORIES_A_DAY))
        told += 1
        for model in stories[which]:
            yield _retell(model, retelling, f"a{made:08d}.txt", chance)
            count += len(model.claims)
            made += 1


def _first_day(story: list[Extraction]) -> date:
    """The day that the first article of a story appeared; where none says so, the day that is told most often."""
    published = [day for item in story if (day := item.article.published.day)]
    dates = (claim.value for item in story for claim in item.claims if isinstance(claim.value, DateValue))
    told = Counter(value.earliest for value in dates if value.earliest and value.earliest == value.latest and not value.open_year)
    return min(published) if published else max(told, key=lambda day: (told[day], day), default=FIRST_DAY)


def _retell(model: Extraction, story: Retelling, name: str, chance: random.Random) -> Extraction:
    article: Article = replace(
        model.article,
        id=name,
        path=name,
        text=story.prose(model.article.text),
        blocks=(),
        furniture=(),
        places=(),
        published=story.published(model.article.published),
    )
    claims = tuple(_claim(claim, story, article, chance.randrange(1, 9) if not chance.randrange(CHANGED) else 0)
                   for claim in model.claims)  # fmt: skip
    words = {item.name: frozenset(map(story.word, getattr(model, item.name))) for item in fields(model) if item.name in _WORDS}
    values = frozenset(f"{value} {story.word('value')}" for value in model.values)
    return replace(model, article=article, claims=claims, names=story.names(model.names), values=values, **words)


_WORDS = ("words", "lead_words", "plain")


def _kept(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same object for equal arguments, so that the claims of a story share their parts."""
    known: dict[Any, Any] = {}

    def keep(item: Any) -> Any:
        if item not in known:
            known[item] = make(item)
        return known[item]

    return keep


def _claim(claim: Claim, story: Retelling, article: Article, more: int) -> Claim:
    words = claim.anchor.match if claim.kind not in ("name", "place", "organisation") else story.phrase(claim.anchor.match)
    anchor = replace(claim.anchor, article=article.id, path=article.path, match=words, quote=story.prose(claim.anchor.quote))
    identity = hashlib.blake2b(f"{article.id}/{claim.id}/{more}".encode(), digest_size=8).hexdigest()
    return replace(claim, id=identity, value=story.value(claim.value, more), frame=story.frame(claim.frame), anchor=anchor)
