"""`lcdesk outbox`: changes on their way to a server."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from lcdesk.cli.desk import OpenWorkspace
from lcdesk.cli.failures import note_shape
from lcdesk.cli.output import Answer, table
from lcdesk.cli.times import shown
from lcdesk.model.domain.remote import OutboxEntry
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.accounts import get_linked
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader


def listing(desk: OpenWorkspace, _args: argparse.Namespace) -> Answer:
    """Changes that still have to reach the server, oldest first."""
    with desk.database.read() as reader:
        shapes = [_entry_shape(reader, queued, desk.now) for queued in outbox.entries(reader)]
    rows = [
        [shape["subject"], shape["kind"], shape["state"], shape["attempts"], shape["not_before"],
         (shape["error"] or {}).get("message", "")]
        for shape in shapes
    ]  # fmt: skip
    headings = ["SUBJECT", "KIND", "STATE", "ATTEMPTS", "NOT BEFORE", "ERROR"]
    return Answer(shapes, table(headings, rows, empty="No change waits to be sent."))


def subject_of(reader: Reader, object_id: int) -> str:
    """The agenda's id of what an object stands for."""
    session = objects.session_of_object(reader, object_id)
    seats = appointments_of_session(reader, session) if session else ()
    return f"a{seats[0].id}" if seats else f"e{object_id}"


def _entry_shape(reader: Reader, entry: OutboxEntry, now: datetime) -> dict[str, Any]:
    from lcdesk.sync.settle import awaited_turn

    not_before = awaited_turn(entry, now)
    return {
        "subject": subject_of(reader, entry.object),
        "kind": entry.kind.value,
        "state": entry.state.value,
        "attempts": entry.attempts,
        "not_before": None
        if not_before is None
        else shown(not_before, _zone_of(reader, entry.object)),
        "error": note_shape(entry.error),
    }


def _zone_of(reader: Reader, object_id: int) -> str:
    """The zone of the staff member whose calendar the object is in."""
    found = objects.get_object(reader, object_id)
    linked = None if found is None else get_linked(reader, found.linked)
    zones = {member.id: member.zone for member in all_staff(reader)}
    return "UTC" if linked is None else zones[linked.staff]
