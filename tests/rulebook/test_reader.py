"""YAML with positions and without surprises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.rulebook.reader import MAX_BYTES, read_yaml


def faults(text: str) -> list[str]:
    return [str(problem) for problem in read_yaml(text, "f.yaml", "E204")[2]]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("2024-05-08", "2024-05-08"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("007", "007"),
        (".5", ".5"),
        ("1e5", "1e5"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("2.5", 2.5),
        ('"12"', "12"),
        ("'true'", "true"),
        ("Türkiye", "Türkiye"),
    ],
)
def test_scalars(scalar: str, value: object) -> None:
    data, _, problems = read_yaml(f"key: {scalar}\n", "f.yaml", "E204")
    assert not problems
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_positions() -> None:
    _, marks, _ = read_yaml("rules:\n  - id: a\n    names: [x,\n      y]\n", "f.yaml", "E204")
    assert marks.get(("rules",)) == (1, 1)
    assert marks.get(("rules", 0)) == (2, 5)
    assert marks.get(("rules", 0, "names")) == (3, 5)
    assert marks.get(("rules", 0, "names", 1)) == (4, 7)
    assert marks.get(("rules", 0, "names", 9, "z")) == (3, 5)
    assert marks.get(("other",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2\n", "f.yaml:2:1: error E204: the key 'a' appears twice"),
        ("a:\n  b: 1\n  b: 2\n", "f.yaml:3:3: error E204: the key 'b' appears twice"),
        ("a: &x [1]\nb: *x\n", "f.yaml:2:4: error E204: anchors and aliases are not allowed"),
        ("a: !!python/object:os.system x\n", "f.yaml:1:4: error E204: tags are not allowed: tag:yaml.org,2002:python/object:os.system"),
        ("a: !x y\n", "f.yaml:1:4: error E204: tags are not allowed: !x"),
        ("? [a]\n: b\n", "f.yaml:1:3: error E204: a key must be a plain word"),
        ("a: [1\nb: 2\n", "f.yaml:2:2: error E204: not valid YAML: did not find expected ',' or ']'"),
        ("\tb: 2\n", "f.yaml:1:1: error E204: not valid YAML: found character that cannot start any token"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: error E204: a second document; a file holds one"),
    ],
)
def test_faults(text: str, fault: str) -> None:
    assert [told.partition("\n  hint: ")[0] for told in faults(text)] == [fault]


def test_what_the_parser_says_comes_with_what_to_do() -> None:
    assert "hint: indent with blanks" in faults("a: [1\nb: 2\n")[0]


def test_all_faults_are_told() -> None:
    assert len(faults("a: !x 1\nb: !y 2\nb: 3\n")) == 3


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_empty(text: str) -> None:
    data, _, problems = read_yaml(text, "f.yaml", "E204")
    assert data is None
    assert not problems


@pytest.mark.parametrize(
    "text", ["[" * 40 + "]" * 40, "[" * 100_000, "!x " + "[" * 100_000, "{a: " * 5_000, "- " * 20_000, "\x00", "a: \ud800", "a: \x07"]
)
def test_hostile_text_is_a_fault(text: str) -> None:
    assert faults(text)


def test_size() -> None:
    assert "larger than" in faults("a" * (MAX_BYTES + 1))[0]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:- \n[]{}'\"#&*!|>?,~1"), max_size=60))
def test_any_text_is_read_or_a_fault(text: str) -> None:
    data, _, problems = read_yaml(text, "f.yaml", "E204")
    assert problems or data is None or isinstance(data, dict | list | str | int | float | bool)
