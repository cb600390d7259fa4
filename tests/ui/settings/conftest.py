"""What Settings stands on, for each test its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.settings.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    """One workspace with Anna in it, closed afterwards."""
    made = Stage(tmp_path, qapp)
    yield made
    made.close()
