"""report.json: its shape, its bytes, and the way back."""

from __future__ import annotations

import dataclasses
import json
import random
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factcheck.errors import InputError
from factcheck.model import Report
from factcheck.reports import as_json
from factcheck.reports.document import build_document, claim_record, problems_of
from factcheck.reports.saved import is_saved_report, read_saved_report
from factcheck.reports.schema import schema_of
from factcheck.rulebook import rules_schema


def test_valid_by_its_schema(full_report: Report, empty_report: Report) -> None:
    validator = Draft202012Validator(schema_of("report"))
    for report in (full_report, empty_report):
        validator.validate(json.loads(as_json.render(build_document(report))))


def test_keys_in_their_order(full_report: Report) -> None:
    data = json.loads(as_json.render(build_document(full_report)))
    assert list(data) == ["schema", "tool", "run", "summary", "errors", "articles", "conflicts", "absent"]
    assert data["schema"] == "factcheck.report/1"
    assert data["summary"]["severities"] == {"high": 1, "medium": 1, "low": 1}
    claim = data["conflicts"][0]["sides"][0]["claims"][0]
    assert claim["match"] == "March 4"
    assert claim["published"] == "2031-03-05"
    courier = next(item for item in data["articles"] if item["id"].endswith("courier.txt"))
    assert courier["published"] == {"earliest": "2031-03-07", "latest": "2031-03-09", "how": "implied by a weekday", "time": "08:00"}


def test_offsets_point_at_the_words(full_report: Report) -> None:
    texts = {article.id: article.text for article in full_report.articles}
    for conflict in build_document(full_report).conflicts:
        for side in conflict.sides:
            for claim in side.claims:
                assert texts[claim.article][claim.start : claim.end] == claim.match
                assert texts[claim.article][claim.quote_start :].startswith(claim.quote)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_parts_changes_no_byte(full_report: Report, seed: int) -> None:
    shuffle = random.Random(seed)
    articles, conflicts, run = list(full_report.articles), list(full_report.conflicts), list(full_report.run)
    for part in (articles, conflicts, run):
        shuffle.shuffle(part)
    other = dataclasses.replace(full_report, articles=tuple(articles), conflicts=tuple(conflicts), run=tuple(run))
    assert as_json.render(build_document(other)) == as_json.render(build_document(full_report))


def test_origins_are_those_of_the_sides(full_report: Report) -> None:
    assert [side.origins for side in build_document(full_report).conflicts[0].sides] == [1, 4]


def test_no_character_that_a_terminal_acts_on(full_report: Report) -> None:
    text = as_json.render(build_document(full_report))
    assert "\\u202e" in text
    assert "\\u001b" in text
    assert text.isprintable() or set(char for char in text if not char.isprintable()) == {"\n"}
    assert as_json.dump({"half": "\ud800"}) == '{\n  "half": "\\ud800"\n}\n'


def test_saved_and_read_back(full_report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    document = build_document(full_report)
    path.write_text(as_json.render(document), encoding="utf-8")
    assert is_saved_report(str(path))
    assert read_saved_report(str(path)) == document
    assert problems_of(document) == full_report.problems


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"schema": "factcheck.report/2"}', "E383"),
        ('{"schema": "factcheck.report/1"', "E382"),
        ('{"schema": "factcheck.report/1", "tool": 3}', "E384"),
        ('{"schema": "factcheck.report/1", "x": ' + "[" * 100_000, "E382"),
    ],
)
def test_a_spoilt_report_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "report.json"
    path.write_text(text, encoding="utf-8")
    assert is_saved_report(str(path))
    with pytest.raises(InputError) as caught:
        read_saved_report(str(path))
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_faults_of_a_report_are_told_at_once_and_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text('{"schema": "factcheck.report/1", "tool": 3, "extra": 1}', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_saved_report(str(path))
    assert "not a valid report: tool must be an object; " in caught.value.problems[0].message
    assert re.search(r"; and \d+ more$", caught.value.problems[0].message)


@pytest.mark.parametrize(
    "text", ['{"title": "x", "text": "factcheck.report/1"}', '{"text": "\\"schema\\": \\"factcheck.report/1\\""}', "plain words", "[1]", ""]
)
def test_articles_are_no_reports(tmp_path: Path, text: str) -> None:
    path = tmp_path / "article.json"
    path.write_text(text, encoding="utf-8")
    assert not is_saved_report(str(path))
    assert not is_saved_report(str(tmp_path))
    assert not is_saved_report(str(tmp_path / "none"))


def test_a_claim_line(full_report: Report) -> None:
    claim = full_report.conflicts[0].sides[0].claims[0]
    line = as_json.render_lines([claim_record(claim)])
    data = json.loads(line)
    Draft202012Validator(schema_of("claim")).validate(data)
    assert line.endswith("}\n")
    assert data["value"]["kind"] == "count"
    assert data["text"] == "about 40"


def test_the_stored_schemas_are_current(project: Path) -> None:
    for name, data in (("report", schema_of("report")), ("claim", schema_of("claim")), ("rules", rules_schema())):
        stored = (project / "rules" / "schema" / f"{name}.json").read_text(encoding="utf-8")
        assert stored == as_json.dump(data), f"run: make schemas ({name})"
