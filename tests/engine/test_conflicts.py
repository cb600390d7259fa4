"""Changed on both sides, and what a person chooses; against real servers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import edit, move
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.replication.conflicts import Keep, clash_of, decide
from lcdesk.model.store.remote import objects
from tests.desk import Desk, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_pass import only_text

DANA = Contact(0, "Dana", "dana@example.org")


def changed_there(connected: Connected, *pairs: tuple[str, str]) -> None:
    """Edit the only event of the primary calendar on the server."""
    (path,) = connected.server.members(connected.work)
    text = connected.server.get(path) or ""
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    connected.server.put(path, text)


def clashed(connected: Connected, *pairs: tuple[str, str]) -> Appointment:
    """Cleo's appointment at ten: moved to the 26th there and to the 25th here."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    unknown = ("END:VEVENT", "X-THEIRS:kept\r\nEND:VEVENT")
    changed_there(connected, ("20261124T10", "20261126T14"), unknown, *pairs)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 15), length=timedelta(minutes=30), now=desk.now)
    assert desk.sync().pushed.conflicts == 1
    return made


def choose(desk: Desk, choice: Keep) -> None:
    with desk.database.write() as tx:
        (one,) = objects.objects_in_state(tx, ObjectState.CONFLICT)
        decide(tx, one.id, choice, now=desk.now)


def settled(desk: Desk) -> None:
    """Nothing more is sent or read, and nothing waits."""
    desk.sync()
    report = desk.sync()
    assert report.ok
    assert (report.pushed.updated, report.pushed.created, report.pulled.changed) == (0, 0, 0)
    assert desk.waiting() == 0


@EACH_SERVER
def test_keep_mine_sends_ours_over_their_newest_text(connected: Connected) -> None:
    made = clashed(connected)
    choose(connected.desk, Keep.MINE)
    assert connected.desk.sync().pushed.updated == 1
    text = only_text(connected)
    assert "20261125T15" in text
    assert "20261126T14" not in text
    assert "X-THEIRS:kept" in text, "what lcdesk does not know is kept"
    entry = connected.desk.entry(f"a{made.id}")
    assert (entry.span.start, entry.sync) == (november(25, 15), SyncState.SYNCED)
    settled(connected.desk)


def test_keep_mine_takes_over_what_only_they_changed(connected: Connected) -> None:
    made = clashed(connected, ("SUMMARY:Cleo Park", "SUMMARY:Cleo (new)"))
    choose(connected.desk, Keep.MINE)
    connected.desk.sync()
    assert "SUMMARY:Cleo (new)" in only_text(connected)
    entry = connected.desk.entry(f"a{made.id}")
    assert (entry.title, entry.span.start) == ("Cleo (new)", november(25, 15))
    settled(connected.desk)


def test_keep_icloud_moves_the_appointment_and_sends_nothing(connected: Connected) -> None:
    made = clashed(connected)
    choose(connected.desk, Keep.ICLOUD)
    entry = connected.desk.entry(f"a{made.id}")
    assert (entry.span.start, entry.flagged) == (november(26, 14), "")
    assert connected.desk.waiting() == 0
    settled(connected.desk)
    assert "20261126T14" in only_text(connected)


def test_keep_icloud_flags_a_time_that_breaks_a_rule(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    changed_there(connected, ("20261124T10", "20261126T14"))
    other = desk.book(connected.consultation, november(26, 14), DANA)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 15), now=desk.now)
    assert desk.sync().pushed.conflicts == 1
    choose(desk, Keep.ICLOUD)
    assert "Dana" in desk.entry(f"a{made.id}").flagged
    assert desk.entry(f"a{other.id}").span.start == november(26, 14)


@EACH_SERVER
def test_keep_both_leaves_two_appointments_and_two_events(connected: Connected) -> None:
    made = clashed(connected)
    choose(connected.desk, Keep.BOTH)
    assert connected.desk.sync().pushed.created == 1
    starts = {entry.id: entry.span.start for entry in connected.desk.agenda()}
    assert starts == {f"a{made.id}": november(26, 14), f"a{made.id + 1}": november(25, 15)}
    assert len(connected.server.members(connected.work)) == 2
    settled(connected.desk)


def test_keep_both_needs_two_times(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    changed_there(connected, ("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    with desk.database.write() as tx:
        edit(tx, made.id, title="Ours", now=desk.now)
    desk.sync()
    with desk.database.read() as reader:
        (one,) = objects.objects_in_state(reader, ObjectState.CONFLICT)
        assert clash_of(reader, one.id).properties == ("title",)
    with pytest.raises(RefusedByRule, match="same time"):
        choose(desk, Keep.BOTH)
    choose(desk, Keep.ICLOUD)
    assert desk.entry(f"a{made.id}").title == "Theirs"


@pytest.mark.parametrize(("choice", "free", "taken"), [
    (Keep.MINE, november(26, 14), november(25, 15)),
    (Keep.ICLOUD, november(25, 15), november(26, 14)),
])  # fmt: skip
def test_the_time_that_was_not_chosen_is_free_again(
    connected: Connected, choice: Keep, free: object, taken: object
) -> None:
    clashed(connected)
    for time in (free, taken):
        with pytest.raises(RefusedByRule):
            connected.desk.book(connected.consultation, time, DANA)  # type: ignore[arg-type]
    choose(connected.desk, choice)
    with pytest.raises(RefusedByRule):
        connected.desk.book(connected.consultation, taken, DANA)  # type: ignore[arg-type]
    connected.desk.book(connected.consultation, free, DANA)  # type: ignore[arg-type]


def test_a_class_session_is_decided_as_a_whole(connected: Connected) -> None:
    desk = connected.desk
    yoga = desk.calendar(CalendarKind.CLASS, connected.ana, name="Yoga")
    seats = [
        desk.book(yoga, november(24, 18), contact)
        for contact in (DANA, Contact(0, "Eli", "eli@x.example"))
    ]
    desk.sync()
    changed_there(
        connected, ("SUMMARY:Yoga (2/10)", "SUMMARY:Theirs (2/10)"), ("20261124T18", "20261126T18")
    )
    with desk.database.write() as tx:
        edit(tx, seats[0].id, title="Ours", now=desk.now)
    desk.sync()
    choose(desk, Keep.MINE)
    desk.sync()
    assert {desk.entry(f"a{seat.id}").title for seat in seats} == {"Ours"}
    assert {desk.entry(f"a{seat.id}").span.start for seat in seats} == {november(26, 18)}
    assert "SUMMARY:Ours (2/10)" in only_text(connected)
    settled(desk)


def test_what_changed_in_icloud_after_the_clash_is_not_lost(connected: Connected) -> None:
    made = clashed(connected)
    changed_there(connected, ("SUMMARY:Cleo Park", "SUMMARY:Later"))
    connected.desk.sync()
    choose(connected.desk, Keep.MINE)
    connected.desk.sync()
    settled(connected.desk)
    entry = connected.desk.entry(f"a{made.id}")
    assert (entry.title, entry.span.start) == ("Later", november(25, 15))
    assert "SUMMARY:Later" in only_text(connected)


def test_a_clash_found_at_create_is_decided_like_any_other(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    from tests.desk import event

    with desk.database.read() as reader:
        (own,) = objects.objects_of_session(reader, made.session)
    there = event(own.uid, "20261126T130000Z", "20261126T133000Z", "X-THEIRS:kept", summary="There")
    connected.server.put(own.href, there)
    assert desk.sync().pushed.conflicts == 1
    choose(desk, Keep.MINE)
    desk.sync()
    text = only_text(connected)
    assert "SUMMARY:Cleo Park" in text
    assert "X-THEIRS:kept" in text
    settled(desk)
