"""Radio buttons and check boxes with a name for tests and a target that is large enough."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from lcdesk.ui.look.metrics import TARGET


def radio(text: str, name: str) -> QRadioButton:
    """One of several."""
    button = QRadioButton(text)
    _prepare(button, name)
    return button


def check(text: str, name: str) -> QCheckBox:
    """Yes or no."""
    box = QCheckBox(text)
    _prepare(box, name)
    return box


def _prepare(button: QAbstractButton, name: str) -> None:
    button.setObjectName(name)
    button.setMinimumHeight(TARGET)
    button.setIconSize(QSize(12, 12))
