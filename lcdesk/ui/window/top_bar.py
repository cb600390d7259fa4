"""The bar over everything: where one is in time at the left, what one can make at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from lcdesk.ui.look.metrics import scaled
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import named
from lcdesk.ui.window.actions import Actions


class TopBar(QWidget):
    """Today < > "16 – 22 November 2026"  … New booking, Block time, Sync."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._title = named(QLabel(), "range_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._today = self._button(actions, "today")
        self._back = self._button(actions, "back")
        self._forward = self._button(actions, "forward")
        self._new = self._button(actions, "new_booking")
        self._block = self._button(actions, "block_time")
        self._sync = self._button(actions, "sync_now")
        for icon_only in (self._back, self._forward, self._sync):
            icon_only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._today.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._new.setText(self.tr("New booking"))
        self._block.setText(self.tr("Block time"))
        self._arrange()

    def show_days(self, title: str) -> None:
        """Name the days that are shown; the week's number stands in the grid's corner."""
        self._title.setText(title)
        self._title.setToolTip(title)

    def dress(self, palette: Palette) -> None:
        """Colours and sizes of the palette in force."""
        self._title.setFont(scaled(self.font(), 1.35, weight=QFont.Weight.DemiBold))
        self.setStyleSheet(
            f"#top_bar {{ background: {palette.window}; }}"
            f"QToolButton#button_today, QToolButton#button_block_time {{"
            f" background: {palette.button}; border: 1px solid {palette.line}; }}"
            f"QToolButton#button_today:hover, QToolButton#button_block_time:hover {{"
            f" background: {palette.hairline}; }}"
            f"QToolButton#button_new_booking {{ background: {palette.accent};"
            f" color: {palette.on_accent}; }}"
            f"QToolButton#button_new_booking:hover {{ border-color: {palette.text}; }}"
            f"QToolButton#button_new_booking:disabled {{ background: {palette.line};"
            f" color: {palette.faint_text}; }}"
        )

    def _button(self, actions: Actions, name: str) -> QToolButton:
        button = named(QToolButton(), f"button_{name}")
        button.setDefaultAction(actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setIconSize(QSize(18, 18))
        button.setMinimumSize(30, 30)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(actions[name].text().removesuffix("…"))
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(6)
        row.addWidget(self._today)
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addSpacing(6)
        row.addWidget(self._title, 1)
        row.addSpacing(10)
        row.addWidget(self._sync)
        row.addWidget(self._block)
        row.addWidget(self._new)
