"""Reads claims off a text whose lines are paragraphs, with the real parser; loaded once a module."""

from __future__ import annotations

from datetime import date

from factcheck.claims import ClaimBuilder
from factcheck.documents import Document, Parser
from factcheck.model import Article, Block, Claim, Publication
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span

FRIDAY = date(2024, 5, 17)


class Reader:
    """A text to its claims."""

    def __init__(self) -> None:
        rulebook = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(rulebook), ClaimBuilder(rulebook)

    def __call__(self, text: str, published: date = FRIDAY) -> tuple[Claim, ...]:
        blocks, position = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span(position, position + len(line))))
            position += len(line) + 1
        article = Article("story.txt", "story.txt", text, "", blocks=tuple(blocks), published=Publication(published, published))
        document = next(self._parser.parse([article]))
        dated, resolved = self._mentions.read(document)
        return self._claims.build(Document(dated, document.passages), resolved).claims


def slots(claims: tuple[Claim, ...], kind: str) -> dict[str, list[str]]:
    """By the words of the value, the questions it answers, without the acts that a date may date (see ``acts``)."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.kind == kind and claim.slot != "act.on":
            found.setdefault(claim.anchor.match, []).append(claim.slot)
    return found


def acts(claims: tuple[Claim, ...]) -> dict[str, frozenset[str]]:
    """By the words of the date, the acts that it may date."""
    return {
        claim.anchor.match: frozenset(entry for entry in claim.frame.subset if " " not in entry)
        for claim in claims
        if claim.slot == "act.on"
    }
