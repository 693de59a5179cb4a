"""What is compared component by component, by keys and equal answers last gives what comparing all pairs at once gives."""

from __future__ import annotations

import random
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from claims_by_hand import article, claim

from factcheck.claims import Extraction
from factcheck.conflicts import COMPARERS, arrange, find_conflicts
from factcheck.conflicts.candidate_pairs import Component, components
from factcheck.conflicts.findings import articles_of
from factcheck.conflicts.nearness import MANY, Nearness
from factcheck.conflicts.pairs import Comparer, ComparisonContext, Doubt, severity
from factcheck.conflicts.sides import Question, compare_component, compare_selected
from factcheck.mentions.spelling import folder_of
from factcheck.model import Claim, Frame, Publication
from factcheck.rulebook import load_rules
from factcheck.topics.labels import Labels
from factcheck.topics.stories import LITTLE, Stories
from factcheck.topics.windows import NEAR_DAYS
from factcheck.values import AgeValue, CountValue, DateValue, MeasureValue, NameValue, PercentValue, Relation, Value, relation_of

RULES = load_rules()
LABELS = Labels(RULES)
DAY = date(2024, 5, 8)
NAMES = (
    "name:brightwell",
    "name:tarrow falls",
    "name:ewell hatherly",
    "name:ostrel",
    "person:ada okafor",
    "person:bo lindqvist",
    "place:fr",
)


def told(chance: random.Random) -> tuple[Value, Frame]:
    """A value and what it is told of."""
    number = chance.choice((12, 21, 120, 210, 34, 43))
    who = chance.sample(NAMES, chance.randrange(3))
    frame = Frame(event=chance.choice(("death", "seizure")), role="on", targets=frozenset(who), lead=chance.random() < 0.7)
    person = frozenset({chance.choice(("person:ada okafor", "person:bo lindqvist"))})
    return chance.choice(
        (
            (CountValue(number, number, number), replace(frame, thing="person")),
            (DateValue(day := DAY + timedelta(days=chance.choice((0, 1, 30))), day), frame),
            (MeasureValue(number, number, "length", "m", amount=number), replace(frame, role="length")),
            (PercentValue(number, number, amount=number), replace(frame, role="share")),
            (AgeValue(number % 100, number % 100), replace(frame, agents=person, predicate="named")),
        )
    )


def corpus(seed: int, most: int = 10, days: tuple[int, ...] = (0, 1, 20, 90)) -> list[Extraction]:
    """Fewer than ``most`` articles about a few names, that many days after the first one, in order of ids."""
    chance = random.Random(seed)
    made = []
    for number in range(chance.randrange(3, most)):
        name = f"{number:02d}.txt"
        day = DAY + timedelta(days=chance.choice(days))
        known = replace(article(name, Publication(day, day) if chance.random() < 0.7 else None), text="Nothing of the kind. " * 9)
        claims = tuple(
            claim(value, frame, article=name, at=40 * at) for at in range(chance.randrange(1, 8)) for value, frame in (told(chance),)
        )
        names = frozenset(chance.sample(NAMES, chance.randrange(1, 6)))
        made.append(Extraction(known, claims, names, frozenset({chance.choice(("death", "seizure"))})))
    return made


def context_of(extractions: list[Extraction]) -> ComparisonContext:
    return ComparisonContext.of(RULES, Stories.of(tuple(extractions), LABELS.levels, RULES.words()), LABELS)


def meet(left: Claim, right: Claim, comparer: Comparer, context: ComparisonContext) -> bool:
    """Whether two claims are to be compared at all, by definition."""
    pair = (left.anchor.article, right.anchor.article)
    wide = pair[0] != pair[1] and comparer.anywhere(left) and comparer.anywhere(right) and context.stories.touch(*pair)
    return wide or pair[1] in context.stories.related(pair[0])


def unblocked(claims: list[Claim], comparer: Comparer, context: ComparisonContext) -> Component:
    """All claims of a block in one component, with every pair that is to be compared."""
    articles = {item.anchor.article for item in claims if comparer.anywhere(item)}
    places = {
        name: [at for at, item in enumerate(claims) if item.anchor.article == name] for name in sorted({i.anchor.article for i in claims})
    }
    stories = context.stories
    joined = {
        name: [
            other
            for other in places
            if other > name and (other in stories.related(name) or ({name, other} <= articles and stories.touch(name, other)))
        ]
        for name in places
    }
    return Component(tuple(claims), tuple((places[name], [places[other] for other in joined[name]]) for name in places))


def clashing(questions: list[Question]) -> set[tuple[str, frozenset[tuple[str, str]], frozenset[tuple[str, str]]]]:
    """Questions by their code and the claims that clash and agree, in whatever order."""

    def named(question: Question, pairs: object) -> frozenset[tuple[str, str]]:
        return frozenset(tuple(sorted(question.claims[at].id for at in pair)) for pair in pairs)  # type: ignore[misc, attr-defined]

    found = set()
    for question in questions:
        joined = {at for pair in question.clashes for at in pair}
        beside = [pair for pair in question.agreements if joined & set(pair)]
        found.add((question.code, named(question, question.clashes), named(question, beside)))
    return found


def test_components_and_keys_leave_out_no_pair_that_tells() -> None:
    number = 0
    for seed in range(60):
        extractions = corpus(seed)
        context = context_of(extractions)
        for comparer in COMPARERS:
            at_once = copy(comparer)
            at_once.equal_agree = False
            blocks: dict[str, list[Claim]] = {}
            for item in (item for extraction in extractions for item in extraction.claims if item.kind == comparer.kind):
                if (question := comparer.question(item, context)) is not None:
                    blocks.setdefault(question, []).append(item)
            for block in blocks.values():
                selected = comparer.select(block)
                whole = list(compare_component(unblocked(selected, comparer, context), at_once, None, context)) if selected else []
                assert clashing(list(compare_selected(selected, comparer, context))) == clashing(whole), (seed, comparer.codes)
                number += len(whole)
    assert number > 50, "random corpora without questions prove nothing"


def test_a_check_of_one_article_compares_all_that_its_findings_need() -> None:
    number = 0
    for seed in range(40):
        extractions = corpus(seed, 18, (0, 1, 2, 9)) if seed % 2 else corpus(seed)
        whole, _ = find_conflicts(extractions, RULES)
        for name in (item.article.id for item in extractions):
            about, _ = find_conflicts(extractions, RULES, frozenset({name}))
            rest = [conflict for conflict in whole if name not in articles_of(conflict)]
            assert all(name in articles_of(conflict) for conflict in about)
            assert arrange((*about, *rest)) == whole, (seed, name)
            number += len(about)
    assert number > 200, "random corpora without findings prove nothing"


def test_equal_answers_never_clash() -> None:
    """Equal ones are compared beside a clash alone, so that a clash of theirs would be missed."""
    equal = 0
    for seed in range(60):
        extractions = corpus(seed)
        context = context_of(extractions)
        for comparer in (comparer for comparer in COMPARERS if comparer.equal_agree):
            claims = [item for extraction in extractions for item in extraction.claims if item.kind == comparer.kind]
            asked = [(item, question) for item in claims if (question := comparer.question(item, context)) is not None]
            for (one, question), (other, same) in combinations(asked, 2):
                if question == same and one.value == other.value:
                    outcome = comparer.compare(one, other, context)
                    assert isinstance(outcome, Doubt) or severity(context, outcome) is None, (seed, comparer.codes)
                    equal += not isinstance(outcome, Doubt)
    assert equal > 50, "random corpora without agreements prove nothing"


def test_equal_values_do_not_exclude_each_other() -> None:
    values = {value for seed in range(60) for extraction in corpus(seed) for value in (item.value for item in extraction.claims)}
    assert all(relation_of(value, value) is Relation.SAME for value in values)


def test_every_pair_that_meets_is_in_one_component() -> None:
    for seed in range(40):
        extractions = corpus(seed)
        context = context_of(extractions)
        claims = [item for extraction in extractions for item in extraction.claims]
        for comparer in COMPARERS:
            found = list(components(claims, comparer, context))
            pairs = [frozenset((component.claims[i].id, component.claims[j].id)) for component in found for i, j in component.pairs()]
            related = {frozenset((one.id, two.id)) for one, two in combinations(claims, 2) if meet(one, two, comparer, context)}
            assert len(pairs) == len(set(pairs))
            assert related <= set(pairs)
            assert sum(len(component.claims) for component in found) <= len(claims)


def test_related_articles_are_all_that_may_tell_one_story() -> None:
    for seed in range(60):
        stories = context_of(corpus(seed)).stories
        for left, right in combinations(sorted(stories.names), 2):
            days = [stories.days.get(name) for name in (left, right)]
            near = all(days) and abs((days[0] - days[1]).days) <= NEAR_DAYS  # type: ignore[operator]
            little = near and stories.shared_weight(left, right) >= LITTLE
            if stories.touch(left, right) and (stories.same(left, right) or little):
                assert right in stories.related(left)
                assert left in stories.related(right)


def test_the_order_of_articles_changes_nothing() -> None:
    found = 0
    for seed in range(12):
        extractions = corpus(seed)
        shuffled = random.Random(seed).sample(extractions, len(extractions))
        whole = find_conflicts(extractions, RULES)
        assert find_conflicts(shuffled, RULES) == whole
        found += len(whole[0])
    assert found


def test_many_names_of_one_office_are_paired_as_each_two_are() -> None:
    chance, folder = random.Random(5), folder_of(RULES)
    families = ("Marwick", "Marwik", "Morwick", "Okafor", "Okafer", "Lindqvist", "Lindquist", "Tarrow", "Taro", "Harding", "Hardin")
    given = ("Ada", "Adda", "A.", "Bo", "Robert", "Bob", "Katherine", "Catherine", "K.", "Liz", "Elizabeth")
    values = [NameValue(chance.choice(families), (chance.choice(given),)) for _ in range(90)]
    names = {value.folded: value for value in values}
    assert len(names) ** 2 > MANY
    component = dict.fromkeys(names)
    expected = set()
    for one, two in combinations(sorted(names), 2):
        two_only = dict.fromkeys((one, two))
        expected.update(Nearness({name: names[name] for name in two_only}, folder).pairs([(two_only, two_only)]))
    assert set(Nearness(names, folder).pairs([(component, component)])) == expected
    assert expected
