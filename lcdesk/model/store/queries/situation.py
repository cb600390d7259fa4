"""Fetches what the booking rules look at, worded for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from lcdesk.model.booking.busy import appointment_busy
from lcdesk.model.booking.situation import (
    NO_EVENTS,
    Busy,
    BusyKind,
    Hold,
    Member,
    ResourceUse,
    Situation,
)
from lcdesk.model.booking.slot_query import asked_days, fetch_window
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.time_off import hours_of_calendar, hours_of_member
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.appointments import (
    appointments_in,
    appointments_of_session,
    find_blocked,
)
from lcdesk.model.store.calendars import all_calendars, reset_at
from lcdesk.model.store.outbox import conflict_spans
from lcdesk.model.store.people import all_resources, all_staff, contacts
from lcdesk.model.store.queries.booked import booked_of_calendar, last_starts
from lcdesk.model.store.remote.busy_events import busy_events, title_and_time
from lcdesk.model.store.remote.index import ensure_indexed_in
from lcdesk.model.store.remote.objects import get_object
from lcdesk.model.store.time_off import time_off_in
from lcdesk.model.store.transaction import Reader, Transaction

DAY = timedelta(days=1)


def situation_of_days(
    reader: Reader,
    calendar: Calendar,
    *,
    first: date,
    days: int,
    length: timedelta | None = None,
    now: datetime,
    here: str = "",
) -> Situation:
    """What the rules need for the slots of `days` local days of the calendar's zone.

    `length` is that of a chosen variation with its add-ons; None means the calendar's own. `here`
    as in `situation`.
    """
    asked = asked_days(calendar, first, days=days, length=length)
    return replace(situation(reader, calendar, asked=asked, now=now, here=here), length=length)


def situation(
    reader: Reader,
    calendar: Calendar,
    *,
    asked: TimeSpan,
    now: datetime,
    moving: Appointment | None = None,
    here: str = "",
) -> Situation:
    """What the rules need for questions about `asked`; `moving` is being rescheduled.

    Times are told with their zone where it is not `here` (or the reader's), else where it is not
    the calendar's.
    Whoever writes may rely on it for any time. Whoever only reads calls `ensure_indexed` first.
    """
    here = here or reader.here or calendar.zone
    return _Fetch(reader, calendar, asked, now, here).situation(moving)


class _Fetch:
    """One situation's queries; each kind of row is read once."""

    def __init__(
        self, reader: Reader, calendar: Calendar, asked: TimeSpan, now: datetime, here: str
    ) -> None:
        self._here = here
        self._reader = reader
        self._calendar = calendar
        self._now = now
        # The calendar as it is asked about: in an editor it is not kept yet.
        self._calendars = {each.id: each for each in all_calendars(reader)} | {
            calendar.id: calendar
        }
        self._staff = {member.id: member for member in all_staff(reader)}
        self._window = fetch_window(calendar, asked, buffer=self._longest_buffer())
        self._take_time_off()
        if isinstance(reader, Transaction):
            ensure_indexed_in(reader, self._window.taken)
        self._blocked = find_blocked(reader, self._window.taken)

    def _take_time_off(self) -> None:
        """Hours as they are in that time: nobody is booked while away."""
        booked, utc = self._window.booked, zone("UTC")
        first, last = local_day(booked.start, utc) - DAY, local_day(booked.end, utc) + DAY
        time_off = time_off_in(self._reader, first, last)
        if not time_off:
            return
        for member in self._staff.values():
            hours = hours_of_member(member.id, member.hours, time_off, first, last)
            self._staff[member.id] = replace(member, hours=hours)
        if self._calendar.kind is CalendarKind.SIMPLE:
            hours = hours_of_calendar(self._calendar.hours, time_off, first, last)
            self._calendar = replace(self._calendar, hours=hours)

    def situation(self, moving: Appointment | None) -> Situation:
        calendar, window = self._calendar, self._window
        seat = moving is not None and self._leaves_others_behind(moving)
        taken = appointments_in(self._reader, window.taken)
        reset = reset_at(self._reader, calendar.id)
        booked = booked_of_calendar(self._reader, calendar, window.booked, reset=reset)
        if seat and moving is not None:
            booked.pop(moving.id, None)
        names = self._names(taken)
        busy = self._busy(taken, names)
        return Situation(
            calendar=calendar,
            now=self._now,
            members=self._members(busy),
            booked=tuple(booked.values()),
            blocked=self._calendar_blocks(),
            resources=self._resources(taken, names),
            reset=reset,
            moving="" if moving is None or seat else moving.session,
            present=() if moving is None else moving.staff,
            here=self._here,
        )

    def _leaves_others_behind(self, moving: Appointment) -> bool:
        """Whether only a seat moves, and the session stays for the others in it."""
        if self._calendar.kind is not CalendarKind.CLASS:
            return False
        seats = appointments_of_session(self._reader, moving.session)
        return any(seat.id != moving.id and seat.status.takes_time for seat in seats)

    def _longest_buffer(self) -> timedelta:
        team = set(self._calendar.staff)
        buffers = [
            max(calendar.before, calendar.after)
            for calendar in self._calendars.values()
            if team & set(calendar.staff)
        ]
        return max(buffers, default=timedelta())

    def _names(self, some: Sequence[Appointment]) -> dict[int, str]:
        """What to call each appointment: its contact, else its title."""
        ids = {who for booking in some for who in booking.contacts}
        people = contacts(self._reader, ids) if ids else {}
        return {
            booking.id: people[booking.contacts[0]].name if booking.contacts else booking.title
            for booking in some
        }

    def _members(self, busy: dict[int, list[Busy]]) -> tuple[Member, ...]:
        last = last_starts(self._reader, self._calendar, self._window.booked.start)
        team = {member: self._staff[member] for member in self._calendar.staff}
        events = busy_events(self._reader, self._window.taken, team, here=self._here)
        return tuple(
            Member(who, tuple(busy[staff_id]), last.get(staff_id), events.get(staff_id, NO_EVENTS))
            for staff_id, who in team.items()
        )

    def _busy(self, taken: Iterable[Appointment], names: dict[int, str]) -> dict[int, list[Busy]]:
        busy: defaultdict[int, list[Busy]] = defaultdict(list)
        self._add_appointments(busy, taken, names)
        self._add_blocked(busy)
        self._add_conflicts(busy)
        return busy

    def _add_appointments(
        self, busy: dict[int, list[Busy]], taken: Iterable[Appointment], names: dict[int, str]
    ) -> None:
        sessions: set[tuple[int, str]] = set()
        for booking in taken:
            calendar = self._calendars[booking.calendar]
            if not booking.status.takes_time or calendar.kind is CalendarKind.SIMPLE:
                continue
            for who in booking.staff:
                # A class is one stretch, however many seats it has.
                if (who, booking.session) not in sessions:
                    sessions.add((who, booking.session))
                    member, name = self._staff[who], names[booking.id]
                    busy[who].append(
                        appointment_busy(
                            booking.span,
                            calendar,
                            member,
                            name=name,
                            session=booking.session,
                            here=self._here,
                        )
                    )

    def _add_blocked(self, busy: dict[int, list[Busy]]) -> None:
        for blocked in self._blocked:
            if blocked.staff in self._staff and blocked.staff is not None:
                what = self._title_and_time(
                    blocked.title or "Blocked", blocked.span, self._staff[blocked.staff].zone
                )
                busy[blocked.staff].append(Busy(blocked.span, BusyKind.BLOCKED, what))

    def _add_conflicts(self, busy: dict[int, list[Busy]]) -> None:
        """Changed in both places: the other side's time is held too until a person chose.

        For whoever has the appointment, and for whose calendar the event still stands in.
        """
        for object_id, span in conflict_spans(self._reader, self._window.taken):
            event = get_object(self._reader, object_id)
            assert event is not None  # the clash would be gone with it
            server_name = server_of_linked(self._reader, event.linked)
            for booking in appointments_of_session(self._reader, event.session or ""):
                held = {*booking.staff} if event.staff is None else {*booking.staff, event.staff}
                for who in sorted(held):
                    what = self._title_and_time(booking.title, span, self._staff[who].zone)
                    asked = Busy(
                        span,
                        BusyKind.ICLOUD,
                        what,
                        session=booking.session,
                        server_name=server_name,
                    )
                    busy[who].append(asked)

    def _title_and_time(self, title: str, span: TimeSpan, zone_name: str) -> str:
        return title_and_time(title, span, zone_name, self._here)

    def _calendar_blocks(self) -> tuple[Busy, ...]:
        return tuple(
            Busy(
                blocked.span,
                BusyKind.BLOCKED,
                self._title_and_time(blocked.title or "Blocked", blocked.span, self._calendar.zone),
            )
            for blocked in self._blocked
            if blocked.calendar == self._calendar.id
        )

    def _resources(
        self, taken: Iterable[Appointment], names: dict[int, str]
    ) -> tuple[ResourceUse, ...]:
        if not self._calendar.resources:
            return ()
        needed = {resource.id: resource for resource in all_resources(self._reader)}
        holds: defaultdict[int, list[Hold]] = defaultdict(list)
        for booking in taken:
            if booking.status.takes_time:
                for resource in self._calendars[booking.calendar].resources:
                    holds[resource].append(Hold(booking.span, names[booking.id], booking.session))
        return tuple(
            ResourceUse(needed[resource], tuple(holds[resource]))
            for resource in self._calendar.resources
        )
