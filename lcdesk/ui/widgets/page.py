"""The frame of one page: a title, and content that scrolls when there is much of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

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
