"""One date of a series in the primary calendar is changed from here, and no other with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar

from lcdesk.model.domain.errors import AttendeesAreMailed, NotFound, RefusedByRule
from lcdesk.model.domain.events import AgendaEntry, SyncState
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.conflicts import Keep, clash_of, decide
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import (
    ReadOnlyEvent,
    edit_mirrored,
    put_back,
    take_out_dates,
)
from lcdesk.model.store.remote import objects
from tests.desk import Desk, event
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.practice import Practice
from tests.engine.test_pass import only_text

TEN_TO_ELEVEN = ("20261124T090000Z", "20261124T100000Z")
DAILY = "RRULE:FREQ=DAILY;COUNT=4"
HOUR = timedelta(hours=1)


def said(text: str) -> list[str]:
    """The dates of an object as another program finds them, in UTC."""
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(
        date(2026, 11, 1), date(2026, 12, 31)
    )
    rows = [f"{event.start:%d %H:%M}-{event.end:%H:%M} {event['SUMMARY']}" for event in found]
    return sorted(rows)


def drawn(desk: Desk) -> list[str]:
    """The dates as lcdesk draws them, in UTC."""
    rows = [
        f"{entry.span.start:%d %H:%M}-{entry.span.end:%H:%M} {entry.title}"
        for entry in desk.agenda()
    ]
    return sorted(rows)


def series(connected: Connected, *more: str) -> list[AgendaEntry]:
    """Four days from ten to eleven, read from the primary calendar."""
    connected.server.put(f"{connected.work}one.ics", event("one", *TEN_TO_ELEVEN, DAILY, *more))
    connected.desk.sync()
    return list(connected.desk.agenda())


def with_date(day: str, time: str, title: str, *more: str) -> str:
    """The series as another program changed it: one date begins at another time."""
    later = f"{int(time) + 10000}"
    text = event("one", *TEN_TO_ELEVEN, DAILY, *more)
    lines = ["BEGIN:VEVENT", "UID:one", "DTSTAMP:20261101T000000Z"]
    lines += [f"RECURRENCE-ID:202611{day}T090000Z", f"DTSTART:202611{day}T{time}Z"]
    lines += [f"DTEND:202611{day}T{later}Z", f"SUMMARY:{title}", "END:VEVENT", "END:VCALENDAR", ""]
    return text.replace("END:VCALENDAR\r\n", "\r\n".join(lines))


def change(
    desk: Desk,
    entry: AgendaEntry,
    scope: Scope,
    *,
    by: timedelta | None = None,
    mail_attendees: bool = False,
    **words: str,
) -> None:
    span = None if by is None else TimeSpan(entry.span.start + by, entry.span.end + by)
    with desk.database.write(mail_attendees=mail_attendees) as tx:
        edit_mirrored(
            tx, entry.number, Edit(span=span, **words), date=entry.date, scope=scope, now=desk.now
        )


@EACH_SERVER
def test_one_date_is_moved_and_renamed_and_the_others_stay(connected: Connected) -> None:
    """All dates were renamed unasked, and none could be moved."""
    desk = connected.desk
    second = series(connected, "X-THEIRS:kept")[1]
    change(desk, second, Scope.THIS, by=3 * HOUR, title="Hygienist")
    wanted = [
        "24 09:00-10:00 Dentist",
        "25 12:00-13:00 Hygienist",
        "26 09:00-10:00 Dentist",
        "27 09:00-10:00 Dentist",
    ]
    assert drawn(desk) == wanted, "at once"
    assert desk.sync().pushed.updated == 1
    text = only_text(connected)
    assert said(text) == wanted
    assert text.count("X-THEIRS:kept") == 2
    assert "RECURRENCE-ID:20261125T090000Z" in text
    report = desk.sync()
    assert (report.pushed.updated, desk.waiting(), drawn(desk)) == (0, 0, wanted)
    (again,) = (entry for entry in desk.agenda() if entry.title == "Hygienist")
    change(desk, again, Scope.THIS, by=HOUR)
    desk.sync()
    assert said(only_text(connected))[1] == "25 13:00-14:00 Hygienist"
    assert only_text(connected).count("BEGIN:VEVENT") == 2


def test_all_dates_move_by_as_much(connected: Connected) -> None:
    desk = connected.desk
    entries = series(connected, "EXDATE:20261126T090000Z")
    change(desk, entries[0], Scope.THIS, title="Odd one")
    change(desk, entries[1], Scope.ALL, by=timedelta(days=-1, hours=2), title="Hygienist")
    wanted = ["23 11:00-12:00 Hygienist", "24 09:00-10:00 Odd one", "26 11:00-12:00 Hygienist"]
    odd = ["24 09:00-10:00 Odd one", "24 11:00-12:00 Hygienist", "26 11:00-12:00 Hygienist"]
    assert drawn(desk) == odd, wanted
    desk.sync()
    assert said(only_text(connected)) == odd
    desk.sync()
    assert drawn(desk) == odd


def test_a_date_that_is_not_there_any_more_is_not_changed(connected: Connected) -> None:
    desk = connected.desk
    last = series(connected)[3]
    shorter = event("one", *TEN_TO_ELEVEN, "RRULE:FREQ=DAILY;COUNT=3")
    connected.server.put(f"{connected.work}one.ics", shorter)
    desk.sync()
    with pytest.raises(NotFound, match="any more"):
        change(desk, last, Scope.THIS, title="Too late")
    assert desk.waiting() == 0


def test_dates_that_cannot_move_together_are_refused_in_words(connected: Connected) -> None:
    text = event("one", *TEN_TO_ELEVEN, "RRULE:FREQ=MONTHLY;BYDAY=4TU;COUNT=3")
    connected.server.put(f"{connected.work}one.ics", text)
    desk = connected.desk
    desk.sync()
    (entry,) = desk.agenda()
    with pytest.raises(ReadOnlyEvent, match="Change one date"):
        change(desk, entry, Scope.ALL, by=timedelta(days=1))
    change(desk, entry, Scope.ALL, by=HOUR)
    desk.sync()
    assert [row[:8] for row in said(only_text(connected))] == ["22 10:00", "24 10:00"]


def test_guests_of_one_date_are_asked_about_first(connected: Connected) -> None:
    guests = ("ORGANIZER:mailto:ana@x.example", "ATTENDEE:mailto:guest@x.example")
    first = series(connected, *guests)[0]
    with pytest.raises(AttendeesAreMailed):
        change(connected.desk, first, Scope.THIS, title="New")
    change(connected.desk, first, Scope.THIS, title="New", mail_attendees=True)
    assert connected.desk.waiting() == 1


def test_a_date_of_a_conflict_calendar_is_never_changed(connected: Connected) -> None:
    path = f"{connected.family}one.ics"
    connected.server.put(path, event("one", *TEN_TO_ELEVEN, DAILY))
    connected.desk.sync()
    entry = connected.desk.agenda()[1]
    with pytest.raises(ReadOnlyEvent, match="only read"):
        change(connected.desk, entry, Scope.THIS, by=HOUR)
    assert connected.desk.waiting() == 0


@pytest.mark.parametrize(("scope", "left"), [(Scope.THIS, "24 26 27"), (Scope.FOLLOWING, "24")])
def test_deleted_dates_are_gone_there_and_come_back(
    connected: Connected, scope: Scope, left: str
) -> None:
    desk = connected.desk
    entries = series(connected)
    before = drawn(desk)
    change(desk, entries[3], Scope.THIS, by=HOUR)
    change(desk, entries[3], Scope.THIS, by=timedelta())
    desk.sync()
    with desk.database.write() as tx:
        done = take_out_dates(tx, entries[1].number, entries[1].date, scope, now=desk.now)
    desk.sync()
    desk.sync()
    assert " ".join(row[:2] for row in said(only_text(connected))) == left
    assert " ".join(row[:2] for row in drawn(desk)) == left
    assert done is not None
    with desk.database.write() as tx:
        put_back(tx, done, now=desk.now)
    desk.sync()
    assert said(only_text(connected)) == before
    assert drawn(desk) == before


def test_what_changed_again_is_not_taken_back(connected: Connected) -> None:
    desk = connected.desk
    first = series(connected)[0]
    with desk.database.write() as tx:
        wanted = Edit(title="Mine")
        done = edit_mirrored(
            tx, first.number, wanted, date=first.date, scope=Scope.THIS, now=desk.now
        )
    desk.sync()
    assert done is not None
    connected.server.put(f"{connected.work}one.ics", with_date("24", "150000", "Theirs"))
    desk.sync()
    with pytest.raises(RefusedByRule, match="changed again"), desk.database.write() as tx:
        put_back(tx, done, now=desk.now)


# --- both sides --------------------------------------------------------------------------------


@EACH_SERVER
def test_different_dates_changed_on_both_sides_are_joined(connected: Connected) -> None:
    """The date that was changed here was dropped, and the clash called settled."""
    desk = connected.desk
    second = series(connected)[1]
    there = with_date("27", "150000", "Theirs", "LOCATION:There")
    connected.server.put(f"{connected.work}one.ics", there)
    change(desk, second, Scope.THIS, by=HOUR, title="Mine")
    report = desk.sync()
    assert report.pushed.conflicts == 0
    wanted = [
        "24 09:00-10:00 Dentist",
        "25 10:00-11:00 Mine",
        "26 09:00-10:00 Dentist",
        "27 15:00-16:00 Theirs",
    ]
    assert said(only_text(connected)) == wanted
    assert "LOCATION:There" in only_text(connected)
    desk.sync()
    assert drawn(desk) == wanted


# --- as iCloud does ----------------------------------------------------------------------------


def test_one_date_survives_an_answer_that_is_lost(practice: Practice) -> None:
    icloud, desk = practice.icloud, practice.desk
    icloud.home.put(f"{icloud.work}one.ics", event("one", *TEN_TO_ELEVEN, DAILY))
    practice.good_pass()
    from tests.fakes.faults import Fault

    icloud.faults.add(Fault("PUT", loses_answer=True))
    change(desk, desk.agenda()[2], Scope.THIS, by=HOUR)
    desk.sync()
    desk.now += timedelta(minutes=20)
    practice.good_pass()
    practice.good_pass()
    assert desk.waiting() == 0
    assert drawn(desk)[2] == "26 10:00-11:00 Dentist"
    assert {entry.sync for entry in desk.agenda()} == {SyncState.SYNCED}


@pytest.mark.parametrize(("choice", "mine"), [(Keep.MINE, True), (Keep.ICLOUD, False)])
def test_the_same_date_changed_on_both_sides_waits_for_a_person(
    connected: Connected, choice: Keep, mine: bool
) -> None:
    desk = connected.desk
    second = series(connected)[1]
    connected.server.put(f"{connected.work}one.ics", with_date("25", "150000", "Theirs"))
    change(desk, second, Scope.THIS, by=HOUR, title="Mine")
    assert desk.sync().pushed.conflicts == 1
    assert {"25 10:00-11:00 Mine", "25 15:00-16:00 Theirs"} <= set(drawn(desk))
    with desk.database.write() as tx:
        (one,) = objects.objects_in_state(tx, ObjectState.CONFLICT)
        clash = clash_of(tx, one.id)
        assert clash.theirs is not None
        assert (clash.mine.title, clash.theirs.title) == ("Mine", "Theirs"), "the date is told"
        assert clash.mine.span.start == second.span.start + HOUR
        assert clash.properties == ("times", "title")
        decide(tx, one.id, choice, now=desk.now)
    desk.sync()
    desk.sync()
    kept = "25 10:00-11:00 Mine" if mine else "25 15:00-16:00 Theirs"
    assert [row for row in said(only_text(connected)) if row.startswith("25")] == [kept]
    assert [row for row in drawn(desk) if row.startswith("25")] == [kept]
    assert desk.waiting() == 0
