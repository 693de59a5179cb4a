"""What a process that is started heeds, whatever started the tests."""

from __future__ import annotations

import signal


def heed_interrupts() -> None:
    """Let the process that calls it end at an interrupt: jobs in the background, and what they start, ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
