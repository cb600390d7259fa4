"""Nothing is undone over what was changed since, by a person, another process or the sync.

Only what a step changed is looked at: words that were written since stay when a move is undone. The
words of an appointment are one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from lcdesk.model.booking.situation import ReasonCode
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.appointments import class_session
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.people import Named
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.undo import Row, RowImage
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.calendars import all_calendars, get_calendar
from lcdesk.model.store.people import all_resources, all_staff
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote import objects
from lcdesk.model.store.row_images import missing_parents, present_rows, rows_that_name
from lcdesk.model.store.transaction import Reader, Transaction

# Rules of the calendar do not keep an appointment from going back; somebody there does.
_TAKEN = frozenset(
    {
        ReasonCode.BOOKED,
        ReasonCode.SLOTMAX,
        ReasonCode.CONFLICT,
        ReasonCode.BLOCKED,
        ReasonCode.BUFFER,
        ReasonCode.RESOURCE,
        ReasonCode.NO_SEATS,
    }
)
_WORDS = {"title", "notes", "location"}  # one dialog: who changed one has seen the others
# What is written without anybody's doing: how far a series is made, and what deserves a look.
_BY_ITSELF = {"series": {"made_to"}, "appointment": {"flagged"}}
_VALUES = _WORDS | {"start", "end"}
_KINDS = {
    "calendar": Message("calendar"),
    "staff": Message("staff member"),
    "resource": Message("room or equipment"),
}


class CannotBeUndone(RefusedByRule):
    """Things moved on, or there never was a way back; nothing was changed."""

    code = "CANNOT_BE_UNDONE"
    title = Message("This cannot be undone any more")


def refuse_if_changed(reader: Reader, images: Sequence[RowImage]) -> None:
    """Raises CannotBeUndone where a row is not any more as the step left it."""
    present = present_rows(reader.connection, images)
    for image in images:
        row = present.get((image.table, image.key))
        if image.after is None:
            if row is not None:
                raise CannotBeUndone(Message("{Thing} is here again.", Thing=_name(reader, image)))
        elif row is None:
            raise CannotBeUndone(
                Message("{Thing} is not here any more.", Thing=_name(reader, image))
            )
        else:
            _refuse_if_different(reader, image, row)
            if image.table == "appointment":
                _refuse_while_asked_about(reader, image, row)


def refuse_if_needed(reader: Reader, images: Sequence[RowImage]) -> None:
    """Raises CannotBeUndone where something new counts on a row that would go."""
    going = {(image.table, image.key) for image in images if image.before is None}
    coming = {(image.table, image.key) for image in images if image.before is not None}
    for image in images:
        if image.before is not None:
            continue
        for table, key, _column in rows_that_name(reader.connection, image.table, image.key):
            if (table, key) not in going | coming and not _is_later_date(image.table, table):
                raise CannotBeUndone(
                    Message(
                        "{Thing} is used by something that was made since, so it stays.",
                        Thing=_name(reader, image),
                    )
                )


def refuse_what_has_begun(images: Iterable[RowImage], now: datetime) -> None:
    """Raises CannotBeUndone where an appointment that would go has begun since it was booked."""
    for image in images:
        row = image.after
        if image.table != "appointment" or image.before is not None or row is None:
            continue
        if row["created_at"] < row["start"] <= now.timestamp():
            raise CannotBeUndone(
                Message("“{title}” has begun, and stays as a record.", title=row["title"])
            )


def refuse_without_parents(reader: Reader, images: Sequence[RowImage]) -> None:
    """Raises CannotBeUndone where a row cannot come back, since what it belongs to is gone."""
    coming = {(image.table, image.key) for image in images if image.before is not None}
    for image in images:
        if image.before is None or image.after is not None:
            continue
        if any(parent not in coming for parent in missing_parents(reader.connection, image)):
            raise CannotBeUndone(
                Message(
                    "{Thing} cannot come back, since what it belongs to is gone.",
                    Thing=_name(reader, image),
                )
            )


def refuse_if_named_twice(reader: Reader, images: Sequence[RowImage]) -> None:
    """Raises CannotBeUndone where something else bears the name that a record would have again."""
    for image in images:
        if image.table not in _KINDS or image.before is None or "name" not in image.changed:
            continue
        name = image.before["name"]
        if any(of == name and number != image.key[0] for number, of in _names(reader, image.table)):
            raise CannotBeUndone(
                Message(
                    "There is a {kind} called {name} again.",
                    kind=_KINDS[image.table],
                    name=name,
                )
            )


def refuse_if_taken(tx: Transaction, images: Sequence[RowImage], now: datetime) -> None:
    """Raises CannotBeUndone where somebody has the time that an appointment took again.

    Asked when the rows are back. What was booked although it was taken may be so again.
    """
    for image in images:
        if image.table == "appointment" and _takes_time_again(image):
            appointment = stored.get_appointment(tx, int(image.key[0]))
            assert appointment is not None  # it was put back
            taken = _who_has_the_time(tx, appointment, now)
            if taken:
                raise CannotBeUndone(_taken_words(image, appointment.title, joined("; ", taken)))


def refuse_torn_sessions(reader: Reader, sessions: Iterable[str]) -> None:
    """Raises CannotBeUndone where the seats of one class session would begin at several times."""
    for session in sessions:
        seats = [
            seat
            for seat in stored.appointments_of_session(reader, session)
            if seat.status.takes_time
        ]
        if len({(seat.calendar, seat.span) for seat in seats}) > 1:
            raise CannotBeUndone(
                Message(
                    "The other seats of “{title}” have been moved since, so it stays.",
                    title=seats[0].title,
                )
            )
        calendar = get_calendar(reader, seats[0].calendar) if seats else None
        there = class_session(reader, calendar, seats[0].span) if calendar is not None else None
        if there is not None and there.session != session:
            raise CannotBeUndone(
                Message("Another session of “{title}” begins then now.", title=there.title)
            )


# --- one row ------------------------------------------------------------------------------------


def _refuse_if_different(reader: Reader, image: RowImage, row: Row) -> None:
    after = image.after or {}
    looked_at = set(after if image.before is None else image.changed)
    if image.table == "appointment" and looked_at & _WORDS:
        looked_at |= _WORDS
    looked_at -= _BY_ITSELF.get(image.table, set())
    if any(row.get(name) != after.get(name) for name in looked_at):
        if image.table == "appointment" and _ended_since(image, row):
            raise CannotBeUndone(Message("This appointment does not take place any more."))
        raise CannotBeUndone(
            Message(
                "{Thing} has been changed again since, so it stays as it is.",
                Thing=_name(reader, image),
            )
        )
    if image.table == "appointment" and _ended_since(image, row):
        raise CannotBeUndone(Message("This appointment does not take place any more."))


def _ended_since(image: RowImage, row: Row) -> bool:
    was = Status((image.after or row).get("status", row["status"]))
    return was.takes_time and not Status(row["status"]).takes_time


def _refuse_while_asked_about(reader: Reader, image: RowImage, row: Row) -> None:
    """A person decides about the two sides first; an undo would decide by the way."""
    waits = [ObjectState.CONFLICT] if set(image.changed) & _VALUES else []
    if image.before is None:
        waits.append(ObjectState.GONE)
    for kept in objects.objects_of_session(reader, row["session"]):
        if kept.state not in waits:
            continue
        there = server_of_linked(reader, kept.linked).there
        if kept.state is ObjectState.GONE:
            raise CannotBeUndone(
                Message(
                    "“{title}” was deleted {there} since. Decide about that in Needs "
                    "attention first.",
                    title=row["title"],
                    there=there,
                )
            )
        raise CannotBeUndone(
            Message(
                "“{title}” was changed here and {there}. Choose a version first.",
                title=row["title"],
                there=there,
            )
        )


def _is_later_date(table: str, child: str) -> bool:
    """Dates of a series that were booked as they came within reach go with it."""
    return (table, child) == ("series", "appointment")


def _names(reader: Reader, table: str) -> list[tuple[int, str]]:
    fetch: dict[str, Callable[[Reader], Sequence[Named]]] = {
        "calendar": all_calendars,
        "staff": all_staff,
        "resource": all_resources,
    }
    return [(record.id, record.name) for record in fetch[table](reader)]


def _name(reader: Reader, image: RowImage) -> str:
    """What a row is called, quoted; of a row that belongs to another, that one's name."""
    row = image.after or image.before or {}
    number = int(image.key[0]) if isinstance(image.key[0], int) else 0
    if image.table.startswith("appointment_"):
        found = stored.get_appointment(reader, number)
        return Message("this appointment") if found is None else f"“{found.title}”"
    if image.table.startswith("calendar_"):
        calendar = get_calendar(reader, number)
        return Message("this calendar") if calendar is None else f"“{calendar.name}”"
    named = row.get("name") or row.get("title")
    return f"“{named}”" if named else _NAMELESS.get(image.table, Message("this"))


_NAMELESS = {
    "blocked_slot": Message("this time"),
    "imported_date": Message("this event of a file"),
    "preference": Message("this setting"),
    "series": Message("this series"),
    "waiting": Message("this entry of the waiting list"),
}


# --- times --------------------------------------------------------------------------------------


def _takes_time_again(image: RowImage) -> bool:
    """Whether an appointment gets time that it does not have now."""
    if image.before is None or not Status(image.before["status"]).takes_time:
        return False
    if image.after is None or not Status(image.after["status"]).takes_time:
        return True
    return bool({"start", "end", "calendar_id"} & set(image.changed))


def _who_has_the_time(tx: Transaction, one: Appointment, now: datetime) -> list[str]:
    calendar = get_calendar(tx, one.calendar)
    assert calendar is not None  # a foreign key keeps it
    if calendar.kind is CalendarKind.SIMPLE:
        return []
    around = situation(tx, calendar, asked=one.span, now=now, moving=one)
    slot = check(around, one.span, one.staff or None)
    found = [reason.what for reason in slot.reasons if reason.code in _TAKEN]
    return [what for what in found if what not in one.overridden_for]


def _taken_words(image: RowImage, title: str, taken: str) -> str:
    was_ended = image.after is not None and not Status(image.after["status"]).takes_time
    if was_ended:
        return Message(
            "“{title}” stays cancelled, since its time is taken now: {taken}.",
            title=title,
            taken=taken,
        )
    if image.after is None:
        return Message("The time of “{title}” is taken now: {taken}.", title=title, taken=taken)
    return Message(
        "The time that “{title}” had before is taken now: {taken}.", title=title, taken=taken
    )
