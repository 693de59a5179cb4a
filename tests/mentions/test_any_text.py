"""Whatever a text says, finders and values stand it: nothing breaks, spans slice to their words, and hostile text is read in time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context, Finder, Found
from factcheck.mentions.age import AgeFinder
from factcheck.mentions.clock import ClockFinder
from factcheck.mentions.count import CountFinder
from factcheck.mentions.duration import DurationFinder
from factcheck.mentions.measure import MeasureFinder
from factcheck.mentions.money import MoneyFinder
from factcheck.mentions.percent import PercentFinder
from factcheck.mentions.role import RoleFinder
from factcheck.mentions.scope import ScopeFinder
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import Span, flatten
from factcheck.values import (
    AgeValue,
    CountValue,
    DurationValue,
    MeasureValue,
    MoneyValue,
    PercentValue,
    RoleValue,
    ScopeValue,
    TimeValue,
    Value,
)


@dataclass(frozen=True)
class Kind:
    """A finder, what its values are, words that it reads or stumbles over, and texts that are long where it repeats itself."""

    make: Callable[[Rulebook], Finder]
    value: type[Value]
    words: str
    hostile: tuple[str, ...]


KINDS = {
    "age": Kind(
        AgeFinder,
        AgeValue,
        "one two twenty-one - 26 , ( ) aged age 26-year-old year-old years old the a boy man Holt Rasmus Jr. who is was"
        " turned in his fifties 40s about over nearly at died dies of from and company 0 007 1,000 2.5 ' . ; \u2116  \xb2 \u4e94 \u200b",
        (
            "9" * 6000 + "-year-old",
            "26-year-old " * 800,
            "Holt, 26, " * 800,
            "died in a " * 800,
            "A " * 3000 + ", 26,",
            "the " * 3000 + "26-year-old",
            "is 26, " * 1500,
        ),
    ),
    "role": Kind(
        RoleFinder,
        RoleValue,
        "the former deputy finance minister of foreign affairs and head of treasury compliance chief president vice "
        "until Italian an a French - national citizen international Uruguay dual , . ( ) 's elect for who captain Lt. "
        "Col. \u2116 \u4e94 \u200b",
        (
            "head of " * 1500,
            "an Italian " * 1500,
            "finance minister until " * 800,
            "Aaaa " * 3000,
            "former " * 3000 + "mayor",
            "and, " * 3000 + "mayor",
        ),
    ),
    "money": Kind(
        MoneyFinder,
        MoneyValue,
        "$ £ € US$ A$ 40 1.2 bn m million billion 2,000 euros dollars pounds won yen - to between and about up to each "
        "a year ( ) half a of sand fee damage Rs CHF . , ¥ ² 五",
        (
            "9" * 6000 + " euros",
            "$1 to " * 1500,
            "£" * 6000,
            "$1.2bn " * 1200,
            "between $1 and " * 900,
            "40 pounds of " * 900,
        ),
    ),
    "percent": Kind(
        PercentFinder,
        PercentValue,
        "one two 3 41.3 % percent per cent - to between and in out of five ten half a third of quarter three percentage"
        " points about up to 100 sure give . , ( ½ 五",
        (
            "9" * 6000 + "%",
            "1 in " * 2000,
            "half of " * 1500,
            "10 to " * 2000 + "%",
            "a third of a " * 900,
            "1% and " * 1500,
        ),
    ),
    "measure": Kind(
        MeasureFinder,
        MeasureValue,
        "one two 3 - a half mile miles km kilometers of the (2,560 ) 12 feet inches 25C °C minus magnitude 6.4 quake "
        "scale about more than pounds weighing up to north from 100km/h m long 1,000 2.5 million tons . , ( $ £ / ² ½ 五",
        (
            "9" * 6000 + " km",
            "1 km (2 miles " * 900,
            "a mile " * 1500,
            "magnitude of a " * 900,
            "10 to " * 2000 + "km",
            "1-" * 3000 + "feet",
            "12 km north of " * 900,
        ),
    ),
    "clock": Kind(
        ClockFinder,
        TimeValue,
        "at around 8 8:25 20:40 2100 24 a.m. p.m. pm. GMT (0212 GMT) UTC+3 UTC+99 local time o'clock noon midnight half"
        " past nine quarter to in the morning on Friday night between and shortly before one two 12:60 25:00 0:00 00 , "
        ". ; / - ET est \u2116 \xbd \u4e94 \u200b",
        (
            "8" * 6000,
            "8:30 " * 2000,
            "at 8:30 pm (" * 1000,
            "between 8 and " * 1000,
            "updated " * 1500,
            "shortly before " * 1000,
            "half past " * 1500,
        ),
    ),
    "count": Kind(
        CountFinder,
        CountValue,
        "one two twenty - half a dozen of the 12 2024 May 100 000 1,000 2.5 million k 3-1 and to between at least about"
        " people others dead in Route 40 . , ; ( ) $ % ' both several dozens hundred -year-old Seven #5 @ \u2116 \xb2 \xbd \u4e94 \u200b",
        (
            "9" * 6000,
            "1," * 3000,
            "1-" * 3000,
            "one " * 3000,
            "a half million " * 500,
            "100 000 " * 1500,
            "A. 1 " * 2000,
            "twenty-" * 1500,
            "of the 12 " * 1000,
            "at least " * 1500,
            "5 Big Red " * 1000,
            "between 1 and " * 800,
        ),
    ),
    "duration": Kind(
        DurationFinder,
        DurationValue,
        "one two twenty - half a an and an hour hours of the 12 days weeks May 100 1,000 2.5 million day year-old ago "
        "for lasting weeklong long between 1/2 about at least second seconds minute several every full decades . , ; ( "
        ") ' #5 @ \u2116 \xb2 \xbd \u4e94 \u200b",
        (
            "9" * 6000 + " hours",
            "1 hour 2 " * 1000,
            "1 hour and " * 1000,
            "two to " * 1500,
            "the best day in " * 700,
            "half an " * 1500,
            "for hours " * 1000,
        ),
    ),
    "scope": Kind(
        ScopeFinder,
        ScopeValue,
        "all of the half none no only some two 3 of its guests ' , . not every a third - most whole \u200b \xbd %",
        (
            "all of the " * 2000,
            "no " * 4000,
            "only two of the a's " * 1000,
            "a third of the " * 1500,
            "1 of 2 " * 2000,
        ),
    ),
}
HOSTILE = [(name, text) for name, kind in KINDS.items() for text in kind.hostile]


@cache
def finder_of(name: str) -> Finder:
    return KINDS[name].make(load_rules())


def texts_of(name: str) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(KINDS[name].words.split(" ")), max_size=40)
    return st.one_of(st.text(max_size=200), words.map(" ".join), words.map("".join), words.map("-".join))


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_text_breaks_find_or_resolve(name: str, data: st.DataObject) -> None:
    check(name, data.draw(texts_of(name)))


def test_a_share_whose_noun_lies_behind_another() -> None:
    check("scope", "all most guests")


def check(name: str, text: str) -> None:
    """Spans are in order and without overlaps; each has a value of the kind, which can be told and is the same as itself."""
    passage, finder, end = Passage(flatten(text)), finder_of(name), 0
    for item in finder.find(passage):
        assert end <= item.span.start < item.span.end <= len(passage.text)
        end = item.span.end
        value = finder.resolve(item, Context())
        assert isinstance(value, KINDS[name].value)
        assert value.caption()
        assert value.iso()
        assert value.relation(value).value == "same"


@pytest.mark.parametrize(("name", "text"), HOSTILE, ids=lambda word: word[:12])
def test_hostile_text_is_read_in_time(name: str, text: str) -> None:
    begin = time.process_time()
    finder_of(name).find(Passage(text))
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("name", KINDS)
def test_a_reading_of_another_kind_has_no_value(name: str) -> None:
    assert finder_of(name).resolve(Found(name, Span(0, 1), "x", "reading"), Context()) is None
