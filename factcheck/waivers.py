"""Waivers: conflicts that somebody accepted, with the reason and until when.

E411  error    the file cannot be read
E412  error    not valid YAML, or not a list of waivers
E413  error    no such conflict to waive
E414  error    it is waived already
E415  error    the file is written in a way that cannot be extended
W421  warning  a waiver that expired: its conflict counts again
W422  warning  a waiver that no conflict needs
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import BaselineError, Location, Problem
from factcheck.rulebook import suggest
from factcheck.rulebook.reader import Marks, read_yaml

DEFAULT_WAIVERS = "factcheck-waivers.yaml"
"""Read from the working directory where no other file is named."""

NEVER = "never"
"""In place of a day: the waiver holds for good."""

_KEYS = ("id", "reason", "expires")
_ID = re.compile(r"FC-[0-9a-f]{8,64}", re.IGNORECASE)
_EMPTY = re.compile(r"^waivers:[ \t]*(?:\[[ \t]*\])?[ \t]*$", re.MULTILINE)
_SHAPE = "waivers: with a list of id:, reason: and expires: below it; factcheck waive writes it"


@dataclass(frozen=True, slots=True)
class Waiver:
    """One accepted conflict.  ``expires`` is the last day on which it holds, None for good; ``added`` is true where it is part of the
    change under check."""

    id: str
    reason: str
    expires: date | None
    location: Location
    added: bool = False

    def holds_on(self, today: date) -> bool:
        """Whether it is in force."""
        return self.expires is None or today <= self.expires


@dataclass(frozen=True, slots=True)
class Settled:
    """The waivers in force by the id of their conflict, and warnings about the others."""

    waivers: Mapping[str, Waiver]
    problems: tuple[Problem, ...]


def settle(waivers: Sequence[Waiver], conflicts: Collection[str], today: date, *, unused: bool) -> Settled:
    """Which conflicts (by id) are waived on that day.

    Args:
        waivers: all there are.
        conflicts: the ids of those found.
        today: the day to judge by.
        unused: whether to warn of waivers without a conflict, too; only a run over all articles can know.
    """
    found = {name.lower(): name for name in conflicts}
    holding: dict[str, Waiver] = {}
    problems: list[Problem] = []
    for waiver in waivers:
        name = found.get(waiver.id.lower())
        if name is None:
            if unused:
                message = f"the waiver of {waiver.id} is not needed: no such conflict"
                problems.append(Problem("W422", message, waiver.location, "remove it if the articles agree by now", "warning"))
        elif waiver.holds_on(today):
            holding[name] = waiver
        else:
            hint = f"renew it with factcheck waive {name}, or settle the conflict"
            message = f"the waiver of {name} expired on {waiver.expires}: the conflict counts again"
            problems.append(Problem("W421", message, waiver.location, hint, "warning"))
    return Settled(holding, tuple(problems))


def read_waivers(path: Path, shown: str) -> tuple[Waiver, ...]:
    """The waivers in a file, in its order.

    Raises:
        BaselineError: E411, E412, with the place of every fault.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BaselineError(Problem("E411", f"the waivers cannot be read: {reason}", Location(shown))) from error
    return parse_waivers(text, shown)


def parse_waivers(text: str, shown: str) -> tuple[Waiver, ...]:
    """The waivers in the text of a file; none in an empty one.

    Raises:
        BaselineError: E412, with the place of every fault.
    """
    data, marks, problems = read_yaml(text, shown, "E412")
    if problems:
        raise BaselineError(problems)
    if data is None:
        return ()
    items = (data["waivers"] or []) if isinstance(data, dict) and set(data) == {"waivers"} else None
    if not isinstance(items, list):
        raise BaselineError(Problem("E412", "not a list of waivers", Location(shown, 1, 1), _SHAPE))
    found: dict[str, Waiver] = {}
    for index, item in enumerate(items):
        faults = list(_faults(item, index, marks, shown))
        problems.extend(faults)
        if faults:
            continue
        expires = None if item["expires"] == NEVER else date.fromisoformat(item["expires"])
        waiver = Waiver(item["id"], item["reason"], expires, Location(shown, *marks.get(("waivers", index))))
        earlier = found.setdefault(waiver.id.lower(), waiver)
        if earlier is not waiver:
            where = Location(shown, *marks.get(("waivers", index, "id")))
            problems.append(Problem("E412", f"{waiver.id} is waived twice", where, f"first in line {earlier.location.line}"))
    if problems:
        raise BaselineError(problems)
    return tuple(found.values())


def _faults(item: Any, index: int, marks: Marks, shown: str) -> Iterator[Problem]:
    def fault(message: str, hint: str, *key: str) -> Problem:
        return Problem("E412", message, Location(shown, *marks.get(("waivers", index, *key))), hint)

    if not isinstance(item, dict):
        yield fault("not a waiver", _SHAPE)
        return
    for key in item:
        if key not in _KEYS:
            yield fault(f"unknown key {key!r}", suggest(key, _KEYS), key)
    for key in _KEYS:
        if key not in item:
            yield fault(f"the key {key!r} is missing", "a waiver has an id, a reason and a last day")
        elif not isinstance(item[key], str) or not item[key].strip():
            yield fault(f"{key} must be text, not empty", 'put it in quotes: "..."', key)
        elif key == "id" and not _ID.fullmatch(item[key]):
            yield fault(f"{item[key]!r} is not the id of a conflict", "like FC-1a2b3c4d5e; factcheck report prints them", key)
        elif key == "expires" and not _is_expiry(item[key]):
            yield fault(f"expires: {item[key]!r} is not a day", _EXPIRY, key)


_EXPIRY = "a day as YYYY-MM-DD (the last one on which the waiver holds), or never"


def _is_expiry(text: str) -> bool:
    try:
        return text == NEVER or (re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None and bool(date.fromisoformat(text)))
    except ValueError:
        return False


def parse_expiry(text: str) -> date | None:
    """The last day of a waiver; None for "never".

    Raises:
        ValueError: it is neither; the text says what is allowed.
    """
    if not _is_expiry(text):
        raise ValueError(f"{text!r} is not a day: {_EXPIRY}")
    return None if text == NEVER else date.fromisoformat(text)


def mark_added(waivers: Sequence[Waiver], before: str | None) -> tuple[Waiver, ...]:
    """The waivers, those marked as added that an earlier text of the file does not hold alike; None: there was no file."""
    try:
        old = parse_waivers(before or "", "")
    except BaselineError:
        old = ()  # what was broken waived nothing
    known = {(waiver.id.lower(), waiver.reason, waiver.expires) for waiver in old}
    return tuple(replace(waiver, added=(waiver.id.lower(), waiver.reason, waiver.expires) not in known) for waiver in waivers)


def add_waiver(text: str, waiver: Waiver, today: date) -> str:
    """The text of a file with one more waiver; an expired one of the same conflict is replaced.  Comments and order stay.

    Args:
        text: the file as it is, "" where there is none.
        waiver: its location names the file.
        today: the day to judge older ones by.

    Raises:
        BaselineError: E412 the file has faults; E414 the conflict is waived already; E415 the file cannot be extended.
    """
    shown = waiver.location.path
    old = parse_waivers(text, shown)
    text = text.removeprefix("\ufeff")
    same = next((item for item in old if item.id.lower() == waiver.id.lower()), None)
    if same and same.holds_on(today):
        until = f"until {same.expires}" if same.expires else "for good"
        raise BaselineError(Problem("E414", f"{same.id} is waived already, {until}", same.location, "change or remove that entry"))
    lines = text.splitlines(keepends=True)
    if same:
        lines = _removed(lines, same, old)
    expected = [(item.id, item.reason, item.expires) for item in old if item is not same]
    extended = _appended("".join(lines), waiver, indent=_indent(old))
    try:
        found = [(item.id, item.reason, item.expires) for item in parse_waivers(extended, shown)]
    except BaselineError:
        found = []
    if found != [*expected, (waiver.id, waiver.reason, waiver.expires)]:
        hint = "write it as a plain list, or add by hand:\n" + _entry(waiver, "  ").rstrip()
        raise BaselineError(Problem("E415", "the file is written in a way that cannot be extended", Location(shown), hint))
    return extended


def _removed(lines: list[str], waiver: Waiver, waivers: Sequence[Waiver]) -> list[str]:
    first = (waiver.location.line or 1) - 1
    later = [item.location.line - 1 for item in waivers if item.location.line and item.location.line - 1 > first]
    end = min(later, default=len(lines))
    while end > first + 1 and lines[end - 1].lstrip().startswith("#"):  # a comment above the next entry belongs to that one
        end -= 1
    return lines[:first] + lines[end:]


def _indent(waivers: Sequence[Waiver]) -> str:
    """The blanks before the dash of an entry, as in the file."""
    column = waivers[0].location.column if waivers else None
    return " " * max(0, (column or 3) - 3) if waivers else "  "


def _appended(text: str, waiver: Waiver, *, indent: str) -> str:
    text = _EMPTY.sub("waivers:", text)
    if text and not text.endswith("\n"):
        text += "\n"
    if not re.search(r"^waivers:", text, re.MULTILINE):
        text += "waivers:\n"
    return text + _entry(waiver, indent)


def _entry(waiver: Waiver, indent: str) -> str:
    expires = waiver.expires.isoformat() if waiver.expires else NEVER
    reason = json.dumps(waiver.reason, ensure_ascii=False)
    return f"{indent}- id: {waiver.id}\n{indent}  reason: {reason}\n{indent}  expires: {expires}\n"
