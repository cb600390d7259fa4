"""The real window on a real store: what a person sees and does in the week."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTimeEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import SyncState
from lcdesk.model.domain.people import Contact
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.look.appearance import Appearance, stylesheet
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.week.week import Badge, BlockKind, Column, Drop
from lcdesk.ui.window.header.tabs import KindTabs
from tests.salon import CLEO, MONDAY, Salon, at, day
from tests.ui.window.stage import Stage, opened

DANA = Contact(0, "Dana Fischer", "dana@example.org")


@pytest.fixture
def scene(salon: Salon) -> None:
    salon.visit(salon.ana, salon.ben)
    salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    salon.calendar("Parking", CalendarKind.SIMPLE)


def calendar(stage: Stage, name: str) -> int:
    known = stage.desk.context.directory.calendars.values()
    return next(calendar.id for calendar in known if calendar.name == name)


def book(stage: Stage, name: str, *when: int, who: Contact = CLEO, insist: bool = False) -> str:
    """Book with a command; returns the entry's id once it is drawn."""
    found = stage.desk.context.directory.calendars[calendar(stage, name)]
    made = stage.salon.book(found, at(*when), who, insist=insist)
    stage.settle()
    return f"a{made.id}"


# --- before the store ---------------------------------------------------------------------------


def test_the_window_can_be_imported_without_the_store() -> None:
    heavy = ("sqlalchemy", "alembic", "icalendar", "caldav", "keyring")
    text = f"import sys, lcdesk.ui.window.main; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_empty_store_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    salon = Salon(tmp_path)
    with opened(salon, qtbot) as stage:
        assert "Say who is booked" in stage.window.empty_strip.text
        assert not stage.window.actions_table["new_booking"].isEnabled()
    salon.close()


# --- the week -----------------------------------------------------------------------------------


def test_an_appointment_appears_as_soon_as_it_is_committed(stage: Stage) -> None:
    book(stage, "First visit", 1, 10)
    shown = stage.block("Cleo Park")
    assert (shown.day, shown.start, shown.end) == (day(1), 600, 630)
    assert shown.kind is BlockKind.APPOINTMENT
    assert "Tuesday 24 November, 10:00 to 10:30" in shown.description.spoken


def test_the_week_is_left_and_found_again(stage: Stage) -> None:
    book(stage, "First visit", 8, 10)
    assert stage.titles() == []
    stage.press(stage.window, "button_forward")
    assert stage.titles() == ["Cleo Park"]
    title = stage.child(stage.window, "range_title")
    assert isinstance(title, QLabel)
    assert title.accessibleName() == "30 November – 6 December 2026"
    stage.press(stage.window, "button_today")
    assert stage.titles() == []
    assert stage.desk.week.days.first == MONDAY


def test_one_day_and_a_work_week_are_remembered(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(stage.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    stage.window.actions_table["work_week"].trigger()
    assert stage.desk.week.days.count == 5
    with opened(stage.salon, qtbot) as again:
        assert again.desk.week.mode is DayMode.WORK_WEEK
        assert again.window.actions_table["work_week"].isChecked()


def test_a_click_in_the_month_goes_there(stage: Stage) -> None:
    sheet = stage.window.side.month.sheet
    point = sheet.rect_of(date(2026, 11, 12)).center().toPoint()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=point)
    assert date(2026, 11, 12) in stage.desk.week.days
    assert stage.desk.week.days.first == date(2026, 11, 9)


# --- tabs and ticks -----------------------------------------------------------------------------


def test_tabs_show_one_kind_of_calendar(stage: Stage) -> None:
    book(stage, "First visit", 1, 10)
    book(stage, "Parking", 1, 12, who=DANA)
    tabs = stage.window.tabs
    tabs.setCurrentIndex(1)
    assert stage.titles() == ["Cleo Park"]
    assert not stage.window.simple_strip.isVisible()
    tabs.setCurrentIndex(5)
    assert stage.titles() == ["Dana Fischer"]
    assert "iCloud is not supported" in stage.window.simple_strip.text
    tabs.setCurrentIndex(0)
    assert sorted(stage.titles()) == ["Cleo Park", "Dana Fischer"]


def test_the_simple_tab_shows_nothing_of_the_staff(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        block(tx, start=at(1, 9), end=at(1, 10), title="Lunch", staff=stage.salon.ana.id)
    stage.settle()
    assert stage.titles() == ["Lunch"]
    stage.window.tabs.setCurrentIndex(5)
    assert stage.titles() == []


def test_a_calendar_and_a_staff_member_can_be_hidden(stage: Stage) -> None:
    book(stage, "First visit", 1, 10)
    book(stage, "Yoga", 1, 14)
    stage.press(stage.window, f"calendar_{calendar(stage, 'Yoga')}")
    assert stage.titles() == ["Cleo Park"]
    stage.press(stage.window, f"staff_{stage.salon.ana.id}")
    assert stage.titles() == []
    stage.press(stage.window, f"staff_{stage.salon.ana.id}")
    assert stage.titles() == ["Cleo Park"]


# --- classes ------------------------------------------------------------------------------------


def test_the_seats_of_a_session_are_one_block(stage: Stage) -> None:
    book(stage, "Yoga", 1, 10)
    book(stage, "Yoga", 1, 10, who=DANA)
    assert stage.titles() == ["Yoga 2 of 3"]


def test_a_seat_is_cancelled_in_the_sessions_card(stage: Stage) -> None:
    first = book(stage, "Yoga", 1, 10)
    book(stage, "Yoga", 1, 10, who=DANA)
    stage.click(1, 615)
    stage.press(stage.window, f"card_seat_{first}")
    stage.settle()
    assert stage.titles() == ["Yoga 1 of 3"]


def test_a_session_is_moved_with_all_its_seats(stage: Stage) -> None:
    book(stage, "Yoga", 1, 10)
    book(stage, "Yoga", 1, 10, who=DANA)
    shown = stage.block("Yoga 2 of 3")
    stage.window.grid.requests.move_requested.emit(shown.id, Drop(day(2), 15 * 60))
    stage.settle()
    moved = stage.block("Yoga 2 of 3")
    assert (moved.day, moved.start) == (day(2), 15 * 60)


# --- moving -------------------------------------------------------------------------------------


def test_a_drag_moves_and_undo_brings_it_back(stage: Stage) -> None:
    entry = book(stage, "First visit", 1, 10)
    stage.window.grid.requests.move_requested.emit(entry, Drop(day(3), 11 * 60))
    stage.settle()
    assert stage.block("Cleo Park").day == day(3)
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert (stage.block("Cleo Park").day, stage.block("Cleo Park").start) == (day(1), 600)


def test_a_refused_move_says_why_and_can_be_insisted_on(stage: Stage) -> None:
    entry = book(stage, "First visit", 1, 10)
    told: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: told.append(offer.text))
    stage.window.grid.requests.move_requested.emit(entry, Drop(day(1), 20 * 60))
    stage.settle()
    assert stage.block("Cleo Park").start == 600
    assert "no hours" in told[0]
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert stage.block("Cleo Park").start == 20 * 60


def test_resizing_changes_the_length(stage: Stage) -> None:
    entry = book(stage, "First visit", 1, 10)
    stage.window.grid.requests.resize_requested.emit(entry, day(1), 600, 690)
    stage.settle()
    assert stage.block("Cleo Park").end == 690


def test_blocked_time_is_moved_and_unblocked(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        made = block(tx, start=at(1, 9), end=at(1, 10), title="Lunch", staff=stage.salon.ana.id)
    stage.settle()
    stage.window.grid.requests.move_requested.emit(f"b{made.id}", Drop(day(2), 12 * 60))
    stage.settle()
    assert stage.block("Lunch").start == 12 * 60
    stage.window.grid.requests.delete_requested.emit(stage.block("Lunch").id)
    stage.settle()
    assert stage.titles() == []
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert stage.block("Lunch").day == day(2)


def test_a_real_drag_moves_by_the_mouse(stage: Stage) -> None:
    book(stage, "First visit", 1, 10)
    canvas = stage.window.grid.canvas
    start, end = stage.point(1, 605), stage.point(2, 725)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=start)
    for point in (start + (end - start) / 2, end):
        drag = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            point.toPointF(),
            canvas.mapToGlobal(point).toPointF(),
            Qt.MouseButton.NoButton,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(canvas, drag)
    QTest.mouseRelease(canvas, left, pos=end)
    stage.settle()
    assert (stage.block("Cleo Park").day, stage.block("Cleo Park").start) == (day(2), 12 * 60)


def test_the_day_the_clocks_change_is_drawn_and_booked_on_the_wall(stage: Stage) -> None:
    stage.desk.week.go_to(date(2027, 3, 28))
    stage.window.grid.requests.create_requested.emit(Column(date(2027, 3, 28)), 150, 180)
    dialog = stage.child(stage.window, "booking_dialog")
    reasons = stage.child(dialog, "booking_reasons")
    assert isinstance(reasons, QLabel)
    picked = stage.child(dialog, "booking_time")
    assert isinstance(picked, QTimeEdit)
    assert picked.time() == QTime(3, 0)  # a row that the clock skips begins at its jump
    picked.setTime(QTime(2, 30))
    assert "02:30 does not exist that day, 03:30 is meant" in reasons.text()
    stage.press(dialog, "booking_cancel")
    stage.window.grid.requests.create_requested.emit(Column(date(2027, 3, 28)), 600, 630)
    stage.settle()
    dialog = stage.child(stage.window, "booking_dialog")
    QTest.keyClicks(stage.child(dialog, "booking_name"), "Cleo Park")
    stage.press(dialog, "booking_book")
    stage.settle()
    assert (stage.block("Cleo Park").start, stage.block("Cleo Park").when) == (
        600,
        "10:00 – 10:30",
    )


# --- iCloud -------------------------------------------------------------------------------------


def test_mirrored_events_are_grey_locked_and_stay(stage: Stage) -> None:
    linked = stage.salon.connect(stage.salon.ana)
    stage.salon.mirror(linked["Family"], "Dentist", at(1, 10), at(1, 11))
    stage.settle()
    shown = stage.block("Dentist")
    assert shown.kind is BlockKind.MIRRORED
    assert shown.locked
    assert "From calendar Family in iCloud. Read only." in shown.description.tooltip
    told: list[str] = []
    stage.desk.changes.refused.connect(told.append)
    stage.window.grid.requests.delete_requested.emit(shown.id)
    assert "made in iCloud" in told[0]


def test_a_private_persons_events_read_busy(salon: Salon, qtbot: QtBot) -> None:
    dora = salon.staff("Dora", hide_details=True)
    linked = salon.connect(dora)
    salon.mirror(linked["Family"], "Therapy", at(1, 10), at(1, 11), "LOCATION:Clinic")
    with opened(salon, qtbot) as stage:
        shown = stage.block("Busy")
        assert "Therapy" not in shown.description.spoken + shown.description.tooltip
        assert "Clinic" not in shown.details + shown.description.tooltip
        stage.click(1, 620)
        texts = " ".join(label.text() for label in stage.window.findChildren(QLabel))
        assert "Therapy" not in texts


def test_an_appointment_deleted_in_icloud_waits_for_a_decision(stage: Stage, qtbot: QtBot) -> None:
    stage.salon.connect(stage.salon.ana)
    stage.settle()
    entry = book(stage, "First visit", 1, 10)
    assert stage.block("Cleo Park").badge is Badge.WAITING
    made = next(found for found in stage.salon.agenda() if found.id == entry)
    with stage.salon.database.read() as reader:
        from lcdesk.model.store.remote import objects

        (own,) = objects.objects_of_session(reader, made.session)
    stage.salon.delete_in_icloud(own.id)
    qtbot.waitUntil(stage.window.attention.isVisible)
    assert stage.block("Cleo Park").badge is Badge.GONE
    stage.press(stage.window, "attention_strip_button")
    stage.press(stage.child(stage.window, "attention_panel"), "attention_restore")
    stage.settle()
    assert stage.block("Cleo Park").badge is Badge.WAITING
    qtbot.waitUntil(stage.window.attention.isHidden)


def test_keeping_here_only_takes_the_mark_away(stage: Stage) -> None:
    stage.salon.connect(stage.salon.ana)
    found = stage.desk.context.directory.calendars[calendar(stage, "First visit")]
    made = stage.salon.book(found, at(1, 10))
    stage.salon.delete_in_icloud(stage.salon.object_of(made))
    stage.settle()
    stage.click(1, 610)
    stage.press(stage.window, "card_keep")
    stage.settle()
    assert stage.block("Cleo Park").badge is Badge.NONE
    assert stage.salon.agenda()[0].sync is SyncState.LOCAL


def test_a_mirrored_event_deleted_in_icloud_can_be_released(stage: Stage) -> None:
    linked = stage.salon.connect(stage.salon.ana)
    found = stage.salon.mirror(linked["Family"], "Dentist", at(1, 10), at(1, 11))
    stage.salon.delete_in_icloud(found)
    stage.settle()
    assert stage.block("Dentist").badge is Badge.GONE
    stage.click(1, 610)
    stage.press(stage.window, "card_release")
    stage.settle()
    assert stage.titles() == []


def test_without_an_account_the_window_offers_to_connect(stage: Stage, qtbot: QtBot) -> None:
    assert "Connect iCloud" in stage.window.connect_strip.text
    with qtbot.waitSignal(stage.window.connect_requested):
        stage.press(stage.window, "connect_strip_button")
    stage.salon.connect(stage.salon.ana)
    stage.settle()
    assert not stage.window.connect_strip.isVisible()


def test_the_arrows_beside_tabs_that_do_not_fit_were_not_painted(
    qapp: QApplication, qtbot: QtBot
) -> None:
    appearance = Appearance(qapp)
    room = QWidget()
    room.setStyleSheet(stylesheet(appearance.palette))
    qtbot.addWidget(room)
    tabs = KindTabs(Icons(appearance), room)
    tabs.dress(appearance.palette)
    tabs.resize(300, 40)
    room.show()
    arrows = [button for button in tabs.findChildren(QToolButton) if button.isVisible()]
    assert len(arrows) == 2
    for arrow in arrows:
        picture = arrow.grab().toImage()
        middle = picture.rect().adjusted(4, 6, -4, -6)
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(middle.left(), middle.right())
            for y in range(middle.top(), middle.bottom())
        }
        assert len(colours) > 1


# --- keys and closing -----------------------------------------------------------------------------


def test_every_shortcut_belongs_to_one_action(stage: Stage) -> None:
    from lcdesk.ui.window.actions import ACTIONS, sequences

    keys = [key_sequence.toString() for spec in ACTIONS for key_sequence in sequences(spec)]
    assert len(keys) == len(set(keys))


def test_settings_are_opened_from_a_window_that_stays_open_beside_the_week(
    stage: Stage, qtbot: QtBot
) -> None:
    """The key was heard by the main window alone, and Activity has the focus once it is open."""
    stage.window.actions_table["activity"].trigger()
    beside = stage.child(stage.window, "activity_dialog")
    qtbot.waitUntil(beside.isActiveWindow)
    with qtbot.waitSignal(stage.window.settings_requested):
        QTest.keyClick(beside, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)


def test_a_key_does_nothing_behind_a_dialog_that_waits_for_an_answer(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.window.actions_table["block_time"].trigger()
    dialog = stage.child(stage.window, "block_dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.assertNotEmitted(stage.window.settings_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)


def test_closing_is_told(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.window.closed_by_person):
        stage.window.close()
    QApplication.processEvents()
