"""The command line: arguments, exit codes and printing; no logic.

Exit codes: 0 fine; 1 open conflicts (check only); 2 not everything asked for could be checked; 130 interrupted.  Nothing heavy is imported
before a command runs, so that ``factcheck --help`` answers at once.
"""

from __future__ import annotations

import signal
import sys

import typer

from factcheck import __version__
from factcheck.cli import baseline, check, config, corpus, explaining, rules, schemas, storing, waiving
from factcheck.cli.helping import WIDTH, HelpfulCommand, HelpfulGroup
from factcheck.cli.running import end_unwritten
from factcheck.collecting import collect_less

app = typer.Typer(
    name="factcheck",
    help="Finds where news articles contradict each other, with both quotes and the reason. Works offline.",
    add_completion=False,
    cls=HelpfulGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer gives it so
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: bool = typer.Option(False, "--version", "-V", callback=_show_version, is_eager=True, help="Print the version and exit."),
) -> None:
    """Finds where news articles contradict each other, with both quotes and the reason. Works offline."""


app.command("report", cls=HelpfulCommand)(corpus.report)
app.command("check", cls=check.SpreadingCommand)(check.check)
app.command("claims", cls=HelpfulCommand)(corpus.claims)
app.command("mentions", cls=HelpfulCommand)(corpus.mentions)
app.command("explain", cls=HelpfulCommand)(explaining.explain)
app.add_typer(baseline.app, name="baseline", short_help="Keep the conflicts that are known.")
app.command("waive", cls=HelpfulCommand)(waiving.waive)
app.command("config", cls=HelpfulCommand)(config.config)
app.add_typer(rules.app, name="rules")
app.add_typer(storing.app, name="cache")
app.command("schema", cls=HelpfulCommand)(schemas.schema)


def main() -> None:
    """Run the command line of this process and exit."""
    collect_less()  # importing makes many objects
    if hasattr(signal, "SIGPIPE"):  # a reader that closes early (head, less) ends the program quietly, as it does any other
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app(args=sys.argv[1:], prog_name="factcheck")
    except OSError as error:  # commands tell their own; this one befell a help text, or the telling
        end_unwritten(error)


__all__ = ["app", "main"]
