"""The list of reminders that were missed, and the list without any."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from lcdesk.app.program import Program
from lcdesk.model.commands.reminders.delivery import claim, note_told
from lcdesk.model.domain.zones import zone
from lcdesk.ui.reminders.reminders_window import RemindersWindow
from tests.screenshots.camera import Camera, close, find, settle
from tests.screenshots.stage import NOW, workspace_of


def reminding(camera: Camera, program: Program) -> None:
    """What a Wednesday morning brings, as if it had been told already."""
    workspace = workspace_of(program)
    with workspace.database.write() as tx:
        for now in (NOW, NOW + timedelta(hours=6)):
            claimed = claim(tx, now, zone("Europe/Berlin"))
            note_told(tx, [reminder.id for reminder in claimed])
    program.window.actions_table["reminders"].trigger()
    settle()
    window = find(RemindersWindow, "reminders_window")
    camera.take("reminders", window)
    button = find(QPushButton, "reminders_dismiss_all")
    button.click()
    settle()
    camera.take("reminders-none", window)
    close(window)
