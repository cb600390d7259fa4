"""With "Hide third-party details" on, nothing of a mirrored event is told but that it is busy.

One event carries the same secret in its title, place and notes; every surface that shows what a
member's time holds is asked, and what it says is searched for the secret.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.cli import main
from lcdesk.model.commands.accounts import remove_account
from lcdesk.model.commands.calendar_files.export import export_calendar
from lcdesk.model.commands.deleted_in_icloud import release
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.journal import record_event
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.replication.outbox import mark_conflict
from lcdesk.model.store import outbox
from lcdesk.model.store.appointments import update_appointment
from lcdesk.model.store.remote import objects
from lcdesk.ui.activity.panel import ActivityDialog
from lcdesk.ui.attention.panel import AttentionPanel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.week.week import Column, Drop
from tests.salon import HOURS, Salon, at, day
from tests.ui.window.stage import Stage, opened

SECRET = "Therapy"
TEN, ELEVEN = at(1, 10), at(1, 11)


@dataclass(slots=True)
class Home:
    """Dora, whose primary calendar holds the secret, and the window on her week."""

    salon: Salon
    stage: Stage
    folder: Path
    capture: pytest.CaptureFixture[str]
    event: int

    def printed(self, *words: object) -> str:
        """What a command prints, as a table and as JSON."""
        said = ""
        for form in ((), ("--json",)):
            self.capture.readouterr()
            main(["--data", str(self.folder), *map(str, words), *form])
            printed = self.capture.readouterr()
            said += printed.out + printed.err
        return said

    def change_state(self, state: ObjectState) -> None:
        with self.salon.database.write() as tx:
            known = objects.get_object(tx, self.event)
            assert known is not None
            odd = replace(known, state=state, problem=f"“{SECRET}” is not a date or time.")
            objects.update_object(tx, odd)


Telling = Callable[[Callable[[Home], str]], str]


@pytest.fixture
def told(
    salon: Salon, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str], hides: bool
) -> Telling:
    """Asks one surface; `hides` is Dora's switch."""
    dora = salon.staff("Dora", hours=HOURS, hide_details=hides)
    linked = salon.connect(dora)
    salon.calendar("Advice", CalendarKind.ROUND_ROBIN, dora)
    salon.calendar("Jury", CalendarKind.COLLECTIVE, dora, salon.ana)
    words = (f"LOCATION:{SECRET} room", f"DESCRIPTION:{SECRET} notes")
    event = salon.mirror(linked["Work"], SECRET, TEN, ELEVEN, *words)

    def ask(surface: Callable[[Home], str]) -> str:
        with opened(salon, qtbot) as stage:
            return surface(Home(salon, stage, tmp_path, capsys, event))

    return ask


def texts_of(root: QWidget) -> str:
    """Everything that a window says, to the eye and to a screen reader."""
    said: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            said.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
    return "\n".join(said)


def grid(home: Home) -> str:
    return "\n".join(repr(block) for block in home.stage.blocks())


def tooltip(home: Home) -> str:
    point = QPointF(home.stage.point(1, 610))
    text, _ = home.stage.window.grid.canvas.tips.tip_at(point)
    calendar = next(iter(home.stage.desk.context.directory.calendars.values()))
    home.stage.desk.week.show_open_times(calendar.id)
    return text + home.stage.desk.rows.why(Column(day(1)), 600)


def accessible_names(home: Home) -> str:
    interface = QAccessible.queryAccessibleInterface(home.stage.window.grid.canvas)
    assert interface is not None
    children = [interface.child(at) for at in range(interface.childCount())]
    names = [accessible_interface.text(QAccessible.Text.Name) for accessible_interface in children]
    return "\n".join(
        names
        + [
            accessible_interface.text(QAccessible.Text.Description)
            for accessible_interface in children
        ]
    )


def card(home: Home) -> str:
    home.stage.click(1, 610)
    return texts_of(home.stage.window)


def edit_dialog(home: Home) -> str:
    home.stage.click(1, 610)
    button = home.stage.window.findChild(QPushButton, "card_edit")
    if button is not None:
        button.click()
    return texts_of(home.stage.window)


def booking_dialog(home: Home) -> str:
    said = ""
    desk, window = home.stage.desk, home.stage.window
    model = desk.bookings.at(Column(day(1)), 600, 630, window)
    dialog = BookingDialog(model, window.appearance, window.icons, window)
    for calendar in model.calendars:
        model.change(replace(model.draft, calendar=calendar.id))
        said += texts_of(dialog) + repr(model.answer)
    dialog.reject()
    model.deleteLater()  # as the window does: it looks ahead no more
    home.stage.settle()
    return said


def slots_explained(home: Home) -> str:
    return "".join(
        home.printed("slots", "--calendar", name, "--from", day(1), "--to", day(2), "--explain")
        for name in ("Advice", "Jury")
    )


def agenda_listing(home: Home) -> str:
    return home.printed("agenda", "--from", day(1), "--to", day(2))


def refused_booking(home: Home) -> str:
    start = f"{day(1)}T10:00"
    return home.printed("book", "--calendar", "Advice", "--start", start, "--contact", "Cleo")


def moved_from_the_command_line(home: Home) -> str:
    return home.printed("edit", f"e{home.event}", "--start", f"{day(1)}T11:00")


def attention_of(home: Home) -> str:
    home.stage.desk.status.look_again()
    home.stage.press(home.stage.window, "attention_strip_button")
    home.stage.settle()  # rows that were replaced are gone
    panel = home.stage.window.findChild(AttentionPanel)
    assert panel is not None
    matters = repr([replace(item, waiting=None) for item in home.stage.desk.attention.items])
    return texts_of(home.stage.window) + matters + home.printed("attention")


def deleted_in_icloud(home: Home) -> str:
    home.salon.delete_in_icloud(home.event)
    return attention_of(home)


def unreadable(home: Home) -> str:
    home.change_state(ObjectState.QUARANTINED)
    return attention_of(home)


def changed_on_both_sides(home: Home) -> str:
    with home.salon.database.write() as tx:
        wanted = Edit(span=TimeSpan(at(1, 12), at(1, 13)))
        edit_mirrored(tx, home.event, wanted, now=home.salon.now)
        (entry,) = outbox.entries_of_object(tx, home.event)
        theirs = entry.body.replace("T110000", "T150000").replace("T120000", "T160000")
        mark_conflict(
            tx, entry, theirs=theirs, etag='"2"', properties=("times",), now=home.salon.now
        )
    return attention_of(home)


def activity(home: Home) -> str:
    """What Activity tells of an event that is read and, deleted in iCloud, released."""
    with home.salon.database.write() as tx:
        known = objects.get_object(tx, home.event)
        assert known is not None
        record_event(tx, known, Deed.CHANGED)
        objects.update_object(tx, replace(known, state=ObjectState.GONE))
        release(tx, home.event)
    home.stage.window.actions_table["activity"].trigger()
    dialog = home.stage.window.findChild(ActivityDialog)
    assert dialog is not None
    model = home.stage.desk.activity(dialog)
    rows = [repr(model.row(model.index(at))) for at in range(model.rowCount())]
    return texts_of(dialog) + "\n".join(rows)


def exported(home: Home) -> str:
    with home.salon.database.read() as reader:
        return export_calendar(reader, day(0), day(7), now=home.salon.now).text


def exported_after_disconnecting(home: Home) -> str:
    with home.salon.database.write() as tx:
        remove_account(tx, 1, keep_blocks=True, now=home.salon.now)
    return exported(home) + grid(home) + home.printed("agenda", "--from", day(0), "--to", day(7))


def notifications(home: Home) -> str:
    """What is said in a toast when a booking is dragged onto the event, and when it is moved."""
    said: list[str] = []
    changes = home.stage.desk.changes
    changes.refused.connect(said.append)
    changes.offered.connect(lambda offer: said.append(offer.text))
    calendar = next(calendar for calendar in home.stage.desk.context.directory.calendars.values())
    made = home.salon.book(calendar, at(1, 14))
    home.stage.settle()
    changes.move(home.stage.desk.week.block_of(f"a{made.id}"), Drop(day(1), 600))
    changes.move(home.stage.desk.week.block_of(f"e{home.event}"), Drop(day(1), 720))
    changes.delete(home.stage.desk.week.block_of(f"e{home.event}"))
    assert said
    return "\n".join(said) + texts_of(home.stage.window)


def workspace_file(home: Home) -> str:
    file = home.folder / "saved.json"
    return home.printed("workspace", "save", file) + file.read_text(encoding="utf-8")


SURFACES: tuple[Callable[[Home], str], ...] = (
    grid, tooltip, accessible_names, card, edit_dialog, booking_dialog, slots_explained,
    agenda_listing, refused_booking, moved_from_the_command_line, deleted_in_icloud, unreadable,
    changed_on_both_sides, activity, exported_after_disconnecting, notifications,
)  # fmt: skip
NEVER_TELL = (exported, workspace_file)


@pytest.mark.parametrize("hides", [True])
@pytest.mark.parametrize("surface", [*SURFACES, *NEVER_TELL], ids=lambda surface: surface.__name__)
def test_the_secret_is_not_told(told: Telling, surface: Callable[[Home], str]) -> None:
    said = told(surface)
    assert said.strip()
    assert SECRET not in said


@pytest.mark.parametrize("hides", [False])
@pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.__name__)
def test_it_is_told_where_nothing_is_hidden(told: Telling, surface: Callable[[Home], str]) -> None:
    assert SECRET in told(surface)


def switch_on(home: Home) -> None:
    staff = home.stage.desk.context.directory.staff.values()
    dora = next(member for member in staff if member.name == "Dora")
    with home.salon.database.write() as tx:
        save_staff(tx, replace(dora, hide_details=True))
    home.stage.settle()


@pytest.mark.parametrize("hides", [False])
def test_the_switch_works_at_once_in_an_open_window(told: Telling) -> None:
    def switched(home: Home) -> str:
        assert SECRET in grid(home)
        switch_on(home)
        return grid(home)

    assert SECRET not in told(switched)


def press(stage: Stage) -> None:
    """On the booking at a quarter to ten; the event at ten has the other half of the day."""
    point = stage.point(1, 590) - QPoint(20, 0)
    QTest.mouseClick(stage.window.grid.canvas, Qt.MouseButton.LeftButton, pos=point)


@pytest.mark.parametrize("hides", [False])
def test_what_was_booked_anyway_is_told_until_the_switch_is_on(told: Telling) -> None:
    def both(home: Home) -> str:
        calendars = home.stage.desk.context.directory.calendars.values()
        advice = next(calendar for calendar in calendars if calendar.name == "Advice")
        made = home.salon.book(advice, at(1, 9, 45), insist=True)
        with home.salon.database.write() as tx:
            update_appointment(tx, made, replace(made, flagged=f"Moved in iCloud: {SECRET}"))
        home.stage.settle()
        press(home.stage)
        shown = texts_of(home.stage.window)
        assert f"Booked anyway: Dora is not free then; Work: {SECRET} 10:00" in shown
        assert f"Moved in iCloud: {SECRET}" in shown
        assert SECRET in attention_of(home)
        switch_on(home)
        waiting = attention_of(home)
        press(home.stage)
        return waiting + texts_of(home.stage.window)

    said = told(both)
    assert "Booked anyway" in said
    assert "Moved in iCloud" in said
    assert SECRET not in said
