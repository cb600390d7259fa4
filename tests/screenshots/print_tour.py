"""What is put on paper, as its dialog shows it, and what is counted."""

from __future__ import annotations

from lcdesk.app.program import Program
from lcdesk.ui.numbers.dialog import NumbersDialog
from lcdesk.ui.printing.dialog import PrintDialog
from lcdesk.ui.printing.printing_model import Form
from tests.screenshots.camera import Camera, choose, click, close, find, settle, wait_for


def printouts(camera: Camera, program: Program) -> None:
    """Each form, and one in black and white."""
    program.window.actions_table["print"].trigger()
    settle()
    dialog = find(PrintDialog, "print_dialog")
    for form in Form:
        click(f"print_{form.value}")
        dialog.make_pages()
        camera.take(f"print-{form.value.replace('_', '-')}", dialog)
    click("print_week")
    click("print_grey")
    dialog.make_pages()
    camera.take("print-week-grey", dialog)
    close(dialog)


def numbers(camera: Camera, program: Program) -> None:
    """Each view of the numbers."""
    program.window.actions_table["numbers"].trigger()
    dialog = find(NumbersDialog, "numbers_dialog")
    wait_for(dialog.counted, lambda: dialog.lines)
    for view in ("Over time", "By staff member", "By calendar"):
        choose("numbers_view", view)
        camera.take(f"numbers-{view.lower().replace(' ', '-')}", dialog)
    close(dialog)
