"""The names of the output formats.  Nothing heavy is imported here, so that the command line can list them at once."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """An output format; rendering.RENDERERS holds what writes it."""

    text = "text"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    markdown = "markdown"
    html = "html"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"


IN_REPOSITORY = frozenset((Format.github, Format.gitlab, Format.sarif, Format.junit))
"""The formats whose readers look paths up in a repository: they get paths from its root."""
