"""Texts and small signs that keep to the palette when it changes."""

from __future__ import annotations

import html
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QWidget

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import grow, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.parts import show_in_place, show_plainly, wrap


@dataclass(frozen=True, slots=True)
class Look:
    """What every part of the dialog draws with."""

    appearance: Appearance
    icons: Icons

    def colour(self, tone: str) -> str:
        """The palette's colour of that name."""
        return str(getattr(self.appearance.palette, tone))


class Text(QLabel):
    """Wrapped plain text in one of the palette's tones."""

    def __init__(
        self, look: Look, text: str = "", *, tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._tone = tone
        show_plainly(self)
        wrap(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.appearance.changed.connect(self._restyle)
        self._restyle()

    def say(self, text: str, tone: str = "") -> None:
        """Show this text, or nothing at all when it is empty."""
        self.setText(text)
        show_in_place(self, bool(text))
        if tone and tone != self._tone:
            self._tone = tone
            self._restyle()

    @Slot()
    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, ink(self._look.colour(self._tone)))
        self.setPalette(palette)


def quiet(look: Look, text: str = "") -> Text:
    """An explanation that steps back."""
    return Text(look, text, tone="quiet_text")


def heading(look: Look, text: str, factor: float = 1.1) -> Text:
    """A title over what follows."""
    label = Text(look, text)
    label.setFont(scale_font(label.font(), factor, weight=label.font().Weight.DemiBold))
    return label


class Link(QLabel):
    """Text that can be clicked, or reached by Tab. It opens an address, or says `pressed`."""

    pressed = Signal()

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = text
        self._address = QUrl()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setWordWrap(True)
        self.linkActivated.connect(self._go)
        look.appearance.changed.connect(self._restyle)
        self._restyle()

    def say(self, text: str, address: QUrl | None = None) -> None:
        """Show this text, or nothing at all when it is empty, and where it leads."""
        self._shown = text
        self._address = address or QUrl()
        self._restyle()
        show_in_place(self, bool(text))

    @Slot()
    def _go(self) -> None:
        if self._address.isEmpty():
            self.pressed.emit()
        else:
            QDesktopServices.openUrl(self._address)

    @Slot()
    def _restyle(self) -> None:
        style = f"color: {self._look.colour('accent')}; text-decoration: none;"
        link = f'<a href="#" style="{style}">{html.escape(self._shown)}</a>'
        self.setText(link)
        self.setAccessibleName(self._shown)


def fit(dialog: QWidget, width: int) -> None:
    """Give a dialog the height that its wrapped texts need at this width; larger text gets more."""
    layout = dialog.layout()
    if layout is None:
        return
    # The layout's own least height is reckoned for its least width, where texts are tallest.
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    wide = max(grow(dialog.font(), width), layout.totalMinimumSize().width())
    dialog.setMinimumSize(wide, layout.totalHeightForWidth(wide))
    dialog.resize(dialog.minimumSize())


class SignLabel(QLabel):
    """One sign in a tone, at the height of a text line."""

    def __init__(self, look: Look, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size = grow(self.font(), size)
        self._sign: Sign | None = None
        self._tone = "text"
        self.setFixedSize(size, size)
        look.appearance.changed.connect(self._restyle)

    def show_sign(self, sign: Sign | None, tone: str = "text") -> None:
        """Show it, or leave its room empty."""
        self._sign, self._tone = sign, tone
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        if self._sign is None:
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        colour = self._look.colour(self._tone)
        self.setPixmap(self._look.icons.pixmap(self._sign, colour, self._size, ratio))


def dot_icon(colour: str, size: int = 12) -> QIcon:
    """A calendar's colour beside its name; an empty colour leaves the room free."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if colour:
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(colour))
            painter.drawEllipse(1, 1, size - 2, size - 2)
            painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected):
            icon.addPixmap(pixmap, mode)
    return icon


class Line(QWidget):
    """A hairline between two parts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(self._look.colour("line")))
        painter.end()
