"""What a code means: the sections of docs/conflicts.md and docs/errors.md, the places where that is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from factcheck.errors import InternalError, Location, Problem

_LINK = re.compile(r"\[([^\[\]\n]{1,80})\]\([^()\s]{1,200}\)")
_HEADING = re.compile(r"^## ((?:FC|E|W)[1-9][0-9]{2}) ([a-z0-9-]{1,60})$")
CONFLICTS, ERRORS = "conflicts.md", "errors.md"
"""The pages of the codes of conflicts, and of those of errors and warnings."""


@dataclass(frozen=True, slots=True)
class CodeSection:
    """One code: its name, and its parts as (heading, Markdown text) in order."""

    code: str
    name: str
    parts: tuple[tuple[str, str], ...]

    def part(self, heading: str) -> str | None:
        """The text below a heading, None if there is no such heading."""
        return dict(self.parts).get(heading)


def paragraphs(text: str) -> list[str]:
    """The paragraphs, list items and examples of a part as one line each, to be wrapped anew; "" between those that an empty line parts.

    An example keeps its indent of four spaces, an item its "- ", a link its words.
    """
    found: list[str] = []
    for line in _LINK.sub(r"\1", text).splitlines():
        bare = line.strip()
        begins = not bare or line.startswith(("    ", "- ")) or not found or not found[-1]
        if begins:
            found.append(line.rstrip() if bare else "")
        else:
            found[-1] += f" {bare}"
    return found


def read_sections(page: str = CONFLICTS) -> tuple[CodeSection, ...]:
    """All sections of a page, in its order.

    Raises:
        InternalError: the file is missing from the installation.
    """
    package = Path(str(files("factcheck")))
    for folder in (package / "docs", package.parent / "docs"):
        path = folder / page
        if path.is_file():
            return tuple(_sections(path.read_text(encoding="utf-8")))
    raise InternalError(Problem("E102", f"docs/{page} is missing", Location(str(package)), "install factcheck again"))


def _sections(text: str) -> list[CodeSection]:
    sections: list[CodeSection] = []
    for chunk in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        first, _, body = chunk.partition("\n")
        heading = _HEADING.match(first)
        if heading:
            parts = re.split(r"^### (.{1,80})$", body, flags=re.MULTILINE)[1:]
            pairs = tuple((title.strip(), content.strip("\n")) for title, content in zip(parts[::2], parts[1::2], strict=True))
            sections.append(CodeSection(heading[1], heading[2], pairs))
    return sections
