"""The window's named colours in light and dark, and the object that keeps Qt in step with them.

Widgets ask for a colour by its purpose ("line", "quiet_text"), never by its shade.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look.colours import Scheme
from lcdesk.ui.look.stylesheet import stylesheet


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


class Appearance(QObject):
    """The palette in force: follows the desktop's light or dark choice unless one is forced."""

    changed = Signal()  # `palette` is new: repaint and tint icons again

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._hints = application.styleHints()
        self._forced: Scheme | None = None
        self._palette = self._wanted()
        self._hints.colorSchemeChanged.connect(self.refresh)

    @property
    def palette(self) -> Palette:
        """The colours in force now."""
        return self._palette

    def apply(self) -> None:
        """Give the whole application lcdesk's style, palette and spacing."""
        self._application.setStyle("Fusion")
        self._dress()

    def force(self, scheme: Scheme | None) -> None:
        """Keep to light or dark whatever the desktop says; None follows the desktop again."""
        self._forced = scheme
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look again at what is wanted, and tell everybody if it has changed."""
        wanted = self._wanted()
        if wanted is self._palette:
            return
        self._palette = wanted
        self._dress()
        self.changed.emit()

    def _wanted(self) -> Palette:
        if self._forced is not None:
            return DARK if self._forced is Scheme.DARK else LIGHT
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _dress(self) -> None:
        self._application.setPalette(qt_palette(self._palette))
        self._application.setStyleSheet(stylesheet(self._palette))


def qt_palette(colours: Palette) -> QPalette:
    """The QPalette that makes Fusion's own widgets agree with the painted ones."""
    palette = QPalette()
    for role, colour in _roles(colours):
        palette.setColor(role, ink(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, ink(colours.faint_text))
    disabled = QPalette.ColorGroup.Disabled
    palette.setColor(disabled, QPalette.ColorRole.ButtonText, ink(colours.faint_text))
    palette.setColor(disabled, QPalette.ColorRole.Highlight, ink(colours.line))
    return palette


def _roles(colours: Palette) -> list[tuple[QPalette.ColorRole, str]]:
    role = QPalette.ColorRole
    return [
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.closed),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint_text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.hairline),
        (role.Mid, colours.line),
        (role.Dark, colours.shadow),
        (role.Shadow, colours.shadow),
    ]
