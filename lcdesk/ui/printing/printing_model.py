"""What a printout holds: read from the store for the days asked, filtered as the window is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.database import Database
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.view_filter import DayMode, Days, days_around
from lcdesk.ui.context.wall_spans import OnWall, banner_days, is_banner
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.printing import pages
from lcdesk.ui.printing.pages import Row, Section
from lcdesk.ui.week.agenda_week import Group, MadeWeek, Scope
from lcdesk.ui.week.days import open_hours
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.week import Column, Week
from lcdesk.ui.week.week_cache_model import put_into_words, read_stack
from lcdesk.ui.wording.labels import Forms, mark, tr
from lcdesk.ui.wording.messages import name_list

MOST_DAYS = 92  # of one printout


class Form(StrEnum):
    """How the days are put on paper."""

    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"
    DAY_SHEETS = "day_sheets"
    CLASS_LISTS = "class_lists"

    @property
    def is_drawn(self) -> bool:
        """Whether it is a calendar, and no list."""
        return self in (Form.WEEK, Form.MONTH)


NAMES = {
    Form.WEEK: mark("Week"),
    Form.MONTH: mark("Month"),
    Form.AGENDA: mark("Agenda"),
    Form.DAY_SHEETS: mark("Day sheet for each staff member"),
    Form.CLASS_LISTS: mark("Class lists to tick"),
}


class Printing:
    """Reads what is to be printed; it draws nothing."""

    def __init__(self, database: Database, context: Context) -> None:
        self._database = database
        self._context = context
        self._forms = Forms(context.locale)

    def title(self, form: Form, days: Days) -> str:
        """What stands on top of the pages of a list."""
        span = self._context.locale.range_title(days.first, days.last)
        return tr("{form}, {days}").format(form=tr(NAMES[form]), days=span)

    def weeks(self, days: Days) -> list[Week]:
        """The weeks that the days lie in, each to be drawn on a page."""
        return [self._read(part).week for part in self._parts(days, DayMode.WEEK)]

    def months(self, days: Days) -> list[Week]:
        """The months that the days lie in."""
        return [self._read(part).week for part in self._parts(days, DayMode.MONTH)]

    def sections(self, form: Form, days: Days) -> list[Section]:
        """The days as a list."""
        made = self._read(days)
        match form:
            case Form.DAY_SHEETS:
                return list(self._day_sheets(made, days))
            case Form.CLASS_LISTS:
                return list(self._class_lists(made, days))
            case _:
                return list(self._agenda(made, days))

    def _parts(self, days: Days, mode: DayMode) -> Iterator[Days]:
        locale, day = self._context.locale, days.first
        while day <= days.last:
            part = days_around(day, mode, locale)
            yield part
            day = _first_after(part, day, mode)

    def _read(self, days: Days) -> MadeWeek:
        context = self._context
        scope = Scope(
            context.directory,
            context.memory.now.shown,
            days,
            context.clock(),
            context.zone_name,
            context.local_zone,
        )
        return put_into_words(read_stack(self._database, days, scope.zone), scope, self._forms)

    @property
    def _beside_time(self) -> int:
        """More of the width of a list for times that say whether it is morning."""
        return 0 if self._forms.locale.is_24_hour else 6

    # --- agenda -----------------------------------------------------------------------------

    def _agenda(self, made: MadeWeek, days: Days) -> Iterator[Section]:
        columns = (
            pages.Column(tr("Time"), 14 + self._beside_time),
            pages.Column(tr("Title"), 25),
            pages.Column(tr("Contact"), 19),
            pages.Column(tr("Calendar"), 15),
            pages.Column(tr("Staff"), 11),
            pages.Column(tr("Place"), 16),
        )
        for day in days.each():
            rows = tuple(self._agenda_row(made.texts, group, day) for group in self._on(made, day))
            if rows:
                yield Section(self._forms.day(day), columns, rows)

    def _agenda_row(self, texts: EntryWords, group: Group, day: date) -> Row:
        lead = group.lead
        return Row(
            (
                self._when(texts, lead, day),
                texts.title(lead, group.seats),
                _reach(texts, lead) if group.seats is None else "",
                self._calendar(lead),
                ", ".join(texts.directory.short_names(lead.staff)),
                as_line(lead.location.strip().partition("\n")[0]),
            ),
            is_struck=_is_struck(group),
            is_quiet=lead.kind is EntryKind.BLOCKED,
        )

    def _calendar(self, entry: AgendaEntry) -> str:
        directory = self._context.directory
        known = directory.calendars.get(entry.calendar or 0) or directory.linked.get(
            entry.linked or 0
        )
        return "" if known is None else known.name

    # --- day sheets -------------------------------------------------------------------------

    def _day_sheets(self, made: MadeWeek, days: Days) -> Iterator[Section]:
        columns = (
            pages.Column(tr("Time"), 13 + self._beside_time),
            pages.Column(tr("Title"), 27),
            pages.Column(tr("Contact"), 24),
            pages.Column(tr("Place"), 15),
            pages.Column(tr("Notes"), 21),
        )
        directory, shown = self._context.directory, self._context.memory.now.shown
        for member in directory.shown_staff(shown):
            hours = self._hours(member, days)
            for day in days.each():
                groups = [group for group in self._on(made, day) if member.id in _staff(group)]
                living = [group for group in groups if not _is_struck(group)]
                if not living and not hours[day]:
                    continue
                yield Section(
                    tr("{name}, {day}").format(name=member.name, day=self._forms.day(day)),
                    columns,
                    tuple(self._sheet_row(made.texts, group, day) for group in living),
                    note=hours[day],
                    nothing=tr("Nothing planned"),
                    starts_page=True,
                )

    def _hours(self, member: StaffMember, days: Days) -> dict[date, str]:
        """When the member works, on the clock that is shown: "09:00 – 13:00, 14:00 – 18:00"."""
        context = self._context
        everybody = replace(context.memory.now.shown, kind=None)
        opened = open_hours(context.directory, everybody, days, context.tz, [member.id])
        return {
            day: ", ".join(
                self._forms.time_range(*stretch) for stretch in opened[Column(day, member.id)]
            )
            for day in days.each()
        }

    def _sheet_row(self, texts: EntryWords, group: Group, day: date) -> Row:
        lead = group.lead
        return Row(
            (
                self._when(texts, lead, day),
                texts.title(lead, group.seats),
                _reach(texts, lead) if group.seats is None else "",
                as_line(lead.location.strip().partition("\n")[0]),
                as_line(lead.notes.strip()),
            ),
            is_quiet=lead.kind is EntryKind.BLOCKED,
        )

    # --- class lists ------------------------------------------------------------------------

    def _class_lists(self, made: MadeWeek, days: Days) -> Iterator[Section]:
        columns = (
            pages.Column(tr("Name"), 34),
            pages.Column(tr("Phone"), 22),
            pages.Column(tr("E-mail"), 28),
            pages.Column(tr("Notes"), 26),
        )
        for day in days.each():
            for group in self._on(made, day):
                if group.seats is None or OnWall.of(group.lead.span, made.texts.tz).first != day:
                    continue
                seats, lead = group.seats, group.lead
                heading = tr("{title}, {when}").format(
                    title=as_line(lead.title), when=self._when_in_full(made.texts, lead)
                )
                yield Section(
                    heading,
                    columns,
                    tuple(_seat(made.texts, seat) for seat in group.entries if _takes_time(seat)),
                    note=tr("{staff}, {taken} of {all} seats").format(
                        staff=name_list(made.texts.directory.names(lead.staff)),
                        taken=seats.taken,
                        all=seats.all,
                    ),
                    nothing=tr("Nobody is booked"),
                )

    # --- words ------------------------------------------------------------------------------

    def _on(self, made: MadeWeek, day: date) -> list[Group]:
        """What lies on a day, all-day entries first."""
        found = [group for group in made.groups.values() if day in _days_of(group, made.texts)]
        return sorted(found, key=lambda group: (group.lead.all_day is None, group.lead.span.start))

    def _when(self, texts: EntryWords, entry: AgendaEntry, day: date) -> str:
        wall = OnWall.of(entry.span, texts.tz)
        if is_banner(wall, entry.all_day):
            return tr("All day")
        if wall.first != day:
            return tr("until {time}").format(time=self._forms.time(wall.end))
        return texts.when(entry, wall)

    def _when_in_full(self, texts: EntryWords, entry: AgendaEntry) -> str:
        return texts.when_in_full(entry, OnWall.of(entry.span, texts.tz))


def _first_after(part: Days, day: date, mode: DayMode) -> date:
    if mode is DayMode.MONTH:
        return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return part.last + timedelta(days=1)


def _days_of(group: Group, texts: EntryWords) -> Days:
    """The days that an entry lies on; what ends at midnight does not lie on the next."""
    first, last = banner_days(OnWall.of(group.lead.span, texts.tz), group.lead.all_day)
    return Days(first, (last - first).days + 1)


def _staff(group: Group) -> set[int]:
    return {member for entry in group.entries for member in entry.staff}


def _takes_time(entry: AgendaEntry) -> bool:
    return entry.status is not None and entry.status.takes_time


def _is_struck(group: Group) -> bool:
    lead = group.lead
    return lead.declined or (lead.status is not None and not lead.status.takes_time)


def _reach(texts: EntryWords, entry: AgendaEntry) -> str:
    """Who comes where the title does not say it, and the number to call."""
    found = [texts.contacts[who] for who in entry.contacts if who in texts.contacts]
    title = texts.title(entry)
    return "; ".join(
        ", ".join(
            as_line(part)
            for part in (contact.name if contact.name not in title else "", contact.phone)
            if part
        )
        for contact in found
    )


def _seat(texts: EntryWords, entry: AgendaEntry) -> Row:
    found = [texts.contacts[who] for who in entry.contacts if who in texts.contacts]
    contact = found[0] if found else None
    if contact is None:
        return Row((texts.title(entry), "", "", ""), has_box=True)
    cells = (contact.name, contact.phone, contact.email, contact.notes.strip() or entry.notes)
    return Row(tuple(as_line(cell) for cell in cells), has_box=True)
