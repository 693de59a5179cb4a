"""Compares times of which one has a time zone: "1:41 p.m. local time (1041 GMT)"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.conflicts.pairs import values_of
from factcheck.model import Claim
from factcheck.values import DateValue, Relation, TimeValue

_CONVERTED = re.compile(r"\s?\(\d")
_GREENWICH = re.compile(r"\b(\d{1,2})[:.]?(\d\d)? ?(?:GMT|UTC)\b")
_NOON = 12
"""The hour of Greenwich before which places may still have the day before, and from which on the day after."""
_OTHER_CLOCK = "one day is told by the clock of Greenwich"
_BESIDE = 24
"""Code points around a day in which the clock stands that it is told by: "at 2038 GMT on Saturday", "on Saturday (20:38 UTC)"."""


def on_local_clocks(left: Claim, right: Claim) -> tuple[TimeValue, TimeValue] | None:
    """The times of two claims on the clock of the place, where one is told without a zone and so by that clock.

    A zone that only says how far the clock of the place is from Greenwich ("local time", or a conversion behind in brackets) is left out.
    None where the zoned one is such a conversion: what it converts stands beside it and is compared.
    """
    mine, theirs = values_of(left, right, TimeValue)
    if bool(mine.zones) == bool(theirs.zones):
        return mine, theirs
    zoned = left if mine.zones else right
    if _is_conversion(zoned):
        return None
    if _is_local(zoned):
        return replace(mine, zones=()), replace(theirs, zones=())
    return mine, theirs


def same_face(left: TimeValue, right: TimeValue) -> bool:
    """Whether two times agree as they are written, where only one has a zone; that the other may go by a zone that fits is no agreement."""
    if bool(left.zones) == bool(right.zones):
        return True
    return replace(left, zones=()).relation(replace(right, zones=())) is not Relation.APART


def _is_local(claim: Claim) -> bool:
    behind = claim.anchor.span.end - claim.anchor.quote_start
    return "local" in claim.anchor.match.lower() or _CONVERTED.match(claim.anchor.quote, behind) is not None


def _is_conversion(claim: Claim) -> bool:
    before = claim.anchor.quote[: claim.anchor.span.start - claim.anchor.quote_start]
    return before.endswith("(") and re.search(r"\d", before) is not None


def clock_veto(left: Claim, right: Claim, gap: int) -> str | None:
    """Why two days that lie ``gap`` days apart may be one: one alone is told by the clock of Greenwich, at an hour at which the place may
    have had the other day.  None where nothing says so."""
    if gap != 1:
        return None
    mine, theirs = _by_greenwich(left), _by_greenwich(right)
    if bool(mine) == bool(theirs):
        return None
    days, hour = values_of(left, right, DateValue), (mine or theirs or "")[:-2]
    told, other = days if mine else reversed(days)
    if told.earliest is None or other.earliest is None or not hour:
        return _OTHER_CLOCK
    return _OTHER_CLOCK if (other.earliest < told.earliest) == (int(hour) < _NOON) else None


def _by_greenwich(claim: Claim) -> str:
    """The digits of the time of Greenwich beside a day, "1432", with "00" where only the hour is told; "" for none."""
    start, end = (place - claim.anchor.quote_start for place in (claim.anchor.span.start, claim.anchor.span.end))
    found = _GREENWICH.search(claim.anchor.quote[max(0, start - _BESIDE) : end + _BESIDE])
    return "" if found is None else f"{found[1]}{found[2] or '00'}"
