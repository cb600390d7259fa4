"""Entries as rows of the agenda: days with their headings, what each column says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin
from lcdesk.model.domain.words import pasted_table
from lcdesk.ui.agenda.choices import AgendaChoices, Column, Show
from lcdesk.ui.context.wall_spans import OnWall, banner_days, is_banner
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.week.entry_look import EntryLook, look_of
from lcdesk.ui.week.entry_words import EntryDescription, EntryWords
from lcdesk.ui.wording.labels import status_name, tr
from lcdesk.ui.wording.messages import name_list

_MARK = "list:"  # a row stands for one seat; in the week the same id is a whole session
_ONE_DAY = timedelta(days=1)
_AHEAD = timedelta(days=31)  # how far an entry goes on behind the start of the last one


@dataclass(frozen=True, slots=True)
class DayRow:
    """The heading of a day; `note` stands behind it where there is nothing on the day."""

    day: date
    text: str
    is_today: bool = False
    note: str = ""

    @property
    def id(self) -> str:
        """Stays the same while the list is read anew."""
        return self.day.isoformat()


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry on one of its days. `id` is for the card and its actions, beside the week's own.

    What lasts for days has a row on each of them; that of its first day has the plain id.
    """

    id: str
    day: date
    entry: AgendaEntry
    look: EntryLook
    cells: dict[Column, str]
    description: EntryDescription
    is_past: bool


Row = DayRow | EntryRow


class RowMaker:
    """Words entries for one zone, one locale and one moment."""

    def __init__(
        self,
        words: EntryWords,
        now: datetime,
        *,
        cut: str = "",
        worded: Iterable[Row] = (),
    ) -> None:
        """`cut` is the row of the agenda that was cut: as pale as what is past.

        `worded` are rows that read the same as when they were made: their entries keep them.
        """
        self._words = words
        self._worded = {row.id: row for row in worded if isinstance(row, EntryRow)}
        self._now = now
        self._cut = cut
        self._today = now.astimezone(words.tz).date()

    def rows(
        self,
        entries: Iterable[AgendaEntry],
        choices: AgendaChoices,
        *,
        has_today: bool,
        has_more: bool = False,
        under_way: Iterable[AgendaEntry] = (),
    ) -> list[Row]:
        """The entries under each of their days; today has a heading also without any, if asked.

        `has_more` says that later entries were not read: no day behind the last start is listed.
        `under_way` are those before the first one that go on: they stand under what is left of
        their days.
        """
        turn = -1 if choices.newest_first else 1
        # What another process has just made a calendar for is shown with the news of that.
        begun = [self.row(entry) for entry in entries if self.is_known(entry)]
        until = max((row.day for row in begun), default=self._today)
        if not has_more:
            until = max(until, self._today) + _AHEAD
        since = self._today if choices.show is Show.UPCOMING else date.min
        every = [part for row in begun for part in self._each_day(row, since, until)]
        if begun:
            since = max(since, min(row.day for row in begun))
            every += [part for row in self._going_on(under_way, since)
                      for part in self._each_day(row, since, until)]  # fmt: skip
        made = sorted(
            ((_order(row), row) for row in every),
            key=lambda pair: (turn * pair[1].day.toordinal(), *pair[0]),
        )
        days = {day: [row for _, row in some] for day, some in groupby(made, lambda p: p[1].day)}
        if has_today:
            days.setdefault(self._today, [])
        found: list[Row] = []
        for day in sorted(days, reverse=choices.newest_first):
            found.append(self._heading(day, is_empty=not days[day]))
            found += _sort(days[day], choices)
        return found

    def _going_on(self, entries: Iterable[AgendaEntry], since: date) -> Iterator[EntryRow]:
        for entry in filter(self.is_known, entries):
            _, last = self.days(entry, OnWall.of(entry.span, self._words.tz))
            if last >= since:
                yield self.row(entry)

    def is_known(self, entry: AgendaEntry) -> bool:
        """Whether its calendar was heard of, so that it can be worded."""
        return entry.calendar is None or entry.calendar in self._words.directory.calendars

    def row(self, entry: AgendaEntry) -> EntryRow:
        """One entry on its first day; its calendar has to be known."""
        row_id = f"{_MARK}{entry.row}"
        worded = self._worded.get(row_id)
        if worded is not None and worded.entry is entry:
            return worded
        words, wall = self._words, OnWall.of(entry.span, self._words.tz)
        first, last = self.days(entry, wall)
        people = words.people([entry])
        return EntryRow(
            id=row_id,
            day=first,
            entry=entry,
            look=look_of(entry, words.directory),
            cells={
                Column.TIME: self._when(entry, wall, last),
                Column.TITLE: words.title(entry),
                Column.CONTACT: name_list(people),
                Column.CALENDAR: self._calendar(entry),
                Column.STAFF: ", ".join(words.directory.short_names(entry.staff)),
                Column.STATUS: self._status(entry),
                Column.PLACE: as_line(entry.location.strip().partition("\n")[0]),
                Column.NOTES: as_line(entry.notes.strip()),
            },
            description=words.describe(entry, wall),
            is_past=entry.span.end <= self._now or entry.row == self._cut,
        )

    def days(self, entry: AgendaEntry, wall: OnWall) -> tuple[date, date]:
        """The first and the last day of an entry; what goes past midnight stands on its first."""
        if is_banner(wall, entry.all_day):
            return banner_days(wall, entry.all_day)
        return wall.first, wall.first

    def _each_day(self, row: EntryRow, since: date, until: date) -> Iterator[EntryRow]:
        """The row of an entry on each of its days from one to another, on one at least."""
        entry = row.entry
        wall = OnWall.of(entry.span, self._words.tz)
        first, last = self.days(entry, wall)
        day = min(max(first, since), last)
        until = max(min(last, until), day)
        while day <= until:
            if day == first:
                yield row
            else:
                cells = row.cells
                if day == last:
                    cells = {**cells, Column.TIME: self._when_it_ends(entry, wall)}
                yield replace(row, id=f"{row.id}@{day.isoformat()}", day=day, cells=cells)
            day += _ONE_DAY

    def _when(self, entry: AgendaEntry, wall: OnWall, last: date) -> str:
        if not is_banner(wall, entry.all_day):
            return self._words.when(entry, wall)
        first, _ = self.days(entry, wall)
        if first == last:
            return tr("All day")
        locale = self._words.forms.locale
        return tr("Until {day}").format(day=f"{locale.weekday(last)} {locale.day_number(last)}")

    def _when_it_ends(self, entry: AgendaEntry, wall: OnWall) -> str:
        """On the last of several days."""
        if entry.all_day is not None or not wall.end:
            return tr("All day")
        return tr("Until {time}").format(time=self._words.forms.time(wall.end))

    def _calendar(self, entry: AgendaEntry) -> str:
        directory = self._words.directory
        if entry.calendar is not None:
            return directory.calendars[entry.calendar].name
        linked = directory.linked.get(entry.linked or 0)
        return "" if linked is None else linked.name

    def _status(self, entry: AgendaEntry) -> str:
        if entry.status is not None:
            return status_name(entry.status)
        if entry.kind is EntryKind.BLOCKED and entry.origin is Origin.LCDESK:
            return tr("Blocked")
        return self._words.state(entry) or (tr("Busy") if entry.busy else tr("Free"))

    def _heading(self, day: date, *, is_empty: bool) -> DayRow:
        locale = self._words.forms.locale
        text = locale.day(day)
        if day.year != self._today.year:
            text = f"{locale.long_weekday(day)}, {locale.full_date(day)}"
        near = {
            self._today: tr("Today, {day}"),
            self._today + _ONE_DAY: tr("Tomorrow, {day}"),
            self._today - _ONE_DAY: tr("Yesterday, {day}"),
        }
        return DayRow(
            day,
            near.get(day, "{day}").format(day=text),
            is_today=day == self._today,
            note=tr("Nothing planned") if is_empty else "",
        )


def aside(row: EntryRow, columns: Collection[Column]) -> str:
    """Whom an entry is for, where neither its title nor a column says so: a seat in a class."""
    contact = row.cells[Column.CONTACT]
    is_said = Column.CONTACT in columns or contact in row.cells[Column.TITLE]
    return "" if is_said else contact


def _order(row: EntryRow) -> tuple[bool, datetime, datetime, str]:
    entry = row.entry
    return (entry.all_day is None, entry.span.start, entry.span.end, row.id)


def _sort(rows: list[EntryRow], choices: AgendaChoices) -> list[EntryRow]:
    if choices.sort is Column.TIME:
        return rows[::-1] if choices.is_descending else rows

    def key(row: EntryRow) -> tuple[bool, str]:
        text = row.cells[choices.sort].casefold()
        return (not text) != choices.is_descending, text  # what says nothing comes last

    return sorted(rows, key=key, reverse=choices.is_descending)


def as_table(rows: Sequence[EntryRow], columns: Sequence[Column], heads: Sequence[str]) -> str:
    """The rows with their days and the heads of their columns, to be pasted into a sheet."""
    lines: list[Sequence[str]] = [heads]
    for row in rows:
        cells = [row.day.isoformat(), *(row.cells[column] for column in columns)]
        if Column.TITLE in columns and (contact := aside(row, columns)):
            cells[1 + columns.index(Column.TITLE)] += f", {contact}"
        lines.append(cells)
    return pasted_table(lines)
