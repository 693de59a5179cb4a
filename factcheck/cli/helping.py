"""How commands present themselves: options in sections, examples below them, and what is said of a wrong word."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from factcheck.nearest import nearest

WIDTH = 100
"""Columns of a help text on a wide terminal."""

NEWS, READING, REPORTED, OUTPUT, STORE = "What is new, and what fails", "What is read", "What is reported", "Output", "Speed and store"
SECTIONS = ("Options", NEWS, READING, REPORTED, OUTPUT, STORE)
"""The headings of options, in order; an option that names none stands under "Options"."""

EXAMPLES = MappingProxyType(
    {
        "": (
            ("factcheck report news", "where the articles in news contradict each other"),
            ("factcheck check news --new draft.txt", "what one article contradicts"),
            ("factcheck explain FC101", "what a finding means; for an error: E301"),
            ("factcheck report -h", "the options of a command, with more examples"),
        ),
        "report": (
            ("factcheck report news", "where the articles in news contradict each other"),
            ("factcheck report news --min-severity high -o report.html --format html", "the gravest, as a page for a browser"),
            ("cat draft.txt | factcheck report - news", "a draft among them"),
        ),
        "check": (
            ("factcheck check news --new draft.txt", "what one article contradicts"),
            ("factcheck check news --since origin/main --format github", "what a pull request brings, in CI"),
        ),
        "claims": (
            ("factcheck claims news -o claims.jsonl", "all claims, for other programs"),
            ("factcheck claims news | head -1", "what a claim looks like"),
        ),
        "mentions": (
            ("factcheck mentions news --kind date --kind time", "days and times of day, with TIMEX3"),
            ("factcheck mentions news --kind timex", "times that make no claim: now, daily"),
        ),
        "explain": (
            ("factcheck explain FC101", "what a finding means, and what ends it"),
            ("factcheck explain E301", "what an error means, and what to do"),
            ("factcheck explain FC-db5cb4dc19 news", "why one conflict was raised, with all its quotes"),
        ),
        "waive": (
            ('factcheck waive FC-db5cb4dc19 news --reason "both as of their day" --expires 2031-06-30', ""),
            ('factcheck waive FC-db5cb4dc19 --report report.json --reason "a quotation" --expires never', ""),
        ),
        "config": (("factcheck config", "the settings that hold in this folder"),),
        "schema": (("factcheck schema report", "the JSON Schema of report.json"),),
        "baseline create": (("factcheck baseline create news", "accept all that is there, so that a check tells what is new"),),
        "baseline accept": (
            ("factcheck baseline accept FC-db5cb4dc19 news", "one conflict"),
            ("factcheck baseline accept news", "all that are new"),
        ),
        "baseline update": (("factcheck baseline update news", "after articles were corrected"),),
        "baseline prune": (("factcheck baseline prune news", "drop conflicts that are gone"),),
        "baseline show": (("factcheck baseline show --format json", "what is known, for other programs"),),
        "rules check": (("factcheck rules check --rules own", "before the rules in the folder own are used"),),
        "rules list": (("factcheck rules list --type comparison", "all findings, with the place of their rules"),),
        "rules show": (("factcheck rules show compare.date", "levels, severities and tolerances of FC101"),),
        "rules test": (("factcheck rules test --rules own", "run the examples of all rules"),),
        "cache info": (("factcheck cache info", "where the store lies, and how large it is"),),
        "cache clear": (("factcheck cache clear", "begin anew"),),
    }
)
"""Command lines to copy, by command, each with what it is for."""

_INSTEAD = MappingProxyType({"help": "say factcheck --help, or factcheck COMMAND --help", "version": "say factcheck --version"})
_CHOICES = re.compile(r"^(?:Value error, )?(?P<word>'.*') is not one of (?P<allowed>'.*')\.?$", re.DOTALL)
_BOUNDS = re.compile(r"  \[[^\[\]]{0,20}[<>]=?[^\[\]]{1,20}\]$")
"""How the library tells what a number may be: the help of each option says so in words."""
_BOUND = re.compile(r"^Input should be (?P<how>greater|less) than or equal to (?P<limit>[0-9.]+)$")


class HelpfulCommand(TyperCommand):
    """A command whose help has its options under headings and examples at its end."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """As the parent does, under the headings of SECTIONS."""
        rows: dict[str, list[tuple[str, str]]] = {"Arguments": [], **{section: [] for section in SECTIONS}}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            if parameter.param_type_name == "argument":
                rows["Arguments"].append((_bare_name(parameter), getattr(parameter, "help", None) or ""))
            else:
                section = getattr(parameter, "rich_help_panel", None) or (OUTPUT if parameter.name == "help" else "Options")
                rows[section].append((record[0], _BOUNDS.sub("", record[1])))
        for section, found in rows.items():
            if found:
                with formatter.section(section):
                    formatter.write_dl(found, col_max=30)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The examples of the command, each on a line that can be copied whole."""
        _write_examples(ctx, formatter)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Options, then the arguments by their names: in brackets where they may be left out."""
        arguments = [item for item in self.get_params(ctx) if item.param_type_name == "argument"]
        return ["[OPTIONS]", *(_bare_name(item) if item.required else f"[{_bare_name(item)}]" for item in arguments)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the parent does; a value that is not allowed is told with those that are, and the nearest of them."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = clearer(error.message)
            raise


class HelpfulGroup(TyperGroup):
    """Commands in the order of ORDER, with examples below them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, those that are used most first."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the parent does; a path in place of a command, and what other programs call a command, is told with what to write."""
        word = args[0] if args else ""
        if ctx.parent is None and word not in self.commands:
            said = _INSTEAD.get(word) or (f"it is a path: factcheck report {shlex.quote(word)}" if os.path.exists(word) else None)
            if said:
                ctx.fail(f"No such command {word!r}; {said}")
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """As for a command."""
        _write_examples(ctx, formatter)


ORDER = ("report", "check", "explain", "baseline", "waive", "config", "claims", "mentions", "rules", "cache", "schema")
"""The commands as the first help lists them."""


def clearer(message: str) -> str:
    """What is wrong with the value of an option, without the words of the library that found it."""
    choices, bound = _CHOICES.match(message), _BOUND.match(message)
    if choices:
        return not_one_of(choices["word"][1:-1], re.findall(r"'([^']*)'", choices["allowed"]))
    if bound:
        return f"it must be {'at least' if bound['how'] == 'greater' else 'at most'} {bound['limit']}"
    if message.startswith("Input should be a valid integer"):
        return "it must be a whole number"
    return "it must be a number" if message.startswith("Input should be a valid number") else message


def not_one_of(word: str, allowed: Sequence[str]) -> str:
    """What is wrong with a word that is none of those allowed, with the nearest of them."""
    near = nearest(word, allowed)
    return f"{word!r} is not one of: {', '.join(allowed)}{f'; did you mean {near}?' if near else ''}"


def refused(message: str, option: str) -> typer.BadParameter:
    """The error of an option or an argument that only its command can judge, in the form in which the library tells its own."""
    return typer.BadParameter(message, param_hint=f"'{option}'")


def _write_examples(ctx: Any, formatter: Any) -> None:
    lines = EXAMPLES.get(_words_of(ctx), ())
    if lines:
        formatter.write(f"\nExamples:\n{''.join(_example_lines(lines, formatter.width))}")


def _words_of(ctx: Any) -> str:
    """The command without the name of the program."""
    return str(ctx.command_path).partition(" ")[2]


def _bare_name(argument: Any) -> str:
    name = argument.metavar or argument.name.upper()
    return name if argument.nargs == 1 or name.endswith("...") else f"{name}..."


def _example_lines(lines: Iterable[tuple[str, str]], width: int) -> Iterable[str]:
    lines = list(lines)
    longest = max(len(line) for line, _ in lines)
    for line, purpose in lines:
        if purpose and longest + len(purpose) + 6 <= width:
            yield f"  {line:<{longest}}  # {purpose}\n"
        elif purpose:
            yield f"  # {purpose}\n  {line}\n"
        else:
            yield f"  {line}\n"


__all__ = [
    "EXAMPLES",
    "NEWS",
    "OUTPUT",
    "READING",
    "REPORTED",
    "SECTIONS",
    "STORE",
    "WIDTH",
    "HelpfulCommand",
    "HelpfulGroup",
    "clearer",
    "not_one_of",
    "refused",
]
