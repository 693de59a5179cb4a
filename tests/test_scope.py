"""Scope and tense: the flat reading, the parsed reading, quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Parser
from factcheck.model import Article, Block, Scope
from factcheck.rulebook import CueRule, Rulebook, SpeechRule, WordsRule, load_rules
from factcheck.scope import ScopeReader, is_quoted, prove_cue, prove_speech
from factcheck.text import Span

if TYPE_CHECKING:
    from factcheck.parses import Doc

FLAGS = ("negated", "planned", "hedged", "question", "conditional", "quoted")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rules()


@pytest.fixture(scope="module")
def reader(rulebook: Rulebook) -> ScopeReader:
    return ScopeReader(rulebook)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def parse(parser: Parser, text: str) -> Doc:
    article = Article("a", "a", text, "", blocks=(Block(Span(0, len(text))),))
    doc = next(iter(parser.parse([article]))).passages[0].doc
    assert doc is not None
    return doc


def flags(scope: Scope) -> str:
    return " ".join(name for name in FLAGS if getattr(scope, name))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value", "expected", "tense"),
    [
        ("The army did not leave the town on May 8.", "May 8", "negated", "past"),
        ("The ministers did not say when, but on May 8 they signed the treaty.", "May 8", "", "past"),
        ("He did not meet them and signed the treaty on May 8.", "May 8", "", "past"),
        ("She'd been trapped since May 8.", "May 8", "", "past"),
        ("She'd never been there before May 8.", "May 8", "negated", "past"),
        ("She'd be trapped until May 8.", "May 8", "planned", "future"),
        ("The man, who did not want to be named, arrived on May 8.", "May 8", "", "past"),
        ("The troops who left on May 8 will not return.", "May 8", "", "past"),
        ("No soldiers crossed the river on May 8.", "May 8", "negated", "past"),
        ("No fewer than 300 soldiers left.", "300", "", "past"),
        ("The president denied that troops had crossed the border on May 8.", "May 8", "negated", "past"),
        ("The president denied on May 8 that troops had crossed the border.", "May 8", "", "past"),
        ("The two sides failed to sign the treaty on May 8.", "May 8", "negated", "past"),
        ("The soldiers won't leave before May 8.", "May 8", "negated planned", "future"),
        ("The treaty will be signed on May 8.", "May 8", "planned", "future"),
        ("They will meet and sign the treaty on May 8.", "May 8", "planned", "future"),
        ("The two sides plan to sign the treaty on May 8.", "May 8", "planned", "future"),
        ("The vote is expected on May 8.", "May 8", "planned", "future"),
        ("Banks to close on May 8", "May 8", "planned", "future"),
        ("The decision to withdraw the troops on May 8 was welcomed.", "May 8", "planned", "future"),
        ("The planned withdrawal of 300 soldiers was welcomed.", "300", "planned", "past"),
        ("The company announced on May 8 that it will close the mine.", "May 8", "", "past"),
        ("After signing the treaty on May 8, they may withdraw.", "May 8", "", None),
        ("The boat may have left the port on May 8.", "May 8", "hedged", "past"),
        ("The boat reportedly left on May 8.", "May 8", "hedged", "past"),
        ("The driver is believed to have fallen asleep on May 8.", "May 8", "hedged", "past"),
        ("The talks, which could last weeks, began on May 8.", "May 8", "", "past"),
        ("The strike will go on unless wages rise by 300 euros.", "300", "conditional", "future"),
        ("Did the boat leave on May 8?", "May 8", "question", "past"),
        ("Why did the boat leave on May 8?", "May 8", "", "past"),
        ("Why not leave on May 8?", "May 8", "negated question", "future"),
        ("It is unclear whether the ship sank on May 8.", "May 8", "question", "past"),
        ("They managed to seize the town on May 8.", "May 8", "", "past"),
        ('He said: "We signed on May 8." Later he left.', "May 8", "quoted", "past"),
        ("Regulators fined the bank 20 million euros and ordered it to close 15 branches.", "20", "", "past"),
        ("Regulators fined the bank 20 million euros and ordered it to close 15 branches.", "15", "planned", "future"),
        ("The ferry, which was due to arrive on Monday, sank on Sunday.", "Sunday", "", "past"),
        ("The ferry, which was due to arrive on Monday, sank on Sunday.", "Monday", "planned", "future"),
        ("The flood forced 200 families to leave the valley on Monday.", "Monday", "", "past"),
        ("The company is not expected to pay 3 million.", "3", "negated planned", "future"),
        ("The army claimed it destroyed 14 tanks, but the rebels denied it.", "14", "", "past"),
        ("A spokesman denied reports of 14 deaths.", "14", "negated", "past"),
        ("Officials said they do not know how 14 prisoners escaped.", "14", "", "past"),
        ("Neither side has withdrawn its 500 troops.", "500", "negated", "past"),
        ("The thieves took 14 paintings, not the nine first reported.", "14", "", "past"),
        ("The thieves did not, as first reported, take 14 paintings.", "14", "negated", "past"),
        ("How did the thieves carry off 14 paintings?", "14", "", "past"),
        ("How many of the 14 paintings did they take?", "14", "question", "past"),
        ("What will the town do with its 14 paintings?", "14", "planned", "future"),
        ("What if they had taken 14 paintings?", "14", "question conditional", "past"),
        # appointed days lie ahead whatever the tense; those of a month next to the publication, on either side
        ("The judge set the hearing for Friday.", "Friday", "", "future"),
        ("The judge set the hearing for 8 May.", "8 May", "", "present"),
        ("The judge has set the hearing for 8 May.", "8 May", "", "future"),
        ("The court adjourned until Friday.", "Friday", "", "future"),
        ("The match was moved to 8 May.", "8 May", "", "present"),
        ("The match had been moved to 8 May.", "8 May", "", "present"),
        ("The launch was set for 8 May.", "8 May", "", "present"),
        ("She moved to Boston on Friday.", "Friday", "", "past"),
        ("They drove to the harbour on Friday.", "Friday", "", "past"),
        ("He set a record for the mile on Friday.", "Friday", "", "past"),
        ("No hearing was set for Friday.", "Friday", "negated", "present"),
        ("The vote is on Friday.", "Friday", "", "future"),
        ("The trial begins on Friday.", "Friday", "", "future"),
        ("Friday's ruling means that the shop opens again.", "Friday", "", "present"),
        ("The museum is closed on Friday.", "Friday", "", "present"),
    ],
)
def test_scope_and_tense_of_a_parse(reader: ScopeReader, parser: Parser, text: str, value: str, expected: str, tense: str | None) -> None:
    doc = parse(parser, text)
    start = text.index(value)
    scope = reader.read(doc, start, start + len(value))
    assert flags(scope) == expected
    assert scope.said_by is None
    assert reader.tense(doc, start, start + len(value)) == tense


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The army did not leave the town on May 8.", "May 8", "negated"),
        ("The premier didn’t sign on May 8.", "May 8", "negated"),
        ("They did not say when, but they signed on May 8.", "May 8", ""),
        ("The troops will leave on May 8.", "May 8", "planned"),
        ("In May they signed on May 8.", "May 8", ""),
        ("Her last will was read on May 8.", "May 8", ""),
        ("The boat may have sunk on May 8.", "May 8", "hedged"),
        ("Did they sign on May 8?", "May 8", "question"),
        ("They signed on May 8. Did they smile?", "May 8", ""),
        ("If they sign on May 8, all is well.", "May 8", "conditional"),
        ("“We signed on May 8,” he said.", "May 8", "quoted"),
        ("He had not denied signing on May 8.", "May 8", "hedged"),
    ],
)
def test_scope_of_bare_text(reader: ScopeReader, text: str, value: str, expected: str) -> None:
    start = text.index(value)
    assert flags(reader.read(text, start, start + len(value))) == expected


def test_cues_keep_their_words(reader: ScopeReader) -> None:
    scope = reader.read("The troops Reportedly did NOT leave 300 tents.", 36, 39)
    assert [(cue.name, cue.words) for cue in scope.cues] == [("hedged", "Reportedly"), ("negated", "NOT")]


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ('He said "we won" in May.', "won", True),
        ('He said "we won" in May.', "May", False),
        ("He said 'we won it' in May.", "won", True),
        ("It was the soldiers' home in May.", "home", False),
        ("Back in the '90s he won.", "won", False),
        ("The board was 8' long and won.", "won", False),
        ('"We won. And we stay', "stay", True),
        ("won", "won", False),
    ],
)
def test_quotation_marks(text: str, word: str, quoted: bool) -> None:
    assert is_quoted(text, text.index(word)) is quoted


def test_cues_prove_themselves(rulebook: Rulebook) -> None:
    assert not [f"{rule.id}: {fault}" for rule in rulebook.of(CueRule) for fault in prove_cue(rule, rulebook)]
    assert {rule.sets for rule in rulebook.of(CueRule)} == {"negated", "planned", "hedged", "question", "conditional"}


def test_speech_words_prove_themselves(rulebook: Rulebook) -> None:
    assert not [f"{rule.id}: {fault}" for rule in rulebook.of(SpeechRule) for fault in prove_speech(rule)]
    stances: dict[str, str] = {}
    for rule in rulebook.of(SpeechRule):
        for word in rule.words:
            assert stances.setdefault(word, rule.stance) == rule.stance, word


def test_faults_of_a_cue_are_told() -> None:
    rule = CueRule(
        type="cue", id="x", reason="a test", sets="hedged", words=["maybe"], examples=["He sat."], counter_examples=["Maybe he sat."]
    )
    rulebook = Rulebook((rule, *load_rules().of(WordsRule)))
    assert prove_cue(rule, rulebook) == [
        "not set by the example: He sat.",
        "set by the counter-example: Maybe he sat.",
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 20))
def test_any_text_is_read(reader: ScopeReader, text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    scope = reader.read(text, start, min(len(text), start + length))
    assert scope.said_by is None
