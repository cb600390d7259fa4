"""How one entry reads: title, when, where, the spoken sentence and the tooltip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.english import offset_if_doubled
from lcdesk.model.domain.events import (
    HIDDEN,
    AgendaEntry,
    EntryKind,
    Origin,
    Status,
    SyncState,
)
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.wall_spans import OnWall, banner_days, is_banner
from lcdesk.ui.look.as_typed import as_line, letters_of
from lcdesk.ui.week.week import AND
from lcdesk.ui.wording.labels import (
    Forms,
    city_of_zone,
    status_name,
    sync_words,
    tr,
    tr_of,
    words_of_cancelled,
)
from lcdesk.ui.wording.messages import name_list

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Seats:
    """How full a class session is."""

    taken: int
    all: int


@dataclass(frozen=True, slots=True)
class EntryWords:
    """Words for the entries of one view: who is who, how times are written, in which zone."""

    directory: Directory
    contacts: Mapping[int, Contact]
    forms: Forms
    tz: ZoneInfo
    _kept: dict[tuple[object, ...], str] = field(default_factory=dict, repr=False, compare=False)

    def describe(
        self, entry: AgendaEntry, wall: OnWall, seats: Seats | None = None
    ) -> EntryDescription:
        """What is said of an entry when somebody asks."""
        return EntryDescription(self, entry, wall, seats)

    def title(self, entry: AgendaEntry, seats: Seats | None = None) -> str:
        """What stands first in the block."""
        if seats is not None:
            text = tr("{title} {taken} of {all}")
            return text.format(title=as_line(entry.title), taken=seats.taken, all=seats.all)
        if entry.is_private:
            return tr(HIDDEN)
        if entry.title:
            return as_line(entry.title)
        return tr("Untitled event") if entry.origin is Origin.ICLOUD else tr("Blocked")

    def when(self, entry: AgendaEntry, wall: OnWall) -> str:
        """The times in few words: "14:00 – 15:00"; empty for whole days."""
        if entry.all_day is not None:
            return ""
        if wall.length < _MINUTE:
            return self.forms.time(wall.start)
        return self.forms.time_range(wall.start, wall.end)

    def when_drawn(self, entry: AgendaEntry, wall: OnWall) -> str:
        """The times, and whether the event is tentative: "14:00 – 15:00 · tentative"."""
        parts = (self.when(entry, wall), tr("tentative") if entry.tentative else "")
        return AND.join(part for part in parts if part)

    def when_in_full(self, entry: AgendaEntry, wall: OnWall) -> str:
        """Day and times: "Tuesday 17 November, 14:00 – 15:00"."""
        if is_banner(wall, entry.all_day):
            return self._many_days(entry, wall)
        text = f"{self.forms.day(wall.first)}, {self._times_in_full(entry, wall)}"
        if entry.zone == self.tz.key:
            return text
        own = OnWall.of(entry.span, zone(entry.zone))
        if (own.start, own.end) == (wall.start, wall.end):
            return text
        times = self.forms.time_range(own.start, own.end)
        elsewhere = tr("{times} in {place}").format(times=times, place=city_of_zone(entry.zone))
        return f"{text} ({elsewhere})"

    def _times_in_full(self, entry: AgendaEntry, wall: OnWall) -> str:
        """The times; in an hour that the clocks show twice with the offset of its pass."""
        span = entry.span
        passes = [offset_if_doubled(end.astimezone(self.tz)) for end in (span.start, span.end)]
        if not any(passes) or wall.length < _MINUTE:
            return self.when(entry, wall)
        ends = zip((wall.start, wall.end), passes, strict=True)
        return " – ".join(f"{self.forms.time(minute)}{offset}" for minute, offset in ends)

    def who_and_where(self, entry: AgendaEntry) -> str:
        """Who and where, below the times."""
        return AND.join(part for part in (self._short_who(entry), self.where(entry)) if part)

    def where(self, entry: AgendaEntry) -> str:
        """The first line of the location; empty where there is none."""
        return as_line(entry.location.strip().partition("\n")[0])

    def source(self, entry: AgendaEntry) -> str:
        """Where the entry comes from: "From calendar Family in iCloud. Read only."."""
        if entry.origin is Origin.ICLOUD:
            return self._mirrored_source(entry)
        if entry.kind is EntryKind.BLOCKED:
            return tr("Blocked by hand. Stays on this computer.")
        calendar = self.directory.calendars.get(entry.calendar or 0)
        return "" if calendar is None else calendar.name

    def sync(self, entry: AgendaEntry) -> str:
        """How it stands with iCloud; simple calendars say why they never go there."""
        if entry.kind is EntryKind.BLOCKED:
            is_gone = entry.sync is SyncState.GONE
            return sync_words(entry.sync, self.other_side(entry)) if is_gone else ""
        calendar = self.directory.calendars.get(entry.calendar or 0)
        if calendar is not None and calendar.kind is CalendarKind.SIMPLE:
            return tr("Simple calendars stay on this computer.")
        is_ended = entry.status is not None and not entry.status.takes_time
        if is_ended and entry.sync is SyncState.CONFLICT:
            return words_of_cancelled(self.other_side(entry))
        if entry.moved_to:
            return tr("Moved to the calendar “{calendar}”, kept here.").format(
                calendar=as_line(entry.moved_to)
            )
        return sync_words(entry.sync, self.other_side(entry))

    def other_side(self, entry: AgendaEntry) -> PlaceName:
        """Where a mirrored event was made, or an appointment is written."""
        if entry.kind is EntryKind.BLOCKED:
            return self.directory.server_name_of_linked(entry.linked)
        return self.directory.server_name_of_staff(entry.staff)

    def travel(self, entry: AgendaEntry) -> str:
        """From when travel before it takes time: "Travel before it from 11:30."; else empty."""
        if entry.busy_from is None:
            return ""
        time = self.forms.time(wall_minute(entry.busy_from, self.tz))
        first = local_day(entry.busy_from, self.tz)
        if first != local_day(entry.span.start, self.tz):
            day = self.forms.day(first)
            return tr("Travel before it from {day}, {time}.").format(day=day, time=time)
        return tr("Travel before it from {time}.").format(time=time)

    def travel_times(self, entry: AgendaEntry) -> str:
        """From when to when travel before it takes time; empty where there is none."""
        if entry.busy_from is None:
            return ""
        ends = (entry.busy_from, entry.span.start)
        return self.forms.time_range(*(wall_minute(end, self.tz) for end in ends))

    def people(self, entries: Sequence[AgendaEntry]) -> list[str]:
        """The names of the contacts of these entries."""
        ids = (who for entry in entries for who in entry.contacts)
        return [as_line(self.contacts[who].name) for who in ids if who in self.contacts]

    def _many_days(self, entry: AgendaEntry, wall: OnWall) -> str:
        first, last = banner_days(wall, entry.all_day)
        if first != last:
            return f"{self.forms.day(first)} – {self.forms.day(last)}"
        return tr("{day}, all day").format(day=self.forms.day(first))

    def spoken_when(self, entry: AgendaEntry, wall: OnWall) -> str:
        if is_banner(wall, entry.all_day):
            return self._many_days(entry, wall)
        return self.forms.spoken(wall.first, wall.start, wall.end)

    def _mirrored_source(self, entry: AgendaEntry) -> str:
        key = ("source", entry.linked, entry.busy)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._made_source(entry)
        return found

    def _made_source(self, entry: AgendaEntry) -> str:
        linked = self.directory.linked.get(entry.linked or 0)
        if linked is None:
            return ""
        server_name = self.other_side(entry)
        parts = [tr_of("From calendar {name} {there}.", server_name, name=linked.name)]
        if linked.role is Role.CONFLICT:
            parts.append(tr("Read only."))
        if not entry.busy:
            parts.append(tr("Blocks nothing."))
        return " ".join(parts)

    def who(self, entry: AgendaEntry) -> str:
        key = ("who", entry.staff)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = name_list(self.directory.names(entry.staff))
        return found

    def _short_who(self, entry: AgendaEntry) -> str:
        key = ("short", entry.staff)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = ", ".join(self.directory.short_names(entry.staff))
        return found

    def initials(self, entry: AgendaEntry) -> str:
        """Of the staff members who take part, for blocks too narrow for their names."""
        key = ("initials", entry.staff)
        found = self._kept.get(key)
        if found is None:
            names = self.directory.names(entry.staff)
            found = self._kept[key] = " ".join(map(_initials, names))
        return found

    def state(self, entry: AgendaEntry) -> str:
        if entry.declined:
            return tr("Declined")
        if entry.tentative:
            return tr("Tentative")
        if entry.status in (None, Status.CONFIRMED):
            return ""
        return status_name(entry.status)


def _initials(name: str) -> str:
    """ "AB" for Ana Berg."""
    words = letters_of(as_line(name)).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@dataclass(frozen=True, slots=True)
class EntryDescription:
    """The long texts of one entry, made when they are read."""

    words: EntryWords
    entry: AgendaEntry
    wall: OnWall
    seats: Seats | None = None

    @property
    def spoken(self) -> str:
        """What, who, when, where and how it stands, in one sentence."""
        words, entry = self.words, self.entry
        title = words.title(entry, self.seats)
        parts = (
            title,
            *(name for name in words.people([entry]) if name not in title),
            words.spoken_when(entry, self.wall),
            words.travel(entry),
            words.who(entry),
            words.state(entry),
            words.sync(entry) or words.source(entry),
        )
        return ", ".join(part.rstrip(".") for part in parts if part)

    @property
    def tooltip(self) -> str:
        """The same and more, a line each."""
        words, entry = self.words, self.entry
        lines = (
            words.title(entry, self.seats),
            words.when_in_full(entry, self.wall),
            words.travel(entry),
            words.who_and_where(entry),
            words.state(entry),
            words.source(entry),
            words.sync(entry),
        )
        return "\n".join(line for line in lines if line)
