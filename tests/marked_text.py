"""Reads a corpus of inline-marked text: ``Police freed [[four|4]] border guards.``"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from factcheck.rulebook.reader import read_yaml

CORPUS = Path(__file__).resolve().parent / "corpus"
_MARK = re.compile(r"\[\[([^|\]]{1,200})\|([^\]]{0,60})\]\]")


@dataclass(frozen=True)
class Case:
    """A text without its marks, and what they mark: (start, words, compact value); ``of`` is what each is of, None where not told."""

    text: str
    marks: tuple[tuple[int, str, str], ...]
    of: tuple[str, ...] | None = None


def read_marked(name: str) -> list[Case]:
    """The cases of tests/corpus/NAME."""
    path = CORPUS / name
    data, _, problems = read_yaml(path.read_text(encoding="utf-8"), name, "E204")
    assert not problems, "\n".join(map(str, problems))
    return [_case(item) for item in data["cases"]]


def _case(item: dict[str, object]) -> Case:
    written = str(item["text"])
    text, marks, position = "", [], 0
    for match in _MARK.finditer(written):
        text += written[position : match.start()]
        marks.append((len(text), match[1], match[2]))
        text += match[1]
        position = match.end()
    of = item.get("of")
    return Case(text + written[position:], tuple(marks), tuple(map(str, of)) if isinstance(of, list) else None)
