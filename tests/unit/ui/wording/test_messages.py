"""What the model says, worded anew in another language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import zone
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.messages import worded

GERMAN = {
    "{who} has no hours on {day}": "Am {day} arbeitet {who} nicht",
    "{who} cannot": "{who} können nicht",
    "{first} and {last}": "{first} und {last}",
    "at {time}": "um {time}",
    "not free: {why}": "nicht frei: {why}",
}


class _German(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if source == "{n} events":
            return "{n} Termin" if n == 1 else "{n} Termine"
        return GERMAN.get(source)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before, translator = QLocale(), _German(qapp)
    QLocale.setDefault(QLocale("de_DE"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def test_a_message_says_its_values_in_the_windows_language(german: None) -> None:
    day = Message("{who} has no hours on {day}", who="Ana", day=date(2026, 12, 4))
    assert worded(day) == "Am Freitag, 4. Dezember arbeitet Ana nicht"
    assert worded(Message("{who} cannot", who=["Ana", "Ben"])) == "Ana und Ben können nicht"
    assert worded(Message("not free: {why}", why=day)).endswith("arbeitet Ana nicht")
    wall = datetime(2026, 12, 4, 9, 30, tzinfo=zone("Europe/Berlin"))
    assert worded(Message("at {time}", time=wall)) == "um 09:30"


def test_a_german_weekday_stood_before_its_date_without_a_comma(german: None) -> None:
    forms, day = LocaleFormat(), date(2027, 3, 1)
    assert forms.day(day) == "Montag, 1. März"
    assert forms.day_with_year(day) == "Montag, 1. März 2027"
    assert forms.short_day(day) == "Mo., 1. März"
    english = LocaleFormat(QLocale("en_GB"))
    assert english.day_with_year(day) == "Monday 1 March 2027"
    assert english.short_day(day) == "Mon 1 Mar"
    assert LocaleFormat(QLocale("fr_FR")).day(day) == "lundi 1 mars"


@pytest.mark.parametrize(("n", "text"), [(1, "1 Termin"), (1250, "1.250 Termine")])
def test_a_count_has_the_forms_of_the_language(german: None, n: int, text: str) -> None:
    assert worded(Message.counted("{n} event", "{n} events", n=n)) == text


def test_what_is_no_message_stays_as_it_is(german: None) -> None:
    assert worded("{who} cannot") == "{who} cannot"


def test_english_is_said_as_it_is_read(qapp: QApplication) -> None:
    for message in (
        Message.counted("{n} event", "{n} events", n=1),
        Message("{who} cannot", who=["Ana", "Ben"]),
        Message("on {day}", day=date(2026, 12, 4)),
    ):
        assert worded(message) == str(message)
