"""Quick add over the practice fortnight: empty, open, not open, somebody new; then Export."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from lcdesk.app.program import Program
from tests.screenshots.camera import Camera, close, find, settle
from tests.screenshots.stage import newest_dialog


def adding(camera: Camera, program: Program) -> None:
    """The line in each of its states; nothing is booked."""
    program.window.quick_add()
    settle()
    dialog = newest_dialog(program)
    camera.take("quick-add", dialog)
    field = find(QLineEdit, "quick_add_line")
    for name, line in (
        ("open", "Kira tomorrow 16-16:30 /consult @ben"),
        ("taken", "Cut Cleo thursday 9:15-10:45 /colour"),
        ("new", "Zoe friday"),
    ):
        field.setText(line)
        settle()
        camera.take(f"quick-add-{name}", dialog)
    close(dialog)
    program.window.actions_table["export"].trigger()
    settle()
    dialog = newest_dialog(program)
    camera.take("export", dialog)
    close(dialog)
