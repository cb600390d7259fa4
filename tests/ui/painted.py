"""Which part of a widget is painted anew, as a share of all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """Watches a widget's paint events from its making on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pixels = 0
        QApplication.sendPostedEvents()
        widget.installEventFilter(self)

    def share(self) -> float:
        """Of what was painted since, 1 for all of it once; then it counts anew."""
        QApplication.sendPostedEvents()
        pixels, self._pixels = self._pixels, 0
        return pixels / (self._widget.width() * self._widget.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
            rects = list(event.region())  # type: ignore[call-overload]  # PySide6 6.x's stubs lack it
            self._pixels += sum(rect.width() * rect.height() for rect in rects)
        return super().eventFilter(watched, event)
