"""The search over the practice fortnight: empty, while it is typed, many found, nothing, small."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from lcdesk.app.program import Program
from lcdesk.ui.search.panel import SearchPanel
from tests.screenshots.camera import Camera, find, settle
from tests.screenshots.stage import SMALL


def searching(camera: Camera, program: Program) -> None:
    """The panel in each of its states; it is closed again afterwards."""
    window = program.window
    window.actions_table["find"].trigger()
    settle()
    camera.take("search", window)
    field = find(QLineEdit, "search_field")
    for name, text in (("typing", "nov"), ("many", "e"), ("nothing", "zeppelin")):
        field.setText(text)
        settle()
        camera.take(f"search-{name}", window)
    window.resize(SMALL)
    field.setText("a")
    settle()
    camera.take("search-small", window)
    field.clear()
    find(SearchPanel, "search_panel").dismiss()
    window.resize(camera.usual)
    settle()
