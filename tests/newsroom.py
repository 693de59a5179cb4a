"""A newsroom in a git repository: many short articles from templates, two to a story, in which some stories contradict each other."""

from __future__ import annotations

import subprocess
from pathlib import Path

STARTS = tuple("Bral Tor Kel Hov Dun Mar Sel Vest Ost Lin Gal Fen Rud Pol Nor Ask Bir Cor Dal Esk".split())
ENDS = ("stad", "mere", "ford", "holm", "wick")
FAMILIES = ("Kovalik", "Brandvik", "Lindqvist", "Moravec", "Tamsin", "Oakley", "Petrosyan", "Varga", "Sorensen", "Quill")
GIVEN = ("Petra", "Odalys", "Henrik", "Marta", "Silas", "Joana", "Viktor", "Amina", "Rupert", "Clara")
WORKS = ("bridge", "museum", "tunnel", "harbour", "stadium")


def town_of(story: int) -> str:
    """The place of a story, which no other shares below a hundred."""
    return STARTS[story % len(STARTS)] + ENDS[story // len(STARTS) % len(ENDS)]


def official_of(story: int) -> str:
    """The mayor of a story."""
    return f"{GIVEN[story % len(GIVEN)]} {FAMILIES[(story * 3 + story // 10) % len(FAMILIES)]}"


def first_report(story: int, day: int) -> str:
    """An article that says when something opened."""
    work, town = WORKS[story % len(WORKS)], town_of(story)
    return (
        f"{town} Herald\nMay 20, 2031\n\n"
        f"The new {work} in {town} opened on May {day}, 2031, Mayor {official_of(story)} said.\n\n"
        f"Residents of {town} gathered along the main street to celebrate the new {work} with music and dancing.\n"
    )


def second_report(story: int, day: int) -> str:
    """Another article that says when it opened."""
    work, town = WORKS[story % len(WORKS)], town_of(story)
    return (
        f"{town} Courier\nMay 21, 2031\n\n"
        f"Mayor {official_of(story)} said the {work} in {town} opened on May {day}, 2031.\n\n"
        f"The town council of {town} had planned the {work} for many years.\n"
    )


def third_report(story: int, day: int) -> str:
    """A later article that says when it opened."""
    work, town = WORKS[story % len(WORKS)], town_of(story)
    return (
        f"{town} Gazette\nMay 24, 2031\n\n"
        f"Traders in {town} look back at a busy month.\n\n"
        f"The {work} in {town} opened on May {day}, 2031, according to Mayor {official_of(story)}.\n"
    )


def day_of(story: int) -> int:
    """The day in May on which a story's work opened."""
    return 2 + story % 9


def write_stories(folder: Path, stories: int, contested: int) -> None:
    """Two articles a story; the first ``contested`` stories disagree about the day."""
    folder.mkdir(parents=True)
    for story in range(stories):
        day = day_of(story)
        (folder / f"{story:03d}-herald.txt").write_text(first_report(story, day), encoding="utf-8")
        (folder / f"{story:03d}-courier.txt").write_text(second_report(story, day + (2 if story < contested else 0)), encoding="utf-8")


def git(folder: Path, *args: str) -> str:
    """Run git there and return what it prints."""
    stated = {"user.name": "Newsroom", "user.email": "newsroom@example.org", "commit.gpgsign": "false", "core.autocrlf": "false"}
    settings = [word for key, value in stated.items() for word in ("-c", f"{key}={value}")]
    done = subprocess.run(["git", *settings, *args], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def commit_all(folder: Path, message: str) -> None:
    """Commit everything as it is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def make_repository(folder: Path) -> Path:
    """An empty repository on a branch called main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder
