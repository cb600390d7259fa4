"""Whole passes against real servers: the rows of the policy table, seen from both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import BookingRequest, book, cancel, edit, move, set_status
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import EntryKind, Origin, Status, SyncState
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from tests.desk import event, november
from tests.engine.conftest import EACH_SERVER, Connected


def only_text(connected: Connected) -> str:
    """The one object of the primary calendar."""
    (path,) = connected.server.members(connected.work)
    text = connected.server.get(path)
    assert text is not None
    return text.replace("\r\n ", "")


@EACH_SERVER
def test_row_1_a_booking_is_created_in_the_primary_calendar(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    assert desk.entry(f"a{appointment.id}").sync is SyncState.PENDING
    report = desk.sync()
    assert report.ok
    assert report.pushed.created == 1
    assert desk.entry(f"a{appointment.id}").sync is SyncState.SYNCED
    text = only_text(connected)
    assert "SUMMARY:Cleo Park" in text
    assert "cleo@example.org" in text
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text


def test_nothing_is_sent_once_both_sides_agree(connected: Connected) -> None:
    connected.desk.book(connected.consultation, november(24, 10))
    connected.desk.sync()
    connected.desk.sync()
    report = connected.desk.sync()
    assert (report.pushed.created, report.pushed.updated, report.pushed.deleted) == (0, 0, 0)
    assert (report.pulled.added, report.pulled.changed, report.pulled.removed) == (0, 0, 0)


@EACH_SERVER
def test_row_2_a_move_here_moves_the_event_there(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    with desk.database.write() as tx:
        move(tx, appointment.id, start=november(25, 15), now=desk.now)
        edit(tx, appointment.id, notes="Bring the papers", location="Room 1", now=desk.now)
    report = desk.sync()
    assert (report.pushed.created, report.pushed.updated) == (0, 1)
    text = only_text(connected)
    assert "20261125T150000" in text
    assert "Bring the papers" in text
    assert "LOCATION:Room 1" in text


@EACH_SERVER
@pytest.mark.parametrize("status", [Status.CANCELLED, Status.INVALID])
def test_row_3_an_ended_appointment_is_deleted_there(connected: Connected, status: Status) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    with desk.database.write() as tx:
        set_status(tx, appointment.id, status, now=desk.now)
    assert desk.sync().pushed.deleted == 1
    assert connected.server.members(connected.work) == {}


def test_row_3_an_appointment_that_never_left_is_never_sent(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    with desk.database.write() as tx:
        cancel(tx, appointment.id, now=desk.now)
    assert desk.waiting() == 0
    assert desk.sync().pushed.created == 0


@pytest.mark.parametrize("status", [Status.SHOWED, Status.NOSHOW, Status.NEW])
def test_row_4_a_status_that_keeps_its_time_does_not_cross(
    connected: Connected, status: Status
) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    with desk.database.write() as tx:
        set_status(tx, appointment.id, status, now=desk.now)
    assert desk.waiting() == 0


@EACH_SERVER
def test_row_5_a_move_in_icloud_moves_the_appointment(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    (path,) = connected.server.members(connected.work)
    text = (connected.server.get(path) or "").replace("20261124T10", "20261126T14")
    connected.server.put(path, text.replace("SUMMARY:Cleo Park", "SUMMARY:Cleo (moved)"))
    assert desk.sync().pulled.changed == 1
    entry = desk.entry(f"a{appointment.id}")
    assert entry.span.start == november(26, 14)
    assert entry.title == "Cleo (moved)"
    assert entry.sync is SyncState.SYNCED
    assert desk.waiting() == 0, "what came from iCloud is not sent back"


def test_row_5_a_move_onto_a_taken_time_is_taken_over_and_flagged(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.book(connected.consultation, november(26, 14), Contact(0, "Dana"))
    desk.sync()
    path = next(
        path
        for path in connected.server.members(connected.work)
        if "Cleo" in (connected.server.get(path) or "")
    )
    text = connected.server.get(path) or ""
    connected.server.put(path, text.replace("20261124T10", "20261126T14"))
    desk.sync()
    entry = desk.entry(f"a{appointment.id}")
    assert entry.span.start == november(26, 14)
    assert "Dana" in entry.flagged


@EACH_SERVER
def test_row_6_a_deletion_in_icloud_never_removes_an_appointment(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    (path,) = connected.server.members(connected.work)
    connected.server.delete(path)
    desk.sync()
    assert desk.entry(f"a{appointment.id}").sync is SyncState.GONE
    with desk.database.write() as tx:
        edit(tx, appointment.id, notes="still coming", now=desk.now)
    desk.sync()
    assert connected.server.members(connected.work) == {}, "an edit does not re-create it"


@EACH_SERVER
def test_row_6_the_choices_keep_restore_and_cancel(connected: Connected) -> None:
    desk = connected.desk
    made = [desk.book(connected.consultation, november(24, hour)) for hour in (9, 10, 11)]
    desk.sync()
    for path in connected.server.members(connected.work):
        connected.server.delete(path)
    desk.sync()
    with desk.database.write() as tx:
        for appointment, decision in zip(made, Decision, strict=True):
            decide(tx, appointment.id, decision, now=desk.now)
    desk.sync()
    signs = [desk.entry(f"a{appointment.id}").sync for appointment in made]
    assert signs == [SyncState.LOCAL, SyncState.SYNCED, SyncState.LOCAL]
    assert desk.entry(f"a{made[2].id}").status is Status.CANCELLED
    assert len(connected.server.members(connected.work)) == 1


def test_row_7_a_slot_blocked_by_hand_never_leaves(connected: Connected) -> None:
    desk = connected.desk
    with desk.database.write() as tx:
        block(
            tx, start=november(24, 12), end=november(24, 13), title="Lunch", staff=connected.ana.id
        )
    report = desk.sync()
    assert report.pushed.created == 0
    assert connected.server.members(connected.work) == {}


@EACH_SERVER
def test_row_8_events_are_mirrored_and_never_become_appointments_or_contacts(
    connected: Connected,
) -> None:
    desk = connected.desk
    attendee = "ATTENDEE;CN=Somebody;PARTSTAT=ACCEPTED:mailto:somebody@example.org"
    connected.server.put(
        f"{connected.work}one.ics", event("one", "20261124T090000Z", "20261124T100000Z", attendee)
    )
    connected.server.put(
        f"{connected.family}two.ics", event("two", "20261125T090000Z", "20261125T100000Z")
    )
    report = desk.sync()
    assert report.pulled.added == 2
    entries = desk.agenda()
    assert [entry.kind for entry in entries] == [EntryKind.BLOCKED, EntryKind.BLOCKED]
    assert {entry.origin for entry in entries} == {Origin.ICLOUD}
    assert [entry.read_only for entry in entries] == [False, True]
    with desk.database.read() as reader:
        assert contacts(reader) == {}


def test_row_8_a_mirrored_event_closes_its_slot(connected: Connected) -> None:
    desk = connected.desk
    connected.server.put(
        f"{connected.family}two.ics", event("two", "20261125T090000Z", "20261125T100000Z")
    )
    desk.sync()
    request = BookingRequest(
        connected.consultation.id, november(25, 10, 30), Contact(0, "Cleo", "cleo@example.org")
    )
    with pytest.raises(Exception, match="Dentist"), desk.database.write() as tx:
        book(tx, request, now=desk.now)
    with desk.database.write() as tx:
        assert book(tx, replace(request, insist=True), now=desk.now).overridden


@EACH_SERVER
def test_row_11_a_mirrored_event_deleted_in_icloud_stays_and_is_marked(
    connected: Connected,
) -> None:
    desk = connected.desk
    path = f"{connected.family}two.ics"
    connected.server.put(path, event("two", "20261125T090000Z", "20261125T100000Z"))
    desk.sync()
    connected.server.delete(path)
    assert desk.sync().pulled.removed == 1
    (entry,) = desk.agenda()
    assert entry.sync is SyncState.GONE


def test_row_12_a_simple_calendar_never_touches_icloud(connected: Connected) -> None:
    desk = connected.desk
    simple = desk.calendar(CalendarKind.SIMPLE)
    connected.server.put(
        f"{connected.work}one.ics", event("one", "20261124T090000Z", "20261124T100000Z")
    )
    desk.sync()
    appointment = desk.book(simple, november(24, 10))  # the mirrored event does not block it
    assert desk.waiting() == 0
    desk.sync()
    assert desk.entry(f"a{appointment.id}").sync is SyncState.LOCAL
    assert len(connected.server.members(connected.work)) == 1


@EACH_SERVER
def test_a_class_is_one_event_that_counts_its_seats(connected: Connected) -> None:
    desk = connected.desk
    yoga = desk.calendar(CalendarKind.CLASS, connected.ana, name="Yoga")
    desk.book(yoga, november(24, 18))
    second = desk.book(yoga, november(24, 18), Contact(0, "Dana", "dana@example.org"))
    desk.sync()
    assert "SUMMARY:Yoga (2/10)" in only_text(connected)
    with desk.database.write() as tx:
        cancel(tx, second.id, now=desk.now)
    desk.sync()
    assert "SUMMARY:Yoga (1/10)" in only_text(connected)


@EACH_SERVER
def test_a_series_is_drawn_with_its_exceptions_at_its_wall_clock_time(
    connected: Connected,
) -> None:
    desk = connected.desk
    text = event(
        "series",
        "20261019T070000Z",
        "20261019T080000Z",
        "RRULE:FREQ=WEEKLY",
        "EXDATE;TZID=Europe/Berlin:20261116T090000",
        summary="Stand-up",
    )
    text = text.replace("DTSTART:20261019T070000Z", "DTSTART;TZID=Europe/Berlin:20261019T090000")
    text = text.replace("DTEND:20261019T080000Z", "DTEND;TZID=Europe/Berlin:20261019T100000")
    connected.server.put(f"{connected.family}series.ics", text)
    desk.sync()
    starts = [entry.span.start for entry in desk.agenda(8, 30)]
    assert starts == [november(9, 9), november(23, 9)], (
        "the 16th is an exception, the clocks went back"
    )


def test_the_events_of_a_calendar_without_a_role_are_not_read(connected: Connected) -> None:
    desk = connected.desk
    other = connected.server.make_calendar("other" + connected.work.rstrip("/")[-8:])
    connected.server.put(f"{other}x.ics", event("x", "20261124T090000Z", "20261124T100000Z"))
    assert desk.sync().ok
    assert desk.agenda() == ()


@EACH_SERVER
def test_an_edit_there_and_another_here_are_joined_and_sent_once(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    (path,) = connected.server.members(connected.work)
    text = connected.server.get(path) or ""
    connected.server.put(path, text.replace("SUMMARY:Cleo Park", "SUMMARY:Cleo\\, new title"))
    with desk.database.write() as tx:
        move(tx, appointment.id, start=november(25, 15), now=desk.now)
    report = desk.sync()
    assert report.pushed.conflicts == 0
    entry = desk.entry(f"a{appointment.id}")
    assert (entry.title, entry.span.start) == ("Cleo, new title", november(25, 15))
    text = only_text(connected)
    assert "SUMMARY:Cleo\\, new title" in text
    assert "20261125T150000" in text


@EACH_SERVER
def test_the_same_property_changed_on_both_sides_waits_for_a_person(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    (path,) = connected.server.members(connected.work)
    text = connected.server.get(path) or ""
    connected.server.put(path, text.replace("20261124T10", "20261126T14"))
    with desk.database.write() as tx:
        move(tx, appointment.id, start=november(25, 15), now=desk.now)
    assert desk.sync().pushed.conflicts == 1
    assert desk.entry(f"a{appointment.id}").sync is SyncState.CONFLICT
    assert "20261126T14" in only_text(connected), "nothing is overwritten there"
    assert desk.entry(f"a{appointment.id}").span.start == november(25, 15), "nor here"
    with pytest.raises(Exception, match="Cleo"):
        desk.book(connected.consultation, november(26, 14), Contact(0, "Dana"))


@EACH_SERVER
def test_a_pass_long_after_the_first_reads_only_what_changed(connected: Connected) -> None:
    desk = connected.desk
    for number in range(30):
        connected.server.put(
            f"{connected.family}{number}.ics",
            event(str(number), "20261124T090000Z", "20261124T100000Z"),
        )
    first = desk.sync()
    desk.now += timedelta(hours=1)
    connected.server.put(
        f"{connected.family}5.ics", event("5", "20261125T090000Z", "20261125T100000Z")
    )
    second = desk.sync()
    assert (first.pulled.added, second.pulled.changed) == (30, 1)
    assert second.requests <= 5


def test_the_only_seat_of_a_class_moves_with_its_session(connected: Connected) -> None:
    desk = connected.desk
    yoga = desk.calendar(CalendarKind.CLASS, connected.ana, name="Yoga")
    seat = desk.book(yoga, november(24, 18))
    desk.sync()
    with desk.database.write() as tx:
        move(tx, seat.id, start=november(24, 18, 15), now=desk.now)
    desk.sync()
    assert "20261124T181500" in only_text(connected)


def test_the_last_seat_that_joins_another_session_takes_its_event_away(
    connected: Connected,
) -> None:
    desk = connected.desk
    yoga = desk.calendar(CalendarKind.CLASS, connected.ana, name="Yoga")
    seat = desk.book(yoga, november(24, 18))
    desk.book(yoga, november(25, 18), Contact(0, "Dana"))
    desk.sync()
    with desk.database.write() as tx:
        move(tx, seat.id, start=november(25, 18), now=desk.now)
    desk.sync()
    text = only_text(connected)
    assert "SUMMARY:Yoga (2/10)" in text
