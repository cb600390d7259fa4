"""The Settings dialog on a real store: what it shows, and what each choice does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.accounts import AccountState, ErrorNote, Provider, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.store.accounts import set_account_state
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.accounts.sentences import ALWAYS_CHECKED, READ_ONLY, SUBSCRIBED
from lcdesk.ui.bridge import SyncActivity, SyncProgress
from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import DARK, Scheme, sharpen
from lcdesk.ui.settings.about import AboutPage, as_text
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.general_model import GeneralSettings, SchemeChoice
from lcdesk.ui.settings.sync_page import SyncPage
from tests.ui.settings.hands import button, opened, refreshed, texts
from tests.ui.settings.stage import ALL, HOME, NOW, WORK, Stage


def press_primary(dialog: SettingsDialog, stage: Stage, name: str) -> None:
    option = dialog.calendars.primary.button(stage.linked(name).id if name else 0)
    assert option is not None
    option.click()


def press_conflict(dialog: SettingsDialog, stage: Stage, name: str) -> None:
    option = dialog.calendars.conflict.button(stage.linked(name).id)
    assert option is not None
    option.click()


# --- accounts -------------------------------------------------------------------------------------


def test_a_card_says_how_the_account_is(stage: Stage, qtbot: QtBot) -> None:
    account = stage.add_account(*ALL)
    stage.give_role("Work", Role.PRIMARY)
    stage.add_appointments(3)
    with stage.database.write() as tx:
        when = NOW - timedelta(minutes=2)
        set_account_state(tx, account, AccountState.OK, success_at=when)
    dialog = refreshed(stage, opened(stage, qtbot))
    said = texts(dialog.integrations)
    assert "anna@icloud.com" in said
    assert "Not everything is sent yet" in said
    assert "Read 2 min ago · 3 changes waiting to be sent" in said


def test_a_refused_password_is_asked_for_in_place_of_a_sync(stage: Stage, qtbot: QtBot) -> None:
    account = stage.add_account(*ALL)
    note = ErrorNote("SIGN_IN_REFUSED", "iCloud refused the password", "Enter a new one.")
    with stage.database.write() as tx:
        set_account_state(tx, account, AccountState.NEEDS_PASSWORD, error=note)
    dialog = refreshed(stage, opened(stage, qtbot))
    assert "iCloud refused the password" in texts(dialog)
    assert button(dialog, f"password_button_{account}").text() == "Enter password…"
    assert not button(dialog, f"sync_button_{account}").isVisible()


def test_news_of_the_store_reach_the_page_by_themselves(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    account = stage.add_account(*ALL)
    dialog.show_page(dialog.calendars)

    def is_there() -> None:
        assert dialog.findChild(QWidget, f"account_{account}") is not None
        assert "No primary calendar" in texts(dialog.calendars)

    qtbot.waitUntil(is_there)


def test_sync_now_asks_for_a_pass(stage: Stage, qtbot: QtBot) -> None:
    account = stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    button(dialog, f"sync_button_{account}").click()
    assert stage.asked.passes == 1


def test_reading_shows_how_far_it_is_and_then_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    stage.sync.progressed.emit(SyncProgress("Work", 120, 400))
    assert "Reading Work: 120 of 400" in texts(dialog)
    assert dialog.integrations.progress.value() == 120
    stage.sync.activity_changed.emit(SyncActivity.IDLE)
    assert not dialog.integrations.progress.isVisible()


def test_each_member_has_accounts_of_their_own(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    stage.add_member("Ben")
    dialog = refreshed(stage, opened(stage, qtbot))
    box = dialog.integrations.members.box
    assert [box.itemText(at) for at in range(box.count())] == ["Anna", "Ben"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dialog.integrations.connect_button.text() == "Connect…"
    dialog.show_page(dialog.calendars)
    assert "No account is connected yet" in texts(dialog)
    assert dialog.calendars.members.box.currentText() == "Ben"


def test_calendars_of_icloud_and_of_a_server_are_connected_each_in_its_place(
    stage: Stage, qtbot: QtBot
) -> None:
    account = stage.add_account(*ALL)
    page = refreshed(stage, opened(stage, qtbot)).integrations
    assert (page.connect_button.text(), page.server_button.text()) == (
        "Connect another…",
        "Connect…",
    )
    card = page.findChild(QWidget, f"account_{account}")
    assert card is not None
    assert page.connect_button.y() > card.y()
    assert page.server_button.y() > page.connect_button.y()
    for button_of, provider in (
        (page.connect_button, Provider.ICLOUD),
        (page.server_button, Provider.CALDAV),
    ):
        button_of.click()
        (wizard,) = page.findChildren(ConnectWizard)
        assert wizard.rules.provider is provider
        wizard.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- roles ----------------------------------------------------------------------------------------


def test_calendars_that_cannot_be_chosen_say_why(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    for name, primary, conflict, reason in (
        ("Home", True, True, ""),
        ("Family", False, True, READ_ONLY),
        ("Matches", False, False, SUBSCRIBED),
    ):
        row = dialog.calendars.primary.button(stage.linked(name).id)
        other = dialog.calendars.conflict.button(stage.linked(name).id)
        assert row is not None
        assert other is not None
        assert (row.isEnabled(), other.isEnabled()) == (primary, conflict), name
        assert row.accessibleDescription() == reason
    dialog.show_page(dialog.calendars)
    assert "iCloud is not supported for them" in texts(dialog)


def test_choosing_a_primary_holds_at_once_and_is_checked_for_conflicts(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    press_primary(dialog, stage, "Work")
    assert stage.roles()["Work"] is Role.PRIMARY
    assert stage.asked.passes == 1
    always = dialog.calendars.conflict.button(stage.linked("Work").id)
    assert always is not None
    assert (always.isChecked(), always.isEnabled()) == (True, False)
    assert always.accessibleDescription() == ALWAYS_CHECKED


def test_moving_appointments_is_asked_first(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    stage.give_role("Home", Role.PRIMARY)
    stage.add_appointments(4)
    stage.add_appointments(2, CalendarKind.SIMPLE)
    dialog = refreshed(stage, opened(stage, qtbot))
    press_primary(dialog, stage, "Work")
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert question.text() == "4 upcoming appointments will move to Work."
    assert stage.roles()["Home"] is Role.PRIMARY
    shown = dialog.calendars.primary.button(stage.linked("Home").id)
    assert shown is not None
    assert shown.isChecked()
    button(question, "confirm_move").click()
    assert stage.roles()["Work"] is Role.PRIMARY


def test_not_moving_leaves_everything_as_it_was(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    stage.give_role("Home", Role.PRIMARY)
    stage.add_appointments(1)
    dialog = refreshed(stage, opened(stage, qtbot))
    press_primary(dialog, stage, "Work")
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert question.text() == "1 upcoming appointment will move to Work."
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert stage.roles()["Home"] is Role.PRIMARY
    assert stage.asked.passes == 0


def test_going_without_a_primary_says_what_stays(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    stage.give_role("Home", Role.PRIMARY)
    stage.add_appointments(2)
    dialog = refreshed(stage, opened(stage, qtbot))
    press_primary(dialog, stage, "")
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert question.text().startswith("2 upcoming appointments stay in the calendar as it is.")
    button(question, "confirm_move").click()
    assert stage.roles()["Home"] is Role.NONE


def test_conflict_calendars_are_ticked_in_any_number(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    press_conflict(dialog, stage, "Home")
    press_conflict(dialog, stage, "Family")
    assert stage.roles()["Home"] is stage.roles()["Family"] is Role.CONFLICT
    press_conflict(dialog, stage, "Home")
    assert stage.roles()["Home"] is Role.NONE
    assert stage.asked.passes == 3


def test_a_refused_role_is_said_on_the_page_and_not_shown_as_chosen(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_account(HOME, WORK)
    stage.give_role("Home", Role.PRIMARY)
    stage.add_appointments(1)
    with stage.database.write() as tx:  # as if it had been sent
        from sqlalchemy import text

        tx.connection.execute(text("DELETE FROM outbox"))
        tx.connection.execute(text("UPDATE remote_object SET state = 'clean', etag = '1'"))
    dialog = refreshed(stage, opened(stage, qtbot))
    stage.give_role("Work", Role.PRIMARY)  # its removal from Home is waiting now
    refreshed(stage, dialog)
    dialog.show_page(dialog.calendars)
    press_conflict(dialog, stage, "Home")
    assert dialog.calendars.notice.isVisible()
    assert "still to be removed" in texts(dialog.calendars.notice)
    option = dialog.calendars.conflict.button(stage.linked("Home").id)
    assert option is not None
    assert not option.isChecked()


def test_what_is_chosen_stands_in_a_line_until_it_is_edited(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    stage.give_role("Work", Role.PRIMARY)
    stage.give_role("Family", Role.CONFLICT)
    dialog = refreshed(stage, opened(stage, qtbot))
    page = dialog.calendars
    dialog.show_page(page)
    assert page.primary_choice.chosen.text() == "Work"
    assert page.conflict_choice.chosen.text() == "Work, Family"
    assert not page.primary.isVisible()
    page.primary_choice.edit_button.click()
    assert page.primary.isVisible()
    assert not page.conflict.isVisible()
    assert page.primary_choice.edit_button.accessibleName() == "Primary Calendar: Done"
    press_primary(dialog, stage, "Home")
    assert page.primary_choice.chosen.text() == "Home"
    page.primary_choice.edit_button.click()
    assert not page.primary.isVisible()


def test_what_blocks_is_chosen_for_each_calendar_that_is_read(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    dialog.show_page(dialog.calendars)
    assert not dialog.calendars.blocking.isVisible()
    press_primary(dialog, stage, "Work")
    work = stage.linked("Work").id
    all_day, tentative = dialog.calendars.blocking.boxes(work)
    assert (all_day.isChecked(), tentative.isChecked()) == (True, True)
    assert all_day.accessibleName() == "All-day events of Work block time"
    all_day.click()
    assert not stage.linked("Work").all_day_blocks
    assert stage.linked("Work").tentative_blocks
    tentative.click()
    assert not stage.linked("Work").tentative_blocks
    assert dialog.calendars.blocking.boxes(work) == (all_day, tentative), "the focus stays"
    assert stage.asked.passes == 1, "nothing is read again for it"


def test_two_accounts_are_told_apart(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(HOME)
    stage.add_account(WORK, email="studio@icloud.com")
    dialog = refreshed(stage, opened(stage, qtbot))
    assert [role_option.owner for role_option in stage.accounts.options().conflict] == [
        "anna@icloud.com",
        "studio@icloud.com",
    ]
    dialog.show_page(dialog.calendars)
    dialog.calendars.conflict_choice.open()
    assert texts(dialog.calendars.conflict).count("studio@icloud.com") == 1


def test_the_focus_stays_while_news_come_in(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    before = dialog.calendars.conflict.button(stage.linked("Home").id)
    press_conflict(dialog, stage, "Family")
    assert dialog.calendars.conflict.button(stage.linked("Home").id) is before


# --- the other pages ------------------------------------------------------------------------------


def test_general_choices_are_kept_at_once(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    dialog.show_page(dialog.general)
    pages = (dialog.page(SyncPage), *(dialog.general,) * 3)
    names = ("release_deleted", "scheme_dark", "more_contrast", "keep_running")
    try:
        for page, name in zip(pages, names, strict=True):
            control = page.findChild(QWidget, name)
            assert control is not None
            control.click()  # type: ignore[attr-defined]
        assert stage.appearance.palette == sharpen(DARK)
    finally:
        stage.appearance.force(None)
        stage.appearance.sharpen(False)
    read_again = GeneralSettings(stage.database)
    assert read_again.releases_deleted
    assert read_again.scheme is SchemeChoice.DARK
    assert not read_again.keeps_running


def test_general_shows_what_was_chosen_earlier(stage: Stage, qtbot: QtBot) -> None:
    stage.general.releases_deleted = True
    stage.general.scheme = SchemeChoice.LIGHT
    dialog = opened(stage, qtbot)
    for page, name in (
        (dialog.page(SyncPage), "release_deleted"),
        (dialog.general, "scheme_light"),
        (dialog.general, "keep_running"),
    ):
        control = page.findChild(QWidget, name)
        assert control is not None
        assert control.isChecked(), name  # type: ignore[attr-defined]


def test_a_choice_that_cannot_be_saved_is_said(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LcdeskError("The disk is full.", title="lcdesk cannot save")

    dialog = opened(stage, qtbot)
    dialog.show_page(dialog.general)
    monkeypatch.setattr(GeneralSettings, "_set", full)
    dialog.general.running.click()
    assert "The disk is full." in texts(dialog.general)


def test_a_page_is_made_when_somebody_turns_to_it(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    assert not dialog.findChildren(AboutPage)
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    pages.setCurrentRow(pages.count() - 1)
    (about,) = dialog.findChildren(AboutPage)
    assert about.isVisible()
    pages.setCurrentRow(1)
    pages.setCurrentRow(pages.count() - 1)
    assert dialog.findChildren(AboutPage) == [about]


def test_pages_are_reached_from_the_list(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    for page in (dialog.general, dialog.about, dialog.calendars):
        dialog.show_page(page)
        assert page.isVisible()


def test_about_names_qt_its_licence_and_copies_versions(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    dialog.show_page(dialog.about)
    assert "GNU Lesser General Public License" in texts(dialog.about)
    button(dialog, "copy_versions").click()
    assert QApplication.clipboard().text() == as_text()
    assert "Qt 6." in as_text()


def test_colours_follow_a_new_palette(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    title = dialog.calendars.title
    try:
        stage.appearance.force(Scheme.DARK)
        assert title.palette().windowText().color().name() == stage.appearance.palette.text
    finally:
        stage.appearance.force(None)


def test_time_stands_still_while_nobody_looks(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    assert stage.accounts._minute.isActive()
    dialog.hide()
    assert not stage.accounts._minute.isActive()


def test_larger_text_has_room_in_the_list_of_pages(stage: Stage, qtbot: QtBot) -> None:
    """It was as wide as ever, and read "Calendar Confi…"."""
    before = QApplication.font()
    QApplication.setFont(scale_font(before, 1.5))
    try:
        pages = opened(stage, qtbot).findChild(QListWidget, "settings_pages")
        assert pages is not None
        for item in (pages.item(at) for at in range(pages.count())):
            needed = pages.fontMetrics().horizontalAdvance(item.text())
            assert pages.visualItemRect(item).width() >= needed + 20, item.text()
    finally:
        QApplication.setFont(before)
