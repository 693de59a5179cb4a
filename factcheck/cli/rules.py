"""The commands rules check, list, show and test.  None of them parses a text."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.helping import HelpfulCommand, HelpfulGroup, not_one_of, refused
from factcheck.cli.options import Debug, Listing, Listings, Rules
from factcheck.cli.running import exits, tell, write
from factcheck.errors import Problem, SetupError
from factcheck.nearest import nearest

app = typer.Typer(
    help="Check, list, show and test the rules.",
    cls=HelpfulGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("check", cls=HelpfulCommand)
def check_rules(rules: Rules = None, debug: Debug = False) -> None:
    """Read all rules and report every fault with its place."""
    with exits(debug=debug):
        from factcheck.rulebook import load_rules  # noqa: PLC0415 - --help needs none of this

        rulebook = load_rules(rules or ())
        number = len({origin.path for origin in rulebook.origins.values()})
        write(f"{len(rulebook.rules)} rules in {number} files are valid.\n", None)


@app.command("list", cls=HelpfulCommand)
def list_rules(
    type_name: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Only rules of this type.")] = None,
    formats: Listings = Listing.text,
    rules: Rules = None,
    debug: Debug = False,
) -> None:
    """List the rules: id, type and place, one a line."""
    with exits(debug=debug):
        from factcheck.reports import as_json  # noqa: PLC0415 - --help needs none of this
        from factcheck.rulebook import TYPE_NAMES, load_rules  # noqa: PLC0415

        if type_name is not None and type_name not in TYPE_NAMES:
            raise refused(not_one_of(type_name, tuple(TYPE_NAMES)), "--type")
        rulebook = load_rules(rules or ())
        rows = []
        for name, kind in TYPE_NAMES.items():
            if type_name in (None, name):
                for rule in rulebook.of(kind):
                    origin = rulebook.origins[rule.id]
                    rows.append({"id": rule.id, "type": name, "path": origin.path, "line": origin.line, "reason": rule.reason})
        if formats is Listing.json:
            write(as_json.dump(rows), None)
            return
        width = max((len(str(row["id"])) for row in rows), default=0)
        write("".join(f"{row['id']:<{width}}  {row['type']:<12}  {row['path']}:{row['line']}\n" for row in rows), None)


@app.command("show", cls=HelpfulCommand)
def show_rule(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a rule.")],
    formats: Listings = Listing.text,
    rules: Rules = None,
    debug: Debug = False,
) -> None:
    """Print one rule and where it stands."""
    with exits(debug=debug):
        import yaml  # noqa: PLC0415 - --help needs none of this

        from factcheck.reports import as_json  # noqa: PLC0415
        from factcheck.rulebook import load_rules  # noqa: PLC0415

        rulebook = load_rules(rules or ())
        rule = rulebook.get(rule_id)
        if rule is None:
            near = nearest(rule_id, rulebook.origins)
            hint = f"did you mean {near!r}?" if near else "factcheck rules list shows all"
            raise SetupError(Problem("E513", f"no rule {rule_id!r}", hint=hint))
        origin = rulebook.origins[rule_id]
        data = rule.model_dump(mode="json", exclude_defaults=True)
        if formats is Listing.json:
            write(as_json.dump({"path": origin.path, "line": origin.line, "rule": data}), None)
            return
        body = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
        write(f"# {origin.path}:{origin.line}\n{body}", None)


@app.command("test", cls=HelpfulCommand)
def prove_examples(rules: Rules = None, debug: Debug = False) -> None:
    """Run the examples and counter-examples of all rules."""
    with exits(debug=debug):
        from factcheck.proving import prove_rules  # noqa: PLC0415 - --help needs none of this
        from factcheck.rulebook import load_rules  # noqa: PLC0415

        rulebook = load_rules(rules or ())
        problems = prove_rules(rulebook)
        code = tell(problems)
        number = sum(len(getattr(rule, name, ())) for rule in rulebook.rules for name in ("examples", "counter_examples"))
        failed = sum(problem.severity == "error" for problem in problems)
        verdict = f"{failed} failed" if failed else "all hold"
        write(f"{number} examples of {len(rulebook.rules)} rules: {verdict}.\n", None)
        raise typer.Exit(code)
