"""Everybody and every calendar the store knows, read together; changes are rare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.place_names import ICLOUD, PlaceName
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_resources, all_staff
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.viewmodels.shown import Shown
from lcdesk.ui.viewmodels.wording import all_of


@dataclass(frozen=True, slots=True)
class Directory:
    """Staff members, calendars, linked calendars and more by id, in the store's order."""

    staff: Mapping[int, StaffMember] = field(default_factory=dict)
    calendars: Mapping[int, Calendar] = field(default_factory=dict)
    accounts: Mapping[int, Account] = field(default_factory=dict)
    linked: Mapping[int, LinkedCalendar] = field(default_factory=dict)
    resources: Mapping[int, Resource] = field(default_factory=dict)

    @classmethod
    def read(cls, reader: Reader) -> Directory:
        """All of it, as it is now."""
        return cls(
            {one.id: one for one in all_staff(reader)},
            {one.id: one for one in all_calendars(reader)},
            {one.id: one for one in all_accounts(reader)},
            {one.id: one for one in linked_calendars(reader)},
            {one.id: one for one in all_resources(reader)},
        )

    def shown_calendars(self, shown: Shown) -> tuple[Calendar, ...]:
        """The active calendars that are shown."""
        return tuple(
            one for one in self.calendars.values() if one.active and shown.shows_calendar(one)
        )

    def shown_staff(self, shown: Shown) -> tuple[StaffMember, ...]:
        """The staff members who are shown; on a tab only those who work on its calendars."""
        members = [one for one in self.staff.values() if one.id not in shown.hidden_staff]
        if shown.kind is None:
            return tuple(members)
        teams = {who for one in self.shown_calendars(shown) for who in one.staff}
        return tuple(one for one in members if one.id in teams)

    def of_kind(self, kind: CalendarKind | None) -> tuple[Calendar, ...]:
        """The active calendars of a kind, or all."""
        active = (one for one in self.calendars.values() if one.active)
        return tuple(one for one in active if kind in (None, one.kind))

    def names(self, staff: Iterable[int]) -> list[str]:
        """The names of these staff members."""
        return [self.staff[one].name for one in staff if one in self.staff]

    def short_names(self, staff: Iterable[int]) -> list[str]:
        """First names, where no two staff members share one."""
        firsts = [one.name.partition(" ")[0] for one in self.staff.values()]
        shorts = [(name, name.partition(" ")[0]) for name in self.names(staff)]
        return [name if firsts.count(first) > 1 else first for name, first in shorts]

    def resource_names(self, calendar: int | None) -> list[str]:
        """The rooms and equipment that a booking on this calendar takes."""
        found = self.calendars.get(calendar or 0)
        needed = () if found is None else found.resources
        return [self.resources[one].name for one in needed if one in self.resources]

    def place_of_linked(self, linked: int | None) -> PlaceName:
        """Where a linked calendar is kept."""
        found = self.linked.get(linked or 0)
        account = None if found is None else self.accounts.get(found.account)
        return ICLOUD if account is None else account.place

    def place_of(self, staff: Iterable[int]) -> PlaceName:
        """Where these members' appointments are written: iCloud, a server, or both."""
        members = set(staff)
        written = [one for one in self.linked.values() if one.role is Role.PRIMARY]
        return all_of(self.accounts[one.account].place for one in written if one.staff in members)

    @property
    def places(self) -> tuple[PlaceName, ...]:
        """Where each of the accounts is."""
        return tuple(one.place for one in self.accounts.values())

    def chosen_linked(self) -> tuple[LinkedCalendar, ...]:
        """Linked calendars that are read: primary and conflict ones."""
        return tuple(one for one in self.linked.values() if one.role is not Role.NONE)
