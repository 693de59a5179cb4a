"""Arguments and options that several commands share, each described once.

What is not given is None, so that the configuration can say it (``factcheck.cli.project``).
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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


Formats = Annotated[Format, typer.Option("--format", help="What to print.")]
Listings = Annotated[Listing, typer.Option("--format", help="What to print.")]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help="Write to a file instead of standard output; FORMAT=FILE writes a further output. May be repeated.",
        show_default=False,
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules to add to the shipped ones. May be repeated.", show_default=False),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODE",
        help="Report only these findings: FC101, FC1, dates-apart, date; commas between. May be repeated.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="Leave out these findings, as for --select. May be repeated.", show_default=False),
]
Colors = Annotated[Color, typer.Option("--color", help="Colour: auto means on a terminal, unless NO_COLOR is set.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no warnings; errors are still told.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell on standard error what was read and with which rules.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")]

Corpus = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATHS", help="All articles: files, folders or globs; else what the configuration names, else this folder."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The configuration, instead of the nearest factcheck.toml or pyproject.toml.", show_default=False
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The baseline, instead of factcheck-baseline.json here.", show_default=False),
]
WaiversFile = Annotated[
    Path | None, typer.Option("--waivers", metavar="FILE", help="The waivers, instead of factcheck-waivers.yaml here.", show_default=False)
]
New = Annotated[
    list[str] | None,
    typer.Option("--new", metavar="PATH...", help="The new articles: files, folders or globs, up to the next option.", show_default=False),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="REF", help="What changed since this commit is new; asks git.", show_default=False)
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The spaCy pipeline that parses: a package or a folder.", show_default=False)
]
MinSeverity = Annotated[Level | None, typer.Option("--min-severity", help="Leave out conflicts below this severity.", show_default=False)]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", min=0.0, max=1.0, metavar="X", help="Leave out conflicts below this confidence.", show_default=False),
]
LeastToFail = Annotated[
    FailOn | None, typer.Option("--fail-on", help="The lowest severity that makes the exit code 1 (high).", show_default=False)
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", min=1, metavar="N", help="Larger files are not read (10,000,000), which is an error.", show_default=False),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Leave out files and folders that match. May be repeated.", show_default=False),
]
StdinName = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="FILE", help="The file that standard input stands for.", show_default=False),
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
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep claims of other runs.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes that read articles (1); 0 for one a core.", show_default=False),
]
