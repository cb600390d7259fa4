"""`lcdesk agenda` and `lcdesk search`: one row an occurrence, appointments and blocked time.

A day is a day of the zone that a row's times are shown in: the named staff member's, else the
named calendar's, else the entry's own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lcdesk.cli.answers import add_answers
from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import NO_DAY, days_of, entry_shape, read
from lcdesk.cli.wording.language import words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import Names, OpenWorkspace
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, zone
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.queries.search import search
from lcdesk.model.store.remote.index import ensure_indexed

LONGEST = 36_600  # a hundred years
_HEADINGS = (
    Message("ID"), Message("START"), Message("END"), Message("WHAT"), Message("WHO"),
    Message("WHERE FROM"), Message("STATUS"), Message("SYNC"),
)  # fmt: skip
_ANY_ZONE = timedelta(hours=26)  # no local midnight is farther from UTC's than that


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for."""

    first: date
    days: int
    member: StaffMember | None
    calendar: Calendar | None
    names: Names

    def zone_of(self, entry: AgendaEntry) -> str:
        """The zone that the entry's times are shown in."""
        if self.member is not None:
            return self.member.zone
        return self.names.zone_of(entry) if self.calendar is None else self.calendar.zone

    def holds(self, entry: AgendaEntry) -> bool:
        """Whether the entry is asked for."""
        if self.member is not None and self.member.id not in entry.staff:
            return False
        if self.calendar is not None and self.calendar.id != entry.calendar:
            return False
        days = day_span(self.first, zone(self.zone_of(entry)), self.days)
        if entry.span.start == entry.span.end:
            return days.start <= entry.span.start < days.end
        return days.overlaps(entry.span)


def listing(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What the days hold, sorted by start."""
    first, days = days_of(args.first, args.end, longest=LONGEST)
    names = desk.names()
    wanted = Wanted(
        first,
        days,
        None if args.staff is None else names.member(args.staff),
        None if args.calendar is None else names.calendar(args.calendar),
        names,
    )
    if not days:
        desk.say(NO_DAY)
        return Answer([], "")
    midnight = datetime.combine(first, time(), UTC)
    span = TimeSpan(midnight, midnight + timedelta(days=days)).widen(_ANY_ZONE, _ANY_ZONE)
    ensure_indexed(desk.database, span)
    with desk.database.read() as reader:
        found = [entry for entry in agenda(reader, span) if wanted.holds(entry)]
        names = Names.read(reader, {who for entry in found for who in entry.contacts})
        shapes = [entry_shape(entry, names, zone=wanted.zone_of(entry)) for entry in found]
        add_answers(reader, found, shapes)
    taken = Counter(entry.session for entry in found if entry.status and entry.status.takes_time)
    empty = Message("No appointment and no blocked time on these days.")
    return Answer(shapes, _as_table(found, names, wanted.zone_of, taken=taken, empty=empty))


def find(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Contacts, and entries to come and past, in whose words those that were typed begin."""
    with desk.database.read() as reader:
        found = search(reader, " ".join(args.text), now=desk.now)
        entries = (*found.upcoming, *found.past)
        names = Names.read(reader, {who for entry in entries for who in entry.contacts})
        shapes = [entry_shape(entry, names, zone=names.zone_of(entry)) for entry in entries]
        add_answers(reader, entries, shapes)
    people = [[who.name, who.email, who.phone] for who in found.contacts]
    document = {
        "contacts": [dict(zip(("name", "email", "phone"), who, strict=True)) for who in people],
        "upcoming": shapes[: len(found.upcoming)],
        "past": shapes[len(found.upcoming) :],
        "more": found.is_more,
    }
    tables = [
        table(
            [Message("CONTACT"), Message("EMAIL"), Message("PHONE")],
            [[*map(brief, who)] for who in people],
        ),
        *(_as_table(some, names, names.zone_of) for some in (found.upcoming, found.past)),
    ]
    text = "\n\n".join(filter(None, tables)) or Message("Nothing was found.")
    notes = [Message("There is more than this. Add another word.")] if found.is_more else []
    return Answer(document, text, notes=notes)


def _as_table(
    found: Sequence[AgendaEntry],
    names: Names,
    zone_of: Callable[[AgendaEntry], str],
    *,
    taken: Mapping[str, int] | None = None,
    empty: str = "",
) -> str:
    """`taken` says how full each session of a class is; None where that is not known."""
    is_mixed = len({zone_of(entry) for entry in found}) > 1
    return table(
        _HEADINGS,
        [_row(entry, names, zone_of(entry), is_mixed=is_mixed, taken=taken) for entry in found],
        empty=empty,
    )


def _row(
    entry: AgendaEntry,
    names: Names,
    zone_name: str,
    *,
    is_mixed: bool,
    taken: Mapping[str, int] | None,
) -> list[object]:
    """Times of several zones stand with their zone."""
    start, end = read(entry.span.start, zone_name), read(entry.span.end, zone_name)
    if is_mixed:
        end = f"{end} {zone_name}"
    if entry.all_day is not None:
        start = words("{day} all day", day=str(entry.all_day.first))
        end = words("before {day}", day=str(entry.all_day.end))
    source = ""
    if entry.calendar is not None:
        source = names.calendars[entry.calendar].name
    elif entry.linked is not None:
        source = names.linked[entry.linked].name
    status = entry.status or ("blocked" if entry.busy else "free")
    who = ", ".join(names.staff_names(entry.staff))
    title = f"{brief(entry.title)}{_seat(entry, names, taken)} {_travel(entry, zone_name)}".strip()
    names_of = (brief(who), brief(source))
    return [entry.row, start, end, title, *names_of, value_word(status), value_word(entry.sync)]


def _seat(entry: AgendaEntry, names: Names, taken: Mapping[str, int] | None) -> str:
    """How full the session of a class is, and whose seat this row is: ` (3/10): Cleo Park`."""
    calendar = None if entry.calendar is None else names.calendars[entry.calendar]
    if calendar is None or calendar.kind is not CalendarKind.CLASS:
        return ""
    whose = ", ".join(names.contacts[contact].name for contact in entry.contacts)
    fullness = "" if taken is None else f" ({taken[entry.session]}/{calendar.seats})"
    return f"{fullness}: {brief(whose)}"


def _travel(entry: AgendaEntry, zone_name: str) -> str:
    """From when travel before it takes time: “(travel from 13:30)”, with the day if another."""
    if entry.busy_from is None:
        return ""
    begin, start = read(entry.busy_from, zone_name), read(entry.span.start, zone_name)
    is_same_day = begin[:10] == start[:10]
    return words("(travel from {time})", time=begin[11:] if is_same_day else begin)
