"""The commands about the store, and how the options about it are read: what is kept between runs, and where."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.helping import HelpfulCommand, HelpfulGroup
from factcheck.cli.options import CacheDir, Debug
from factcheck.cli.running import exits, write

if TYPE_CHECKING:
    from factcheck.store import Info

app = typer.Typer(
    help="The store of claims that is kept between runs.",
    cls=HelpfulGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
)


def cache_of(folder: Path | None = None, *, off: bool = False) -> Path | None:
    """Where claims are kept: the folder named, else the default; None where nothing is to be kept."""
    from factcheck.store.folder import default_folder  # noqa: PLC0415 - --help needs none of this

    return None if off else Path(os.path.abspath(folder or default_folder()))


@app.command("info", cls=HelpfulCommand)
def info(cache_dir: CacheDir = None, debug: Debug = False) -> None:
    """Print where the store lies and what it holds."""
    with exits(debug=debug):
        from factcheck.store import info as ask  # noqa: PLC0415 - --help needs none of this

        folder = cache_of(cache_dir)
        if folder is not None:
            write(_told(ask(folder)), None)


@app.command("clear", cls=HelpfulCommand)
def clear(
    cache_dir: CacheDir = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing.")] = False,
    debug: Debug = False,
) -> None:
    """Remove what the store holds; the next run reads all articles again."""
    with exits(debug=debug):
        from factcheck.store import clear as empty  # noqa: PLC0415 - --help needs none of this

        folder = cache_of(cache_dir)
        if folder is not None:
            held = empty(folder)
            write("" if quiet else f"{held.folder}: removed {held.chunks} chunks, {held.bytes:,} bytes\n", None)


def _told(held: Info) -> str:
    rows = (
        ("folder", str(held.folder)),
        ("format", held.format or "none: nothing has been stored here"),
        ("contexts", f"{held.contexts} (program, rules and model that claims were made with)"),
        ("chunks", f"{held.chunks:,}"),
        ("articles", f"{held.articles:,}"),
        ("bytes", f"{held.bytes:,}"),
    )
    return "".join(f"{name:<9} {value}\n" for name, value in rows)
