"""Which mirrored events take time (docs/rules/sync.md, rows 13 to 19), in every setting."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.booking.situation import ReasonCode
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.accounts import set_blocking
from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import accounts
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.queries.situation import situation
from lcdesk.sync.rediscovery import record
from tests.desk import event, november
from tests.engine.test_bad_input import Faulty, faulty

__all__ = ["faulty"]

TEN = "20261124T090000Z", "20261124T100000Z"  # 10:00 to 11:00 in Berlin
TENTATIVE = event("maybe", *TEN, "STATUS:TENTATIVE", summary="Maybe lunch")
UNANSWERED = event(
    "asked", *TEN, "ORGANIZER:mailto:b@x.example", "ATTENDEE:mailto:ana", summary="Invitation"
)
ALL_DAY = event("fair", *TEN, summary="Trade fair").replace(
    "DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z",
    "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125",
)
WITHOUT_END = event("tick", *TEN).replace("DTEND:20261124T100000Z\r\n", "")


def blocking(faulty: Faulty, hour: int = 10, minute: int = 0) -> list[str]:
    """What of iCloud keeps the half hour from this time of Tuesday from being booked."""
    with faulty.desk.database.read() as reader:
        (calendar,) = all_calendars(reader)
        asked = TimeSpan.of_length(november(24, hour, minute), timedelta(minutes=30))
        slot = check(situation(reader, calendar, asked=asked, now=faulty.desk.now), asked)
    found = [reason.what for reason in slot.reasons if reason.code is ReasonCode.CONFLICT]
    assert slot.open is (not found)
    return found


def office(faulty: Faulty) -> LinkedCalendar:
    with faulty.desk.database.read() as reader:
        return next(
            linked for linked in accounts.linked_calendars(reader) if linked.path == "/office/"
        )


def choose(faulty: Faulty, **choice: bool) -> None:
    with faulty.desk.database.write() as tx:
        set_blocking(tx, office(faulty).id, **choice)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (13, event("free", *TEN, "TRANSP:TRANSPARENT")),
        (14, event("off", *TEN, "STATUS:CANCELLED")),
        (15, event("no", *TEN, "ATTENDEE;PARTSTAT=DECLINED:mailto:ana")),
        (19, WITHOUT_END),
    ],
)
def test_rows_that_block_nothing(faulty: Faulty, row: int, text: str) -> None:
    faulty.remote.put("/office/one.ics", text)
    assert faulty.sync().ok
    assert blocking(faulty) == []
    drawn = [entry.busy for entry in faulty.desk.agenda()]
    assert drawn == ([] if row == 14 else [False])


@pytest.mark.parametrize("text", [TENTATIVE, UNANSWERED], ids=["tentative", "unanswered"])
def test_row_16_tentative_and_unanswered_events_block_until_somebody_says_not(
    faulty: Faulty, text: str
) -> None:
    faulty.remote.put("/office/one.ics", text)
    faulty.sync()
    requests = faulty.remote.requests
    (what,) = blocking(faulty)
    assert "10:00\N{EN DASH}11:00" in what
    choose(faulty, tentative=False)
    assert blocking(faulty) == []
    (entry,) = faulty.desk.agenda()
    assert (entry.busy, entry.tentative) == (False, True), "still drawn, and as what it is"
    choose(faulty, tentative=True)
    assert len(blocking(faulty)) == 1
    assert faulty.remote.requests == requests, "nothing has to be read again"


def test_row_17_an_all_day_event_blocks_its_whole_day_until_somebody_says_not(
    faulty: Faulty,
) -> None:
    faulty.remote.put("/office/one.ics", ALL_DAY)
    faulty.sync()
    assert blocking(faulty, hour=0) == blocking(faulty, hour=23)
    assert blocking(faulty) == ["office: Trade fair (all day)"]
    choose(faulty, all_day=False)
    assert blocking(faulty) == blocking(faulty, hour=0) == []
    assert [entry.busy for entry in faulty.desk.agenda()] == [False]
    choose(faulty, all_day=True)
    assert len(blocking(faulty)) == 1


def test_row_18_travel_time_blocks_as_well(faulty: Faulty) -> None:
    faulty.remote.put(
        "/office/one.ics", event("far", *TEN, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M")
    )
    faulty.sync()
    assert blocking(faulty, 8, 45) == []
    assert len(blocking(faulty, 9)) == 1


def test_a_choice_of_one_calendar_leaves_the_others(faulty: Faulty) -> None:
    faulty.remote.put("/family/one.ics", TENTATIVE)
    faulty.sync()
    choose(faulty, tentative=False, all_day=False)
    assert len(blocking(faulty)) == 1


def test_what_blocks_survives_the_next_listing_of_the_calendars(faulty: Faulty) -> None:
    choose(faulty, tentative=False)
    with faulty.desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    record(faulty.desk.database, account, faulty.remote.discover(), faulty.desk.now)
    assert (office(faulty).tentative_blocks, office(faulty).all_day_blocks) == (False, True)
