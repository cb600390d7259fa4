"""The guide's window: the contents, and a page with a picture and a table."""

from __future__ import annotations

from lcdesk.app.program import Program
from lcdesk.ui.help.reader import GuideReader
from lcdesk.ui.help.report import ReportDialog
from tests.screenshots.camera import Camera, close, find, settle


def reading(camera: Camera, program: Program) -> None:
    """As F1 and a click on a link show it."""
    program.window.actions_table["guide"].trigger()
    settle()
    reader = find(GuideReader, "guide_reader")
    camera.take("guide-contents", reader)
    for name in ("connecting.md", "attention.md", "backups.md"):
        reader.open(name)
        settle()
        camera.take(f"guide-{name.removesuffix('.md')}", reader)
    close(reader)
    program.window.actions_table["report"].trigger()
    settle()
    report = find(ReportDialog, "report_dialog")
    camera.take("report", report)
    close(report)
