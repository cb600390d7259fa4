"""Every dialog that stands over the window or over Settings, opened as a person opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.people import save_contact
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.commands.time_off.absences import save_time_off
from lcdesk.model.domain.accounts import ErrorNote, Role, SignedIn
from lcdesk.model.domain.calendars import CalendarKind, Repeats
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.replication.outbox import mark_dead
from lcdesk.model.store import outbox
from lcdesk.model.store.time_off import replace_holidays
from lcdesk.ui.accounts.account_card import DisconnectDialog
from lcdesk.ui.accounts.change_password import PasswordDialog
from lcdesk.ui.attention.panel import AttentionPanel
from lcdesk.ui.contacts.import_dialog import ContactImportDialog
from lcdesk.ui.contacts.import_model import ContactImport
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.time_off.dialog import TimeOffDialog
from lcdesk.ui.waiting.dialog import WaitingDialog
from lcdesk.ui.widgets.labels import Look
from tests.desk import event, keep_contact_name
from tests.salon import CLEO, Salon, at
from tests.ui.accounts.hands import to_check, to_password
from tests.ui.records.test_editors import Opened
from tests.ui.settings import hands as settings_hands
from tests.ui.settings import stage as settings_stage
from tests.ui.waiting.hands import put
from tests.ui.window.stage import Stage, opened

TURNS = 200  # of the event loop, more than every question in steps takes
REFUSED = ErrorNote("REFUSED_BY_SERVER", "Refused", "iCloud does not take this event as it is.")


def settle() -> None:
    """Let everything that is asked in steps be answered."""
    for _ in range(TURNS):
        QApplication.processEvents()


def _salon_with(salon: Salon, name: str, title: str) -> int:
    """One appointment on Tuesday at ten, and an event at nine; returns the appointment's id."""
    linked = salon.connect(salon.ana)
    hall = salon.calendar(name, CalendarKind.ROUND_ROBIN, salon.ana, salon.ben, repeats=Repeats())
    salon.calendar(f"{name} 2", CalendarKind.COLLECTIVE, salon.ana, salon.ben)
    contact = CLEO if name == "Visit" else Contact(0, "Somebody")
    made = salon.book(hall, at(1, 10), contact, title=title, staff=(salon.ana.id,))
    keep_contact_name(salon.database, "Somebody", name)
    salon.mirror(linked["Work"], title or "Dentist", at(1, 9), at(1, 10))
    return made.id


def _edit(stage: Stage) -> QWidget:
    stage.window.grid.requests.open_requested.emit(stage.desk.week.block_of("a1"))
    return stage.child(stage.window, "edit_dialog")


def _edit_event(stage: Stage) -> QWidget:
    stage.click(1, 9 * 60 + 10)
    stage.press(stage.window, "card_edit")
    return stage.child(stage.window, "edit_words_dialog")


def _scope(stage: Stage) -> QWidget:
    with stage.salon.database.write() as tx:
        repeat(tx, 1, series_rule("FREQ=DAILY;COUNT=3"), now=stage.salon.now)
    stage.settle()
    (first, *_) = sorted(stage.desk.week.block_of(f"a{number}") for number in (1, 2))
    stage.desk.changes.delete(first)
    stage.settle()
    (dialog,) = stage.window.findChildren(ScopeDialog)
    return dialog


def _repeat(stage: Stage) -> QWidget:
    stage.click(1, 605)
    stage.press(stage.window, "card_repeat")
    return stage.child(stage.window, "repeat_dialog")


def _card(stage: Stage) -> QWidget:
    stage.click(1, 605)
    return stage.child(stage.window, "entry_card")


def _attention(stage: Stage) -> QWidget:
    with stage.salon.database.write() as tx:
        for entry in outbox.entries(tx):
            mark_dead(tx, entry, REFUSED)
    stage.settle()
    stage.window.status.attention_requested.emit()
    (panel,) = stage.window.findChildren(AttentionPanel)
    return panel


def _contact(stage: Stage) -> QWidget:
    stage.window.open_contact(1)
    return stage.child(stage.window, "contact_dialog")


def _merge(stage: Stage) -> QWidget:
    with stage.salon.database.write() as tx:
        save_contact(tx, Contact(0, "C. Park", CLEO.email, "030 99"), now=stage.salon.now)
    _contact(stage)
    stage.press(stage.window, "contact_card_merge")
    return stage.child(stage.window, "merge_dialog")


def _contact_import(stage: Stage) -> QWidget:
    file = stage.salon.folder / "people.csv"
    file.write_text("Client,Where,Telephone\nGil,gil@x.example,030 55555\n")
    model = ContactImport(stage.salon.database, file, stage.salon.clock)
    look = Look(stage.window.appearance, stage.window.icons)
    dialog = ContactImportDialog(model, look, stage.window)
    model.setParent(dialog)
    dialog.open()
    return dialog


def _calendar_import(stage: Stage) -> QWidget:
    file = stage.salon.folder / "private.ics"
    file.write_text(event("1", "20261125T090000Z", "20261125T100000Z", "RRULE:FREQ=WEEKLY"))
    stage.window.actions_table["import"].trigger()
    (asked,) = stage.window.findChildren(QFileDialog)
    asked.fileSelected.emit(str(file))
    asked.reject()
    return stage.child(stage.window, "calendar_import_dialog")


def _waiting_list(stage: Stage) -> QWidget:
    put(stage.salon, next(iter(stage.desk.context.directory.calendars.values())), CLEO.name)
    stage.window.actions_table["waiting"].trigger()
    dialog = stage.window.findChild(WaitingDialog)
    assert dialog is not None
    loop = QEventLoop()
    dialog.listed.connect(loop.quit)
    loop.exec()
    return dialog


def _waiting_editor(stage: Stage) -> QWidget:
    dialog = _waiting_list(stage)
    stage.press(dialog, "waiting_list_add")
    editor = stage.child(stage.window, "waiting_editor")
    any_time = editor.findChild(QCheckBox, "waiting_any_time")
    assert any_time is not None
    any_time.click()
    return editor


OVER_WINDOW: dict[str, Callable[[Stage], QWidget]] = {
    "edit appointment": _edit,
    "edit event": _edit_event,
    "scope": _scope,
    "repeat": _repeat,
    "card": _card,
    "attention": _attention,
    "contact": _contact,
    "merge": _merge,
    "contact import": _contact_import,
    "calendar import": _calendar_import,
    "waiting list": _waiting_list,
    "waiting editor": _waiting_editor,
}


def over_window(
    salon: Salon, qtbot: QtBot, which: str, *, name: str = "Visit", title: str = ""
) -> Iterator[tuple[Stage, QWidget]]:
    """The window with one of its dialogs; calendars, contact and title are called as is said."""
    _salon_with(salon, name, title)
    with opened(salon, qtbot) as stage:
        dialog = OVER_WINDOW[which](stage)
        settle()
        yield stage, dialog


def _password(stage: settings_stage.Stage, qtbot: QtBot) -> Iterator[QWidget]:
    dialog = settings_hands.refreshed(stage, settings_hands.opened(stage, qtbot))
    settings_hands.button(dialog, "password_button_1").click()
    (one,) = dialog.findChildren(PasswordDialog)
    yield one


def _disconnect(stage: settings_stage.Stage, qtbot: QtBot) -> Iterator[QWidget]:
    dialog = settings_hands.refreshed(stage, settings_hands.opened(stage, qtbot))
    settings_hands.button(dialog, "disconnect_button_1").click()
    (one,) = dialog.findChildren(DisconnectDialog)
    yield one


def _move(stage: settings_stage.Stage, qtbot: QtBot) -> Iterator[QWidget]:
    dialog = settings_hands.refreshed(stage, settings_hands.opened(stage, qtbot))
    option = dialog.calendars.primary.button(0)
    assert option is not None
    option.click()
    (one,) = dialog.findChildren(QMessageBox)
    yield one


def _connect(stage: settings_stage.Stage, qtbot: QtBot) -> Iterator[QWidget]:
    """Each step of the assistant."""
    wizard = stage.wizard()
    qtbot.addWidget(wizard)
    wizard.show()
    yield wizard
    wizard.next_button.click()
    yield wizard
    wizard.reject()
    for go in (to_password, to_check):
        wizard = stage.wizard()
        qtbot.addWidget(wizard)
        wizard.show()
        go(wizard)
        yield wizard
    stage.control.checked.emit(SignedIn("/home/", settings_stage.ALL))
    yield wizard


def calendar_form(settings: Opened, kind: CalendarKind) -> CalendarPage:
    """Settings > Calendars with a new calendar of a kind, and all of its fields that open."""
    page = settings.pages.calendars
    settings.show(page)
    settings.editors.begin_calendar(kind)
    page.begin()
    for box in page.findChildren(QCheckBox, "calendar_processing"):
        box.setChecked(kind is CalendarKind.SERVICE)
    for choice in page.findChildren(QComboBox, "repeats_every"):
        choice.setCurrentIndex(2)
    for name in ("variation_add", "add_on_add", "add_date"):
        for button in page.findChildren(QPushButton, name):
            button.click()
    settle()
    return page


def _time_off(stage: settings_stage.Stage, qtbot: QtBot) -> Iterator[QWidget]:
    """Somebody is away while an appointment is booked: the page, then the dialog over it."""
    tomorrow = (settings_stage.NOW + timedelta(days=1)).date()
    with stage.database.write() as tx:
        save_time_off(tx, TimeOff(0, tomorrow, tomorrow, "Holiday", (stage.anna,)))
        replace_holidays(tx, [PublicHoliday(tomorrow, tomorrow, "Sunday")])
    dialog = settings_hands.opened(stage, qtbot)
    dialog.show_page(dialog.time_off)
    yield dialog.time_off
    dialog.time_off.edit()
    (one,) = dialog.findChildren(TimeOffDialog)
    yield one


OVER_SETTINGS: dict[str, Callable[[settings_stage.Stage, QtBot], Iterator[QWidget]]] = {
    "password": _password,
    "disconnect": _disconnect,
    "another primary": _move,
    "connect": _connect,
    "time off": _time_off,
}


def over_settings(
    stage: settings_stage.Stage, qtbot: QtBot, which: str, *, name: str = "Home"
) -> Iterator[QWidget]:
    """Settings with one of its dialogs, or each step of the assistant."""
    if which != "connect":
        stage.add_account(settings_stage.found(name), settings_stage.WORK)
        stage.give_role(name, Role.PRIMARY)
        stage.add_appointments(1)
        stage.give_role("Work", Role.CONFLICT)
        stage.add_event("Work", "one")
    for dialog in OVER_SETTINGS[which](stage, qtbot):
        settle()
        yield dialog
