"""Draws days one after the other, so that nothing that is done meanwhile waits for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class DayByDay(QObject):
    """Days that look old, until each was drawn. `draw` is told a column at a time."""

    finished = Signal()  # nothing looks old any more

    def __init__(self, draw: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._old: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_drawing(self) -> bool:
        """Whether `finished` is still to come."""
        return bool(self._next.isActive())

    def add(self, days: Iterable[int]) -> None:
        """Draw these days as well, the first of all at once."""
        self._old = sorted({*self._old, *days})
        if self._old:
            self._go_on()

    def clear(self) -> None:
        """Everything is drawn anew."""
        self._old.clear()

    @Slot()
    def _go_on(self) -> None:
        if self._old:
            self._draw(self._old.pop(0))
            self._next.start()
        else:
            self.finished.emit()
