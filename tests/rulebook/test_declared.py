"""Rules of a user that override shipped ones: refused with a place and a suggestion, or fit for use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.errors import Location, RuleError
from factcheck.rulebook import ComparisonRule, PatternRule, load_rules, suggest
from factcheck.rulebook.declared import faults_of

DATE = """\
rules:
  - id: compare.date
    type: comparison
    override: true
    code: FC101
    kind: date
    name: dates-apart
    reason: a test
    message: "{subject}"
    levels: {apart: high}
    tolerances: {instance_days: 5}
"""
UNIT = "rules:\n  - id: number.unit\n    type: words\n    override: true\n    reason: a test\n    table: {one: 1}\n"
AGE = """\
rules:
  - id: my.age
    type: pattern
    kind: age
    reader: decade
    reason: a test
    pattern: "in (?P<part>early|mid|late) (?P<decade>forties)"
    examples: [{text: in early forties}]
    counter_examples: [x]
"""
EVENT = "rules:\n  - id: my.event\n    type: event\n    reason: a test\n    verbs: [jump]\n    examples: [He jumps.]\n"
PATTERN = """\
rules:
  - id: my.pattern
    type: pattern
    kind: date
    reader: weekday
    reason: a test
    pattern: "{weekday}"
    examples: [{text: Monday}]
    counter_examples: [x]
"""


def load(folder: Path, text: str) -> list[str]:
    """The faults of a rule file, without the folder in the path."""
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    try:
        load_rules([folder])
    except RuleError as error:
        return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        (DATE.replace('"{subject}"', '"{subjct}"'), "9:5", "the message has no part {subjct}\n  hint: did you mean 'subject'?"),
        (DATE.replace('"{subject}"', '"{}"'), "9:5", "the message has no part {}\n  hint: allowed: subject, number"),
        (DATE.replace('"{subject}"', '"{number:d}"'), "9:5", "the message formats {number}\n  hint: write {number} alone"),
        (DATE.replace('"{subject}"', '"{"'), "9:5", "the message cannot be filled in: "),
        (
            DATE.replace("apart: high", "a-dayapart: high"),
            "10:14",
            "compare.date has no level 'a-dayapart'\n  hint: did you mean 'a-day-apart'?",
        ),
        (
            DATE.replace("instance_days", "instance_dais"),
            "11:18",
            "compare.date has no tolerance 'instance_dais'\n  hint: did you mean 'instance_days'?",
        ),
        (DATE.replace("5}", "-5}"), "11:18", "the tolerance 'instance_days' is less than nothing"),
        (DATE.replace("FC101", "FC102"), "5:5", "the code of compare.date cannot be changed\n  hint: write code: FC101"),
        (DATE.replace("kind: date", "kind: name"), "6:5", "the kind of compare.date cannot be changed\n  hint: write kind: date"),
        (
            DATE.replace("id: compare.date", "id: my.date").replace("    override: true\n", ""),
            "4:5",
            "FC101 is the code of compare.date\n  hint: write id: compare.date and override: true",
        ),
        (
            DATE.replace("id: compare.date", "id: my.date").replace("    override: true\n", "").replace("FC101", "FC109"),
            "4:5",
            "nothing reports FC109\n  hint: 25 are known, among them: ",
        ),
        (
            UNIT.replace("number.unit", "compare.date"),
            "3:5",
            "overrides a rule of another type: 'compare.date'\n  hint: write type: comparison",
        ),
        (EVENT.replace("[jump]", "[jump, ' (jamp)']"), "5:19", "my.event: the entry ' (jamp)' does not begin with a word"),
        (EVENT.replace("verbs: [jump]", "phrases: ['... jump']"), "5:15", "my.event: the entry '... jump' does not begin with a word"),
        (AGE, "7:5", "the reader 'decade' needs the group 'decade'\n  hint: write {age.decade:decade}"),
        (PATTERN.replace("reader: weekday", "reader: weakday"), "5:5", "no reader 'weakday' of kind date\n  hint: did you mean 'weekday'?"),
    ],
)
def test_what_does_not_fit_the_shipped_rule_is_refused(tmp_path: Path, text: str, place: str, fault: str) -> None:
    found = load(tmp_path, text)
    assert len(found) == 1, found
    assert found[0].startswith(f"mine.yaml:{place}: error E211: {fault}")


@pytest.mark.parametrize("text", [DATE, DATE.replace("{subject}", "{{{number}}}"), UNIT, EVENT, PATTERN])
def test_what_fits_is_read(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == []


def test_a_pattern_without_groups_is_refused_where_its_reader_asks_for_them() -> None:
    book = load_rules()
    rules = {rule.id: rule for rule in book.rules}
    taken = [rule for rule in book.of(PatternRule) if not list(faults_of(_bare(rule), rules, lambda *_: Location("mine.yaml"), suggest))]
    assert {rule.reader for rule in taken if rule.kind not in ("date", "timex")} == {"nothing", "other", "only", "bare", "member", "board"}


def _bare(rule: PatternRule) -> PatternRule:
    return rule.model_copy(update={"pattern": re.sub(r"\(\?P<\w+>|\{[a-z][^}]*\}", "(?:x)", rule.pattern)})


def test_what_an_override_does_not_name_stays_as_shipped(tmp_path: Path) -> None:
    assert load(tmp_path, DATE) == []
    rule, shipped = (book.get("compare.date") for book in (load_rules([tmp_path]), load_rules()))
    assert isinstance(rule, ComparisonRule)
    assert isinstance(shipped, ComparisonRule)
    assert rule.tolerances == {**shipped.tolerances, "instance_days": 5}
    assert rule.levels == shipped.levels
