"""Whether a row of the grid can be booked and why not, for the pointer and for a screen reader."""

from __future__ import annotations

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.store.database import Database
from lcdesk.ui.context.directory_model import stale_words
from lcdesk.ui.week.week import Column
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import tr


class RowWords:
    """Asks the rules of the calendar whose open times are shown; else the working hours."""

    def __init__(self, database: Database, week: WeekModel) -> None:
        self._database = database
        self._week = week

    def why(self, column: Column, minute: int) -> str:
        """Every reason why a row of the grid is closed, a line each, and whether that is old."""
        times = self._week.open_times()
        if times is None:
            return ""
        reasons = times.why(column, minute)
        head = tr("Not open on {calendar}:").format(calendar=times.calendar.name)
        lines = [head, *reasons] if reasons else []
        return "\n".join([*lines, *self._stale_lines(times.calendar)])

    def state(self, column: Column, minute: int) -> str:
        """“free”, or “closed: …” with every reason; empty where nobody's hours are known."""
        times = self._week.open_times()
        reasons = self._by_hours(column, minute) if times is None else times.why(column, minute)
        if reasons is None:
            return ""
        return tr("closed: {reasons}").format(reasons="; ".join(reasons)) if reasons else tr("free")

    def _by_hours(self, column: Column, minute: int) -> tuple[str, ...] | None:
        """What is known where several calendars are shown."""
        columns = self._week.week.days
        if not any(shown.open for shown in columns):
            return None
        opened = [span for shown in columns if shown.column == column for span in shown.open]
        works = any(start <= minute < end for start, end in opened)
        told_apart = column.member is not None
        nobody = tr("does not work then") if told_apart else tr("nobody shown works then")
        return () if works else (nobody,)

    def _stale_lines(self, calendar: Calendar) -> list[str]:
        """“iCloud last read at 09:12” where an open time may be taken by now."""
        week = self._week
        with self._database.read() as reader:
            words = stale_words(
                reader,
                now=week.context.clock(),
                tz=week.context.tz,
                locale=week.context.locale,
                staff=calendar.staff,
            )
        return [words] if words else []
