"""Mentions with their TIMEX3: the same words, other values, and times that are no values."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from factcheck.documents import Document, Passage
from factcheck.mentions.timex import TimexReader
from factcheck.model import Article, LightMention, Mention, Publication
from factcheck.resolving import MentionReader
from factcheck.rulebook import Rulebook, load_rules
from factcheck.timing import add_timexes

DAY = date(2024, 5, 10)
TITLE = "Bridge shut on Monday"
TEXT = "It was shut at 9 p.m. on Monday. It is now checked daily from 8 to 10 May 2024 and was shut for three weeks in the past two years."


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def timed() -> tuple[list[Mention], list[LightMention], list[Mention]]:
    published = Publication(DAY, DAY, "test")
    article = Article("a", "a.txt", TEXT, "digest", title=TITLE, published=published)
    document = Document(article, (Passage(TITLE, field="title"), Passage(TEXT)))
    _, resolved = MentionReader(rules()).read(document)
    mentions = [item.mention for item in resolved]
    with_times, light = add_timexes(TimexReader(rules()), document, published, mentions)
    return with_times, light, mentions


def words(mention: Mention | LightMention) -> str:
    return mention.span.of(TITLE if mention.field == "title" else TEXT)


def test_mentions_keep_everything_else_and_their_order() -> None:
    with_times, _, mentions = timed()
    assert [(item.kind, item.span, item.value, item.rule, item.field) for item in with_times] == [
        (item.kind, item.span, item.value, item.rule, item.field) for item in mentions
    ]


def test_dates_times_and_durations_have_a_timex() -> None:
    found = {(item.kind, words(item)): item.timex for item in timed()[0] if item.kind in ("date", "time", "duration")}
    values = {key: (timex.type, timex.value) if timex else None for key, timex in found.items()}
    assert values == {
        ("date", "Monday"): ("DATE", "2024-05-06"),
        ("time", "9 p.m."): ("TIME", "2024-05-06T21:00"),
        ("date", "8 to 10 May 2024"): ("DATE", "2024-05-08/2024-05-10"),
        ("duration", "three weeks"): ("DURATION", "P3W"),
    }
    assert all(item.timex is None for item in timed()[0] if item.kind not in ("date", "time", "duration"))


def test_times_that_are_no_values_stand_apart() -> None:
    assert [(words(item), item.timex.type, item.timex.value) for item in timed()[1]] == [
        ("now", "DATE", "PRESENT_REF"),
        ("daily", "SET", "P1D"),
        ("the past two years", "DURATION", "P2Y"),
    ]
