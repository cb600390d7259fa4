"""Whatever a calendar object says: it is read, or refused in words, and soon."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import InvalidInput, LcdeskError, NotFound, UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.codec import read_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.ical.expand import occurrences
from lcdesk.model.ical.fingerprint import fingerprint
from lcdesk.model.ical.merge import join, join_mine_first, merge
from lcdesk.model.ical.scan import scan
from lcdesk.model.ical.series_text import edit_date, take_out_date
from lcdesk.model.ical.whole_series import end_before, shift_between, shift_series
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from tests.desk import Desk, event
from tests.effort import is_done_within
from tests.fakes.memory_remote import MemoryRemote
from tests.property.hostile import objects
from tests.unit.model.ical.texts import BERLIN, NOW, YEAR, vcalendar

EXAMPLES = int(os.environ.get("LCDESK_SOAK_EXAMPLES", "100"))
MOST_SECONDS = 2
EVER = TimeSpan(datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC))
APIA = ZoneInfo("Pacific/Apia")
HOUR = TimeSpan.of_length(NOW, timedelta(hours=1))
GOOD = event("good", "20261124T090000Z", "20261124T100000Z", summary="Good")
DAYS = AllDay(NOW.date(), NOW.date() + timedelta(days=2))


def changed(**wanted: object) -> Callable[[str], str]:
    changes = EventChanges(**wanted)  # type: ignore[arg-type]  # any change
    return lambda text: edit_event(text, changes=changes, now=NOW, zone=BERLIN)


def every_way(text: str) -> list[Callable[[], object]]:
    """The first date of a series: renamed, moved, taken out, ended at, moved with all."""
    first = occurrences(text, zone=BERLIN, span=YEAR).first
    span = TimeSpan.of_length(first, timedelta(days=60))
    found = occurrences(text, zone=BERLIN, span=span).entries
    date = next((occurrence.recurrence_id for occurrence in found if occurrence.recurrence_id), "")
    if not date:
        return []
    ways: list[Callable[[], str]] = [
        lambda: edit_date(text, date, changes=EventChanges(title="New"), now=NOW, zone=BERLIN),
        lambda: edit_date(text, date, changes=EventChanges(span=HOUR), now=NOW, zone=BERLIN),
        lambda: take_out_date(text, date, now=NOW, zone=BERLIN),
        lambda: end_before(text, date, now=NOW, zone=BERLIN),
        lambda: shift_series(text, shift_between(text, date, HOUR, BERLIN), now=NOW, zone=BERLIN),
    ]
    return [partial(go, way, text) for way in ways]


def go(way: Callable[[], str], text: str) -> None:
    """One way, and what comes of it joined with the text of before."""
    with suppress(NotFound):  # the date is not one of the text's own
        after = way() or text
        join(text, after, text)
        join_mine_first(text, after, text)


READERS: dict[str, Callable[[str], object]] = {
    "scan": scan,
    "this year": lambda text: occurrences(text, zone=BERLIN, span=YEAR, own_addresses=["a@b"]),
    "ever": lambda text: occurrences(text, zone=APIA, span=EVER),
    "read": lambda text: read_event(text, BERLIN),
    "fingerprint": fingerprint,
    "merge": lambda text: merge(text, text, text),
    "title": changed(title="New", notes="", location="There", op_id="1"),
    "hour": changed(span=HOUR),
    "days": changed(span=DAYS),
    "dates": every_way,
}


@settings(max_examples=EXAMPLES)
@given(objects())
def test_they_are_read_or_refused_in_words(text: str) -> None:
    for name, reader in READERS.items():
        assert is_soon_done(partial(reader, text)), name
    with suppress(UnreadableEvent, InvalidInput):
        for number, way in enumerate(every_way(text)):
            assert is_soon_done(way), f"way {number} of changing one date"


def is_soon_done(work: Callable[[], object]) -> bool:
    """It succeeds, or refuses in words, within two seconds."""

    def do() -> None:
        with suppress(UnreadableEvent, InvalidInput):
            work()

    return is_done_within(MOST_SECONDS, do)


# --- through a whole pass ----------------------------------------------------------------------


@settings(max_examples=max(EXAMPLES // 10, 1))
@given(st.lists(objects(), min_size=2, max_size=2), st.booleans())
def test_one_of_them_stops_neither_a_pass_nor_the_week(texts: list[str], is_primary: bool) -> None:
    with TemporaryDirectory() as folder, closing(Desk(Path(folder))) as desk:
        remote = MemoryRemote("/office/", "/family/")
        desk.lines = lambda _account: remote
        desk.account(None, desk.staff("Ana"))
        desk.give_role("/office/", Role.PRIMARY)
        desk.give_role("/family/", Role.CONFLICT)
        remote.put("/family/good.ics", GOOD)
        for text in texts:  # the second takes the place of the first
            arriving = text.encode("utf-8", "replace").decode()
            remote.put("/office/sick.ics" if is_primary else "/family/sick.ics", arriving)
            assert desk.sync().ok
            assert "Good" in [entry.title for entry in desk.agenda()]
            rename_mirrored(desk)
            assert desk.sync().ok


def rename_mirrored(desk: Desk) -> None:
    """Edit whatever of the primary calendar is drawn, as a person would."""
    for entry in {entry.id: entry for entry in desk.agenda() if not entry.read_only}.values():
        with suppress(LcdeskError), desk.database.write(mail_attendees=True) as tx:
            edit_mirrored(tx, int(entry.id[1:]), Edit("Renamed"), now=desk.now)


def test_a_sequence_number_of_thousands_of_digits_is_none() -> None:
    text = vcalendar(["DTSTART:20260706T120000Z", "SEQUENCE:" + "9" * 5_000])
    assert "SEQUENCE:1\r\n" in str(READERS["title"](text))


OTHER_DATE = ("UID:one", "RECURRENCE-ID;VALUE=DATE:20270329", "DTSTART;VALUE=DATE:20270329")
STRAY = {
    "a bare word": ["BEGIN"],
    "an end with a parameter": ["BEGIN:VEVENT", *OTHER_DATE, "END;X=Y:VEVENT"],
    "inside a zone": ["BEGIN:VTIMEZONE", "TZID:A", "BEGIN:", "X:1", "END:VTIMEZONE"],
}


@pytest.mark.parametrize("lines", STRAY.values(), ids=STRAY)
def test_a_stray_line_about_a_beginning_hid_the_events_from_every_edit(lines: list[str]) -> None:
    text = vcalendar(["DTSTART;VALUE=DATE:20260329", "RRULE:FREQ=YEARLY", "SUMMARY:Birthday"])
    text = text.replace("BEGIN:VEVENT", "\r\n".join([*lines, "BEGIN:VEVENT"]))
    after = edit_date(text, "20260329", changes=EventChanges(title="New"), now=NOW, zone=BERLIN)
    assert "SUMMARY:New" in after
