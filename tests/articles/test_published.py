"""When an article appeared, and how that is known."""

from __future__ import annotations

from datetime import date

import pytest
from growing import LINEAR, growth

from factcheck.articles.metadata import Stated
from factcheck.articles.published import dated_address, read_stamp
from factcheck.errors import Location
from factcheck.model import Publication
from factcheck.rulebook import Rulebook

from .conftest import Read

STORY = "The harbour master of Portsea said on Friday that both cranes had been lost in the storm."
MAY_9 = date(2024, 5, 9)


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "time"),
    [
        ("2024-05-09", MAY_9, MAY_9, None),
        ("2024-05-09T08:21:00-04:00", MAY_9, MAY_9, "08:21:00-04:00"),
        ("2024-05-09 23:59Z", MAY_9, MAY_9, "23:59Z"),
        ("2024-05-09T00:00:00", MAY_9, MAY_9, None),
        ("20240509T082100Z", MAY_9, MAY_9, None),
        ("2024-05", date(2024, 5, 1), date(2024, 5, 31), None),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31), None),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), None),
        ("2024-05-09/2024-05-12", MAY_9, date(2024, 5, 12), None),
        ("Thu, 09 May 2024 08:21:00 -0400", MAY_9, MAY_9, "08:21:00 -0400"),
        ("May 9, 2024", MAY_9, MAY_9, None),
        ("8:21 AM EDT, May 9, 2024", MAY_9, MAY_9, "8:21 AM EDT"),
        ("May 9, 2024 | 10:15", MAY_9, MAY_9, "10:15"),
        ("9th of May 2024", MAY_9, MAY_9, None),
        ("Published: 9 May 2024 at 5 p.m.", MAY_9, MAY_9, "5 p.m."),
        ("May 2024", date(2024, 5, 1), date(2024, 5, 31), None),
        ("31/05/2024", date(2024, 5, 31), date(2024, 5, 31), None),
        ("5/31/2024", date(2024, 5, 31), date(2024, 5, 31), None),
        ("9.5.2024", MAY_9, MAY_9, None),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), None),
    ],
)
def test_stamps(words: str, earliest: date, latest: date, time: str | None, rulebook: Rulebook) -> None:
    stamp = read_stamp(words, rulebook.words().whole("dateline.month"))
    assert stamp is not None
    assert (stamp.earliest, stamp.latest, stamp.time) == (earliest, latest, time)


@pytest.mark.parametrize(
    "words", ["May 9", "yesterday", "05/09/2024", "2023-02-29", "2024-13-01", "99999", "", "2024-05-12/2024-05-09", "0000-01-01"]
)
def test_no_stamps(words: str, rulebook: Rulebook) -> None:
    assert read_stamp(words, rulebook.words().whole("dateline.month")) is None


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("Storm takes both cranes\n\nMay 9, 2024 | 10:15", Publication(MAY_9, MAY_9, "dateline, line 3", "10:15")),
        ("Storm takes both cranes\n\nPublished: 9 May 2024", Publication(MAY_9, MAY_9, "dateline, line 3")),
        ("Storm takes both cranes\n\nPortsea, 9 May 2024", Publication(MAY_9, MAY_9, "dateline, line 3")),
        ("Storm takes both cranes\n\nPORTSEA, May 9, 2024 (Northwire) - Ships are late.", Publication(MAY_9, MAY_9, "dateline, line 3")),
        ("Storm takes both cranes\n\nUpdated: 9 May 2024", Publication(None, MAY_9, "date of change, line 3: published then or earlier")),
        (
            "Thursday, May 9, 2024\nHome\nStorm takes both cranes",
            Publication(None, MAY_9, "page header date, line 1: published then or earlier"),
        ),
        ("Storm takes both cranes\n\nA crane on May 9, 2024. (Ada Roe/Northwire)", Publication(how="not stated")),
        ("Storm takes both cranes\n\nMay 9", Publication(how="not stated")),
        ("Storm takes both cranes\n\nThe report was published on 9 May 2024.", Publication(how="not stated")),
    ],
)
def test_dates_in_the_text(top: str, expected: Publication, read: Read) -> None:
    (article,) = read({"a.txt": f"{top}\n\n{STORY}\n\n{STORY[:-1]} again, he said.\n"}).articles
    assert article.published == expected


def test_a_stamp_far_down_is_no_date_of_the_article(read: Read) -> None:
    text = (
        "Storm takes both cranes\n\n" + "\n\n".join(f"{STORY[:-1]} number {number}." for number in range(6)) + "\n\nMay 9, 2024\n\n" + STORY
    )
    (article,) = read({"a.txt": text}).articles
    assert article.published == Publication(how="not stated")


def test_metadata_goes_before_the_text(read: Read) -> None:
    text = f"Storm takes both cranes\n\nMay 9, 2024\n\n{STORY}"
    (article,) = read({"a.txt": text, "a.meta.json": '{"published": "2024-05-10T00:30:00+02:00"}'}).articles
    assert article.published == Publication(date(2024, 5, 10), date(2024, 5, 10), "metadata (sidecar)", "00:30:00+02:00")


def test_a_date_of_change_gives_way_to_a_dateline(read: Read) -> None:
    text = f"Storm takes both cranes\n\nMay 9, 2024\n\n{STORY}"
    sidecar = '{"modified": "2024-05-10"}'
    (article,) = read({"a.txt": text, "a.meta.json": sidecar}).articles
    assert article.published.day == MAY_9
    (article,) = read({"a.txt": f"Storm takes both cranes\n\n{STORY}", "a.meta.json": sidecar}).articles
    assert article.published == Publication(None, date(2024, 5, 10), "modified, metadata (sidecar): published then or earlier")


def test_a_date_that_cannot_be_read_is_told(read: Read) -> None:
    corpus = read({"a.txt": STORY, "a.meta.json": '{\n "published": "last Tuesday"}'})
    (problem,) = corpus.problems
    assert problem.code == "E314"
    assert problem.severity == "warning"
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == (2, 2)
    assert corpus.articles[0].published == Publication(how="not stated")


@pytest.mark.parametrize(
    ("file", "url", "expected"),
    [
        ("2024-05-09-storm.txt", None, Publication(MAY_9, MAY_9, "file name")),
        ("2024-05-09_agency_1.txt", None, Publication(MAY_9, MAY_9, "file name")),
        ("a.txt", "https://news.example/2024/5/9/storm", Publication(MAY_9, MAY_9, "address")),
        ("2024-05-10-storm.txt", "https://news.example/uk/2024/05/09/storm.html", Publication(MAY_9, MAY_9, "address")),
        ("storm-2024-05-09.txt", None, Publication(how="not stated")),  # the day may be that of the storm
        ("2024-13-09-storm.txt", None, Publication(how="not stated")),
        ("2024-05-0912.txt", None, Publication(how="not stated")),
        ("1024-05-09-storm.txt", None, Publication(how="not stated")),
        ("a.txt", "https://news.example/storm?of=/2024/05/09/", Publication(how="not stated")),
        ("a.txt", "https://news.example/2024/05/storm", Publication(how="not stated")),
    ],
)
def test_an_address_or_a_file_name_is_the_last_source(file: str, url: str | None, expected: Publication, read: Read) -> None:
    beside = {file.replace(".txt", ".meta.json"): f'{{"url": "{url}"}}'} if url else {}
    (article,) = read({file: STORY, **beside}).articles
    assert article.published == expected


def test_a_dateline_and_a_stated_day_go_before_a_file_name(read: Read) -> None:
    top = "Storm takes both cranes\n\nMay 9, 2024\n\n"
    stamped, stated = read({"2024-05-10-a.txt": f"{top}{STORY}", "2024-05-11-b.md": f"---\npublished: 2024-05-09\n---\n{STORY}"}).articles
    assert (stamped.published.day, stamped.published.how) == (MAY_9, "dateline, line 3")
    assert (stated.published.day, stated.published.how) == (MAY_9, "front matter")


def test_the_name_of_a_file_says_nothing_of_its_records(read: Read) -> None:
    records = "\n".join(f'{{"id": "{name}", "text": "{STORY} {name}."}}' for name in ("a", "b"))
    assert {article.published.how for article in read({"2024-05-09.jsonl": records}).articles} == {"not stated"}


def test_an_address_is_read_in_linear_time() -> None:
    def read_address(size: int) -> object:
        return dated_address({"url": Stated("://" * size, "front matter", Location("a.md"))}, "")

    assert growth(read_address, 20_000) < LINEAR
