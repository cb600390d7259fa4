"""TIME and DATE as typed, and instants as printed.

A time without an offset is read on the wall clock of a zone. Where the clocks skip that time
it is refused, because any reading of it would be a guess; where they show it twice the first
pass is meant, as everywhere in lcdesk, and a note says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import offset_if_doubled, zone

FIRST_YEAR = 1970
LAST_YEAR = 2199


class NoSuchTime(InvalidInput):
    """The clocks skip this time."""

    code = "NO_SUCH_TIME"
    title = "This time does not exist"


def asked_zone(calendar: Calendar, member: StaffMember | None) -> str:
    """Whose clock `slots` and `book` read and print: the named member's, else the calendar's."""
    return calendar.zone if member is None else member.zone


def time_of(text: str, zone_name: str, note: Callable[[str], None]) -> datetime:
    """The instant (UTC) of an ISO 8601 time; `zone_name` is for one without an offset.

    Raises InvalidInput, and NoSuchTime where the clocks skip it.
    """
    found = _parse(text)
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    wall = found.replace(tzinfo=zone(zone_name))
    instant = wall.astimezone(UTC)
    if instant.astimezone(wall.tzinfo).replace(tzinfo=None) != found:
        raise NoSuchTime(
            f"On {found:%Y-%m-%d} the clocks in {zone_name} skip {found:%H:%M}. "
            "Choose another time, or write it with its offset."
        )
    second = wall.replace(fold=1)
    if second.utcoffset() != wall.utcoffset():
        note(
            f"The clocks in {zone_name} show {found:%H:%M} twice on {found:%Y-%m-%d}; the first "
            f"is meant, {time_text(instant, zone_name)}. The other is {second.isoformat()}."
        )
    return instant


def day_of(text: str) -> date:
    """The day of `2026-12-01`. Raises InvalidInput."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(f"“{text}” is not a day. Write it as 2026-12-01.") from None
    _check_year(text, day.year)
    return day


def days_of(first: str, end: str, *, longest: int) -> tuple[date, int]:
    """The first of some days and how many there are; `end` is not among them."""
    start, stop = day_of(first), day_of(end)
    count = (stop - start).days
    if count < 0:
        raise InvalidInput(f"The days end ({end}) before they start ({first}).")
    if count > longest:
        raise InvalidInput(f"Ask for at most {longest:,} days at once.")
    return start, count


def time_text(instant: datetime, zone_name: str) -> str:
    """An instant as JSON has it: local time with its offset."""
    return instant.astimezone(zone(zone_name)).isoformat(timespec="seconds")


def read(instant: datetime, zone_name: str) -> str:
    """An instant as a table has it: `2026-12-01 10:00`.

    With its offset in an hour that the clocks show twice: `2026-10-25 02:30 +01:00`.
    """
    wall = instant.astimezone(zone(zone_name))
    return f"{wall:%Y-%m-%d %H:%M}{offset_if_doubled(wall)}"


def length_of(minutes: int | None) -> timedelta | None:
    """`--minutes`, if it was given. Raises InvalidInput for none or very many."""
    if minutes is None:
        return None
    if not 1 <= minutes <= 7 * 24 * 60:
        raise InvalidInput("An appointment lasts between one minute and seven days.")
    return timedelta(minutes=minutes)


def _parse(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or (":" not in text and "T" not in text):
        raise InvalidInput(f"“{text}” is not a time. Write it as 2026-12-01T10:00.")
    _check_year(text, found.year)
    if found.microsecond:
        raise InvalidInput(f"“{text}” is finer than a second.")
    return found


def _check_year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(f"“{text}” is too far away: {FIRST_YEAR} to {LAST_YEAR} can be used.")
