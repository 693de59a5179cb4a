"""A corpus of any size out of real articles: each story of it is a story of the models with names, days and values of its own.

What stays as it is: how many articles a story has, how many claims an article, their frames, slots and scopes, which articles agree and
which do not, and the words of offices and bodies.  What is drawn anew, once a story: given names (from the lists, few
of them common, most rare); surnames (listed ones by others of their list) and all other rare words (one in three from a pool that all
stories share, the rest by letters that the story exchanges: two near spellings stay near); nouns of bodies and places (by others of the
lists); places and bodies of the gazetteer (``Listed``); what is quoted; days and numbers.  One claim in ``CHANGED`` gets another value
than its story has, so that there are conflicts besides those of the models.

Two stories made of one model must not be nearer to each other than two stories of the news are: else the corpus is a few stories told
over and over, whose number of related articles grows with the square of its size.  Nor may they be further apart.  So a place or body that
two or more stories of the models tell (the United States, Reuters) is drawn as often as they tell it, and one that a single story tells
stands for the many that other stories would have told (as Good and Turing estimate what a sample has not seen).
``likeness`` measures it; ``python benchmarks/compare.py --likeness`` prints it of the models and of the corpus.

The corpus is an archive that grows: STORIES_A_DAY stories begin each day, whatever its size, and every article has a day; one whose model
has none appeared on the first day of its story.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import PurePath
from typing import Any

from factcheck.claims import Extraction
from factcheck.mentions.name_words import Lexicon, name_lexicon_of
from factcheck.model import Article, Claim, Frame, Publication
from factcheck.rulebook import OrganisationRule, PlaceRule, Rulebook, TitleRule
from factcheck.text import fold
from factcheck.topics.labels import Labels
from factcheck.topics.salience import common_words
from factcheck.topics.stories import Stories
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
_TRIES = 50
_WORD = re.compile(r"[^\W\d_]+")
_COMMON, _RARE, _VOWELS = "nrtslmdk", "bvghpcfzwjx", "aeiou"
_SETS = ("agents", "targets", "others")
_SURNAMES = ("name.common-surname", "name.language-surname", "name.family-first", "name.twin-surname")


@dataclass(frozen=True)
class Listed:
    """The listed names of one sort, as often as stories tell them: ``often`` those that several stories of the models tell, once for
    each of these, ``once`` how many one story alone tells, ``others`` all that are not told often."""

    often: tuple[str, ...]
    once: int
    others: tuple[str, ...]

    @classmethod
    def of(cls, names: Iterable[str], told: Counter[str]) -> Listed:
        """The names of a sort, of which ``told`` says how many stories tell them."""
        ordered = sorted(names)
        often = tuple(name for name in ordered if told[name] > 1 for _ in range(told[name]))
        return cls(often, sum(told[name] == 1 for name in ordered), tuple(name for name in ordered if told[name] < 2))

    def draw(self, chance: random.Random) -> str:
        """A name of the sort, by chance."""
        number = chance.randrange(len(self.often) + max(self.once, not self.often))
        return self.often[number] if number < len(self.often) or not self.others else chance.choice(self.others)


@dataclass(frozen=True)
class Pools:
    """What new names are drawn from, and the words that stay.

    ``surnames`` gives each listed surname the list it is of; ``sorts`` each id of the gazetteer its sort, ``listed`` the names of a sort.
    """

    given: tuple[str, ...]
    kept: frozenset[str]
    trades: tuple[str, ...]
    surnames: Mapping[str, tuple[str, ...]]
    sorts: Mapping[str, str]
    listed: Mapping[str, Listed]
    lexicon: Lexicon

    @classmethod
    def of(cls, rulebook: Rulebook, stories: Sequence[Sequence[Extraction]]) -> Pools:
        """The pools of a rulebook and of the stories of the models."""
        words, lexicon = rulebook.words(), name_lexicon_of(rulebook)
        lists = [name for name in words if name.startswith(("name.", "organisation.", "place.", "noun.")) and "given" not in name]
        titles = {part for rule in rulebook.of(TitleRule) for word in rule.words for part in fold(word).split()}
        given = tuple(sorted(words["name.given"]))
        kept = frozenset(titles.union(*(words[name] for name in lists)) - set(given))
        trades = tuple(sorted(word for word in kept - titles - common_words(words) if word.isalpha()))
        surnames = {word: listed for listed in (tuple(sorted(words[name])) for name in reversed(_SURNAMES)) for word in listed}
        sorts = {f"place:{rule.id}": rule.level for rule in rulebook.of(PlaceRule)}
        sorts |= {f"organisation:{rule.id}": "organisation" for rule in rulebook.of(OrganisationRule)}
        told = Counter(name for story in stories for name in _names_of(story) if name in sorts)
        listed = {sort: Listed.of((name for name in sorts if sorts[name] == sort), told) for sort in sorted(set(sorts.values()))}
        return cls(given, kept, trades, surnames, sorts, listed, lexicon)

    def stays(self, word: str) -> bool:
        """Whether a folded word is a common part of names or a listed place or body."""
        return len(word) < 2 or word in self.kept or self.lexicon.is_place_or_group(word)


class Retelling:
    """One story's own names, days and numbers: every model of it is retold with the same ones."""

    def __init__(self, number: int, pools: Pools, story: Sequence[Extraction], first_day: date) -> None:
        """``number`` tells the retelling from others; ``story`` is its model, whose first day becomes ``first_day``."""
        self._mark, self._pools, self._first = f"{number}", pools, first_day
        chance = random.Random(number)
        self._shift = first_day - _first_day(story)
        self._more = chance.randrange(1, 60)
        letters = {}
        for group in (_COMMON, _RARE, _VOWELS):
            letters |= dict(zip(group, chance.sample(group, len(group)), strict=True))
        self._letters = str.maketrans(letters)
        self._words: dict[str, str] = {}
        names = _names_of(story)
        self._families = {words[-1] for name in names if name.startswith("person:") and (words := name.partition(":")[2].split())}
        self._listed = self._draw_listed(names, chance)
        self.name, self.names = _kept(self._name), _kept(self._names)
        self.frame, self.prose = _kept(self._frame), _kept(self._prose)
        self._values: dict[tuple[Value, int], Value] = {}

    def _draw(self, word: str, number: int) -> int:
        digest = hashlib.blake2b(f"{self._mark}/{word}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) % number

    def _draw_listed(self, names: Iterable[str], chance: random.Random) -> dict[str, str]:
        """Another listed name for each, all different as long as a few draws find one that is not taken."""
        found: dict[str, str] = {}
        for name in names:
            if name in self._pools.sorts:
                drawn = (self._pools.listed[self._pools.sorts[name]].draw(chance) for _ in range(_TRIES))
                found[name] = next((new for new in drawn if new not in found.values()), name)
        return found

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
        if word in self._families and word in self._pools.surnames:
            return self._pools.surnames[word][self._draw(word, len(self._pools.surnames[word]))]
        if word not in self._families and self._pools.stays(word):
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
        if name in self._pools.sorts:
            if name not in self._listed:
                self._listed |= self._draw_listed([name], random.Random(f"{self._mark}/{name}"))
            return self._listed[name]
        if sort in ("person", "name") and not self._pools.stays(words):
            return f"{sort}:" + " ".join(self.word(word) for word in words.split())
        return name

    def _names(self, names: frozenset[str]) -> frozenset[str]:
        """A set of ids."""
        return frozenset(map(self.name, names)) if names else names

    def quoted(self, words: str | None) -> str | None:
        """Quoted words, or their beginning, in words of the story: what begins alike still does."""
        return words and words.translate(self._letters)

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
    chance, stories = random.Random(seed), stories_of(models)
    pools = Pools.of(rulebook, stories)
    told = made = count = 0
    while count < number:
        which = chance.randrange(len(stories))
        retelling = Retelling(made, pools, stories[which], FIRST_DAY + timedelta(days=told // STORIES_A_DAY))
        for model in stories[which]:
            yield _retell(model, retelling, f"{told:06d}/{made:08d}.txt", chance)
            count += len(model.claims)
            made += 1
        told += 1


def likeness(extractions: Sequence[Extraction], rulebook: Rulebook, most: int = 400_000) -> dict[str, tuple[int, float, float]]:
    """By how far apart in days two articles of two stories appeared ("within 3 days", "within 60", "further", "day unknown"): how many
    pairs were looked at (of all, ``most`` by chance), the mean weight of the names that they share, and the share of pairs that are
    related."""
    stories = Stories.of(tuple(extractions), Labels(rulebook).levels, rulebook.words())
    days = {item.article.id: item.article.published.day for item in extractions}
    pairs = [pair for pair in combinations(sorted(days), 2) if len({PurePath(name).parent for name in pair}) > 1]
    sums: dict[str, list[float]] = {}
    for left, right in random.Random(1).sample(pairs, min(most, len(pairs))):
        first, second = days[left], days[right]
        gap = abs((first - second).days) if first and second else None
        name = "day unknown" if gap is None else "within 3 days" if gap <= 3 else "within 60" if gap <= 60 else "further"
        found = sums.setdefault(name, [0, 0.0, 0])
        for index, value in enumerate((1, stories.shared_weight(left, right), right in stories.related(left))):
            found[index] += value
    return {name: (int(number), weight / number, related / number) for name, (number, weight, related) in sorted(sums.items())}


def _names_of(story: Sequence[Extraction]) -> list[str]:
    return sorted(frozenset().union(*(item.names for item in story)))


def _first_day(story: Sequence[Extraction]) -> date:
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
    frame = story.frame(claim.frame)
    if claim.kind == "attribution":
        frame = replace(frame, thing=story.quoted(frame.thing), predicate=story.quoted(frame.predicate))
    return replace(claim, id=identity, value=story.value(claim.value, more), frame=frame, anchor=anchor)
