"""The guard against looks that outlive their test."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.palette import DARK, Scheme
from tests.guards.dress import undress


def test_a_forced_scheme_comes_off_again(qapp: QApplication) -> None:
    before = qapp.palette().color(QPalette.ColorRole.Window)
    Appearance(qapp).force(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    assert qapp.styleSheet()
    undress()
    assert qapp.palette().color(QPalette.ColorRole.Window) == before
    assert not qapp.styleSheet()
