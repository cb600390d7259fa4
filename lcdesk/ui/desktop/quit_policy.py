"""What closing the window means. Pure, so that no answer needs a desktop to be tested."""

from __future__ import annotations

from enum import Enum, auto


class Closing(Enum):
    """What to do when the window is closed."""

    QUIT = auto()
    HIDE = auto()
    HIDE_AND_SAY = auto()  # the first time, with a note that lcdesk goes on


def on_close(*, has_tray: bool, keeps_running: bool, was_told: bool) -> Closing:
    """Hide only where the person finds lcdesk again, and wants it to go on."""
    if not (has_tray and keeps_running):
        return Closing.QUIT
    return Closing.HIDE if was_told else Closing.HIDE_AND_SAY
