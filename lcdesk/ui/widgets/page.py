"""Where content stands: a page, made when somebody turns to it, and a form that scrolls.

Seven pages of forms take most of a second to build; a person looks at one or two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.widgets.labels import Look, heading, quiet


class Page(QScrollArea):
    """Put content into `column`; what is added keeps to the top."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        metrics = Metrics.of(self.font())
        self.gap = round(metrics.pad * 2)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(*(round(metrics.line * 1.2),) * 4)
        self.column = QVBoxLayout()
        self.column.setSpacing(self.gap)
        self.title = heading(look, title, 1.35)
        self.column.addWidget(self.title)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(content)

    def section(self, title: str, explanation: str = "") -> QVBoxLayout:
        """A part with its own heading; returns where its content goes."""
        part = QVBoxLayout()
        part.setSpacing(self.gap // 2)
        part.addSpacing(self.gap // 2)
        part.addWidget(heading(self.look, title))
        if explanation:
            part.addWidget(quiet(self.look, explanation))
        self.column.addLayout(part)
        return part


def open_over(owner: QWidget, dialog: QDialog) -> None:
    """Open a dialog that goes for good when closed; what it stood over has the focus again.

    A window manager gives it to the main window instead, which both belong to.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(owner.window().activateWindow)
    dialog.open()


Made = TypeVar("Made", bound=QWidget)


class LazyPage(QWidget, Generic[Made]):
    """Holds what `make` makes. Asking for the page makes it too."""

    def __init__(self, make: Callable[[], Made]) -> None:
        super().__init__()
        self._make = make
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def page(self) -> Made:
        """The page itself."""
        made = self._make()
        self._room.addWidget(made)
        return made

    def holds(self, page: QWidget) -> bool:
        """Whether this is where the page stands; makes nothing."""
        return page.parentWidget() is self

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.page.show()
        super().showEvent(event)


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

    def fit_now(self) -> None:
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
