"""Undo and Redo inside Settings: what was turned is said here, and fields keep their own undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from lcdesk.ui.offers import Offer
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.page import UndoBar

_REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class OfferBar(UndoBar):
    """What Undo or Redo did while Settings is in front; its button takes the offer."""

    taken = Signal(Offer)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("settings_undo_bar")
        self._offer: Offer | None = None
        self.undo_requested.connect(self._take)

    @Slot(Offer)
    def show_offer(self, offer: Offer) -> None:
        """Say it here where a person looks at Settings; elsewhere the window says it."""
        if not self.window().isActiveWindow():
            self.hide()
            return
        self._offer = offer
        if offer.action:
            self.offer_action(offer.text, offer.action)
        else:
            self.refuse(offer.text)

    @Slot()
    def _take(self) -> None:
        offer, self._offer = self._offer, None
        if offer is not None:
            self.taken.emit(offer)


class FieldsWithTheirOwnUndo(QObject):
    """A field in which nothing was typed leaves the keys to the window it stands in.

    Qt's fields take Ctrl+Z even where they have nothing to undo.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        is_inside = new is not None and new.window() is self._window
        self._watched = new if is_inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the shortcut of the window have the key that the field has no use for."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            is_of_use = _has_undo(watched)
        elif _is_redo(event):
            is_of_use = _has_redo(watched)
        else:
            return False
        if is_of_use:
            return False
        event.ignore()
        return True


def _is_redo(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination())
    return event.matches(QKeySequence.StandardKey.Redo) or pressed in _REDO


def _has_undo(field: QObject) -> bool:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().isUndoAvailable()
    line = _line_of(field)
    return line is not None and line.isUndoAvailable()


def _has_redo(field: QObject) -> bool:
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().isRedoAvailable()
    line = _line_of(field)
    return line is not None and line.isRedoAvailable()


def _line_of(field: QObject) -> QLineEdit | None:
    if isinstance(field, QLineEdit):
        return field
    if isinstance(field, QAbstractSpinBox | QComboBox):
        return field.lineEdit()
    return None
