"""The formats for CI systems: what they show, where, and that the readers of each format accept it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from ci_documents import checked, known, workflow_commands
from jsonschema import Draft4Validator

from factcheck.model import Report
from factcheck.reports import as_concise, as_github, as_gitlab, as_json, as_jsonl, as_junit, as_markdown, as_sarif
from factcheck.reports.document import build_document
from factcheck.reports.findings import findings, moved
from factcheck.reports.formats import Format
from factcheck.reports.rendering import RENDERERS
from factcheck.reports.schema import ReportDocument
from factcheck.reports.terminal import Style

Golden = Callable[[str, str], None]
STANDARDS = Path(__file__).parent / "standards"
SARIF = Draft4Validator(json.loads((STANDARDS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
JUNIT = xmlschema.XMLSchema(STANDARDS / "junit.xsd")
SUFFIXES = {Format.markdown: "md", Format.html: "html", Format.gitlab: "json", Format.junit: "xml"}


@pytest.fixture
def document(full_report: Report) -> ReportDocument:
    return checked(full_report)


@pytest.fixture
def nothing(empty_report: Report) -> ReportDocument:
    return build_document(empty_report)


def test_every_format_has_its_renderer() -> None:
    assert set(RENDERERS) == set(Format)


@pytest.mark.parametrize("name", sorted(set(Format) - {Format.json, Format.jsonl, Format.sarif}))
def test_golden(name: Format, document: ReportDocument, golden: Golden) -> None:
    golden(f"check-{name}.{SUFFIXES.get(name, 'txt')}", RENDERERS[name](document, Style()))


@pytest.mark.parametrize("name", set(Format) - {Format.text, Format.markdown})
def test_formats_for_programs_look_alike_on_every_terminal(name: Format, document: ReportDocument) -> None:
    assert RENDERERS[name](document, Style(100, True)) == RENDERERS[name](document, Style(40, False))


def test_the_place_is_in_a_new_article_where_there_is_one(document: ReportDocument) -> None:
    assert [(item.conflict.id, str(item.place)) for item in findings(document)] == [
        ("FC-00000001", "news/gazette.md:1:37"),
        ("FC-00000002", "news/gazette.md:1:66"),
    ]
    assert (first := next(findings(document)).place).end_column == first.column + len("March 6")


def test_else_it_is_that_of_the_first_side(full_report: Report) -> None:
    assert str(next(findings(build_document(full_report))).place) == "news/herald.txt:1:69"


@pytest.mark.parametrize(
    ("path", "field", "match", "end"),
    [
        ("a.txt", "text", "x\nyz", (8, 3)),
        ("a.txt", "text", "xyz", (7, 8)),
        ("a.html", "text", "xyz", (None, None)),
        ("a.md", "title", "xyz", (None, None)),
    ],
)
def test_ends_are_told_where_they_are_known(
    full_report: Report, path: str, field: str, match: str, end: tuple[int | None, int | None]
) -> None:
    document = build_document(full_report)
    conflict = document.conflicts[0]
    claim = conflict.sides[0].claims[0].model_copy(update={"article": path, "field": field, "match": match, "line": 7, "column": 5})
    side = conflict.sides[0].model_copy(update={"claims": (claim,)})
    changed = document.model_copy(update={"conflicts": (conflict.model_copy(update={"sides": (side, conflict.sides[1])}),)})
    place = next(findings(changed)).place
    assert (place.end_line, place.end_column) == end


def test_paths_are_those_from_the_root_of_the_repository(document: ReportDocument) -> None:
    for start, root, expected in (
        ("/r", "/r", "news/courier.txt"),
        ("/r/sub", "/r", "sub/news/courier.txt"),
        ("/s", "/r", "news/courier.txt"),
    ):
        assert moved(document, start, root).articles[1].path == expected
    absolute = document.articles[0].model_copy(update={"path": "/r/a b.txt"})
    stream = document.articles[1].model_copy(update={"path": "<stdin>"})
    changed = moved(document.model_copy(update={"articles": (absolute, stream)}), "/elsewhere", "/r")
    assert [article.path for article in changed.articles] == ["a b.txt", "<stdin>"]


class TestGithub:
    """Workflow commands."""

    def test_commands(self, document: ReportDocument) -> None:
        problem, signed, dockers = workflow_commands(as_github.render(document))
        assert problem[0] == "error"
        assert problem[1] == {"file": "news/broken.txt", "title": "E301 not checked"}
        assert signed[:2] == (
            "error",
            {"file": "news/gazette.md", "line": "1", "col": "37", "endColumn": "44", "title": "FC101 Harbour agreement of Brandvik (high)"},
        )
        assert "here: 6 March 2031\nthere: 4 March 2031 (news/herald.txt:1:69)" in signed[2]
        assert dockers[0] == "warning"

    def test_known_and_waived_ones_are_silent(self, document: ReportDocument) -> None:
        names = [properties["title"] for _, properties, _ in workflow_commands(as_github.render(known(document)))]
        assert names == ["E301 not checked"]

    @pytest.mark.parametrize(("high", "medium", "low"), [(10, 10, 10), (11, 3, 0), (12, 40, 2), (0, 0, 11), (3, 3, 3)])
    def test_no_more_than_are_shown(self, full_report: Report, high: int, medium: int, low: int) -> None:
        document = build_document(full_report).model_copy(update={"errors": ()})
        one = document.conflicts[0].model_copy(update={"verdict": "conflict"})
        levels = ["high"] * high + ["medium"] * medium + ["low"] * low
        conflicts = tuple(one.model_copy(update={"severity": level}) for level in levels)
        commands = workflow_commands(as_github.render(document.model_copy(update={"conflicts": conflicts})))
        names = [name for name, _, _ in commands]
        assert all(names.count(name) <= 10 for name in ("error", "warning", "notice"))
        told = re.match(r"(\d+) more", commands[-1][2])
        assert len(commands) - bool(told) + int(told[1] if told else 0) == high + medium + low
        assert bool(told) is (max(high, medium, low) > 10)

    def test_nothing(self, nothing: ReportDocument) -> None:
        assert as_github.render(nothing) == ""


class TestGitlab:
    """The code quality report."""

    def test_entries(self, document: ReportDocument) -> None:
        entries = json.loads(as_gitlab.render(document))
        assert [entry["severity"] for entry in entries] == ["critical", "major"]
        assert entries[0]["location"] == {"path": "news/gazette.md", "lines": {"begin": 1}}
        assert entries[0]["check_name"] == "FC101"
        for entry in entries:
            assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert len({entry["fingerprint"] for entry in entries}) == len(entries)

    def test_a_dispute_is_information(self, full_report: Report) -> None:
        assert [entry["severity"] for entry in json.loads(as_gitlab.render(build_document(full_report)))] == ["critical", "major", "info"]

    def test_nothing(self, nothing: ReportDocument) -> None:
        assert json.loads(as_gitlab.render(nothing)) == []


class TestSarif:
    """SARIF 2.1.0."""

    def test_valid(self, document: ReportDocument, nothing: ReportDocument, full_report: Report) -> None:
        for item in (document, nothing, known(document), build_document(full_report)):
            SARIF.validate(json.loads(as_sarif.render(item)))

    def test_states_and_suppressions(self, document: ReportDocument) -> None:
        run = json.loads(as_sarif.render(document))["runs"][0]
        by_id = {result["partialFingerprints"]["conflict/v1"]: result for result in run["results"]}
        states = {name: result["baselineState"] for name, result in by_id.items()}
        assert states == {"FC-00000001": "new", "FC-00000002": "updated", "FC-00000003": "new", "FC-000000ff": "absent"}
        assert by_id["FC-00000003"]["suppressions"][0]["justification"] == "both | <agreed>"
        assert [name for name, result in by_id.items() if "suppressions" in result] == ["FC-00000003"]
        assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "note"]

    def test_links_lead_to_places(self, document: ReportDocument) -> None:
        for result in json.loads(as_sarif.render(document))["runs"][0]["results"][:3]:
            numbers = [int(number) for number in re.findall(r"\[[^\]]*\]\((\d+)\)", result["message"]["text"])]
            related = {place["id"]: place for place in result["relatedLocations"]}
            assert numbers == [1, 2]
            first = related[1]["physicalLocation"]["region"]
            assert first["endColumn"] > first["startColumn"] > 0
            assert len(related) >= 2

    @pytest.mark.parametrize("text", ["\\", "a [b](2) \\", "\\]", "[\\[", "{0}"])
    def test_no_answer_closes_its_link(self, document: ReportDocument, text: str) -> None:
        conflict = document.conflicts[0]
        sides = tuple(side.model_copy(update={"text": text}) for side in conflict.sides)
        changed = document.model_copy(update={"conflicts": (conflict.model_copy(update={"sides": sides}),)})
        message = json.loads(as_sarif.render(changed))["runs"][0]["results"][0]["message"]["text"]
        links = re.findall(r"(?<!\\)\[((?:[^\[\]\\]|\\[^\n])*)\]\((\d+)\)", message)
        assert [number for _, number in links] == ["1", "2"]
        assert not re.search(r"(?<!\{)\{(?!\{)", message)

    def test_rules_are_explained_and_found_by_index(self, document: ReportDocument) -> None:
        run = json.loads(as_sarif.render(document))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for rule in rules:
            assert "What silences it" in rule["help"]["text"]
            assert "## What silences it" in rule["help"]["markdown"]
            assert "helpUri" not in rule
        for result in run["results"][:3]:
            location = result["locations"][0]["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]

    def test_texts_of_rules_are_not_broken_into_lines(self, document: ReportDocument) -> None:
        for rule in json.loads(as_sarif.render(document))["runs"][0]["tool"]["driver"]["rules"]:
            assert "\n" not in rule["fullDescription"]["text"]
            lines = rule["help"]["text"].splitlines()
            assert not [line for line, after in pairwise(lines) if line and after[:1].islower()]

    def test_errors_are_notifications(self, document: ReportDocument, nothing: ReportDocument) -> None:
        (invocation,) = json.loads(as_sarif.render(document))["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        note = invocation["toolExecutionNotifications"][0]
        assert (note["descriptor"]["id"], note["level"]) == ("E301", "error")
        assert json.loads(as_sarif.render(nothing))["runs"][0]["invocations"][0]["executionSuccessful"] is True

    def test_columns_count_code_points(self, document: ReportDocument) -> None:
        assert json.loads(as_sarif.render(document))["runs"][0]["columnKind"] == "unicodeCodePoints"


class TestJunit:
    """JUnit XML."""

    def test_valid(self, document: ReportDocument, nothing: ReportDocument) -> None:
        for item in (document, nothing, known(document)):
            JUNIT.validate(as_junit.render(item))

    def test_cases(self, document: ReportDocument) -> None:
        root = ElementTree.fromstring(as_junit.render(document))
        suite = root[0]
        assert [(case.get("classname"), case[0].tag) for case in suite] == [
            ("factcheck.FC101", "failure"),
            ("factcheck.FC201", "failure"),
            ("factcheck.FC501", "skipped"),
            ("factcheck.E301", "error"),
        ]
        assert (suite.get("tests"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) == ("4", "2", "1", "1")
        assert suite[0].get("file") == "news/gazette.md"

    def test_a_dispute_does_not_fail(self, full_report: Report) -> None:
        root = ElementTree.fromstring(as_junit.render(build_document(full_report)))
        assert root.get("failures") == "2"
        assert root.find(".//system-out") is not None

    def test_nothing_is_one_case_that_passes(self, nothing: ReportDocument) -> None:
        (case,) = ElementTree.fromstring(as_junit.render(nothing))[0]
        assert len(case) == 0


class TestJsonl:
    """JSON Lines."""

    def test_the_lines_make_up_the_report(self, document: ReportDocument) -> None:
        *conflicts, last = [json.loads(line) for line in as_jsonl.render(document).splitlines()]
        assert {line.pop("type") for line in conflicts} == {"conflict"}
        assert last.pop("type") == "summary"
        assert {**last, "conflicts": conflicts} == json.loads(as_json.render(document))

    def test_nothing_is_a_summary(self, nothing: ReportDocument) -> None:
        assert json.loads(as_jsonl.render(nothing))["type"] == "summary"


class TestMarkdown:
    """Markdown."""

    def test_as_much_as_fits(self, document: ReportDocument) -> None:
        whole = as_markdown.render(document)
        assert as_markdown.render_within(document, 1_000_000) == whole
        part = as_markdown.render_within(document, len(whole.encode()) - 100)
        assert part.endswith("1 more are too long to be shown here.\n")
        assert len(part.encode()) < len(whole.encode()) - 100
        assert as_markdown.render_within(document, 1).count("###") == 0

    def test_new_articles_come_first_among_the_quotes(self, document: ReportDocument) -> None:
        section = as_markdown.render(document).split("### ")[1].split("4 articles")[1]
        assert section.index("gazette.md") < section.index("chronicle.txt")


def test_a_line_of_a_name_does_not_repeat_it(document: ReportDocument) -> None:
    first = document.conflicts[0]
    sides = tuple(side.model_copy(update={"text": text}) for side, text in zip(first.sides, ("Fonn", "Fon"), strict=False))
    named = first.model_copy(update={"message": "Ada Fonn: spelt in 2 ways", "sides": sides, "kind": "name"})
    lines = as_concise.render(document.model_copy(update={"conflicts": (named,)})).splitlines()
    assert [line.partition("] ")[2] for line in lines] == ["Fonn: spelt in 2 ways", "Fon: Ada Fonn: spelt in 2 ways"]
