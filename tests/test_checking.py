"""The pipeline as a whole on the seed articles: what must not change its findings."""

from __future__ import annotations

import random
import textwrap
from pathlib import Path

import pytest

from factcheck.checking import Options, check, chosen_codes, extract
from factcheck.errors import SetupError
from factcheck.model import CONTEXT, Report
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document
from factcheck.rulebook import ComparisonRule, Rulebook, load_rules

pytestmark = pytest.mark.model


def bytes_of(report: Report) -> str:
    return render(build_document(report))


def findings(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(conflict.id, conflict.fingerprint, tuple(side.value for side in conflict.sides)) for conflict in report.conflicts]


@pytest.fixture(scope="module")
def seeds(project: Path) -> list[str]:
    return sorted(str(path) for path in (project / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def report(seeds: list[str]) -> Report:
    return check(seeds)


def test_the_claims_shown_are_those_counted(report: Report, seeds: list[str]) -> None:
    claims, problems = extract(seeds)
    assert not [problem for problem in problems if problem.severity == "error"]
    assert len(claims) == report.claims
    assert all(claim.kind != CONTEXT for claim in claims)


def test_the_order_of_files_changes_no_byte(report: Report, seeds: list[str]) -> None:
    shuffled = list(seeds)
    random.Random(7).shuffle(shuffled)
    assert bytes_of(check(shuffled)) == bytes_of(report)


MONTHS = ("April", "May", "June", "July")


@pytest.mark.parametrize("size", [1, 7])
def test_the_batch_size_changes_no_finding(report: Report, seeds: list[str], size: int) -> None:
    assert findings(check(seeds, Options(batch_size=size))) == findings(report)


def test_wrapping_lines_changes_no_id(report: Report, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for path in (project / "seeds").iterdir():
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".txt":
            lines = [textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n")]
            text = "\n".join(line for wrapped in lines for line in wrapped)
        (folder / path.name).write_text(text, encoding="utf-8")
    wrapped = check([folder])
    assert [(conflict.id, conflict.fingerprint) for conflict in wrapped.conflicts] == [
        (conflict.id, conflict.fingerprint) for conflict in report.conflicts
    ]


def test_every_quote_stands_where_it_says(report: Report) -> None:
    texts = {article.id: article.text for article in report.articles}
    assert report.conflicts
    for conflict in report.conflicts:
        assert len(conflict.sides) >= 2
        for side in conflict.sides:
            for claim in side.claims:
                words = texts[claim.anchor.article][claim.anchor.span.start : claim.anchor.span.end]
                assert words == claim.anchor.match
                assert " ".join(words.split()) in claim.anchor.quote
                lines = texts[claim.anchor.article][: claim.anchor.span.start].split("\n")
                assert (claim.anchor.line, claim.anchor.column) == (len(lines), len(lines[-1]) + 1)


def test_one_more_agreeing_article_moves_no_id(report: Report, seeds: list[str], tmp_path: Path) -> None:
    copy = tmp_path / "agreeing.txt"
    copy.write_text("A quiet day\n\nNothing happened in the village on Sunday, and nobody minded it at all.\n", encoding="utf-8")
    more = check([*seeds, copy])
    assert [conflict.id for conflict in more.conflicts] == [conflict.id for conflict in report.conflicts]


def test_codes_are_selected_and_ignored_by_code_or_name() -> None:
    rules = list(load_rules().of(ComparisonRule))
    quiet = next(rule for rule in rules if rule.code == "FC201").model_copy(update={"default": False})
    rulebook = Rulebook(tuple(quiet if rule.code == "FC201" else rule for rule in rules))
    everything = {rule.code for rule in rules if rule.default}
    assert chosen_codes(rulebook, Options()) == everything - {"FC201"}
    assert chosen_codes(rulebook, Options(select=("fc201", "dates-apart"))) == {"FC101", "FC201"}
    assert chosen_codes(rulebook, Options(ignore=("name-spelling",))) == everything - {"FC201", "FC401"}
    assert chosen_codes(rulebook, Options(select=("FC101",), ignore=("FC101",))) == frozenset()
    for options in (Options(select=("FC999",)), Options(ignore=("nope",))):
        with pytest.raises(SetupError, match="no conflict code"):
            chosen_codes(rulebook, options)


def test_only_what_is_selected_is_reported(report: Report, seeds: list[str]) -> None:
    code = report.conflicts[0].code
    assert {conflict.code for conflict in check(seeds, Options(select=(code,))).conflicts} == {code}
    assert code not in {conflict.code for conflict in check(seeds, Options(ignore=(code,))).conflicts}


def test_one_path_needs_no_list(project: Path) -> None:
    seed = next((project / "seeds").glob("*.txt"))
    assert len(check(str(seed)).articles) == len(check(seed).articles) == 1
    missing = check("nope")
    assert [problem.code for problem in missing.problems if problem.severity == "error"] == ["E301"]


def test_a_check_about_some_articles_reports_only_what_touches_them(report: Report, seeds: list[str]) -> None:
    chosen = "003_1adf2b923673d809.txt"
    some = check(seeds, new=lambda article: article.path.endswith(chosen))
    assert some.new is not None
    assert len(some.new) == 1
    touched = [item.id for item in report.conflicts if any(some.new & set(side.articles) for side in item.sides)]
    assert 0 < len(touched) < len(report.conflicts)
    assert [item.id for item in some.conflicts] == touched
    assert check(seeds, new=lambda _: False).conflicts == ()
    assert report.new is None


def test_a_question_that_is_answered_too_often_is_told(tmp_path: Path) -> None:
    text = " ".join(f"The harbour bridge in Vesk was closed on {day} {month} 2024." for month in MONTHS for day in range(1, 29))
    (tmp_path / "long.txt").write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "short.txt").write_text("The harbour bridge in Vesk was closed on 3 May 2024.\n", encoding="utf-8")
    (cut, *_) = [problem for problem in check([tmp_path]).problems if problem.code == "W601"]
    assert "claims of kind date answer one question, as “1 April 2024” does" in cut.message
    assert "long.txt:1:" in cut.message
