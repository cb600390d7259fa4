"""Renders the window and every dialog to PNG files, light and dark, without a display.

    python -m tests.screenshots --out FOLDER [--only WORD]

The data are the practice business and its real server on a fixed Wednesday morning, so that a
picture changes when the program does. Nothing waits for a time to pass, only for signals.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

# All of this is read when Qt and lcdesk are imported.
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "en_GB.UTF-8",
    "TZ": "Europe/Berlin",
}
time.tzset()

from PySide6.QtCore import (  # noqa: E402
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    SignalInstance,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from lcdesk.app.program import Program  # noqa: E402
from lcdesk.app.start import make_application  # noqa: E402
from lcdesk.app.workspace import Workspace  # noqa: E402
from lcdesk.demo.practice import PASSWORD, Practice, practice  # noqa: E402
from lcdesk.model.domain.accounts import Role  # noqa: E402
from lcdesk.model.domain.calendars import CalendarKind  # noqa: E402
from lcdesk.model.store.accounts import all_accounts  # noqa: E402
from lcdesk.model.store.appointments import get_appointment  # noqa: E402
from lcdesk.model.store.objects import objects_of_session  # noqa: E402
from lcdesk.paths import Paths  # noqa: E402
from lcdesk.sync.errors import SignInRefused  # noqa: E402
from lcdesk.sync.secrets import SessionStore, secret_key  # noqa: E402
from lcdesk.ui.bridge import SignedIn, SyncActivity, SyncProgress  # noqa: E402
from lcdesk.ui.dialogs.attention import AttentionPanel  # noqa: E402
from lcdesk.ui.look.colours import Scheme  # noqa: E402
from lcdesk.ui.look.palette import Appearance  # noqa: E402
from lcdesk.ui.settings.connect import ConnectWizard  # noqa: E402
from lcdesk.ui.settings.dialog import SettingsDialog  # noqa: E402
from lcdesk.ui.viewmodels.desk import Desk  # noqa: E402
from tests.servers import Account  # noqa: E402
from tests.ui import settings_stage  # noqa: E402

NOW = datetime(2026, 11, 25, 9, 20, tzinfo=UTC)  # a Wednesday, 10:20 in Berlin
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (23, 24, 25, 26))
USUAL, SMALL = QSize(1280, 800), QSize(900, 600)
PATIENCE_MS = 30_000
SOON_MS = 500

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class TooLate(AssertionError):
    """What a picture needs did not come about."""


class Camera:
    """Takes the pictures of one tour, which is all light or all dark."""

    def __init__(self, out: Path, only: str, scheme: Scheme) -> None:
        self._out = out
        self._only = only
        self._scheme = scheme
        self.taken = 0

    def dress(self, appearance: Appearance) -> None:
        """As if the desktop had this scheme."""
        appearance.force(self._scheme)
        settle()

    def take(self, name: str, widget: QWidget) -> None:
        """Save a widget as it would be painted now."""
        if self._only not in name:
            return
        settle()
        file = self._out / f"{name}-{self._scheme.name.lower()}.png"
        if not widget.grab().save(str(file)):
            raise TooLate(f"{file} cannot be written")
        self.taken += 1


# --- waiting ------------------------------------------------------------------------------------


def settle() -> None:
    """Let everything that is already asked for happen: layouts, deletions, gathered news."""
    QApplication.processEvents()
    while timer := _gathering():
        loop = QEventLoop()
        timer.timeout.connect(loop.quit, Qt.ConnectionType.SingleShotConnection)
        loop.exec()
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _gathering() -> QTimer | None:
    """A timer that will show something in a moment; longer ones are about something else."""
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS:
                return timer
    return None


def wait_for(signal: SignalInstance, ask: Callable[[], object]) -> None:
    """Do something and wait for what it leads to."""
    loop, heard = QEventLoop(), [False]

    def hear() -> None:
        heard[0] = True
        loop.quit()

    patience = QTimer(loop, singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    patience.start()
    connection = signal.connect(hear)
    ask()
    if not heard[0]:
        loop.exec()
    QObject.disconnect(connection)
    if not heard[0]:
        raise TooLate(f"{signal} did not come")
    settle()


def find(kind: type[AnyWidget], name: str) -> AnyWidget:
    """A visible widget by its name, in any window."""
    for window in QApplication.topLevelWidgets():
        for one in (window, *window.findChildren(kind, name)):
            if isinstance(one, kind) and one.objectName() == name and one.isVisible():
                return one
    raise TooLate(f"{name} is not to be seen")


def close(widget: QWidget) -> None:
    """Close a dialog and let it go."""
    widget.close()
    settle()


def click(name: str) -> None:
    """Press a button that can be pressed."""
    button = find(QAbstractButton, name)
    if not button.isEnabled():
        raise TooLate(f"{name} cannot be pressed")
    button.click()
    settle()


def enter(name: str, text: str) -> None:
    """Write into a field as a person does, without its completion popping up."""
    field = find(QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)
    settle()


# --- the program --------------------------------------------------------------------------------


@contextmanager
def opened(camera: Camera, paths: Paths, secrets: SessionStore) -> Iterator[Program]:
    """The whole program over a workspace, with its clock stopped."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, paths, secrets=secrets, clock=lambda: NOW)
    wait_for(program.opened, program.begin)
    camera.dress(program.appearance)
    program.window.resize(USUAL)
    settle()
    try:
        yield program
    finally:
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        settle()


def workspace_of(program: Program) -> Workspace:
    """What stands behind the window."""
    assert program.workspace is not None
    return program.workspace


def desk_of(program: Program) -> Desk:
    """What the window shows."""
    assert program.window.desk is not None
    return program.window.desk


def sync(program: Program) -> None:
    """A whole pass."""
    workspace = workspace_of(program)
    wait_for(workspace.sync.pass_finished, workspace.sync.pass_requested.emit)


def block(program: Program, title: str, day: date) -> str:
    """The id of a block in the week that is shown."""
    week = desk_of(program).week.week
    for one in week.blocks:
        if one.title.startswith(title) and one.day == day:
            return one.id
    known = ", ".join(sorted({one.title for one in week.blocks}))
    raise TooLate(f"{title} is not in the week on {day}; there are: {known}")


def show_card(program: Program, camera: Camera, name: str, title: str, day: date) -> None:
    """The window with the card of one entry."""
    program.window.grid.open_requested.emit(block(program, title, day))
    settle()
    camera.take(name, program.window)
    program.window.grid.selected.emit("")
    settle()


# --- pictures -----------------------------------------------------------------------------------


def empty(camera: Camera, folder: Path) -> None:
    """A new workspace, before anything is in it."""
    paths = Paths(folder)
    paths.prepare()
    with opened(camera, paths, SessionStore()) as program:
        camera.take("empty", program.window)
        click("empty_strip_button")
        enter("first_name", "Ana")
        dialog = newest_dialog(program)
        camera.take("first-steps", dialog)
        close(dialog)
        workspace_of(program).open_settings()
        settle()
        camera.take("settings-nobody", find(SettingsDialog, "settings"))


def weeks(camera: Camera, program: Program) -> None:
    """The window over the practice week: all, each kind, other lengths, small."""
    window, desk = program.window, desk_of(program)
    camera.take("week", window)
    long_pass(camera, program)
    for kind in CalendarKind:
        window.tabs.show_kind(kind)
        desk.week.show_kind(kind)
        settle()
        camera.take(f"tab-{kind.value.replace('_', '-')}", window)
    window.tabs.show_kind(None)
    desk.week.show_kind(None)
    for mode in ("day", "work_week"):
        window.actions_table[mode].trigger()
        settle()
        camera.take(mode.replace("_", "-"), window)
    window.actions_table["week"].trigger()
    desk.week.step(1)
    settle()
    camera.take("week-next", window)
    desk.week.go_to_today()
    window.resize(SMALL)
    settle()
    camera.take("week-small", window)
    window.actions_table["sidebar"].trigger()
    settle()
    camera.take("week-small-without-sidebar", window)
    window.actions_table["sidebar"].trigger()
    window.resize(USUAL)
    settle()


def long_pass(camera: Camera, program: Program) -> None:
    """The window while thousands of events are read."""
    line = workspace_of(program).sync
    line.activity_changed.emit(SyncActivity.BUSY)
    line.progressed.emit(SyncProgress("Ana, Work", 1_250, 10_000))
    settle()
    camera.take("week-first-sync", program.window)
    line.activity_changed.emit(SyncActivity.IDLE)
    settle()


def cards(camera: Camera, program: Program) -> None:
    """What a click on an entry shows."""
    show_card(program, camera, "card-appointment", "Jonas Weber", WEDNESDAY)
    show_card(program, camera, "card-class", "Yoga", TUESDAY)
    show_card(program, camera, "card-service", "Lea Brandt", THURSDAY)
    show_card(program, camera, "card-conflict-calendar", "Dentist", TUESDAY)
    show_card(program, camera, "card-primary-calendar", "Team stand-up", WEDNESDAY)
    show_card(program, camera, "card-blocked-by-hand", "Stocktaking", date(2026, 11, 27))


def bookings(camera: Camera, program: Program) -> None:
    """Booking and blocking."""
    grid = program.window.grid
    grid.create_requested.emit(WEDNESDAY, 16 * 60, 16 * 60 + 30)
    settle()
    enter("booking_name", "Cleo Park")
    enter("booking_email", "cleo@example.org")
    dialog = find(QWidget, "booking_dialog")
    camera.take("booking-open", dialog)
    choose("booking_calendar", "Studio hire")
    camera.take("booking-simple", dialog)
    choose("booking_every", "Weekly")
    camera.take("booking-series", dialog)
    enter("booking_name", "Cleo Park")
    click("booking_book")
    settle()
    show_card(program, camera, "card-series", "Cleo Park", WEDNESDAY)
    grid.delete_requested.emit(block(program, "Cleo Park", WEDNESDAY))
    click("scope_following")
    camera.take("scope", find(QWidget, "scope_dialog"))
    click("scope_back")
    grid.create_requested.emit(TUESDAY, 10 * 60, 10 * 60 + 30)
    settle()
    dialog = find(QWidget, "booking_dialog")
    choose("booking_calendar", "First visit")
    camera.take("booking-closed", dialog)
    choose("booking_calendar", "Colour and cut")
    camera.take("booking-closed-service", dialog)
    choose("booking_variation", "Long hair (2 h)")
    camera.take("booking-service-variation", dialog)
    close(dialog)
    for name, action in (
        ("block-time", "block_time"),
        ("go-to-date", "go_to_date"),
        ("shortcuts", "shortcuts"),
    ):
        program.window.actions_table[action].trigger()
        settle()
        dialog = newest_dialog(program)
        camera.take(name, dialog)
        close(dialog)


def edits(camera: Camera, program: Program) -> None:
    """The words of an entry, and the menus."""
    grid = program.window.grid
    entry = block(program, "Jonas Weber", WEDNESDAY)
    grid.open_requested.emit(entry)
    settle()
    click("card_edit")
    dialog = newest_dialog(program)
    camera.take("edit-words", dialog)
    close(dialog)
    grid.menu_requested.emit(entry, WEDNESDAY, 10 * 60, program.window.pos())
    menu = popup()
    camera.take("menu-entry", menu)
    close(menu)
    grid.selected.emit("")
    grid.menu_requested.emit("", WEDNESDAY, 16 * 60, program.window.pos())
    menu = popup()
    camera.take("menu-free-time", menu)
    close(menu)
    click("status_sync")
    menu = popup()
    camera.take("sync-panel", menu)
    close(menu)


def settings(camera: Camera, program: Program) -> None:
    """Every page, as practice has them."""
    workspace_of(program).open_settings()
    settle()
    dialog = find(SettingsDialog, "settings")
    for name, page in (
        ("settings-calendars", dialog.calendars),
        ("settings-general", dialog.general),
        ("settings-about", dialog.about),
    ):
        dialog.show_page(page)
        settle()
        camera.take(name, dialog)
    editors = dialog.editors
    assert editors is not None
    for name, editor in (
        ("settings-booking-calendars", editors.calendars),
        ("settings-staff", editors.staff),
        ("settings-rooms", editors.resources),
        ("settings-contacts", editors.contacts),
    ):
        dialog.show_page(editor)
        settle()
        camera.take(name, dialog)
    kinds = {one.kind: one.id for one in editors.calendars.editor.known.values()}
    dialog.show_page(editors.calendars)
    for kind in CalendarKind:
        editors.calendars.editor.choose(kinds[kind])
        settle()
        camera.take(f"settings-booking-{kind.value}", dialog)
    dialog.show_page(dialog.calendars)
    close(dialog)


def activity(camera: Camera, program: Program) -> None:
    """What happened: all of it, what a search finds, and nothing."""
    program.window.actions_table["activity"].trigger()
    settle()
    dialog = find(QWidget, "activity_dialog")
    camera.take("activity", dialog)
    for name, words in (("activity-found", "conflicts"), ("activity-nothing", "zeppelin")):
        enter("activity_search", words)
        camera.take(name, dialog)
    close(dialog)


def matters(camera: Camera, program: Program, made: Practice) -> None:
    """What waits for a person: deleted there, changed in both places, a refused password."""
    workspace, desk = workspace_of(program), desk_of(program)
    delete_there(program, "Jonas Weber")
    sync(program)
    camera.take("deleted-there", program.window)
    show_card(program, camera, "deleted-there-card", "Jonas Weber", WEDNESDAY)
    put_off_there(program, "Kira Novak")
    move = partial(
        desk.changes.move, block(program, "Kira Novak", WEDNESDAY), THURSDAY, 11 * 60 + 30
    )
    wait_for(workspace.sync.pass_finished, move)
    program.window.toast.dismiss()
    camera.take("changed-in-both", program.window)
    show_card(program, camera, "changed-in-both-card", "Kira Novak", THURSDAY)
    program.window.attention.pressed.emit()
    settle()
    panel = find(AttentionPanel, "attention_panel")
    camera.take("needs-attention", panel)
    close(panel)
    activity(camera, program)
    refuse_passwords(program, made)
    sync(program)
    camera.take("password-refused", program.window)
    workspace.open_settings()
    settle()
    dialog = find(SettingsDialog, "settings")
    camera.take("settings-password-refused", dialog)
    close(dialog)
    workspace.sync.pause_requested.emit(True)
    desk.changes.move(block(program, "Milo Jansen", THURSDAY), THURSDAY, 16 * 60)
    settle()
    camera.take("paused-waiting-and-undo", program.window)


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
    for step in ("server", "signed-in", "calendars"):
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
    dialog.calendars.ensureWidgetVisible(dialog.calendars.blocking)
    settle()
    camera.take("settings-what-blocks", dialog)
    dialog.calendars.change_password(account)
    settle()
    camera.take("change-password", find(QWidget, "password_dialog"))
    close(find(QWidget, "password_dialog"))
    dialog.calendars.disconnect_account(account)
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


# --- hands --------------------------------------------------------------------------------------


def choose(name: str, text: str) -> None:
    """Pick an entry of a combo box as a person does."""
    box = find(QComboBox, name)
    at = next((at for at in range(box.count()) if text in box.itemText(at)), -1)
    if at < 0:
        raise TooLate(f"{name} does not offer {text}")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    settle()


def newest_dialog(program: Program) -> QWidget:
    """The dialog that was just opened over the window."""
    dialog = QApplication.activeModalWidget()
    if dialog is None or dialog is program.window:
        raise TooLate("no dialog has opened")
    return dialog


def popup() -> QWidget:
    """The menu that is open."""
    settle()
    menu = QApplication.activePopupWidget()
    if menu is None:
        raise TooLate("no menu has opened")
    return menu


def on_server(program: Program, name: str) -> tuple[Account, str]:
    """Where the appointment of a contact lies: the account, and its path."""
    database, desk = workspace_of(program).database, desk_of(program)
    group = desk.week.group(block(program, name, WEDNESDAY))
    assert group is not None
    with database.read() as reader:
        appointment = get_appointment(reader, int(group.lead.id.removeprefix("a")))
        assert appointment is not None
        (found,) = objects_of_session(reader, appointment.session)
        path = urlsplit(found.href).path
        for account in all_accounts(reader):
            there = Account(account.server, "/", account.email, PASSWORD)
            if there.ask("GET", path).status == 200:
                return there, path
    raise TooLate(f"{name} is on no server")


def delete_there(program: Program, name: str) -> None:
    """As somebody does on their telephone."""
    account, path = on_server(program, name)
    account.delete(path)


def put_off_there(program: Program, name: str) -> None:
    """Move an appointment from three to five o'clock on the server."""
    account, path = on_server(program, name)
    text = account.get(path) or ""
    later = text.replace("T150000", "T170000").replace("T153000", "T173000")
    if later == text:
        raise TooLate(f"{name} does not begin at three")
    account.put(path, later)


def refuse_passwords(program: Program, made: Practice) -> None:
    """As when the Apple password was changed: what is kept holds no longer."""
    with workspace_of(program).database.read() as reader:
        accounts = all_accounts(reader)
    first = accounts[0]
    made.secrets.set(secret_key(first.provider, first.email, first.id), "no longer valid")


# --- all together -------------------------------------------------------------------------------


def take_all(camera: Camera, folder: Path) -> None:
    """Every picture, in the order of a person's way through the program."""
    empty(camera, folder / "empty")
    connecting(camera, folder / "connecting")
    with (
        practice(folder / "practice", NOW) as made,
        opened(camera, made.paths, made.secrets) as program,
    ):
        sync(program)
        weeks(camera, program)
        cards(camera, program)
        bookings(camera, program)
        edits(camera, program)
        settings(camera, program)
        matters(camera, program, made)


def tell_warnings(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """All but what the offscreen platform says of every window."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def main() -> int:
    """Returns the exit status."""
    qInstallMessageHandler(tell_warnings)
    logging.getLogger().addHandler(logging.NullHandler())  # what is shown needs no second telling
    parser = argparse.ArgumentParser(description="Render every window to PNG files.")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", metavar="WORD", help="pictures with this in the name")
    words = parser.parse_args()
    application = make_application()
    application.setCursorFlashTime(0)  # a cursor that blinks is there in every other picture
    if not QFontDatabase.families():
        print("There is no font here, so the pictures would be empty. Run make setup first.")
        return 1
    words.out.mkdir(parents=True, exist_ok=True)
    taken = 0
    for scheme in Scheme:
        camera = Camera(words.out, words.only, scheme)
        with tempfile.TemporaryDirectory(prefix="lcdesk-screenshots-") as folder:
            take_all(camera, Path(folder))
        taken += camera.taken
    print(f"{taken} pictures in {words.out}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
