"""Runs the examples and counter-examples that rules carry.  Reads no article and loads no language model.

``PROVERS`` is the registry: each type of rule with examples, and the module that knows how to run them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.articles.furniture import prove_furniture
from factcheck.errors import Location, Problem
from factcheck.events import prove_event, prove_forms
from factcheck.mentions.age import prove_age
from factcheck.mentions.clock import prove_time
from factcheck.mentions.count import prove_count
from factcheck.mentions.date import prove_date
from factcheck.mentions.duration import prove_duration
from factcheck.mentions.figures import READERS as FIGURE_READERS
from factcheck.mentions.figures import prove_figure
from factcheck.mentions.measure import prove_measure
from factcheck.mentions.membership import prove_membership
from factcheck.mentions.money import prove_money
from factcheck.mentions.outcomes import prove_outcome
from factcheck.mentions.percent import prove_percent
from factcheck.mentions.role import prove_role
from factcheck.mentions.scope import prove_scope
from factcheck.mentions.spelling import prove_folding
from factcheck.mentions.timex import prove_timex
from factcheck.rulebook import CueRule, EventRule, FoldingRule, FurnitureRule, OutcomeRule, PatternRule, Rule, Rulebook, SpeechRule
from factcheck.scope import prove_cue, prove_speech

Prover = Callable[[Rulebook, Rule], list[str]]


def _prove_pattern(rulebook: Rulebook, rule: Rule) -> list[str]:
    assert isinstance(rule, PatternRule)
    if rule.kind == "count" and rule.reader in FIGURE_READERS:
        return prove_figure(rule, rulebook)
    return {
        "date": prove_date,
        "count": prove_count,
        "duration": prove_duration,
        "age": prove_age,
        "role": prove_role,
        "scope": prove_scope,
        "time": prove_time,
        "timex": prove_timex,
        "measure": prove_measure,
        "money": prove_money,
        "percent": prove_percent,
        "membership": prove_membership,
    }[rule.kind](rule, rulebook)


PROVERS: tuple[tuple[type[Rule], Prover], ...] = (
    (PatternRule, _prove_pattern),
    (FurnitureRule, lambda rulebook, rule: prove_furniture(rule, rulebook.words()) if isinstance(rule, FurnitureRule) else []),
    (EventRule, lambda rulebook, rule: prove_event(rule, rulebook) if isinstance(rule, EventRule) else []),
    (OutcomeRule, lambda rulebook, rule: prove_outcome(rule, rulebook) if isinstance(rule, OutcomeRule) else []),
    (CueRule, lambda rulebook, rule: prove_cue(rule, rulebook) if isinstance(rule, CueRule) else []),
    (SpeechRule, lambda _, rule: prove_speech(rule) if isinstance(rule, SpeechRule) else []),
    (FoldingRule, lambda _, rule: prove_folding(rule) if isinstance(rule, FoldingRule) else []),
)


def prove_rules(rulebook: Rulebook) -> list[Problem]:
    """One E210 for each example that its rule fails, in reading order, and a W211 for each form that two classes of events claim."""
    problems: list[Problem] = []
    for rule in rulebook.rules:
        for rule_type, prover in PROVERS:
            if isinstance(rule, rule_type):
                origin = rulebook.origins[rule.id]
                where = Location(origin.path, origin.line, 1)
                problems.extend(Problem("E210", f"{rule.id}: {message}", where) for message in prover(rulebook, rule))
    for rule, message in prove_forms(rulebook.rules):
        origin = rulebook.origins[rule.id]
        hint = "the later class has it"
        problems.append(Problem("W211", message, Location(origin.path, origin.line, 1), hint, severity="warning"))
    return problems
