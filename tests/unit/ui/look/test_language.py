"""Which language the window speaks, and that Qt's own words follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from translations import compile_all, make_qm

from lcdesk.ui.look.language import choose_language, speak
from lcdesk.ui.look.locale import locale_of_words


@pytest.mark.parametrize(
    ("setting", "wishes", "language"),
    [
        ("", ["de-DE", "de"], "de"),
        ("", ["fr-FR", "de-Latn-AT"], "de"),
        ("", ["en-GB", "de-DE"], "en"),
        ("", ["de_AT"], "de"),
        ("", ["dex"], "en"),
        ("", ["fr"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-US"], "de"),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_setting_goes_before_the_system(setting: str, wishes: list[str], language: str) -> None:
    assert choose_language(setting, wishes) == language


@pytest.mark.parametrize(
    ("language", "region", "found"),
    [
        ("de", "de_AT", "de_AT"),
        ("de", "en_US", "de_DE"),
        ("de", "fr_CH", "de_CH"),
        ("de", "C", "de_DE"),
        ("en", "C", "C"),
        ("en", "de_DE", "en_DE"),
        ("en", "en_GB", "en_GB"),
    ],
)
def test_dates_are_in_the_language_and_as_the_region_writes_them(
    language: str, region: str, found: str
) -> None:
    assert locale_of_words(language, QLocale(region)).name() == found


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    compile_all()
    speak("de")
    yield
    speak("en")
    QLocale.setDefault(before)


def test_the_words_of_qt_stayed_english(german: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().standaloneDayName(1) == "Montag"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize("language", ["ar", "he", "ur"])
def test_a_window_in_a_language_from_right_to_left_is_mirrored_and_back_again(
    german: None, language: str
) -> None:
    speak(language)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    speak("de")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_region_does_not_turn_a_window_in_german(
    german: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("ar_EG"))
    speak("de")
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(("language", "said"), [("he", "\u200f\u2068{n}\u2069 x"), ("de", "{n} x")])
def test_what_is_filled_in_is_set_apart_where_one_writes_from_the_right(
    tmp_path: Path, language: str, said: str
) -> None:
    source = tmp_path / f"lcdesk_{language}.ts"
    source.write_text(
        f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
        <TS version="2.1" language="{language}"><context><name>Wording</name>
        <message><source>{{n}} events</source>
        <translation>{{n}} x</translation></message></context></TS>""",
        encoding="utf-8",
    )
    make_qm(source, tmp_path / "made.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "made.qm"))
    assert translator.translate("Wording", "{n} events") == said
