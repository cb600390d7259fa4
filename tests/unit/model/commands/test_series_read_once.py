"""A series reads the store once, and comes to what booking its dates one by one comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.series import SeriesRequest, book_series, wanted_dates
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution, WhenTaken
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.series import all_series
from tests.salon import CLEO, Salon, at

DAN = Contact(0, "Dan", "dan@example.org")
DAILY = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=30"  # over the end of a month
CALENDARS: dict[str, tuple[CalendarKind, dict[str, Any]]] = {
    "equal": (CalendarKind.ROUND_ROBIN, {"distribution": Distribution.EQUAL}),
    "most time": (CalendarKind.ROUND_ROBIN, {"distribution": Distribution.AVAILABILITY}),
    "buffers and a day limit": (
        CalendarKind.ROUND_ROBIN,
        {"after": timedelta(minutes=45), "per_day": 1},
    ),
    "a whole day each": (
        CalendarKind.ROUND_ROBIN,
        {"duration": timedelta(days=1), "after": timedelta(hours=1)},
    ),
    "collective": (CalendarKind.COLLECTIVE, {}),
    "simple": (CalendarKind.SIMPLE, {"per_slot": 1}),
}


def prepared(folder: Path, kind: CalendarKind, settings: dict[str, Any]) -> tuple[Salon, Calendar]:
    """A salon with some time taken, always the same."""
    folder.mkdir()
    salon = Salon(folder)
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Dentist", at(8, 10), at(8, 11))
    team = () if kind is CalendarKind.SIMPLE else (salon.ana, salon.ben)
    calendar = salon.calendar("Visit", kind, *team, **settings)
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ben)
    salon.book(other, at(2, 10), DAN)
    salon.book(calendar, at(10, 10), DAN, insist=True)
    return salon, calendar


def told(made: Appointment) -> tuple[object, ...]:
    return made.span, made.staff, made.why, made.overridden, made.overridden_for


def at_once(salon: Salon, request: SeriesRequest) -> list[tuple[object, ...]]:
    with salon.database.write() as tx:
        try:
            return [told(made) for made in book_series(tx, request, now=salon.now).made]
        except SlotNotOpen:  # not one of them
            return []


def one_by_one(salon: Salon, request: SeriesRequest) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    with salon.database.write() as tx:
        for span in wanted_dates(tx, request, now=salon.now):
            single = replace(request.booking, start=span.start, length=span.length)
            try:
                found.append(told(book(tx, single, now=salon.now)))
            except SlotNotOpen:
                if request.when_taken is WhenTaken.BOOK_ANYWAY:
                    insisted = replace(single, insist=True)
                    found.append(told(book(tx, insisted, now=salon.now)))
    return found


@pytest.mark.parametrize("taken", [WhenTaken.SKIP, WhenTaken.BOOK_ANYWAY])
@pytest.mark.parametrize("name", CALENDARS)
def test_it_comes_to_the_same_as_date_by_date(tmp_path: Path, name: str, taken: WhenTaken) -> None:
    kind, settings = CALENDARS[name]
    one, calendar = prepared(tmp_path / "one", kind, settings)
    other, _ = prepared(tmp_path / "other", kind, settings)
    request = SeriesRequest(BookingRequest(calendar.id, at(1, 10), CLEO), series_rule(DAILY), taken)
    assert at_once(one, request) == one_by_one(other, request)
    one.close()
    other.close()


def test_the_contact_is_called_as_it_is_known(tmp_path: Path) -> None:
    """Its e-mail finds it, whatever name was entered this time."""
    salon, calendar = prepared(tmp_path / "one", CalendarKind.SIMPLE, {})
    known = replace(DAN, name="Daniel")
    booking = BookingRequest(calendar.id, at(1, 10), known)
    with salon.database.write() as tx:
        made = book_series(tx, SeriesRequest(booking, series_rule(DAILY)), now=salon.now).made
    with salon.database.read() as reader:
        (series,) = all_series(reader)
    assert {series.contact} == {appointment.contacts[0] for appointment in made}
    salon.close()


def test_each_date_costs_a_few_statements(tmp_path: Path) -> None:
    """The whole situation was read again for each date: 38 statements, seconds for a long one."""
    salon, calendar = prepared(tmp_path / "one", CalendarKind.ROUND_ROBIN, {})
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    sa.event.listen(Engine, "before_cursor_execute", note)
    try:
        counts = [count(salon, calendar, statements, times) for times in (10, 30)]
    finally:
        sa.event.remove(Engine, "before_cursor_execute", note)
    assert (counts[1] - counts[0]) / 20 < 22
    salon.close()


def count(salon: Salon, calendar: Calendar, statements: list[str], times: int) -> int:
    statements.clear()
    rule = series_rule(f"FREQ=WEEKLY;COUNT={times}")
    request = SeriesRequest(BookingRequest(calendar.id, at(1, 12 + times // 10), CLEO), rule)
    with salon.database.write() as tx:
        assert len(book_series(tx, request, now=salon.now).made) == times
    return len(statements)
