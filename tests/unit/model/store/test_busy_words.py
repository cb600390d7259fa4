"""How a stretch of taken time is told, on the wall of a zone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.remote.busy_events import title_and_time


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-11-30T09:00", "2026-11-30T10:00", "Dentist 10:00–11:00"),
        ("2026-11-30T21:00", "2026-11-30T23:00", "Dentist 22:00–00:00"),
        ("2026-11-30T23:30", "2026-11-30T23:30", "Dentist 00:30–00:30"),
        (
            "2026-11-30T21:00",
            "2026-11-30T23:01",
            "Dentist Monday 30 November 22:00 – Tuesday 1 December 00:01",
        ),
        (
            "2026-11-30T07:00",
            "2026-12-02T07:00",
            "Dentist Monday 30 November 08:00 – Wednesday 2 December 08:00",
        ),
        (
            "2026-12-30T07:00",
            "2027-01-04T07:00",
            "Dentist Wednesday 30 December 2026 08:00 – Monday 4 January 2027 08:00",
        ),
    ],
)
def test_days_are_named_where_there_are_several(start: str, end: str, words: str) -> None:
    span = TimeSpan(*(datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end)))
    assert title_and_time("Dentist", span, "Europe/Berlin", "Europe/Berlin") == words
    assert (
        title_and_time("Dentist", span, "Europe/Berlin", "Asia/Tokyo") == f"{words} (Europe/Berlin)"
    )
