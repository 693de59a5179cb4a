"""Conflicts against a baseline: matching by claims, and what may be added to a file and taken from it.  Conflicts are made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.baseline import Baseline, Entry, Standing, accept, judge, make_baseline, prune, read_baseline, render_baseline, shrink
from factcheck.errors import BaselineError
from factcheck.model import Anchor, Claim, Conflict, Frame, Scope, Side, Topic, Verdict
from factcheck.text import Span
from factcheck.values import CountValue

UNCHANGED, NEW = Standing("unchanged"), Standing("new")
UPDATED, REPEATED = Standing("updated"), Standing("updated", repeats=True)


def a_side(value: int, claims: str) -> Side:
    """A side; ``claims`` are "claim@article", blank-separated, and the article of the same name where none is given."""
    made = []
    for word in claims.split():
        name, _, article = word.partition("@")
        anchor = Anchor(article or f"{name}.txt", article or f"{name}.txt", Span(0, 2), 1, 1, "12", "12 died.", 0)
        made.append(Claim(name, "count", "death.number", CountValue(value, value), Frame(), Scope(), anchor, "rule"))
    return Side(str(value), str(value), tuple(made))


def a_conflict(sides: dict[int, str], *, code: str = "FC201", verdict: Verdict = "conflict", number: int = 1) -> Conflict:
    made = tuple(a_side(value, claims) for value, claims in sides.items())
    name = f"FC-{number:010x}"
    return Conflict(name, "f", code, "count", verdict, "high", 0.9, Topic("t", "Deaths"), "death.number", "numbers differ", (), made)


KNOWN = a_conflict({12: "a b", 14: "c"})

CASES = {
    "the same": ({12: "a b", 14: "c"}, UNCHANGED),
    "one article fewer": ({12: "a", 14: "c"}, UNCHANGED),
    "one more article on a known side": ({12: "a b x", 14: "c"}, REPEATED),
    "a known answer in other words": ({12: "x", 14: "c"}, REPEATED),
    "a third answer": ({12: "a b", 14: "c", 15: "x"}, UPDATED),
    "another answer against a known one": ({12: "a b", 15: "x"}, UPDATED),
    "one article on both sides": ({12: "a b x@new.txt", 14: "c y@new.txt"}, UPDATED),
    "claims that agreed are parted": ({12: "a", 13: "b", 14: "c"}, UPDATED),
    "the same answers of others": ({12: "x", 14: "y"}, NEW),
}


@pytest.mark.parametrize("name", CASES)
def test_how_a_conflict_stands(name: str) -> None:
    sides, expected = CASES[name]
    conflict = a_conflict(sides, number=2)
    judgement = judge([conflict], make_baseline([KNOWN]))
    assert judgement.standings == {conflict.id: expected}
    assert bool(judgement.absent) == (expected == NEW)


def test_another_code_is_another_conflict() -> None:
    assert judge([a_conflict({12: "a b", 14: "c"}, code="FC202")], make_baseline([KNOWN])).standings[KNOWN.id] == NEW


@pytest.mark.parametrize(
    ("known", "found", "expected"),
    [("update", "conflict", NEW), ("disputed", "conflict", NEW), ("conflict", "update", UNCHANGED), ("update", "update", UNCHANGED)],
)
def test_what_was_known_as_milder_is_new_as_a_conflict(known: Verdict, found: Verdict, expected: Standing) -> None:
    baseline = make_baseline([a_conflict({12: "a", 14: "c"}, verdict=known)])
    conflict = a_conflict({12: "a", 14: "c"}, verdict=found)
    assert judge([conflict], baseline).standings[conflict.id] == expected


def test_two_entries_that_grew_together() -> None:
    baseline = make_baseline([a_conflict({12: "a", 14: "b"}), a_conflict({12: "c", 15: "d"}, number=2)])
    merged = a_conflict({12: "a c", 14: "b", 15: "d"}, number=3)
    judgement = judge([merged], baseline)
    assert judgement.standings[merged.id] == UNCHANGED
    assert judgement.absent == ()


def test_create_writes_one_conflict_a_line_sorted_and_reads_it_back(tmp_path: Path) -> None:
    others = [a_conflict({1: "e", 2: "f"}, number=3), a_conflict({1: "g", 2: "h"}, code="FC101", number=2)]
    text = render_baseline(make_baseline([KNOWN, *others]))
    assert text == render_baseline(make_baseline([*reversed(others), KNOWN]))
    lines = text.splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:-1]] == [others[1].id, KNOWN.id, others[0].id]
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    assert render_baseline(read_baseline(path, "known.json")) == text
    assert json.loads(render_baseline(Baseline())) == {"schema": "factcheck.baseline/1", "conflicts": []}


def test_update_only_takes_out() -> None:
    gone, other = a_conflict({1: "e", 2: "f"}, number=3), a_conflict({1: "g", 2: "h"}, code="FC101", number=4)
    baseline = make_baseline([KNOWN, gone, other])
    found = [a_conflict({12: "a x", 14: "c", 15: "y"}, number=5), a_conflict({7: "u", 8: "v"}, number=6)]
    shrunk = shrink(baseline, found, {"FC201"})
    assert [entry.id for entry in shrunk.conflicts] == [other.id, KNOWN.id]  # of other codes nothing was looked for
    assert shrunk.conflicts[1].claims == {"a", "c"}
    assert shrink(shrunk, found, {"FC201"}) == shrunk
    assert shrink(make_baseline([KNOWN]), [a_conflict({12: "a", 15: "y"})], {"FC201"}).conflicts == ()  # one answer is no conflict


def test_accept_adds_the_named_ones_or_all() -> None:
    grown, fresh = a_conflict({12: "a b x", 14: "c", 15: "y"}, number=2), a_conflict({7: "u", 8: "v"}, number=3)
    baseline = make_baseline([KNOWN])
    one = accept(baseline, [grown, fresh], ["fc-0000000003"])
    assert {entry.id for entry in one.conflicts} == {KNOWN.id, fresh.id}
    both = accept(baseline, [grown, fresh], [])
    assert both == make_baseline([grown, fresh])
    assert set(judge([grown, fresh], both).standings.values()) == {UNCHANGED}
    with pytest.raises(BaselineError, match=r"E406: no conflict 'FC-0000000030'\n  hint: did you mean FC-0000000003\?"):
        accept(baseline, [grown, fresh], ["FC-0000000030"])


def test_prune_drops_the_absent_and_nothing_else() -> None:
    gone = a_conflict({1: "e", 2: "f"}, number=3)
    baseline = make_baseline([KNOWN, gone])
    absent = judge([KNOWN], baseline).absent
    assert absent == (Entry.of(gone),)
    assert prune(baseline, absent) == make_baseline([KNOWN])


GOOD = render_baseline(make_baseline([KNOWN]))

BROKEN = {
    "cut off": (GOOD[:-10], "known.json:2:", "E402"),
    "merge marks": (GOOD.replace("  {", "<<<<<<< ours\n  {"), "known.json:2:1", "E402"),
    "another version": (GOOD.replace("baseline/1", "baseline/9"), "known.json:1:1", "E403"),
    "a report": ('{"schema": "factcheck.report/1"}', "known.json:1:1", "E403"),
    "a list": ("[]", "known.json:1:1", "E403"),
    "a wrong id": (GOOD.replace(KNOWN.id, "FC-x"), "known.json:2:4", "E404"),
    "an unknown key": (GOOD.replace('"code"', '"kode"'), "known.json:2:", "E404"),
    "one side": (GOOD[: GOOD.index(', {"value": "14"')] + "]}]}", "known.json:2:", "E404"),
    "nothing": ("", "known.json:1:1", "E402"),
    "deep": ("[" * 100_000, "known.json", "E402"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_baseline_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    text, place, code = BROKEN[name]
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        read_baseline(path, "known.json")
    told = str(caught.value)
    assert told.startswith(place)
    assert code in told


def test_a_baseline_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "bytes.json"):
        with pytest.raises(BaselineError, match="E401"):
            read_baseline(path, "known.json")
