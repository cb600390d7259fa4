"""The week that was on the screen when the window was left, painted at once at the next start.

Opening the store takes longer than all else at start-up, and nearly always shows what was there
before. So that is kept in a file that only its owner can read, and painted with the first frame;
the store's own week takes its place when it is read. It is shown only where nobody has written
into the store since, in the same words and on the same clock, and where the same days are due.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from lcdesk.paths import Paths, write_for_owner
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.kept_week import week_as_text, week_at, week_of_text
from lcdesk.ui.week.week import Week

if TYPE_CHECKING:
    from lcdesk.ui.week.week_model import WeekModel

logger = logging.getLogger(__name__)

MOST_BYTES = 2_000_000
_WHOLE_WEEKS = (DayMode.WEEK, DayMode.WORK_WEEK)


class LastWeek:
    """Reads and writes the file of one workspace. `now` is on the computer's clock."""

    def __init__(self, paths: Paths, now: Callable[[], datetime]) -> None:
        self._file = paths.last_week
        self._store = paths.database
        self._now = now

    def take(self) -> Week | None:
        """The week as it looks now; None where there is none to be trusted."""
        try:
            if self._file.stat().st_size > MOST_BYTES:
                return None
            kept, key = json.loads(self._file.read_text(encoding="utf-8")), self._key()
            if key is None or kept["key"] != key:
                return None
            week = week_of_text(kept["week"])
            is_due = self._is_due(week, date.fromisoformat(kept["on"]), kept["mode"])
            return week_at(week, self._now()) if is_due else None
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            logger.warning("the week of before cannot be shown: %s", type(error).__name__)
            return None

    def keep(self, week: Week, mode: DayMode) -> None:
        """Keep the week; after the store was closed, when nothing more is written into it."""
        key = self._key()
        if key is None:
            self.forget()
            return
        kept = {
            "key": key,
            "on": self._now().date().isoformat(),
            "mode": mode,
            "week": week_as_text(week),
        }
        try:
            write_for_owner(self._file, json.dumps(kept).encode())
        except OSError as error:
            logger.warning("the week cannot be kept: %s", error.strerror)

    def forget(self) -> None:
        """Nothing that may be shown at the next start."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the week of before cannot be removed: %s", error.strerror)

    def _is_due(self, week: Week, kept_on: date, mode: str) -> bool:
        """Whether a start shows these days: those around today, or from today on."""
        today = self._now().date()
        is_there = any(column.day == today for column in week.days)
        return is_there and (kept_on == today or mode in _WHOLE_WEEKS)

    def _key(self) -> list[int | str] | None:
        """What has to be the same: the store as it was left, words, forms of dates, the clock.

        None while somebody has the store open who has written: its file does not tell that yet.
        """
        written = Path(f"{self._store}-wal")
        if written.exists() and written.stat().st_size:
            return None
        store, words = self._store.stat(), (QLocale().name(), QLocale.system().name())
        return [store.st_mtime_ns, store.st_size, store.st_ino, *words, f"{self._now():%z}"]


def week_to_keep(model: WeekModel, now: datetime) -> Week | None:
    """What is on the screen, if a start would show it: today, hour by hour, on this clock."""
    week = model.week
    is_today = any(column.day == now.date() for column in week.days)
    is_here = model.context.zone_name == model.context.local_zone
    return week if model.has_columns and is_today and is_here else None
