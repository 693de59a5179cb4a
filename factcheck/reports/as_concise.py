"""One line a side, as compilers write it: editors and other programs jump to the place."""

from __future__ import annotations

from factcheck.reports.findings import answer_of, articles_by_id, findings, place_of, record_note, standing_of
from factcheck.reports.schema import ConflictRecord, ReportDocument
from factcheck.reports.terminal import Style, printable, visible


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """``path:line:col: severity code id [side/sides] answer: message`` for each side of each open conflict, at its end
    "(known, with new evidence)" where part of it is known; "" where there is none.

    The place of a side is that of its first claim, in a new article if there is one.
    """
    articles = articles_by_id(document)
    lines = []
    for finding in findings(document):
        conflict = finding.conflict
        for number, side in enumerate(conflict.sides, start=1):
            claim = finding.claim if side is finding.side else side.claims[0]
            place = visible(str(place_of(claim, articles)))
            counter = f"[{number}/{len(conflict.sides)}]"
            answer = answer_of(conflict, side)
            told = f"{printable(answer)}{record_note(claim, articles)}: {printable(_message(conflict, answer))}"
            lines.append(f"{place}: {_head(conflict)} {counter} {told}{_standing(conflict)}\n")
    return "".join(lines)


def _message(conflict: ConflictRecord, answer: str) -> str:
    """The message, without a subject of which the answer before it is a part ("Bergson: Tilda Bergson: spelt in 3 ways")."""
    subject, _, rest = conflict.message.rpartition(": ")
    return rest if set(answer.split()) <= set(subject.split()) else conflict.message


def _standing(conflict: ConflictRecord) -> str:
    standing = standing_of(conflict)
    return f" ({standing})" if standing else ""


def _head(conflict: ConflictRecord) -> str:
    verdict = "" if conflict.verdict == "conflict" else f" {conflict.verdict}"
    return f"{conflict.severity}{verdict} {conflict.code} {printable(conflict.id)}"
