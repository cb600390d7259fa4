"""lcdesk's own signs: SVG files in `resources/icons`, tinted and drawn at the screen's density.

Signs drawn in `currentColor` take any colour; the app's and the tray's keep their own.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lcdesk.paths import resources_dir
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.palette import readable_on

_SIZES = (16, 20, 24, 32, 48)
_APP_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
_TRAY_SIZES = (16, 22, 24, 32, 48, 64)  # no tray is higher, and each change of the sync draws one
_KNOCK_OUT = 'stroke="#ffffff" class="knock"'


class Sign(StrEnum):
    """Every icon, by what it means. The value is its file's name."""

    APP = "lcdesk"
    TRAY_IDLE = "tray-idle"
    TRAY_BUSY = "tray-busy"
    TRAY_ATTENTION = "tray-attention"
    TRAY_PAUSED = "tray-paused"
    TRAY_OFFLINE = "tray-offline"
    SYNC = "sync"
    SYNC_BUSY = "sync-busy"
    ATTENTION = "attention"
    OFFLINE = "offline"
    LOCK = "lock"
    WAITING = "waiting"
    SYNCED = "synced"
    FAILED = "failed"
    CONFLICT = "conflict"
    GONE = "gone"
    HELD = "held"
    PREVIOUS = "previous"
    NEXT = "next"
    UP = "up"
    DOWN = "down"
    TODAY = "today"
    PLUS = "plus"
    SETTINGS = "settings"
    SEARCH = "search"
    CALENDAR = "calendar"
    PERSON = "person"
    PEOPLE = "people"
    ROUND_ROBIN = "round-robin"
    COLLECTIVE = "collective"
    CLASS = "class"
    TRASH = "trash"
    EDIT = "edit"
    UNDO = "undo"
    CLOUD = "cloud"
    INFO = "info"
    NOTE = "note"
    PLACE = "place"
    RESOURCE = "resource"
    REPEAT = "repeat"
    ACTIVITY = "activity"
    NOSHOW = "no-show"


TRAY = frozenset(sign for sign in Sign if sign.value.startswith("tray-"))
COLOURED = TRAY | {Sign.APP}

# They point where time or reading goes, which is the other way in a window that is mirrored.
_POINTING = frozenset({Sign.PREVIOUS, Sign.NEXT, Sign.UNDO})
_MIRROR = '<g transform="matrix(-1 0 0 1 24 0)">'


class Icons:
    """Pixmaps and icons in the palette's colours, each drawn once.

    After `Appearance.changed` ask again: an icon handed out keeps its old tint.
    """

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._pixmaps: dict[tuple[Sign, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[Sign, str], QIcon] = {}

    def pixmap(self, sign: Sign, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """The sign `size` logical pixels wide in `colour`, for a screen of density `ratio`."""
        key = (sign, colour, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = render(sign, colour, size, ratio)
        return found

    def icon(self, sign: Sign, colour: str = "") -> QIcon:
        """An icon for buttons and menus; without a colour it takes the palette's text colour."""
        palette = self._appearance.palette
        key = (sign, colour or palette.text)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = _icon(sign, key[1], palette.faint_text)
        return found


def render(sign: Sign, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw the sign anew. Light tints get a dark inner mark, so that it stays seen."""
    return _draw(QSvgRenderer(QByteArray(_tint(sign, colour))), size, ratio)


def _draw(renderer: QSvgRenderer, size: int, ratio: float = 1.0) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _icon(sign: Sign, colour: str, faint: str) -> QIcon:
    """Sizes are device pixels: on a dense screen Qt takes the larger one by itself."""
    icon = QIcon()
    if sign in COLOURED:
        sizes = _APP_SIZES if sign is Sign.APP else _TRAY_SIZES
        _add(icon, sign, colour, sizes, QIcon.Mode.Normal)
        return icon
    _add(icon, sign, colour, _SIZES, QIcon.Mode.Normal)
    _add(icon, sign, faint, _SIZES, QIcon.Mode.Disabled)
    return icon


def _add(icon: QIcon, sign: Sign, colour: str, sizes: tuple[int, ...], mode: QIcon.Mode) -> None:
    renderer = QSvgRenderer(QByteArray(_tint(sign, colour)))
    for size in sizes:
        icon.addPixmap(_draw(renderer, size), mode)


def _tint(sign: Sign, colour: str) -> bytes:
    text = _source(sign)
    if sign not in COLOURED:
        text = text.replace(_KNOCK_OUT, f'stroke="{readable_on(colour)}"')
        text = text.replace("currentColor", colour)
    if sign in _POINTING and QGuiApplication.isRightToLeft():
        text = text.replace(">", f">{_MIRROR}", 1).replace("</svg>", "</g></svg>")
    return text.encode()


@lru_cache(maxsize=64)
def _source(sign: Sign) -> str:
    return (resources_dir() / "icons" / f"{sign.value}.svg").read_text(encoding="utf-8")
