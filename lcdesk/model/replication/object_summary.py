"""What an object in iCloud stands for here: an appointment, or an event with its next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import objects
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.occurrences import drawn_in
from lcdesk.model.store.transaction import AnyRow, Reader


@dataclass(frozen=True, slots=True)
class ObjectSummary:
    """`subject` is the agenda's id; the title is empty, and the span None, where unknown."""

    subject: str
    title: str
    span: TimeSpan | None


def summarize_object(reader: Reader, known: RemoteObject, now: datetime) -> ObjectSummary:
    """What is drawn for an object, at its next time; else what its text still tells."""
    seats = appointments_of_session(reader, known.session) if known.session else ()
    if seats:
        return ObjectSummary(f"a{seats[0].id}", seats[0].title, seats[0].span)
    span = nearest(objects.occurrence_spans(reader, known.id), now)
    row = None if span is None else _drawn(reader, known, span)
    if row is not None and span is not None and row.own_start is not None:
        span = TimeSpan(row.own_start, span.end)
    title = (str(row.title) if row is not None else "") or _summary(known.raw)
    return ObjectSummary(f"e{known.id}", title, span)


def nearest(spans: Iterable[TimeSpan], now: datetime) -> TimeSpan | None:
    """The next one to come, else the last one that was."""
    ordered = sorted(spans)
    ahead = [span for span in ordered if span.end > now]
    return ahead[0] if ahead else (ordered[-1] if ordered else None)


def _drawn(reader: Reader, known: RemoteObject, span: TimeSpan) -> AnyRow | None:
    rows = drawn_in(reader, span, [known.linked])
    return next((row for row in rows if row.object_id == known.id), None)


def _summary(text: str) -> str:
    """The title of a text that cannot be read as a whole, if it can be found."""
    lines = text.replace("\r\n ", "").replace("\n ", "").splitlines()
    found = next((line for line in lines if line.upper().startswith(("SUMMARY:", "SUMMARY;"))), "")
    return found.partition(":")[2].replace("\\,", ",").replace("\\;", ";").strip()[:200]
