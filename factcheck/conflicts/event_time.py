"""Compares times of day of one act in words of no common class: "the hose parted at 4.20 a.m.", "it came apart at 0220 GMT".

What was done is known by the group of its word alone, so more must speak for it being one act: the day, the story, a participant in common
or the place in the first lines of both, and half an hour between the times at the least.  An alarm may follow what it is about by an hour,
and what is found or seen may have happened long before.

Levels: those of FC151.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.conflicts.clock import ClockComparer, act_veto
from factcheck.conflicts.pairs import ComparabilityProof, ComparisonContext, Doubt, of_one_answer, values_of
from factcheck.model import Claim
from factcheck.topics.participants import link
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.strength import FAINT, MODEST
from factcheck.values import TimeValue

_ROLES = ("told_at", "alarmed_at", "noticed_at")
_DAY, _HOUR, _HALF, _FIVE = 24 * 60, 60, 30, 5
"""Minutes."""
_MOMENT, _HALF_DAY = 3 * 60, 12 * 60
"""Minutes from which two times are of two moments where a word of one says nothing of what happened; half a day is a slip of the clock."""
_EXACT = 15
"""Minutes from which two times of an act that is watched by the clock differ, whatever verbs tell it."""
_WORD = re.compile(r"[a-z]+")
LATE = {"alarmed_at": 60, "noticed_at": 24 * 60}
"""Minutes by which a call for help, or a find, may come after what it is about."""


class EventTimeComparer(ClockComparer):
    """Compares times of day of acts that are known by a word alone.  Tolerances: as of ``ClockComparer``."""

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the times of articles that give several of one role: those tell of several acts, or of phases of one."""
        return [
            claim for role in _ROLES for claim in super(EventTimeComparer, self).select([one for one in block if one.frame.role == role])
        ]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Acts of one group meet; alarms and finds meet what they are about."""
        told = claim.frame.role in _ROLES and isinstance(claim.value, TimeValue)
        return f"act/{claim.frame.thing}" if told else None

    def _level(self, left: Claim, right: Claim, clocks: tuple[TimeValue, TimeValue], context: ComparisonContext) -> str | Doubt:
        level = super()._level(left, right, clocks, context)
        exact = clocks[0].gap(clocks[1]) >= _EXACT and left.frame.thing in context.words["moment.exact"]
        if level == "minutes-apart" and not _same_word(left, right) and not exact and not _told_apart(*clocks):
            return "rounding"
        if level == "apart" and _may_follow(left, right):
            return Doubt("an alarm or a find may come later")
        return level

    def _prove(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        """Whether two words of one group tell one act: by a participant, or by being what both articles begin with."""
        articles, stories = (left.anchor.article, right.anchor.article), context.stories
        if articles[0] == articles[1]:
            return Doubt("an article that tells two times tells of two things")
        veto = act_veto(left, right, context) or _vehicle_veto(left, right, context)
        if veto:
            return Doubt(veto)
        told = _of_one_told_day(left, right) or (
            stories.close(*articles) and (self.one_day(left, right, context) or _undated(left, right, context))
        )
        if not (stories.same(*articles) and told):
            return Doubt("not known to be told of one day of one story")
        words = " / ".join(sorted({(claim.frame.predicate or "").lower() for claim in (left, right)}))
        anchors = [f"words for one act: {words}", context.story(left, right)]
        shared = _participants(left, right, context)
        if shared:
            anchors.append(f"same participants: {', '.join(shared)}")
            return ComparabilityProof(tuple(anchors), MODEST)
        thing = left.frame.thing or ""
        if thing not in context.words["moment.befallen"] and (
            not thing.startswith("act:") or thing.removeprefix("act:") in context.words["act.common"]
        ):
            return Doubt("no participant is shared")
        anchors.append("the only such time in both articles")
        return ComparabilityProof(tuple(anchors), FAINT)


class LeadEventTimeComparer(EventTimeComparer):
    """Compares the one time of day in the first lines of two articles where a word of no group tells what happened then in one of them."""

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Those of first lines whose article gives no other time of day."""
        return [claim for claim in of_one_answer(block, lambda claim: claim.value) if claim.frame.lead]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """All acts."""
        return "act" if super().question(claim, context) else None

    def _level(self, left: Claim, right: Claim, clocks: tuple[TimeValue, TimeValue], context: ComparisonContext) -> str | Doubt:
        gap = clocks[0].gap(clocks[1])
        return Doubt("two moments") if gap > _MOMENT and gap != _HALF_DAY else super()._level(left, right, clocks, context)

    def _prove(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        things = [claim.frame.thing or "" for claim in (left, right)]
        unlisted = [thing.startswith("verb:") for thing in things]
        known = [thing in context.words["moment.befallen"] for thing in things]
        if (
            things[0] == things[1]
            or not ((any(unlisted) and any(known)) or _are_kin(things, context))
            or _is_concluding(left, right, context)
        ):
            return Doubt("words of two groups")
        if any(unlisted) and any(claim.frame.role == "alarmed_at" for claim in (left, right)):
            return Doubt("what an alarm was about is not known")
        vehicles = _vehicle_veto(left, right, context)
        if vehicles:
            return Doubt(vehicles)
        if any(_is_help(claim, context) for claim in (left, right)):
            return Doubt("those who came to help")
        if _is_one_of_several(left, right, context) or _is_one_of_several(right, left, context):
            return Doubt("what one of several did")
        alike = [replace(claim, frame=replace(claim.frame, thing="onset")) for claim in (left, right)]
        return super()._prove(alike[0], alike[1], context)


def _are_kin(things: Sequence[str], context: ComparisonContext) -> bool:
    """Whether two groups of acts are of one family, and not one group of two things ("start:strike", "start:talks")."""
    if any(thing.startswith("start:") for thing in things):
        return False  # "the countdown began" is no launch
    bare = [thing if thing.startswith("act:") else thing.partition(":")[0] for thing in things]
    families = [frozenset(context.words.texts("moment.kin").get(group, ())) for group in bare]
    return bare[0] != bare[1] and bool(families[0] & families[1])


def _is_help(claim: Claim, context: ComparisonContext) -> bool:
    """Whether it was help that came: "the police burst in" is not how it began."""
    nouns = {name.removeprefix("noun:") for name in claim.frame.agents if name.startswith("noun:")}
    return (claim.frame.thing or "").partition(":")[0] == "enter" and not nouns.isdisjoint(context.words["moment.help"])


def _is_one_of_several(claim: Claim, other: Claim, context: ComparisonContext) -> bool:
    """Whether a word of order tells who did it in one sentence alone: "the first train crossed at eight" is not how it began."""
    order = context.words["moment.order"]
    before = claim.anchor.quote.lower().partition((claim.frame.predicate or "").lower())[0].split()
    return any(word in order for word in before[-3:]) and not any(word in order for word in other.anchor.quote.lower().split())


def _is_concluding(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether one tells what came upon people and the other that they finished something: "the quake struck", "they ended their search"."""
    claims = sorted((left, right), key=lambda claim: (claim.frame.thing or "").partition(":")[0] != "end")
    ended = (claims[0].frame.thing or "").startswith("end") and (claims[0].frame.predicate or "").lower() in context.words[
        "moment.concluding"
    ]
    return ended and claims[1].frame.thing == "onset"


def _undated(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether the day on which one of the articles appeared is not known, and nothing but their first lines can be asked."""
    unknown = any(claim.anchor.article not in context.stories.days for claim in (left, right))
    return unknown and left.frame.lead and right.frame.lead


def _vehicle_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why those who moved are two: "the team's bus left", "their plane took off"; None where one sentence names no known vehicle."""
    listed = context.words.text("moment.vehicle")
    sorts = [{listed[word] for word in _WORD.findall(claim.anchor.quote.lower()) if word in listed} for claim in (left, right)]
    moving = all((claim.frame.thing or "") in context.words["moment.moving"] for claim in (left, right))
    return "two vehicles" if moving and all(sorts) and not sorts[0] & sorts[1] else None


def _of_one_told_day(left: Claim, right: Claim) -> bool:
    """Whether both are told of one and the same known day, however long after it the articles appeared."""
    first, second = left.frame.time, right.frame.time
    return first is not None and first == second and first.days == 1 and not first.open_year


def _participants(left: Claim, right: Claim, context: ComparisonContext) -> list[str]:
    """The labels of the salient names and nouns that take part in both."""
    crossed = link(left, right).crossed
    plain = context.stories.plain
    found = [
        name
        for name in crossed
        if (name.removeprefix("noun:") not in plain if name.startswith("noun:") else context.stories.weight(name) >= LEAST_SALIENCE)
    ]
    return sorted(name.removeprefix("noun:") if name.startswith("noun:") else context.label(name) for name in found)


def _told_apart(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times are no roundings of one, though little may lie between: the digits of one are those of the other in another order
    ("5:42", "5:24"), or half an hour lies between the minutes that are named and one is no half hour."""
    if one.named is None or other.named is None or one.either or other.either:
        return False
    faces = [f"{named // _HOUR % 12:02}{named % _HOUR:02}" for named in (one.named, other.named)]
    one_zone = bool(one.zones) == bool(other.zones)
    swapped = sorted(faces[0]) == sorted(faces[1]) and bool(one.named % _FIVE or other.named % _FIVE)
    gap = abs(one.named - other.named)
    far = min(gap, _DAY - gap) >= _HALF and bool(one.named % _HALF or other.named % _HALF)
    return (swapped and (one_zone or faces[0][:2] == faces[1][:2])) or (far and one_zone)


def _same_word(left: Claim, right: Claim) -> bool:
    return (left.frame.predicate or "").lower() == (right.frame.predicate or "").lower()


def _may_follow(left: Claim, right: Claim) -> bool:
    """Whether one is an alarm or a find that may have come so long after the other."""
    ranks = [_ROLES.index(claim.frame.role or "told_at") for claim in (left, right)]
    if ranks[0] == ranks[1]:
        return False
    first, later = (left, right) if ranks[0] < ranks[1] else (right, left)
    began, known = values_of(first, later, TimeValue)
    most = LATE[later.frame.role or ""]
    if began.either or known.either or began.named is None or known.named is None:
        return began.gap(known) <= most
    behind = (known.named - began.named) % _DAY
    return behind <= most if behind < _DAY // 2 else False


__all__ = ["LATE", "EventTimeComparer", "LeadEventTimeComparer"]
