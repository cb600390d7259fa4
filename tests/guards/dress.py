"""What a test makes the application wear comes off again: the next one may ask how it looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def undressed() -> Iterator[None]:
    """Undress after the test."""
    yield
    undress()


def undress() -> None:
    """Take off the style sheet and the palette that the application was given."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if application.styleSheet():
        application.setStyleSheet("")
    if application.testAttribute(Qt.ApplicationAttribute.AA_SetPalette):
        application.setPalette(QPalette())
