"""Whether two articles report what happened on two days: Monday's crash in Tuesday's paper, and Tuesday's in Wednesday's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from factcheck.model import Extraction
from factcheck.topics.windows import NEXT_DAY
from factcheck.values import DateValue

Days = Sequence[tuple[DateValue, bool]]
"""Days told of one class of event, each with whether the first lines tell it."""


@dataclass(frozen=True, eq=False)
class FreshEvents:
    """What the first lines of articles report as new: of the day of their publication, or of the one before.

    ``days`` are the ordinal days of publication of news, ``told`` by article and class of event the one fresh day that the first lines
    tell, ``lead`` the classes there, ``following`` those that follow another ("aftershock") with that one.
    """

    days: Mapping[str, int] = field(default_factory=dict)
    told: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lead: Mapping[str, frozenset[str]] = field(default_factory=dict)
    following: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        extractions: Sequence[Extraction],
        days: Mapping[str, date],
        told: Mapping[str, Mapping[str, Days]],
        lists: Mapping[str, Mapping[str, object]],
    ) -> FreshEvents:
        """Those of a corpus; ``days`` and ``told`` as of ``Stories``; the word lists hold what is said day after day ("event.reporting")
        and "event.following"."""
        published = {article: day.toordinal() for article, day in days.items()}
        return cls(
            days=published,
            told={article: _fresh(told[article], day, lists["event.reporting"]) for article, day in published.items()},
            lead={item.article.id: item.lead for item in extractions},
            following={late: str(first) for late, first in lists["event.following"].items()},
        )

    def apart(self, left: str, right: str) -> bool:
        """Whether two articles report two events: all that the first lines of both tell as new happened as many days apart as the
        articles appeared, or one begins with what followed the other's event.

        A slip in a day seldom moves with the day of publication, while the same sort of thing happens again.  Days say nothing where both
        appeared on one, where one is not known, and where nothing of one kind is told.
        """
        mine, theirs = self.lead.get(left, frozenset()), self.lead.get(right, frozenset())
        for late, first in self.following.items():
            if (late in mine - theirs and first in theirs - mine) or (late in theirs - mine and first in mine - theirs):
                return True
        if left not in self.days or right not in self.days or self.days[left] == self.days[right]:
            return False
        gap = self.days[right] - self.days[left]
        told, others = self.told[left], self.told[right]
        shared = told.keys() & others.keys()
        return bool(shared) and all(others[event] - told[event] == gap for event in shared)


def _fresh(told_days: Mapping[str, Days], published: int, reporting: Mapping[str, object]) -> dict[str, int]:
    """By class of event the one day, of publication or the one before, on which the first lines tell it."""
    found: dict[str, int] = {}
    for event, days in told_days.items():
        told = {day.earliest.toordinal() for day, lead in days if lead and day.earliest and day.days == 1 and not day.open_year}
        if event not in reporting and len(told) == 1 and 0 <= published - min(told) <= NEXT_DAY:
            found[event] = min(told)
    return found
