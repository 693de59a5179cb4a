"""Which articles tell the same story, judged by the names they share.

Names carry a story better than words: on same-story pairs of news the names overlap where the words of any two reports overlap too.  What
counts is the rare words of names ("Alma" and "Vesk" of "the Alma Crystal" and "Vesk Panorama Lines"), so that two papers need not name a
firm alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from factcheck.model import Extraction
from factcheck.topics import occurrences
from factcheck.topics.calendar import Calendar
from factcheck.topics.fresh import FreshEvents
from factcheck.topics.salience import common_words, holders_of, rare_words, salient_names, weight_of
from factcheck.topics.whole_names import WholeNames
from factcheck.topics.windows import CLOSE_DAYS, FAR_DAYS, NEAR_DAYS
from factcheck.values import DateValue, Relation

ENOUGH = 2.0
"""Shared weight from which two articles are taken to tell one story: two rare names, or one and a few countries."""
SHARE, NEAR_SHARE = 0.12, 0.06
"""Least part that the shared weight must make of the lighter article's own weight: long articles share names by chance, those of one day
less."""
LITTLE = 0.75
"""Shared weight (a region, or a city and a country) that is enough where the first lines of both tell the same sort of event and both
appeared within NEAR_DAYS."""
ONE = 1.0
NOUNS, NOUN_SHARE = 3, 0.15
VALUES = 2
"""A rare name (ONE) is enough where both appeared within NEAR_DAYS and either share NOUNS telling nouns that make NOUN_SHARE of the shorter
article's ("tram"), or give VALUES equal exact values.  Of pairs of one story with one rare name six in ten do, of two one in fifty."""
EVENTS = 2
"""Event classes in the first lines of both, however common, that with a rare name there make one story where a day is not known."""
UNDATED = 3.0
"""Shared weight from which two articles that begin with one event, or speak alike, are near in time where a day is not known."""
MUCH = 5.0
"""Articles that appeared more than FAR_DAYS apart tell one story only where they share this much: a trial recalls its crime by many
names."""
MORE_NOUNS, MORE_SHARE = 4, 0.1
"""The same for articles that appeared within CLOSE_DAYS."""
RECALLED, HEADS = 3.0, 2
"""Shared weight, and rare names in the first lines of both, that with the same sort of event there are enough instead."""
SHOWN = 4
"""Shared names that the line of a proof shows."""
MOST_ANSWERS = 200_000
"""Pairs of articles of which it is kept whether they tell one story."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Stories:
    """The named things of every article, by article id, with their weights.

    ``names`` are canonical ids and, for names that no gazetteer knows, their words; ``lead`` the event classes of the first lines,
    ``days`` those of publication of news, ``holders`` the articles by salient name, ``heads`` the rare words of names in the first
    lines.  ``generic`` are classes that every other article tells of and that tie nothing together,
    ``located`` classes that take place somewhere and are done to no place, ``plain`` nouns that say too little by themselves.
    ``levels`` are those of the places of the gazetteer.  ``nouns`` are the telling nouns of an article, ``values`` what it gives exactly,
    ``sizes`` the magnitudes of its earthquakes.  ``told`` holds by event class the days that an article tells, each with whether it stands
    in the first lines, ``weekdays`` the days of the week there (Monday 0), ``whole`` the names as they are told, ``fresh`` the news.
    """

    names: Mapping[str, frozenset[str]]
    lead: Mapping[str, frozenset[str]]
    levels: Mapping[str, str]
    days: Mapping[str, date]
    holders: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    generic: Collection[str] = frozenset()
    plain: Collection[str] = frozenset()
    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: Mapping[str, Mapping[str, tuple[tuple[DateValue, bool], ...]]] = field(default_factory=dict)
    sizes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    located: Collection[str] = frozenset()
    weekdays: Mapping[str, Mapping[str, frozenset[int]]] = field(default_factory=dict)
    whole: WholeNames = field(default_factory=lambda: WholeNames({}))
    fresh: FreshEvents = field(default_factory=FreshEvents)

    @classmethod
    def of(
        cls,
        extractions: tuple[Extraction, ...],
        levels: Mapping[str, str],
        lists: Mapping[str, Mapping[str, object]],
        overfrequent: Collection[str] = (),
    ) -> Stories:
        """The stories of a corpus.

        Args:
            extractions: one for each article.
            levels: place id to its level in the gazetteer.
            lists: the word lists of the rules; "name.common" holds words of many names, "event.generic" event classes that tie nothing.
            overfrequent: names that too many articles hold to lead anywhere, where these extractions are not all of the corpus.
        """
        common = common_words(lists)
        names = {item.article.id: salient_names(item, common) for item in extractions}
        told = {item.article.id: occurrences.reported_days(item) for item in extractions}
        days = occurrences.news_days(extractions)
        return cls(
            names=names,
            lead={item.article.id: item.lead for item in extractions},
            levels=levels,
            days=days,
            holders=holders_of(names, levels, frozenset(overfrequent)),
            heads={item.article.id: rare_words(item.lead_words, common) for item in extractions},
            generic=frozenset(lists["event.generic"]),
            plain=frozenset(lists["noun.generic"]),
            nouns={item.article.id: item.nouns for item in extractions},
            values={item.article.id: item.values for item in extractions},
            told=told,
            sizes={item.article.id: occurrences.reported_magnitudes(item) for item in extractions},
            located=frozenset(lists["event.located"]),
            weekdays={item.article.id: occurrences.reported_weekdays(item, lists["weekday-name"]) for item in extractions},
            whole=WholeNames({item.article.id: item.names for item in extractions}),
            fresh=FreshEvents.of(extractions, days, told, lists),
        )

    def weight(self, name: str) -> float:
        """How much sharing this id says, 0 to 1."""
        if name not in self._weights:
            self._weights[name] = weight_of(name, self.levels)
        return self._weights[name]

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {}

    def neighbours(self, article: str) -> frozenset[str]:
        """The articles that share at least one salient name with this one, itself included: all that may share a story or an owner with it.
        Names that more than MOST_HOLDERS articles hold tell nothing and lead to nobody."""
        return frozenset({article}).union(*(self.holders.get(name, ()) for name in self.names[article]))

    def paired(self, article: str) -> frozenset[str]:
        """The articles whose claims are compared with those of this one: later ones (by id) that are ``related`` to it, and earlier ones
        that it is related to."""
        known = self._paired.get(article)
        if known is None:
            later = {other for other in self.related(article) if other > article}
            earlier = {other for other in self.neighbours(article) if other < article and article in self.related(other)}
            known = self._paired[article] = frozenset(later | earlier)
        return known

    @cached_property
    def _paired(self) -> dict[str, frozenset[str]]:
        return {}

    def touch(self, left: str, right: str) -> bool:
        """Whether the one article is among the ``neighbours`` of the other."""
        return left == right or not self._leading[left].isdisjoint(self._leading[right])

    @cached_property
    def _leading(self) -> dict[str, frozenset[str]]:
        return {article: frozenset(name for name in names if name in self.holders) for article, names in self.names.items()}

    def related(self, article: str) -> frozenset[str]:
        """Those of ``neighbours`` that share enough names with this article for their days to tell one story, itself included.

        Two articles for which ``same`` holds, or that share a weight of LITTLE within NEAR_DAYS, or a rare name of their first lines where
        a day is not known, are related; computed once an article.
        """
        known = self._related.get(article)
        if known is None:
            known = self._related[article] = frozenset(self._find_related(article)) | {article}
        return known

    def _find_related(self, article: str) -> Iterator[str]:
        held = [(self.holders[name], self.weight(name)) for name in self.names[article] if name in self.holders]
        sums: dict[str, float] = {}
        for weight in sorted({weight for _, weight in held}):
            counted = Counter(chain.from_iterable(articles for articles, own in held if own == weight))
            for other, number in counted.items():
                sums[other] = sums.get(other, 0.0) + weight * number
        ordinals, rest = self._calendar.ordinals, self._rest[article]
        day = ordinals.get(article)
        around = sums.keys() if day is None else self._calendar.around(day)
        for other, weight in sums.items():
            if weight + rest < ONE and other not in around:
                continue  # most share but a name or two, years apart
            there = ordinals.get(other)
            gap = None if day is None or there is None else abs(day - there)
            if gap is not None and gap > NEAR_DAYS and weight + rest < ENOUGH:
                if gap <= CLOSE_DAYS and weight + rest >= ONE and self._goes_on(article, other):
                    yield other
                continue
            near, least = gap is not None and gap <= NEAR_DAYS, ENOUGH if gap is None or gap <= FAR_DAYS else MUCH
            enough = LITTLE if near else max(least, SHARE * min(self._totals[article], self._totals[other]))
            if gap is None and self.heads.get(article, _NOTHING) & self.heads.get(other, _NOTHING):
                yield other  # without a day a rare name of both first lines may be enough for one story
            elif weight >= enough or (weight + min(rest, self._rest[other]) >= enough and self.shared_weight(article, other) >= enough):
                yield other
            elif gap is not None and gap > NEAR_DAYS and self._goes_on(article, other):
                yield other

    @cached_property
    def _related(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self.days, self.names.keys())

    @cached_property
    def _rest(self) -> dict[str, float]:
        """By article the weight of its names that lead nowhere and that another article holds."""
        held = Counter(chain.from_iterable(self.names.values()))
        idle = {name for name, number in held.items() if number > 1 and name not in self.holders}
        return {article: sum(map(self.weight, names & idle)) for article, names in self.names.items()}

    def shared(self, left: str, right: str) -> tuple[str, ...]:
        """The ids and words of names that both articles hold, heaviest first."""
        pair = (left, right) if left < right else (right, left)
        known = self._shared.get(pair)
        if known is None:
            if len(self._shared) >= MOST_ANSWERS:
                self._shared.clear()
            common = self.names[left] & self.names[right]
            known = self._shared[pair] = tuple(sorted(common, key=lambda name: (-self.weight(name), name)))
        return known

    def line(self, left: str, right: str, label: Callable[[str], str]) -> str:
        """The line of a proof that says which story two articles tell, with the heaviest names that both hold in words."""
        return f"same story: both name {', '.join(label(name) for name in self.whole.of(self.shared(left, right), left, right)[:SHOWN])}"

    def salient(self, left: str, right: str) -> tuple[str, ...]:
        """What ``shared`` gives as whole names, those that stand in the first lines of both articles first: a heading for the story."""
        heads = self.heads.get(left, _NOTHING) & self.heads.get(right, _NOTHING)
        return self.whole.of(sorted(self.shared(left, right), key=lambda name: (name not in heads, -self.weight(name), name)), left, right)

    @cached_property
    def _shared(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Answers given of late: every claim of a pair prints the same names."""
        return {}

    def shared_weight(self, left: str, right: str) -> float:
        """The weight of all that ``shared`` gives."""
        return sum(map(self.weight, self.names[left] & self.names[right]))  # quarters: exact in any order

    def same(self, left: str, right: str) -> bool:
        """Whether two articles (by id) tell one story; an article tells its own.

        They share enough rare names; or appeared within NEAR_DAYS and share a rare name of their first lines, or a little and the event
        there.
        """
        if left == right:
            return True
        pair = (left, right) if left < right else (right, left)
        known = self._same.get(pair)
        if known is None:
            if len(self._same) >= MOST_ANSWERS:
                self._same.clear()
            apart = right not in self.related(left) and self.touch(left, right)
            known = self._same[pair] = not apart and self._is_same(*pair)  # all that share a salient name and tell one story are related
        return known

    @cached_property
    def _same(self) -> dict[tuple[str, str], bool]:
        """Answers given of late: the same pair is asked for by every kind."""
        return {}

    @cached_property
    def _totals(self) -> dict[str, float]:
        return {article: sum(self.weight(name) for name in names) for article, names in self.names.items()}

    def _is_same(self, left: str, right: str) -> bool:
        weight = self.shared_weight(left, right)
        lighter = min(self._totals[left], self._totals[right])
        apart = self.days_between(left, right)
        far = apart is not None and abs(apart) > FAR_DAYS
        share = NEAR_SHARE if apart is not None and self.near(left, right) else SHARE
        if weight >= (MUCH if far else ENOUGH) and weight >= share * lighter:
            return True
        mine, theirs = self.heads.get(left, _NOTHING), self.heads.get(right, _NOTHING)
        if apart is None:
            return bool(mine & theirs) and (bool(self.shared_lead(left, right)) or len(self.lead[left] & self.lead[right]) >= EVENTS)
        if not self.near(left, right):
            return self._goes_on(left, right)
        if (weight >= LITTLE and self.shared_lead(left, right)) or mine & theirs:
            return True
        named = frozenset(name for name in self.shared(left, right) if name.startswith("word:"))
        if named & (mine | theirs) and self.shared_nouns(left, right):
            return True
        return bool(named) and weight >= ONE and (self.speak_alike(left, right) or len(self.shared_values(left, right)) >= VALUES)

    def _goes_on(self, left: str, right: str) -> bool:
        """Whether one of two articles of different days takes up the news of the other.

        Within CLOSE_DAYS they share a rare name and, besides, it or the sort of event in the first lines, MORE_NOUNS or VALUES.  Later
        they share several names, some of them and the sort of event in the first lines.
        """
        gap = abs(self._calendar.between(left, right) or 0)
        heads = self.heads.get(left, _NOTHING) & self.heads.get(right, _NOTHING)
        if gap > CLOSE_DAYS:
            return len(heads) >= HEADS and self.shared_weight(left, right) >= RECALLED and bool(self.shared_lead(left, right))
        rare = any(name.startswith("word:") for name in self.names[left] & self.names[right])
        if not rare or len(self.shared_values(left, right)) >= VALUES:
            return rare
        nouns = len(self.shared_nouns(left, right))
        told = bool(self.shared_lead(left, right)) + bool(heads)
        return told > 1 or (told > 0 and nouns >= NOUNS) or (nouns >= MORE_NOUNS and nouns >= MORE_SHARE * self._fewer_nouns(left, right))

    def speak_alike(self, left: str, right: str) -> bool:
        """Whether two articles share enough telling nouns to tell one story if they share one rare name."""
        shared = len(self.shared_nouns(left, right))
        return shared >= NOUNS and shared >= NOUN_SHARE * self._fewer_nouns(left, right)

    def _fewer_nouns(self, left: str, right: str) -> int:
        """How many telling nouns the one of two articles has that has fewer."""
        return min(len(self.nouns.get(name, _NOTHING).difference(self.plain)) for name in (left, right))

    def shared_values(self, left: str, right: str) -> frozenset[str]:
        """The exact sums, shares, measures and larger numbers that both articles give."""
        return self.values.get(left, _NOTHING) & self.values.get(right, _NOTHING)

    def shared_nouns(self, left: str, right: str) -> frozenset[str]:
        """The common nouns that both articles hold, without those that say too little."""
        return (self.nouns.get(left, _NOTHING) & self.nouns.get(right, _NOTHING)).difference(self.plain)

    def shared_lead(self, left: str, right: str) -> frozenset[str]:
        """The event classes that the first lines of both articles tell, without those that tie nothing together."""
        return (self.lead[left] & self.lead[right]) - frozenset(self.generic)

    def days_between(self, left: str, right: str) -> int | None:
        """Days from the publication of one article to that of another, negative where the other appeared earlier; None where a day is not
        known: what that means, each caller says."""
        return self._calendar.between(left, right)

    def one_day_news(self, left: str, right: str) -> bool:
        """Whether two articles appeared on one day; two without a day are taken for news of one day, too."""
        return self._calendar.ordinals.get(left) == self._calendar.ordinals.get(right)

    def near(self, left: str, right: str) -> bool:
        """Whether both articles are known to have appeared within NEAR_DAYS of each other.

        Where a day is not known: whether they share much and speak alike, or begin with one event and share much or a whole person's name.
        """
        apart = self._calendar.between(left, right)
        if apart is None:
            much, same = self.shared_weight(left, right) >= UNDATED, self.same(left, right)
            lead = bool(self.shared_lead(left, right))
            return (much and lead) or (same and (self.whole.share_person(left, right) if lead else much and self.speak_alike(left, right)))
        return -NEAR_DAYS <= apart <= NEAR_DAYS

    def close(self, left: str, right: str) -> bool:
        """Whether two articles are ``near``, or tell one story by more than a name, or by VALUES exact values, within CLOSE_DAYS."""
        apart = self.days_between(left, right)
        if apart is None or not NEAR_DAYS < abs(apart) <= CLOSE_DAYS:
            return self.near(left, right)
        alike = self.shared_weight(left, right) >= ENOUGH or len(self.shared_values(left, right)) >= VALUES
        return alike and self.same(left, right)

    def for_weeks(self, left: str, right: str) -> bool:
        """Whether two articles are ``close``, or share much of one story where a day is not known: enough for what happens once."""
        undated = self.days_between(left, right) is None and self.shared_weight(left, right) >= UNDATED
        return self.close(left, right) or (undated and self.same(left, right))

    def one_day(self, article: str, event: str) -> bool:
        """Whether an article tells at most one day of such an event; where it tells two not far apart, it speaks of two such events."""
        days = [day for day, _ in self.told.get(article, {}).get(event, ())]
        pairs = [(first, second) for i, first in enumerate(days) for second in days[i + 1 :]]
        return not any(first.relation(second) is Relation.APART and (first.gap(second) or 0) <= FAR_DAYS for first, second in pairs)

    def two_instances(self, left: str, right: str, event: str) -> bool:
        """Whether the first lines of two articles tell of two such events: earthquakes of clearly different strength, or days further
        apart than a slip, if only days of the week ("Sunday's earthquake") where an article has no day."""
        key = (left, right, event) if left < right else (right, left, event)
        known = self._instances.get(key)
        if known is None:
            if len(self._instances) >= MOST_ANSWERS:
                self._instances.clear()
            known = self._instances[key] = self._are_two(*key)
        return known

    @cached_property
    def _instances(self) -> dict[tuple[str, str, str], bool]:
        """Answers given of late: every pair of claims of two articles asks for the same."""
        return {}

    def _are_two(self, left: str, right: str, event: str) -> bool:
        days, others = ([day for day, lead in self.told.get(article, {}).get(event, ()) if lead] for article in (left, right))
        if occurrences.days_apart(days, others):
            return True
        if self._calendar.between(left, right) is None:
            if occurrences.weekdays_apart(*(self.weekdays.get(article, {}).get(event, ()) for article in (left, right))):
                return True
        elif self.near(left, right):
            return False  # agencies may differ over the strength of one earthquake; two so close together are rare
        return occurrences.magnitudes_apart(self.sizes.get(left, ()), self.sizes.get(right, ()))

    def main_event(self, article: str, event: str) -> bool:
        """Whether the title or first sentences of an article tell an event of this class."""
        return event in self.lead[article]
