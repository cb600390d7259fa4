"""The small stylesheet on top of Fusion: spacing and quiet frames, no font sizes."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcdesk.ui.look.palette import Palette

_SHEET = Template(
    """
QToolTip {
    background: $panel; color: $text; border: 1px solid $line; padding: 5px 7px;
}
QToolBar { background: $window; border: none; spacing: 6px; padding: 6px 8px; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}
QToolButton:hover { background: $hairline; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QPushButton {
    background: $button; border: 1px solid $line; border-radius: 6px;
    padding: 5px 14px; min-height: 1.3em;
}
QPushButton:hover { background: $hairline; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $faint_text; background: $window; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:disabled {
    background: $line; color: $faint_text; border-color: $line;
}
QPushButton:focus { border-color: $accent; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: $field; border: 1px solid $line; border-radius: 6px; padding: 4px 7px;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: $window; color: $faint_text;
}
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint_text; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $window; color: $quiet_text; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def stylesheet(palette: Palette) -> str:
    """The sheet in the palette's colours."""
    return _SHEET.substitute({name: getattr(palette, name) for name in palette.__slots__})
