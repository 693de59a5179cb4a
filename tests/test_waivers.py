"""Waivers: strict reading, careful writing, and the day that decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import BaselineError, Location
from factcheck.waivers import Waiver, add_waiver, mark_added, parse_expiry, parse_waivers, read_waivers, settle

TODAY = date(2031, 6, 1)
FIRST, SECOND = "FC-1a2b3c4d5e", "FC-00000000ff"
TEXT = f"""# agreed with the desk
waivers:
- id: {FIRST}
  reason: "both papers stand by it: see the letter"
  expires: 2031-06-01
# about the tunnel
- id: {SECOND}
  reason: the mayor corrected himself
  expires: never
"""


def a_waiver(name: str, *, reason: str = "because", expires: date | None = None) -> Waiver:
    return Waiver(name, reason, expires, Location("w.yaml"))


def test_reading() -> None:
    first, second = parse_waivers(TEXT, "w.yaml")
    assert (first.id, first.reason, first.expires) == (FIRST, "both papers stand by it: see the letter", date(2031, 6, 1))
    assert (second.id, second.expires, second.location) == (SECOND, None, Location("w.yaml", 7, 3))
    for empty in ("", "# nothing yet\n", "waivers:\n", "waivers: []\n"):
        assert parse_waivers(empty, "w.yaml") == ()


FAULTS = {
    "waivers: [": ("w.yaml:2:1", "not valid YAML"),
    "waiver: []": ("w.yaml:1:1", "not a list of waivers"),
    "waivers: {a: b}": ("w.yaml:1:1", "not a list of waivers"),
    "waivers:\n- FC-1a2b3c4d5e": ("w.yaml:2:3", "not a waiver"),
    f"waivers:\n- id: {FIRST}\n  reason: x\n  expire: never": ("w.yaml:4:3", "did you mean 'expires'?"),
    f"waivers:\n- id: {FIRST}\n  expires: never": ("w.yaml:2:3", "'reason' is missing"),
    f"waivers:\n- id: {FIRST}\n  reason: ''\n  expires: never": ("w.yaml:3:3", "reason must be text"),
    f"waivers:\n- id: {FIRST}\n  reason: x\n  expires: 2031-02-30": ("w.yaml:4:3", "is not a day"),
    f"waivers:\n- id: {FIRST}\n  reason: x\n  expires: 20310601": ("w.yaml:4:3", "expires must be text"),
    "waivers:\n- id: FC101\n  reason: x\n  expires: never": ("w.yaml:2:3", "is not the id of a conflict"),
    TEXT.replace(SECOND, FIRST): ("w.yaml:7:3", "waived twice"),
    f"waivers:\n- id: {FIRST}\n  id: {FIRST}": ("w.yaml:3:3", "appears twice"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_faults_have_their_place(text: str) -> None:
    place, message = FAULTS[text]
    with pytest.raises(BaselineError) as caught:
        parse_waivers(text, "w.yaml")
    assert str(caught.value).startswith(place)
    assert message in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="E411"):
        read_waivers(tmp_path, "w.yaml")


@pytest.mark.parametrize(("day", "holds"), [(date(2031, 5, 31), True), (date(2031, 6, 1), True), (date(2031, 6, 2), False)])
def test_the_last_day_is_included(day: date, holds: bool) -> None:
    settled = settle(parse_waivers(TEXT, "w.yaml"), [FIRST, SECOND], day, unused=True)
    assert (FIRST in settled.waivers, SECOND in settled.waivers) == (holds, True)
    assert [problem.code for problem in settled.problems] == ([] if holds else ["W421"])


def test_unused_ones_are_told_where_that_can_be_known() -> None:
    waivers = parse_waivers(TEXT, "w.yaml")
    assert settle(waivers, [SECOND], TODAY, unused=False).problems == ()
    (problem,) = settle(waivers, [SECOND, "FC-1a2b3c4d5f"], TODAY, unused=True).problems
    assert (problem.code, problem.severity) == ("W422", "warning")
    assert problem.hint == "remove it if the articles agree by now"  # another conflict, however alike its id, needs a reason of its own


def test_added_ones_are_those_that_an_earlier_file_does_not_hold_alike() -> None:
    waivers = parse_waivers(TEXT, "w.yaml")
    added = {"same": TEXT, "none": None, "renewed": TEXT.replace("2031-06-01", "2030-01-01"), "broken": "waivers: ["}
    found = {name: [waiver.added for waiver in mark_added(waivers, before)] for name, before in added.items()}
    assert found == {"same": [False, False], "none": [True, True], "renewed": [True, False], "broken": [True, True]}


@pytest.mark.parametrize("text", ["", "# our waivers\n", "waivers:\n", "# first\nwaivers: []\n", "waivers:\n    # none yet\n"])
def test_the_first_one_is_written(text: str) -> None:
    reason = 'the "Herald": no, #1 - yes'
    (found,) = parse_waivers(add_waiver(text, a_waiver(FIRST, reason=reason, expires=TODAY), TODAY), "w.yaml")
    assert (found.id, found.reason, found.expires) == (FIRST, reason, TODAY)


def test_a_further_one_is_added_and_comments_stay() -> None:
    text = add_waiver(TEXT.rstrip("\n"), a_waiver("FC-abcdefabcd"), TODAY)
    assert text == TEXT + '- id: FC-abcdefabcd\n  reason: "because"\n  expires: never\n'


def test_an_expired_one_is_renewed_in_its_place_at_the_end() -> None:
    later = date(2031, 7, 1)
    text = add_waiver(TEXT, a_waiver(FIRST, expires=date(2032, 1, 1)), later)
    assert [(waiver.id, waiver.expires) for waiver in parse_waivers(text, "w.yaml")] == [(SECOND, None), (FIRST, date(2032, 1, 1))]
    assert text.startswith(f"# agreed with the desk\nwaivers:\n# about the tunnel\n- id: {SECOND}\n")


def test_what_cannot_be_added_is_told() -> None:
    with pytest.raises(BaselineError, match=r"w.yaml:3:3: error E414: FC-1a2b3c4d5e is waived already, until 2031-06-01"):
        add_waiver(TEXT, a_waiver(FIRST), TODAY)
    flow = f"waivers: [{{id: {FIRST}, reason: x, expires: never}}]\n"
    with pytest.raises(BaselineError, match="E415") as caught:
        add_waiver(flow, a_waiver(SECOND), TODAY)
    assert f"- id: {SECOND}" in str(caught.value)


def test_expiry() -> None:
    assert parse_expiry("never") is None
    assert parse_expiry("2031-06-01") == TODAY
    for text in ("", "soon", "2031-6-1", "2031-02-30", "20310601", "2031-06-01T00:00", "Never"):
        with pytest.raises(ValueError, match="YYYY-MM-DD"):
            parse_expiry(text)
