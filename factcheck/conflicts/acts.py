"""Compares the days of acts that no event class covers: two reports of one story whose words may mean the same act, on different days.

Event classes cannot match "surgeons put it back together on Monday" with "was operated on Sunday".  Here the surroundings prove that both
mean one act: each article gives one day for such an act, and the same named people or things take part.  If one report names nobody, the
act must be of a kind that a story has only once.  The levels are those of FC101.
"""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.conflicts.date import Slot, caption_gap, coming, day_level, met_in_time, nearest_gap, one_part, slots_apart
from factcheck.conflicts.followups import follow_up_veto
from factcheck.conflicts.pairs import Clash, ComparabilityProof, Comparer, ComparisonContext, Doubt, clash, values_of
from factcheck.conflicts.zones import clock_veto
from factcheck.frame_notes import AGAIN, FIRST, LAST, LATER, NoteKind, bare_words
from factcheck.model import SESSION, Claim
from factcheck.nouns import singular
from factcheck.stems import verb_stem
from factcheck.topics.comparability import SINGLE, marker_veto, scope_veto
from factcheck.topics.participants import Parts, Role, link, named_participants, persons_differ, persons_of
from factcheck.topics.persons import respelt
from factcheck.topics.strength import MODEST
from factcheck.topics.windows import CLOSE_DAYS
from factcheck.values import DateValue, Relation

_PLACES = (Slot(NoteKind.PLACE_NAME), Slot(NoteKind.SIDE), Slot(NoteKind.NEW_NOUN))
_SLOTS = (*_PLACES, Slot(NoteKind.AGENT_NAME), Slot(NoteKind.PATIENT_NAME))
_SESSION = frozenset({SESSION})
_MEETING, _NEXT = "meeting", frozenset({LATER, AGAIN})
"""The act that stories tell when it is next done, and the marks of the words that say so."""
PREFIX = "act."
"""What the slots of such claims begin with."""
_FAR = 120
"""Days ahead from which a plan may be told months apart."""
_WEEK, _LONGEST = 7, 31
"""Days beyond which a date is told coarsely, and those of the longest month."""
_MONTH = 28
"""Days from which a date is told no closer than by its month."""


class ActComparer(Comparer):
    """Compares days of acts.

    Tolerances as in FC101: ``instance_days``, ``planned_days``, ``repeated_days`` where one is told by the month or of another thing, and
    where both are by the month ``coarse_days``, or ``once_days`` where such an act happens once to anything.
    """

    kind = "date"
    codes: tuple[str, ...] = ("FC101",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """All acts meet; None for dates of classed events."""
        return PREFIX if claim.slot.startswith(PREFIX) else None

    def keys(self, claim: Claim) -> frozenset[Hashable]:
        """Two claims that may not tell one act are never compared."""
        return frozenset[Hashable](acts_of(claim))

    def side(self, claim: Claim) -> tuple[str, str]:
        """All sides are of one sort."""
        return "on", ""

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC101 where the acts may be one and a proof is found."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles):
            return Doubt("the articles do not share a story, or are one")  # asked first, for most pairs end here
        one, other = values_of(left, right, DateValue)
        left, right = coming(left, context), coming(right, context)
        acts = _shared(left, right)
        acts = acts if acts != _SESSION or _bodies(left, right, context) else frozenset()
        if not acts or not one_part(left, right):
            return Doubt("two sorts of acts")
        if met_in_time(left, right):
            return Doubt("done within the time that is set for it")
        gap = nearest_gap(one, other)
        if gap > _reach(left, right, acts, context):
            return Doubt("too far apart to be one happening")  # next, for most of the rest end here
        right = respelt(left, right, context.folder, context.stories)
        doubt = clock_veto(left, right, gap) or _veto(left, right, acts, context)
        if doubt is not None:
            return Doubt(doubt)
        if gap == 1 and any(claim.scope.quoted for claim in (left, right)):
            return Doubt("a day of somebody's own words may be counted from another day than that of the article")
        anchor = _anchor(left, right, acts, context)
        if anchor is None:
            return Doubt("nothing says that it is one act")
        doubt = follow_up_veto(left, right, {f"act:{act}" for act in acts}, context)
        if doubt is not None:
            return Doubt(doubt)
        relation = one.relation(other)
        told = " / ".join(sorted({f'"{(claim.frame.predicate or "").lower()}"' for claim in (left, right)}))
        proof = ComparabilityProof(
            (f"may be one act: {', '.join(sorted(acts)).replace('-', ' ')} ({told})", anchor, context.story(left, right)), MODEST
        )
        level = day_level(one, relation, gap)
        return clash(
            "FC101", level, relation, one, other, proof, told=caption_gap(one, other) if relation is Relation.APART else relation.value
        )


def _veto(left: Claim, right: Claim, acts: frozenset[str], context: ComparisonContext) -> str | None:
    """Why two claims are not of one act; None when nothing says so."""
    articles = (left.anchor.article, right.anchor.article)
    if any(claim.scope.hedged for claim in (left, right)):
        return "one statement is hedged"
    if left.scope.planned and abs(context.days_between(left, right) or 0) > CLOSE_DAYS:  # without a day, of one time
        return "a plan may have changed between the articles"
    if not all(context.stories.one_day(article, f"act:{act}") for act in acts for article in articles):
        return "one article tells of two such acts"
    known = bool(context.salient(link(left, right).crossed) or _meant(left, right, context))
    if slots_apart(left, right, _PLACES if known else _SLOTS) or persons_apart(left, right):
        return "other people or places are named"
    if _same_word_other_thing(left, right, context):
        return "one word of two things"
    return scope_veto(left, right) or (None if _is_next(left, right, acts, context) else marker_veto(left, right))


def _is_next(left: Claim, right: Claim, acts: frozenset[str], context: ComparisonContext) -> bool:
    """Whether papers of one day or the next tell when people meet next: "meet next on Tuesday", "will sit down again on Wednesday"."""
    apart = context.days_between(left, right)
    coming = all(claim.scope.planned and claim.frame.markers and claim.frame.markers <= _NEXT for claim in (left, right))
    return coming and _MEETING in acts and apart is not None and abs(apart) <= 1


def _same_word_other_thing(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two reports use one word of two things that neither knows of the other's ("the novel comes out", "the audiobook")."""
    things = (left.frame.thing, right.frame.thing)
    if (
        None in things
        or any(thing in context.stories.plain for thing in things)
        or things[0] == things[1]
        or verb_stem(left.frame.predicate or "") != verb_stem(right.frame.predicate or "")
    ):
        return False
    nouns = [context.stories.nouns.get(claim.anchor.article, frozenset()) for claim in (right, left)]
    return not any(thing in known for thing, known in zip(things, nouns, strict=True))


def _shared(left: Claim, right: Claim) -> frozenset[str]:
    """The acts that both claims may tell; that something is so from a day meets only a word that says that something begins."""
    mine, theirs = acts_of(left), acts_of(right)
    both, one_begins = mine & theirs, "begins" in mine ^ theirs
    both -= {"begins"} if one_begins else {"begins", "begun"}
    return both - _SESSION or both


def _bodies(left: Claim, right: Claim, context: ComparisonContext) -> list[str]:
    """The nouns of a body that both tell to meet, vote, decide or hear on a day to come; empty where there is none."""
    if not (left.scope.planned and right.scope.planned):
        return []
    nouns = []
    for claim in (left, right):
        told = {name.removeprefix("noun:") for name in claim.frame.agents | claim.frame.targets if name.startswith("noun:")}
        told |= {claim.frame.thing or ""} | NoteKind.UNDERGOER.words(claim.frame.subset)
        nouns.append({singular(noun) for noun in told} & context.words["act.body"].keys())
    return sorted(nouns[0] & nouns[1])


def acts_of(claim: Claim) -> frozenset[str]:
    """The acts that a claim's words may tell."""
    return bare_words(claim.frame.subset)


def persons_apart(left: Claim, right: Claim) -> bool:
    """Whether both claims name persons to whom it was done, or both who did it, and share no person at all."""
    roles: tuple[Role, ...] = ("targets", "agents")
    told = any(persons_of(left, role) and persons_of(right, role) for role in roles)
    return told and persons_differ(left, right, *roles)


def _reach(left: Claim, right: Claim, acts: frozenset[str], context: ComparisonContext) -> float:
    """The gap in days from which two days are of two acts."""
    tolerances = context.codes["FC101"].tolerances
    planned = left.scope.planned and right.scope.planned
    coarse = [(claim.value.days or 0) >= _MONTH for claim in (left, right) if isinstance(claim.value, DateValue)]
    if all(coarse):
        once = not acts.isdisjoint(context.words["act.once"])
        if once:
            crossed = link(left, respelt(left, right, context.folder, context.stories)).crossed
            once = _named_thing(crossed, context) or bool(_telling_nouns(crossed, context))
        return tolerances["once_days" if once or _is_last_of_one(left, right, context) else "coarse_days"]
    if _is_last_of_one(left, right, context):
        return tolerances["once_days"]
    if planned and _is_far(left, context):
        return tolerances["coarse_days"]
    if planned or _singled(left, right):
        return tolerances["planned_days"]
    things = {_thing_of(left), _thing_of(right)} - {None}  # a month beside a day: of two happenings, as "the mill", "the boiler"
    return tolerances["repeated_days" if any(coarse) or len(things) > 1 else "instance_days"]


def _singled(left: Claim, right: Claim) -> bool:
    """Whether both tell the first of its kind, or the last of one thing: "the valve was last tested"."""
    marks = left.frame.markers & right.frame.markers & SINGLE
    return (FIRST in marks or bool(_nth(left) & _nth(right))) or (LAST in marks and left.frame.thing == right.frame.thing is not None)


def _is_last_of_one(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two articles of one time tell when something was last done to one thing, of which there is one day however far two lie apart.

    One may leave out to what, where its article tells of that thing too: "the last inspection was in May".
    """
    if LAST not in left.frame.markers & right.frame.markers or left.scope.planned or right.scope.planned:
        return False
    articles = (left.anchor.article, right.anchor.article)
    things = [_thing_of(claim) for claim in (left, right)]
    known = [context.stories.nouns.get(article, frozenset()) for article in reversed(articles)]
    told = [thing for thing in things if thing is not None]
    same = len(set(told)) == 1 and (len(told) > 1 or next(thing in there for thing, there in zip(things, known, strict=True) if thing))
    return same and context.stories.close(*articles)


def _thing_of(claim: Claim) -> str | None:
    """The noun of what an act was done to, in the singular; None for the noun of the act itself ("an inspection was carried out")."""
    thing = claim.frame.thing
    return singular(thing) if thing is not None and singular(thing) not in acts_of(claim) else None


def _nth(claim: Claim) -> frozenset[str]:
    return NoteKind.NTH.words(claim.frame.subset)


def _is_far(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a day to come lies so far ahead of its article that reports may differ by months."""
    published, day = context.stories.days.get(claim.anchor.article), claim.value
    if published is None or not isinstance(day, DateValue) or day.open_year:
        return False
    told = day.earliest or day.latest  # a deadline has no first day
    return told is not None and (told - published).days > _FAR


def _anchor(left: Claim, right: Claim, acts: frozenset[str], context: ComparisonContext) -> str | None:
    """What makes one act of two, in words: who or what both name; or an act of which a story has one, told at the head of both."""
    articles = (left.anchor.article, right.anchor.article)
    shared = context.salient(link(left, right).crossed)
    many = acts <= context.words["act.many"].keys() and not (left.frame.lead and right.frame.lead)
    if len(shared) > many:
        return f"both name {context.labels(shared)}"
    mine, theirs = named_participants(left), named_participants(right)
    common = acts - context.words["act.common"].keys()
    lead = left.frame.lead and right.frame.lead
    meant = _meant(left, right, context)
    if meant and (lead or not acts <= context.words["act.many"].keys()):
        return f"one names, the other may mean {context.labels(meant)}"
    beside = context.salient((mine | left.frame.others) & (theirs | right.frame.others))
    if common or (mine and theirs):
        beside = frozenset(name for name in beside if not name.startswith("person:"))
    if beside and (lead or common):
        return f"both name {context.labels(beside)}"
    single = left.frame.markers if left.scope.planned else left.frame.markers & SINGLE
    if single:
        return f"singled out alike: {', '.join(sorted(single))}"
    if _is_next(left, right, acts, context):
        return f"told as the next: {_MEETING}"
    nouns = _telling_nouns(link(left, right).crossed, context)
    several = acts & context.words["act.many"].keys() and not acts & context.words["act.once"].keys()
    if nouns and not several:  # "a patient was admitted"
        return f"same participant: the {', the '.join(nouns)}"
    months = [claim.value.days for claim in (left, right) if isinstance(claim.value, DateValue)]
    if lead and context.stories.near(*articles):
        common |= acts - context.words["act.many"].keys()
    if any((days or 0) > _WEEK for days in months):
        common &= context.words["act.once"].keys() if all((days or 0) <= _LONGEST for days in months) else frozenset()
    awaited = _awaited(left, right, acts, context)
    if awaited is not None:
        return awaited
    if common and len(context.stories.shared(*articles)) > 1:
        return f"one such act in both articles: {', '.join(sorted(common)).replace('-', ' ')}"
    return None


def _awaited(left: Claim, right: Claim, acts: frozenset[str], context: ComparisonContext) -> str | None:
    """What makes one of two days to come that a story waits for, in words; None for other days."""
    if not left.scope.planned or not context.stories.near(left.anchor.article, right.anchor.article):
        return None
    bodies = (
        _bodies(left, right, context)
        if acts_of(left) & acts_of(right) >= _SESSION and acts <= context.words["act.session"].keys() | _SESSION
        else []
    )
    if bodies:
        return f"one body to meet: the {', the '.join(bodies)}"
    if acts.isdisjoint(context.words["act.awaited"]) or not _is_coming(left, right, context):
        return None
    return f"the one such day to come in both articles: {', '.join(sorted(acts)).replace('-', ' ')}"


def _is_coming(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether both say when what the story waits for comes ("goes on sale", "hits the shops"), and do not tell it of two things."""
    kindred, outlets = context.words.text("history.kindred"), context.words["act.outlet"]
    things = [singular(thing) for claim in (left, right) if (thing := claim.frame.thing) is not None and singular(thing) not in outlets]
    return len({kindred.get(thing, thing) for thing in things}) <= 1


def _telling_nouns(names: frozenset[str], context: ComparisonContext) -> list[str]:
    """The nouns among some participants that say enough to tell one thing: "the hotel", not "the man"."""
    nouns = (name.partition(":")[2] for name in names if name.startswith("noun:"))
    return sorted(noun for noun in nouns if noun not in context.stories.plain)


def _named_thing(names: frozenset[str], context: ComparisonContext) -> bool:
    return any(not name.startswith("place:") for name in context.salient(names))


def _meant(left: Claim, right: Claim, context: ComparisonContext) -> frozenset[str]:
    """Who takes part by name in one report and may be meant in the other."""
    found: set[str] = set()
    for one, other in ((left, right), (right, left)):
        may = NoteKind.POSSIBLE_NAME.words(one.frame.subset)
        found |= link(Parts(frozenset(), may), other).crossed if may else frozenset()
    return context.salient(frozenset(found))
