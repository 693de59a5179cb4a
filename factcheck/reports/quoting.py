"""Quotes: the sentence around a value's words, cut to what a reader has room for."""

from __future__ import annotations

from factcheck.reports.schema import EvidenceRecord
from factcheck.reports.terminal import printable


def excerpt(claim: EvidenceRecord, budget: int) -> tuple[str, str, str]:
    """The sentence before, in and after the value's words, about ``budget`` characters of it, each part on one line and printable.

    The sentence alone stands in the first part where the offsets do not fit it.
    """
    before, match, after = _parts(claim)
    before, after = _cut(before, after, budget - len(match))
    return before, match, after


def _parts(claim: EvidenceRecord) -> tuple[str, str, str]:
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    if not 0 <= start < end <= len(claim.quote):
        return printable(claim.quote), "", ""
    before, match, after = claim.quote[:start], claim.quote[start:end], claim.quote[end:]
    left = printable(before) + (" " if before[-1:].isspace() else "")
    right = (" " if after[:1].isspace() else "") + printable(after)
    return left, printable(match), right


def _cut(before: str, after: str, budget: int) -> tuple[str, str]:
    """Both shortened at word borders to ``budget`` characters together, each keeping what the other does not need."""
    if len(before) + len(after) <= budget:
        return before, after
    half = max(budget // 2, 20)
    room_before = max(half, budget - len(after))
    room_after = max(half, budget - len(before))
    if len(before) > room_before:
        kept = before[-room_before:]
        before = "… " + (kept.split(" ", 1)[1] if " " in kept.rstrip() else kept)
    if len(after) > room_after:
        kept = after[:room_after]
        after = (kept.rsplit(" ", 1)[0] if " " in kept.lstrip() else kept) + " …"
    return before, after
