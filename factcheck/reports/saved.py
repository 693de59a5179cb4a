"""Saved reports, read back."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pydantic import ValidationError

from factcheck.errors import InputError, Location, Problem, told_plainly
from factcheck.reports.schema import REPORT_SCHEMA, ReportDocument

_SCHEMA = re.compile(rb'"schema"\s{0,9}:\s{0,9}"factcheck\.report/')
"""What tells a report from an article, wherever its keys were sorted to; inside an article's text the quotes would be escaped."""


_MOST_FAULTS = 5
"""Faults of a report that are told."""
_REMEDY = "factcheck report PATHS --format json --output report.json writes one"


def is_saved_report(path: str) -> bool:
    """Whether the path is an ordinary file that holds a report.json of any version."""
    file = Path(path)
    try:
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            if not stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return False
            stream.seek(0)
            return _SCHEMA.search(stream.read()) is not None
    except OSError:
        return False  # whoever reads it as an article says why


def read_saved_report(path: str) -> ReportDocument:
    """The report in a file.

    Raises:
        InputError: it cannot be read, is of another version, or was changed so that it is no report any more.
    """
    try:
        data = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise InputError(Problem("E381", f"the report cannot be read: {error.strerror}", Location(path), _REMEDY)) from error
    except (ValueError, RecursionError) as error:
        raise InputError(Problem("E382", f"the report is not valid JSON: {error}", Location(path), _REMEDY)) from error
    name = data.get("schema") if isinstance(data, dict) else None
    if name != REPORT_SCHEMA:
        hint = f"this version reads {REPORT_SCHEMA}"
        raise InputError(Problem("E383", f"not a report that can be read: schema {name!r}", Location(path), hint))
    try:
        return ReportDocument.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        told = [f"{'.'.join(map(str, fault['loc']))} {told_plainly(fault['type'], fault['msg'], fault.get('ctx', {}))}" for fault in faults]
        more = f"; and {len(told) - _MOST_FAULTS} more" if len(told) > _MOST_FAULTS else ""
        message = f"not a valid report: {'; '.join(told[:_MOST_FAULTS])}{more}"
        raise InputError(Problem("E384", message, Location(path), _REMEDY)) from error
