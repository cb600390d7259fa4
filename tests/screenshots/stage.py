"""The program before the camera, with its clock stopped, and its real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from lcdesk.app.program import Program
from lcdesk.app.workspace import Workspace
from lcdesk.demo.practice import PASSWORD, Practice
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.remote.objects import objects_of_session
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore, secret_key
from lcdesk.ui.window.desk_model import WindowModel
from tests.screenshots.camera import Camera, TooLate, settle, wait_for
from tests.servers import Account

NOW = datetime(2026, 11, 25, 9, 20, tzinfo=UTC)  # a Wednesday, 10:20 in Berlin
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (23, 24, 25, 26))
SMALL = QSize(900, 600)


@contextmanager
def opened(camera: Camera, paths: Paths, secrets: SessionStore) -> Iterator[Program]:
    """The whole program over a workspace, with its clock stopped."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, paths, secrets=secrets, clock=lambda: NOW)
    wait_for(program.opened, program.begin)
    camera.dress(program.appearance)
    program.window.resize(camera.usual)
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


def desk_of(program: Program) -> WindowModel:
    """What the window shows."""
    assert program.window.desk is not None
    return program.window.desk


def sync(program: Program) -> None:
    """A whole pass."""
    workspace = workspace_of(program)
    wait_for(workspace.sync.pass_finished, workspace.sync.pass_requested.emit)
    look_again(program)


def look_again(program: Program) -> None:
    """Show what the store has now: by itself the window reads it aside, a moment later."""
    desk_of(program).week.refresh()
    settle()


def block(program: Program, title: str, day: date) -> str:
    """The id of a block in the week that is shown."""
    week = desk_of(program).week.week
    for block in week.blocks:
        if title in block.title and block.day == day:
            return block.id
    known = ", ".join(sorted({block.title for block in week.blocks}))
    raise TooLate(f"{title} is not in the week on {day}; there are: {known}")


def show_card(program: Program, camera: Camera, name: str, title: str, day: date) -> None:
    """The window with the card of one entry."""
    program.window.grid.requests.details_requested.emit(block(program, title, day))
    settle()
    camera.take(name, program.window)
    program.window.grid.requests.selected.emit("")
    settle()


def newest_dialog(program: Program) -> QWidget:
    """The dialog that was just opened over the window."""
    dialog = QApplication.activeModalWidget()
    if dialog is None or dialog is program.window:
        raise TooLate("no dialog has opened")
    return dialog


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
