"""The command check on real git repositories: exactly the conflicts that a branch brings, and nothing for harmless changes."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import newsroom
import pytest
from newsroom import commit_all, day_of, git, official_of, third_report, town_of, write_stories
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.cli.check import spread

pytestmark = pytest.mark.model

Run = Callable[..., Result]
STORIES, CONTESTED = 20, 4


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in this process: run(folder, "check", ..., stdin=b"")."""
    monkeypatch.setenv("FACTCHECK_TODAY", "2031-06-01")

    def invoke(folder: Path, *args: str, stdin: bytes = b"") -> Result:
        monkeypatch.chdir(folder)
        return CliRunner().invoke(app, list(args), input=stdin)

    return invoke


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of 40 articles with a baseline of its four conflicts."""
    with pytest.MonkeyPatch.context() as patch:
        folder = newsroom.make_repository(tmp_path_factory.mktemp("newsroom"))
        write_stories(folder / "news", STORIES, CONTESTED)
        patch.chdir(folder)
        done = CliRunner().invoke(app, ["baseline", "create", "news"])
        assert done.exit_code == 0, done.stderr
        commit_all(folder, "Articles and their baseline")
        return folder


@pytest.fixture
def branch(original: Path, tmp_path: Path) -> Path:
    """A copy of the repository on a branch of its own."""
    folder = tmp_path / "clone"
    shutil.copytree(original, folder)
    git(folder, "switch", "--quiet", "--create", "branch")
    return folder


def document_of(done: Result) -> dict[str, Any]:
    """The report that was printed."""
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def articles_of(side: dict[str, Any]) -> set[str]:
    """The articles on a side of a conflict."""
    return {claim["article"] for claim in side["claims"]}


def known_ids(folder: Path) -> set[str]:
    """The ids in the baseline."""
    return {entry["id"] for entry in json.loads((folder / "factcheck-baseline.json").read_text(encoding="utf-8"))["conflicts"]}


def write(folder: Path, name: str, text: str) -> None:
    (folder / "news" / name).write_text(text, encoding="utf-8")


def add_three(folder: Path) -> None:
    """Three articles: one contradicts two old ones, one itself, one agrees with all."""
    write(folder, "new-1.txt", third_report(10, day_of(10) + 2))
    town, mayor = town_of(STORIES), official_of(STORIES)
    inner = (
        f"{town} Gazette\nMay 24, 2031\n\nThe tower in {town} collapsed on May 5, 2031, Mayor {mayor} said.\n\n"
        f"The tower in {town} collapsed on May 6, 2031, killing 12 people.\n"
    )
    write(folder, "new-2.txt", inner)
    write(folder, "new-3.txt", third_report(11, day_of(11)))


def test_a_branch_fails_for_exactly_what_its_articles_contradict(branch: Path, tmp_path: Path, run: Run) -> None:
    add_three(branch)
    commit_all(branch, "Three articles")
    done = run(branch, "check", "news", "--since", "main", "--format", "json")
    assert done.exit_code == 1, done.stderr
    document = document_of(done)
    found = {tuple(sorted(set().union(*(articles_of(side) for side in item["sides"])))): item for item in document["conflicts"]}
    assert set(found) == {("news/010-courier.txt", "news/010-herald.txt", "news/new-1.txt"), ("news/new-2.txt",)}
    assert {item["status"] for item in found.values()} == {"new"}
    against_two = found["news/010-courier.txt", "news/010-herald.txt", "news/new-1.txt"]
    assert [articles_of(side) for side in against_two["sides"]] == [
        {"news/new-1.txt"},
        {"news/010-courier.txt", "news/010-herald.txt"},
    ]
    assert {article["id"] for article in document["articles"] if article["new"]} == {f"news/new-{number}.txt" for number in (1, 2, 3)}
    named = run(branch, "check", "news", "--new", *(f"news/new-{number}.txt" for number in (1, 2, 3)), "--format", "json")
    assert named.exit_code == 1
    assert document_of(named)["conflicts"] == document["conflicts"]
    ids = [item["id"] for item in document["conflicts"]]
    (tmp_path / "report.json").write_text(named.stdout, encoding="utf-8")
    for name in ids:
        words = ("--report", str(tmp_path / "report.json"), "--reason", "both papers stand by it", "--expires", "2031-12-31")
        waived = run(branch, "waive", name, *words)
        assert waived.exit_code == 0, waived.stderr
    accepted = run(branch, "check", "news", "--since", "main", "--output", f"json={tmp_path / 'accepted.json'}")
    assert accepted.exit_code == 0
    found = json.loads((tmp_path / "accepted.json").read_text(encoding="utf-8"))["conflicts"]
    assert {(item["id"], item["waiver"]["added"]) for item in found} == {(name, True) for name in ids}
    assert "Waived by this change" in accepted.stdout
    assert accepted.stdout.count("both papers stand by it") == len(ids)


def rewrap(folder: Path) -> None:
    for path in (folder / "news").glob("00*.txt"):
        lines = [textwrap.fill(line, 40) for line in path.read_text(encoding="utf-8").split("\n")]
        path.write_text("\n".join(lines), encoding="utf-8")


def move(folder: Path) -> None:
    (folder / "news" / "2031").mkdir()
    for path in (folder / "news").glob("00*.txt"):
        path.rename(folder / "news" / "2031" / path.name)


def agree(folder: Path) -> None:
    for story in (0, 1, 12):  # two of them are contested: the article takes a side that is known
        write(folder, f"agrees-{story}.txt", third_report(story, day_of(story)))


@pytest.mark.parametrize(("change", "committed"), [(rewrap, True), (move, False), (agree, True)])
def test_a_harmless_branch_passes_with_the_same_ids(branch: Path, run: Run, change: Callable[[Path], None], committed: bool) -> None:
    change(branch)
    if committed:
        commit_all(branch, "A harmless change")
    done = run(branch, "check", "news", "--since", "main", "--format", "json")
    assert done.exit_code == 0, done.stdout
    touched = document_of(done)["conflicts"]
    assert {item["id"] for item in touched} <= known_ids(branch)
    assert bool(touched) == (change is agree)
    assert all(item["status"] == "updated" and item["repeats"] for item in touched)
    before = (branch / "factcheck-baseline.json").read_bytes()
    whole = run(branch, "check", "news", "--format", "json", "--fail-on", "low")
    assert whole.exit_code == 0
    assert {item["id"] for item in document_of(whole)["conflicts"]} == known_ids(branch)
    assert document_of(whole)["absent"] == []
    assert (branch / "factcheck-baseline.json").read_bytes() == before


def test_a_third_answer_to_a_known_question_fails(branch: Path, run: Run) -> None:
    write(branch, "third.txt", third_report(0, day_of(0) + 1))
    done = run(branch, "check", "news", "--since", "main", "--format", "json")
    assert done.exit_code == 1
    (item,) = document_of(done)["conflicts"]
    assert (item["status"], item["repeats"], len(item["sides"])) == ("updated", False, 3)
    assert run(branch, "check", "news/000*", "--since", "main", "--ignore", "date").exit_code == 0
    assert run(branch, "baseline", "accept", item["id"], "news").exit_code == 0
    assert run(branch, "check", "news", "--since", "main").exit_code == 0
    assert len(known_ids(branch)) == CONTESTED


def test_nothing_changed_is_an_empty_report(branch: Path, run: Run) -> None:
    done = run(branch, "check", "news", "--since", "main", "--format", "json")
    assert done.exit_code == 0
    document = document_of(done)
    assert (document["articles"], document["conflicts"], document["run"]["new"]) == ([], [], "since main")
    (branch / "notes.txt").write_text("No article of the corpus.\n", encoding="utf-8")
    assert "Nothing to check" in run(branch, "check", "news", "--since", "main").stdout


def test_what_is_gone_is_told_absent_and_pruned(branch: Path, run: Run) -> None:
    (branch / "news" / "000-courier.txt").unlink()
    done = run(branch, "check", "news", "--format", "json")
    assert done.exit_code == 0
    (absent,) = document_of(done)["absent"]
    assert absent["id"] in known_ids(branch)
    assert run(branch, "baseline", "prune", "news").exit_code == 0
    assert absent["id"] not in known_ids(branch)
    assert len(known_ids(branch)) == CONTESTED - 1
    kept = (branch / "factcheck-baseline.json").read_bytes()
    done = run(branch, "baseline", "prune", "news", "none.txt")
    assert done.exit_code == 2
    assert "E407" in done.stderr
    assert (branch / "factcheck-baseline.json").read_bytes() == kept


def test_standard_input_stands_for_a_file(branch: Path, run: Run) -> None:
    text = third_report(10, day_of(10) + 2).encode()
    args = ("check", "news", "--new", "-", "--stdin-filename", "news/draft.txt", "--format", "json")
    done = run(branch, *args, stdin=text)
    assert done.exit_code == 1
    (item,) = document_of(done)["conflicts"]
    assert item["sides"][0]["claims"][0]["article"] == "news/draft.txt"
    write(branch, "draft.txt", third_report(10, day_of(10) + 2))
    assert run(branch, *args, stdin=third_report(10, day_of(10)).encode()).exit_code == 0  # what is piped counts, not the file


def test_a_file_above_the_limit_is_told_and_fails(branch: Path, run: Run) -> None:
    write(branch, "long.txt", third_report(10, day_of(10)) + "More. " * 500)
    done = run(branch, "check", "news", "--since", "main", "--max-bytes", "1000", "--format", "json")
    assert done.exit_code == 2
    assert "news/long.txt: error E305" in done.stderr
    assert document_of(done)["conflicts"] == []
    assert run(branch, "check", "news", "--max-bytes", "1000", "--exclude", "long.*").exit_code == 0


def test_settings_of_the_project_hold_and_options_win(branch: Path, run: Run) -> None:
    (branch / "factcheck.toml").write_text('paths = ["news"]\nfail-on = "never"\n', encoding="utf-8")
    write(branch, "new.txt", third_report(10, day_of(10) + 2))
    assert run(branch, "check", "--since", "main").exit_code == 0
    assert run(branch / "news", "check", "--since", "main", "--fail-on", "high").exit_code == 1
    (branch / "factcheck.toml").write_text('paths = ["news"]\nfailon = "never"\n', encoding="utf-8")
    done = run(branch, "check", "--since", "main")
    assert done.exit_code == 2
    assert "factcheck.toml:2:1: error E522: unknown key 'failon'\n  hint: did you mean 'fail-on'?" in done.stderr


def test_an_expired_waiver_fires_again(branch: Path, run: Run) -> None:
    write(branch, "new.txt", third_report(10, day_of(10) + 2))
    (item,) = document_of(run(branch, "check", "news", "--since", "main", "--format", "json"))["conflicts"]
    entry = f"waivers:\n  - id: {item['id']}\n    reason: asked the mayor\n    expires: 2031-05-31\n"
    (branch / "factcheck-waivers.yaml").write_text(entry, encoding="utf-8")
    done = run(branch, "check", "news", "--since", "main")
    assert done.exit_code == 1
    assert f"factcheck-waivers.yaml:2:5: warning W421: the waiver of {item['id']} expired on 2031-05-31" in done.stderr
    (branch / "factcheck-waivers.yaml").write_text(entry.replace("05-31", "06-01"), encoding="utf-8")
    assert run(branch, "check", "news", "--since", "main").exit_code == 0
    (branch / "news" / "new.txt").unlink()
    assert "W422" in run(branch, "check", "news").stderr


def test_a_baseline_leaves_out_what_the_check_leaves_out(branch: Path, run: Run) -> None:
    names = sorted(path.name for path in (branch / "news").iterdir())
    given = ["news", "--exclude", names[0], "--cache-dir", "claims", "--jobs", "1"]
    assert run(branch, "baseline", "prune", *given).exit_code == 0
    assert (branch / "claims").is_dir()
    assert len(known_ids(branch)) == CONTESTED - 1
    assert run(branch, "check", *given).exit_code == 0
    assert run(branch, "check", "news", "--no-cache").exit_code == 1


@pytest.mark.slow
def test_two_hundred_articles(tmp_path: Path, run: Run) -> None:
    folder = newsroom.make_repository(tmp_path / "large")
    write_stories(folder / "news", 100, 20)
    assert run(folder, "baseline", "create", "news").exit_code == 0
    commit_all(folder, "Two hundred articles")
    git(folder, "switch", "--quiet", "--create", "branch")
    assert len(known_ids(folder)) == 20
    write(folder, "new-1.txt", third_report(30, day_of(30) + 2))
    write(folder, "new-3.txt", third_report(31, day_of(31)))
    agree(folder)
    commit_all(folder, "New articles")
    done = run(folder, "check", "news", "--since", "main", "--format", "json")
    assert done.exit_code == 1
    fresh = [item for item in document_of(done)["conflicts"] if item["status"] == "new"]
    assert [item["sides"][0]["claims"][0]["article"] for item in fresh] == ["news/new-1.txt"]
    assert {item["id"] for item in document_of(done)["conflicts"]} - known_ids(folder) == {fresh[0]["id"]}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("news --new a b -q c", "news --new a --new b -q c"),
        ("--new a - b --since x", "--new a --new - --new b --since x"),
        ("--new a -- b", "--new a -- b"),
        ("--new=a b", "--new=a b"),
        ("--new a --new b c", "--new a --new b --new c"),
        ("news", "news"),
    ],
)
def test_all_words_up_to_the_next_option_are_new(words: str, expected: str) -> None:
    assert list(spread(words.split())) == expected.split()


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("factcheck-baseline.json", "{", "factcheck-baseline.json:1:2: error E402"),
        ("factcheck-waivers.yaml", "waivers:\n- id: x\n", "factcheck-waivers.yaml:2:3: error E412"),
        ("factcheck.toml", "paths = 5\n", "factcheck.toml:1:1: error E522"),
    ],
)
def test_files_with_faults_end_the_check_with_their_place(tmp_path: Path, run: Run, name: str, text: str, place: str) -> None:
    (tmp_path / "a.txt").write_text(third_report(1, 2), encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(tmp_path, "check", "a.txt")
    assert done.exit_code == 2
    assert place in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_named_must_exist(tmp_path: Path, run: Run) -> None:
    for option, name in (
        ("--baseline", "factcheck-baseline.json"),
        ("--waivers", "factcheck-waivers.yaml"),
        ("--config", "factcheck.toml"),
    ):
        done = run(tmp_path, "check", option, name)
        assert done.exit_code == 2
        assert f"{name}: error" in done.stderr
    (tmp_path / "factcheck-baseline.json").write_text("{}", encoding="utf-8")
    assert "error E405" in run(tmp_path, "baseline", "create").stderr
    for command in ("create", "accept"):
        done = run(tmp_path, "baseline", command, "no-articles-here", "--baseline", "none/base.json")
        assert done.exit_code == 2
        assert "E511" in done.stderr
        assert "no-articles-here" not in done.stderr, "told before anything is read"


def test_config_tells_where_each_value_comes_from(tmp_path: Path, run: Run) -> None:
    (tmp_path / "factcheck.toml").write_text('# ours\njobs = 2\npaths = ["news"]\n', encoding="utf-8")
    lines = run(tmp_path, "config").stdout.splitlines()
    found = {line.split(" = ")[0].strip(): line.split(" = ")[1].split("  # ") for line in lines}
    assert [part.strip() for part in found["jobs"]] == ["2", "factcheck.toml:2"]
    assert [part.strip() for part in found["paths"]] == ['["news"]', "factcheck.toml:3"]
    assert [part.strip() for part in found["fail-on"]] == ['"high"', "default"]


def test_config_tells_what_the_environment_set(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "kept"))
    assert run(tmp_path, "config", "--config", _empty(tmp_path)).stdout.rstrip().count("# FACTCHECK_CACHE_DIR") == 1


def _empty(folder: Path) -> str:
    path = folder / "factcheck.toml"
    path.write_text("", encoding="utf-8")
    return str(path)


def test_a_failed_check_says_why_and_what_to_do(branch: Path, run: Run) -> None:
    (branch / "factcheck-baseline.json").unlink()
    done = run(branch, "check", "news", "--no-cache")
    assert done.exit_code == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("check failed: 4 conflicts at or above high; correct an article, or ")
    name = last.split()[-1].strip('".')
    assert name == "news"
    assert "--reason ... --expires ..." in last
    assert "check failed" not in run(branch, "check", "news", "--fail-on", "never").stderr
