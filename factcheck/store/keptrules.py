"""Rules that were read and found without faults, kept so that the next run need not read and check them again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import StoreError
from factcheck.rulebook import Rulebook, load_rules, rule_files, rules_from_json, rules_to_json, take_shipped
from factcheck.store.checksummed import read_checksummed, write_checksummed
from factcheck.store.folder import prepare, program_stamp
from factcheck.store.notes import is_settled


def load_rules_kept(folders: Sequence[Path], cache: Path | None) -> Rulebook:
    """As ``factcheck.rulebook.load_rules``, from the cache where no rule file has changed since.

    Args:
        folders: of further rules.
        cache: where rules are kept, None: nowhere.  That it cannot be used is told by the store.

    Raises:
        RuleError: as ``load_rules``.
    """
    if cache is None:
        return load_rules(folders)
    if folders:
        load_rules_kept((), cache)  # word lists of the shipped rules are asked for beside those of a run
    name, settled = _stamp(folders)
    path = cache / "rules" / f"{name}.json"
    try:
        text = read_checksummed(path)
        if text is not None:
            kept = rules_from_json(text)
            if not folders:
                take_shipped(kept)
            return kept
    except (OSError, ValueError, KeyError, TypeError):
        pass  # not there, or not what was written: read again
    rulebook = load_rules(folders)
    if settled:
        try:
            prepare(cache)
            path.parent.mkdir(exist_ok=True)
            write_checksummed(path, rules_to_json(rulebook))
        except (OSError, StoreError):
            pass  # the store tells it
    return rulebook


def _stamp(folders: Sequence[Path]) -> tuple[str, bool]:
    """A name for the rule files as they are, and whether the last change to them is long enough ago to be seen by its time."""
    stamp = hashlib.sha256(program_stamp().encode())
    newest = 0
    for path in rule_files(folders):
        status = os.stat(path)
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
        stamp.update(
            f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n".encode(errors="surrogateescape")
        )
    return stamp.hexdigest()[:24], is_settled(newest)
