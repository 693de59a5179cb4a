"""The names of the output formats.  Nothing heavy is imported here, so that the command line can list them at once."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


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


SUFFIXES: Mapping[str, Format] = MappingProxyType(
    {
        ".json": Format.json,
        ".jsonl": Format.jsonl,
        ".md": Format.markdown,
        ".markdown": Format.markdown,
        ".html": Format.html,
        ".htm": Format.html,
        ".sarif": Format.sarif,
        ".sarif.json": Format.sarif,
        ".xml": Format.junit,
    }
)
"""The format that the name of a file tells where nobody says another; those of which several end alike are not told by it."""


def format_of(name: str) -> Format:
    """The format in which a file of that name is written where nobody says: that of its longest suffix in SUFFIXES, else text."""
    fitting = [suffix for suffix in SUFFIXES if name.lower().endswith(suffix)]
    return SUFFIXES[max(fitting, key=len)] if fitting else Format.text


IN_REPOSITORY = frozenset((Format.github, Format.gitlab, Format.sarif, Format.junit))
"""The formats whose readers look paths up in a repository: they get paths from its root."""
