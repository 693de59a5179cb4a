"""The rules: read from rules/, validated as a whole, every fault reported with file:line:column and a suggestion."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from factcheck.errors import Location, Problem, RuleError
from factcheck.nearest import nearest, somewhat_like
from factcheck.rulebook.declared import Place, faults_of, merged
from factcheck.rulebook.lists import FORMS, Lists, Value, WordList, form_faults, replaces, sort_of
from factcheck.rulebook.meanings import meaning_faults
from factcheck.rulebook.models import (
    RULE_TYPES,
    AliasRule,
    AnyRule,
    ComparisonRule,
    CueRule,
    EventRule,
    Example,
    FoldingRule,
    FurnitureRule,
    OrganisationRule,
    OutcomeRule,
    PatternRule,
    PlaceRule,
    Rule,
    RuleFile,
    ScorecardRule,
    SpeechRule,
    TitleRule,
    WeightsRule,
    WordsRule,
)
from factcheck.rulebook.patterns import check_pattern
from factcheck.rulebook.reader import Marks, read_yaml

R = TypeVar("R", bound=Rule)

TYPE_NAMES: dict[str, type[Rule]] = {get_args(kind.model_fields["type"].annotation)[0]: kind for kind in RULE_TYPES}
"""``type`` as written in a file -> the model; also the order in which types are listed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule was read: the path shown to people and the line, from 1."""

    path: str
    line: int
    shipped: bool


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All rules of a run, in reading order.  ``digest`` identifies their content (not where they lie)."""

    rules: tuple[Rule, ...]
    origins: dict[str, Origin] = field(default_factory=dict)
    digest: str = ""
    kept_extraction_digest: str = ""
    """What an earlier process found ``extraction_digest`` to be; "" where none did."""

    def of(self, kind: type[R]) -> Iterator[R]:
        """The rules of one type, in reading order."""
        known: list[R] | None = self._by_kind.get(kind)
        if known is None:
            known = self._by_kind[kind] = [rule for rule in self.rules if isinstance(rule, kind)]
        return iter(known)

    def get(self, rule_id: str) -> Rule | None:
        """The rule of that id, None if there is none."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def words(self) -> Lists:
        """Word lists by id, words in lower case; made once, so not to be changed."""
        return self._words

    @cached_property
    def _by_kind(self) -> dict[type[Rule], list[Any]]:
        return {}

    @cached_property
    def extraction_digest(self) -> str:
        """Identifies the content of the rules that decide what claims are made: all but those that only compare claims."""
        extracting = (rule for rule in self.rules if not isinstance(rule, ComparisonRule | WeightsRule | ScorecardRule))
        return self.kept_extraction_digest or _digest(extracting)

    @cached_property
    def _words(self) -> Lists:
        return Lists(self.of(WordsRule))


def shipped_folder() -> Path:
    """The folder of the shipped rules: inside the installed package, else beside it in a checkout.

    Raises:
        RuleError: neither exists.
    """
    package = Path(str(files("factcheck")))
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError(Problem("E201", "the shipped rules are missing", Location(str(package)), "install factcheck again"))


def load_rules(folders: Sequence[Path] = ()) -> Rulebook:
    """The shipped rules and those of the given folders (every *.yaml below them), later folders after earlier ones.

    Raises:
        RuleError: with every fault of every file.
    """
    return _load(folders) if folders else shipped_rules()


def _load(folders: Sequence[Path]) -> Rulebook:
    shipped = shipped_folder()
    problems: list[Problem] = []
    rules: dict[str, Rule] = {}
    origins: dict[str, Origin] = {}
    places: dict[str, Place] = {}
    for folder in (shipped, *folders):
        for path in _files_of(folder, problems):
            shown = f"rules/{path.relative_to(shipped).as_posix()}" if folder == shipped else path.as_posix()
            for rule, origin, at in _read_file(path, shown, problems, shipped=folder == shipped):
                if _add(rule, origin, at, rules, origins, problems):
                    places[rule.id] = at
    word_lists = {rule.id for rule in rules.values() if isinstance(rule, WordsRule)}
    if not problems:  # a file that could not be read would be missed everywhere
        for rule in rules.values():
            problems.extend(_check_references(rule, places[rule.id], rules, word_lists))
            problems.extend(meaning_faults(rule, rules, places[rule.id], suggest))
    if problems:
        raise RuleError(sorted(problems, key=_reading_order))
    return Rulebook(tuple(rules.values()), origins, _digest(rules.values()))


_shipped: list[Rulebook] = []
"""The shipped rules, once they were asked for."""


def shipped_rules() -> Rulebook:
    """The shipped rules alone, read once per process.

    Raises:
        RuleError: as ``load_rules``.
    """
    if not _shipped:
        _shipped.append(_load(()))
    return _shipped[0]


def take_shipped(rulebook: Rulebook) -> None:
    """Let ``shipped_rules`` give a rulebook that an earlier process read, where none was read in this one yet."""
    if not _shipped:
        _shipped.append(rulebook)


def _reading_order(problem: Problem) -> tuple[str, int, int]:
    where = problem.location or Location("")
    return where.path, where.line or 0, where.column or 0


def _read_file(path: Path, shown: str, problems: list[Problem], *, shipped: bool) -> Iterator[tuple[Rule, Origin, Place]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem("E203", f"cannot be read: {error}", Location(shown), "rule files are UTF-8 text"))
        return
    data, marks, faults = read_yaml(text, shown, "E204")
    problems.extend(faults)
    if faults:
        return
    if not isinstance(data, dict) or set(data) != {"rules"} or not isinstance(data["rules"], list):
        hint = "a rule file holds one key, rules:, with a list below it"
        problems.append(Problem("E205", "not a list of rules", Location(shown, 1, 1), hint))
        return
    adapter: TypeAdapter[AnyRule] = _adapter()
    for index, item in enumerate(data["rules"]):
        line, _ = marks.get(("rules", index))
        try:
            rule = adapter.validate_python(item)
        except ValidationError as error:
            problems.extend(_faults(error, item, index, shown, marks))
            continue
        for below, fault, advice in form_faults(rule) if isinstance(rule, WordsRule) else ():
            problems.append(Problem("E206", f"{rule.id}: {fault}", Location(shown, *marks.get(("rules", index, *below))), advice))
        yield rule, Origin(shown, line, shipped), partial(_place, shown, marks, index)


def _place(shown: str, marks: Marks, index: int, *path: str | int) -> Location:
    """Where a part of the rule at an index of a file stands."""
    return Location(shown, *marks.get(("rules", index, *path)))


def rule_files(folders: Sequence[Path]) -> list[Path]:
    """The files that ``load_rules`` reads for these folders.

    Raises:
        RuleError: the shipped rules are missing, or a folder is none or holds no rule files.
    """
    problems: list[Problem] = []
    paths = [path for folder in (shipped_folder(), *folders) for path in _files_of(folder, problems)]
    if problems:
        raise RuleError(problems)
    return paths


def _files_of(folder: Path, problems: list[Problem]) -> list[Path]:
    """The rule files below a folder in reading order; a folder that is none, or has none, is a fault (E202)."""
    if not folder.is_dir():
        problems.append(Problem("E202", "not a folder of rules", Location(str(folder)), "give a folder that holds *.yaml files"))
        return []
    paths = sorted(folder.rglob("*.yaml"), key=lambda path: path.relative_to(folder).as_posix())
    if not paths:
        problems.append(Problem("E202", "a folder without rule files", Location(str(folder)), "rule files end in .yaml"))
    return paths


def rules_to_json(rulebook: Rulebook) -> str:
    """A rulebook as JSON that ``rules_from_json`` reads back some five times as fast as the rule files."""
    origins = [[origin.path, origin.line, origin.shipped] for origin in (rulebook.origins[rule.id] for rule in rulebook.rules)]
    rules = "[" + ",".join(rule.model_dump_json() for rule in rulebook.rules) + "]"
    head = {"digest": rulebook.digest, "extraction": rulebook.extraction_digest, "origins": origins}
    return f"{json.dumps(head)}\n{rules}"


def rules_from_json(text: str) -> Rulebook:
    """The inverse of ``rules_to_json``.

    Raises:
        ValueError: the text is not what it made.
    """
    head, _, rest = text.partition("\n")
    data = json.loads(head)
    rules = tuple(_list_adapter().validate_json(rest))
    origins = {rule.id: Origin(*origin) for rule, origin in zip(rules, data["origins"], strict=True)}
    return Rulebook(rules, origins, data["digest"], data["extraction"])


@cache
def _list_adapter() -> TypeAdapter[list[AnyRule]]:
    return TypeAdapter(list[AnyRule])


@cache
def _adapter() -> TypeAdapter[AnyRule]:
    return TypeAdapter(AnyRule)


def _faults(error: ValidationError, item: Any, index: int, shown: str, marks: Marks) -> Iterator[Problem]:
    type_name = item.get("type") if isinstance(item, dict) else None
    for fault in error.errors(include_url=False, include_context=True, include_input=True):
        inner = fault["loc"][1:] if fault["loc"] and fault["loc"][0] == type_name else fault["loc"]
        line, column = marks.get(("rules", index, *inner))
        name = ".".join(str(part) for part in inner)
        told = fault["msg"].removeprefix("Value error, ")
        message, hint = f"{name}: {told}" if inner else told, None
        if fault["type"] == "extra_forbidden":
            model = TYPE_NAMES[str(type_name)] if len(inner) == 1 else Example
            message, hint = f"unknown key {inner[-1]!r}", suggest(str(inner[-1]), model.model_fields)
        elif fault["type"] == "union_tag_invalid":
            message, hint = f"unknown type of rule: {type_name!r}", suggest(str(type_name), TYPE_NAMES)
            line, column = marks.get(("rules", index, "type"))
        elif fault["type"] == "union_tag_not_found":
            message, hint = "the rule has no type", f"one of: {', '.join(TYPE_NAMES)}"
        elif fault["type"] == "missing":
            message = f"the key {name!r} is missing"
        elif fault["type"] == "literal_error":
            allowed = re.findall(r"'([^']{1,80})'", str(fault.get("ctx", {}).get("expected", "")))
            message, hint = f"{name}: {fault['input']!r} is not allowed", suggest(str(fault["input"]), allowed)
        elif fault["type"] == "list_type" and type_name == "words" and isinstance(fault["input"], dict):
            message, hint = f"{name}: a list of words, not a map", FORMS
        yield Problem("E206", message, Location(shown, line, column), hint)


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not known: the nearest known one, else all of them, or the nearest few of very many."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return f"did you mean {near!r}?"
    if len(known) <= MOST_SHOWN:
        return f"allowed: {', '.join(known)}"
    return f"{len(known)} are known, among them: {', '.join(somewhat_like(word, known, MOST_SHOWN))}"


MOST_SHOWN = 12
"""Words that a hint lists at most."""


def _add(rule: Rule, origin: Origin, at: Place, rules: dict[str, Rule], origins: dict[str, Origin], problems: list[Problem]) -> bool:
    """Take a rule in; whether it was, and is not refused for the rules read before."""
    earlier = origins.get(rule.id)
    where = Location(origin.path, origin.line, 1)
    if earlier and not rule.override:
        hint = "choose another id, or say override: true to replace it"
        problems.append(Problem("E207", f"the id {rule.id!r} is taken by {earlier.path}:{earlier.line}", where, hint))
        return False
    if rule.override and not earlier:
        problems.append(Problem("E208", f"nothing to override: no rule {rule.id!r}", where, suggest(rule.id, rules)))
        return False
    replaced = rules.get(rule.id)
    if isinstance(rule, WordsRule) and isinstance(replaced, WordsRule) and not replaces(rule, replaced):
        message = f"{rule.id}: the list holds {sort_of(rule)}, the one it replaces {sort_of(replaced)}"
        problems.append(Problem("E212", message, where, "the program reads what the replaced list holds"))
        return False
    if not origin.shipped:
        problems.extend(faults_of(rule, rules, at, suggest))
    rules[rule.id] = merged(rule, replaced)
    origins[rule.id] = origin
    return True


def _check_references(rule: Rule, at: Place, rules: dict[str, Rule], word_lists: set[str]) -> Iterator[Problem]:
    """What a rule names and no rule is: word lists in patterns, the place around a place, the class around a class of events."""
    if isinstance(rule, PatternRule | FurnitureRule):
        for message, hint in check_pattern(rule.pattern, word_lists, suggest):
            yield Problem("E209", f"{rule.id}: {message}", at("pattern"), hint)
    elif isinstance(rule, PlaceRule) and rule.within and not isinstance(rules.get(rule.within), PlaceRule):
        hint = _near(rule.within, (other.id for other in rules.values() if isinstance(other, PlaceRule)))
        yield Problem("E209", f"{rule.id}: within: no place {rule.within!r}", at("within"), hint)
    elif isinstance(rule, EventRule) and rule.broader and not isinstance(rules.get(rule.broader), EventRule):
        hint = _near(rule.broader, (other.id for other in rules.values() if isinstance(other, EventRule)))
        yield Problem("E209", f"{rule.id}: broader: no class of events {rule.broader!r}", at("broader"), hint)


def _near(word: str, known: Iterable[str]) -> str | None:
    """A suggestion where one is near; None instead of a list of hundreds."""
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else None


def _digest(rules: Iterable[Rule]) -> str:
    content = "\n".join(rule.model_dump_json() for rule in rules)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def rules_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, as kept in rules/schema/."""
    return RuleFile.model_json_schema()


__all__ = [
    "TYPE_NAMES",
    "AliasRule",
    "ComparisonRule",
    "CueRule",
    "EventRule",
    "Example",
    "FoldingRule",
    "FurnitureRule",
    "Lists",
    "OrganisationRule",
    "Origin",
    "OutcomeRule",
    "PatternRule",
    "PlaceRule",
    "Rule",
    "Rulebook",
    "ScorecardRule",
    "SpeechRule",
    "TitleRule",
    "Value",
    "WeightsRule",
    "WordList",
    "WordsRule",
    "load_rules",
    "rule_files",
    "rules_from_json",
    "rules_schema",
    "rules_to_json",
    "shipped_folder",
    "shipped_rules",
    "suggest",
    "take_shipped",
]
