"""Lists of words live in rules/: how many stand in code all the same, file by file, so that it becomes fewer and never more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from factcheck.mentions.measure import DIMENSIONS
from factcheck.model import Frame, Scope
from factcheck.rulebook import EventRule, PatternRule, load_rules
from factcheck.values import KINDS

PACKAGE = Path(__file__).resolve().parent.parent / "factcheck"
READING = ("mentions", "scope", "claims", "topics", "conflicts")
"""The parts that go by words of the language."""
LEAST = 3
"""Words from which a literal is a list."""
LABELS = frozenset(
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj expl intj "
    "iobj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl "
    "root xcomp".split()
)
"""What the parser calls the ways in which words depend on each other."""
CODE = frozenset(
    (
        *("high", "medium", "low", "conflict", "disputed", "update", "past", "present", "future"),
        *KINDS,
        *DIMENSIONS,
        *(field for model in (Scope, Frame) for field in model.__dataclass_fields__),
        *get_args(EventRule.model_fields["phase"].annotation),
    )
)
"""What the program calls its own things: verdicts, tenses, kinds of values, dimensions, fields of its data, phases of event classes."""
WORD = re.compile(r"[a-z][a-z'-]*(?: [a-z'-]+)*")
EITHER = re.compile(r"\\?[a-z][a-z' -]*(?:\|[a-z][a-z' -]*){2,}")
"""Three alternatives and more of a pattern."""

CEILINGS: dict[str, int] = {
    "mentions/age.py": 27,
    "mentions/age_forms.py": 15,
    "mentions/alignment.py": 10,
    "mentions/amounts.py": 44,
    "mentions/breakdown.py": 38,
    "mentions/clock.py": 24,
    "mentions/continuation.py": 6,
    "mentions/count.py": 8,
    "mentions/count_evidence.py": 8,
    "mentions/date_arithmetic.py": 3,
    "mentions/date_resolution.py": 3,
    "mentions/event_location.py": 7,
    "mentions/factuality.py": 12,
    "mentions/factuality_cues.py": 19,
    "mentions/figures.py": 9,
    "mentions/heads.py": 10,
    "mentions/hometown.py": 7,
    "mentions/measure.py": 28,
    "mentions/membership.py": 32,
    "mentions/money.py": 22,
    "mentions/name.py": 10,
    "mentions/name_groups.py": 3,
    "mentions/name_records.py": 18,
    "mentions/name_words.py": 7,
    "mentions/numbers.py": 21,
    "mentions/order.py": 13,
    "mentions/ordinal.py": 11,
    "mentions/orientation.py": 9,
    "mentions/place.py": 3,
    "mentions/plain.py": 23,
    "mentions/polarity.py": 8,
    "mentions/runs.py": 3,
    "mentions/scope.py": 12,
    "mentions/series.py": 7,
    "mentions/tense.py": 7,
    "mentions/timex.py": 20,
    "mentions/timex_resolution.py": 7,
    "scope/__init__.py": 32,
    "scope/cues.py": 6,
    "scope/dependency_path.py": 12,
    "claims/act_groups.py": 3,
    "claims/clock.py": 3,
    "claims/date.py": 9,
    "claims/event_frame_reader.py": 3,
    "claims/factuality.py": 10,
    "claims/framing_context.py": 3,
    "claims/clock_governor.py": 6,
    "claims/state_duration.py": 3,
    "claims/duration.py": 6,
    "claims/loose_duration.py": 4,
    "claims/measure.py": 20,
    "claims/minimum_term.py": 35,
    "claims/participants.py": 5,
    "claims/patient_outcome.py": 3,
    "claims/counted_notes.py": 3,
    "claims/role.py": 32,
    "claims/series.py": 3,
    "claims/subjects.py": 5,
    "claims/event_date.py": 4,
    "claims/patient_notes.py": 7,
    "claims/where.py": 8,
    "topics/occurrences.py": 7,
    "topics/persons.py": 8,
    "topics/salience.py": 6,
    "topics/sounds.py": 22,
    "conflicts/attribution.py": 3,
    "conflicts/clock.py": 7,
    "conflicts/count.py": 4,
    "conflicts/lookalikes.py": 5,
    "conflicts/percent.py": 7,
    "conflicts/plain.py": 3,
    "conflicts/scope.py": 3,
    "conflicts/sides.py": 3,
}
"""Words of lists in code, by file; a file without an entry has none.  A number here may only become less."""


def words_of(path: Path) -> Iterator[str]:
    """The words of the literal lists and of the patterns of a file."""
    names = LABELS | CODE | {rule.reader for rule in load_rules().of(PatternRule)}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            listed = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            words = [word for word in listed if WORD.fullmatch(word) and word not in names]
            yield from words if len(words) >= LEAST else ()
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
            texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            yield from (word for text in texts for found in EITHER.findall(text) for word in found.split("|"))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            cut = node.func.value.value if isinstance(node.func.value, ast.Constant) else ""
            words = [word for word in cut.split() if WORD.fullmatch(word) and word not in names] if isinstance(cut, str) else []
            yield from words if len(words) >= LEAST else ()


FILES = [path for folder in READING for path in sorted((PACKAGE / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_has_more_words_than_before(path: Path) -> None:
    number, ceiling = len(list(words_of(path))), CEILINGS.get(path.relative_to(PACKAGE).as_posix(), 0)
    assert number <= ceiling, f"{number} words of lists where {ceiling} may be: a word list belongs in rules/, with a reason"
    assert number == ceiling, f"only {number} words of lists are left: lower the ceiling to {number}"


def test_every_ceiling_is_that_of_a_file() -> None:
    assert set(CEILINGS) <= {path.relative_to(PACKAGE).as_posix() for path in FILES}
    assert all(CEILINGS.values())
