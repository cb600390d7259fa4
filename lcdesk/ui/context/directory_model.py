"""Everybody and every calendar the store knows, read together; changes are rare.

When what is shown of an account is too old to be relied on, in words.

`stale_words` is for whoever offers open times: the status line, the booking dialog, a tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.people import Hours, StaffMember
from lcdesk.model.domain.time_off import TimeOff, hours_of_calendar, hours_of_member
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.freshness import stalest
from lcdesk.model.store.people import all_resources, all_staff
from lcdesk.model.store.time_off import all_time_off
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.context.view_filter import ViewFilter
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import all_of, tr_of


@dataclass(frozen=True, slots=True)
class Directory:
    """Staff members, calendars, linked calendars and more by id, in the store's order."""

    staff: Mapping[int, StaffMember] = field(default_factory=dict)
    calendars: Mapping[int, Calendar] = field(default_factory=dict)
    accounts: Mapping[int, Account] = field(default_factory=dict)
    linked: Mapping[int, LinkedCalendar] = field(default_factory=dict)
    resources: Mapping[int, Resource] = field(default_factory=dict)
    time_off: tuple[TimeOff, ...] = ()

    @classmethod
    def read(cls, reader: Reader) -> Directory:
        """All of it, as it is now; each name stands on one line."""
        return cls(
            {member.id: replace(member, name=as_line(member.name)) for member in all_staff(reader)},
            {
                calendar.id: replace(
                    calendar, name=as_line(calendar.name), group=as_line(calendar.group)
                )
                for calendar in all_calendars(reader)
            },
            {account.id: account for account in all_accounts(reader)},
            {
                calendar.id: replace(calendar, name=as_line(calendar.name))
                for calendar in linked_calendars(reader)
            },
            {
                resource.id: replace(resource, name=as_line(resource.name))
                for resource in all_resources(reader)
            },
            tuple(replace(each, title=as_line(each.title)) for each in all_time_off(reader)),
        )

    def hours_of(self, who: StaffMember | Calendar, first: date, last: date) -> Hours:
        """The hours of a member or a simple calendar on these days, time off cut out of them."""
        if isinstance(who, Calendar):
            return hours_of_calendar(who.hours, self.time_off, first, last)
        return hours_of_member(who.id, who.hours, self.time_off, first, last)

    def shown_calendars(self, shown: ViewFilter) -> tuple[Calendar, ...]:
        """The active calendars that are shown."""
        return tuple(
            calendar
            for calendar in self.calendars.values()
            if calendar.active and shown.shows_calendar(calendar)
        )

    def shown_staff(self, shown: ViewFilter) -> tuple[StaffMember, ...]:
        """The staff members who are shown; on a tab only those who work on its calendars."""
        members = [member for member in self.staff.values() if member.id not in shown.hidden_staff]
        if shown.kind is None:
            return tuple(members)
        teams = {who for calendar in self.shown_calendars(shown) for who in calendar.staff}
        return tuple(member for member in members if member.id in teams)

    def of_kind(self, kind: CalendarKind | None) -> tuple[Calendar, ...]:
        """The active calendars of a kind, or all."""
        active = (calendar for calendar in self.calendars.values() if calendar.active)
        return tuple(calendar for calendar in active if kind in (None, calendar.kind))

    def names(self, staff: Iterable[int]) -> list[str]:
        """The names of these staff members."""
        return [self.staff[member].name for member in staff if member in self.staff]

    def short_names(self, staff: Iterable[int]) -> list[str]:
        """First names, where no two staff members share one."""
        firsts = [member.name.partition(" ")[0] for member in self.staff.values()]
        shorts = [(name, name.partition(" ")[0]) for name in self.names(staff)]
        return [name if firsts.count(first) > 1 else first for name, first in shorts]

    def resource_names(self, calendar: int | None) -> list[str]:
        """The rooms and equipment that a booking on this calendar takes."""
        found = self.calendars.get(calendar or 0)
        needed = () if found is None else found.resources
        return [self.resources[number].name for number in needed if number in self.resources]

    def server_name_of_linked(self, linked: int | None) -> PlaceName:
        """Where a linked calendar is kept."""
        found = self.linked.get(linked or 0)
        account = None if found is None else self.accounts.get(found.account)
        return ICLOUD if account is None else account.server_name

    def server_name_of_staff(self, staff: Iterable[int]) -> PlaceName:
        """Where these members' appointments are written: iCloud, a server, or both."""
        members = set(staff)
        written = [linked for linked in self.linked.values() if linked.role is Role.PRIMARY]
        return all_of(
            self.accounts[linked.account].server_name
            for linked in written
            if linked.staff in members
        )

    @property
    def server_names(self) -> tuple[PlaceName, ...]:
        """Where each of the accounts is."""
        return tuple(account.server_name for account in self.accounts.values())

    def chosen_linked(self) -> tuple[LinkedCalendar, ...]:
        """Linked calendars that are read: primary and conflict ones."""
        return tuple(linked for linked in self.linked.values() if linked.role is not Role.NONE)


def stale_words(
    reader: Reader,
    *,
    now: datetime,
    tz: ZoneInfo,
    locale: LocaleFormat,
    staff: Iterable[int] | None = None,
) -> str:
    """“iCloud last read at 09:12”, for these members or for all; empty while it is fresh."""
    found = stalest(reader, now=now, staff=staff)
    if found is None:
        return ""
    server_name, last = found.account.server_name, found.last
    if last is None:
        return tr_of("{Place} has not been read yet", server_name)
    if last > now:
        return tr_of("{Place} last read while this computer’s clock was ahead", server_name)
    time = locale.time(wall_minute(last, tz))
    if local_day(last, tz) == local_day(now, tz):
        return tr_of("{Place} last read at {time}", server_name, time=time)
    day = locale.day(local_day(last, tz))
    return tr_of("{Place} last read on {day}, {time}", server_name, day=day, time=time)
