"""How many ways of telling a fact the program follows: small cases of two or three reports, by kind of fact.

    python benchmarks/phrasings.py [FILE...] [--list]

A FILE (by default all of benchmarks/phrasings/) holds cases of the form

    == fire-began conflict
    2026-03-16 | Warehouse burns in Tolm
    A fire broke out at the Tolm cold store at [[8:20 p.m.]] on Sunday, fire chief Ada Brand said.
    --
    2026-03-17 | Ashes in Tolm
    The cold store in Tolm went up in flames on Sunday evening, [[soon after seven]].

Reports are parted by lines of two hyphens, paragraphs by empty lines.  Double brackets mark the two places that contradict each other and
are taken out before the program reads.  In a case headed "none" nothing contradicts anything, and any
finding that is no update is a false alarm.  Files
whose name ends in "-held" were never looked at while rules were written; a look at their misses takes that away.

Printed are, for each file, the conflicts found (a finding with sides at the two marks), findings elsewhere in such cases, and the false
alarms in the others.  --list names the cases that fail, with what was found.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.articles import read_articles
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor
from factcheck.model import Conflict, Extraction
from factcheck.rulebook import load_rules
from factcheck.text import Span

HERE = Path(__file__).resolve().parent / "phrasings"
LABELS = ("conflict", "none")
_HEAD = re.compile(r"== (\S+) (\S+)\s*$")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d) \| (.+)$")
_MARK = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True)
class Report:
    """One report of a case: the text of its file, and the marked places as spans of that text."""

    text: str
    marks: tuple[Span, ...]


@dataclass
class Case:
    """Some reports, and whether a contradiction is marked in them."""

    name: str
    conflict: bool
    reports: list[Report] = field(default_factory=list)


@dataclass
class Score:
    """What was seen of the cases of one file; ``lines`` tell those that fail."""

    wanted: int = 0
    found: int = 0
    elsewhere: int = 0
    silent: int = 0
    alarms: int = 0
    lines: list[str] = field(default_factory=list)


def read_report(lines: Sequence[str], where: str) -> Report:
    """A report from its lines; ``where`` is named in errors.

    Raises:
        SystemExit: the first line is not "DAY | TITLE".
    """
    head = _DAY.match(lines[0] if lines else "")
    if head is None:
        sys.exit(f'{where}: expected "2026-03-16 | Title", found {lines[0] if lines else "nothing"!r}')
    title = head[2].strip().replace('"', "'")
    marked = "\n".join(lines[1:]).strip() + "\n"
    text, marks, at = f'---\ntitle: "{title}"\npublished: {head[1]}\n---\n\n', [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Report(text + marked[at:], tuple(marks))


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file in order.

    Raises:
        SystemExit: a heading has another form, or a conflict has not two marked places at least.
    """
    for part in re.split(r"^(?=== )", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        lines = part.splitlines()
        if not part.startswith("== "):
            continue  # what stands before the first case tells about the file
        head = _HEAD.match(lines[0])
        if head is None or head[2] not in LABELS:
            sys.exit(f'{file.name}: expected "== name conflict" or "== name none", found {lines[0]!r}')
        case = Case(head[1], head[2] == "conflict")
        for text in re.split(r"^--$", "\n".join(lines[1:]), flags=re.MULTILINE):
            case.reports.append(read_report(text.strip("\n").splitlines(), f"{file.name}: {case.name}"))
        if case.conflict and sum(len(report.marks) for report in case.reports) < 2:
            sys.exit(f"{file.name}: {case.name} marks no two places")
        yield case


def extract(cases: Sequence[Case]) -> list[list[Extraction]]:
    """The claims of the reports of each case."""
    rules = load_rules(())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, case in enumerate(cases):
            for index, report in enumerate(case.reports):
                file = folder / f"{number:04}" / f"report-{index}.md"
                file.parent.mkdir(exist_ok=True)
                file.write_text(report.text, encoding="utf-8")
        articles = [read_articles([folder / f"{number:04}"], rules).articles for number in range(len(cases))]
    flat = list(Extractor(rules, DEFAULT_MODEL, 64).extract([article for own in articles for article in own]))
    found = iter(flat)
    return [[next(found) for _ in own] for own in articles]


def at_marks(conflict: Conflict, case: Case, extractions: Sequence[Extraction]) -> bool:
    """Whether two sides of a finding lie at marks of a case."""
    marks = {item.article.id: report.marks for item, report in zip(extractions, case.reports, strict=True)}
    sides = [
        any(
            claim.anchor.field == "text" and claim.anchor.span.start < mark.end and mark.start < claim.anchor.span.end
            for claim in side.claims
            for mark in marks[claim.anchor.article]
        )
        for side in conflict.sides
    ]
    return sum(sides) > 1


def told(conflict: Conflict) -> str:
    """A finding in one line."""
    return f"{conflict.code} {conflict.message}: " + " | ".join(
        f"{side.text} ({', '.join(claim.anchor.match for claim in side.claims)})" for side in conflict.sides
    )


def measure(cases: Sequence[Case]) -> Score:
    """What the program finds in some cases, each read as a corpus of its own."""
    rules, score = load_rules(()), Score()
    for case, extractions in zip(cases, extract(cases), strict=True):
        ordered = sorted(extractions, key=lambda item: item.article.id)
        conflicts, _ = find_conflicts(ordered, rules)
        hits = [conflict for conflict in conflicts if case.conflict and at_marks(conflict, case, ordered)]
        others = [conflict for conflict in conflicts if conflict not in hits and conflict.verdict != "update"]
        if case.conflict:
            score.wanted += 1
            score.found += bool(hits)
            score.elsewhere += len(others)
        else:
            score.silent += 1
            score.alarms += bool(others)
        if case.conflict and not hits:
            score.lines.append(f"  MISSED {case.name}")
        score.lines.extend(f"  {'ELSEWHERE' if case.conflict else 'ALARM'} {case.name}: {told(conflict)}" for conflict in others)
    return score


def main() -> None:
    """Print the figures of each file and of all together."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files of cases; by default all of benchmarks/phrasings/")
    parser.add_argument("--list", action="store_true", help="name the cases that fail")
    arguments = parser.parse_args()
    total = Score()
    print(f"{'':24} {'found':>9} {'elsewhere':>9} {'false alarms':>12}")
    for file in arguments.files or sorted(HERE.glob("*.txt")):
        score = measure(list(read_cases(file)))
        print(f"{file.stem:24} {score.found:>4}/{score.wanted:<4} {score.elsewhere:>9} {score.alarms:>7}/{score.silent:<4}")
        if arguments.list:
            print("\n".join(score.lines))
        for name in ("wanted", "found", "elsewhere", "silent", "alarms"):
            setattr(total, name, getattr(total, name) + getattr(score, name))
    print(f"{'all':24} {total.found:>4}/{total.wanted:<4} {total.elsewhere:>9} {total.alarms:>7}/{total.silent:<4}")


if __name__ == "__main__":
    main()
