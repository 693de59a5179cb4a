"""factcheck: finds where news articles contradict each other.

The names below are loaded on first use, so that ``import factcheck`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "factcheck.model",
    "Claim": "factcheck.model",
    "Conflict": "factcheck.model",
    "FactcheckError": "factcheck.errors",
    "Report": "factcheck.model",
    "check": "factcheck.checking",
    "compare": "factcheck.conflicts:find_conflicts",
    "extract": "factcheck.checking",
    "load_rules": "factcheck.rulebook",
    "read_articles": "factcheck.articles",
}
"""Public name -> the module that defines it, and after a colon its name there where that differs."""

__all__ = [
    "Article",
    "Claim",
    "Conflict",
    "FactcheckError",
    "Report",
    "check",
    "compare",
    "extract",
    "load_rules",
    "read_articles",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    module, _, there = _HOMES[name].partition(":")
    return getattr(importlib.import_module(module), there or name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
