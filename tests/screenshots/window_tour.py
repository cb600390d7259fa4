"""The window over the practice week: cards, bookings, menus, Activity, what waits."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lcdesk.app.program import Program
from lcdesk.demo.practice import Practice
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.attention.panel import AttentionPanel
from lcdesk.ui.bridge import SyncActivity, SyncProgress
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.week.week import Column, Drop
from lcdesk.ui.wording.labels import tr
from tests.screenshots.camera import (
    Camera,
    choose,
    click,
    close,
    enter,
    find,
    popup,
    settle,
    wait_for,
)
from tests.screenshots.stage import (
    SMALL,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    block,
    delete_there,
    desk_of,
    look_again,
    newest_dialog,
    opened,
    put_off_there,
    refuse_passwords,
    show_card,
    sync,
    workspace_of,
)


def empty(camera: Camera, folder: Path) -> None:
    """A new workspace, before anything is in it."""
    paths = Paths(folder)
    paths.prepare()
    with opened(camera, paths, SessionStore()) as program:
        camera.take("empty", program.window)
        program.window.attention.pressed.emit()
        settle()
        panel = find(AttentionPanel, "attention_panel")
        camera.take("needs-attention-empty", panel)
        close(panel)
        click("empty_strip_button")
        enter("first_name", "Ana")
        dialog = newest_dialog(program)
        camera.take("first-steps", dialog)
        click("first_next")
        camera.take("first-steps-icloud", dialog)
        click("first_next")
        click("first_ready_service")
        camera.take("first-steps-calendar", dialog)
        close(dialog)
        workspace_of(program).open_settings()
        settle()
        camera.take("settings-nobody", find(SettingsDialog, "settings"))


def weeks(camera: Camera, program: Program) -> None:
    """The window over the practice week: all, each kind, other lengths, small."""
    window, desk = program.window, desk_of(program)
    camera.take("week", window)
    window.actions_table["week_numbers"].trigger()
    camera.take("week-numbers", window)
    window.actions_table["week_numbers"].trigger()
    wait_for(desk.upcoming.modelReset, window.actions_table["upcoming"].trigger)
    settle()
    camera.take("upcoming", window)
    window.actions_table["upcoming"].trigger()
    desk.week.show_second_zone("Asia/Kolkata")
    settle()
    camera.take("week-second-zone", window)
    desk.week.show_second_zone("")
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
    window.resize(camera.usual)
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
    grid.requests.create_requested.emit(Column(WEDNESDAY), 16 * 60, 16 * 60 + 30)
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
    look_again(program)
    camera.take("booking-undo", program.window)
    program.window.toast.dismiss()
    show_card(program, camera, "card-series", "Cleo Park", WEDNESDAY)
    grid.requests.delete_requested.emit(block(program, "Cleo Park", WEDNESDAY))
    click("scope_following")
    camera.take("scope", find(QWidget, "scope_dialog"))
    click("scope_back")
    grid.requests.create_requested.emit(Column(TUESDAY), 10 * 60, 10 * 60 + 30)
    settle()
    dialog = find(QWidget, "booking_dialog")
    choose("booking_calendar", "First visit")
    camera.take("booking-closed", dialog)
    choose("booking_calendar", "Colour and cut")
    camera.take("booking-closed-service", dialog)
    choose("booking_variation", "Long hair")
    camera.take("booking-service-variation", dialog)
    close(dialog)
    for name, action in (
        ("block-time", "block_time"),
        ("go-to-date", "go_to_date"),
        ("second-zone", "second_zone"),
        ("shortcuts", "shortcuts"),
    ):
        program.window.actions_table[action].trigger()
        settle()
        dialog = newest_dialog(program)
        camera.take(name, dialog)
        close(dialog)


def gestures(camera: Camera, program: Program) -> None:
    """What the mouse shows: handles, a reason while something is dragged, a booking in place."""
    canvas, grid = program.window.grid.canvas, program.window.grid
    held = block(program, "Milo Jansen", THURSDAY)
    grid.reveal(held)
    settle()

    def point(column: int, minute: int) -> QPoint:
        geometry = canvas.scene.geometry
        middle = geometry.column(column)
        return QPoint(round(middle.x + middle.width / 2), round(geometry.y(minute)) + 4)

    QTest.mouseMove(canvas, point(3, 14 * 60 + 30))
    camera.take("week-handles", program.window)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point(3, 14 * 60 + 35))

    def drag() -> None:
        QTest.mouseMove(canvas, point(3, 13 * 60 + 20))
        QTest.mouseMove(canvas, point(3, 13 * 60 + 5))

    wait_for(desk_of(program).drag_reasons.changed, drag)
    camera.take("week-drag-reason", program.window)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point(3, 13 * 60))
    start, end = point(4, 16 * 60 + 2), point(4, 17 * 60 - 10)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    settle()
    enter("quick_name", "Cleo Park")
    camera.take("quick-booking", program.window)
    choose("quick_calendar", "First visit")
    camera.take("quick-booking-closed", program.window)
    QTest.keyClick(find(QWidget, "quick_booking"), Qt.Key.Key_Escape)
    settle()


def edits(camera: Camera, program: Program) -> None:
    """The words of an entry, and the menus."""
    grid = program.window.grid
    entry = block(program, "Jonas Weber", WEDNESDAY)
    grid.requests.details_requested.emit(entry)
    settle()
    click("card_edit")
    dialog = newest_dialog(program)
    camera.take("edit-words", dialog)
    close(dialog)
    show_card(program, camera, "card-that-may-repeat", "Milo Jansen", THURSDAY)
    grid.requests.details_requested.emit(block(program, "Milo Jansen", THURSDAY))
    settle()
    click("card_repeat")
    camera.take("repeat", newest_dialog(program))
    choose("booking_every", "Monthly")
    choose("booking_when_taken", "Book taken dates anyway")
    camera.take("repeat-monthly", newest_dialog(program))
    choose("booking_every", "Weekly")
    choose("booking_ends", "After")
    click("repeat_save")
    settle()
    look_again(program)
    camera.take("repeat-undo", program.window)
    click("toast_button")
    look_again(program)
    program.window.grid.requests.move_requested.emit(entry, Drop(THURSDAY, 12 * 60))
    edit_menu(camera, program)
    grid.requests.selected.emit("")
    grid.requests.menu_requested.emit(entry, Column(WEDNESDAY), 10 * 60, program.window.pos())
    menu = popup()
    camera.take("menu-entry", menu)
    close(menu)
    grid.requests.selected.emit("")
    grid.requests.menu_requested.emit("", Column(WEDNESDAY), 16 * 60, program.window.pos())
    menu = popup()
    camera.take("menu-free-time", menu)
    close(menu)
    click("status_sync")
    menu = popup()
    camera.take("sync-panel", menu)
    close(menu)


def edit_menu(camera: Camera, program: Program) -> None:
    """Undo and Redo, naming what; and the note that an undo leaves."""
    settle()
    bar = program.window.menuBar()
    edit = next(action for action in bar.actions() if action.text() == tr("Edit"))
    bar.setActiveAction(edit)
    menu = popup()
    camera.take("menu-edit", menu)
    close(menu)
    program.window.actions_table["undo"].trigger()
    settle()
    camera.take("undone", program.window)
    click("toast_close")
    look_again(program)


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
        desk.changes.move, block(program, "Kira Novak", WEDNESDAY), Drop(THURSDAY, 11 * 60 + 30)
    )
    wait_for(workspace.sync.pass_finished, move)
    look_again(program)
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
    desk.changes.move(block(program, "Milo Jansen", THURSDAY), Drop(THURSDAY, 16 * 60))
    settle()
    camera.take("paused-waiting-and-undo", program.window)
