"""The baseline: the conflicts that a project knows of, and how the conflicts of a run stand to them.

A conflict is found again by the claims behind it, whose ids hash their content: moving or re-wrapping an article changes none, and one
more article that takes a known side leaves the others to match by.

    E401  error  the file cannot be read or written
    E402  error  not valid JSON
    E403  error  not a baseline, or one of another version
    E404  error  an entry with a fault
    E405  error  there is a baseline already
    E406  error  no such conflict to accept
    E407  error  entries cannot be told absent, for not all articles were read
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck.errors import BaselineError, Location, Problem
from factcheck.model import Conflict, Verdict
from factcheck.nearest import nearest
from factcheck.rulebook.reader import read_yaml

BASELINE_SCHEMA: Literal["factcheck.baseline/1"] = "factcheck.baseline/1"
"""The value of ``schema`` in every baseline."""

DEFAULT_BASELINE = "factcheck-baseline.json"
"""Read from the working directory where no other file is named."""

Status = Literal["new", "updated", "unchanged"]

_RECORD = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Answer(BaseModel):
    """One side of a known conflict: its value, the value for people, and the ids of its claims."""

    model_config = _RECORD

    value: str
    text: str
    claims: tuple[str, ...] = ()


class Entry(BaseModel):
    """A known conflict."""

    model_config = _RECORD

    id: str = Field(pattern=r"^FC-[0-9a-f]{8,64}$")
    code: str = Field(pattern=r"^FC[1-9][0-9]{2}$")
    verdict: Verdict
    message: str
    sides: tuple[Answer, ...] = Field(min_length=2)

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the claims of all sides."""
        return frozenset(claim for side in self.sides for claim in side.claims)

    @classmethod
    def of(cls, conflict: Conflict) -> Entry:
        """The entry of a conflict that was found."""
        sides = (
            Answer(value=side.value, text=side.text, claims=tuple(sorted({claim.id for claim in side.claims}))) for side in conflict.sides
        )
        ordered = tuple(sorted(sides, key=lambda side: (side.value, side.text, side.claims)))
        return cls(id=conflict.id, code=conflict.code, verdict=conflict.verdict, message=conflict.message, sides=ordered)


class Baseline(BaseModel):
    """All known conflicts."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_name: Literal["factcheck.baseline/1"] = Field(default=BASELINE_SCHEMA, alias="schema")
    conflicts: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a conflict stands to a baseline.

    "new": nothing of it is known; "updated": a known one with further claims; "unchanged": all its claims are known.  ``repeats`` is true
    for an updated one whose further claims only take sides that are known, each article one side.
    """

    status: Status
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The standing of each conflict by its id, and the entries that no conflict matches."""

    standings: dict[str, Standing]
    absent: tuple[Entry, ...]


def judge(conflicts: Sequence[Conflict], baseline: Baseline) -> Judgement:
    """How the conflicts of a run stand to a baseline.

    A conflict matches every entry of its code that shares a claim with it; an entry whose verdict is milder than "conflict" matches no
    conflict that is one.
    """
    index = _Index(baseline)
    standings: dict[str, Standing] = {}
    matched: set[int] = set()
    for conflict in conflicts:
        numbers = index.find(conflict)
        matched |= numbers
        standings[conflict.id] = _standing(conflict, [baseline.conflicts[number] for number in sorted(numbers)])
    absent = tuple(entry for number, entry in enumerate(baseline.conflicts) if number not in matched)
    return Judgement(standings, absent)


class _Index:
    """The entries of a baseline by code and claim."""

    def __init__(self, baseline: Baseline) -> None:
        self._entries = baseline.conflicts
        self._numbers: dict[tuple[str, str], set[int]] = {}
        for number, entry in enumerate(baseline.conflicts):
            for claim in entry.claims:
                self._numbers.setdefault((entry.code, claim), set()).add(number)

    def find(self, conflict: Conflict) -> set[int]:
        """The numbers of the entries that match a conflict."""
        claims = {claim.id for side in conflict.sides for claim in side.claims}
        found = {number for claim in claims for number in self._numbers.get((conflict.code, claim), ())}
        return {number for number in found if self._entries[number].verdict in ("conflict", conflict.verdict)}


def _standing(conflict: Conflict, entries: Sequence[Entry]) -> Standing:
    if not entries:
        return Standing("new")
    answers = [answer for entry in entries for answer in entry.sides]
    taken = [_taken(conflict, answer) for answer in answers]
    parted = any(len(sides) > 1 for sides in taken)  # claims that agreed contradict each other now
    known = frozenset[str]().union(*(entry.claims for entry in entries))
    fresh = {claim.anchor.article for side in conflict.sides for claim in side.claims if claim.id not in known}
    if not fresh:
        return Standing("updated" if parted else "unchanged")
    answered = set().union(*taken) == set(range(len(conflict.sides)))
    twofold = any(sum(article in side.articles for side in conflict.sides) > 1 for article in fresh)
    return Standing("updated", repeats=answered and not parted and not twofold)


def _taken(conflict: Conflict, answer: Answer) -> set[int]:
    """The sides of a conflict (by index) that a known answer has become: those with its claims, else the one with its value."""
    claims = frozenset(answer.claims)
    shared = {index for index, side in enumerate(conflict.sides) if any(claim.id in claims for claim in side.claims)}
    return shared or {index for index, side in enumerate(conflict.sides) if (side.value, side.text) == (answer.value, answer.text)}


def make_baseline(conflicts: Iterable[Conflict]) -> Baseline:
    """The baseline of everything that was found."""
    return _sorted(Entry.of(conflict) for conflict in conflicts)


def shrink(baseline: Baseline, conflicts: Sequence[Conflict], codes: Collection[str]) -> Baseline:
    """The baseline without what is found no more: entries, answers and claims.  Nothing is added.

    Args:
        baseline: the known conflicts.
        conflicts: those of a run over all articles.
        codes: the codes which that run reports; entries of other codes stay as they are.
    """
    index = _Index(baseline)
    found: dict[int, list[Conflict]] = {}
    for conflict in conflicts:
        for number in index.find(conflict):
            found.setdefault(number, []).append(conflict)
    kept: list[Entry] = []
    for number, entry in enumerate(baseline.conflicts):
        if entry.code not in codes:
            kept.append(entry)
        elif number in found:
            kept.extend(_narrowed(entry, found[number]))
    return _sorted(kept)


def _narrowed(entry: Entry, conflicts: Sequence[Conflict]) -> Iterable[Entry]:
    """The entry with the claims that are still made and the answers that are still given; none where fewer than two are left."""
    made = {claim.id for conflict in conflicts for side in conflict.sides for claim in side.claims}
    given = {(side.value, side.text) for conflict in conflicts for side in conflict.sides}
    sides = [side.model_copy(update={"claims": tuple(claim for claim in side.claims if claim in made)}) for side in entry.sides]
    sides = [side for side in sides if side.claims or (side.value, side.text) in given]
    if len(sides) >= 2:
        yield entry.model_copy(update={"sides": tuple(sides)})


def prune(baseline: Baseline, absent: Collection[Entry]) -> Baseline:
    """The baseline without the absent entries."""
    return _sorted(entry for entry in baseline.conflicts if entry not in absent)


def accept(baseline: Baseline, conflicts: Sequence[Conflict], ids: Collection[str]) -> Baseline:
    """The baseline with the conflicts of these ids (where there are none: with all that are not known whole) added.

    What an older entry knows of the same claims is replaced.

    Raises:
        BaselineError: E406, an id is that of no conflict that was found.
    """
    by_id = {conflict.id.lower(): conflict for conflict in conflicts}
    unknown = [word for word in ids if word.lower() not in by_id]
    if unknown:
        raise BaselineError(
            [Problem("E406", f"no conflict {word!r}", None, nearest_id(word, [conflict.id for conflict in conflicts])) for word in unknown]
        )
    standings = judge(conflicts, baseline).standings
    chosen = [by_id[word.lower()] for word in dict.fromkeys(ids)] or [
        conflict for conflict in conflicts if standings[conflict.id].status != "unchanged"
    ]
    entries = list(baseline.conflicts)
    for conflict in chosen:
        fresh = Entry.of(conflict)
        entries = [rest for entry in entries for rest in _without(entry, fresh)]
        entries.append(fresh)
    return _sorted(entries)


def _without(entry: Entry, fresh: Entry) -> Iterable[Entry]:
    """What an entry holds beside a fresher one of the same question."""
    if entry.code != fresh.code or entry.claims.isdisjoint(fresh.claims):
        yield entry
        return
    sides = [side.model_copy(update={"claims": tuple(claim for claim in side.claims if claim not in fresh.claims)}) for side in entry.sides]
    sides = [side for side in sides if side.claims]
    if len(sides) >= 2:
        yield entry.model_copy(update={"sides": tuple(sides)})


def nearest_id(word: str, ids: Sequence[str]) -> str:
    """A hint for an id that no conflict has; ``ids`` are those of all conflicts found."""
    near = nearest(word, ids)
    if near:
        return f"did you mean {near}?"
    return f"conflicts found: {len(ids)}; factcheck report lists them" if ids else "there no conflict was found at all"


def read_baseline(path: Path, shown: str) -> Baseline:
    """The baseline in a file.

    Raises:
        BaselineError: E401 to E404, with the place of each fault.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BaselineError(Problem("E401", f"the baseline cannot be read: {reason}", Location(shown), _REMEDY)) from error
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        where = Location(shown, error.lineno, error.colno)
        hint = "one conflict stands on one line: after a merge keep the lines of both sides"
        raise BaselineError(Problem("E402", f"not valid JSON: {error.msg}", where, hint)) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(Problem("E402", f"not valid JSON: {error}", Location(shown), _REMEDY)) from error
    name = data.get("schema") if isinstance(data, dict) else None
    if name != BASELINE_SCHEMA:
        hint = f"this version reads {BASELINE_SCHEMA}"
        raise BaselineError(Problem("E403", f"not a baseline that can be read: schema {name!r}", Location(shown, 1, 1), hint))
    try:
        return Baseline.model_validate_json(text)
    except ValidationError as error:
        raise BaselineError(_faults(error, text, shown)) from error


_REMEDY = "factcheck baseline create writes one"


def _faults(error: ValidationError, text: str, shown: str) -> list[Problem]:
    """What a baseline has wrong, each at its place: JSON is YAML, whose reader keeps the places."""
    _, marks, _ = read_yaml(text, shown, "E402")
    problems = []
    for fault in error.errors(include_url=False, include_input=False)[:5]:
        line, column = marks.get(tuple(fault["loc"]))
        key = ".".join(map(str, fault["loc"]))
        problems.append(
            Problem(
                "E404", f"not a valid entry: {key}: {fault['msg'].removeprefix('Value error, ')}", Location(shown, line, column), _REMEDY
            )
        )
    return problems


def render_baseline(baseline: Baseline) -> str:
    """The file of a baseline: JSON, sorted, one conflict a line, the same bytes for the same entries."""
    lines = [json.dumps(entry.model_dump(mode="json"), ensure_ascii=True) for entry in _sorted(baseline.conflicts).conflicts]
    body = "".join(f"\n  {line}," for line in lines).removesuffix(",")
    return f'{{"schema": "{BASELINE_SCHEMA}", "conflicts": [{body}\n]}}\n'


def _sorted(entries: Iterable[Entry]) -> Baseline:
    unique = {entry.model_dump_json(): entry for entry in entries}
    return Baseline(conflicts=tuple(unique[key] for key in sorted(unique, key=lambda key: (unique[key].code, unique[key].id, key))))
