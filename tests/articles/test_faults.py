"""Every fault has its code and place, and hides no other article."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.errors import Problem
from factcheck.rulebook import Rulebook

from .conftest import Read, Write

GOOD = {"good.txt": "Storm takes both cranes of Portsea.\n"}
OTHER = "Two ships met off Lima on Friday.\n"


def place(problem: Problem) -> str:
    assert problem.location is not None
    return str(problem.location).rsplit("/", 1)[-1]


@pytest.mark.parametrize(
    ("files", "code", "severity", "where"),
    [
        ({"a.txt": b"a\nb\0c"}, "E306", "error", "a.txt:2"),
        ({"a.txt": b"One.\nCaf\xe9 of Lima."}, "E307", "warning", "a.txt:2:4"),
        ({"a.txt": b"One.\n\xc3\xa9\x81 of Lima."}, "E307", "warning", "a.txt:2:2"),
        ({"a.txt": b"\xff\xfeO\x00n\x00e\x00.\x00\x00\xd8"}, "E307", "warning", "a.txt:1"),
        ({"a.json": '{"text": "One.",\n "title" "x"}'}, "E308", "error", "a.json:2:10"),
        ({"a.json": "[" * 100_000}, "E308", "error", "a.json:1"),
        ({"a.json": '{"title": "x"}'}, "E309", "error", "a.json:1:1"),
        ({"a.json": '{"title": "x", "text": 5}'}, "E309", "error", "a.json:1:1"),
        ({"a.json": '[{"text": "One."}, "x"]'}, "E309", "error", "a.json:1"),
        ({"a.jsonl": f'{{"text": "{OTHER.strip()}"}}\n{{"text": \n'}, "E308", "error", "a.jsonl:2:9"),
        ({"a.jsonl": b'{"text": "One."}\n{"text": "\xff Two."}\n'}, "E307", "warning", "a.jsonl:2:11"),
        ({"a.jsonl": b'{"text": "One."}\n\0\n'}, "E306", "error", "a.jsonl:2"),
        ({"a.txt": OTHER, "a.meta.json": '{"title": ["x", "y"]}'}, "E310", "warning", "a.meta.json:1:2"),
        ({"a.txt": OTHER, "a.meta.yaml": "published: true\n"}, "E310", "warning", "a.meta.yaml:1:1"),
        ({"a.md": f"---\ntitle: [x, [y]]\n---\n{OTHER}"}, "E310", "warning", "a.md:2:1"),
        ({"a.md": f"---\ntitle: x\nonly words\n---\n{OTHER}"}, "E310", "warning", "a.md:3:1"),
        ({"a.txt": OTHER, "a.meta.json": '{\n  "publshed": "2024"}'}, "E311", "warning", "a.meta.json:2:3"),
        ({"a.md": f"---\nsource: x\nsorce: y\n---\n{OTHER}"}, "E311", "warning", "a.md:3:1"),
        ({"a.md": f"---\ntitle: x\n\n{OTHER}"}, "E312", "error", "a.md:1:1"),
        ({"a.txt": OTHER, "a.meta.json": "[1]"}, "E313", "error", "a.meta.json:1:1"),
        ({"a.txt": OTHER, "a.meta.json": "{"}, "E313", "error", "a.meta.json:1:2"),
        ({"a.txt": OTHER, "a.meta.yaml": "a: &x 1\nb: *x\n"}, "E313", "error", "a.meta.yaml:2:4"),
        ({"a.txt": OTHER, "articles.yaml": "a.txt: {source: x}\n"}, "E313", "error", "articles.yaml:1:1"),
        ({"a.txt": OTHER, "articles.yaml": "articles:\n  a.txt: x\n"}, "E313", "error", "articles.yaml:2:3"),
        ({"a.txt": OTHER, "articles.csv": "name,source\na.txt,x\n"}, "E313", "error", "articles.csv:1"),
        ({"a.txt": " \n\u00a0\n"}, "E316", "warning", "a.txt"),
        ({"a.md": "---\ntitle: x\n---\n\n"}, "E316", "warning", "a.md"),
        ({"a.jsonl": '{"text": ""}'}, "E316", "warning", "a.jsonl:1:1"),
        (
            {"a.txt": "Le maire de la ville et les pompiers sont dans le port, qui est sous les eaux depuis des jours."},
            "E318",
            "warning",
            "a.txt",
        ),
        ({"a.txt": "Президент заявил, что войска будут выведены к концу года из всех областей."}, "E318", "warning", "a.txt"),
        ({"a.txt": OTHER, "a.meta.yaml": "language: fr\n"}, "E318", "warning", "a.txt"),
        ({"a.txt": OTHER, "b.meta.yaml": "source: x\n"}, "E319", "warning", "b.meta.yaml"),
        ({"a.txt": OTHER, "articles.yaml": "articles:\n  aa.txt: {source: x}\n"}, "E319", "warning", "articles.yaml:2:12"),
        ({"a.jsonl": '{"id": 1, "text": "One."}\n{"id": 1, "text": "Two."}'}, "E320", "warning", "a.jsonl:2"),
    ],
)
def test_a_fault_and_its_place(files: dict[str, str | bytes], code: str, severity: str, where: str, read: Read) -> None:
    corpus = read({**GOOD, **files})
    assert [(problem.code, problem.severity, place(problem)) for problem in corpus.problems] == [(code, severity, where)]
    assert any(article.id == "news/good.txt" for article in corpus.articles)


def test_suggestions(read: Read) -> None:
    corpus = read({**GOOD, "good.meta.json": '{"publshed": "2024"}'})
    assert corpus.problems[0].hint == "did you mean 'published'?"
    table = read({**GOOD, "good.meta.json": "{}", "articles.csv": "file,source\ngod.txt,x\n"})
    assert table.problems[0].hint == "did you mean 'good.txt'?"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("god.txt", "good.txt"),
        ("herald.txt", "herald.md"),  # another suffix
        ("pots.md", "post.md"),  # of one stem, that with the suffix asked for
        ("nothing.txt", None),  # like no name, but for its suffix
    ],
)
def test_the_nearest_name_of_a_missing_file(name: str, hint: str | None, write: Write, rulebook: Rulebook) -> None:
    folder = write({**GOOD, "herald.md": "x", "post.md": "x", "post.txt": "x", "in.txt": "x"})
    (problem,) = read_articles([folder / name], rulebook).problems
    assert problem.hint == (f"did you mean {str(folder / hint)!r}?" if hint else None)


def test_missing_paths_and_empty_folders(write: Write, rulebook: Rulebook) -> None:
    folder = write(GOOD)
    (folder / "empty").mkdir()
    corpus = read_articles([folder / "god.txt", folder / "empty", folder / "good.txt", folder / "good.txt" / "x"], rulebook)
    assert [problem.code for problem in corpus.problems] == ["E302", "E301", "E301"]
    assert "good.txt" in str(corpus.problems[1].hint)
    assert len(corpus.articles) == 1


def test_a_file_of_another_kind_named(write: Write, rulebook: Rulebook) -> None:
    folder = write({**GOOD, "x.pdf": "x", "y": "y"})
    corpus = read_articles([folder / "x.pdf", folder / "y"], rulebook)
    assert [problem.code for problem in corpus.problems] == ["E315", "E315"]
    assert read_articles([folder], rulebook).skipped == 2


def test_too_large(write: Write, rulebook: Rulebook) -> None:
    record = '{"text": "Storm takes both cranes of Portsea."}\n'
    folder = write(
        {**GOOD, "big.txt": "word " * 100, "many.jsonl": record + '{"text": "' + "x" * 200 + '"}\n' + record.replace("both", "two")}
    )
    corpus = read_articles([folder], rulebook, max_bytes=100)
    assert [place(problem) for problem in corpus.problems] == ["big.txt", "many.jsonl:2"]
    assert {problem.code for problem in corpus.problems} == {"E305"}
    assert len(corpus.articles) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(write: Write, rulebook: Rulebook) -> None:
    folder = write({**GOOD, "a.txt": "x", "b/c.txt": "y"})
    (folder / "a.txt").chmod(0)
    (folder / "b").chmod(0)
    corpus = read_articles([folder], rulebook)
    (folder / "b").chmod(0o755)
    assert [problem.code for problem in corpus.problems] == ["E303", "E303"]
    assert len(corpus.articles) == 1


def test_a_device_is_never_opened(rulebook: Rulebook) -> None:
    assert [problem.code for problem in read_articles([Path("/dev/zero")], rulebook).problems] == ["E304"]


def test_other_json_beside_articles_is_passed_over(write: Write, rulebook: Rulebook) -> None:
    folder = write({**GOOD, "package.json": '{"version": "1", "scripts": {}}'})
    corpus = read_articles([folder], rulebook)
    assert (len(corpus.articles), corpus.skipped) == (1, 1)
    assert [(problem.code, problem.severity) for problem in corpus.problems] == [("E323", "warning")]
    assert [problem.code for problem in read_articles([folder / "package.json"], rulebook).problems] == ["E309"]


def test_text_in_another_language_has_no_blocks(read: Read) -> None:
    text = "Der Bürgermeister hat am Freitag gesagt, dass die Brücke und das Haus nicht mehr zu retten sind, und wird nach Lima reisen."
    (article,) = read({"a.txt": text}).articles
    assert (article.language, article.blocks) == ("de", ())


def test_a_front_matter_that_explodes_is_not_read(read: Read) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nsource: Gazette"
    corpus = read({"a.md": f"---\n{bomb}\n---\n{OTHER}"})
    assert [problem.code for problem in corpus.problems] == []
    assert corpus.articles[0].source == "Gazette"


def test_broken_front_matter_names_what_it_drops(read: Read) -> None:
    corpus = read({"a.md": f'---\nsource: [oops\ntitle: "Storm\ndate: 2024-05-09\nother: [x\n---\n{OTHER}'})
    told = {(problem.location.line, problem.severity): problem.message for problem in corpus.problems if problem.location}
    assert told[2, "warning"] == "source: not valid YAML; the value is dropped: [oops"
    assert told[3, "warning"] == 'title: a quote mark that is not closed; read as it stands: "Storm'
    article = corpus.articles[0]
    assert (article.source, article.title, str(article.published.day)) == (None, '"Storm', "2024-05-09")


def test_quotations_and_names_do_not_make_english_foreign(read: Read) -> None:
    (article,) = read(
        {"a.txt": 'The crowd sang "El pueblo unido" in the streets of La Paz and Santa Cruz de la Sierra, the paper El Deber said.'}
    ).articles
    assert article.language == "en"
    assert article.blocks
