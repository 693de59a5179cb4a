"""The whole program on wrong and hostile input: one clear message and exit code 2, or a quiet success; never a traceback, never a hang."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

STORY = "The ferry line opened on March 4, 2031.\n\nMayor Odalys Brandvik greeted some 40 passengers in Halden.\n"


def _write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _refused(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a run said that could not check everything."""
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert "Traceback" not in told
    assert "E101" not in told
    assert "error" in told.lower()
    return told


def _accepted(done: subprocess.CompletedProcess[bytes]) -> str:
    """What a run printed that checked everything."""
    told = done.stderr.decode()
    assert done.returncode == 0, told
    assert "Traceback" not in told
    return done.stdout.decode()


def test_a_missing_path(factcheck: Run, tmp_path: Path) -> None:
    told = _refused(factcheck("report", tmp_path / "none.txt"))
    assert "none.txt" in told


def test_an_empty_path(factcheck: Run, tmp_path: Path) -> None:
    assert "error E301: an empty path" in _refused(factcheck("report", "", cwd=tmp_path))


def test_a_missing_path_does_not_hide_the_others(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    done = factcheck("report", tmp_path / "a.txt", tmp_path / "none.txt")
    _refused(done)
    assert b"No conflicts found" in done.stdout


def test_an_empty_folder(factcheck: Run, tmp_path: Path) -> None:
    _refused(factcheck("report", tmp_path))


def test_one_valid_document_even_when_nothing_could_be_read(factcheck: Run, tmp_path: Path) -> None:
    done = factcheck("report", tmp_path, "--format", "json")
    _refused(done)
    assert json.loads(done.stdout)["conflicts"] == []


def test_a_binary_file(factcheck: Run, tmp_path: Path) -> None:
    assert "binary" in _refused(factcheck("report", _write(tmp_path, "a.txt", b"\x00\x01\x02" * 100)))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_an_unreadable_file(factcheck: Run, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", STORY)
    path.chmod(0)
    _refused(factcheck("report", path))


def test_a_broken_line_in_jsonl(factcheck: Run, tmp_path: Path) -> None:
    good = json.dumps({"id": "1", "text": STORY})
    path = _write(tmp_path, "news.jsonl", f'{good}\n{{"id": "2", "text": \n{good.replace("1", "3", 1)}\n')
    told = _refused(factcheck("report", path))
    assert "news.jsonl:2" in told


def test_front_matter_without_end(factcheck: Run, tmp_path: Path) -> None:
    done = factcheck("report", _write(tmp_path, "a.md", f"---\ntitle: Ferry\ndate: 2031-03-05\n\n{STORY}"))
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"a.md" in done.stderr


def test_a_rule_with_a_fault(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    rules = tmp_path / "rules"
    rules.mkdir()
    _write(rules, "own.yaml", "rules:\n- id: own.x\n  type: words\n  reason: y\n  wrods: {a: 1}\n")
    told = _refused(factcheck("report", tmp_path / "a.txt", "--rules", rules))
    assert "own.yaml:5" in told
    assert "did you mean 'words'?" in told


@pytest.mark.parametrize(
    "text",
    [
        "rules: &a [*a, *a]",
        "rules:\n" + "".join(f"- &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9)) if n else 'lol'}]\n" for n in range(9)),
        "rules: !!python/object/apply:os.system ['true']",
        "rules: " + "[" * 5000,
        "rules: {" * 200,
        "\ufeffrules: [\x00]",
        "rules: [{id: own.x, type: furniture, sort: x, reason: y, pattern: '(a+)+b', examples: [a], counter_examples: [b]}]",
    ],
    ids=["self", "laughs", "tag", "deep list", "deep map", "NUL", "runaway pattern"],
)
def test_hostile_rules(factcheck: Run, tmp_path: Path, text: str) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    _write(rules, "own.yaml", text)
    _refused(factcheck("rules", "check", "--rules", rules, timeout=30))


def test_a_missing_model(factcheck: Run, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", STORY)
    told = _refused(factcheck("report", path, "--model", "no_such_pipeline"))
    assert "no_such_pipeline" in told
    for model, code in ((str(tmp_path), "E502"), ("./", "E502"), ("./none", "E501"), ("..", "E502")):
        told = _refused(factcheck("report", path, "--model", model, "--no-cache", cwd=tmp_path))
        assert f"error {code}" in told
        assert "pip install ./" not in told


def test_a_wrong_encoding_is_a_warning(factcheck: Run, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", STORY.replace("Brandvik", "Brändvik").encode("cp1252"))
    done = factcheck("report", path)
    _accepted(done)
    assert b"warning" in done.stderr


def test_an_empty_article(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "")
    _write(tmp_path, "b.txt", STORY)
    done = factcheck("report", tmp_path)
    _accepted(done)
    assert b"a.txt" in done.stderr


def test_a_folder_of_rules_that_is_missing_or_empty(factcheck: Run, tmp_path: Path) -> None:
    """Also after runs without it, whose rules are kept."""
    story = _write(tmp_path, "a.txt", STORY)
    store = ("--cache-dir", tmp_path / "store")
    _accepted(factcheck("report", story, *store))
    (tmp_path / "empty").mkdir()
    for folder in ("none", "empty", "a.txt"):
        assert "error E202" in _refused(factcheck("report", story, *store, "--rules", tmp_path / folder))


@pytest.mark.parametrize("command", ["report", "check", "claims", "mentions"])
def test_nothing_but_empty_articles_is_no_clean_corpus(factcheck: Run, tmp_path: Path, command: str) -> None:
    _write(tmp_path, "a.txt", " \n")
    assert "error E321" in _refused(factcheck(command, tmp_path))
    assert "error E321" in _refused(factcheck(command, "-", cwd=tmp_path))


def test_what_is_not_english_is_counted_as_unchecked(factcheck: Run, tmp_path: Path) -> None:
    german = "Die Regierung hat am Dienstag einen Vertrag mit dem Nachbarn unterzeichnet, und zwölf Menschen starben bei einem Sturm."
    _write(tmp_path, "a.txt", german)
    _write(tmp_path, "b.txt", STORY)
    told = _accepted(factcheck("report", tmp_path, "-q"))
    assert "Unchecked: 1 article not in English." in " ".join(told.split())


def test_nothing_in_english_is_nothing_checked(factcheck: Run, tmp_path: Path) -> None:
    german = "Die Regierung hat am Dienstag einen Vertrag mit dem Nachbarn unterzeichnet, und zwölf Menschen starben bei einem Sturm."
    done = factcheck("report", _write(tmp_path, "a.txt", german))
    told = _refused(done)
    assert "error E322" in told
    assert "W602" not in told  # nothing was checked against itself either
    assert done.stdout.decode().startswith("Nothing was checked. Unchecked: 1 article not in English.")


def test_json_in_a_folder_that_is_no_article_is_told(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    _write(tmp_path, "c.json", '{"size": 1}')
    _write(tmp_path, "known.json", '{"schema": "factcheck.baseline/1", "conflicts": []}')
    done = factcheck("report", tmp_path)
    _accepted(done)
    assert "c.json: warning E323" in done.stderr.decode()
    assert "known.json" not in done.stderr.decode()


def test_a_link_that_leads_nowhere(factcheck: Run, tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "none.txt")
    assert "a link that leads nowhere" in _refused(factcheck("report", link))


def test_one_article(factcheck: Run, tmp_path: Path) -> None:
    assert "inside the one article" in _accepted(factcheck("report", _write(tmp_path, "a.txt", STORY)))


def test_standard_input(factcheck: Run) -> None:
    assert "inside the one article" in _accepted(factcheck("report", "-", stdin=STORY.encode()))


def test_duplicates_are_a_warning(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    _write(tmp_path, "b.txt", STORY)
    done = factcheck("report", tmp_path)
    _accepted(done)
    assert b"warning" in done.stderr


HOSTILE = {
    "a long line": "The ferry opened on March 4. " * 3_000,
    "a megabyte without a space": "x" * 1_000_000,
    "a number of 6,000 digits": f"The fleet lost {'9' * 6000} ships on March 4, {'2' * 6000}.",
    "numbers that overflow": f"They counted {'1' * 400} people and 1{',000' * 200} sheep for {'7' * 400} days.",
    "days that do not exist": "It opened on February 30, 2031, on 31 June, on 0 May, on 99/99/9999 and on May 32.",
    "years that do not exist": "In the year 0, in 10000 BC, on May 8, 0000 and on 31 December 9999 it rained for 9999999 years.",
    "nested brackets": "[" * 5000 + "May 8" + "]" * 5000 + "(" * 5000,
    "control and bidi characters": "The \u202eferry\u202c \x1b[31mopened\x1b[0m on\x00".replace("\x00", "\x01")
    + " March\u200b 4, 2031.\x9b2J",
    "halves of pairs": '{"text": "The ferry \\ud800 opened on March 4."}',
    "every separator": "a\u2028b\u2029c\x0bd\x0ce\x85f\r\rg\r\nMarch 4",
    "only punctuation": "?!.,;:\"'()[]{}<>" * 2000,
    "combining marks": "M\u0301" + "\u0301" * 20_000 + "ay 8",
    "many names": "Mr. " * 5000 + "and ".join(f"Jo{chr(97 + n % 26)}n Sm{chr(97 + n % 7)}th " for n in range(2000)),
    "many months": "May " * 20_000,
    "hyphens": "twenty-" * 10_000 + "one",
    "and and": "one hundred and " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles(factcheck: Run, tmp_path: Path, name: str) -> None:
    suffix = "json" if HOSTILE[name].startswith("{") else "txt"
    _write(tmp_path, f"a.{suffix}", HOSTILE[name])
    _write(tmp_path, "b.txt", STORY)
    done = factcheck("report", tmp_path, "--format", "json", timeout=120)
    assert done.returncode in (0, 2), done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"E101" not in done.stderr, done.stderr.decode()
    assert json.loads(done.stdout)["schema"] == "factcheck.report/1"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"text": ' * 50_000,
        '{"text": 5}',
        '[{"text": "x"}, 7]',
        '"x"',
        '{"text": "a", "text": "b"}',
        "{}",
        "nul",
        '{"a": 1e999}',
    ],
)
def test_hostile_json(factcheck: Run, tmp_path: Path, text: str) -> None:
    done = factcheck("report", _write(tmp_path, "a.json", text), timeout=60)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"E101" not in done.stderr, done.stderr.decode()


@pytest.mark.parametrize(
    "text", ["title: !!python/name:os.system", "a: &a [*a]", "published: [1, 2]", "title: {a: b}", ": : :", "published: never"]
)
def test_hostile_front_matter(factcheck: Run, tmp_path: Path, text: str) -> None:
    done = factcheck("report", _write(tmp_path, "a.md", f"---\n{text}\n---\n{STORY}"), timeout=60)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"E101" not in done.stderr, done.stderr.decode()


def test_a_loop_of_links(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    (tmp_path / "self").symlink_to(tmp_path)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "none")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    done = factcheck("report", tmp_path, timeout=60)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"E101" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_in_the_file_system_does_not_block(factcheck: Run, tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", STORY)
    os.mkfifo(tmp_path / "pipe.txt")
    _refused(factcheck("report", tmp_path / "pipe.txt", timeout=60))
    assert factcheck("report", tmp_path, timeout=60).returncode in (0, 2)


def test_odd_file_names(factcheck: Run, tmp_path: Path) -> None:
    for name in ("-dash.txt", "new\nline.txt", "\x1b[2J.txt", "spa ce.txt", "ünï.txt", "[x].txt"):
        _write(tmp_path, name, STORY)
    done = factcheck("report", tmp_path, timeout=60)
    _accepted(done)
    assert b"\x1b" not in done.stdout + done.stderr
    assert factcheck("report", "--", "-dash.txt", cwd=tmp_path).returncode == 0
    assert factcheck("report", "[x].txt", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("report", "--format", "json"), "report.json"),
        (("report", "--format", "jsonl"), "report.jsonl"),
        (("claims",), "claims.jsonl"),
        (("claims",), "claims.json"),
        (("mentions",), "mentions.jsonl"),
        (("report",), "report.txt"),
        (("report",), "report.md"),
        (("report", "--format", "markdown"), "report.txt"),
    ],
)
def test_what_the_program_wrote_is_no_article(factcheck: Run, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    news = tmp_path / "news"
    news.mkdir()
    _write(news, "a.txt", STORY)
    _write(news, "b.txt", STORY.replace("March 4", "March 6"))
    first = _accepted(factcheck("report", "news", cwd=tmp_path))
    _accepted(factcheck(*command, "news", "--output", news / name, cwd=tmp_path))
    assert _accepted(factcheck("report", "news", cwd=tmp_path)) == first
    assert f"news/{name}: error E309: no article: factcheck wrote it" in _refused(factcheck("report", "news", f"news/{name}", cwd=tmp_path))
