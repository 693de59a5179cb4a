"""Days that lie ahead though no future tense says so: appointed ("set the hearing for Friday"), put off ("adjourned until 1 December"),
and told in the timetable's present ("the trial begins on Friday").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from factcheck.columns import columns_of
from factcheck.rulebook import Rulebook

if TYPE_CHECKING:
    from factcheck.parses import Columns, Doc, Token

Ahead = Literal["future", "present"]
"""Surely ahead of the day of publication; or next to it, on either side."""

_CLOCK = re.compile(r"\d[\d.:]*(?:[ap]m)?|[ap]\.?m\.?|,")
"""What of a time of day may stand between an aim and a day."""
REACH = 8
"""Tokens between a day and the word that aims at it: "for 10 a.m. local time on next Friday"."""
FAR = 12
"""Tokens between that word and its verb: "set a hearing on the motion of the defence for Friday"."""


class AppointmentReader:
    """Reads where a day is aimed at, by the lists "date.appointing", "date.deferring", "date.timetable",
    "date.aiming" and "date.helper" of a rulebook.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        lists = rulebook.words()
        self._appointing, self._deferring, self._timetable = (
            frozenset(lists.get(name, ())) for name in ("date.appointing", "date.deferring", "date.timetable")
        )
        self._aiming, self._helpers = dict(lists.get("date.aiming", {})), dict(lists.get("date.helper", {}))

    def read(self, doc: Doc, tokens: range, verb: Token | None) -> Ahead | None:
        """How a day lies to the publication; None where nothing but the tense of its verb can tell.

        Args:
            doc: the parse of a passage.
            tokens: the tokens of the day, a limit ("until") among them or not.
            verb: the verb that governs it, if any.
        """
        columns = columns_of(doc)
        if not tokens:
            return None
        if (aim := self._aim(columns, tokens)) is not None:
            found = self._appointed(columns, aim)
            # what was appointed may have been by now: a day of a month lies on the nearer side, a weekday ahead
            return "present" if found == "past" and _has_number(columns, tokens) else "future" if found == "past" else found
        if verb is None or not self._hangs_on(columns, tokens, verb.i):
            return None
        joined = self._aiming.get(columns.lowers[tokens.start - 1]) == "join"
        if verb.lower_ in ("is", "are") and verb.i == tokens.start - 1 - joined:
            return "future"  # "the vote is on Friday"
        return "future" if verb.tag_ in ("VBZ", "VBP") and verb.lower_ in self._timetable else None

    def _aim(self, columns: Columns, tokens: range) -> int | None:
        """The "for", "to" or "until" that leads to a day, within it or before it with nothing but a moment between."""
        for index in tokens:
            if self._aiming.get(columns.lowers[index]) == "limit":
                return index
        for index in range(tokens.start - 1, max(-1, tokens.start - 1 - REACH), -1):
            sort = self._aiming.get(columns.lowers[index])
            if sort in ("aim", "limit"):
                return index
            if columns.opens[index + 1] or not (sort or _CLOCK.fullmatch(columns.lowers[index])):
                return None
        return None

    def _appointed(self, columns: Columns, aim: int) -> Ahead | Literal["past"] | None:
        for index in range(aim - 1, max(-1, aim - 1 - FAR), -1):
            if columns.opens[index + 1]:
                return None
            if columns.tags[index][:2] == "VB" or columns.tags[index] == "MD" or columns.lowers[index] in self._deferring:
                return self._lies(columns, index)
        return None

    def _lies(self, columns: Columns, index: int) -> Ahead | Literal["past"] | None:
        """How the day lies that a verb aims at; "past" for one that lies ahead of a past act."""
        word, tag = columns.lowers[index], columns.tags[index]
        appoints, defers = word in self._appointing, word in self._deferring
        if not (appoints or defers):
            return None
        children = (columns.lowers[child] for child in columns.children[index])
        helpers = {self._helpers[word] for word in children if word in self._helpers}
        if helpers & {"none", "older"}:
            return "present" if defers and "older" in helpers else None
        if "stands" in helpers or (tag in ("VBZ", "VBP") and not helpers):
            return "future"
        if "stood" in helpers:
            return "past" if defers else "present"
        if tag == "VBN" and not helpers:
            return "present"
        return "past" if tag == "VBD" else None

    def _hangs_on(self, columns: Columns, tokens: range, verb: int) -> bool:
        """Whether the day itself is the verb's time, not that of a noun beside it ("Friday's ruling means", "the talks on Friday end")."""
        head = next((index for index in tokens if columns.heads[index] not in tokens), tokens.start)
        above = columns.heads[head]
        return above == verb or (self._aiming.get(columns.lowers[above]) == "join" and columns.heads[above] == verb)


def _has_number(columns: Columns, tokens: range) -> bool:
    return any(columns.texts[index][0].isdigit() for index in tokens)
