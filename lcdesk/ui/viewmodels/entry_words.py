"""How one entry reads: title, when, where, the spoken sentence and the tooltip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status, SyncState
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.directory import Directory
from lcdesk.ui.viewmodels.pieces import banner_days, is_banner
from lcdesk.ui.viewmodels.wording import joined, place_of_zone, status_name, sync_words, tr

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
    words: LocaleFormat
    tz: ZoneInfo

    def title(self, entry: AgendaEntry, seats: Seats | None = None) -> str:
        """What stands first in the block."""
        if seats is not None:
            text = tr("{title}  {taken} of {all}")
            return text.format(title=entry.title, taken=seats.taken, all=seats.all)
        if self.hides(entry):
            return tr("Busy")
        if entry.title:
            return entry.title
        return tr("Untitled event") if entry.origin is Origin.ICLOUD else tr("Blocked")

    def hides(self, entry: AgendaEntry) -> bool:
        """Whether the staff member keeps the details of iCloud events private."""
        if entry.origin is not Origin.ICLOUD:
            return False
        return any(
            self.directory.staff[one].hide_details
            for one in entry.staff
            if one in self.directory.staff
        )

    def when(self, entry: AgendaEntry) -> str:
        """The times in few words: "14:00 – 15:00"; empty for whole days."""
        if entry.all_day is not None:
            return ""
        start = wall_minute(entry.span.start, self.tz)
        if entry.span.length < _MINUTE:
            return self.words.time(start)
        return self.words.time_range(start, wall_minute(entry.span.end, self.tz))

    def when_in_full(self, entry: AgendaEntry) -> str:
        """Day and times: "Tuesday 17 November, 14:00 – 15:00"."""
        if is_banner(entry.span, entry.all_day):
            first, last = banner_days(entry.span, entry.all_day, self.tz)
            if first != last:
                return f"{self.words.day(first)} – {self.words.day(last)}"
            return tr("{day}, all day").format(day=self.words.day(first))
        day = self.words.day(local_day(entry.span.start, self.tz))
        text = f"{day}, {self.when(entry)}"
        return text if self._is_in_zone(entry) else f"{text} ({self._times_elsewhere(entry)})"

    def place(self, entry: AgendaEntry) -> str:
        """Who and where, below the times."""
        where = "" if self.hides(entry) else entry.location
        who = ", ".join(self.directory.short_names(entry.staff))
        return " · ".join(part for part in (who, _first_line(where)) if part)

    def source(self, entry: AgendaEntry) -> str:
        """Where the entry comes from: "From iCloud calendar Family. Read only."."""
        if entry.origin is Origin.ICLOUD:
            return self._mirrored_source(entry)
        if entry.kind is EntryKind.BLOCKED:
            return tr("Blocked by hand. Stays on this computer.")
        calendar = self.directory.calendars.get(entry.calendar or 0)
        return "" if calendar is None else calendar.name

    def sync(self, entry: AgendaEntry) -> str:
        """How it stands with iCloud; simple calendars say why they never go there."""
        if entry.kind is EntryKind.BLOCKED:
            return sync_words(entry.sync) if entry.sync is SyncState.GONE else ""
        calendar = self.directory.calendars.get(entry.calendar or 0)
        if calendar is not None and calendar.kind is CalendarKind.SIMPLE:
            return tr("Simple calendars stay on this computer.")
        return sync_words(entry.sync)

    def people(self, entries: Sequence[AgendaEntry]) -> list[str]:
        """The names of the contacts of these entries."""
        ids = (who for entry in entries for who in entry.contacts)
        return [self.contacts[who].name for who in ids if who in self.contacts]

    def spoken(self, entry: AgendaEntry, title: str) -> str:
        """The whole entry as one sentence for a screen reader."""
        parts = [title]
        parts += [name for name in self.people([entry]) if name not in title]
        parts.append(self._spoken_when(entry))
        parts += [self._who(entry), self._state(entry), self.sync(entry) or self.source(entry)]
        return ", ".join(part.rstrip(".") for part in parts if part)

    def tooltip(self, entry: AgendaEntry, title: str) -> str:
        """The full text, line by line."""
        lines = [title, self.when_in_full(entry), self.place(entry), self._state(entry)]
        lines += [self.source(entry), self.sync(entry)]
        return "\n".join(line for line in lines if line)

    def _mirrored_source(self, entry: AgendaEntry) -> str:
        linked = self.directory.linked.get(entry.linked or 0)
        if linked is None:
            return ""
        text = tr("From {source} calendar {name}.")
        sentence = text.format(source=self._provider(linked.account), name=linked.name)
        if linked.role is Role.CONFLICT:
            sentence += " " + tr("Read only.")
        return sentence if entry.busy else sentence + " " + tr("Free: blocks nothing.")

    def _provider(self, account_id: int) -> str:
        account = self.directory.accounts.get(account_id)
        return "iCloud" if account is None or not account.server else tr("linked")

    def _who(self, entry: AgendaEntry) -> str:
        return joined(self.directory.names(entry.staff))

    def _state(self, entry: AgendaEntry) -> str:
        if entry.declined:
            return tr("Declined")
        if entry.tentative:
            return tr("Tentative")
        if entry.status in (None, Status.CONFIRMED):
            return ""
        return status_name(entry.status)

    def _spoken_when(self, entry: AgendaEntry) -> str:
        if is_banner(entry.span, entry.all_day):
            return self.when_in_full(entry)
        start, end = entry.span.start, entry.span.end
        return tr("{day}, {start} to {end}").format(
            day=self.words.day(local_day(start, self.tz)),
            start=self.words.time(wall_minute(start, self.tz)),
            end=self.words.time(wall_minute(end, self.tz)),
        )

    def _is_in_zone(self, entry: AgendaEntry) -> bool:
        own = zone(entry.zone)
        return all(
            at.astimezone(own).utcoffset() == at.astimezone(self.tz).utcoffset()
            for at in (entry.span.start, entry.span.end)
        )

    def _times_elsewhere(self, entry: AgendaEntry) -> str:
        own = zone(entry.zone)
        start, end = wall_minute(entry.span.start, own), wall_minute(entry.span.end, own)
        times = self.words.time_range(start, end)
        return tr("{times} in {place}").format(times=times, place=place_of_zone(entry.zone))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip()
