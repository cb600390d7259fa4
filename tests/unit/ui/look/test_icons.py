"""Every sign exists, takes its tint and is drawn at the density asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from lcdesk.paths import resources_dir
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import COLOURED, Icons, Sign, render

ARGB = QColor.NameFormat.HexArgb


@pytest.mark.parametrize("sign", list(Sign))
def test_every_sign_draws_something_in_its_colour(qapp: QApplication, sign: Sign) -> None:
    image = render(sign, "#d02010", 48).toImage()
    seen = {image.pixelColor(x, y).name(ARGB) for x in range(48) for y in range(48)}
    assert any(colour.startswith("#ff") for colour in seen)
    if sign not in COLOURED:
        assert any(_is_near(colour) for colour in seen)


def _is_near(colour: str) -> bool:
    alpha, red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5, 7))
    return alpha > 250 and abs(red - 0xD0) + abs(green - 0x20) + abs(blue - 0x10) < 4


def test_no_file_is_without_a_name() -> None:
    files = {path.stem for path in (resources_dir() / "icons").glob("*.svg")}
    assert files == {sign.value for sign in Sign}


def test_density_doubles_the_pixels_and_not_the_size(qapp: QApplication) -> None:
    pixmap = render(Sign.SYNC, "#000000", 16, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (32, 16)


def test_icons_and_pixmaps_are_drawn_once(qapp: QApplication) -> None:
    icons = Icons(Appearance(qapp))
    assert icons.icon(Sign.PLUS).cacheKey() == icons.icon(Sign.PLUS).cacheKey()
    first, second = (icons.pixmap(Sign.LOCK, "#112233", 12) for _ in range(2))
    assert first is second


def test_a_bundle_brings_its_own_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources_dir.__wrapped__() == tmp_path / "resources"
