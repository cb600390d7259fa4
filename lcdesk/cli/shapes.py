"""How values are printed and read: JSON shapes, TIME and DATE as typed, instants.

TIME and DATE as typed, and instants as printed.

A time without an offset is read on the wall clock of a zone. Where the clocks skip that time
it is refused, because any reading of it would be a guess; where they show it twice the first
pass is meant, as everywhere in lcdesk, and a note says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from lcdesk.cli.failures import note_shape
from lcdesk.cli.workspace import Names
from lcdesk.model.domain.accounts import Account, LinkedCalendar, awaited_try
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.english import offset_if_doubled
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AgendaEntry, Appointment, BlockedSlot
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.domain.zones import day_span, zone

if TYPE_CHECKING:
    from lcdesk.model.booking.situation import Slot
    from lcdesk.sync.reports import PassReport


NO_DAY = Message("--to is exclusive, so no day was asked for. Name the day after the last.")


def account_shape(account: Account, names: Names, now: datetime) -> dict[str, Any]:
    """An account; times in its staff member's zone."""
    member = names.staff[account.staff]
    return {
        "id": account.id,
        "provider": account.provider.value,
        "email": account.email,
        "staff": member.name,
        "state": account.state.value,
        "last_success": _maybe(account.last_success, member.zone),
        "next_try": _maybe(awaited_try(account, now), member.zone),
        "error": note_shape(account.error),
    }


def linked_shape(linked: LinkedCalendar, names: Names) -> dict[str, Any]:
    """A linked calendar."""
    return {
        "id": linked.id,
        "account": linked.account,
        "staff": names.staff[linked.staff].name,
        "name": linked.name,
        "role": linked.role.value,
        "writable": linked.writable,
        "readable": linked.readable,
        "colour": linked.colour,
        "events": linked.events,
    }


def report_shape(report: PassReport) -> dict[str, Any]:
    """What a pass over one account did; what waits on either side is held."""
    pulled, pushed = report.pulled, report.pushed
    return {
        "id": report.account,
        "ok": report.ok,
        "pulled": {
            "added": pulled.added,
            "changed": pulled.changed,
            "removed": pulled.removed,
        },
        "pushed": {
            "created": pushed.created,
            "updated": pushed.updated,
            "deleted": pushed.deleted,
        },
        "held": pushed.held + pulled.held,
        "conflicts": pushed.conflicts,
        "quarantined": pulled.quarantined,
        "requests": report.requests,
        "bytes": report.received,
        "seconds": round(report.seconds, 3),
        "error": note_shape(report.error),
    }


def entry_shape(entry: AgendaEntry, names: Names, *, zone: str) -> dict[str, Any]:
    """One row of the agenda, its times in `zone`."""
    return {
        "id": entry.row,
        "kind": entry.kind.value,
        "origin": entry.origin.value,
        "calendar": None if entry.calendar is None else names.calendars[entry.calendar].name,
        "linked": None if entry.linked is None else names.linked[entry.linked].name,
        "staff": names.staff_names(entry.staff),
        "title": entry.title,
        "start": time_text(entry.span.start, zone),
        "end": time_text(entry.span.end, zone),
        "busy_from": None if entry.busy_from is None else time_text(entry.busy_from, zone),
        "all_day": entry.all_day is not None,
        "busy": entry.busy,
        "recurring": entry.recurring,
        "status": None if entry.status is None else entry.status.value,
        "contacts": [contact_shape(names.contacts[contact]) for contact in entry.contacts],
        "notes": entry.notes,
        "location": entry.location,
        "sync": entry.sync.value,
    }


def contact_shape(contact: Contact) -> dict[str, str]:
    """A contact as a row of the agenda names them."""
    return {"name": contact.name, "email": contact.email}


def slot_shape(slot: Slot, names: Names, *, zone: str, following: str | None) -> dict[str, Any]:
    """A slot, its times in `zone`; `following` is who would get it."""
    return {
        "start": time_text(slot.span.start, zone),
        "end": time_text(slot.span.end, zone),
        "open": slot.open,
        "staff": names.staff_names(slot.staff),
        "next": following,
        "seats_left": slot.seats_left,
        "reasons": [
            {"code": reason.code.value, "what": reason.what, "staff": reason.staff}
            for reason in slot.reasons
        ],
    }


def booking_shape(made: Appointment, names: Names, *, zone: str) -> dict[str, Any]:
    """An appointment as booking, moving and cancelling answer it, its times in `zone`."""
    return {
        "id": f"a{made.id}",
        "start": time_text(made.span.start, zone),
        "end": time_text(made.span.end, zone),
        "staff": names.staff_names(made.staff),
        "status": made.status.value,
        "overridden": made.overridden,
        "why": made.why,
    }


def blocked_shape(slot: BlockedSlot, names: Names, *, zone: str) -> dict[str, Any]:
    """A slot blocked by hand."""
    return {
        "id": f"b{slot.id}",
        "start": time_text(slot.span.start, zone),
        "end": time_text(slot.span.end, zone),
        "staff": None if slot.staff is None else names.staff[slot.staff].name,
        "calendar": None if slot.calendar is None else names.calendars[slot.calendar].name,
        "title": slot.title,
    }


def _maybe(instant: datetime | None, zone: str) -> str | None:
    return None if instant is None else time_text(instant, zone)


FIRST_YEAR = 1970
LAST_YEAR = 2199


class NoSuchTime(InvalidInput):
    """The clocks skip this time."""

    code = "NO_SUCH_TIME"
    title = "This time does not exist"


def zone_asked_for(calendar: Calendar, member: StaffMember | None) -> str:
    """Whose clock `slots` and `book` read and print: the named member's, else the calendar's."""
    return calendar.zone if member is None else member.zone


def time_of(text: str, zone_name: str, note: Callable[[str], None]) -> datetime:
    """The instant (UTC) of an ISO 8601 time; `zone_name` is for one without an offset.

    Raises InvalidInput, and NoSuchTime where the clocks skip it.
    """
    found = _parse(text)
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    wall = found.replace(tzinfo=zone(zone_name))
    instant = wall.astimezone(UTC)
    if instant.astimezone(wall.tzinfo).replace(tzinfo=None) != found:
        raise NoSuchTime(
            Message(
                "On {day} the clocks in {zone} skip {time}. "
                "Choose another time, or write it with its offset.",
                day=f"{found:%Y-%m-%d}",
                zone=zone_name,
                time=f"{found:%H:%M}",
            )
        )
    second = wall.replace(fold=1)
    if second.utcoffset() != wall.utcoffset():
        note(
            Message(
                "The clocks in {zone} show {time} twice on {day}; the first is meant, {first}. The "
                "other is {second}.",
                zone=zone_name,
                time=f"{found:%H:%M}",
                day=f"{found:%Y-%m-%d}",
                first=time_text(instant, zone_name),
                second=second.isoformat(),
            )
        )
    return instant


def day_of(text: str) -> date:
    """The day of `2026-12-01`. Raises InvalidInput."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(
            Message("“{text}” is not a day. Write it as 2026-12-01.", text=text)
        ) from None
    _check_year(text, day.year)
    return day


def days_of(first: str, end: str, *, longest: int) -> tuple[date, int]:
    """The first of some days and how many there are; `end` is not among them."""
    start, stop = day_of(first), day_of(end)
    count = (stop - start).days
    if count < 0:
        raise InvalidInput(
            Message("The days end ({end}) before they start ({first}).", end=end, first=first)
        )
    if count > longest:
        raise InvalidInput(Message("Ask for at most {n} days at once.", n=longest))
    return start, count


def time_text(instant: datetime, zone_name: str) -> str:
    """An instant as JSON has it: local time with its offset."""
    return instant.astimezone(zone(zone_name)).isoformat(timespec="seconds")


def read(instant: datetime, zone_name: str) -> str:
    """An instant as a table has it: `2026-12-01 10:00`.

    With its offset in an hour that the clocks show twice: `2026-10-25 02:30 +01:00`.
    """
    wall = instant.astimezone(zone(zone_name))
    return f"{wall:%Y-%m-%d %H:%M}{offset_if_doubled(wall)}"


def read_on_its_day(instant: datetime, zone_name: str) -> str:
    """As `read`, and with its offset on a whole day on which the clocks change.

    There, the next hour on a clock need not be an hour later.
    """
    wall = instant.astimezone(zone(zone_name))
    day = day_span(wall.date(), zone(zone_name))
    before, after = (edge.astimezone(wall.tzinfo).utcoffset() for edge in (day.start, day.end))
    if before == after:
        return read(instant, zone_name)
    return f"{wall:%Y-%m-%d %H:%M} {wall.isoformat(timespec='minutes')[16:]}"


def length_of(minutes: int | None) -> timedelta | None:
    """`--minutes`, if it was given. Raises InvalidInput for none or very many."""
    if minutes is None:
        return None
    if not 1 <= minutes <= 7 * 24 * 60:
        raise InvalidInput(Message("An appointment lasts between one minute and seven days."))
    return timedelta(minutes=minutes)


def _parse(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or (":" not in text and "T" not in text):
        raise InvalidInput(
            Message("“{text}” is not a time. Write it as 2026-12-01T10:00.", text=text)
        )
    _check_year(text, found.year)
    if found.microsecond:
        raise InvalidInput(Message("“{text}” is finer than a second.", text=text))
    return found


def _check_year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(
            Message(
                "“{text}” is too far away: {first} to {last} can be used.",
                text=text,
                first=str(FIRST_YEAR),
                last=str(LAST_YEAR),
            )
        )
