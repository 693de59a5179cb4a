"""Word lists: sets, groups and tables, what they give, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import InternalError, RuleError
from factcheck.rulebook import Lists, WordsRule, load_rules
from factcheck.rulebook.lists import form_faults, replaces


def rule(**form: Any) -> WordsRule:
    return WordsRule(id="w", type="words", reason="a test", **form)


def read(**form: Any) -> Lists:
    return Lists([rule(**form)])


def test_words_of_a_set_stand_for_themselves() -> None:
    assert read(words=["Boat", "tug"])["w"] == {"boat": "boat", "tug": "tug"}


def test_groups_are_read_by_word() -> None:
    lists = read(groups={"ship": ["Boat", "tug"], "car": ["van"]})
    assert lists.text("w") == {"boat": "ship", "tug": "ship", "van": "car"}
    assert lists.texts("w") == {"boat": ("ship",), "tug": ("ship",), "van": ("car",)}


def test_a_word_of_several_groups_has_them_in_the_order_of_the_file() -> None:
    lists = read(several=True, groups={"steal": ["take"], "carry": ["take", "bear"]})
    assert lists.texts("w") == {"take": ("steal", "carry"), "bear": ("carry",)}
    with pytest.raises(RuleError, match="E212: the word list 'w' must hold one group or text for each word"):
        lists.text("w")


def test_a_table_gives_values() -> None:
    assert read(table={"dozen": 12, "score": 20}).whole("w") == {"dozen": 12, "score": 20}
    assert read(table={"half": 0.5}).number("w") == {"half": 0.5}
    assert read(table={"go": ["went", "gone"]}).texts("w") == {"go": ("went", "gone")}
    lists = read(table={"few": [2, 20], "many": 20, "local": []})
    assert lists.wholes("w") == {"few": (2, 20), "many": (20,), "local": ()}
    assert lists.numbers("w") == {"few": (2.0, 20.0), "many": (20.0,), "local": ()}


@pytest.mark.parametrize(
    ("form", "reader", "wanted"),
    [
        ({"words": ["a"]}, "whole", "a whole number for each word"),
        ({"words": ["a"]}, "wholes", "whole numbers for each word"),
        ({"words": ["a"]}, "number", "a number for each word"),
        ({"words": ["a"]}, "numbers", "numbers for each word"),
        ({"table": {"a": 1.5}}, "whole", "a whole number for each word"),
        ({"table": {"a": 1}}, "text", "one group or text for each word"),
        ({"table": {"a": 1}}, "texts", "groups or texts for each word"),
    ],
)
def test_a_list_of_another_form_is_refused(form: dict[str, Any], reader: str, wanted: str) -> None:
    with pytest.raises(RuleError, match=f"E212: the word list 'w' must hold {wanted}"):
        getattr(read(**form), reader)("w")


def test_an_unknown_list_is_a_fault() -> None:
    lists = read(words=["a"])
    with pytest.raises(InternalError, match="E103"):
        lists.texts("no.such-list")
    assert list(lists) == ["w"]


TWICE = "the word 'a' appears twice"


@pytest.mark.parametrize(
    ("form", "path", "fault"),
    [
        ({"words": []}, (), "a word list holds one of: words, groups, table"),
        ({"words": ["a"], "table": {"b": 1}}, (), "a word list holds one of: words, groups, table"),
        ({"words": ["A", "a"]}, ("words", 1), TWICE),
        ({"words": ["a"], "several": True}, ("several",), "only groups can say several"),
        ({"groups": {"x": ["A"], "y": ["b", "a"]}}, ("groups", "y", 1), TWICE),
        ({"several": True, "groups": {"x": ["a", "a"]}}, ("groups", "x", 1), TWICE),
        ({"table": {"A": 1, "a": 2}}, ("table", "a"), TWICE),
        ({"table": {"a": 1, "b": "two"}}, ("table", "b"), "b: a text in a table of numbers"),
        ({"table": {"a": "x", "b": ["y", 2]}}, ("table", "b"), "b: a number in a table of texts"),
    ],
)
def test_every_fault_of_the_form_has_its_place(form: dict[str, Any], path: tuple[str | int, ...], fault: str) -> None:
    assert [(where, message) for where, message, _ in form_faults(rule(**form))] == [(path, fault)]


def test_faults_are_told_by_line_and_column(tmp_path: Path) -> None:
    head = "    type: words\n    reason: a test\n"
    (tmp_path / "mine.yaml").write_text(
        f"rules:\n  - id: old\n{head}    words: {{a: 1}}\n  - id: twice\n{head}    groups:\n      x: [a]\n      y: [b, a]\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError) as raised:
        load_rules([tmp_path])
    first, second = (str(problem) for problem in raised.value.problems)
    assert "mine.yaml:5:5: error E206: words: a list of words, not a map" in first
    assert "mine.yaml:11:14: error E206: twice: the word 'a' appears twice" in second


SET, GROUPS, TABLE = {"words": ["a"]}, {"groups": {"x": ["a"]}}, {"table": {"a": 1}}
SEVERAL: dict[str, Any] = {"several": True, "groups": {"x": ["a"], "y": ["a"]}}


@pytest.mark.parametrize(
    ("form", "earlier", "fits"),
    [
        (SET, SET, True),
        (GROUPS, SET, True),
        (SET, GROUPS, False),
        (GROUPS, SEVERAL, True),
        (SEVERAL, GROUPS, False),
        ({"table": {"a": "x"}}, GROUPS, True),
        ({"table": {"a": ["x"]}}, GROUPS, False),
        (TABLE, GROUPS, False),
        ({"table": {"a": [1, 2]}}, TABLE, True),
    ],
)
def test_a_list_replaces_one_of_its_sort(form: dict[str, Any], earlier: dict[str, Any], fits: bool) -> None:
    assert replaces(rule(**form), rule(**earlier)) is fits


def test_a_list_of_another_sort_does_not_replace_a_shipped_one(tmp_path: Path) -> None:
    mine = "rules:\n  - id: month\n    type: words\n    override: true\n    reason: a test\n    words: [january]\n"
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    with pytest.raises(
        RuleError, match=r"mine\.yaml:2:1: error E212: month: the list holds nothing but the words, the one it replaces numbers"
    ):
        load_rules([tmp_path])
