"""What `lcdesk slots` says beside its list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.model.domain.calendars import CalendarKind
from tests.command_line import NEXT_MONDAY, CommandLine
from tests.desk import Desk
from tests.unit.model.store.test_freshness import connected


@pytest.mark.parametrize(("read", "warns"), [(timedelta(0), False), (timedelta(hours=1), True)])
def test_slots_say_on_stderr_when_a_calendar_was_read_long_ago(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], read: timedelta, warns: bool
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
    assert ("dav.example.org was last read at" in printed.err) is warns
