"""Frozen value types, one per kind.  A value is a set of possibilities; ``relation`` compares two sets, ``caption`` shows one.

``VALUE_TYPES`` is the registry: one line per kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date as Day  # "date" is the module of that kind here
from types import MappingProxyType
from typing import Any

from factcheck.values.age import AgeValue
from factcheck.values.attribution import AttributionValue
from factcheck.values.clock import TimeValue
from factcheck.values.count import CountValue
from factcheck.values.date import DateValue
from factcheck.values.doer import DoerValue
from factcheck.values.duration import DurationValue
from factcheck.values.measure import MeasureValue
from factcheck.values.membership import MembershipValue
from factcheck.values.money import MoneyValue
from factcheck.values.name import NameValue
from factcheck.values.order import OrderValue
from factcheck.values.ordinal import OrdinalValue
from factcheck.values.organisation import OrganisationNameValue
from factcheck.values.percent import PercentValue
from factcheck.values.place import PlaceNameValue
from factcheck.values.plain import PlainValue
from factcheck.values.polarity import PolarityValue
from factcheck.values.relation import Relation, relate
from factcheck.values.role import RoleValue
from factcheck.values.scope import ScopeValue
from factcheck.values.where import WhereValue

Value = (
    DateValue
    | TimeValue
    | CountValue
    | DurationValue
    | NameValue
    | PolarityValue
    | ScopeValue
    | OrdinalValue
    | AttributionValue
    | AgeValue
    | RoleValue
    | MeasureValue
    | MoneyValue
    | PercentValue
    | PlaceNameValue
    | OrganisationNameValue
    | MembershipValue
    | WhereValue
    | DoerValue
    | OrderValue
    | PlainValue
)

VALUE_TYPES: tuple[type[Value], ...] = (
    DateValue,
    TimeValue,
    CountValue,
    DurationValue,
    NameValue,
    PolarityValue,
    ScopeValue,
    OrdinalValue,
    AttributionValue,
    AgeValue,
    RoleValue,
    MeasureValue,
    MoneyValue,
    PercentValue,
    PlaceNameValue,
    OrganisationNameValue,
    MembershipValue,
    WhereValue,
    DoerValue,
    OrderValue,
    PlainValue,
)

KINDS: tuple[str, ...] = tuple(value_type.kind for value_type in VALUE_TYPES)
_BY_KIND: Mapping[str, type[Value]] = MappingProxyType({value_type.kind: value_type for value_type in VALUE_TYPES})


def relation_of(left: Value, right: Value) -> Relation:
    """The relation of two values of one kind.

    Raises:
        ValueError: the values are of two kinds.
    """
    if type(left) is not type(right):
        raise ValueError(f"a {left.kind} and a {right.kind} have no relation")
    return left.relation(right)  # type: ignore[arg-type]  # both have just been seen to be of one type


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
    value_type = _BY_KIND.get(kind) if isinstance(kind, str) else None
    if value_type is None:
        raise ValueError(f"unknown kind of value: {kind!r} (known: {', '.join(KINDS)})")
    for name, item in rest.items():
        if name in ("earliest", "latest", "as_of") and isinstance(item, str):
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
    "AgeValue",
    "AttributionValue",
    "CountValue",
    "DateValue",
    "DoerValue",
    "DurationValue",
    "MeasureValue",
    "MembershipValue",
    "MoneyValue",
    "NameValue",
    "OrderValue",
    "OrdinalValue",
    "OrganisationNameValue",
    "PercentValue",
    "PlaceNameValue",
    "PlainValue",
    "PolarityValue",
    "Relation",
    "RoleValue",
    "ScopeValue",
    "TimeValue",
    "Value",
    "WhereValue",
    "relate",
    "relation_of",
    "value_from_json",
    "value_to_json",
]
