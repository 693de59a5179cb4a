"""Numbers told in short reports of one event: all contradictions of ``benchmarks/phrasings/number.txt`` are found, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
PROJECT = Path(__file__).resolve().parent.parent.parent


def test_all_phrasings_of_numbers_are_read() -> None:
    """Every case that the file marks as a conflict is found at its marks, and no other case gives a finding."""
    command = [sys.executable, "benchmarks/phrasings.py", "benchmarks/phrasings/number.txt", "--list"]
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert [line for line in run.stdout.splitlines() if line.startswith("  ")][1:] == [], run.stdout
