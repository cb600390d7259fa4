"""The same events for the same numbers: mostly single, some weekly series, some all-day."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

WORDS = ["Review", "Call", "Workshop", "Training", "Planning", "Delivery", "Interview", "Lunch"]
# On Berlin's clock; written with its TZID, never compared with an instant.
FIRST = datetime.fromisoformat("2026-01-05T08:00")
ZONE_TEXT = "\r\n".join(
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19810329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
)


def event_text(number: int) -> tuple[str, str]:
    """(UID, object text) of event `number`: 80 % single, 15 % weekly, 5 % all-day."""
    chance = random.Random(number)
    uid = f"bench-{number:06d}"
    kind = chance.random()
    start = FIRST + timedelta(days=chance.randrange(700), minutes=15 * chance.randrange(36))
    end = start + timedelta(minutes=chance.choice([15, 30, 45, 60, 90]))
    title = " ".join(chance.sample(WORDS, 2))
    times = [
        f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{end:%Y%m%dT%H%M%S}",
    ]
    if kind >= 0.95:
        times = [
            f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}",
        ]
    elif kind >= 0.8:
        times.append(f"RRULE:FREQ=WEEKLY;COUNT={chance.choice([10, 20, 52])}")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lcdesk//bench//EN",
        ZONE_TEXT,
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260101T000000Z",
        *times,
        f"SUMMARY:{title} {number}",
        "DESCRIPTION:" + " ".join(chance.choice(WORDS) for _ in range(8)),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return uid, "\r\n".join(lines)
