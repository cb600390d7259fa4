"""Contacts: the card of one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from lcdesk.app.program import Program
from lcdesk.model.store.people import contacts
from tests.screenshots.camera import Camera, close, find, settle
from tests.screenshots.stage import workspace_of


def contact_cards(camera: Camera, program: Program) -> None:
    """Somebody who was booked more than once."""
    with workspace_of(program).database.read() as reader:
        known = contacts(reader)
    number = next(number for number, one in known.items() if one.name == "Cleo Park")
    program.window.open_contact(number)
    settle()
    card = find(QWidget, "contact_dialog")
    camera.take("contact-card", card)
    close(card)
