"""Rows 9 and 10: events of the primary calendar are edited from here, others never."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.remote import ObjectState, OutboxKind
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.conflicts import Keep, decide
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import ReadOnlyEvent, edit_mirrored, move_times
from lcdesk.model.replication.reindex import summarize_object
from lcdesk.model.store import outbox
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.remote import objects
from tests.desk import Desk, event, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_pass import only_text

TEN_TO_ELEVEN = ("20261124T090000Z", "20261124T100000Z")


def mirrored(connected: Connected, folder: str, *more: str) -> int:
    """A dentist's appointment from ten to eleven, read from a calendar."""
    connected.server.put(f"{folder}one.ics", event("one", *TEN_TO_ELEVEN, *more))
    connected.desk.sync()
    return int(connected.desk.agenda()[0].id[1:])


def change(desk: Desk, number: int, wanted: Edit, *, mail_attendees: bool = False) -> None:
    with desk.database.write(mail_attendees=mail_attendees) as tx:
        edit_mirrored(tx, number, wanted, now=desk.now)


@EACH_SERVER
def test_row_9_an_edit_here_is_written_back_and_nothing_else_changes(connected: Connected) -> None:
    desk = connected.desk
    number = mirrored(connected, connected.work, "X-THEIRS:kept", "CATEGORIES:Health")
    wanted = Edit(
        title="Hygienist", location="Room 2", span=TimeSpan(november(25, 9), november(25, 10))
    )
    change(desk, number, wanted)
    (entry,) = desk.agenda()
    assert (entry.title, entry.span.start) == ("Hygienist", november(25, 9)), "drawn at once"
    assert desk.sync().pushed.updated == 1
    text = only_text(connected)
    for line in ("SUMMARY:Hygienist", "LOCATION:Room 2", "X-THEIRS:kept", "CATEGORIES:Health"):
        assert line in text
    report = desk.sync()
    assert (report.pushed.updated, desk.waiting()) == (0, 0)
    assert desk.agenda()[0].title == "Hygienist"


def test_row_9_the_old_time_is_free_and_the_new_one_taken(connected: Connected) -> None:
    number = mirrored(connected, connected.work)
    change(connected.desk, number, Edit(span=TimeSpan(november(25, 9), november(25, 10))))
    connected.desk.book(connected.consultation, november(24, 10))
    with pytest.raises(Exception, match="Dentist"):
        connected.desk.book(connected.consultation, november(25, 9), Contact(0, "Dana"))


def test_row_9_edits_of_both_sides_are_joined(connected: Connected) -> None:
    desk = connected.desk
    number = mirrored(connected, connected.work)
    there = event("one", *TEN_TO_ELEVEN, "LOCATION:There", summary="Dentist")
    connected.server.put(f"{connected.work}one.ics", there)
    change(desk, number, Edit(title="Here"))
    assert desk.sync().pushed.conflicts == 0
    text = only_text(connected)
    assert "LOCATION:There" in text
    assert "SUMMARY:Here" in text
    desk.sync()
    assert (desk.agenda()[0].title, desk.agenda()[0].location) == ("Here", "There")


@EACH_SERVER
@pytest.mark.parametrize(("choice", "hour"), [(Keep.MINE, 15), (Keep.ICLOUD, 17)])
def test_row_9_a_clash_holds_both_times_until_a_person_chose(
    connected: Connected, choice: Keep, hour: int
) -> None:
    desk = connected.desk
    number = mirrored(connected, connected.work)
    there = event("one", "20261124T160000Z", "20261124T170000Z")
    connected.server.put(f"{connected.work}one.ics", there)
    change(desk, number, Edit(span=TimeSpan(november(24, 15), november(24, 16))))
    assert desk.sync().pushed.conflicts == 1
    desk.sync()
    for taken in (15, 17):
        with pytest.raises(Exception, match="Dentist"):
            desk.book(connected.consultation, november(24, taken))
    with desk.database.write() as tx:
        (one,) = objects.objects_in_state(tx, ObjectState.CONFLICT)
        decide(tx, one.id, choice, now=desk.now)
    desk.sync()
    desk.sync()
    assert [entry.span.start for entry in desk.agenda()] == [november(24, hour)]
    assert desk.waiting() == 0


def test_row_10_an_event_of_a_conflict_calendar_is_never_edited(connected: Connected) -> None:
    number = mirrored(connected, connected.family)
    with pytest.raises(ReadOnlyEvent, match="only read"):
        change(connected.desk, number, Edit(title="Mine"))
    assert connected.desk.waiting() == 0


def test_row_10_the_push_refuses_conflict_calendars_by_itself(connected: Connected) -> None:
    desk = connected.desk
    number = mirrored(connected, connected.family)
    with desk.database.write() as tx:
        from lcdesk.model.replication.enqueue import enqueue

        known = objects.get_object(tx, number)
        assert known is not None
        body = known.raw.replace("Dentist", "Mine")
        enqueue(
            tx, number, OutboxKind.UPDATE, body=body, base=known.raw, etag=known.etag, now=desk.now
        )
    assert desk.sync().pushed.held == 1
    assert "Dentist" in (connected.server.get(f"{connected.family}one.ics") or "")


def test_row_9_the_times_of_a_series_are_left_to_icloud(connected: Connected) -> None:
    number = mirrored(connected, connected.work, "RRULE:FREQ=WEEKLY;COUNT=3")
    with pytest.raises(ReadOnlyEvent, match="repeats"):
        change(connected.desk, number, Edit(span=TimeSpan(november(25, 9), november(25, 10))))
    change(connected.desk, number, Edit(title="Every week"))
    connected.desk.sync()
    assert "SUMMARY:Every week" in only_text(connected)


TRAVEL = "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M"


def test_row_18_a_moved_event_does_not_grow_by_its_travel(connected: Connected) -> None:
    desk = connected.desk
    number = mirrored(connected, connected.work, TRAVEL)
    for hours in (1, 2):
        (entry,) = desk.agenda()
        assert entry.busy_from == entry.span.start - timedelta(minutes=30)
        with desk.database.read() as reader:
            moved = move_times(reader, number, entry.span.start + timedelta(hours=1))
        change(desk, number, Edit(span=moved))
        desk.sync()
        text = only_text(connected)
        assert f"DTSTART:20261124T{9 + hours:02}0000Z" in text
        assert f"DTEND:20261124T{10 + hours:02}0000Z" in text
        assert TRAVEL in text


def test_row_18_activity_and_attention_tell_the_events_own_start(connected: Connected) -> None:
    number = mirrored(connected, connected.work, TRAVEL)
    with connected.desk.database.read() as reader:
        known = objects.get_object(reader, number)
        assert known is not None
        told = summarize_object(reader, known, connected.desk.now)
        (entry,) = journal_page(reader, limit=1)
    assert told.span == TimeSpan(november(24, 10), november(24, 11))
    assert [item.start for item in entry.items] == [november(24, 10)]


def test_row_18_every_occurrence_of_a_series_has_its_own_start(connected: Connected) -> None:
    mirrored(connected, connected.work, TRAVEL, "RRULE:FREQ=DAILY;COUNT=2")
    assert [(entry.busy_from, entry.span.start) for entry in connected.desk.agenda()] == [
        (november(24, 9, 30), november(24, 10)),
        (november(25, 9, 30), november(25, 10)),
    ]


def test_row_9_people_who_are_invited_are_asked_about_first(connected: Connected) -> None:
    guests = ("ORGANIZER:mailto:ana@x.example", "ATTENDEE:mailto:guest@x.example")
    number = mirrored(connected, connected.work, *guests)
    with pytest.raises(AttendeesAreMailed, match="e-mail"):
        change(connected.desk, number, Edit(title="New"))
    change(connected.desk, number, Edit(title="New"), mail_attendees=True)
    with connected.desk.database.read() as reader:
        assert len(outbox.entries(reader)) == 1


def test_row_9_whole_days_stay_whole_days(connected: Connected) -> None:
    desk = connected.desk
    text = event("one", "20261124", "20261126").replace("DTSTART:", "DTSTART;VALUE=DATE:")
    text = text.replace("DTEND:", "DTEND;VALUE=DATE:")
    connected.server.put(f"{connected.work}one.ics", text)
    desk.sync()
    number = int(desk.agenda()[0].id[1:])
    with desk.database.read() as reader:
        moved = move_times(reader, number, november(26, 9))
    change(desk, number, Edit(span=moved))
    desk.sync()
    assert "DTSTART;VALUE=DATE:20261126" in only_text(connected)
    assert "DTEND;VALUE=DATE:20261128" in only_text(connected)


def test_row_9_an_event_deleted_there_meanwhile_is_marked(connected: Connected) -> None:
    number = mirrored(connected, connected.work)
    connected.server.delete(f"{connected.work}one.ics")
    change(connected.desk, number, Edit(title="Too late"))
    connected.desk.sync()
    assert connected.server.members(connected.work) == {}
    with connected.desk.database.read() as reader:
        (gone,) = objects.objects_in_state(reader, ObjectState.GONE)
    assert gone.id == number
