"""Finds the articles that can take part in a finding with some given ones, by their claims.

A finding joins claims of one question through comparable pairs.  So one article matters to another only through a chain of claims that a
comparer proves to be comparable, whatever their values are; for places and organisations, through a chain of similar forms of a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.conflicts.pairs import Comparer, ComparisonContext, severity
from factcheck.conflicts.place import Bearers
from factcheck.model import Claim
from factcheck.topics.comparability import Doubt


def reached_by_claims(claims: Sequence[Claim], comparer: Comparer, context: ComparisonContext, about: Collection[str]) -> set[str]:
    """The articles with claims that chains of pairs, within one question each, join to claims of the articles ``about`` (by id)."""
    asked = {comparer.question(claim, context) for claim in claims if claim.anchor.article in about} - {None}
    blocks: dict[str, list[Claim]] = {}
    for claim in claims:
        question = comparer.question(claim, context)
        if question is not None and question in asked:
            blocks.setdefault(question, []).append(claim)
    return {article for block in blocks.values() for article in _spread(comparer.select(block), comparer, context, about)}


def _spread(block: Sequence[Claim], comparer: Comparer, context: ComparisonContext, about: Collection[str]) -> Iterator[str]:
    """Articles of claims that clash with those asked about or with others reached so; and those that agree with one asked about, whose
    question may be another's: what agrees with any further one stands on its side and leads nowhere."""
    by_article: dict[str, list[int]] = {}
    for index, claim in enumerate(block):
        by_article.setdefault(claim.anchor.article, []).append(index)
    if len(by_article) < 2:
        return
    wide = {claim.anchor.article for claim in block if comparer.anywhere(claim)}
    pending = [(index, True) for article in about for index in by_article.get(article, ())]
    seen = set(pending)
    while pending:
        index, strong = pending.pop()
        article = block[index].anchor.article
        yield article
        others = {other for other in context.stories.related(article) if other in by_article}
        if article in wide:
            others |= wide & context.stories.neighbours(article)
        for other in (other for name in others for other in by_article[name]):
            outcome = comparer.compare(block[min(index, other)], block[max(index, other)], context)
            if isinstance(outcome, Doubt):
                continue
            clash = severity(context, outcome) is not None
            step = (other, clash)
            if (clash or (strong and article in about)) and step not in seen and (other, True) not in seen:
                seen.add(step)
                pending.append(step)


def reached_by_names(bearers: Bearers, about: Collection[str]) -> set[str]:
    """The articles that use one of two like forms of a name which one of the articles ``about`` and another of its story use between them;
    then those of forms like these, and so on."""
    forms, varying, related = bearers.forms.forms, bearers.varying, bearers.stories.related
    found_alike = (*varying.near(forms, related), *varying.replaced(forms, related), *varying.lookalikes(forms, related))
    alike = [(left, right) for left, right, _ in found_alike]
    found, size = set(about), 0
    while len(found) > size:
        size = len(found)
        for left, right in alike:
            if any(not found.isdisjoint(pair) for pair in bearers.pairs(left, right, alike=True)):
                found.update(left.uses, right.uses)
    return found


__all__ = ["reached_by_claims", "reached_by_names"]
