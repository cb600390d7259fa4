"""Calendar text for these tests."""

from __future__ import annotations

import uuid


def new_uid() -> str:
    """A UID as lcdesk makes them."""
    return str(uuid.uuid4()).upper()


def event(uid: str, title: str = "Größe 10 – Ölwechsel 🚗", notes: str = "") -> str:
    """An event that needs UTF-8, folding and an unknown property."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lcdesk tests//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20261101T080000Z",
        "DTSTART:20261201T090000Z",
        "DTEND:20261201T093000Z",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{notes}",
        "X-LCDESK-OP:7",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)
