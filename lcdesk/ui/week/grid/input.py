"""What the painted week and month do alike with keys, the focus and a resting pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.week.grid.requests import Requests

_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Selecting(Protocol):
    """A canvas in which one entry may be selected."""

    @property
    def requests(self) -> Requests: ...
    @property
    def selection(self) -> str: ...

    def pick(self, entry: str, /) -> None:
        """Select an entry as the person's own act."""

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""


class Keys(Protocol):
    """What a key means in one canvas."""

    def press(self, event: QKeyEvent, /) -> bool:
        """Do what the key means; False if it means nothing here."""


class Dragging(Protocol):
    """The mouse of one canvas."""

    def hold_copy(self, copies: bool, /) -> None:
        """Ctrl was pressed or let go while the mouse rests."""

    def cancel(self) -> bool:
        """Give up a drag; False if there was none."""


class EntryKeys:
    """The keys that mean the same in the week and in the month. Enter and the space bar are the
    canvas's own: without a selected entry they mean a cell or a day.
    """

    def __init__(
        self, canvas: Selecting, *, enter: Callable[[], bool], space: Callable[[], bool]
    ) -> None:
        self._canvas = canvas
        self._plain = {
            Qt.Key.Key_Return: enter,
            Qt.Key.Key_Enter: enter,
            Qt.Key.Key_Space: space,
            Qt.Key.Key_Delete: self._delete,
            Qt.Key.Key_Backspace: self._delete,
            Qt.Key.Key_Escape: self._deselect,
            Qt.Key.Key_PageUp: self._go_back,
            Qt.Key.Key_PageDown: self._go_on,
            Qt.Key.Key_Home: self._go_to_today,
            Qt.Key.Key_T: self._go_to_today,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False if it means nothing here."""
        if event.key() == Qt.Key.Key_Escape and self._canvas.cancel_drag():
            return True  # whatever is held: Ctrl copies, Shift is for minutes
        act = self._plain.get(Qt.Key(event.key()))
        return act() if act is not None and not held_keys(event) else False

    def _delete(self) -> bool:
        if not self._canvas.selection:
            return False
        self._canvas.requests.delete_requested.emit(self._canvas.selection)
        return True

    def _deselect(self) -> bool:
        if not self._canvas.selection:
            return False
        self._canvas.pick("")
        return True

    def _go_back(self) -> bool:
        self._canvas.requests.week_step_requested.emit(-1)
        return True

    def _go_on(self) -> bool:
        self._canvas.requests.week_step_requested.emit(1)
        return True

    def _go_to_today(self) -> bool:
        self._canvas.requests.today_requested.emit()
        return True


class CanvasInput(QObject):
    """Watches a canvas's events: leads keys to their meaning, gives up a drag when the focus goes,
    and shows tips.
    """

    def __init__(
        self,
        canvas: QWidget,
        keys: Keys,
        mouse: Dragging,
        *,
        tip_at: Callable[[QPointF], tuple[str, QRect]],
        show_cursor: Callable[[], None],
    ) -> None:
        """`tip_at` answers with a text and the rectangle it is true for; `show_cursor` is called
        when the keyboard arrives.
        """
        super().__init__(canvas)
        self._canvas = canvas
        self._keys = keys
        self._mouse = mouse
        self._tip_at = tip_at
        self._show_cursor = show_cursor
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._press(event)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Control:
                    self._mouse.hold_copy(False)
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                if event.reason() in _TAB:
                    self._show_cursor()
            case QEvent.Type.FocusOut:
                self._mouse.cancel()
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                show_tip(self._canvas, event, *self._tip_at(QPointF(event.pos())))
                return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Control:
            self._mouse.hold_copy(True)
        return self._keys.press(event)


def held_keys(event: QKeyEvent) -> Qt.KeyboardModifier:
    """What is held with a key; the number pad's own mark does not count."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def show_tip(widget: QWidget, event: QHelpEvent, text: str, rect: QRect) -> None:
    """Say a text beside the pointer for as long as it stays in `rect`; an empty one: nothing."""
    if text:
        QToolTip.showText(event.globalPos(), as_typed(text), widget, rect)
    else:
        QToolTip.hideText()
