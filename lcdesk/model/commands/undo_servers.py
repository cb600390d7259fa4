"""What an undo means for what servers hold: objects, linked calendars, and what is on its way.

Rows of the sync are never put back: it would answer for a state that the server has left. What
stands for them in a step (`RowImage.table`) is looked at anew:

- `deleted_event`: an event that was deleted there and that a person was content with;
- `event_of`: the session that an event stood for when its calendar was deleted here;
- `clash`: both versions of an event that a person chose between;
- `event_text`: the text of an event of somebody's own that was edited here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from lcdesk.model.commands.accounts import RoleRefused, set_role
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.replication.clash_steps import wait_again
from lcdesk.model.replication.conflicts import settle_what_agrees
from lcdesk.model.replication.journal import object_from
from lcdesk.model.replication.mirrored_edits import Rewritten, put_back
from lcdesk.model.replication.publish import publish_sessions
from lcdesk.model.replication.taken_twice import clear_what_is_over
from lcdesk.model.store import accounts
from lcdesk.model.store.appointments import upcoming_sessions_of_contact
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import Indexer, horizon, put_indexed, reindex_member
from lcdesk.model.store.row_images import is_row
from lcdesk.model.store.transaction import Transaction

# Deleted there, and a person was content with it.
_LEFT_SO = (ObjectState.RELEASED, ObjectState.ENDED)


def follow_on_servers(
    tx: Transaction, rows: Sequence[RowImage], sessions: Iterable[str], now: datetime
) -> None:
    """Put the difference on its way, as after any change. Raises AttendeesAreMailed."""
    publish_sessions(tx, sorted(sessions), now)
    for image in rows:
        if image.before is None or image.after is None:
            continue
        if image.table == "contact":
            publish_sessions(tx, upcoming_sessions_of_contact(tx, int(image.key[0]), now), now)
        if image.table == "staff" and "zone" in image.changed:
            reindex_member(tx, int(image.key[0]))
        if image.table == "appointment" and _lives_again(image):
            settle_what_agrees(tx, image.before["session"], now=now)
    clear_what_is_over(tx)


def _lives_again(image: RowImage) -> bool:
    before, after = ((row or {}).get("status", "") for row in (image.before, image.after))
    return Status(before).takes_time and not Status(after).takes_time


# --- linked calendars ---------------------------------------------------------------------------


def turn_linked(tx: Transaction, images: Iterable[RowImage], now: datetime) -> None:
    """Linked calendars are for what they were for. Raises CannotBeUndone, RoleRefused."""
    mine = [image for image in images if image.table == "linked_calendar"]
    for image in mine:
        _refuse_if_chosen_anew(tx, image, mine)
    # The one that becomes primary puts aside the one that is.
    for image in sorted(mine, key=lambda image: (image.before or {})["role"] != Role.PRIMARY):
        before = image.before or {}
        linked = int(image.key[0])
        _give_role(tx, _get_linked(tx, linked), Role(before["role"]), now)
        accounts.set_blocking(
            tx, linked, tentative=before["tentative_blocks"], all_day=before["all_day_blocks"]
        )
        if "leaving" in image.changed:
            accounts.set_leaving(tx, linked, before["leaving"])


def _refuse_if_chosen_anew(tx: Transaction, image: RowImage, mine: Sequence[RowImage]) -> None:
    linked, before, after = (
        _get_linked(tx, int(image.key[0])),
        image.before or {},
        image.after or {},
    )
    present = {
        "role": linked.role.value,
        "tentative_blocks": linked.tentative_blocks,
        "all_day_blocks": linked.all_day_blocks,
        "leaving": accounts.is_leaving(tx, linked.id),
    }
    is_other = any(present[name] != after[name] for name in image.changed)
    primary = accounts.primary_of(tx, linked.staff)
    is_replaced = (
        "role" in image.changed
        and before["role"] == Role.PRIMARY
        and primary is not None
        and (primary.id,) not in {other.key for other in mine}
    )
    if is_other or is_replaced:
        raise CannotBeUndone(
            Message("The calendars have been chosen anew since. Change them in Settings.")
        )
    if _leaves_appointments_behind(tx, linked, image, mine):
        raise CannotBeUndone(
            Message(
                "Appointments stand in “{linked}” or are on their way there, and no other "
                "calendar would take them. Choose the calendars in Settings.",
                linked=linked.name,
            )
        )


def _leaves_appointments_behind(
    tx: Transaction, linked: LinkedCalendar, image: RowImage, mine: Sequence[RowImage]
) -> bool:
    """Whether what was written to a primary calendar would belong to no primary calendar."""
    is_primary_no_more = "role" in image.changed and linked.role is Role.PRIMARY
    follows = any((other.before or {})["role"] == Role.PRIMARY for other in mine)
    return is_primary_no_more and not follows and bool(objects.own_objects_of_linked(tx, linked.id))


def _give_role(tx: Transaction, linked: LinkedCalendar, role: Role, now: datetime) -> None:
    try:
        set_role(tx, linked.id, role, now=now)
    except RoleRefused as error:
        if role is not Role.CONFLICT:
            raise
        raise CannotBeUndone(
            Message(
                "“{linked}” was checked for conflicts before, and appointments have been "
                "written to it since. Choose the calendars in Settings.",
                linked=linked.name,
            )
        ) from error


def _get_linked(tx: Transaction, linked_id: int) -> LinkedCalendar:
    found = accounts.get_linked(tx, linked_id)
    if found is None:
        raise CannotBeUndone(Message("Its account has been disconnected since."))
    return found


# --- objects ------------------------------------------------------------------------------------


def turn_objects(tx: Transaction, images: Sequence[RowImage], now: datetime) -> None:
    """Events that a step decided about wait again, or are let go again; texts are put back."""
    has_rows = any(is_row(image) for image in images)
    for image in images:
        match image.table:
            case "clash":
                _clash_again(tx, image, has_rows, now)
            case "deleted_event" if image.before is not None:
                _wait_again(tx, object_from(image.before), now)
            case "deleted_event":
                _let_go_again(tx, int(image.key[0]))
            case "event_of":
                _stand_for(tx, int(image.key[0]), (image.before or {})["session"])
            case "event_text":
                before, after = ((row or {})["text"] for row in (image.before, image.after))
                put_back(tx, Rewritten(int(image.key[0]), before, after), now=now)


def _wait_again(tx: Transaction, known: RemoteObject, now: datetime) -> None:
    if known.is_own:
        _mark_again(tx, known)
    else:
        _bring_back(tx, known, now)


def _mark_again(tx: Transaction, known: RemoteObject) -> None:
    """An appointment's event is marked as deleted there again."""
    present = objects.get_object(tx, known.id)
    if present is not None and present.state not in _LEFT_SO:
        name = accounts.server_of_linked(tx, present.linked).name
        raise CannotBeUndone(
            Message("This appointment has been written to {name} again since.", name=name)
        )
    if present is not None:
        objects.update_object(tx, replace(present, state=ObjectState.GONE))
    elif accounts.get_linked(tx, known.linked) is not None:
        objects.restore_object(tx, known)


def _bring_back(tx: Transaction, known: RemoteObject, now: datetime) -> None:
    """A released slot blocks its time again, marked as deleted there."""
    linked = _get_linked(tx, known.linked)
    if linked.role is Role.NONE:
        raise CannotBeUndone(
            Message(
                "“{linked}” is not used any more, so its events block no time. Choose it in "
                "Settings first.",
                linked=linked.name,
            )
        )
    if objects.find_object(tx, linked.id, known.path) is not None:
        return  # it is there again, and drawn
    objects.restore_object(tx, known)
    try:
        put_indexed(tx, [Indexer(tx, linked).indexed(known, horizon(now))])
    except UnreadableEvent as error:
        raise CannotBeUndone(
            Message(
                "The text of the event cannot be drawn any more. {message}", message=error.message
            )
        ) from error


def _let_go_again(tx: Transaction, object_id: int) -> None:
    present = objects.get_object(tx, object_id)
    if present is None or present.state is not ObjectState.GONE:
        raise CannotBeUndone(Message("This event does not wait for a decision any more."))
    if present.is_own:
        objects.update_object(tx, replace(present, state=ObjectState.RELEASED))
    else:
        objects.delete_object(tx, object_id)


def _clash_again(tx: Transaction, image: RowImage, has_rows: bool, now: datetime) -> None:
    """Where the decision has left, an appointment that it changed is put back like any other."""
    before, after = image.before or {}, image.after or {}
    if "theirs" not in before:
        raise CannotBeUndone(Message("A decision is not made again. Choose in Needs attention."))
    waits = wait_again(tx, int(image.key[0]), before, after, now=now)
    if not waits and not has_rows:
        raise CannotBeUndone(Message("What was chosen has been sent since, so it stays as it is."))


def _stand_for(tx: Transaction, object_id: int, session: str | None) -> None:
    """Nothing where its account has been disconnected, or it was deleted there, since."""
    known = objects.get_object(tx, object_id)
    if known is not None:
        objects.update_object(tx, replace(known, session=session))
