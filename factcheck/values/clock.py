"""Times of day as sets of minutes: "8:25 p.m.", "0212 GMT", "around half past nine", "between 07:28 and 08:06 UTC"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation

DAY = 1440
"""Minutes in a day."""
HALF = 720
_EVERY = (1 << DAY) - 1

OFFSETS = (
    *range(-720, 841, 60),
    *(-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825),
)
"""Every offset from UTC in minutes that is in use, summer time included (IANA time zone database)."""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """Every minute of the day from ``low`` to ``high``, both inclusive, 0 to 1439; past midnight where ``low`` is the larger.

    ``zones`` are the possible offsets from UTC in minutes (two for "ET", which has a summer time); empty where the text names none, and the
    clock is then that of the place.  ``named`` is the minute that was said, None for a stretch.  ``approximate`` marks "around", "shortly
    after"; the interval is then already widened.  ``either`` marks "8:25" without a.m. or p.m.: twelve hours later is possible too.
    """

    kind: ClassVar[str] = "time"

    low: int
    high: int
    zones: tuple[int, ...] = ()
    named: int | None = None
    approximate: bool = False
    either: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.low < DAY and 0 <= self.high < DAY) or (self.named is not None and not 0 <= self.named < DAY):
            raise ValueError(f"not a time of day: {self.low}..{self.high} ({self.named})")
        if any(not -DAY < zone < DAY for zone in self.zones):
            raise ValueError(f"no offsets from UTC: {self.zones}")

    def relation(self, other: TimeValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two sets; symmetric.

        Without any zone both clocks are taken to stand at one place.  With a zone on one side only, the other clock may have any offset in
        use: whole hours between the two then exclude nothing.
        """
        mine, theirs = self._sets(other)
        if mine == theirs:
            return Relation.SAME
        common = mine & theirs
        if not common:
            return Relation.APART
        return Relation.WITHIN if common in (mine, theirs) else Relation.OVERLAP

    def gap(self, other: TimeValue) -> int:
        """Minutes between the nearest members of the two sets, the shorter way round the clock; 0 when they share one."""
        mine, theirs = self._sets(other)
        wider = mine
        for minutes in range(HALF + 1):
            if wider & theirs:
                return minutes
            wider = mine | _later(wider, 1) | _later(wider, DAY - 1)
        return HALF

    @property
    def width(self) -> int:
        """How many minutes of the clock the value leaves open."""
        return self._face().bit_count()

    def _sets(self, other: TimeValue) -> tuple[int, int]:
        """Both sets as bits: minutes of the local clock where no zone is told, else minutes in UTC."""
        if not self.zones and not other.zones:
            return self._face(), other._face()
        return self._in_utc(), other._in_utc()

    def _face(self) -> int:
        minutes = _later((1 << ((self.high - self.low) % DAY + 1)) - 1, self.low)
        return minutes | _later(minutes, HALF) if self.either else minutes

    def _in_utc(self) -> int:
        face, minutes = self._face(), 0
        for zone in self.zones or OFFSETS:
            minutes |= _later(face, -zone % DAY)
        return minutes

    def iso(self) -> str:
        """A compact form: 20:25, 05:12+03:00, 02:12Z, 09:18..09:42, 08:25|20:25."""
        told = _clock(self.low) if self.low == self.high else f"{_clock(self.low)}..{_clock(self.high)}"
        if self.either:
            later = ((self.low + HALF) % DAY, (self.high + HALF) % DAY)
            told += "|" + (_clock(later[0]) if later[0] == later[1] else "..".join(map(_clock, later)))
        return told + "/".join("Z" if zone == 0 else f"{'-' if zone < 0 else '+'}{_clock(abs(zone))}" for zone in self.zones)

    def caption(self) -> str:
        """The value for people, on the clock of 24 hours: "20:25", "about 09:30", "02:12 UTC", "05:12 UTC+3", "8:25 a.m. or p.m."."""
        if self.named is not None:
            told = _clock(self.named)
            if self.either:
                told = f"{self.named % HALF // 60 or 12}:{self.named % 60:02d} a.m. or p.m."
            told = f"about {told}" if self.approximate else told
        else:
            told = f"{_clock(self.low)} to {_clock(self.high)}" + (" (a.m. or p.m.)" if self.either else "")
        return " ".join([told, " or ".join(_zone(zone) for zone in self.zones)]).strip()


def _later(minutes: int, by: int) -> int:
    """A set of minutes turned on by so many, round the clock."""
    return ((minutes << by) | (minutes >> (DAY - by))) & _EVERY


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _zone(offset: int) -> str:
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")
