"""Compares counts whose nouns share a hypernym: "23 clerks and customers held", "17 people taken hostage".

The two articles tell one story but use other nouns or verbs.  What links the counts is what became of the counted (``Frame.fate``) and the
category of their noun (lists "count.kindred", "count.wide").  Levels as in ``factcheck.conflicts.count``.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts.amounts import rounding_level
from factcheck.conflicts.count import close_story, days_veto, far_apart, is_of_a_year, related_fates, season_veto
from factcheck.conflicts.earlier_tolls import is_recalled, prove_recalled
from factcheck.conflicts.growth import growth_level
from factcheck.conflicts.lexical_overlap import shared_words
from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    ComparisonContext,
    Doubt,
    OneMindComparer,
    clash,
    of_one_mind,
    values_of,
)
from factcheck.conflicts.subsets import dividing_veto, owned_veto, places_veto, reversed_veto, without_rounded
from factcheck.frame_notes import OUT_OF_WHOLE, SELECTED, preposition_and_name
from factcheck.model import AGE_OF_THING, HOLDING, OFFSPRING, PERPETRATING, Claim
from factcheck.topics.comparability import names_veto, other_instance_veto, time_veto
from factcheck.topics.labels import in_words
from factcheck.topics.participants import ROLES, persons_differ
from factcheck.topics.strength import FAINT, SLIGHT
from factcheck.values import CountValue

_LEAST = 2
"""Smaller counts are of single ones, which stories tell apart."""
_TIMES = 2
"""How many times the smaller count the larger one may be where it stands further down: farther ones are of another event."""
_WORDS = 2
"""Content words that two sentences must share where they do not tell one day."""
_MORE_WORDS = 3
"""Content words that two sentences must share of which one stands further down."""


class HypernymCountComparer(OneMindComparer):
    """Compares counts of one sort; what the CountComparer has found is not found again."""

    kind = "count"
    codes: tuple[str, ...] = ("FC201",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the articles that give two numbers of one sort and fate: which of them the other article tells is not known.

        Numbers of a year or month are asked apart: they stand beside the news.
        """
        block = without_rounded(block)
        apart = [[claim for claim in block if is_of_a_year(claim) == of_a_year] for of_a_year in (False, True)]
        return [claim for claims in apart for claim in of_one_mind(claims)]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The sort of what is counted, with its fate where the sort is wide; None for nouns of no sort and counts of a few."""
        frame = claim.frame
        if not _counts_several(claim):
            return None
        sort = _sort(claim, context)
        if sort is None or _parts(claim, context):
            return None
        if sort not in context.words["count.wide"]:
            return f"kindred/{sort}"
        return f"kindred/{sort}/{context.words['fate.family'].get(frame.fate, frame.fate)}" if frame.fate else None

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC201; see the module's list of levels."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not context.stories.same(*articles) or not close_story(articles, context):
            return Doubt("the articles do not clearly tell one story")
        recalled = is_recalled(left, context) and is_recalled(right, context)
        earlier = prove_recalled(left, right, context) if recalled else None
        veto = (
            earlier.reason
            if isinstance(earlier, Doubt)
            else _lead_veto(left, right, context) or _veto(left, right, context) or _noun_veto(left, right, context)
        )
        if veto:
            return Doubt(veto)
        mine, theirs = values_of(left, right, CountValue)
        relation = mine.relation(theirs)
        level = rounding_level(mine, theirs, context, "FC201")
        fates = {left.frame.fate, right.frame.fate} - {None}
        if level == "apart" and not recalled and fates & set(context.words["fate.grows"]):
            level = growth_level(left, right, context)
        told = " / ".join(sorted({claim.frame.thing or "" for claim in (left, right)}))
        anchors = [f"same sort of things counted: {told}, one number in each article"]
        if len(fates) == 1:
            anchors.append(f"same fate: {next(iter(fates))}")
        proof = ComparabilityProof((*anchors, context.story(left, right)), SLIGHT)
        return clash(
            "FC201",
            level,
            relation,
            mine,
            theirs,
            proof,
            told=relation.value,
            verdict="update" if level == "grown" else "conflict",
        )


def _counts_several(claim: Claim) -> bool:
    """Whether a claim tells a number of things, and of more than one."""
    value, told = claim.value, bool(claim.frame.thing) and claim.frame.event not in (AGE_OF_THING, HOLDING, OFFSPRING)
    return told and isinstance(value, CountValue) and value.named is not None and value.named >= _LEAST


def _sort(claim: Claim, context: ComparisonContext) -> str | None:
    hypernyms, thing = context.words["count.kindred"], claim.frame.thing or ""
    sort = hypernyms.get(thing) or hypernyms.get(context.same_noun(thing))
    both = context.words["count.fate-sort"].get(claim.frame.fate or "")
    if both is not None:
        return str(both)
    if thing == "time":
        sort = context.words["count.times"].get(claim.frame.fate or "")
    if sort is None and thing in ("member", "helper", "crowd") and claim.frame.fate:
        sort = "person"
    return str(sort) if sort is not None else None


def _parts(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a word makes the counted a part or a further number: "four of them", "another nine"."""
    plain = context.words["count.whole-marker"]
    if OUT_OF_WHOLE in claim.frame.markers and (not claim.frame.fate or _sort(claim, context) not in context.words["count.wide"]):
        return True
    origin = ("of",) if _sort(claim, context) in context.words["count.wide"] else ("of", "from")
    others = (mark for mark in claim.frame.markers if mark not in plain)
    return any(preposition_and_name(mark)[0] not in origin or mark.endswith("s") for mark in others)


def _narrowing(claim: Claim, context: ComparisonContext) -> frozenset[str]:
    plain = {*context.words["count.plain-adjective"]}
    if claim.frame.fate == PERPETRATING:
        plain |= {*context.words["count.perpetrator-word"], *context.words["count.sex"]}
    return frozenset(word for word in claim.frame.subset if word not in plain and word != SELECTED and word != claim.frame.thing)


def _lead_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two counts of which one stands further down are not told of one event; None for what a story has one number of."""
    once = not context.words["fate.once"].keys().isdisjoint({left.frame.fate, right.frame.fate})
    small, large = sorted(_number(claim) for claim in (left, right))
    if once and large >= _TIMES * small:
        return "too far apart for one number told twice"
    told = left.frame.fate and right.frame.fate and (left.frame.lead or right.frame.lead or once)
    if not (left.frame.lead and right.frame.lead) and (not told or large >= _TIMES * small):
        return "not what both articles begin with"
    return None


def _veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two counts are not told of one event."""
    if left.frame.time is not None and right.frame.time is not None and is_of_a_year(left) != is_of_a_year(right):
        return "one is told of a longer time than the other"  # "earlier this year" is not the day of the news
    for claim in (left, right):
        if claim.scope.question or claim.scope.conditional or (claim.scope.negated and not claim.frame.fate):
            return "one statement is asked, conditional or negated"
    loose = any(_only_called_planned(claim) or (claim.scope.negated and claim.frame.fate) for claim in (left, right))
    loose |= left.frame.fate == right.frame.fate and left.frame.fate in context.words["fate.decided"]
    if left.scope.planned != right.scope.planned and not loose:
        return "one is a plan, the other an outcome"
    if left.frame.fate and right.frame.fate and not related_fates(left.frame.fate, right.frame.fate, context):
        return "different fates"
    return (
        time_veto(left, right, context.stories.days)
        or days_veto(left, right, context)
        or season_veto(left, right, context)
        or places_veto(left, right, context)
        or other_instance_veto(left, right, context.stories)
        or names_veto(left, right, context.stories.located)
        or reversed_veto(left, right)
        or ("different persons" if persons_differ(left, right, *ROLES) else None)
        or ("too far apart for one number told twice" if far_apart(left, right) else None)
    )


def _only_called_planned(claim: Claim) -> bool:
    return any(cue.name == "planned" and cue.words.lower() in claim.frame.subset for cue in claim.scope.cues)


def _noun_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why the nouns and their adjectives name two sets, or a part of the other."""
    if any(SELECTED in one.frame.subset and not other.frame.fate for one, other in ((left, right), (right, left))):
        return "those whom an act picks out are not all"
    owners = [claim.frame.targets if claim.frame.event is None else frozenset() for claim in (left, right)]
    if all(owners) and not owners[0] & owners[1]:
        return f"of different owners ({', '.join(sorted(owners[0] | owners[1]))})"
    narrowing = [_narrowing(claim, context) for claim in (left, right)]
    wide = _sort(left, context) in context.words["count.wide"]
    if narrowing[0] != narrowing[1] and (wide or (narrowing[0] and narrowing[1] and not narrowing[0] & narrowing[1])):
        return f"different subsets ({', '.join(sorted(narrowing[0] ^ narrowing[1]))})"
    divided = dividing_veto(left.frame.subset, right.frame.subset, context) or owned_veto(left, right, context)
    if divided:
        return divided
    camps = [context.words.text("count.camp").get(context.same_noun(claim.frame.thing or ""), "") for claim in (left, right)]
    if camps[0] and camps[1] and camps[0] != camps[1]:
        return "people whom a story tells apart"
    for claim, other, camp in ((left, right, camps[0]), (right, left, camps[1])):
        smaller = _number(claim) < _number(other)
        partial = camp in context.words["count.part-camp"] or "man" in claim.frame.subset
        partial |= camp == "passenger" and claim.frame.fate == "aboard"
        partial |= claim.frame.fate == "saved" and claim.frame.thing not in context.words["count.generic"]  # 62 guests of about 70 people
        if smaller and other.frame.thing in context.words["count.generic"] and "man" not in other.frame.subset and partial:
            return "fewer of one camp than of all"
    return None


def _number(claim: Claim) -> float:
    return claim.value.named or 0.0 if isinstance(claim.value, CountValue) else 0.0


class SoleCountComparer(OneMindComparer):
    """Compares the only counts of one sort that two reports of one piece of news give, whatever verbs tell them.

    ``HypernymCountComparer`` needs one fate; here at most one is known, and words or the day that both sentences tell stand for it; below
    the first lines it takes more words.
    """

    kind = "count"
    codes: tuple[str, ...] = ("FC201",)

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """The sort of what is counted; None for nouns of no sort and counts of a few."""
        frame = claim.frame
        if not _counts_several(claim):
            return None
        sort = _sort(claim, context) or context.words["noun.class"].get(frame.thing or "")
        return f"lone/{sort}" if sort not in (None, "person") else None  # an article tells of many people, and of few without a fate

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC201 of level "apart", "rounding" or "compatible"."""
        articles = (left.anchor.article, right.anchor.article)
        stories = context.stories
        if articles[0] == articles[1] or not (stories.same(*articles) and stories.close(*articles)):
            return Doubt("the articles do not clearly tell one story")
        if _parts(left, context) or _parts(right, context):
            return Doubt("a word makes one a part")
        veto = _veto(left, right, context) or _noun_veto(left, right, context)
        if veto:
            return Doubt(veto)
        small, large = sorted(_number(claim) for claim in (left, right))
        if large >= _TIMES * small:
            return Doubt("too far apart for one number told twice")
        words = shared_words(left, right, context)
        same_day = left.frame.time is not None and left.frame.time.days == 1 and left.frame.time == right.frame.time
        lead = left.frame.lead and right.frame.lead
        if not words or (len(words) < (_WORDS if lead else _MORE_WORDS) and not (lead and same_day)):
            return Doubt("the sentences do not tell the same")
        mine, theirs = values_of(left, right, CountValue)
        relation = mine.relation(theirs)
        level = rounding_level(mine, theirs, context, "FC201")
        anchors = (f"the only number of such things in both articles; both sentences tell: {in_words(sorted(words), left.anchor.quote)}",)
        return clash(
            "FC201", level, relation, mine, theirs, ComparabilityProof((*anchors, context.story(left, right)), FAINT), told=relation.value
        )
