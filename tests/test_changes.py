"""What a check is about: real git repositories, no article is parsed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import commit_all, git, make_repository

from factcheck.changes import asked_by_path, changed_since
from factcheck.errors import SetupError
from factcheck.git import Repository
from factcheck.model import Article

STORY = "The ferry line opened on March 4.\n\nMayor Odalys Brandvik greeted some 40 passengers in Halden.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a few articles, and the working directory."""
    root = make_repository(tmp_path / "news room")
    for name in ("old.txt", "moved.txt", "wrapped.txt", "edited.txt", "gone.txt"):
        (root / name).write_text(f"{STORY}\nFrom {name.removesuffix('.txt')}.\n", encoding="utf-8")
    (root / "lines.jsonl").write_text('{"id": "1", "text": "One."}\n{"id": "2", "text": "Two."}\n', encoding="utf-8")
    (root / "old.meta.json").write_text('{"published": "2031-03-05"}\n', encoding="utf-8")
    (root / "articles.csv").write_text("file,source\nold.txt,Herald\nmoved.txt,Courier\n", encoding="utf-8")
    (root / ".gitignore").write_text("ignored.txt\n", encoding="utf-8")
    commit_all(root, "Begin")
    git(root, "switch", "--quiet", "--create", "branch")
    monkeypatch.chdir(root)
    return root


def asked_names(ref: str = "main") -> set[str]:
    """The files of the working directory that are new since a commit."""
    asked = changed_since(ref, ["."], Path.cwd()).asked
    names = [path.name for path in Path.cwd().rglob("*.txt")]
    return {name for name in names if asked.touches(Path.cwd().rglob(name))}


def an_article(path: str, line: int | None = None) -> Article:
    return Article(path, path, "", "", line_in_file=line)


def test_nothing_changed(folder: Path) -> None:
    assert asked_names() == set()


@pytest.mark.parametrize("keep", [lambda _: None, lambda root: git(root, "add", "--all"), lambda root: commit_all(root, "Change")])
def test_added_edited_and_renamed_files_are_new_moved_and_wrapped_ones_are_not(folder: Path, keep: Callable[[Path], None]) -> None:
    (folder / "new\nline ü.txt").write_text("A new one.", encoding="utf-8")
    (folder / "edited.txt").write_text(STORY.replace("March 4", "March 5"), encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "moved.txt").rename(folder / "sub" / "elsewhere.txt")
    (folder / "wrapped.txt").write_text((folder / "wrapped.txt").read_text().replace(" ", "\n"), encoding="utf-8")
    (folder / "old.txt").rename(folder / "renamed.txt")
    with (folder / "renamed.txt").open("a", encoding="utf-8") as stream:
        stream.write("One more sentence.\n")
    (folder / "gone.txt").unlink()
    (folder / "ignored.txt").write_text("Nobody tracks it.", encoding="utf-8")
    keep(folder)
    assert asked_names() == {"new\nline ü.txt", "edited.txt", "renamed.txt"}


def test_what_happened_on_the_other_branch_is_no_change_of_ours(folder: Path) -> None:
    git(folder, "switch", "--quiet", "main")
    (folder / "old.txt").write_text("Rewritten over there.", encoding="utf-8")
    commit_all(folder, "Theirs")
    git(folder, "switch", "--quiet", "branch")
    (folder / "ours.txt").write_text("A new one.", encoding="utf-8")
    assert asked_names() == {"ours.txt"}


def test_only_new_lines_of_a_file_with_an_article_a_line(folder: Path) -> None:
    path = folder / "lines.jsonl"
    path.write_text('{"id": "3", "text": "Three."}\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    asked = changed_since("main", ["."], folder).asked
    assert [asked.is_new(an_article("lines.jsonl", line)) for line in (1, 2, 3)] == [True, False, False]
    assert asked.touches([path])
    git(folder, "checkout", "--quiet", "--", "lines.jsonl")
    assert not changed_since("main", ["."], folder).asked.touches([path])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("old.meta.json", '{"published": "2031-03-06"}', {"old.txt"}),
        ("old.meta.json", '{"published":   "2031-03-05"}', set()),
        ("edited.meta.yaml", "published: 2031-03-06\n", {"edited.txt"}),
        ("articles.csv", "file,source\nold.txt,Herald\nmoved.txt,Gazette\n", {"moved.txt"}),
        ("articles.csv", "file,source\nmoved.txt,Courier\nold.txt,Herald\n", set()),
    ],
)
def test_metadata_counts_for_its_articles(folder: Path, name: str, text: str, expected: set[str]) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    assert asked_names() == expected


def test_metadata_that_is_gone_counts_too(folder: Path) -> None:
    (folder / "old.meta.json").unlink()
    (folder / "articles.csv").unlink()
    assert asked_names() == {"old.txt", "moved.txt"}


def test_how_a_file_looked_before(folder: Path) -> None:
    (folder / "edited.txt").write_text("Other words.", encoding="utf-8")
    since = changed_since("main", ["."], folder)
    assert (since.before(folder / "edited.txt") or b"").startswith(b"The ferry")
    assert since.before(folder / "none.txt") is None
    assert since.before(folder.parent / "none.txt") is None


def test_a_branch_a_tag_and_a_commit(folder: Path) -> None:
    (folder / "new.txt").write_text("A new one.", encoding="utf-8")
    git(folder, "tag", "start", "main")
    for ref in ("main", "start", "HEAD", git(folder, "rev-parse", "main").strip()):
        assert asked_names(ref) == {"new.txt"}


@pytest.mark.parametrize("ref", ["nowhere", "", "-x", "--output=stolen", "main:old.txt", "a\nb"])
def test_a_missing_commit(folder: Path, ref: str) -> None:
    with pytest.raises(SetupError, match="E533") as caught:
        changed_since(ref, ["."], folder)
    assert "fetched" in str(caught.value)
    assert not (folder / "stolen").exists()


def test_a_shallow_clone_says_how_to_get_the_rest(folder: Path, tmp_path: Path) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Number {number}.", encoding="utf-8")
        commit_all(folder, f"Number {number}")
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", folder.as_uri(), str(clone))
    for ref in ("nowhere", "origin/main"):  # one is not there at all, of the other the fork point is not
        with pytest.raises(SetupError, match="E534") as caught:
            changed_since(ref, [str(clone)], clone)
        assert "git fetch --unshallow" in str(caught.value)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SetupError, match="E532: not a git repository"):
        changed_since("main", [], tmp_path)


def test_no_git(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(SetupError, match="E531: git cannot be started"):
        changed_since("main", ["."], folder)


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="E533"):
        Repository.of(make_repository(tmp_path / "fresh")).fork_point("main")


def test_programs_that_a_repository_names_are_not_started(folder: Path) -> None:
    trap = folder.parent / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{folder.parent}/sprung'\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager"):
        git(folder, "config", key, str(trap))
    (folder / "edited.txt").write_text("Other words.", encoding="utf-8")
    assert asked_names() == {"edited.txt"}
    assert not (folder.parent / "sprung").exists()


def test_named_files_folders_patterns_and_links(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a#b.txt").write_text("x", encoding="utf-8")
    os.symlink(folder / "sub", folder / "link")
    asked = asked_by_path(["link", "mov*.txt", "-"], stdin_name="draft.txt")
    new = ["sub/a#b.txt", str(folder / "sub" / "a#b.txt"), "moved.txt", "draft.txt", "lines.jsonl#1"]
    assert [asked.is_new(an_article(path)) for path in new] == [True, True, True, True, False]
    assert asked_by_path(["lines.jsonl"]).is_new(an_article("lines.jsonl", 1))
    assert not asked_by_path(["moved.txt"]).is_new(an_article("<stdin>"))


def test_a_loop_of_links(folder: Path) -> None:
    (folder / "self").symlink_to(folder)
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "dead.txt").symlink_to(folder / "none")
    assert asked_names() == set()
