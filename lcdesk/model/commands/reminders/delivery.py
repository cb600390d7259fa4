"""Telling each reminder once, whatever comes between: a restart, sleep, a second process.

A reminder is claimed in a writing transaction before it is told, and noted as told afterwards. What
a process claimed and did not live to tell is claimed anew after a minute. No step of Undo comes of
it: nothing that is booked changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.booking.reminders import quiet_until, reminders_between
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.reminders.beginnings import beginnings
from lcdesk.model.store.reminders.chosen import quiet_hours
from lcdesk.model.store.reminders.kept import (
    KeptReminder,
    add_reminder,
    claim_reminders,
    finish_earlier,
    forget_before,
    next_waiting,
    put_off,
    set_done,
    set_told,
    waiting,
)
from lcdesk.model.store.transaction import Reader, Transaction

LOOKS_AHEAD = timedelta(hours=6)
LOOKS_BACK = timedelta(days=14)  # for what fell due while nothing ran
LISTED = timedelta(days=1)  # after its start an appointment is reminded of no more
_CLOCK_WAS_WRONG = timedelta(hours=1)
_CLAIMED_TO = "reminders_claimed_to"


def next_look(reader: Reader, now: datetime, here: ZoneInfo) -> datetime:
    """When reminders are to be claimed next: `now` where some are due, LOOKS_AHEAD at the latest.

    `here` is the zone whose clock the quiet hours go by.
    """
    since = _claimed_to(reader, now)
    if since is None:
        return now
    latest = now + LOOKS_AHEAD
    first = beginnings(reader, TimeSpan(since, latest), not_before=now - LISTED)
    coming = [reminder.due for reminder in reminders_between(first, since, latest)]
    kept = next_waiting(reader)
    look = min([*coming, latest] if kept is None else [*coming, kept, latest])
    return quiet_until(max(look, now), quiet_hours(reader), here) or look


def claim(tx: Transaction, now: datetime, here: ZoneInfo) -> tuple[KeptReminder, ...]:
    """What is to be told now, one for a session; nothing in the quiet hours on `here`'s clock.

    The first time, and after the clock was wrong by an hour or more, what fell due before is passed
    over.
    """
    tx.leave_out_of_undo()
    if quiet_until(now, quiet_hours(tx), here) is not None:
        return ()
    since = _claimed_to(tx, now) or now
    if since < now:
        first = beginnings(tx, TimeSpan(since, now), not_before=now - LISTED)
        for due in reminders_between(first, since, now):
            add_reminder(tx, due)
    forget_before(tx, now - LISTED)
    set_preference(tx, _CLAIMED_TO, max(since, now).isoformat())
    tx.touch(Topic.REMINDERS)
    last = {reminder.session: reminder for reminder in waiting(tx, now)}
    for reminder in last.values():
        finish_earlier(tx, reminder)
    claim_reminders(tx, [reminder.id for reminder in last.values()], now)
    return tuple(last.values())


def note_told(tx: Transaction, ids: Iterable[int]) -> None:
    """These stand before the person now."""
    tx.leave_out_of_undo()
    set_told(tx, ids)


def snooze(tx: Transaction, ids: Iterable[int], until: datetime) -> None:
    """Tell these anew at `until`."""
    tx.leave_out_of_undo()
    put_off(tx, ids, until)


def dismiss(tx: Transaction, ids: Iterable[int]) -> None:
    """The person has seen these."""
    tx.leave_out_of_undo()
    set_done(tx, ids)


def _claimed_to(reader: Reader, now: datetime) -> datetime | None:
    """Up to when everything was claimed; None at first, and where the clock was ahead."""
    kept = get_preference(reader, _CLAIMED_TO)
    if kept is None:
        return None
    last = datetime.fromisoformat(kept)
    return None if last > now + _CLOCK_WAS_WRONG else max(last, now - LOOKS_BACK)
