"""Shares that grow through a day, such as the turnout, are told as of an hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from factcheck.conflicts.pairs import ComparisonContext
from factcheck.model import Claim

_TOKEN = re.compile(r"\d{1,2}(?:[.:]\d\d)?|[a-z]+(?:[.'][a-z]+)*")
"""A clock time or a word."""


def hour_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one of two shares that grow through a day is that of an hour ("at 3 p.m."); None for other values, and where both or none is."""
    if left.value.kind != "percent":
        return None
    tokens = [_TOKEN.findall(claim.anchor.quote.lower()) for claim in (left, right)]
    hours = [_has_hour(told, context) for told in tokens]
    grows = not context.words["percent.hourly"].keys().isdisjoint(chain(*tokens))
    return "one is counted up to an hour of the day" if grows and hours[0] != hours[1] else None


def _has_hour(tokens: Sequence[str], context: ComparisonContext) -> bool:
    """Whether words tell up to which hour something is counted: "at noon", "by 3 p.m.", "at 15:00", "two hours before"."""
    before, hours = context.words["percent.until"], context.words["percent.hour"]
    for first, second, third in zip(tokens, tokens[1:], [*tokens[2:], ""], strict=False):
        timed = second in hours or (second[0].isdigit() and (third in hours or len(second) > 2))
        if (first in before and timed) or (first in hours and second in before):
            return True
    return False
