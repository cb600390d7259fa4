"""Contacts: the card of one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lcdesk.app.program import Program
from lcdesk.model.commands.people import delete_contact, save_contact
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from tests.screenshots.camera import Camera, click, close, find, settle
from tests.screenshots.stage import NOW, workspace_of


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
