"""Draws a mirrored event as other texts than the kept one say: an edit on its way, a clash.

The kept text stays what both sides had last; only the index of occurrences changes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.accounts import get_linked
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.index import Indexer, horizon
from lcdesk.model.store.objects import Indexed, indexed_span, put_indexed
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction


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
