"""Many entries as one calendar file for other programs; times in UTC, nobody is invited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from lcdesk.model.ical.codec import PRODID, EventDraft
from lcdesk.model.ical.lines import escape, fold
from lcdesk.model.ical.stamps import write_utc


def write_calendar(drafts: Iterable[EventDraft], *, now: datetime) -> str:
    """One calendar object with an event for each draft; `now` (aware) becomes their DTSTAMP."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"),
        *(line for draft in drafts for line in _event(draft, now)),
        "END:VCALENDAR",
    ]
    return "".join(fold(line) for line in lines)


def _event(draft: EventDraft, now: datetime) -> Iterator[str]:
    texts = (("SUMMARY", draft.title), ("DESCRIPTION", draft.notes), ("LOCATION", draft.location))
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(draft.uid)}"
    yield f"DTSTAMP:{write_utc(now)}"
    yield f"DTSTART:{write_utc(draft.span.start)}"
    yield f"DTEND:{write_utc(draft.span.end)}"
    yield from (f"{name}:{escape(text)}" for name, text in texts if text)
    yield "END:VEVENT"
