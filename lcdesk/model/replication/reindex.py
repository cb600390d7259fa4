"""Draws a mirrored event as other texts than the kept one say: an edit on its way, a clash.

The kept text stays what both sides had last; only the index of occurrences changes.

What an object in iCloud stands for here: an appointment, or an event with its next time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.accounts import get_linked
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.index import Indexed, Indexer, horizon, indexed_span, put_indexed
from lcdesk.model.store.remote.occurrences import find_drawn, occurrence_spans
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction


def reindex(tx: Transaction, known: RemoteObject, *texts: str, now: datetime) -> None:
    """Draw every time that these texts want; a text that cannot be read is left out.

    Nothing happens to an object of an appointment, which is drawn from its own rows.
    """
    linked = None if known.is_own else get_linked(tx, known.linked)
    if linked is None:
        return
    indexer = Indexer(tx, linked)
    span = indexed_span(tx, known.id) or horizon(now)
    found: list[Indexed] = []
    for text in texts:
        try:
            found.append(indexer.indexed(replace(known, raw=text), span))
        except UnreadableEvent:
            continue
    if found:
        together = _together(found)
        problem = together.object.problem
        looked = known.looked and known.problem == problem
        drawn = replace(known, problem=problem, looked=looked)
        put_indexed(tx, [replace(together, object=drawn)])


def zone_of_object(reader: Reader, known: RemoteObject) -> ZoneInfo:
    """Where an object's floating times and dates are read."""
    seats = appointments_of_session(reader, known.session or "") if known.is_own else ()
    if seats:
        return zone(seats[0].zone)
    linked = get_linked(reader, known.linked)
    zones = {member.id: member.zone for member in all_staff(reader)}
    return zone("UTC" if linked is None else zones[linked.staff])


def _together(found: list[Indexed]) -> Indexed:
    firsts = [indexed.first for indexed in found if indexed.first is not None]
    lasts = [indexed.last for indexed in found if indexed.last is not None]
    return replace(
        found[0],
        entries=tuple(entry for indexed in found for entry in indexed.entries),
        recurring=any(indexed.recurring for indexed in found),
        first=min(firsts, default=None),
        last=max(lasts) if len(lasts) == len(found) else None,
    )


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
    span = nearest(occurrence_spans(reader, known.id), now)
    row = None if span is None else _find_drawn(reader, known, span)
    if row is not None and span is not None and row.own_start is not None:
        span = TimeSpan(row.own_start, span.end)
    title = (str(row.title) if row is not None else "") or _summary(known.raw)
    return ObjectSummary(f"e{known.id}", title, span)


def nearest(spans: Iterable[TimeSpan], now: datetime) -> TimeSpan | None:
    """The next one to come, else the last one that was."""
    ordered = sorted(spans)
    ahead = [span for span in ordered if span.end > now]
    return ahead[0] if ahead else (ordered[-1] if ordered else None)


def _find_drawn(reader: Reader, known: RemoteObject, span: TimeSpan) -> AnyRow | None:
    rows = find_drawn(reader, span, [known.linked])
    return next((row for row in rows if row.object_id == known.id), None)


def _summary(text: str) -> str:
    """The title of a text that cannot be read as a whole, if it can be found."""
    lines = text.replace("\r\n ", "").replace("\n ", "").splitlines()
    found = next((line for line in lines if line.upper().startswith(("SUMMARY:", "SUMMARY;"))), "")
    return found.partition(":")[2].replace("\\,", ",").replace("\\;", ";").strip()[:200]
