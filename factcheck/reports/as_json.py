"""Documents and records as JSON: UTF-8 text that no terminal misreads, the same bytes for the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from factcheck.reports.schema import ReportDocument
from factcheck.reports.terminal import Style

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]" r"|#(?=#\w{0,20}\[)")
"""What JSON lets stand but others do not: control, bidi and line separator characters, halves of pairs; and ``##[`` (or ``##name[``), which
the logs of CI jobs take for a command wherever it stands in a line."""


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """The report as one JSON document, ending in a line end."""
    return dump(document.model_dump(mode="json", by_alias=True))


def render_lines(records: Iterable[BaseModel]) -> str:
    """One JSON object a line, each line ended; "" for no records."""
    return "".join(dump_line(record.model_dump(mode="json")) for record in records)


def dump(data: Any) -> str:
    """Any JSON data, indented by two, ending in a line end."""
    return _escape(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def dump_line(data: Any) -> str:
    """Any JSON data on one line, which is ended."""
    return _escape(json.dumps(data, ensure_ascii=False)) + "\n"


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
