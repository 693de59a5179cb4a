"""Rule folders: every fault with its place and a suggestion; overriding; references."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.rulebook import CueRule, WordsRule, load_rules, shipped_folder, shipped_rules, suggest

CUE = "  - id: my.cue\n    type: cue\n    reason: a test\n    sets: hedged\n    words: [maybe]\n    examples: [Maybe.]\n"


def load(folder: Path, text: str, name: str = "mine.yaml") -> list[str]:
    """The faults of a rule file, without the folder in the path."""
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([folder])
    return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "mine.yaml:1:1: error E205: not a list of rules\n  hint: a rule file holds one key, rules:, with a list below it"),
        ("rule: []\n", "mine.yaml:1:1: error E205: not a list of rules\n  hint: a rule file holds one key, rules:, with a list below it"),
        ("rules:\n" + CUE.replace("words:", "wods:"), "mine.yaml:2:5: error E206: the key 'words' is missing"),
        (
            "rules:\n" + CUE.replace("hedged", "hegded"),
            "mine.yaml:5:5: error E206: sets: 'hegded' is not allowed\n  hint: did you mean 'hedged'?",
        ),
        (
            "rules:\n" + CUE.replace("type: cue", "type: cues"),
            "mine.yaml:3:5: error E206: unknown type of rule: 'cues'\n  hint: did you mean 'cue'?",
        ),
        ("rules:\n" + CUE.replace("[maybe]", "[maybe, 12]"), "mine.yaml:6:20: error E206: words.1: Input should be a valid string"),
        (
            "rules:\n  - id: w\n    type: words\n    reason: a test\n    words: {a: 1}\n",
            "mine.yaml:5:5: error E206: words: a list of words, not a map\n  hint: a set is words: [a, b];",
        ),
        (
            "rules:\n  - id: X Y\n    type: words\n    reason: a test\n    words: [a]\n",
            "mine.yaml:2:5: error E206: id: String should match",
        ),
        ("rules:\n  - 12\n", "mine.yaml:2:5: error E206: "),
        ("rules: [\n", "mine.yaml:2:1: error E204: not valid YAML"),
        ("rules:\n  - id: p\n    override: yes\n", "mine.yaml:2:5: error E206: the rule has no type"),
        (
            "rules:\n" + CUE.replace("reason: a test", "reason: a test\n    override: true"),
            "mine.yaml:2:1: error E208: nothing to override: no rule 'my.cue'",
        ),
        (
            "rules:\n" + CUE + CUE,
            "mine.yaml:8:1: error E207: the id 'my.cue' is taken by mine.yaml:2\n"
            "  hint: choose another id, or say override: true to replace it",
        ),
    ],
)
def test_faults_point(tmp_path: Path, text: str, fault: str) -> None:
    found = load(tmp_path, text)
    assert any(item.startswith(fault) for item in found), found


def test_an_unknown_key_gets_a_suggestion(tmp_path: Path) -> None:
    found = load(tmp_path, "rules:\n" + CUE.replace("words:", "wods:"))
    assert "mine.yaml:6:5: error E206: unknown key 'wods'\n  hint: did you mean 'words'?" in found


def test_an_unknown_key_of_an_example_gets_its_own_suggestion(tmp_path: Path) -> None:
    text = (
        "rules:\n  - id: p\n    type: pattern\n    kind: date\n    reader: days\n    reason: a test\n    pattern: x\n"
        "    examples: [{text: x, fnd: x}]\n    counter_examples: [y]\n"
    )
    assert load(tmp_path, text) == ["mine.yaml:8:26: error E206: unknown key 'fnd'\n  hint: did you mean 'find'?"]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("x+", "p: an unbounded quantifier (*, + or {n,})\n  hint: write a bound, such as {0,3}"),
        ("x{2,}", "p: an unbounded quantifier (*, + or {n,})\n  hint: write a bound, such as {0,3}"),
        ("(x", "p: not a regular expression: missing ), unterminated subpattern at position 0"),
        ("{no.such.list}", "p: no word list 'no.such.list'"),
    ],
)
def test_faulty_patterns(tmp_path: Path, pattern: str, fault: str) -> None:
    text = (
        "rules:\n  - id: p\n    type: pattern\n    kind: date\n    reader: days\n    reason: a test\n"
        f"    pattern: '{pattern}'\n    examples: [{{text: x}}]\n    counter_examples: [y]\n"
    )
    found = load(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith(f"mine.yaml:7:5: error E209: {fault}")


@pytest.mark.parametrize(
    ("rest", "place", "fault"),
    [
        (
            "type: place\n    names: [Nowhere]\n    within: region.crimeaa\n",
            "6:5",
            "here: within: no place 'region.crimeaa'\n  hint: did you mean 'region.crimea'?",
        ),
        (
            "type: event\n    verbs: [jump]\n    examples: [He jumps.]\n    broader: withdrawl\n",
            "7:5",
            "here: broader: no class of events 'withdrawl'\n  hint: did you mean 'withdrawal'?",
        ),
    ],
)
def test_references_lead_somewhere(tmp_path: Path, rest: str, place: str, fault: str) -> None:
    found = load(tmp_path, f"rules:\n  - id: here\n    reason: a test\n    {rest}")
    assert found == [f"mine.yaml:{place}: error E209: {fault}"]


def test_all_faults_of_all_files_in_reading_order(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00")
    found = load(tmp_path, "rules:\n" + CUE.replace("hedged", "x") + CUE.replace("my.cue", "other").replace("[maybe]", "[]"), "a.yaml")
    assert [item.partition(" ")[0] for item in found] == ["a.yaml:5:5:", "a.yaml:12:5:", "b.yaml:"]


def test_folders_that_hold_no_rules(tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text("rules: []\n")
    for folder, message in ((tmp_path, "a folder without rule files"), (tmp_path / "none", "not a folder of rules")):
        with pytest.raises(RuleError, match=f"E202: {message}"):
            load_rules([folder])


def test_a_rule_replaces_a_shipped_one(tmp_path: Path) -> None:
    text = "rules:\n" + CUE.replace("my.cue", "cue.hedge").replace("reason: a test", "reason: a test\n    override: true")
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    rulebook = load_rules([tmp_path])
    rule = rulebook.get("cue.hedge")
    assert isinstance(rule, CueRule)
    assert rule.words == ["maybe"]
    origin = rulebook.origins["cue.hedge"]
    assert (origin.line, origin.shipped, Path(origin.path).name) == (2, False, "mine.yaml")
    assert rulebook.digest != shipped_rules().digest


def test_the_digest_is_of_the_content(tmp_path: Path) -> None:
    digests = set()
    for name, spaces in (("a.yaml", ""), ("b.yaml", "# a comment\n")):
        folder = tmp_path / name.removesuffix(".yaml")
        folder.mkdir()
        (folder / name).write_text(spaces + "rules:\n" + CUE, encoding="utf-8")
        digests.add(load_rules([folder]).digest)
    assert len(digests) == 1


def test_shipped_rules() -> None:
    rulebook = shipped_rules()
    assert rulebook is shipped_rules()
    assert shipped_folder().name == "rules"
    assert all(origin.shipped and origin.path.startswith("rules/") for origin in rulebook.origins.values())
    assert rulebook.get("no-such-rule") is None
    assert {rule.id for rule in rulebook.of(WordsRule)} == set(rulebook.words())


@pytest.mark.parametrize(
    ("word", "hint"), [("wods", "did you mean 'words'?"), ("zzz", "allowed: words, names"), ("words", "did you mean 'words'?")]
)
def test_suggestions(word: str, hint: str) -> None:
    assert suggest(word, iter(["words", "names"])) == hint
