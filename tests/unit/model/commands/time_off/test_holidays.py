"""Public holidays are named by a file or a linked calendar, and close nothing by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lcdesk.model.commands.people import save_staff
from lcdesk.model.commands.time_off.holidays import (
    HolidayFile,
    forget_holidays,
    use_holiday_calendar,
    use_holiday_file,
)
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.time_off import PublicHoliday
from lcdesk.model.store import accounts
from lcdesk.model.store.time_off import all_time_off, holiday_calendar, public_holidays
from tests.salon import Salon, day
from tests.undoing import undo

CHRISTMAS = PublicHoliday(date(2026, 12, 25), date(2026, 12, 26), "Christmas")
LABOUR_DAY = PublicHoliday(date(2027, 5, 1), date(2027, 5, 1), "Labour Day")


def holiday_event(name: str, first: str, end: str, *more: str) -> str:
    days = (f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{end}")
    lines = ("BEGIN:VEVENT", f"UID:{name}", *days, f"SUMMARY:{name}", *more, "END:VEVENT")
    return "\r\n".join(lines)


def file_of(*events: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", "")).encode()


FILE = file_of(
    holiday_event("Christmas", "20261225", "20261227"),
    holiday_event("Labour Day", "20200501", "20200502", "RRULE:FREQ=YEARLY"),
    holiday_event("Broken", "2026", "2026"),
)


def use(salon: Salon, content: bytes = FILE) -> HolidayFile:
    with salon.database.write() as tx:
        return use_holiday_file(tx, content, name="germany.ics", now=salon.now)


def named(salon: Salon) -> list[PublicHoliday]:
    with salon.database.read() as reader:
        return list(public_holidays(reader, date(2026, 11, 1), date(2027, 10, 31)))


def test_a_file_names_days_and_closes_none(salon: Salon) -> None:
    found = use(salon)
    assert found.unreadable == 1
    assert named(salon) == [CHRISTMAS, LABOUR_DAY]
    with salon.database.read() as reader:
        assert all_time_off(reader) == ()


def test_another_file_takes_the_place_of_the_first_and_is_undone(salon: Salon) -> None:
    use(salon)
    use(salon, file_of(holiday_event("Epiphany", "20270106", "20270107")))
    assert [holiday.name for holiday in named(salon)] == ["Epiphany"]
    undo(salon)
    assert named(salon) == [CHRISTMAS, LABOUR_DAY]
    with salon.database.write() as tx:
        forget_holidays(tx)
    assert named(salon) == []
    undo(salon)
    undo(salon)
    assert named(salon) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"nothing", "."),
        (file_of("BEGIN:VEVENT", "UID:1", "DTSTART:20261225T100000Z", "END:VEVENT"), "no whole"),
    ],
)
def test_a_file_without_days_changes_nothing(salon: Salon, content: bytes, said: str) -> None:
    use(salon)
    with pytest.raises(InvalidInput, match=said):
        use(salon, content)
    assert named(salon) == [CHRISTMAS, LABOUR_DAY]


def test_a_linked_calendar_that_is_read_names_its_whole_days(salon: Salon) -> None:
    family = salon.connect(salon.ana)["Family"]
    salon.mirror_days(family, "St Andrew", day(1), day(2))
    use(salon)
    with salon.database.write() as tx:
        use_holiday_calendar(tx, family.id, now=salon.now)
    assert named(salon) == [PublicHoliday(day(1), day(1), "St Andrew")]
    with salon.database.read() as reader:
        linked = accounts.get_linked(reader, family.id)
    assert linked is not None
    assert linked.all_day_blocks, "what was chosen before stays as it was"


def test_a_calendar_that_was_not_read_is_read_from_now_on_and_blocks_no_days(salon: Salon) -> None:
    family = salon.connect(salon.ana)["Family"]
    with salon.database.write() as tx:
        accounts.set_linked_role(tx, family.id, Role.NONE)
    with salon.database.write() as tx:
        use_holiday_calendar(tx, family.id, now=salon.now)
    with salon.database.read() as reader:
        linked = holiday_calendar(reader)
    assert linked is not None
    assert (linked.role, linked.all_day_blocks) == (Role.CONFLICT, False)
    undo(salon)
    with salon.database.read() as reader:
        assert holiday_calendar(reader) is None


def test_hidden_details_stay_hidden(salon: Salon) -> None:
    family = salon.connect(salon.ana)["Family"]
    salon.mirror_days(family, "Operation", day(1), day(2))
    with salon.database.write() as tx:
        use_holiday_calendar(tx, family.id, now=salon.now)
        save_staff(tx, replace(salon.ana, hide_details=True))
    assert named(salon) == []
