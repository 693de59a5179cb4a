"""Which files are read, under which ids, in which order."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from factcheck.articles import Corpus, read_articles
from factcheck.errors import InputError
from factcheck.rulebook import Rulebook

from .conftest import Read, Write

ONE, TWO, THREE = (f"Storm number {number} takes both cranes of Portsea.\n" for number in range(3))


def ids(corpus: Corpus) -> list[str]:
    return [article.id for article in corpus.articles]


def codes(corpus: Corpus) -> list[str]:
    return [problem.code for problem in corpus.problems]


def test_a_folder_is_read_with_all_below(read: Read) -> None:
    corpus = read({"b.txt": ONE, "a/c.md": TWO, "a/d/e.TXT": THREE, "notes.csv": "x", "a/.hidden/f.txt": "y", ".g.txt": "z"})
    assert ids(corpus) == ["news/a/c.md", "news/a/d/e.TXT", "news/b.txt"]
    assert (corpus.files, corpus.skipped, codes(corpus)) == (3, 1, [])


def test_ids_do_not_depend_on_where_the_corpus_lies(write: Write, rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write({"a.txt": ONE, "b/c.txt": TWO})
    expected = ["news/a.txt", "news/b/c.txt"]
    monkeypatch.chdir(folder.parent)
    below = read_articles(["news"], rulebook)
    assert ids(below) == expected
    assert [article.path for article in below.articles] == expected
    monkeypatch.chdir(folder)
    inside = read_articles(["."], rulebook)
    assert ids(inside) == expected
    assert [article.path for article in inside.articles] == ["a.txt", "b/c.txt"]
    monkeypatch.chdir(folder / "b")
    assert ids(read_articles([folder], rulebook)) == expected
    assert ids(read_articles(["../../news"], rulebook)) == expected
    assert ids(read_articles(["../a.txt", "c.txt"], rulebook)) == ["b/c.txt", "news/a.txt"]


def test_the_order_of_paths_changes_nothing(write: Write, rulebook: Rulebook) -> None:
    folder = write(
        {f"{name}/{number}.txt": f"Storm {name}{number} takes a crane.\n" for name in "xyz" for number in range(3)} | {"bad.json": "{"}
    )
    paths: list[str | Path] = [folder / "x", folder / "y", folder, folder / "z" / "1.txt", f"{folder}/*/2.txt", folder / "gone.txt"]
    first = read_articles(paths, rulebook)
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert read_articles(paths, rulebook) == first
    assert len(first.articles) == 9


def test_a_file_reached_twice_is_read_once(write: Write, rulebook: Rulebook) -> None:
    folder = write({"b/a.txt": ONE})
    (folder / "link.txt").symlink_to(folder / "b" / "a.txt")
    corpus = read_articles([folder, folder / "b", folder / "b" / "a.txt"], rulebook)
    assert ids(corpus) == ["news/b/a.txt"]
    assert codes(corpus) == []


def test_equal_names_in_two_folders_get_longer_ids(write: Write, rulebook: Rulebook) -> None:
    folder = write({"x/day/1.txt": ONE, "y/day/1.txt": TWO})
    assert ids(read_articles([folder / "x" / "day", folder / "y" / "day"], rulebook)) == ["x/day/1.txt", "y/day/1.txt"]


def test_a_link_that_leads_nowhere_is_told(write: Write, rulebook: Rulebook) -> None:
    folder = write({"a.txt": "Halden signed."})
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "gone.bin").symlink_to(folder / "nothing.bin")  # no article wherever it led
    corpus = read_articles([folder], rulebook)
    assert len(corpus.articles) == 1
    assert read_articles([folder], rulebook, exclude=["gone.*"]).problems == ()
    (problem,) = corpus.problems
    assert (problem.code, problem.severity, problem.message) == ("E303", "warning", "cannot be read: the link leads nowhere")


def test_links_that_loop(write: Write, rulebook: Rulebook) -> None:
    folder = write({"b/a.txt": ONE})
    (folder / "b" / "up").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    corpus = read_articles([folder], rulebook)
    assert ids(corpus) == ["news/b/a.txt"]
    assert codes(corpus) == []


def test_patterns(write: Write, rulebook: Rulebook) -> None:
    folder = write({"a.txt": ONE, "b/c.txt": TWO, "b/d.pdf": "x"})
    assert ids(read_articles([f"{folder}/**/*.txt"], rulebook)) == ["b/c.txt", "news/a.txt"]
    passed = read_articles([f"{folder}/b/*"], rulebook)
    assert (ids(passed), passed.skipped, codes(passed)) == (["b/c.txt"], 1, [])
    assert codes(read_articles([f"{folder}/*.md"], rulebook)) == ["E301"]


def test_a_name_with_brackets_is_no_pattern(write: Write, rulebook: Rulebook) -> None:
    folder = write({"[1].txt": ONE})
    assert ids(read_articles([folder / "[1].txt"], rulebook)) == ["news/[1].txt"]


def test_pipes_are_passed_over_and_never_opened(write: Write, rulebook: Rulebook) -> None:
    folder = write({"a.txt": ONE})
    os.mkfifo(folder / "pipe.txt")
    corpus = read_articles([folder], rulebook)
    assert (ids(corpus), corpus.skipped, codes(corpus)) == (["news/a.txt"], 1, [])
    assert codes(read_articles([folder / "pipe.txt"], rulebook)) == ["E304"]


def test_the_same_text_twice(read: Read) -> None:
    corpus = read({"a.txt": ONE, "b.txt": ONE, "c.txt": TWO})
    assert ids(corpus) == ["news/a.txt", "news/c.txt"]
    (problem,) = corpus.problems
    assert (problem.code, problem.severity) == ("E317", "warning")
    assert "a.txt" in problem.message


def test_of_copies_the_wanted_one_is_kept(write: Write, rulebook: Rulebook) -> None:
    folder = write({"a.txt": ONE, "b.txt": ONE, "c.txt": TWO})
    corpus = read_articles([folder], rulebook, wanted=lambda article: "b.txt" in article.path)
    assert ids(corpus) == ["news/b.txt", "news/c.txt"]
    assert [problem.location and Path(problem.location.path).name for problem in corpus.problems] == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ONE.encode(), ["stdin"]),
        (b'{"id": 7, "text": "One."}\n{"text": "Two."}\n', ["stdin#2", "stdin#7"]),
        (b'{\n "text": "One."\n}', ["stdin"]),
        (b"  ", []),
    ],
)
def test_standard_input(data: bytes, expected: list[str], rulebook: Rulebook) -> None:
    corpus = read_articles(["-"], rulebook, stdin=data)
    assert ids(corpus) == expected
    assert all(article.path.startswith("<stdin>") for article in corpus.articles)


def test_options_go_before_everything(read: Read) -> None:
    files = {"a.txt": ONE, "a.meta.yaml": "source: Sidecar\npublished: 2024-05-01\n"}
    (article,) = read(files, metadata={"source": "Option", "published": "2024-05-02"}).articles
    assert (article.source, article.published.how) == ("Option", "option")
    with pytest.raises(InputError, match="did you mean 'source'"):
        read(files, metadata={"sorce": "x"})


def test_digest_and_text_are_of_the_decoded_file(read: Read) -> None:
    (article,) = read({"a.txt": b"\xef\xbb\xbfStorm\r\ntakes cranes.\r\n"}).articles
    assert article.text == "Storm\r\ntakes cranes.\r\n"
    assert len(article.digest) == 64
