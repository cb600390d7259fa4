"""Waits of a busy machine."""

from __future__ import annotations

import inspect

import pytest
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("name", ["waitSignal", "waitSignals", "waitUntil", "waitCallback"])
def test_a_busy_machine_has_half_a_minute(name: str) -> None:
    timeout = inspect.signature(getattr(QtBot, name)).parameters["timeout"]
    assert timeout.default == 30_000
