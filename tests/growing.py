"""How the time of some work grows with the size of what it is given."""

from __future__ import annotations

import time
from collections.abc import Callable

LINEAR = 8.0
"""Four times as much takes four times as long where time grows linearly, sixteen times where it grows with the square."""
_TRIES = 6


def growth(work: Callable[[int], object], size: int) -> float:
    """The processor time that work on four times ``size`` takes, in times of that on ``size``; the least of several tries, of which the
    first that is less than ``LINEAR`` is the last.  The sizes of the tries differ a little, so that nothing is remembered."""
    least = float("inf")
    for number in range(_TRIES):
        small, large = size + number, 4 * (size + number)
        begin = time.process_time()
        work(small)
        middle = time.process_time()
        work(large)
        least = min(least, (time.process_time() - middle) / max(middle - begin, 1e-6))
        if least < LINEAR:
            break
    return least
