"""Time off: the page, its dialog, and what is said over the days."""

from __future__ import annotations

from datetime import timedelta

from lcdesk.app.program import Program
from lcdesk.model.commands.time_off.absences import save_time_off
from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.store.time_off import replace_holidays
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.time_off.dialog import TimeOffDialog
from tests.screenshots.camera import Camera, close, find, settle
from tests.screenshots.stage import workspace_of


def time_off(camera: Camera, program: Program) -> None:
    """Somebody is away this week, and a public holiday is in it."""
    workspace = workspace_of(program)
    monday = workspace.desk.week.days.first
    days = [monday + timedelta(days=at) for at in range(40)]
    staff = [member.id for member in workspace.desk.context.directory.staff.values()]
    with workspace.database.write() as tx:
        save_time_off(tx, TimeOff(0, days[2], days[4], "Summer holiday", tuple(staff[:1])))
        part = HoursBlock(13 * 60, 18 * 60)
        save_time_off(tx, TimeOff(0, days[3], days[3], "Dentist", tuple(staff[1:2]), part))
        save_time_off(tx, TimeOff(0, days[30], days[37], "Works holiday"))
        names = ("Day of the open door", "St Andrew’s Day", "Christmas Day")
        replace_holidays(
            tx,
            [
                PublicHoliday(days[at], days[at], name)
                for at, name in zip((4, 8, 32), names, strict=True)
            ],
        )
    settle()
    window = program.window
    camera.take("time-off-week", window)
    window.actions_table["month"].trigger()
    settle()
    camera.take("time-off-month", window)
    window.actions_table["week"].trigger()
    window.actions_table["time_off"].trigger()
    settle()
    dialog = find(SettingsDialog, "settings")
    camera.take("time-off-page", dialog)
    dialog.time_off.edit()
    settle()
    edit = find(TimeOffDialog, "time_off_dialog")
    camera.take("time-off-dialog", edit)
    close(edit)
    close(dialog)
