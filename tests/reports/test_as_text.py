"""The text report."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import pytest

from factcheck.errors import Location, Problem
from factcheck.model import Report
from factcheck.reports import as_html, as_markdown, as_text
from factcheck.reports.document import build_document, select
from factcheck.reports.findings import answer_of, by_topic
from factcheck.reports.schema import ConflictRecord, ProblemRecord, TopicRecord
from factcheck.reports.terminal import Style

Golden = Callable[[str, str], None]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_the_full_report_at_80_columns(full_report: Report, golden: Golden) -> None:
    text = as_text.render(build_document(full_report))
    assert max(map(len, text.splitlines())) <= 80
    golden("report.txt", text)


def test_colour_adds_nothing_but_colour(full_report: Report) -> None:
    document = build_document(full_report)
    plain = as_text.render(document, Style(80, False)).replace("»", "").replace("«", "")
    coloured = ANSI.sub("", as_text.render(document, Style(80, True)))
    assert coloured.split() == plain.split()
    assert "\x1b[1;4mMarch 4\x1b[0m" in as_text.render(document, Style(80, True))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_width_holds(full_report: Report, width: int) -> None:
    text = as_text.render(build_document(full_report), Style(width))
    assert max(map(len, text.splitlines())) <= width


def test_worst_topic_first_and_topics_stay_together(full_report: Report) -> None:
    text = as_text.render(build_document(full_report))
    assert text.index("FC101") < text.index("FC501") < text.index("FC201")
    assert text.count("Harbour agreement of Brandvik") == 1


def test_no_control_or_bidi_character_gets_through(full_report: Report) -> None:
    text = as_text.render(build_document(full_report))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_escaped_where_shown(full_report: Report) -> None:
    document = build_document(full_report)
    articles = {article.id: article for article in document.articles}
    text = "\n".join(as_text.conflict_lines(document.conflicts[0], articles, Style(), max_quotes=None))
    assert r"\x1b[31mred\u202e" in text


def test_quotes_are_capped_and_the_rest_is_counted(full_report: Report) -> None:
    text = as_text.render(build_document(full_report))
    assert "and 1 more" in text


def test_a_long_sentence_is_cut_around_the_value(full_report: Report) -> None:
    document = build_document(full_report)
    articles = {article.id: article for article in document.articles}
    text = " ".join(" ".join(as_text.conflict_lines(document.conflicts[0], articles, Style(), max_quotes=None)).split())
    assert re.search(r"> … .{20,}»March 6, 2031« .{20,} …(?! [a-z])", text)


def test_nothing_found(empty_report: Report) -> None:
    text = as_text.render(build_document(empty_report))
    assert text == "No conflicts found among 2 articles; 7 claims compared.\n"


def test_one_article(empty_report: Report) -> None:
    one = dataclasses.replace(empty_report, articles=empty_report.articles[:1], claims=1)
    text = " ".join(as_text.render(build_document(one)).split())
    assert text == "No conflicts found inside the one article; there is no other to compare it with. 1 claim compared."


def test_no_article() -> None:
    assert as_text.render(build_document(Report((), ()))) == "No articles were read.\n"


def test_new_articles_that_could_not_be_read_are_not_told_as_nothing_new() -> None:
    missing = Problem("E301", "no such file or folder", Location("draft.txt"))
    told = {
        run: as_text.summary_line(build_document(Report((), (), problems, run=(("new", run),))))
        for run, problems in (("named", (missing,)), ("since main", (missing,)), ("all", ()))
    }
    assert told["named"].startswith("Nothing was checked: the new articles could not be read.")
    assert told["since main"].startswith("Nothing to check: no article is new or changed.")
    assert told["all"] == "Nothing to check: no article is new or changed."


def test_summary_counts_what_is_shown(full_report: Report) -> None:
    document = build_document(full_report)
    assert as_text.summary_line(document) == (
        "2 conflicts (1 high, 1 medium) and 1 dispute (1 low) in 5 articles; 214 claims compared. Not read: 1 file."
    )
    unread = [ProblemRecord(code="E308", severity="error", message="x", path="a.jsonl", line=line, column=1) for line in (1, 4)] + [
        ProblemRecord(code="E303", severity="error", message="x", path="b.txt"),
        ProblemRecord(code="E302", severity="error", message="x", path="c"),
    ]
    partly = document.model_copy(update={"errors": tuple(unread)})
    assert as_text.summary_line(partly).endswith("claims compared. Not read: 1 file, 1 folder and 2 records.")
    assert (
        as_text.summary_line(select(document, min_severity="high"))
        == "1 conflict (1 high) in 5 articles; 214 claims compared. Also: 2 left out (--min-severity high). Not read: 1 file."
    )
    none = "No conflict is shown, and 3 are left out (--min-confidence 1); 214 claims compared. Not read: 1 file."
    assert as_text.summary_line(select(document, min_confidence=1.0)) == none
    assert as_text.summary_line(select(select(document, min_severity="high"), min_confidence=1.0)).startswith(
        "No conflict is shown, and 3 are"
    )
    assert [item.id for item in select(document, min_confidence=0.8).conflicts] == ["FC-00000001", "FC-00000003"]


def test_a_quote_whose_offsets_do_not_fit_is_shown_unmarked(full_report: Report) -> None:
    document = build_document(full_report)
    side = document.conflicts[0].sides[0]
    claim = side.claims[0].model_copy(update={"quote": "Short.", "quote_start": 0})
    changed = document.conflicts[0].model_copy(update={"sides": (side.model_copy(update={"claims": (claim,)}), side)})
    assert "      > Short." in as_text.conflict_lines(changed, {}, Style())


def test_topics_of_one_story_stand_together(full_report: Report) -> None:
    document = build_document(full_report)
    first, second, third = document.conflicts

    def told(conflict: ConflictRecord, number: int, story: str) -> ConflictRecord:
        claims = [side.claims[0].model_copy(update={"article": f"{story}-{at}"}) for at, side in enumerate(conflict.sides)]
        sides = tuple(side.model_copy(update={"claims": (claim,)}) for side, claim in zip(conflict.sides, claims, strict=True))
        return conflict.model_copy(update={"sides": sides, "topic": TopicRecord(id=f"t{number}", label="")})

    mixed = [told(first, 1, "sea"), told(second, 2, "land"), told(third, 3, "sea"), told(first, 1, "sea")]
    assert [[item.topic.id for item in topic] for topic in by_topic(mixed)] == [["t1", "t1"], ["t3"], ["t2"]]


def test_two_short_answers_stand_in_the_headline(full_report: Report) -> None:
    conflict = build_document(full_report).conflicts[0]
    pair = conflict.model_copy(update={"message": "age of Ann Lee: the ages exclude each other", "sides": conflict.sides[:2]})
    first, second = (side.text for side in pair.sides)
    assert as_text.headline(pair) == f"age of Ann Lee: {first} or {second}"
    long = pair.sides[0].model_copy(update={"text": "x" * 60})
    assert as_text.headline(pair.model_copy(update={"sides": (long, pair.sides[1])})) == pair.message
    assert as_text.headline(pair.model_copy(update={"message": "Two days."})) == "Two days."


@pytest.mark.parametrize(
    ("kind", "texts", "answers"),
    [
        ("polarity", ("not done: sent mayday", "done: sent mayday"), ["no: sent mayday", "yes: sent mayday"]),
        ("polarity", ("to be done: resign", "not to be done: stay"), ["planned: resign", "not planned: stay"]),
        ("polarity", ("locked", "not locked"), ["yes: locked", "no: locked"]),
        ("polarity", ("not announced: withdrawal", "announced: withdrawal"), ["not announced: withdrawal", "announced: withdrawal"]),
        ("count", ("done: 3", "not done: 4"), ["done: 3", "not done: 4"]),
    ],
)
def test_answers_to_a_question_of_yes_and_no(full_report: Report, kind: str, texts: tuple[str, str], answers: list[str]) -> None:
    conflict = build_document(full_report).conflicts[0]
    sides = tuple(conflict.sides[0].model_copy(update={"text": text}) for text in texts)
    changed = conflict.model_copy(update={"kind": kind, "sides": sides})
    assert [answer_of(changed, side) for side in sides] == answers


def test_a_path_is_never_cut(full_report: Report) -> None:
    document = build_document(full_report)
    path = "news/2031/03/05/harbour-agreement-signed-after-talks.txt"
    articles = tuple(article.model_copy(update={"path": path}) for article in document.articles)
    text = as_text.render(document.model_copy(update={"articles": articles}), Style(width=40))
    assert f"        {path}:1:69," in text.splitlines()


def test_answers_that_leave_something_open_are_told_apart(full_report: Report) -> None:
    conflict = build_document(full_report).conflicts[0]
    sides = tuple(conflict.sides[0].model_copy(update={"text": text}) for text in ("2:40 a.m. or p.m.", "15:10"))
    changed = conflict.model_copy(update={"message": "time of the fall: the times of day contradict each other", "sides": sides})
    assert as_text.headline(changed) == "time of the fall: 2:40 a.m. or p.m. against 15:10"


def test_all_formats_for_people_have_one_headline(full_report: Report) -> None:
    document = build_document(full_report)
    told = as_text.headline(document.conflicts[0])
    assert told in " ".join(as_text.render(document, Style(width=100)).split())
    assert told in as_markdown.render(document)
    assert told in as_html.render(document)
