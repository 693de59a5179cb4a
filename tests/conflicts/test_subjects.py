"""The words for what a finding is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim, moved

from factcheck.conflicts.subjects import subject_of_pair, topic_of
from factcheck.model import AGE_OF_THING, FLANK, GAP, HISTORY, HOME, SCENE, Frame
from factcheck.topics.labels import Labels
from factcheck.values import (
    AgeValue,
    CountValue,
    DateValue,
    DoerValue,
    DurationValue,
    MeasureValue,
    MoneyValue,
    OrdinalValue,
    PercentValue,
    ScopeValue,
    TimeValue,
    Value,
    WhereValue,
)

HATHERLY, FRANCE = frozenset({"name:ewell hatherly"}), frozenset({"place:fr"})
DAY = DateValue(date(2026, 3, 4), date(2026, 3, 4))
SEVEN = CountValue(7, 7, 7)


@pytest.mark.parametrize(
    ("value", "frame", "question", "heading"),
    [
        (DAY, Frame(event="signing", agents=FRANCE), "date of the signing (France)", "France: signing"),
        (DAY, Frame(event="verb:plac", predicate="placed"), 'date ("placed")', 'Brightwell, Ewell Hatherly: date ("placed")'),
        (SEVEN, Frame(event="verb:overpower", thing="guard"), "number of guards", "Brightwell, Ewell Hatherly: guards"),
        (SEVEN, Frame(event="injury", thing="person"), "number of people injured", "Brightwell, Ewell Hatherly: people injured"),
        (SEVEN, Frame(thing="ferry", agents=HATHERLY), "number of ferries (Ewell Hatherly)", "Ewell Hatherly: ferries"),
        (SEVEN, Frame(event=AGE_OF_THING, thing="bridge"), "age of the bridge", "Brightwell, Ewell Hatherly: age of the bridge"),
        (
            SEVEN,
            Frame(event="population", thing="person", agents=FRANCE),
            "number of people (population, France)",
            "France: people (population)",
        ),
        (MeasureValue(3, 3, "length", "m"), Frame(thing="avalanche"), "length of the avalanche", "Brightwell, Ewell Hatherly: length"),
        (MoneyValue(3, 3, "EUR"), Frame(agents=HATHERLY), "sum (Ewell Hatherly)", "Ewell Hatherly: sum"),
        (MoneyValue(3, 3, "EUR"), Frame(role="fee", agents=HATHERLY), "sum (fee, Ewell Hatherly)", "Ewell Hatherly: sum (fee)"),
        (MoneyValue(3, 3, "EUR"), Frame(role="missing"), "sum (lost or stolen)", "Brightwell, Ewell Hatherly: sum (lost or stolen)"),
        (
            PercentValue(3, 3),
            Frame(role="turnout", thing="town"),
            "share of the town (turnout)",
            "Brightwell, Ewell Hatherly: share (turnout)",
        ),
        (ScopeValue.of("all"), Frame(event="withdrawal", thing="soldier"), "what part of the soldiers (withdrawal)", None),
        (
            TimeValue(600, 600),
            Frame(event="verb:x", predicate="rang", role="told_at"),
            'time ("rang")',
            'Brightwell, Ewell Hatherly: time ("rang")',
        ),
        (DurationValue(3, 3, 3), Frame(event="ban"), "length of the ban", "Brightwell, Ewell Hatherly: length of the ban"),
        (DurationValue(3, 3, 3), Frame(event="x", role="spell"), "length of time", "Brightwell, Ewell Hatherly: length of time"),
        (
            WhereValue(("town:boom",)),
            Frame(thing="find", predicate="discovered", role=SCENE),
            'place ("discovered")',
            'Brightwell, Ewell Hatherly: place ("discovered")',
        ),
        (WhereValue(("hand:left",)), Frame(thing="knee", role=FLANK), "side of the knee", "Brightwell, Ewell Hatherly: side of the knee"),
        (
            WhereValue(("compass:east",)),
            Frame(event="death", thing="slope", role=FLANK),
            "place of the death",
            "Brightwell, Ewell Hatherly: place of the death",
        ),
        (WhereValue(("town:boom",)), Frame(role=HOME, agents=HATHERLY), "home (Ewell Hatherly)", "Ewell Hatherly: home"),
        (OrdinalValue(3), Frame(thing="fire", role="place"), "rank of the fire", "Brightwell, Ewell Hatherly: rank of the fire"),
        (
            OrdinalValue(1, since=1988),
            Frame(thing="trophy", role=GAP),
            "last time (trophy)",
            "Brightwell, Ewell Hatherly: last time (trophy)",
        ),
        (AgeValue(60, 60), Frame(event="age", agents=frozenset({"person:ada okafor"})), "age of Ada Okafor", "Ada Okafor: age"),
        (
            DoerValue("person:li"),
            Frame(event="finding", agents=frozenset({"noun:patient"})),
            "who did it (finding, patient)",
            "Brightwell, Ewell Hatherly: who did it (finding)",
        ),
    ],
)
def test_question_and_heading(world: World, value: Value, frame: Frame, question: str, heading: str | None) -> None:
    left = claim(value, frame)
    right = moved(left, "right.txt")
    labels = Labels(world.rulebook)
    subject = subject_of_pair(left, right, labels)
    assert subject.question == question
    assert topic_of([(left, right)], subject, world.context(left, right), labels).label == (
        heading or f"Brightwell, Ewell Hatherly: {question}"
    )


@pytest.mark.parametrize(
    ("fact", "frame", "question", "heading"),
    [
        (
            "building",
            Frame(role=HISTORY, thing="ferry", targets=HATHERLY),
            "when the ferry was built (Ewell Hatherly)",
            "Ewell Hatherly: when the ferry was built",
        ),
        (
            "building",
            Frame(role=HISTORY, thing="ferry"),
            "when the ferry was built",
            "Brightwell, Ewell Hatherly: when the ferry was built",
        ),
        ("founding", Frame(role=HISTORY, targets=HATHERLY), "when Ewell Hatherly was founded", "Ewell Hatherly: founding"),
        (
            "membership",
            Frame(role=HISTORY, targets=frozenset({"person:ada okafor"}), agents=HATHERLY),
            "when Ada Okafor joined (Ewell Hatherly)",
            "Ada Okafor, Ewell Hatherly: membership",
        ),
        ("birth", Frame(role=HISTORY), "when the person was born", "Brightwell, Ewell Hatherly: when the person was born"),
    ],
)
def test_facts_of_histories_are_asked_for_by_what_happened(world: World, fact: str, frame: Frame, question: str, heading: str) -> None:
    left = replace(claim(DAY, frame), slot=f"{HISTORY}.{fact}")
    right, labels = moved(left, "right.txt"), Labels(world.rulebook)
    subject = subject_of_pair(left, right, labels)
    assert subject.question == question
    assert topic_of([(left, right)], subject, world.context(left, right), labels).label == heading


def test_the_topic_id_is_what_most_pairs_are_about(world: World) -> None:
    both = claim(DAY, Frame(event="signing", agents=FRANCE | HATHERLY))
    one = moved(claim(DAY, Frame(event="signing", agents=HATHERLY)), "right.txt")
    other = moved(claim(DAY, Frame(event="signing", agents=HATHERLY), at=90), "right.txt")
    labels, context = Labels(world.rulebook), world.context(both, one, other)
    few, more = [(both, one)], [(both, one), (both, other)]
    topics = {topic_of(pairs, subject_of_pair(*pairs[0], labels), context, labels) for pairs in (few, more)}
    assert {topic.id for topic in topics} == {"signing:name:ewell hatherly"}
