"""SARIF 2.1.0, the interchange format of static analysis (OASIS standard of 27 March 2020).

Code scanning sites and editors read it.  Known conflicts keep their ``baselineState``, waived ones are ``suppressions``, so that a viewer
can hide them; conflicts that are gone are results without a place and with the state ``absent``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from factcheck.reports import as_json
from factcheck.reports.codes import CodeSection, paragraphs, read_sections
from factcheck.reports.findings import Finding, ReportedPosition, answer_of, articles_by_id, findings, is_open, place_of, posix, record_note
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import AbsentRecord, ArticleRecord, EvidenceRecord, ProblemRecord, ReportDocument, SideRecord
from factcheck.reports.terminal import Style, printable, sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""Names the schema; nothing is fetched."""

MAX_RELATED = 100
"""Places of a result beside its own; GitHub shows no more."""

QUOTE = 400
"""Characters of a quote."""

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of pairs that do not stand for a byte of a file name."""

_BEFORE_BRACKET = re.compile(r"\\(?=[\[\]]|$)")

Json = dict[str, Any]


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """One log with one run; columns count code points, URIs are relative to where the articles' paths are.

    Raises:
        InternalError: the texts about the codes are missing from the installation.
    """
    used = {conflict.code for conflict in document.conflicts} | {item.code for item in document.absent}
    rules = {code: number for number, code in enumerate(sorted(used))}
    sections = {section.code: section for section in read_sections()}
    articles = articles_by_id(document)
    paths = {path: number for number, path in enumerate(sorted({posix(article.path) for article in document.articles}))}
    found = [_result(finding, rules, articles, paths) for finding in findings(document, open_only=False)]
    run: Json = {
        "tool": {
            "driver": {
                "name": document.tool.name,
                "version": document.tool.version,
                "rules": [_rule(code, sections.get(code)) for code in rules],
            }
        },
        "invocations": [_invocation(document.errors)],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(path)}, "roles": ["analysisTarget"]} for path in paths],
        "results": found + [_absent(item, rules) for item in document.absent],
        "properties": dict(document.run),
    }
    return as_json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, section: CodeSection | None) -> Json:
    rule: Json = {"id": code}
    if section:
        full = section.parts[0][1] if section.parts else section.name
        rule["name"] = "".join(word.capitalize() for word in section.name.split("-"))
        rule["shortDescription"] = {"text": _message(section.name.replace("-", " "))}
        rule["fullDescription"] = {"text": _message(" ".join(paragraphs(full)))}
        rule["help"] = {
            "text": "\n\n".join(f"{heading}\n\n{chr(10).join(paragraphs(text))}" for heading, text in section.parts),
            "markdown": "\n\n".join(f"## {heading}\n\n{text}" for heading, text in section.parts),
        }
    return rule


def _result(finding: Finding, rules: Mapping[str, int], articles: Mapping[str, ArticleRecord], paths: Mapping[str, int]) -> Json:
    conflict = finding.conflict
    numbers: dict[int, int] = {}  # the number of the first place of each side
    related: list[Json] = []
    for claim, side, index in _evidence(finding):
        if len(related) < MAX_RELATED:
            numbers.setdefault(index, len(related) + 1)
            place = _location(place_of(claim, articles), paths)
            related.append({"id": len(related) + 1, **place, "message": {"text": _quoted(claim, answer_of(conflict, side), articles)}})
    links = ", ".join(_link(answer_of(conflict, side), numbers.get(index)) for index, side in enumerate(conflict.sides))
    result: Json = {
        "ruleId": conflict.code,
        "ruleIndex": rules[conflict.code],
        "level": finding.grade,
        "message": {"text": f"{_message(sentence(conflict.message))} Answers: {links}."},
        "locations": [_location(finding.place, paths)],
        "relatedLocations": related,
        "partialFingerprints": _fingerprints(conflict.id, conflict.fingerprint),
        "baselineState": conflict.status,
        "rank": round(conflict.confidence * 100, 1),
        "properties": {
            "conflict": conflict.id,
            "verdict": conflict.verdict,
            "severity": conflict.severity,
            "topic": printable(conflict.topic.label),
            "explanation": [printable(reason) for reason in conflict.explanation],
        },
    }
    if not is_open(conflict) and conflict.waiver:
        waiver = conflict.waiver
        expires = {"properties": {"expires": waiver.expires.isoformat()}} if waiver.expires else {}
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": printable(waiver.reason), **expires}]
    return result


def _evidence(finding: Finding) -> list[tuple[EvidenceRecord, SideRecord, int]]:
    """Every claim with its side and the number of that side: first one of each side, then the others."""
    sides = finding.conflict.sides
    first = [finding.claim if side is finding.side else side.claims[0] for side in sides]
    chosen = [(first[index], side, index) for index, side in enumerate(sides)]
    return chosen + [(claim, side, index) for index, side in enumerate(sides) for claim in side.claims if claim is not first[index]]


def _fingerprints(conflict_id: str, fingerprint: str) -> dict[str, str]:
    """``primaryLocationLineHash`` is the only one that GitHub reads; by the id it knows a conflict again when lines move."""
    return {"conflict/v1": conflict_id, "claims/v1": fingerprint, "primaryLocationLineHash": conflict_id}


def _absent(item: AbsentRecord, rules: Mapping[str, int]) -> Json:
    return {
        "ruleId": item.code,
        "ruleIndex": rules[item.code],
        "level": "note",
        "message": {"text": _message(printable(item.message))},
        "partialFingerprints": {"conflict/v1": item.id},
        "baselineState": "absent",
    }


def _invocation(problems: Iterable[ProblemRecord]) -> Json:
    notifications: list[Json] = []
    for problem in problems:
        hint = f" Hint: {printable(problem.hint)}" if problem.hint else ""
        note: Json = {
            "descriptor": {"id": problem.code},
            "level": problem.severity,
            "message": {"text": _message(printable(problem.message) + hint)},
        }
        if problem.path:
            region = {"region": {"startLine": problem.line}} if problem.line else {}
            note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(posix(problem.path))}, **region}}]
        notifications.append(note)
    successful = not any(note["level"] == "error" for note in notifications)
    return {"executionSuccessful": successful, "toolExecutionNotifications": notifications}


def _location(place: ReportedPosition, paths: Mapping[str, int]) -> Json:
    artifact: Json = {"uri": _uri(place.path)}
    if place.path in paths:
        artifact["index"] = paths[place.path]
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is not None and place.end_column is not None:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _link(answer: str, number: int | None) -> str:
    text = _message(printable(answer))
    return text if number is None else f"[{text}]({number})"


def _quoted(claim: EvidenceRecord, answer: str, articles: Mapping[str, ArticleRecord]) -> str:
    before, match, after = excerpt(claim, QUOTE)
    source = f"{printable(claim.source)}: " if claim.source else ""
    return _message(f"{printable(answer)}{record_note(claim, articles)}: {source}“{before}{match}{after}”")


def _message(text: str) -> str:
    """Text in which nothing is a link or a placeholder (sections 3.11.5 and 3.11.6 of the standard).

    The standard escapes brackets by a backslash but has no escape for the backslash: before a bracket, and at the end, where one of ours
    may follow, it becomes the character that looks like it.
    """
    plain = _BEFORE_BRACKET.sub("\u29f5", text)
    return plain.replace("{", "{{").replace("}", "}}").replace("[", "\\[").replace("]", "\\]")


def _uri(path: str) -> str:
    """A relative reference, percent-encoded as RFC 3986 asks; of a path from the root, a file URI."""
    encoded = quote(_NO_BYTE.sub("\ufffd", path).encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
