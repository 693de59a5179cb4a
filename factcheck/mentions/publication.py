"""When an article can have been published, from what it tells: not before the latest certain date told as past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.mentions import Tense
from factcheck.model import Article, Locator, Mention, Publication
from factcheck.values import DateValue


def imply_publication(article: Article, told: Sequence[tuple[Mention, Tense | None]]) -> Publication:
    """The article's publication with a lower bound taken from its text where it has none.

    What is told as past has begun: the article is no older than the first day of the latest such date.  Only dates of a stated year count,
    told in the past tense in the body (captions and furniture tell of other days), neither approximate nor a limit ("by", "until": these
    may lie ahead).  An upper bound is kept, and dates beyond it are left out: one of the two is wrong, and the text may quote a plan.

    Args:
        article: with its blocks and furniture.
        told: the dates of the article, resolved as far as they go without its publication, each with the tense of its clause.

    Returns:
        A publication that holds every day that is possible; unchanged where it has a lower bound or nothing certain is told.
    """
    published = article.published
    if published.earliest is not None:
        return published
    certain = [
        (value.earliest, mention)
        for mention, tense in told
        if tense == "past"
        and isinstance(value := mention.value, DateValue)
        and value.earliest is not None
        and _is_certain(value, published.latest)
        and _in_body(article, mention)
    ]
    if not certain:
        return published
    earliest = max(day for day, _ in certain)
    mention = next(mention for day, mention in certain if day == earliest)
    how = _how(article, mention)
    if published.latest is not None:
        how = f"{published.how}; {how}"
    return replace(published, earliest=earliest, how=how)


def _is_certain(value: DateValue, latest: date | None) -> bool:
    """Whether the value is a date of a stated year that can lie before the publication."""
    if value.open_year or value.approximate or value.latest is None or value.bound in ("by", "until"):
        return False
    return latest is None or (value.earliest is not None and value.earliest <= latest)


def _in_body(article: Article, mention: Mention) -> bool:
    inside = [block for block in article.blocks if block.field == mention.field and block.span.overlaps(mention.span)]
    if article.blocks and not any(block.role == "body" for block in inside):
        return False
    return mention.field != "text" or not any(item.span.overlaps(mention.span) for item in article.furniture)


def _how(article: Article, mention: Mention) -> str:
    text = article.words_of(mention.field)
    words = " ".join(mention.span.of(text).split())
    if mention.field != "text":
        return f"text: the latest date told is {words!r}, in the title"
    line, _ = Locator.of(article).locate(mention.span.start)
    return f"text: the latest date told is {words!r}, line {line}"
