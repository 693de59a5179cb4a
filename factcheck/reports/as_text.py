"""The report for people: grouped by topic, worst first, both quotes and the reason, readable at 80 columns without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.reports.schema import ArticleRecord, ConflictRecord, EvidenceRecord, PublishedRecord, ReportDocument, SideRecord
from factcheck.reports.terminal import CLOSE, OPEN, Style, printable
from factcheck.values import DateValue

MAX_QUOTES = 3
"""Quotes shown a side, of different articles first; the rest is counted."""

MAX_DAYS = 31
"""Days up to which a span of possible publication days is shown whole."""

QUOTE_LINES = 3
"""Lines a quote may take; longer sentences are cut around the value."""

_SEVERITY_PAINT = {"high": ("bold", "red"), "medium": ("bold", "yellow"), "low": ("bold", "cyan")}


def render(document: ReportDocument, style: Style | None = None) -> str:
    """The whole report, ending in its one-line summary and a line end."""
    style = style or Style()
    articles = {article.id: article for article in document.articles}
    topics: dict[str, list[ConflictRecord]] = {}
    for conflict in document.conflicts:  # worst first, and so the topics are too
        topics.setdefault(conflict.topic.id, []).append(conflict)
    lines: list[str] = []
    for conflicts in topics.values():
        heading = style.wrap(printable(conflicts[0].topic.label), "")
        lines += [*(style.paint(line, "bold", "underline") for line in heading), ""]
        for conflict in conflicts:
            lines += [*conflict_lines(conflict, articles, style), ""]
    lines += style.wrap(summary_line(document), "")
    return "\n".join(lines) + "\n"


def summary_line(document: ReportDocument) -> str:
    """One sentence: how many conflicts of which severity in how many articles."""
    summary = document.summary
    claims = f"{_count(summary.claims, 'claim')} compared"
    if summary.articles == 0:
        return "No articles were read."
    if summary.conflicts == 0 and summary.articles == 1:
        return f"No conflicts found inside the one article; there is no other to compare it with. {claims}."
    if summary.conflicts == 0:
        return f"No conflicts found among {summary.articles:,} articles; {claims}."
    plain = [conflict for conflict in document.conflicts if conflict.verdict == "conflict"]
    parts = [f"{_count(len(plain), 'conflict')} ({_levels(plain)})"] if plain else []
    if summary.disputed:
        disputed = [conflict for conflict in document.conflicts if conflict.verdict == "disputed"]
        parts.append(f"{_count(summary.disputed, 'dispute')} ({_levels(disputed)})")
    if summary.updates:
        parts.append(_count(summary.updates, "update"))
    return f"{listed(parts)} in {_count(summary.articles, 'article')}; {claims}."


def listed(parts: Sequence[str]) -> str:
    """The parts as a list of words: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def conflict_lines(
    conflict: ConflictRecord, articles: dict[str, ArticleRecord], style: Style, *, max_quotes: int | None = MAX_QUOTES
) -> list[str]:
    """One conflict: headline, message, sides with quotes, the reasons.  ``max_quotes`` None shows all quotes."""
    head = [
        style.paint(conflict.severity.upper(), *_SEVERITY_PAINT[conflict.severity]),
        style.paint(conflict.code, "bold"),
        printable(conflict.id),
    ]
    if conflict.verdict != "conflict":
        head.append(conflict.verdict)
    lines = [f"  {'  '.join(head)}"]
    lines += style.wrap(printable(conflict.message), "  ")
    for side in conflict.sides:
        lines += ["", *_side_lines(side, articles, style, max_quotes)]
    if conflict.explanation:
        lines += ["", "    why comparable:"]
        for line in conflict.explanation:
            lines += style.wrap(printable(line), "      - ", "        ")
    return lines


def _side_lines(side: SideRecord, articles: dict[str, ArticleRecord], style: Style, max_quotes: int | None) -> list[str]:
    number = len({claim.article for claim in side.claims})
    backing = _count(number, "article") + (f", {_count(side.origins, 'origin')}" if side.origins < number else "")
    heading = style.wrap(f"{OPEN}{printable(side.text)}{CLOSE} ({backing})", "    ")
    bare = [line.replace(OPEN, "").replace(CLOSE, "") for line in heading]
    lines = style.show_marks(heading) if style.color else bare
    chosen = _choose(side.claims)
    shown = chosen if max_quotes is None else chosen[:max_quotes]
    for claim in shown:
        lines += _quote_lines(claim, style)
        lines += [style.paint(line, "dim") for line in style.wrap(_where(claim, articles.get(claim.article)), "        ")]
    more = len(chosen) - len(shown)
    return [*lines, f"      and {more} more"] if more else lines


def _choose(claims: Sequence[EvidenceRecord]) -> list[EvidenceRecord]:
    """The claims, each sentence once, the first of every article before second ones."""
    seen: set[tuple[str, str]] = set()
    first: list[EvidenceRecord] = []
    later: list[EvidenceRecord] = []
    for claim in claims:
        key = (claim.article, " ".join(claim.quote.split()))
        if key in seen:
            continue
        known = any(article == claim.article for article, _ in seen)
        seen.add(key)
        (later if known else first).append(claim)
    return first + later


def _quote_lines(claim: EvidenceRecord, style: Style) -> list[str]:
    budget = QUOTE_LINES * (style.width - 8) - 8  # what wrapping at words may waste
    before, match, after = _parts(claim)
    before, after = _cut(before, after, budget - len(match))
    marked = f"{OPEN}{match}{CLOSE}" if match else ""
    return style.show_marks(style.wrap(f'"{before}{marked}{after}"', "      ", "      "))


def _parts(claim: EvidenceRecord) -> tuple[str, str, str]:
    """The sentence before, in and after the value's words, each printable; the sentence alone where the offsets do not fit it."""
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    if not 0 <= start < end <= len(claim.quote):
        return printable(claim.quote), "", ""
    before, match, after = claim.quote[:start], claim.quote[start:end], claim.quote[end:]
    left = printable(before) + (" " if before[-1:].isspace() else "")
    right = (" " if after[:1].isspace() else "") + printable(after)
    return left, printable(match), right


def _cut(before: str, after: str, budget: int) -> tuple[str, str]:
    """Both shortened at word borders to ``budget`` characters together, each keeping what the other does not need."""
    if len(before) + len(after) <= budget:
        return before, after
    half = max(budget // 2, 20)
    room_before = max(half, budget - len(after))
    room_after = max(half, budget - len(before))
    if len(before) > room_before:
        kept = before[-room_before:]
        before = "… " + (kept.split(" ", 1)[1] if " " in kept.rstrip() else kept)
    if len(after) > room_after:
        kept = after[:room_after]
        after = (kept.rsplit(" ", 1)[0] if " " in kept.lstrip() else kept) + " …"
    return before, after


def _where(claim: EvidenceRecord, article: ArticleRecord | None) -> str:
    path = article.path if article else claim.article
    parts = [printable(claim.source)] if claim.source else []
    parts.append(f"{printable(path)}:{claim.line}:{claim.column}")
    published = _published(article.published) if article else None
    if published:
        parts.append(f"published {published}")
    if claim.said_by:
        parts.append(f"said by {printable(_speaker(claim.said_by))}")
    return ", ".join(parts)


def _published(published: PublishedRecord) -> str | None:
    """The day or the few days of publication; of a wide span only its end, which is what the reader can use."""
    days = DateValue(published.earliest, published.latest)
    if days.days is not None and days.days <= MAX_DAYS:
        return days.caption()
    end, start = DateValue(published.latest, published.latest), DateValue(published.earliest, published.earliest)
    return f"by {end.caption()}" if published.latest else f"after {start.caption()}" if published.earliest else None


def _speaker(canonical: str) -> str:
    """A canonical id for people: "person:ann lee" is Ann Lee."""
    name = canonical.partition(":")[2].replace("-", " ") or canonical
    return name.title() if name.islower() else name


def _levels(conflicts: Iterable[ConflictRecord]) -> str:
    found = [conflict.severity for conflict in conflicts]
    return ", ".join(f"{found.count(level)} {level}" for level in ("high", "medium", "low") if level in found)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
