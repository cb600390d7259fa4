"""What a calendar asks: on its page, in a booking, on a card and in the changes of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QScrollArea, QWidget

from lcdesk.app.program import Program
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.intake import FieldKind, IntakeField
from lcdesk.model.store.calendars import all_calendars
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.week.week import Column
from tests.screenshots.camera import Camera, choose, click, close, enter, find, settle
from tests.screenshots.stage import NOW, block, look_again, show_card, workspace_of

FRIDAY = date(2026, 11, 27)
_FIELDS = (
    IntakeField(0, "Allergies or intolerances", required=True),
    IntakeField(
        0, "How did you hear of us?", FieldKind.CHOICE, choices=("A friend", "Online", "Passing by")
    ),
    IntakeField(0, "May we take pictures?", FieldKind.YES_NO, required=True),
)


def intake(camera: Camera, program: Program) -> None:
    """A calendar asks for three things, and for nothing again afterwards."""
    number = _ask(program, _FIELDS)
    _show_page(camera, program, number)
    grid = program.window.grid
    grid.requests.sweep_requested.emit(Column(FRIDAY), 14 * 60, 14 * 60 + 45)
    settle()
    choose("quick_calendar", "Consultation")
    camera.take("intake-quick", program.window)
    click("quick_more")
    dialog = find(QWidget, "booking_dialog")
    enter("booking_name", "Mara Vogel")
    click("booking_book")
    camera.take("intake-missing", dialog)
    first, how, pictures = (field.id for field in _asked(program, number))
    enter(f"booking_answers_{first}", "Peanuts, and latex gloves")
    choose(f"booking_answers_{how}", "A friend")
    choose(f"booking_answers_{pictures}", "Yes")
    camera.take("intake-booking", dialog)
    click("booking_book")
    look_again(program)
    program.window.toast.dismiss()
    show_card(program, camera, "intake-card", "Mara Vogel", FRIDAY)
    grid.requests.open_requested.emit(block(program, "Mara Vogel", FRIDAY))
    settle()
    edit = find(QWidget, "edit_dialog")
    camera.take("intake-edit", edit)
    close(edit)
    program.window.actions_table["undo"].trigger()
    settle()
    _ask(program, ())


def _ask(program: Program, fields: tuple[IntakeField, ...]) -> int:
    with workspace_of(program).database.write() as tx:
        tx.leave_out_of_undo()
        calendar = next(one for one in all_calendars(tx) if one.name == "Consultation")
        save_calendar(tx, replace(calendar, fields=fields), NOW)
    look_again(program)
    return calendar.id


def _asked(program: Program, number: int) -> tuple[IntakeField, ...]:
    with workspace_of(program).database.read() as reader:
        return next(one for one in all_calendars(reader) if one.id == number).fields


def _show_page(camera: Camera, program: Program, number: int) -> None:
    workspace_of(program).open_settings()
    settle()
    dialog = find(SettingsDialog, "settings")
    editors = dialog.editors
    dialog.show_page(editors.calendars)
    editors.calendars.editor.choose(number)
    settle()
    add = find(QWidget, "asked_add")
    for area in dialog.findChildren(QScrollArea):
        if area.isAncestorOf(add):
            area.ensureWidgetVisible(add)
    settle()
    camera.take("intake-settings", dialog)
    dialog.show_page(dialog.calendars)
    close(dialog)
