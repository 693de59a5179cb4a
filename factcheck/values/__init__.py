"""Frozen value types, one per kind.  A value is a set of possibilities; ``relation`` compares two sets, ``caption`` shows one.

``VALUE_TYPES`` is the registry: one line per kind.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date as Day  # "date" is the module of that kind here
from typing import Any

from factcheck.values.count import CountValue
from factcheck.values.date import DateValue
from factcheck.values.duration import DurationValue
from factcheck.values.name import NameValue
from factcheck.values.polarity import PolarityValue
from factcheck.values.relation import Relation, relate
from factcheck.values.scope import ScopeValue

Value = DateValue | CountValue | DurationValue | NameValue | PolarityValue | ScopeValue

VALUE_TYPES: tuple[type[Value], ...] = (DateValue, CountValue, DurationValue, NameValue, PolarityValue, ScopeValue)

KINDS: tuple[str, ...] = tuple(value_type.kind for value_type in VALUE_TYPES)


def value_to_json(value: Value) -> dict[str, Any]:
    """The value as plain JSON data: its kind and its fields, dates as ISO strings, tuples as lists."""
    data: dict[str, Any] = {"kind": value.kind}
    for field in fields(value):
        item = getattr(value, field.name)
        data[field.name] = item.isoformat() if isinstance(item, Day) else list(item) if isinstance(item, tuple) else item
    return data


def value_from_json(data: dict[str, Any]) -> Value:
    """The inverse of ``value_to_json``.

    Raises:
        ValueError: unknown kind, or fields that do not make such a value.
    """
    rest = dict(data)
    kind = rest.pop("kind", None)
    for value_type in VALUE_TYPES:
        if value_type.kind == kind:
            break
    else:
        raise ValueError(f"unknown kind of value: {kind!r} (known: {', '.join(KINDS)})")
    for name, item in rest.items():
        if name in ("earliest", "latest") and isinstance(item, str):
            rest[name] = Day.fromisoformat(item)
        elif isinstance(item, list):
            rest[name] = tuple(item)
    try:
        return value_type(**rest)
    except TypeError as error:
        raise ValueError(str(error)) from error


__all__ = [
    "KINDS",
    "VALUE_TYPES",
    "CountValue",
    "DateValue",
    "DurationValue",
    "NameValue",
    "PolarityValue",
    "Relation",
    "ScopeValue",
    "Value",
    "relate",
    "value_from_json",
    "value_to_json",
]
