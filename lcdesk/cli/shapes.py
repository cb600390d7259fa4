"""The JSON shapes of design/cli.md: keys, order and what is null. Values in, plain data out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from lcdesk.cli.failures import note_shape
from lcdesk.cli.times import time_text
from lcdesk.cli.workspace import Names
from lcdesk.model.domain.accounts import Account, LinkedCalendar, awaited_try
from lcdesk.model.domain.events import AgendaEntry, Appointment, BlockedSlot
from lcdesk.model.domain.people import Contact

if TYPE_CHECKING:  # only `slots` and `sync` need these at all
    from lcdesk.model.booking.situation import Slot
    from lcdesk.sync.engine import PassReport


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
