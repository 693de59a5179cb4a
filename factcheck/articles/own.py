"""What this program wrote itself: reports, baselines, claims and mentions may lie beside articles and are none."""

from __future__ import annotations

import json
import re

_SCHEMA = re.compile(r'"schema"\s{0,9}:\s{0,9}"factcheck\.')
"""In a report or a baseline, wherever its keys were sorted to; inside a text the quotes would be escaped."""
_KEYS = (frozenset(("kind", "value", "match", "rule")), frozenset(("fingerprint", "verdict", "sides")))
"""What every line of claims and of mentions has, and every line of a report that tells a conflict."""

_REPORT = re.compile(
    r"^(?:## Conflicts between articles\n|<h1>Conflicts between articles</h1>$|"
    r"(?:No (?:new )?conflicts|[0-9,]{1,12} (?:conflict|dispute|update))[\s\S]{0,300}?[;.]\s[0-9,]{1,15} claims? compared\.)",
    re.MULTILINE,
)
"""The heading of a report for people, or the line that sums it up; tests hold that every such format has one of them."""


def is_own_report(text: str) -> bool:
    """Whether this program wrote a file for people: a report quotes its articles, and would take sides in the next run."""
    return _REPORT.search(text) is not None


def is_own_output(text: str) -> bool:
    """Whether this program wrote a JSON file, or the line that begins a file of JSON lines.

    Claims carry a text and reports list articles, so that either would be taken for articles.
    """
    if _SCHEMA.search(text):
        return True
    try:
        first = json.loads(text.partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and any(keys <= set(first) for keys in _KEYS)
