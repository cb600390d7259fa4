"""One call's view of a workspace: its store, its clock, and things looked up by name."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from typing import TypeVar

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import (
    APPOINTMENT,
    EVENT,
    AgendaEntry,
    Appointment,
    BlockedSlot,
    EntryId,
    number_of,
    parse_entry_id,
)
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.people import Contact, Named, StaffMember
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.replication.write_rights import booking_warnings
from lcdesk.model.store.accounts import calendars_with_counts
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.freshness import unread_warnings
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.series import has_series
from lcdesk.model.store.transaction import Reader
from lcdesk.paths import Paths

_Any = TypeVar("_Any", bound=Named)


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """An open workspace. `say` takes messages for a person."""

    paths: Paths
    database: Database
    now: datetime
    say: Callable[[str], None]

    def names(self) -> Names:
        """What ids and names stand for at present."""
        with self.database.read() as reader:
            return Names.read(reader)

    def warn_of_rights(self, staff: Collection[int]) -> None:
        """Say which of these members' calendars do not take what was just changed here."""
        with self.database.read() as reader:
            for sentence in booking_warnings(reader, staff):
                self.say(sentence)

    def warn_of_unread(self, staff: Iterable[int]) -> None:
        """Say which of these members' events could not be read: nobody knows what they take."""
        with self.database.read() as reader:
            for sentence in unread_warnings(reader, staff):
                self.say(joined(" ", (sentence, Message("See: lcdesk attention"))))


@contextmanager
def open_workspace(paths: Paths, say: Callable[[str], None]) -> Iterator[OpenWorkspace]:
    """Open the store, go on with its series, and close it again. Raises StoreError."""
    database = Database.open(paths.database)
    try:
        now = utc_now()
        _go_on_with_series(database, now)
        yield OpenWorkspace(paths, database, now, say)
    finally:
        database.close()


def _go_on_with_series(database: Database, now: datetime) -> None:
    with database.read() as reader:
        some = has_series(reader)
    if some:  # most workspaces have none, and the booking rules take a while to import
        from lcdesk.model.commands.series import go_on_with_series

        go_on_with_series(database, now=now)


@dataclass(frozen=True, slots=True)
class Names:
    """Staff, calendars and linked calendars by id, and by the name a person types."""

    staff: dict[int, StaffMember]
    calendars: dict[int, Calendar]
    linked: dict[int, LinkedCalendar]
    contacts: dict[int, Contact]

    @classmethod
    def read(cls, reader: Reader, contact_ids: Iterable[int] = ()) -> Names:
        """As the store has them now, with the contacts that are asked for."""
        return cls(
            {member.id: member for member in all_staff(reader)},
            {calendar.id: calendar for calendar in all_calendars(reader)},
            {linked.id: linked for linked in calendars_with_counts(reader)},
            contacts(reader, contact_ids),
        )

    def member(self, name: str) -> StaffMember:
        """The staff member of this name. Raises NotFound."""
        missing = Message("There is no staff member called “{name}”.", name=name)
        return _find_named(name, self.staff.values(), missing)

    def calendar(self, name: str) -> Calendar:
        """The booking calendar of this name. Raises NotFound."""
        missing = Message("There is no calendar called “{name}”.", name=name)
        return _find_named(name, self.calendars.values(), missing)

    def owner(self, slot: BlockedSlot) -> StaffMember | Calendar:
        """Whose time a slot blocks."""
        return self.calendars[slot.calendar or 0] if slot.staff is None else self.staff[slot.staff]

    def zone_of(self, booked: Appointment | AgendaEntry) -> str:
        """Whose clock its times are read and printed on: its first member's, else its calendar's.

        As they live now, wherever they lived when it was booked.
        """
        if booked.staff:
            return self.staff[booked.staff[0]].zone
        return booked.zone if booked.calendar is None else self.calendars[booked.calendar].zone

    def staff_names(self, ids: Iterable[int]) -> list[str]:
        """The members' names, in this order."""
        return [self.staff[id_].name for id_ in ids]


def event_id(text: str) -> EntryId | None:
    """What `e7` or `e7@20261201T090000Z` names; None for the id of something else."""
    found = parse_entry_id(text)
    return found if found is not None and found.kind == EVENT else None


def day_of(named: EntryId) -> datetime:
    """Midnight in UTC of the day in an event's id. Raises NotFound."""
    try:
        return datetime.fromisoformat(named.date[:8]).replace(tzinfo=UTC)
    except ValueError as error:
        raise NotFound(
            Message(
                "There is no date {date} of event {id}.", date=named.date, id=f"e{named.number}"
            )
        ) from error


def row_id(text: str, kind: str) -> int:
    """The number of `a12`; `kind` is its letter and may be left out. Raises InvalidInput."""
    number = number_of(text if text.startswith(kind) else f"{kind}{text}", kind)
    if number is not None:
        return number
    if kind == APPOINTMENT:
        raise InvalidInput(
            Message("“{text}” is not the id of an appointment. It looks like a12.", text=text)
        )
    raise InvalidInput(
        Message("“{text}” is not the id of a slot blocked by hand. It looks like b12.", text=text)
    )


def _find_named(name: str, some: Iterable[_Any], missing: Message) -> _Any:
    """By exact name, else by the only name that differs in capitals alone. Raises NotFound."""
    known = list(some)
    for record in known:
        if record.name == name:
            return record
    alike = [record for record in known if record.name.casefold() == name.strip().casefold()]
    if len(alike) == 1:
        return alike[0]
    near = difflib.get_close_matches(name, [record.name for record in known], n=3)
    if not near:
        raise NotFound(missing)
    names = reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), near)
    raise NotFound(joined(" ", (missing, Message("Did you mean {names}?", names=names))))
