"""Following and forcing light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance, qt_palette, stylesheet
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import DARK, LIGHT, Scheme


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp)


def test_forcing_a_scheme_tells_everybody_once(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.force(Scheme.LIGHT)
    with qtbot.waitSignal(appearance.changed):
        appearance.force(Scheme.DARK)
    assert appearance.palette is DARK
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.force(Scheme.DARK)


def test_the_application_wears_the_palette(qapp: QApplication, appearance: Appearance) -> None:
    appearance.force(Scheme.LIGHT)
    appearance.force(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window


class WithIcons(QProxyStyle):
    """Fusion as on X11, where the desktop asks for icons on the buttons of dialogs."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:  # noqa: N802
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, *rest)


def test_buttons_of_dialogs_have_no_icons(qapp: QApplication, appearance: Appearance) -> None:
    """On X11 "Cancel" had Qt's red cross."""
    before = qapp.style().name()
    qapp.setStyle(WithIcons("Fusion"))
    try:
        kinds = QDialogButtonBox.StandardButton
        assert not QDialogButtonBox(kinds.Cancel).button(kinds.Cancel).icon().isNull()
        appearance.force(Scheme.LIGHT)
        appearance.force(Scheme.DARK)
        assert QDialogButtonBox(kinds.Cancel).button(kinds.Cancel).icon().isNull()
    finally:
        qapp.setStyle(before)


def test_disabled_text_differs_from_enabled_text(qapp: QApplication) -> None:
    palette = qt_palette(LIGHT)
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    assert palette.color(group.Disabled, role.Text) != palette.color(group.Active, role.Text)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_has_no_font_sizes_and_no_gaps(palette: object) -> None:
    sheet = stylesheet(palette)  # type: ignore[arg-type]
    assert "font-size" not in sheet
    assert "$" not in sheet


def test_larger_fonts_make_everything_larger(qapp: QApplication) -> None:
    font = qapp.font()
    one = Metrics.of(font)
    font.setPointSizeF(font.pointSizeF() * 1.5)
    other = Metrics.of(font)
    assert other.hour > one.hour
    assert other.least_block > one.least_block
