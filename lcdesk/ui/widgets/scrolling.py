"""A form that is shown whole where the screen has room for it, and scrolls where it has not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

_ROUND_ABOUT = 150  # the window's title, the desktop's bars and the buttons below the form


class Scrolling(QScrollArea):
    """Asks for the room of its content, up to what the screen has; its dialog grows with it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        for clear in (self.viewport(), content):  # the dialog's own ground shows through
            clear.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        content = self._content.minimumSizeHint()
        needed = self._height_for(max(content.width(), self.viewport().width()))
        room = self.screen().availableGeometry().height() - _ROUND_ABOUT
        if needed <= room:
            return QSize(content.width(), needed)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(content.width() + bar, room)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._content.sizeHint().width(), 0))

    def settle(self) -> None:
        """Ask at once for what the content needs now, instead of after the next events."""
        arrangement = self._content.layout()
        if arrangement is not None:
            arrangement.activate()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dialog when the content wants another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _height_for(self, width: int) -> int:
        if self._content.hasHeightForWidth():
            return self._content.heightForWidth(width)
        return self._content.minimumSizeHint().height()
