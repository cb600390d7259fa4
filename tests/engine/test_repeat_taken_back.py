"""Later dates that are taken back while iCloud may hold them, or was changed there."""

from __future__ import annotations

from datetime import timedelta

from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.events import Appointment, EntryKind, SyncState
from lcdesk.model.recurrence.by_hand import series_rule
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply
from tests.undoing import undo


def repeated(practice: Practice) -> tuple[Appointment, Appointment]:
    """An appointment that is in iCloud, and the next day's, which waits to be sent."""
    first = practice.book()
    with practice.desk.database.write() as tx:
        done = repeat(tx, first.id, series_rule("FREQ=DAILY;COUNT=2"), now=practice.desk.now)
    return first, done.made[1]


def taken_back(practice: Practice) -> None:
    undo(practice.desk)


def there(practice: Practice) -> set[str]:
    work = practice.icloud.work
    return {f"{work}{name}" for name in practice.icloud.home.collections[work].objects}


def test_what_was_never_sent_is_not_sent(practice: Practice) -> None:
    first, _ = repeated(practice)
    taken_back(practice)
    assert practice.desk.waiting() == 0
    practice.good_pass()
    assert there(practice) == {practice.desk.href(first)}


def test_what_was_sent_without_an_answer_and_shows_late_is_deleted_there(
    practice: Practice,
) -> None:
    first, late = repeated(practice)
    href = practice.desk.href(late)
    practice.icloud.faults.add(Fault("PUT", instead=Reply(is_silent=True)))
    practice.desk.sync()
    taken_back(practice)
    text = practice.icloud.log.asked("PUT")[-1].seen.body.decode()
    practice.icloud.home.put(href, text)
    for _ in range(3):
        practice.desk.now += timedelta(minutes=2)
        practice.good_pass()
    assert there(practice) == {practice.desk.href(first)}
    assert practice.desk.waiting() == 0
    assert practice.entry(first).sync is SyncState.SYNCED


def test_what_was_changed_there_meanwhile_stays_as_a_blocked_slot(practice: Practice) -> None:
    first, late = repeated(practice)
    practice.good_pass()
    href, text = practice.desk.href(late), practice.text_of(late)
    taken_back(practice)
    practice.icloud.home.put(href, text.replace("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    for _ in range(2):
        practice.good_pass()
    assert there(practice) == {practice.desk.href(first), href}
    assert practice.desk.waiting() == 0
    drawn = {(entry.title, entry.kind) for entry in practice.desk.agenda()}
    assert drawn == {("Cleo Park", EntryKind.APPOINTMENT), ("Theirs", EntryKind.BLOCKED)}
