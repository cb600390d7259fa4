"""The list of reminders: what stands in it, and what its buttons do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.reminders.reminders_window import RemindersWindow
from lcdesk.ui.widgets.labels import Look
from tests.salon import Salon, at
from tests.unit.ui.reminders.desk import ReminderDesk, reminding


@pytest.fixture
def desk(salon: Salon) -> Iterator[ReminderDesk]:
    """Two appointments were missed."""
    salon.now = at(0, 8)
    visit = salon.visit(salon.ana, salon.ben)
    with reminding(salon) as made:
        for hour in (10, 11):
            salon.book(visit, at(0, hour))
        made.model.look()
        made.pass_to(at(0, 12))
        yield made


@pytest.fixture
def window(desk: ReminderDesk, application: QApplication, qtbot: QtBot) -> RemindersWindow:
    appearance = Appearance(application)
    made = RemindersWindow(desk.model, Look(appearance, Icons(appearance)))
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(window: RemindersWindow, name: str) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [one for one in found if one.objectName().startswith(f"reminder_{name}_")]


def said(window: RemindersWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_each_missed_reminder_has_its_buttons_by_name(window: RemindersWindow) -> None:
    assert "Started at 10:00" in said(window)
    assert [one.accessibleName() for one in buttons(window, "open")] == ["Open: Cleo Park"] * 2


def test_dismissing_one_leaves_the_others(window: RemindersWindow) -> None:
    buttons(window, "dismiss")[0].click()
    assert len(buttons(window, "dismiss")) == 1
    assert "Started at 11:00" in said(window)


def test_dismiss_all_empties_the_list_and_says_so(window: RemindersWindow) -> None:
    window.dismiss_all.click()
    assert buttons(window, "dismiss") == []
    assert "Nothing to be reminded of" in said(window)
    assert not window.dismiss_all.isEnabled()


def test_open_asks_for_the_appointment(window: RemindersWindow, desk: ReminderDesk) -> None:
    buttons(window, "open")[1].click()
    assert [entry.span.start for entry in desk.opened] == [at(0, 11)]


def test_what_began_can_be_put_off_but_not_until_it_starts(
    window: RemindersWindow, desk: ReminderDesk
) -> None:
    menu = buttons(window, "snooze")[0].menu()
    assert isinstance(menu, QMenu)
    labels = [action.text() for action in menu.actions()]
    assert labels == ["Snooze 5 minutes", "Snooze 15 minutes", "Snooze 1 hour"]
    menu.actions()[0].trigger()
    assert len(desk.model.cards()) == 1
    desk.pass_to(at(0, 12, 5))
    assert len(desk.model.cards()) == 2
