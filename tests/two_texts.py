"""Two short articles of one story, from text to findings; the pipeline is loaded once a module."""

from __future__ import annotations

from pathlib import Path

from factcheck.articles import read_articles
from factcheck.claims import ClaimBuilder
from factcheck.conflicts import find_conflicts
from factcheck.documents import Document, Parser
from factcheck.model import Conflict
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules


class Checker:
    """Finds the conflicts of two texts, by default published on 16 and 18 March 2026 (a Monday and a Wednesday); the pipeline is loaded
    once."""

    def __init__(self) -> None:
        self._rules = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(self._rules), ClaimBuilder(self._rules)

    def __call__(self, folder: Path, left: str, right: str, days: tuple[int, int] = (16, 18)) -> list[str]:
        """The kinds of the conflicts."""
        return [conflict.kind for conflict in self.conflicts(folder, left, right, days)]

    def conflicts(self, folder: Path, left: str, right: str, days: tuple[int, int] = (16, 18)) -> list[Conflict]:
        """The conflicts themselves."""
        for name, day, text in (("left", days[0], left), ("right", days[1], right)):
            title, body = text.split("|", 1)
            head = f'---\ntitle: "{title.strip()}"\npublished: 2026-03-{day}\n---\n\n'
            (folder / f"{name}.md").write_text(head + body.strip().replace("|", "\n\n") + "\n", encoding="utf-8")
        extractions = []
        for document in self._parser.parse(read_articles([folder], self._rules).articles):
            article, resolved = self._mentions.read(document)
            extractions.append(self._claims.build(Document(article, document.passages), resolved))
        return list(find_conflicts(extractions, self._rules)[0])
