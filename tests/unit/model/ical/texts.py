"""Calendar texts for tests, and short names for the zones and days they play in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.expand import Occurrences, occurrences

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
YEAR = TimeSpan(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
_DATA = Path(__file__).parents[3] / "data" / "ical"


def sample(name: str) -> str:
    """A file of tests/data/ical, byte for byte."""
    return (_DATA / f"{name}.ics").read_bytes().decode()


def vcalendar(*events: list[str]) -> str:
    """A calendar object of events given as lines; each gets a UID unless it brings one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN"]
    for event in events:
        uid = [] if any(line.startswith("UID") for line in event) else ["UID:one"]
        lines += ["BEGIN:VEVENT", *uid, *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def expand(
    text: str, span: TimeSpan = YEAR, zone: ZoneInfo = BERLIN, own_addresses: Iterable[str] = ()
) -> Occurrences:
    """`occurrences` with the tests' defaults."""
    return occurrences(text, zone=zone, span=span, own_addresses=own_addresses)


def only(text: str, *own_addresses: str) -> Occurrence:
    """The one occurrence in the year of the tests."""
    (entry,) = expand(text, own_addresses=own_addresses).entries
    return entry


def utc(text: str) -> datetime:
    """`2026-03-01 09:00` as an instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def stretch(first: str, days: int) -> TimeSpan:
    """Some days from a UTC midnight on."""
    return TimeSpan.of_length(utc(first), timedelta(days=days))
