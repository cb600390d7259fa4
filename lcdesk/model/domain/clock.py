"""What the time is. Everything that asks is given a `Clock`, so that tests can set it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers the present instant, aware."""


def utc_now() -> datetime:
    """The present instant in UTC, by this computer's clock."""
    return datetime.now(UTC)
