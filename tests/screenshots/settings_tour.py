"""The settings, and the assistant that connects an account."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from lcdesk.app.program import Program
from lcdesk.model.domain.accounts import Role, SignedIn
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.sync.errors import SignInRefused
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.sync_page import SyncPage
from lcdesk.ui.wording.labels import tr
from tests.screenshots.camera import Camera, click, close, enter, find, settle, wait_for
from tests.screenshots.stage import workspace_of
from tests.ui.settings import stage as settings_stage


def settings(camera: Camera, program: Program) -> None:
    """Every page, as practice has them."""
    workspace_of(program).open_settings()
    settle()
    dialog = find(SettingsDialog, "settings")
    backup(camera, program, dialog)
    search(camera, dialog)
    for name, page in (
        ("settings-integrations", dialog.integrations),
        ("settings-calendars", dialog.calendars),
        ("settings-sync", dialog.page(SyncPage)),
        ("settings-general", dialog.general),
        ("settings-about", dialog.about),
    ):
        dialog.show_page(page)
        settle()
        camera.take(name, dialog)
    dialog.show_page(dialog.notifications)
    settle()
    camera.take("settings-notifications", dialog)
    editors = dialog.editors
    for name, editor in (
        ("settings-booking-calendars", editors.calendars),
        ("settings-staff", editors.staff),
        ("settings-rooms", editors.resources),
        ("settings-contacts", editors.contacts),
    ):
        dialog.show_page(editor)
        settle()
        camera.take(name, dialog)
    kinds = {calendar.kind: calendar.id for calendar in editors.calendars.editor.known.values()}
    dialog.show_page(editors.calendars)
    for kind in CalendarKind:
        editors.calendars.editor.choose(kinds[kind])
        settle()
        camera.take(f"settings-booking-{kind.value}", dialog)
    dialog.show_page(dialog.calendars)
    close(dialog)


def search(camera: Camera, dialog: SettingsDialog) -> None:
    """What is found by a word, and where it leads."""
    field = find(QLineEdit, "settings_search")
    field.setText(tr("Dark"))
    settle()
    camera.take("settings-search", dialog)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    camera.take("settings-search-mark", dialog)
    field.clear()


def backup(camera: Camera, program: Program, dialog: SettingsDialog) -> None:
    """The copies, the question before one is restored, and the one over a damaged store."""
    model = workspace_of(program).backup
    dialog.show_page(dialog.backup)
    settle()
    for ask in (model.copy_now, model.copy_now, model.read):
        ask()
        while model.is_busy:
            settle()
    dialog.backup.table.setCurrentCell(0, 0)
    settle()
    camera.take("settings-backup", dialog)
    while model.is_busy:  # the look for damage, which begins by itself, and a copy with it
        settle()
    click("restore")
    camera.take("settings-restore", find(QWidget, "restore_question"))
    close(find(QWidget, "restore_question"))
    transfer(camera, program, dialog)


def transfer(camera: Camera, program: Program, dialog: SettingsDialog) -> None:
    """Everything in one file: written, and asked about before it is taken."""
    model = workspace_of(program).backup.transfer
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "lcdesk-2026-11-23.zip")
        for ask in (model.write, model.look_at):
            ask(file)
            while model.working:
                settle()
            if ask == model.write:
                dialog.backup.ensureWidgetVisible(dialog.backup.transfer)
                settle()
                camera.take("settings-transfer", dialog)
    camera.take("settings-import", find(QWidget, "import_question"))
    close(find(QWidget, "import_question"))


def connecting(camera: Camera, folder: Path) -> None:
    """The assistant, step by step; the server's part is played."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    folder.mkdir()
    stage = settings_stage.Stage(folder, application)
    stage.add_appointments(2)
    camera.dress(stage.appearance)
    try:
        wizard = stage.wizard()
        wizard.open()
        settle()
        walk(camera, stage, wizard)
        close(wizard)
        wizard.deleteLater()
        connected(camera, stage)
    finally:
        stage.close()
        settle()


def walk(camera: Camera, stage: settings_stage.Stage, wizard: ConnectWizard) -> None:
    """From the rules to the choice of calendars, with the ways it can stop."""
    camera.take("connect-1-rules", wizard)
    click("next_button")
    camera.take("connect-2-address", wizard)
    enter("address_edit", "anna@icloud.com")
    click("next_button")
    camera.take("connect-3-password", wizard)
    enter("password_edit", "Sunflower-7")
    click("next_button")
    camera.take("connect-3-wrong-shape", wizard)
    enter("password_edit", settings_stage.APP_PASSWORD)
    click("next_button")
    stage.control.step_reached.emit("server")
    settle()
    camera.take("connect-4-checking", wizard)
    stage.control.check_failed.emit(SignInRefused("The password was not accepted."))
    settle()
    camera.take("connect-4-refused", wizard)
    click("retry_button")
    for step in ("server", "signed-in", "calendars", "events"):
        stage.control.step_reached.emit(step)
    stage.control.checked.emit(SignedIn("/cal/", settings_stage.ALL))
    settle()
    camera.take("connect-5-calendars", wizard)


def connected(camera: Camera, stage: settings_stage.Stage) -> None:
    """An iCloud account in the settings, and what can be done with it."""
    wait_for(stage.accounts.changed, partial(fill, stage))
    (account,) = (card.id for card in stage.accounts.cards())
    dialog = stage.dialog()
    dialog.show()
    settle()
    camera.take("settings-icloud", dialog)
    dialog.show_page(dialog.calendars)
    settle()
    camera.take("settings-roles", dialog)
    dialog.calendars.primary_choice.open()
    dialog.calendars.conflict_choice.open()
    settle()
    dialog.calendars.ensureWidgetVisible(dialog.calendars.blocking)
    settle()
    camera.take("settings-what-blocks", dialog)
    dialog.integrations.change_password(account)
    settle()
    camera.take("change-password", find(QWidget, "password_dialog"))
    close(find(QWidget, "password_dialog"))
    dialog.integrations.disconnect_account(account)
    settle()
    camera.take("disconnect", find(QWidget, "disconnect_dialog"))
    close(find(QWidget, "disconnect_dialog"))
    close(dialog)
    dialog.deleteLater()


def fill(stage: settings_stage.Stage) -> None:
    """An account with roles chosen, and an event in it."""
    stage.add_account(*settings_stage.ALL)
    stage.give_role("Home", Role.PRIMARY)
    stage.give_role("Family", Role.CONFLICT)
    stage.add_event("Family", "a")
