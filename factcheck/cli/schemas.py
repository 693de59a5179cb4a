"""The command schema."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.cli.options import Debug
from factcheck.cli.running import exits, write

SchemaName = Literal["report", "rules", "claim"]


def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="report, rules or claim.")],
    debug: Debug = False,
) -> None:
    """Print the JSON Schema of a report, a rule file or a claim."""
    with exits(debug=debug):
        from factcheck.reports import as_json  # noqa: PLC0415 - --help needs none of this
        from factcheck.reports.schema import schema_of  # noqa: PLC0415
        from factcheck.rulebook import rules_schema  # noqa: PLC0415

        write(as_json.dump(rules_schema() if name == "rules" else schema_of(name)), None)
