"""The tense of the words around a date by cues alone: the verb before it decides, else the one behind.  No parse is read."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.mentions import Tense
from factcheck.rulebook import Rulebook
from factcheck.text import Span

REACH = 160
"""Code points to either side that may hold the verb."""

_TITLES = "".join(rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Gov", "Rep"))
_END = re.compile(rf"(?<![ .(][A-Za-z]){_TITLES}[.!?;][\"')]{{0,2}}\s{{1,3}}(?=[A-Z\"'(])")
_WORD = re.compile(r"[A-Za-z]{1,20}(?:'[a-z]{1,3})?")
_PAST = re.compile(r"[a-z]{2,18}ed")
_LIMITS = frozenset({"until", "till"})
_AIMS = _LIMITS | {"to", "for"}
_IS, _AT = frozenset({"is", "are"}), frozenset({"on", "for", "due", "set"})
_HAVE = frozenset({"has", "have", "had"})


class TenseReader:
    """Tells past from future by the lists "tense-past", "tense-future", "tense-plan", "tense-present", "tense-not-past" of a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.words()
        self._sorts: dict[str, Tense] = {}
        sorts: tuple[Tense, ...] = ("past", "present", "future")
        for sort in sorts:
            self._sorts |= dict.fromkeys(words[f"tense-{sort}"], sort)
        self._modal = frozenset(words["tense-modal"])
        self._plans = frozenset(words["tense-plan"])
        self._not_past = frozenset(words["tense-not-past"])

    def read(self, text: str, span: Span) -> Tense | None:
        """The tense at a span of a flattened text: of the nearest verb before it in its sentence, else behind; None without a cue.

        A plan ("agreed to leave on Friday") lies ahead, whatever the tense of its verb.
        """
        # one sign further, which shows whether a sentence begins at the span
        before = _WORD.findall(_END.split(text[max(0, span.start - REACH) : span.start + 1])[-1].lower())
        aim = False
        lead = before[-3:-1]  # the last is the first letter of the span
        if lead and (lead[-1] in _IS or (lead[-1] in _AT and lead[0] in _IS)):
            return "future"  # "the auction is Tuesday"
        for at in range(len(before) - 1, -1, -1):
            word = before[at]
            if aim and (word in self._plans or (word in _HAVE and before[at + 1] in _LIMITS)):  # "has until Friday"
                return "future"
            aim = word in _AIMS or aim
            tense = "future" if word in self._modal else self._tense_of(word)
            if tense and not (tense == "past" and at and before[at - 1] == "be"):  # "would be held"
                return tense
        behind = _WORD.findall(_END.split(text[span.end : span.end + REACH], maxsplit=1)[0].lower())
        for word, following in pairwise([*behind, ""]):
            if word in self._plans and following == "to":
                return "future"
            if tense := self._tense_of(word):
                return tense
        return None

    def _tense_of(self, word: str) -> Tense | None:
        if word.endswith("'ll"):
            return "future"
        known = self._sorts.get(word)
        if known is None and word not in self._not_past and _PAST.fullmatch(word):
            return "past"
        return known
