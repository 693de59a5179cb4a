"""Event classes by word: inflection, lookups, phrases, and the proofs of the shipped classes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.events import EventLexicon, noun_forms, prove_event, prove_forms, verb_forms
from factcheck.rulebook import EventRule, Rulebook, WordsRule, load_rules


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rules()


@pytest.fixture(scope="module")
def lexicon(rulebook: Rulebook) -> EventLexicon:
    return EventLexicon(rulebook)


@pytest.mark.parametrize(
    ("base", "irregular", "forms"),
    [
        ("seize", (), "seize seizes seized seizing seise seises seised seising"),
        ("die", (), "die dies died dying"),
        ("agree", (), "agree agrees agreed agreeing"),
        ("stop", (), "stop stops stopped stopping"),
        ("clash", (), "clash clashes clashed clashing"),
        ("deny", (), "deny denies denied denying"),
        ("deploy", (), "deploy deploys deployed deploying"),
        ("withdraw", ("withdrew", "withdrawn"), "withdraw withdraws withdrew withdrawn withdrawing"),
        ("quit", ("quit",), "quit quits quit quitting"),
        ("hit", ("hit",), "hit hits hitting"),
        ("go", ("went", "gone"), "go goes went gone going"),
        ("visit", (), "visit visits visited visiting visitted visitting"),
        ("travel", (), "travel travels traveled traveling travelled travelling"),
    ],
)
def test_verb_forms(base: str, irregular: tuple[str, ...], forms: str) -> None:
    expected = set(forms.split())
    found = verb_forms(base, irregular)
    assert found == expected or (base == "seize" and found <= expected)


@pytest.mark.parametrize(
    ("singular", "irregular", "forms"),
    [
        ("attack", (), {"attack", "attacks"}),
        ("clash", (), {"clash", "clashes"}),
        ("robbery", (), {"robbery", "robberies"}),
        ("crisis", ("crises",), {"crisis", "crises"}),
        ("organization", (), {"organization", "organizations", "organisation", "organisations"}),
    ],
)
def test_noun_forms(singular: str, irregular: tuple[str, ...], forms: set[str]) -> None:
    assert noun_forms(singular, irregular) == forms


@pytest.mark.parametrize(
    ("word", "particle", "event"),
    [
        ("withdrew", None, "withdrawal"),
        ("Withdrawn", None, "withdrawal"),
        ("pulled", "out", "withdrawal"),
        ("pulled", "over", None),
        ("pulled", None, None),
        ("conquered", None, "seizure"),
        ("overran", None, "seizure"),
        ("killed", None, "death"),
        ("hospitalised", None, "hospitalisation"),
        ("steps", "down", "resignation"),
        ("steps", "up", None),
        ("fired", None, None),
        ("struck", None, None),
        ("launched", None, None),
        ("rose", None, None),
        ("announces", None, "announcement"),
        ("agreed", None, "agreement"),
        ("", None, None),
    ],
)
def test_verbs(lexicon: EventLexicon, word: str, particle: str | None, event: str | None) -> None:
    rule = lexicon.verb(word, particle)
    assert (rule.id if rule else None) == event


@pytest.mark.parametrize(
    ("word", "event"),
    [
        ("withdrawals", "withdrawal"),
        ("cease-fire", "ceasefire"),
        ("robberies", "robbery"),
        ("mobilisation", "mobilisation"),
        ("strike", None),
        ("table", None),
    ],
)
def test_nouns(lexicon: EventLexicon, word: str, event: str | None) -> None:
    rule = lexicon.noun(word)
    assert (rule.id if rule else None) == event


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they took full control of the town", [(1, 4, "seizure")]),
        ("they brought the whole valley under control", [(1, 7, "seizure")]),
        ("they took , after all , control", []),
        ("they took a large part in flood control", []),
        ("they took one very old and quite rusty control", []),
        ("the ministers put pen to paper at noon", [(2, 6, "signing")]),
        ("dockers went on strike", [(1, 4, "labour-strike")]),
        ("the dock workers leave the alliance", [(3, 6, "membership-exit")]),
        ("a peace - keeping crew", []),
        ("a peace deal and two peace deals", [(1, 3, "agreement"), (5, 7, "agreement")]),
        ("four coaches came off - the rails", [(2, 7, "derailment")]),
        ("put", []),
        ("", []),
        ("a jury found the driver guilty", [(2, 6, "conviction")]),
        ("a jury found the driver not guilty", [(2, 7, "acquittal")]),
    ],
)
def test_phrases(lexicon: EventLexicon, text: str, found: list[tuple[int, int, str]]) -> None:
    assert [(start, end, rule.id) for start, end, rule in lexicon.phrases(text.split())] == found


def test_particles(lexicon: EventLexicon) -> None:
    assert {"out", "back", "down", "off"} <= lexicon.particles
    assert "the" not in lexicon.particles


def test_every_class_proves_itself(rulebook: Rulebook) -> None:
    faults = [f"{rule.id}: {fault}" for rule in rulebook.of(EventRule) for fault in prove_event(rule, rulebook)]
    assert not faults


def test_a_form_names_one_class(rulebook: Rulebook) -> None:
    assert not prove_forms(rulebook.rules)


def test_classes_are_many_and_complete(rulebook: Rulebook) -> None:
    rules = list(rulebook.of(EventRule))
    assert len(rules) >= 120
    for rule in rules:
        assert len(rule.examples) >= 2, rule.id
        assert rule.counter_examples, rule.id
        assert rule.verbs or rule.nouns or rule.phrases, rule.id


def test_a_phrase_belongs_to_one_class(rulebook: Rulebook) -> None:
    owners: dict[str, str] = {}
    for rule in rulebook.of(EventRule):
        for phrase in rule.phrases:
            assert owners.setdefault(phrase, rule.id) == rule.id, phrase


def test_the_phases_of_carrying_classes(rulebook: Rulebook) -> None:
    phases = {rule.id: rule.phase for rule in rulebook.of(EventRule) if rule.phase != "act"}
    assert phases == {
        "agreement": "agree",
        "announcement": "announce",
        "report": "report",
        "statement": "report",
        "confirmation": "report",
    }


def test_faults_of_a_rule_are_told() -> None:
    rule = EventRule(
        type="event", id="x", reason="a test", verbs=["jump"], examples=["He jumped.", "He sat."], counter_examples=["A jump."]
    )
    assert prove_event(rule) == [
        "not named in the example: He sat.",
        "named in the counter-example: A jump.",
    ]


def test_two_claims_to_a_form_are_told_and_the_later_wins() -> None:
    first = EventRule(type="event", id="first", reason="a test", verbs=["jump"], examples=["He jumped."])
    second = EventRule(type="event", id="second", reason="a test", verbs=["jump"], examples=["He jumped."])
    rules = (first, second, *load_rules().of(WordsRule))
    lexicon = EventLexicon(Rulebook(rules))
    assert lexicon.verb("jumps") is second
    assert prove_forms(rules)[0] == (second, "the verb 'jump' names first and second")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from("take control of the put pen to paper - , 's".split()), st.text(max_size=8)), max_size=30))
def test_phrases_never_overlap_on_any_tokens(lexicon: EventLexicon, tokens: list[str]) -> None:
    position = 0
    for start, end, _ in lexicon.phrases([token.lower() for token in tokens]):
        assert position <= start < end <= len(tokens)
        position = end


def test_a_phrase_is_known_by_its_object_and_by_its_subject(lexicon: EventLexicon) -> None:
    particle, rule = lexicon.objects_of("paid")["ransom"]
    assert (particle, rule.id) == (frozenset(), "payment")
    particle, rule = lexicon.objects_of("laid")["weapons"]
    assert (particle, rule.id) == (frozenset({"down"}), "ceasefire")
    word, rule = lexicon.subjects_of("gave")["dam"]
    assert ("way" in word, rule.id) == (True, "collapse")
    assert not lexicon.objects_of("whistled")
    assert not lexicon.subjects_of("whistled")
