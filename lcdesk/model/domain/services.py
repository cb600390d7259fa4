"""What can be chosen of a service: a variation in place of it, and add-ons on top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class ServiceOption:
    """A variation, whose `length` replaces the service's own, or an add-on, which adds its."""

    name: str
    length: timedelta
