"""Counts: numbers of the same people or things in the same event.

Levels, first that holds:

    FC201   compatible       the intervals share a number, or a word such as "dozens" leaves it open
            rounding         closer than the rounding of an "about" on either side allows
            grown            a toll that the article of a later day gives higher: an update, not a conflict
            recounted        the injured, the earlier number exact, the later one higher: they are counted once, the dead are found
            shrunk           a toll that the article of a later day gives lower in its first lines: a mistake, or a correction
            apart            numbers that exclude each other
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.conflicts.amounts import rounding_level
from factcheck.conflicts.earlier_tolls import is_recalled, prove_recalled
from factcheck.conflicts.growth import counts_so_far, growth, growth_level, may_have_grown, shrinks, transposed
from factcheck.conflicts.pairs import (
    Clash,
    ComparabilityProof,
    Comparer,
    ComparisonContext,
    Doubt,
    clash,
    of_one_mind,
    torn_articles,
    values_of,
)
from factcheck.conflicts.subsets import MONTH, at_peak, have_left, month_veto, owned_veto, reversed_veto, subset_veto, without_rounded
from factcheck.frame_notes import LIVING, SELECTED
from factcheck.model import ABOARD, AGE_OF_THING, HOLDING, OFFSPRING, PRESENCE, Claim
from factcheck.rulebook import WordList
from factcheck.topics.comparability import instance_veto, marker_veto, names_veto, other_instance_veto, scope_veto, sentence_veto, time_veto
from factcheck.topics.participants import link
from factcheck.topics.persons import respelt
from factcheck.topics.salience import LEAST_SALIENCE
from factcheck.topics.strength import FAIR, FIRM, MODEST, SLIGHT, SOUND, STRONG
from factcheck.topics.windows import GROWTH_DAYS
from factcheck.values import CountValue, Relation


class CountComparer(Comparer):
    """Compares counts with the same head, event class, role and subset.

    Tolerance ``rounding``: the part of the larger number by which two counts may differ when one is approximate.
    """

    kind = "count"
    codes: tuple[str, ...] = ("FC201",)

    def select(self, block: Sequence[Claim]) -> list[Claim]:
        """Without the numbers further down of articles that give several: those are told of parts, or of other events."""
        block = without_rounded(block)
        several = torn_articles(claim for claim in block if _is_news(claim))
        aboard = of_one_mind([claim for claim in block if claim.frame.fate == ABOARD])  # whatever became of some of them
        kept = [claim for claim in block if claim.frame.lead or claim.anchor.article not in several or is_of_a_year(claim)]
        return [*kept, *(claim for claim in aboard if claim not in kept)]

    def question(self, claim: Claim, context: ComparisonContext) -> str | None:
        """Same head, event and role; counts of nothing in particular are not compared."""
        frame = claim.frame
        if not frame.thing or frame.event == HOLDING or not isinstance(claim.value, CountValue) or claim.value.named is None:
            return None
        thing = context.same_noun(frame.thing)
        if frame.event == OFFSPRING:
            return f"{OFFSPRING}/{thing}"
        if frame.event == AGE_OF_THING:
            return f"age/{context.words.text('measure.thing').get(thing, thing)}"
        if frame.event in context.words.texts("noun.concerned").get(thing, ()):
            thing = "person"
        if thing in context.words["noun.generic"]:
            return f"{thing}/{_class_of(frame.event, context)}/{frame.role}" if frame.event else None
        return thing

    def anywhere(self, claim: Claim) -> bool:
        """The inhabitants of a place are one number in whatever story."""
        return claim.frame.event == "population"

    def compare(self, left: Claim, right: Claim, context: ComparisonContext) -> Clash | Doubt:
        """FC201; see the module's list of levels."""
        left_value, right_value = values_of(left, right, CountValue)
        proof = self._prove(left, right, context)
        if isinstance(proof, Doubt):
            return proof
        relation = left_value.relation(right_value)
        level = rounding_level(left_value, right_value, context, "FC201")
        if level == "apart" and left.frame.event == AGE_OF_THING and abs(left_value.low - right_value.low) <= 1:
            level = "rounding"  # years begun, or over
        if level == "apart" and not is_recalled(left, context) and (_is_toll(left, context) or _is_toll(right, context)):
            grown = growth(left, right, context)
            if grown is False and not (left.frame.lead and right.frame.lead) and not shrinks(left, right, context):
                return Doubt("a toll of another day")
            injured = "injury" in (left.frame.event, right.frame.event) and left_value.high and right_value.high
            smaller, value = min(((left, left_value), (right, right_value)), key=lambda pair: pair[1].low)
            recounted = grown and injured and not value.approximate and not counts_so_far(smaller, context)
            level = "recounted" if recounted else growth_level(left, right, context)
        return clash(
            "FC201",
            level,
            relation,
            left_value,
            right_value,
            proof,
            told=relation.value,
            verdict="update" if level == "grown" else "conflict",
        )

    def _prove(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        if left.frame.event == right.frame.event == "population":
            return _prove_population(left, right, context)
        if left.frame.event == right.frame.event == AGE_OF_THING:
            return _prove_aged(left, right, context)
        if left.frame.event == right.frame.event == OFFSPRING:
            return _prove_offspring(left, right, context)
        if is_recalled(left, context) and is_recalled(right, context):
            return prove_recalled(left, right, context)
        veto = (
            sentence_veto(left, right)
            or scope_veto(left, right)
            or marker_veto(left, right)
            or subset_veto(left, right, context)
            or time_veto(left, right, context.stories.days)
            or days_veto(left, right, context)
            or season_veto(left, right, context)
            or other_instance_veto(left, right, context.stories)
            or reversed_veto(left, right)
            or month_veto(left, right, context)
        )
        if veto:
            return Doubt(veto)
        right = respelt(left, right, context.folder, context.stories)
        same_event = _are_one_event(left, right, context) and left.frame.role == right.frame.role
        if same_event:
            shared = link(left, right).crossed | (left.frame.others & right.frame.others)
            named = any(not name.startswith("noun:") and context.stories.weight(name) >= LEAST_SALIENCE for name in shared)
            located = context.stories.located
            veto = names_veto(left, right, located) if named else _actors_veto(left, right, located)
            if veto:
                return Doubt(veto)
            if _is_part_saved(left, right) or _is_part_saved(right, left):
                return Doubt("guests may be a part of the people")
            proof = self._prove_event(left, right, context)
            if isinstance(proof, ComparabilityProof) or context.same_noun(left.frame.thing or "") in context.words["noun.generic"]:
                return proof
            return self._prove_thing(left, right, context, event=left.frame.event)
        part = _part_veto(left, right, context)
        return Doubt(part) if part else self._prove_thing(left, right, context)

    def _prove_event(self, left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
        """The same people or things in the same event: by a shared participant, or because both articles are about that event."""
        articles = (left.anchor.article, right.anchor.article)
        if not context.stories.same(*articles):
            return Doubt("the articles do not share a story")
        event = _class_of(left.frame.event, context)
        shared = link(left, right).crossed | (left.frame.others & right.frame.others)
        specific = context.salient(shared)
        main = all(claim.frame.lead and context.stories.main_event(claim.anchor.article, event) for claim in (left, right))
        if articles[0] == articles[1] and (not main or _told_elsewhere(left, right, context)):
            return Doubt("an article that tells two numbers further down tells of two things")
        narrow = left.frame.thing not in (None, "person")  # "workers": a part of the people, and one number of them
        told_once = event in context.words["count.toll"] or event == PRESENCE
        only = told_once and not far_apart(left, right) and (left.frame.lead or right.frame.lead or narrow)
        shown = (
            (main and (specific or articles[0] == articles[1] or context.stories.near(*articles)))
            or (specific and not event.startswith("verb:"))
            or len(specific) >= 2
        )
        if not shown and not (only and close_story(articles, context)):
            return Doubt("neither a shared participant nor a shared main event")
        anchors = [_what_both_count(left, context)]
        if specific:
            anchors.append(f"same participants: {context.labels(specific)}")
        if main:
            anchors.append(f"what both articles are about: {event.replace('-', ' ')}")
        anchors.extend(_story(articles, context))
        if shown:
            return ComparabilityProof(tuple(anchors), FIRM if main and specific else FAIR)
        return ComparabilityProof((*anchors, "the only such number of the article further down"), MODEST)

    def _prove_thing(self, left: Claim, right: Claim, context: ComparisonContext, event: str | None = None) -> ComparabilityProof | Doubt:
        """The same distinctive things ("satellites", "passengers") in one story, told with other verbs or in one ``event``."""
        articles = (left.anchor.article, right.anchor.article)
        if articles[0] == articles[1] or not close_story(articles, context):
            return Doubt("the articles do not clearly tell one story")
        if _is_toll(left, context) != _is_toll(right, context):
            return Doubt("those hurt or saved are a part of all")
        if any(isinstance(claim.value, CountValue) and claim.value.named == 1 and "lone" not in claim.rule for claim in (left, right)):
            return Doubt("one of them is not how many there were")
        if far_apart(left, right):
            return Doubt("too far apart for one number told twice")
        if may_have_grown(left, right, context):
            return Doubt("the number may have grown")
        alike = (bool(left.frame.subset) and left.frame.subset == right.frame.subset) or at_peak(left, right, context)
        alike |= left.frame.fate == right.frame.fate == ABOARD
        classed = event is not None and not event.startswith("verb:")
        if not (left.frame.lead or right.frame.lead or alike or classed or transposed(left, right)):
            return Doubt("neither number stands in the first lines, and no word narrows both alike")
        people = context.words.text("noun.class").get(context.same_noun(left.frame.thing or "")) == "person"
        if people and event is None and not (left.frame.lead and right.frame.lead) and not alike and not transposed(left, right):
            return Doubt("some of such people did one thing, and some another")
        told = f"both count {plural(left.frame.thing or '', context.words)}, one number in each article"
        return ComparabilityProof((told, *_story(articles, context)), SLIGHT)


def _part_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one of two counts of one sort, told with two verbs, is a part of the other or another set; None where nothing says so."""
    if left.frame.fate and right.frame.fate and not related_fates(left.frame.fate, right.frame.fate, context):
        return "different things became of them"
    if SELECTED in left.frame.subset | right.frame.subset:
        return "those whom an act picks out are not all"
    return owned_veto(left, right, context) or ("what is no longer there is none of what is" if have_left(left, right, context) else None)


def count_subject(claim: Claim, owners: str, lists: Mapping[str, WordList]) -> str:
    """What a claim counts, in words: "number of sailors killed (Morvia)", "age of the bridge"; ``lists`` are the word lists."""
    told = counted(claim, lists)
    words = told if claim.frame.event == AGE_OF_THING else f"number of {told}"
    if owners and words.endswith(")"):
        return f"{words[:-1]}, {owners})"
    return f"{words} ({owners})" if owners else words


def counted(claim: Claim, lists: Mapping[str, WordList]) -> str:
    """What a claim counts: "sailors killed", "seats", "people (population)"; of years the thing that is so old: "age of the bridge"."""
    thing = claim.frame.thing or "things"
    if claim.frame.event == AGE_OF_THING:
        return f"age of the {thing}"
    many = plural(thing, lists)
    event = (claim.frame.event or "").removeprefix("verb:").replace("-", " ")
    state = lists["count.state"].get(event)
    return f"{many} {state}" if state else f"{many}" + (f" ({event})" if event in lists["count.told-class"] else "")


def plural(thing: str, lists: Mapping[str, WordList]) -> str:
    """The plural of a noun as a message writes it; "" of ""."""
    ending = "ies" if thing.endswith("y") and thing[-2:-1] not in "aeiou" else "es" if thing.endswith(("s", "x", "ch", "sh")) else "s"
    if not thing:
        return ""
    return str(lists["count.plural"].get(thing) or (thing[:-1] if ending == "ies" else thing) + ending)


def related_fates(left: str, right: str, context: ComparisonContext) -> bool:
    """Whether two fates may be told of one set of people or things."""
    families = context.words["fate.family"]
    return families.get(left, left) == families.get(right, right)


def days_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why two articles of following days tell each its own day's number; None where they do not."""
    first, second = left.frame.time, right.frame.time
    later = context.days_between(left, right)
    if first is None or second is None or later is None or first.days != 1 or second.days != 1:
        return None
    if first.earliest is None or second.earliest is None or first.relation(second) is not Relation.APART:
        return None
    alike = later != 0 and (first.earliest < second.earliest) == (later > 0)
    return "each tells the number of its own day" if alike else None


def season_veto(left: Claim, right: Claim, context: ComparisonContext) -> str | None:
    """Why one sentence tells the number of an earlier season; None where both do, or neither."""
    seasons = context.words["count.season"]
    told = [any(map(claim.anchor.quote.lower().__contains__, seasons)) for claim in (left, right)]
    return "one is told of an earlier season" if told[0] != told[1] else None


def _told_elsewhere(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether a word in the sentence of one of two numbers takes up one of several places."""
    return any(not context.words["count.elsewhere"].keys().isdisjoint(claim.anchor.quote.lower().split()) for claim in (left, right))


def _prove_population(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The inhabitants of one place, whatever the story."""
    shared = context.salient(link(left, right).shared_agents)
    if not shared:
        return Doubt("the inhabitants of different places")
    return ComparabilityProof((f"inhabitants of the same place: {context.labels(shared)}",), SOUND)


def _prove_offspring(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """The children of one person."""
    articles = (left.anchor.article, right.anchor.article)
    persons = link(left, right).shared_agents if _are_one_person(left, right) else frozenset()
    if articles[0] == articles[1] or not persons or not context.stories.same(*articles):
        return Doubt("not known to be the children of one person")
    veto = scope_veto(left, right)
    if veto:
        return Doubt(veto)
    living = [claim.value for claim in (left, right) if LIVING in claim.frame.subset]
    if len(living) == 1 and min(values_of(left, right, CountValue), key=lambda value: value.low) == living[0]:
        return Doubt("one may have died before")
    return ComparabilityProof((f"children of the same person: {context.labels(persons)}", *_story(articles, context)), STRONG)


def _are_one_person(left: Claim, right: Claim) -> bool:
    """Whether the one person of each claim goes by one first name, or one of them by the family name of the other alone."""
    names = [[name.removeprefix("person:").split() for name in claim.frame.agents] for claim in (left, right)]
    if any(len(persons) != 1 for persons in names):
        return False
    mine, theirs = names[0][0], names[1][0]
    return mine[0] == theirs[0] or mine == theirs[-1:] or theirs == mine[-1:]


def _is_part_saved(left: Claim, right: Claim) -> bool:
    """Whether those saved are told by a narrower noun and are fewer: 62 guests of about 70 people."""
    if left.frame.event not in ("rescue", "evacuation") or right.frame.thing != "person" or left.frame.thing in (None, "person"):
        return False
    return isinstance(left.value, CountValue) and isinstance(right.value, CountValue) and left.value.low < right.value.low


def _prove_aged(left: Claim, right: Claim, context: ComparisonContext) -> ComparabilityProof | Doubt:
    """How old the one thing of its kind is of which two articles of one story tell it."""
    articles = (left.anchor.article, right.anchor.article)
    if articles[0] == articles[1] or not (context.stories.same(*articles) and context.stories.close(*articles)):
        return Doubt("the articles do not clearly tell one story")
    veto = scope_veto(left, right) or other_instance_veto(left, right, context.stories)
    return Doubt(veto) if veto else ComparabilityProof((f"age of the one {left.frame.thing} of both", *_story(articles, context)), MODEST)


def _is_toll(claim: Claim, context: ComparisonContext) -> bool:
    """Whether a count is one of those that an event harmed, or that were saved from it."""
    return claim.frame.event in context.words["count.toll"]


def _class_of(event: str | None, context: ComparisonContext) -> str:
    """The class under which an event's counts are compared: those whom somebody freed were rescued."""
    return context.words.text("count.same-event").get(event or "", event or "")


def _what_both_count(claim: Claim, context: ComparisonContext) -> str:
    """The line of a proof that says what is counted, with what happened to it where its name alone does not tell that."""
    told, event = counted(claim, context.words), (claim.frame.event or "").removeprefix("verb:").replace("-", " ")
    if claim.frame.event == AGE_OF_THING:
        return f"both tell the {told}"
    known = not event or told.endswith(")") or event in context.words["count.state"]
    return f"both count {told}" if known else f"both count {told} ({event})"


def _story(articles: tuple[str, str], context: ComparisonContext) -> list[str]:
    if articles[0] == articles[1]:
        return []
    return [context.stories.line(*articles, context.label)]


def close_story(articles: tuple[str, str], context: ComparisonContext) -> bool:
    """Whether the articles share more than the least that makes one story, and are known to have appeared within days of each other, or
    within two weeks where they share much."""
    stories = context.stories
    if articles[0] == articles[1]:
        return True
    if not stories.near(*articles):
        apart = stories.days_between(*articles)
        grows = apart is not None and abs(apart) <= GROWTH_DAYS
        return grows and stories.same(*articles) and stories.shared_weight(*articles) >= CLOSE
    return stories.shared_weight(*articles) >= CLOSE or stories.same(*articles)


_MOST_TIMES = 100
"""How many times the larger of two numbers of one thing may be the smaller; ten thousand engagements and two are of two sorts."""


def far_apart(left: Claim, right: Claim) -> bool:
    """Whether two numbers are too far apart to be one number told twice."""
    numbers = [claim.value.named for claim in (left, right) if isinstance(claim.value, CountValue) and claim.value.named]
    return len(numbers) == 2 and max(numbers) > _MOST_TIMES * min(numbers)


def _are_one_event(left: Claim, right: Claim, context: ComparisonContext) -> bool:
    """Whether two claims tell one class of events, or one of them by a verb that tells of the other's too ("freed" of the rescued)."""
    if left.frame.event == right.frame.event:
        return True
    events = {left.frame.event, right.frame.event}
    also = context.words.texts("count.also-told")
    told = (also.get((claim.frame.predicate or "").lower(), ()) for claim in (left, right))
    return any(classes and events == set(classes) for classes in told)


def _actors_veto(left: Claim, right: Claim, located: Collection[str]) -> str | None:
    """As ``instance_veto``, but one side's name and the other's bare noun ("the hospital") may be the same and veto nothing."""
    sides = [{name.startswith("noun:") for name in claim.frame.agents} for claim in (left, right)]
    mixed = all(sides) and not sides[0] & sides[1]
    return names_veto(left, right, located) if mixed else instance_veto(left, right)


YEAR = 365
CLOSE = 3.0
"""Shared weight of names (see topics.stories) from which counts may be compared without a shared event: three rare names."""


def is_of_a_year(claim: Claim) -> bool:
    """Whether a number is told of a year or month, and so beside the news of the day."""
    return claim.frame.time is not None and (claim.frame.time.days or 1) >= MONTH


def _is_news(claim: Claim) -> bool:
    """Whether a number is one of the news: what is told of a year, or of what is to come, is another matter."""
    return not claim.scope.planned and not is_of_a_year(claim)
