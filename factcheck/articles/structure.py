"""Furniture by place and repetition: what no pattern can tell because only its surroundings show it.

Repeated headlines and captions, a menu glued to the headline, the outlet's name after it, the links below "Related stories",
the author's name and note below the story (also in another language).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from factcheck.articles.furniture import NEAR_END, NEAR_START, Mark
from factcheck.articles.language import Languages
from factcheck.articles.layout import Line
from factcheck.text import Span, flatten, fold

SUFFIX = re.compile(r"^(.{12,300}\S) ([-|:·]|::) ([^|]{2,40})$")
_GLUE = re.compile(r"[\w.!?\])'\"]$|[>|/»\"] $")
_ELLIPSIS = re.compile(r"(?:\.{3}|…|\[\.{3}\])[\"')]?$")
_PROSE_END = re.compile(r"[.!?][\"')\]]{0,3}$")
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|Le|La|Van|Von|Fitz|O')[A-Z])[A-Z][a-z]{1,14}[A-Z][A-Za-z]{1,14}")
_HOST = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.(?:com|org|net|info|news|co|eu|tv|uk|de|fr|it|es|pl|ru|us|example)", re.IGNORECASE)
_NAMEPLATE = re.compile(r"(?:(?<!\w)[A-Z][\w'&-]{0,24}\.?(?!\w) ?|(?<!\w)(?:de|la|van|von|of|the|al|bin)(?!\w) ){1,4}")

TEASER = 200
"""Code points; longer lines below a "related" heading are the story again."""


class Marks:
    """The furniture of one article while it is being found: at most one mark for a whole line, any number of stretches."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.whole: dict[int, Mark] = {}
        self.parts: dict[int, list[Mark]] = {}
        for mark in marks:
            if mark.whole:
                self.whole[mark.line.index] = mark
            else:
                self.parts.setdefault(mark.line.index, []).append(mark)

    def drop(self, line: Line, name: str, sort: str) -> None:
        """Mark a whole line."""
        self.whole[line.index] = Mark(line, line.span, name, sort, True)

    def cut(self, line: Line, span: Span, name: str, sort: str) -> None:
        """Mark a stretch of a line."""
        self.parts.setdefault(line.index, []).append(Mark(line, span, name, sort, False))

    def keeps(self, line: Line) -> bool:
        """Whether the line, or some of it, is the story's."""
        return line.index not in self.whole

    def spans(self, lines: Sequence[Line]) -> Iterator[tuple[Span, str]]:
        """All spans with their names, in reading order, without overlaps."""
        for line in lines:
            if line.index in self.whole:
                mark = self.whole[line.index]
                yield mark.span, mark.name
                continue
            end = line.span.start
            for mark in sorted(self.parts.get(line.index, ()), key=lambda mark: (mark.span, mark.name)):
                start = max(end, mark.span.start)
                if start < mark.span.end:
                    yield Span(start, mark.span.end), mark.name
                    end = mark.span.end


def is_prose(line: Line, least: int = 1) -> bool:
    """Whether a line ends as a sentence does and holds at least ``least`` words."""
    return bool(_PROSE_END.search(line.words)) and not _ELLIPSIS.search(line.words) and line.words.count(" ") + 1 >= least


def is_headline(line: Line) -> bool:
    """Whether a line may be a headline: three words or more, no end of a sentence but a question mark."""
    bare = line.words.rstrip("\"')")
    return 3 <= line.words.count(" ") + 1 <= 40 and not line.is_long and len(bare) <= 250 and not bare.endswith((".", ";", ",", ":"))


def mark_separators(lines: Sequence[Line], marks: Marks) -> None:
    """Lines without a letter or digit."""
    for line in lines:
        if marks.keeps(line) and not any(char.isalnum() for char in line.words):
            marks.drop(line, "separator", "separator")


def mark_glued(lines: Sequence[Line], marks: Marks) -> None:
    """Lines at the top that are a menu run together with the headline, which stands alone on another line."""
    top = [line for line in lines[: NEAR_START + 8] if not line.is_long and len(line.words) >= 20]
    for line in top:
        if line.index >= NEAR_START or not marks.keeps(line):
            continue
        for other in top:
            lead = len(line.words) - len(other.words)
            if 0 < lead <= 80 and line.words.endswith(other.words) and _GLUE.search(line.words[:lead]):
                marks.drop(line, "glued", "breadcrumb")
                break


def mark_suffixes(text: str, lines: Sequence[Line], marks: Marks, outlets: Outlets) -> dict[int, str]:
    """Cut the outlet's name after a headline; returns the headline alone for each line that had one."""
    bare: dict[int, str] = {}
    plain = {fold(line.words) for line in lines if not line.is_long}
    for line in lines[:NEAR_START]:
        plain_line = marks.keeps(line) and not line.is_long and line.words.count("|") < 2
        match = SUFFIX.match(line.words) if plain_line else None
        if not match or _PROSE_END.search(line.words):
            continue
        head, sign, tail = match.groups()
        if sign == ":" or not (fold(head) in plain or outlets.is_outlet(tail, plain, sign)):
            continue
        flat = flatten(line.span.of(text))
        cut = flat.rstrip().rfind(sign, 0, len(flat) - 1)
        marks.cut(line, Span(line.span.start + cut, line.span.end), "outlet-suffix", "outlet-suffix")
        bare[line.index] = head
    return bare


class Outlets:
    """What is known about the article's outlet: its stated name, its host, and words that outlets' names are made of."""

    def __init__(self, source: str | None, url: str | None, words: Collection[str]) -> None:
        self._source = fold(source or "")
        self._host = re.sub(r"[^a-z0-9.]", "", (url or "").lower().partition("://")[2].partition("/")[0])
        self._words = {fold(word) for word in words}

    def is_outlet(self, name: str, lines: Collection[str], sign: str = "-") -> bool:
        """Whether a name that follows a headline is the outlet's rather than a speaker's.

        ``lines`` are the article's other lines, folded: an outlet's name often stands alone on one.
        """
        folded = fold(name)
        compact = folded.replace(" ", "")
        if not folded or any(word[0].islower() for word in name.split() if word not in ("of", "the", "and", "de")):
            return bool(_HOST.fullmatch(name))
        known = folded == self._source or (len(compact) > 3 and compact in self._host)
        alone = folded in lines or f"{folded} news" in lines
        made_of = len(name.split()) <= 5 and (folded in self._words or bool(self._words & set(folded.split())))
        return (
            known
            or alone
            or made_of
            or (sign == "|" and not any(char.isdigit() for char in name))
            or bool(_CAMEL.fullmatch(name) or _HOST.fullmatch(name))
        )


def find_title(lines: Sequence[Line], marks: Marks, stated: str | None, bare: dict[int, str]) -> Line | None:
    """The line of the headline: the stated title's first good one, else the first line left if it looks like one; None if there is none."""
    if stated:
        same = [line for line in lines[: NEAR_START + 8] if fold(bare.get(line.index, line.words.lstrip("# "))) == fold(stated)]
        if same:
            return min(same, key=lambda line: (line.index in bare, line.index))
        return None
    skipped = 0
    for line in lines[:NEAR_START]:
        if not marks.keeps(line):
            continue
        if is_headline(line) and line.index + 1 < len(lines):
            key = fold(bare.get(line.index, line.words))
            good = [other for other in lines[:NEAR_START] if marks.keeps(other) and other.index not in bare and fold(other.words) == key]
            return good[0] if good else line
        if line.words.count(" ") > 1 or skipped == 2:
            return None
        skipped += 1
    return None


def mark_repeated(lines: Sequence[Line], marks: Marks, title: Line | None, bare: dict[int, str], told: str | None) -> None:
    """All but the first good copy of a line; of the title's line, all but the title.  ``told`` is a title that stands apart."""
    seen = {fold(told)} if told else set()
    if title and not told:
        seen.add(fold(bare.get(title.index, title.words)))
    titles = set(seen)
    for line in lines:
        if line is title and not told:
            continue
        if line.is_long or not marks.keeps(line):
            continue
        words = bare.get(line.index, line.words).lstrip("# ")
        key = fold(words)
        if key in seen or _starts_with_title(line, marks, titles):
            marks.drop(line, "repeated", "repeated")
        elif words.count(" ") >= 3:
            seen.add(key)


def _starts_with_title(line: Line, marks: Marks, titles: Collection[str]) -> bool:
    """Whether a line is the headline again with a stamp behind it."""
    stamps = [mark for mark in marks.parts.get(line.index, ()) if mark.sort == "update-stamp"]
    if not stamps:
        return False
    words = fold(line.words)
    return any(words.startswith(f"{title} ") and len(words) - len(title) <= 90 for title in titles)


def mark_above(lines: Sequence[Line], marks: Marks, title: Line | None) -> None:
    """Short lines above the headline: names of sections and of the outlet."""
    if title and title.index <= 8:
        for line in lines[: title.index]:
            if marks.keeps(line) and line.words.count(" ") < 4 and not is_prose(line):
                marks.drop(line, "above-title", "navigation")


def mark_sections(lines: Sequence[Line], marks: Marks) -> None:
    """The headlines and teasers below a heading of other stories, and everything below a heading of scope "rest"."""
    for heading in [mark for _, mark in sorted(marks.whole.items())]:
        after = lines[heading.line.index + 1 :]
        if heading.scope == "rest":
            for line in after:
                marks.drop(line, heading.name, heading.sort)
        elif heading.scope == "section":
            for line in _teasers(after, marks):
                marks.drop(line, heading.name, heading.sort)


def _teasers(after: Sequence[Line], marks: Marks) -> list[Line]:
    """Up to the last line that breaks off (...); without such a line, a run of headlines, where it surely is one."""
    run: list[Line] = []
    for line in after:
        if not marks.keeps(line) or len(line.words) > TEASER or is_prose(line):
            break
        run.append(line)
    broken_off = [position for position, line in enumerate(run) if _ELLIPSIS.search(line.words)]
    if broken_off:
        return run[: broken_off[-1] + 1]
    headlines: list[Line] = []
    for line in run:
        if line.words.count(" ") < 4:
            break
        headlines.append(line)
    if len(headlines) < 2:
        return []
    at_end = headlines[-1].index == after[-1].index
    together = len({line.paragraph for line in headlines}) == 1 and len(headlines) == len(run)
    return headlines if at_end or together else headlines[:-1]


def mark_tail(lines: Sequence[Line], marks: Marks, title: Line | None, languages: Languages) -> None:
    """From the end upwards: notes in another language, and names alone on a line above other furniture."""
    below = False
    for line in reversed(lines[-NEAR_END:]):
        if line is title:
            return
        if not marks.keeps(line):
            below = below or marks.whole[line.index].sort != "separator"
        elif languages.foreign(line.words):
            marks.drop(line, "foreign-note", "author-bio")
            below = True
        elif below and _NAMEPLATE.fullmatch(line.words) and len(line.words) <= 40:
            marks.drop(line, "nameplate", "author")
        else:
            return
