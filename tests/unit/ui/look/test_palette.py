"""Following and forcing light and dark."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance, qt_palette, stylesheet
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import (
    CALENDAR_COLOURS,
    DARK,
    LIGHT,
    SHARP,
    VISIBLE,
    Palette,
    Scheme,
    contrast,
    sharpen,
)
from lcdesk.ui.week.grid.block_style import block_style
from lcdesk.ui.week.week import BlockKind


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


def test_more_contrast_can_be_had_in_both_schemes(qtbot: QtBot, appearance: Appearance) -> None:
    appearance.force(Scheme.DARK)
    with qtbot.waitSignal(appearance.changed):
        appearance.sharpen(True)
    assert appearance.palette == sharpen(DARK)
    appearance.force(Scheme.LIGHT)
    assert appearance.palette == sharpen(LIGHT)
    appearance.sharpen(False)
    assert appearance.palette is LIGHT


@pytest.mark.parametrize("usual", [LIGHT, DARK], ids=["light", "dark"])
def test_with_more_contrast_every_text_reaches_aaa_and_every_edge_is_seen(usual: Palette) -> None:
    palette = sharpen(usual)
    grounds = (palette.window, palette.panel, palette.surface, palette.closed)
    texts = (palette.text, palette.quiet_text, palette.accent, palette.danger, palette.warning)
    assert min(contrast(text, ground) for text in texts for ground in grounds) >= SHARP
    assert contrast(palette.on_accent, palette.accent) >= SHARP
    assert contrast(palette.line, palette.surface) >= VISIBLE


@pytest.mark.parametrize("usual", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(BlockKind))
@pytest.mark.parametrize("colour", [colour for _, colour in CALENDAR_COLOURS])
@pytest.mark.parametrize("past", [False, True])
def test_with_more_contrast_a_block_has_an_edge_and_no_paler_text(
    usual: Palette, kind: BlockKind, colour: str, past: bool
) -> None:
    palette = sharpen(usual)
    style = block_style(palette, kind, colour, past=past)
    assert contrast(style.text, style.fill) >= SHARP
    assert contrast(style.quiet, style.fill) >= SHARP
    assert contrast(style.outline, palette.surface) >= VISIBLE


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
