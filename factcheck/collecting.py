"""How often Python's garbage collector looks for cycles: seldom, for what this program makes is small and free of them."""

from __future__ import annotations

import atexit
import gc

YOUNG = 50_000
"""New objects that may hold others, between two collections; some megabytes."""


def collect_less() -> None:
    """Look for cycles once in YOUNG new objects.  A lower rate that somebody set stays."""
    young, *older = gc.get_threshold()
    if 0 < young < YOUNG:
        gc.set_threshold(YOUNG, *older)


def keep_loaded() -> None:
    """Let no collection walk what is loaded by now, not even a last one: it stays to the end of the process."""
    gc.freeze()
    atexit.unregister(gc.unfreeze)
    atexit.register(gc.unfreeze)  # libraries look for what they left over at the end
    collect_less()
