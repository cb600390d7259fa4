"""The list of keys, from the same table as the menus, with those that work inside the week."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.widgets.parts import heading_font, plain_label
from lcdesk.ui.window.actions import keys_of, menus, text_of

_IN_THE_WEEK: tuple[tuple[str, str], ...] = (
    ("Arrow keys", "Move the cursor"),
    ("Shift + arrow keys", "Mark a stretch of time"),
    ("Enter", "Book there, or open what is there"),
    ("Space", "Details of what is there"),
    ("Tab", "Next entry"),
    ("Ctrl + arrow keys", "Move the selected appointment"),
    ("Ctrl + Shift + up, down", "Make it shorter or longer"),
    ("Delete", "Cancel or unblock what is selected"),
    ("PgUp, PgDn", "Week before, week after"),
    ("Esc", "Let go"),
)


class ShortcutsDialog(QDialog):
    """Two columns of keys."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(_tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance = appearance
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(36)
        left = QVBoxLayout()
        left.setSpacing(6)  # else it takes the row's
        for title, specs in menus():
            keys = [(keys_of(spec), text_of(spec).removesuffix("…")) for spec in specs]
            left.addLayout(_block(_tr(title), [key for key in keys if key[0]]))
        left.addStretch(1)
        row.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        right = QVBoxLayout()
        right.addLayout(_block(_tr("In the week"), list(_IN_THE_WEEK)))
        right.addStretch(1)
        row.addLayout(left)
        row.addLayout(right)
        self._dress()
        appearance.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        quiet = self._appearance.palette.quiet_text
        self.setStyleSheet(f'QLabel[keys="true"] {{ color: {quiet}; }}')


def _block(title: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 130)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setContentsMargins(0, 0, 0, 14)
    head = plain_label(title)
    head.setFont(heading_font(head, 1.05))
    grid.addWidget(head, 0, 0, 1, 2)
    for at, (key, text) in enumerate(keys, start=1):
        grid.addWidget(QLabel(_tr(text)), at, 0)
        shown = plain_label(_tr(key))
        shown.setProperty("keys", True)
        grid.addWidget(shown, at, 1)
    return grid


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)
