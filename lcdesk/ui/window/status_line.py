"""The line at the bottom: how the sync stands; a click opens its panel.

A short note at the bottom that says what happened and offers what to do about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from lcdesk.ui.look.as_typed import as_line, as_sentences, as_typed
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import inset
from lcdesk.ui.look.palette import LIGHT, Palette
from lcdesk.ui.week.grid.accessible import announce
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.wording.labels import shorten

if TYPE_CHECKING:
    from lcdesk.ui.attention.status_model import StatusModel


_LONGEST_LINE = 120  # letters of what an account's line in the panel says
_LEAST_WIDTH = 80


class StatusLine(QFrame):
    """Sync indicator at the left, what waits and what needs a person at the right."""

    attention_requested = Signal()
    settings_requested = Signal()
    connect_requested = Signal()
    activity_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._icons = icons
        self._palette: Palette = LIGHT
        self._model: StatusModel | None = None
        self._sync = set_name(_Sentence(), "status_sync")
        self._sync.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sync.setIconSize(QSize(16, 16))
        self._sync.clicked.connect(self._open_panel)
        self._cancel = set_name(QToolButton(), "status_cancel")
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("End this sync; what was read is kept"))
        self._cancel.clicked.connect(self._cancel_pass)
        self._practice = set_name(QLabel(self.tr("Practice data")), "status_practice")
        self._practice.setToolTip(self.tr("None of it is real, and nothing of it reaches iCloud"))
        self._practice.hide()
        self._waiting = set_name(QLabel(), "status_waiting")
        self._attention = set_name(QToolButton(), "status_attention")
        self._attention.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._attention.setIconSize(QSize(16, 16))
        self._attention.clicked.connect(self.attention_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 1)
        row.addWidget(self._sync)
        row.addWidget(self._cancel)
        row.addWidget(self._practice)
        row.addStretch(1)
        row.addWidget(self._waiting)
        row.addWidget(self._attention)
        self._attention.hide()
        self._sync.hide()
        self._cancel.hide()

    @property
    def text(self) -> str:
        """What it says about the sync."""
        return self._sync.whole

    def say_practice(self) -> None:
        """Say that what is shown is made up."""
        self._practice.show()

    def attach(self, model: StatusModel) -> None:
        """Show this model from now on."""
        self._model = model
        model.changed.connect(self.refresh)
        self._sync.show()
        self.refresh()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self.setStyleSheet(
            f"#status_line {{ background: {palette.window}; border: none;"
            f" border-top: 1px solid {palette.line}; }}"
            f"#status_sync, #status_waiting {{ color: {palette.quiet_text}; }}"
            f"#status_cancel {{ color: {palette.accent}; }}"
            f"#status_practice {{ color: {palette.warning}; }}"
            f"#status_attention {{ color: {palette.warning}; }}"
        )
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Take the model's words over."""
        model = self._model
        if model is None:
            return
        urgent = model.sign is Sign.ATTENTION
        tint = self._palette.warning if urgent else self._palette.quiet_text
        self._sync.setIcon(self._icons.icon(model.sign, tint))
        self._sync.say(model.text)
        self._cancel.setVisible(model.can_cancel)
        self._waiting.setText(model.waiting_text)
        self._attention.setIcon(self._icons.icon(Sign.ATTENTION, self._palette.warning))
        if model.attention_text != self._attention.text():
            announce(self, model.attention_text)
        self._attention.setText(model.attention_text)
        self._attention.setVisible(bool(model.attention_text))

    @Slot()
    def _cancel_pass(self) -> None:
        if self._model is not None:
            self._model.cancel()

    @Slot()
    def _open_panel(self) -> None:
        model = self._model
        if model is None:
            return
        menu = QMenu(self)
        menu.setObjectName("sync_panel")
        # The lines about accounts cannot be pressed, but they are what the panel is opened for.
        menu.setStyleSheet(f"QMenu::item:disabled {{ color: {self._palette.quiet_text}; }}")
        for line in model.lines:
            said = f"{shorten(line.name)}  ·  {shorten(line.text, _LONGEST_LINE)}"
            menu.addAction(said.replace("&", "&&")).setEnabled(False)
        menu.addSeparator()
        self._fill_panel(menu, model)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._sync.mapToGlobal(self._sync.rect().topLeft())
        corner.setY(corner.y() - menu.sizeHint().height())
        menu.popup(corner)

    def _fill_panel(self, menu: QMenu, model: StatusModel) -> None:
        if not model.has_accounts:
            menu.addAction(self.tr("Connect iCloud…")).triggered.connect(self.connect_requested)
            return
        if model.can_cancel:
            menu.addAction(self.tr("Cancel this sync")).triggered.connect(self._cancel_pass)
        now = menu.addAction(self.tr("Sync now"))
        now.setEnabled(not model.is_busy)
        now.triggered.connect(model.sync_now)
        pause = menu.addAction(self.tr("Pause sync"))
        pause.setCheckable(True)
        pause.setChecked(model.is_paused)
        pause.toggled.connect(model.pause)
        menu.addSeparator()
        menu.addAction(self.tr("Activity…")).triggered.connect(self.activity_requested)


class _Sentence(QToolButton):
    """A sentence of any length to press; what has no room is in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Say it, as far as there is room."""
        if text != self.whole:
            self.whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._beside()
        fitting = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        self.setText(fitting.replace("&", "&&"))
        is_whole = fitting == self.whole
        self.setToolTip(self.tr("Sync status") if is_whole else as_typed(self.whole))

    def _beside(self) -> int:
        """The width that the sign and the margins take."""
        written = self.text().replace("&&", "&")
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(written)

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics().horizontalAdvance(self.whole) + 2  # widths are rounded
        width = self._beside() + letters
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


# Undo must be reachable for slow hands too (accessibility: not under ten seconds).
_SHOWN_MS = 12_000
_LONGEST_NOTE = 400  # letters
_LEAST_NOTE, _WIDEST_NOTE = 360, 680  # pixels
_LONGEST_ACTION = 40  # letters on a button that names somebody
_MARGIN = 20


class Toast(QFrame):
    """Lies over its parent's lower edge; stays while the pointer or the focus is on it."""

    accepted = Signal()
    other_accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._room = parent
        self._text = set_name(QLabel(wordWrap=True), "toast_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = set_name(QPushButton(), "toast_button")
        self._close = set_name(QToolButton(), "toast_close")
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close"))
        self._other = set_name(QPushButton(), "toast_other")
        self._button.clicked.connect(self._accept)
        self._other.clicked.connect(self._accept_other)
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(inset(14, 8, 8, 8))
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        row.addWidget(self._close)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", other: str = "") -> None:
        """Show a note with up to two answers; the one before it is gone."""
        self._text.setText(as_sentences(text, _LONGEST_NOTE))
        for button, words in ((self._button, action), (self._other, other)):
            button.setText(as_line(words, _LONGEST_ACTION).replace("&", "&&"))  # a name, not a key
            button.setVisible(bool(words))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self.setStyleSheet(
            f"#toast {{ background: {palette.panel}; border: 1px solid {palette.shadow};"
            f" border-radius: 10px; }}"
            f"#toast_button, #toast_other {{ color: {palette.accent};"
            f" border-color: {palette.line}; }}"
        )

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _accept(self) -> None:
        self.dismiss()
        self.accepted.emit()

    @Slot()
    def _accept_other(self) -> None:
        self.dismiss()
        self.other_accepted.emit()

    def _place(self) -> None:
        room, layout = self._room.rect(), self.layout()
        letters = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        beside = self.sizeHint().width() - self._text.sizeHint().width()
        width = min(max(letters + beside, _LEAST_NOTE), room.width() - 2 * _MARGIN, _WIDEST_NOTE)
        self.setFixedWidth(width)
        height = self.sizeHint().height() if layout is None else layout.heightForWidth(width)
        self.setFixedHeight(max(height, self.minimumSizeHint().height()))
        x = room.x() + (room.width() - width) // 2
        self.move(x, room.bottom() - self.height() - _MARGIN)

    # --- Qt ---------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
