"""What somebody would wait for whose time is not open, and who waits no more once booked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.waiting.entries import end_served, end_waiting
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import MINUTES_A_DAY, local_day, wall_minute, zone
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.booking.draft_model import Draft, limit_choice
from lcdesk.ui.wording.labels import tr


def wish_of_draft(
    draft: Draft, calendar: Calendar | None, request: BookingRequest, now: datetime
) -> Waiting | None:
    """Any time of the picked day; of a class the very session that was picked.

    None without a calendar, and where the booking is of somebody who waits.
    """
    if calendar is None or draft.waiting:
        return None
    tz = zone(calendar.zone)
    span = TimeSpan.of_length(request.start, request.length or calendar.own_length)
    day = local_day(span.start, tz)
    after, before = 0, MINUTES_A_DAY
    if calendar.kind is CalendarKind.CLASS:
        after, before = session_times(calendar, span)
    chosen = limit_choice(calendar, draft.service)
    chooses = calendar.kind in CHOOSES_A_MEMBER and draft.staff in calendar.staff
    return Waiting(
        id=0,
        calendar=calendar.id,
        contact=draft.contact,
        first=day,
        last=day,
        since=now,
        staff=draft.staff if chooses else None,
        after=after,
        before=before,
        variation=chosen.variation,
        add_ons=chosen.add_ons,
        notes=draft.notes,
    )


def end_wish(tx: Transaction, draft: Draft, booked: Sequence[Appointment]) -> bool:
    """Take off the list who is booked from it, or whom the bookings suit as it happens.

    Whether it was the latter, which nobody asked for. Raises NotFound.
    """
    if draft.waiting:
        end_waiting(tx, draft.waiting, booked[0])
        return False
    return bool(end_served(tx, booked))


def served_words(done: str) -> str:
    """What was booked, and that the contact waits for it no more."""
    return tr("{done}. Taken off the waiting list.").format(done=done)


def session_times(calendar: Calendar, span: TimeSpan) -> tuple[int, int]:
    """From when to when a session is on the calendar's clock; to midnight where it goes on."""
    tz = zone(calendar.zone)
    is_same_day = local_day(span.start, tz) == local_day(span.end, tz)
    return wall_minute(span.start, tz), wall_minute(span.end, tz) if is_same_day else MINUTES_A_DAY
