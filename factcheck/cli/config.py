"""The command config: every setting, its value and where it comes from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import typer

from factcheck.cli.options import Config, Debug
from factcheck.cli.running import exits, write
from factcheck.cli.storing import cache_of


def config(config: Config = None, debug: Debug = False) -> None:
    """Print the settings in force here, and where each comes from."""
    with exits(debug=debug):
        from factcheck.reports.terminal import printable  # noqa: PLC0415 - --help needs none of this
        from factcheck.settings import KEYS, read_configuration  # noqa: PLC0415
        from factcheck.store.folder import VARIABLE  # noqa: PLC0415

        found = read_configuration(config, Path.cwd())
        values = {key: getattr(found.settings, key.replace("-", "_")) for key in KEYS}
        origins = dict(found.origins)
        if not values["cache-dir"]:
            values["cache-dir"] = str(cache_of())
            origins["cache-dir"] = VARIABLE if os.environ.get(VARIABLE) else origins["cache-dir"]
        rows = [(key, json.dumps(value, ensure_ascii=False), origins[key]) for key, value in values.items()]
        width, wide = (max(len(row[index]) for row in rows) for index in (0, 1))
        wide = min(wide, 40)
        write("".join(f"{key:<{width}} = {printable(value):<{wide}}  # {printable(origin)}\n" for key, value, origin in rows), None)
        raise typer.Exit
