"""Which language the window speaks, and its translations in Qt.

Words are English in the code; `resources/i18n` holds the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from lcdesk.paths import resources_dir
from lcdesk.ui.look.locale import locale_of_words

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}  # each by its own name
_KEPT = "lcdesk_language"


def choose_language(setting: str, wishes: Sequence[str]) -> str:
    """The language that was set; else the first of the system's that lcdesk speaks."""
    if setting in LANGUAGES:
        return setting
    spoken = (wish.replace("_", "-").partition("-")[0].lower() for wish in wishes)
    return next((language for language in spoken if language in LANGUAGES), ENGLISH)


def speak(language: str) -> None:
    """Let the window, Qt's own dialogs and the forms of dates be in `language` from now on.

    Windows run from right to left where the language does. Qt knows that only of languages that it
    has words in; the region has no say in it.
    """
    application = QCoreApplication.instance()
    assert application is not None
    for translator in application.findChildren(QTranslator, _KEPT):
        application.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale_of_words(language, QLocale.system()))
    QGuiApplication.setLayoutDirection(QLocale().textDirection())
    if language == ENGLISH:
        return
    for name, folder in _files(language):
        translator = QTranslator(application)
        translator.setObjectName(_KEPT)
        if translator.load(name, folder):
            application.installTranslator(translator)


def _files(language: str) -> tuple[tuple[str, str], ...]:
    """Qt's own words first: the translator that was installed last is asked first."""
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return (f"qtbase_{language}", of_qt), (f"lcdesk_{language}", str(resources_dir() / "i18n"))
