"""Claims built by hand: stages after the text zone take plain data, so their tests need no parser."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.claims import Extraction
from factcheck.conflicts.pairs import ComparisonContext
from factcheck.model import Anchor, Article, Claim, Frame, Publication, Scope
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.topics.labels import Labels
from factcheck.topics.stories import Stories
from factcheck.values import Value


def claim(
    value: Value,
    frame: Frame,
    *,
    article: str = "left.txt",
    scope: Scope | None = None,
    at: int = 0,
    words: str = "",
    quote: str = "",
    kind: str | None = None,
) -> Claim:
    """A claim of an article; ``at`` is where its words stand, ``kind`` the claim's where it is not the value's."""
    words = words or value.caption()
    quote = quote or f"Quote of {words}."
    slot = f"{frame.event}.{frame.role}"
    anchor = Anchor(article, article, Span(at, at + len(words)), 1, at + 1, words, quote, at)
    identity = f"{article}/{at}/{slot}/{value.iso()}"
    return Claim(identity, kind or value.kind, slot, value, frame, scope or Scope(), anchor, "test")


def article(name: str, published: Publication | None = None) -> Article:
    """An article without text."""
    return Article(id=name, path=name, text="", digest=name, published=published or Publication())


@dataclass
class World:
    """Two articles of one story, "left.txt" and "right.txt", and one of another, "other.txt"."""

    rulebook: Rulebook
    lead: dict[str, frozenset[str]] = field(default_factory=dict)
    published: dict[str, Publication] = field(default_factory=dict)

    def extractions(self, *claims: Claim) -> tuple[Extraction, ...]:
        """The three articles with the claims put where they belong."""
        story = frozenset({"person:ada okafor", "name:brightwell", "name:tarrow falls", "name:ewell hatherly", "place:fr"})
        names = {"left.txt": story, "right.txt": story, "other.txt": frozenset({"person:li wei", "place:fr"})}
        return tuple(
            Extraction(
                article(name, self.published.get(name)),
                tuple(item for item in claims if item.anchor.article == name),
                ids,
                self.lead.get(name, frozenset()),
            )
            for name, ids in names.items()
        )

    def context(self, *claims: Claim) -> ComparisonContext:
        """What comparers may ask, for these articles."""
        labels = Labels(self.rulebook)
        stories = Stories.of(self.extractions(*claims), labels.levels, labels.words)
        return ComparisonContext.of(self.rulebook, stories, labels)


def moved(item: Claim, name: str) -> Claim:
    """The same claim in another article."""
    return replace(item, id=f"{name}/{item.id}", anchor=replace(item.anchor, article=name, path=name))
