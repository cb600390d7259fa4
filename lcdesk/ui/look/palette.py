"""The window's named colours in light and dark.

Widgets ask for a colour by its purpose ("line", "quiet_text"), never by its shade.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from lcdesk.ui.look.colours import Scheme


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by purpose, as `#rrggbb`. One value for light, one for dark."""

    scheme: Scheme
    window: str  # behind everything
    panel: str  # sidebars, cards, headers
    surface: str  # where one works: open hours, fields
    closed: str  # hours and days outside working time
    today: str  # tint of today's column in open hours
    today_closed: str
    line: str  # hour lines, frames
    hairline: str  # half hours
    text: str
    quiet_text: str
    faint_text: str  # only for what is said elsewhere too
    accent: str
    on_accent: str
    accent_soft: str  # selection ground
    now: str
    danger: str
    warning: str
    good: str
    mirrored: str  # fill of events read from iCloud
    mirrored_hatch: str
    mirrored_text: str
    field: str
    button: str
    shadow: str
    handle: str  # of scroll bars
    edge: str  # of check boxes and other small things that must be seen


LIGHT = Palette(
    scheme=Scheme.LIGHT,
    window="#f4f4f6",
    panel="#fafafb",
    surface="#ffffff",
    closed="#f5f5f7",
    today="#f3f7fe",
    today_closed="#ebf0f8",
    line="#dcdce1",
    hairline="#ececf0",
    text="#1d1d1f",
    quiet_text="#5f5f66",
    faint_text="#85858c",
    accent="#2462d9",
    on_accent="#ffffff",
    accent_soft="#dbe7fc",
    now="#d92d20",
    danger="#b3261e",
    warning="#8a5a00",
    good="#1b7a3d",
    mirrored="#ececef",
    mirrored_hatch="#dedee3",
    mirrored_text="#55555c",
    field="#ffffff",
    button="#ffffff",
    shadow="#c8c8ce",
    handle="#c4c4cb",
    edge="#8a8a93",
)

DARK = Palette(
    scheme=Scheme.DARK,
    window="#1b1b1e",
    panel="#212125",
    surface="#26262a",
    closed="#1f1f22",
    today="#272c36",
    today_closed="#21252d",
    line="#3b3b41",
    hairline="#2f2f34",
    text="#f1f1f4",
    quiet_text="#b0b0b8",
    faint_text="#85858e",
    accent="#6ea1ff",
    on_accent="#0c1a33",
    accent_soft="#2c3f66",
    now="#ff6b60",
    danger="#ff8a80",
    warning="#f0b849",
    good="#63cf8a",
    mirrored="#323237",
    mirrored_hatch="#3f3f45",
    mirrored_text="#bcbcc4",
    field="#1f1f23",
    button="#34343a",
    shadow="#0e0e10",
    handle="#55555c",
    edge="#85858e",
)


@lru_cache(maxsize=1024)
def ink(colour: str) -> QColor:
    """The QColor of a `#rrggbb` text, made once. Callers must not change it."""
    return QColor(colour)
