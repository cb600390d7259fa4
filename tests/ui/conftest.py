"""Every test of the window has an application: what asks Qt for one without it ends the process."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The application, whether the test names it or not."""
    return qapp
