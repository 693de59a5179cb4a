"""Web pages to drafts: the headline and the body that trafilatura extracts, each word tied to its place in the page.

trafilatura is an extra (``factcheck-news[html]``) and imported when the first page is read.  It decides what the article is and drops the
rest of the page; title, outlet, author and dates are read from the page by ``factcheck.articles.embedded``.  Pages that it cannot take
(nested beyond what its parser reads, too many tags) are read paragraph by paragraph.
"""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Iterator

from factcheck.articles.drafts import Draft
from factcheck.articles.embedded import read_embedded
from factcheck.articles.metadata import Metadata, Stated
from factcheck.articles.pages import Page, read_page
from factcheck.articles.placing import place_lines
from factcheck.errors import InputError, Location, Problem
from factcheck.text import Lines, fold

INSTALL = "python -m pip install 'factcheck-news[html]'"

MAX_TAGS = 30_000
"""Tags of a page that is handed to trafilatura: the time of some of its steps grows with their square (5 seconds for 100,000 paragraphs).

Pages of news have some 500 to 8,000.
"""

_MODULES = ("trafilatura", "lxml")
_PROSE = frozenset(("", "article", "blockquote", "dd", "div", "li", "main", "p", "pre", "section", "td"))
_ENDS = tuple(".!?\"'”’)")
_SIGNS = re.compile(r"^\s{0,40}[-|]\s")
_LEAST_WORDS = 8
"""Words of a paragraph that is text where nothing else tells: menus and labels are shorter."""


def is_installed() -> bool:
    """Whether the extra that reads web pages is there; imports none of it."""
    return all(importlib.util.find_spec(name) is not None for name in _MODULES)


def read_html(text: str, shown: str, problems: list[Problem]) -> Iterator[Draft]:
    """The article of a web page; its text is empty where the page holds none.

    ``text`` of the draft is the headline and the extracted paragraphs, one a line with blank lines between; ``places`` tie them to the
    page.

    Raises:
        InputError: E315, the extra is not installed.
    """
    del problems
    page = read_page(text)
    fields = read_embedded(page, shown)
    body = _joined(_extract(page, shown)) or _paragraphs(page)
    title = _headline(page, fields, shown)
    if not body:
        yield Draft("", fields)
        return
    if title is not None:
        fields["title"] = title
        if fold(title.value) not in (fold(line) for line in body[:3]):
            body.insert(0, title.value)
    where = fields["title"].where if title is not None else Location(shown, 1, 1)
    extracted = "\n\n".join(body) + "\n"
    yield Draft(extracted, fields, places=place_lines(extracted, page, (where.line or 1, where.column or 1)))


def _joined(extracted: str) -> list[str]:
    """The paragraphs of an extracted text: without its signs of lists and tables, and with lines joined that break within a sentence."""
    lines: list[str] = []
    for raw in extracted.splitlines():
        line = _SIGNS.sub("", raw).strip(" |")
        if not any(char.isalnum() for char in line):
            continue
        if lines and line[0].islower() and (lines[-1][-1].isalnum() or lines[-1][-1] == ",") and not _SIGNS.match(raw):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def _headline(page: Page, fields: Metadata, shown: str) -> Stated | None:
    """What readers see: the only first-order heading, or the one that the metadata repeats; else what the metadata states.

    The outlet's name is often a heading, too: a headline has three words or more, or is what the metadata states.
    """
    stated = fields.get("title")
    source = fold(fields["source"].value) if "source" in fields else ""
    folded = fold(stated.value) if stated else ""
    headings = [(page.words_of(run), run) for run in page.runs if run.name == "h1" and not run.apart]
    fitting = [
        (words, run)
        for words, run in headings
        if fold(words) == folded or (run.end - run.first >= 3 and fold(words) != source and len(words) <= 400)
    ]
    same = [(words, run) for words, run in fitting if folded and (folded in fold(words) or fold(words) in folded)]
    chosen = same[:1] or (fitting if len(fitting) == 1 else [])
    if not chosen:
        return stated
    words, run = chosen[0]
    line, column = Lines(page.source).locate(page.origin(page.starts[run.first]))
    return Stated(words, "page heading", Location(shown, line, column))


def _extract(page: Page, shown: str) -> str:
    """What trafilatura takes for the article; empty where that is nothing, or the page is none for it."""
    if page.size > MAX_TAGS or not page.size:
        return ""
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and only pages need it
        from lxml.etree import LxmlError  # noqa: PLC0415
    except ImportError as error:
        raise InputError(Problem("E315", "web pages are not read without an extra", Location(shown), INSTALL)) from error
    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # its notes on odd pages would else end up on standard error
    try:
        found = trafilatura.extract(_relieved(page), fast=True, include_comments=False, include_tables=True, deduplicate=False)
    except (LxmlError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return ""  # a page that its parser or its steps stumble over
    return found or ""


def _relieved(page: Page) -> str:
    """The page without the attributes of overloaded tags."""
    parts: list[str] = []
    position = 0
    for span in page.overloaded:
        parts.append(page.source[position : span.start])
        parts.append(">")
        position = span.end
    opening = "" if any(tag.name == "html" for tag in page.tags) else "<html>"  # without it, trafilatura takes no page of one part
    return "".join((opening, *parts, page.source[position:]))


def _paragraphs(page: Page) -> list[str]:
    """Paragraphs of some length outside of menus, forms and the foot, in the page's order."""
    runs = [run for run in page.runs if not run.apart and run.name in _PROSE and run.end - run.first >= _LEAST_WORDS]
    return [words for words in map(page.words_of, runs) if words.endswith(_ENDS)]
