"""The report for people: grouped by story and topic, worst first, both quotes and the reason, readable at 80 columns without colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from factcheck.articles.inputs import LINE_FORMATS
from factcheck.reports.findings import answer_of, by_topic, is_open, standing_of
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import ArticleRecord, ConflictRecord, EvidenceRecord, PublishedRecord, ReportDocument, SideRecord
from factcheck.reports.standing import articles_shown, waived_lines
from factcheck.reports.terminal import CLOSE, OPEN, Style, printable, visible
from factcheck.settings import FILTERS, LEFT_OUT
from factcheck.values import DateValue

MAX_QUOTES = 3
"""Quotes shown a side, of different articles first; the rest is counted."""

MAX_DAYS = 31
"""Days up to which a span of possible publication days is shown whole."""

MAX_ANSWERS = 48
"""Characters that two answers may take together to stand in a headline."""

QUOTE_LINES = 3
"""Lines a quote may take; longer sentences are cut around the value."""

FOREIGN = "E318"
"""The code of the warning that an article is in another language."""
UNREADABLE = "E303"
"""The code of what the system does not hand out: a warning of a link in a folder that leads nowhere."""
EMPTY_FOLDER = "E302"
"""The code of the error that a folder holds no article."""
_OF_RECORDS = ("E303", "E304", "E305", "E306", "E307", "E308", "E309")
_VERDICTS = {"conflict": "conflict", "disputed": "dispute", "update": "update"}
_NOT_WRONG = {"disputed": "disputed: the articles name speakers who disagree", "update": "update: a later article tells more"}
_SEVERITY_PAINT = {"high": ("bold", "red"), "medium": ("bold", "yellow"), "low": ("bold", "cyan")}


def render(document: ReportDocument, style: Style | None = None) -> str:
    """The open conflicts by story and topic, then one line that sums up, and what to ask next where there is more to tell."""
    style = style or Style()
    articles = articles_shown(document)
    shown = [conflict for conflict in document.conflicts if is_open(conflict)]
    lines: list[str] = []
    for conflicts in by_topic(shown):
        heading = style.wrap(printable(conflicts[0].topic.label), "")
        lines += [*(style.paint(line, "bold", "underline") for line in heading), ""]
        for conflict in conflicts:
            lines += [*conflict_lines(conflict, articles, style), ""]
    lines += waived_lines(document, style)
    for item in document.absent:
        lines += style.wrap(f"Found no more: {printable(item.id)} {item.code} {printable(item.message)}", "", "  ")
    lines += [""] if document.absent else []
    lines += style.wrap(summary_line(document), "")
    if shown:
        lines += _next_steps(shown, style.again)
    return "\n".join(lines) + "\n"


def summary_line(document: ReportDocument) -> str:
    """How many open conflicts of which severity in how many articles, how many known and waived ones there are beside them, and how many
    articles were read but not checked."""
    paths = {article.path for article in document.articles}
    foreign = sum(problem.code == FOREIGN and problem.path in paths for problem in document.errors)
    unchecked = f" Unchecked: {_count(foreign, 'article')} not in English." if foreign else ""
    if 0 < document.summary.articles <= foreign:
        return f"Nothing was checked.{unchecked}{_unread(document)}"
    return f"{_found(document)}{unchecked}{_unread(document)}"


def _unread(document: ReportDocument) -> str:
    """How many files, folders and records of files could not be read; "" where all could."""
    places: dict[tuple[str, int | None], str] = {}
    for problem in document.errors:
        missed = problem.severity == "error" or problem.code == UNREADABLE
        if missed and problem.path and problem.code.startswith("E3"):
            line = problem.line if problem.code in _OF_RECORDS and PurePath(problem.path).suffix in LINE_FORMATS else None
            places[problem.path, line] = "record" if line else "folder" if problem.code == EMPTY_FOLDER else "file"
    nouns = list(places.values())
    parts = [_count(nouns.count(noun), noun) for noun in ("file", "folder", "record") if noun in nouns]
    return f" Not read: {listed(parts)}." if parts else ""


def _found(document: ReportDocument) -> str:
    summary = document.summary
    claims = f"{_count(summary.claims, 'claim')} compared"
    shown = [conflict for conflict in document.conflicts if is_open(conflict)]
    if summary.articles == 0 and document.run.get("new") == "named" and any(problem.severity == "error" for problem in document.errors):
        return "Nothing was checked: the new articles could not be read."
    if summary.articles == 0:
        return "Nothing to check: no article is new or changed." if "new" in document.run else "No articles were read."
    left_out = int(document.run.get(LEFT_OUT, "0"))
    by = ", ".join(f"--{name.replace('_', '-')} {document.run[name]}" for name in FILTERS if name in document.run)
    if not document.conflicts and left_out:
        return f"No conflict is shown, and {left_out:,} {'is' if left_out == 1 else 'are'} left out ({by}); {claims}."
    if not document.conflicts and summary.articles == 1:
        return f"No conflicts found inside the one article; there is no other to compare it with. {claims}."
    if not document.conflicts:
        return f"No conflicts found among {summary.articles:,} articles; {claims}."
    parts = []
    for verdict, noun in _VERDICTS.items():
        found = [conflict for conflict in shown if conflict.verdict == verdict]
        levels = f" ({_levels(found)})" if verdict != "update" else ""
        parts += [f"{_count(len(found), noun)}{levels}"] if found else []
    waived = sum(conflict.waiver is not None for conflict in document.conflicts)
    known = len(document.conflicts) - len(shown) - waived
    hidden = [f"{number} {word}" for number, word in ((known, "known"), (waived, "waived"), (left_out, f"left out ({by})")) if number]
    rest = f" Also: {listed(hidden)}." if hidden else ""
    return f"{listed(parts or ['No new conflicts'])} in {_count(summary.articles, 'article')}; {claims}.{rest}"


def _next_steps(shown: Sequence[ConflictRecord], again: str | None) -> list[str]:
    """Commands to paste: what the first finding means, and where quotes were left out, how to see them.  They are not wrapped."""
    lines = ["What it means and what ends it:", f"  factcheck explain {shown[0].code}"]
    cut = next((conflict for conflict in shown if any(len(choose(side.claims, {})) > MAX_QUOTES for side in conflict.sides)), None)
    if cut is not None and again is not None:
        lines += ["All quotes of one with more of them:", f"  factcheck explain {printable(cut.id)} {printable(again)}".rstrip()]
    return lines


def listed(parts: Sequence[str]) -> str:
    """The parts as a list of words: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def conflict_lines(
    conflict: ConflictRecord, articles: dict[str, ArticleRecord], style: Style, *, max_quotes: int | None = MAX_QUOTES
) -> list[str]:
    """One conflict: headline, message, sides with quotes, the reasons.  ``max_quotes`` None shows all quotes."""
    level = conflict.severity.upper()
    first, *others = style.wrap(f"{level}  {printable(headline(conflict))}", "  ", " " * (len(level) + 4))
    lines = [first.replace(level, style.paint(level, *_SEVERITY_PAINT[conflict.severity]), 1), *others]
    lines += [style.paint(line, "dim") for line in style.wrap(", ".join(facts(conflict)), " " * (len(level) + 4))]
    for side in conflict.sides:
        lines += ["", *_side_lines(side, answer_of(conflict, side), articles, style, max_quotes)]
    if conflict.explanation:
        lines += ["", "    why they are compared:"]
        for line in conflict.explanation:
            lines += style.wrap(printable(line), "      - ", "        ")
    return lines


def headline(conflict: ConflictRecord) -> str:
    """What it is about with its two answers, where both are short: "age of Ann Lee: 34 or 43"; else its message."""
    subject, _, _ = conflict.message.rpartition(": ")
    found = [answer_of(conflict, side) for side in conflict.sides]
    answers = (" against " if any(" or " in words for words in found) else " or ").join(found)
    short = len(conflict.sides) == 2 and len(answers) <= MAX_ANSWERS and ": " not in answers
    return f"{subject}: {answers}" if subject and short else conflict.message


def facts(conflict: ConflictRecord) -> list[str]:
    """Code and id, and what sets it apart from a new conflict that somebody has to settle."""
    found = [conflict.code, printable(conflict.id)]
    found += [_NOT_WRONG[conflict.verdict]] if conflict.verdict in _NOT_WRONG else []
    if standing := standing_of(conflict):
        found.append(standing)
    if conflict.waiver:
        until = f" until {DateValue(conflict.waiver.expires, conflict.waiver.expires).caption()}" if conflict.waiver.expires else ""
        found.append(f"waived{until}: {printable(conflict.waiver.reason)}")
    return found


def backing(side: SideRecord) -> str:
    """How many articles stand behind a side, and how many independent origins if they are fewer."""
    number = len({claim.article for claim in side.claims})
    return _count(number, "article") + (f", {_count(side.origins, 'origin')}" if side.origins < number else "")


def _side_lines(side: SideRecord, answered: str, articles: dict[str, ArticleRecord], style: Style, max_quotes: int | None) -> list[str]:
    heading = style.wrap(f"{OPEN}{printable(answered)}{CLOSE} - {backing(side)}", "    ")
    bare = [line.replace(OPEN, "").replace(CLOSE, "") for line in heading]
    lines = style.show_marks(heading) if style.color else bare
    chosen = choose(side.claims, articles)
    shown = chosen if max_quotes is None else chosen[:max_quotes]
    for claim in shown:
        lines += _quote_lines(claim, style)
        lines += [style.paint(line, "dim") for line in style.wrap(where(claim, articles.get(claim.article)), "        ", whole=True)]
    more = len(chosen) - len(shown)
    return [*lines, f"      and {more} more"] if more else lines


def choose(claims: Sequence[EvidenceRecord], articles: Mapping[str, ArticleRecord]) -> list[EvidenceRecord]:
    """The claims, each sentence once, those of new articles first, then the first of every other article, then second ones."""
    sentences: set[tuple[str, str]] = set()
    heard: set[str] = set()
    first: list[EvidenceRecord] = []
    later: list[EvidenceRecord] = []
    for claim in claims:
        key = (claim.article, " ".join(claim.quote.split()))
        if key not in sentences:
            (later if claim.article in heard else first).append(claim)
            sentences.add(key)
            heard.add(claim.article)
    found = first + later
    return sorted(found, key=lambda claim: not (claim.article in articles and articles[claim.article].new))


def _quote_lines(claim: EvidenceRecord, style: Style) -> list[str]:
    budget = QUOTE_LINES * (style.width - 8) - 8  # what wrapping at words may waste
    before, match, after = excerpt(claim, budget)
    marked = f"{OPEN}{match}{CLOSE}" if match else ""
    return style.show_marks(style.wrap(f"{before}{marked}{after}", "      > "))


def where(claim: EvidenceRecord, article: ArticleRecord | None) -> str:
    """Outlet, path:line:column, day of publication and speaker of a claim, as far as they are known."""
    path = article.path if article else claim.article
    parts = [printable(claim.source)] if claim.source else []
    parts.append(f"{visible(path)}:{claim.line}:{claim.column}")
    if article and article.record:
        parts.append(f"record {printable(article.record)}")
    if article and article.new:
        parts.append("new")
    published = _published(article.published) if article else None
    if published:
        parts.append(f"published {published}")
    if claim.said_by:
        parts.append(f"said by {printable(_speaker(claim.said_by))}")
    return ", ".join(parts)


def _published(published: PublishedRecord) -> str | None:
    """The day or the few days of publication; of a wide span only one end, its last day if that is known."""
    days = DateValue(published.earliest, published.latest)
    if days.days is not None and days.days <= MAX_DAYS:
        return days.caption()
    end, start = DateValue(published.latest, published.latest), DateValue(published.earliest, published.earliest)
    return f"by {end.caption()}" if published.latest else f"{start.caption()} or later" if published.earliest else None


def _speaker(canonical: str) -> str:
    """A canonical id for people: "person:ann lee" is Ann Lee."""
    name = canonical.partition(":")[2].replace("-", " ") or canonical
    return name.title() if name.islower() else name


def _levels(conflicts: Iterable[ConflictRecord]) -> str:
    found = [conflict.severity for conflict in conflicts]
    return ", ".join(f"{found.count(level)} {level}" for level in ("high", "medium", "low") if level in found)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
