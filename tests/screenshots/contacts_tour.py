"""Contacts: the card of one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QTreeWidget, QWidget

from lcdesk.app.program import Program
from lcdesk.model.commands.people import delete_contact, save_contact
from lcdesk.model.commands.undo import undo_last
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from lcdesk.ui.contacts.import_dialog import ContactImportDialog
from lcdesk.ui.contacts.import_model import ContactImport
from lcdesk.ui.widgets.labels import Look
from tests.screenshots.camera import Camera, click, close, find, settle
from tests.screenshots.stage import NOW, workspace_of

TABLE = """Vorname;Nachname;E-Mail;Mobil;Geburtstag;Bemerkung
Cleo;Park;cleo@example.org;+49 170 5551234;1990-05-17;Prefers mornings
Nora;Lind;nora@example.org;+49 171 5555678;;
Emil;Sandberg;;030 5557788;1984-01-02;Parking space needed
"""

_EVENTS = (
    ("Dentist", "20261126T093000Z", "ATTENDEE;CN=Dr. Wu:mailto:wu@example.org\n"),
    ("Choir", "20261201T180000Z", "RRULE:FREQ=WEEKLY\n"),
    ("Parents' evening", "20261203T190000Z", ""),
    ("Autumn holidays", "20261012T080000Z", ""),
    ("Birthday of Nora", "20261210T100000Z", "TRANSP:TRANSPARENT\n"),
    ("Swimming", "tomorrow", ""),
)
EVENTS = "BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n".format(
    "".join(
        f"BEGIN:VEVENT\nUID:{title}\nDTSTART:{start}\nDURATION:PT1H\nSUMMARY:{title}\n{more}"
        "END:VEVENT\n"
        for title, start, more in _EVENTS
    )
)


def contact_cards(camera: Camera, program: Program) -> None:
    """Somebody who was booked more than once."""
    with workspace_of(program).database.read() as reader:
        known = contacts(reader)
    number = next(number for number, contact in known.items() if contact.name == "Cleo Park")
    program.window.open_contact(number)
    settle()
    card = find(QWidget, "contact_dialog")
    camera.take("contact-card", card)
    close(card)
    preview_import(camera, program)
    preview_calendar(camera, program)
    with workspace_of(program).database.write() as tx:
        tx.leave_out_of_undo()
        twin = save_contact(tx, Contact(0, "C. Park", "Cleo@example.org", "030 1234567"), now=NOW)
    program.window.open_contact(number)
    settle()
    camera.take("contact-card-likely-twice", find(QWidget, "contact_dialog"))
    click("contact_card_merge")
    dialog = find(QWidget, "merge_dialog")
    camera.take("contact-merge", dialog)
    close(dialog)
    close(find(QWidget, "contact_dialog"))
    with workspace_of(program).database.write() as tx:
        tx.leave_out_of_undo()
        delete_contact(tx, twin.id, now=NOW)


def preview_calendar(camera: Camera, program: Program) -> None:
    """Events of another program, before they block time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "private.ics"
        file.write_text(EVENTS, encoding="utf-8")
        program.window.actions_table["import"].trigger()
        settle()
        asked = find(QFileDialog, "calendar_import_file")
        asked.fileSelected.emit(str(file))
        close(asked)
        dialog = find(QWidget, "calendar_import_dialog")
        camera.take("calendar-import", dialog)
        preview_bookings(camera, dialog)
        click("calendar_import_do")
        settle()
        changed = EVENTS.replace("26T093000Z", "27T101500Z").replace("FREQ=", "COUNT=9;FREQ=")
        file.write_text(
            changed.replace("evening\n", "evening\nSTATUS:CANCELLED\n"), encoding="utf-8"
        )
        program.window.open_file(file)
        settle()
        dialog = find(QWidget, "calendar_import_dialog")
        camera.take("calendar-import-changed", dialog)
        close(dialog)
    with workspace_of(program).database.write() as tx:
        undo_last(tx, now=NOW)


def preview_bookings(camera: Camera, dialog: QWidget) -> None:
    """The same events as appointments, for contacts that are known or named."""
    target, events = (
        find(QComboBox, "calendar_import_target"),
        find(QTreeWidget, "calendar_import_list"),
    )
    before = target.currentIndex()
    target.setCurrentIndex(target.count() - 1)
    target.activated.emit(target.currentIndex())
    events.setCurrentIndex(events.model().index(1, 0))
    settle()
    camera.take("calendar-import-bookings", dialog)
    target.setCurrentIndex(before)
    target.activated.emit(before)
    settle()


def preview_import(camera: Camera, program: Program) -> None:
    """A table of another program, before it is kept."""
    workspace = workspace_of(program)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "clients.csv"
        file.write_text(TABLE, encoding="utf-8")
        model = ContactImport(workspace.database, file, lambda: NOW)
    look = Look(program.window.appearance, program.window.icons)
    dialog = ContactImportDialog(model, look, program.window)
    model.setParent(dialog)
    dialog.open()
    settle()
    camera.take("contact-import", dialog)
    close(dialog)
    dialog.deleteLater()
