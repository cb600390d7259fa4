"""Instants as whole seconds since 1970 in UTC.

The rules count in them wherever there are thousands: integers compare fast, and make ranges.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)

Stretch = tuple[int, int]
"""A start and an end in seconds since 1970 (UTC)."""


def seconds_of(instant: datetime) -> int:
    """Whole seconds since 1970 (UTC); fractions are dropped."""
    return int(instant.timestamp())


def instant_of(seconds: int) -> datetime:
    """The instant (UTC) at `seconds` since 1970."""
    return EPOCH + timedelta(seconds=seconds)
