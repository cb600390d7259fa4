"""Mirrored events as taken time: a timeline for the rules, words only for what they tell.

A busy week of a team has thousands of events, and the slots that anybody asks the reasons of
meet a few of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import count
from operator import itemgetter

from lcdesk.model.booking.situation import Busy, BusyKind
from lcdesk.model.booking.timeline import Piece, Timeline, instant_of, seconds_of
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.events import HIDDEN
from lcdesk.model.domain.message import FullDay, Message, ZoneName
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.remote.elsewhere import find_moved_away
from lcdesk.model.store.remote.occurrences import Taken, busy_in
from lcdesk.model.store.transaction import Reader


def busy_events(
    reader: Reader, span: TimeSpan, team: Mapping[int, StaffMember], *, here: str
) -> dict[int, Timeline[Busy]]:
    """What the primary and conflict calendars of each member hold in `span`, by staff id.

    Times of members who do not live in the zone `here` are told with theirs.
    """
    linked = {
        linked.id: linked
        for linked in linked_calendars(reader)
        if linked.role is not Role.NONE and linked.staff in team
    }
    homes = {account.id: account.server_name for account in all_accounts(reader)}
    server_names = {calendar.id: homes[calendar.account] for calendar in linked.values()}
    rows: defaultdict[int, list[Taken]] = defaultdict(list)
    keep = {calendar.id: rows[calendar.staff].append for calendar in linked.values()}
    once_more = {
        (seconds_of(event.start), seconds_of(event.end), event.linked)
        for event in find_moved_away(reader)
    }
    for row in busy_in(reader, span, linked.values()):
        if row[:3] in once_more:
            once_more.discard(row[:3])
            continue
        keep[row[2]](row)
    return {
        staff: Timeline(_pieces(some), _Worded(some, linked, server_names, team[staff], here))
        for staff, some in rows.items()
    }


def title_and_time(title: str, span: TimeSpan, zone_name: str, here: str) -> Message:
    """`Dentist 10:00–11:00`, on the wall of a zone, named where it is not `here`.

    With the days where there are several.
    """
    tz = zone(zone_name)
    elsewhere = "" if zone_name == here else Message(" ({zone})", zone=ZoneName(zone_name))
    start, end = span.start.astimezone(tz), span.end.astimezone(tz)
    if (end - timedelta.resolution).date() <= start.date():
        return Message(
            "{title} {start}–{end}{elsewhere}",
            title=title,
            start=start,
            end=end,
            elsewhere=elsewhere,
        )
    first, last = start.date(), end.date()
    is_year_said = first.year != last.year
    return Message(
        "{title} {first} {start} – {last} {end}{elsewhere}",
        title=title,
        first=FullDay(first) if is_year_said else first,
        start=start,
        last=FullDay(last) if is_year_said else last,
        end=end,
        elsewhere=elsewhere,
    )


def _pieces(rows: Sequence[Taken]) -> Iterable[Piece]:
    return zip(map(itemgetter(0), rows), map(itemgetter(1), rows), count(), strict=False)


class _Worded:
    """One member's events, each made when it is taken out."""

    def __init__(
        self,
        rows: Sequence[Taken],
        linked: Mapping[int, LinkedCalendar],
        server_names: Mapping[int, PlaceName],
        member: StaffMember,
        here: str,
    ) -> None:
        self._rows = rows
        self._linked = linked
        self._server_names = server_names
        self._member = member
        self._here = here

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Busy:
        start, end, linked, title, is_all_day = self._rows[index]
        span = TimeSpan(instant_of(start), instant_of(end))
        what = self._what(span, linked, title, is_all_day)
        return Busy(span, BusyKind.ICLOUD, what, server_name=self._server_names[linked])

    def _what(self, span: TimeSpan, linked: int, title: str, is_all_day: int) -> str:
        if self._member.hide_details:
            return HIDDEN
        name, title = self._linked[linked].name, title or Message("Untitled event")
        if is_all_day:
            return Message("{calendar}: {title} (all day)", calendar=name, title=title)
        event = title_and_time(title, span, self._member.zone, self._here)
        return Message("{calendar}: {event}", calendar=name, event=event)
