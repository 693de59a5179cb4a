"""Metadata from every format, and which source of it wins."""

from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.model import Article

from .conftest import Read

TEXT = "The harbour master of Portsea said on Friday that both cranes had been lost in the storm."
DAY = date(2024, 5, 9)


def only(read: Read, files: dict[str, str]) -> Article:
    corpus = read(files)
    assert corpus.problems == ()
    (article,) = corpus.articles
    return article


RECORDS = {
    "own": {
        "id": "1",
        "url": "https://g.example/1",
        "source": "Gazette",
        "title": "Storm",
        "author": "Ada Roe",
        "published": "2024-05-09",
        "text": TEXT,
    },
    "ninjs 1": {
        "uri": "1",
        "headline": "Storm",
        "byline": "Ada Roe",
        "versioncreated": "2024-05-09T10:00:00Z",
        "provider": "Gazette",
        "body_text": TEXT,
        "body_html": f"<p>{TEXT}</p>",
        "language": "en",
        "pubstatus": "usable",
        "type": "text",
        "link": "https://g.example/1",
    },
    "ninjs 3": {
        "uri": "1",
        "headlines": [{"role": "main", "value": "Storm"}],
        "by": "Ada Roe",
        "firstCreated": "2024-05-09T10:00:00Z",
        "provider": {"name": "Gazette"},
        "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}, {"contentType": "text/plain", "value": TEXT}],
        "url": "https://g.example/1",
    },
    "trafilatura": {
        "id": "1",
        "title": "Storm",
        "author": "Ada Roe",
        "hostname": "g.example",
        "source-hostname": "Gazette",
        "source": "https://g.example/1",
        "date": "2024-05-09",
        "fingerprint": "abc",
        "text": TEXT,
        "raw_text": "other",
        "excerpt": "x",
        "categories": "",
        "tags": "",
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "1",
        "headline": "Storm",
        "author": [{"@type": "Person", "name": "Ada Roe"}],
        "publisher": {"@type": "Organization", "name": "Gazette"},
        "datePublished": "2024-05-09T10:00:00+02:00",
        "inLanguage": "en-GB",
        "mainEntityOfPage": {"@id": "https://g.example/1"},
        "articleBody": TEXT,
    },
}


@pytest.mark.parametrize("name", RECORDS)
def test_json_formats(name: str, read: Read) -> None:
    article = only(read, {"a.json": json.dumps(RECORDS[name])})
    assert (article.id, article.title, article.author, article.url) == ("news/a.json#1", "Storm", "Ada Roe", "https://g.example/1")
    assert (article.text, article.published.day, article.language) == (TEXT, DAY, "en")
    assert article.source in ("Gazette", "g.example")
    assert article.published.how == "metadata (JSON)"
    assert [(block.role, block.field) for block in article.blocks] == [("title", "title"), ("body", "text")]
    assert article.words_of("title")[: article.blocks[0].span.end] == "Storm"


def test_json_lines(read: Read) -> None:
    lines = [json.dumps({"id": "x", "text": TEXT}), "", json.dumps({"text": TEXT + " Twice."})]
    corpus = read({"a.jsonl": "\n".join(lines)})
    assert [(article.id, article.line_in_file) for article in corpus.articles] == [("news/a.jsonl#3", 3), ("news/a.jsonl#x", 1)]
    assert [(article.path.rpartition("/")[2], article.record) for article in corpus.articles] == [("a.jsonl", "3"), ("a.jsonl", "x")]


@pytest.mark.parametrize("wrap", [lambda records: records, lambda records: {"articles": records}, lambda records: {"@graph": records}])
def test_lists_of_records(wrap: object, read: Read) -> None:
    records = [{"id": "x", "text": TEXT}, {"text": TEXT + " Twice."}]
    corpus = read({"a.json": json.dumps(wrap(records))})  # type: ignore[operator] - a parametrised function
    assert [article.id for article in corpus.articles] == ["news/a.json#2", "news/a.json#x"]


def test_json_offsets_are_in_the_text_field(read: Read) -> None:
    article = only(read, {"a.json": json.dumps({"title": "Storm takes cranes", "text": f"Storm takes cranes\n\n{TEXT}"})})
    body = next(block for block in article.blocks if block.field == "text")
    assert body.span.of(article.text) == TEXT
    assert [item.name for item in article.furniture] == ["repeated"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Storm takes both cranes", "Storm takes both cranes"),
        ("title: Storm: harbour loses both cranes", "Storm: harbour loses both cranes"),
        ('title: "It was dark", says harbour master', '"It was dark", says harbour master'),
        ('title: "It was dark: harbour master"', "It was dark: harbour master"),
        ("title: 'It''s dark'", "It's dark"),
        ("title: Storm is #1 of the year", "Storm is #1 of the year"),
        ("title: 1984", "1984"),
        ("title: No", "No"),
        ("title: @portsea says no", "@portsea says no"),
        ("title: - Storm -", "- Storm -"),
        ("title:   Caf\u00e9 — closed  ", "Caf\u00e9 — closed"),
    ],
)
def test_front_matter_titles(line: str, title: str, read: Read) -> None:
    article = only(read, {"a.md": f"---\n{line}\nsource: The Gazette\npublished: 2024-05-09T08:00:00Z\n---\n\n{TEXT}\n"})
    assert (article.title, article.source, article.published.day) == (title, "The Gazette", DAY)
    assert article.published.how == "front matter"
    first = article.blocks[0]
    assert first.role == "title"
    assert first.span.of(article.text).replace("''", "'") == title
    hidden = {position for item in article.furniture for position in range(item.span.start, item.span.end)}
    assert not hidden & set(range(first.span.start, first.span.end))
    assert {position for position in range(article.text.index(TEXT)) if article.text[position].strip()} <= hidden | set(
        range(first.span.start, first.span.end)
    )


def test_front_matter_with_windows_lines_and_a_mark(read: Read) -> None:
    article = only(read, {"a.md": f"\ufeff---\r\ntitle: Storm\r\ndate: 9 May 2024\r\ntags: [a, b]\r\n---\r\n\r\n{TEXT}\r\n"})
    assert (article.title, article.published.day) == ("Storm", DAY)


def test_three_dashes_alone_are_no_front_matter(read: Read) -> None:
    article = only(read, {"a.md": f"---\n\n{TEXT}\n"})
    assert [block.span.of(article.text) for block in article.blocks] == [TEXT]


def test_markdown_signs_are_furniture(read: Read) -> None:
    article = only(
        read,
        {"a.md": f"# Storm takes cranes\n\nThe **harbour** master [said](https://g.example/2024/05/03) it was *dark* at 5*3.\n\n{TEXT}\n"},
    )
    assert article.title == "Storm takes cranes"
    assert article.blocks[0].span.of(article.text) == "Storm takes cranes"
    assert [item.span.of(article.text) for item in article.furniture] == ["**", "**", "(https://g.example/2024/05/03)", "*", "*"]


def test_who_wins(read: Read) -> None:
    files = {
        "a.md": f"---\nsource: front\ntitle: front\nauthor: front\n---\n{TEXT}",
        "articles.yaml": "articles:\n  a.md: {source: table, title: table}\n",
        "a.meta.json": '{"source": "sidecar"}',
    }
    article = only(read, files)
    assert (article.source, article.title, article.author) == ("sidecar", "table", "front")


def test_tables_reach_into_folders(read: Read) -> None:
    files = {
        "x/a.txt": TEXT,
        "articles.csv": "file,source,published\nx/a.txt,Outer,2024-05-09\n",
        "x/articles.yaml": "articles:\n  a.txt: {source: Inner}\n",
    }
    article = only(read, files)
    assert (article.source, article.published.day, article.published.how) == ("Inner", DAY, "metadata (articles.csv)")


def test_a_stated_title_is_found_in_the_text(read: Read) -> None:
    files = {
        "a.txt": f"Latest news\n\nStorm takes both cranes – The Gazette\n\n{TEXT}",
        "a.meta.json": '{"title": "Storm takes both cranes"}',
    }
    article = only(read, files)
    assert article.title == "Storm takes both cranes"
    assert [block.role for block in article.blocks] == ["title", "body"]
    assert {item.span.of(article.text) for item in article.furniture} == {"Latest news", "– The Gazette"}


def test_broken_characters_in_json(read: Read) -> None:
    article = only(read, {"a.json": '{"text": "A \\ud800 storm takes both cranes \\ud83d\\ude00 of Portsea."}'})
    assert article.text == "A \ufffd storm takes both cranes \U0001f600 of Portsea."
