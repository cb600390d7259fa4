"""The waiting list: its window, the dialog of an entry, and what is said when time opens up."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidget

from lcdesk.app.program import Program
from lcdesk.model.commands.appointments import cancel, set_status
from lcdesk.model.commands.waiting.entries import add_waiting, remove_waiting
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import day_span, zone
from lcdesk.model.store.appointments import appointments_of_calendar
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.store.waiting import all_waiting
from lcdesk.ui.waiting.dialog import WaitingDialog
from tests.screenshots.camera import Camera, click, close, find, settle, wait_for
from tests.screenshots.stage import NOW, THURSDAY, WEDNESDAY, desk_of, workspace_of

_DAY = timedelta(days=1)


def waiting(camera: Camera, program: Program) -> None:
    """The list without and with people on it, an entry, and the strip over the week."""
    database = workspace_of(program).database
    program.window.actions_table["waiting"].trigger()
    dialog = find(WaitingDialog, "waiting_dialog")
    settle()
    camera.take("waiting-list-empty", dialog)

    def fill() -> None:
        with database.write() as tx:
            tx.leave_out_of_undo()
            _fill(tx)

    wait_for(dialog.listed, fill)
    tree = dialog.findChild(QTreeWidget, "waiting_list")
    assert tree is not None
    while tree.isHidden():  # what was heard of may be the list as it was before
        settle()
    (row,) = tree.findItems("Rosa Klein", Qt.MatchFlag.MatchContains)
    row.setSelected(True)
    camera.take("waiting-list", dialog)
    click("waiting_list_edit")
    editor = find(QDialog, "waiting_editor")
    camera.take("waiting-editor", editor)
    close(editor)
    close(dialog)
    openings = desk_of(program).waiting.openings
    freed = 0

    def free() -> None:
        nonlocal freed
        with database.write() as tx:
            tx.leave_out_of_undo()
            freed = _cancel_on_thursday(tx)

    wait_for(openings.changed, free)
    camera.take("waiting-strip", program.window)
    with database.write() as tx:
        tx.leave_out_of_undo()
        set_status(tx, freed, Status.CONFIRMED, now=NOW)
        for entry in list(all_waiting(tx)):
            remove_waiting(tx, entry.id)
    openings.put_away()
    settle()


def _fill(tx: Transaction) -> None:
    by_kind = {calendar.kind: calendar for calendar in all_calendars(tx)}
    visit, service = by_kind[CalendarKind.ROUND_ROBIN], by_kind[CalendarKind.SERVICE]
    yoga = by_kind[CalendarKind.CLASS]
    wishes: tuple[tuple[str, int, date, date, dict[str, object]], ...] = (
        ("Anna Berg", service.id, THURSDAY, THURSDAY, {"variation": "Long hair", "before": 720}),
        ("Emil Sandberg", service.id, WEDNESDAY, WEDNESDAY + 9 * _DAY, {"weekdays": (0, 4)}),
        ("Nora Lind", yoga.id, THURSDAY, THURSDAY + 20 * _DAY, {"after": 18 * 60}),
        ("Rosa Klein", visit.id, WEDNESDAY, THURSDAY + 5 * _DAY, {"staff": visit.staff[0]}),
        ("Tom Becker", visit.id, WEDNESDAY - 9 * _DAY, WEDNESDAY - 2 * _DAY, {}),
    )
    for passed, (name, calendar, first, last, more) in enumerate(wishes):
        since = NOW - timedelta(days=12 - passed)
        value = Waiting(0, calendar, 0, first, last, since, **more)  # type: ignore[arg-type]
        add_waiting(tx, value, Contact(0, name))


def _cancel_on_thursday(tx: Transaction) -> int:
    (service,) = (one for one in all_calendars(tx) if one.kind is CalendarKind.SERVICE)
    day = day_span(THURSDAY, zone(service.zone))
    first = next(
        one for one in appointments_of_calendar(tx, service.id, day) if one.status.takes_time
    )
    return cancel(tx, first.id, now=NOW).id
