"""What the command line tells of changes on their way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lcdesk.cli.passes import _entry_shape
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.store import outbox
from tests.salon import Salon, at


def test_a_turn_on_a_far_day_was_told_that_a_clock_noted_while_it_was_ahead(salon: Salon) -> None:
    salon.connect(salon.ana)
    salon.book(salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana), at(1, 10))
    for ahead, is_told in ((timedelta(days=3), False), (timedelta(minutes=1), True)):
        with salon.database.write() as tx:
            (entry,) = outbox.entries(tx)
            outbox.update_entry(tx, replace(entry, not_before=salon.now + ahead))
        with salon.database.read() as reader:
            (entry,) = outbox.entries(reader)
            shape = _entry_shape(reader, entry, salon.now)
        assert (shape["not_before"] is not None) is is_told
