"""Dates, times, lengths: SET is one of dates_aquaint, dates_wikiwars (from the shared data), dates_own
(own sentences), or a file of the same format.

Each line of a set holds ``id``, ``dct`` (the day the text was written, perhaps with a time), ``text`` and ``timexes``; ``split``, where
given, is "dev" or "test", and both are measured apart as well.  Figures are F1 in percent: ``calendar`` (the same days), ``value`` (the
same TIMEX3 value), ``relaxed`` and ``strict`` (the words found).
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.mentions.timex import TimeExpression, TimexReader
from factcheck.model import Publication
from factcheck.rulebook import load_rules
from tasks import DATA, HERE, scorer

LOWER: frozenset[str] = frozenset()
SETS: dict[str, tuple[Path, ...]] = {
    name: (DATA / "data" / "normalizers" / f"{name}.jsonl",) for name in ("dates_aquaint", "dates_wikiwars")
} | {"dates_own": (HERE / "own" / "dates.jsonl",)}
ERRORS = 400
"""At most so many errors are listed, of the split "dev" alone."""

_ZONE = re.compile(r"(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$")
_DECADE = re.compile(r"^(\d\d\d)X$")
_RECURRING = MappingProxyType({"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"})


def publication(dct: str | None) -> Publication:
    """The day of writing as an article's publication; open where the set has none that is a day."""
    try:
        day = date.fromisoformat((dct or "")[:10])
    except ValueError:
        return Publication()
    return Publication(day, day, "the set")


def predict(rows: list[dict[str, Any]], predictions: Path) -> dict[str, list[dict[str, Any]]]:
    """The program's expressions of time by text, written to the file ``predictions`` first."""
    reader = TimexReader(load_rules())
    found = {
        row["id"]: [_record(item, row.get("source", "")) for item in reader.read_text(row["text"], publication(row["dct"]))] for row in rows
    }
    predictions.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"id": name, "timexes": timexes}, ensure_ascii=False) for name, timexes in found.items())
    predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def _record(item: TimeExpression, source: str) -> dict[str, Any]:
    """One expression as the scorer reads it, with what the sets write otherwise than TIMEX3 does: no zones; WikiWars, whose values were
    TIMEX2, leaves out the X of decades and writes what recurs as a date without figures."""
    timex = item.timex
    value = _ZONE.sub("", timex.value) if timex else None
    if timex and "wiki" in source.lower():
        value = _RECURRING.get(timex.value, value) if timex.type == "SET" else _DECADE.sub(r"\1", timex.value)
    return {"start": item.span.start, "end": item.span.end, "type": timex.type if timex else "DATE", "value": value}


def measure(name: str, paths: tuple[Path, ...], predictions: Path, *, show: bool) -> dict[str, float]:
    """The figures of one set."""
    score = scorer("score_dates")
    rows = [json.loads(line) for line in paths[-1].read_text(encoding="utf-8").splitlines() if line.strip()]
    found = predict(rows, predictions.with_suffix(".jsonl"))
    figures: dict[str, float] = {}
    splits = sorted({row.get("split", "all") for row in rows})
    for split in ["all", *(splits if len(splits) > 1 else [])]:
        chosen = [row for row in rows if split in ("all", row.get("split"))]
        result, _ = score.score(chosen, found)
        suffix = "" if split == "all" else f"_{split}"
        figures |= {
            f"{key}{suffix}": result[field][2]
            for key, field in (("calendar", "cal"), ("value", "value"), ("relaxed", "relaxed"), ("strict", "strict"))
        }
    if show:
        _, errors = score.score([row for row in rows if row.get("split", "dev") == "dev"], found)
        for error in errors[:ERRORS]:
            print(f"  {error}")
    return figures
