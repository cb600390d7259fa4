"""What `lcdesk slots` says beside its list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.remote import objects
from tests.command_line import NEXT_MONDAY, CommandLine
from tests.desk import Desk
from tests.unit.model.store.test_freshness import connected


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (timedelta(0), ""),
        (timedelta(hours=1), "dav.example.org was last read at"),
        (timedelta(days=-3), "dav.example.org was last read while this computer's clock was ahead"),
    ],
)
def test_slots_say_on_stderr_when_a_calendar_was_read_long_ago(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], read: timedelta, told: str
) -> None:
    run = CommandLine(tmp_path, capsys)
    desk = Desk(tmp_path, datetime.now(UTC))
    ana = desk.staff("Ana")
    desk.calendar(CalendarKind.ROUND_ROBIN, ana, name="Consultation")
    connected(desk, ana, "https://dav.example.org/", read=read)
    desk.close()
    last = NEXT_MONDAY + timedelta(days=1)
    printed = run(
        "slots", "--calendar", "Consultation", "--from", NEXT_MONDAY, "--to", last, "--json"
    )
    assert printed.status == 0
    assert len(printed.document) == 48
    assert ("was last read" in printed.err) is bool(told)
    assert told in printed.err


def test_slots_and_book_say_that_an_event_of_the_member_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = CommandLine(tmp_path, capsys)
    desk = Desk(tmp_path, datetime.now(UTC))
    ana, ben = desk.staff("Ana"), desk.staff("Ben")
    desk.calendar(CalendarKind.ROUND_ROBIN, ana, ben, name="Consultation")
    connected(desk, ana, "https://dav.example.org/", read=timedelta(0))
    with desk.database.write() as tx:
        linked = linked_calendars(tx)[0]
        path = f"{linked.path}sick.ics"
        sick = RemoteObject(
            0, linked.id, path, path, "1", "sick", "x", ObjectState.QUARANTINED, problem="Sick."
        )
        number = objects.insert_object(tx, sick)
    slots = ["slots", "--calendar", "Consultation", "--from", NEXT_MONDAY]
    slots += ["--to", NEXT_MONDAY + timedelta(days=1)]
    told = f"One event of {linked.name} (Ana) could not be read in full; its time may be taken."
    assert told in run(*slots, "--json").err
    assert told in run(*slots, "--staff", "Ana").err
    assert told not in run(*slots, "--staff", "Ben").err
    book = ["book", "--calendar", "Consultation", "--contact", "Cleo <cleo@example.org>"]
    for hour, member, warns in ((10, "Ana", True), (10, "Ben", False)):
        start = f"{NEXT_MONDAY}T{hour}:00"
        printed = run(*book, "--start", start, "--staff", member, "--json")
        assert printed.document["staff"] == [member]
        assert (told in printed.err) is warns
    assert run("attention", "resolve", f"unreadable-e{number}", "keep").status == 0
    assert told not in run(*slots, "--json").err
    with desk.database.write() as tx:
        objects.update_object(tx, replace(sick, id=number, problem="Sick in another way."))
    assert told in run(*slots, "--json").err
    desk.close()
