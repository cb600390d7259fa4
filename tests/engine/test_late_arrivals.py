"""What was sent and edited again shows late in iCloud: only lcdesk wrote, so nothing is asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.icloud import Rewriting
from tests.fakes.loopback import Reply

THROTTLED = Reply(429)


def lose(practice: Practice, again: Reply = THROTTLED) -> None:
    """What waits is sent, is not there when it is looked for, and cannot be sent again yet."""
    practice.icloud.faults.add(Fault("PUT", instead=Reply(is_silent=True)))
    practice.icloud.faults.add(Fault("PUT", instead=again))
    practice.desk.sync()
    practice.desk.now += timedelta(minutes=2)
    practice.desk.sync()
    practice.desk.now += timedelta(hours=2)


def retitle(practice: Practice, appointment: Appointment, title: str) -> None:
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, title=title, now=practice.desk.now)


def arrive(practice: Practice, path: str, number: int, *changes: tuple[str, str]) -> None:
    """The text of the n-th PUT, counted from 0, shows in iCloud after all."""
    text = practice.icloud.log.asked("PUT")[number].seen.body.decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    practice.icloud.home.put(path, text)


def booked_and_edited(practice: Practice) -> Appointment:
    """Sent as Cleo Park, lost, and then called Second here."""
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    lose(practice)
    retitle(practice, appointment, "Second")
    return appointment


def edited_and_lost(practice: Practice) -> Appointment:
    """Called First here, which was sent and lost."""
    appointment = practice.book()
    retitle(practice, appointment, "First")
    lose(practice)
    return appointment


def in_step(practice: Practice, appointment: Appointment, title: str) -> None:
    """The same on both sides, nothing waits, and nothing more is sent."""
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.entry(appointment).title == title
    assert f"SUMMARY:{title}" in practice.text_of(appointment)
    assert practice.desk.waiting() == 0
    assert len(practice.icloud.home.collections[practice.icloud.work].objects) == 1
    writes = len(practice.icloud.log.writes())
    practice.good_pass()
    assert len(practice.icloud.log.writes()) == writes


@pytest.mark.parametrize("rewriting", Rewriting)
def test_a_booking_that_shows_late_is_followed_by_its_newer_text(
    practice: Practice, rewriting: Rewriting
) -> None:
    practice.icloud.quirks.rewriting = rewriting
    appointment = booked_and_edited(practice)
    arrive(practice, practice.desk.href(appointment), 0)
    report = practice.good_pass()
    assert (report.pushed.conflicts, report.pushed.updated) == (0, 1)
    in_step(practice, appointment, "Second")


def test_any_of_several_lost_texts_is_known(practice: Practice) -> None:
    appointment = booked_and_edited(practice)
    lose(practice)
    retitle(practice, appointment, "Third")
    arrive(practice, practice.desk.href(appointment), 0)
    practice.good_pass()
    in_step(practice, appointment, "Third")


def test_it_is_known_after_a_restart(practice: Practice) -> None:
    appointment = booked_and_edited(practice)
    practice.direct.restart()
    arrive(practice, practice.desk.href(appointment), 0)
    practice.good_pass()
    in_step(practice, appointment, "Second")


def test_a_booking_that_was_changed_there_before_it_was_seen_waits_for_a_person(
    practice: Practice,
) -> None:
    appointment = booked_and_edited(practice)
    arrive(practice, practice.desk.href(appointment), 0, ("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    assert practice.good_pass().pushed.conflicts == 1
    assert "SUMMARY:Theirs" in practice.text_of(appointment)


def test_a_change_that_shows_late_is_followed_by_the_newer_one(practice: Practice) -> None:
    appointment = practice.book()
    retitle(practice, appointment, "First")
    lose(practice)
    retitle(practice, appointment, "Second")
    arrive(practice, practice.desk.href(appointment), 1)
    assert practice.good_pass().pushed.conflicts == 0
    in_step(practice, appointment, "Second")


@pytest.mark.parametrize("again", [THROTTLED, Reply(503)], ids=["edited", "edit behind it"])
def test_a_change_of_anothers_event_that_shows_late_is_followed_as_well(
    practice: Practice, again: Reply
) -> None:
    path = practice.put("theirs", calendar=practice.icloud.work)
    practice.good_pass()
    number = int(practice.desk.agenda()[0].id[1:])
    for title in ("First", "Second"):
        with practice.desk.database.write() as tx:
            edit_mirrored(tx, number, Edit(title=title), now=practice.desk.now)
        if title == "First":
            lose(practice, again)
    arrive(practice, path, 0)
    assert practice.good_pass().pushed.conflicts == 0
    found = practice.icloud.home.find(path)
    assert found is not None
    assert "SUMMARY:Second" in found.text
    assert practice.titles() == ["Second"]


def test_what_was_overtaken_by_a_change_there_is_no_text_of_ours_any_more(
    practice: Practice,
) -> None:
    """Another program says by chance what lcdesk once tried to say: that is a change there."""
    appointment = edited_and_lost(practice)
    path = practice.desk.href(appointment)
    practice.icloud.home.put(
        path, practice.text_of(appointment).replace("SEQUENCE:0", "LOCATION:Hall\r\nSEQUENCE:0")
    )
    practice.good_pass()
    assert practice.entry(appointment).location == "Hall"
    retitle(practice, appointment, "Second")
    arrive(practice, path, 1)
    practice.good_pass()
    assert practice.entry(appointment).location == ""
    in_step(practice, appointment, "Second")


def test_cancelled_after_the_edit_it_is_deleted_there_unasked(practice: Practice) -> None:
    appointment = booked_and_edited(practice)
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
    arrive(practice, practice.desk.href(appointment), 0)
    assert practice.good_pass().pushed.deleted == 1
    assert not practice.icloud.home.collections[practice.icloud.work].objects
    assert practice.desk.waiting() == 0


def test_a_cancelled_one_is_deleted_there_whichever_of_its_changes_shows_late(
    practice: Practice,
) -> None:
    appointment = edited_and_lost(practice)
    path = practice.desk.href(appointment)
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
        cancel(tx, appointment.id, now=practice.desk.now)
    arrive(practice, path, 1)
    assert practice.good_pass().pushed.deleted == 1
    assert not practice.icloud.home.collections[practice.icloud.work].objects
