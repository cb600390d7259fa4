"""Turns agenda entries into the `Week` that the grid draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status, SyncState
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import wall_minute, zone
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.days import (
    day_columns,
    days_title,
    hour_labels_elsewhere,
    week_number,
)
from lcdesk.ui.viewmodels.directory import Directory
from lcdesk.ui.viewmodels.entry_words import EntryWords, Seats
from lcdesk.ui.viewmodels.pieces import banner_days, is_banner, pieces
from lcdesk.ui.viewmodels.shading import open_hours
from lcdesk.ui.viewmodels.shown import Days, Shown
from lcdesk.ui.viewmodels.week import Badge, Banner, Block, BlockKind, Week
from lcdesk.ui.viewmodels.wording import place_of_zone, tr

NEUTRAL = "#8e8e93"

_BADGES = {
    SyncState.LOCAL: Badge.NONE,
    SyncState.PENDING: Badge.WAITING,
    SyncState.SYNCED: Badge.SYNCED,
    SyncState.CONFLICT: Badge.CONFLICT,
    SyncState.GONE: Badge.GONE,
    SyncState.HELD: Badge.HELD,
    SyncState.FAILED: Badge.FAILED,
}


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
    """What a week is made for: the days, the choice, the people, the moment and the zones."""

    directory: Directory
    shown: Shown
    days: Days
    now: datetime
    zone: str
    second_zone: str
    words: LocaleFormat

    @property
    def tz(self) -> ZoneInfo:
        """The zone to show."""
        return zone(self.zone)


def make_week(groups: Sequence[Group], contacts: Mapping[int, Contact], scope: Scope) -> Week:
    """The groups as boxes and banners on the scope's days."""
    tz, words, days = scope.tz, scope.words, scope.days
    drawn = _Drawing(scope, EntryWords(scope.directory, contacts, words, tz))
    here = scope.now.astimezone(tz)
    today = here.date()
    columns = day_columns(days, today, words, open_hours(scope.directory, scope.shown, days, tz))
    week = Week(
        days=columns,
        blocks=tuple(block for group in groups for block in drawn.blocks(group)),
        banners=tuple(banner for group in groups for banner in drawn.banners(group)),
        now=(today, wall_minute(scope.now, tz)) if today in days else None,
        hour_labels=words.hour_labels(),
        title=days_title(days, words),
        week_number=week_number(days, words),
        empty_hint=_empty_hint(scope),
    )
    return _with_zones(week, scope)


def groups_of(
    entries: Iterable[AgendaEntry], directory: Directory, shown: Shown
) -> tuple[Group, ...]:
    """The entries to show, with the seats of each class session taken together."""
    alone: list[Group] = []
    sessions: dict[str, list[AgendaEntry]] = {}
    for entry in entries:
        if not is_shown(entry, directory, shown):
            continue
        if _is_class(entry, directory):
            sessions.setdefault(entry.session, []).append(entry)
        else:
            alone.append(Group(_block_id(entry), (entry,)))
    return (*alone, *(_session(seats, directory) for seats in sessions.values()))


def is_shown(entry: AgendaEntry, directory: Directory, shown: Shown) -> bool:
    """Whether the person chose to see it."""
    if entry.calendar is not None:
        calendar = directory.calendars.get(entry.calendar)
        if calendar is None or not shown.shows_calendar(calendar):
            return False
        return not entry.staff or bool(set(entry.staff) - shown.hidden_staff)
    visible = {one.id for one in directory.shown_staff(shown)}
    return bool(visible & set(entry.staff))


def _is_class(entry: AgendaEntry, directory: Directory) -> bool:
    calendar = directory.calendars.get(entry.calendar or 0)
    return bool(entry.session) and calendar is not None and calendar.kind is CalendarKind.CLASS


def _session(seats: list[AgendaEntry], directory: Directory) -> Group:
    living = [one for one in seats if one.status is not None and one.status.takes_time]
    ordered = (*living, *(one for one in seats if one not in living))
    calendar = directory.calendars[ordered[0].calendar or 0]
    return Group(ordered[0].id, ordered, Seats(len(living), calendar.seats))


def _block_id(entry: AgendaEntry) -> str:
    """Occurrences of one series share the entry's id; on the grid each can be selected."""
    return f"{entry.id}@{entry.span.start:%Y%m%dT%H%M}" if entry.recurring else entry.id


@dataclass(frozen=True, slots=True)
class _Drawing:
    scope: Scope
    texts: EntryWords

    def blocks(self, group: Group) -> list[Block]:
        lead, tz = group.lead, self.scope.tz
        if is_banner(lead.span, lead.all_day):
            return []
        parts = [one for one in pieces(lead.span, tz) if one.day in self.scope.days]
        if not parts:
            return []
        title = self.texts.title(lead, group.seats)
        whole = Block(
            id=group.id,
            day=parts[0].day,
            start=0,
            end=0,
            title=title,
            when=self.texts.when(lead),
            place=self.texts.place(lead),
            spoken=self.texts.spoken(lead, title),
            tooltip=self.texts.tooltip(lead, title),
            colour=self._colour(lead),
            kind=_block_kind(lead),
            badge=_badge(lead),
            locked=lead.read_only,
            light=lead.tentative or (not lead.busy and lead.origin is Origin.ICLOUD),
            hatched=lead.status is Status.NEW,
            struck=_is_struck(lead),
            past=lead.span.end <= self.scope.now,
        )
        return [
            replace(
                whole,
                day=part.day,
                start=part.start,
                end=part.end,
                continues_before=part.before,
                continues_after=part.after,
            )
            for part in parts
        ]

    def banners(self, group: Group) -> list[Banner]:
        lead = group.lead
        if not is_banner(lead.span, lead.all_day):
            return []
        first, last = banner_days(lead.span, lead.all_day, self.scope.tz)
        if last < self.scope.days.first or first > self.scope.days.last:
            return []
        title = self.texts.title(lead, group.seats)
        return [
            Banner(
                id=group.id,
                first=first,
                last=last,
                title=_with_start(title, lead, self.texts),
                spoken=self.texts.spoken(lead, title),
                tooltip=self.texts.tooltip(lead, title),
                colour=self._colour(lead),
                kind=_block_kind(lead),
                badge=_badge(lead),
                locked=lead.read_only,
                light=lead.tentative or (not lead.busy and lead.origin is Origin.ICLOUD),
                struck=_is_struck(lead),
            )
        ]

    def _colour(self, entry: AgendaEntry) -> str:
        if entry.calendar is not None:
            return self.scope.directory.calendars[entry.calendar].colour
        linked = self.scope.directory.linked.get(entry.linked or 0)
        return NEUTRAL if linked is None else linked.colour


def _with_start(title: str, entry: AgendaEntry, texts: EntryWords) -> str:
    return title if entry.all_day is not None else f"{title}  {texts.when(entry)}"


def _block_kind(entry: AgendaEntry) -> BlockKind:
    if entry.kind is EntryKind.APPOINTMENT:
        return BlockKind.APPOINTMENT
    return BlockKind.MIRRORED if entry.origin is Origin.ICLOUD else BlockKind.BLOCKED


def _badge(entry: AgendaEntry) -> Badge:
    """A mirrored event is in iCloud by its nature; only its deletion there is worth a sign."""
    if entry.kind is EntryKind.BLOCKED:
        return Badge.GONE if entry.sync is SyncState.GONE else Badge.NONE
    return _BADGES[entry.sync]


def _is_struck(entry: AgendaEntry) -> bool:
    return entry.declined or entry.status in (Status.CANCELLED, Status.INVALID)


def _empty_hint(scope: Scope) -> str:
    if not scope.directory.shown_calendars(scope.shown):
        return (
            tr("No calendar is shown. Tick one in the sidebar.")
            if scope.directory.calendars
            else ""
        )
    return tr("No bookings here. Double-click a free time to book one.")


def _with_zones(week: Week, scope: Scope) -> Week:
    """Label the time axis where the zone is not the computer's, and add the computer's own."""
    if not scope.second_zone or scope.second_zone == scope.zone:
        return week
    labels = hour_labels_elsewhere(_noon_day(scope), scope.tz, zone(scope.second_zone), scope.words)
    return replace(
        week,
        zone=place_of_zone(scope.zone),
        second_zone=place_of_zone(scope.second_zone),
        second_hour_labels=labels,
    )


def _noon_day(scope: Scope) -> date:
    today = scope.now.astimezone(scope.tz).date()
    return today if today in scope.days else scope.days.first
