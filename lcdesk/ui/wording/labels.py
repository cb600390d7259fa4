"""Words that several features share: kinds, statuses, roles, headings and zones.

Why a time is not open, in sentences for the booking dialog and the pointer.

Times and days as texts, each made once: a week repeats the same few hundred times.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib import resources
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication

from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import HIDDEN, Status, SyncState
from lcdesk.model.domain.message import Message, ZoneName
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.ui.look.as_typed import as_line, as_sentence
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.messages import name_list, number, worded


def tr(text: str) -> str:
    """`text` in the window's language: a literal, or one that `mark` stands around elsewhere."""
    return QCoreApplication.translate("Wording", text)


def mark(text: str) -> str:
    """`text` unchanged: a literal in a table, which `tr` or `tr_of` words when it is shown."""
    return text


def mark_number(one: str, many: str) -> tuple[str, str]:
    """As `mark`, for the two texts that `with_number` takes."""
    return one, many


def with_number(count: int, one: str, many: str, **more: object) -> str:
    """`one` or `many` with its number in place of `{n}`; a language may have more forms.

    `more` is what else is filled in.
    """
    text = QCoreApplication.translate("Wording", many, "", count)
    if count == 1 and text == many:
        text = one
    return text.format(n=number(count), **more)


def _either(names: list[str]) -> str:
    """`Ana`, `Ana or Ben`, `Ana, Ben or Cleo`."""
    if len(names) < 2:
        return "".join(names)
    return tr("{first} or {last}").format(first=", ".join(names[:-1]), last=names[-1])


def kind_name(kind: CalendarKind | None) -> str:
    """A kind of calendar as a heading; None is everything together."""
    return tr(_KINDS[kind])


def status_name(status: Status) -> str:
    """An appointment's status."""
    return tr(_STATUSES[status])


def role_name(role: Role) -> str:
    """What a linked calendar is for."""
    return tr(_ROLES[role])


def tr_of(text: str, server_name: PlaceName, **more: object) -> str:
    """`text` with what the other side is called: as `{place}`, `{Place}`, `{there}`, `{There}`.

    The capital ones stand at the start of a sentence.
    """
    place, there = worded(server_name.name), worded(server_name.there)
    is_proper = server_name.at_start == server_name.name
    names = {
        "place": place,
        "Place": place if is_proper else _capital(place),
        "there": there,
        "There": _capital(there),
    }
    return tr(text).format(**names, **more)


def any_of(server_names: Iterable[PlaceName]) -> PlaceName:
    """“iCloud”, or “iCloud or dav.example.org” where a sentence is about each of them."""
    each = _each(server_names)
    return PlaceName(
        _either([worded(server_name.name) for server_name in each]),
        _either([worded(server_name.there) for server_name in each]),
    )


def all_of(server_names: Iterable[PlaceName]) -> PlaceName:
    """“iCloud”, or “iCloud and dav.example.org” where a sentence is about them together."""
    each = _each(server_names)
    return PlaceName(
        name_list([worded(server_name.name) for server_name in each]),
        name_list([worded(server_name.there) for server_name in each]),
    )


def _each(server_names: Iterable[PlaceName]) -> list[PlaceName]:
    """Every name once; iCloud, which lcdesk is made for, while there is none."""
    return list(dict.fromkeys(server_names)) or [ICLOUD]


def sync_words(state: SyncState, server_name: PlaceName) -> str:
    """How an entry stands with the other side, as a sentence."""
    return tr_of(_SYNC[state], server_name)


def words_of_cancelled(server_name: PlaceName) -> str:
    """How a cancelled appointment stands whose event was changed on the other side."""
    return tr_of("Cancelled here, changed {there}.", server_name)


def city_of_zone(zone: str) -> str:
    """The last part of a zone's name: "Berlin", "New York"."""
    return ZoneName(zone).city


_KINDS = {
    None: mark("All"),
    CalendarKind.ROUND_ROBIN: mark("Round robin"),
    CalendarKind.COLLECTIVE: mark("Collective"),
    CalendarKind.CLASS: mark("Class"),
    CalendarKind.SERVICE: mark("Service"),
    CalendarKind.SIMPLE: mark("Simple"),
}

_STATUSES = {
    Status.NEW: mark("Unconfirmed"),
    Status.CONFIRMED: mark("Confirmed"),
    Status.SHOWED: mark("Showed"),
    Status.NOSHOW: mark("No-show"),
    Status.CANCELLED: mark("Cancelled"),
    Status.INVALID: mark("Invalid"),
}

_ROLES = {Role.PRIMARY: mark("Primary"), Role.CONFLICT: mark("Conflict"), Role.NONE: ""}

_SYNC = {
    SyncState.LOCAL: mark("Only on this computer."),
    SyncState.PENDING: mark("Waiting to be sent to {place}."),
    SyncState.SYNCED: mark("{There}."),
    SyncState.CONFLICT: mark("Changed here and {there}."),
    SyncState.GONE: mark("Deleted {there}, kept here."),
    SyncState.HELD: mark("Cannot be sent now: the primary calendar is read-only."),
    SyncState.FAILED: mark("This change was not sent to {place}. It is kept here."),
}


_ORDER = tuple(CalendarKind)


def heading_of(calendar: Calendar) -> str:
    """The group's name, or the kind's where there is none."""
    return calendar.group or kind_name(calendar.kind)


def in_groups(calendars: Iterable[Calendar]) -> tuple[tuple[str, tuple[Calendar, ...]], ...]:
    """Headings with their calendars: groups by name first, then what has none, kind by kind."""
    found: dict[tuple[bool, str, int], list[Calendar]] = {}
    for calendar in calendars:
        key = (
            (False, calendar.group.casefold(), 0)
            if calendar.group
            else (True, "", _ORDER.index(calendar.kind))
        )
        found.setdefault(key, []).append(calendar)
    return tuple((heading_of(some[0]), tuple(some)) for _, some in sorted(found.items()))


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Zones that people live in, each by its present name alone: places, and UTC."""
    table = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return ("UTC", *sorted({line[2] for line in lines} & available_timezones()))


def shorten(text: str, most: int = 40) -> str:
    """The text, cut by "…" when it is longer than a row can show."""
    return as_line(text, most)


# `{what}` is the cause as the rules word it, `{who}` the staff member it is about, `{there}`
# where the event stands that is it.
_OF_MEMBER = {
    ReasonCode.BOOKED: mark("{who} has an appointment: {what}"),
    ReasonCode.CONFLICT: mark("{who} is busy {there}: {what}"),
    ReasonCode.BLOCKED: mark("{who} blocked this time: {what}"),
    ReasonCode.BUFFER: mark("{who} needs the {what}"),
    ReasonCode.SLOTMAX: mark("{who} has enough appointments: {what}"),
    ReasonCode.DAYLIMIT: mark("{who}: {what}"),
    ReasonCode.ROUND_ROBIN: mark("{who} is {what}"),
}
_OF_CALENDAR = {
    ReasonCode.COLLECTIVE: mark("All are needed, but {what}"),
    ReasonCode.BOOKED: mark("Already booked: {what}"),
    ReasonCode.BLOCKED: mark("Blocked: {what}"),
    ReasonCode.RESOURCE: mark("Taken: {what}"),
}


# What a cause without a title is called says nothing beside these: "Ana is busy in iCloud: Busy".
_UNTITLED = {
    ReasonCode.CONFLICT: (HIDDEN, mark("{who} is busy {there}")),
    ReasonCode.BLOCKED: ("Blocked", mark("{who} blocked this time")),
}


def sentences(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason once, as a sentence without a full stop.

    That a member is not free is left out where it is told why.
    """
    each = tuple(reasons)
    explained = {reason.staff for reason in each if reason.code is not ReasonCode.USER} - {None}
    told = [
        reason
        for reason in each
        if reason.code is not ReasonCode.USER or reason.staff not in explained
    ]
    return tuple(dict.fromkeys(sentence(reason) for reason in told))


def sentence(reason: Reason) -> str:
    """One reason with the staff member it is about."""
    table = _OF_CALENDAR if reason.staff is None else _OF_MEMBER
    form = table.get(reason.code)
    if form is None:
        return _capital(as_sentence(worded(reason.what)))
    what = worded(reason.what)
    if reason.code in _UNTITLED:
        title, short = _UNTITLED[reason.code]
        if reason.what == title and reason.staff is not None:
            return as_sentence(tr_of(short, reason.server_name, who=reason.staff))
        what = _without(title, reason.what)
    return as_sentence(tr_of(form, reason.server_name, who=reason.staff, what=what))


def _without(title: str, what: str) -> str:
    """A cause in words, without what it is called where it has no title."""
    if not isinstance(what, Message):
        return what.removeprefix(f"{title} ")
    if what.values.get("title") != title:
        return worded(what)
    return worded(Message(what.template, **{**what.values, "title": ""})).strip()


def refusal(error: LcdeskError) -> str:
    """Every reason of a refused booking in one line; other errors say it themselves."""
    return f"{whats(error.details)}." if error.details else as_sentence(worded(error.message))


def whats(details: Iterable[str]) -> str:
    """What stands behind the codes of an error's details, each once, in one line."""
    found = [as_sentence(_capital(_without_code(detail))) for detail in details]
    return "; ".join(dict.fromkeys(found))


def _without_code(detail: str) -> str:
    if isinstance(detail, Message):
        return worded(str(detail.values.get("what", "")) or detail)
    return detail.partition(": ")[2] or detail


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def near_day(day: date, today: date, locale: LocaleFormat) -> str:
    """A day in few letters: "Today", "Tue 17 Nov", with its year where that is another."""
    near = {0: tr("Today"), 1: tr("Tomorrow"), -1: tr("Yesterday")}
    passed = (day - today).days
    if passed in near:
        return near[passed]
    return locale.short_day(day) if day.year == today.year else locale.full_date(day)


class Forms:
    """Keeps what a LocaleFormat has written. Made anew with another locale or clock."""

    def __init__(self, locale: LocaleFormat) -> None:
        self.locale = locale
        self._times: dict[int, str] = {}
        self._ranges: dict[tuple[int, int], str] = {}
        self._days: dict[date, str] = {}
        self._spoken = tr("{day}, {start} to {end}")

    def time(self, minute: int) -> str:
        """ "14:00"."""
        found = self._times.get(minute)
        if found is None:
            found = self._times[minute] = self.locale.time(minute)
        return found

    def time_range(self, start: int, end: int) -> str:
        """ "14:00 – 15:00"."""
        found = self._ranges.get((start, end))
        if found is None:
            found = self._ranges[(start, end)] = self.locale.time_range(start, end)
        return found

    def day(self, day: date) -> str:
        """ "Tuesday 17 November"."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = self.locale.day(day)
        return found

    def spoken(self, day: date, start: int, end: int) -> str:
        """ "Tuesday 17 November, 14:00 to 15:00"."""
        return self._spoken.format(day=self.day(day), start=self.time(start), end=self.time(end))
