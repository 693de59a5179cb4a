"""A draft to an Article: lines, furniture, title, blocks, publication, language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.articles.drafts import Draft
from factcheck.articles.furniture import FurniturePattern, find_marks, rules_of
from factcheck.articles.language import Languages
from factcheck.articles.layout import Line, read_lines
from factcheck.articles.metadata import Metadata
from factcheck.articles.published import stamped_publication, stated_publication
from factcheck.articles.structure import (
    Marks,
    Outlets,
    find_title,
    is_headline,
    is_prose,
    mark_above,
    mark_glued,
    mark_repeated,
    mark_sections,
    mark_separators,
    mark_suffixes,
    mark_tail,
)
from factcheck.errors import Location, Problem
from factcheck.model import Article, Block, BlockRole, Furniture, Locator, Publication
from factcheck.rulebook import Lists, Rulebook
from factcheck.text import Span, fold

_HEADING = re.compile(r"#{1,6}\s+")
_MARKUP = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)|(?<=\])\([^)\s]{1,500}\)|\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,;!?])[*_](?!\w)")
_PICTURED = re.compile(r"(?:\(?file (?:photo|image|picture)\)?|pictured|handout (?:photo|image|picture))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assembler:
    """What all articles of a run are read with."""

    rules: tuple[FurniturePattern, ...]
    words: Lists
    languages: Languages

    @classmethod
    def from_rules(cls, rulebook: Rulebook) -> Assembler:
        """Compile the rules once."""
        return cls(rules_of(rulebook), rulebook.words(), Languages.from_rules(rulebook))

    def article(self, draft: Draft, name: str, shown: str, problems: list[Problem]) -> Article:
        """The article of a draft.

        Args:
            name: its id.
            shown: its path for people.
            problems: receives unread dates (E314) and a warning for text that is not English (E318); such an article has no blocks.
        """
        fields = draft.fields
        lines = read_lines(draft.text, draft.start, markdown=draft.markdown)
        stated = fields["title"].value if "title" in fields else None
        apart = stated if stated and (draft.title or draft.title_field == "title") else None
        marks, title = self._furniture(draft.text, lines, fields, stated, apart)
        language = self._language(fields, lines, marks, draft.place_in(shown), problems)
        if language == "en":
            mark_tail(lines, marks, title, self.languages)
        published = stated_publication(fields, self.words.whole("dateline.month"), problems)
        if published is None or published.earliest is None:
            whole = [*marks.whole.values(), *(mark for parts in marks.parts.values() for mark in parts)]
            locator = Locator(draft.text, draft.places, draft.line)
            stamped = stamped_publication(draft.text, lines, whole, title, self.words, locator=locator)
            published = stamped if stamped and (published is None or stamped.earliest) else published
        if published is None and "dated" in fields:
            day = date.fromisoformat(fields["dated"].value)
            published = Publication(day, day, fields["dated"].how)
        furniture = [Furniture(span, cause) for span, cause in marks.spans(lines)]
        blocks: tuple[Block, ...] = ()
        if language == "en":
            blocks = (*_title_apart(draft, apart), *_blocks(draft, lines, marks, title))
        if draft.start:
            furniture = _front_matter(draft) + furniture
        if draft.markdown:
            furniture = _with_markup(draft, lines, marks, furniture)
        return Article(
            id=name,
            path=shown,
            text=draft.text,
            digest=digest_of(draft.text),
            source=_value(fields, "source"),
            url=_value(fields, "url"),
            title=stated or (_title_words(draft.text, title, marks) if title else None),
            author=_value(fields, "author"),
            published=published or Publication(how="not stated"),
            language=language,
            blocks=tuple(sorted(blocks, key=lambda block: (block.field != "title", block.span))),
            furniture=tuple(furniture),
            line_in_file=draft.line,
            places=draft.places,
            title_places=draft.title_places,
            record=draft.record,
        )

    def _furniture(
        self, text: str, lines: Sequence[Line], fields: Metadata, stated: str | None, apart: str | None
    ) -> tuple[Marks, Line | None]:
        found = find_marks(text, lines, self.rules)
        if stated and not apart:
            found = [mark for mark in found if not mark.whole or fold(mark.line.words) != fold(stated)]
        marks = Marks(found)
        mark_separators(lines, marks)
        mark_glued(lines, marks)
        outlets = Outlets(_value(fields, "source"), _value(fields, "url"), self.words["dateline.outlet"])
        bare = mark_suffixes(text, lines, marks, outlets)
        mark_sections(lines, marks)
        title = None if apart else find_title(lines, marks, stated, bare)
        mark_repeated(lines, marks, title, bare, apart)
        mark_above(lines, marks, title)
        if apart:
            title = next((line for line in lines if marks.whole.get(line.index) and fold(line.words.lstrip("# ")) == fold(apart)), None)
            return marks, title or _before_first(lines)
        return marks, title

    def _language(self, fields: Metadata, lines: Sequence[Line], marks: Marks, where: Location, problems: list[Problem]) -> str:
        stated = _value(fields, "language")
        code = re.split(r"[-_]", stated.strip().lower())[0] if stated else "en"
        code = {"eng": "en", "english": "en"}.get(code, code)
        found = None
        if code == "en":
            found = self.languages.foreign(" ".join(line.words for line in lines if marks.keeps(line)))
            code = found or "en"
        if code != "en":
            why = "looks like" if found else "is said to be"
            message = f"unchecked: the text {why} {'another language' if code == 'und' else repr(code)}, and only English is read"
            problems.append(Problem("E318", message, where, "state language: en if it is English", "warning"))
        return code


def digest_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def _value(fields: Metadata, name: str) -> str | None:
    return fields[name].value if name in fields else None


def _before_first(lines: Sequence[Line]) -> Line | None:
    """A stand-in for a title that stands above the whole text."""
    return Line(Span(0, 0), "", -1, -1, 1) if lines else None


def _title_words(text: str, title: Line, marks: Marks) -> str:
    cuts = [mark.span for mark in marks.parts.get(title.index, ()) if mark.name == "outlet-suffix"]
    end = min((span.start for span in cuts), default=title.span.end)
    return " ".join(_HEADING.sub("", text[title.span.start : end], count=1).split())


def _title_apart(draft: Draft, apart: str | None) -> tuple[Block, ...]:
    if not apart:
        return ()
    if draft.title:
        return (Block(draft.title, "title"),)
    return (Block(Span(0, len(apart)), "title", "title"),)


def _front_matter(draft: Draft) -> list[Furniture]:
    if not draft.title:
        return [Furniture(Span(0, draft.start), "front-matter")]
    spans = Span(0, draft.title.start), Span(draft.title.end, draft.start)
    return [Furniture(span, "front-matter") for span in spans]


def _with_markup(draft: Draft, lines: Sequence[Line], marks: Marks, furniture: list[Furniture]) -> list[Furniture]:
    """Blank out emphasis signs and the addresses of links."""
    taken = [item.span for item in furniture]
    added: list[Furniture] = []
    for line in lines:
        if not marks.keeps(line) or line.is_long:
            continue
        for match in _MARKUP.finditer(draft.text, line.span.start, line.span.end):
            span = Span(*match.span())
            if not any(span.overlaps(other) and not span.contains(other) for other in taken):
                added.append(Furniture(span, "markup"))
    kept = [item for item in furniture if not any(other.span.contains(item.span) for other in added)] if added else furniture
    return sorted([*kept, *added], key=lambda item: (item.span, item.name))


def _blocks(draft: Draft, lines: Sequence[Line], marks: Marks, title: Line | None) -> list[Block]:
    sizes: dict[int, int] = {}
    for line in lines:
        sizes[line.paragraph] = sizes.get(line.paragraph, 0) + 1
    blocks: list[Block] = []
    kept = [line for line in lines if marks.keeps(line)]
    for position, line in enumerate(kept):
        following = kept[position + 1] if position + 1 < len(kept) else None
        heading = _HEADING.match(draft.text, line.span.start, line.span.end) if draft.markdown else None
        start = heading.end() if heading else line.span.start
        role: BlockRole = "heading" if heading else _role(line, following, marks, lines, sizes)
        if line is title:
            role = "title"
        if start < line.span.end:
            blocks.append(Block(Span(start, line.span.end), role))
    return blocks


def _role(line: Line, following: Line | None, marks: Marks, lines: Sequence[Line], sizes: Mapping[int, int]) -> BlockRole:
    if _is_caption(line, marks, lines, sizes):
        return "caption"
    if line.is_long or following is None or following.index > line.index + 3:
        return "body"
    short = line.words.count(" ") < 14 and len(line.words) <= 110 and (is_headline(line) or line.words.count(" ") < 2)
    stands_out = line.words[0].isupper() or line.words[0].isdigit() or line.words[0] in "\"'"
    ends_open = not is_prose(line) and line.words[-1] not in ",;:"
    return "heading" if short and stands_out and ends_open and len(following.words) > len(line.words) else "body"


def _is_caption(line: Line, marks: Marks, lines: Sequence[Line], sizes: Mapping[int, int]) -> bool:
    if len(line.words) > 600:
        return False
    if any(mark.sort in ("photo-credit", "photo-widget") for mark in marks.parts.get(line.index, ())):
        return True
    if len(line.words) <= 250 and _PICTURED.search(line.words) and sizes[line.paragraph] <= 2:
        return True
    below = (marks.whole.get(other.index) for other in lines[line.index + 1 : line.index + 4] if other.paragraph == line.paragraph)
    return sizes[line.paragraph] <= 4 and any(mark is not None and mark.sort == "photo-credit" for mark in below)
