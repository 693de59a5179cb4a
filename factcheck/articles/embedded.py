"""What a web page says about its article: JSON-LD (schema.org), <meta>, <time>, <link>; with time of day and zone as written.

Earlier in each list wins.  Names of <meta>: Open Graph (ogp.me), Dublin Core, and those that content systems and their analytics write.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.articles.metadata import FIELDS, Metadata, Stated, read_fields
from factcheck.articles.pages import Page, Tag
from factcheck.errors import Location
from factcheck.text import Lines, Span, fold

_META: Mapping[str, tuple[str, ...]] = {
    "published": (
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "og:pubdate",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "article.published",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "date",
    ),
    "modified": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
        "lastmod",
    ),
    "title": ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title"),
    "source": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
    "author": ("author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author"),
    "url": ("og:url", "parsely-link"),
    "language": ("content-language", "dc.language", "dcterms.language", "og:locale"),
}
_LD_KEYS: Mapping[str, tuple[str, ...]] = {
    "published": ("datePublished", "dateCreated"),
    "modified": ("dateModified",),
    "title": ("headline",),
    "source": ("publisher", "sourceOrganization", "provider"),
    "author": ("author", "creator"),
    "url": ("url", "mainEntityOfPage"),
    "language": ("inLanguage",),
}
_ARTICLE = re.compile(r"(?:https?://schema\.org/)?(?:\w{0,20}NewsArticle|\w{0,30}Article|(?:Live)?BlogPosting|Report|Review)")
_PAGE = re.compile(r"(?:https?://schema\.org/)?(?:WebPage|ItemPage|\w{0,20}CreativeWork)")
_LD_TYPE = re.compile(r"application/ld\+json", re.IGNORECASE)
_HAS_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)")
_SUFFIX = re.compile(r"^(.{8,300}\S) (?:[-|:·–—»]|::) ([^|]{2,60})$")
_LATER = re.compile(r"updat|modif|edit", re.IGNORECASE)

_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys below which the article's own record may stand; others hold other articles."""

MAX_NODES = 5_000
"""Records and lists of JSON-LD that are looked at in one page."""


def read_embedded(page: Page, shown: str) -> Metadata:
    """The fields a page states about its article, each with the place it stands at.

    A date without a year, a title without a word and the like are passed over in favour of the next candidate; nothing here is a fault of
    whoever saved the page, so there are no problems to tell.
    """
    lines = Lines(page.source)

    def stated(value: str, how: str, span: Span) -> Stated:
        line, column = lines.locate(span.start)
        return Stated(" ".join(value.split()), how, Location(shown, line, column))

    found: Metadata = {}
    for name, value, how, span in _candidates(page):
        is_english = name == "language" and value.lower().startswith("en")  # templates state the language of the outlet, not of the text
        if _is_fit(name, value) and (name not in found or is_english):
            found[name] = stated(value, how, span)
    if "source" not in found and "url" in found:
        host = found["url"].value.partition("://")[2].partition("/")[0].removeprefix("www.")
        if host:
            found["source"] = Stated(host, found["url"].how, found["url"].where)
    headings = {fold(page.words_of(run)) for run in page.runs if run.name in ("h1", "h2")}
    if "title" in found:
        bare = without_outlet(found["title"].value, headings, found.get("source"))
        found["title"] = Stated(bare, found["title"].how, found["title"].where)
    return found


Candidate = tuple[str, str, str, Span]
"""A field's name, a value for it, the sort of place, and the tag that states it."""


def _candidates(page: Page) -> Iterator[Candidate]:
    for tag in page.tags:
        if tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            yield "url", tag.attributes.get("href", ""), "metadata (link)", tag.span
    yield from _from_json(page)
    yield from _from_meta(page)
    yield from _from_times(page)
    for tag in page.tags:
        if tag.name == "html":
            yield "language", tag.attributes.get("lang", tag.attributes.get("xml:lang", "")), "metadata (html)", tag.span
    for run in page.runs:
        if run.name == "title":
            yield "title", page.words_of(run), "metadata (title)", Span(page.origin(run.span.start), page.origin(run.span.end))


def _from_json(page: Page) -> Iterator[Candidate]:
    scripts = [tag for tag in page.tags if tag.content and _LD_TYPE.search(tag.attributes.get("type", ""))]
    nodes = [(node, tag.span) for tag in scripts for node in _nodes(tag)]
    for wanted in (_ARTICLE, _PAGE):
        for node, span in nodes:
            if not any(wanted.fullmatch(kind) for kind in _types(node)):
                continue
            names = _LD_KEYS if wanted is _ARTICLE else ("published", "modified", "language", "source")
            data = {name: node[key] for name in names for key in reversed(_LD_KEYS[name]) if key in node}
            fields = read_fields(data, "metadata (JSON-LD)", lambda _: Location(""), [])
            yield from ((name, html.unescape(stated.value), stated.how, span) for name, stated in fields.items() if name in FIELDS)


def _nodes(script: Tag) -> list[dict[str, Any]]:
    """All records of a JSON-LD script, outermost first; empty where it is no JSON."""
    bare = script.content.strip().removeprefix("<!--").removesuffix("-->").strip()
    try:
        data = json.loads(bare.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    pending = deque([data])
    for _ in range(MAX_NODES):
        if not pending:
            break
        item = pending.popleft()
        if isinstance(item, list):
            pending.extend(item[:MAX_NODES])
        elif isinstance(item, dict):
            found.append(item)
            pending.extend(item[key] for key in _INNER if isinstance(item.get(key), list | dict))
    return found


def _types(node: Mapping[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [item for item in (kind if isinstance(kind, list) else [kind]) if isinstance(item, str)]


def _from_meta(page: Page) -> Iterator[Candidate]:
    stated: dict[str, tuple[str, Span]] = {}
    for tag in page.tags:
        if tag.name != "meta" or not tag.attributes.get("content"):
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            stated.setdefault(tag.attributes.get(key, "").lower(), (tag.attributes["content"], tag.span))
    for field, names in _META.items():
        for name in names:
            if name in stated:
                value, span = stated[name]
                yield field, value, "metadata (meta)", span


def _from_times(page: Page) -> Iterator[Candidate]:
    """<time> marked as the publication; else the first one, where it is no date of change: lists of other stories come later."""
    times = [tag for tag in page.tags if tag.name == "time" and tag.attributes.get("datetime")]
    marked = [tag for tag in times if "pubdate" in tag.attributes or "datepublished" in tag.attributes.get("itemprop", "").lower()]
    for tag in marked:
        yield "published", tag.attributes["datetime"], "metadata (time)", tag.span
    for tag in _in_story(page, times):
        said = " ".join(tag.attributes.get(key, "") for key in ("class", "itemprop", "id", "aria-label"))
        yield ("modified" if _LATER.search(said) else "published"), tag.attributes["datetime"], "metadata (time)", tag.span


def _in_story(page: Page, times: Sequence[Tag]) -> list[Tag]:
    """Those that stand within the first lines below the headline."""
    headings = [page.origin(run.span.start) for run in page.runs if run.name == "h1"]
    if len(headings) != 1:
        return []
    below = (run for run in page.runs if not run.apart and page.origin(run.span.start) > headings[0])
    prose = [run for run in below if run.end - run.first >= _STORY_WORDS and page.words_of(run).endswith((".", "!", "?"))]
    if not prose:
        return []
    limit = page.origin(prose[:2][-1].span.start)  # the first paragraph may be a summary above the date
    return [tag for tag in times if not tag.apart and headings[0] - _ABOVE <= tag.span.start < limit]


_STORY_WORDS = 12
"""Words of a paragraph that surely belongs to the story."""

_ABOVE = 600
"""Code points of markup above the headline in which its date may stand."""


def _is_fit(name: str, value: str) -> bool:
    if name in ("published", "modified"):
        return bool(_HAS_YEAR.search(value)) and len(value) <= 80
    if name == "url":
        return value.startswith(("http://", "https://")) and len(value) <= 2000
    if name == "author":
        return "://" not in value and any(char.isalpha() for char in value) and len(value) <= 300
    if name == "language":
        return bool(re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", value))
    return any(char.isalnum() for char in value) and len(value) <= 500


def without_outlet(title: str, headings: set[str], source: Stated | None) -> str:
    """A title without the outlet's name behind it: where a heading of the page is the rest, or the end is the known name."""
    match = _SUFFIX.match(title)
    if not match:
        return title
    is_known = source is not None and fold(match[2]).replace(" ", "") in fold(source.value).replace(" ", "")
    return match[1] if is_known or fold(match[1]) in headings else title
