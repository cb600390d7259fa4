"""Settings > Notifications and a calendar's own reminders: each choice is kept at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.commands.undo import undo_last
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.reminders.choices_model import ReminderChoices
from lcdesk.ui.reminders.lengths_field import RemindersField
from lcdesk.ui.reminders.notifications_page import NotificationsPage
from lcdesk.ui.widgets.labels import Look
from tests.salon import Salon

QUARTER, NOTHING = timedelta(minutes=15), timedelta()


@pytest.fixture
def choices(salon: Salon) -> Iterator[ReminderChoices]:
    news = StoreNews(salon.database)
    yield ReminderChoices(salon.database, news, LocaleFormat(QLocale("en_GB")))
    news.close()


@pytest.fixture
def page(choices: ReminderChoices, application: QApplication, qtbot: QtBot) -> NotificationsPage:
    appearance = Appearance(application)
    made = NotificationsPage(Look(appearance, Icons(appearance)), choices)
    qtbot.addWidget(made)
    made.show()
    return made


def usual(choices: ReminderChoices) -> tuple[timedelta, ...]:
    return choices.usual


def test_the_usual_reminders_are_a_list_to_add_to_and_take_from(
    page: NotificationsPage, choices: ReminderChoices
) -> None:
    assert page.lengths.lengths == (QUARTER, NOTHING)
    page.lengths.add_button.click()
    assert choices.usual == (QUARTER, NOTHING, timedelta(days=1))
    first = page.lengths.findChildren(QSpinBox)[0]
    first.setValue(30)
    assert choices.usual == (timedelta(minutes=30), NOTHING, timedelta(days=1))
    for _ in range(3):
        removing = page.lengths.findChildren(QPushButton)
        take = next(one for one in removing if one.objectName().endswith("_remove"))
        take.click()
    assert usual(choices) == ()


def test_no_more_reminders_can_be_added_than_there_may_be(
    page: NotificationsPage, choices: ReminderChoices
) -> None:
    for _ in range(3):
        page.lengths.add_button.click()
    assert len(choices.usual) == 5
    assert not page.lengths.add_button.isEnabled()


def test_quiet_hours_are_kept_with_their_times(
    page: NotificationsPage, choices: ReminderChoices, qtbot: QtBot
) -> None:
    assert not page.since.isEnabled()
    page.is_quiet.click()
    assert choices.quiet == QuietHours(20 * 60, 8 * 60)
    qtbot.waitUntil(page.since.isEnabled)
    page.since.setTime(QTime(21, 30))
    page.since.editingFinished.emit()
    assert choices.quiet == QuietHours(21 * 60 + 30, 8 * 60)
    page.is_quiet.click()
    assert choices.quiet is None


def test_both_switches_are_kept(page: NotificationsPage, choices: ReminderChoices) -> None:
    for name in ("attention_notices", "notices_hide_details"):
        switch = page.findChild(QCheckBox, name)
        assert isinstance(switch, QCheckBox)
        switch.click()
    assert not choices.tells_attention
    assert choices.hides_details


def test_an_undo_elsewhere_shows_on_the_page(
    page: NotificationsPage, salon: Salon, qtbot: QtBot
) -> None:
    page.hidden.click()
    with salon.database.write() as tx:
        undo_last(tx, now=salon.now)
    qtbot.waitUntil(lambda: not page.hidden.isChecked())


def chosen(field: RemindersField) -> tuple[timedelta, ...] | None:
    return field.reminders


def test_a_calendar_has_the_usual_reminders_or_its_own_or_none(qtbot: QtBot) -> None:
    field = RemindersField()
    qtbot.addWidget(field)
    field.fill(None)
    field.show()
    assert chosen(field) is None
    own = field.findChild(QCheckBox, "own_reminders")
    assert isinstance(own, QCheckBox)
    own.click()
    assert chosen(field) == (QUARTER, NOTHING)
    unit = field.findChildren(QComboBox)[0]
    unit.setCurrentIndex(2)
    assert chosen(field) == (timedelta(days=15), NOTHING)
    field.fill(())
    assert chosen(field) == ()
