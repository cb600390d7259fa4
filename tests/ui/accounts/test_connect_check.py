"""The step that checks an account: its lines, what can fail, and stopping it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.accounts import SignedIn
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.accounts.connect_words import Step
from tests.ui.accounts.hands import texts, to_check
from tests.ui.settings.stage import ALL, APP_PASSWORD, Stage


@pytest.fixture
def wizard(stage: Stage, qtbot: QtBot) -> ConnectWizard:
    made = stage.wizard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_check_is_followed_line_by_line(wizard: ConnectWizard, stage: Stage) -> None:
    to_check(wizard)
    assert wizard.steps.currentIndex() == Step.CHECKING
    assert not wizard.next_button.isVisible()
    stage.control.step_reached.emit("server")
    assert {"Server found", "Sign in", "Read the calendars"} <= set(texts(wizard).split("\n"))
    stage.control.step_reached.emit("signed-in")
    assert wizard.flow.reached == ("server", "signed-in")
    stage.control.checked.emit(SignedIn("/home/", ALL))
    assert wizard.flow.step is Step.ROLES
    assert "4 calendars found: 2 can be primary, 1 read-only, 1 subscribed." in texts(wizard)


FAILURES = [
    ("SIGN_IN_REFUSED", "iCloud refused the password", Step.PASSWORD),
    ("OFFLINE", "iCloud cannot be reached", Step.PASSWORD),
    ("THROTTLED", "iCloud is busy", Step.PASSWORD),
    ("NO_CALENDARS", "No calendars found", Step.ADDRESS),
    ("BAD_ANSWER", "iCloud's answer could not be read", Step.PASSWORD),
    ("NOT_CALDAV", "as it was raised", Step.ADDRESS),
    ("SOMETHING_NEW", "as it was raised", Step.PASSWORD),
]


@pytest.mark.parametrize(("code", "title", "mended_at"), FAILURES)
def test_each_failure_has_its_sentence_and_leads_back_to_where_it_is_mended(
    wizard: ConnectWizard, stage: Stage, code: str, title: str, mended_at: Step
) -> None:
    to_check(wizard)
    stage.control.step_reached.emit("server")
    stage.control.check_failed.emit(LcdeskError("why", code=code, title="as it was raised"))
    notice = wizard.checking.notice
    assert notice.isVisible()
    assert notice.title.text() == title
    assert not any(letter.isdigit() for letter in title)
    assert not notice.details.isVisible()
    notice.details_button.click()
    assert code in notice.details.text()
    wizard.checking.mend_button.click()
    assert wizard.flow.step is mended_at


def test_enter_mends_a_failure_and_does_not_cancel(wizard: ConnectWizard, stage: Stage) -> None:
    """The focus stayed on Cancel, so that Enter threw away what had been entered."""
    to_check(wizard)
    stage.control.check_failed.emit(LcdeskError("why", code="SIGN_IN_REFUSED"))
    focus = wizard.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert wizard.isVisible()
    assert wizard.flow.step is Step.PASSWORD


def test_a_wrong_address_of_another_server_has_its_own_sentence(
    wizard: ConnectWizard, stage: Stage
) -> None:
    wizard.rules.caldav.click()
    wizard.next_button.click()
    QTest.keyClicks(wizard.address.server, "www.example.org")
    QTest.keyClicks(wizard.address.email, "anna")
    wizard.next_button.click()
    QTest.keyClicks(wizard.password.field.edit, "secret")
    wizard.next_button.click()
    stage.control.check_failed.emit(LcdeskError("why", code="NOT_CALDAV"))
    assert wizard.checking.notice.title.text() == "This is not a calendar server"
    wizard.back_button.click()
    assert wizard.flow.step is Step.ADDRESS
    assert wizard.address.server.text() == "www.example.org"


def test_trying_again_asks_with_the_same_password(wizard: ConnectWizard, stage: Stage) -> None:
    to_check(wizard)
    stage.control.check_failed.emit(LcdeskError("why", code="OFFLINE"))
    wizard.checking.retry_button.click()
    assert len(stage.asked.checks) == 2
    assert stage.asked.checks[0] == stage.asked.checks[1]
    assert not wizard.checking.notice.isVisible()
    assert wizard.flow.reached == ()


def test_back_during_the_check_cancels_it_and_a_late_answer_is_not_heard(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_check(wizard)
    wizard.back_button.click()
    assert stage.asked.cancels == 1
    assert wizard.flow.step is Step.PASSWORD
    assert wizard.password.field.password == ""
    stage.control.checked.emit(SignedIn("/home/", ALL))
    stage.control.check_failed.emit(LcdeskError("stopped", code="STOPPED"))
    assert wizard.flow.step is Step.PASSWORD
    assert wizard.flow.problem is None


def test_the_answer_to_a_cancelled_check_does_not_end_the_next_one(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_check(wizard)
    wizard.back_button.click()
    QTest.keyClicks(wizard.password.field.edit, APP_PASSWORD)
    wizard.next_button.click()
    stage.control.check_failed.emit(LcdeskError("stopped", code="STOPPED"))
    assert wizard.flow.problem is None
    assert wizard.flow.step is Step.CHECKING


def test_cancel_during_the_check_stops_it_and_forgets_the_password(
    wizard: ConnectWizard, stage: Stage, qtbot: QtBot
) -> None:
    to_check(wizard)
    with qtbot.waitSignal(wizard.rejected):
        wizard.cancel_button.click()
    assert stage.asked.cancels == 1
    assert wizard.password.field.password == ""
    assert wizard.flow._sign_in is None


def test_closing_the_window_is_cancelling(wizard: ConnectWizard, stage: Stage) -> None:
    to_check(wizard)
    wizard.close()
    assert stage.asked.cancels == 1
    assert wizard.flow._sign_in is None


def test_a_refused_password_is_no_missing_server(wizard: ConnectWizard, stage: Stage) -> None:
    """A server that wants the password before anything else was drawn as not found."""
    to_check(wizard)
    stage.control.check_failed.emit(LcdeskError("why", code="SIGN_IN_REFUSED"))
    assert wizard.flow.reached == ("server",)


def test_a_refused_password_said_signed_in_beside_its_sign(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_check(wizard)
    stage.control.step_reached.emit("server")
    stage.control.check_failed.emit(LcdeskError("why", code="SIGN_IN_REFUSED"))
    shown = texts(wizard)
    assert "Sign in" in shown
    assert "Signed in" not in shown
