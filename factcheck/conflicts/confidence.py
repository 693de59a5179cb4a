"""How sure a finding is: a small logistic score over named features, with weights trained on labelled reports.

The weights live in rules/weights.yaml with the hash of the data they were trained on; benchmarks/calibrate.py writes them.  A feature
that the file does not weigh counts nothing, so that a new code starts at the mean of the others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from factcheck.model import Claim, Side
from factcheck.rulebook import Rulebook, WeightsRule
from factcheck.topics.stories import Stories

_MARGIN = 0.01
"""How near a confidence comes to 0 and 1."""
_FULL_STORY = 8
"""Shared weight of names (``Stories.shared_weight``) from which two articles tell one story as surely as any."""
_MOST = 50.0
"""Scores beyond this say no more."""

Features = tuple[tuple[str, float], ...]


class Confidence:
    """Turns features into a probability; without weights in the rules the proof's own strength stands."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights: Mapping[str, float] = {}
        for rule in rulebook.of(WeightsRule):  # the last one is used
            self._weights = rule.weights

    def of(self, features: Features, strength: float) -> float:
        """The confidence, in [0.01, 0.99], rounded to two digits."""
        if not self._weights:
            return round(strength, 2)
        score = sum(self._weights.get(name, 0.0) * value for name, value in features)
        score = min(_MOST, max(-_MOST, score))  # what exp can be asked for
        return round(min(1 - _MARGIN, max(_MARGIN, 1 / (1 + math.exp(-score)))), 2)


def features_of(code: str, strength: float, sides: Sequence[Side], stories: Stories) -> Features:
    """The named features of a finding, each in [0, 1]: readable in the weights file, the same for every kind.

    ``code.FC...`` is 1 for its own code.  ``proof`` is the strength of the best proof; ``lead`` and ``one-lead`` tell whether both sides,
    or one, stand in first lines; ``same-article``; ``same-day`` and ``near`` the days of publication; ``story`` the shared weight of names
    over 8; ``backed`` two independent origins on every side; ``hedged`` and ``approximate`` a claim that is so on any side; ``many`` more
    than two sides.
    """
    leads = [any(claim.frame.lead for claim in side.claims) for side in sides]
    claims = [claim for side in sides for claim in side.claims]
    articles = sorted({claim.anchor.article for claim in claims})
    pairs = [(left, right) for i, left in enumerate(articles) for right in articles[i + 1 :]]
    days = {stories.days.get(article) for article in articles}
    values = {
        "bias": 1.0,
        f"code.{code}": 1.0,
        "proof": strength,
        "lead": float(all(leads)),
        "one-lead": float(any(leads) and not all(leads)),
        "same-article": float(not pairs),
        "same-day": float(bool(pairs) and None not in days and len(days) == 1),
        "near": float(bool(pairs) and any(stories.near(*pair) for pair in pairs)),
        "story": min(1.0, max((stories.shared_weight(*pair) for pair in pairs), default=0.0) / _FULL_STORY),
        "backed": float(all(side.origins >= 2 for side in sides)),
        "hedged": float(any(claim.scope.hedged for claim in claims)),
        "approximate": float(any(_is_approximate(claim) for claim in claims)),
        "many": float(len(sides) > 2),
    }
    return tuple((name, round(value, 4)) for name, value in values.items() if value)


def _is_approximate(claim: Claim) -> bool:
    return bool(getattr(claim.value, "approximate", False))
