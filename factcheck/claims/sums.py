"""Which question a sum of money or a share answers: its role ("fee", "bail", "vote share"), whose it is, and of what.

The frame holds the role as ``role``, the ids in the value's clause as ``agents``, the whole a share is taken of as ``thing`` with its
modifiers
in ``subset``, the unit of a rate and words for another instance in ``markers``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.measures import TOLD
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.claims.wording import Wording, owners, when
from factcheck.mentions.money import MoneyReading
from factcheck.mentions.percent import PercentReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRADE = frozenset({"costs", "price", "deal", "purchase", "worth", "offer"})
"""Roles that become the fee where the sentence is about a trade in players."""


def frame_money(item: Resolved, around: Surroundings) -> Iterator[Answer]:
    """The question a sum answers; where no word near by says what the sum is, its role is None and its slot ends in "told"."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, MoneyReading):
        return
    told = _told_before(item, around) or item
    hints = told.found.reading.hints if isinstance(told.found.reading, MoneyReading) else reading.hints
    wording = Wording.of(reader, told.found.span, hints)
    if wording is None:
        return
    role = wording.nearest("role")
    markers = wording.markers() | ({f"per {reading.per}"} if reading.per else frozenset())
    if role is None:
        yield Answer(f"money.{TOLD}", _frame(item, around, wording, None, None, frozenset(), markers))
        return
    name = "fee" if role[0] in _TRADE and role[0] != "offer" and wording.anywhere("fee") else role[0]
    yield Answer(f"money.{name.replace(' ', '-')}", _frame(item, around, wording, name, name, frozenset(), markers))


def _told_before(item: Resolved, around: Surroundings) -> Resolved | None:
    """The sum that this one repeats in another currency, in brackets right behind it: "£38million (€45m)"."""
    span, text = item.found.span, around.document.passages[item.passage].text
    if text[span.start - 1 : span.start] not in ("(", "["):
        return None
    for other in around.resolved:
        if other.passage == item.passage and other.mention.kind == "money" and 0 <= span.start - other.found.span.end <= 2:
            return other
    return None


def frame_percent(item: Resolved, around: Surroundings) -> Iterator[Answer]:
    """The question a share answers; where no word near by tells its role, that is None and the slot ends in "told"."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, PercentReading):
        return
    wording = Wording.of(reader, item.found.span, reading.hints)
    if wording is None:
        return
    role, whole = wording.nearest("role"), _whole(wording)
    if role is not None and whole is not None and whole.dep_ != "pobj" and wording.says(whole, "role") == role[0]:
        whole = None  # "a 7 percent pay rise"
    thing = fold(whole.text) if whole is not None else None
    subset = (
        frozenset(fold(child.text) for child in whole.children if child.dep_ in ("amod", "compound")) if whole is not None else frozenset()
    )
    name = role[0] if role is not None else None
    yield Answer(f"percent.{(name or TOLD).replace(' ', '-')}", _frame(item, around, wording, name, thing, subset, wording.markers()))


def _frame(
    item: Resolved,
    around: Surroundings,
    wording: Wording,
    role: str | None,
    thing: str | None,
    subset: frozenset[str],
    markers: frozenset[str],
) -> Frame:
    told = wording.happening()
    return Frame(
        event=told[0].id if told else None,
        predicate=told[1] if told else (wording.verb.text if wording.verb is not None else None),
        role=role,
        agents=owners(wording.named(), around),
        others=around.named_around(item),
        thing=thing,
        subset=subset,
        markers=markers,
        time=when(item, around),
        lead=around.is_lead(item),
    )


def _whole(wording: Wording) -> Token | None:
    """The noun a share is taken of: "38 percent of the vote", "the 40 percent turnout"."""
    for child in wording.root.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((noun for noun in child.children if noun.dep_ == "pobj" and noun.tag_.startswith("NN")), None)
    head = wording.root.head
    joined = wording.root.dep_ in ("compound", "nmod", "amod", "nummod") and head.tag_.startswith("NN") and head.i > wording.root.i
    return head if joined else None
