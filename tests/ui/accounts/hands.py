"""Hands for the assistant that connects an account."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from lcdesk.model.domain.accounts import SignedIn
from lcdesk.ui.accounts.connect import ConnectWizard
from tests.ui.settings.stage import ALL, APP_PASSWORD, Stage

EMAIL = "anna@icloud.com"


def to_password(wizard: ConnectWizard) -> None:
    wizard.next_button.click()
    QTest.keyClicks(wizard.address.email, EMAIL)
    wizard.next_button.click()


def to_check(wizard: ConnectWizard) -> None:
    to_password(wizard)
    QTest.keyClicks(wizard.password.field.edit, APP_PASSWORD)
    wizard.next_button.click()


def to_roles(wizard: ConnectWizard, stage: Stage) -> None:
    to_check(wizard)
    for step in ("server", "signed-in", "calendars", "events"):
        stage.control.step_reached.emit(step)
    stage.control.checked.emit(SignedIn("/home/", ALL))


def kept(stage: Stage) -> int:
    """What the sync does when it is asked to keep an account, without its password."""
    account = stage.add_account(*ALL, email=EMAIL)
    stage.control.kept.emit(account)
    return account


def texts(wizard: ConnectWizard) -> str:
    labels = wizard.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())
