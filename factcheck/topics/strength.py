"""How strongly a proof ties two claims to one question: the rungs that every comparer picks from.

The strength of the best proof is the feature "proof" of a finding's confidence (``conflicts/confidence.py``), and the confidence itself
where the rules hold no weights.  It raises and silences nothing, but for dates: see ``conflicts/date.py``.
"""

from __future__ import annotations

FAINT = 0.4
"""Nothing but that each article tells one such value, in loose words or under another noun."""
SLIGHT = 0.45
"""Each article tells one value of its kind, and nobody or nothing named beside both."""
MODEST = 0.5
"""One known thing of its noun ("the bridge"), one act, or what both articles begin with; no name has a part in both."""
FAIR = 0.55
"""A name stands beside both values, without a part in what is told."""
SOUND = 0.6
"""One name has a part in both, and the act or the thing is told alike."""
GOOD = 0.65
"""As sound, and the words of the act, the whole or the row are the same."""
FIRM = 0.7
"""The owner or the bearer of the value is one, and it is what both articles are about."""
STRONG = 0.75
"""One person has the part that the value tells of."""
VERY_STRONG = 0.8
"""As strong, and the statement itself is the same: one announcement, one list of members, one quotation."""
NEAR_CERTAIN = 0.85
"""Who acts, or who is acted on, is one, in one class of events."""
CERTAIN = 0.9
"""Who acts and who is acted on are both one; or a person has one full name in both."""
