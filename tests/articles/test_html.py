"""Web pages: body, headline, metadata, encodings, and what happens without the extra."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.articles.as_html import INSTALL
from factcheck.articles.inputs import list_files
from factcheck.model import Article, Locator
from factcheck.rulebook import Rulebook

from .conftest import Read, Write

pytest.importorskip("trafilatura", reason="the extra html is not installed")

STORY = (
    "The ferry <i>Solveig</i> ran aground off Portsea on Tuesday, May 7, with 48 people on board, the harbour office said.",
    "Two crew members broke an arm&nbsp;each; nobody else was hurt, according to the office&rsquo;s spokeswoman Ada Brenn.",
    "Tugs are to pull the vessel free at the next spring tide, which the office expects within eleven days of the accident.",
)


def page(head: str = "", above: str = "", story: tuple[str, ...] = STORY, h1: str = "Ferry runs aground off Portsea") -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f"<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n{head}\n</head>\n<body>\n"
        f"<nav><a href='/'>Home</a> <a href='/sea'>Sea and coast</a></nav>\n<article>\n<h1>{h1}</h1>\n{above}\n{body}\n</article>\n"
        "<aside><h3>Most read</h3><ul><li>Ninety whales counted in one bay</li></ul></aside>\n"
        "<footer>&copy; 2010-2024 Portsea Courier, 31,000 readers a day</footer>\n</body>\n</html>\n"
    )


def article(read: Read, source: str | bytes) -> Article:
    corpus = read({"a.html": source})
    assert [str(problem) for problem in corpus.problems] == []
    (found,) = corpus.articles
    return found


def words_at(source: str, found: Article, match: str) -> str:
    """What stands in the page where the article's words are said to stand."""
    line, column = Locator.of(found).locate(found.text.index(match))
    return source.split("\n")[line - 1][column - 1 :]


def test_the_body_is_kept_and_the_page_dropped(read: Read) -> None:
    found = article(read, page())
    assert found.title == "Ferry runs aground off Portsea"
    assert "48 people" in found.text
    assert "spring tide" in found.text
    for other in ("Home", "whales", "31,000", "<", "&nbsp;"):
        assert other not in found.text
    assert [block.role for block in found.blocks] == ["title", "body", "body", "body"]


@pytest.mark.parametrize(
    "match", ["Ferry runs", "Solveig", "ran aground", "48 people", "Two crew", "each; nobody", "Ada Brenn", "eleven days"]
)
def test_lines_and_columns_are_those_of_the_page(read: Read, match: str) -> None:
    source = page()
    assert words_at(source, article(read, source), match).startswith(match)


def test_places_in_wrapped_and_unwrapped_markup(read: Read) -> None:
    wrapped = page(story=tuple(paragraph.replace(", ", ",\n        ") for paragraph in STORY))
    flat = page().replace("\n", "")
    for source in (wrapped, flat, wrapped.replace("\n", "\r\n")):
        found = article(read, source)
        for match in ("with 48 people", "according", "within eleven"):
            assert words_at(source, found, match).startswith(match)


def test_places_of_repeated_and_teased_words(read: Read) -> None:
    teaser = "<div class='teaser'>The ferry Solveig ran aground off Portsea</div>"
    source = page(head="<title>Ferry runs aground off Portsea</title>", above=teaser)
    found = article(read, source)
    assert words_at(source, found, "Ferry runs").endswith("</h1>")
    assert words_at(source, found, "48 people").endswith("said.</p>")


def test_signs_before_words_keep_their_place(read: Read) -> None:
    source = page(
        story=("&ldquo;We saw it coming&rdquo;, said the pilot of the tug, who had warned the crew twice.", "$4,500 was paid.", *STORY)
    )
    found = article(read, source)
    assert words_at(source, found, "“We").startswith("&ldquo;We")
    assert words_at(source, found, "$4,500").startswith("$4,500 was")


def test_breaks_lists_and_tables(read: Read) -> None:
    more = (
        "The line was closed,<br>\nthe office said.<br><br>Repairs took a day.</p><ul><li>Line 4 runs again from Friday on.</li>\n"
        "<li>buses replace line 6</li></ul><table><tr><th>Line</th><th>Delay</th></tr>\n"
        "<tr><td>Line 4</td><td>35 minutes</td></tr></table><p>",
    )
    source = page(story=STORY + more)
    found = article(read, source)
    lines = [line for line in found.text.split("\n") if line][4:]
    assert lines == [
        "The line was closed, the office said.",
        "Repairs took a day.",
        "Line 4 runs again from Friday on.",
        "buses replace line 6",
        "Line | Delay",
        "Line 4 | 35 minutes",
    ]
    for match in ("the office said", "Repairs", "Line 4 runs", "buses", "35 minutes"):
        assert words_at(source, found, match).startswith(match)


LINKED = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x", "datePublished": "2001-01-01"},
 {"@type": ["NewsArticle"], "headline": "Ferry runs aground &amp; stays | Portsea Courier", "datePublished": "2024-05-07T21:40:00+02:00",
  "author": [{"@type": "Person", "name": "Mia Lund"}, {"@type": "Person", "name": "Ole Rask"}],
  "publisher": {"@type": "Organization", "name": "Portsea Courier"}, "mainEntityOfPage": {"@id": "https://courier.example/1"}}]}
</script>"""


def test_linked_data_comes_first_and_keeps_time_and_zone(read: Read) -> None:
    head = (
        LINKED
        + "<meta property='article:published_time' content='2024-05-09T00:00:00Z'><link rel='canonical' href='https://courier.example/2'>"
    )
    found = article(read, page(head))
    assert (found.published.day, found.published.time, found.published.how) == (date(2024, 5, 7), "21:40:00+02:00", "metadata (JSON-LD)")
    assert (found.source, found.author, found.url) == ("Portsea Courier", "Mia Lund, Ole Rask", "https://courier.example/2")
    assert found.title == "Ferry runs aground off Portsea", "the heading is what readers see"


def test_a_headline_of_the_metadata_stands_where_it_is_stated(read: Read) -> None:
    source = page(LINKED, h1="Courier")
    found = article(read, source)
    assert found.title == "Ferry runs aground & stays"
    assert found.text.startswith("Ferry runs aground & stays\n")
    assert words_at(source, found, "Ferry runs aground & stays").startswith("<script")
    assert words_at(source, found, "48 people").startswith("48 people")


@pytest.mark.parametrize(
    ("head", "day", "time"),
    [
        ("<meta property='article:published_time' content='2024-05-07T06:15:00-04:00'>", date(2024, 5, 7), "06:15:00-04:00"),
        ("<META NAME=parsely-pub-date CONTENT=2024-05-07T10:15:00Z>", date(2024, 5, 7), "10:15:00Z"),
        ('<meta content="2024-05-07" name="DC.date.issued"/>', date(2024, 5, 7), None),
        ("<meta itemprop='datePublished' content='May 7, 2024 at 9:05 pm'>", date(2024, 5, 7), "9:05 pm"),
        ("<script type='application/ld+json'>{broken</script><meta name='date' content='2024-05-07'>", date(2024, 5, 7), None),
        ("<script type='application/ld+json'>{'@type': 1}</script>", None, None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"soon"}</script>', None, None),
        ('<script type="application/ld+json">{"@type":"Person","datePublished":"2024-05-07"}</script>', None, None),
        ("<!-- <meta name='date' content='2024-05-07'> -->", None, None),
        ("<script>var s = \"<meta name='date' content='2024-05-07'>\"</script>", None, None),
    ],
)
def test_stated_dates(read: Read, head: str, day: date | None, time: str | None) -> None:
    found = article(read, page(head))
    assert (found.published.day, found.published.time) == (day, time)


def test_a_date_of_change_is_an_upper_bound(read: Read) -> None:
    found = article(read, page("<meta property='article:modified_time' content='2024-05-10T08:00:00Z'>"))
    assert (found.published.earliest, found.published.latest) == (None, date(2024, 5, 10))


def test_times_count_where_the_story_begins(read: Read) -> None:
    found = article(read, page(above="<p>Published <time datetime='2024-05-07T18:00+02:00'>last night</time></p>"))
    assert (found.published.day, found.published.time) == (date(2024, 5, 7), "18:00+02:00")
    changed = article(read, page(above="<p><time class='updated' datetime='2024-05-09'>May 9</time></p>"))
    assert (changed.published.earliest, changed.published.latest) == (None, date(2024, 5, 9))
    other = page().replace("<li>Ninety", "<li><time datetime='2019-01-02'>2019</time> Ninety")
    assert article(read, other).published.latest is None


def test_languages_of_templates_do_not_hide_an_english_text(read: Read) -> None:
    head = "<meta property='og:locale' content='en_GB'>"
    assert article(read, page(head).replace("lang='en'", "lang='de'")).language == "en"
    corpus = read({"a.html": page().replace("lang='en'", "lang='de'")})
    assert [problem.code for problem in corpus.problems] == ["E318"]


def test_a_sidecar_wins_over_the_page(read: Read) -> None:
    corpus = read({"a.html": page(LINKED), "a.meta.json": '{"published": "2024-05-08", "source": "Coast Radio"}'})
    (found,) = corpus.articles
    assert (found.published.day, found.source) == (date(2024, 5, 8), "Coast Radio")


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-16", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("iso-8859-2", "iso-8859-2"),
        ("cp1251", "windows-1251"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "no-such-charset"),
        ("utf-8", "unicode_escape"),
    ],
)
def test_encodings(read: Read, encoding: str, charset: str) -> None:
    name = {"cp1251": "Ада"}.get(encoding, "Adá")
    source = page(story=(*STORY, f"The pilot is called {name} Brenn and has steered ships there for thirty-one years.")).replace(
        "utf-8", charset
    )
    assert f"{name} Brenn" in article(read, source.encode(encoding)).text


def test_bytes_that_fit_no_charset_are_told(read: Read) -> None:
    source = page(story=(*STORY, "The pilot is called Adá Brenn and has steered ships there for thirty-one years.")).encode("cp1252")
    corpus = read({"a.html": source})
    assert [problem.code for problem in corpus.problems] == ["E307"]
    assert "Adá" in corpus.articles[0].text


@pytest.mark.parametrize("source", ["", "<html></html>", "<html><frameset><frame src='x'></frameset></html>", "<<<>>>", "<script>1"])
def test_pages_without_an_article(read: Read, source: str) -> None:
    corpus = read({"a.html": source})
    assert [(problem.code, problem.severity) for problem in corpus.problems] == [("E316", "warning")]


def test_text_without_markup_is_read(read: Read) -> None:
    plain = "The ferry ran aground off Portsea on Tuesday with 48 people on board.\n"
    assert "48 people" in article(read, plain).text


def test_the_parts_of_a_saved_page_are_no_articles(read: Read) -> None:
    corpus = read({"ferry.html": page(), "ferry_files/frame.html": page(h1="Other"), "notes_files/b.html": page(story=STORY[::-1])})
    assert [found.id for found in corpus.articles] == ["news/ferry.html", "news/notes_files/b.html"]


def test_without_the_extra_folders_get_one_notice_and_named_files_an_error(write: Write) -> None:
    folder = write({"a.txt": "One.", "b.html": page(), "c.htm": page()})
    (notice,) = list_files([folder], html=INSTALL).problems
    assert (notice.code, notice.severity, notice.hint) == ("E315", "warning", "python -m pip install 'factcheck-news[html]'")
    assert "2 files" in notice.message
    named = list_files([folder / "b.html", folder / "c.htm"], html=INSTALL)
    assert [(problem.code, problem.severity) for problem in named.problems] == [("E315", "error"), ("E315", "error")]
    assert named.files == []
    assert list_files([folder / "b.html"]).problems == []


ABSENT = "import sys; sys.modules['trafilatura'] = None; from factcheck.cli import main; sys.argv = ['factcheck', *sys.argv[1:]]; main()"


@pytest.mark.model
@pytest.mark.parametrize(("named", "code"), [("", 0), ("b.html", 2)])
def test_the_program_without_the_extra(write: Write, named: str, code: int) -> None:
    folder = write({"a.txt": "The ferry ran aground on May 7, 2024.", "b.html": page()})
    command = [sys.executable, "-c", ABSENT, "claims", str(folder / named)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == code, done.stderr
    assert "factcheck-news[html]" in done.stderr


def test_reading_text_imports_no_parser_of_pages(write: Write) -> None:
    folder = write({"a.txt": "The ferry ran aground."})
    look = (
        "import sys; from factcheck.articles import read_articles; from factcheck.rulebook import load_rules;"
        f"read_articles([{str(folder)!r}], load_rules()); print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, timeout=60, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout == "[]\n"


def test_the_same_page_twice_gives_the_same_article(write: Write, rulebook: Rulebook) -> None:
    folder = write({"a.html": page(LINKED)})
    first, second = (read_articles([folder], rulebook) for _ in range(2))
    assert first == second
