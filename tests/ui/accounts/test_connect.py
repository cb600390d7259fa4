"""Connecting an account in the assistant: every step, every failure, every way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.accounts import LinkedCalendar, Provider, Role, SignedIn, SignIn
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.accounts.connect_words import Step
from lcdesk.ui.accounts.sentences import READ_ONLY, SUBSCRIBED
from lcdesk.ui.settings.dialog import SettingsDialog
from tests.ui.accounts.hands import EMAIL, kept, texts, to_check, to_password, to_roles
from tests.ui.settings.stage import ALL, APP_PASSWORD, HOME, WORK, Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def wizard(stage: Stage, qtbot: QtBot) -> ConnectWizard:
    made = stage.wizard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_rules_are_said_first_and_follow_the_provider(wizard: ConnectWizard) -> None:
    assert "iCloud is not supported for simple calendars" in texts(wizard)
    assert "Blocked slots made here never leave lcdesk." in texts(wizard)
    wizard.rules.caldav.click()
    assert "iCloud" not in texts(wizard).replace("iCloud\n", "")
    assert not wizard.back_button.isVisible()


def test_icloud_asks_for_the_apple_address_and_says_where_passwords_are_made(
    wizard: ConnectWizard,
) -> None:
    wizard.next_button.click()
    assert wizard.flow.step is Step.ADDRESS
    assert not wizard.address.server.isVisible()
    assert not wizard.next_button.isEnabled()
    for words in ("App-Specific Passwords", "two-factor", "alias", "account.apple.com"):
        assert words in texts(wizard)


@pytest.mark.parametrize("entered", ["anna", "anna@icloud", "@icloud.com", "a b@icloud.com"])
def test_an_address_that_is_none_is_explained_and_nothing_is_asked(
    wizard: ConnectWizard, stage: Stage, entered: str
) -> None:
    wizard.next_button.click()
    QTest.keyClicks(wizard.address.email, entered)
    wizard.next_button.click()
    assert wizard.flow.step is Step.ADDRESS
    assert "full e-mail address" in wizard.address.problem.text()
    QTest.keyClicks(wizard.address.email, "x")
    assert not wizard.address.problem.isVisible()


def test_an_account_that_is_connected_already_is_said_at_once(
    wizard: ConnectWizard, stage: Stage
) -> None:
    stage.add_account(HOME)
    stage.accounts._read_again()
    wizard.next_button.click()
    QTest.keyClicks(wizard.address.email, "Anna@iCloud.com")
    wizard.next_button.click()
    assert "is connected already" in wizard.address.problem.text()


def test_other_servers_are_asked_with_server_name_and_hidden_password(
    wizard: ConnectWizard, stage: Stage
) -> None:
    wizard.rules.caldav.click()
    wizard.next_button.click()
    assert wizard.address.server.hasFocus()
    QTest.keyClicks(wizard.address.email, "anna")
    wizard.next_button.click()
    assert "address of the calendar server" in wizard.address.problem.text()
    QTest.keyClicks(wizard.address.server, " dav.example.org ")
    wizard.next_button.click()
    assert wizard.password.field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(wizard.password.field.edit, "pass word-1")
    wizard.next_button.click()
    assert stage.asked.checks == [SignIn(Provider.CALDAV, "anna", "pass word-1", "dav.example.org")]


@pytest.mark.parametrize(
    "pasted", ["abcdefghijklmnop", "ABCD EFGH IJKL MNOP", " abcd-efgh-ijkl-mnop ", APP_PASSWORD]
)
def test_a_pasted_password_shows_in_groups_and_is_sent_as_apple_spells_it(
    wizard: ConnectWizard, stage: Stage, pasted: str
) -> None:
    to_password(wizard)
    field = wizard.password.field
    QApplication.clipboard().setText(pasted)
    field.edit.paste()
    assert field.edit.text() == APP_PASSWORD
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    wizard.next_button.click()
    assert stage.asked.checks == [SignIn(Provider.ICLOUD, EMAIL, APP_PASSWORD)]


@pytest.mark.parametrize(
    ("entered", "words"),
    [("Sommer2026!", "ordinary password"), ("abcd-efgh-ijkl", "this one has 12")],
)
def test_a_password_of_another_shape_is_explained_and_not_sent(
    wizard: ConnectWizard, stage: Stage, entered: str, words: str
) -> None:
    to_password(wizard)
    QTest.keyClicks(wizard.password.field.edit, entered)
    wizard.next_button.click()
    assert wizard.flow.step is Step.PASSWORD
    assert words in wizard.password.problem.text()
    assert stage.asked.checks == []


def test_the_cursor_stays_where_letters_are_mended(wizard: ConnectWizard) -> None:
    to_password(wizard)
    edit = wizard.password.field.edit
    QTest.keyClicks(edit, "abcdfghi")
    edit.setCursorPosition(4)
    QTest.keyClicks(edit, "ex")
    assert edit.text() == "abcd-exfg-hi"
    assert edit.cursorPosition() == 7


def test_only_writable_calendars_can_be_primary_and_subscribed_ones_nothing(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_roles(wizard, stage)
    options = wizard.flow.options()
    assert [role_option.is_enabled for role_option in options.primary] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert options.primary[3].detail == READ_ONLY
    assert options.primary[4].detail == SUBSCRIBED
    assert [role_option.is_enabled for role_option in options.conflict] == [
        False,
        True,
        True,
        False,
    ]
    button = wizard.roles.primary.button(3)
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert wizard.flow.primary == 1


@pytest.mark.parametrize(
    ("found", "counts", "said"),
    [
        ((WORK, ALL[2], ALL[3]), {}, "Work is chosen: no other calendar can be written to."),
        (ALL, {}, "Home is chosen, the first that can be written to."),
        (
            ALL,
            {HOME.path: 0, WORK.path: 37, ALL[2].path: 900},
            "Work is chosen, the first that can be written to and has events.",
        ),
    ],
)
def test_no_primary_calendar_was_the_choice_made_beforehand(
    wizard: ConnectWizard,
    stage: Stage,
    found: tuple[LinkedCalendar, ...],
    counts: dict[str, int],
    said: str,
) -> None:
    to_check(wizard)
    stage.control.checked.emit(SignedIn("/home/", found, counts))
    assert wizard.roles.proposal.text() == said
    (chosen,) = [calendar for calendar in wizard.flow.options().primary if calendar.is_chosen]
    assert said.startswith(chosen.name)
    nothing = wizard.roles.primary.button(0)
    assert nothing is not None
    nothing.click()
    assert not wizard.roles.proposal.isVisible()


def test_events_are_counted_beside_each_calendar_that_could_be_counted(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_check(wizard)
    stage.control.checked.emit(SignedIn("/home/", ALL, {HOME.path: 0, WORK.path: 1}))
    assert [calendar.detail for calendar in wizard.flow.options().primary[1:3]] == [
        "No events",
        "1 event",
    ]
    assert wizard.flow.options().conflict[2].detail == ""


@pytest.mark.parametrize("leave", ["reject", "accept"])
def test_the_focus_went_to_the_main_window_when_the_assistant_was_closed(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    """Window managers give it to the main window, which Settings and the assistant belong to."""
    settings = stage.dialog()
    qtbot.addWidget(settings)
    settings.show()
    settings.integrations.open_wizard()
    wizard = settings.findChild(ConnectWizard)
    assert wizard is not None
    asked_for: list[bool] = []
    monkeypatch.setattr(
        SettingsDialog, "activateWindow", lambda _self: asked_for.append(wizard.isVisible())
    )
    getattr(wizard, leave)()
    assert asked_for == [False]  # once it is out of the way


def test_roles_are_given_when_the_account_is_kept(
    wizard: ConnectWizard, stage: Stage, qtbot: QtBot
) -> None:
    to_roles(wizard, stage)
    for button in (wizard.roles.primary.button(2), wizard.roles.conflict.button(3)):
        assert button is not None
        button.click()
    assert wizard.password.field.password == ""
    with qtbot.waitSignal(wizard.connected):
        wizard.next_button.click()
        ((wanted, answer, staff, session),) = stage.asked.keeps
        assert (wanted.password, staff, session) == (APP_PASSWORD, stage.anna, False)
        assert answer == SignedIn("/home/", ALL)
        assert not wizard.next_button.isEnabled()
        kept(stage)
    assert stage.roles() == {
        "Home": Role.NONE,
        "Work": Role.PRIMARY,
        "Family": Role.CONFLICT,
        "Matches": Role.NONE,
    }
    assert wizard.flow._sign_in is None


def test_a_conflict_calendar_that_becomes_primary_is_not_both(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_roles(wizard, stage)
    for button in (wizard.roles.conflict.button(1), wizard.roles.primary.button(1)):
        assert button is not None
        button.click()
    assert wizard.flow.conflicts == frozenset()
    always = wizard.flow.options().conflict[0]
    assert (always.is_chosen, always.is_enabled) == (True, False)


def test_without_a_keyring_the_password_can_be_for_this_session(
    wizard: ConnectWizard, stage: Stage, qtbot: QtBot
) -> None:
    to_roles(wizard, stage)
    assert not wizard.roles.session_button.isVisible()
    wizard.next_button.click()
    error = LcdeskError("KWallet is locked.", code="KEYRING", title="The password store is locked")
    stage.control.keyring_failed.emit(error)
    assert "KWallet is locked." in texts(wizard)
    assert wizard.roles.session_button.isVisible()
    with qtbot.waitSignal(wizard.connected):
        wizard.roles.session_button.click()
        assert [session for *_, session in stage.asked.keeps] == [False, True]
        kept(stage)


def test_an_unlocked_keyring_can_be_tried_again(wizard: ConnectWizard, stage: Stage) -> None:
    to_roles(wizard, stage)
    wizard.next_button.click()
    stage.control.keyring_failed.emit(LcdeskError("locked", code="KEYRING"))
    wizard.roles.retry_button.click()
    assert [session for *_, session in stage.asked.keeps] == [False, False]


def test_what_fails_while_keeping_is_said_and_nothing_is_kept(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_roles(wizard, stage)
    wizard.next_button.click()
    stage.control.failed.emit(LcdeskError("The disk is full.", title="lcdesk cannot save"))
    assert "The disk is full." in texts(wizard)
    assert wizard.next_button.isEnabled()
    assert not wizard.roles.session_button.isVisible()


def test_moving_upcoming_appointments_is_said_before_it_happens(
    wizard: ConnectWizard, stage: Stage
) -> None:
    stage.add_appointments(2)
    to_roles(wizard, stage)
    button = wizard.roles.primary.button(1)
    assert button is not None
    button.click()
    assert wizard.roles.consequence.text() == ("2 upcoming appointments will be written to Home.")


def test_a_primary_of_another_account_can_be_kept(wizard: ConnectWizard, stage: Stage) -> None:
    stage.add_account(WORK, email="other@icloud.com")
    stage.give_role("Work", Role.PRIMARY)
    stage.accounts._read_again()
    to_roles(wizard, stage)
    assert wizard.flow.options().primary[0].name == "Keep “Work” as primary calendar"
    assert wizard.flow.primary == 0


def test_back_from_the_calendars_asks_for_the_password_again(
    wizard: ConnectWizard, stage: Stage
) -> None:
    to_roles(wizard, stage)
    wizard.back_button.click()
    assert wizard.flow.step is Step.PASSWORD
    assert wizard.password.field.password == ""
    wizard.back_button.click()
    assert wizard.address.email.text() == EMAIL


def test_no_password_is_in_any_text_of_the_flow(wizard: ConnectWizard, stage: Stage) -> None:
    to_check(wizard)
    assert APP_PASSWORD not in repr(vars(wizard.flow))
    assert APP_PASSWORD not in texts(wizard)
