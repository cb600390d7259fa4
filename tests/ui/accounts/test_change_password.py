"""Changing an account's password, and disconnecting it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.account_card import DisconnectDialog
from lcdesk.ui.accounts.change_password import PasswordDialog
from tests.ui.settings.hands import button, opened, refreshed, texts
from tests.ui.settings.stage import ALL, APP_PASSWORD, Stage


def password_dialog(stage: Stage, qtbot: QtBot) -> tuple[PasswordDialog, int]:
    account = stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    button(dialog, f"password_button_{account}").click()
    opened_dialog = dialog.findChild(PasswordDialog)
    assert opened_dialog is not None
    stage.kept_alive.append(dialog)
    return opened_dialog, account


def test_a_new_password_is_handed_on_and_forgotten(stage: Stage, qtbot: QtBot) -> None:
    dialog, account = password_dialog(stage, qtbot)
    dialog.entry.field.edit.setText("ABCD EFGH IJKL MNOP")
    dialog._show_state()
    dialog.save_button.click()
    assert stage.asked.passwords == [(account, APP_PASSWORD, False)]
    with qtbot.waitSignal(dialog.accepted):
        stage.control.kept.emit(account)
    assert stage.asked.passes == 1


def test_a_refused_new_password_is_said(stage: Stage, qtbot: QtBot) -> None:
    dialog, _ = password_dialog(stage, qtbot)
    dialog.entry.field.edit.setText(APP_PASSWORD)
    dialog._show_state()
    dialog.save_button.click()
    assert dialog.save_button.text() == "Checking…"
    stage.control.failed.emit(LcdeskError("x", code="SIGN_IN_REFUSED"))
    assert "iCloud refused the password" in texts(dialog.notice)
    assert not dialog.session_button.isVisible()
    dialog.reject()


def test_a_new_password_can_be_for_this_session(stage: Stage, qtbot: QtBot) -> None:
    dialog, account = password_dialog(stage, qtbot)
    dialog.entry.field.edit.setText(APP_PASSWORD)
    dialog._show_state()
    dialog.save_button.click()
    stage.control.keyring_failed.emit(LcdeskError("locked", code="KEYRING"))
    dialog.session_button.click()
    assert [password[2] for password in stage.asked.passwords] == [False, True]
    stage.control.kept.emit(account)


def test_an_ordinary_password_is_not_sent(stage: Stage, qtbot: QtBot) -> None:
    dialog, _ = password_dialog(stage, qtbot)
    dialog.entry.field.edit.setText("Sommer2026!")
    dialog._show_state()
    dialog.save_button.click()
    assert "ordinary password" in dialog.entry.problem.text()
    assert stage.asked.passwords == []
    dialog.reject()


@pytest.mark.parametrize("keep", [True, False])
def test_disconnecting_asks_about_the_copied_slots(stage: Stage, qtbot: QtBot, keep: bool) -> None:
    account = stage.add_account(*ALL)
    stage.give_role("Work", Role.CONFLICT)
    stage.add_event("Work", "one")
    stage.add_event("Work", "two", days=3)
    stage.add_event("Work", "past", days=-3)
    dialog = refreshed(stage, opened(stage, qtbot))
    button(dialog, f"disconnect_button_{account}").click()
    question = dialog.findChild(DisconnectDialog)
    assert question is not None
    said = texts(question)
    assert "appointments stay here, and nothing is deleted in iCloud" in said
    assert "2 blocked slots were copied from it" in said
    (question.keep if keep else question.remove).click()
    question.confirm.click()
    assert stage.asked.removals == [(account, keep)]
    assert question.isVisible()
    with qtbot.waitSignal(question.accepted):
        stage.control.removed.emit(account)


def test_disconnecting_from_a_server_names_it(stage: Stage, qtbot: QtBot) -> None:
    account = stage.add_account(*ALL, server="https://dav.example.org/")
    dialog = refreshed(stage, opened(stage, qtbot))
    button(dialog, f"disconnect_button_{account}").click()
    question = dialog.findChild(DisconnectDialog)
    assert question is not None
    assert "nothing is deleted on dav.example.org" in texts(question)
    assert "iCloud" not in texts(question)
    question.reject()


def test_a_failed_disconnect_is_said_where_it_was_asked(stage: Stage, qtbot: QtBot) -> None:
    account = stage.add_account(*ALL)
    dialog = refreshed(stage, opened(stage, qtbot))
    button(dialog, f"disconnect_button_{account}").click()
    question = dialog.findChild(DisconnectDialog)
    assert question is not None
    assert "No blocked slots were copied" in texts(question)
    assert not question.keep.isVisible()
    question.confirm.click()
    stage.control.failed.emit(LcdeskError("The disk is full.", title="lcdesk cannot save"))
    assert "The disk is full." in texts(question)
    assert question.confirm.isEnabled()
    question.reject()
