"""Word lists as the program reads them: sets of words, words in groups, and tables; each list by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Never

from factcheck.errors import InternalError, Problem, RuleError
from factcheck.rulebook.models import Cell, WordsRule

Value = Cell | tuple[Cell, ...]
"""What a word stands for: itself in a set, its group, all its groups where it may have several, a cell or a row of a table."""

WordList = Mapping[str, Value]
"""Words in lower case to what each stands for."""

Fault = tuple[tuple[str | int, ...], str, str | None]
"""The path of keys and indices below the rule, what is wrong there, and a hint."""


class Lists(Mapping[str, WordList]):
    """All word lists of a rulebook by id; each is made once, when it is first asked for, so not to be changed.

    ``lists["month"]`` is a mapping whose keys are the words, whatever the form of the list; ``text``, ``texts``, ``whole``, ``wholes``,
    ``number`` and ``numbers`` give its values as what they are and raise a RuleError (E212) where the list has another form.
    """

    def __init__(self, rules: Iterable[WordsRule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._lists: dict[str, WordList] = {}
        self._text: dict[str, dict[str, str]] = {}
        self._texts: dict[str, dict[str, tuple[str, ...]]] = {}

    def __getitem__(self, name: str) -> WordList:
        found = self._lists.get(name)
        if found is None:
            if name not in self._rules:
                raise InternalError(
                    Problem("E103", f"the rules have no word list {name!r}", hint="please report it: no rule of a user can remove a list")
                )
            found = self._lists[name] = _values(self._rules[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._rules

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def text(self, name: str) -> dict[str, str]:
        """Each word with its one group or its text.

        Raises:
            RuleError: the list holds numbers, rows, or words of several groups.
            InternalError: there is no such list.
        """
        if name not in self._text:
            wanted = "one group or text for each word"
            self._text[name] = {word: value if isinstance(value, str) else _refuse(name, wanted) for word, value in self[name].items()}
        return self._text[name]

    def texts(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Each word with all its groups or the texts of its row.

        Raises:
            RuleError: the list holds numbers.
            InternalError: there is no such list.
        """
        if name not in self._texts:
            self._texts[name] = {
                word: tuple(cell if isinstance(cell, str) else _refuse(name, "groups or texts for each word") for cell in _cells(value))
                for word, value in self[name].items()
            }
        return self._texts[name]

    def whole(self, name: str) -> dict[str, int]:
        """Each word with its whole number.

        Raises:
            RuleError: the list holds anything else.
            InternalError: there is no such list.
        """
        return {
            word: value if isinstance(value, int) else _refuse(name, "a whole number for each word") for word, value in self[name].items()
        }

    def wholes(self, name: str) -> dict[str, tuple[int, ...]]:
        """Each word with the whole numbers of its row.

        Raises:
            RuleError: the list holds anything else.
            InternalError: there is no such list.
        """
        return {
            word: tuple(cell if isinstance(cell, int) else _refuse(name, "whole numbers for each word") for cell in _cells(value))
            for word, value in self[name].items()
        }

    def number(self, name: str) -> dict[str, float]:
        """Each word with its number.

        Raises:
            RuleError: the list holds anything else.
            InternalError: there is no such list.
        """
        wanted = "a number for each word"
        return {word: float(value) if isinstance(value, int | float) else _refuse(name, wanted) for word, value in self[name].items()}

    def numbers(self, name: str) -> dict[str, tuple[float, ...]]:
        """Each word with the numbers of its row.

        Raises:
            RuleError: the list holds words.
            InternalError: there is no such list.
        """
        wanted = "numbers for each word"
        return {
            word: tuple(float(cell) if isinstance(cell, int | float) else _refuse(name, wanted) for cell in _cells(value))
            for word, value in self[name].items()
        }


def _cells(value: Value) -> tuple[Cell, ...]:
    return value if isinstance(value, tuple) else (value,)


def _refuse(name: str, wanted: str) -> Never:
    raise RuleError(Problem("E212", f"the word list {name!r} must hold {wanted}", None, "keep the form of the shipped list"))


def _values(rule: WordsRule) -> WordList:
    if rule.words:
        return {word: word for word in map(str.lower, rule.words)}
    if rule.groups and rule.several:
        found: dict[str, tuple[Cell, ...]] = {}
        for group, words in rule.groups.items():
            for word in map(str.lower, words):
                found[word] = (*found.get(word, ()), group)
        return found
    if rule.groups:
        return {word.lower(): group for group, words in rule.groups.items() for word in words}
    rows = any(isinstance(value, list) for value in rule.table.values())
    return {word.lower(): _row(value) if rows else _cell(value) for word, value in rule.table.items()}


def _row(value: Cell | list[Cell]) -> tuple[Cell, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _cell(value: Cell | list[Cell]) -> Cell:
    assert not isinstance(value, list)
    return value


def form_faults(rule: WordsRule) -> Iterator[Fault]:
    """What is wrong with the form of a word list beyond the types of its parts: none or two forms, a word twice, values of two sorts."""
    forms = [key for key in ("words", "groups", "table") if getattr(rule, key)]
    if len(forms) != 1:
        yield (), "a word list holds one of: words, groups, table", FORMS
        return
    if rule.several and forms != ["groups"]:
        yield ("several",), "only groups can say several", "several: true lets a word stand in more than one group"
    if rule.words:
        yield from _twice((("words", index), word) for index, word in enumerate(rule.words))
    for group, words in rule.groups.items() if rule.several else ():
        yield from _twice((("groups", group, index), word) for index, word in enumerate(words))
    if rule.groups and not rule.several:
        yield from _twice((("groups", group, index), word) for group, words in rule.groups.items() for index, word in enumerate(words))
    yield from _twice((("table", word), word) for word in rule.table)
    yield from _mixed(rule)


def sort_of(rule: WordsRule) -> str:
    """What a list of known form gives its words, in words for people."""
    if rule.words:
        return "nothing but the words"
    if rule.groups:
        return "several groups or texts each" if rule.several else "one group or text each"
    values = [cell for value in rule.table.values() for cell in (value if isinstance(value, list) else [value])]
    if not any(isinstance(cell, str) for cell in values):
        return "numbers"
    return "several groups or texts each" if any(isinstance(value, list) for value in rule.table.values()) else "one group or text each"


def replaces(rule: WordsRule, earlier: WordsRule) -> bool:
    """Whether the program can read a list where it reads the earlier one: a set by its words alone, several groups by one, too."""
    sort, wanted = sort_of(rule), sort_of(earlier)
    return wanted in (sort, "nothing but the words") or (sort.endswith("each") and wanted == "several groups or texts each")


FORMS = "a set is words: [a, b]; groups: {group: [a, b]} groups words; table: {word: value} gives each word a value"
"""The hint for a word list in no known form."""


def _twice(places: Iterable[tuple[tuple[str | int, ...], str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, word in places:
        if word.lower() in seen:
            yield (
                path,
                f"the word {word!r} appears twice",
                "several: true lets a word stand in more than one group" if path[0] == "groups" else None,
            )
        seen.add(word.lower())


def _mixed(rule: WordsRule) -> Iterator[Fault]:
    """Values of a table that are of another sort than the first."""
    first: str | None = None
    for word, value in rule.table.items():
        for cell in value if isinstance(value, list) else [value]:
            sort = "text" if isinstance(cell, str) else "number"
            first = first or sort
            if sort != first:
                yield ("table", word), f"{word}: a {sort} in a table of {first}s", "all values of a table are texts, or all are numbers"
