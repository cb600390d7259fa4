"""The shipped typeface: used where nobody chose one, in real weights, never against a choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look import typeface
from lcdesk.ui.look.typeface import FAMILY, use_typeface


@pytest.fixture
def font(qapp: QApplication) -> Iterator[QFont]:
    """The application's font, as it was again afterwards."""
    usual = qapp.font()
    yield QFont(usual)
    qapp.setFont(usual)


@pytest.mark.parametrize("unchosen", ["Sans Serif", "Sans", "sans-serif"])
def test_used_where_the_desktop_names_none(qapp: QApplication, font: QFont, unchosen: str) -> None:
    font.setFamily(unchosen)
    qapp.setFont(font)
    use_typeface(qapp)
    assert QFontInfo(qapp.font()).family() == FAMILY
    assert qapp.font().pointSizeF() == font.pointSizeF()


def test_the_desktops_own_choice_wins(qapp: QApplication, font: QFont) -> None:
    font.setFamily("DejaVu Serif")
    qapp.setFont(font)
    use_typeface(qapp)
    assert qapp.font().family() == "DejaVu Serif"


def test_each_weight_is_drawn_as_one_and_not_thickened() -> None:
    weights = (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold)
    drawn = [QRawFont.fromFont(QFont(FAMILY, 12, weight)).weight() for weight in weights]
    assert drawn == [weight.value for weight in weights]


@pytest.mark.parametrize("text", ["Müller Čapek Łódź", "Ελένη Παπαδοπούλου", "Анна Ёлкина"])
def test_names_in_latin_greek_and_cyrillic_need_no_other_font(text: str) -> None:
    raw = QRawFont.fromFont(QFont(FAMILY, 12))
    assert all(raw.supportsCharacter(ord(letter)) for letter in text)


def test_a_file_that_is_no_font_leaves_the_systems(
    qapp: QApplication,
    font: QFont,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / f"{FAMILY}-Regular.ttf").write_text("no font")
    monkeypatch.setattr(typeface, "resources_dir", lambda: tmp_path)
    font.setFamily("Sans Serif")
    qapp.setFont(font)
    use_typeface(qapp)
    assert qapp.font().family() == "Sans Serif"
    assert f"{FAMILY}-Regular.ttf" in caplog.text
