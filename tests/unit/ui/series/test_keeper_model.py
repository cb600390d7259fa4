"""The window goes on with series by itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.series import SeriesRequest, book_series
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.appointments import all_appointments
from lcdesk.ui.series.keeper_model import SeriesKeeper
from tests.salon import CLEO, Salon, at


def test_what_has_come_within_reach_is_booked_while_the_window_is_open(
    tmp_path: Path, qtbot: QtBot
) -> None:
    salon = Salon(tmp_path)
    window = timedelta(days=20)
    calendar = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, window=window)
    request = SeriesRequest(
        BookingRequest(calendar.id, at(1, 10), CLEO), series_rule("FREQ=WEEKLY")
    )
    with salon.database.write() as tx:
        book_series(tx, request, now=salon.now)
    keeper = SeriesKeeper(salon.database, salon.clock)
    keeper.go_on()
    salon.now += timedelta(days=7)
    keeper.go_on()
    keeper.close()
    with salon.database.read() as reader:
        assert len(all_appointments(reader)) == 4
    salon.close()
