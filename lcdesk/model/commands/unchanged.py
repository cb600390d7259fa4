"""Nothing is undone over what was changed since, by a person, another process or the sync."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.store import appointments as stored
from lcdesk.model.store import objects
from lcdesk.model.store.accounts import place_of_linked
from lcdesk.model.store.transaction import Reader

_ASKED_ABOUT = (ObjectState.GONE, ObjectState.CONFLICT)


class CannotBeUndone(RefusedByRule):
    """Things moved on, or there never was a way back; nothing was changed."""

    code = "CANNOT_BE_UNDONE"
    title = "This cannot be undone any more"


def refuse_if_changed(reader: Reader, known: Iterable[Appointment]) -> None:
    """Raises CannotBeUndone where an appointment is not any more as it was left."""
    for left in known:
        present = stored.get_appointment(reader, left.id)
        if present is None:
            raise CannotBeUndone(f"“{left.title}” is not here any more.")
        if _told(present) != _told(left):
            raise CannotBeUndone(
                f"“{present.title}” has been changed again since, so nothing was undone. "
                "Change or cancel it in the week."
            )
        for one in objects.objects_of_session(reader, left.session):
            if one.state in _ASKED_ABOUT:
                there = place_of_linked(reader, one.linked).there
                raise CannotBeUndone(
                    f"“{present.title}” was changed or deleted {there} since. Decide about that "
                    "in Needs attention first."
                )


def _told(one: Appointment) -> Appointment:
    """Without what the store adds, and what ties it to a series."""
    return replace(one, series=None, series_day=None, created_at=None)
