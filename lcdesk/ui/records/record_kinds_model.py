"""The kinds of records that editor pages show: each read, checked and kept by its commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lcdesk.model.domain.calendars import Calendar, Resource
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.domain.zones import Clock, UnknownZone, zone
from lcdesk.ui.records.editor_model import Row
from lcdesk.ui.wording.labels import city_of_zone, heading_of, in_groups, kind_name, tr

if TYPE_CHECKING:
    from lcdesk.model.store.transaction import Reader, Transaction


class StaffRecords:
    """Staff members."""

    topics = frozenset({Topic.STAFF})

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def fetch(self, reader: Reader) -> Sequence[StaffMember]:
        from lcdesk.model.store.people import all_staff

        return all_staff(reader)

    def row(self, value: StaffMember) -> Row:
        return Row(value.id, value.name, city_of_zone(value.zone))

    def check(self, value: StaffMember, known: Mapping[int, StaffMember]) -> None:
        from lcdesk.model.commands.people import checked_hours

        _check_name(value.name, tr("A staff member needs a name."))
        _check_free(value.name, value.id, known, tr("There is a staff member called {name}."))
        _check_zone(value.zone)
        checked_hours(value.hours)

    def save(self, tx: Transaction, value: StaffMember) -> StaffMember:
        from lcdesk.model.commands.people import save_staff

        return save_staff(tx, value)

    def remove(self, tx: Transaction, record: int) -> str:
        from lcdesk.model.commands.people import delete_staff

        return delete_staff(tx, record, now=self._clock())


class ResourceRecords:
    """Rooms and pieces of equipment."""

    topics = frozenset({Topic.CALENDARS})

    def fetch(self, reader: Reader) -> Sequence[Resource]:
        from lcdesk.model.store.people import all_resources

        return all_resources(reader)

    def row(self, value: Resource) -> Row:
        note = "" if value.capacity == 1 else tr("{n} at once").format(n=value.capacity)
        return Row(value.id, value.name, note)

    def check(self, value: Resource, known: Mapping[int, Resource]) -> None:
        _check_name(value.name, tr("A room or piece of equipment needs a name."))
        _check_free(value.name, value.id, known, tr("There is a room or equipment called {name}."))

    def save(self, tx: Transaction, value: Resource) -> Resource:
        from lcdesk.model.commands.people import save_resource

        return save_resource(tx, value)

    def remove(self, tx: Transaction, record: int) -> str:
        from lcdesk.model.commands.people import delete_resource

        return delete_resource(tx, record)


class ContactRecords:
    """Contacts; namesakes are allowed."""

    topics = frozenset({Topic.CONTACTS})

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def fetch(self, reader: Reader) -> Sequence[Contact]:
        from lcdesk.model.store.people import contacts

        found = contacts(reader).values()
        return sorted(found, key=lambda contact: (contact.name.casefold(), contact.id))

    def row(self, value: Contact) -> Row:
        return Row(value.id, value.name, value.email)

    def check(self, value: Contact, known: Mapping[int, Contact]) -> None:
        del known
        _check_name(value.name, tr("A contact needs a name."))

    def save(self, tx: Transaction, value: Contact) -> Contact:
        from lcdesk.model.commands.people import save_contact

        return save_contact(tx, value, now=self._clock())

    def remove(self, tx: Transaction, record: int) -> str:
        from lcdesk.model.commands.people import delete_contact

        return delete_contact(tx, record, now=self._clock())


class CalendarRecords:
    """Booking calendars, by group or kind."""

    topics = frozenset({Topic.CALENDARS, Topic.STAFF})

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def fetch(self, reader: Reader) -> Sequence[Calendar]:
        from lcdesk.model.store.calendars import all_calendars

        return [calendar for _, some in in_groups(all_calendars(reader)) for calendar in some]

    def row(self, value: Calendar) -> Row:
        note = kind_name(value.kind) if value.active else tr("Not active")
        return Row(
            value.id,
            value.name,
            note,
            heading_of(value),
            value.colour,
            is_faint=not value.active,
        )

    def check(self, value: Calendar, known: Mapping[int, Calendar]) -> None:
        from lcdesk.model.commands.calendars import check_calendar

        _check_zone(value.zone)
        check_calendar(value)
        _check_free(value.name, value.id, known, tr("There is a calendar called {name}."))

    def save(self, tx: Transaction, value: Calendar) -> Calendar:
        from lcdesk.model.commands.calendars import save_calendar

        return save_calendar(tx, value, self._clock())

    def remove(self, tx: Transaction, record: int) -> str:
        from lcdesk.model.commands.calendars import delete_calendar

        return delete_calendar(tx, record, now=self._clock())


def _check_name(name: str, said: str) -> None:
    if not name.strip():
        raise InvalidInput(said, field="name")


def _check_zone(name: str) -> None:
    try:
        zone(name)
    except UnknownZone as error:
        raise InvalidInput(error.message, field="zone") from error


def _check_free(
    name: str,
    record: int,
    known: Mapping[int, StaffMember] | Mapping[int, Resource] | Mapping[int, Calendar],
    said: str,
) -> None:
    if any(other.name == name.strip() and other.id != record for other in known.values()):
        raise InvalidInput(said.format(name=name.strip()), field="name")
