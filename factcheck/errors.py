"""What can go wrong, whose fault it is, and where.

    FactcheckError
      InternalError  E1xx   our fault; the message says what to report
      RuleError      E2xx   the rule files are wrong
      InputError     E3xx   an article cannot be read, or only in part
      BaselineError  E4xx   the baseline or the waivers cannot be used
      SetupError     E5xx   what was asked for is not installed or not an option
      StoreError     E6xx   the store of claims cannot be used; a run goes on without it

A ``Problem`` is the plain data of one such fault; a ``FactcheckError`` carries one or more, so that all
faults of a rule folder are shown at once.  A problem of severity "warning" is told and changes nothing; "error" means that not
everything asked for could be checked (exit code 2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["warning", "error"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. ``line`` and ``column`` count from 1; None where the whole file (or line) is meant."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or warning, ready to be printed or stored.

    ``hint`` says what is allowed or what to do next; None where the message says it all.
    """

    code: str
    message: str
    location: Location | None = None
    hint: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.severity} {self.code}: {self.message}{hint}"

    def order(self) -> tuple[str, int, int, str, str]:
        """The key that problems are sorted by: where they are, then what they say."""
        where = self.location or Location("")
        return where.path, where.line or 0, where.column or 0, self.code, self.message


def told_plainly(sort: str, message: str, limits: Mapping[str, object]) -> str:
    """What is wrong with a value, in words for whoever wrote it; ``sort``, ``message`` and ``limits`` are what the library that checks data
    says of the fault."""
    named = _LIMITED.get(sort)
    if named is not None:
        return f"must be {named[0]} {limits[named[1]]}"
    told = _PLAIN.get(sort) or message.removeprefix("Value error, ").removeprefix("Input ")
    return told[:1].lower() + told[1:]


_LIMITED = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
    "literal_error": ("one of", "expected"),
}
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "does not belong there",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "string_type": "must be text",
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
}
"""What is wrong with a value by the name that the library has for it."""


class FactcheckError(Exception):
    """The root of all errors raised on purpose; ``problems`` holds at least one."""

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[FactcheckError], tuple[tuple[Problem, ...]]]:
        """So that it can come out of another process."""
        return type(self), (self.problems,)


class InternalError(FactcheckError):
    """A state that the program holds to be impossible (E1xx)."""


class RuleError(FactcheckError):
    """One or more rule files cannot be used (E2xx)."""


class InputError(FactcheckError):
    """An article or an input path cannot be read (E3xx)."""


class BaselineError(FactcheckError):
    """The baseline or the file of waivers cannot be used as asked (E4xx)."""


class SetupError(FactcheckError):
    """A model, an extra or an option value that does not exist here (E5xx)."""


class StoreError(FactcheckError):
    """The store of claims cannot be used (E6xx)."""
