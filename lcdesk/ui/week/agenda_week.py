"""Turns agenda entries into the `Week` that the grid draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import wall_minute, zone
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import Days, ViewFilter
from lcdesk.ui.context.wall_spans import (
    OnWall,
    Piece,
    banner_days,
    fills_days,
    is_banner,
    pieces,
)
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.buffers import edges_of
from lcdesk.ui.week.days import (
    TOGETHER,
    Members,
    day_columns,
    days_title,
    hour_labels_elsewhere,
    note_of_other_hours,
    open_hours,
    week_number,
)
from lcdesk.ui.week.entry_look import look_of
from lcdesk.ui.week.entry_words import EntryWords, Seats
from lcdesk.ui.week.week import NOBODY, Banner, Block, Week, entry_of, travel_id
from lcdesk.ui.wording.labels import city_of_zone, kind_name, tr


@dataclass(frozen=True, slots=True)
class Group:
    """What is drawn as one: an entry, or all seats of one class session. Never empty."""

    id: str
    entries: tuple[AgendaEntry, ...]
    seats: Seats | None = None

    @property
    def lead(self) -> AgendaEntry:
        """The entry that stands for all."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a week is made for: the days, the choice, the people, the moment and the zones.

    `by_member` asks for the days of each staff member beside those of the next.
    """

    directory: Directory
    shown: ViewFilter
    days: Days
    now: datetime
    zone: str
    second_zone: str
    by_member: bool = False

    @property
    def key(self) -> tuple[Days, str, bool]:
        """Weeks of one key differ only in what they are made of."""
        return self.days, self.zone, self.by_member

    @property
    def tz(self) -> ZoneInfo:
        """The zone to show."""
        return zone(self.zone)


@dataclass(frozen=True, slots=True)
class MadeWeek:
    """A week ready to draw, what its boxes stand for by id, and how those read."""

    week: Week
    groups: Mapping[str, Group]
    texts: EntryWords


def make_week(groups: Sequence[Group], texts: EntryWords, scope: Scope) -> Week:
    """The groups as boxes and banners on the scope's days."""
    tz, locale, days = scope.tz, texts.forms.locale, scope.days
    today = scope.now.astimezone(tz).date()
    members = members_of(groups, scope)
    drawing = _Drawing(scope, texts, days.first, days.last, members)
    blocks: list[Block] = []
    banners: list[Banner] = []
    for group in groups:
        drawing.add(group, blocks, banners)
    opened = open_hours(scope.directory, scope.shown, days, tz, members)
    week = Week(
        days=day_columns(days, today, locale, opened, members),
        blocks=tuple(blocks),
        banners=tuple(banners),
        now=(today, wall_minute(scope.now, tz)) if today in days else None,
        hour_labels=locale.hour_labels(),
        title=days_title(days, locale),
        week_number=week_number(days, locale),
        empty_hint=_empty_hint(scope),
        month=days.month,
    )
    return _with_zones(week, scope, locale)


def members_of(groups: Iterable[Group], scope: Scope) -> Members:
    """Whose columns stand side by side: the staff members shown, and one for what takes none."""
    if not scope.by_member:
        return TOGETHER
    directory, shown = scope.directory, scope.shown
    members: dict[int | None, str] = {
        member.id: member.name for member in directory.shown_staff(shown)
    }
    kinds = {calendar.kind for calendar in directory.shown_calendars(shown)}
    if CalendarKind.SIMPLE in kinds:
        members[NOBODY] = kind_name(CalendarKind.SIMPLE)
    elif any(members.keys().isdisjoint(group.lead.staff) for group in groups):
        members[NOBODY] = tr("Others")
    return members if len(members) > 1 else TOGETHER


def groups_of(
    entries: Iterable[AgendaEntry], directory: Directory, shown: ViewFilter
) -> tuple[Group, ...]:
    """The entries to show, with the seats of each class session taken together."""
    alone: list[Group] = []
    sessions: dict[str, list[AgendaEntry]] = {}
    members = frozenset(member.id for member in directory.shown_staff(shown))
    hides = shown.hides_cancelled
    for entry in entries:
        if not _is_shown(entry, directory, shown, members):
            continue
        if _is_class(entry, directory):
            sessions.setdefault(entry.session, []).append(entry)
        else:
            alone.append(Group(_block_id(entry), (entry,)))
    groups = (*alone, *(_session(seats, directory) for seats in sessions.values()))
    return tuple(group for group in groups if not _is_ended(group)) if hides else groups


def _is_ended(group: Group) -> bool:
    status = group.lead.status
    return status is not None and not status.takes_time


def with_pale(week: Week, entry: str) -> Week:
    """The week with one entry as pale as what is past: it was cut and is still to be pasted."""
    blocks = tuple(
        replace(block, past=True) if entry_of(block.id) == entry else block for block in week.blocks
    )
    banners = tuple(
        replace(banner, tentative=True) if banner.id == entry else banner for banner in week.banners
    )
    return replace(week, blocks=blocks, banners=banners)


def _is_shown(
    entry: AgendaEntry, directory: Directory, shown: ViewFilter, members: frozenset[int]
) -> bool:
    """Whether the person chose to see it; `members` are the staff members who are shown."""
    if entry.calendar is not None:
        calendar = directory.calendars.get(entry.calendar)
        if calendar is None or not shown.shows_calendar(calendar):
            return False
        return not entry.staff or bool(set(entry.staff) - shown.hidden_staff)
    return not members.isdisjoint(entry.staff)


def _is_class(entry: AgendaEntry, directory: Directory) -> bool:
    calendar = directory.calendars.get(entry.calendar or 0)
    return bool(entry.session) and calendar is not None and calendar.kind is CalendarKind.CLASS


def _session(seats: list[AgendaEntry], directory: Directory) -> Group:
    living = [entry for entry in seats if entry.status is not None and entry.status.takes_time]
    ordered = (*living, *(entry for entry in seats if entry not in living))
    calendar = directory.calendars[ordered[0].calendar or 0]
    return Group(ordered[0].id, ordered, Seats(len(living), calendar.seats))


def _block_id(entry: AgendaEntry) -> str:
    """Occurrences of a mirrored series share the entry's id; on the grid each can be selected."""
    shares = entry.recurring and entry.kind is EntryKind.BLOCKED
    return f"{entry.id}@{entry.span.start.isoformat()}" if shares else entry.id


@dataclass(frozen=True, slots=True)
class _Drawing:
    scope: Scope
    texts: EntryWords
    first: date
    last: date
    members: Members

    def add(self, group: Group, blocks: list[Block], banners: list[Banner]) -> None:
        """Draw a group where it belongs, as far as it lies on the days shown."""
        lead = group.lead
        wall = OnWall.of(lead.span, self.scope.tz)
        drawn = list(self._travels(group, wall))
        if is_banner(wall, lead.all_day):
            first, last = banner_days(wall, lead.all_day)
            if last >= self.first and first <= self.last:
                banner = self._banner(group, wall, first, last)
                banners.extend(replace(banner, member=member) for member in self._keepers(lead))
        else:
            parts = [piece for piece in pieces(wall) if self.first <= piece.day <= self.last]
            drawn += [self._block(group, wall, part) for part in parts]
        if self.members is TOGETHER:
            blocks.extend(drawn)
        else:
            for member in self._keepers(lead):
                blocks.extend(replace(block, member=member) for block in drawn)

    def _keepers(self, lead: AgendaEntry) -> tuple[int | None, ...]:
        """In whose columns it stands: of everybody shown who takes part."""
        if self.members is TOGETHER:
            return (None,)
        return tuple(member for member in self.members if member in lead.staff) or (NOBODY,)

    def _block(self, group: Group, wall: OnWall, part: Piece) -> Block:
        lead, texts = group.lead, self.texts
        directory = self.scope.directory
        look = look_of(lead, directory)
        edges = edges_of(lead, directory.calendars.get(lead.calendar or 0), part)
        return Block(
            id=group.id,
            day=part.day,
            start=part.start,
            end=part.end,
            title=texts.title(lead, group.seats),
            when=texts.when_drawn(lead, wall),
            details=self._details(lead),
            description=texts.describe(lead, wall, group.seats),
            colour=look.colour,
            kind=look.kind,
            badge=look.badge,
            locked=look.locked,
            free=look.free,
            tentative=look.tentative,
            struck=look.struck,
            absent=look.absent,
            before=edges.before,
            after=edges.after,
            processing=edges.processing,
            initials=self._initials(lead),
            repeats=lead.series is not None or lead.recurring,
            past=lead.span.end <= self.scope.now,
            continues_before=part.before,
            continues_after=part.after,
            travel=self._travel(lead, wall, part),
        )

    def _details(self, lead: AgendaEntry) -> str:
        """Who and where; in the column of the only one who takes part, where alone."""
        is_said = self.members is not TOGETHER and len(lead.staff) == 1
        return self.texts.where(lead) if is_said else self.texts.who_and_where(lead)

    def _initials(self, lead: AgendaEntry) -> str:
        is_said = self.members is not TOGETHER and len(lead.staff) == 1
        return "" if is_said else self.texts.initials(lead)

    def _travels(self, group: Group, wall: OnWall) -> Iterator[Block]:
        """The travel before an entry, on the days where the entry itself draws none."""
        lead = group.lead
        if lead.busy_from is None:
            return
        on_its_day = not is_banner(wall, lead.all_day)
        travel = OnWall.of(TimeSpan(lead.busy_from, lead.span.start), self.scope.tz)
        for part in pieces(travel):
            is_shown = self.first <= part.day <= self.last
            if is_shown and not (on_its_day and part.day == wall.first):
                whole = self._block(group, wall, part)
                yield replace(
                    whole,
                    id=travel_id(group.id),
                    title=tr("Travel: {title}").format(title=whole.title),
                    when=self.texts.travel_times(lead),
                    details="",
                    initials="",
                    is_travel=True,
                    continues_after=True,
                )

    def _travel(self, lead: AgendaEntry, wall: OnWall, part: Piece) -> int:
        """Minutes on the wall of the travel before it, as far as they lie on the same day."""
        if lead.busy_from is None or part.before or is_banner(wall, lead.all_day):
            return 0
        begins = lead.busy_from.astimezone(self.scope.tz)
        minute = begins.hour * 60 + begins.minute if begins.date() == part.day else 0
        return max(part.start - minute, 0)

    def _banner(self, group: Group, wall: OnWall, first: date, last: date) -> Banner:
        lead, texts = group.lead, self.texts
        look = look_of(lead, self.scope.directory)
        title, when = texts.title(lead, group.seats), texts.when_drawn(lead, wall)
        has_times = bool(when) and (wall.start, wall.end) != (0, 0)
        return Banner(
            id=group.id,
            first=first,
            last=last,
            title=f"{title}  {when}" if has_times else title,
            start=0 if lead.all_day is not None else wall.start,
            description=texts.describe(lead, wall, group.seats),
            colour=look.colour,
            kind=look.kind,
            badge=look.badge,
            locked=look.locked,
            free=look.free,
            tentative=look.tentative,
            struck=look.struck,
            absent=look.absent,
            keeps_length=not fills_days(lead, wall),
        )


def _empty_hint(scope: Scope) -> str:
    if not scope.directory.shown_calendars(scope.shown):
        return (
            tr("No calendar is shown. Tick one in the sidebar.")
            if scope.directory.calendars
            else ""
        )
    if scope.days.month is not None:
        return tr("No bookings in these weeks. Double-click a day to book one.")
    return tr("No bookings here. Double-click a free time to book one.")


def _with_zones(week: Week, scope: Scope, locale: LocaleFormat) -> Week:
    """Label the time axis where the zone is not the computer's, and add the computer's own."""
    if not scope.second_zone or scope.second_zone == scope.zone:
        return week
    labelled, there = _noon_day(scope), zone(scope.second_zone)
    labels = hour_labels_elsewhere(labelled, scope.tz, there, locale)
    return replace(
        week,
        zone=city_of_zone(scope.zone),
        second_zone=city_of_zone(scope.second_zone),
        second_hour_labels=labels,
        second_zone_note=note_of_other_hours(scope.days, labelled, scope.tz, there, locale),
    )


def _noon_day(scope: Scope) -> date:
    today = scope.now.astimezone(scope.tz).date()
    return today if today in scope.days else scope.days.first
