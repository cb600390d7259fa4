"""A believable fortnight of private events, around any day, as files of a Radicale folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import quote

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import UnknownZone, zone
from lcdesk.model.ical.codec import EventDraft, write_event


def home_zone() -> str:
    """The computer's own zone, so that practice lies in the person's own day."""
    from tzlocal import get_localzone_name

    name = get_localzone_name()
    try:
        zone(name)
    except UnknownZone:  # a hand-made /etc/localtime, say
        return "UTC"
    return name


@dataclass(frozen=True, slots=True)
class Practised:
    """One private event: `day` counts from the first Monday, times are on `zone`'s clock.

    An empty `zone` means the computer's. `days` above zero makes it all-day. `more` are
    further property lines.
    """

    title: str
    day: int
    start: str = "00:00"
    end: str = "00:00"
    zone: str = ""
    location: str = ""
    days: int = 0
    more: tuple[str, ...] = ()


CALENDARS = {"work": ("Work", "#0a84ff"), "family": ("Family", "#ff9f0a")}
HOLIDAYS = ("Public holidays", "#8e8e93")

ANA: dict[str, Sequence[Practised]] = {
    "work": (
        Practised(
            "Team stand-up", -28, "08:30", "08:45", more=("RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR",)
        ),
        Practised("Supplier call New York", 1, "09:30", "10:15", zone="America/New_York"),
        Practised("Tax adviser", 3, "11:00", "12:00", location="Torstraße 12"),
        Practised("Quarterly numbers", 8, "14:00", "15:30"),
    ),
    "family": (
        Practised("Dentist", 1, "10:00", "11:00", location="Dr. Weiß"),
        Practised("Pick up Mia", -21, "15:30", "16:00", more=("RRULE:FREQ=WEEKLY;BYDAY=TU,TH",)),
        Practised("Grandma's 80th birthday", 5, days=1, more=("TRANSP:TRANSPARENT",)),
        Practised("School concert", 10, "17:00", "18:30"),
        Practised("Bike in for repair", 2, "09:00", "17:00", more=("TRANSP:TRANSPARENT",)),
        Practised("Long weekend at the lake", 11, days=2),
    ),
}
BEN: dict[str, Sequence[Practised]] = {
    "work": (
        Practised(
            "Supervision", -14, "13:00", "14:00", more=("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",)
        ),
        Practised("Call with Lisbon", 2, "10:00", "10:45", zone="Europe/Lisbon"),
        Practised("Training day", 9, days=1, location="Hamburg"),
    ),
    "family": (
        Practised("Football", -21, "18:00", "19:30", more=("RRULE:FREQ=WEEKLY;BYDAY=WE",)),
        Practised("Physiotherapy", 4, "09:00", "09:45"),
        Practised("Parents' evening", 7, "19:00", "20:30", more=("STATUS:TENTATIVE",)),
    ),
}


def first_monday(today: date) -> date:
    """Where the fortnight begins: the Monday of the week that the window opens with."""
    return today - timedelta(days=today.weekday())


def write_collections(
    root: Path, user: str, events: dict[str, Sequence[Practised]], today: date
) -> None:
    """Put a user's calendars where Radicale will look for them."""
    home = root / "collection-root" / quote(user, safe="@")
    for name, (title, colour) in CALENDARS.items():
        _write_collection(home / name, title, colour, events[name], today)
    _write_collection(home / "holidays", *HOLIDAYS, _holidays(today), today)


def _write_collection(
    folder: Path, title: str, colour: str, events: Sequence[Practised], today: date
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    properties = {
        "tag": "VCALENDAR",
        "D:displayname": title,
        "ICAL:calendar-color": colour,
        "C:supported-calendar-component-set": "VEVENT",
    }
    (folder / ".Radicale.props").write_text(json.dumps(properties), encoding="utf-8")
    monday = first_monday(today)
    for number, one in enumerate(events):
        uid = f"{folder.parent.name.partition('@')[0]}-{folder.name}-{number}"
        (folder / f"{uid}.ics").write_text(_text(one, uid, monday), encoding="utf-8", newline="")


def _holidays(today: date) -> tuple[Practised, ...]:
    monday = first_monday(today)
    years = {monday.year, (monday + timedelta(days=60)).year}
    feasts = [
        date(year, month, day) for year in years for month, day in ((1, 1), (12, 25), (12, 26))
    ]
    return tuple(Practised("Public holiday", (feast - monday).days, days=1) for feast in feasts)


def _text(one: Practised, uid: str, monday: date) -> str:
    day = monday + timedelta(days=one.day)
    if one.days:
        return _all_day(one, uid, day)
    name = one.zone or home_zone()
    tz = zone(name)
    start = datetime.combine(day, time.fromisoformat(one.start), tz)
    end = datetime.combine(day, time.fromisoformat(one.end), tz)
    draft = EventDraft(uid, TimeSpan(start, end), name, one.title, location=one.location)
    text = write_event(draft, now=start)
    return text.replace("END:VEVENT", "".join(f"{line}\r\n" for line in one.more) + "END:VEVENT")


def _all_day(one: Practised, uid: str, day: date) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lcdesk//practice//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=one.days):%Y%m%d}",
        f"SUMMARY:{one.title}",
        *([f"LOCATION:{one.location}"] if one.location else []),
        *one.more,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)
