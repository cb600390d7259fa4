"""What tells a calendar from one that was made anew at its place: its own number, or the time when
it was made. Some servers call every change the making of a calendar, so a time is only a hint.
"""

from __future__ import annotations

from lcdesk.sync.ports import MADE, NUMBERED

_DOUBTED = "doubted"  # a time that changed while the calendar stayed the same


def is_another(known: str, present: str) -> bool:
    """Whether another calendar than the known one lies at its place, as far as both tell."""
    is_comparable = known.partition(":")[0] == present.partition(":")[0]
    return bool(known and present) and is_comparable and known != present


def choose_identity(known: str, present: str) -> str:
    """The better of both: a time never takes the place of a number, or of a doubt."""
    is_worse = known and not known.startswith(MADE)
    return present if present and (present.startswith(NUMBERED) or not is_worse) else known


def doubt_identity(known: str, chosen: str) -> str:
    """What is kept where all that was known is still there: a time that changed is no more told."""
    is_doubtful = known and known != chosen and chosen.startswith(MADE)
    return _DOUBTED if is_doubtful else chosen
